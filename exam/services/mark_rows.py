"""Candidates with their marks as rows: what a person at the desk may see of them, from plain columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, select

from exam.access import Right
from exam.rules.marks import SEALED_STATES, STATES, Attendance
from exam.rules.written import paper_total
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY, SECOND_FOR_ALL
from exam.services.sittings import SittingRow
from exam.unit_of_work import UnitOfWork
from models.people import Staff, Unit
from models.sittings import Candidate, WrittenMark


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
        entered = verified = 0
        for mark in self.marks:
            if mark.stands:
                entered += 1
                verified += bool(mark.verified_by)
        if (not entered or entered < len(self.marks)) and self.attendance is not Attendance.ZEROED:
            return MarkState.ENTERING if entered else MarkState.TO_ENTER
        return MarkState.DONE if verified == entered else MarkState.TO_VERIFY


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


def count_progress(rows: Sequence[MarkRow]) -> MarkProgress:
    """Seen / expected of rows already read."""
    return progress_of(Counter(row.state for row in rows))


def progress_of(counts: Counter[MarkState]) -> MarkProgress:
    """The same from how many candidates are in each state."""
    return MarkProgress(
        counts.total(), counts[MarkState.TO_ENTER], counts[MarkState.ENTERING], counts[MarkState.TO_VERIFY],
        counts[MarkState.DONE], counts[MarkState.AWAY],
    )  # fmt: skip


def entered_twice(uow: UnitOfWork) -> bool:
    """Whether the rules ask for a blind second entry of every mark."""
    return get_rules(uow).second_entry == SECOND_FOR_ALL


SEALED_COLUMNS = 4


def candidates_query(sealed: bool) -> Select[*tuple[Any, ...]]:
    """Candidates in paper order: with the person, or (``sealed``) the first :data:`SEALED_COLUMNS` alone."""
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


def read_rows(
    uow: UnitOfWork,
    sections: Sequence[int],
    query: Select[*tuple[Any, ...]],
    candidate_id: int | None = None,
    entry: int = FIRST_ENTRY,
    reveal: bool = False,
) -> tuple[MarkRow, ...]:
    """The rows of a :func:`candidates_query` with their marks, in its order."""
    marks = _marks(uow, sections, candidate_id, entry, reveal)
    blanks = {section_id: SectionMark(section_id, None, 0) for section_id in sections}
    named = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    rows: list[MarkRow] = []
    found = uow.session.execute(query)
    sealed = len(found.keys()) == SEALED_COLUMNS
    states = SEALED_STATES if sealed else STATES
    # Unpacked, not asked by name: a sitting has up to 20,000 lines.
    for key, version, number, attendance, *person in found:
        own = tuple([marks.get((key, section), blank) for section, blank in blanks.items()])
        state = states[attendance]
        if sealed:
            rows.append(MarkRow(key, version, "", "", "", "", "", number, 0, "", state, "", own, number))
            continue
        ticket, room, seat, note, unit_id, unit, staff_number, name, name_key, initials = person
        search = f"{ticket} {seat} {number or ''} "
        if named:
            search += f"{staff_number} {name} {unit} {name_key} {initials}"
        else:
            staff_number, name, unit_id, unit = "", "", 0, ""
        rows.append(
            MarkRow(
                key, version, ticket, room, seat, staff_number, name, search.casefold(), unit_id, unit, state, note,
                own, number or "",
            )
        )  # fmt: skip
    return tuple(rows)
