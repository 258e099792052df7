"""Entering, ticking, verifying and locking the marks of the final."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from exam import journal
from exam.access import Person, Right, require
from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.item_marks import Given, Progress
from exam.rules.item_templates import PANEL, QUIZ, WRITTEN
from exam.rules.marks import Attendance, MarkScale, check_points, show
from exam.rules.nominations import ACTIVE, group_letter
from exam.rules.panel import COMBINE_NAMES
from exam.rules.sheets import PanelLine, PanelSummary
from exam.rules.stages import Stage
from exam.services.accounts import check_second_person
from exam.services.competition import check_version, get_rules, require_open
from exam.services.finals import find_nominee
from exam.services.items import LOCKED, OPEN, ItemRow, get_item
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
from exam.services.panels import find_judge
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.finals import Criterion, FinalItem, Nominee
from models.judging import ItemMark, JudgeMark, QuizEvent, SecondJudgeMark

__all__ = [
    "CompletenessRow", "EntrantRow", "ItemResult", "MarkCell", "Sheet", "get_completeness", "get_entrant",
    "get_panel_summary", "get_sheet", "list_item_results", "lock_item", "save_item_mark", "save_judge_mark",
    "save_papers", "tick_mark", "unlock_item", "verify_marks",
]  # fmt: skip

GIVEN, ABSENT, CLEARED = "given", "absent", "cleared"


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
    _require_marking(uow, judge_id)
    item = _open_item(uow, item_id, PANEL)
    nominee = _entrant(uow, nominee_id)
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
    _check_seen(mark.version if mark else 0, seen_version, mark)
    old = shown_mark(mark)
    if mark is None:
        if state == CLEARED:
            return before
        mark = JudgeMark(item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, criterion_position=position)
        uow.session.add(mark)
    elif (mark.points, mark.state) == (points, state):
        return before
    mark.points, mark.state = points, state
    _sign(uow, mark)
    if item.per_criterion:
        _settle_absence(uow, mark)
    uow.session.flush()
    uow.record(
        journal.JUDGE_MARK_SAVED, f"{nominee.entrant_code} · {judge.name}", item=item.name, criterion=criterion,
        old=old, new=shown_mark(mark),
    )  # fmt: skip
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)


def save_papers(
    uow: UnitOfWork, *, item_id: int, papers: Mapping[int, Mapping[int, Decimal | None]]
) -> int:
    """Save many judges' totals at once, as from a file: nominee id -> judge id -> mark, ``None`` = absent.

    All or nothing, one journal entry per mark; returns how many. Raises :class:`Conflict` where a mark was
    entered before.
    """
    item = _open_item(uow, item_id, PANEL)
    scale = MarkScale(full_mark(uow, item, 0), get_rules(uow).mark_step)
    rows = {row.nominee_id: row for row in get_sheet(uow, item_id=item_id).rows}
    query = select(JudgeMark).where(JudgeMark.item_id == item_id, JudgeMark.nominee_id.in_(papers))
    known = {(mark.nominee_id, mark.judge_id): mark for mark in uow.session.scalars(query)}
    judges = {judge_id: find_judge(uow, judge_id) for marks in papers.values() for judge_id in marks}
    count = 0
    for nominee_id, marks in papers.items():
        nominee = _entrant(uow, nominee_id)
        for judge_id, points in marks.items():
            _require_marking(uow, judge_id)
            judge = judges[judge_id]
            check_judge(rows[nominee_id].cells.get(judge_id), judge.name)
            seen = known.get((nominee_id, judge_id))
            _check_seen(seen.version if seen else 0, 0, seen)
            mark = JudgeMark(item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, criterion_position=0)
            mark.points = None if points is None else check_points(points, scale)
            mark.state = ABSENT if points is None else GIVEN
            _sign(uow, mark)
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
    _require_marking(uow, None)
    item = _open_item(uow, item_id, PANEL)
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
        uow.record(
            journal.JUDGE_MARK_SAVED, f"{_entrant(uow, nominee_id).entrant_code} · {find_judge(uow, judge_id).name}",
            item=item.name, ticked=True,
        )  # fmt: skip
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
    _require_marking(uow, None)
    item = _open_item(uow, item_id, WRITTEN)
    nominee = _entrant(uow, nominee_id)
    if points is not None:
        points = check_points(points, MarkScale(item.full, get_rules(uow).mark_step))
        if attendance and not Attendance(attendance).takes_marks:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Somebody who did not sit the exam has no mark. Clear it."))
    mark = uow.session.scalar(
        select(ItemMark).where(ItemMark.item_id == item_id, ItemMark.nominee_id == nominee_id)
    )
    _check_seen(mark.version if mark else 0, seen_version, mark)
    old = shown_mark(mark)
    if mark is None:
        if points is None and not attendance:
            return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)
        mark = ItemMark(item_id=item_id, nominee_id=nominee_id)
        uow.session.add(mark)
    elif (mark.points, mark.attendance) == (points, attendance):
        return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)
    mark.points, mark.attendance = points, attendance
    _sign(uow, mark)
    uow.session.flush()
    uow.record(journal.ITEM_MARK_SAVED, nominee.entrant_code, item=item.name, old=old, new=shown_mark(mark))
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, with_names=with_names)


def verify_marks(uow: UnitOfWork, *, item_id: int, nominee_ids: Sequence[int]) -> int:
    """Confirm that the marks of these entrants agree with the paper; returns how many were verified.

    Raises :class:`NotAllowed` when the person at the desk entered one of them, :class:`RuleBroken` when
    one is incomplete or doubtful.
    """
    require(uow, Right.VERIFY_MARKS)
    item = _open_item(uow, item_id, None)
    done: list[str] = []
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
        if any(_own(uow, mark) for mark in marks):
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
    if item.state == LOCKED:
        raise _locked(item)
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


def get_panel_summary(uow: UnitOfWork, *, item_id: int, group: int | None = None) -> PanelSummary:
    """评分汇总表 of an item and group: codes only, in the order of appearance."""
    sheet = get_sheet(uow, item_id=item_id, group=group)
    rows = [row for row in sheet.rows if row.status == ACTIVE]
    finals = [row.final for row in rows if row.final is not None]
    seats = [seat.judge_id for seat in sheet.judges]
    lines: list[PanelLine] = []
    for row in rows:
        cells = [row.cells.get(judge_id) for judge_id in seats]
        place = None if row.final is None else 1 + sum(other > row.final for other in finals)
        lines.append(
            PanelLine(
                row.appearance, row.code, tuple(cell.points if cell else None for cell in cells),
                tuple(at for at, cell in enumerate(cells) if cell is not None and cell.dropped),
                row.mark, -row.adjustment, row.final, place,
                avoided=tuple(at for at, cell in enumerate(cells) if cell is not None and cell.given is Given.AVOIDED),
            )
        )  # fmt: skip
    names = tuple(seat.name for seat in sheet.judges)
    return PanelSummary(sheet.item.name, group_letter(group), _rule_words(uow, sheet.item), names, tuple(lines))


def _rule_words(uow: UnitOfWork, item: ItemRow) -> str:
    if item.kind != PANEL:
        return ""
    words, rule = Words(uow.session.scalar(select(Competition.language)) or "zh"), item.rule
    dropping = QT_TRANSLATE_NOOP("exam", "from {count} marks on, {high} highest and {low} lowest dropped")
    parts = [words(dropping, count=rule.trim_from, high=rule.drop_high, low=rule.drop_low)]
    parts.append(words(COMBINE_NAMES[rule.combine]))
    if rule.coefficient != 1:
        parts.append(words(QT_TRANSLATE_NOOP("exam", "coefficient {value}"), value=show(rule.coefficient)))
    if rule.places is not None:
        parts.append(words(QT_TRANSLATE_NOOP("exam", "rounded half up to {places} places"), places=rule.places))
    return words(QT_TRANSLATE_NOOP("exam", ", ")).join(parts)


def _require_marking(uow: UnitOfWork, judge_id: int | None) -> None:
    own = uow.person.judge_id
    if judge_id is not None and own == judge_id and uow.person.may(Right.ENTER_OWN_JUDGE_MARKS):
        return
    require(uow, Right.ENTER_MARKS)


def _open_item(uow: UnitOfWork, item_id: int, kind: str | None) -> ItemRow:
    """The item, held against a lock until this unit of work ends: a mark counts before the lock or is refused."""
    require_open(uow, Stage.FINAL)
    item = uow.session.get_one(FinalItem, item_id, with_for_update={"read": True}, populate_existing=True)
    if item.state == LOCKED:
        raise _locked(item)
    if kind is not None and item.kind != kind:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "“{item}” is not marked in this way."), item=item.name)
    return get_item(uow, item_id=item_id)


def open_panel_item(uow: UnitOfWork, item_id: int) -> ItemRow:
    """A judged item that takes marks, held against a lock until this unit of work ends."""
    return _open_item(uow, item_id, PANEL)


def _locked(item: FinalItem) -> RuleBroken:
    return RuleBroken(
        QT_TRANSLATE_NOOP("exam", "“{item}” is locked by {person}. Open it again first, with a reason."),
        item=item.name, person=item.locked_by,
    )  # fmt: skip


def _entrant(uow: UnitOfWork, nominee_id: int) -> Nominee:
    nominee = find_nominee(uow, nominee_id)
    if nominee.status != ACTIVE:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{code} does not take part any more and gets no marks."),
            code=nominee.entrant_code,
        )
    return nominee


def check_judge(cell: MarkCell | None, judge: str) -> None:
    """Refuse a judge who is not on the entrant's panel, or avoids the entrant."""
    if cell is None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "{judge} is not on the panel of this entrant. Change the panel first."),
            judge=judge,
        )
    if cell.given is Given.AVOIDED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "{judge} comes from the entrant's unit and does not mark. The office can allow it with a reason.",
            ),
            judge=judge,
        )


def check_not_confirmed(cell: MarkCell | None, code: str, judge: str) -> None:
    """Refuse to touch marks that the judge confirmed; the office releases them first, with a reason."""
    if cell is not None and cell.confirmed:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{judge} confirmed the mark of {code}; it is fixed. The office can release it with a reason."
            ),
            judge=judge, code=code,
        )  # fmt: skip


def full_mark(uow: UnitOfWork, item: ItemRow, criterion: int) -> Decimal:
    """The full mark of what is typed: the total (0) or a criterion; it must be the way the item is marked."""
    if item.per_criterion != bool(criterion):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "“{item}” is marked criterion by criterion.")
            if item.per_criterion
            else QT_TRANSLATE_NOOP("exam", "“{item}” is marked by one total."),
            item=item.name,
        )
    if not criterion:
        return item.full
    found = uow.session.scalar(
        select(Criterion.full).where(Criterion.item_id == item.id, Criterion.position == criterion)
    )
    if found is None:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This criterion is no longer there. Refresh the page."))
    return found


def _check_seen(found: int, seen: int, mark: JudgeMark | ItemMark | None) -> None:
    if found != seen:
        raise Conflict(
            QT_TRANSLATE_NOOP("exam", "Somebody else entered {theirs} here in the meantime. Choose which one stands."),
            theirs=shown_mark(mark) or "-",
        )


def shown_mark(mark: JudgeMark | SecondJudgeMark | ItemMark | None) -> str:
    """A stored mark as it is typed: ``/`` for an absent judge, empty for nothing."""
    if mark is None:
        return ""
    if mark.points is not None:
        return show(mark.points)
    if isinstance(mark, (JudgeMark, SecondJudgeMark)):
        return "/" if mark.state == ABSENT else ""
    return mark.attendance


def _sign(uow: UnitOfWork, mark: JudgeMark | ItemMark) -> None:
    mark.entered_by, mark.entered_by_id, mark.entered_at = uow.person.name, uow.person.account_id, uow.now
    mark.verified_by, mark.verified_by_id, mark.verified_at = "", None, None
    if isinstance(mark, JudgeMark):
        mark.ticked = False


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
            _sign(uow, other)


def _marks(uow: UnitOfWork, item: ItemRow, nominee_id: int) -> list[Any]:
    if item.kind == PANEL:
        query: Any = select(JudgeMark).where(
            JudgeMark.item_id == item.id, JudgeMark.nominee_id == nominee_id, JudgeMark.state != CLEARED
        )
    else:
        query = select(ItemMark).where(ItemMark.item_id == item.id, ItemMark.nominee_id == nominee_id)
    return list(uow.session.scalars(query))


def _own(uow: UnitOfWork, mark: JudgeMark | ItemMark) -> bool:
    person = uow.person
    if person.account_id is not None and mark.entered_by_id is not None:
        return person.account_id == mark.entered_by_id
    return person.name == mark.entered_by


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
