"""Locks of everything that holds marks, for the sign-off of the results."""

from __future__ import annotations

from sqlalchemy import select

from exam.rules.results import LockLine
from exam.services.items import LOCKED
from exam.unit_of_work import UnitOfWork
from models.finals import FinalItem
from models.sittings import Candidate, Sitting


def list_locks(uow: UnitOfWork) -> tuple[LockLine, ...]:
    """Sittings with candidates, then items; a quiz is a ledger that stays open until the ceremony."""
    sittings = uow.session.execute(
        select(Sitting.name, Sitting.state, Sitting.locked_by, Sitting.witness)
        .where(Sitting.id.in_(select(Candidate.sitting_id)))
        .order_by(Sitting.id)
    )
    items = uow.session.execute(
        select(FinalItem.name, FinalItem.state, FinalItem.locked_by, FinalItem.witness)
        .where(FinalItem.kind != "quiz")
        .order_by(FinalItem.position, FinalItem.id)
    )
    found: list[LockLine] = []
    for kind, rows in (("sitting", sittings), ("item", items)):
        for name, state, locked_by, witness in rows:
            locked = state == LOCKED
            found.append(LockLine(kind, name, locked, locked_by if locked else "", witness if locked else ""))
    return tuple(found)
