"""Drawn people who have no sitting yet, and which sitting they belong to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import select

from exam.unit_of_work import UnitOfWork
from models.draws import Draw, Pick
from models.people import Staff, Unit
from models.sittings import Candidate

STEPPED_UP = "stepped_up"
SITS = ("valid", STEPPED_UP)
"""States of a pick that sends the person to the exam."""


@dataclass(frozen=True, slots=True)
class WaitingUnit:
    """``people`` of a unit who are drawn and have no sitting. ``sittings``: where others of the unit sit;
    ``stepped_up``: whether all who wait stepped up after a strike.
    """

    unit_id: int
    unit: str
    people: int
    sittings: frozenset[int]
    stepped_up: bool

    def follows(self, sitting_id: int) -> bool:
        """Whether an update of this sitting takes them in: they join their unit. A unit that waits as a whole
        gets a sitting by itself.
        """
        return sitting_id in self.sittings or (not self.sittings and self.stepped_up)


def list_waiting(uow: UnitOfWork) -> tuple[WaitingUnit, ...]:
    """The drawn people who are in no sitting yet, by their units in order."""
    people: dict[int, list[int]] = {}
    for _, pick_id, _, unit_id in people_without_sitting(uow, None):
        people.setdefault(unit_id, []).append(pick_id)
    if not people:
        return ()
    sittings: dict[int, set[int]] = {}
    seated = select(Candidate.unit_id, Candidate.sitting_id).distinct().where(Candidate.unit_id.in_(list(people)))
    for unit_id, sitting_id in uow.session.execute(seated):
        sittings.setdefault(unit_id, set()).add(sitting_id)
    ups = set(uow.session.scalars(select(Pick.id).where(Pick.state == STEPPED_UP)))
    names = dict(uow.session.execute(select(Unit.id, Unit.name).where(Unit.id.in_(list(people)))).all())
    return tuple(
        WaitingUnit(unit_id, names[unit_id], len(ids), frozenset(sittings.get(unit_id, ())), ups.issuperset(ids))
        for unit_id, ids in people.items()
    )


def people_without_sitting(uow: UnitOfWork, unit_ids: Collection[int] | None) -> list[tuple[int, int, int, int]]:
    """(draw, pick, staff, unit) of drawn people in no sitting, in the order of units and of the draw."""
    query = (
        select(Pick.draw_id, Pick.id, Pick.staff_id, Staff.unit_id)
        .join(Draw, Draw.id == Pick.draw_id)
        .join(Staff, Staff.id == Pick.staff_id)
        .join(Unit, Unit.id == Staff.unit_id)
        .where(Draw.kind == "exam", Draw.state == "run", Pick.state.in_(SITS))
        .where(Pick.staff_id.not_in(select(Candidate.staff_id)))
        .order_by(Unit.position, Unit.id, Pick.kind.desc(), Pick.position, Pick.id)
    )
    if unit_ids is not None:
        query = query.where(Staff.unit_id.in_(unit_ids))
    seen: set[int] = set()
    people: list[tuple[int, int, int, int]] = []
    for draw_id, pick_id, staff_id, unit_id in uow.session.execute(query):
        # One person in two draws sits once.
        if staff_id not in seen:
            seen.add(staff_id)
            people.append((draw_id, pick_id, staff_id, unit_id))
    return people
