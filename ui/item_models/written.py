"""The written round in the grid and in the table of unit averages."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import ATTENDANCE_NAMES, Attendance, show, typed_form
from exam.services.mark_rows import MarkState
from ui.i18n import words
from ui.item_models.mark_grid_rows import ColumnKind, GridCell, GridColumn, GridRow, LateRow, Pill
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow, SectionMark
    from exam.services.result_units import UnitAverageRow
    from exam.services.sittings import SittingRow


translate = QCoreApplication.translate
HIDDEN = "•••"
"""Stands for a mark that this person may not see yet."""


def grid_columns(sitting: SittingRow, rows: tuple[MarkRow, ...]) -> list[GridColumn]:
    """Columns in paper order; seats and names only where there are some to show."""
    named, many = any(row.name for row in rows), len(sitting.sections) > 1
    columns: list[GridColumn] = []
    if sitting.sealed:
        columns.append(GridColumn("paper", translate("WrittenTable", "Sealed no."), width=115, names_row=True))
    if not sitting.hides_names:
        ticket = translate("WrittenTable", "Ticket no.")
        columns.append(GridColumn("ticket", ticket, width=115, quiet=True, names_row=True))
    if any(row.seat for row in rows):
        columns.append(GridColumn("seat", translate("WrittenTable", "Seat"), width=80, quiet=True))
    if named:
        columns.append(GridColumn("name", translate("WrittenTable", "Name"), width=130, names_row=True))
        columns.append(GridColumn("number", translate("WrittenTable", "Staff no."), width=105, quiet=True))
        columns.append(GridColumn("unit", translate("WrittenTable", "Unit"), quiet=True, stretch=True))
    for section in sitting.sections:
        title = f"{section.name} (0–{show(section.scale.full)})"
        width = 130 if many else 170
        columns.append(GridColumn(section.id, title, ColumnKind.MARK, width, section.scale))
    if many:
        total = translate("WrittenTable", "Total")
        columns.append(GridColumn("total", total, ColumnKind.FIGURE, 90, strong=True))
    state = translate("WrittenTable", "State")
    columns.append(GridColumn("state", state, ColumnKind.STATE, 150, stretch=not named))
    return columns


def grid_rows(rows: Sequence[MarkRow]) -> list[LateRow]:
    """All candidates for the grid; what a row shows is worked out when it comes into sight."""
    return [grid_row(row) for row in rows]


def grid_row(row: MarkRow) -> LateRow:
    """A candidate as the grid shows it."""
    state = row.state
    return LateRow(row.candidate_id, row.search, row, _grid_row, state, state in _WAITS)


_WAITS = (MarkState.TO_ENTER, MarkState.ENTERING)


def _grid_row(row: MarkRow) -> GridRow:
    texts = {
        "paper": row.sealed_number,
        "ticket": row.ticket_number,
        "seat": row.seat,
        "name": row.name,
        "number": row.staff_number,
        "unit": row.unit,
    }
    if len(row.marks) > 1:
        texts["total"] = "" if row.total is None else show(row.total)
    cells = {mark.section_id: _cell(row, mark) for mark in row.marks}
    return GridRow(row.candidate_id, texts, cells, state_pill(row))


def state_pill(row: MarkRow) -> Pill:
    """How far a candidate is; the way of taking part is named where it matters."""
    state = row.attendance
    name = words(ATTENDANCE_NAMES[state]) if state is not None else ""
    if state is Attendance.WITHDRAWN or state is Attendance.ZEROED:
        return Pill(name, "error", "ban")
    if row.state is MarkState.AWAY:
        return Pill(name, "quiet", "user-x" if state is Attendance.ABSENT else "hand")
    text, tone, icon = {
        MarkState.TO_ENTER: (translate("WrittenTable", "To enter"), "quiet", "circle-dashed"),
        MarkState.ENTERING: (translate("WrittenTable", "Being entered"), "accent", "pencil"),
        MarkState.TO_VERIFY: (translate("WrittenTable", "To verify"), "accent", "clipboard-check"),
        MarkState.DONE: (translate("WrittenTable", "Verified"), "ok", "circle-check"),
        MarkState.AWAY: ("", "quiet", ""),
    }[row.state]
    if state in (Attendance.LATE, Attendance.DISCIPLINED):
        text = f"{text} · {name}"
        tone = "warn" if state is Attendance.DISCIPLINED else tone
    return Pill(text, tone, icon)


def _cell(row: MarkRow, mark: SectionMark) -> GridCell:
    if mark.hidden:
        tip = translate(
            "WrittenTable",
            "Entered by {name}. Type it again on the tab Second entry; a third person settles a difference.",
        )
        return GridCell(HIDDEN, read_only=True, tip=tip.format(name=mark.entered_by), version=mark.version)
    if mark.barred and mark.points is None:
        tip = translate("WrittenTable", "You made the second entry here; the first is for somebody else")
        return GridCell(read_only=True, tip=tip, version=mark.version)
    if mark.points is None and row.attendance is None:
        return GridCell(version=mark.version)
    text = "" if mark.points is None else show(mark.points)
    away = row.attendance is not None and not row.attendance.takes_marks
    tip = ""
    if mark.entered_by and mark.points is not None:
        tip = translate("WrittenTable", "Entered by {name}").format(name=mark.entered_by)
        if mark.verified_by:
            tip += " · " + translate("WrittenTable", "verified by {name}").format(name=mark.verified_by)
    settled = away or (row.attendance is Attendance.ZEROED and not text)
    retype = typed_form(row.attendance) if settled and row.attendance is not None and not text else ""
    return GridCell(text, hatched=settled, dropped=away, tip=tip, retype=retype, version=mark.version)


def average_model() -> RowsModel[UnitAverageRow]:
    """One line per unit in the all-staff round."""
    return RowsModel(
        [
            Column(translate("WrittenTable", "Unit"), lambda row: row.unit, stretch=True),
            Column(translate("WrittenTable", "Drawn"), lambda row: str(row.result.drawn), "right",
                   lambda row: row.result.drawn, width=64),
            Column(translate("WrittenTable", "Sat"), lambda row: str(row.result.sat), "right",
                   lambda row: row.result.sat, width=64),
            Column(translate("WrittenTable", "Absent"), lambda row: str(row.result.absent), "right",
                   lambda row: row.result.absent, width=64),
            Column(translate("WrittenTable", "Excused"), lambda row: str(row.result.excused), "right",
                   lambda row: row.result.excused, width=64),
            Column(translate("WrittenTable", "Participation"), _rate, "right",
                   lambda row: row.result.participation_rate, width=96),
            Column(translate("WrittenTable", "Average"), _average, "right", lambda row: row.result.average,
                   width=90, bold=True),
            Column(translate("WrittenTable", "State"), _missing, tone=_tone, icon=_icon, width=120, pill=True),
        ],
        search_key=lambda row: row.unit,
        row_key=lambda row: row.unit_id,
    )  # fmt: skip


def _rate(row: UnitAverageRow) -> str:
    return "" if row.result.participation_rate is None else f"{row.result.participation_rate} %"


def _average(row: UnitAverageRow) -> str:
    return "" if row.result.average is None else str(row.result.average)


def _missing(row: UnitAverageRow) -> str:
    if row.result.complete:
        return translate("WrittenTable", "Complete")
    return translate("WrittenTable", "{n} missing").format(n=row.result.missing)


def _tone(row: UnitAverageRow) -> str:
    return "ok" if row.result.complete else "quiet"


def _icon(row: UnitAverageRow) -> str:
    return "circle-check" if row.result.complete else "circle-dashed"
