"""The import gate: the only way a workbook or CSV file of somebody else gets in.

The bytes are read once (so the hash is of what was read), looked at from outside, and parsed in a
process of its own with limits of time and memory (:mod:`exam.files.worker`). What comes back is the
cells as they were stored: empty, text, exact number, date, truth value, error, formula without a value.

Another import uses :func:`read_table`: it finds the header row by synonyms and names the columns.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import re
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Context, Decimal
from pathlib import Path
from typing import Any

from exam.errors import Cancelled, InvalidInput, OutsideFault, Problem
from exam.files import csv_text
from exam.progress import SILENT, Progress
from exam.words import QT_TRANSLATE_NOOP

__all__ = [
    "EMPTY",
    "Cell",
    "FileRefused",
    "Problem",
    "SheetData",
    "SheetRow",
    "Table",
    "TableRow",
    "find_header",
    "letters",
    "read_sheet",
    "read_table",
]

MAX_BYTES = 20 * 1024 * 1024
SECONDS = 60.0
MEGABYTES = 1024
HEADER_WITHIN = 30

# A spreadsheet shows 15 digits and stores 17: 92.35 stands in the file as 92.349999999999994.
_SHOWN_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)


class FileRefused(InvalidInput):
    """The whole file is refused; the sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its ``kind`` and its ``text`` as stored.

    Kinds: ``empty``, ``text``, ``number``, ``date`` (ISO), ``time``, ``bool`` (``1``/``0``), ``error``
    (``#DIV/0!``), ``formula`` (no stored value; the text is the formula), ``bad`` (claims to be a number
    and is none).
    ``shown`` differs from ``text`` where a format like 00000 shows zeros.
    """

    kind: str
    text: str
    shown: str = ""

    @property
    def is_empty(self) -> bool:
        """Nothing, or nothing but white space."""
        return self.kind == "empty" or (self.kind == "text" and not self.text.strip())

    @property
    def is_broken(self) -> bool:
        """An error, a formula without a value or no number: there is no value to take."""
        return self.kind in ("error", "formula", "bad")

    @property
    def number(self) -> Decimal | None:
        """The exact number of a number cell, as the spreadsheet shows it (15 digits)."""
        if self.kind != "number":
            return None
        value = _SHOWN_DIGITS.create_decimal(self.text)
        whole = value == value.to_integral_value() and value.adjusted() < 15
        return value.quantize(Decimal(1)) if whole else value.normalize()

    @property
    def value(self) -> str:
        """What a person sees in the cell."""
        if self.shown:
            return self.shown
        if self.kind == "number":
            return f"{self.number:f}" if len(self.text) < 64 else self.text
        return self.text


EMPTY = Cell("empty", "")

RawCell = None | str | tuple[str, ...]
"""A cell as the worker gives it: nothing, a text, or (kind, text) or (kind, text, shown)."""


def _cell(raw: RawCell) -> Cell:
    if raw is None:
        return EMPTY
    return Cell("text", raw) if isinstance(raw, str) else Cell(*raw)


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row that holds something: its ``number`` as the spreadsheet shows it, and its cells from column A.

    The cells are kept as plain tuples and texts, which Python's garbage collector need not visit: a
    collection over 200,000 objects would stop the window for a tenth of a second.
    """

    number: int
    raw: tuple[RawCell, ...]
    hidden: bool = False

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The cells, made anew at each call."""
        return tuple(map(_cell, self.raw))


@dataclass(frozen=True, slots=True)
class SheetData:
    """One sheet as it was stored, and what is odd about it."""

    rows: tuple[SheetRow, ...]
    sha256: str
    sheet: str = ""
    sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merges: tuple[tuple[int, int, int, int], ...] = ()
    encoding: str = ""
    encoding_certain: bool = True


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row below the header; :meth:`cell` gets a cell by the column's key."""

    number: int
    raw: tuple[RawCell, ...]
    columns: Mapping[str, int] = field(repr=False)

    def cell(self, key: str) -> Cell:
        """The cell in the column ``key``; an absent column is an empty cell."""
        index = self.columns.get(key, -1)
        return _cell(self.raw[index]) if 0 <= index < len(self.raw) else EMPTY

    @property
    def cells(self) -> tuple[Cell, ...]:
        """All cells from column A, made anew at each call."""
        return tuple(map(_cell, self.raw))


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


def read_sheet(
    path: str | Path,
    *,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress = SILENT,
    seconds: float = SECONDS,
) -> SheetData:
    """Read a sheet of an .xlsx/.xlsm workbook, or a CSV file, through the gate.

    ``sheet`` None takes the first visible sheet that holds anything. ``encoding`` is for CSV only; None takes
    the one that fits, and ``encoding_certain`` says whether the person should be asked. Raises
    :class:`FileRefused`, :class:`exam.errors.OutsideFault` (cannot be opened) or :class:`Cancelled`.
    """
    path = Path(path)
    data = _bytes_of(path)
    sha256 = hashlib.sha256(data).hexdigest()
    if not data.startswith(b"PK\x03\x04"):
        _refuse_other_kinds(path, data)
        return _read_csv(data, sha256, encoding)
    rows: list[SheetRow] = []
    end: dict[str, Any] = {}
    for answer in _ask_worker(data, sheet, progress, seconds):
        if "rows" in answer:
            rows.extend(_row(*row) for row in answer["rows"])
        elif "part" in answer:
            progress.step(answer["part"], 100)
        elif "refused" in answer:
            raise _refusal(answer["refused"], answer.get("params", {}))
        else:
            end = answer["end"]
    if not end:
        raise _refusal("broke_off", {})
    if not rows:
        raise _refusal("empty", {})
    return SheetData(
        tuple(rows),
        sha256,
        end["sheet"],
        tuple(end["sheets"]),
        tuple(end["hidden_sheets"]),
        tuple(end["hidden_columns"]),
        tuple((a, b, c, d) for a, b, c, d in end["merges"]),
    )


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
                raise _refusal("twice", {"title": title, "first": letters(first), "second": letters(second)})
            best = (position, columns)
    return best


def letters(index: int) -> str:
    """The spreadsheet's letters of a column index from 0: A, B, ..., AA."""
    text, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


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


def _row(number: int, hidden: int, cells: list[Any]) -> SheetRow:
    raw = tuple(tuple(cell) if isinstance(cell, list) else cell for cell in cells)
    return SheetRow(number, raw, bool(hidden))


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileRefused(
            QT_TRANSLATE_NOOP("exam", "The file {name} is not there any more. Choose it again."),
            name=path.name,
        ) from None
    except (PermissionError, IsADirectoryError):
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "The file {name} cannot be opened. If another program has it open, close it there and try again.",
            ),
            name=path.name,
        ) from None
    except OSError as error:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam", "The file {name} cannot be read ({reason}). Copy it to this computer and try again."
            ),
            name=path.name,
            reason=error.strerror or type(error).__name__,
        ) from None
    if not data:
        raise _refusal("no_bytes", {})
    if len(data) > MAX_BYTES:
        raise _refusal("too_heavy", {})
    return data


def _refuse_other_kinds(path: Path, data: bytes) -> None:
    """Recognise what is neither a workbook nor CSV and say what it is."""
    head = data[:4096].lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        # Stream names of an OLE container stand in it as UTF-16.
        sealed = "EncryptedPackage".encode("utf-16-le") in data
        raise _refusal("encrypted" if sealed else "xls", {})
    if data.startswith(b"PK"):
        raise _refusal("truncated", {})
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<?xml", b"<meta")):
        raise _refusal("web_page", {})
    if path.suffix.lower() not in (".csv", ".txt", ".tsv"):
        raise _refusal("pdf" if head.startswith(b"%pdf") else "renamed", {})


def _read_csv(data: bytes, sha256: str, encoding: str | None) -> SheetData:
    chosen, certain = (encoding, True) if encoding else csv_text.likely_encoding(data)
    try:
        lines = csv_text.read_rows(csv_text.decode(data, chosen))
    except InvalidInput as error:
        raise FileRefused(error.text, **error.params) from None
    rows = tuple(
        SheetRow(number, tuple(text or None for text in line))
        for number, line in enumerate(lines, 1)
        if any(text.strip() for text in line)
    )
    if not rows:
        raise _refusal("empty", {})
    return SheetData(rows, sha256, encoding=chosen, encoding_certain=certain)


def _command(sheet: str | None) -> list[str]:
    """How to start the worker: our interpreter with nothing but the standard library."""
    if getattr(sys, "frozen", False):
        start = [sys.executable, "read-workbook"]
    else:
        start = [sys.executable, "-I", "-S", "-X", "utf8", str(Path(__file__).with_name("worker.py"))]
    return [*start, str(MEGABYTES), *([sheet] if sheet is not None else [])]


def _ask_worker(data: bytes, sheet: str | None, progress: Progress, seconds: float) -> Iterator[dict[str, Any]]:
    """Yield the worker's answers; kill it when the time is over or the person cancels."""
    process = subprocess.Popen(
        _command(sheet),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    assert process.stdin is not None
    assert process.stdout is not None
    finished = threading.Event()
    late = threading.Event()

    def watch() -> None:
        waited = 0.0
        while not finished.wait(0.1):
            waited += 0.1
            if waited >= seconds:
                late.set()
            if late.is_set() or progress.cancelled:
                process.kill()
                return

    watcher = threading.Thread(target=watch, name="import-gate", daemon=True)
    watcher.start()
    try:
        # The worker may have ended early: killed, or out of memory. Closing flushes, and so may fail as well.
        with contextlib.suppress(OSError):
            process.stdin.write(data)
        with contextlib.suppress(OSError):
            process.stdin.close()
        for line in process.stdout:
            if not line.endswith(b"\n"):
                break
            yield json.loads(line)
    finally:
        finished.set()
        process.kill()
        process.wait()
        process.stdout.close()
        watcher.join()
    if progress.cancelled:
        raise Cancelled
    if late.is_set():
        raise _refusal("slow", {"seconds": round(seconds)})


def _refusal(code: str, params: dict[str, Any]) -> FileRefused:
    return FileRefused(_REFUSALS.get(code, _REFUSALS["damaged"]), **params)


_REFUSALS = {
    "no_bytes": QT_TRANSLATE_NOOP("exam", "The file is empty (0 bytes). Copy or export it again."),
    "too_heavy": QT_TRANSLATE_NOOP(
        "exam", "The file is larger than 20 MB. Remove pictures and other sheets, or split the list."
    ),
    "too_big": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds far more than a list of people can. Copy only the list into a new workbook.",
    ),
    "encrypted": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is protected with a password. Open it, remove the password, save it and try again.",
    ),
    "xls": QT_TRANSLATE_NOOP(
        "exam", "This is an old Excel workbook (.xls). Open it and save it as Excel Workbook (.xlsx)."
    ),
    "xlsb": QT_TRANSLATE_NOOP(
        "exam", "This is a binary Excel workbook (.xlsb). Open it and save it as Excel Workbook (.xlsx)."
    ),
    "opendocument": QT_TRANSLATE_NOOP(
        "exam", "This is an OpenDocument file, not an Excel workbook. Open it and save it as .xlsx."
    ),
    "web_page": QT_TRANSLATE_NOOP(
        "exam",
        "This is a web page or XML text with the name of a workbook. Open it in Excel or WPS and save it as "
        "Excel "
        "Workbook (.xlsx).",
    ),
    "pdf": QT_TRANSLATE_NOOP("exam", "This is a PDF file, not a workbook. Ask for the list as .xlsx."),
    "renamed": QT_TRANSLATE_NOOP(
        "exam",
        "This is not an Excel workbook, whatever its name says. Open it in the program that made it and "
        "save it as .xlsx.",
    ),
    "not_workbook": QT_TRANSLATE_NOOP(
        "exam", "This is another kind of Office or ZIP file, not an Excel workbook. Save the list as .xlsx."
    ),
    "strict": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is saved as “Strict Open XML”. Open it and save it as plain “Excel Workbook (.xlsx)”.",
    ),
    "truncated": QT_TRANSLATE_NOOP(
        "exam",
        "The file breaks off in the middle (perhaps an interrupted download). Copy or download it again.",
    ),
    "damaged": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook is damaged and cannot be read whole. Open it in Excel or WPS, save it as a new .xlsx "
        "and try again.",
    ),
    "broke_off": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook could not be read. Open it in Excel or WPS, copy the list into a new workbook and try again.",
    ),
    "dtd": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds a DTD, which no spreadsheet program writes. It is refused; ask where it comes from.",
    ),
    "bomb": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook unpacks to far too much data. It is refused; copy only the list into a new workbook.",
    ),
    "names": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds parts with forbidden names. It is refused; copy the list into a new workbook.",
    ),
    "far": QT_TRANSLATE_NOOP(
        "exam",
        "Cell {cell} lies far outside a list. Delete what stands there, or copy only the list into a new workbook.",
    ),
    "merge": QT_TRANSLATE_NOOP("exam", "The merged area {area} is far too large. Unmerge it and save the workbook."),
    "no_sheet": QT_TRANSLATE_NOOP("exam", "The workbook holds no worksheet. Copy the list into a new workbook."),
    "all_hidden": QT_TRANSLATE_NOOP(
        "exam", "Every sheet of the workbook is hidden. Show the sheet with the list and save."
    ),
    "sheet_gone": QT_TRANSLATE_NOOP("exam", "The workbook has no sheet “{sheet}”. Choose another sheet."),
    "empty": QT_TRANSLATE_NOOP("exam", "The file holds no rows. Check that the right file and sheet were chosen."),
    "twice": QT_TRANSLATE_NOOP(
        "exam", "Columns {first} and {second} are both titled “{title}”. Rename or delete one of them."
    ),
    "formulas": QT_TRANSLATE_NOOP(
        "exam",
        "The workbook holds formulas whose results were never stored. Open it in Excel or WPS, save it and try again.",
    ),
    "slow": QT_TRANSLATE_NOOP(
        "exam",
        "Reading took longer than {seconds} seconds and was stopped. Copy only the list into a new workbook.",
    ),
}
