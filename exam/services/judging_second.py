"""Blind second entry of judges' marks by another person, the differences, and how a third person settles them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import NotAllowed, RuleBroken
from exam.rules.double_entry import Slip, likely_slip
from exam.rules.item_marks import Given, Progress
from exam.rules.marks import MarkScale, check_points
from exam.services.competition import get_rules
from exam.services.items import ItemRow, get_item
from exam.services.judging import save_judge_mark
from exam.services.judging_agreement import all_marks, value_of, verify_if_agreed
from exam.services.judging_checks import (
    ABSENT,
    CLEARED,
    GIVEN,
    check_judge,
    check_seen,
    full_mark,
    open_entrant,
    open_panel_item,
    shown_mark,
    typed_by_me,
)
from exam.services.judging_sheet import EntrantRow, get_entrant, get_sheet
from exam.services.panels import find_judge
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.judging import JudgeMark, SecondJudgeMark

Place = tuple[int, int, int]
"""Nominee, judge, position of the criterion (0 = the total, or an absent judge)."""


@dataclass(frozen=True, slots=True)
class MarkDifferenceRow:
    """Two entries of one mark that differ. ``first`` and ``second`` as typed, ``/`` for an absent judge.

    ``slip`` is what probably happened, where both are marks. ``may_settle``: the person at the desk typed
    neither of them; whoever typed one sees neither value, so that a second look stays blind. ``sheet``: one entry
    says that the judge was absent, the other holds marks per criterion.
    """

    nominee_id: int
    code: str
    judge_id: int
    judge: str
    criterion: int
    criterion_name: str
    full: Decimal
    first: str
    second: str
    first_by: str
    second_by: str
    slip: Slip | None
    may_settle: bool
    sheet: bool = False


def save_second_mark(
    uow: UnitOfWork,
    *,
    item_id: int,
    nominee_id: int,
    judge_id: int,
    points: Decimal | None,
    absent: bool = False,
    criterion: int = 0,
    seen_version: int = 0,
) -> EntrantRow:
    """Type a judge's mark a second time from the paper, without having seen the first entry.

    Whoever typed the first entry of this judge and entrant may not type the second: :class:`NotAllowed`. When
    both entries of an entrant agree in everything they are verified. See ``save_judge_mark`` for versions.
    """
    require(uow, Right.ENTER_MARKS)
    item = open_panel_item(uow, item_id)
    nominee, judge = open_entrant(uow, nominee_id), find_judge(uow, judge_id)
    row = get_entrant(uow, item_id=item_id, nominee_id=nominee_id, second=True)
    check_judge(row.cells.get(judge_id), judge.name)
    if points is not None:
        points = check_points(points, MarkScale(full_mark(uow, item, criterion), get_rules(uow).mark_step))
    firsts = _firsts(uow, item_id, nominee_id, judge_id)
    if any(typed_by_me(uow, mark) for mark in firsts if mark.state != CLEARED):
        raise NotAllowed(
            QT_TRANSLATE_NOOP("exam", "You typed the first entry of {code}. Another person types the second one."),
            code=row.code,
        )
    position = 0 if absent else criterion
    known = {mark.criterion_position: mark for mark in _seconds(uow, item_id, nominee_id, judge_id)}
    mark = known.get(position)
    check_seen(mark.version if mark else 0, seen_version, mark)
    state = ABSENT if absent else GIVEN if points is not None else CLEARED
    if (mark is None and state == CLEARED) or (mark is not None and (mark.points, mark.state) == (points, state)):
        return row
    old = shown_mark(mark)
    if mark is None:
        mark = _new_second(uow, (item_id, nominee_id, judge_id), position)
    _write(uow, mark, points, state)
    for other in known.values():
        # A criterion typed for an absent judge means present again, and the other way round.
        stale = other.state == GIVEN if state == ABSENT else other.state == ABSENT
        if item.per_criterion and other is not mark and stale and state != CLEARED:
            _write(uow, other, None, CLEARED)
    uow.session.flush()
    uow.record(
        journal.SECOND_MARK_SAVED, f"{nominee.entrant_code} · {judge.name}", item=item.name, criterion=criterion,
        old=old, new=shown_mark(mark),
    )  # fmt: skip
    verify_if_agreed(uow, item, nominee_id)
    return get_entrant(uow, item_id=item_id, nominee_id=nominee_id, second=True)


def list_mark_differences(uow: UnitOfWork, *, item_id: int, group: int | None = None) -> list[MarkDifferenceRow]:
    """Only what was typed twice and differs, in the order of appearance. Marks typed once are not compared."""
    require(uow, Right.ENTER_MARKS)
    item = get_item(uow, item_id=item_id)
    first, second = all_marks(uow, JudgeMark, item_id), all_marks(uow, SecondJudgeMark, item_id)
    sheet = get_sheet(uow, item_id=item_id, group=group)
    judges = {seat.judge_id: seat.name for seat in sheet.judges}
    found: list[MarkDifferenceRow] = []
    for row in sheet.rows:
        if row.progress is Progress.OUT:
            continue
        for judge_id, cell in row.cells.items():
            if cell.given is Given.AVOIDED or cell.confirmed:
                continue
            for position in _compared(item, row.nominee_id, judge_id, first, second):
                place = (row.nominee_id, judge_id, position)
                if _differ(item, place, first, second):
                    found.append(_difference(uow, row, place, judges.get(judge_id, ""), first, second, item))
    return found


def settle_mark_difference(
    uow: UnitOfWork,
    *,
    item_id: int,
    nominee_id: int,
    judge_id: int,
    criterion: int,
    points: Decimal | None,
    absent: bool = False,
) -> list[MarkDifferenceRow]:
    """Say what the paper holds. The person typed neither entry (:class:`NotAllowed`). Returns what still differs.

    A value that neither of the two typed stands as the first entry, and the second is asked for once more. Where one
    entry says that the judge was absent and the other holds marks per criterion, without ``absent`` these stand.
    """
    require(uow, Right.VERIFY_MARKS)
    item = open_panel_item(uow, item_id)
    rows = list_mark_differences(uow, item_id=item_id)
    wanted = (nominee_id, judge_id, criterion)
    row = next((one for one in rows if (one.nominee_id, one.judge_id, one.criterion) == wanted), None)
    if row is None:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "The two entries agree by now. Refresh the list."))
    if not row.may_settle:
        raise NotAllowed(
            QT_TRANSLATE_NOOP("exam", "You typed one of the two entries. A third person settles it from the paper.")
        )
    firsts = {mark.criterion_position: mark for mark in _firsts(uow, item_id, nominee_id, judge_id)}
    seconds = {mark.criterion_position: mark for mark in _seconds(uow, item_id, nominee_id, judge_id)}
    if row.sheet and not absent:
        _settle_present(uow, (item_id, nominee_id, judge_id), firsts, seconds)
    else:
        _settle_one(uow, item, wanted, firsts, seconds, points, absent)
    uow.session.flush()
    uow.record(
        journal.DIFFERENCE_SETTLED, f"{row.code} · {row.judge}", item=item.name, criterion=criterion,
        values=[row.first, row.second], new="/" if absent else points,
    )  # fmt: skip
    verify_if_agreed(uow, item, nominee_id)
    return list_mark_differences(uow, item_id=item_id)


def _settle_one(
    uow: UnitOfWork,
    item: ItemRow,
    place: Place,
    firsts: Mapping[int, JudgeMark],
    seconds: Mapping[int, SecondJudgeMark],
    points: Decimal | None,
    absent: bool,
) -> None:
    nominee_id, judge_id, criterion = place
    state = ABSENT if absent else GIVEN
    if points is not None:
        points = check_points(points, MarkScale(full_mark(uow, item, criterion), get_rules(uow).mark_step))
    position = 0 if absent else criterion
    was_first, was_second = value_of(firsts.get(position)), value_of(seconds.get(position))
    value = (state, points)
    if was_first != value:
        seen = firsts[position].version if position in firsts else 0
        save_judge_mark(
            uow, item_id=item.id, nominee_id=nominee_id, judge_id=judge_id, points=points, absent=absent,
            criterion=criterion, seen_version=seen,
        )  # fmt: skip
    if was_second != value:
        mark = seconds.get(position)
        if mark is None:
            mark = _new_second(uow, (item.id, nominee_id, judge_id), position)
        if was_first == value:
            _settled(uow, mark, points, state)
        else:
            mark.points, mark.state = None, CLEARED
        for other in seconds.values():
            if other is not mark and (other.state == ABSENT or absent):
                other.points, other.state = None, CLEARED


def _settle_present(
    uow: UnitOfWork,
    sheet: tuple[int, int, int],
    firsts: Mapping[int, JudgeMark],
    seconds: Mapping[int, SecondJudgeMark],
) -> None:
    """The judge was there: the marks per criterion of the one entry stand, and the absence of the other goes."""
    item_id, nominee_id, judge_id = sheet
    given = {at: mark.points for at, mark in firsts.items() if at and mark.state == GIVEN}
    if not given:
        for at, mark in seconds.items():
            if at and mark.state == GIVEN:
                seen = firsts[at].version if at in firsts else 0
                save_judge_mark(
                    uow, item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, points=mark.points, criterion=at,
                    seen_version=seen,
                )  # fmt: skip
        return
    for mark in seconds.values():
        mark.points, mark.state = None, CLEARED
    for at, points in given.items():
        mark = seconds.get(at) or _new_second(uow, sheet, at)
        _settled(uow, mark, points, GIVEN)


def _new_second(uow: UnitOfWork, sheet: tuple[int, int, int], position: int) -> SecondJudgeMark:
    item_id, nominee_id, judge_id = sheet
    mark = SecondJudgeMark(
        item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, criterion_position=position, ticked=True
    )
    uow.session.add(mark)
    _write(uow, mark, None, CLEARED)
    return mark


def _settled(uow: UnitOfWork, mark: SecondJudgeMark, points: Decimal | None, state: str) -> None:
    mark.points, mark.state = points, state
    mark.settled_by, mark.settled_by_id = uow.person.name, uow.person.account_id


def _write(uow: UnitOfWork, mark: SecondJudgeMark, points: Decimal | None, state: str) -> None:
    mark.points, mark.state = points, state
    mark.entered_by, mark.entered_by_id, mark.entered_at = uow.person.name, uow.person.account_id, uow.now
    mark.settled_by, mark.settled_by_id = "", None


def _compared(
    item: ItemRow,
    nominee_id: int,
    judge_id: int,
    first: Mapping[Place, JudgeMark],
    second: Mapping[Place, SecondJudgeMark],
) -> Sequence[int]:
    """Which positions of a judge's sheet are compared: an absence stands for the whole sheet."""
    total = (nominee_id, judge_id, 0)
    if not item.per_criterion or total in first or total in second:
        return (0,)
    return tuple(one.position for one in item.criteria)


def _differ(
    item: ItemRow, place: Place, first: Mapping[Place, JudgeMark], second: Mapping[Place, SecondJudgeMark]
) -> bool:
    one, two = first.get(place), second.get(place)
    if one is not None and two is not None:
        return value_of(one) != value_of(two)
    if not item.per_criterion or place[2] != 0:
        return False
    # Absent in one entry, criteria in the other.
    nominee_id, judge_id, _ = place
    there = first if one is None else second
    return any((nominee_id, judge_id, part.position) in there for part in item.criteria)


def _difference(
    uow: UnitOfWork,
    row: EntrantRow,
    place: Place,
    judge: str,
    first: Mapping[Place, JudgeMark],
    second: Mapping[Place, SecondJudgeMark],
    item: ItemRow,
) -> MarkDifferenceRow:
    nominee_id, judge_id, position = place
    one, two = first.get(place), second.get(place)
    slip = None
    if one is not None and two is not None and one.points is not None and two.points is not None:
        slip = likely_slip(one.points, two.points)
    part = next((part for part in item.criteria if part.position == position), None) if item.per_criterion else None
    sheet = item.per_criterion and position == 0
    entries: list[list[JudgeMark | SecondJudgeMark]] = []
    for marks in (first, second):
        places = [place, *((nominee_id, judge_id, part.position) for part in item.criteria if sheet)]
        entries.append([marks[at] for at in places if at in marks])
    texts = [" + ".join(shown_mark(mark) for mark in marks) for marks in entries]
    names = [marks[0].entered_by if marks else "" for marks in entries]
    mine = any(typed_by_me(uow, mark) for marks in entries for mark in marks)
    if mine:
        texts, slip = ["", ""], None
    return MarkDifferenceRow(
        nominee_id, row.code, judge_id, judge, position, part.name if part else "", part.full if part else item.full,
        texts[0], texts[1], names[0], names[1], slip, not mine, sheet,
    )  # fmt: skip


def _firsts(uow: UnitOfWork, item_id: int, nominee_id: int, judge_id: int) -> Sequence[JudgeMark]:
    return uow.session.scalars(
        select(JudgeMark).where(
            JudgeMark.item_id == item_id, JudgeMark.nominee_id == nominee_id, JudgeMark.judge_id == judge_id
        )
    ).all()


def _seconds(uow: UnitOfWork, item_id: int, nominee_id: int, judge_id: int) -> Sequence[SecondJudgeMark]:
    return uow.session.scalars(
        select(SecondJudgeMark).where(
            SecondJudgeMark.item_id == item_id, SecondJudgeMark.nominee_id == nominee_id,
            SecondJudgeMark.judge_id == judge_id,
        )
    ).all()  # fmt: skip
