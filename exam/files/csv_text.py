"""CSV: the encoding is named, never guessed silently, and what we write is safe to open."""

from __future__ import annotations

import csv
import io

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

ENCODINGS = ("utf-8", "gb18030", "utf-16")
"""The encodings that may be chosen, the likeliest first."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")


def likely_encoding(data: bytes) -> tuple[str, bool]:
    """The encoding that fits ``data`` and whether that is certain (a byte order mark, or plain ASCII).

    UTF-8 with Chinese in it is as good as certain, too: other encodings hardly ever form valid UTF-8.
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "utf-16", True
    try:
        data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    else:
        return "utf-8", True
    return "gb18030", False


def decode(data: bytes, encoding: str) -> str:
    """The text of ``data``; an encoding that does not fit raises :class:`InvalidInput`."""
    codec = {"utf-8": "utf-8-sig", "gb18030": "gb18030", "utf-16": "utf-16"}[encoding]
    try:
        text = data.decode(codec)
    except (UnicodeDecodeError, UnicodeError):
        text = "\0"
    if "\0" in text:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The text cannot be read as {encoding}. Choose another encoding, or save the file as .xlsx.",
            ),
            encoding=encoding.upper(),
        )
    return text


def read_rows(text: str) -> list[list[str]]:
    """The rows of a CSV text; the separator is the one of `,` `;` TAB that the first line holds most."""
    first = text.split("\n", 1)[0]
    separator = max(",\t;", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The CSV file is damaged (a quotation mark is not closed). Save it as .xlsx and try again.",
            )
        ) from None
    return [[_unwrapped(cell) for cell in row] for row in rows]


def _unwrapped(cell: str) -> str:
    """``="00123"`` is how some systems keep a spreadsheet from eating the zeros."""
    return cell[2:-1] if cell.startswith('="') and cell.endswith('"') and len(cell) > 2 else cell


def safe_cell(text: str) -> str:
    """``text`` so that no spreadsheet takes it for a formula."""
    return "'" + text if text.startswith(DANGEROUS) else text


def write_rows(rows: list[list[str]]) -> bytes:
    """UTF-8 with a byte order mark (Excel needs it), every cell safe."""
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\r\n").writerows([[safe_cell(cell) for cell in row] for row in rows])
    return out.getvalue().encode("utf-8-sig")
