"""The draw of the final's groups and order in one go: two lots frozen together, one throw of dice, then codes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import RuleBroken
from exam.progress import SILENT, Progress
from exam.rules.stages import Stage
from exam.services import coding, draw_lots, draws
from exam.services.competition import get_rules, require_open
from exam.services.draw_plans import FROZEN, GROUPS, ORDER, PLANNED, RUN, VOID
from exam.services.entrant_codes import assign_codes
from exam.services.entrants import any_marks
from exam.services.finals import check_nominations
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import DicePart, Draw
from models.finals import Nominee

NOTHING = "none"


@dataclass(frozen=True, slots=True)
class GroupDrawRow:
    """Where the draw of groups and order stands. ``state``: none, frozen or run.

    ``codes`` are the freeze codes of the two lots, to be read out before the dice are thrown.
    ``dice_by``: who typed the dice the first time, while the second typing is awaited.
    """

    state: str
    codes: tuple[str, ...] = ()
    frozen_at: datetime | None = None
    frozen_by: str = ""
    run_at: datetime | None = None
    dice: str = ""
    dice_by: str = ""


def get_group_draw(uow: UnitOfWork) -> GroupDrawRow:
    """The valid draw of groups and order, if there is one."""
    lots = _valid(uow)
    frozen = [lot for lot in lots if lot.state == FROZEN]
    shown = frozen or lots
    if not shown:
        return GroupDrawRow(NOTHING)
    first = shown[0]
    part = uow.session.scalar(select(DicePart).where(DicePart.draw_id == first.id, DicePart.part == 1))
    return GroupDrawRow(
        FROZEN if frozen else RUN, tuple(lot.freeze_code or "" for lot in shown), first.frozen_at, first.frozen_by,
        max((lot.run_at for lot in shown if lot.run_at is not None), default=None), first.dice or "",
        part.typed_by if part is not None else "",
    )  # fmt: skip


def freeze_group_draw(uow: UnitOfWork) -> GroupDrawRow:
    """Freeze who is nominated, for the groups and for the order of appearance; the codes are then read out."""
    require(uow, Right.MANAGE_DRAW)
    require_open(uow, Stage.FINAL)
    _refuse_marks(uow)
    check_nominations(uow)
    groups = draw_lots.plan_groups(uow, groups=get_rules(uow).group_count)
    order = draw_lots.plan_order(uow, group=None)
    for draw_id in (groups, order):
        draws.freeze_draw(uow, draw_id=draw_id, seen_version=uow.session.get_one(Draw, draw_id).version)
        uow.session.flush()
    return get_group_draw(uow)


def type_group_dice(uow: UnitOfWork, *, digits: str, typed_by: str) -> bool:
    """Take the dice as one person typed them; True when a second person has typed the same."""
    return draws.enter_dice(uow, draw_id=_frozen(uow)[0].id, digits=digits, typed_by=typed_by)


def run_group_draw(uow: UnitOfWork, progress: Progress = SILENT) -> int:
    """Run both lots on the dice that two people typed, and give the entrant codes; how many elites."""
    require(uow, Right.MANAGE_DRAW)
    _refuse_marks(uow)
    lots = _frozen(uow)
    for other in lots[1:]:
        draws.share_dice(uow, draw_id=other.id, source_id=lots[0].id)
    uow.session.flush()
    for lot in lots:
        draws.run_draw(uow, draw_id=lot.id, seen_version=lot.version, progress=progress)
        uow.session.flush()
    return sum(row.active for row in assign_codes(uow))


def void_group_draw(uow: UnitOfWork, *, reason: str) -> None:
    """Declare the draw of groups and order void; groups, order and codes of all levels are dropped.

    A reason is required.
    """
    require(uow, Right.MANAGE_DRAW)
    _refuse_marks(uow)
    for lot in _valid(uow):
        if lot.state in (FROZEN, RUN):
            draws.void_draw(uow, draw_id=lot.id, seen_version=lot.version, reason=reason)
    levels = coding.drop_levels(uow)
    for nominee in uow.session.scalars(select(Nominee)):
        nominee.group_number, nominee.appearance, nominee.entrant_code = None, None, ""
    uow.session.flush()
    uow.record(journal.GROUPS_SET, "", dropped=True, levels=levels, reason=reason.strip())


def _valid(uow: UnitOfWork) -> list[Draw]:
    """Frozen and run lots of groups and order, groups first."""
    query = (
        select(Draw)
        .where(Draw.kind.in_((GROUPS, ORDER)), Draw.state.not_in((VOID, PLANNED)))
        .order_by(Draw.kind == ORDER, Draw.id)
    )
    return list(uow.session.scalars(query))


def _frozen(uow: UnitOfWork) -> list[Draw]:
    lots = [lot for lot in _valid(uow) if lot.state == FROZEN]
    if not lots:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Freeze the list of elites first."))
    return lots


def _refuse_marks(uow: UnitOfWork) -> None:
    if any_marks(uow):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks of the final stand already, so groups and order stay as they are.")
        )
