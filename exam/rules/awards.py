"""Who gets which award. Ties at a cut win together; withdrawn, disciplined and zeroed people take none.

Source: domain.md section 3 "Awards": by count, or by ratio of the entrants rounded half up, for
individuals, teams, single items and groups; the organisation award goes by participation rate; free titles
are given by hand. Awards of one scope follow each other: after one first prize the second starts at place 2.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from heapq import nlargest
from itertools import takewhile
from typing import Any

from exam.errors import InvalidInput
from exam.rules.marks import Attendance
from exam.rules.ranking import competition_ranks, passing
from exam.rules.results import AwardLine, IndividualLine, ItemColumn, TeamLine, UnitLine
from exam.rules.totals import HUNDRED, ratio
from exam.words import QT_TRANSLATE_NOOP

SCOPES = ("individual", "team", "item", "group", "organisation", "title")
METHODS = ("count", "ratio")
SCOPE_NAMES = {
    "individual": QT_TRANSLATE_NOOP("exam", "Individuals"),
    "team": QT_TRANSLATE_NOOP("exam", "Teams"),
    "item": QT_TRANSLATE_NOOP("exam", "Single item"),
    "group": QT_TRANSLATE_NOOP("exam", "Each group"),
    "organisation": QT_TRANSLATE_NOOP("exam", "Organisation (participation rate)"),
    "title": QT_TRANSLATE_NOOP("exam", "Title, given by hand"),
}
_TAKES_NONE = frozenset({Attendance.DISCIPLINED.value, Attendance.WITHDRAWN.value, Attendance.ZEROED.value})


@dataclass(frozen=True, slots=True)
class AwardSpec:
    """One award rule. ``value`` is a count, or percent of the entrants; ``item`` an item key, "" = every item.

    ``reason`` is free text for the list and the certificate.
    """

    scope: str
    name: str
    method: str = "count"
    value: Decimal = Decimal(0)
    item: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Titled:
    """A person given a title by hand."""

    title: str
    staff_number: str
    name: str
    unit: str
    reason: str = ""


def check_spec(spec: AwardSpec) -> AwardSpec:
    """The rule with a tidy name; :class:`InvalidInput` says what is wrong with it."""
    name = " ".join(spec.name.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the award a name."), field="name")
    if spec.scope not in SCOPES or spec.method not in METHODS:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose for whom the award is, and by what it is given."))
    if spec.scope != "title":
        whole = spec.value == spec.value.to_integral_value() if spec.value.is_finite() else False
        if spec.method == "count" and not (whole and 1 <= spec.value <= 1000):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "The number of winners is a whole number from 1 to 1000."), field="value"
            )
        if spec.method == "ratio" and not (spec.value.is_finite() and 0 < spec.value <= HUNDRED):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "The share of winners lies above 0 and up to 100 percent."), field="value"
            )
    return replace(spec, name=name, reason=" ".join(spec.reason.split()))


def winners_of(spec: AwardSpec, entrants: int) -> int:
    """How many places the award has among ``entrants``; a ratio is rounded half up."""
    if spec.method == "count":
        return int(spec.value)
    return int(ratio(spec.value * entrants, HUNDRED, 0))


def give_awards(
    specs: Sequence[AwardSpec],
    *,
    individuals: Sequence[IndividualLine],
    teams: Sequence[TeamLine],
    units: Sequence[UnitLine],
    items: Sequence[ItemColumn],
    titled: Sequence[Titled] = (),
) -> tuple[AwardLine, ...]:
    """Every award given under these rules, in the order of the scopes; nobody without a place wins."""
    eligible = [line for line in individuals if line.place is not None and may_win(line)]
    awards = [
        *_cut(_of(specs, "individual"), eligible, _by_place, _person("individual")),
        *_cut(_of(specs, "team"), [t for t in teams if t.place], _by_place, _team_award),
    ]
    for number, column in enumerate(items):
        chosen = [spec for spec in _of(specs, "item") if spec.item in ("", column.key)]
        marked = [line for line in eligible if line.work[number].hundred is not None] if chosen else []
        awards += _cut(chosen, marked, _item_key(number), _person("item", item=column))
    of_groups = _of(specs, "group")
    for group in sorted({line.group for line in eligible if line.group}) if of_groups else ():
        inside = [line for line in eligible if line.group == group]
        awards += _cut(of_groups, inside, _by_place, _person("group", group=group))
    sitting = [unit for unit in units if unit.participation_rate is not None]
    awards += _cut(_of(specs, "organisation"), sitting, _rate_key, _unit_award)
    titles = {spec.name: spec for spec in specs if spec.scope == "title"}
    awards += [
        AwardLine(
            "title", one.title, one.name, one.unit, staff_number=one.staff_number,
            reason=one.reason or titles[one.title].reason, winner_key=f"title|{one.staff_number}",
        )
        for one in titled if one.title in titles
    ]  # fmt: skip
    return tuple(awards)


def may_win(line: IndividualLine) -> bool:
    """Withdrawn or disciplined people take no award, nor does anybody with a zeroed paper."""
    if line.status != "active":
        return False
    # Asked of everybody after each mark: a plain loop takes a third of the time of any().
    for work in line.work:  # noqa: SIM110
        if work.state in _TAKES_NONE:
            return False
    return True


def _of(specs: Sequence[AwardSpec], scope: str) -> list[AwardSpec]:
    return [spec for spec in specs if spec.scope == scope]


def _cut(
    specs: Sequence[AwardSpec],
    lines: Sequence[Any],
    key: Callable[[Any], tuple[Any, ...]],
    make: Callable[[AwardSpec, Any, int], AwardLine],
) -> list[AwardLine]:
    """The winners of these awards, which follow each other, the best first."""
    counts = [winners_of(spec, len(lines)) for spec in specs]
    leading = _leading(lines, key, sum(counts))
    places = competition_ranks([key(line) for line in leading])
    awards: list[AwardLine] = []
    taken: set[int] = set()
    upto = 0
    order = sorted(range(len(leading)), key=lambda number: places[number])
    for spec, count in zip(specs, counts, strict=True):
        upto += count
        passed = passing(places, upto)
        for number in order:
            if passed[number] and number not in taken:
                taken.add(number)
                awards.append(make(spec, leading[number], places[number]))
    return awards


def _leading(lines: Sequence[Any], key: Callable[[Any], tuple[Any, ...]], count: int) -> Sequence[Any]:
    """The ``count`` best lines and whoever is level with the last of them: the others need not be put in order."""
    if count >= len(lines):
        return lines
    if not count:
        return ()
    if key is _by_place:
        # A standing is in this order already: sorting it costs next to nothing.
        lines = sorted(lines, key=key, reverse=True)
        last = key(lines[count - 1])
        return list(takewhile(lambda line: key(line) >= last, lines))
    keys = [key(line) for line in lines]
    last = nlargest(count, keys)[-1]
    return [line for line, own in zip(lines, keys, strict=True) if own >= last]


def _by_place(line: IndividualLine | TeamLine) -> tuple[int]:
    return (-(line.place or 0),)


def _item_key(number: int) -> Callable[[IndividualLine], tuple[Decimal]]:
    return lambda line: (line.work[number].hundred or Decimal(0),)


def _rate_key(unit: UnitLine) -> tuple[Decimal, Decimal]:
    return (unit.participation_rate or Decimal(0), unit.average if unit.average is not None else Decimal(-1))


def _person(
    kind: str, *, item: ItemColumn | None = None, group: str = ""
) -> Callable[[AwardSpec, IndividualLine, int], AwardLine]:
    def make(spec: AwardSpec, line: IndividualLine, place: int) -> AwardLine:
        key = "|".join((kind, item.key if item else "", line.staff_number))
        return AwardLine(
            kind, spec.name, line.name, line.unit, place, line.staff_number, item.name if item else "",
            reason=spec.reason, group=group, winner_key=key,
        )  # fmt: skip

    return make


def _team_award(spec: AwardSpec, line: TeamLine, place: int) -> AwardLine:
    return AwardLine(
        "team", spec.name, line.unit, line.unit, place, reason=spec.reason, winner_key=f"team|{line.unit_code}"
    )


def _unit_award(spec: AwardSpec, line: UnitLine, place: int) -> AwardLine:
    return AwardLine(
        "organisation", spec.name, line.unit, line.unit, place, reason=spec.reason,
        winner_key=f"organisation|{line.unit_code}",
    )  # fmt: skip


_LETTERS = {
    "individual": "个", "team": "团", "item": "单", "group": "组", "organisation": "织", "title": "称",
}  # fmt: skip


def certificate_number(prefix: str, year: int, kind: str, serial: int) -> str:
    """``FWDS〔2026〕个-001``: prefix, year, a sign for the kind of award, and a serial number per kind."""
    return f"{prefix}〔{year}〕{_LETTERS[kind]}-{serial:03d}"


def serial_of(number: str) -> tuple[str, int] | None:
    """The kind and the serial number inside a certificate number, ``None`` when it is not one of ours."""
    head, dash, tail = number.rpartition("-")
    kind = next((kind for kind, letter in _LETTERS.items() if head.endswith(f"〕{letter}")), None)
    return (kind, int(tail)) if dash and kind is not None and tail.isdigit() else None
