"""The standings after a few lines changed, without calculating and placing all the others again.

Only lines with equal totals are ever compared by tie keys. So the part of a standing between the lowest and the
highest total that changed, before or after, can be placed alone: whoever stands above keeps the place, whoever
stands below moves by as many places as there are more or fewer lines with a total. The outcome equals that of
``exam.rules.standings`` (property tests hold it).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from itertools import takewhile

from exam.rules.results import Basis, IndividualLine, ItemColumn, TeamLine
from exam.rules.standings import (
    Line,
    TeamInput,
    individuals_waiting,
    place_individuals,
    place_teams,
    team_line,
)


def individuals_again(
    old: Sequence[IndividualLine], changed: Mapping[int, IndividualLine], basis: Basis
) -> tuple[IndividualLine, ...]:
    """The individual standing in which the lines of ``changed`` (by nominee, not yet placed) replace the old ones."""
    before = [line for line in old if line.nominee_id in changed]
    lines = [changed.get(line.nominee_id, line) for line in old]
    placed = _placed_again(
        lines, before, list(changed.values()), lambda part, above: place_individuals(part, basis, above)
    )
    return (*placed, *individuals_waiting(lines))


def teams_again(
    old: Sequence[TeamLine],
    changed: Mapping[int, TeamLine],
    basis: Basis,
    order: Sequence[TeamInput],
) -> tuple[TeamLine, ...]:
    """The team standing in which the lines of ``changed`` (by team, not yet placed) replace the old ones.

    ``order`` are all teams in the order in which those without a total stand at the end.
    """
    before = [line for line in old if line.team_id in changed]
    lines = [changed.get(line.team_id, line) for line in old]
    placed = _placed_again(lines, before, list(changed.values()), lambda part, above: place_teams(part, basis, above))
    waiting = {line.team_id: line for line in lines if line.total is None}
    return (*placed, *(waiting[team.team_id] for team in order if team.team_id in waiting))


def team_lines_again(
    teams: Sequence[TeamInput],
    team_ids: set[int],
    individuals: Sequence[IndividualLine],
    columns: Sequence[ItemColumn],
    basis: Basis,
) -> dict[int, TeamLine]:
    """The lines of the teams ``team_ids`` calculated from their members' new lines, not yet placed."""
    if not basis.components:
        return {}
    members: dict[int, list[IndividualLine]] = {team: [] for team in team_ids}
    for line in individuals:
        if line.team_id in members:
            members[line.team_id].append(line)
    return {
        team.team_id: team_line(team, members[team.team_id], columns, basis)
        for team in teams if team.team_id in members
    }  # fmt: skip


def teams_concerned(
    before: Sequence[IndividualLine], now: Sequence[IndividualLine], nominees: set[int], basis: Basis
) -> set[int]:
    """The teams whose calculation can differ when the lines of ``nominees`` changed.

    Those of the people themselves; with placing points those of everybody who had or has such a place; and where
    an end of a tie no longer holds, those whose members now stand in another order.
    """
    teams = {line.team_id for line in now if line.nominee_id in nominees}
    if any(component.source == "placing_points" for component in basis.components):
        last = len(basis.placing_points)
        for lines in (before, now):
            teams |= {line.team_id for line in takewhile(lambda one: one.place and one.place <= last, lines)}
    if basis.tie_ends:
        orders = _orders(before)
        teams |= {team for team, order in _orders(now).items() if order != orders[team]}
    return teams


def _orders(lines: Sequence[IndividualLine]) -> dict[int, list[int]]:
    orders: dict[int, list[int]] = {}
    for line in lines:
        orders.setdefault(line.team_id, []).append(line.nominee_id)
    return orders


def _placed_again(
    lines: Sequence[Line],
    before: Sequence[Line],
    after: Sequence[Line],
    place: Callable[[Sequence[Line], int], list[Line]],
) -> list[Line]:
    """Everybody with a total. ``lines`` stand in the old order, ``before`` and ``after`` are what changed."""
    old = [line.total for line in before if line.total is not None]
    new = [line.total for line in after if line.total is not None]
    with_total = [line for line in lines if line.total is not None]
    if not old and not new:
        return with_total
    lowest, highest = min([*old, *new]), max([*old, *new])
    above, between, below = list[Line](), list[Line](), list[Line]()
    for line in with_total:
        assert line.total is not None
        (above if line.total > highest else below if line.total < lowest else between).append(line)
    shift = len(new) - len(old)
    if shift:
        below = [replace(line, place=line.place + shift) for line in below if line.place is not None]
    return [*above, *place(between, len(above)), *below]
