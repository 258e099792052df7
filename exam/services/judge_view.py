"""What a signed-in judge sees and does: one item, entrants by code, own marks only, confirmed and then fixed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotAllowed, RuleBroken
from exam.rules.item_marks import Given
from exam.rules.item_templates import PANEL
from exam.rules.nominations import ACTIVE, group_letter
from exam.rules.sheets import MarkSheet, MarkSheetLine
from exam.services.competition import get_rules
from exam.services.entrants import require_coded
from exam.services.finals import find_nominee
from exam.services.items import CriterionRow, ItemRow, find_item, list_items
from exam.services.judging import save_judge_mark
from exam.services.judging_checks import GIVEN, open_panel_item
from exam.services.judging_sheet import EntrantRow, MarkCell, get_entrant, get_sheet
from exam.services.panels import find_judge, list_panels
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.judging import JudgeMark

TOTAL = 0
"""The position of a judge's total; criteria count from 1."""


@dataclass(frozen=True, slots=True)
class JudgeItemRow:
    """An item whose panel the judge sits on. ``criteria`` are on the sheet, ``fields`` is what is typed."""

    id: int
    name: str
    full: Decimal
    criteria: tuple[CriterionRow, ...]
    per_criterion: bool
    locked: bool
    step: Decimal

    @property
    def fields(self) -> tuple[tuple[int, str, Decimal], ...]:
        """Position, name and full mark of everything to be typed; the name of the total is empty."""
        if self.per_criterion:
            return tuple((one.position, one.name, one.full) for one in self.criteria)
        return ((TOTAL, "", self.full),)


@dataclass(frozen=True, slots=True)
class JudgeEntrantRow:
    """One entrant as the judge may see it: no name, no unit, no other judge's mark.

    ``points`` by field position; ``versions`` go back with :func:`confirm_sheet`.
    """

    nominee_id: int
    code: str
    group: int | None
    appearance: int | None
    given: Given
    points: Mapping[int, Decimal]
    versions: Mapping[int, int]
    total: Decimal | None
    confirmed: bool

    @property
    def open(self) -> bool:
        """Whether this judge still has to mark the entrant."""
        return not self.confirmed and self.given is not Given.AVOIDED


@dataclass(frozen=True, slots=True)
class JudgeDeskRow:
    """The judge's desk: the items, the chosen one, and its entrants in the order of appearance.

    While secret codes hide the names, ``entrants`` are only those whom the judge marks: "own unit" beside a code
    would tell the judge, and whoever is told by the judge, where the entrant comes from.
    """

    judge: str
    items: tuple[JudgeItemRow, ...]
    item: JudgeItemRow | None
    entrants: tuple[JudgeEntrantRow, ...]


def get_desk(uow: UnitOfWork, *, item_id: int | None = None) -> JudgeDeskRow:
    """What the signed-in judge marks; without ``item_id`` the first item that is open."""
    judge_id = _own(uow)
    name = find_judge(uow, judge_id).name
    step = get_rules(uow).mark_step
    items: list[JudgeItemRow] = []
    for item in list_items(uow):
        if item.kind == PANEL and _sits(uow, item, judge_id):
            items.append(
                JudgeItemRow(item.id, item.name, item.full, item.criteria, item.per_criterion, item.locked, step)
            )
    open_ = [item for item in items if not item.locked]
    chosen = next((item for item in items if item.id == item_id), (open_ or items or [None])[0])
    if chosen is None:
        return JudgeDeskRow(name, (), None, ())
    rows = get_sheet(uow, item_id=chosen.id).rows
    entrants = [_entrant(row, judge_id) for row in _listed(rows, judge_id) if row.status == ACTIVE]
    return JudgeDeskRow(name, tuple(items), chosen, tuple(entrants))


def confirm_sheet(
    uow: UnitOfWork, *, item_id: int, nominee_id: int, points: Mapping[int, Decimal], seen: Mapping[int, int]
) -> JudgeDeskRow:
    """Save and fix the signed-in judge's marks of one entrant: all fields at once, or nothing.

    ``points`` by field position (0 = total). ``seen``: the versions that the judge saw. Raises
    :class:`RuleBroken` for an entrant of the own unit or a sheet that is confirmed already, and
    :class:`InvalidInput` when a field is missing: missing is not zero.
    """
    judge_id = _own(uow)
    item = open_panel_item(uow, item_id)
    require_coded(uow)
    nominee = find_nominee(uow, nominee_id)
    row = get_entrant(uow, item_id=item_id, nominee_id=nominee_id)
    cell = row.cells.get(judge_id)
    judge = find_judge(uow, judge_id)
    _check_may_mark(cell, row)
    wanted = [one.position for one in item.criteria] if item.per_criterion else [TOTAL]
    missing = [position for position in wanted if position not in points]
    if missing:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Some marks are missing. Fill in every field; 0 is a mark, empty is not.")
        )
    for position in wanted:
        save_judge_mark(
            uow, item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, points=points[position],
            criterion=position, seen_version=seen.get(position, 0),
        )  # fmt: skip
    for mark in _marks(uow, item_id, nominee_id, judge_id):
        if mark.state == GIVEN:
            mark.confirmed_at = uow.now
    uow.session.flush()
    uow.record(
        journal.JUDGE_SHEET_CONFIRMED, f"{nominee.entrant_code} · {judge.name}", item=item.key, nominee=nominee_id,
        judge=judge_id, marks={str(position): points[position] for position in wanted},
    )  # fmt: skip
    return get_desk(uow, item_id=item_id)


def release_sheet(uow: UnitOfWork, *, item_id: int, nominee_id: int, judge_id: int, reason: str) -> EntrantRow:
    """Let a confirmed sheet be changed again: only the office, with a reason that stays in the journal."""
    require(uow, Right.MANAGE_FINAL)
    item = open_panel_item(uow, item_id)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the confirmed mark is released."))
    marks = [mark for mark in _marks(uow, item_id, nominee_id, judge_id) if mark.confirmed_at is not None]
    if not marks:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This mark is not confirmed by the judge, so it can be changed."))
    for mark in marks:
        mark.confirmed_at = None
        mark.verified_by, mark.verified_by_id, mark.verified_at = "", None, None
    uow.session.flush()
    code, judge = find_nominee(uow, nominee_id).entrant_code, find_judge(uow, judge_id).name
    uow.record(
        journal.JUDGE_SHEET_RELEASED, f"{code} · {judge}", item=item.key, nominee=nominee_id, judge=judge_id, reason=why
    )
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id)


def list_mark_sheets(uow: UnitOfWork, *, item_id: int) -> list[MarkSheet]:
    """评分表 of every judge and group of an item: empty for the pen, or with what the judge confirmed on screen."""
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.PRINT_PAPERS)
    item = next(one for one in list_items(uow) if one.id == find_item(uow, item_id).id)
    sheet = get_sheet(uow, item_id=item_id)
    times = _confirmed_at(uow, item_id)
    found: list[MarkSheet] = []
    for group in sheet.groups or (None,):
        rows = [row for row in sheet.rows if row.status == ACTIVE and (group is None or row.group == group)]
        for seat in sheet.judges:
            own = _listed(rows, seat.judge_id)
            if own:
                lines = tuple(_line(row, item, seat.judge_id, times) for row in own)
                criteria = tuple((one.name, one.full) for one in item.criteria)
                found.append(MarkSheet(item.name, group_letter(group), seat.name, item.full, criteria, lines))
    return found


def _listed(rows: Sequence[EntrantRow], judge_id: int) -> list[EntrantRow]:
    """The entrants on a judge's list: those of the panel; while secret codes hide the names only those to be marked."""
    return [row for row in rows if judge_id in row.cells]


def _line(
    row: EntrantRow, item: ItemRow, judge_id: int, times: Mapping[tuple[int, int], datetime]
) -> MarkSheetLine:
    cell = row.cells[judge_id]
    shown = cell.confirmed
    marks = tuple(cell.criteria.get(one.position) if shown else None for one in item.criteria)
    at = times.get((row.nominee_id, judge_id))
    return MarkSheetLine(
        row.appearance, row.code, marks, cell.points if shown else None,
        f"{at.astimezone():%H:%M}" if at is not None else "", cell.given is Given.AVOIDED,
    )  # fmt: skip


def _own(uow: UnitOfWork) -> int:
    require(uow, Right.ENTER_OWN_JUDGE_MARKS)
    judge_id = uow.person.judge_id
    if judge_id is None:
        raise NotAllowed(
            QT_TRANSLATE_NOOP("exam", "This account belongs to no judge. Ask the office to link it under Accounts.")
        )
    return judge_id


def _sits(uow: UnitOfWork, item: ItemRow, judge_id: int) -> bool:
    panels = list_panels(uow, item_id=item.id)
    return any(seat.judge_id == judge_id for panel in panels for seat in panel.seats)


def _entrant(row: EntrantRow, judge_id: int) -> JudgeEntrantRow:
    cell = row.cells[judge_id]
    points = dict(cell.criteria)
    if not points and cell.points is not None:
        points = {TOTAL: cell.points}
    return JudgeEntrantRow(
        row.nominee_id, row.code, row.group, row.appearance, cell.given, points, cell.versions, cell.points,
        cell.confirmed,
    )  # fmt: skip


def _check_may_mark(cell: MarkCell | None, row: EntrantRow) -> None:
    if row.status != ACTIVE:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{code} does not take part any more and gets no marks."), code=row.code
        )
    if cell is None:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "You do not mark {code}."), code=row.code)
    if cell.given is Given.AVOIDED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{code} comes from your own unit, so you do not mark. The office can allow it."),
            code=row.code,
        )
    if cell.confirmed:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "You confirmed the mark of {code}; it is fixed. The office can release it with a reason."
            ),
            code=row.code,
        )


def _marks(uow: UnitOfWork, item_id: int, nominee_id: int, judge_id: int) -> Sequence[JudgeMark]:
    return uow.session.scalars(
        select(JudgeMark).where(
            JudgeMark.item_id == item_id, JudgeMark.nominee_id == nominee_id, JudgeMark.judge_id == judge_id
        )
    ).all()


def _confirmed_at(uow: UnitOfWork, item_id: int) -> dict[tuple[int, int], datetime]:
    query = select(JudgeMark.nominee_id, JudgeMark.judge_id, JudgeMark.confirmed_at).where(
        JudgeMark.item_id == item_id, JudgeMark.confirmed_at.is_not(None)
    )
    return {(nominee, judge): at for nominee, judge, at in uow.session.execute(query) if at is not None}

