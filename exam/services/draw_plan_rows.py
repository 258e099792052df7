"""The plan of a draw worked out on the roster as it is now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from sqlalchemy import select, true

from exam.errors import InvalidInput
from exam.rules import draw_plan
from exam.rules.draw_plan import LineOutcome, LineRule, PlanRules
from exam.services.draw_states import find_draw
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw, Exclusion, PlanLine
from models.people import Staff, Unit

BY_UNIT = "unit"
BY_UNIT_AND_POST = "unit/post"


@dataclass(frozen=True, slots=True)
class PlanLineRow:
    """One stratum of the plan. ``own`` says whether it has a rule of its own; ``version`` is then set."""

    stratum: str
    unit_id: int
    unit_code: str
    unit_name: str
    post: str
    outcome: LineOutcome
    own: bool
    version: int | None


@dataclass(frozen=True, slots=True)
class ExcludedRow:
    """A person who is not drawn from. ``by_hand`` exclusions can be taken back. ``reason`` is translatable."""

    staff_id: int
    stratum: str
    unit_name: str
    staff_number: str
    name: str
    reason: str
    by_hand: bool


@dataclass(frozen=True, slots=True)
class PlanOutcome:
    """The whole plan as it stands. ``problem`` (a text with ``problem_params``) stops the freeze."""

    draw_id: int
    version: int
    label: str
    place: str
    strata: str
    rules: PlanRules
    lines: tuple[PlanLineRow, ...]
    excluded: tuple[ExcludedRow, ...]
    posts: tuple[str, ...]
    problem: InvalidInput | None

    @property
    def eligible(self) -> int:
        """Eligible people in all strata."""
        return sum(line.outcome.eligible for line in self.lines)

    @property
    def places(self) -> int:
        """People to be drawn."""
        return sum(line.outcome.places for line in self.lines)

    @property
    def alternates(self) -> int:
        """Alternates to be named."""
        return sum(line.outcome.alternates for line in self.lines)

    @property
    def short(self) -> tuple[PlanLineRow, ...]:
        """Lines whose rule asks for more people than are eligible."""
        return tuple(line for line in self.lines if line.outcome.shortfall > 0)

    @property
    def chances(self) -> tuple[Fraction, Fraction] | None:
        """Lowest and highest chance over the strata that have people; None without any."""
        found = [line.outcome.chance for line in self.lines if line.outcome.chance is not None]
        return (min(found), max(found)) if found else None


@dataclass(frozen=True, slots=True)
class Person:
    """A person of the roster as the draw sees them; ``reason`` is set when not eligible."""

    staff_id: int
    stratum: tuple[str, str]
    unit_name: str
    staff_number: str
    name: str
    reason: str | None
    by_hand: bool


def get_plan(uow: UnitOfWork, *, draw_id: int) -> PlanOutcome:
    """The plan worked out on the roster as it is now."""
    draw = find_draw(uow, draw_id)
    rules = PlanRules.from_data(draw.rules)
    stored = {
        line.stratum: line
        for line in uow.session.scalars(select(PlanLine).where(PlanLine.draw_id == draw_id, PlanLine.method != ""))
    }
    units = _units(uow)
    people = list(people_of(uow, draw))
    sizes: dict[tuple[str, str], int] = {} if draw.strata == BY_UNIT_AND_POST else {(code, ""): 0 for code in units}
    for person in people:
        if person.stratum[0] in units:
            sizes[person.stratum] = sizes.get(person.stratum, 0) + (person.reason is None)
    own = {key: _rule_of(stored[name], rules) for key in sizes if (name := stratum_name(draw.strata, key)) in stored}
    problem: InvalidInput | None = None
    try:
        outcomes = draw_plan.work_out(sizes, rules, own)
    except InvalidInput as error:
        problem = error
        empty = replace(rules.line, method=draw_plan.FIXED, value=Decimal(0), alternates=0)
        outcomes = {
            key: replace(draw_plan.work_out({key: size}, rules, {key: empty})[key], rule=own.get(key, rules.line))
            for key, size in sizes.items()
        }
    if problem is None and not any(outcome.places for outcome in outcomes.values()):
        problem = InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "Nobody would be drawn. Check the roster, the eligibility and the numbers of places of the plan.",
            )
        )
    lines: list[PlanLineRow] = []
    for key, outcome in outcomes.items():
        name = stratum_name(draw.strata, key)
        unit = units[key[0]]
        line = stored.get(name)
        lines.append(
            PlanLineRow(
                name, unit.id, unit.code, unit.name, key[1], outcome, line is not None, line.version if line else None
            )
        )
    excluded = tuple(
        ExcludedRow(
            person.staff_id, stratum_name(draw.strata, person.stratum), person.unit_name, person.staff_number,
            person.name, person.reason, person.by_hand,
        )
        for person in people
        if person.reason is not None
    )
    return PlanOutcome(
        draw.id, draw.version, draw.label, draw.place, draw.strata, rules, tuple(lines), excluded,
        _posts(uow), problem,
    )


def people_of(uow: UnitOfWork, draw: Draw) -> Iterator[Person]:
    """Everybody of the roster with the stratum, and the reason of those who are not eligible."""
    eligibility = PlanRules.from_data(draw.rules).eligibility
    by_hand: dict[int, str] = {}
    for staff_id, reason in uow.session.execute(
        select(Exclusion.staff_id, Exclusion.reason).where(Exclusion.draw_id == draw.id)
    ):
        by_hand[staff_id] = reason
    rows = uow.session.execute(
        select(
            Staff.id, Unit.code, Unit.name, Unit.active, Staff.staff_number, Staff.name, Staff.post,
            Staff.window_staff, Staff.on_duty, Staff.certified,
        )
        .join(Unit, Unit.id == Staff.unit_id)
        .where(Staff.active.is_(true()))
        .order_by(Unit.position, Unit.id, Staff.id)
    )
    by_post = draw.strata == BY_UNIT_AND_POST
    for staff_id, code, unit_name, unit_active, number, name, post, window, duty, certified in rows:
        reason = by_hand.get(staff_id)
        if reason is None:
            reason = (
                eligibility.reason_against(window_staff=window, on_duty=duty, certified=certified, post=post)
                if unit_active
                else draw_plan.UNIT_CLOSED
            )
        yield Person(
            staff_id, (code, post if by_post else ""), unit_name, number, name, reason, staff_id in by_hand
        )


def stratum_name(strata: str, key: tuple[str, str]) -> str:
    """The stratum as the frozen files write it: the unit code, or unit/post."""
    return f"{key[0]}/{key[1]}" if strata == BY_UNIT_AND_POST else key[0]


def _rule_of(line: PlanLine, rules: PlanRules) -> LineRule:
    return LineRule(
        line.method, Decimal(line.value or 0), line.minimum, line.maximum, rules.line.rounding,
        line.alternates,
    )


def _units(uow: UnitOfWork) -> dict[str, Unit]:
    rows = uow.session.scalars(select(Unit).where(Unit.active.is_(true())).order_by(Unit.position, Unit.id))
    return {unit.code: unit for unit in rows}


def _posts(uow: UnitOfWork) -> tuple[str, ...]:
    rows = uow.session.scalars(
        select(Staff.post).where(Staff.active.is_(true()), Staff.post != "").distinct().order_by(Staff.post)
    )
    return tuple(rows)
