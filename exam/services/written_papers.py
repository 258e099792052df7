"""The marked papers of locked sittings, from plain columns: what recheck, corrections and results start from.

A paper has a *code*: the sealed number where the sitting was sealed, else the ticket number. Names are
added only for people who may see them, and never in a sitting that is sealed and not opened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam.access import Right
from exam.errors import RuleBroken
from exam.rules.marks import Attendance
from exam.rules.written import Paper, counting_mark, paper_total
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.sittings import LOCKED, find_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit
from models.sittings import Candidate, Section, Sitting, WrittenMark

Replaced = Mapping[tuple[int, int], Decimal]
"""Other marks to calculate with, by candidate and section."""


@dataclass(frozen=True, slots=True)
class PaperRow:
    """One candidate of a locked sitting. ``marks`` follow the sections; ``total`` is what the paper counts.

    Name, staff number, unit and (in a sealed sitting) the ticket number are empty for people who see codes.
    """

    candidate_id: int
    sitting_id: int
    code: str
    ticket_number: str
    staff_number: str
    name: str
    initials: str
    unit_id: int
    unit_code: str
    unit: str
    attendance: Attendance | None
    sections: tuple[int, ...]
    marks: tuple[Decimal | None, ...]
    total: Decimal | None

    @property
    def was_marked(self) -> bool:
        """Whether a complete marked paper exists that counts what was marked."""
        takes = self.attendance is not None and self.attendance.takes_marks
        return takes and self.attendance is not Attendance.ZEROED and None not in self.marks and bool(self.marks)

    @property
    def who(self) -> str:
        """The person as far as they may be shown: name, else the code."""
        return self.name or self.code


def is_sealed(sitting: Sitting) -> bool:
    """Whether candidates of this sitting still stand behind sealed numbers."""
    return sitting.sealed_at is not None and sitting.opened_at is None


def locked_sitting(uow: UnitOfWork, sitting_id: int, *, hold: str = "") -> Sitting:
    """The sitting, if its marks are locked; :class:`RuleBroken` else. ``hold`` as in ``find_sitting``."""
    sitting = find_sitting(uow, sitting_id, hold=hold)
    if sitting.state != LOCKED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The marks of {sitting} are not locked yet. Lock them first: until then they are mended there."
            ),
            sitting=sitting.name,
        )
    return sitting


def list_papers(
    uow: UnitOfWork, *, sitting_id: int | None = None, replaced: Replaced | None = None
) -> tuple[PaperRow, ...]:
    """Everybody in the locked sittings (or one of them), in the order of codes."""
    sittings = {
        row.id: row
        for row in uow.session.scalars(select(Sitting).where(Sitting.state == LOCKED).order_by(Sitting.id))
        if sitting_id in (None, row.id)
    }
    sections: dict[int, list[int]] = {}
    query = select(Section.sitting_id, Section.id).order_by(Section.sitting_id, Section.position)
    for owner, section_id in uow.session.execute(query):
        sections.setdefault(owner, []).append(section_id)
    marks = _marks(uow, sitting_id)
    marks.update(replaced or {})
    people = select(
        Candidate.id, Candidate.sitting_id, Candidate.ticket_number, Candidate.sealed_number, Candidate.attendance,
        Candidate.unit_id, Unit.code, Unit.name.label("unit"), Staff.staff_number, Staff.name, Staff.name_key,
        Staff.initials,
    ).join(Staff, Staff.id == Candidate.staff_id).join(Unit, Unit.id == Candidate.unit_id)  # fmt: skip
    if sitting_id is not None:
        people = people.where(Candidate.sitting_id == sitting_id)
    may_name = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    found: list[PaperRow] = []
    for line in uow.session.execute(people):
        sitting = sittings.get(line.sitting_id)
        if sitting is None:
            continue
        sealed = is_sealed(sitting)
        named = may_name and not sealed
        own = tuple(sections.get(line.sitting_id, ()))
        points = tuple(marks.get((line.id, section_id)) for section_id in own)
        state = Attendance(line.attendance) if line.attendance else None
        found.append(
            PaperRow(
                line.id, line.sitting_id, line.sealed_number or line.ticket_number,
                "" if sealed else line.ticket_number, line.staff_number if named else "", line.name if named else "",
                f"{line.name_key} {line.initials}" if named else "", line.unit_id if named else 0,
                line.code if named else "", line.unit if named else "", state, own, points,
                counting_mark(Paper(paper_total(points), state)),
            )
        )  # fmt: skip
    return tuple(sorted(found, key=lambda row: (row.sitting_id, row.code)))


def _marks(uow: UnitOfWork, sitting_id: int | None) -> dict[tuple[int, int], Decimal | None]:
    query = select(WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.points).where(
        WrittenMark.entry == FIRST_ENTRY
    )
    if sitting_id is not None:
        query = query.join(Section, Section.id == WrittenMark.section_id).where(Section.sitting_id == sitting_id)
    return {(candidate, section): points for candidate, section, points in uow.session.execute(query)}
