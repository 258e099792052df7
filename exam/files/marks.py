"""A workbook of written marks: one row per candidate, every cell judged, every problem named."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from exam.errors import InvalidInput, Problem
from exam.files.cells import Cell
from exam.files.refusals import FileRefused
from exam.files.tables import Table, TableRow, as_table
from exam.files.workbook import read_sheet
from exam.progress import SILENT, Progress
from exam.rules.marks import Attendance, MarkInput, MarkScale, UnclearMark, normalise, parse_mark
from exam.services.sittings import SectionRow
from exam.words import QT_TRANSLATE_NOOP

SEALED = ("密封号", "密号", "sealed number", "sealed no")
TICKET = ("准考证号", "考号", "准考证", "考生号", "座位号", "ticket number", "ticket", "ticket no")
STAFF = ("工号", "员工工号", "员工编号", "职工号", "人员编号", "staff number", "staff no", "employee number")
NAME = ("姓名", "员工姓名", "考生姓名", "name")
STATE = ("参考状态", "考试状态", "状态", "出勤", "attendance", "state")
MARK = ("成绩", "分数", "得分", "笔试成绩", "考试成绩", "总分", "分", "mark", "marks", "score", "points")

_SUGGEST = QT_TRANSLATE_NOOP("exam", "Look at the paper and correct the cell.")
_STATE_ONLY = MarkScale(Decimal(0), Decimal(1))
_LOOK = QT_TRANSLATE_NOOP("exam", "Look at the paper and write the mark as a plain number.")


@dataclass(frozen=True, slots=True)
class MarkEntry:
    """One row of the file, understood. ``row`` as the spreadsheet counts; ``points`` follow the sections."""

    row: int
    ticket_number: str
    staff_number: str
    name: str
    points: tuple[Decimal | None, ...]
    attendance: Attendance | None

    @property
    def empty(self) -> bool:
        """Neither a mark nor a state: nothing is known from this row."""
        return self.attendance is None and all(points is None for points in self.points)


@dataclass(frozen=True, slots=True)
class MarksFile:
    """What a file of marks holds. Rows with a problem are not among ``entries``."""

    name: str
    sha256: str
    rows: int
    entries: tuple[MarkEntry, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()

    @property
    def errors(self) -> int:
        """How many problems stand against an import; warnings do not."""
        return sum(problem.severity == "error" for problem in self.problems)


def read_marks(path: str | Path, sections: Sequence[SectionRow], progress: Progress = SILENT) -> MarksFile:
    """Read a workbook of marks for a paper with these sections.

    A row is found by ticket number or staff number. With one section the mark stands in a column such as
    成绩; with several each has a column of its own name. Raises ``FileRefused`` when the file cannot be read
    or lacks these columns.
    """
    path = Path(path)
    data = read_sheet(path, progress=progress)
    table = as_table(data, _synonyms(sections))
    if not {"ticket", "staff"} & table.columns.keys():
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam",
                "The file has no column for the ticket number (准考证号) or the staff number (工号). Name one of "
                "them in the header row.",
            )
        )
    missing = [section.name for at, section in enumerate(sections) if f"mark{at}" not in table.columns]
    if missing:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam", "The file has no column for the marks of {section}. Name it in the header row, such as 成绩."
            ),
            section=missing[0],
        )
    problems = list(table.problems)
    entries = [entry for row in table.rows if (entry := _entry(table, row, sections, problems)) is not None]
    progress.step(100, 100)
    return MarksFile(path.name, data.sha256, len(table.rows), tuple(entries), tuple(problems))


def marks_template(rows: Sequence[tuple[str, ...]], sections: Sequence[SectionRow], language: str = "zh") -> bytes:
    """A workbook to fill in: (ticket number, staff number, name, unit) per candidate, marks left empty.

    Rows of one text are sealed numbers: nothing else is written beside them.
    """
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    book = Workbook(write_only=True)
    sheet = book.create_sheet("成绩" if language == "zh" else "Marks")
    fixed = (
        ["准考证号", "工号", "姓名", "单位"] if language == "zh" else ["Ticket number", "Staff number", "Name", "Unit"]
    )
    if rows and len(rows[0]) == 1:
        fixed = ["密封号" if language == "zh" else "Sealed number"]
    state = "参考状态" if language == "zh" else "Attendance"
    widths = [*(16, 16, 14, 26)[: len(fixed)], *([14] * len(sections)), 14]
    for number, width in enumerate(widths):
        sheet.column_dimensions[chr(65 + number)].width = width
    sheet.freeze_panes = "A2"
    heads = []
    for title in [*fixed, *(section.name for section in sections), state]:
        cell = WriteOnlyCell(sheet, title)
        cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="E5EFFC")
        heads.append(cell)
    sheet.append(heads)
    for row in rows:
        cells = []
        for text in row:
            cell = WriteOnlyCell(sheet, text)
            # Text, so that zeros stay and nothing is taken for a formula.
            cell.data_type, cell.number_format = "s", "@"
            cells.append(cell)
        sheet.append(cells)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _synonyms(sections: Sequence[SectionRow]) -> dict[str, tuple[str, ...]]:
    known: dict[str, tuple[str, ...]] = {"ticket": (*TICKET, *SEALED), "staff": STAFF, "name": NAME, "state": STATE}
    for at, section in enumerate(sections):
        known[f"mark{at}"] = (section.name, *(MARK if len(sections) == 1 else ()))
    return known


def _entry(table: Table, row: TableRow, sections: Sequence[SectionRow], problems: list[Problem]) -> MarkEntry | None:
    before = len(problems)
    if table.data.encoding and any(not cell.is_empty for cell in row.cells[len(table.headers) :]):
        # 95,5 in a text file is two cells: the mark would be read as 95.
        problems.append(
            Problem(
                row.number, "", ",".join(cell.value for cell in row.cells)[:40],
                QT_TRANSLATE_NOOP(
                    "exam", "The row has more cells than the header row; perhaps a comma stands in a mark."
                ),
                QT_TRANSLATE_NOOP("exam", "Write decimals with a point, such as 95.5, or put the cell into quotes."),
            )
        )  # fmt: skip
        return None
    ticket, staff = _key(table, row, "ticket", problems), _key(table, row, "staff", problems)
    if not ticket and not staff and len(problems) == before:
        problems.append(
            Problem(
                row.number, table.title("ticket" if "ticket" in table.columns else "staff"), "",
                QT_TRANSLATE_NOOP("exam", "The row names no candidate."),
                QT_TRANSLATE_NOOP("exam", "Write the ticket number or staff number, or delete the row."),
            )
        )  # fmt: skip
    read = [_read(table, row, f"mark{at}", section, problems) for at, section in enumerate(sections)]
    states = {part.attendance for part in read if part.attendance is not None}
    stated = _read_state(table, row, problems)
    if stated is not None:
        states.add(stated)
    points = tuple(part.points for part in read)
    if len(states) > 1 or (
        any(state is not None and not state.takes_marks for state in states)
        and any(point is not None for point in points)
    ):
        problems.append(
            Problem(
                row.number, table.title("state" if stated is not None else "mark0"),
                " / ".join(row.cell(f"mark{at}").value for at in range(len(sections))),
                QT_TRANSLATE_NOOP("exam", "The row says two things: a mark and a state, or two states."),
                QT_TRANSLATE_NOOP("exam", "Leave only what holds: the mark, or the state."),
            )
        )  # fmt: skip
    if len(problems) > before:
        return None
    state = next(iter(states), None)
    entry = MarkEntry(row.number, ticket, staff, normalise(row.cell("name").value), points, state)
    if entry.empty:
        problems.append(
            Problem(
                row.number, table.title("mark0"), "",
                QT_TRANSLATE_NOOP("exam", "No mark and no state: the mark stays missing, it is not taken as 0."),
                QT_TRANSLATE_NOOP("exam", "Write 0 if the paper got 0, or 缺考 if the person was absent."),
                severity="warning",
            )
        )  # fmt: skip
    return entry


def _key(table: Table, row: TableRow, key: str, problems: list[Problem]) -> str:
    cell = row.cell(key)
    if cell.is_broken or cell.kind in ("date", "time", "bool"):
        problems.append(_broken(table, row, key, cell))
        return ""
    return normalise(cell.value).replace(" ", "")


def _read(table: Table, row: TableRow, key: str, section: SectionRow, problems: list[Problem]) -> MarkInput:
    cell = row.cell(key)
    if cell.is_broken or cell.kind in ("date", "time", "bool"):
        problems.append(_broken(table, row, key, cell))
        return MarkInput()
    text = f"{cell.number:f}" if cell.number is not None else cell.value
    try:
        return parse_mark(text, section.scale)
    except UnclearMark as error:
        suggestion = error.suggestion
        problems.append(
            Problem(
                row.number, table.title(key), cell.value[:40], error.text, _SUGGEST if suggestion else _LOOK,
                tuple(error.params.items()),
            )
        )  # fmt: skip
        return MarkInput()


def _read_state(table: Table, row: TableRow, problems: list[Problem]) -> Attendance | None:
    cell = row.cell("state")
    if cell.is_empty:
        return None
    try:
        if cell.kind != "text":
            raise InvalidInput("")
        read = parse_mark(cell.text, _STATE_ONLY)
        if read.attendance is None:
            raise InvalidInput("")
    except InvalidInput:
        problems.append(
            Problem(
                row.number, table.title("state"), cell.value[:40],
                QT_TRANSLATE_NOOP("exam", "This is not a state."),
                QT_TRANSLATE_NOOP(
                    "exam", "Write 正常, 迟到, 缺考, 请假, 违纪, 作弊零分 or 取消资格, or leave it empty."
                ),
            )
        )  # fmt: skip
        return None
    return read.attendance


def _broken(table: Table, row: TableRow, key: str, cell: Cell) -> Problem:
    if cell.kind == "formula":
        reason = QT_TRANSLATE_NOOP("exam", "A formula without a stored value.")
        advice = QT_TRANSLATE_NOOP("exam", "Open the file in Excel or WPS and save it, or write the value itself.")
    elif cell.kind == "error":
        reason = QT_TRANSLATE_NOOP("exam", "The cell shows an error instead of a value.")
        advice = QT_TRANSLATE_NOOP("exam", "Correct the formula, or write the value itself.")
    else:
        reason = QT_TRANSLATE_NOOP("exam", "The cell holds neither a number nor plain text.")
        advice = _LOOK
    return Problem(row.number, table.title(key), cell.value[:40], reason, advice)
