"""A draw from the freeze on: frozen files, dice, one run, void draws, strikes, and what was drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, select, update

from exam import VERSION, journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules import frozen
from exam.rules.draw import ALTERNATE, DRAWN, Quota, clean_dice, draw_stratum, seed_of
from exam.rules.draw import Pick as Drawn
from exam.rules.draw_plan import METHOD_NAMES, PERCENT, PROPORTIONAL, PlanRules
from exam.rules.stages import Stage
from exam.services import draw_lots
from exam.services.competition import check_version, require_open
from exam.services.draw_plans import (
    BY_UNIT_AND_POST,
    EXAM,
    FROZEN,
    PLANNED,
    RUN,
    VOID,
    PlanOutcome,
    find_draw,
    get_plan,
    people_of,
    stratum_name,
)
from exam.services.draw_plans import create_draw as create_draw
from exam.services.draw_records import find_current_draw as find_current_draw
from exam.services.draw_records import get_draw as get_draw
from exam.services.draw_records import get_draw_record as get_draw_record
from exam.services.draw_records import get_folder as get_folder
from exam.services.draw_records import list_draws as list_draws
from exam.services.draw_records import list_entrants as list_entrants
from exam.services.draw_records import list_picks as list_picks
from exam.services.draw_records import pick_row, read_frozen
from exam.services.draw_rows import STEPPED_UP, STRUCK, VALID, WAITING, StrikeOutcome
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.draws import DicePart, Draw, FrozenFile, Pick, PlanLine
from models.people import Staff
from models.sittings import Candidate, Section, Sitting, WrittenMark

CHUNK = 500


def freeze_draw(uow: UnitOfWork, *, draw_id: int, seen_version: int) -> str:
    """Freeze roster, exclusions and plan to the byte and return the freeze code to publish.

    Nothing the draw depends on can change after it. Raises :class:`InvalidInput` when the plan is
    infeasible or nobody would be drawn, :class:`Conflict` when somebody else was first.
    """
    draw = _in_state(uow, draw_id, PLANNED, seen_version)
    words = Words(_language(uow))
    if draw.kind == EXAM:
        files = _exam_files(uow, draw, words)
    else:
        roster, plan, extra = draw_lots.frozen_rows(uow, draw)
        files = frozen.frozen_files(draw.label, [*_heading(uow, draw, words), *extra], roster, (), plan)
    for name, content in files.items():
        uow.session.add(
            FrozenFile(draw_id=draw.id, name=name, content=content, sha256=sha256(content).hexdigest())
        )
    code = frozen.freeze_code(files[frozen.MANIFEST])
    draw.state, draw.freeze_code = FROZEN, code
    draw.frozen_at, draw.frozen_by = uow.now, uow.person.name
    uow.record(journal.DRAW_FROZEN, draw.label, draw=draw.id, freeze_code=code)
    return code


def enter_dice(uow: UnitOfWork, *, draw_id: int, digits: str, typed_by: str = "") -> bool:
    """Take the dice as one person typed them; True when a second person has typed the same.

    ``typed_by`` defaults to the person at the desk. Raises :class:`InvalidInput` for anything but 20 to
    40 digits, for the same person twice, and when the two entries differ (saying where).
    """
    require(uow, Right.TYPE_DICE)
    draw = _frozen_without_dice(uow, draw_id)
    cleaned = clean_dice(digits)
    name = " ".join((typed_by or uow.person.name).split())
    first = uow.session.scalar(select(DicePart).where(DicePart.draw_id == draw_id, DicePart.part == 1))
    if first is None:
        _add_part(uow, draw_id, 1, cleaned, name)
        uow.record(journal.DRAW_DICE_TYPED, draw.label, draw=draw.id, typed_by=name, time=1)
        return False
    if first.typed_by.casefold() == name.casefold():
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "{person} has typed the dice already. Another person must type them the second time."
            ),
            person=name,
        )
    if first.digits != cleaned:
        raise _difference(first.digits, cleaned)
    _add_part(uow, draw_id, 2, cleaned, name)
    draw.dice, draw.dice_by, draw.dice_check_by = cleaned, first.typed_by, name
    uow.record(journal.DRAW_DICE_TYPED, draw.label, draw=draw.id, typed_by=name, time=2, dice=cleaned)
    return True


def clear_dice(uow: UnitOfWork, *, draw_id: int) -> None:
    """Forget the first typing of the dice, to begin again; not possible once two people agreed."""
    require(uow, Right.TYPE_DICE)
    draw = _frozen_without_dice(uow, draw_id)
    for part in uow.session.scalars(select(DicePart).where(DicePart.draw_id == draw_id)):
        uow.record(journal.DRAW_DICE_TYPED, draw.label, draw=draw.id, forgotten=part.digits, typed_by=part.typed_by)
        uow.session.delete(part)


def share_dice(uow: UnitOfWork, *, draw_id: int, source_id: int) -> None:
    """Use the dice of another draw of the same ceremony: this one must have been frozen before them."""
    require(uow, Right.MANAGE_DRAW)
    draw, source = _frozen_without_dice(uow, draw_id), find_draw(uow, source_id)
    thrown = uow.session.scalar(select(DicePart.typed_at).where(DicePart.draw_id == source_id, DicePart.part == 1))
    if source.dice is None or thrown is None or draw.frozen_at is None or draw.frozen_at >= thrown:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "These dice were thrown before {label} was frozen. Throw new dice for it."
            ),
            label=draw.label,
        )
    for number, name in ((1, source.dice_by), (2, source.dice_check_by)):
        _add_part(uow, draw_id, number, source.dice, name)
    draw.dice, draw.dice_by, draw.dice_check_by = source.dice, source.dice_by, source.dice_check_by
    uow.record(journal.DRAW_DICE_TYPED, draw.label, draw=draw.id, shared_with=source.label, dice=source.dice)


def run_draw(uow: UnitOfWork, *, draw_id: int, seen_version: int, progress: Progress = SILENT) -> int:
    """Run a frozen draw, once, on its frozen files; the number of people drawn.

    The result is committed before anybody sees it. Raises :class:`RuleBroken` before the dice agree and
    after a run.
    """
    draw = _in_state(uow, draw_id, FROZEN, seen_version)
    if draw.dice is None or draw.freeze_code is None:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Two people must type the same dice first."))
    files = read_frozen(uow, draw_id)
    seed = seed_of(draw.label, draw.freeze_code, draw.dice)
    if draw.kind == EXAM:
        drawn, short = _run_exam(uow, draw, files, seed, progress)
    else:
        unit_of = {number: unit for unit, numbers in frozen.read_roster([files[frozen.ROSTER]]) for number in numbers}
        outcome = draw_lots.run_lot(uow, draw, seed, unit_of, progress)
        drawn, short = sum(map(len, outcome.groups)), 0
    draw.state, draw.run_at, draw.run_by = RUN, uow.now, uow.person.name
    uow.record(journal.DRAW_RUN, draw.label, draw=draw.id, seed=seed, drawn=drawn, places_left_empty=short)
    return drawn


def void_draw(uow: UnitOfWork, *, draw_id: int, seen_version: int, reason: str) -> None:
    """Declare a frozen or run draw void. It stays listed, with the reason, and in the journal.

    A sitting made from it goes, too; raises :class:`RuleBroken` once marks or attendance stand there.
    """
    require(uow, Right.MANAGE_DRAW)
    draw = find_draw(uow, draw_id)
    require_open(uow, Stage.DRAW if draw.kind == EXAM else Stage.FINAL)
    check_version(draw.version, seen_version)
    if draw.state not in (FROZEN, RUN):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Only a frozen draw can be declared void; a plan can be changed."))
    reason = reason.strip()
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type why the draw is void: the reason is published with it."))
    if draw.kind == EXAM:
        _drop_sittings(uow, draw)
    was = draw.state
    draw.state, draw.void_reason, draw.voided_at = VOID, reason, uow.now
    uow.record(
        journal.DRAW_VOIDED, draw.label, draw=draw.id, reason=reason, was=was, freeze_code=draw.freeze_code,
        dice=draw.dice,
    )


def strike(uow: UnitOfWork, *, pick_id: int, seen_version: int, reason: str, approver: str) -> StrikeOutcome:
    """Strike a drawn person or an alternate; the next unused alternate of the stratum steps up.

    Striking a waiting alternate brings nobody up. An exhausted stratum keeps its shortfall and the
    outcome says so.
    """
    require(uow, Right.MANAGE_DRAW)
    pick = uow.session.get(Pick, pick_id)
    if pick is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This draw is no longer there. Press F5 to see the present state."))
    draw = _in_state(uow, pick.draw_id, RUN)
    check_version(pick.version, seen_version)
    if draw.kind != EXAM:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "People of the final are replaced on the page of nominations."))
    if pick.state == STRUCK:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "{name} is struck already."), name=pick.name)
    reason, approver = reason.strip(), approver.strip()
    if not reason or not approver:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Type the reason and who approved it: both are on the draw record.")
        )
    went = pick.state != WAITING
    pick.state, pick.strike_reason, pick.approver, pick.struck_at = STRUCK, reason, approver, uow.now
    up: Pick | None = None
    if went:
        up = uow.session.scalar(
            select(Pick)
            .where(
                Pick.draw_id == pick.draw_id, Pick.stratum == pick.stratum, Pick.kind == ALTERNATE,
                Pick.state == WAITING,
            )
            .order_by(Pick.position)
            .limit(1)
        )
        if up is not None:
            up.state, up.replaces_id = STEPPED_UP, pick.id
    uow.session.flush()
    uow.record(
        journal.DRAW_STRUCK, pick.name, draw=draw.id, staff_number=pick.staff_number, reason=reason,
        approver=approver, steps_up=up.staff_number if up else None, exhausted=went and up is None,
    )
    return StrikeOutcome(
        pick_row(uow, pick), pick_row(uow, up) if up else None, exhausted=went and up is None
    )


def mark_shown(uow: UnitOfWork, *, draw_id: int, shown: int) -> None:
    """Remember how far the ceremony has shown the result, so that it goes on there after a crash."""
    require(uow, Right.MANAGE_DRAW)
    draw = find_draw(uow, draw_id)
    # Not through the version counter: a step on the screen must not look like a change of the draw.
    uow.session.execute(update(Draw).where(Draw.id == draw_id).values(shown=shown))
    uow.record(journal.DRAW_SHOWN, draw.label, draw=draw.id, shown=shown)


def _drop_sittings(uow: UnitOfWork, draw: Draw) -> None:
    session = uow.session
    candidates = select(Candidate.id).join(Pick, Pick.id == Candidate.pick_id).where(Pick.draw_id == draw.id)
    marked = session.scalar(select(WrittenMark.id).where(WrittenMark.candidate_id.in_(candidates)).limit(1))
    attended = session.scalar(
        select(Candidate.id).where(Candidate.id.in_(candidates), Candidate.attendance != "").limit(1)
    )
    if marked is not None or attended is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Marks or attendance of the written exam stand already for people of {label}, so it stays valid. "
                "Strike single people instead.",
            ),
            label=draw.label,
        )
    session.execute(delete(Candidate).where(Candidate.id.in_(candidates)))
    for sitting in session.scalars(select(Sitting).where(Sitting.draw_id == draw.id)):
        if session.scalar(select(Candidate.id).where(Candidate.sitting_id == sitting.id).limit(1)) is None:
            session.execute(delete(Section).where(Section.sitting_id == sitting.id))
            session.delete(sitting)
            uow.record(journal.SITTING_CHANGED, sitting.name, dropped_with=draw.label)


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


def _run_exam(
    uow: UnitOfWork, draw: Draw, files: Mapping[str, bytes], seed: str, progress: Progress
) -> tuple[int, int]:
    plan = {quota.stratum: quota for quota in frozen.read_plan(files[frozen.PLAN])}
    names = _names(files[frozen.ROSTER])
    drawn = short = 0
    left = dict(plan)
    found: list[Drawn] = []
    for stratum, numbers in frozen.read_roster([files[frozen.ROSTER]]):
        outcome = draw_stratum(seed, left.pop(stratum, Quota(stratum, 0, 0)), numbers)
        found.extend(outcome.picks)
        drawn += len(outcome.drawn)
        short += outcome.shortfall
        progress.step(len(plan) - len(left), len(plan))
    short += sum(quota.places for quota in left.values())
    ids = _staff_ids(uow, [pick.staff_number for pick in found])
    rows: list[dict[str, Any]] = [
        {
            "draw_id": draw.id, "stratum": pick.stratum, "kind": pick.kind, "position": pick.position,
            "staff_id": ids[pick.staff_number], "staff_number": pick.staff_number, "name": names[pick.staff_number],
            "ticket": pick.ticket, "state": VALID if pick.kind == DRAWN else WAITING, "strike_reason": "",
            "approver": "", "version": 1,
        }
        for pick in found
    ]
    if rows:
        uow.session.execute(Pick.__table__.insert(), rows)  # type: ignore[attr-defined]
    return drawn, short


def _names(roster: bytes) -> dict[str, str]:
    lines = (line.split("\t") for line in roster.decode().split("\n")[:-1])
    return {number: name for _, number, name in lines}


def _staff_ids(uow: UnitOfWork, numbers: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for start in range(0, len(numbers), CHUNK):
        part = numbers[start : start + CHUNK]
        rows = uow.session.execute(select(Staff.staff_number, Staff.id).where(Staff.staff_number.in_(part))).all()
        found.update((number, staff_id) for number, staff_id in rows)
    missing = [number for number in numbers if number not in found]
    if missing:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "These staff numbers of the frozen roster were changed since: {numbers}. Give them back their old "
                "numbers, then run the draw.",
            ),
            numbers=", ".join(missing[:5]),
        )
    return found


def _in_state(uow: UnitOfWork, draw_id: int, state: str, seen_version: int | None = None) -> Draw:
    require(uow, Right.MANAGE_DRAW)
    draw = find_draw(uow, draw_id)
    require_open(uow, Stage.DRAW if draw.kind == EXAM else Stage.FINAL)
    if draw.state != state:
        raise RuleBroken(_STATE_SENTENCES[draw.state], label=draw.label)
    if seen_version is not None:
        check_version(draw.version, seen_version)
    return draw


_STATE_SENTENCES = {
    PLANNED: QT_TRANSLATE_NOOP("exam", "The draw {label} is still a plan. Freeze it first."),
    FROZEN: QT_TRANSLATE_NOOP("exam", "The draw {label} is frozen already: throw the dice, or declare it void."),
    RUN: QT_TRANSLATE_NOOP(
        "exam",
        "The draw {label} was run already; each freeze is run once. Another draw needs a new freeze and new dice.",
    ),
    VOID: QT_TRANSLATE_NOOP("exam", "The draw {label} is void. Plan a new one."),
}


def _frozen_without_dice(uow: UnitOfWork, draw_id: int) -> Draw:
    draw = find_draw(uow, draw_id)
    if draw.state != FROZEN:
        raise RuleBroken(_STATE_SENTENCES[draw.state], label=draw.label)
    if draw.dice is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "The dice of {label} are settled: two people typed the same."), label=draw.label
        )
    return draw


def _add_part(uow: UnitOfWork, draw_id: int, part: int, digits: str, name: str) -> None:
    uow.session.add(DicePart(draw_id=draw_id, part=part, digits=digits, typed_by=name, typed_at=uow.now))


def _difference(first: str, second: str) -> InvalidInput:
    if len(first) != len(second):
        return InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The two entries differ: {first} digits and {second} digits. Read the dice again, digit by digit.",
            ),
            first=len(first), second=len(second),
        )
    at = next(place for place, (one, other) in enumerate(zip(first, second, strict=True), 1) if one != other)
    return InvalidInput(
        QT_TRANSLATE_NOOP("exam", "The two entries differ at digit {place}. Read the dice again, digit by digit."),
        place=at,
    )


def _language(uow: UnitOfWork) -> str:
    return uow.session.scalars(select(Competition.language)).one()
