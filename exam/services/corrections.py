"""Corrections of marks after the lock: the mark of one section of one paper, proposed, looked at, confirmed.

The three steps stand in ``proposals``. What a corrected mark moves is calculated with the mark replaced; nothing is
written for it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.exam_sheets import CorrectionRecord
from exam.rules.marks import MarkScale, check_points, show
from exam.services import proposals, results
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.marks import paper_name
from exam.services.proposals import CONFIRMED, PROPOSED, Effect, ProposalRow
from exam.services.state_corrections import record_lines
from exam.services.written_papers import (
    PaperRow,
    find_candidates,
    is_sealed,
    list_papers,
    locked_sitting,
    with_marks,
)
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.rechecks import Correction
from models.sittings import Candidate, Section, Sitting, WrittenMark


@dataclass(frozen=True, slots=True)
class CorrectionRow(ProposalRow):
    """A correction of the mark in one section."""

    section_id: int
    section: str
    old: Decimal | None
    new: Decimal


@dataclass(frozen=True, slots=True)
class SectionOfPaper:
    """A section of a paper with the mark that stands in it."""

    section_id: int
    name: str
    scale: MarkScale
    points: Decimal | None


@dataclass(frozen=True, slots=True)
class FoundPaper:
    """A paper found by its code. ``who`` and ``unit`` are empty for people who see codes."""

    candidate_id: int
    sitting: str
    code: str
    who: str
    unit: str
    sections: tuple[SectionOfPaper, ...]


# Reading


def list_corrections(uow: UnitOfWork, *, sitting_id: int | None = None) -> tuple[CorrectionRow, ...]:
    """All corrections of marks (of one sitting), the open ones first, then the latest first."""
    sections = {section.id: section.name for section in uow.session.scalars(select(Section))}

    def make(row: Correction, told: dict[str, Any]) -> CorrectionRow:
        return CorrectionRow(
            **told, section_id=row.section_id, section=sections[row.section_id], old=row.old, new=row.new
        )

    return proposals.listed(uow, Correction, sitting_id, make)


def find_paper(uow: UnitOfWork, *, code: str, sitting_id: int | None = None) -> FoundPaper:
    """The paper with this sealed number or ticket number; :class:`NotFound` when no locked sitting has it."""
    proposals.may_look(uow)
    wanted = "".join(code.split())
    for row in list_papers(uow, sitting_id=sitting_id, candidate_ids=find_candidates(uow, wanted)):
        if wanted and wanted in (row.code, row.ticket_number):
            return _found(uow, row)
    raise NotFound(
        QT_TRANSLATE_NOOP("exam", "No paper of a locked sitting has the number {code}. Check it on the paper."),
        code=code.strip(),
    )


def get_effect(uow: UnitOfWork, *, candidate_id: int, section_id: int, points: Decimal) -> Effect:
    """The places and awards that would move if this mark were ``points``; nothing is changed."""
    require(uow, Right.LOCK_MARKS)
    candidate, section, mark = _stored(uow, candidate_id, section_id)
    sitting = locked_sitting(uow, candidate.sitting_id)
    points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
    replaced = {(candidate_id, section_id): points}
    papers = list_papers(uow)
    after = [with_marks(one, replaced) if one.candidate_id == candidate_id else one for one in papers]
    moved = proposals.written_changes(papers, after, candidate_id)
    sealed = is_sealed(sitting)
    if not sealed:
        moved += proposals.result_changes(uow, results.calculate(uow), results.calculate(uow, replaced=replaced))
    return proposals.effect_of(f"{show(_points(mark))}|{show(points)}", moved, sealed=sealed)


def get_record(uow: UnitOfWork, *, sitting_id: int | None = None) -> CorrectionRecord:
    """The 更正记录: every confirmed correction in the order of its number, marks first, then states."""
    words = Words(uow.session.scalars(select(Competition.language)).one())
    rows = sorted(
        (row for row in list_corrections(uow, sitting_id=sitting_id) if row.state == CONFIRMED), key=lambda row: row.id
    )
    lines = (
        *(
            proposals.record_line(row, words, row.section, "" if row.old is None else show(row.old), show(row.new))
            for row in rows
        ),
        *record_lines(uow, words, sitting_id=sitting_id),
    )
    about = uow.session.get_one(Sitting, sitting_id).name if lines and sitting_id is not None else ""
    return CorrectionRecord(about, lines)


# Commands


def propose_correction(
    uow: UnitOfWork, *, candidate_id: int, section_id: int, points: Decimal, reason: str
) -> CorrectionRow:
    """Propose another mark for a paper of a locked sitting; nothing changes before somebody else confirms."""
    require(uow, Right.LOCK_MARKS)
    reason = " ".join(reason.split())
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the mark is corrected."), field="reason")
    candidate, section, mark = _stored(uow, candidate_id, section_id, hold=True)
    sitting = locked_sitting(uow, candidate.sitting_id, hold="shared")
    points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
    old = _points(mark)
    if points == old:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This is the mark that stands already."))
    waiting = uow.session.scalar(
        select(Correction.id).where(
            Correction.candidate_id == candidate_id, Correction.section_id == section_id, Correction.state == PROPOSED
        )
    )
    if waiting is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Correction {number} of the same mark is still open. Decide on it first."),
            number=waiting,
        )
    row = Correction(
        sitting_id=sitting.id, candidate_id=candidate_id, section_id=section_id, code=paper_name(candidate), old=old,
        new=points, reason=reason,
    )  # fmt: skip
    proposals.put_forward(uow, row, section=section.name, old=old, new=points)
    return _get(uow, row.id)


def confirm_correction(uow: UnitOfWork, *, correction_id: int, seen_version: int, seen_effect: str) -> CorrectionRow:
    """Put the proposed mark in place. Not by the proposer, and only with the effect that was looked at.

    ``seen_effect`` is the token of :func:`get_effect`; :class:`Conflict` when the marks changed since.
    """
    require(uow, Right.LOCK_MARKS)
    row = proposals.open_for_another(uow, Correction, correction_id, seen_version)
    candidate, section, mark = _stored(uow, row.candidate_id, row.section_id, hold=True)
    locked_sitting(uow, candidate.sitting_id, hold="alone")
    effect = get_effect(uow, candidate_id=row.candidate_id, section_id=row.section_id, points=row.new)
    if mark.points != row.old or effect.token != seen_effect:
        raise proposals.overtaken()
    proposals.sign(uow, mark, row.new, row)
    proposals.close_confirmed(uow, row, effect, section=section.name, old=row.old, new=row.new)
    return _get(uow, row.id)


def refuse_correction(uow: UnitOfWork, *, correction_id: int, seen_version: int, reason: str) -> CorrectionRow:
    """Turn a proposal down with a reason; its proposer may withdraw it the same way."""
    return _get(uow, proposals.refuse(uow, Correction, correction_id, seen_version, reason).id)


# Inside


def _get(uow: UnitOfWork, correction_id: int) -> CorrectionRow:
    return next(row for row in list_corrections(uow) if row.id == correction_id)


def _stored(
    uow: UnitOfWork, candidate_id: int, section_id: int, *, hold: bool = False
) -> tuple[Candidate, Section, WrittenMark]:
    candidate = uow.session.get(Candidate, candidate_id, with_for_update=hold or None)
    section = uow.session.get(Section, section_id)
    mark = uow.session.scalar(
        select(WrittenMark).where(
            WrittenMark.candidate_id == candidate_id,
            WrittenMark.section_id == section_id,
            WrittenMark.entry == FIRST_ENTRY,
            WrittenMark.points.is_not(None),
        )
    )
    if candidate is None or section is None or mark is None:
        raise NotFound(
            QT_TRANSLATE_NOOP(
                "exam", "This paper has no mark that could be corrected. To give somebody a mark, open the marks again."
            )
        )
    return candidate, section, mark


def _points(mark: WrittenMark) -> Decimal:
    assert mark.points is not None
    return mark.points


def _found(uow: UnitOfWork, row: PaperRow) -> FoundPaper:
    step = get_rules(uow).mark_step
    parts = uow.session.execute(
        select(Section.id, Section.name, Section.full)
        .where(Section.sitting_id == row.sitting_id)
        .order_by(Section.position)
    )
    sitting = uow.session.get_one(Sitting, row.sitting_id).name
    return FoundPaper(
        row.candidate_id, sitting, row.code, row.name, row.unit,
        tuple(
            SectionOfPaper(section_id, name, MarkScale(full, step), points)
            for (section_id, name, full), points in zip(parts, row.marks, strict=True)
        ),
    )  # fmt: skip
