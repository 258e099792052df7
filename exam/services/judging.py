"""Entering and ticking the marks of the final."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.errors import InvalidInput
from exam.rules.item_templates import PANEL, WRITTEN
from exam.rules.marks import Attendance, MarkScale, check_points
from exam.services.competition import get_rules
from exam.services.judging_agreement import verify_if_agreed
from exam.services.judging_checks import (
    ABSENT,
    CLEARED,
    GIVEN,
    check_judge,
    check_not_confirmed,
    check_seen,
    full_mark,
    open_entrant,
    open_item,
    require_marking,
    shown_mark,
    sign,
)
from exam.services.judging_close import lock_item, unlock_item, verify_marks
from exam.services.judging_sheet import (
    CompletenessRow,
    EntrantRow,
    ItemResult,
    MarkCell,
    Sheet,
    get_completeness,
    get_entrant,
    get_sheet,
    list_item_results,
)
from exam.services.panel_summary import get_panel_summary
from exam.services.panels import find_judge
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.judging import ItemMark, JudgeMark

__all__ = [
    "CompletenessRow", "EntrantRow", "ItemResult", "MarkCell", "Sheet", "get_completeness", "get_entrant",
    "get_panel_summary", "get_sheet", "list_item_results", "lock_item", "save_item_mark", "save_judge_mark",
    "save_papers", "tick_mark", "unlock_item", "verify_marks",
]  # fmt: skip


def save_judge_mark(
    uow: UnitOfWork,
    *,
    item_id: int,
    nominee_id: int,
    judge_id: int,
    points: Decimal | None,
    absent: bool = False,
    criterion: int = 0,
    seen_version: int = 0,
    with_names: bool = False,
) -> EntrantRow:
    """Save one judge's mark: the total, or one ``criterion`` (position from 1) of it.

    ``points`` None clears it, or with ``absent`` leaves the judge out for this entrant. ``seen_version`` 0
    means that no mark was seen. A change takes verification and tick back. Raises :class:`Conflict`
    (``theirs``: the mark that stands there) when somebody else was first.
    """
    require_marking(uow, judge_id)
    item = open_item(uow, item_id, PANEL)
    nominee = open_entrant(uow, nominee_id)
    judge = find_judge(uow, judge_id)
    before = get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)
    check_judge(before.cells.get(judge_id), judge.name)
    if points is not None:
        points = check_points(points, MarkScale(full_mark(uow, item, criterion), get_rules(uow).mark_step))
    position = 0 if absent else criterion
    mark = uow.session.scalar(
        select(JudgeMark).where(
            JudgeMark.item_id == item_id, JudgeMark.nominee_id == nominee_id, JudgeMark.judge_id == judge_id,
            JudgeMark.criterion_position == position,
        )
    )  # fmt: skip
    state = ABSENT if absent else GIVEN if points is not None else CLEARED
    check_not_confirmed(before.cells.get(judge_id), nominee.entrant_code, judge.name)
    check_seen(mark.version if mark else 0, seen_version, mark)
    old = shown_mark(mark)
    if mark is None:
        if state == CLEARED:
            return before
        mark = JudgeMark(item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, criterion_position=position)
        uow.session.add(mark)
    elif (mark.points, mark.state) == (points, state):
        return before
    mark.points, mark.state = points, state
    sign(uow, mark)
    if item.per_criterion:
        _settle_absence(uow, mark)
    uow.session.flush()
    uow.record(
        journal.JUDGE_MARK_SAVED, f"{nominee.entrant_code} · {judge.name}", item=item.name, criterion=criterion,
        old=old, new=shown_mark(mark),
    )  # fmt: skip
    # A first entry that was mended to what somebody else typed blind is verified by that.
    verify_if_agreed(uow, item, nominee_id)
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)


def save_papers(
    uow: UnitOfWork, *, item_id: int, papers: Mapping[int, Mapping[int, Decimal | None]]
) -> int:
    """Save many judges' totals at once, as from a file: nominee id -> judge id -> mark, ``None`` = absent.

    All or nothing, one journal entry per mark; returns how many. Raises :class:`Conflict` where a mark was
    entered before.
    """
    item = open_item(uow, item_id, PANEL)
    scale = MarkScale(full_mark(uow, item, 0), get_rules(uow).mark_step)
    rows = {row.nominee_id: row for row in get_sheet(uow, item_id=item_id).rows}
    query = select(JudgeMark).where(JudgeMark.item_id == item_id, JudgeMark.nominee_id.in_(papers))
    known = {(mark.nominee_id, mark.judge_id): mark for mark in uow.session.scalars(query)}
    judges = {judge_id: find_judge(uow, judge_id) for marks in papers.values() for judge_id in marks}
    count = 0
    for nominee_id, marks in papers.items():
        nominee = open_entrant(uow, nominee_id)
        for judge_id, points in marks.items():
            require_marking(uow, judge_id)
            judge = judges[judge_id]
            check_judge(rows[nominee_id].cells.get(judge_id), judge.name)
            seen = known.get((nominee_id, judge_id))
            check_seen(seen.version if seen else 0, 0, seen)
            mark = JudgeMark(item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, criterion_position=0)
            mark.points = None if points is None else check_points(points, scale)
            mark.state = ABSENT if points is None else GIVEN
            sign(uow, mark)
            uow.session.add(mark)
            uow.record(
                journal.JUDGE_MARK_SAVED, f"{nominee.entrant_code} · {judge.name}", item=item.name, criterion=0,
                old="", new=shown_mark(mark),
            )  # fmt: skip
            count += 1
    uow.session.flush()
    return count


def tick_mark(
    uow: UnitOfWork, *, item_id: int, nominee_id: int, judge_id: int, with_names: bool = False
) -> EntrantRow:
    """Say that a mark far from the others is right. Kept until the mark changes."""
    require_marking(uow, None)
    item = open_item(uow, item_id, PANEL)
    marks = list(
        uow.session.scalars(
            select(JudgeMark).where(
                JudgeMark.item_id == item_id, JudgeMark.nominee_id == nominee_id, JudgeMark.judge_id == judge_id,
                JudgeMark.state == GIVEN,
            )
        )
    )  # fmt: skip
    for mark in marks:
        mark.ticked = True
    if marks:
        uow.session.flush()
        subject = f"{open_entrant(uow, nominee_id).entrant_code} · {find_judge(uow, judge_id).name}"
        uow.record(journal.JUDGE_MARK_SAVED, subject, item=item.name, ticked=True)
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)


def save_item_mark(
    uow: UnitOfWork,
    *,
    item_id: int,
    nominee_id: int,
    points: Decimal | None,
    attendance: str = "",
    seen_version: int = 0,
    with_names: bool = False,
) -> EntrantRow:
    """Save the mark of a written item, or why there is none (``attendance``: absent, excused ...).

    ``points`` None without an attendance clears it. See :func:`save_judge_mark` for versions.
    """
    require_marking(uow, None)
    item = open_item(uow, item_id, WRITTEN)
    nominee = open_entrant(uow, nominee_id)
    if points is not None:
        points = check_points(points, MarkScale(item.full, get_rules(uow).mark_step))
        if attendance and not Attendance(attendance).takes_marks:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Somebody who did not sit the exam has no mark. Clear it."))
    mark = uow.session.scalar(
        select(ItemMark).where(ItemMark.item_id == item_id, ItemMark.nominee_id == nominee_id)
    )
    check_seen(mark.version if mark else 0, seen_version, mark)
    old = shown_mark(mark)
    if mark is None:
        if points is None and not attendance:
            return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)
        mark = ItemMark(item_id=item_id, nominee_id=nominee_id)
        uow.session.add(mark)
    elif (mark.points, mark.attendance) == (points, attendance):
        return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)
    mark.points, mark.attendance = points, attendance
    sign(uow, mark)
    uow.session.flush()
    uow.record(journal.ITEM_MARK_SAVED, nominee.entrant_code, item=item.name, old=old, new=shown_mark(mark))
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)


def _settle_absence(uow: UnitOfWork, mark: JudgeMark) -> None:
    """A criterion typed for an absent judge means present again; an absent judge has no criteria."""
    others = uow.session.scalars(
        select(JudgeMark).where(
            JudgeMark.item_id == mark.item_id, JudgeMark.nominee_id == mark.nominee_id,
            JudgeMark.judge_id == mark.judge_id, JudgeMark.criterion_position != mark.criterion_position,
        )
    )  # fmt: skip
    for other in others:
        stale = other.state == GIVEN if mark.state == ABSENT else other.state == ABSENT
        if stale and mark.state != CLEARED:
            other.points, other.state = None, CLEARED
            sign(uow, other)
