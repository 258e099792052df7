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


class Ranking:
    """The columns a standing is ranked by: ``keys`` of them from column ``first`` on, then one per end of a tie.

    ``ends`` are the extra quizzes and lots of this standing in the order in which they were recorded. Where there are
    any, one more column makes the last key of them. ``last`` is the last row of the standing.
    """

    def __init__(self, first: int, keys: int, ends: Sequence[TieEnd], last: int) -> None:
        columns = [letters(first + at) for at in range(keys + len(ends) + 1)]
        self._ends, self._last = ends, last
        self._keys, self._decided, self._from_ends = columns[:keys], columns[keys:-1], columns[-1]

    def heads(self, words: Words) -> list[str]:
        """The headings of all these columns."""
        key = QT_TRANSLATE_NOOP("exam", "Key {number}")
        decision = QT_TRANSLATE_NOOP("exam", "Place in decision {number}")
        heads = [words(key, number=at) for at, _ in enumerate(self._keys, 1)]
        heads += [words(decision, number=at) for at, _ in enumerate(self._ends, 1)]
        return [*heads, words(QT_TRANSLATE_NOOP("exam", "End of the tie"))] if self._ends else heads

    def place(self, total: str, row: int) -> Formula:
        """1 and how many lines are better: by the total, among equal totals by the first key, and so on."""
        keys = [*self._keys, self._from_ends] if self._ends else self._keys
        better = "".join(
            f"+SUMPRODUCT({''.join(f'({self._equal(one, row)})*' for one in keys[:at])}({self._span(key)}>{key}{row}))"
            for at, key in enumerate(keys)
        )
        return Formula(f'=IF({total}{row}="","",1{better})')

    def ends(self, subject_id: int, row: int) -> list[Cell]:
        """The places of this elite or team in the decisions, 0 for *not in it*, and the last key.

        The last key is the place by the latest decision that all of the tied took part in, else 0.
        """
        if not self._ends:
            return []
        equal = "*".join(f"({self._equal(one, row)})" for one in self._keys)
        value = "0"
        for end in self._decided:
            outside = f"SUMPRODUCT({equal}*({self._span(end)}=0))"
            value = f"IF(IF({end}{row}=0,1,{outside})=0,0-{end}{row},{value})"
        return [*(end.places.get(str(subject_id), 0) for end in self._ends), Formula(f"={value}")]

    def _span(self, column: str) -> str:
        return f"${column}${FIRST}:${column}${self._last}"

    def _equal(self, column: str, row: int) -> str:
        return f"{self._span(column)}={column}{row}"


def of_standing(ends: Sequence[TieEnd], standing: str) -> list[TieEnd]:
    """The ends of ties of this standing, in the order in which they were recorded."""
    return [end for end in ends if end.standing == standing]
