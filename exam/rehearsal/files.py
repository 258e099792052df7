"""The workbooks of a rehearsal: marks written as a recorder would, nominations and judges' marks read back.

Everything that is read comes through the import gate, like the files of anybody else.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from exam.errors import InvalidInput
from exam.files.cells import Cell
from exam.files.tables import Table, read_table
from exam.rehearsal.marks import WrittenResult
from exam.rules.marks import Attendance
from exam.words import QT_TRANSLATE_NOOP

NUMBER = ("工号", "Staff number")
HEADERS = {
    "zh": ("序号", "密封号", "成绩"),
    "en": ("No.", "Sealed number", "Mark"),
}
STATES = {
    "zh": {Attendance.ABSENT: "缺考", Attendance.EXCUSED: "请假", Attendance.ZEROED: "作弊零分"},
    "en": {Attendance.ABSENT: "absent", Attendance.EXCUSED: "excused", Attendance.ZEROED: "zeroed"},
}
ABSENT_JUDGE = "缺席"


@dataclass(frozen=True, slots=True)
class JudgeSheet:
    """The marks of one panel item: the judges, and per staff number their marks in this order.

    ``None`` is a judge who was absent or left out for the entrant.
    """

    judges: tuple[str, ...]
    marks: Mapping[str, tuple[Decimal | None, ...]]


def write_written_marks(
    path: Path,
    rows: Sequence[tuple[str, Sequence[Decimal | None]]],
    title: str,
    language: str = "zh",
    sections: Sequence[str] = (),
) -> None:
    """A workbook of the written round as markers fill it in: sealed number and marks, nothing of the people.

    ``sections`` are named where there are several. A paper without a mark (a zeroed one) has an empty cell.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font, PatternFill

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = HEADERS[language][2]
    sheet.append([title])
    heads = [*HEADERS[language][:2], *(sections if len(sections) > 1 else HEADERS[language][2:])]
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(heads))
    sheet["A1"].font, sheet["A1"].alignment = Font(size=16, bold=True), Alignment(horizontal="center")
    sheet.append(heads)
    for cell in sheet[2]:
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="FFDCE6F4")
    for at, (number, points) in enumerate(rows, 1):
        sheet.append([at, number, *points])
        # Text: a sealed number is a name, not a quantity.
        sheet.cell(at + 2, 2).data_type, sheet.cell(at + 2, 2).number_format = "s", "@"
    for column, width in zip("ABCD", (6, 16, 12, 12), strict=True):
        sheet.column_dimensions[column].width = width
    sheet.freeze_panes = "A3"
    made = BytesIO()
    book.save(made)
    _write_steadily(made, path)


def _write_steadily(made: BytesIO, path: Path) -> None:
    """Write a workbook without the moment it was made: the same content gives the same bytes."""
    with ZipFile(made) as source, ZipFile(path, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = re.sub(rb"(<dcterms:[^>]*>)[^<]*", rb"\g<1>2026-11-03T08:00:00Z", content)
            info = ZipInfo(name, (2026, 11, 3, 8, 0, 0))
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, content)


def read_results(path: Path) -> dict[str, WrittenResult]:
    """The written marks of a workbook by staff number."""
    table = read_table(path, {"number": NUMBER, "mark": ("成绩", "Mark")}, required=("number", "mark"))
    states = {word: state for words in STATES.values() for state, word in words.items()}
    found: dict[str, WrittenResult] = {}
    for row in table.rows:
        cell = row.cell("mark")
        number = row.cell("number").value
        found[number] = (
            WrittenResult(None, states[cell.text]) if cell.text in states else WrittenResult(_points(cell))
        )
    return found


def read_nominations(path: Path) -> list[str]:
    """The staff numbers that a list of nominations names, in its order."""
    table = read_table(path, {"number": NUMBER, "name": ("姓名",), "unit": ("单位",)}, required=("number",))
    _refuse_missing(table, path)
    return [row.cell("number").value for row in table.rows]


def read_final_written(path: Path, sheet: str) -> dict[str, Decimal]:
    """The marks of the final's written exam by staff number."""
    table = read_table(path, {"number": NUMBER, "mark": ("成绩",)}, required=("number", "mark"), sheet=sheet)
    _refuse_missing(table, path)
    return {row.cell("number").value: _points(row.cell("mark")) for row in table.rows}


def read_judge_sheet(path: Path, sheet: str) -> JudgeSheet:
    """One panel item: every column right of 单位 is a judge."""
    table = read_table(path, {"number": NUMBER, "unit": ("单位",)}, required=("number", "unit"), sheet=sheet)
    _refuse_missing(table, path)
    first = table.columns["unit"] + 1
    judges = tuple(name for name in table.headers[first:] if name)
    marks: dict[str, tuple[Decimal | None, ...]] = {}
    for row in table.rows:
        cells = [*row.cells[first : first + len(judges)]]
        marks[row.cell("number").value] = tuple(_points(cell) if cell.kind == "number" else None for cell in cells)
    return JudgeSheet(judges, marks)


def _points(cell: Cell) -> Decimal:
    if cell.number is None:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{value}” stands where a mark is expected. Correct the file."), value=cell.value
        )
    return cell.number


def _refuse_missing(table: Table, path: Path) -> None:
    if table.missing:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The file {name} has no column for the staff number (工号). Add it."),
            name=path.name,
        )
