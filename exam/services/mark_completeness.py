"""What is seen of what is expected, per room, section and recorder, and the queue of marks not yet verified."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from sqlalchemy import func, select

from exam.access import Right, require
from exam.rules.marks import Attendance
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.mark_rows import entered_twice
from exam.services.sittings import get_sitting
from exam.unit_of_work import UnitOfWork
from models.sittings import Candidate, WrittenMark


class Group(StrEnum):
    """What a line of the table stands for."""

    ROOM = "room"
    SECTION = "section"
    RECORDER = "recorder"


@dataclass(frozen=True, slots=True)
class CompletenessRow:
    """Marks (not papers) of one room, section or recorder.

    ``expected`` is ``None`` for a recorder, who has no share. ``again`` counts second entries, ``verified`` the
    marks of this line that two people stand for; for a recorder, those that they verified for others.
    """

    group: Group
    name: str
    expected: int | None
    entered: int
    again: int
    verified: int

    @property
    def complete(self) -> bool:
        """Whether nothing is left to do here."""
        return self.expected is not None and self.entered == self.verified == self.expected


class WaitsFor(StrEnum):
    """Who comes next for a mark that is entered and not verified."""

    VERIFICATION = "verification"
    SECOND_ENTRY = "second_entry"
    THIRD_PERSON = "third_person"


@dataclass(frozen=True, slots=True)
class WaitingRow:
    """A mark that is entered and not yet verified. ``paper``: sealed number or ticket number."""

    candidate_id: int
    section_id: int
    paper: str
    section: str
    entered_by: str
    entered_at: datetime
    again_by: str
    waits_for: WaitsFor


@dataclass(frozen=True, slots=True)
class Completeness:
    """Everything of one sitting. Marks expected, entered, verified, and who or what is behind."""

    twice: bool
    rows: tuple[CompletenessRow, ...]
    waiting: tuple[WaitingRow, ...]


@dataclass(slots=True)
class _Count:
    expected: int = 0
    entered: int = 0
    again: int = 0
    verified: int = 0


@dataclass(slots=True)
class _Counts:
    rooms: dict[str, _Count] = field(default_factory=dict[str, _Count])
    sections: dict[int, _Count] = field(default_factory=dict[int, _Count])
    recorders: dict[str, _Count] = field(default_factory=dict[str, _Count])


def get_completeness(uow: UnitOfWork, *, sitting_id: int) -> Completeness:
    """Seen / expected of a sitting and the queue of what is not verified, in paper order.

    Absent, excused and disqualified candidates expect no mark; a paper zeroed for cheating needs none.
    """
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.VERIFY_MARKS)
    sitting = get_sitting(uow, sitting_id=sitting_id)
    names = {part.id: part.name for part in sitting.sections}
    marks, again = _stored(uow, list(names))
    counts = _Counts(sections={section: _Count() for section in names})
    waiting: list[WaitingRow] = []
    twice = entered_twice(uow)
    paper = func.coalesce(Candidate.sealed_number, Candidate.ticket_number)
    query = (
        select(Candidate.id, paper.label("paper"), Candidate.room, Candidate.attendance)
        .where(Candidate.sitting_id == sitting_id)
        .order_by(paper)
    )
    for line in uow.session.execute(query):
        state = Attendance(line.attendance) if line.attendance else None
        if state is not None and not state.takes_marks:
            continue
        room = counts.rooms.setdefault(line.room, _Count())
        for section_id, name in names.items():
            mark, second = marks.get((line.id, section_id)), again.get((line.id, section_id))
            if mark is None and state is Attendance.ZEROED:
                continue
            _count(room, counts.sections[section_id], mark, second)
            if mark is not None and not mark.verified_by:
                waiting.append(
                    WaitingRow(
                        line.id, section_id, line.paper, name, mark.entered_by, mark.entered_at,
                        second.entered_by if second is not None else "", _waits_for(twice, second),
                    )
                )  # fmt: skip
    _count_people(counts.recorders, marks, again)
    return Completeness(twice, _lines(counts, names), tuple(waiting))


# Inside


@dataclass(frozen=True, slots=True)
class _Stored:
    entered_by: str
    entered_at: datetime
    verified_by: str


_Marks = dict[tuple[int, int], _Stored]


def _stored(uow: UnitOfWork, sections: list[int]) -> tuple[_Marks, _Marks]:
    """First and second entries that stand, without their values."""
    found: tuple[_Marks, _Marks] = ({}, {})
    query = select(
        WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.entry, WrittenMark.entered_by,
        WrittenMark.entered_at, WrittenMark.verified_by,
    ).where(WrittenMark.section_id.in_(sections), WrittenMark.points.is_not(None))  # fmt: skip
    for line in uow.session.execute(query):
        entries = found[0] if line.entry == FIRST_ENTRY else found[1]
        entries[line.candidate_id, line.section_id] = _Stored(line.entered_by, line.entered_at, line.verified_by)
    return found


def _count(room: _Count, section: _Count, mark: _Stored | None, second: _Stored | None) -> None:
    for count in (room, section):
        count.expected += 1
        count.entered += mark is not None
        count.again += second is not None
        count.verified += mark is not None and bool(mark.verified_by)


def _count_people(people: dict[str, _Count], marks: _Marks, again: _Marks) -> None:
    for mark in marks.values():
        people.setdefault(mark.entered_by, _Count()).entered += 1
        if mark.verified_by:
            people.setdefault(mark.verified_by, _Count()).verified += 1
    for mark in again.values():
        people.setdefault(mark.entered_by, _Count()).again += 1


def _waits_for(twice: bool, second: _Stored | None) -> WaitsFor:
    if not twice:
        return WaitsFor.VERIFICATION
    return WaitsFor.SECOND_ENTRY if second is None else WaitsFor.THIRD_PERSON


def _lines(counts: _Counts, names: dict[int, str]) -> tuple[CompletenessRow, ...]:
    lines = [_line(Group.SECTION, names[section], count) for section, count in counts.sections.items()]
    if set(counts.rooms) != {""}:
        lines += [_line(Group.ROOM, room, counts.rooms[room]) for room in sorted(counts.rooms)]
    lines += [
        CompletenessRow(Group.RECORDER, name, None, count.entered, count.again, count.verified)
        for name, count in sorted(counts.recorders.items())
    ]
    return tuple(lines)


def _line(group: Group, name: str, count: _Count) -> CompletenessRow:
    return CompletenessRow(group, name, count.expected, count.entered, count.again, count.verified)
