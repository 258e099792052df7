"""Corrections of an attendance state after the lock: wrongly absent, or zeroed afterwards.

The three steps stand in ``proposals``. What a new state moves is seen by carrying it out and taking it back
(:func:`exam.unit_of_work.trial`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, RuleBroken
from exam.rules.exam_sheets import CorrectionLine
from exam.rules.marks import ATTENDANCE_NAMES, STATES, Attendance, MarkScale, check_points, show
from exam.services import proposals, results
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.marks import CLEARS_MARKS, find_candidate, paper_name
from exam.services.proposals import CONFIRMED, PROPOSED, Effect, ProposalRow
from exam.services.written_papers import is_sealed, list_papers, locked_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.rechecks import StateCorrection
from models.sittings import Candidate, Section, WrittenMark

FIELD = QT_TRANSLATE_NOOP("exam", "Attendance")


@dataclass(frozen=True, slots=True)
class StateCorrectionRow(ProposalRow):
    """A correction of a state. ``marks`` come with it, by section."""

    old: Attendance | None
    new: Attendance
    marks: tuple[tuple[int, Decimal], ...]


def list_state_corrections(uow: UnitOfWork, *, sitting_id: int | None = None) -> tuple[StateCorrectionRow, ...]:
    """All corrections of states (of one sitting), the open ones first, then the latest first."""
    return proposals.listed(uow, StateCorrection, sitting_id, _row)


def propose_state(
    uow: UnitOfWork, *, candidate_id: int, attendance: Attendance, points: Mapping[int, Decimal], reason: str
) -> StateCorrectionRow:
    """Propose another state for a candidate of a locked sitting; nothing changes before somebody else confirms.

    ``points`` by section are needed where the new state has marks and none stand; a mark that stands is mended by
    a correction of the mark. Sealed papers wait for the opening: a state would say whose paper it is.
    """
    require(uow, Right.LOCK_MARKS)
    reason = " ".join(reason.split())
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the state is corrected."), field="reason")
    candidate = find_candidate(uow, candidate_id, hold=True)
    sitting = locked_sitting(uow, candidate.sitting_id, hold="shared")
    if is_sealed(sitting):
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Open the seals first: while they are closed, a corrected state would say whose paper it is."
            )
        )
    if candidate.attendance == attendance.value:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This is the state that stands already."))
    waiting = uow.session.scalar(
        select(StateCorrection.id).where(
            StateCorrection.candidate_id == candidate_id, StateCorrection.state == PROPOSED
        )
    )
    if waiting is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Correction {number} of the same state is still open. Decide on it first."),
            number=f"S{waiting}",
        )
    row = StateCorrection(
        sitting_id=sitting.id, candidate_id=candidate_id, code=paper_name(candidate), old=candidate.attendance,
        new=attendance.value, marks=_checked(uow, candidate, attendance, points), reason=reason,
    )  # fmt: skip
    proposals.put_forward(uow, row, **_details(row))
    return _get(uow, row.id)


def get_state_effect(uow: UnitOfWork, *, correction_id: int) -> Effect:
    """What this correction would move. Only in a trial, which takes it back."""
    require(uow, Right.LOCK_MARKS)
    if not uow.trial:
        raise AssertionError("what would move is looked at in a trial, else the change would be kept")
    row = uow.session.get_one(StateCorrection, correction_id)
    return _carry_out(uow, row)


def confirm_state(uow: UnitOfWork, *, correction_id: int, seen_version: int, seen_effect: str) -> StateCorrectionRow:
    """Put the proposed state in place. Not by the proposer, and only with the effect that was looked at."""
    require(uow, Right.LOCK_MARKS)
    row = proposals.open_for_another(uow, StateCorrection, correction_id, seen_version)
    locked_sitting(uow, row.sitting_id, hold="alone")
    effect = _carry_out(uow, row)
    if effect.token != seen_effect:
        raise proposals.overtaken()
    proposals.close_confirmed(uow, row, effect, **_details(row))
    return _get(uow, row.id)


def refuse_state(uow: UnitOfWork, *, correction_id: int, seen_version: int, reason: str) -> StateCorrectionRow:
    """Turn a proposal down with a reason; its proposer may withdraw it the same way."""
    return _get(uow, proposals.refuse(uow, StateCorrection, correction_id, seen_version, reason).id)


def record_lines(uow: UnitOfWork, words: Words, *, sitting_id: int | None = None) -> list[CorrectionLine]:
    """The confirmed ones as lines of the 更正记录, in the order of their numbers."""
    rows = [row for row in list_state_corrections(uow, sitting_id=sitting_id) if row.state == CONFIRMED]
    return [
        proposals.record_line(
            row, words, words(FIELD), words(ATTENDANCE_NAMES[row.old]) if row.old is not None else "",
            " ".join([words(ATTENDANCE_NAMES[row.new]), "+".join(show(points) for _, points in row.marks)]).strip(),
        )
        for row in sorted(rows, key=lambda row: row.id)
    ]  # fmt: skip


# Inside


def _checked(
    uow: UnitOfWork, candidate: Candidate, attendance: Attendance, points: Mapping[int, Decimal]
) -> list[list[str]]:
    """The marks that come with the state, each on its scale; none missing and none that stands already."""
    if not attendance.takes_marks:
        if points:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This state has no marks. Leave the marks empty."))
        return []
    stand = {mark.section_id for mark in _marks(uow, candidate.id) if mark.points is not None}
    step, found = get_rules(uow).mark_step, list[list[str]]()
    sections = select(Section).where(Section.sitting_id == candidate.sitting_id).order_by(Section.position)
    for section in uow.session.scalars(sections):
        if section.id in stand:
            continue
        mark = points.get(section.id)
        if mark is None and attendance is not Attendance.ZEROED:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "Type the mark of {section} too: no mark stands for this candidate."),
                section=section.name, field="marks",
            )  # fmt: skip
        if mark is not None:
            found.append([str(section.id), str(check_points(mark, MarkScale(section.full, step)))])
    return found


def _carry_out(uow: UnitOfWork, row: StateCorrection) -> Effect:
    """Change state and marks; what that moves."""
    candidate = find_candidate(uow, row.candidate_id, hold=True)
    if candidate.attendance != row.old:
        raise Conflict(
            QT_TRANSLATE_NOOP("exam", "The state was changed since this was proposed. Refuse it and propose anew.")
        )
    papers, draft = list_papers(uow), results.calculate(uow)
    candidate.attendance = row.new
    stored = {mark.section_id: mark for mark in _marks(uow, candidate.id)}
    wanted = {int(section): Decimal(points) for section, points in row.marks}
    for section_id, points in wanted.items():
        mark = stored.get(section_id)
        if mark is None:
            mark = WrittenMark(candidate_id=candidate.id, section_id=section_id, entry=FIRST_ENTRY)
            uow.session.add(mark)
        proposals.sign(uow, mark, points, row)
    if STATES[row.new] in CLEARS_MARKS:
        everything = select(WrittenMark).where(WrittenMark.candidate_id == candidate.id)
        for mark in uow.session.scalars(everything):
            if mark.points is not None:
                proposals.sign(uow, mark, None, row)
    uow.session.flush()
    after, now = list_papers(uow), results.calculate(uow)
    moved = proposals.written_changes(papers, after, candidate.id) + proposals.result_changes(uow, draft, now)
    return proposals.effect_of(f"{row.old}|{row.new}|{row.marks}", moved)


def _marks(uow: UnitOfWork, candidate_id: int) -> list[WrittenMark]:
    found = select(WrittenMark).where(WrittenMark.candidate_id == candidate_id, WrittenMark.entry == FIRST_ENTRY)
    return list(uow.session.scalars(found))


def _details(row: StateCorrection) -> dict[str, Any]:
    """What the journal says of the change."""
    return {"field": "attendance", "old": row.old, "new": row.new, "marks": [points for _, points in row.marks]}


def _get(uow: UnitOfWork, correction_id: int) -> StateCorrectionRow:
    return next(row for row in list_state_corrections(uow) if row.id == correction_id)


def _row(row: StateCorrection, told: dict[str, Any]) -> StateCorrectionRow:
    marks = tuple((int(section), Decimal(points)) for section, points in row.marks)
    return StateCorrectionRow(**told, old=STATES[row.old], new=Attendance(row.new), marks=marks)
