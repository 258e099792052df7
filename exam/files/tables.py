"""A sheet as a list of people or marks: its header found by synonyms, its columns named."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from exam.errors import Problem
from exam.files.cells import EMPTY, Cell, RawCell, SheetData, SheetRow, cell_of, letters
from exam.files.refusals import refusal
from exam.files.workbook import read_sheet
from exam.progress import SILENT, Progress
from exam.words import QT_TRANSLATE_NOOP

HEADER_WITHIN = 30


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the header; :meth:`cell` gets a cell by the column's key."""

    number: int
    raw: tuple[RawCell, ...]
    columns: Mapping[str, int] = field(repr=False)

    def cell(self, key: str) -> Cell:
        """The cell in the column ``key``; an absent column is an empty cell."""
        index = self.columns.get(key, -1)
        return cell_of(self.raw[index]) if 0 <= index < len(self.raw) else EMPTY

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells from column A, made anew at each call."""
        return tuple(map(cell_of, self.raw))


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its header found.

    ``columns``: key -> index from 0. ``headers``: the header texts in the order of the sheet. ``missing``:
    required keys without a column. ``problems``: oddities of the sheet that touch the data.
    """

    data: SheetData
    header_row: int
    headers: tuple[str, ...]
    columns: Mapping[str, int]
    rows: tuple[TableRow, ...]
    problems: tuple[Problem, ...]
    missing: tuple[str, ...]

    def title(self, key: str) -> str:
        """The header text of a column, for messages; the key itself when there is no such column."""
        index = self.columns.get(key, -1)
        return self.headers[index] if 0 <= index < len(self.headers) else key


def read_table(
    path: str | Path,
    synonyms: Mapping[str, Sequence[str]] | None = None,
    *,
    required: Iterable[str] = (),
    mapping: Mapping[str, int] | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress = SILENT,
) -> Table:
    """Read a file and find its header: :func:`read_sheet`, then :func:`as_table`."""
    data = read_sheet(path, sheet=sheet, encoding=encoding, progress=progress)
    return as_table(data, synonyms, required=required, mapping=mapping)


def as_table(
    data: SheetData,
    synonyms: Mapping[str, Sequence[str]] | None = None,
    *,
    required: Iterable[str] = (),
    mapping: Mapping[str, int] | None = None,
) -> Table:
    """Name the columns of ``data``.

    ``synonyms``: key -> header words of a column, the first being its usual title. ``mapping``: key -> column
    index, chosen by a person, instead of the synonyms. A required key without a column stands in ``missing``;
    two columns with one meaning raise :class:`FileRefused`.
    """
    found = find_header(data.rows, synonyms or {})
    if found is None:
        # No title is known: the first row that is not just one cell is the likeliest header.
        wide = (place for place, row in enumerate(data.rows[:HEADER_WITHIN]) if _filled(row) > 1)
        position, columns = next(wide, 0), {}
    else:
        position, columns = found
    header = data.rows[position]
    if mapping is not None:
        columns = {key: index for key, index in mapping.items() if index >= 0}
    headers = tuple(" ".join(cell.value.split()) for cell in header.cells)
    below = data.rows[position + 1 :]
    rows = tuple(TableRow(row.number, row.raw, columns) for row in below if _filled(row))
    missing = tuple(key for key in required if key not in columns)
    problems = tuple(_oddities(data, header.number, below, columns, headers))
    return Table(data, header.number, headers, columns, rows, problems, missing)


def find_header(rows: Sequence[SheetRow], synonyms: Mapping[str, Sequence[str]]) -> tuple[int, dict[str, int]] | None:
    """The position of the header row and key -> column index; None when no row has a known title.

    Looks below a title: the row among the first 30 with the most known titles wins, the upper one on a tie.
    """
    words = {_plain_title(word): key for key, names in synonyms.items() for word in names}
    best: tuple[int, dict[str, int]] | None = None
    for position, row in enumerate(rows[:HEADER_WITHIN]):
        columns: dict[str, int] = {}
        twice: tuple[str, int, int] | None = None
        for index, cell in enumerate(row.cells):
            key = words.get(_plain_title(cell.text)) if cell.kind == "text" else None
            if key is None:
                continue
            if key in columns:
                twice = (cell.text.strip(), columns[key], index)
            columns.setdefault(key, index)
        if columns and (best is None or len(columns) > len(best[1])):
            if twice is not None:
                title, first, second = twice
                raise refusal("twice", title=title, first=letters(first), second=letters(second))
            best = (position, columns)
    return best


def _filled(row: SheetRow) -> int:
    return sum(raw is not None and (not isinstance(raw, str) or not raw.isspace()) for raw in row.raw)


def _plain_title(text: str) -> str:
    """A header word without white space, case, stars, colons and remarks in brackets."""
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r"\([^)]*\)|\[[^\]]*\]|【[^】]*】", "", text)
    return re.sub(r"[\s*:_.·、/-]+", "", text).casefold()


def _oddities(
    data: SheetData,
    header_row: int,
    below: Sequence[SheetRow],
    columns: Mapping[str, int],
    headers: tuple[str, ...],
) -> Iterator[Problem]:
    if data.hidden_sheets:
        yield Problem(
            0,
            "",
            ", ".join(data.hidden_sheets),
            QT_TRANSLATE_NOOP("exam", "The workbook has hidden sheets; they are not read."),
            QT_TRANSLATE_NOOP("exam", "Look whether something belongs to the list."),
            severity="warning",
        )
    if not data.encoding_certain:
        yield Problem(
            0,
            "",
            data.encoding.upper(),
            QT_TRANSLATE_NOOP("exam", "The text file does not say its encoding; it was read as {encoding}."),
            QT_TRANSLATE_NOOP("exam", "Look at the names in the preview, or save the file as .xlsx."),
            (("encoding", data.encoding.upper()),),
            severity="warning",
        )
    hidden = set(data.hidden_columns)
    for index in columns.values():
        if index + 1 in hidden:
            yield Problem(
                header_row,
                headers[index] if index < len(headers) else letters(index),
                "",
                QT_TRANSLATE_NOOP("exam", "This column is hidden in the sheet; its values are read."),
                QT_TRANSLATE_NOOP("exam", "Show the column and check it."),
                severity="warning",
            )
    for row in below:
        if row.hidden:
            yield Problem(
                row.number,
                "",
                "",
                QT_TRANSLATE_NOOP("exam", "This row is hidden in the sheet (perhaps by a filter); it is read."),
                QT_TRANSLATE_NOOP("exam", "Clear the filter and check whether the person belongs to the list."),
                severity="warning",
            )
    for top, left, bottom, right in data.merges:
        if bottom > header_row and any(left - 1 <= index < right for index in columns.values()):
            area = f"{letters(left - 1)}{top}:{letters(right - 1)}{bottom}"
            yield Problem(
                max(top, header_row),
                letters(left - 1),
                area,
                QT_TRANSLATE_NOOP("exam", "Merged cells: only the first of them holds the value."),
                QT_TRANSLATE_NOOP("exam", "Unmerge the cells and write the value into every row."),
            )
