"""Corrections of marks after the lock: one person proposes, another confirms, who first saw what moves.

Source: domain.md section 3 "People" (two people and a reason) and section 5 (更正记录). A correction goes
past the lock of the sitting and of its stage; nothing else does. Publications stay as they were frozen:
the standings then say that the draft differs from the latest one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.rules.exam_sheets import CorrectionLine, CorrectionRecord
from exam.rules.marks import MarkScale, check_points, show
from exam.rules.snapshots import PLACE, TOTAL, Change, changes
from exam.services import results
from exam.services.competition import check_version, get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.state_corrections import record_lines
from exam.services.written_papers import (
    PaperRow,
    Replaced,
    find_candidates,
    is_sealed,
    list_papers,
    locked_sitting,
    places_of,
    with_marks,
)
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.rechecks import Correction
from models.sittings import Candidate, Section, Sitting, WrittenMark

PROPOSED, CONFIRMED, REFUSED = "proposed", "confirmed", "refused"
WRITTEN_KIND = "written"
"""The kind of a change in the standing of the written round itself."""


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """A correction. ``who`` is the name as far as it may be shown, else the code of the paper."""

    id: int
    sitting_id: int
    sitting: str
    candidate_id: int
    section_id: int
    code: str
    who: str
    unit: str
    section: str
    old: Decimal | None
    new: Decimal
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


@dataclass(frozen=True, slots=True)
class Effect:
    """What a correction would move. ``sealed``: units and awards are not told before the seals are opened.

    ``token`` stands for exactly these changes: a confirmation hands it back.
    """

    old: Decimal
    new: Decimal
    changes: tuple[Change, ...]
    sealed: bool
    token: str


# Reading


def list_corrections(uow: UnitOfWork, *, sitting_id: int | None = None) -> tuple[CorrectionRow, ...]:
    """All corrections (of one sitting), the open ones first, then the latest first."""
    _may_look(uow)
    query = (
        select(Correction, Sitting.name, Section.name)
        .join(Sitting, Sitting.id == Correction.sitting_id)
        .join(Section, Section.id == Correction.section_id)
    )
    if sitting_id is not None:
        query = query.where(Correction.sitting_id == sitting_id)
    lines = uow.session.execute(query).all()
    about = {row.candidate_id for row, _, _ in lines}
    papers = {row.candidate_id: row for row in list_papers(uow, sitting_id=sitting_id, candidate_ids=about)}
    rows = [_row(row, sitting, section, papers) for row, sitting, section in lines]
    return tuple(sorted(rows, key=lambda row: (row.state != PROPOSED, -row.id)))


def find_paper(uow: UnitOfWork, *, code: str, sitting_id: int | None = None) -> FoundPaper:
    """The paper with this sealed number or ticket number; :class:`NotFound` when no locked sitting has it."""
    _may_look(uow)
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
    old = _points(mark)
    moved = _written_changes(list_papers(uow), candidate_id, replaced)
    sealed = is_sealed(sitting)
    if not sealed:
        named = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
        everything = changes(results.calculate(uow), results.calculate(uow, replaced=replaced))
        # Marks of the written round never reach an elite's own line; who may not see names misses nothing.
        moved += [one for one in everything if named or one.kind != "individual"]
    return Effect(old, points, tuple(moved), sealed, _token(old, points, moved))


def get_record(uow: UnitOfWork, *, sitting_id: int | None = None) -> CorrectionRecord:
    """The 更正记录: every confirmed correction in the order of its number, marks first, then states."""
    words = Words(uow.session.scalars(select(Competition.language)).one())
    rows = sorted(
        (row for row in list_corrections(uow, sitting_id=sitting_id) if row.state == CONFIRMED), key=lambda row: row.id
    )
    states = record_lines(uow, words, sitting_id=sitting_id)
    about = uow.session.get_one(Sitting, sitting_id).name if (rows or states) and sitting_id is not None else ""
    return CorrectionRecord(
        about,
        (*(
            CorrectionLine(
                str(row.id), row.code if row.who == row.code else f"{row.code} {row.who}", row.section,
                "" if row.old is None else show(row.old), show(row.new), row.reason,
                tuple(_told(one, words) for one in row.moves), row.proposed_by, row.decided_by,
                row.decided_at.astimezone().isoformat(timespec="minutes") if row.decided_at else "",
            )
            for row in rows
        ), *states),
    )  # fmt: skip


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
        sitting_id=sitting.id, candidate_id=candidate_id, section_id=section_id,
        code=candidate.sealed_number or candidate.ticket_number, old=old, new=points, reason=reason, state=PROPOSED,
        proposed_by=uow.person.name, proposed_by_id=uow.person.account_id, proposed_at=uow.now,
    )  # fmt: skip
    uow.session.add(row)
    uow.session.flush()
    uow.record(
        journal.CORRECTION_PROPOSED, row.code, number=row.id, section=section.name, old=old, new=points, reason=reason
    )
    return _get(uow, row.id)


def confirm_correction(uow: UnitOfWork, *, correction_id: int, seen_version: int, seen_effect: str) -> CorrectionRow:
    """Put the proposed mark in place. Not by the proposer, and only with the effect that was looked at.

    ``seen_effect`` is the token of :func:`get_effect`; :class:`Conflict` when the marks changed since.
    """
    require(uow, Right.LOCK_MARKS)
    row = _open(uow, correction_id, seen_version)
    if (row.proposed_by_id, row.proposed_by) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "You proposed this correction. Somebody else confirms or refuses it.")
        )
    candidate, section, mark = _stored(uow, row.candidate_id, row.section_id, hold=True)
    locked_sitting(uow, candidate.sitting_id, hold="alone")
    effect = get_effect(uow, candidate_id=row.candidate_id, section_id=row.section_id, points=row.new)
    if effect.old != row.old or effect.token != seen_effect:
        raise Conflict(
            QT_TRANSLATE_NOOP(
                "exam", "Marks changed since this effect was calculated. Look at what moves now, then decide again."
            )
        )
    mark.points = row.new
    mark.entered_by, mark.entered_by_id, mark.entered_at = row.proposed_by, row.proposed_by_id, row.proposed_at
    mark.verified_by, mark.verified_by_id, mark.verified_at = uow.person.name, uow.person.account_id, uow.now
    row.state, row.decided_by, row.decided_by_id, row.decided_at = (
        CONFIRMED, uow.person.name, uow.person.account_id, uow.now,
    )  # fmt: skip
    row.moves = [[one.kind, one.who, one.unit, one.what, one.old, one.new] for one in effect.changes]
    uow.session.flush()
    uow.record(
        journal.CORRECTION_CONFIRMED, row.code, number=row.id, section=section.name, old=row.old, new=row.new,
        reason=row.reason, proposed_by=row.proposed_by, moved=len(effect.changes),
    )  # fmt: skip
    return _get(uow, row.id)


def refuse_correction(uow: UnitOfWork, *, correction_id: int, seen_version: int, reason: str) -> CorrectionRow:
    """Turn a proposal down with a reason; its proposer may withdraw it the same way."""
    require(uow, Right.LOCK_MARKS)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the correction is refused."))
    row = _open(uow, correction_id, seen_version)
    row.state, row.refusal = REFUSED, reason.strip()
    row.decided_by, row.decided_by_id, row.decided_at = uow.person.name, uow.person.account_id, uow.now
    uow.session.flush()
    uow.record(journal.CORRECTION_REFUSED, row.code, number=row.id, reason=row.refusal)
    return _get(uow, row.id)


# Inside


def _may_look(uow: UnitOfWork) -> None:
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.LOCK_MARKS)


def _open(uow: UnitOfWork, correction_id: int, seen_version: int) -> Correction:
    row = uow.session.get(Correction, correction_id, with_for_update=True)
    if row is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "This correction is no longer there. Press F5 to see the present state.")
        )
    check_version(row.version, seen_version)
    if row.state != PROPOSED:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This correction was decided already."))
    return row


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


def _written_changes(papers: Sequence[PaperRow], candidate_id: int, replaced: Replaced) -> list[Change]:
    """Places and totals that move in the standing of the written round: the paper itself, then the new order."""
    was = next(row for row in papers if row.candidate_id == candidate_id)
    row = with_marks(was, replaced)
    before = [one.total for one in papers]
    after = [row.total if one is was else one.total for one in papers]
    old, new = places_of(before), places_of(after)
    found = [_change(row, TOTAL, _figure(was.total), _figure(row.total))] if was.total != row.total else []
    moved = [(place or 0, at) for at, place in enumerate(new) if place != old[at]]
    # The paper itself first.
    moved.sort(key=lambda one: (papers[one[1]] is not was, one[0]))
    return found + [_change(papers[at], PLACE, str(old[at] or ""), str(place or "")) for place, at in moved]


def _change(row: PaperRow, what: str, old: str, new: str) -> Change:
    return Change(WRITTEN_KIND, row.who, row.unit, what, old, new)


def _figure(value: Decimal | None) -> str:
    return "" if value is None else show(value)


def _token(old: Decimal, new: Decimal, moved: Sequence[Change]) -> str:
    # Names stay out of it: the proposer and the confirmer may see different ones.
    lines = [f"{show(old)}|{show(new)}", *(f"{one.kind}|{one.what}|{one.old}|{one.new}" for one in moved)]
    return sha256("\n".join(lines).encode()).hexdigest()


def _told(change: Change, words: Words) -> str:
    around = "（{}）" if words.language == "zh" else " ({})"
    who = change.who + (around.format(change.unit) if change.unit and change.unit != change.who else "")
    return f"{who} {words(change.what)} {change.old or '–'} → {change.new or '–'}"


def _row(row: Correction, sitting: str, section: str, papers: dict[int, PaperRow]) -> CorrectionRow:
    paper = papers.get(row.candidate_id)
    named = bool(paper and paper.name)
    moves = tuple(Change(*line) for line in row.moves)
    if not named:
        # What was shown with names when it was confirmed is not told to people who see codes.
        moves = tuple(one for one in moves if one.kind not in (WRITTEN_KIND, "individual"))
    return CorrectionRow(
        row.id, row.sitting_id, sitting, row.candidate_id, row.section_id, row.code,
        paper.name if named and paper is not None else row.code, paper.unit if paper is not None else "", section,
        row.old, row.new, row.reason, row.state, row.proposed_by, row.proposed_by_id, row.proposed_at,
        row.decided_by, row.decided_at, row.refusal, moves, row.version,
    )  # fmt: skip
