"""The marked papers of locked sittings, from plain columns: what recheck, corrections and results start from.

A paper has a *code*: the sealed number where the sitting was sealed, else the ticket number. Names are
added only for people who may see them, and never in a sitting that is sealed and not opened.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from operator import attrgetter

from sqlalchemy import or_, select

from exam.access import Right
from exam.errors import RuleBroken
from exam.rules.marks import SEALED_STATES, STATES, Attendance
from exam.rules.ranking import competition_ranks
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
    uow: UnitOfWork, *, sitting_id: int | None = None, candidate_ids: Collection[int] | None = None
) -> tuple[PaperRow, ...]:
    """Everybody in the locked sittings (of one of them, or only some candidates), in the order of codes."""
    may_name = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    found: list[PaperRow] = []
    for sitting in uow.session.scalars(select(Sitting).where(Sitting.state == LOCKED).order_by(Sitting.id)):
        if sitting_id in (None, sitting.id):
            papers = _of_sitting(uow, sitting, may_name and not is_sealed(sitting), candidate_ids)
            found += sorted(papers, key=attrgetter("code"))
    return tuple(found)


def find_candidates(uow: UnitOfWork, number: str) -> list[int]:
    """Candidates with this sealed number or ticket number; which of the two is known is the caller's to ask."""
    found = select(Candidate.id).where(or_(Candidate.sealed_number == number, Candidate.ticket_number == number))
    return list(uow.session.scalars(found))


def with_marks(paper: PaperRow, replaced: Replaced) -> PaperRow:
    """The paper with other marks, and what it counts then."""
    pairs = zip(paper.sections, paper.marks, strict=True)
    points = tuple(replaced.get((paper.candidate_id, section), old) for section, old in pairs)
    total = counting_mark(Paper(paper_total(points), paper.attendance))
    return replace(paper, marks=points, total=total)


def places_of(totals: Sequence[Decimal | None]) -> list[int | None]:
    """The place of each total, 1, 2, 2, 4; ``None`` where there is no total."""
    places = iter(competition_ranks([(total,) for total in totals if total is not None]))
    return [None if total is None else next(places) for total in totals]


# Inside

def _of_sitting(
    uow: UnitOfWork, sitting: Sitting, named: bool, candidate_ids: Collection[int] | None
) -> list[PaperRow]:
    """The papers of one sitting in no order, from plain columns: there are up to 20,000."""
    sections = tuple(
        uow.session.scalars(select(Section.id).where(Section.sitting_id == sitting.id).order_by(Section.position))
    )
    people = (
        select(
            Candidate.id, Candidate.ticket_number, Candidate.sealed_number, Candidate.attendance, Candidate.unit_id,
            Unit.code, Unit.name.label("unit"), Staff.staff_number, Staff.name, Staff.name_key, Staff.initials,
        )
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Unit, Unit.id == Candidate.unit_id)
        .where(Candidate.sitting_id == sitting.id)
    )  # fmt: skip
    marks = _marks(uow, sections, candidate_ids)
    if candidate_ids is not None:
        people = people.where(Candidate.id.in_(candidate_ids))
    sealed = is_sealed(sitting)
    states = SEALED_STATES if sealed else STATES
    found: list[PaperRow] = []
    for line in uow.session.execute(people):
        key, ticket, number, attendance, unit_id, unit_code, unit, staff_number, name, name_key, initials = line
        state = states[attendance]
        points = tuple([marks.get((key, section)) for section in sections])
        total = counting_mark(Paper(paper_total(points), state))
        code, shown = number or ticket, "" if sealed else ticket
        if named:
            found.append(
                PaperRow(
                    key, sitting.id, code, shown, staff_number, name, f"{name_key} {initials}", unit_id, unit_code,
                    unit, state, sections, points, total,
                )
            )  # fmt: skip
        else:
            found.append(
                PaperRow(key, sitting.id, code, shown, "", "", "", 0, "", "", state, sections, points, total)
            )
    return found


def _marks(
    uow: UnitOfWork, sections: Sequence[int], candidate_ids: Collection[int] | None
) -> dict[tuple[int, int], Decimal | None]:
    query = select(WrittenMark.candidate_id, WrittenMark.section_id, WrittenMark.points).where(
        WrittenMark.entry == FIRST_ENTRY, WrittenMark.section_id.in_(sections)
    )
    if candidate_ids is not None:
        query = query.where(WrittenMark.candidate_id.in_(candidate_ids))
    return {(candidate, section): points for candidate, section, points in uow.session.execute(query)}
