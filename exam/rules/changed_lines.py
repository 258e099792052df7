"""The standings after a few lines changed, without calculating and placing all the others again.

Only lines with equal totals are ever compared by tie keys. So the part of a standing between the lowest and the
highest total that changed, before or after, can be placed alone: whoever stands above keeps the place, whoever
stands below moves by as many places as there are more or fewer lines with a total. The outcome equals that of
``exam.rules.standings`` (property tests hold it).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Mapping, Sequence
from itertools import takewhile

from exam.rules.ranking import falling
from exam.rules.results import Basis, IndividualLine, ItemColumn, TeamLine
from exam.rules.standings import (
    Line,
    TeamInput,
    individuals_waiting,
    moved,
    place_individuals,
    place_teams,
    team_line,
)


def individuals_again(
    old: Sequence[IndividualLine], changed: Mapping[int, IndividualLine], basis: Basis
) -> tuple[IndividualLine, ...]:
    """The individual standing in which the lines of ``changed`` (by nominee, not yet placed) replace the old ones."""
    pairs = [(line, changed[line.nominee_id]) for line in old if line.nominee_id in changed]
    placed, waiting = _placed_again(old, pairs, lambda part, above: place_individuals(part, basis, above))
    return (*placed, *individuals_waiting(waiting))


def teams_again(
    old: Sequence[TeamLine],
    changed: Mapping[int, TeamLine],
    basis: Basis,
    order: Sequence[TeamInput],
) -> tuple[TeamLine, ...]:
    """The team standing in which the lines of ``changed`` (by team, not yet placed) replace the old ones.

    ``order`` are all teams in the order in which those without a total stand at the end.
    """
    pairs = [(line, changed[line.team_id]) for line in old if line.team_id in changed]
    placed, waiting = _placed_again(old, pairs, lambda part, above: place_teams(part, basis, above))
    if not waiting:
        return tuple(placed)
    without = {line.team_id: line for line in waiting}
    return (*placed, *(without[team.team_id] for team in order if team.team_id in without))


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
    before: Sequence[IndividualLine],
    now: Sequence[IndividualLine],
    changed: Collection[IndividualLine],
    basis: Basis,
) -> set[int]:
    """The teams whose calculation can differ when the lines of ``changed`` replaced those of the same people.

    Those of the people themselves; with placing points those of everybody who had or has such a place; and where
    an end of a tie no longer holds, those whose members now stand in another order.
    """
    teams = {line.team_id for line in changed}
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
    old: Sequence[Line], pairs: Sequence[tuple[Line, Line]], place: Callable[[Sequence[Line], int], list[Line]]
) -> tuple[list[Line], list[Line]]:
    """Everybody with a total in order, and the others. ``pairs`` are each changed line as it was and as it is."""
    now = {id(was): line for was, line in pairs}
    ranked = bisect_left(old, True, key=lambda line: line.total is None)
    before = [was.total for was, _ in pairs if was.total is not None]
    after = [line.total for _, line in pairs if line.total is not None]
    waiting = [line for line in old[ranked:] if id(line) not in now]
    waiting += [line for _, line in pairs if line.total is None]
    if not before and not after:
        return list(old[:ranked]), waiting
    start = bisect_left(old, max(before + after).copy_negate(), hi=ranked, key=falling)
    end = bisect_right(old, min(before + after).copy_negate(), hi=ranked, key=falling)
    between = [now.get(id(line), line) for line in old[start:end]]
    between += [line for was, line in pairs if was.total is None]
    placed = place([line for line in between if line.total is not None], start)
    below = old[end:ranked]
    if shift := len(after) - len(before):
        below = [moved(line, line.place + shift) for line in below if line.place is not None]
    return [*old[:start], *placed, *below], waiting
