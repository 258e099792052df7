"""How anything of a locked sitting is still changed: by two people, in three steps.

1. Somebody *proposes* it with a reason; nothing changes yet.
2. Whoever decides *looks at what moves*: an :class:`Effect` with its token.
3. Another person *confirms* it, handing back the token of what was looked at, or somebody *refuses* it with a reason.

This room holds what is the same for every proposal. ``corrections`` and ``state_corrections`` say what is proposed, a
mark or an attendance state, how it is put in place, and what that moves. Source: domain.md section 3 "People" (two
people and a reason) and section 5 (更正记录). A proposal goes past the lock of the sitting and of its stage; nothing
else does. Publications stay as they were frozen: the standings then say that the draft differs from the latest one.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from typing import Any, TypeVar

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.rules.exam_sheets import CorrectionLine
from exam.rules.marks import show
from exam.rules.results import Change, Snapshot
from exam.rules.snapshots import PLACE, TOTAL, changes
from exam.services.competition import check_version
from exam.services.written_papers import PaperRow, list_papers, places_of
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.rechecks import Proposal
from models.sittings import Sitting, WrittenMark

PROPOSED, CONFIRMED, REFUSED = "proposed", "confirmed", "refused"
WRITTEN, INDIVIDUAL = "written", "individual"
"""The kinds of changes that name a person: in the standing of the written round itself, and in that of the final."""

P = TypeVar("P", bound=Proposal)
R = TypeVar("R", bound="ProposalRow")


@dataclass(frozen=True, slots=True)
class ProposalRow:
    """A proposal. ``who`` is the name as far as it may be shown, else the code of the paper."""

    id: int
    number: str
    sitting_id: int
    sitting: str
    candidate_id: int
    code: str
    who: str
    unit: str
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
class Effect:
    """The places, totals, averages and awards that would move. ``token`` stands for exactly these.

    ``sealed``: units and awards are not told before the seals are opened.
    """

    changes: tuple[Change, ...]
    token: str
    sealed: bool = False


# Reading


def may_look(uow: UnitOfWork) -> None:
    """Refuse people who may neither decide nor read everything."""
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.LOCK_MARKS)


def listed(
    uow: UnitOfWork, kind: type[P], sitting_id: int | None, make: Callable[[P, dict[str, Any]], R]
) -> tuple[R, ...]:
    """All proposals of this kind (of one sitting), the open ones first, then the latest first.

    ``make`` gets the stored one and the fields of its :class:`ProposalRow`.
    """
    may_look(uow)
    query = select(kind, Sitting.name).join(Sitting, Sitting.id == kind.sitting_id)
    if sitting_id is not None:
        query = query.where(kind.sitting_id == sitting_id)
    lines = uow.session.execute(query).all()
    about = {row.candidate_id for row, _ in lines}
    papers = {one.candidate_id: one for one in list_papers(uow, sitting_id=sitting_id, candidate_ids=about)}
    rows = [make(row, _fields(row, sitting, papers.get(row.candidate_id))) for row, sitting in lines]
    return tuple(sorted(rows, key=lambda row: (row.state != PROPOSED, -row.id)))


def record_line(row: ProposalRow, words: Words, field: str, old: str, new: str) -> CorrectionLine:
    """A confirmed proposal as a line of the 更正记录."""
    return CorrectionLine(
        row.number, row.code if row.who == row.code else f"{row.code} {row.who}", field, old, new, row.reason,
        tuple(_told(one, words) for one in row.moves), row.proposed_by, row.decided_by,
        row.decided_at.astimezone().isoformat(timespec="minutes") if row.decided_at else "",
    )  # fmt: skip


def written_changes(before: Sequence[PaperRow], after: Sequence[PaperRow], candidate_id: int) -> list[Change]:
    """Totals and places that move in the written round: those of the paper itself, then the others in the new order."""
    old, new = places_of([one.total for one in before]), places_of([one.total for one in after])
    moved = [at for at, row in enumerate(after) if old[at] != new[at] or before[at].total != row.total]
    moved.sort(key=lambda at: (after[at].candidate_id != candidate_id, new[at] or 0))
    found: list[Change] = []
    for at in moved:
        was, row = before[at], after[at]
        if was.total != row.total:
            found.append(Change(WRITTEN, row.who, row.unit, TOTAL, _figure(was.total), _figure(row.total)))
        if old[at] != new[at]:
            found.append(Change(WRITTEN, row.who, row.unit, PLACE, str(old[at] or ""), str(new[at] or "")))
    return found


def result_changes(uow: UnitOfWork, before: Snapshot, after: Snapshot) -> list[Change]:
    """What moves in the results, as far as this person may be told."""
    # Marks of the written round never reach an elite's own line; who may not see names misses nothing.
    named = uow.person.may(Right.SEE_NAMES_BESIDE_MARKS)
    return [one for one in changes(before, after) if named or one.kind != INDIVIDUAL]


def effect_of(proposed: str, moved: Sequence[Change], *, sealed: bool = False) -> Effect:
    """The effect of what was ``proposed``, written out in one line."""
    # Names stay out of the token: the proposer and the confirmer may see different ones.
    lines = [proposed, *(f"{one.kind}|{one.what}|{one.old}|{one.new}" for one in moved)]
    return Effect(tuple(moved), sha256("\n".join(lines).encode()).hexdigest(), sealed)


# The three steps


def put_forward(uow: UnitOfWork, row: Proposal, **details: Any) -> None:
    """Step 1: store the proposal. ``details`` say in the journal what is proposed."""
    row.state = PROPOSED
    row.proposed_by, row.proposed_by_id, row.proposed_at = uow.person.name, uow.person.account_id, uow.now
    uow.session.add(row)
    uow.session.flush()
    uow.record(journal.CORRECTION_PROPOSED, row.code, number=row.number, **details, reason=row.reason)


def open_for_another(uow: UnitOfWork, kind: type[P], proposal_id: int, seen_version: int) -> P:
    """The open proposal, for somebody who did not make it."""
    row = _open(uow, kind, proposal_id, seen_version)
    if (row.proposed_by_id, row.proposed_by) == (uow.person.account_id, uow.person.name):
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "You proposed this correction. Somebody else confirms or refuses it.")
        )
    return row


def overtaken() -> Conflict:
    """What is said when something else would move now than was looked at."""
    return Conflict(
        QT_TRANSLATE_NOOP(
            "exam", "Marks changed since this effect was calculated. Look at what moves now, then decide again."
        )
    )


def sign(uow: UnitOfWork, mark: WrittenMark, points: Decimal | None, row: Proposal) -> None:
    """Put these points in the place of a mark: entered by the proposer, verified by who confirms."""
    mark.points = points
    mark.entered_by, mark.entered_by_id, mark.entered_at = row.proposed_by, row.proposed_by_id, row.proposed_at
    mark.verified_by, mark.verified_by_id, mark.verified_at = uow.person.name, uow.person.account_id, uow.now


def close_confirmed(uow: UnitOfWork, row: Proposal, effect: Effect, **details: Any) -> None:
    """Step 3, after the change was put in place: keep who confirmed it and what moved."""
    _decide(uow, row, CONFIRMED)
    row.moves = [[one.kind, one.who, one.unit, one.what, one.old, one.new] for one in effect.changes]
    uow.session.flush()
    uow.record(
        journal.CORRECTION_CONFIRMED, row.code, number=row.number, **details, reason=row.reason,
        proposed_by=row.proposed_by, moved=len(effect.changes),
    )  # fmt: skip


def refuse(uow: UnitOfWork, kind: type[P], proposal_id: int, seen_version: int, reason: str) -> P:
    """Step 3, the other way: turn it down with a reason; its proposer may withdraw it the same way."""
    require(uow, Right.LOCK_MARKS)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the correction is refused."))
    row = _open(uow, kind, proposal_id, seen_version)
    _decide(uow, row, REFUSED)
    row.refusal = reason.strip()
    uow.session.flush()
    uow.record(journal.CORRECTION_REFUSED, row.code, number=row.number, reason=row.refusal)
    return row


# Inside


def _open(uow: UnitOfWork, kind: type[P], proposal_id: int, seen_version: int) -> P:
    row = uow.session.get(kind, proposal_id, with_for_update=True)
    if row is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "This correction is no longer there. Press F5 to see the present state.")
        )
    check_version(row.version, seen_version)
    if row.state != PROPOSED:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This correction was decided already."))
    return row


def _decide(uow: UnitOfWork, row: Proposal, state: str) -> None:
    row.state = state
    row.decided_by, row.decided_by_id, row.decided_at = uow.person.name, uow.person.account_id, uow.now


def _fields(row: Proposal, sitting: str, paper: PaperRow | None) -> dict[str, Any]:
    name = paper.name if paper is not None else ""
    moves = tuple(Change(*line) for line in row.moves)
    if not name:
        # What was shown with names when it was confirmed is not told to people who see codes.
        moves = tuple(one for one in moves if one.kind not in (WRITTEN, INDIVIDUAL))
    return {
        "id": row.id, "number": str(row.number), "sitting_id": row.sitting_id, "sitting": sitting,
        "candidate_id": row.candidate_id, "code": row.code, "who": name or row.code,
        "unit": paper.unit if paper is not None else "", "reason": row.reason, "state": row.state,
        "proposed_by": row.proposed_by, "proposed_by_id": row.proposed_by_id, "proposed_at": row.proposed_at,
        "decided_by": row.decided_by, "decided_at": row.decided_at, "refusal": row.refusal, "moves": moves,
        "version": row.version,
    }  # fmt: skip


def _told(change: Change, words: Words) -> str:
    around = "（{}）" if words.language == "zh" else " ({})"
    who = change.who + (around.format(change.unit) if change.unit and change.unit != change.who else "")
    return f"{who} {words(change.what)} {change.old or '–'} → {change.new or '–'}"


def _figure(value: Decimal | None) -> str:
    return "" if value is None else show(value)
