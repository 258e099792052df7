"""Marks of the written round: entered one by one, verified by another person, averaged per unit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, NotFound, RuleBroken
from exam.rules.marks import Attendance, MarkScale, check_points, show, typed_form
from exam.rules.written import AbsenceRule, Paper, UnitAverage, WrittenRule, paper_total, unit_average
from exam.services.competition import get_rules
from exam.services.mark_pairs import (
    FIRST_ENTRY,
    SECOND_FOR_ALL,
    find_pair,
    refuse_first,
    verify_equal,
)
from exam.services.sittings import SittingRow, find_sitting, get_sitting, list_sittings, open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit
from models.sittings import Candidate, Section, WrittenMark

CHUNK = 500
CLEARS_MARKS = frozenset({Attendance.ABSENT, Attendance.EXCUSED})


class MarkState(StrEnum):
    """How far a candidate's marks are."""

    TO_ENTER = "to_enter"
    ENTERING = "entering"
    TO_VERIFY = "to_verify"
    DONE = "done"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class SectionMark:
    """The mark of one section. ``points`` ``None`` = missing; ``version`` 0 = never entered.

    ``hidden``: a mark stands that this person may not see before two people have read the same.
    ``barred``: this person made the other entry, so this one is for somebody else.
    """

    section_id: int
    points: Decimal | None
    version: int
    entered_by: str = ""
    entered_by_id: int | None = None
    verified_by: str = ""
    hidden: bool = False
    barred: bool = False

    @property
    def stands(self) -> bool:
        """Whether a mark was entered, seen here or not."""
        return self.hidden or self.points is not None


@dataclass(frozen=True, slots=True)
class MarkRow:
    """A candidate with the marks. Name, staff number and unit are empty for people who mark blind.

    While a sitting is sealed, ``sealed_number`` is all that anybody learns: no ticket number, room or seat.
    """

    candidate_id: int
    version: int
    ticket_number: str
    room: str
    seat: str
    staff_number: str
    name: str
    search: str
    unit_id: int
    unit: str
    attendance: Attendance | None
    note: str
    marks: tuple[SectionMark, ...]
    sealed_number: str = ""

    @property
    def paper(self) -> str:
        """The number on the paper: the sealed number once there is one, else the ticket number."""
        return self.sealed_number or self.ticket_number

    @property
    def total(self) -> Decimal | None:
        """The sum of the sections; ``None`` while one is missing."""
        return paper_total([mark.points for mark in self.marks])

    @property
    def state(self) -> MarkState:
        """How far this candidate is. A zeroed paper needs no mark; an absent person is settled."""
        if self.attendance is not None and not self.attendance.takes_marks:
            return MarkState.AWAY
        entered = [mark for mark in self.marks if mark.stands]
        if not entered:
            return MarkState.DONE if self.attendance is Attendance.ZEROED else MarkState.TO_ENTER
        if any(not mark.verified_by for mark in entered):
            full = len(entered) == len(self.marks) or self.attendance is Attendance.ZEROED
            return MarkState.TO_VERIFY if full else MarkState.ENTERING
        settled = len(entered) == len(self.marks) or self.attendance is Attendance.ZEROED
        return MarkState.DONE if settled else MarkState.ENTERING


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """A sitting with all its candidates in paper order. ``twice``: every mark is entered by two people."""

    sitting: SittingRow
    rows: tuple[MarkRow, ...]
    twice: bool = False


@dataclass(frozen=True, slots=True)
class MarkProgress:
    """Seen / expected of a sitting. ``away`` are absent, excused or disqualified."""

    expected: int
    to_enter: int
    entering: int
    to_verify: int
    done: int
    away: int

    @property
    def open(self) -> int:
        """Candidates who still need a mark or a state."""
        return self.to_enter + self.entering

    @property
    def seen(self) -> int:
        """Candidates who have a mark or a state."""
        return self.expected - self.open


@dataclass(frozen=True, slots=True)
class VerifyOutcome:
    """What a verification did: papers verified, papers left because the same person entered them."""

    verified: int
    own: int


@dataclass(frozen=True, slots=True)
class UnitAverageRow:
    """One unit in the all-staff round with its worked average."""

    unit_id: int
    unit_code: str
    unit: str
    result: UnitAverage


# Reading


def list_marks(uow: UnitOfWork, *, sitting_id: int, entry: int = FIRST_ENTRY, reveal: bool = False) -> MarkSheet:
    """Everybody in a sitting with attendance and marks, in the order of ticket numbers.

    While the sitting is sealed: its papers by sealed number, without the people who handed in none.
    Where every mark is entered by two people, nobody who enters sees what others typed before it is
    verified; ``reveal`` is for services that compare.
    """
    sitting = get_sitting(uow, sitting_id=sitting_id)
    query = _candidates(sitting.hides_names).where(Candidate.sitting_id == sitting_id)
    rows = _rows(uow, [part.id for part in sitting.sections], query, entry=entry, reveal=reveal)
    return MarkSheet(sitting, rows, entered_twice(uow))


def entered_twice(uow: UnitOfWork) -> bool:
    """Whether the rules ask for a blind second entry of every mark."""
    return get_rules(uow).second_entry == SECOND_FOR_ALL


def get_progress(uow: UnitOfWork, *, sitting_id: int) -> MarkProgress:
    """How many candidates are seen, verified and open."""
    return count_progress(list_marks(uow, sitting_id=sitting_id).rows)


def count_progress(rows: Sequence[MarkRow]) -> MarkProgress:
    """The same for rows already read."""
    return progress_of([row.state for row in rows])


def progress_of(states: Sequence[MarkState]) -> MarkProgress:
    """Counts of states already known."""
    counts = Counter(states)
    return MarkProgress(
        len(states), counts[MarkState.TO_ENTER], counts[MarkState.ENTERING], counts[MarkState.TO_VERIFY],
        counts[MarkState.DONE], counts[MarkState.AWAY],
    )  # fmt: skip


def list_unit_averages(
    uow: UnitOfWork, *, replaced: Mapping[tuple[int, int], Decimal] | None = None
) -> tuple[UnitAverageRow, ...]:
    """Every unit that had people drawn into a sitting, over all sittings, in the order of the units.

    ``replaced`` are other marks by (candidate, section) to calculate with, to see what they would change.
    """
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    rules = get_rules(uow)
    rule = WrittenRule(AbsenceRule(rules.absence_rule), rules.total_places)
    papers = _papers(uow, replaced)
    units = uow.session.execute(select(Unit.id, Unit.code, Unit.name).order_by(Unit.position, Unit.id))
    return tuple(
        UnitAverageRow(unit_id, code, name, unit_average(papers[unit_id], rule))
        for unit_id, code, name in units
        if unit_id in papers
    )


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
    query = _candidates(sealed).where(Candidate.id == candidate_id)
    return _rows(uow, sections, query, candidate_id, entry)[0]


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


def _candidates(sealed: bool) -> Select[*tuple[Any, ...]]:
    if sealed:
        # Nothing about the person is even read: what is not here cannot be shown by mistake.
        return (
            select(Candidate.id, Candidate.version, Candidate.sealed_number, Candidate.attendance)
            .where(Candidate.sealed_number.is_not(None))
            .order_by(Candidate.sealed_number)
        )
    return (
        select(
            Candidate.id, Candidate.version, Candidate.sealed_number, Candidate.attendance,
            Candidate.ticket_number, Candidate.room, Candidate.seat,
            Candidate.attendance_note, Candidate.unit_id, Unit.name.label("unit"),
            Staff.staff_number, Staff.name, Staff.name_key, Staff.initials,
        )
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Unit, Unit.id == Candidate.unit_id)
        .order_by(Candidate.ticket_number, Candidate.id)
    )  # fmt: skip


def _marks(
    uow: UnitOfWork, sections: Sequence[int], candidate_id: int | None, entry: int, reveal: bool
) -> dict[tuple[int, int], SectionMark]:
    """Marks of one entry by candidate and section, as this person may see them."""
    found = select(
        WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.points, WrittenMark.version,
        WrittenMark.entered_by, WrittenMark.entered_by_id, WrittenMark.verified_by, WrittenMark.entry,
    )  # fmt: skip
    if candidate_id is not None:
        found = found.where(WrittenMark.candidate_id == candidate_id)
    else:
        found = found.where(WrittenMark.section_id.in_(sections))
    if not entered_twice(uow):
        found = found.where(WrittenMark.entry == entry)
        return {(line[0], line[1]): SectionMark(*line[1:-1]) for line in uow.session.execute(found)}
    blind = uow.person.may(Right.ENTER_MARKS) and not reveal
    me = (uow.person.account_id, uow.person.name)
    marks: dict[tuple[int, int], SectionMark] = {}
    barred: set[tuple[int, int]] = set()
    settled: set[tuple[int, int]] = set()
    for line in uow.session.execute(found):
        place, mine = (line[0], line[1]), (line[5], line[4]) == me
        if line.entry == FIRST_ENTRY and line.verified_by:
            settled.add(place)
        if line.entry == entry:
            marks[place] = SectionMark(*line[1:-1], hidden=blind and line.points is not None and not mine)
        elif mine and line.points is not None:
            barred.add(place)
    for place in barred | {place for place, mark in marks.items() if mark.hidden}:
        mark = marks.get(place) or SectionMark(place[1], None, 0)
        hidden = mark.hidden and place not in settled
        points = None if hidden else mark.points
        marks[place] = replace(mark, points=points, hidden=hidden, barred=place in barred)
    return marks


def _rows(
    uow: UnitOfWork,
    sections: Sequence[int],
    query: Select[*tuple[Any, ...]],
    candidate_id: int | None = None,
    entry: int = FIRST_ENTRY,
    reveal: bool = False,
) -> tuple[MarkRow, ...]:
    marks = _marks(uow, sections, candidate_id, entry, reveal)
    empty = [SectionMark(section_id, None, 0) for section_id in sections]
    named = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    rows: list[MarkRow] = []
    found = uow.session.execute(query)
    sealed = "ticket_number" not in found.keys()  # noqa: SIM118
    for line in found:
        own = tuple(marks.get((line.id, blank.section_id), blank) for blank in empty)
        if sealed:
            number, state = line.sealed_number, Attendance(line.attendance) if line.attendance else None
            rows.append(MarkRow(line.id, line.version, "", "", "", "", "", number, 0, "", state, "", own, number))
            continue
        search = f"{line.staff_number} {line.name} {line.unit} {line.name_key} {line.initials}" if named else ""
        rows.append(
            MarkRow(
                line.id, line.version, line.ticket_number, line.room, line.seat,
                line.staff_number if named else "", line.name if named else "",
                f"{line.ticket_number} {line.seat} {line.sealed_number or ''} {search}".casefold(),
                line.unit_id if named else 0, line.unit if named else "",
                Attendance(line.attendance) if line.attendance else None, line.attendance_note, own,
                line.sealed_number or "",
            )
        )  # fmt: skip
    return tuple(rows)


def _papers(uow: UnitOfWork, replaced: Mapping[tuple[int, int], Decimal] | None = None) -> dict[int, list[Paper]]:
    """Every candidate's paper by unit, from plain columns."""
    other = replaced or {}
    sections: dict[int, int] = {}
    for (sitting_id,) in uow.session.execute(select(Section.sitting_id)):
        sections[sitting_id] = sections.get(sitting_id, 0) + 1
    marks: dict[int, list[Decimal]] = {}
    query = select(WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.points).where(
        WrittenMark.entry == FIRST_ENTRY, WrittenMark.points.is_not(None)
    )
    for candidate_id, section_id, points in uow.session.execute(query):
        if points is not None:
            marks.setdefault(candidate_id, []).append(other.get((candidate_id, section_id), points))
    papers: dict[int, list[Paper]] = {}
    columns = (Candidate.id, Candidate.unit_id, Candidate.sitting_id, Candidate.attendance)
    hidden = {row.id for row in list_sittings(uow) if row.hides_names}
    for candidate_id, unit_id, sitting_id, state in uow.session.execute(select(*columns)):
        # A sealed paper belongs to nobody yet: its mark is missing until the seals are opened.
        own = [] if sitting_id in hidden else marks.get(candidate_id, [])
        total = paper_total(own) if len(own) == sections.get(sitting_id, 0) else None
        papers.setdefault(unit_id, []).append(Paper(total, Attendance(state) if state else None))
    return papers


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
