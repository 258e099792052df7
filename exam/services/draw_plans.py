"""The plan of a draw while it may still change: eligibility, exclusions, places per stratum."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.rules import draw_plan
from exam.rules.draw_plan import LineRule, PlanRules
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.services.draw_plan_rows import BY_UNIT
from exam.services.draw_plan_rows import BY_UNIT_AND_POST as BY_UNIT_AND_POST
from exam.services.draw_plan_rows import get_plan as get_plan
from exam.services.draw_states import EXAM, PLANNED, VOID, find_draw, next_number
from exam.services.draw_states import FROZEN as FROZEN
from exam.services.draw_states import GROUPS as GROUPS
from exam.services.draw_states import ORDER as ORDER
from exam.services.draw_states import RUN as RUN
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Competition
from models.draws import Draw, Exclusion, PlanLine
from models.people import Staff

CHUNK = 500


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


def exclude(
    uow: UnitOfWork, *, draw_id: int, staff_numbers: Sequence[str], reason: str, skip_unknown: bool = False
) -> int:
    """Keep people out of the draw, with a reason that is published; the number newly excluded.

    Raises :class:`NotFound` for numbers that the roster lacks, unless ``skip_unknown`` (people of an
    earlier competition may have left).
    """
    draw = _planned(uow, draw_id)
    reason = reason.strip()
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type the reason: it is published with the draw."))
    wanted = {number.strip().lower(): number.strip() for number in staff_numbers if number.strip()}
    found: dict[str, Staff] = {}
    folded = list(wanted)
    for start in range(0, len(folded), CHUNK):
        query = select(Staff).where(Staff.folded_number.in_(folded[start : start + CHUNK]))
        found.update((row.folded_number, row) for row in uow.session.scalars(query))
    missing = [number for key, number in wanted.items() if key not in found]
    if missing and not skip_unknown:
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
