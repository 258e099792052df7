"""Sittings of the written round: made from the drawn people, kept in step with the strikes of the draw."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import delete, func, insert, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.marks import MarkScale, show
from exam.rules.stages import Stage
from exam.services.competition import check_version, get_competition, get_rules, require_open
from exam.services.waiting import SITS, list_waiting, people_without_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.draws import Pick
from models.sittings import Candidate, Section, SectionKey, Sitting, WrittenMark

OPEN, LOCKED = "open", "locked"

_SITTING_NAME = QT_TRANSLATE_NOOP("exam", "Written exam {number}")
_SECTION_NAME = QT_TRANSLATE_NOOP("exam", "Written mark")


@dataclass(frozen=True, slots=True)
class SectionRow:
    """A part of the paper with the marks it takes."""

    id: int
    name: str
    scale: MarkScale


@dataclass(frozen=True, slots=True)
class SittingRow:
    """A sitting with its sections. ``candidates`` is how many people are expected."""

    id: int
    name: str
    starts_at: datetime | None
    minutes: int
    place: str
    locked: bool
    locked_by: str
    witness: str
    candidates: int
    sections: tuple[SectionRow, ...]
    version: int
    paper_versions: int = 1
    sealed_at: datetime | None = None
    sealed_by: str = ""
    seal_witness: str = ""
    seal_code: str = ""
    opened_at: datetime | None = None
    opened_by: str = ""
    opened_witness: str = ""

    @property
    def sealed(self) -> bool:
        """Whether the papers carry sealed numbers (also after these were opened)."""
        return self.sealed_at is not None

    @property
    def hides_names(self) -> bool:
        """Whether sealed numbers stand for the people: sealed, and not opened yet."""
        return self.sealed_at is not None and self.opened_at is None

    @property
    def full(self) -> Decimal:
        """The full mark of the whole paper."""
        return sum((section.scale.full for section in self.sections), Decimal(0))


@dataclass(frozen=True, slots=True)
class CandidateChanges:
    """What an update after strikes did: people added, people taken out, struck people who stay with marks."""

    added: int
    removed: int
    kept: int


def list_sittings(uow: UnitOfWork) -> tuple[SittingRow, ...]:
    """All sittings in the order they were made."""
    step = get_rules(uow).mark_step
    sections: dict[int, list[SectionRow]] = {}
    columns = (Section.sitting_id, Section.id, Section.name, Section.full)
    for line in uow.session.execute(select(*columns).order_by(Section.sitting_id, Section.position)):
        row = SectionRow(line.id, line.name, MarkScale(line.full, step))
        sections.setdefault(line.sitting_id, []).append(row)
    counts = dict(
        uow.session.execute(select(Candidate.sitting_id, func.count(Candidate.id)).group_by(Candidate.sitting_id)).all()
    )
    return tuple(
        SittingRow(
            sitting.id, sitting.name, sitting.starts_at, sitting.minutes, sitting.place,
            sitting.state == LOCKED, sitting.locked_by, sitting.witness, counts.get(sitting.id, 0),
            tuple(sections.get(sitting.id, ())), sitting.version, sitting.paper_versions,
            sitting.sealed_at, sitting.sealed_by, sitting.seal_witness, sitting.seal_code,
            sitting.opened_at, sitting.opened_by, sitting.opened_witness,
        )
        for sitting in uow.session.scalars(select(Sitting).order_by(Sitting.id))
    )  # fmt: skip


def get_sitting(uow: UnitOfWork, *, sitting_id: int) -> SittingRow:
    """One sitting; :class:`NotFound` when it is gone."""
    for row in list_sittings(uow):
        if row.id == sitting_id:
            return row
    raise _gone()


def make_sitting(
    uow: UnitOfWork,
    *,
    name: str = "",
    starts_at: datetime | None = None,
    minutes: int = 90,
    place: str = "",
    sections: Sequence[tuple[str, Decimal]] = (),
    unit_ids: Collection[int] | None = None,
) -> SittingRow:
    """Make a sitting for the drawn people who have none, in the order of the units.

    ``sections`` are (name, full mark) and add up to the full mark of the rules; without them the paper has
    one section. ``unit_ids`` limits the sitting to some units. Ticket numbers go on from the last one.
    Raises :class:`RuleBroken` when nobody is left to sit.
    """
    require(uow, Right.MANAGE_WRITTEN)
    require_open(uow, Stage.WRITTEN)
    people = people_without_sitting(uow, unit_ids)
    if not people:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "No drawn person is without a sitting. Run the draw first, or press F5.")
        )
    words = Words(get_competition(uow).language)
    parts = _sections(uow, sections, words)
    number = (uow.session.scalar(select(func.count(Sitting.id))) or 0) + 1
    sitting = Sitting(
        draw_id=people[0][0], name=" ".join(name.split()) or words(_SITTING_NAME, number=number),
        starts_at=starts_at, minutes=_minutes(minutes), place=place.strip(), state=OPEN,
    )  # fmt: skip
    uow.session.add(sitting)
    uow.session.flush()
    uow.session.add_all(
        Section(sitting_id=sitting.id, position=at, name=part, full=full) for at, (part, full) in enumerate(parts, 1)
    )
    _add_candidates(uow, sitting.id, people)
    uow.session.flush()
    uow.record(
        journal.SITTING_MADE, sitting.name, candidates=len(people), place=sitting.place,
        sections=[[part, show(full)] for part, full in parts],
    )  # fmt: skip
    return get_sitting(uow, sitting_id=sitting.id)


def change_sitting(
    uow: UnitOfWork,
    *,
    sitting_id: int,
    seen_version: int,
    name: str,
    starts_at: datetime | None,
    minutes: int,
    place: str,
    sections: Sequence[tuple[str, Decimal]] | None = None,
) -> SittingRow:
    """Change what a sitting says, and its sections as long as no mark stands in it."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = open_sitting(uow, sitting_id, alone=True)
    check_version(sitting.version, seen_version)
    if not name.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the sitting a name."))
    before = get_sitting(uow, sitting_id=sitting_id)
    sitting.name, sitting.starts_at, sitting.place = " ".join(name.split()), starts_at, place.strip()
    sitting.minutes = _minutes(minutes)
    wanted = None if sections is None else _sections(uow, sections, Words(get_competition(uow).language))
    if wanted is not None and wanted != [(part.name, part.scale.full) for part in before.sections]:
        _replace_sections(uow, sitting_id, wanted)
    uow.session.flush()
    after = get_sitting(uow, sitting_id=sitting_id)
    if after != before:
        uow.record(journal.SITTING_CHANGED, sitting.name, old=_told(before), new=_told(after))
    return after


def update_candidates(uow: UnitOfWork, *, sitting_id: int) -> CandidateChanges:
    """Follow the strikes of the draw: add who stepped up, take out who was struck and has no mark.

    Who waits for a sitting of the unit's own is left alone (see :class:`exam.services.waiting.WaitingUnit`).
    Raises :class:`RuleBroken` once the papers are sealed.
    """
    require(uow, Right.MANAGE_WRITTEN)
    sitting = open_sitting(uow, sitting_id, alone=True)
    require_unsealed(sitting)
    units = [row.unit_id for row in list_waiting(uow) if row.follows(sitting_id)]
    struck = uow.session.execute(
        select(Candidate.id, Candidate.ticket_number, Candidate.attendance)
        .join(Pick, Pick.id == Candidate.pick_id)
        .where(Candidate.sitting_id == sitting_id, Pick.state.not_in(SITS))
    ).all()
    marked = set(
        uow.session.scalars(
            select(WrittenMark.candidate_id).where(WrittenMark.candidate_id.in_([row.id for row in struck]))
        )
    )
    gone = [row for row in struck if row.id not in marked and not row.attendance]
    if gone:
        uow.session.execute(delete(Candidate).where(Candidate.id.in_([row.id for row in gone])))
    people = [person for person in people_without_sitting(uow, units) if person[0] == sitting.draw_id]
    tickets = _add_candidates(uow, sitting_id, people)
    if gone or people:
        uow.session.flush()
        uow.record(journal.SITTING_CHANGED, sitting.name, added=tickets, removed=[row.ticket_number for row in gone])
    return CandidateChanges(len(people), len(gone), len(struck) - len(gone))


def open_sitting(uow: UnitOfWork, sitting_id: int, *, alone: bool = False) -> Sitting:
    """The sitting, if its marks may still change; :class:`RuleBroken` when it or its stage is locked.

    Holds the row until the commit, shared with others who enter marks or (``alone``) against them: no mark
    slips in while somebody locks.
    """
    require_open(uow, Stage.WRITTEN)
    sitting = find_sitting(uow, sitting_id, hold="alone" if alone else "shared")
    if sitting.state == LOCKED:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "The marks of {sitting} were locked by {person} and {witness}. The competition office can open "
                "them again with a reason.",
            ),
            sitting=sitting.name,
            person=sitting.locked_by,
            witness=sitting.witness,
        )
    return sitting


def find_sitting(uow: UnitOfWork, sitting_id: int, *, hold: str = "") -> Sitting:
    """The stored sitting, for services; :class:`NotFound` when it is gone. ``hold``: shared or alone."""
    if hold:
        sitting = uow.session.get(Sitting, sitting_id, with_for_update={"read": hold == "shared"})
    else:
        sitting = uow.session.get(Sitting, sitting_id)
    if sitting is None:
        raise _gone()
    return sitting


def require_unsealed(sitting: Sitting) -> None:
    """Raise :class:`RuleBroken` when the papers carry sealed numbers: who sat is settled then."""
    if sitting.sealed_at is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The papers of {sitting} are sealed, so candidates, seats and sign-ins stay as they are."
            ),
            sitting=sitting.name,
        )


# Inside


def _gone() -> NotFound:
    return NotFound(QT_TRANSLATE_NOOP("exam", "This sitting is no longer there. Press F5 to see the present state."))


def _minutes(minutes: int) -> int:
    if not 1 <= minutes <= 600:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "A sitting lasts 1 to 600 minutes. Type such a number."))
    return minutes


def _sections(uow: UnitOfWork, sections: Sequence[tuple[str, Decimal]], words: Words) -> list[tuple[str, Decimal]]:
    full = get_rules(uow).written_full
    if not sections:
        return [(words(_SECTION_NAME), full)]
    parts = [(" ".join(name.split()), points) for name, points in sections]
    names = [name for name, _ in parts]
    if not all(names) or len(set(names)) < len(names):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give every section a name of its own."))
    total = sum((points for _, points in parts), Decimal(0))
    if any(points <= 0 for _, points in parts) or total != full:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The full marks of the sections add up to {total}, but the paper has {full}. Correct the sections "
                "or the rule.",
            ),
            total=show(total),
            full=show(full),
        )
    return parts


def _replace_sections(uow: UnitOfWork, sitting_id: int, parts: Sequence[tuple[str, Decimal]]) -> None:
    ids = list(uow.session.scalars(select(Section.id).where(Section.sitting_id == sitting_id)))
    if uow.session.scalar(select(func.count(WrittenMark.id)).where(WrittenMark.section_id.in_(ids))):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Marks stand in the sections already, so the sections cannot be changed.")
        )
    uow.session.execute(delete(SectionKey).where(SectionKey.section_id.in_(ids)))
    uow.session.execute(delete(Section).where(Section.id.in_(ids)))
    uow.session.add_all(
        Section(sitting_id=sitting_id, position=at, name=name, full=full) for at, (name, full) in enumerate(parts, 1)
    )


def _add_candidates(uow: UnitOfWork, sitting_id: int, people: Sequence[tuple[int, int, int, int]]) -> list[str]:
    """Give ticket numbers and write the candidates; returns the ticket numbers."""
    if not people:
        return []
    prefix = str(get_competition(uow).year)
    used = [
        int(number[len(prefix) :])
        for number in uow.session.scalars(select(Candidate.ticket_number))
        if number.startswith(prefix) and number[len(prefix) :].isdigit()
    ]
    first = max(used, default=0) + 1
    width = max(4, len(str(first + len(people) - 1)))
    tickets = [f"{prefix}{serial:0{width}}" for serial in range(first, first + len(people))]
    uow.session.execute(
        insert(Candidate),
        [
            {
                "sitting_id": sitting_id, "pick_id": pick_id, "staff_id": staff_id, "unit_id": unit_id,
                "ticket_number": ticket, "room": "", "seat": "", "attendance": "", "attendance_note": "",
            }
            for ticket, (_, pick_id, staff_id, unit_id) in zip(tickets, people, strict=True)
        ],
    )  # fmt: skip
    return tickets


def _told(row: SittingRow) -> list[str]:
    starts = row.starts_at.isoformat() if row.starts_at else ""
    parts = [f"{part.name} {show(part.scale.full)}" for part in row.sections]
    return [row.name, starts, str(row.minutes), row.place, *parts]
