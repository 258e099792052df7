"""A sheet of live formulas: its cells, and the formulas of a place that every standing shares."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from exam.rules.results import TieEnd
from exam.words import QT_TRANSLATE_NOOP, Words

FIRST = 6
"""The first row of figures on every sheet of formulas; rules and weights stand in row 4, headings in row 5."""

NOTE = QT_TRANSLATE_NOOP(
    "exam", "Every figure here is a formula and is calculated when the file is opened in a spreadsheet program."
)


class Formula(str):
    """A text that is meant to be a formula; every other text stays a text."""

    __slots__ = ()


Cell = Decimal | int | str | None


@dataclass(slots=True)
class Grid:
    """One sheet: its name, title, the labels and values of its rules, headings and rows."""

    name: str
    title: str
    labels: list[str] = field(default_factory=list[str])
    rules: list[Cell] = field(default_factory=list[Cell])
    heads: list[str] = field(default_factory=list[str])
    rows: list[list[Cell]] = field(default_factory=list[list[Cell]])
    widths: dict[int, int] = field(default_factory=dict[int, int])


def letters(number: int) -> str:
    """The name of column ``number``, from 1: A, B, ... Z, AA."""
    found = ""
    while number:
        number, rest = divmod(number - 1, 26)
        found = chr(65 + rest) + found
    return found


MISSING = Decimal(-1000000)
"""What a missing figure counts as in a key: less than any mark."""


def before(keys: Sequence[str], row: int, last: int) -> str:
    """How many lines are better: by the total, among equal totals by the first key, and so on."""
    parts: list[str] = []
    for at, key in enumerate(keys):
        equal = "".join(f"(${one}${FIRST}:${one}${last}={one}{row})*" for one in keys[:at])
        parts.append(f"+SUMPRODUCT({equal}(${key}${FIRST}:${key}${last}>{key}{row}))")
    return "".join(parts)


def tie_end(keys: Sequence[str], ends: Sequence[str], row: int, last: int) -> str:
    """The last key: the place among the tied by the latest extra quiz or lot that all of them took part in, else 0.

    ``ends`` are the columns of these decisions, in the order in which they were recorded; 0 there is *not in it*.
    """
    equal = "*".join(f"(${one}${FIRST}:${one}${last}={one}{row})" for one in keys)
    value = "0"
    for end in ends:
        outside = f"SUMPRODUCT({equal}*(${end}${FIRST}:${end}${last}=0))"
        value = f"IF(IF({end}{row}=0,1,{outside})=0,0-{end}{row},{value})"
    return value


def of_standing(ends: Sequence[TieEnd], standing: str) -> list[TieEnd]:
    """The ends of ties of this standing, in the order in which they were recorded."""
    return [end for end in ends if end.standing == standing]


def key_heads(keys: int, ends: int, words: Words) -> list[str]:
    """The headings of the keys, of the ends of ties, and of the key that follows from these."""
    heads = [words(QT_TRANSLATE_NOOP("exam", "Key {number}"), number=at + 1) for at in range(keys)]
    heads += [words(QT_TRANSLATE_NOOP("exam", "Place in decision {number}"), number=at + 1) for at in range(ends)]
    return [*heads, words(QT_TRANSLATE_NOOP("exam", "End of the tie"))] if ends else heads
