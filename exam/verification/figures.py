"""Figures of the second calculation: what it finds for a person, a team or a unit, and the plain steps to it.

Written apart from ``exam.rules`` on purpose. ``None`` means that there is no figure, never zero.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from math import floor
from typing import Any

from exam.verification.state import Row

Figure = Fraction | None
NOUGHT = Fraction(0)


@dataclass(slots=True)
class Work:
    """One entrant in one item. ``hundred`` is the mark brought to a full mark of 100."""

    mark: Figure = None
    hundred: Figure = None
    state: str = ""


@dataclass(slots=True)
class Person:
    """An elite with everything that leads to the place."""

    staff_number: str
    code: str
    status: str
    group: int
    team: Any
    work: list[Work]
    written: Figure = None
    on_site: Figure = None
    total: Figure = None
    place: int | None = None

    @property
    def away(self) -> bool:
        """Absent from every item."""
        return bool(self.work) and all(one.state == "absent" for one in self.work)

    @property
    def missing(self) -> bool:
        """No total will come any more."""
        return self.status != "active" or self.away or any(one.state == "excused" for one in self.work)

    @property
    def best_item(self) -> Figure:
        """The highest item mark of 100."""
        return max((one.hundred for one in self.work if one.hundred is not None), default=None)


@dataclass(slots=True)
class Team:
    """A team with its members."""

    unit_code: str
    members: list[Person] = field(default_factory=list[Person])
    total: Figure = None
    place: int | None = None


@dataclass(slots=True)
class Unit:
    """A unit of the all-staff round."""

    drawn: int
    sat: int
    average: Figure
    rate: Figure
    place: int | None = None


def half_up(value: Fraction, places: int) -> Fraction:
    """``value`` to ``places`` decimal places, halves away from zero."""
    scaled = floor(abs(value) * 10**places + Fraction(1, 2))
    return Fraction(-scaled if value < 0 else scaled, 10**places)


def panel_mark(marks: Sequence[Figure], item: Row) -> Figure:
    """The mark of a panel; an absent judge is ``None`` and left out of the count."""
    valid = sorted(mark for mark in marks if mark is not None)
    low, high = (item["drop_low"], item["drop_high"]) if len(valid) >= item["trim_from"] else (0, 0)
    used = valid[low : len(valid) - high]
    if len(valid) < item["minimum"] or not used:
        return None
    if item["combine"] == "median":
        value = (used[(len(used) - 1) // 2] + used[len(used) // 2]) / 2
    else:
        value = sum(used, NOUGHT) / (len(used) if item["combine"] == "mean" else 1)
    if item["places"] is None:
        return value * Fraction(item["coefficient"])
    return half_up(half_up(value, item["places"]) * Fraction(item["coefficient"]), item["places"])


def cut(rules: Sequence[Row], entrants: Sequence[tuple[str, Any]]) -> set[tuple[str, str]]:
    """Awards of one scope follow each other; a place at the cut is never split."""
    found: set[tuple[str, str]] = set()
    taken: set[str] = set()
    upto = 0
    better: dict[Any, int] = {}
    for at, figure in enumerate(sorted((figure for _, figure in entrants), reverse=True)):
        better.setdefault(figure, at)
    for row in rules:
        share = Fraction(row["value"])
        upto += int(share) if row["method"] == "count" else int(half_up(share * len(entrants) / 100, 0))
        for key, figure in entrants:
            if better[figure] < upto and key not in taken:
                taken.add(key)
                found.add((key, row["name"]))
    return found


def place_lines(lines: Sequence[Any], key: Callable[[Any], tuple[Any, ...]]) -> None:
    place_by_key(dict(enumerate(lines)), lambda _, line: key(line))


def place_by_key(lines: Mapping[Any, Any], key: Callable[[Any, Any], tuple[Any, ...]]) -> None:
    """1, 2, 2, 4: a place is one more than the number of lines that are better."""
    keys = {name: key(name, line) for name, line in lines.items()}
    first: dict[tuple[Any, ...], int] = {}
    for at, one in enumerate(sorted(keys.values(), reverse=True), start=1):
        first.setdefault(one, at)
    for name, line in lines.items():
        line.place = first[keys[name]]


def own_figure(person: Person, name: str) -> Figure:
    return {"on_site": person.on_site, "written": person.written, "best_item": person.best_item}.get(name)


def shared_figure(team: Team, name: str) -> Figure:
    """A tie key of a team from its members."""
    active = [person for person in team.members if person.status == "active"]
    if name == "best_member":
        return max((person.total for person in team.members if person.total is not None), default=None)
    if name == "best_item":
        return max((person.best_item for person in active if person.best_item is not None), default=None)
    return sum((own_figure(person, name) or NOUGHT for person in active), NOUGHT) if active else None


def or_last(value: Figure) -> tuple[int, Fraction]:
    """Somebody without the figure comes after everybody who has one."""
    return (0, NOUGHT) if value is None else (1, value)


@lru_cache(maxsize=8192)
def exact(text: str) -> Fraction:
    """A figure as it stands in the journal. There are few different ones: each is read once."""
    return Fraction(text)


def figure_of(text: str | None) -> Figure:
    """:func:`exact`, or no figure."""
    return None if text is None else exact(text)
