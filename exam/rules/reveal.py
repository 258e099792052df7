"""The order in which awards are revealed: from the last place up, award by award, from one frozen snapshot.

Honours without a contest come first (organisation, titles), then single items, groups, individuals, and
the teams at the end. Inside one kind the least award comes first and the first prize last.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby

from exam.rules.results import AwardLine, Snapshot

KINDS = ("organisation", "title", "item", "group", "individual", "team")
"""The kinds of awards in the order of the ceremony."""


@dataclass(frozen=True, slots=True)
class Winner:
    """Who wins. ``figure`` is the total, the item mark or the participation rate, ``None`` for a title.

    ``members`` are the elites of a team. ``name`` of a team or unit is the unit, ``unit`` is then empty.
    """

    name: str
    unit: str
    place: int | None
    figure: Decimal | None
    staff_number: str = ""
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """One award of one standing. ``about`` is the item or the group it is for, empty otherwise.

    ``places`` are the winners place by place from the last one up; who shares a place stands together.
    """

    kind: str
    about: str
    award: str
    places: tuple[tuple[Winner, ...], ...]

    @property
    def winners(self) -> tuple[Winner, ...]:
        """Everybody who wins this award, the best first."""
        return tuple(one for place in reversed(self.places) for one in place)


def acts_of(snapshot: Snapshot) -> tuple[Act, ...]:
    """Every award of ``snapshot`` that has winners, in the order of the ceremony."""
    figure = _figures(snapshot)
    acts: list[Act] = []
    for kind in KINDS:
        given = [line for line in snapshot.awards if line.kind == kind]
        standings = dict.fromkeys((line.item, line.group) for line in given)
        for standing in standings:
            lines = [line for line in given if (line.item, line.group) == standing]
            awards = list(dict.fromkeys(line.award for line in lines))
            # Titles are no steps of one ladder: they keep their order.
            for award in awards if kind == "title" else reversed(awards):
                winners = [_winner(snapshot, line, figure(line)) for line in lines if line.award == award]
                acts.append(Act(kind, standing[0] or standing[1], award, _by_place(winners)))
    return tuple(acts)


def _by_place(winners: Sequence[Winner]) -> tuple[tuple[Winner, ...], ...]:
    if any(one.place is None for one in winners):
        return (tuple(winners),)
    order = sorted(winners, key=lambda one: -(one.place or 0))
    return tuple(tuple(same) for _, same in groupby(order, key=lambda one: one.place))


def _winner(snapshot: Snapshot, line: AwardLine, figure: Decimal | None) -> Winner:
    if line.kind not in ("team", "organisation"):
        return Winner(line.winner, line.unit, line.place, figure, line.staff_number)
    code = _code(line)
    members = tuple(
        one.name for one in snapshot.individuals
        if line.kind == "team" and one.unit_code == code and one.status == "active"
    )  # fmt: skip
    return Winner(line.winner, "", line.place, figure, members=members)


def _code(line: AwardLine) -> str:
    return line.winner_key.partition("|")[2]


def _figures(snapshot: Snapshot) -> Callable[[AwardLine], Decimal | None]:
    people = {line.staff_number: line for line in snapshot.individuals}
    teams = {line.unit_code: line.total for line in snapshot.teams}
    rates = {line.unit_code: line.participation_rate for line in snapshot.units}
    columns = {column.key: at for at, column in enumerate(snapshot.items)}

    def figure(line: AwardLine) -> Decimal | None:
        person = people.get(line.staff_number)
        if line.kind == "team":
            return teams.get(_code(line))
        if line.kind == "organisation":
            return rates.get(_code(line))
        if line.kind == "item" and person is not None:
            at = columns.get(line.winner_key.split("|")[1])
            return person.items[at] if at is not None else None
        return person.total if line.kind in ("individual", "group") and person is not None else None

    return figure
