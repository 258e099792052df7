"""The recheck of a locked sitting: frozen, drawn by tickets, re-read blind, closed by two people.

The order of things is that of the big draw: the marks are frozen and the freeze code is shown *before*
the dice, so that nobody can choose who is re-read. A mark that was read differently is never changed here:
it becomes a correction (:mod:`exam.services.corrections`), which takes two people.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import func, insert, select

from exam import journal
from exam.access import Person, Right, require
from exam.errors import Conflict, InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.rules.draw import clean_dice, seed_of
from exam.rules.exam_sheets import RecheckLine, RecheckRecord
from exam.rules.marks import MarkScale, check_points, show
from exam.rules.recheck import (
    LABEL_SUFFIX,
    Band,
    MarkedPaper,
    RecheckRule,
    choose,
    freeze_code,
    frozen_text,
)
from exam.services.competition import check_version, get_competition, get_rules
from exam.services.recheck_rows import RecheckRow, RereadRow, count_row, list_rows
from exam.services.sittings import SittingRow, get_sitting
from exam.services.written_papers import PaperRow, is_sealed, list_papers, locked_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw
from models.rechecks import Recheck, RecheckMark, RecheckPaper
from models.sittings import Section, Sitting, WrittenMark

FROZEN, READING, FULL, CLOSED, VOID = "frozen", "reading", "full", "closed", "void"
IN_WORK = (READING, FULL)


@dataclass(frozen=True, slots=True)
class RereadOutcome:
    """What saving one re-read mark did. ``forced``: it brought the full recheck, so there are new papers."""

    row: RereadRow
    recheck: RecheckRow
    forced: bool


@dataclass(frozen=True, slots=True)
class RecheckSheet:
    """A sitting with its recheck, if there is one, and the sections to re-read in the order of the record.

    ``exam_dice`` says whether the dice of the exam draw can be used. ``sealed``: codes are sealed numbers.
    """

    sitting: SittingRow
    sealed: bool
    marked: int
    rule: RecheckRule
    recheck: RecheckRow | None
    rows: tuple[RereadRow, ...]
    exam_dice: bool


# Reading


def get_recheck(uow: UnitOfWork, *, sitting_id: int) -> RecheckSheet:
    """The present recheck of a sitting. Codes only, whoever asks."""
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.VERIFY_MARKS)
    sitting = get_sitting(uow, sitting_id=sitting_id)
    stored = uow.session.get_one(Sitting, sitting_id)
    found = _current(uow, sitting_id)
    row = count_row(uow, found) if found is not None else None
    if row is not None:
        marked = row.papers
    else:
        marked = sum(one.was_marked for one in list_papers(uow, sitting_id=sitting_id)) if sitting.locked else 0
    return RecheckSheet(
        sitting, is_sealed(stored), marked, get_rule(uow), row, list_rows(uow, found) if found is not None else (),
        bool(_exam_dice(uow, stored)),
    )  # fmt: skip


def get_record(uow: UnitOfWork, *, sitting_id: int) -> RecheckRecord | None:
    """The 复核记录 as it is printed: codes, first and re-read marks. ``None`` before the papers are drawn."""
    sheet = get_recheck(uow, sitting_id=sitting_id)
    row = sheet.recheck
    if row is None or row.state == FROZEN:
        return None
    done = row.rate.complete and row.read == row.to_read
    return RecheckRecord(
        sitting=sheet.sitting.name, seed=row.seed, papers=row.papers, top=row.top, sample=row.sample, read=row.read,
        wrong=row.rate.errors, error_rate=row.rate.percent, limit=row.rule.limit,
        full=row.state == FULL or row.rate.forces_full if done or row.rate.forces_full else None,
        lines=tuple(
            RecheckLine(one.code, one.section, one.first, one.reread, one.reason, one.band is Band.SAMPLE)
            for one in sheet.rows
        ),
        opened=not sheet.sealed,
    )  # fmt: skip


def get_rule(uow: UnitOfWork) -> RecheckRule:
    """The percentages of the competition."""
    rules = get_rules(uow)
    return RecheckRule(rules.recheck_top, rules.recheck_sample, rules.recheck_error_limit)


# Commands


def freeze_recheck(uow: UnitOfWork, *, sitting_id: int) -> RecheckSheet:
    """Freeze the marks of a locked sitting and the percentages, before the dice."""
    require(uow, Right.LOCK_MARKS)
    sitting = locked_sitting(uow, sitting_id, hold="alone")
    if _current(uow, sitting_id) is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "There is a recheck of {sitting} already. Declare it void before another one."),
            sitting=sitting.name,
        )
    papers = [row for row in list_papers(uow, sitting_id=sitting_id) if row.was_marked]
    if not papers:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "No paper of {sitting} has a mark, so there is nothing to re-read."),
            sitting=sitting.name,
        )
    rule, label = get_rule(uow), _label(uow, sitting_id)
    text = frozen_text(_marked(papers), rule)
    number = (uow.session.scalar(select(func.max(Recheck.number)).where(Recheck.label == label)) or 0) + 1
    uow.session.add(
        Recheck(
            sitting_id=sitting_id, label=label, number=number, top=rule.top, sample=rule.sample,
            error_limit=rule.limit, state=FROZEN, frozen=text, freeze=freeze_code(text), frozen_at=uow.now,
            frozen_by=uow.person.name,
        )
    )  # fmt: skip
    uow.session.flush()
    uow.record(journal.RECHECK_FROZEN, sitting.name, label=label, freeze=freeze_code(text), papers=len(papers))
    return get_recheck(uow, sitting_id=sitting_id)


def draw_recheck(
    uow: UnitOfWork, *, recheck_id: int, seen_version: int, dice: str = "", again: str = ""
) -> RecheckSheet:
    """Draw the sample: with dice thrown now (typed twice, ``dice`` and ``again``) or, without any, the exam's.

    Raises :class:`InvalidInput` when the two do not agree, :class:`RuleBroken` when a mark was changed after
    the freeze.
    """
    require(uow, Right.LOCK_MARKS)
    recheck = _find(uow, recheck_id, seen_version)
    sitting = locked_sitting(uow, recheck.sitting_id, hold="alone")
    if recheck.state != FROZEN:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "The papers of this recheck were drawn already."))
    digits = _dice(uow, sitting, dice, again)
    papers = [row for row in list_papers(uow, sitting_id=sitting.id) if row.was_marked]
    rule = RecheckRule(recheck.top, recheck.sample, recheck.error_limit)
    if frozen_text(_marked(papers), rule) != recheck.frozen:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Marks were changed after the freeze. Declare this recheck void, freeze again and throw new dice.",
            )
        )
    recheck.dice, recheck.seed = digits, seed_of(recheck.label, recheck.freeze, digits)
    recheck.state, recheck.drawn_at, recheck.drawn_by = READING, uow.now, uow.person.name
    chosen = choose(_marked(papers), rule, recheck.seed)
    by_code = {row.code: row for row in papers}
    _take(uow, recheck, Band.TOP, [by_code[code] for code in chosen.top])
    _take(uow, recheck, Band.SAMPLE, [by_code[code] for code in chosen.sample])
    uow.session.flush()
    uow.record(
        journal.RECHECK_DRAWN, sitting.name, label=recheck.label, dice=digits, top=len(chosen.top),
        sample=list(chosen.sample),
    )  # fmt: skip
    return get_recheck(uow, sitting_id=sitting.id)


def save_reread(
    uow: UnitOfWork, *, mark_id: int, points: Decimal | None, seen_version: int, reason: str = ""
) -> RereadOutcome:
    """Enter a mark as it was re-read from the paper (``None`` takes it back); ``reason`` explains a difference.

    Whoever entered a mark of this paper may not re-read it. When the errors in the random sample are over
    the limit, all other papers are added at once. Raises :class:`Conflict` with both values when somebody
    else was faster.
    """
    require(uow, Right.VERIFY_MARKS)
    mark = uow.session.get(RecheckMark, mark_id, with_for_update=True)
    if mark is None:
        raise _gone()
    paper = uow.session.get_one(RecheckPaper, mark.paper_id)
    # Held until the commit: of two who re-read at once, the second one sees the errors of the first one.
    recheck = uow.session.get_one(Recheck, paper.recheck_id, with_for_update=True)
    locked_sitting(uow, recheck.sitting_id, hold="shared")
    if recheck.state not in IN_WORK:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This recheck is closed. Nothing can be re-read in it any more."))
    if _me(uow) in _enterers(uow, paper.candidate_id):
        raise NotAllowed(
            QT_TRANSLATE_NOOP("exam", "Marks of this paper were entered by you. Somebody else re-reads it.")
        )
    section = uow.session.get_one(Section, mark.section_id)
    if points is not None:
        points = check_points(points, MarkScale(section.full, get_rules(uow).mark_step))
    reason = " ".join(reason.split()) if points is not None and points != mark.first else ""
    if (mark.reread, mark.reason) == (points, reason):
        return RereadOutcome(list_rows(uow, recheck, mark_id)[0], count_row(uow, recheck), False)
    if mark.version != seen_version:
        raise Conflict(
            QT_TRANSLATE_NOOP(
                "exam", "{by} re-read {theirs} here in the meantime; you typed {mine}. Look at the paper."
            ),
            by=mark.read_by, theirs="—" if mark.reread is None else show(mark.reread),
            mine="—" if points is None else show(points),
        )  # fmt: skip
    old, mark.reread, mark.reason = mark.reread, points, reason
    mark.read_by, mark.read_by_id, mark.read_at = uow.person.name, uow.person.account_id, uow.now
    uow.session.flush()
    uow.record(
        journal.RECHECK_READ, paper.code, section=section.name, first=mark.first, old=old, new=points, reason=reason
    )
    forced = recheck.state == READING and count_row(uow, recheck).rate.forces_full
    if forced:
        _force_full(uow, recheck)
    return RereadOutcome(list_rows(uow, recheck, mark_id)[0], count_row(uow, recheck), forced)


def close_recheck(uow: UnitOfWork, *, recheck_id: int, seen_version: int, witness: Person) -> RecheckSheet:
    """Sign the recheck off: two people, everything re-read, every difference corrected."""
    require(uow, Right.LOCK_MARKS)
    recheck = _find(uow, recheck_id, seen_version)
    sitting = locked_sitting(uow, recheck.sitting_id, hold="alone")
    if recheck.state not in IN_WORK:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Only a recheck whose papers are drawn can be closed."))
    if (witness.account_id, witness.name) == _me(uow):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This takes two people. Let another person confirm it."))
    row = count_row(uow, recheck)
    if row.read < row.to_read:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "Papers still to be re-read: {count}. The recheck is closed after the last one."),
            count=row.to_read - row.read,
        )
    if row.uncorrected:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Papers whose mark was re-read differently and not corrected yet: {count}. Propose a correction, or "
                "read the paper once more.",
            ),
            count=row.uncorrected,
        )
    recheck.state, recheck.closed_at = CLOSED, uow.now
    recheck.closed_by, recheck.witness = uow.person.name, witness.name
    uow.session.flush()
    uow.record(
        journal.RECHECK_CLOSED, sitting.name, label=recheck.label, witness=witness.name, papers=row.papers,
        read=row.read, errors=row.rate.errors, rate=row.rate.percent,
    )  # fmt: skip
    return get_recheck(uow, sitting_id=sitting.id)


def void_recheck(uow: UnitOfWork, *, recheck_id: int, seen_version: int, reason: str) -> RecheckSheet:
    """Declare a recheck void, so that another one can be frozen; the reason stays in the journal."""
    require(uow, Right.MANAGE_WRITTEN)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why this recheck is void."))
    recheck = _find(uow, recheck_id, seen_version)
    if recheck.state == VOID:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This recheck is void already."))
    recheck.state, recheck.reason = VOID, reason.strip()
    uow.session.flush()
    uow.record(journal.RECHECK_VOIDED, recheck.label, number=recheck.number, reason=reason.strip())
    return get_recheck(uow, sitting_id=recheck.sitting_id)


# Inside


def _current(uow: UnitOfWork, sitting_id: int) -> Recheck | None:
    return uow.session.scalar(
        select(Recheck).where(Recheck.sitting_id == sitting_id, Recheck.state != VOID).order_by(Recheck.id.desc())
    )


def _find(uow: UnitOfWork, recheck_id: int, seen_version: int) -> Recheck:
    recheck = uow.session.get(Recheck, recheck_id, with_for_update=True)
    if recheck is None:
        raise _gone()
    check_version(recheck.version, seen_version)
    return recheck


def _gone() -> NotFound:
    return NotFound(QT_TRANSLATE_NOOP("exam", "This recheck is no longer there. Press F5 to see the present state."))


def _me(uow: UnitOfWork) -> tuple[int | None, str]:
    return uow.person.account_id, uow.person.name


def _marked(papers: Sequence[PaperRow]) -> list[MarkedPaper]:
    return [MarkedPaper(row.code, row.total) for row in papers if row.total is not None]


def _label(uow: UnitOfWork, sitting_id: int) -> str:
    """The label of the exam draw with another suffix and the number of the sitting."""
    exam = uow.session.scalar(select(Draw.label).where(Draw.kind == "exam").order_by(Draw.id.desc()).limit(1))
    base = (exam or f"CSC-{get_competition(uow).year}-exam").removesuffix("-exam")
    return f"{base}{LABEL_SUFFIX}-{sitting_id}"


def _exam_dice(uow: UnitOfWork, sitting: Sitting) -> str:
    draw = uow.session.get(Draw, sitting.draw_id) if sitting.draw_id is not None else None
    return (draw.dice or "") if draw is not None and draw.state == "run" else ""


def _dice(uow: UnitOfWork, sitting: Sitting, dice: str, again: str) -> str:
    if not dice.strip():
        digits = _exam_dice(uow, sitting)
        if not digits:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Throw the dice and type their digits twice."))
        return digits
    digits = clean_dice(dice)
    if digits != clean_dice(again):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The digits typed first and second differ. Look at the dice and type them again.")
        )
    return digits


def _take(uow: UnitOfWork, recheck: Recheck, band: Band, papers: Sequence[PaperRow]) -> None:
    if not papers:
        return
    session = uow.session
    session.execute(
        insert(RecheckPaper),
        [
            {
                "recheck_id": recheck.id, "candidate_id": row.candidate_id, "code": row.code, "band": band.value,
                "position": at,
            }
            for at, row in enumerate(papers, 1)
        ],
    )  # fmt: skip
    query = select(RecheckPaper.candidate_id, RecheckPaper.id).where(
        RecheckPaper.recheck_id == recheck.id, RecheckPaper.band == band.value
    )
    ids = dict(session.execute(query).all())
    session.execute(
        insert(RecheckMark),
        [
            {"paper_id": ids[row.candidate_id], "section_id": section_id, "first": points, "version": 1}
            for row in papers
            for section_id, points in zip(row.sections, row.marks, strict=True)
        ],
    )


def _force_full(uow: UnitOfWork, recheck: Recheck) -> None:
    taken = set(
        uow.session.scalars(select(RecheckPaper.candidate_id).where(RecheckPaper.recheck_id == recheck.id))
    )
    papers = [row for row in list_papers(uow, sitting_id=recheck.sitting_id) if row.was_marked]
    rest = [row for row in papers if row.candidate_id not in taken]
    recheck.state = FULL
    _take(uow, recheck, Band.FULL, rest)
    uow.session.flush()
    uow.record(journal.RECHECK_DRAWN, recheck.label, full=True, added=len(rest))


def _enterers(uow: UnitOfWork, candidate_id: int) -> set[tuple[int | None, str]]:
    rows = uow.session.execute(
        select(WrittenMark.entered_by_id, WrittenMark.entered_by).where(WrittenMark.candidate_id == candidate_id)
    )
    return {(account, name) for account, name in rows}
