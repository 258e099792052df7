"""The results as a workbook: individuals, teams, units of the all-staff round, awards, and the calculation itself.

The first sheets hold the figures as they were published, the others the formulas that lead to them. Numbers are
numbers, texts are texts: a name that begins with "=" never becomes a formula.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from exam.files.formula_grid import FIRST, NOTE, Formula, Grid, letters
from exam.files.results_formulas import formula_sheets
from exam.progress import SILENT, Progress
from exam.rules.awards import SCOPE_NAMES
from exam.rules.nominations import STATUS_NAMES
from exam.rules.results import Snapshot
from exam.words import QT_TRANSLATE_NOOP, Words

HEAD = "E5EFFC"
LINE = "D3D9E2"
DRAFT = QT_TRANSLATE_NOOP("exam", "Draft, not published")
PUBLISHED = QT_TRANSLATE_NOOP("exam", "Publication {number}, check code {fingerprint}")


@dataclass(frozen=True, slots=True)
class _Column:
    """``kind``: text, place, count, mark or percent; ``bold`` for the figure that counts.

    ``title`` is translated, unless it is somebody's ``own``: the name of an item.
    """

    title: str
    width: int
    kind: str = "text"
    bold: bool = False
    own: bool = False

    def head(self, words: Words) -> str:
        """The heading of the column."""
        return self.title if self.own else words(self.title)


RANK = _Column(QT_TRANSLATE_NOOP("exam", "Rank"), 7, "place")
UNIT = _Column(QT_TRANSLATE_NOOP("exam", "Unit"), 24)
STAFF_NUMBER = _Column(QT_TRANSLATE_NOOP("exam", "Staff number"), 13)
GROUP = _Column(QT_TRANSLATE_NOOP("exam", "Group"), 8)
DRAWN = _Column(QT_TRANSLATE_NOOP("exam", "Drawn"), 8, "count")
SAT = _Column(QT_TRANSLATE_NOOP("exam", "Sat"), 8, "count")
RATE = _Column(QT_TRANSLATE_NOOP("exam", "Rate in %"), 10, "mark")
EXTRAS = _Column(QT_TRANSLATE_NOOP("exam", "Bonus and deductions"), 10, "mark")


def results_workbook(snapshot: Snapshot, *, language: str = "", progress: Progress = SILENT) -> bytes:
    """The bytes of ``results.xlsx``. ``language`` zh or en, that of the competition when not said."""
    from openpyxl import Workbook

    words = Words(language or snapshot.language)
    book = Workbook(write_only=True)
    sheets = (_individuals, _teams, _units, _awards)
    for number, make in enumerate(sheets):
        progress.step(number, len(sheets))
        title, columns, rows = make(snapshot, words)
        _Sheet(book, title, columns, snapshot, words).fill(list(rows))
    for grid in formula_sheets(snapshot, words):
        _write_formulas(book, grid, snapshot, words)
    stream = io.BytesIO()
    book.save(stream)
    progress.step(len(sheets), len(sheets))
    return stream.getvalue()


Made = tuple[str, list[_Column], Iterable[Sequence[Any]]]


def _individuals(snapshot: Snapshot, words: Words) -> Made:
    columns = [
        RANK,
        _Column(QT_TRANSLATE_NOOP("exam", "Entrant code"), 9),
        STAFF_NUMBER,
        _Column(QT_TRANSLATE_NOOP("exam", "Name"), 16),
        UNIT,
        GROUP,
        *(_Column(item.name, 14, "mark", own=True) for item in snapshot.items),
        _Column(QT_TRANSLATE_NOOP("exam", "Written part"), 10, "mark"),
        _Column(QT_TRANSLATE_NOOP("exam", "On-site part"), 10, "mark"),
        EXTRAS,
        _Column(QT_TRANSLATE_NOOP("exam", "Total mark"), 11, "mark", bold=True),
        _Column(QT_TRANSLATE_NOOP("exam", "Tie decided by"), 14),
        _Column(QT_TRANSLATE_NOOP("exam", "Award"), 20),
        _Column(QT_TRANSLATE_NOOP("exam", "State"), 12),
    ]
    rows = (
        (
            line.place, line.entrant_code, line.staff_number, line.name, line.unit, line.group, *line.items,
            line.written, line.on_site, line.adjustment or None, line.total,
            words(line.tie_key) if line.tie_key else "", line.award,
            "" if line.status == "active" else words(STATUS_NAMES.get(line.status, line.status)),
        )
        for line in snapshot.individuals
    )  # fmt: skip
    return words(QT_TRANSLATE_NOOP("exam", "Individual standing")), columns, rows


def _teams(snapshot: Snapshot, words: Words) -> Made:
    columns = [
        RANK,
        UNIT,
        _Column(QT_TRANSLATE_NOOP("exam", "Team"), 18),
        _Column(QT_TRANSLATE_NOOP("exam", "Elites"), 8, "count"),
        DRAWN,
        SAT,
        RATE,
        _Column(QT_TRANSLATE_NOOP("exam", "All-staff average"), 12, "mark"),
        _Column(QT_TRANSLATE_NOOP("exam", "Final part"), 11, "mark"),
        EXTRAS,
        _Column(QT_TRANSLATE_NOOP("exam", "Team total"), 11, "mark", bold=True),
        _Column(QT_TRANSLATE_NOOP("exam", "Calculation"), 60),
        _Column(QT_TRANSLATE_NOOP("exam", "Tie decided by"), 18),
        _Column(QT_TRANSLATE_NOOP("exam", "Award"), 16),
    ]
    rows = (
        (
            line.place, line.unit, line.team, line.members, line.drawn, line.sat, line.participation_rate,
            line.all_staff_average, line.final, line.adjustment or None, line.total,
            "; ".join(words(step.text, **step.params) for step in line.calculation if step.kind != "heading"),
            words(line.tie_key) if line.tie_key else "", line.award,
        )
        for line in snapshot.teams
    )  # fmt: skip
    return words(QT_TRANSLATE_NOOP("exam", "Team standing")), columns, rows


def _units(snapshot: Snapshot, words: Words) -> Made:
    columns = [
        RANK,
        UNIT,
        _Column(QT_TRANSLATE_NOOP("exam", "Eligible"), 10, "count"),
        DRAWN,
        SAT,
        _Column(QT_TRANSLATE_NOOP("exam", "Absent"), 8, "count"),
        _Column(QT_TRANSLATE_NOOP("exam", "Excused"), 8, "count"),
        RATE,
        _Column(QT_TRANSLATE_NOOP("exam", "Counted"), 9, "count"),
        _Column(QT_TRANSLATE_NOOP("exam", "Sum of marks"), 12, "mark"),
        _Column(QT_TRANSLATE_NOOP("exam", "Average"), 11, "mark", bold=True),
    ]
    rows = (
        (
            line.place, line.unit, line.eligible, line.drawn, line.sat, line.absent, line.excused,
            line.participation_rate, line.counted, line.sum_of_marks, line.average,
        )
        for line in snapshot.units
    )  # fmt: skip
    return words(QT_TRANSLATE_NOOP("exam", "All-staff round")), columns, rows


def _awards(snapshot: Snapshot, words: Words) -> Made:
    columns = [
        _Column(QT_TRANSLATE_NOOP("exam", "Award for"), 20),
        _Column(QT_TRANSLATE_NOOP("exam", "Award"), 22, bold=True),
        _Column(QT_TRANSLATE_NOOP("exam", "Winner"), 22),
        STAFF_NUMBER,
        UNIT,
        _Column(QT_TRANSLATE_NOOP("exam", "Single item"), 16),
        GROUP,
        RANK,
        _Column(QT_TRANSLATE_NOOP("exam", "Certificate number"), 22),
        _Column(QT_TRANSLATE_NOOP("exam", "Reason"), 30),
    ]
    rows = (
        (
            words(SCOPE_NAMES[line.kind]), line.award, line.winner, line.staff_number, line.unit, line.item,
            line.group, line.place, line.certificate_number, line.reason,
        )
        for line in snapshot.awards
    )  # fmt: skip
    return words(QT_TRANSLATE_NOOP("exam", "Award list")), columns, rows


class _Sheet:
    """One sheet: title, version line, a frozen and filtered heading row, then rows of reused cells."""

    def __init__(self, book: Any, title: str, columns: Sequence[_Column], snapshot: Snapshot, words: Words) -> None:
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
        from openpyxl.utils import get_column_letter

        self._columns = columns
        self._sheet = sheet = book.create_sheet(title[:31])
        for number, column in enumerate(columns, start=1):
            sheet.column_dimensions[get_column_letter(number)].width = column.width
        sheet.freeze_panes = "A4"
        self._last_column = get_column_letter(len(columns))
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9
        sheet.page_setup.fitToHeight = 0
        sheet.sheet_properties.pageSetUpPr = _fit_to_width()
        sheet.print_title_rows = "3:3"
        edge = Side(style="thin", color=LINE)
        border = Border(bottom=edge)

        def text_cell(value: str, font: Font) -> Any:
            cell = WriteOnlyCell(sheet)
            cell.value, cell.data_type, cell.font = value, "s", font
            return cell

        sheet.append([text_cell(f"{snapshot.competition} · {title}", Font(bold=True, size=14))])
        sheet.append([text_cell(_version(snapshot, words), Font(color="4A5667"))])
        heads = [text_cell(column.head(words), Font(bold=True)) for column in columns]
        for cell, column in zip(heads, columns, strict=True):
            cell.fill = PatternFill("solid", fgColor=HEAD)
            cell.border = border
            cell.alignment = Alignment(
                horizontal="left" if column.kind == "text" else "right", vertical="center", wrap_text=True
            )
        sheet.append(heads)
        self._cells = [WriteOnlyCell(sheet) for _ in columns]
        for cell, column in zip(self._cells, columns, strict=True):
            cell.border, cell.font = border, Font(bold=column.bold)
            cell.alignment = Alignment(vertical="top", wrap_text=column.width >= 60)
        self._formats = [_FORMATS[column.kind] for column in columns]

    def fill(self, rows: Sequence[Sequence[Any]]) -> None:
        """Append all rows; a mark keeps the places it has (two at least)."""
        self._sheet.auto_filter.ref = f"A3:{self._last_column}{3 + len(rows)}"
        put: list[Callable[[Any, Any], None]] = [
            _put_text if column.kind == "text" else _put_number for column in self._columns
        ]
        for row in rows:
            for cell, value, give, style in zip(self._cells, row, put, self._formats, strict=True):
                give(cell, value)
                cell.number_format = style
            self._sheet.append(self._cells)


def _write_formulas(book: Any, grid: Grid, snapshot: Snapshot, words: Words) -> None:
    """A sheet of the calculation: title, note, rules and weights, headings, then figures and formulas."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font, PatternFill

    sheet = book.create_sheet(grid.name[:31])
    sheet.freeze_panes = f"A{FIRST}"
    for number, width in grid.widths.items():
        sheet.column_dimensions[letters(number)].width = width
    bold, quiet, rule = Font(bold=True), Font(color="4A5667"), PatternFill("solid", fgColor="FFF6DB")

    def cell(value: Any, font: Font | None = None) -> Any:
        made = WriteOnlyCell(sheet)
        made.value = value if value != "" else None
        if isinstance(value, str) and value:
            # Only what was made as a formula is one: a name may begin with "=".
            made.data_type = "f" if isinstance(value, Formula) else "s"
        if font is not None:
            made.font = font
        return made

    sheet.append([cell(f"{grid.title} · {_version(snapshot, words)}", Font(bold=True, size=13))])
    sheet.append([cell(words(NOTE), quiet)])
    sheet.append([cell(label, quiet) for label in grid.labels])
    rules = [cell(value, bold) for value in grid.rules]
    for one in rules:
        if one.value is not None:
            one.fill = rule
    sheet.append(rules)
    heads = [cell(head, bold) for head in grid.heads]
    for one in heads:
        one.fill = PatternFill("solid", fgColor=HEAD)
    sheet.append(heads)
    for row in grid.rows:
        sheet.append([cell(value) for value in row])


_FORMATS = {"text": "@", "place": "0", "count": "0", "mark": "0.00##"}


def _put_text(cell: Any, value: Any) -> None:
    # Set apart from openpyxl's guess: a text that begins with "=" would become a formula.
    cell.value = value or None
    cell.data_type = "s" if value else "n"


def _put_number(cell: Any, value: Decimal | int | None) -> None:
    cell.value = value
    cell.data_type = "n"


def _version(snapshot: Snapshot, words: Words) -> str:
    made = snapshot.made_at[:16].replace("T", " ")
    if snapshot.number is None:
        return f"{words(DRAFT)} · {made}"
    return f"{words(PUBLISHED, number=snapshot.number, fingerprint=snapshot.fingerprint)} · {made}"


def _fit_to_width() -> Any:
    from openpyxl.worksheet.properties import PageSetupProperties

    return PageSetupProperties(fitToPage=True)
