"""The queue of what is not yet verified, with who entered it: codes and ticket numbers only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import case, func, select

from exam.access import Right, require
from exam.unit_of_work import UnitOfWork
from models.finals import FinalItem, Nominee
from models.judging import ItemMark, JudgeMark
from models.sittings import Candidate, Sitting, WrittenMark


@dataclass(frozen=True, slots=True)
class QueueRow:
    """One entrant in one item, or one candidate in one sitting, with marks that nobody else has seen.

    ``page`` is where they are verified; ``entered_at`` the oldest of them; ``entered_by`` lists everybody who
    entered one and so may not verify it.
    """

    page: str
    where: str
    code: str
    marks: int
    entered_by: tuple[str, ...]
    entered_at: datetime


def list_queue(uow: UnitOfWork) -> list[QueueRow]:
    """Everything that waits, the oldest first. For people who verify, and those who see unpublished results."""
    if not uow.person.may(Right.VERIFY_MARKS):
        require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    found: dict[tuple[str, int, int], list[Any]] = {}
    for table in (JudgeMark, ItemMark):
        query = (
            select(FinalItem.id, Nominee.id, FinalItem.name, Nominee.entrant_code, table.entered_by, table.entered_at)
            .join(FinalItem, FinalItem.id == table.item_id)
            .join(Nominee, Nominee.id == table.nominee_id)
            .where(table.points.is_not(None), table.verified_by == "", Nominee.status != "substituted")
        )
        for item, nominee, *told in uow.session.execute(query):
            found.setdefault(("judging", item, nominee), []).append(told)
    # While a sitting is sealed its papers are known by their sealed numbers alone.
    sealed = Sitting.sealed_at.is_not(None) & Sitting.opened_at.is_(None)
    query = (
        select(
            Sitting.id, Candidate.id, Sitting.name,
            case((sealed, func.coalesce(Candidate.sealed_number, "")), else_=Candidate.ticket_number),
            WrittenMark.entered_by, WrittenMark.entered_at,
        )
        .join(Candidate, Candidate.id == WrittenMark.candidate_id)
        .join(Sitting, Sitting.id == Candidate.sitting_id)
        .where(WrittenMark.points.is_not(None), WrittenMark.verified_by == "", WrittenMark.entry == 1)
    )  # fmt: skip
    for sitting, candidate, *told in uow.session.execute(query):
        found.setdefault(("written", sitting, candidate), []).append(told)
    rows = [
        QueueRow(
            page, told[0][0], told[0][1], len(told), tuple(dict.fromkeys(one[2] for one in told)),
            min(one[3] for one in told),
        )
        for (page, _, _), told in found.items()
    ]  # fmt: skip
    return sorted(rows, key=lambda row: (row.entered_at, row.where, row.code))
