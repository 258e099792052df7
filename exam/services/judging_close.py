"""Verifying the marks of the final by another person, and closing an item by two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from exam import journal
from exam.access import Person, Right, require
from exam.errors import InvalidInput, NotAllowed, RuleBroken
from exam.rules.item_marks import Progress
from exam.rules.item_templates import PANEL, QUIZ
from exam.rules.stages import Stage
from exam.services.accounts import check_second_person
from exam.services.competition import check_version, require_open
from exam.services.items import LOCKED, OPEN, ItemRow, get_item, refuse_locked
from exam.services.judging_checks import CLEARED, open_item, typed_by_me
from exam.services.judging_rows import timed_by
from exam.services.judging_sheet import get_sheet
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import FinalItem
from models.judging import ItemMark, JudgeMark, QuizEvent


def verify_marks(uow: UnitOfWork, *, item_id: int, nominee_ids: Sequence[int]) -> int:
    """Confirm that the marks of these entrants agree with the paper; returns how many were verified.

    Raises :class:`NotAllowed` when the person at the desk entered one of them, :class:`RuleBroken` when
    one is incomplete or doubtful.
    """
    require(uow, Right.VERIFY_MARKS)
    item = open_item(uow, item_id, None)
    done: list[str] = []
    timed = timed_by(uow, item, nominee_ids)
    for row in get_sheet(uow, item_id=item_id).rows:
        if row.nominee_id not in nominee_ids or row.progress is Progress.VERIFIED:
            continue
        if row.progress is not Progress.COMPLETE:
            raise RuleBroken(
                QT_TRANSLATE_NOOP(
                    "exam", "{code} is not complete, or holds a mark that needs a look first. Finish it, then verify."
                ),
                code=row.code,
            )
        marks = _marks(uow, item, row.nominee_id)
        if timed.get(row.nominee_id) == uow.person.name or any(typed_by_me(uow, mark) for mark in marks):
            raise NotAllowed(
                QT_TRANSLATE_NOOP(
                    "exam", "You entered marks of {code} yourself. Another person compares them with the paper."
                ),
                code=row.code,
            )
        for mark in marks:
            mark.verified_by, mark.verified_by_id = uow.person.name, uow.person.account_id
            mark.verified_at = uow.now
        done.append(row.code)
    if done:
        uow.session.flush()
        uow.record(journal.FINAL_MARKS_VERIFIED, item.name, codes=done)
    return len(done)


def lock_item(
    uow: UnitOfWork, *, item_id: int, seen_version: int, witness: Person | str, password: str | None = None
) -> ItemRow:
    """Close the marks of an item. ``witness`` is another person: one who has signed just now, or a name.

    A name comes with the ``password``; the command line, where nobody is signed in, gives the name only.
    Everything must be complete and verified.
    """
    require(uow, Right.LOCK_MARKS)
    require_open(uow, Stage.FINAL)
    item = uow.session.get_one(FinalItem, item_id, with_for_update=True, populate_existing=True)
    check_version(item.version, seen_version)
    refuse_locked(item)
    name = _second_person(uow, witness, password)
    if item.kind == QUIZ:
        return _close_quiz(uow, item, name)
    sheet = get_sheet(uow, item_id=item_id)
    waiting = sheet.count(Progress.EMPTY, Progress.WORKING, Progress.SHORT, Progress.DOUBT)
    open_ = sheet.count(Progress.COMPLETE)
    if waiting or open_ or not sheet.expected:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "“{item}” cannot be locked yet: {waiting} entrants are incomplete or doubtful, {open} not verified.",
            ),
            item=item.name, waiting=waiting, open=open_,
        )  # fmt: skip
    item.state, item.locked_by, item.witness = LOCKED, uow.person.name, name
    uow.session.flush()
    uow.record(journal.ITEM_LOCKED, item.name, locked=True, witness=name, entrants=sheet.expected)
    return get_item(uow, item_id=item_id)


def _close_quiz(uow: UnitOfWork, item: FinalItem, witness: str) -> ItemRow:
    """A quiz is held in public and written by two recorders: once it has begun it can be closed."""
    events = uow.session.scalar(select(func.count(QuizEvent.id)).where(QuizEvent.item_id == item.id)) or 0
    if not events:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” cannot be locked yet: nothing stands in its ledger."), item=item.name
        )
    item.state, item.locked_by, item.witness = LOCKED, uow.person.name, witness
    uow.session.flush()
    uow.record(journal.ITEM_LOCKED, item.name, locked=True, witness=witness, count=events)
    return get_item(uow, item_id=item.id)


def unlock_item(uow: UnitOfWork, *, item_id: int, seen_version: int, reason: str) -> ItemRow:
    """Open a locked item again. A reason is required and stays in the journal."""
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)
    item = uow.session.get_one(FinalItem, item_id, with_for_update=True, populate_existing=True)
    check_version(item.version, seen_version)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the item is opened again."))
    if item.state == LOCKED:
        item.state = OPEN
        uow.session.flush()
        uow.record(journal.ITEM_LOCKED, item.name, locked=False, reason=why)
    return get_item(uow, item_id=item_id)


def _marks(uow: UnitOfWork, item: ItemRow, nominee_id: int) -> list[Any]:
    if item.kind == PANEL:
        query: Any = select(JudgeMark).where(
            JudgeMark.item_id == item.id, JudgeMark.nominee_id == nominee_id, JudgeMark.state != CLEARED
        )
    else:
        query = select(ItemMark).where(ItemMark.item_id == item.id, ItemMark.nominee_id == nominee_id)
    return list(uow.session.scalars(query))


def _second_person(uow: UnitOfWork, witness: Person | str, password: str | None) -> str:
    if isinstance(witness, Person):
        if (witness.account_id, witness.name) == (uow.person.account_id, uow.person.name):
            raise NotAllowed(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
        return witness.name
    if uow.person.account_id is not None:
        return check_second_person(uow, name=witness, password=password or "").name
    name = " ".join(witness.split())
    if not name or name == uow.person.name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This takes two people. Name the second one."))
    return name
