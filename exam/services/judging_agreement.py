"""When the two entries of an entrant's marks agree: they verify each other, whichever was made or mended last."""

from __future__ import annotations

from decimal import Decimal
from typing import TypeVar

from sqlalchemy import select

from exam import journal
from exam.rules.item_marks import Progress
from exam.services.items import ItemRow
from exam.services.judging_checks import CLEARED
from exam.services.judging_rows import timed_by
from exam.services.judging_sheet import get_entrant
from exam.unit_of_work import UnitOfWork
from models.judging import JudgeMark, SecondJudgeMark

T = TypeVar("T", JudgeMark, SecondJudgeMark)
Place = tuple[int, int, int]
"""Nominee, judge, position of the criterion (0 = the total, or an absent judge)."""


def verify_if_agreed(uow: UnitOfWork, item: ItemRow, nominee_id: int) -> bool:
    """Two people typed the same from the paper: that is a verification, by whoever typed or settled the second."""
    second = all_marks(uow, SecondJudgeMark, item.id, nominee_id)
    if not second:
        return False
    row = get_entrant(uow, item_id=item.id, nominee_id=nominee_id)
    if row.progress is not Progress.COMPLETE:
        return False
    first = all_marks(uow, JudgeMark, item.id, nominee_id)
    by: list[tuple[JudgeMark, str, int | None]] = []
    for place, mark in first.items():
        if mark.confirmed_at is not None:
            by.append((mark, uow.person.name, uow.person.account_id))
            continue
        other = second.get(place)
        if other is None or value_of(other) != value_of(mark):
            return False
        name, account = other.settled_by or other.entered_by, (
            other.settled_by_id if other.settled_by else other.entered_by_id
        )
        if (name, account) == (mark.entered_by, mark.entered_by_id):
            return False
        by.append((mark, name, account))
    # Nobody verifies a time on stage that they typed themselves.
    if timed_by(uow, item, [nominee_id]).get(nominee_id) in {name for _, name, _ in by}:
        return False
    if all(mark.confirmed_at is not None for mark in first.values()):
        return False
    for mark, name, account in by:
        mark.verified_by, mark.verified_by_id, mark.verified_at = name, account, uow.now
    uow.session.flush()
    uow.record(journal.FINAL_MARKS_VERIFIED, item.name, codes=[row.code])
    return True


def all_marks(uow: UnitOfWork, table: type[T], item_id: int, nominee_id: int | None = None) -> dict[Place, T]:
    """The marks of one entry that stand, of an item or of one entrant in it."""
    query = select(table).where(table.item_id == item_id, table.state != CLEARED)
    if nominee_id is not None:
        query = query.where(table.nominee_id == nominee_id)
    return {(one.nominee_id, one.judge_id, one.criterion_position): one for one in uow.session.scalars(query)}


def value_of(mark: JudgeMark | SecondJudgeMark | None) -> tuple[str, Decimal | None]:
    """What an entry says, to compare two of them."""
    return (CLEARED, None) if mark is None else (mark.state, mark.points)
