"""The inner room of the import gate: reads one workbook in a process of its own that can be killed.

Run as a script by :mod:`exam.files.workbook`, with the file's bytes on standard input and one JSON line
per answer on standard output. It needs nothing but the standard library, so that it starts in some
20 ms; it stays one file because it is started alone, isolated from the rest of the program.

It parses the sheet's XML itself: openpyxl casts `9_5`, full-width digits and `1E999` to numbers and drops
the stored text, while a mark must stay exactly what the file says.

Answers: ``{"part": percent}``, ``{"rows": [[number, hidden, cells], ...]}``, at the end ``{"end": {...}}``,
or ``{"refused": code, ...}``. A cell is ``null``, a text, or ``[kind, text]`` / ``[kind, text, shown]``.
"""

from __future__ import annotations

import io
import json
import posixpath
import re
import sys
import zipfile
import zlib
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, NoReturn
from xml.parsers import expat

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/"
RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

MAX_PARTS = 2_000
MAX_UNPACKED = 250 * 1024 * 1024
MAX_RATIO = 150
RATIO_FROM = 4 * 1024 * 1024
MAX_ROW = 200_000
MAX_COLUMN = 256
MAX_CELLS = 4_000_000
MAX_TEXT = 32_767
MAX_STRINGS = 2_000_000
MAX_MERGE = 20_000
MAX_MERGES = 20_000
BATCH = 200
CHUNK = 64 * 1024

NUMBER = re.compile(r"[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,3})?", re.ASCII)
ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")
REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
NOT_SHOWN = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)
DATE_IDS = frozenset([*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)])


class RefusedError(Exception):
    """The file is refused: a code that :mod:`exam.files.refusals` turns into a sentence, and its params."""

    def __init__(self, code: str, **params: Any) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


class RootSeenError(Exception):
    """The first element was reached: the prolog held no DTD."""


Emit = Callable[[dict[str, Any]], None]


def read(data: bytes, wanted: str | None, emit: Emit) -> None:
    """Check ``data`` and hand every row of one sheet to ``emit``; ``wanted`` names the sheet or is None."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OverflowError, NotImplementedError):
        raise RefusedError("truncated") from None
    with archive:
        parts = check_parts(archive)
        try:
            book = open_book(archive, parts)
            read_book(archive, book, wanted, emit)
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
            raise RefusedError("damaged") from None


def check_parts(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """The parts by name, once their count, size, ratio and names are within bounds and no DTD begins one."""
    infos = archive.infolist()
    if len(infos) > MAX_PARTS:
        raise RefusedError("bomb")
    total = 0
    parts: dict[str, zipfile.ZipInfo] = {}
    seen: set[str] = set()
    for info in infos:
        name = info.filename
        total += info.file_size
        heavy = info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * max(1, info.compress_size)
        if total > MAX_UNPACKED or heavy:
            raise RefusedError("bomb")
        if info.flag_bits & 0x1:
            raise RefusedError("encrypted")
        odd = name.startswith("/") or "\\" in name or "\0" in name or ".." in name.split("/") or ":" in name
        if odd or name.lower() in seen:
            raise RefusedError("names")
        seen.add(name.lower())
        parts[name] = info
    for name, info in parts.items():
        if name.endswith((".xml", ".rels", ".vml")):
            check_prolog(archive, info)
    return parts


def check_prolog(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> None:
    """Refuse a part that brings a DTD; unreadable ones are judged when (and if) they are read."""
    parser = new_parser()

    def stop(*_: Any) -> NoReturn:
        raise RootSeenError

    parser.StartElementHandler = stop
    try:
        with archive.open(info) as part:
            while chunk := part.read(CHUNK):
                parser.Parse(chunk, False)
    except (RootSeenError, expat.ExpatError):
        return
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError):
        raise RefusedError("damaged") from None


def new_parser() -> Any:
    """An expat parser that refuses every DTD, so no entity can be declared or expanded."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True

    def refuse(*_: Any) -> NoReturn:
        raise RefusedError("dtd")

    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.ExternalEntityRefHandler = refuse
    return parser


def parse(archive: zipfile.ZipFile, info: zipfile.ZipInfo, parser: Any, emit: Emit | None = None) -> None:
    """Feed a part to ``parser``, telling ``emit`` how far it is (percent)."""
    done, last = 0, -1
    with archive.open(info) as part:
        try:
            while chunk := part.read(CHUNK):
                parser.Parse(chunk, False)
                done += len(chunk)
                percent = done * 100 // max(1, info.file_size)
                if emit is not None and percent >= last + 5:
                    last = percent
                    emit({"part": min(percent, 100)})
            parser.Parse(b"", True)
        except expat.ExpatError:
            raise RefusedError("damaged") from None


class Book:
    """What the workbook part and its relations say."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, str]] = []  # title, state, part
        self.shared: str | None = None
        self.styles: str | None = None
        self.epoch_1904 = False


def relations(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo], owner: str) -> dict[str, Any]:
    """Id -> (kind, part) of a part's relations inside the package."""
    folder, name = posixpath.split(owner)
    info = parts.get(posixpath.join(folder, "_rels", name + ".rels"))
    found: dict[str, tuple[str, str]] = {}
    if info is None:
        return found
    parser = new_parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not tag.endswith(" Relationship") or attributes.get("TargetMode") == "External":
            return
        kind, target = attributes.get("Type", ""), attributes.get("Target", "")
        if kind.startswith(STRICT):
            raise RefusedError("strict")
        path = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
        found[attributes.get("Id", "")] = (kind.rsplit("/", 1)[-1], path)

    parser.StartElementHandler = start
    parse(archive, info, parser)
    return found


def open_book(archive: zipfile.ZipFile, parts: dict[str, zipfile.ZipInfo]) -> Book:
    """Follow the relations from the package to the workbook and from there to its sheets."""
    top = relations(archive, parts, "")
    main = next((path for kind, path in top.values() if kind == "officeDocument"), None)
    if main is None or main not in parts:
        raise RefusedError("opendocument" if "mimetype" in parts else "not_workbook")
    if main.endswith(".bin"):
        raise RefusedError("xlsb")
    book = Book()
    links = relations(archive, parts, main)
    for kind, path in links.values():
        if kind == "sharedStrings":
            book.shared = path
        elif kind == "styles":
            book.styles = path
    parser = new_parser()
    root: list[str] = []

    def start(tag: str, attributes: dict[str, str]) -> None:
        if not root:
            root.append(tag)
            if tag.startswith(STRICT):
                raise RefusedError("strict")
            if tag != MAIN + " workbook":
                raise RefusedError("not_workbook")
        if tag == MAIN + " workbookPr":
            book.epoch_1904 = attributes.get("date1904") in ("1", "true")
        elif tag == MAIN + " sheet":
            kind, path = links.get(attributes.get(RELATIONS + " id", ""), ("", ""))
            if kind == "worksheet":
                book.sheets.append((attributes.get("name", ""), attributes.get("state", "visible"), path))

    parser.StartElementHandler = start
    parse(archive, parts[main], parser)
    if not book.sheets:
        raise RefusedError("no_sheet")
    return book


def read_book(archive: zipfile.ZipFile, book: Book, wanted: str | None, emit: Emit) -> None:
    """Read the wanted sheet, or the first visible one that holds anything."""
    shared = read_shared(archive, book.shared, emit)
    styles = read_styles(archive, book.styles)
    visible = [sheet for sheet in book.sheets if sheet[1] == "visible"]
    if wanted is None:
        chosen = visible
        if not chosen:
            raise RefusedError("all_hidden")
    else:
        chosen = [sheet for sheet in book.sheets if sheet[0] == wanted]
        if not chosen:
            raise RefusedError("sheet_gone", sheet=wanted)
    reader = SheetReader(shared, styles, book.epoch_1904, emit)
    title = ""
    for name, _, path in chosen:
        title = name
        reader.read(archive, path)
        if reader.count:
            break
    if reader.formulas * 2 > reader.cells:
        raise RefusedError("formulas")
    emit(
        {
            "end": {
                "sheet": title,
                "sheets": [sheet[0] for sheet in visible],
                "hidden_sheets": [sheet[0] for sheet in book.sheets if sheet[1] != "visible"],
                "merges": reader.merges,
                "hidden_columns": reader.hidden_columns,
            }
        }
    )


def read_shared(archive: zipfile.ZipFile, path: str | None, emit: Emit) -> list[str]:
    """The shared strings, rich text joined, readings (phonetic runs) left out."""
    strings: list[str] = []
    info = archive.NameToInfo.get(path or "")
    if info is None:
        return strings
    parser = new_parser()
    item, text, reading = MAIN + " si", MAIN + " t", MAIN + " rPh"
    pieces: list[str] = []
    state = [False, False]  # inside <t>, inside a reading

    def start(tag: str, _: dict[str, str]) -> None:
        if tag == text:
            state[0] = not state[1]
        elif tag == item:
            pieces.clear()
        elif tag == reading:
            state[1] = True

    def end(tag: str) -> None:
        if tag == text:
            state[0] = False
        elif tag == item:
            strings.append(plain("".join(pieces)))
            if len(strings) > MAX_STRINGS:
                raise RefusedError("too_big")
        elif tag == reading:
            state[1] = False

    def characters(data: str) -> None:
        if state[0]:
            pieces.append(data)

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = characters
    parse(archive, info, parser, emit)
    return strings


def plain(text: str) -> str:
    """A stored string as it is shown: `_x000D_` escapes undone."""
    if len(text) > MAX_TEXT:
        raise RefusedError("too_big")
    if "_x" in text:
        text = ESCAPE.sub(lambda match: chr(int(match[1], 16)), text)
        # A lone surrogate cannot be stored or sent on; it is damage, shown as such.
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def read_styles(archive: zipfile.ZipFile, path: str | None) -> list[str]:
    """Per cell style: "date", the zeros of a format like 00000, or ""."""
    info = archive.NameToInfo.get(path or "")
    if info is None:
        return []
    formats: dict[str, str] = {}
    styles: list[str] = []
    inside = [False]
    parser = new_parser()

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == MAIN + " numFmt":
            formats[attributes.get("numFmtId", "")] = attributes.get("formatCode", "")
        elif tag == MAIN + " cellXfs":
            inside[0] = True
        elif tag == MAIN + " xf" and inside[0]:
            number = attributes.get("numFmtId", "0")
            styles.append(meaning(number, formats.get(number)))

    def end(tag: str) -> None:
        if tag == MAIN + " cellXfs":
            inside[0] = False

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parse(archive, info, parser)
    return styles


def meaning(number: str, code: str | None) -> str:
    """What a number format makes of a number."""
    if code is None:
        return "date" if number.isdigit() and int(number) in DATE_IDS else ""
    if re.fullmatch("0{2,32}", code):
        return code
    shown = NOT_SHOWN.sub("", code.split(";")[0]).lower()
    return "date" if shown != "general" and re.search("[ymdhs]", shown) else ""


class SheetReader:
    """Reads the XML of one sheet and emits its rows in batches."""

    def __init__(self, shared: list[str], styles: list[str], epoch_1904: bool, emit: Emit) -> None:
        self.shared, self.styles, self.epoch_1904, self.emit = shared, styles, epoch_1904, emit
        self.count = 0
        self.cells = 0
        self.formulas = 0  # without a stored value
        self.merges: list[list[int]] = []
        self.hidden_columns: list[int] = []

    def read(self, archive: zipfile.ZipFile, path: str) -> None:
        """Parse the sheet part at ``path``."""
        info = archive.NameToInfo.get(path)
        if info is None:
            raise RefusedError("damaged")
        parser = new_parser()
        c, v, f, t, row = MAIN + " c", MAIN + " v", MAIN + " f", MAIN + " t", MAIN + " row"
        inline, reading = MAIN + " is", MAIN + " rPh"
        merge, col = MAIN + " mergeCell", MAIN + " col"
        columns: dict[str, int] = {}
        batch: list[list[Any]] = []
        cells: list[Any] = []
        pieces: list[str] = []
        formula: list[str] = []
        number = column = hidden = 0
        kind = style = ""
        has_formula = in_reading = has_value = False
        shared, styles = self.shared, self.styles

        def start(tag: str, attributes: dict[str, str]) -> None:
            nonlocal number, column, kind, style, has_formula, has_value, hidden, cells, in_reading
            if tag == c:
                reference = attributes.get("r")
                if reference is None:
                    column += 1
                else:
                    letters = reference.rstrip("0123456789")
                    known = columns.get(letters)
                    if known is None:
                        known = columns[letters] = column_number(letters)
                    if known <= column:
                        raise RefusedError("damaged")
                    column = known
                kind, style = attributes.get("t", "n"), attributes.get("s", "")
                has_formula = has_value = False
                pieces.clear()
            elif tag == v:
                has_value = True
                parser.CharacterDataHandler = pieces.append
            elif tag == t:
                if not in_reading:
                    parser.CharacterDataHandler = pieces.append
            elif tag == row:
                given = attributes.get("r")
                following = number + 1 if given is None else int(given) if given.isdigit() else 0
                if following <= number:
                    raise RefusedError("damaged")
                number, column, cells = following, 0, []
                hidden = 1 if attributes.get("hidden") in ("1", "true") else 0
            elif tag == f:
                has_formula = True
                formula.clear()
                parser.CharacterDataHandler = formula.append
            elif tag == reading:
                in_reading = True
            elif tag == merge:
                self.add_merge(attributes.get("ref", ""))
            elif tag == col and attributes.get("hidden") in ("1", "true"):
                first, last = attributes.get("min", "0"), attributes.get("max", "0")
                if first.isdigit() and last.isdigit():
                    self.hidden_columns.extend(range(int(first), min(int(last), MAX_COLUMN) + 1))

        def end(tag: str) -> None:
            nonlocal in_reading
            if tag == c:
                raw = "".join(pieces)
                if kind == "s":
                    value: Any = None
                    if raw:
                        position = int(raw) if raw.isdigit() else len(shared)
                        if position >= len(shared):
                            raise RefusedError("damaged")
                        value = shared[position]
                elif kind == "n" and raw:
                    value = self.number(raw, styles[int(style)] if style and int(style) < len(styles) else "")
                elif has_formula and not raw and not (has_value and kind == "str"):
                    value = ["formula", "=" + "".join(formula)[:200]]
                    self.formulas += 1
                else:
                    value = self.other(kind, raw)
                if value is not None and value != "":
                    if column > MAX_COLUMN or number > MAX_ROW:
                        raise RefusedError("far", cell=f"{column_letters(column)}{number}")
                    self.cells += 1
                    if self.cells > MAX_CELLS:
                        raise RefusedError("too_big")
                    while len(cells) < column - 1:
                        cells.append(None)
                    cells.append(value)
            elif tag in (v, t, f):
                parser.CharacterDataHandler = None
            elif tag == row:
                if cells:
                    batch.append([number, hidden, cells])
                    self.count += 1
                    if len(batch) >= BATCH:
                        self.emit({"rows": batch})
                        batch.clear()
            elif tag == reading:
                in_reading = False
            elif tag == inline:
                parser.CharacterDataHandler = None

        first: list[str] = []

        def start_first(tag: str, attributes: dict[str, str]) -> None:
            if not first and tag != MAIN + " worksheet":
                raise RefusedError("strict" if tag.startswith(STRICT) else "damaged")
            first.append(tag)
            parser.StartElementHandler = start

        parser.StartElementHandler, parser.EndElementHandler = start_first, end
        try:
            parse(archive, info, parser, self.emit)
        except ValueError:
            raise RefusedError("damaged") from None
        if batch:
            self.emit({"rows": batch})

    def number(self, raw: str, style: str) -> Any:
        """A numeric cell: its exact text, or a date, or "bad" when it is no number at all."""
        raw = raw.strip()
        if len(raw) > 64 or not NUMBER.fullmatch(raw) or abs(float(raw)) > 1e300:
            return ["bad", raw[:200]]
        if not style:
            return ["number", raw]
        if style == "date":
            return self.date(raw)
        return ["number", raw, raw.zfill(len(style))] if raw.isdigit() else ["number", raw]

    def date(self, raw: str) -> list[str]:
        """The day (and time) of a serial number; 1900 counts a 29 February that never was."""
        serial = float(raw)
        if serial < 0 or serial >= 2_958_466:
            return ["bad", raw]
        if serial < 1 and not self.epoch_1904:
            clock = datetime(1900, 1, 1) + timedelta(seconds=round(serial * 86_400))
            return ["time", clock.strftime("%H:%M:%S")]
        start = datetime(1904, 1, 1) if self.epoch_1904 else datetime(1899, 12, 30 if serial >= 60 else 31)
        when = start + timedelta(seconds=round(serial * 86_400))
        midnight = not (when.hour or when.minute or when.second)
        return ["date", when.date().isoformat() if midnight else when.isoformat()]

    def other(self, kind: str, raw: str) -> Any:
        """A text, truth value, error or ISO date."""
        if kind in ("inlineStr", "str"):
            return plain(raw)
        if not raw:
            return None
        if kind == "b":
            return ["bool", "1" if raw.strip() in ("1", "true") else "0"]
        if kind == "e":
            return ["error", raw[:40]]
        if kind == "d":
            return ["date", raw[:10] if raw[10:] in ("", "T00:00:00", "T00:00:00Z") else raw[:40]]
        return ["bad", raw[:200]]

    def add_merge(self, reference: str) -> None:
        """Note a merged block as [first row, first column, last row, last column]; refuse a huge one."""
        ends = [REFERENCE.fullmatch(end.replace("$", "")) for end in reference.split(":")]
        if len(ends) != 2 or ends[0] is None or ends[1] is None:
            raise RefusedError("damaged")
        top, left = int(ends[0][2]), column_number(ends[0][1])
        bottom, right = int(ends[1][2]), column_number(ends[1][1])
        if (bottom - top + 1) * (right - left + 1) > MAX_MERGE or len(self.merges) >= MAX_MERGES:
            raise RefusedError("merge", area=reference)
        self.merges.append([top, left, bottom, right])


def column_number(letters: str) -> int:
    """1 for A, 28 for AB; a column that no spreadsheet has is damage."""
    value = 0
    for letter in letters:
        if not "A" <= letter <= "Z":
            raise RefusedError("damaged")
        value = value * 26 + ord(letter) - 64
    if not 0 < value <= 16_384:
        raise RefusedError("damaged")
    return value


def column_letters(column: int) -> str:
    """A for 1, AB for 28."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def limit_memory(megabytes: int) -> None:
    """Cap this process's memory where the system can; the counters above hold everywhere."""
    try:
        import resource
    except ImportError:
        return
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))


def main(arguments: list[str]) -> int:
    """Answer for the workbook on standard input; arguments: megabytes, then maybe the sheet's name."""
    limit_memory(int(arguments[0]))
    out = sys.stdout.buffer

    def emit(answer: dict[str, Any]) -> None:
        out.write(json.dumps(answer, ensure_ascii=True, separators=(",", ":")).encode())
        out.write(b"\n")
        out.flush()

    try:
        read(sys.stdin.buffer.read(), arguments[1] if len(arguments) > 1 else None, emit)
    except RefusedError as refused:
        emit({"refused": refused.code, "params": refused.params})
    except MemoryError:
        emit({"refused": "too_big", "params": {}})
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
