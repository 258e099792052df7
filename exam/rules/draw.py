"""The random draw: tickets, strata, drawn people and their alternates.

A ticket depends on the seed and one staff number, on nothing else, so the order of the roster does not
matter and striking one person moves nobody else. The tickets are those of Ron Rivest's
``consistent_sampler``: anyone can compute them again without this program.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import sha256
from itertools import accumulate
from typing import Any, NamedTuple

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

DICE_MIN = 20
DICE_MAX = 40
SHOWN_DIGITS = 18
DRAWN = "D"
ALTERNATE = "A"
_PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
_UNSEEN = dict.fromkeys(map(ord, "\u200b\u2060\ufeff"))


@dataclass(frozen=True, slots=True)
class Quota:
    """What the frozen plan says of one stratum: people to draw and alternates to name."""

    stratum: str
    places: int
    alternates: int


class Pick(NamedTuple):
    """One line of the result. ``position`` counts from 1 among the drawn (D) or the alternates (A)."""

    stratum: str
    kind: str
    position: int
    staff_number: str
    ticket: str


@dataclass(frozen=True, slots=True)
class StratumOutcome:
    """The picks of one stratum in ticket order, and how many places stay empty for lack of people."""

    quota: Quota
    eligible: int
    drawn: tuple[Pick, ...]
    alternates: tuple[Pick, ...]

    @property
    def shortfall(self) -> int:
        """Places that nobody was left to fill."""
        return self.quota.places - len(self.drawn)

    @property
    def picks(self) -> tuple[Pick, ...]:
        """Drawn people, then alternates."""
        return self.drawn + self.alternates


def seed_of(label: str, freeze: str, dice: str) -> str:
    """The public seed ``LABEL|FREEZE|DICE`` of one draw."""
    return f"{label}|{freeze}|{dice}"


def clean_dice(typed: str) -> str:
    """The digits as they go into the seed: blanks removed, full-width digits made plain.

    Raises :class:`InvalidInput` for anything but digits, and unless there are 20 to 40 of them.
    """
    digits = "".join(typed.translate(_UNSEEN).split()).translate(_PLAIN_DIGITS)
    for sign in digits:
        if sign not in "0123456789":
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "“{sign}” is not a digit. Type only the digits of the dice or balls, in the order thrown."
                ),
                sign=sign,
            )
    if not DICE_MIN <= len(digits) <= DICE_MAX:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "{count} digits were typed; {least} to {most} are needed. Throw more dice or check the digits."
            ),
            count=len(digits), least=DICE_MIN, most=DICE_MAX,
        )
    return digits


def ticket(seed: str, staff_number: str) -> str:
    """The whole ticket, ``0.`` and all its digits. Tickets are compared as text."""
    return tickets(seed, (staff_number,))[0][0]


def shown(full_ticket: str) -> str:
    """A ticket as screens and papers show it: 18 digits, cut off, not rounded."""
    return full_ticket[: 2 + SHOWN_DIGITS]


def tickets(seed: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    """``(ticket, id)`` by ascending ticket; of two equal tickets the smaller id comes first."""
    return sorted(_with_digits(_hashed(seed, ids)))


def in_ticket_order(seed: str, ids: Iterable[str]) -> list[str]:
    """The ids by ascending ticket."""
    return [staff_number for _, staff_number in tickets(seed, ids)]


def draw_stratum(seed: str, quota: Quota, ids: Iterable[str]) -> StratumOutcome:
    """Draw one stratum: the lowest tickets are drawn, the next ones are the alternates."""
    hashed = _hashed(seed, ids)
    last = quota.places + quota.alternates
    order = sorted(_with_digits(_lowest(hashed, last)))
    drawn = order[: quota.places]
    alternates = order[quota.places : last]
    return StratumOutcome(
        quota,
        len(hashed),
        tuple(Pick(quota.stratum, DRAWN, at, who, number) for at, (number, who) in enumerate(drawn, 1)),
        tuple(Pick(quota.stratum, ALTERNATE, at, who, number) for at, (number, who) in enumerate(alternates, 1)),
    )


@lru_cache(maxsize=8)
def _primed(seed: str) -> Callable[[], Any]:
    """Hashing of ``SH + id`` goes on from a copy: SH fills one block of SHA-256 exactly."""
    return sha256(sha256(seed.encode()).hexdigest().encode()).copy


def _hashed(seed: str, ids: Iterable[str]) -> list[tuple[int, str]]:
    """``(hash as an integer, id)`` of every id."""
    primed = _primed(seed)
    number = int.from_bytes
    found: list[tuple[int, str]] = []
    for staff_number in ids:
        hashed = primed()
        hashed.update(staff_number.encode())
        found.append((number(hashed.digest(), "big"), staff_number))
    return found


def _lowest(hashed: list[tuple[int, str]], wanted: int) -> list[tuple[int, str]]:
    """Those that can be among the ``wanted`` lowest tickets, judged by the first digit of the ticket.

    That digit is the last one of the integer. Writing out 77 digits costs as much as hashing, so it is
    not done for people who cannot be drawn.
    """
    if wanted * 2 > len(hashed):
        return hashed
    first_digits = [number % 10 for number, _ in hashed]
    for digit, people in enumerate(accumulate(map(first_digits.count, range(10)))):
        if people >= wanted:
            return [found for first, found in zip(first_digits, hashed, strict=True) if first <= digit]
    return hashed


def _with_digits(hashed: Iterable[tuple[int, str]]) -> list[tuple[str, str]]:
    return [("0." + f"{number:064d}"[::-1], staff_number) for number, staff_number in hashed]


def draw(seed: str, strata: Mapping[str, Sequence[str]], plan: Iterable[Quota]) -> list[StratumOutcome]:
    """Draw every stratum of ``plan`` in its order. A stratum without people keeps its shortfall."""
    return [draw_stratum(seed, quota, strata.get(quota.stratum, ())) for quota in plan]


def next_alternate(alternates: Sequence[Pick], used: Iterable[str]) -> Pick | None:
    """The first alternate not yet ``used`` (stepped up or struck); None when the stratum is exhausted."""
    taken = set(used)
    return next((pick for pick in alternates if pick.staff_number not in taken), None)
