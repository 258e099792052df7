"""The marks of the final in the grid: entrants x judges, entrants x criteria of one judge, or one written mark."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from exam.errors import InvalidInput
from exam.rules.item_marks import Given, Progress
from exam.rules.marks import ATTENDANCE_NAMES, Attendance, MarkInput, MarkScale, parse_mark, show, typed_form
from exam.rules.nominations import ACTIVE, STATUS_NAMES
from exam.words import QT_TRANSLATE_NOOP
from ui.i18n import words
from ui.item_models.mark_grid_rows import ColumnKind, GridCell, GridColumn, GridRow, Pill

if TYPE_CHECKING:
    from exam.services.judging_sheet import EntrantRow, MarkCell, Sheet
    from exam.services.panels import SeatRow

translate = QCoreApplication.translate
ALL_JUDGES = 0
WRITTEN_COLUMN = "written"


@dataclass(frozen=True, slots=True)
class JudgeReader:
    """Reads a judge's cell: a mark, ``/`` for an absent judge, or nothing."""

    scale: MarkScale

    def __call__(self, text: str) -> MarkInput:
        read = parse_mark(text, self.scale)
        if read.attendance not in (None, Attendance.ABSENT):
            text = QT_TRANSLATE_NOOP("exam", "A judge's cell takes a mark, or / where the judge is absent.")
            raise InvalidInput(text)
        return read


@dataclass(frozen=True, slots=True)
class Layout:
    """What the columns of a sheet are. ``judge``: the judge whose criteria are shown, or 0 for all judges.

    ``second``: the blind second entry of a panel.
    """

    kind: str
    judge: int
    positions: tuple[int, ...]
    second: bool = False


def layout_of(sheet: Sheet, judge: int, second: bool = False) -> Layout:
    """Criteria of one judge only where the item is marked per criterion and that judge is on the panel."""
    if sheet.item.kind != "panel":
        return Layout(WRITTEN_COLUMN, ALL_JUDGES, ())
    if sheet.item.per_criterion and judge in {seat.judge_id for seat in sheet.judges}:
        return Layout("criteria", judge, tuple(one.position for one in sheet.item.criteria), second)
    return Layout("judges", ALL_JUDGES, (), second)


def grid_columns(sheet: Sheet, layout: Layout) -> list[GridColumn]:
    """Code first, then what is typed in paper order, then what follows from it."""
    columns = [GridColumn("code", translate("FinalGrid", "Entrant code"), width=110, strong=True, names_row=True)]
    if sheet.names:
        columns.append(GridColumn("name", translate("FinalGrid", "Name"), width=110, names_row=True))
        columns.append(GridColumn("unit", translate("FinalGrid", "Unit"), width=150, quiet=True))
    mark = ColumnKind.MARK
    if layout.kind == WRITTEN_COLUMN:
        scale = MarkScale(sheet.item.full, sheet.step)
        title = f"{sheet.item.name} (0–{show(sheet.item.full)})"
        columns.append(GridColumn(WRITTEN_COLUMN, title, mark, 190, scale))
    elif layout.kind == "criteria":
        for one in sheet.item.criteria:
            scale = MarkScale(one.full, sheet.step)
            title = f"{one.name} (0–{show(one.full)})"
            columns.append(GridColumn(one.position, title, mark, 150, scale, parse=JudgeReader(scale)))
        columns.append(GridColumn("judge_total", translate("FinalGrid", "Judge's total"), ColumnKind.FIGURE, 110))
    else:
        scale = MarkScale(sheet.item.full, sheet.step)
        columns += [_judge_column(seat, at, scale) for at, seat in enumerate(sheet.judges, 1)]
    if layout.kind != WRITTEN_COLUMN and not layout.second:
        columns.append(GridColumn("mark", _mark_title(sheet), ColumnKind.FIGURE, 120, strong=True))
    if any(row.adjustment for row in sheet.rows) and not layout.second:
        columns.append(GridColumn("adjustment", translate("FinalGrid", "Bonus −/+"), ColumnKind.FIGURE, 90))
        columns.append(GridColumn("final", translate("FinalGrid", "Final"), ColumnKind.FIGURE, 100, strong=True))
    columns.append(GridColumn("state", translate("FinalGrid", "State"), ColumnKind.STATE, 150, stretch=True))
    return columns


def _judge_column(seat: SeatRow, number: int, scale: MarkScale) -> GridColumn:
    title = translate("FinalGrid", "Judge {n}").format(n=number)
    tip = translate("FinalGrid", "{name}, chief judge").format(name=seat.name) if seat.chief else seat.name
    if seat.unit:
        tip = f"{tip} · {seat.unit}"
    return GridColumn(seat.judge_id, title, ColumnKind.MARK, 88, scale, tip=tip, parse=JudgeReader(scale))


def _mark_title(sheet: Sheet) -> str:
    rule = sheet.item.rule
    trimmed = rule.drop_high or rule.drop_low
    return {
        "mean": translate("FinalGrid", "Trimmed mean") if trimmed else translate("FinalGrid", "Mean"),
        "sum": translate("FinalGrid", "Trimmed sum") if trimmed else translate("FinalGrid", "Sum"),
        "median": translate("FinalGrid", "Median"),
    }[rule.combine]


def grid_row(row: EntrantRow, sheet: Sheet, layout: Layout) -> GridRow:
    """An entrant as the grid shows it."""
    texts: dict[Any, str] = {
        "code": row.code or "–",
        "name": row.name,
        "unit": row.unit,
        "mark": _figure(row.mark),
        "adjustment": f"{row.adjustment:+f}".replace("-", "−") if row.adjustment else "",
        "final": _figure(row.final),
    }
    out = row.progress is Progress.OUT
    cells: dict[Any, GridCell] = {}
    if layout.kind == WRITTEN_COLUMN:
        cells[WRITTEN_COLUMN] = _written_cell(row, out)
    elif layout.kind == "criteria":
        cell = row.cells.get(layout.judge)
        for position in layout.positions:
            cells[position] = _criterion_cell(cell, position, out)
        texts["judge_total"] = _figure(cell.points) if cell is not None else ""
    else:
        names = {seat.judge_id: seat.name for seat in sheet.judges}
        for judge_id, name in names.items():
            cells[judge_id] = _judge_cell(row.cells.get(judge_id), name, out, bool(sheet.item.per_criterion))
    search = f"{row.code} {row.name} {row.unit}".casefold()
    pill = state_pill(row)
    if layout.second and row.progress in (Progress.COMPLETE, Progress.SHORT):
        pill = Pill(translate("FinalGrid", "Typed a second time"), "ok", "check")
    return GridRow(row.nominee_id, texts, cells, pill, search, row)


def state_pill(row: EntrantRow) -> Pill:
    """How far the entrant is, as icon, word and colour."""
    if row.progress is Progress.OUT and row.status == ACTIVE:
        # A judge looking at an entrant of another panel or of the own unit.
        return Pill(translate("FinalGrid", "Does not mark this entrant"), "quiet", "user-x")
    if row.progress is Progress.OUT:
        return Pill(words(STATUS_NAMES.get(row.status, row.status)), "quiet", "user-x")
    attendance = row.written.attendance
    if row.progress in (Progress.COMPLETE, Progress.VERIFIED) and attendance:
        state = Attendance(attendance)
        if not state.takes_marks or state is Attendance.ZEROED:
            return Pill(words(ATTENDANCE_NAMES[state]), "error" if state is Attendance.ZEROED else "quiet", "user-x")
    text, tone, icon = {
        Progress.EMPTY: (translate("FinalGrid", "To enter"), "quiet", "circle-dashed"),
        Progress.WORKING: (translate("FinalGrid", "Being entered"), "accent", "pencil"),
        Progress.SHORT: (translate("FinalGrid", "Too few judges"), "error", "circle-alert"),
        Progress.DOUBT: (translate("FinalGrid", "Needs a look"), "warn", "triangle-alert"),
        Progress.COMPLETE: (translate("FinalGrid", "To verify"), "accent", "clipboard-check"),
        Progress.VERIFIED: (translate("FinalGrid", "Verified"), "ok", "circle-check"),
        Progress.OUT: ("", "quiet", ""),
    }[row.progress]
    return Pill(text, tone, icon)


def seen_by_judge(sheet: Sheet, rows: Mapping[int, EntrantRow]) -> list[tuple[str, str, int, int]]:
    """Seen and expected marks per judge: column title, name, seen, expected."""
    result: list[tuple[str, str, int, int]] = []
    for number, seat in enumerate(sheet.judges, 1):
        cells = [row.cells.get(seat.judge_id) for row in rows.values() if row.progress is not Progress.OUT]
        asked = [cell for cell in cells if cell is not None and cell.given is not Given.AVOIDED]
        seen = sum(not cell.given.expected for cell in asked)
        result.append((translate("FinalGrid", "Judge {n}").format(n=number), seat.name, seen, len(asked)))
    return result


def _judge_cell(cell: MarkCell | None, name: str, out: bool, totals_only: bool) -> GridCell:
    if cell is None:
        # The same for a judge of another panel and, behind secret codes, of the own unit: the unit is not told.
        return GridCell("–", hatched=True, read_only=True, tip=translate("FinalGrid", "Does not mark this entrant"))
    if cell.given is Given.AVOIDED:
        tip = translate("FinalGrid", "{name} comes from the entrant's unit and does not mark.").format(name=name)
        return GridCell(translate("FinalGrid", "avoids"), hatched=True, read_only=True, tip=tip)
    version = cell.versions.get(0, 0)
    if cell.given is Given.ABSENT:
        tip = translate("FinalGrid", "The judge did not mark and is left out of the count.")
        text = typed_form(Attendance.ABSENT)
        return GridCell(text, hatched=True, read_only=out or totals_only, tip=tip, version=version)
    fixed = translate("FinalGrid", "{name} confirmed this mark; it is fixed.").format(name=name)
    doubt = ""
    if cell.doubtful:
        doubt = translate("FinalGrid", "{mark} is far from the other judges. Compare it with the paper.").format(
            mark=_figure(cell.points)
        )
    tip = translate("FinalGrid", "Dropped by the rule") if cell.dropped else ""
    if cell.confirmed:
        tip = f"{tip}\n{fixed}".strip()
    text = show(cell.points) if cell.points is not None else ""
    return GridCell(text, out, doubt, cell.dropped, out or totals_only or cell.confirmed, tip, version=version)


def _criterion_cell(cell: MarkCell | None, position: int, out: bool) -> GridCell:
    if cell is None or cell.given is Given.AVOIDED:
        return _judge_cell(cell, "", out, True)
    if cell.given is Given.ABSENT:
        tip = translate("FinalGrid", "The judge did not mark and is left out of the count.")
        version = cell.versions.get(0, 0)
        return GridCell(typed_form(Attendance.ABSENT), hatched=True, read_only=out, tip=tip, version=version)
    points = cell.criteria.get(position)
    version = cell.versions.get(position, 0)
    tip = translate("FinalGrid", "The judge confirmed this mark; it is fixed.") if cell.confirmed else ""
    text = show(points) if points is not None else ""
    doubt = ""
    if cell.doubtful:
        # Every criterion of the doubtful total is to be compared; ticking one ticks the sheet.
        doubt = translate("FinalGrid", "The total {mark} is far from the other judges. Compare it with the paper.")
        doubt = doubt.format(mark=_figure(cell.points))
    return GridCell(text, out, doubt, read_only=out or cell.confirmed, tip=tip, version=version)


def _written_cell(row: EntrantRow, out: bool) -> GridCell:
    paper = row.written
    text = show(paper.points) if paper.points is not None else ""
    state = Attendance(paper.attendance) if paper.attendance else None
    settled = state is not None and (not state.takes_marks or state is Attendance.ZEROED)
    retype = typed_form(state) if state is not None and settled and not text else ""
    return GridCell(text, out or (settled and not text), read_only=out, retype=retype, version=paper.version)


def _figure(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")
