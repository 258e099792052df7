"""Who gets which award. Ties at a cut win together; withdrawn, disciplined and zeroed people take none.

Source: domain.md section 3 "Awards": by count, or by ratio of the entrants rounded half up, for
individuals, teams, single items and groups; the organisation award goes by participation rate; free titles
are given by hand. Awards of one scope follow each other: after one first prize the second starts at place 2.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from exam.errors import InvalidInput
from exam.rules.marks import Attendance
from exam.rules.ranking import competition_ranks
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


@dataclass(frozen=True, slots=True)
class ItemCut:
    """Who won in an item, by nominee, among how many; ``last`` is the mark at the cut, ``None`` where there is none."""

    entrants: int = 0
    winners: frozenset[int] = frozenset()
    last: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Given:
    """The awards given, and what :func:`give_again` needs besides: entrants in all and by group, a cut for each item.

    ``others`` are those of units and the titles.
    """

    lines: tuple[AwardLine, ...]
    entrants: int
    groups: Mapping[str, int]
    items: tuple[ItemCut, ...]
    others: tuple[AwardLine, ...]


def give_awards(
    specs: Sequence[AwardSpec],
    *,
    individuals: Sequence[IndividualLine],
    teams: Sequence[TeamLine],
    units: Sequence[UnitLine],
    items: Sequence[ItemColumn],
    titled: Sequence[Titled] = (),
) -> Given:
    """Every award given under these rules, in the order of the scopes; nobody without a place wins."""
    eligible = _best_first([*_eligible(individuals)], _by_place)
    sitting = [unit for unit in units if unit.participation_rate is not None]
    titles = {spec.name: spec for spec in specs if spec.scope == "title"}
    others = [
        *_given(_of(specs, "organisation"), _best_first(sitting, _rate_key), len(sitting), _rate_key, _unit_award),
        *(
            AwardLine(
                "title", one.title, one.name, one.unit, staff_number=one.staff_number,
                reason=one.reason or titles[one.title].reason, winner_key=f"title|{one.staff_number}",
            )
            for one in titled if one.title in titles
        ),
    ]  # fmt: skip
    of_items: list[tuple[ItemCut, list[AwardLine]]] = []
    for number, column in enumerate(items):
        chosen = _of_item(specs, column)
        marked = _marked(eligible, number) if chosen else []
        of_items.append(_item_awards(chosen, column, number, marked, len(marked)))
    groups = Counter(line.group for line in eligible if line.group)
    return _together(
        specs, eligible, _best_first(teams, _by_place), len(eligible), groups, of_items, tuple(others)
    )


def give_again(
    known: Given,
    specs: Sequence[AwardSpec],
    *,
    before: Sequence[IndividualLine],
    individuals: Sequence[IndividualLine],
    teams: Sequence[TeamLine],
    items: Sequence[ItemColumn],
) -> Given:
    """``known`` after the marks of a few people changed; ``before`` are their lines as they were.

    ``individuals`` and ``teams`` are the standings now, in their order: looking at their heads is enough. In an item
    whoever won before and whose mark is the same still stands at the cut or above it; everybody is looked at only
    when too few of them are left.
    """
    changed = {line.nominee_id for line in before}
    wanted = changed.union(*(cut.winners for cut in known.items))
    near = [*_eligible([line for line in individuals if line.nominee_id in wanted])]
    old = [*_eligible(before)]
    new = [line for line in near if line.nominee_id in changed]
    of_items: list[tuple[ItemCut, list[AwardLine]]] = []
    for number, (column, cut) in enumerate(zip(items, known.items, strict=True)):
        chosen = _of_item(specs, column)
        entrants = cut.entrants + len(_marked(new, number)) - len(_marked(old, number)) if chosen else 0
        lines = _marked(near, number, cut.last) if cut.last is not None else []
        if len(lines) < min(entrants, _places(chosen, entrants)):
            lines = _marked([*_eligible(individuals)], number)
        of_items.append(_item_awards(chosen, column, number, lines, entrants))
    groups = Counter(known.groups)
    groups.update(line.group for line in new if line.group)
    groups.subtract(line.group for line in old if line.group)
    entrants = known.entrants + len(new) - len(old)
    return _together(specs, individuals, teams, entrants, +groups, of_items, known.others)


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


def _of_item(specs: Sequence[AwardSpec], column: ItemColumn) -> list[AwardSpec]:
    return [spec for spec in specs if spec.scope == "item" and spec.item in ("", column.key)]


def _eligible(lines: Iterable[IndividualLine]) -> Iterator[IndividualLine]:
    return (line for line in lines if line.place is not None and may_win(line))


def _marked(lines: Iterable[IndividualLine], number: int, least: Decimal | None = None) -> list[IndividualLine]:
    """Those with a mark in the item, and not below ``least``."""
    found = ((line, line.work[number].hundred) for line in lines)
    return [line for line, mark in found if mark is not None and (least is None or mark >= least)]


def _together(
    specs: Sequence[AwardSpec],
    individuals: Sequence[IndividualLine],
    teams: Sequence[TeamLine],
    entrants: int,
    groups: Mapping[str, int],
    of_items: Sequence[tuple[ItemCut, Sequence[AwardLine]]],
    others: tuple[AwardLine, ...],
) -> Given:
    """All awards in the order of the scopes, from standings in their order."""
    placed = [team for team in teams if team.place is not None]
    of_persons, of_groups = _of(specs, "individual"), _of(specs, "group")
    lines = [
        *_given(of_persons, _eligible(individuals), entrants, _by_place, _person("individual")),
        *_given(_of(specs, "team"), placed, len(placed), _by_place, _team_award),
        *(line for _, given in of_items for line in given),
    ]
    for group in sorted(groups) if of_groups else ():
        inside = (line for line in _eligible(individuals) if line.group == group)
        lines += _given(of_groups, inside, groups[group], _by_place, _person("group", group=group))
    return Given((*lines, *others), entrants, groups, tuple(cut for cut, _ in of_items), others)


def _item_awards(
    specs: Sequence[AwardSpec], column: ItemColumn, number: int, lines: Sequence[IndividualLine], entrants: int
) -> tuple[ItemCut, list[AwardLine]]:
    """The cut and the awards of an item; ``lines`` are all ``entrants``, or at least those who can win."""
    key, places = _item_key(number), _places(specs, entrants)
    best = _leading(_best_first(lines, key), places, key)
    last = best[-1].work[number].hundred if best and places < entrants else None
    cut = ItemCut(entrants, frozenset(line.nominee_id for line in best), last)
    return cut, _given(specs, best, entrants, key, _person("item", item=column))


def _places(specs: Sequence[AwardSpec], entrants: int) -> int:
    return sum(winners_of(spec, entrants) for spec in specs)


def _given(
    specs: Sequence[AwardSpec],
    lines: Iterable[Any],
    entrants: int,
    key: Callable[[Any], tuple[Any, ...]],
    make: Callable[[AwardSpec, Any, int], AwardLine],
) -> list[AwardLine]:
    """The winners of these awards, which follow each other. ``lines`` stand best first."""
    leading = _leading(lines, _places(specs, entrants), key)
    winners = zip(leading, competition_ranks([key(line) for line in leading]), strict=True)
    left = next(winners, None)
    awards: list[AwardLine] = []
    upto = 0
    for spec in specs:
        upto += winners_of(spec, entrants)
        while left is not None and left[1] <= upto:
            awards.append(make(spec, *left))
            left = next(winners, None)
    return awards


def _leading(lines: Iterable[Any], count: int, key: Callable[[Any], tuple[Any, ...]]) -> list[Any]:
    """The first ``count`` lines and whoever is level with the last of them."""
    found: list[Any] = []
    if count:
        for line in lines:
            if len(found) >= count and key(line) != key(found[-1]):
                break
            found.append(line)
    return found


def _best_first(lines: Sequence[Any], key: Callable[[Any], tuple[Any, ...]]) -> list[Any]:
    """By key, equal ones in the given order."""
    return sorted(lines, key=key, reverse=True)


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
