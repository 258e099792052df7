"""The blind second entry in the grid, the list of differences, and the tables of what is done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.errors import InvalidInput
from exam.rules.double_entry import SLIP_NAMES
from exam.rules.marks import Attendance, MarkInput, MarkScale, parse_mark, show
from exam.services.mark_completeness import Group, WaitsFor
from exam.words import QT_TRANSLATE_NOOP
from ui.i18n import words
from ui.item_models.mark_grid_rows import ColumnKind, GridCell, GridColumn, GridRow, LateRow, Pill
from ui.item_models.rows import Column, RowsModel
from ui.item_models.written import HIDDEN, grid_columns

if TYPE_CHECKING:
    from collections.abc import Callable

    from exam.services.mark_completeness import CompletenessRow, WaitingRow
    from exam.services.mark_rows import MarkRow, MarkSheet, SectionMark
    from exam.services.second_entry import DifferenceRow

translate = QCoreApplication.translate
_MARKS_ONLY = QT_TRANSLATE_NOOP(
    "exam", "Only marks are typed a second time. Who was absent is entered once, at the sign-in or in the first entry."
)


@cache
def _marks_only(scale: MarkScale) -> Callable[[str], MarkInput]:
    def read(text: str) -> MarkInput:
        typed = parse_mark(text, scale)
        if typed.attendance is not None:
            raise InvalidInput(_MARKS_ONLY)
        return typed

    return read


def second_columns(sheet: MarkSheet) -> list[GridColumn]:
    """The columns of the first entry; states cannot be typed."""
    return [
        replace(column, parse=_marks_only(column.scale)) if column.kind is ColumnKind.MARK else column
        for column in grid_columns(sheet.sitting, sheet.rows)
    ]


def second_rows(rows: Sequence[MarkRow]) -> list[LateRow]:
    """All papers for the second person; what a row shows is worked out when it comes into sight."""
    return [second_row(row) for row in rows]


def second_row(row: MarkRow) -> LateRow:
    """One paper with what was typed in the second entry; its state says whether nothing is left to type."""
    typed = typed_again(row)
    return LateRow(row.candidate_id, row.search, row, _second_row, typed, not typed)


def _second_row(row: MarkRow) -> GridRow:
    texts = {
        "paper": row.sealed_number, "ticket": row.ticket_number, "seat": row.seat, "name": row.name,
        "number": row.staff_number, "unit": row.unit,
    }  # fmt: skip
    if len(row.marks) > 1:
        texts["total"] = "" if row.total is None else show(row.total)
    cells = {mark.section_id: _cell(row, mark) for mark in row.marks}
    return GridRow(row.candidate_id, texts, cells, _pill(row))


def typed_again(row: MarkRow) -> bool:
    """Whether nothing is left to type a second time for this paper."""
    return _away(row) or _zeroed(row) or all(mark.stands for mark in row.marks)


def _zeroed(row: MarkRow) -> bool:
    return row.attendance is Attendance.ZEROED and not any(mark.stands for mark in row.marks)


def _away(row: MarkRow) -> bool:
    return row.attendance is not None and not row.attendance.takes_marks


def _cell(row: MarkRow, mark: SectionMark) -> GridCell:
    if _away(row):
        tip = translate("SecondEntry", "This candidate did not sit the exam. Look whether the number is right.")
        return GridCell(hatched=True, read_only=True, tip=tip, version=mark.version)
    if mark.hidden:
        tip = translate("SecondEntry", "Typed a second time by {name}. A third person settles a difference.")
        return GridCell(HIDDEN, read_only=True, tip=tip.format(name=mark.entered_by), version=mark.version)
    if mark.barred:
        tip = translate("SecondEntry", "You made the first entry here; the second is for somebody else")
        return GridCell("" if mark.points is None else show(mark.points), read_only=True, tip=tip, version=mark.version)
    return GridCell("" if mark.points is None else show(mark.points), version=mark.version)


def _pill(row: MarkRow) -> Pill:
    if _away(row):
        return Pill(translate("SecondEntry", "No paper"), "quiet", "user-x")
    if _zeroed(row):
        return Pill(translate("SecondEntry", "Zeroed: needs no mark"), "quiet", "ban")
    if typed_again(row):
        return Pill(translate("SecondEntry", "Typed again"), "ok", "circle-check")
    if all(mark.barred or mark.stands for mark in row.marks):
        return Pill(translate("SecondEntry", "For somebody else"), "quiet", "hand")
    if any(mark.stands for mark in row.marks):
        return Pill(translate("SecondEntry", "Being entered"), "accent", "pencil")
    return Pill(translate("SecondEntry", "To enter"), "quiet", "circle-dashed")


# Differences


def difference_model() -> RowsModel[DifferenceRow]:
    """Only the marks that were read differently."""
    return RowsModel(
        [
            Column(translate("Differences", "Number on the paper"), lambda row: row.paper, width=150, bold=True),
            Column(translate("Differences", "Section"), lambda row: row.section, width=110),
            Column(translate("Differences", "First entry"), lambda row: _value(row.first), "right", width=100),
            Column(translate("Differences", "Second entry"), lambda row: _value(row.second), "right", width=100),
            Column(translate("Differences", "Looks like"), _slip, stretch=True, width=130, secondary=True),
            Column(translate("Differences", "Entered by"), lambda row: f"{row.first_by} / {row.second_by}", width=150,
                   secondary=True),
        ],
        search_key=lambda row: f"{row.paper} {row.first_by} {row.second_by}",
        row_key=lambda row: (row.candidate_id, row.section_id),
    )  # fmt: skip


def _value(points: object) -> str:
    from decimal import Decimal

    return show(points) if isinstance(points, Decimal) else HIDDEN


def _slip(row: DifferenceRow) -> str:
    if row.mine:
        return translate("Differences", "You typed one of the two")
    return words(SLIP_NAMES[row.slip]) if row.slip is not None else ""


# Progress

GROUPS = {
    Group.SECTION: QT_TRANSLATE_NOOP("exam", "Section"),
    Group.ROOM: QT_TRANSLATE_NOOP("exam", "Room"),
    Group.RECORDER: QT_TRANSLATE_NOOP("exam", "Recorder"),
}
WAITS_FOR = {
    WaitsFor.VERIFICATION: QT_TRANSLATE_NOOP("exam", "verification"),
    WaitsFor.SECOND_ENTRY: QT_TRANSLATE_NOOP("exam", "second entry"),
    WaitsFor.THIRD_PERSON: QT_TRANSLATE_NOOP("exam", "third person"),
}


def completeness_model() -> RowsModel[CompletenessRow]:
    """Seen / expected, per section, room and recorder."""
    return RowsModel(
        [
            Column(translate("Progress", "By"), lambda row: words(GROUPS[row.group]), width=96,
                   secondary=True),
            Column(translate("Progress", "Which"), lambda row: row.name, stretch=True, width=90),
            Column(translate("Progress", "Typed"), lambda row: _of(row.entered, row.expected), "right",
                   lambda row: row.entered, width=92),
            Column(translate("Progress", "Typed again"), lambda row: _of(row.again, row.expected), "right",
                   lambda row: row.again, width=100),
            Column(translate("Progress", "Verified"), lambda row: _of(row.verified, row.expected), "right",
                   lambda row: row.verified, _tone, _icon, width=92),
        ],
        search_key=lambda row: row.name,
        row_key=lambda row: (row.group, row.name),
    )  # fmt: skip


def waiting_model() -> RowsModel[WaitingRow]:
    """The queue of marks that are not verified."""
    return RowsModel(
        [
            Column(translate("Progress", "Paper"), lambda row: f"{row.paper} · {row.section}", width=160, bold=True),
            Column(translate("Progress", "Entered by"), _people, stretch=True, width=104),
            Column(translate("Progress", "At"), lambda row: f"{row.entered_at.astimezone():%m-%d %H:%M}", width=116,
                   sort_key=lambda row: row.entered_at, secondary=True),
            Column(translate("Progress", "Waits for"), lambda row: words(WAITS_FOR[row.waits_for]),
                   tone=lambda row: "warn" if row.waits_for is WaitsFor.THIRD_PERSON else "accent", pill=True,
                   icon=_waits_icon, width=170),
        ],
        search_key=lambda row: f"{row.paper} {row.entered_by} {row.again_by}",
        row_key=lambda row: (row.candidate_id, row.section_id),
    )  # fmt: skip


def _waits_icon(row: WaitingRow) -> str:
    return "git-compare-arrows" if row.waits_for is WaitsFor.THIRD_PERSON else "clipboard-check"


def _of(count: int, expected: int | None) -> str:
    return str(count) if expected is None else f"{count} / {expected}"


def _tone(row: CompletenessRow) -> str:
    return "ok" if row.complete else ""


def _icon(row: CompletenessRow) -> str:
    return "circle-check" if row.complete else ""


def _people(row: WaitingRow) -> str:
    return f"{row.entered_by} / {row.again_by}" if row.again_by else row.entered_by
