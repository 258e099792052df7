"""Team totals, built from components, with the worked calculation that the sheet prints.

Source: domain.md section 3 "Team total": each component has a source, an aggregate and a weight; presets are
*elites only* (the scheme's rule), *combined* and *placing points*; then bonus and penalty lines.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.rules.panel import plain, round_half_up
from exam.rules.results import Basis, Component, Extra, IndividualLine, ItemColumn, Step
from exam.rules.totals import HUNDRED, ZERO, extra_step, is_missing, ratio, signed, stayed_away
from exam.words import QT_TRANSLATE_NOOP

PRESETS: dict[str, tuple[Component, ...]] = {
    "elites_only": (Component("individual_totals"),),
    "combined": (
        Component("all_staff_average", "mean", Decimal(30)),
        Component("final_written", "mean", Decimal(20)),
        Component("on_site", "mean", Decimal(50)),
    ),
    "placing_points": (Component("placing_points"),),
    "none": (),
}
"""Ready-made ways to build the team total (elites only is the scheme's rule; none for a selection of people)."""

TEAM_SOURCES = frozenset({"all_staff_average", "participation_rate", "quiz"})
"""Sources that belong to the team as a whole; the others come from its members."""

SOURCE_NAMES = {
    "individual_totals": QT_TRANSLATE_NOOP("exam", "Individual totals"),
    "on_site": QT_TRANSLATE_NOOP("exam", "On-site totals"),
    "final_written": QT_TRANSLATE_NOOP("exam", "Written marks of the final"),
    "item": QT_TRANSLATE_NOOP("exam", "Marks of one item"),
    "placing_points": QT_TRANSLATE_NOOP("exam", "Placing points"),
    "all_staff_average": QT_TRANSLATE_NOOP("exam", "All-staff average"),
    "participation_rate": QT_TRANSLATE_NOOP("exam", "Participation rate"),
    "quiz": QT_TRANSLATE_NOOP("exam", "Quiz"),
}

AGGREGATE_NAMES = {
    "sum": QT_TRANSLATE_NOOP("exam", "sum"),
    "mean": QT_TRANSLATE_NOOP("exam", "mean"),
    "best": QT_TRANSLATE_NOOP("exam", "best members"),
}


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """What a team brings along besides its members. ``quiz`` gives the points by item key."""

    all_staff_average: Decimal | None = None
    participation_rate: Decimal | None = None
    quiz: Mapping[str, Decimal] | None = None


@dataclass(frozen=True, slots=True)
class ComponentOutcome:
    """A component's value before and after its weight, with its lines; ``None`` = not there yet."""

    value: Decimal | None
    weighted: Decimal | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class TeamOutcome:
    """A team total with its worked calculation; ``final`` is the share of the elites' own marks."""

    total: Decimal | None
    final: Decimal | None
    steps: tuple[Step, ...]


def team_total(
    members: Sequence[IndividualLine],
    columns: Sequence[ItemColumn],
    facts: TeamFacts,
    extras: Sequence[Extra],
    basis: Basis,
) -> TeamOutcome:
    """The team total from its components, each rounded before and after its weight, then added."""
    worked = [component_value(one, members, columns, facts, basis) for one in basis.components]
    steps = [step for one in worked for step in one.steps]
    weighted = [one.weighted for one in worked]
    final = _added(
        [one.weighted for one, rule in zip(worked, basis.components, strict=True) if rule.source not in _ALL_STAFF]
    )
    total = _added(weighted) if members and worked else None
    for extra in extras:
        steps.append(extra_step(extra))
        total = None if total is None else total + extra.points
    if total is not None and (len(worked) > 1 or extras):
        text = QT_TRANSLATE_NOOP("exam", "Team total: {sum} = {total}")
        shown = " + ".join(format(value, "f") for value in weighted if value is not None)
        shown += "".join(signed(extra.points) for extra in extras)
        steps.append(Step(text, {"sum": shown, "total": format(total, "f")}))
    if not members:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "This unit sends no elites"), kind="warning"))
    rounded = None if total is None else round_half_up(total, basis.total_places)
    return TeamOutcome(rounded, None if final is None else round_half_up(final, basis.total_places), tuple(steps))


_ALL_STAFF = frozenset({"all_staff_average", "participation_rate"})


def _added(values: Sequence[Decimal | None]) -> Decimal | None:
    total = ZERO
    for value in values:
        if value is None:
            return None
        total += value
    return total


def component_value(
    rule: Component,
    members: Sequence[IndividualLine],
    columns: Sequence[ItemColumn],
    facts: TeamFacts,
    basis: Basis,
) -> ComponentOutcome:
    """One component: the team's own figure, or its members' put together as the rule says."""
    if rule.source in TEAM_SOURCES:
        value, steps = _team_value(rule, facts, basis)
    else:
        value, steps = _members_value(rule, members, columns, basis)
    if value is None:
        return ComponentOutcome(None, None, tuple(steps))
    weighted = round_half_up((value * rule.weight).scaleb(-2), basis.total_places)
    if rule.weight != HUNDRED:
        text = QT_TRANSLATE_NOOP("exam", "{value} × {weight} % = {weighted}")
        shown = {"value": format(value, "f"), "weight": plain(rule.weight), "weighted": format(weighted, "f")}
        steps.append(Step(text, shown))
    return ComponentOutcome(value, weighted, tuple(steps))


def _team_value(rule: Component, facts: TeamFacts, basis: Basis) -> tuple[Decimal | None, list[Step]]:
    value = (
        facts.all_staff_average if rule.source == "all_staff_average"
        else facts.participation_rate if rule.source == "participation_rate"
        else (facts.quiz or {}).get(rule.item)
    )  # fmt: skip
    if value is None:
        return None, [Step(_AWAITED[rule.source], kind="warning")]
    if rule.source == "all_staff_average" and basis.written_full != HUNDRED:
        brought = ratio(value * HUNDRED, basis.written_full, basis.total_places)
        text = QT_TRANSLATE_NOOP("exam", "All-staff average: {value} × 100 ÷ {full} = {brought}")
        shown = {"value": plain(value), "full": plain(basis.written_full), "brought": plain(brought)}
        return brought, [Step(text, shown)]
    return value, [Step(_TEAM_STEPS[rule.source], {"value": plain(value)})]


_TEAM_STEPS = {
    "all_staff_average": QT_TRANSLATE_NOOP("exam", "All-staff average: {value}"),
    "participation_rate": QT_TRANSLATE_NOOP("exam", "Participation rate: {value}"),
    "quiz": QT_TRANSLATE_NOOP("exam", "Quiz: {value}"),
}
_AWAITED = {
    "all_staff_average": QT_TRANSLATE_NOOP("exam", "The all-staff average is not there yet"),
    "participation_rate": QT_TRANSLATE_NOOP("exam", "The participation rate is not there yet"),
    "quiz": QT_TRANSLATE_NOOP("exam", "The quiz has not been held yet"),
}


def _members_value(
    rule: Component, members: Sequence[IndividualLine], columns: Sequence[ItemColumn], basis: Basis
) -> tuple[Decimal | None, list[Step]]:
    figures: list[Decimal] = []
    missing = 0
    for member in members:
        figure = _member_figure(rule, member, columns, basis)
        if figure is not None:
            figures.append(figure)
        elif is_missing(member):
            missing += 1
        else:
            text = QT_TRANSLATE_NOOP("exam", "Incomplete: marks of members are still missing")
            return None, [Step(text, kind="warning")]
    if not figures and not missing:
        return None, []
    steps: list[Step] = []
    if missing:
        text = (
            QT_TRANSLATE_NOOP("exam", "Missing elites, counting 0: {count}")
            if rule.missing == "zero"
            else QT_TRANSLATE_NOOP("exam", "Missing elites, left out: {count}")
        )
        steps.append(Step(text, {"count": str(missing)}))
    if rule.missing == "zero":
        figures.extend([ZERO] * missing)
    if not figures:
        return None, [*steps, Step(QT_TRANSLATE_NOOP("exam", "No elite is left to count"), kind="warning")]
    value, step = _aggregate(rule, figures, basis)
    return value, [*steps, step]


def _member_figure(
    rule: Component, member: IndividualLine, columns: Sequence[ItemColumn], basis: Basis
) -> Decimal | None:
    if member.status != "active" or stayed_away(member.work):
        return None
    if rule.source == "individual_totals":
        return member.total
    if rule.source == "final_written":
        return member.written
    if rule.source == "on_site":
        return member.on_site
    if rule.source == "placing_points":
        if member.place is None:
            return None
        return basis.placing_points[member.place - 1] if member.place <= len(basis.placing_points) else ZERO
    for column, work in zip(columns, member.work, strict=True):
        if column.key == rule.item:
            return work.hundred
    return None


def _aggregate(rule: Component, figures: Sequence[Decimal], basis: Basis) -> tuple[Decimal, Step]:
    if rule.aggregate == "best" and rule.best:
        figures = sorted(figures, reverse=True)[: rule.best]
    total = sum(figures, ZERO)
    listed = " + ".join(format(figure, "f") for figure in figures)
    if rule.aggregate != "mean":
        value = round_half_up(total, basis.total_places)
        return value, Step(_SUM_STEPS[rule.source], {"figures": listed, "value": format(value, "f")})
    value = ratio(total, Decimal(len(figures)), basis.total_places)
    shown = {"figures": listed, "count": str(len(figures)), "value": format(value, "f")}
    return value, Step(_MEAN_STEPS[rule.source], shown)


_SUM_STEPS = {
    "individual_totals": QT_TRANSLATE_NOOP("exam", "Individual totals: {figures} = {value}"),
    "on_site": QT_TRANSLATE_NOOP("exam", "On-site totals: {figures} = {value}"),
    "final_written": QT_TRANSLATE_NOOP("exam", "Written marks of the final: {figures} = {value}"),
    "item": QT_TRANSLATE_NOOP("exam", "Item marks: {figures} = {value}"),
    "placing_points": QT_TRANSLATE_NOOP("exam", "Placing points: {figures} = {value}"),
}
_MEAN_STEPS = {
    "individual_totals": QT_TRANSLATE_NOOP("exam", "Individual totals: ({figures}) ÷ {count} = {value}"),
    "on_site": QT_TRANSLATE_NOOP("exam", "On-site totals: ({figures}) ÷ {count} = {value}"),
    "final_written": QT_TRANSLATE_NOOP("exam", "Written marks of the final: ({figures}) ÷ {count} = {value}"),
    "item": QT_TRANSLATE_NOOP("exam", "Item marks: ({figures}) ÷ {count} = {value}"),
    "placing_points": QT_TRANSLATE_NOOP("exam", "Placing points: ({figures}) ÷ {count} = {value}"),
}
