"""Order of appearance by lot: ascending tickets, if wished without neighbours of one unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

from exam.errors import InvalidInput
from exam.rules.draw import in_ticket_order
from exam.words import QT_TRANSLATE_NOOP

MAX_TRIES = 100_000


@dataclass(frozen=True, slots=True)
class Order:
    """Who appears first, second, ...; ``tries`` is 0 when no condition had to be met."""

    members: tuple[str, ...]
    tries: int


def draw_order(seed: str, members: Iterable[str]) -> Order:
    """All members by ascending ticket."""
    return Order(tuple(in_ticket_order(seed, members)), 0)


def draw_order_apart(seed: str, unit_of: Mapping[str, str], max_tries: int = MAX_TRIES) -> Order:
    """An order in which no two neighbours are of one unit: the whole order is redrawn until it is valid.

    Raises :class:`InvalidInput` naming the unit that makes it impossible or too rare.
    """
    counts = Counter(unit_of.values())
    largest = min(counts, key=lambda unit: (-counts[unit], unit.encode()), default="")
    if counts and counts[largest] > (len(unit_of) + 1) // 2:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "{unit} has {count} of {total} places: some of its people must follow one another. "
                "Draw the order without the condition on neighbours.",
            ),
            unit=largest, count=counts[largest], total=len(unit_of),
        )
    for number in range(1, max_tries + 1):
        order = in_ticket_order(f"{seed}|try{number}", unit_of)
        if all(unit_of[one] != unit_of[other] for one, other in pairwise(order)):
            return Order(tuple(order), number)
    raise InvalidInput(
        QT_TRANSLATE_NOOP(
            "exam",
            "No order without neighbours of one unit was found in {tries} tries; {unit} is the largest unit. "
            "Draw the order without the condition on neighbours.",
        ),
        tries=max_tries, unit=largest,
    )
