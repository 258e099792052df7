"""Striking drawn people, and who steps up for them."""

from __future__ import annotations

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.draw import ALTERNATE
from exam.services.competition import check_version
from exam.services.draw_records import pick_row
from exam.services.draw_rows import STEPPED_UP, STRUCK, WAITING, StrikeOutcome
from exam.services.draw_states import EXAM, RUN, in_state
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Pick


def strike(uow: UnitOfWork, *, pick_id: int, seen_version: int, reason: str, approver: str) -> StrikeOutcome:
    """Strike a drawn person or an alternate; the next unused alternate of the stratum steps up.

    Striking a waiting alternate brings nobody up. An exhausted stratum keeps its shortfall and the
    outcome says so.
    """
    require(uow, Right.MANAGE_DRAW)
    pick = uow.session.get(Pick, pick_id)
    if pick is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This draw is no longer there. Press F5 to see the present state."))
    draw = in_state(uow, pick.draw_id, RUN)
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
