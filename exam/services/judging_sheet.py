"""What the marking of an item looks like now: entrants x judges, gathered and judged by the rules.

Reading only. Plain column queries: a sheet of some thousand entrants is made in one go.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from sqlalchemy import select

from exam.rules.item_marks import Given, PanelState, Progress, item_total, panel_state, written_mark
from exam.rules.item_templates import PANEL
from exam.rules.marks import Attendance
from exam.rules.nominations import ACTIVE
from exam.rules.panel import INCOMPLETE, PanelOutcome, dropped_places, far_from_others, sum_of_criteria
from exam.services.competition import get_rules
from exam.services.entrants import hides_names, may_see_names
from exam.services.items import ItemRow, get_item, list_items
from exam.services.judging_rows import (
    Entrant,
    Marks,
    Signed,
    WrittenCell,
    adjustments_of,
    entrants_of,
    judge_marks,
    own_judge,
    timed_by,
    written_cells,
)
from exam.services.panels import ALL_GROUPS, SeatRow, list_panels
from exam.unit_of_work import UnitOfWork
from models.judging import AvoidanceOverride


@dataclass(frozen=True, slots=True)
class MarkCell:
    """One judge's mark for one entrant: the total (``points``) and each criterion (position -> mark).

    ``versions`` by criterion position (0 = total) go back with a change. ``far``: far from the other judges;
    ``ticked``: somebody looked and it is right. ``dropped``: left out by the rule. ``confirmed``: by the judge
    in the judge view, and fixed since.
    """

    given: Given
    points: Decimal | None = None
    criteria: Mapping[int, Decimal] = field(default_factory=dict[int, Decimal])
    versions: Mapping[int, int] = field(default_factory=dict[int, int])
    far: bool = False
    ticked: bool = False
    dropped: bool = False
    confirmed: bool = False

    @property
    def doubtful(self) -> bool:
        """Whether a person has to look at it."""
        return self.far and not self.ticked


@dataclass(frozen=True, slots=True)
class EntrantRow:
    """One entrant in one item. ``name`` and ``unit`` are empty unless names were asked for and allowed.

    ``cells`` by judge id, of those who mark this entrant: while secret codes hide the names a judge of the own unit
    is not among them, since "avoids" beside a code would tell the unit. ``written`` for items without a panel.
    ``mark`` is the panel's (or written) mark, ``final`` with the item's bonus and deduction lines.
    ``entered_by``: who may not verify it. ``timed``: the time on stage is written down.
    """

    nominee_id: int
    code: str
    group: int | None
    appearance: int | None
    status: str
    name: str
    unit: str
    cells: Mapping[int, MarkCell]
    written: WrittenCell
    outcome: PanelOutcome
    mark: Decimal | None
    adjustment: Decimal
    final: Decimal | None
    progress: Progress
    entered_by: tuple[str, ...]
    verified_by: str
    timed: bool = False


@dataclass(frozen=True, slots=True)
class CompletenessRow:
    """How many of a judge's marks of a group are in."""

    judge_id: int
    judge: str
    group: int
    seen: int
    expected: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """The marking of an item (or one group of it) as it stands now. ``groups`` lists all groups."""

    item: ItemRow
    group: int | None
    groups: tuple[int, ...]
    judges: tuple[SeatRow, ...]
    rows: tuple[EntrantRow, ...]
    step: Decimal
    spread: Decimal
    codes_missing: int
    names: bool

    def count(self, *states: Progress) -> int:
        """How many entrants are in one of these states."""
        return sum(row.progress in states for row in self.rows)

    @property
    def expected(self) -> int:
        """How many entrants are to be marked."""
        return sum(row.progress is not Progress.OUT for row in self.rows)

    @property
    def untimed(self) -> int:
        """For how many entrants of an item with a time limit no time is written down."""
        return sum(not row.timed and row.progress is not Progress.OUT for row in self.rows if self.item.overtime.limit)

    @property
    def done(self) -> int:
        """How many entrants have a mark."""
        return self.count(Progress.COMPLETE, Progress.VERIFIED, Progress.DOUBT)


def get_sheet(
    uow: UnitOfWork, *, item_id: int, group: int | None = None, with_names: bool = False, second: bool = False
) -> Sheet:
    """The sheet of an item, for one group or (None) for all, in the order of appearance.

    ``second`` shows the blind second entry of a panel instead of the first; nothing of the first is in it.

    Names and units come only with ``with_names`` and the right to see them beside marks. A judge sees
    only the own marks.
    """
    item = get_item(uow, item_id=item_id)
    rules = get_rules(uow)
    names = with_names and may_see_names(uow)
    entrants = entrants_of(uow, None)
    groups = tuple(sorted({one.group or 0 for one in entrants if one.status == ACTIVE} - {0}))
    shown = [one for one in entrants if group is None or one.group == group]
    panels = _panels(uow, item)
    rows = _rows(uow, item, shown, panels, rules.spread_warning, rules.item_places, names, second)
    judges: dict[int, SeatRow] = {}
    for one in shown:
        for seat in _seats(panels, one.group):
            judges.setdefault(seat.judge_id, seat)
    own = own_judge(uow)
    seen = [seat for seat in judges.values() if own is None or seat.judge_id == own]
    if hides_names(uow):
        # A judge's unit beside an empty place would tell the unit of the code.
        seen = [replace(seat, unit_id=None, unit="") for seat in seen]
    return Sheet(
        item, group, groups, tuple(seen), tuple(rows), rules.mark_step, rules.spread_warning,
        sum(not one.code for one in shown if one.status == ACTIVE), names,
    )  # fmt: skip


def get_entrant(
    uow: UnitOfWork, *, item_id: int, nominee_id: int, with_names: bool = False, second: bool = False
) -> EntrantRow:
    """One entrant's row of the sheet, as it stands now; ``second`` as for :func:`get_sheet`."""
    item, rules = get_item(uow, item_id=item_id), get_rules(uow)
    names = with_names and may_see_names(uow)
    entrants = entrants_of(uow, nominee_id)
    panels = _panels(uow, item)
    return _rows(uow, item, entrants, panels, rules.spread_warning, rules.item_places, names, second)[0]


def get_completeness(uow: UnitOfWork, *, item_id: int) -> list[CompletenessRow]:
    """Seen and expected marks per judge and group; avoided and absent judges are not expected."""
    sheet = get_sheet(uow, item_id=item_id)
    counts: dict[tuple[int, int], list[int]] = {}
    for row in sheet.rows:
        if row.progress is Progress.OUT:
            continue
        for judge_id, cell in row.cells.items():
            if cell.given is Given.AVOIDED:
                continue
            place = counts.setdefault((judge_id, row.group or 0), [0, 0])
            place[0] += not cell.given.expected
            place[1] += 1
    names = {seat.judge_id: seat.name for seat in sheet.judges}
    return [
        CompletenessRow(judge_id, names.get(judge_id, ""), group, seen, expected)
        for (judge_id, group), (seen, expected) in sorted(counts.items(), key=lambda one: (one[0][1], one[0][0]))
    ]


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One elite's result in one item; ``final`` None while it is incomplete."""

    item_id: int
    nominee_id: int
    mark: Decimal | None
    adjustment: Decimal
    final: Decimal | None
    progress: Progress


def list_item_results(uow: UnitOfWork) -> list[ItemResult]:
    """The results of all written and panel items, entrant by entrant."""
    rules = get_rules(uow)
    entrants = entrants_of(uow, None)
    results: list[ItemResult] = []
    for item in list_items(uow):
        rows = _rows(uow, item, entrants, _panels(uow, item), rules.spread_warning, rules.item_places, False)
        results.extend(
            ItemResult(item.id, row.nominee_id, row.mark, row.adjustment, row.final, row.progress) for row in rows
        )
    return results


def _panels(uow: UnitOfWork, item: ItemRow) -> dict[int, tuple[SeatRow, ...]]:
    return {panel.group: panel.seats for panel in list_panels(uow, item_id=item.id)} if item.kind == PANEL else {}


def _seats(panels: Mapping[int, tuple[SeatRow, ...]], group: int | None) -> tuple[SeatRow, ...]:
    return panels.get(group or ALL_GROUPS) or panels.get(ALL_GROUPS, ())


def _rows(
    uow: UnitOfWork,
    item: ItemRow,
    entrants: Collection[Entrant],
    panels: Mapping[int, tuple[SeatRow, ...]],
    spread: Decimal,
    places: int,
    names: bool,
    second: bool = False,
) -> list[EntrantRow]:
    only = [one.nominee_id for one in entrants] if len(entrants) == 1 else None
    own = own_judge(uow)
    if own is not None and item.kind != PANEL:
        return []
    hidden = hides_names(uow)
    adjustments = adjustments_of(uow, item.id, only)
    signed: dict[int, Signed] = {}
    if item.kind == PANEL:
        judged = judge_marks(uow, item, only, signed, second)
        timed = timed_by(uow, item, only)
        for nominee_id, name in timed.items():
            signed.setdefault(nominee_id, Signed()).entered[name] = None
        overrides = {(one.judge_id, one.nominee_id) for one in uow.session.scalars(select(AvoidanceOverride))}
        written: dict[int, WrittenCell] = {}
    else:
        judged, overrides, timed = {}, set[tuple[int, int]](), dict[int, str]()
        written = written_cells(uow, item.id, only, signed)
    result: list[EntrantRow] = []
    for one in entrants:
        cells: dict[int, MarkCell] = {}
        paper = written.get(one.nominee_id, WrittenCell())
        if item.kind == PANEL:
            cells, state = _judge(item, one, _seats(panels, one.group), judged, overrides, spread)
        else:
            state = _written_state(paper)
        if own is not None:
            state = _own_state(cells.get(own))
        if hidden:
            cells = {judge_id: cell for judge_id, cell in cells.items() if cell.given is not Given.AVOIDED}
        mine = signed.get(one.nominee_id, Signed())
        lines = adjustments.get(one.nominee_id, [])
        progress = _progress(one, state.progress, cells, mine)
        mark = state.outcome.mark if item.kind == PANEL else written_mark(paper.points, paper.attendance)
        result.append(
            EntrantRow(
                one.nominee_id, one.code, one.group, one.appearance, one.status, one.name if names else "",
                one.unit if names else "", cells, paper, state.outcome, mark, sum(lines, Decimal(0)),
                item_total(mark, lines, places), progress, tuple(mine.entered),
                ", ".join(dict.fromkeys(mine.verified)) if progress is Progress.VERIFIED else "",
                one.nominee_id in timed,
            )
        )  # fmt: skip
    return result


def _judge(
    item: ItemRow,
    one: Entrant,
    seats: tuple[SeatRow, ...],
    judged: Mapping[tuple[int, int], Marks],
    overrides: Collection[tuple[int, int]],
    spread: Decimal,
) -> tuple[dict[int, MarkCell], PanelState]:
    cells: dict[int, MarkCell] = {}
    for seat in seats:
        marks = judged.get((one.nominee_id, seat.judge_id), Marks())
        avoided = seat.unit_id == one.unit_id and (seat.judge_id, one.nominee_id) not in overrides
        cells[seat.judge_id] = _cell(item, marks, avoided)
    points = [cell.points if cell.given is Given.GIVEN else None for cell in cells.values()]
    far = far_from_others(points, item.full, spread)
    state = panel_state([(cell.given, cell.points) for cell in cells.values()], item.rule)
    struck = dropped_places(points, item.rule) if state.progress is Progress.COMPLETE else ()
    if any(far) or struck:
        for at, (judge_id, cell) in enumerate(cells.items()):
            if far[at] or at in struck:
                cells[judge_id] = replace(cell, far=far[at], dropped=at in struck)
    return cells, state


def _own_state(cell: MarkCell | None) -> PanelState:
    """What a judge sees of an entrant: whether the own mark is in, and never the panel's."""
    if cell is None or cell.given is Given.AVOIDED:
        return PanelState(INCOMPLETE, Progress.OUT)
    states = {Given.WAITING: Progress.EMPTY, Given.PARTLY: Progress.WORKING}
    return PanelState(INCOMPLETE, states.get(cell.given, Progress.COMPLETE))


def _cell(item: ItemRow, marks: Marks, avoided: bool) -> MarkCell:
    if avoided:
        return MarkCell(Given.AVOIDED, versions=marks.versions)
    if marks.absent:
        return MarkCell(Given.ABSENT, versions=marks.versions, confirmed=marks.confirmed)
    if item.per_criterion:
        points = sum_of_criteria([marks.points.get(one.position) for one in item.criteria])
        given = Given.GIVEN if points is not None else Given.PARTLY if marks.points else Given.WAITING
    else:
        points = marks.points.get(0)
        given = Given.GIVEN if points is not None else Given.WAITING
    ticked = marks.ticked and bool(marks.points)
    return MarkCell(given, points, marks.points, marks.versions, ticked=ticked, confirmed=marks.confirmed)


def _written_state(paper: WrittenCell) -> PanelState:
    if paper.points is None and paper.attendance in ("", Attendance.PRESENT, Attendance.LATE):
        return PanelState(INCOMPLETE, Progress.WORKING if paper.attendance else Progress.EMPTY)
    return PanelState(INCOMPLETE, Progress.COMPLETE)


def _progress(one: Entrant, progress: Progress, cells: Mapping[int, MarkCell], mine: Signed) -> Progress:
    if one.status != ACTIVE:
        return Progress.OUT
    if progress is Progress.COMPLETE:
        if any(cell.doubtful for cell in cells.values()):
            return Progress.DOUBT
        if mine.verified and all(mine.verified):
            return Progress.VERIFIED
    return progress


