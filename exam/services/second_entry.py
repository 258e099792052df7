"""The blind second entry: typed by another person, compared, settled by a third one from the paper.

A setting of the competition asks for it (``second_entry``). The first entry is ``exam.services.marks``; equal
entries verify each other, so there is nothing left to do for most papers. Attendance belongs to the sign-in
and to the first entry and is not typed twice.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, and_, select
from sqlalchemy.orm import aliased

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, RuleBroken
from exam.rules.double_entry import Slip, likely_slip
from exam.rules.marks import Attendance, MarkScale, check_points
from exam.services.competition import get_rules
from exam.services.mark_pairs import (
    SECOND_ENTRY,
    entered_by,
    find_pair,
    refuse_second,
    verify_equal,
)
from exam.services.mark_rows import MarkRow, MarkSheet, entered_twice
from exam.services.marks import (
    find_candidate,
    find_section,
    get_mark_row,
    list_marks,
    mark_conflict,
    paper_name,
    write_mark,
)
from exam.services.sittings import open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.sittings import Candidate, Section, WrittenMark


@dataclass(frozen=True, slots=True)
class DifferenceRow:
    """A mark that two people read differently. Both values are ``None`` for these two people.

    ``paper`` is the number on the paper: the sealed number, or the ticket number without seals.
    """

    candidate_id: int
    section_id: int
    paper: str
    room: str
    section: str
    scale: MarkScale
    first: Decimal | None
    second: Decimal | None
    first_by: str
    second_by: str
    first_version: int
    second_version: int
    mine: bool

    @property
    def slip(self) -> Slip | None:
        """What probably happened; ``None`` where the values are not shown."""
        return None if self.first is None or self.second is None else likely_slip(self.first, self.second)


def list_second_entry(uow: UnitOfWork, *, sitting_id: int) -> MarkSheet:
    """The sitting as the second person sees it: what they typed themselves, and nothing of the first entry."""
    require(uow, Right.ENTER_MARKS)
    return list_marks(uow, sitting_id=sitting_id, entry=SECOND_ENTRY)


def save_second_mark(
    uow: UnitOfWork, *, candidate_id: int, section_id: int, points: Decimal | None, seen_version: int
) -> MarkRow:
    """Type, change or (``None``) clear the second entry of one mark; one journal entry.

    An equal first entry becomes verified by it. Raises :class:`RuleBroken` for whoever typed the first entry,
    for an absent candidate, and once the two differ; :class:`Conflict` when somebody else was faster.
    """
    require(uow, Right.ENTER_MARKS)
    candidate = find_candidate(uow, candidate_id, hold=True)
    open_sitting(uow, candidate.sitting_id)
    require_second_entry(uow)
    section = find_section(uow, section_id, candidate.sitting_id)
    if points is not None:
        points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
        if candidate.attendance and not Attendance(candidate.attendance).takes_marks:
            raise RuleBroken(_AWAY, paper=paper_name(candidate))
    pair = find_pair(uow, candidate_id, section_id)
    mark = pair.second
    old = mark.points if mark is not None else None
    if old == points:
        return get_mark_row(uow, candidate_id=candidate_id, entry=SECOND_ENTRY)
    if (mark.version if mark is not None else 0) != seen_version:
        raise mark_conflict(mark, points)
    refuse_second(uow, pair)
    mark = write_mark(uow, mark, candidate_id, section_id, points, entry=SECOND_ENTRY)
    details: dict[str, Any] = {"section": section.name, "old": old, "new": points}
    pair = find_pair(uow, candidate_id, section_id)
    if verify_equal(uow, pair):
        details["verified_by"] = mark.entered_by
    uow.session.flush()
    uow.record(journal.MARK_SAVED_AGAIN, paper_name(candidate), **details)
    return get_mark_row(uow, candidate_id=candidate_id, entry=SECOND_ENTRY)


def require_second_entry(uow: UnitOfWork) -> None:
    """Raise :class:`RuleBroken` unless the rules ask for a second entry."""
    if not entered_twice(uow):
        raise RuleBroken(_NOT_TWICE)


def list_differences(uow: UnitOfWork, *, sitting_id: int) -> tuple[DifferenceRow, ...]:
    """Only the marks that two people read differently and nobody has settled, in paper order."""
    require(uow, Right.VERIFY_MARKS)
    if not entered_twice(uow):
        return ()
    step = get_rules(uow).mark_step
    me = (uow.person.account_id, uow.person.name)
    rows: list[DifferenceRow] = []
    for line in uow.session.execute(_disputed(sitting_id)):
        candidate, section, first, second = line[0], line[1], line[2], line[3]
        mine = me in ((first.entered_by_id, first.entered_by), (second.entered_by_id, second.entered_by))
        rows.append(
            DifferenceRow(
                candidate.id, section.id, paper_name(candidate), candidate.room, section.name,
                MarkScale(section.full, step), None if mine else first.points, None if mine else second.points,
                first.entered_by, second.entered_by, first.version, second.version, mine,
            )
        )  # fmt: skip
    return tuple(sorted(rows, key=lambda row: (row.paper, row.section_id)))


def settle_difference(
    uow: UnitOfWork,
    *,
    candidate_id: int,
    section_id: int,
    points: Decimal,
    first_version: int,
    second_version: int,
) -> MarkRow:
    """Say what stands on the paper; the mark is verified then, in the name of the third person.

    ``points`` may be either entry or neither. Raises :class:`RuleBroken` for the two who typed the mark.
    """
    require(uow, Right.VERIFY_MARKS)
    candidate = find_candidate(uow, candidate_id, hold=True)
    open_sitting(uow, candidate.sitting_id)
    section = find_section(uow, section_id, candidate.sitting_id)
    points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
    pair = find_pair(uow, candidate_id, section_id)
    first, second = pair.first, pair.second
    if first is None or second is None or not pair.disputed:
        raise RuleBroken(_NO_DIFFERENCE)
    if (first.version, second.version) != (first_version, second_version):
        raise Conflict(_MOVED)
    if entered_by(first, uow.person) or entered_by(second, uow.person):
        raise RuleBroken(_THIRD_PERSON)
    details: dict[str, Any] = {
        "section": section.name, "first": first.points, "second": second.points, "new": points,
        "first_by": first.entered_by, "second_by": second.entered_by,
    }  # fmt: skip
    first.points = points
    first.verified_by, first.verified_by_id, first.verified_at = uow.person.name, uow.person.account_id, uow.now
    uow.session.flush()
    uow.record(journal.MARK_SETTLED, paper_name(candidate), **details)
    return get_mark_row(uow, candidate_id=candidate_id)


# Inside

_NOT_TWICE = QT_TRANSLATE_NOOP(
    "exam", "The rules of this competition ask for no second entry. The competition office can change that."
)
_AWAY = QT_TRANSLATE_NOOP(
    "exam", "{paper} did not sit the exam, so no mark can stand here. Look whether the number is right."
)
_NO_DIFFERENCE = QT_TRANSLATE_NOOP(
    "exam", "These two entries do not differ any more. Press F5 to see the present state."
)
_MOVED = QT_TRANSLATE_NOOP("exam", "One of the two entries was changed in the meantime. Press F5 and look again.")
_THIRD_PERSON = QT_TRANSLATE_NOOP(
    "exam", "You typed one of these two entries. Somebody who typed neither settles the difference from the paper."
)


def _disputed(sitting_id: int) -> Select[*tuple[Any, ...]]:
    first, second = aliased(WrittenMark), aliased(WrittenMark)
    return (
        select(Candidate, Section, first, second)
        .join(first, and_(first.candidate_id == Candidate.id, first.entry != SECOND_ENTRY))
        .join(
            second,
            and_(
                second.candidate_id == Candidate.id,
                second.section_id == first.section_id,
                second.entry == SECOND_ENTRY,
            ),
        )
        .join(Section, Section.id == first.section_id)
        .where(Candidate.sitting_id == sitting_id, first.verified_by == "", first.points != second.points)
    )
