"""Classical item analysis of an exam: how hard each item was, how well it separates, Cronbach's alpha.

Exact integer sums; the one division and square root at the end are taken with 28 digits. Source of the
formulas: Cronbach 1951 (alpha) and the corrected item-total correlation; checked against section VI of
the LSAT (Bock and Lieberman 1970).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Context, Decimal
from math import isqrt

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

ENOUGH = 30
"""From this many candidates on the figures of an item say something about the item."""

_EXACT = Context(prec=28)
_ROOT_DIGITS = 30


@dataclass(frozen=True, slots=True)
class Item:
    """One item. ``None`` = not defined (no candidate, no variance, too few items).

    ``facility``: mean mark / full mark, 0 (nobody) to 1 (everybody). ``item_rest``: correlation of the
    item with the sum of the other items (discrimination). ``alpha_without``: alpha of the other items.
    """

    facility: Decimal | None
    item_rest: Decimal | None
    alpha_without: Decimal | None


@dataclass(frozen=True, slots=True)
class ItemAnalysis:
    """The analysis of ``candidates`` papers; ``alpha`` is ``None`` for one item or without variance."""

    candidates: int
    alpha: Decimal | None
    items: tuple[Item, ...]

    @property
    def too_few(self) -> bool:
        """Whether there are too few papers for the figures to be more than a hint."""
        return self.candidates < ENOUGH


def analyse(marks: Sequence[Sequence[Decimal]], full: Sequence[Decimal]) -> ItemAnalysis:
    """Analyse ``marks`` (a row per candidate, a column per item) with the full mark of each item.

    Raises :class:`InvalidInput` when a row has more or fewer marks than there are items. Candidates
    with a missing mark are left out by the caller: a missing mark is not zero.
    """
    count = len(full)
    if any(len(row) != count for row in marks):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "Every paper needs a mark in each of the {count} items. Complete the marks first."
            ),
            count=count,
        )
    columns, scale = _whole_columns(marks, count)
    people = len(marks)
    totals = [sum(row) for row in zip(*columns, strict=True)] if people and count else []
    of_total = _spread(totals, totals)
    variances = [_spread(column, column) for column in columns]
    with_total = [_spread(column, totals) for column in columns]
    items: list[Item] = []
    for at, column in enumerate(columns):
        of_rest = of_total - 2 * with_total[at] + variances[at]
        items.append(
            Item(
                facility=_facility(sum(column), people, full[at], scale),
                item_rest=_correlation(with_total[at] - variances[at], variances[at], of_rest),
                alpha_without=_alpha(count - 1, sum(variances) - variances[at], of_rest),
            )
        )
    return ItemAnalysis(people, _alpha(count, sum(variances), of_total), tuple(items))


def _whole_columns(marks: Sequence[Sequence[Decimal]], count: int) -> tuple[list[list[int]], int]:
    """The marks by item as whole numbers of 1/scale: sums of them are exact and fast."""
    places = 0
    for points in {points for row in marks for points in row}:
        exponent = points.as_tuple().exponent
        places = max(places, -exponent) if isinstance(exponent, int) else places
    columns = [[int(row[at].scaleb(places)) for row in marks] for at in range(count)]
    return columns, int(10**places)


def _spread(one: Sequence[int], other: Sequence[int]) -> int:
    """n squared times the covariance (variance for the same list), exact."""
    return len(one) * sum(a * b for a, b in zip(one, other, strict=True)) - sum(one) * sum(other)


def _facility(total: int, people: int, full: Decimal, scale: int) -> Decimal | None:
    if not people or full <= 0:
        return None
    return _EXACT.divide(Decimal(total), full * people * scale)


def _correlation(together: int, one: int, other: int) -> Decimal | None:
    if one <= 0 or other <= 0:
        return None
    # The root of a whole number, to more digits than are kept.
    root = Decimal(isqrt(one * other * 10 ** (2 * _ROOT_DIGITS))).scaleb(-_ROOT_DIGITS, Context(prec=200))
    return _EXACT.divide(Decimal(together), root)


def _alpha(count: int, of_items: int, of_total: int) -> Decimal | None:
    if count < 2 or of_total <= 0:
        return None
    return _EXACT.divide(Decimal(count * (of_total - of_items)), Decimal((count - 1) * of_total))
