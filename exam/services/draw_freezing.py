"""What is frozen of a draw: the frozen files' contents, in the language of the competition."""

from __future__ import annotations

from sqlalchemy import select

from exam import VERSION
from exam.rules import frozen
from exam.rules.draw import Quota
from exam.rules.draw_plan import METHOD_NAMES, PERCENT, PROPORTIONAL, PlanRules
from exam.services import draw_lots
from exam.services.draw_plan_rows import BY_UNIT_AND_POST, PlanOutcome, get_plan, people_of, stratum_name
from exam.services.draw_states import EXAM
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.draws import Draw, PlanLine


def files_to_freeze(uow: UnitOfWork, draw: Draw) -> dict[str, bytes]:
    """The frozen files of any draw, made from roster and plan as they are now.

    Raises :class:`InvalidInput` when the plan is infeasible, nobody would be drawn or a name breaks a column.
    """
    words = Words(uow.session.scalars(select(Competition.language)).one())
    if draw.kind == EXAM:
        return _exam_files(uow, draw, words)
    roster, plan, extra = draw_lots.frozen_rows(uow, draw)
    return frozen.frozen_files(draw.label, [*_heading(uow, draw, words), *extra], roster, (), plan)


def _exam_files(uow: UnitOfWork, draw: Draw, words: Words) -> dict[str, bytes]:
    plan = get_plan(uow, draw_id=draw.id)
    if plan.problem is not None:
        raise plan.problem
    names = {line.stratum for line in plan.lines}
    people = list(people_of(uow, draw))
    roster: list[tuple[str, str, str]] = []
    excluded: list[tuple[str, str, str, str]] = []
    for person in people:
        stratum = stratum_name(draw.strata, person.stratum)
        if person.reason is not None:
            reason = person.reason if person.by_hand else words(person.reason)
            excluded.append((stratum, person.staff_number, person.name, reason))
        elif stratum in names:
            roster.append((stratum, person.staff_number, person.name))
    _keep_lines(uow, draw, plan)
    quotas = [Quota(line.stratum, line.outcome.places, line.outcome.alternates) for line in plan.lines]
    units = dict.fromkeys(f"{line.unit_code} = {line.unit_name}" for line in plan.lines)
    heading = [*_heading(uow, draw, words), *rule_words(words, plan.rules, plan.strata), *units]
    return frozen.frozen_files(draw.label, heading, roster, excluded, quotas)


def _keep_lines(uow: UnitOfWork, draw: Draw, plan: PlanOutcome) -> None:
    stored = {line.stratum: line for line in uow.session.scalars(select(PlanLine).where(PlanLine.draw_id == draw.id))}
    for line in plan.lines:
        row = stored.pop(line.stratum, None)
        if row is None:
            # An empty method marks a line that had no rule of its own.
            row = PlanLine(draw_id=draw.id, stratum=line.stratum, method="", alternates=line.outcome.rule.alternates)
            uow.session.add(row)
        row.unit_id, row.eligible, row.quota = line.unit_id, line.outcome.eligible, line.outcome.places
    for row in stored.values():
        uow.session.delete(row)


def _heading(uow: UnitOfWork, draw: Draw, words: Words) -> list[str]:
    competition = uow.session.scalars(select(Competition)).one()
    moment = uow.now.astimezone().isoformat(timespec="seconds")
    return [
        competition.name,
        words(QT_TRANSLATE_NOOP("exam", "Place: {place}"), place=" ".join(draw.place.split()) or "-"),
        words(QT_TRANSLATE_NOOP("exam", "Frozen at: {time}"), time=moment),
        words(QT_TRANSLATE_NOOP("exam", "Program: muster {version}"), version=VERSION),
    ]


def rule_words(words: Words, rules: PlanRules, strata: str) -> list[str]:
    """The rules of a draw in words, for draw.txt and the draw record."""
    who: list[str] = []
    if rules.eligibility.window_staff:
        who.append(words(QT_TRANSLATE_NOOP("exam", "window staff")))
    if rules.eligibility.on_duty:
        who.append(words(QT_TRANSLATE_NOOP("exam", "on duty")))
    if rules.eligibility.certified:
        who.append(words(QT_TRANSLATE_NOOP("exam", "certified")))
    comma = words(QT_TRANSLATE_NOOP("exam", "; "))
    if rules.eligibility.posts:
        who.append(
            words(QT_TRANSLATE_NOOP("exam", "posts {posts}"), posts=" / ".join(rules.eligibility.posts))
        )
    lines = [
        words(
            QT_TRANSLATE_NOOP("exam", "Eligible: {rules}"),
            rules=comma.join(who) or words(QT_TRANSLATE_NOOP("exam", "the whole roster")),
        ),
        words(QT_TRANSLATE_NOOP("exam", "Drawn separately in every unit and post."))
        if strata == BY_UNIT_AND_POST
        else words(QT_TRANSLATE_NOOP("exam", "Drawn separately in every unit.")),
    ]
    line = rules.line
    detail = {PERCENT: f" {line.value.normalize():f} %", PROPORTIONAL: f" ({rules.total})"}.get(
        line.method, f" {line.value:f}"
    )
    lines.append(
        words(
            QT_TRANSLATE_NOOP("exam", "Places per line: {method}; single lines may differ, plan.tsv holds them all."),
            method=words(METHOD_NAMES[line.method]) + detail,
        )
    )
    lines.append(
        words(
            QT_TRANSLATE_NOOP(
                "exam", "Seed: label|freeze code|dice. Ticket: consistent_sampler (SHA-256). Lowest tickets are drawn."
            )
        )
    )
    return lines
