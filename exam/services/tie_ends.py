"""Ties that no key separates: which there are, and how an extra quiz or a drawn lot ended them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound
from exam.rules.results import Snapshot
from exam.rules.stages import Stage
from exam.rules.tie_ends import DRAWN_LOT, INDIVIDUAL, METHODS, TEAM, checked_places
from exam.services.competition import check_version, require_open
from exam.services.entrants import may_see_names
from exam.services.results import get_draft
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Nominee, Team
from models.people import Staff, Unit
from models.results import TieEnd


@dataclass(frozen=True, slots=True)
class OpenTie:
    """A shared place of the draft. ``members`` are ``(id, who)``: nominees or teams, by ``standing``."""

    standing: str
    place: int
    members: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class TieEndRow:
    """A recorded end of a tie. ``members`` are ``(who, place among the tied)``, the best first."""

    id: int
    standing: str
    method: str
    members: tuple[tuple[str, int], ...]
    note: str
    witness: str
    decided_at: datetime
    decided_by: str
    version: int


def list_open_ties(uow: UnitOfWork) -> list[OpenTie]:
    """Every place of the draft that several share, individuals first, from the top."""
    return _open_ties(get_draft(uow))


def list_tie_ends(uow: UnitOfWork) -> list[TieEndRow]:
    """What was recorded, in its order."""
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    rows = uow.session.scalars(select(TieEnd).order_by(TieEnd.id)).all()
    names = {standing: _names(uow, standing, rows) for standing in (INDIVIDUAL, TEAM)}
    return [
        TieEndRow(
            row.id, row.standing, row.method,
            tuple(
                (names[row.standing].get(int(key), key), place)
                for key, place in sorted(row.places.items(), key=lambda pair: (pair[1], int(pair[0])))
            ),
            row.note, row.witness, row.decided_at, row.decided_by, row.version,
        )
        for row in rows
    ]  # fmt: skip


def end_tie(
    uow: UnitOfWork, *, standing: str, places: Mapping[int, int], method: str, note: str, witness: str = ""
) -> TieEndRow:
    """Record who came before whom among people or teams that share a place now.

    ``places`` are places from 1 by nominee or team id; equal ones go on sharing. A lot needs a witness.
    Raises :class:`Conflict` when these no longer share a place.
    """
    require(uow, Right.PUBLISH)
    require_open(uow, Stage.RESULTS)
    if method not in METHODS:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose between an extra quiz and a drawn lot."))
    open_ties = _open_ties(get_draft(uow))
    tie = next(
        (one for one in open_ties if one.standing == standing and dict(one.members).keys() == places.keys()), None
    )
    if tie is None:
        raise Conflict(
            QT_TRANSLATE_NOOP("exam", "These no longer share a place: the marks have changed. Look at the ties again.")
        )
    note, witness = " ".join(note.split()), " ".join(witness.split())
    if not note:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Say what was asked, or how the lot was drawn: it stands in the calculation."),
            field="note",
        )
    if method == DRAWN_LOT and not witness:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Name the witness of the lot."), field="witness")
    row = TieEnd(
        standing=standing, method=method, places=checked_places(places), note=note, witness=witness,
        decided_at=uow.now, decided_by=uow.person.name,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    who = dict(tie.members)
    uow.record(
        journal.TIE_ENDED, standing, tie=row.id, method=method, place=tie.place, note=note, witness=witness,
        order=[f"{place} {who[id_]}" for id_, place in sorted(places.items(), key=lambda pair: pair[1])],
    )  # fmt: skip
    return next(one for one in list_tie_ends(uow) if one.id == row.id)


def take_back_tie_end(uow: UnitOfWork, *, tie_id: int, seen_version: int, reason: str) -> None:
    """Take a recorded end back, with the reason: the place is shared again. The journal keeps both."""
    require(uow, Right.PUBLISH)
    require_open(uow, Stage.RESULTS)
    row = uow.session.get(TieEnd, tie_id)
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This decision is no longer there. Look at the ties again."))
    check_version(row.version, seen_version)
    reason = " ".join(reason.split())
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the decision is taken back."), field="note")
    uow.session.delete(row)
    uow.session.flush()
    uow.record(journal.TIE_ENDED, row.standing, tie=tie_id, taken_back=True, reason=reason)


def _open_ties(snapshot: Snapshot) -> list[OpenTie]:
    shared: dict[tuple[str, int], list[tuple[int, str]]] = {}
    for line in snapshot.individuals:
        if line.place is not None:
            who = " ".join(part for part in (line.entrant_code, line.name, line.unit) if part)
            shared.setdefault((INDIVIDUAL, line.place), []).append((line.nominee_id, who))
    for team in snapshot.teams:
        if team.place is not None:
            shared.setdefault((TEAM, team.place), []).append((team.team_id, team.team or team.unit))
    return [
        OpenTie(standing, place, tuple(members)) for (standing, place), members in shared.items() if len(members) > 1
    ]


def _names(uow: UnitOfWork, standing: str, rows: Iterable[TieEnd]) -> dict[int, str]:
    ids = {int(key) for row in rows if row.standing == standing for key in row.places}
    if standing == TEAM:
        found = uow.session.execute(
            select(Team.id, Team.name, Unit.name).join(Unit, Unit.id == Team.unit_id).where(Team.id.in_(ids))
        )
        return {id_: name or unit for id_, name, unit in found}
    named = may_see_names(uow)
    people = uow.session.execute(
        select(Nominee.id, Nominee.entrant_code, Staff.name)
        .join(Staff, Staff.id == Nominee.staff_id).where(Nominee.id.in_(ids))
    )  # fmt: skip
    return {id_: " ".join(part for part in (code, name if named else "") if part) for id_, code, name in people}
