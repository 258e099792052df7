"""A draw from the freeze on: frozen files, dice, one run, void draws. Here is all that others call."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from sqlalchemy import delete, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules import frozen
from exam.rules.draw import DRAWN, Quota, clean_dice, draw_stratum, seed_of
from exam.rules.draw import Pick as Drawn
from exam.rules.stages import Stage
from exam.services import draw_lots
from exam.services.competition import check_version, require_open
from exam.services.draw_freezing import files_to_freeze
from exam.services.draw_plans import create_draw as create_draw
from exam.services.draw_records import find_current_draw as find_current_draw
from exam.services.draw_records import get_draw as get_draw
from exam.services.draw_records import get_draw_record as get_draw_record
from exam.services.draw_records import get_folder as get_folder
from exam.services.draw_records import list_draws as list_draws
from exam.services.draw_records import list_entrants as list_entrants
from exam.services.draw_records import list_picks as list_picks
from exam.services.draw_records import read_frozen
from exam.services.draw_rows import VALID, WAITING
from exam.services.draw_states import EXAM, FROZEN, PLANNED, RUN, STATE_SENTENCES, VOID, find_draw, in_state
from exam.services.draw_strikes import strike as strike
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import DicePart, Draw, FrozenFile, Pick
from models.people import Staff
from models.sittings import Candidate, Section, Sitting, WrittenMark

CHUNK = 500


def freeze_draw(uow: UnitOfWork, *, draw_id: int, seen_version: int) -> str:
    """Freeze roster, exclusions and plan to the byte and return the freeze code to publish.

    Nothing the draw depends on can change after it. Raises :class:`InvalidInput` when the plan is
    infeasible or nobody would be drawn, :class:`Conflict` when somebody else was first.
    """
    draw = in_state(uow, draw_id, PLANNED, seen_version)
    files = files_to_freeze(uow, draw)
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
    draw = in_state(uow, draw_id, FROZEN, seen_version)
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


def _frozen_without_dice(uow: UnitOfWork, draw_id: int) -> Draw:
    draw = find_draw(uow, draw_id)
    if draw.state != FROZEN:
        raise RuleBroken(STATE_SENTENCES[draw.state], label=draw.label)
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
