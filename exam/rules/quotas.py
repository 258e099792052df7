"""How many people each stratum sends: fixed, percent, proportional with bounds. Exact fractions only."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

CEIL = "ceil"
HALF_UP = "half_up"
FLOOR = "floor"
NAMED_MOST = 5


def fixed(size: int, places: int) -> int:
    """``places`` people; in a stratum of fewer (``size``) everybody goes."""
    return min(places, size)


def percent(
    size: int,
    share: Decimal | int,
    rounding: str = CEIL,
    minimum: int | None = None,
    maximum: int | None = None,
) -> int:
    """``share`` percent of ``size``, rounded, then held between minimum and maximum, never above ``size``."""
    exact = Fraction(size) * Fraction(share) / 100
    if rounding == FLOOR:
        places = floor(exact)
    elif rounding == HALF_UP:
        places = floor(exact + Fraction(1, 2))
    else:
        places = ceil(exact)
    if minimum is not None:
        places = max(places, minimum)
    if maximum is not None:
        places = min(places, maximum)
    return min(places, size)


def proportional(
    sizes: Mapping[str, int],
    total: int,
    lower: Mapping[str, int] | None = None,
    upper: Mapping[str, int] | None = None,
) -> dict[str, int]:
    """``total`` places over strata of these ``sizes`` by largest remainder, each within its bounds.

    A stratum without a lower bound may get 0, without an upper bound all its people. Ties of remainders
    go to the larger stratum, then to the code that comes first in byte order. Raises
    :class:`InvalidInput` with the shortfall and the bounds to relax when no allocation exists.
    """
    # A bound of a stratum that is not there counts as well: it cannot be met.
    least = dict.fromkeys(sizes, 0) | dict(lower or {})
    most = {code: min((upper or {}).get(code, size), size) for code, size in sizes.items()}
    _refuse_the_impossible(sizes, total, least, most)
    settled: dict[str, int] = {}
    free = dict(sizes)
    while True:
        exact = _shares(free, total - sum(settled.values()))
        below = {code: least[code] - share for code, share in exact.items() if share < least[code]}
        above = {code: share - most[code] for code, share in exact.items() if share > most[code]}
        if not below and not above:
            break
        lack, excess = sum(below.values()), sum(above.values())
        if lack >= excess:
            settled.update((code, least[code]) for code in below)
        if excess >= lack:
            settled.update((code, most[code]) for code in above)
        free = {code: size for code, size in free.items() if code not in settled}
    places = {code: floor(share) for code, share in exact.items()}
    left = total - sum(settled.values()) - sum(places.values())
    by_remainder = sorted(exact, key=lambda code: (places[code] - exact[code], -sizes[code], code.encode()))
    for code in by_remainder[:left]:
        places[code] += 1
    places.update(settled)
    return {code: places[code] for code in sizes}


def proportional_within(
    sizes: Mapping[tuple[str, str], int],
    total: int,
    lower: Mapping[tuple[str, str], int] | None = None,
    upper: Mapping[tuple[str, str], int] | None = None,
) -> dict[tuple[str, str], int]:
    """Places for ``(unit, post)`` strata: first over the units, then inside each unit over its posts.

    The bounds of a unit are the sums of the bounds of its posts.
    """
    least = {key: (lower or {}).get(key, 0) for key in sizes}
    most = {key: min((upper or {}).get(key, size), size) for key, size in sizes.items()}
    posts_of: dict[str, list[str]] = {}
    for unit, post in sizes:
        posts_of.setdefault(unit, []).append(post)

    def per_unit(values: Mapping[tuple[str, str], int]) -> dict[str, int]:
        return {unit: sum(values[unit, post] for post in posts) for unit, posts in posts_of.items()}

    places: dict[tuple[str, str], int] = {}
    for unit, count in proportional(per_unit(sizes), total, per_unit(least), per_unit(most)).items():
        posts = posts_of[unit]
        inner = proportional(
            {post: sizes[unit, post] for post in posts},
            count,
            {post: least[unit, post] for post in posts},
            {post: most[unit, post] for post in posts},
        )
        places.update(((unit, post), found) for post, found in inner.items())
    return places


def _shares(free: Mapping[str, int], places: int) -> dict[str, Fraction]:
    people = sum(free.values())
    return {code: Fraction(places * size, people) if people else Fraction(0) for code, size in free.items()}


def _refuse_the_impossible(
    sizes: Mapping[str, int], total: int, least: Mapping[str, int], most: Mapping[str, int]
) -> None:
    if total < 0 or any(size < 0 for size in sizes.values()) or any(bound < 0 for bound in least.values()):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Places, sizes and minimums cannot be negative. Correct the plan.")
        )
    for code, bound in least.items():
        if bound > sizes.get(code, 0):
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "{code} has only {size} eligible people, {shortfall} fewer than its minimum of {minimum}. "
                    "Lower its minimum.",
                ),
                code=code, size=sizes.get(code, 0), minimum=bound, shortfall=bound - sizes.get(code, 0),
            )
    for code in sizes:
        if least[code] > most[code]:
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "{code}: the minimum {minimum} is above the maximum {maximum} by {shortfall}. "
                    "Lower the minimum or raise the maximum.",
                ),
                code=code, minimum=least[code], maximum=most[code], shortfall=least[code] - most[code],
            )
    needed, room = sum(least.values()), sum(most.values())
    if needed > total:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The minimums add up to {needed}, {shortfall} more than the {total} places. "
                "Lower the minimum of {codes}, or raise the number of places.",
            ),
            needed=needed, total=total, shortfall=needed - total,
            codes=_named({code: bound for code, bound in least.items() if bound}),
        )
    if room < total:
        bound = {code: sizes[code] - most[code] for code in sizes if most[code] < sizes[code]}
        if bound and sum(sizes.values()) >= total:
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "The maximums leave room for {room} people, {shortfall} fewer than the {total} places. "
                    "Raise the maximum of {codes}, or lower the number of places.",
                ),
                room=room, total=total, shortfall=total - room, codes=_named(bound),
            )
        people = sum(sizes.values())
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "There are {people} eligible people, {shortfall} fewer than the {total} places. "
                "Lower the number of places.",
            ),
            people=people, total=total, shortfall=total - people,
        )


def _named(weights: Mapping[str, int]) -> str:
    """The codes whose bounds give most, heaviest first; a long list is cut."""
    codes = sorted(weights, key=lambda code: (-weights[code], code.encode()))
    named = ", ".join(codes[:NAMED_MOST])
    return named if len(codes) <= NAMED_MOST else f"{named}, … (+{len(codes) - NAMED_MOST})"
