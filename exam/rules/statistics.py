"""What a list of marks looks like: mean, median, spread, and the columns of a histogram."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal

from exam.rules.written import divide

BINS = 10
_WIDE = Context(prec=50)


@dataclass(frozen=True, slots=True)
class Bin:
    """One column: marks from ``low`` on and below ``high`` (the last one: up to ``high``)."""

    low: Decimal
    high: Decimal
    count: int


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of ``count`` marks, rounded half up; ``None`` where there is no mark (one for ``spread``).

    ``spread`` is the standard deviation of the sample (n - 1).
    """

    count: int
    mean: Decimal | None
    median: Decimal | None
    lowest: Decimal | None
    highest: Decimal | None
    spread: Decimal | None


def summarise(marks: Sequence[Decimal], places: int = 2) -> Summary:
    """The figures of ``marks`` to ``places`` decimal places, each rounded once from its exact value."""
    count = len(marks)
    if not count:
        return Summary(0, None, None, None, None, None)
    order = sorted(marks)
    middle = order[count // 2] if count % 2 else order[count // 2 - 1] + order[count // 2]
    median = divide(middle, 1 if count % 2 else 2, places)
    total = sum(order, Decimal(0))
    spread: Decimal | None = None
    if count > 1:
        squares = sum((mark * mark for mark in order), Decimal(0))
        variance = _WIDE.divide(count * squares - total * total, Decimal(count * (count - 1)))
        spread = _WIDE.sqrt(variance).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return Summary(count, divide(total, count, places), median, order[0], order[-1], spread)


def histogram(marks: Sequence[Decimal], full: Decimal, bins: int = BINS) -> tuple[Bin, ...]:
    """``bins`` equally wide columns from 0 to ``full``; a full mark stands in the last one."""
    width = full / bins
    edges = [width * at for at in range(bins)] + [full]
    counts = [0] * bins
    for mark in marks:
        counts[min(max(int(mark * bins // full), 0), bins - 1)] += 1
    return tuple(Bin(edges[at], edges[at + 1], counts[at]) for at in range(bins))
