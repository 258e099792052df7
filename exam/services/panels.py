"""Judges, the panels of the items, and who may mark whom."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.item_templates import PANEL
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.services.entrants import entry_codes
from exam.services.finals import find_nominee
from exam.services.items import LOCKED, find_item
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Nominee, Team
from models.judging import AvoidanceOverride, Judge, JudgeMark, PanelSeat
from models.people import Staff, Unit

ALL_GROUPS = 0


@dataclass(frozen=True, slots=True)
class JudgeRow:
    """A judge; ``unit`` is where the judge works, for the rule of avoidance. ``seats``: panels they sit on."""

    id: int
    name: str
    unit_id: int | None
    unit: str
    title: str
    active: bool
    seats: int
    version: int


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A judge's place on a panel, in the order of the mark columns."""

    judge_id: int
    name: str
    unit_id: int | None
    unit: str
    position: int
    chief: bool


@dataclass(frozen=True, slots=True)
class PanelRow:
    """The panel of an item for one group, or (``group`` 0) for all groups."""

    item_id: int
    group: int
    seats: tuple[SeatRow, ...]


@dataclass(frozen=True, slots=True)
class AvoidanceRow:
    """A judge who sits on the panel of an entrant of the own unit. ``reason`` empty: the judge is left out."""

    judge_id: int
    judge: str
    nominee_id: int
    nominee: str
    code: str
    unit: str
    reason: str


def list_judges(uow: UnitOfWork, *, active_only: bool = False) -> list[JudgeRow]:
    """All judges in the order in which they were entered."""
    seats = dict(
        uow.session.execute(select(PanelSeat.judge_id, func.count()).group_by(PanelSeat.judge_id)).all()
    )
    rows = uow.session.execute(
        select(Judge, Unit.name).join(Unit, Unit.id == Judge.unit_id, isouter=True).order_by(Judge.id)
    )
    result = [_judge_row(judge, unit, seats.get(judge.id, 0)) for judge, unit in rows]
    return [row for row in result if row.active] if active_only else result


def add_judge(uow: UnitOfWork, *, name: str, unit_id: int | None = None, title: str = "") -> JudgeRow:
    """Add a judge; ``unit_id`` None for somebody from outside."""
    _require_open(uow)
    clean = _name(uow, name, unit_id, None)
    judge = Judge(name=clean, unit_id=_unit(uow, unit_id), title=" ".join(title.split()), active=True)
    uow.session.add(judge)
    uow.session.flush()
    uow.record(journal.PANEL_CHANGED, judge.name, added=True, unit=unit_id)
    return get_judge(uow, judge_id=judge.id)


def change_judge(
    uow: UnitOfWork, *, judge_id: int, seen_version: int, name: str, unit_id: int | None, title: str, active: bool
) -> JudgeRow:
    """Change a judge. An inactive one cannot be put on a panel any more."""
    _require_open(uow)
    judge = find_judge(uow, judge_id)
    check_version(judge.version, seen_version)
    before = [judge.name, judge.unit_id, judge.title, judge.active]
    judge.name, judge.unit_id = _name(uow, name, unit_id, judge_id), _unit(uow, unit_id)
    judge.title, judge.active = " ".join(title.split()), active
    after = [judge.name, judge.unit_id, judge.title, judge.active]
    if after != before:
        uow.session.flush()
        uow.record(journal.PANEL_CHANGED, judge.name, old=before, new=after)
    return get_judge(uow, judge_id=judge_id)


def remove_judge(uow: UnitOfWork, *, judge_id: int, seen_version: int) -> None:
    """Remove a judge who sits on no panel and has given no mark."""
    _require_open(uow)
    judge = find_judge(uow, judge_id)
    check_version(judge.version, seen_version)
    used = [
        uow.session.scalar(select(func.count(table.id)).where(table.judge_id == judge_id))
        for table in (PanelSeat, JudgeMark, AvoidanceOverride)
    ]
    if any(used):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{name} sits on a panel or has given marks. Make the judge inactive instead."),
            name=judge.name,
        )
    uow.session.delete(judge)
    uow.record(journal.PANEL_CHANGED, judge.name, removed=True)


def get_judge(uow: UnitOfWork, *, judge_id: int) -> JudgeRow:
    """One judge; :class:`NotFound` when there is none."""
    find_judge(uow, judge_id)
    return next(row for row in list_judges(uow) if row.id == judge_id)


def find_judge(uow: UnitOfWork, judge_id: int) -> Judge:
    """The mapped judge; :class:`NotFound` when there is none."""
    judge = uow.session.get(Judge, judge_id)
    if judge is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This judge is no longer there. Refresh the list."))
    return judge


def list_panels(uow: UnitOfWork, *, item_id: int) -> list[PanelRow]:
    """The panels of an item by group; a group without an own panel has that of group 0."""
    rows = uow.session.execute(
        select(PanelSeat.group_number, Judge.id, Judge.name, Judge.unit_id, Unit.name, PanelSeat.position,
               PanelSeat.chief)
        .join(Judge, Judge.id == PanelSeat.judge_id)
        .join(Unit, Unit.id == Judge.unit_id, isouter=True)
        .where(PanelSeat.item_id == item_id)
        .order_by(PanelSeat.group_number, PanelSeat.position, PanelSeat.id)
    )  # fmt: skip
    panels: dict[int, list[SeatRow]] = {}
    for group, judge_id, name, unit_id, unit, position, chief in rows:
        panels.setdefault(group, []).append(SeatRow(judge_id, name, unit_id, unit or "", position, chief))
    return [PanelRow(item_id, group, tuple(seats)) for group, seats in panels.items()]


def get_panel(uow: UnitOfWork, *, item_id: int, group: int | None) -> PanelRow:
    """The panel that marks a group: its own, or the item's panel for all groups (maybe without judges)."""
    panels = {panel.group: panel for panel in list_panels(uow, item_id=item_id)}
    empty = PanelRow(item_id, ALL_GROUPS, ())
    return panels.get(group or ALL_GROUPS) or panels.get(ALL_GROUPS, empty)


def set_panel(
    uow: UnitOfWork, *, item_id: int, judge_ids: Sequence[int], chief_id: int | None = None, group: int = ALL_GROUPS
) -> PanelRow:
    """Put judges on the panel of an item, in this order, for one group or (0) for all.

    ``chief_id`` is the chief judge, by default the first. An empty panel for a group falls back to that
    for all. A judge whose marks stand in the item cannot be taken off.
    """
    _require_open(uow)
    item = find_item(uow, item_id)
    if item.kind != PANEL or item.state == LOCKED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” takes no panel: it is locked, or not judged by a panel."),
            item=item.name,
        )
    wanted = list(dict.fromkeys(judge_ids))
    judges = [find_judge(uow, judge_id) for judge_id in wanted]
    inactive = [judge.name for judge in judges if not judge.active]
    if inactive:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{names} is inactive. Choose another judge."), names=", ".join(inactive)
        )
    chief = chief_id if chief_id in wanted else (wanted[0] if wanted else None)
    query = select(PanelSeat).where(PanelSeat.item_id == item_id, PanelSeat.group_number == group)
    known = {seat.judge_id: seat for seat in uow.session.scalars(query)}
    gone = [seat for judge_id, seat in known.items() if judge_id not in wanted]
    _refuse_marked(uow, item_id, group, [seat.judge_id for seat in gone])
    for seat in gone:
        uow.session.delete(seat)
    for position, judge_id in enumerate(wanted, 1):
        seat = known.get(judge_id)
        if seat is None:
            seat = PanelSeat(item_id=item_id, group_number=group, judge_id=judge_id)
            uow.session.add(seat)
        seat.position, seat.chief = position, judge_id == chief
    uow.session.flush()
    uow.record(
        journal.PANEL_CHANGED, item.name, group=group, judges=[judge.name for judge in judges],
        chief=next((judge.name for judge in judges if judge.id == chief), ""),
    )  # fmt: skip
    return next(
        (panel for panel in list_panels(uow, item_id=item_id) if panel.group == group), PanelRow(item_id, group, ())
    )


def list_avoidances(uow: UnitOfWork, *, item_id: int) -> list[AvoidanceRow]:
    """Where a judge of an item meets entrants of the own unit, with the reason if the office overrides it."""
    reasons = {
        (one.judge_id, one.nominee_id): one.reason for one in uow.session.scalars(select(AvoidanceOverride))
    }
    panels = {panel.group: panel.seats for panel in list_panels(uow, item_id=item_id)}
    rows = uow.session.execute(
        select(Nominee.id, Staff.name, Nominee.entrant_code, Nominee.group_number, Team.unit_id, Unit.name)
        .join(Staff, Staff.id == Nominee.staff_id)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
        .where(Nominee.status == "active")
    )
    result: list[AvoidanceRow] = []
    entry = entry_codes(uow)
    for nominee_id, name, code, group, unit_id, unit in rows:
        seats = panels.get(group or ALL_GROUPS) or panels.get(ALL_GROUPS, ())
        result.extend(
            AvoidanceRow(
                seat.judge_id, seat.name, nominee_id, name, entry.get(code, code), unit,
                reasons.get((seat.judge_id, nominee_id), ""),
            )
            for seat in seats
            if seat.unit_id == unit_id
        )
    # By the code that is shown: the order of the secret codes would tell of them.
    return sorted(result, key=lambda row: (row.code, row.nominee_id))


def override_avoidance(uow: UnitOfWork, *, judge_id: int, nominee_id: int, reason: str) -> None:
    """Let a judge mark an entrant of the own unit. A reason is required and stays in the journal."""
    _require_open(uow)
    judge, nominee = find_judge(uow, judge_id), find_nominee(uow, nominee_id)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why this judge may mark an entrant of the own unit."))
    known = _override(uow, judge_id, nominee_id)
    if known is None:
        uow.session.add(AvoidanceOverride(judge_id=judge_id, nominee_id=nominee_id, reason=why))
    else:
        known.reason = why
    uow.session.flush()
    code = entry_codes(uow).get(nominee.entrant_code, nominee.entrant_code)
    uow.record(journal.PANEL_CHANGED, judge.name, nominee=nominee.id, code=code, reason=why)


def restore_avoidance(uow: UnitOfWork, *, judge_id: int, nominee_id: int) -> None:
    """The judge is left out again for this entrant. Not possible while the judge's mark stands."""
    _require_open(uow)
    known = _override(uow, judge_id, nominee_id)
    if known is None:
        return
    marks = select(func.count(JudgeMark.id)).where(
        JudgeMark.judge_id == judge_id, JudgeMark.nominee_id == nominee_id, JudgeMark.state != "cleared"
    )
    if uow.session.scalar(marks):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "A mark of this judge stands already. Clear it first."))
    uow.session.delete(known)
    uow.record(journal.PANEL_CHANGED, find_judge(uow, judge_id).name, nominee=nominee_id, avoided=True)


def _override(uow: UnitOfWork, judge_id: int, nominee_id: int) -> AvoidanceOverride | None:
    query = select(AvoidanceOverride).where(
        AvoidanceOverride.judge_id == judge_id, AvoidanceOverride.nominee_id == nominee_id
    )
    return uow.session.scalar(query)


def _refuse_marked(uow: UnitOfWork, item_id: int, group: int, judge_ids: Sequence[int]) -> None:
    query = (
        select(Judge.name)
        .join(JudgeMark, JudgeMark.judge_id == Judge.id)
        .join(Nominee, Nominee.id == JudgeMark.nominee_id)
        .where(JudgeMark.item_id == item_id, JudgeMark.judge_id.in_(judge_ids), JudgeMark.state != "cleared")
    )
    if group:
        query = query.where(Nominee.group_number == group)
    name = uow.session.scalar(query.limit(1))
    if name is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{name} has given marks in this item and stays on the panel. Enter / where the judge is absent."
            ),
            name=name,
        )


def _require_open(uow: UnitOfWork) -> None:
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)


def _unit(uow: UnitOfWork, unit_id: int | None) -> int | None:
    if unit_id is not None and uow.session.get(Unit, unit_id) is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This unit is no longer there. Refresh the list."))
    return unit_id


def _name(uow: UnitOfWork, text: str, unit_id: int | None, own_id: int | None) -> str:
    name = " ".join(text.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the judge a name."))
    same = uow.session.scalars(select(Judge).where(Judge.name == name))
    if any(judge.unit_id == unit_id and judge.id != own_id for judge in same):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "There is a judge {name} of this unit already. Add something to the name."),
            name=name,
        )
    return name


def _judge_row(judge: Judge, unit: str | None, seats: int) -> JudgeRow:
    return JudgeRow(
        judge.id, judge.name, judge.unit_id, unit or "", judge.title, judge.active, seats, judge.version
    )
