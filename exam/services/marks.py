"""Marks of the written round: entered one by one and verified by another person."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, NotFound, RuleBroken
from exam.rules.marks import SEALED_STATES, STATES, Attendance, MarkScale, check_points, show, typed_form
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY, find_pair, refuse_first, verify_equal
from exam.services.mark_rows import (
    MarkProgress,
    MarkRow,
    MarkSheet,
    candidates_query,
    count_progress,
    entered_twice,
    read_rows,
)
from exam.services.sittings import find_sitting, get_sitting, open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.sittings import Candidate, Section, WrittenMark

CHUNK = 500
CLEARS_MARKS = frozenset({Attendance.ABSENT, Attendance.EXCUSED})


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What a verification did: papers verified, papers left because the same person entered them."""

    verified: int
    own: int


# Reading


def list_marks(uow: UnitOfWork, *, sitting_id: int, entry: int = FIRST_ENTRY, reveal: bool = False) -> MarkSheet:
    """Everybody in a sitting with attendance and marks, in the order of ticket numbers.

    While the sitting is sealed: its papers by sealed number, without the people who handed in none.
    Where every mark is entered by two people, nobody who enters sees what others typed before it is
    verified; ``reveal`` is for services that compare.
    """
    sitting = get_sitting(uow, sitting_id=sitting_id)
    query = candidates_query(sitting.hides_names).where(Candidate.sitting_id == sitting_id)
    rows = read_rows(uow, [part.id for part in sitting.sections], query, entry=entry, reveal=reveal)
    return MarkSheet(sitting, rows, entered_twice(uow))


def get_progress(uow: UnitOfWork, *, sitting_id: int) -> MarkProgress:
    """How many candidates are seen, verified and open."""
    return count_progress(list_marks(uow, sitting_id=sitting_id).rows)



# Entering


def save_mark(
    uow: UnitOfWork, *, candidate_id: int, section_id: int, points: Decimal | None, seen_version: int
) -> MarkRow:
    """Enter, change or (``None``) clear one mark; one journal entry.

    A mark makes an absent or unknown candidate present; clearing the last mark of somebody absent makes the
    state unknown again. Saving the value that stands there does nothing. A changed mark must be verified
    anew. Raises :class:`Conflict` with ``mine`` and ``theirs`` when somebody else was faster.
    """
    require(uow, Right.ENTER_MARKS)
    candidate = find_candidate(uow, candidate_id, hold=True)
    open_sitting(uow, candidate.sitting_id)
    section = find_section(uow, section_id, candidate.sitting_id)
    if points is not None:
        points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
    pair = find_pair(uow, candidate_id, section_id)
    mark = pair.first
    old = mark.points if mark is not None else None
    state = _implied_attendance(candidate, points, old)
    if old == points and state == candidate.attendance:
        return get_mark_row(uow, candidate_id=candidate_id)
    if (mark.version if mark is not None else 0) != seen_version:
        raise mark_conflict(mark, points)
    details: dict[str, Any] = {"section": section.name, "old": old, "new": points}
    if old != points:
        twice = entered_twice(uow)
        if twice:
            refuse_first(uow, pair)
        mark = write_mark(uow, mark, candidate_id, section_id, points)
        if twice and verify_equal(uow, replace(pair, first=mark)):
            details["verified_by"] = mark.verified_by
    if state != candidate.attendance:
        details["attendance"] = [candidate.attendance, state]
        candidate.attendance = state
    uow.session.flush()
    uow.record(journal.MARK_SAVED, paper_name(candidate), **details)
    return get_mark_row(uow, candidate_id=candidate_id)


def set_attendance(
    uow: UnitOfWork, *, candidate_id: int, attendance: Attendance | None, seen_version: int, note: str | None = None
) -> MarkRow:
    """Say how a candidate took part; ``None`` = not known. ``note`` ``None`` leaves the note as it is.

    Marks of somebody absent or excused are taken out; their values stay in the journal. A disqualified
    candidate's marks stay and do not count.
    """
    require(uow, Right.ENTER_MARKS)
    candidate = find_candidate(uow, candidate_id, hold=True)
    sitting = open_sitting(uow, candidate.sitting_id)
    if sitting.sealed_at is not None and not (attendance is not None and attendance.sat):
        raise RuleBroken(_HANDED_IN, paper=paper_name(candidate))
    if sitting.sealed_at is not None and sitting.opened_at is None:
        if attendance is SEALED_STATES[candidate.attendance]:
            return get_mark_row(uow, candidate_id=candidate_id)
        if not may_change_sealed(uow, candidate.attendance, attendance):
            raise RuleBroken(SEALED_STATE, paper=paper_name(candidate))
    value = attendance.value if attendance is not None else ""
    remark = candidate.attendance_note if note is None else note.strip()
    if (candidate.attendance, candidate.attendance_note) == (value, remark):
        return get_mark_row(uow, candidate_id=candidate_id)
    if candidate.version != seen_version:
        raise _attendance_conflict(candidate, attendance)
    details: dict[str, Any] = {"old": candidate.attendance, "new": value}
    if remark != candidate.attendance_note:
        details["note"] = remark
    candidate.attendance, candidate.attendance_note = value, remark
    if attendance in CLEARS_MARKS:
        cleared = _clear_marks(uow, candidate_id)
        if cleared:
            details["cleared"] = cleared
    uow.session.flush()
    uow.record(journal.ATTENDANCE_SET, paper_name(candidate), **details)
    return get_mark_row(uow, candidate_id=candidate_id)


def verify_marks(uow: UnitOfWork, *, sitting_id: int, candidate_ids: Collection[int] | None = None) -> VerifyOutcome:
    """Confirm the entered marks of a sitting (or of some candidates) against the papers.

    Who entered a mark cannot verify it: such papers are left and counted. Raises :class:`RuleBroken` when
    nothing can be verified.
    """
    require(uow, Right.VERIFY_MARKS)
    sitting = open_sitting(uow, sitting_id)
    if entered_twice(uow):
        raise RuleBroken(_TYPED_TWICE)
    chosen = None if candidate_ids is None else set(candidate_ids)
    waiting = uow.session.execute(
        select(
            WrittenMark.id, WrittenMark.version, WrittenMark.candidate_id, WrittenMark.entered_by,
            WrittenMark.entered_by_id, WrittenMark.points,
            func.coalesce(Candidate.sealed_number, Candidate.ticket_number).label("paper"),
        )
        .join(Candidate, Candidate.id == WrittenMark.candidate_id)
        .where(
            Candidate.sitting_id == sitting_id, WrittenMark.verified_by == "",
            WrittenMark.points.is_not(None), WrittenMark.entry == FIRST_ENTRY,
        )
        .order_by(Candidate.ticket_number)
        # Held until the commit: a mark changed by somebody else meanwhile is never verified unseen.
        .with_for_update(of=WrittenMark)
    ).all()  # fmt: skip
    waiting = [row for row in waiting if chosen is None or row.candidate_id in chosen]
    me = (uow.person.account_id, uow.person.name)
    others = [row for row in waiting if (row.entered_by_id, row.entered_by) != me]
    if not others:
        raise RuleBroken(_NOTHING_TO_VERIFY if not waiting else _OWN_MARKS)
    ids = [row.id for row in others]
    for start in range(0, len(ids), CHUNK):
        uow.session.execute(
            update(WrittenMark)
            .where(WrittenMark.id.in_(ids[start : start + CHUNK]))
            .values(
                verified_by=uow.person.name,
                verified_by_id=uow.person.account_id,
                verified_at=uow.now,
                version=WrittenMark.version + 1,
            )
            .execution_options(synchronize_session=False)
        )
    uow.session.expire_all()
    uow.record(journal.MARKS_VERIFIED, sitting.name, marks=[[row.paper, show(row.points)] for row in others])
    verified = {row.candidate_id for row in others}
    return VerifyOutcome(len(verified), len({row.candidate_id for row in waiting} - verified))


def get_mark_row(uow: UnitOfWork, *, candidate_id: int, entry: int = FIRST_ENTRY) -> MarkRow:
    """One candidate as it stands now."""
    candidate = find_candidate(uow, candidate_id)
    sections = uow.session.scalars(
        select(Section.id).where(Section.sitting_id == candidate.sitting_id).order_by(Section.position)
    ).all()
    sitting = find_sitting(uow, candidate.sitting_id)
    sealed = sitting.sealed_at is not None and sitting.opened_at is None
    query = candidates_query(sealed).where(Candidate.id == candidate_id)
    return read_rows(uow, sections, query, candidate_id, entry)[0]


def may_change_sealed(uow: UnitOfWork, old: str, new: Attendance | None) -> bool:
    """Whether the state of a sealed paper may become ``new``: only to or from zeroed, and only by the office.

    The sign-in tells states by name: whoever could change one by sealed number would read there whose paper it is.
    """
    zeroed = Attendance.ZEROED in (new, STATES[old])
    return zeroed and uow.person.may(Right.MANAGE_WRITTEN)


SEALED_STATE = QT_TRANSLATE_NOOP(
    "exam",
    "While the papers are sealed, a state cannot be changed by sealed number: the sign-in would say whose paper it is. "
    "Only the competition office can zero paper {paper}.",
)


# Inside

_NOTHING_TO_VERIFY = QT_TRANSLATE_NOOP("exam", "No mark waits for verification here.")
_OWN_MARKS = QT_TRANSLATE_NOOP(
    "exam", "These marks were entered by you. Somebody else verifies them against the papers."
)
_HANDED_IN = QT_TRANSLATE_NOOP(
    "exam", "Paper {paper} was handed in and sealed, so its candidate sat the exam. Look whether the number is right."
)
_TYPED_TWICE = QT_TRANSLATE_NOOP(
    "exam",
    "In this competition every mark is verified by a second entry. Let another person type the marks again.",
)


def find_candidate(uow: UnitOfWork, candidate_id: int, *, hold: bool = False) -> Candidate:
    """The stored candidate, for services.

    ``hold`` keeps others from this candidate until the commit, so that the slower one sees both values.
    """
    candidate = uow.session.get(Candidate, candidate_id, with_for_update=hold or None)
    if candidate is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "This candidate is no longer in the sitting. Press F5 to see the present state.")
        )
    return candidate


def paper_name(candidate: Candidate) -> str:
    """What the paper of this candidate is called: the sealed number once there is one, else the ticket number.

    A mark is never written into the journal beside the ticket number of a sealed paper.
    """
    return candidate.sealed_number or candidate.ticket_number


def find_section(uow: UnitOfWork, section_id: int, sitting_id: int) -> Section:
    """The stored section of this sitting, for services."""
    section = uow.session.get(Section, section_id)
    if section is None or section.sitting_id != sitting_id:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "The sections of the paper were changed. Press F5 to see the present state.")
        )
    return section


def _implied_attendance(candidate: Candidate, points: Decimal | None, old: Decimal | None) -> str:
    """The state that a mark brings with it."""
    state = Attendance(candidate.attendance) if candidate.attendance else None
    if points is not None:
        return candidate.attendance if state is not None and state.takes_marks else Attendance.PRESENT.value
    away = state is not None and not state.takes_marks
    return "" if away and old is None else candidate.attendance


def write_mark(
    uow: UnitOfWork,
    mark: WrittenMark | None,
    candidate_id: int,
    section_id: int,
    points: Decimal | None,
    entry: int = FIRST_ENTRY,
) -> WrittenMark:
    """Put a value into a stored mark, or make one; it is no longer verified. For services, no journal."""
    if mark is None:
        mark = WrittenMark(candidate_id=candidate_id, section_id=section_id, entry=entry)
        uow.session.add(mark)
    mark.points = points
    mark.entered_by, mark.entered_by_id, mark.entered_at = uow.person.name, uow.person.account_id, uow.now
    mark.verified_by, mark.verified_by_id, mark.verified_at = "", None, None
    return mark


def _clear_marks(uow: UnitOfWork, candidate_id: int) -> list[str]:
    cleared: list[str] = []
    for mark in uow.session.scalars(select(WrittenMark).where(WrittenMark.candidate_id == candidate_id)):
        if mark.points is not None:
            cleared.append(show(mark.points))
            write_mark(uow, mark, candidate_id, mark.section_id, None)
    return cleared


def mark_conflict(mark: WrittenMark | None, mine: Decimal | None) -> Conflict:
    """Somebody else was faster; ``params`` hold both values."""
    theirs = "" if mark is None or mark.points is None else show(mark.points)
    return Conflict(
        QT_TRANSLATE_NOOP("exam", "{by} saved {theirs} here in the meantime; you typed {mine}. Look at the paper."),
        by=mark.entered_by if mark is not None else "",
        theirs=theirs or "—",
        mine="—" if mine is None else show(mine),
    )


def _attendance_conflict(candidate: Candidate, mine: Attendance | None) -> Conflict:
    theirs = typed_form(Attendance(candidate.attendance)) if candidate.attendance else "—"
    return Conflict(
        QT_TRANSLATE_NOOP(
            "exam", "The state of {ticket} was set to {theirs} in the meantime; you typed {mine}. Look at the paper."
        ),
        ticket=paper_name(candidate),
        theirs=theirs,
        mine="—" if mine is None else typed_form(mine),
    )
