"""Corrections of an attendance state after the lock: wrongly absent, or zeroed afterwards. Two people, as for a mark.

What a new state moves is seen by carrying it out and taking it back (:func:`exam.unit_of_work.trial`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.rules.exam_sheets import CorrectionLine
from exam.rules.marks import ATTENDANCE_NAMES, STATES, Attendance, MarkScale, check_points, show
from exam.rules.results import Change
from exam.rules.snapshots import PLACE, TOTAL, changes
from exam.services import results
from exam.services.competition import check_version, get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.marks import CLEARS_MARKS, find_candidate, paper_name
from exam.services.written_papers import PaperRow, is_sealed, list_papers, locked_sitting, places_of
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.rechecks import StateCorrection
from models.sittings import Candidate, Section, Sitting, WrittenMark

PROPOSED, CONFIRMED, REFUSED = "proposed", "confirmed", "refused"
FIELD = QT_TRANSLATE_NOOP("exam", "Attendance")
_KIND = "written"


@dataclass(frozen=True, slots=True)
class StateCorrectionRow:
    """A correction of a state. ``marks`` come with it, by section; ``who`` is the name if it may be shown."""

    id: int
    sitting_id: int
    sitting: str
    candidate_id: int
    code: str
    who: str
    unit: str
    old: Attendance | None
    new: Attendance
    marks: tuple[tuple[int, Decimal], ...]
    reason: str
    state: str
    proposed_by: str
    proposed_by_id: int | None
    proposed_at: datetime
    decided_by: str
    decided_at: datetime | None
    refusal: str
    moves: tuple[Change, ...]
    version: int


@dataclass(frozen=True, slots=True)
class StateEffect:
    """The places, totals, averages and awards that would move. ``token``: a confirmation hands it back.

    Never ``sealed``: states are corrected only after the opening.
    """

    changes: tuple[Change, ...]
    token: str
    sealed: bool = False


def list_state_corrections(uow: UnitOfWork, *, sitting_id: int | None = None) -> tuple[StateCorrectionRow, ...]:
    """All of them (of one sitting), the open ones first, then the latest first."""
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.LOCK_MARKS)
    query = select(StateCorrection, Sitting.name).join(Sitting, Sitting.id == StateCorrection.sitting_id)
    if sitting_id is not None:
        query = query.where(StateCorrection.sitting_id == sitting_id)
    lines = uow.session.execute(query).all()
    about = {row.candidate_id for row, _ in lines}
    papers = {one.candidate_id: one for one in list_papers(uow, sitting_id=sitting_id, candidate_ids=about)}
    rows = [_row(row, sitting, papers.get(row.candidate_id)) for row, sitting in lines]
    return tuple(sorted(rows, key=lambda row: (row.state != PROPOSED, -row.id)))


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
        new=attendance.value, marks=_checked(uow, candidate, attendance, points), reason=reason, state=PROPOSED,
        proposed_by=uow.person.name, proposed_by_id=uow.person.account_id, proposed_at=uow.now,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    uow.record(
        journal.CORRECTION_PROPOSED, row.code, number=f"S{row.id}", field="attendance", old=row.old, new=row.new,
        marks=[points for _, points in row.marks], reason=reason,
    )  # fmt: skip
    return _get(uow, row.id)


def get_state_effect(uow: UnitOfWork, *, correction_id: int) -> StateEffect:
    """What this correction would move. Only in a trial, which takes it back."""
    require(uow, Right.LOCK_MARKS)
    if not uow.trial:
        raise AssertionError("what would move is looked at in a trial, else the change would be kept")
    row = uow.session.get_one(StateCorrection, correction_id)
    return _carry_out(uow, row)


def confirm_state(uow: UnitOfWork, *, correction_id: int, seen_version: int, seen_effect: str) -> StateCorrectionRow:
    """Put the proposed state in place. Not by the proposer, and only with the effect that was looked at."""
    require(uow, Right.LOCK_MARKS)
    row = _open(uow, correction_id, seen_version)
    if (row.proposed_by_id, row.proposed_by) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "You proposed this correction. Somebody else confirms or refuses it.")
        )
    locked_sitting(uow, row.sitting_id, hold="alone")
    effect = _carry_out(uow, row)
    if effect.token != seen_effect:
        raise Conflict(
            QT_TRANSLATE_NOOP(
                "exam", "Marks changed since this effect was calculated. Look at what moves now, then decide again."
            )
        )
    row.state, row.decided_by, row.decided_by_id = CONFIRMED, uow.person.name, uow.person.account_id
    row.decided_at = uow.now
    row.moves = [[one.kind, one.who, one.unit, one.what, one.old, one.new] for one in effect.changes]
    uow.session.flush()
    uow.record(
        journal.CORRECTION_CONFIRMED, row.code, number=f"S{row.id}", field="attendance", old=row.old, new=row.new,
        marks=[points for _, points in row.marks], reason=row.reason, proposed_by=row.proposed_by,
        moved=len(effect.changes),
    )  # fmt: skip
    return _get(uow, row.id)


def refuse_state(uow: UnitOfWork, *, correction_id: int, seen_version: int, reason: str) -> StateCorrectionRow:
    """Turn a proposal down with a reason; its proposer may withdraw it the same way."""
    require(uow, Right.LOCK_MARKS)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the correction is refused."))
    row = _open(uow, correction_id, seen_version)
    row.state, row.refusal = REFUSED, reason.strip()
    row.decided_by, row.decided_by_id, row.decided_at = uow.person.name, uow.person.account_id, uow.now
    uow.session.flush()
    uow.record(journal.CORRECTION_REFUSED, row.code, number=f"S{row.id}", reason=row.refusal)
    return _get(uow, row.id)


def record_lines(uow: UnitOfWork, words: Words, *, sitting_id: int | None = None) -> list[CorrectionLine]:
    """The confirmed ones as lines of the 更正记录, in the order of their numbers."""
    rows = [row for row in list_state_corrections(uow, sitting_id=sitting_id) if row.state == CONFIRMED]
    return [
        CorrectionLine(
            f"S{row.id}", row.code if row.who == row.code else f"{row.code} {row.who}", words(FIELD),
            words(ATTENDANCE_NAMES[row.old]) if row.old is not None else "",
            " ".join([words(ATTENDANCE_NAMES[row.new]), "+".join(show(points) for _, points in row.marks)]).strip(),
            row.reason,
            tuple(f"{one.who} {words(one.what)} {one.old or '–'} → {one.new or '–'}" for one in row.moves),
            row.proposed_by, row.decided_by,
            row.decided_at.astimezone().isoformat(timespec="minutes") if row.decided_at else "",
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


def _carry_out(uow: UnitOfWork, row: StateCorrection) -> StateEffect:
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
        _sign(uow, mark, points, row)
    if STATES[row.new] in CLEARS_MARKS:
        everything = select(WrittenMark).where(WrittenMark.candidate_id == candidate.id)
        for mark in uow.session.scalars(everything):
            if mark.points is not None:
                _sign(uow, mark, None, row)
    uow.session.flush()
    after, now = list_papers(uow), results.calculate(uow)
    moved = _moved(papers, after, candidate.id)
    named = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    moved += [one for one in changes(draft, now) if named or one.kind != "individual"]
    lines = [f"{row.old}|{row.new}|{row.marks}", *(f"{one.kind}|{one.what}|{one.old}|{one.new}" for one in moved)]
    return StateEffect(tuple(moved), sha256("\n".join(lines).encode()).hexdigest())


def _sign(uow: UnitOfWork, mark: WrittenMark, points: Decimal | None, row: StateCorrection) -> None:
    mark.points = points
    mark.entered_by, mark.entered_by_id, mark.entered_at = row.proposed_by, row.proposed_by_id, row.proposed_at
    mark.verified_by, mark.verified_by_id, mark.verified_at = uow.person.name, uow.person.account_id, uow.now


def _moved(before: tuple[PaperRow, ...], after: tuple[PaperRow, ...], candidate_id: int) -> list[Change]:
    """Totals and places that move in the written round: the candidate first, then in the new order."""
    old = places_of([one.total for one in before])
    new = places_of([one.total for one in after])
    order = sorted(range(len(after)), key=lambda at: (after[at].candidate_id != candidate_id, new[at] or len(after)))
    found: list[Change] = []
    for at in order:
        was, row = before[at], after[at]
        if was.total != row.total:
            found.append(Change(_KIND, row.who, row.unit, TOTAL, _figure(was.total), _figure(row.total)))
        if old[at] != new[at]:
            found.append(Change(_KIND, row.who, row.unit, PLACE, str(old[at] or ""), str(new[at] or "")))
    return found


def _figure(value: Decimal | None) -> str:
    return "" if value is None else show(value)


def _marks(uow: UnitOfWork, candidate_id: int) -> list[WrittenMark]:
    found = select(WrittenMark).where(WrittenMark.candidate_id == candidate_id, WrittenMark.entry == FIRST_ENTRY)
    return list(uow.session.scalars(found))


def _open(uow: UnitOfWork, correction_id: int, seen_version: int) -> StateCorrection:
    row = uow.session.get(StateCorrection, correction_id, with_for_update=True)
    if row is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "This correction is no longer there. Press F5 to see the present state.")
        )
    check_version(row.version, seen_version)
    if row.state != PROPOSED:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This correction was decided already."))
    return row


def _get(uow: UnitOfWork, correction_id: int) -> StateCorrectionRow:
    return next(row for row in list_state_corrections(uow) if row.id == correction_id)


def _row(row: StateCorrection, sitting: str, paper: PaperRow | None) -> StateCorrectionRow:
    named = paper is not None and bool(paper.name)
    moves = tuple(Change(*line) for line in row.moves)
    if not named:
        # What was shown with names when it was confirmed is not told to people who see codes.
        moves = tuple(one for one in moves if one.kind not in (_KIND, "individual"))
    return StateCorrectionRow(
        row.id, row.sitting_id, sitting, row.candidate_id, row.code, paper.who if paper is not None else row.code,
        paper.unit if paper is not None else "", STATES[row.old], Attendance(row.new),
        tuple((int(section), Decimal(points)) for section, points in row.marks), row.reason, row.state,
        row.proposed_by, row.proposed_by_id, row.proposed_at, row.decided_by, row.decided_at, row.refusal, moves,
        row.version,
    )  # fmt: skip
