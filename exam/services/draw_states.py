"""The kinds and states of draws, and finding one in the state a command needs."""

from __future__ import annotations

from sqlalchemy import func, select

from exam.access import Right, require
from exam.errors import NotFound, RuleBroken
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw

EXAM = "exam"
GROUPS = "groups"
ORDER = "order"
SEATS = "seats"
PLANNED = "planned"
FROZEN = "frozen"
RUN = "run"
VOID = "void"

STATE_SENTENCES = {
    PLANNED: QT_TRANSLATE_NOOP("exam", "The draw {label} is still a plan. Freeze it first."),
    FROZEN: QT_TRANSLATE_NOOP("exam", "The draw {label} is frozen already: throw the dice, or declare it void."),
    RUN: QT_TRANSLATE_NOOP(
        "exam",
        "The draw {label} was run already; each freeze is run once. Another draw needs a new freeze and new dice.",
    ),
    VOID: QT_TRANSLATE_NOOP("exam", "The draw {label} is void. Plan a new one."),
}


def find_draw(uow: UnitOfWork, draw_id: int) -> Draw:
    """The draw; raises :class:`NotFound`."""
    draw = uow.session.get(Draw, draw_id)
    if draw is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This draw is no longer there. Press F5 to see the present state."))
    return draw


def next_number(uow: UnitOfWork, label: str) -> int:
    """The number of the next draw under this label: void ones keep theirs."""
    return (uow.session.scalar(select(func.max(Draw.number)).where(Draw.label == label)) or 0) + 1


def in_state(uow: UnitOfWork, draw_id: int, state: str, seen_version: int | None = None) -> Draw:
    """The draw, for somebody who may manage it, in this state and as it was seen; its stage is open."""
    require(uow, Right.MANAGE_DRAW)
    draw = find_draw(uow, draw_id)
    require_open(uow, Stage.DRAW if draw.kind == EXAM else Stage.FINAL)
    if draw.state != state:
        raise RuleBroken(STATE_SENTENCES[draw.state], label=draw.label)
    if seen_version is not None:
        check_version(draw.version, seen_version)
    return draw
