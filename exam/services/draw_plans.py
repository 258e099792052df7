"""The plan of a draw while it may still change: eligibility, exclusions, places per stratum."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from sqlalchemy import delete, func, select, true

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.rules import draw_plan
from exam.rules.draw_plan import LineOutcome, LineRule, PlanRules
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Competition
from models.draws import Draw, Exclusion, PlanLine
from models.people import Staff, Unit

EXAM = "exam"
GROUPS = "groups"
ORDER = "order"
SEATS = "seats"
PLANNED = "planned"
FROZEN = "frozen"
RUN = "run"
VOID = "void"
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


def create_draw(uow: UnitOfWork, *, label: str = "", place: str = "") -> int:
    """Begin a draw of the all-staff round and return its id.

    Raises :class:`RuleBroken` while another one is planned, frozen or valid: that one must be void first.
    """
    require(uow, Right.MANAGE_DRAW)
    require_open(uow, Stage.DRAW)
    # Held until the commit: of two who begin a draw at once the second one sees the first one's.
    competition = uow.session.scalars(select(Competition).with_for_update()).one()
    current = uow.session.scalar(select(Draw).where(Draw.kind == EXAM, Draw.state != VOID))
    if current is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The draw {label} is still valid. Declare it void, with a reason, before planning another one."
            ),
            label=current.label,
        )
    last = uow.session.scalar(select(Draw).where(Draw.kind == EXAM).order_by(Draw.id.desc()).limit(1))
    label = _checked_label(label or (last.label if last else f"CSC-{competition.year}-exam"))
    made = Draw(
        kind=EXAM,
        label=label,
        number=next_number(uow, label),
        strata=last.strata if last else BY_UNIT,
        rules=dict(last.rules) if last else PlanRules().to_data(),
        place=place or (last.place if last else competition.place),
    )
    uow.session.add(made)
    uow.session.flush()
    if last is not None:
        _copy_plan(uow, last.id, made.id)
    uow.record(journal.DRAW_PLANNED, made.label, draw=made.id, number=made.number)
    return made.id


def change_plan(
    uow: UnitOfWork,
    *,
    draw_id: int,
    seen_version: int,
    rules: PlanRules | None = None,
    label: str | None = None,
    place: str | None = None,
    strata: str | None = None,
) -> None:
    """Change what holds for the whole plan; None leaves a value as it is.

    A change of the strata drops the rules of single lines, because there are other lines then.
    """
    draw = _planned(uow, draw_id, seen_version)
    if rules is not None:
        rules.line.checked()
        if not 0 <= rules.total <= draw_plan.MOST:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The number of places is a whole number from 0 on."))
        draw.rules = rules.to_data()
    if label is not None and label != draw.label:
        draw.label = _checked_label(label)
        draw.number = next_number(uow, draw.label)
    if place is not None:
        draw.place = place.strip()
    if strata is not None and strata != draw.strata:
        draw.strata = strata
        uow.session.execute(delete(PlanLine).where(PlanLine.draw_id == draw_id))
    uow.record(journal.DRAW_PLANNED, draw.label, draw=draw.id, rules=draw.rules, strata=draw.strata, place=draw.place)


def change_line(
    uow: UnitOfWork, *, draw_id: int, stratum: str, seen_version: int | None, rule: LineRule
) -> None:
    """Give one stratum its own rule. ``seen_version`` is None for a line that had no rule of its own."""
    draw = _planned(uow, draw_id)
    rule = rule.checked()
    line = _line(uow, draw_id, stratum)
    if (line.version if line else None) != seen_version:
        raise _changed_meanwhile(stratum)
    if line is None:
        line = PlanLine(draw_id=draw_id, stratum=stratum)
        uow.session.add(line)
    line.method, line.value = rule.method, format(rule.value, "f")
    line.minimum, line.maximum, line.alternates = rule.minimum, rule.maximum, rule.alternates
    uow.record(
        journal.DRAW_PLANNED, stratum, draw=draw.id, method=line.method, value=line.value,
        minimum=line.minimum, maximum=line.maximum, alternates=line.alternates,
    )


def reset_line(uow: UnitOfWork, *, draw_id: int, stratum: str) -> None:
    """Take away a stratum's own rule: the rule for all lines holds again."""
    draw = _planned(uow, draw_id)
    line = _line(uow, draw_id, stratum)
    if line is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "{stratum} has no rule of its own."), stratum=stratum)
    uow.session.delete(line)
    uow.record(journal.DRAW_PLANNED, stratum, draw=draw.id, rule="as all")


def exclude(uow: UnitOfWork, *, draw_id: int, staff_numbers: Sequence[str], reason: str) -> int:
    """Keep people out of the draw, with a reason that is published; the number newly excluded."""
    draw = _planned(uow, draw_id)
    reason = reason.strip()
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type the reason: it is published with the draw."))
    wanted = {number.strip().lower(): number.strip() for number in staff_numbers if number.strip()}
    found = {
        row.folded_number: row
        for row in uow.session.scalars(select(Staff).where(Staff.folded_number.in_(wanted)))
    }
    missing = [number for folded, number in wanted.items() if folded not in found]
    if missing:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "Not in the roster: {numbers}. Check the staff numbers."),
            numbers=", ".join(missing[:5]),
        )
    known = set(uow.session.scalars(select(Exclusion.staff_id).where(Exclusion.draw_id == draw_id)))
    new = [row for row in found.values() if row.id not in known]
    uow.session.add_all(Exclusion(draw_id=draw_id, staff_id=row.id, reason=reason) for row in new)
    numbers = sorted(row.staff_number for row in new)
    uow.record(journal.DRAW_PLANNED, draw.label, draw=draw.id, excluded=numbers, reason=reason)
    return len(new)


def include(uow: UnitOfWork, *, draw_id: int, staff_id: int) -> None:
    """Take an exclusion by hand back."""
    draw = _planned(uow, draw_id)
    row = uow.session.scalar(
        select(Exclusion).where(Exclusion.draw_id == draw_id, Exclusion.staff_id == staff_id)
    )
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This person is not excluded by hand."))
    number = uow.session.scalar(select(Staff.staff_number).where(Staff.id == staff_id))
    uow.session.delete(row)
    uow.record(journal.DRAW_PLANNED, draw.label, draw=draw.id, included=number)


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
        empty = replace(rules.line, method=draw_plan.FIXED, value=draw_plan.Decimal(0), alternates=0)
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


def find_draw(uow: UnitOfWork, draw_id: int) -> Draw:
    """The draw; raises :class:`NotFound`."""
    draw = uow.session.get(Draw, draw_id)
    if draw is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This draw is no longer there. Press F5 to see the present state."))
    return draw


def next_number(uow: UnitOfWork, label: str) -> int:
    """The number of the next draw under this label: void ones keep theirs."""
    return (uow.session.scalar(select(func.max(Draw.number)).where(Draw.label == label)) or 0) + 1


def _planned(uow: UnitOfWork, draw_id: int, seen_version: int | None = None) -> Draw:
    require(uow, Right.MANAGE_DRAW)
    require_open(uow, Stage.DRAW)
    draw = find_draw(uow, draw_id)
    if draw.state != PLANNED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The draw {label} is frozen: its plan cannot change any more. To change it, declare the draw void.",
            ),
            label=draw.label,
        )
    if seen_version is not None and draw.version != seen_version:
        raise _changed_meanwhile(draw.label)
    return draw


def _changed_meanwhile(name: str) -> Conflict:
    return Conflict(
        QT_TRANSLATE_NOOP(
            "exam", "Somebody else changed {name} at the same moment. Look at the present state and try again."
        ),
        name=name,
    )


def _checked_label(label: str) -> str:
    cleaned = label.strip()
    if not cleaned or len(cleaned) > 60 or "|" in cleaned or not cleaned.isprintable():
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The label of a draw has 1 to 60 characters and no “|”, e.g. CSC-2026-exam.")
        )
    return cleaned


def _line(uow: UnitOfWork, draw_id: int, stratum: str) -> PlanLine | None:
    return uow.session.scalar(
        select(PlanLine).where(PlanLine.draw_id == draw_id, PlanLine.stratum == stratum)
    )


def _rule_of(line: PlanLine, rules: PlanRules) -> LineRule:
    return LineRule(
        line.method, draw_plan.Decimal(line.value or 0), line.minimum, line.maximum, rules.line.rounding,
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


def _copy_plan(uow: UnitOfWork, source: int, target: int) -> None:
    for line in uow.session.scalars(select(PlanLine).where(PlanLine.draw_id == source, PlanLine.method != "")):
        uow.session.add(
            PlanLine(
                draw_id=target, stratum=line.stratum, method=line.method, value=line.value,
                minimum=line.minimum, maximum=line.maximum, alternates=line.alternates,
            )
        )
    for row in uow.session.scalars(select(Exclusion).where(Exclusion.draw_id == source)):
        uow.session.add(Exclusion(draw_id=target, staff_id=row.staff_id, reason=row.reason))
