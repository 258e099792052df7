"""Totals of elites and teams, each figure rounded half up at a named step.

Source: domain.md section 3. Items are brought to a full mark of 100, weighted into the written and the
on-site part, and these into the individual total. Team totals are built from components. Every printed
figure is rounded before it is used again, so that each sheet can be recomputed by hand. Missing is never 0:
without a mark that is still awaited there is no total.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.rules.marks import Attendance
from exam.rules.panel import panel_mark, plain, round_half_up
from exam.rules.results import Basis, Component, Extra, IndividualLine, ItemColumn, ItemWork, Step
from exam.words import QT_TRANSLATE_NOOP

HUNDRED = Decimal(100)
ZERO = Decimal(0)
WRITTEN, ON_SITE = "written", "on_site"

COUNTS_ZERO = frozenset({Attendance.ABSENT.value, Attendance.ZEROED.value, Attendance.WITHDRAWN.value})
"""States in an item that count 0; an excused entrant has no mark and therefore no total."""

PRESETS: dict[str, tuple[Component, ...]] = {
    "elites_only": (Component("individual_totals"),),
    "combined": (
        Component("all_staff_average", "mean", Decimal(30)),
        Component("final_written", "mean", Decimal(20)),
        Component("on_site", "mean", Decimal(50)),
    ),
    "placing_points": (Component("placing_points"),),
}
"""Ready-made ways to build the team total (elites only is the scheme's rule)."""

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


def ratio(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """``numerator / denominator`` rounded half up once, from the exact quotient."""
    top, bottom = _whole(numerator.scaleb(places)), _whole(denominator)
    shift = max(top[1], bottom[1])
    above, below = top[0] * 10 ** (shift - top[1]), bottom[0] * 10 ** (shift - bottom[1])
    if below < 0:
        above, below = -above, -below
    whole = (2 * abs(above) + below) // (2 * below)
    return Decimal(-whole if above < 0 else whole).scaleb(-places)


def _whole(value: Decimal) -> tuple[int, int]:
    """``value`` as an integer and the number of decimal places that were shifted away."""
    sign, digits, exponent = value.as_tuple()
    number = int("".join(map(str, digits)) or "0") * (-1 if sign else 1)
    if not isinstance(exponent, int):
        raise ValueError("a mark must be a finite number")
    return (number * 10**exponent, 0) if exponent >= 0 else (number, -exponent)


# Items and individual totals


def work_item(
    column: ItemColumn,
    basis: Basis,
    *,
    marks: Sequence[Decimal | None] = (),
    entered: Decimal | None = None,
    awaited: int = 0,
    state: str = "",
    extras: Sequence[Extra] = (),
) -> ItemWork:
    """The mark of one entrant in one item: panel or paper, bonus and deductions, brought to 100.

    ``marks`` are the judges' totals of a panel item, ``entered`` the mark of any other. There is no mark
    while one is awaited, when the panel is too small, or for an excused entrant.
    """
    if column.rule is not None and not awaited:
        entered = panel_mark(marks, column.rule).mark
    if state in COUNTS_ZERO:
        entered, awaited, extras = ZERO, 0, ()
    if state == Attendance.EXCUSED:
        entered, awaited = None, 0
    given, mark, hundred = tuple(extras), None, None
    if entered is not None and not awaited:
        mark = round_half_up(entered + sum((extra.points for extra in given), ZERO), basis.item_places)
        hundred = mark if column.full == HUNDRED else ratio(mark * HUNDRED, column.full, basis.item_places)
    return ItemWork(tuple(marks), awaited, state, entered, given, mark, hundred)


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """The parts of an individual total (each of 100) and the total; ``None`` = not there yet."""

    written: Decimal | None
    on_site: Decimal | None
    total: Decimal | None


def part_weights(columns: Sequence[ItemColumn], basis: Basis) -> tuple[Decimal, Decimal]:
    """The shares of the written and the on-site part in percent; a part without items gives its share away."""
    has_written = any(column.part == WRITTEN for column in columns)
    has_on_site = any(column.part != WRITTEN for column in columns)
    if has_written and has_on_site:
        return basis.written_weight, HUNDRED - basis.written_weight
    return (HUNDRED, ZERO) if has_written else (ZERO, HUNDRED)


def effective_weights(items: Sequence[tuple[str, Decimal]], basis: Basis) -> list[Decimal]:
    """Each item's share of the individual total in percent, from ``(part, weight inside the part)``.

    Weights inside a part are relative; a part whose weights are all 0 is shared equally. Two places.
    """
    columns = [ItemColumn("", "", "", HUNDRED, weight, part) for part, weight in items]
    of_written, of_on_site = part_weights(columns, basis)
    shares: list[Decimal] = []
    for part, weight in items:
        own = [other for place, other in items if (place == WRITTEN) == (part == WRITTEN)]
        whole = sum(own, ZERO)
        share = of_written if part == WRITTEN else of_on_site
        shares.append(ratio(share * weight, whole, 2) if whole else ratio(share, Decimal(len(own)), 2))
    return shares


def individual_total(
    columns: Sequence[ItemColumn], work: Sequence[ItemWork], extras: Sequence[Extra], basis: Basis
) -> PartOutcome:
    """Both parts and the total of one entrant: parts and total rounded to the places of a total."""
    written = _part(columns, work, basis, written=True)
    on_site = _part(columns, work, basis, written=False)
    of_written, of_on_site = part_weights(columns, basis)
    if not columns or (of_written and written is None) or (of_on_site and on_site is None):
        return PartOutcome(written, on_site, None)
    raw = (of_written * (written or ZERO) + of_on_site * (on_site or ZERO)).scaleb(-2)
    total = round_half_up(raw, basis.total_places) + sum((extra.points for extra in extras), ZERO)
    return PartOutcome(written, on_site, round_half_up(total, basis.total_places))


def _part(
    columns: Sequence[ItemColumn], work: Sequence[ItemWork], basis: Basis, *, written: bool
) -> Decimal | None:
    chosen = [(c.share, w.hundred) for c, w in zip(columns, work, strict=True) if (c.part == WRITTEN) == written]
    top = whole = ZERO
    equal = not any(share for share, _ in chosen)
    for weight, hundred in chosen:
        if hundred is None:
            return None
        share = Decimal(1) if equal else weight
        top, whole = top + share * hundred, whole + share
    return ratio(top, whole, basis.total_places) if chosen else None


# Team totals


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


def is_missing(member: IndividualLine) -> bool:
    """Whether no total will come any more: withdrawn, disciplined, excused from an item, or never there."""
    excused = any(work.state == Attendance.EXCUSED for work in member.work)
    return member.status != "active" or excused or stayed_away(member.work)


def stayed_away(work: Sequence[ItemWork]) -> bool:
    """Absent from every item: a missing elite, not one with a total of 0."""
    return bool(work) and all(one.state == Attendance.ABSENT for one in work)


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


def extra_step(extra: Extra, level: int = 1) -> Step:
    """The line of a bonus or a deduction with its reason."""
    if extra.points < 0:
        text = QT_TRANSLATE_NOOP("exam", "Deduction: −{points} ({reason})")
        return Step(text, {"points": plain(-extra.points), "reason": extra.reason}, level=level)
    text = QT_TRANSLATE_NOOP("exam", "Bonus: +{points} ({reason})")
    return Step(text, {"points": plain(extra.points), "reason": extra.reason}, level=level)


def signed(points: Decimal) -> str:
    """`` + 2`` or `` − 2``, to be put behind a sum."""
    return f" + {plain(points)}" if points >= 0 else f" − {plain(-points)}"
