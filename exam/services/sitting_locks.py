"""Locking the marks of a sitting: two people, nothing open, everything verified."""

from __future__ import annotations

from sqlalchemy import func, select

from exam import journal
from exam.access import Person, Right, require
from exam.errors import InvalidInput, RuleBroken
from exam.rules.stages import STAGE_NAMES, Stage
from exam.services.competition import check_version, unlock_stage
from exam.services.marks import get_progress
from exam.services.sittings import LOCKED, OPEN, SittingRow, find_sitting, get_sitting, open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import StageLock
from models.sittings import Sitting


def lock_sitting(uow: UnitOfWork, *, sitting_id: int, seen_version: int, witness: Person) -> SittingRow:
    """Close the marks of a sitting. Two people: the one at the desk and ``witness``, both named.

    Every candidate needs a mark or a state, and every mark must be verified. With the last sitting the
    written stage is locked too. Raises :class:`RuleBroken` saying what is missing.
    """
    require(uow, Right.LOCK_MARKS)
    sitting = open_sitting(uow, sitting_id, alone=True)
    check_version(sitting.version, seen_version)
    if (witness.account_id, witness.name) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
    progress = get_progress(uow, sitting_id=sitting_id)
    if progress.open:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Candidates still without a mark or a state: {count}. Enter them before locking."
            ),
            count=progress.open,
        )
    if progress.to_verify:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Marks not yet verified: {count}. Somebody other than their recorder verifies them first."
            ),
            count=progress.to_verify,
        )
    sitting.state, sitting.locked_by, sitting.witness = LOCKED, uow.person.name, witness.name
    uow.session.flush()
    uow.record(journal.WRITTEN_LOCKED, sitting.name, witness=witness.name, candidates=progress.expected)
    if not uow.session.scalar(select(func.count(Sitting.id)).where(Sitting.state != LOCKED)):
        _lock_stage(uow, witness.name)
    return get_sitting(uow, sitting_id=sitting_id)


def unlock_sitting(uow: UnitOfWork, *, sitting_id: int, seen_version: int, reason: str) -> SittingRow:
    """Open the marks of a sitting again; the reason stays in the journal."""
    require(uow, Right.MANAGE_WRITTEN)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the marks are opened again."))
    sitting = find_sitting(uow, sitting_id, hold="alone")
    check_version(sitting.version, seen_version)
    if sitting.state == LOCKED:
        stage = uow.session.get(StageLock, Stage.WRITTEN.value)
        if stage is not None and stage.locked:
            unlock_stage(uow, stage=Stage.WRITTEN, reason=reason)
        sitting.state, sitting.locked_by, sitting.witness = OPEN, "", ""
        uow.session.flush()
        uow.record(journal.WRITTEN_UNLOCKED, sitting.name, reason=reason.strip())
    return get_sitting(uow, sitting_id=sitting_id)


def _lock_stage(uow: UnitOfWork, witness: str) -> None:
    row = uow.session.get(StageLock, Stage.WRITTEN.value)
    if row is None:
        row = StageLock(stage=Stage.WRITTEN.value)
        uow.session.add(row)
    row.locked, row.locked_at, row.locked_by = True, uow.now, uow.person.name
    row.witness, row.reason = witness, ""
    uow.session.flush()
    uow.record(journal.STAGE_LOCKED, STAGE_NAMES[Stage.WRITTEN], stage=Stage.WRITTEN.value, witness=witness)
