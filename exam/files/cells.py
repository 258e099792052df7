"""What the import gate gives: the cells of a sheet as they were stored."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

# A spreadsheet shows 15 digits and stores 17: 92.35 stands in the file as 92.349999999999994.
_SHOWN_DIGITS = Context(prec=15, rounding=ROUND_HALF_UP)


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


def cell_of(raw: RawCell) -> Cell:
    """The cell that ``raw`` stands for."""
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
        return tuple(map(cell_of, self.raw))


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


def letters(index: int) -> str:
    """The spreadsheet's letters of a column index from 0: A, B, ..., AA."""
    text, index = "", index + 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text
