"""Places: competition ranking 1, 2, 2, 4, tie keys in order, and cuts that never split a tie.

Source: domain.md section 3 "Ties": equal people are separated by ordered keys, people still equal share
the place; at a cut, tied people pass or fail together unless a named key separates them.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import Any

from exam.rules.results import IndividualLine, Step, TeamLine
from exam.words import QT_TRANSLATE_NOOP

Key = tuple[Any, ...]


def competition_ranks(keys: Sequence[Key]) -> list[int]:
    """The place of each of ``keys``: the highest is 1, equal keys share a place: 1, 2, 2, 4."""
    places: dict[Key, int] = {}
    for position, key in enumerate(sorted(keys, reverse=True), start=1):
        places.setdefault(key, position)
    return [places[key] for key in keys]


@dataclass(frozen=True, slots=True)
class Placed:
    """A place. ``decided_by`` is the number of the tie key (from 0) that separated this one from another
    with the same total, ``None`` when no key was needed; ``shared`` says that the place is shared.
    """

    place: int
    decided_by: int | None = None
    shared: bool = False


def rank(totals: Sequence[Decimal], ties: Sequence[Sequence[Decimal | None]]) -> list[Placed]:
    """Places by ``totals``, equal ones separated by their ``ties`` in order (a missing value is last)."""
    keys = [(total, *map(_last_when_missing, values)) for total, values in zip(totals, ties, strict=True)]
    places = competition_ranks(keys)
    order = sorted(range(len(keys)), key=lambda at: places[at])
    decided: dict[int, int] = {}
    shared: set[int] = set()
    for one, other in pairwise(order):
        if keys[one] == keys[other]:
            shared.update((one, other))
        elif keys[one][0] == keys[other][0]:
            number = next(at for at, pair in enumerate(zip(keys[one], keys[other], strict=True)) if pair[0] != pair[1])
            for at in (one, other):
                decided[at] = max(decided.get(at, 0), number - 1)
    # Whoever shares a place was separated from the others by the same key.
    by_place: dict[int, int] = {}
    for at, number in decided.items():
        by_place[places[at]] = max(by_place.get(places[at], 0), number)
    return [Placed(place, by_place.get(place), at in shared) for at, place in enumerate(places)]


def passing(places: Sequence[int | None], count: int) -> list[bool]:
    """Who passes a cut after ``count`` places. A shared place at the cut passes as a whole; no place, no pass."""
    return [place is not None and place <= count for place in places]


def ranked_count(lines: Sequence[IndividualLine] | Sequence[TeamLine]) -> int:
    """How many lines of a standing, which stands in its order, have a place."""
    return bisect_left(lines, True, key=lambda line: line.place is None)


def level_with(lines: Sequence[IndividualLine], total: Decimal) -> Sequence[IndividualLine]:
    """The lines of a standing, in its order, that have this total."""
    count, key = ranked_count(lines), total.copy_negate()
    start = bisect_left(lines, key, hi=count, key=falling)
    return lines[start : bisect_right(lines, key, lo=start, hi=count, key=falling)]


def falling(line: IndividualLine | TeamLine) -> Decimal:
    """The total as a key that rises down a standing; exact, unlike the minus sign."""
    assert line.total is not None
    return line.total.copy_negate()


def _last_when_missing(value: Decimal | None) -> tuple[int, Decimal]:
    return (0, Decimal(0)) if value is None else (1, value)


TIE_STEPS = {
    "on_site": QT_TRANSLATE_NOOP(
        "exam", "Equal totals: the on-site total decides ({own}; equal on the total: {others})"
    ),
    "written": QT_TRANSLATE_NOOP(
        "exam", "Equal totals: the written mark decides ({own}; equal on the total: {others})"
    ),
    "best_member": QT_TRANSLATE_NOOP(
        "exam", "Equal totals: the best single member decides ({own}; equal on the total: {others})"
    ),
    "best_item": QT_TRANSLATE_NOOP(
        "exam", "Equal totals: the highest item mark decides ({own}; equal on the total: {others})"
    ),
}


def tie_step(key: str, own: str, others: str) -> Step:
    """The line that says which key decided; values are written out."""
    return Step(TIE_STEPS[key], {"own": own, "others": others})
