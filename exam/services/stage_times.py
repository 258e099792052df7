"""Time limits of items and the time that entrants took; the deduction follows from the item's rule.

A time is typed from the paper like a mark: by those who enter marks, and verified with them by another person.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import RuleBroken
from exam.rules.item_marks import Progress
from exam.rules.overtime import LONGEST, OvertimeRule, deduction, overtime, show_time
from exam.services.adjustments import add_adjustment
from exam.services.finals import find_nominee
from exam.services.items import ItemRow, find_item, get_item
from exam.services.judging_checks import CLEARED, open_panel_item
from exam.services.judging_sheet import get_sheet
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.finals import Adjustment
from models.judging import JudgeMark, StageTime


def set_overtime_rule(uow: UnitOfWork, *, item_id: int, rule: OvertimeRule) -> ItemRow:
    """Set the time limit of an item. Refused once times were taken: they were deducted by the old rule."""
    require(uow, Right.MANAGE_FINAL)
    open_panel_item(uow, item_id)
    item = find_item(uow, item_id)
    before = get_item(uow, item_id=item_id).overtime
    if rule == before:
        return get_item(uow, item_id=item_id)
    if uow.session.scalar(select(StageTime.id).where(StageTime.item_id == item_id).limit(1)) is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Times were taken in “{item}” already, so its time limit stays."), item=item.name
        )
    item.time_limit, item.overtime_step = rule.limit, rule.step
    item.overtime_points, item.overtime_most = rule.points, rule.most
    uow.session.flush()
    uow.record(
        journal.ITEM_CHANGED, item.name, seconds=[before.limit, rule.limit], points=[before.points, rule.points]
    )
    return get_item(uow, item_id=item_id)


@dataclass(frozen=True, slots=True)
class TimeRow:
    """How long an entrant took. ``seconds`` None while nobody wrote it down; ``points`` is what it costs."""

    nominee_id: int
    code: str
    group: int | None
    seconds: int | None
    over: int
    points: Decimal
    entered_by: str
    verified: bool


def list_times(uow: UnitOfWork, *, item_id: int, group: int | None = None) -> list[TimeRow]:
    """The times of everybody who takes part, for one group or (None) all, in the order of appearance."""
    sheet = get_sheet(uow, item_id=item_id, group=group)
    query = select(StageTime.nominee_id, StageTime.seconds, StageTime.entered_by).where(StageTime.item_id == item_id)
    times = {nominee: (seconds, by) for nominee, seconds, by in uow.session.execute(query)}
    rule = sheet.item.overtime
    found: list[TimeRow] = []
    for row in sheet.rows:
        if row.progress is Progress.OUT:
            continue
        seconds, by = times.get(row.nominee_id, (None, ""))
        over, points = (0, Decimal(0)) if seconds is None else (overtime(seconds, rule), deduction(seconds, rule))
        verified = row.progress is Progress.VERIFIED
        found.append(TimeRow(row.nominee_id, row.code, row.group, seconds, over, points, by, verified))
    return found


def find_time(uow: UnitOfWork, *, item_id: int, nominee_id: int) -> int | None:
    """How many seconds an entrant took; ``None`` while nobody wrote it down."""
    query = select(StageTime.seconds).where(StageTime.item_id == item_id, StageTime.nominee_id == nominee_id)
    return uow.session.scalar(query)


def set_time(uow: UnitOfWork, *, item_id: int, nominee_id: int, seconds: int) -> int:
    """Write down how long an entrant took; a deduction by the rule replaces the one of an earlier time.

    Returns the seconds over the limit. What was verified of the entrant has to be verified again, not by whoever
    typed the time.
    """
    require(uow, Right.ENTER_MARKS)
    item = open_panel_item(uow, item_id)
    nominee = find_nominee(uow, nominee_id)
    if not item.overtime.limit or not 0 <= seconds <= LONGEST:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” has no time limit. Set one in the item first."), item=item.name
        )
    found = uow.session.scalar(
        select(StageTime).where(StageTime.item_id == item_id, StageTime.nominee_id == nominee_id)
    )
    over, points = overtime(seconds, item.overtime), deduction(seconds, item.overtime)
    if found is not None and found.seconds == seconds:
        return over
    if found is None:
        found = StageTime(item_id=item_id, nominee_id=nominee_id, seconds=seconds, entered_by=uow.person.name)
        uow.session.add(found)
    old = found.adjustment_id
    found.seconds, found.entered_by, found.adjustment_id = seconds, uow.person.name, None
    if old is not None:
        line = uow.session.get_one(Adjustment, old)
        if not line.voided:
            line.voided = 1
            uow.record(journal.ADJUSTMENT_SET, line.reason, voided=True, points=line.points, seconds=seconds)
    if points:
        words = Words(uow.session.scalar(select(Competition.language)) or "zh")
        reason = words(QT_TRANSLATE_NOOP("exam", "{seconds} seconds over time ({time})"), seconds=over,
                       time=show_time(seconds))  # fmt: skip
        row = add_adjustment(
            uow, points=-points, reason=reason, nominee_id=nominee_id, item_id=item_id, right=Right.ENTER_MARKS
        )
        found.adjustment_id = row.id
    uow.session.flush()
    marks = select(JudgeMark).where(
        JudgeMark.item_id == item_id, JudgeMark.nominee_id == nominee_id, JudgeMark.state != CLEARED
    )
    for mark in uow.session.scalars(marks):
        mark.verified_by, mark.verified_by_id, mark.verified_at = "", None, None
    uow.record(
        journal.STAGE_TIME_SET, nominee.entrant_code, item=item.name, seconds=seconds, points=-points
    )
    return over
