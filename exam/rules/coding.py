"""Levels of coding (一次加密, 二次加密, 三次加密): which codes stand between a person and the marks.

Level 1 replaces the person by the entry code (参赛编号) that follows from the public lots. Level 2 replaces that by
a place code (赛位号), level 3 by a work code (作品号). Codes of the levels 2 and 3 are secret, so they come from a
secret source and never from public dice: whoever knows seed and method of a public draw could work them out. What
an outsider can check afterwards is the seal: the SHA-256 of a secret salt and the table, fixed when it was drawn.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exam.rules.seals import check_digit
from exam.words import QT_TRANSLATE_NOOP

FIRST, SECOND, THIRD = 1, 2, 3
MOST = THIRD

LEVEL_NAMES = {
    FIRST: QT_TRANSLATE_NOOP("exam", "Entry code"),
    SECOND: QT_TRANSLATE_NOOP("exam", "Place code"),
    THIRD: QT_TRANSLATE_NOOP("exam", "Work code"),
}

SAME_DRAWER = QT_TRANSLATE_NOOP(
    "exam",
    "{person} drew an earlier level of the codes or was its witness. Let somebody else draw this level: nobody may "
    "know two tables.",
)
SAME_WITNESS = QT_TRANSLATE_NOOP(
    "exam", "{person} drew an earlier level of the codes and cannot be the witness of this one. Ask somebody else."
)
_ROOM = 4
"""There are at least so many codes for each entrant, so that one tells nothing of the others."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who drew a level, and who was there as the witness."""

    drawn_by: str
    witness: str


@dataclass(frozen=True, slots=True)
class TableLine:
    """A line of a coding table: what is replaced, and the code that replaces it.

    At level 1 ``earlier`` is the name, with staff number and unit; above it is the code of the level before.
    """

    earlier: str
    later: str
    staff_number: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class CodingTable:
    """加密对照表 of one level. ``salt`` is empty while the codes are secret; moments are ready to print."""

    level: int
    lines: tuple[TableLine, ...]
    drawn_at: str = ""
    drawn_by: str = ""
    witness: str = ""
    seal_code: str = ""
    salt: str = ""
    secret: bool = True


def code_range(count: int) -> tuple[int, int]:
    """Between which numbers, both included, the bodies of ``count`` codes are drawn.

    Three digits or more, the first one never 0, which a spreadsheet would lose.
    """
    digits = 3
    while 9 * 10 ** (digits - 1) < _ROOM * count:
        digits += 1
    return 10 ** (digits - 1), 10**digits - 1


def drawn_code(body: int) -> str:
    """The code of a drawn body: its digits and the check digit of the sealed numbers.

    Two codes therefore never differ by one digit or by two neighbours swapped.
    """
    return f"{body}{check_digit(str(body))}"


def refusal(drawer: str, witness: str, earlier: Sequence[Hands]) -> tuple[str, str]:
    """Why these two may not draw the next level: a translatable text with ``{person}``, and the person; or empty.

    Whoever had a hand in a level never draws another one. A witness may be there at several levels.
    """
    if any(drawer in (one.drawn_by, one.witness) for one in earlier):
        return SAME_DRAWER, drawer
    if any(witness == one.drawn_by for one in earlier):
        return SAME_WITNESS, witness
    return "", ""


def back_to_first(code: str, tables: Iterable[Mapping[str, str]]) -> str:
    """The entry code behind a code; ``tables`` (later -> earlier) from the last level down to the second."""
    for table in tables:
        code = table.get(code, code)
    return code
