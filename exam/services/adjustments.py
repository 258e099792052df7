"""Bonus and deduction lines of the final, each with its reason; they are voided, never deleted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.services.entrants import hides_names
from exam.services.finals import find_nominee
from exam.services.items import find_item, refuse_locked
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Adjustment, FinalItem, Nominee, Team
from models.people import Staff


@dataclass(frozen=True, slots=True)
class AdjustmentRow:
    """A bonus (positive) or deduction (negative). ``about`` is the name of the elite or team."""

    id: int
    nominee_id: int | None
    team_id: int | None
    item_id: int | None
    about: str
    code: str
    item: str
    points: Decimal
    reason: str
    entered_by: str
    voided: bool
    version: int


def list_adjustments(uow: UnitOfWork, *, item_id: int | None = None) -> list[AdjustmentRow]:
    """All lines in the order in which they were entered, or those of one item."""
    query = (
        select(Adjustment, Staff.name, Nominee.entrant_code, Team.name, FinalItem.name)
        .join(Nominee, Nominee.id == Adjustment.nominee_id, isouter=True)
        .join(Staff, Staff.id == Nominee.staff_id, isouter=True)
        .join(Team, Team.id == Adjustment.team_id, isouter=True)
        .join(FinalItem, FinalItem.id == Adjustment.item_id, isouter=True)
        .order_by(Adjustment.id)
    )
    if item_id is not None:
        query = query.where(Adjustment.item_id == item_id)
    hidden = hides_names(uow)
    return [
        AdjustmentRow(
            one.id, one.nominee_id, one.team_id, one.item_id, ("" if hidden else person) or team or "", code or "",
            item or "", one.points, one.reason, one.entered_by, bool(one.voided), one.version,
        )
        for one, person, code, team, item in uow.session.execute(query)
    ]


def add_adjustment(
    uow: UnitOfWork,
    *,
    points: Decimal,
    reason: str,
    nominee_id: int | None = None,
    team_id: int | None = None,
    item_id: int | None = None,
    right: Right = Right.MANAGE_FINAL,
) -> AdjustmentRow:
    """Add a bonus or deduction to an elite (in one item or in the total) or to a team. A reason is required.

    ``right``: what the person needs, for a line that follows from a rule.
    """
    require(uow, right)
    require_open(uow, Stage.FINAL)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why points are given or taken."))
    if not points.is_finite() or points == 0 or abs(points) > 1000 or points != round(points, 2):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{points} cannot be given or taken. Type a number with at most two places."),
            points=points,
        )
    if (nominee_id is None) == (team_id is None):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose the elite or the team this is about."))
    if nominee_id is not None:
        find_nominee(uow, nominee_id)
    elif uow.session.get(Team, team_id) is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This team is no longer there. Refresh the list."))
    _refuse_locked(uow, item_id)
    line = Adjustment(
        nominee_id=nominee_id, team_id=team_id, item_id=item_id, points=points, reason=why,
        entered_by=uow.person.name, voided=0,
    )  # fmt: skip
    uow.session.add(line)
    uow.session.flush()
    row = next(one for one in list_adjustments(uow, item_id=item_id) if one.id == line.id)
    uow.record(journal.ADJUSTMENT_SET, row.about, item=row.item, points=points, reason=why)
    return row


def void_adjustment(uow: UnitOfWork, *, adjustment_id: int, seen_version: int, reason: str) -> None:
    """Strike a line out; it stays listed and no longer counts. A reason is required."""
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)
    line = uow.session.get(Adjustment, adjustment_id)
    if line is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This line is no longer there. Refresh the list."))
    check_version(line.version, seen_version)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the line is struck out."))
    _refuse_locked(uow, line.item_id)
    line.voided = 1
    uow.session.flush()
    uow.record(journal.ADJUSTMENT_SET, line.reason, voided=True, points=line.points, reason=why)


def _refuse_locked(uow: UnitOfWork, item_id: int | None) -> None:
    if item_id is None:
        return
    refuse_locked(find_item(uow, item_id))
