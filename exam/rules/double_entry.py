"""Two readings of one mark by two people: when they agree, and what a difference looks like.

The second reading is blind: whoever makes it has not seen the first. Equal values settle each other; a
difference is settled by a third person with the paper in hand. Source: domain.md section 6 (a range check
finds no slip that stays in range; a second entry by another person does), desk.md "Entering marks" 6.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum

from exam.rules.marks import show
from exam.words import QT_TRANSLATE_NOOP

FIRST_ENTRY, SECOND_ENTRY = 1, 2
"""The first reading of a paper, and the blind second one by another person."""


class Agreement(StrEnum):
    """How two readings of a mark stand to each other."""

    OPEN = "open"
    EQUAL = "equal"
    DIFFERENT = "different"


def compare(first: Decimal | None, second: Decimal | None) -> Agreement:
    """``OPEN`` while one reading is missing (missing is not zero), else whether the values are equal."""
    if first is None or second is None:
        return Agreement.OPEN
    return Agreement.EQUAL if first == second else Agreement.DIFFERENT


class Slip(StrEnum):
    """What probably happened between two different readings; only a hint for the person who settles."""

    SWAPPED = "swapped"
    LOST_POINT = "lost_point"
    ONE_DIGIT = "one_digit"
    EXTRA_DIGIT = "extra_digit"
    OTHER = "other"


SLIP_NAMES = {
    Slip.SWAPPED: QT_TRANSLATE_NOOP("exam", "Two digits swapped"),
    Slip.LOST_POINT: QT_TRANSLATE_NOOP("exam", "Decimal point lost"),
    Slip.ONE_DIGIT: QT_TRANSLATE_NOOP("exam", "One digit differs"),
    Slip.EXTRA_DIGIT: QT_TRANSLATE_NOOP("exam", "A digit too many or too few"),
    Slip.OTHER: QT_TRANSLATE_NOOP("exam", "Read differently"),
}
"""Slips in words, for the list of differences."""


def likely_slip(first: Decimal, second: Decimal) -> Slip:
    """The commonest slip that turns one value into the other; the values must differ."""
    one, two = show(first), show(second)
    if one.replace(".", "") == two.replace(".", ""):
        return Slip.LOST_POINT
    if len(one) == len(two):
        apart = [at for at in range(len(one)) if one[at] != two[at]]
        if len(apart) == 1:
            return Slip.ONE_DIGIT
        if len(apart) == 2 and (one[apart[0]], one[apart[1]]) == (two[apart[1]], two[apart[0]]):
            return Slip.SWAPPED
    if _one_more(one, two) or _one_more(two, one):
        return Slip.EXTRA_DIGIT
    return Slip.OTHER


def _one_more(longer: str, shorter: str) -> bool:
    if len(longer) != len(shorter) + 1:
        return False
    return any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
