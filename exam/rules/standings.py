"""All standings of a competition from its marks: individuals, teams, and units of the all-staff round."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from decimal import Decimal
from operator import attrgetter
from typing import TypeVar

from exam.rules.ranking import rank
from exam.rules.results import Basis, Extra, IndividualLine, ItemColumn, ItemWork, TeamLine, TieEnd, UnitLine
from exam.rules.settings import TIE_KEYS
from exam.rules.team_totals import TeamFacts, team_total
from exam.rules.tie_ends import INDIVIDUAL, METHODS, TEAM, deciding_ends
from exam.rules.totals import ZERO, individual_total, stayed_away

Line = TypeVar("Line", IndividualLine, TeamLine)
_BEHIND_PLACE = {kind: attrgetter(*(one.name for one in fields(kind)[1:])) for kind in (IndividualLine, TeamLine)}


@dataclass(frozen=True, slots=True)
class Entrant:
    """An elite with the worked items (in the order of the columns) and bonus or deduction lines."""

    nominee_id: int
    team_id: int
    code: str
    staff_number: str
    name: str
    unit_code: str
    unit: str
    group: str
    status: str
    work: tuple[ItemWork, ...]
    extras: tuple[Extra, ...] = ()


@dataclass(frozen=True, slots=True)
class TeamInput:
    """A team with what it brings along besides its members."""

    team_id: int
    unit_code: str
    unit: str
    name: str
    facts: TeamFacts = TeamFacts()
    drawn: int = 0
    sat: int = 0
    extras: tuple[Extra, ...] = ()


def individual_standing(
    entrants: Sequence[Entrant], columns: Sequence[ItemColumn], basis: Basis
) -> tuple[IndividualLine, ...]:
    """Everybody's total and place, best first; people without a total stand at the end without a place."""
    lines = [individual_line(entrant, columns, basis) for entrant in entrants]
    return (*place_individuals([line for line in lines if line.total is not None], basis), *individuals_waiting(lines))


def place_individuals(lines: Sequence[IndividualLine], basis: Basis, above: int = 0) -> list[IndividualLine]:
    """Lines with a total in the order of their places, counted from below the ``above`` better ones."""
    ties = [tuple(individual_tie_value(line, key) for key in basis.individual_keys) for line in lines]
    totals = [line.total or ZERO for line in lines]
    places = _places(totals, ties, [line.nominee_id for line in lines], basis.individual_keys, basis, INDIVIDUAL)
    placed = [_placed(line, above + place, name) for line, (place, name) in zip(lines, places, strict=True)]
    return sorted(placed, key=lambda line: (line.place or 0, line.entrant_code, line.staff_number))


def individuals_waiting(lines: Sequence[IndividualLine]) -> list[IndividualLine]:
    """The lines without a total, in the order in which they stand below the others."""
    waiting = [line for line in lines if line.total is None]
    return sorted(waiting, key=lambda line: (line.status, line.entrant_code, line.nominee_id))


def individual_tie_value(line: IndividualLine, key: str) -> Decimal | None:
    """The value of a tie key for an elite; ``None`` for keys that say nothing about one person."""
    if key == "on_site":
        return line.on_site
    if key == "written":
        return line.written
    if key == "best_item":
        return max((work.hundred for work in line.work if work.hundred is not None), default=None)
    return None


def team_standing(
    teams: Sequence[TeamInput],
    individuals: Sequence[IndividualLine],
    columns: Sequence[ItemColumn],
    basis: Basis,
) -> tuple[TeamLine, ...]:
    """Every team's total with its calculation and place, best first; no team at all without a component."""
    if not basis.components:
        return ()
    members: dict[int, list[IndividualLine]] = {}
    for line in individuals:
        members.setdefault(line.team_id, []).append(line)
    lines = [team_line(team, members.get(team.team_id, []), columns, basis) for team in teams]
    placed = place_teams([line for line in lines if line.total is not None], basis)
    return (*placed, *(line for line in lines if line.total is None))


def place_teams(lines: Sequence[TeamLine], basis: Basis, above: int = 0) -> list[TeamLine]:
    """Teams with a total in the order of their places, counted from below the ``above`` better ones."""
    totals, ties = [line.total or ZERO for line in lines], [line.tie_values for line in lines]
    places = _places(totals, ties, [line.team_id for line in lines], basis.team_keys, basis, TEAM)
    placed = [_placed(line, above + place, name) for line, (place, name) in zip(lines, places, strict=True)]
    return sorted(placed, key=lambda line: (line.place or 0, line.unit_code))


def unit_standing(units: Sequence[UnitLine]) -> tuple[UnitLine, ...]:
    """Units by the average of the all-staff round, best first; equal averages share the place."""
    ranked = [unit for unit in units if unit.average is not None]
    places = rank([unit.average or ZERO for unit in ranked], [()] * len(ranked))
    placed = [replace(unit, place=at.place) for unit, at in zip(ranked, places, strict=True)]
    placed.sort(key=lambda unit: (unit.place or 0, unit.unit_code))
    return (*placed, *(unit for unit in units if unit.average is None))


def individual_line(entrant: Entrant, columns: Sequence[ItemColumn], basis: Basis) -> IndividualLine:
    """The line of one elite, not yet placed."""
    outcome = individual_total(columns, entrant.work, entrant.extras, basis)
    takes_part = entrant.status == "active" and not stayed_away(entrant.work)
    return IndividualLine(
        place=None,
        entrant_code=entrant.code,
        staff_number=entrant.staff_number,
        name=entrant.name,
        unit_code=entrant.unit_code,
        unit=entrant.unit,
        group=entrant.group,
        items=tuple(work.mark for work in entrant.work),
        written=outcome.written,
        on_site=outcome.on_site,
        adjustment=sum((extra.points for extra in entrant.extras), ZERO),
        total=outcome.total if takes_part else None,
        status=entrant.status,
        nominee_id=entrant.nominee_id,
        team_id=entrant.team_id,
        work=entrant.work,
        extras=entrant.extras,
    )


def team_line(
    team: TeamInput, members: Sequence[IndividualLine], columns: Sequence[ItemColumn], basis: Basis
) -> TeamLine:
    """The line of one team from its ``members`` in the order of their places; not yet placed."""
    outcome = team_total(members, columns, team.facts, team.extras, basis)
    return TeamLine(
        place=None,
        unit_code=team.unit_code,
        unit=team.unit,
        team=team.name,
        members=sum(member.status == "active" for member in members),
        drawn=team.drawn,
        sat=team.sat,
        participation_rate=team.facts.participation_rate,
        all_staff_average=team.facts.all_staff_average,
        final=outcome.final,
        adjustment=sum((extra.points for extra in team.extras), ZERO),
        total=outcome.total,
        calculation=outcome.steps,
        team_id=team.team_id,
        extras=team.extras,
        tie_values=tuple(_team_tie_value(members, key) for key in basis.team_keys),
    )


def _team_tie_value(members: Sequence[IndividualLine], key: str) -> Decimal | None:
    if key == "best_member":
        return max((line.total for line in members if line.total is not None), default=None)
    if key == "best_item":
        values = [individual_tie_value(line, key) for line in members if line.status == "active"]
        return max((value for value in values if value is not None), default=None)
    values = [individual_tie_value(line, key) for line in members if line.status == "active"]
    return sum((value for value in values if value is not None), ZERO) if values else None


def _places(
    totals: Sequence[Decimal],
    ties: Sequence[tuple[Decimal | None, ...]],
    ids: Sequence[int],
    keys: Sequence[str],
    basis: Basis,
    standing: str,
) -> list[tuple[int, str]]:
    """Place and the name of what decided it: a key, or the end of the tie when no key did."""
    whole = [(total, *values) for total, values in zip(totals, ties, strict=True)]
    ends = deciding_ends(whole, ids, basis.tie_ends, standing)
    last = [
        Decimal(-end.places[str(id_)]) if end is not None else None for end, id_ in zip(ends, ids, strict=True)
    ]
    placed = rank(totals, [(*values, end) for values, end in zip(ties, last, strict=True)])
    return [(at.place, _name(keys, at.decided_by, end)) for at, end in zip(placed, ends, strict=True)]


def moved(line: Line, place: int) -> Line:
    """The line at another place. One mark may move thousands: this takes half the time of ``replace``."""
    kind = type(line)
    return kind(place, *_BEHIND_PLACE[kind](line))


def _placed(line: Line, place: int, tie_key: str) -> Line:
    """The line with its place; the very same one if nothing changed."""
    if line.tie_key != tie_key:
        return replace(line, place=place, tie_key=tie_key)
    return line if line.place == place else moved(line, place)


def _name(keys: Sequence[str], decided_by: int | None, end: TieEnd | None) -> str:
    if decided_by is None:
        return ""
    if decided_by < len(keys):
        return TIE_KEYS[keys[decided_by]]
    return METHODS[end.method] if end is not None else ""
