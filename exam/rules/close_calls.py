"""Neighbours in the standing whose order hangs on a single step of a single mark.

Looked at before sign-off: these are the sheets worth reading once more. Pure; from a snapshot alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from exam.rules.results import IndividualLine, ItemColumn, ItemWork, Snapshot
from exam.rules.totals import HUNDRED, ZERO, individual_total, work_item


@dataclass(frozen=True, slots=True)
class CloseCall:
    """``upper`` stands before ``lower`` by ``gap``; one mark step would bring them level or swap them."""

    upper: IndividualLine
    lower: IndividualLine
    gap: Decimal


def close_calls(snapshot: Snapshot) -> tuple[CloseCall, ...]:
    """Every pair of neighbours that one step of one mark would bring level or swap, from the top.

    People who share a place are no pair: their order is not in question.
    """
    ranked = [line for line in snapshot.individuals if line.place is not None and line.total is not None]
    found: list[CloseCall] = []
    reach = _reach(snapshot)
    for upper, lower in pairwise(ranked):
        gap = (upper.total or ZERO) - (lower.total or ZERO)
        if upper.place == lower.place or gap > reach:
            continue
        if gap == ZERO or _best_gain(snapshot, lower, 1) >= gap or _best_gain(snapshot, upper, -1) >= gap:
            found.append(CloseCall(upper, lower, gap))
    return tuple(found)


def _reach(snapshot: Snapshot) -> Decimal:
    """More than one mark step can move a total: spares looking at pairs far apart."""
    basis = snapshot.basis
    steps = [basis.mark_step * HUNDRED / column.full * _factor(column) for column in snapshot.items]
    rounding = Decimal(1).scaleb(-min(basis.item_places, basis.total_places))
    # Sums of marks move by a step as well; every rounding on the way can add half a unit.
    return max(steps, default=ZERO) + 4 * rounding


def _factor(column: ItemColumn) -> Decimal:
    return max(Decimal(1), column.rule.coefficient) if column.rule is not None else Decimal(1)


def _best_gain(snapshot: Snapshot, line: IndividualLine, sign: int) -> Decimal:
    """The farthest that one step of one mark moves the total up (``sign`` 1) or down (-1), as a positive number."""
    best = ZERO
    for number, work in enumerate(line.work):
        for changed in _variants(snapshot, snapshot.items[number], work, sign):
            row = (*line.work[:number], changed, *line.work[number + 1 :])
            total = individual_total(snapshot.items, row, line.extras, snapshot.basis).total
            if total is not None and line.total is not None:
                best = max(best, (total - line.total) * sign)
    return best


def _variants(snapshot: Snapshot, column: ItemColumn, work: ItemWork, sign: int) -> Iterator[ItemWork]:
    """The item with one of its marks a step higher or lower, inside 0 and the full mark."""
    step = snapshot.basis.mark_step * sign
    if column.rule is None:
        if work.entered is not None and ZERO <= work.entered + step <= column.full:
            yield work_item(
                column, snapshot.basis, entered=work.entered + step, state=work.state, extras=work.extras
            )
        return
    for at, mark in enumerate(work.marks):
        if mark is not None and ZERO <= mark + step <= column.full:
            marks = (*work.marks[:at], mark + step, *work.marks[at + 1 :])
            yield work_item(column, snapshot.basis, marks=marks, state=work.state, extras=work.extras)
