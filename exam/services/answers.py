"""Objective answers: the key of a section, the answers of the candidates, and the marks that follow from them.

An option of a section. The mark is entered by whoever typed the answers and verified like every other mark.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import ImportRejected, InvalidInput, NotFound, Problem, RuleBroken
from exam.rules.answers import AnswerKey, PartRule, Scored, read_answers, read_key, score
from exam.rules.marks import Attendance, MarkScale, normalise, show
from exam.services.competition import check_version, get_rules
from exam.services.mark_pairs import FIRST_ENTRY, entered_by, verify_equal_entries
from exam.services.mark_rows import entered_twice
from exam.services.marks import find_section, paper_name, write_mark
from exam.services.sittings import open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.sittings import AnswerSheet, Candidate, Section, SectionKey, Sitting, WrittenMark


@dataclass(frozen=True, slots=True)
class KeyRow:
    """The key of a section as it was typed; ``version`` 0 = there is none yet."""

    section_id: int
    text: str
    part: PartRule
    version: int
    sheets: int


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """A line as typed or read from a file: its row, the number on the paper, the answers."""

    row: int
    number: str
    answers: str


@dataclass(frozen=True, slots=True)
class AnswersOutcome:
    """How many sheets were scored anew, and how many stood there with the same answers already."""

    scored: int
    same: int


@dataclass(frozen=True, slots=True)
class QuestionPoints:
    """Points per candidate (rows) and question (columns), for the item analysis."""

    full: tuple[Decimal, ...]
    rows: tuple[tuple[Decimal, ...], ...]


def get_key(uow: UnitOfWork, *, section_id: int) -> KeyRow:
    """The key of a section; an empty one before it is set. Keys are secret: only for those who enter marks."""
    require(uow, Right.ENTER_MARKS)
    key = _find_key(uow, section_id)
    sheets = len(uow.session.scalars(select(AnswerSheet.id).where(AnswerSheet.section_id == section_id)).all())
    if key is None:
        return KeyRow(section_id, "", PartRule.NONE, 0, sheets)
    return KeyRow(section_id, key.text, PartRule(key.part), key.version, sheets)


def set_key(uow: UnitOfWork, *, section_id: int, text: str, part: PartRule, seen_version: int) -> KeyRow:
    """Set or change the key; answers that stand are scored again, and changed marks verified anew.

    The points of all questions must make the full mark of the section.
    """
    require(uow, Right.MANAGE_WRITTEN)
    section = _section(uow, section_id)
    open_sitting(uow, section.sitting_id, alone=True)
    stored = _find_key(uow, section_id)
    if stored is not None and (stored.text, stored.part) == (text.strip(), part.value):
        return get_key(uow, section_id=section_id)
    check_version(stored.version if stored is not None else 0, seen_version)
    key = read_key(text)
    if key.full != section.full:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "The questions add up to {total} points, but {section} has {full}. Correct the key."
            ),
            total=show(key.full),
            section=section.name,
            full=show(section.full),
        )
    if stored is None:
        stored = SectionKey(section_id=section_id)
        uow.session.add(stored)
    stored.text, stored.part = text.strip(), part.value
    uow.session.flush()
    changed = _score_again(uow, section_id, key, part)
    uow.record(journal.ANSWER_KEY_SET, section.name, part=part.value, questions=len(key.questions), changed=changed)
    return get_key(uow, section_id=section_id)


def score_answers(
    uow: UnitOfWork, *, section_id: int, lines: Sequence[AnswerLine], file_name: str = "", sha256: str = ""
) -> AnswersOutcome:
    """Take in answers, all lines or none, and enter the marks; one journal entry, with the file if it was one.

    The same answers again change nothing. Raises :class:`ImportRejected` with every line that names no
    paper, does not fit the key, comes twice, or meets another mark.
    """
    require(uow, Right.ENTER_MARKS)
    section = _section(uow, section_id)
    open_sitting(uow, section.sitting_id)
    key, part, step = _scoring(uow, section_id)
    candidates = _candidates(uow, section.sitting_id)
    marks = _marks(uow, section_id)
    sheets = _sheets(uow, section_id)
    twice, barred = entered_twice(uow), _own_second(uow, section_id)
    problems: list[Problem] = []
    taken: dict[int, tuple[Candidate, Scored]] = {}
    same = 0
    for line in lines:
        candidate = candidates.get(normalise(line.number).casefold())
        try:
            scored = score(read_answers(line.answers, key), key, part, step)
        except InvalidInput as error:
            problems.append(Problem(line.row, "", line.answers[:40], error.text, "", tuple(error.params.items())))
            continue
        if candidate is None or candidate.id in taken or candidate.id in barred or _away(candidate):
            problems.append(Problem(line.row, "", line.number, _why_not(candidate, taken), ""))
            continue
        sheet, mark = sheets.get(candidate.id), marks.get(candidate.id)
        stands = mark is not None and mark.points == scored.total
        if twice and mark is not None and mark.points is not None and not entered_by(mark, uow.person):
            # Not even an equal one: else the second person could ask what the first one read.
            problems.append(Problem(line.row, "", line.number, _OTHER_MARK, _LOOK))
        elif stands and sheet is not None and sheet.answers == scored.text:
            same += 1
        elif mark is not None and mark.points is not None and mark.points != scored.total:
            problems.append(Problem(line.row, "", line.number, _OTHER_MARK, _LOOK))
        else:
            taken[candidate.id] = (candidate, scored)
    if problems:
        raise ImportRejected(problems)
    for candidate, scored in taken.values():
        _enter(uow, section_id, candidate, scored, sheets.get(candidate.id), marks.get(candidate.id))
    uow.session.flush()
    if taken:
        if twice:
            verify_equal_entries(uow, list(taken))
        values = [[paper_name(candidate), show(scored.total)] for candidate, scored in taken.values()]
        source = {"file": file_name, "sha256": sha256} if file_name else {}
        uow.record(journal.ANSWERS_SCORED, section.name, marks=len(taken), values=values, **source)
    return AnswersOutcome(len(taken), same)


def list_question_points(uow: UnitOfWork, *, section_id: int) -> QuestionPoints | None:
    """Points per candidate and question of a keyed section, without names; ``None`` without a key."""
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    if _find_key(uow, section_id) is None:
        return None
    key, part, step = _scoring(uow, section_id)
    texts = uow.session.scalars(
        select(AnswerSheet.answers).where(AnswerSheet.section_id == section_id).order_by(AnswerSheet.candidate_id)
    )
    rows = tuple(score(read_answers(text, key), key, part, step).points for text in texts)
    return QuestionPoints(tuple(question.points for question in key.questions), rows)


# Inside

_NO_KEY = QT_TRANSLATE_NOOP("exam", "This section has no key yet. Set the key of its questions first.")
_NO_PAPER = QT_TRANSLATE_NOOP("exam", "No paper of this sitting has this number.")
_TWICE = QT_TRANSLATE_NOOP("exam", "This paper stands in an earlier line already.")
_NOT_YOURS = QT_TRANSLATE_NOOP("exam", "You typed the second entry of this paper, or its candidate was absent.")
_OTHER_MARK = QT_TRANSLATE_NOOP("exam", "Another mark stands for this paper already.")
_LOOK = QT_TRANSLATE_NOOP("exam", "Look at the paper; clear the mark first if the answers are right.")


def _why_not(candidate: Candidate | None, taken: dict[int, tuple[Candidate, Scored]]) -> str:
    if candidate is None:
        return _NO_PAPER
    return _TWICE if candidate.id in taken else _NOT_YOURS


def _away(candidate: Candidate) -> bool:
    return bool(candidate.attendance) and not Attendance(candidate.attendance).takes_marks


def _section(uow: UnitOfWork, section_id: int) -> Section:
    section = uow.session.get(Section, section_id)
    if section is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "The sections of the paper were changed. Press F5 to see the present state.")
        )
    return find_section(uow, section_id, section.sitting_id)


def _find_key(uow: UnitOfWork, section_id: int) -> SectionKey | None:
    return uow.session.scalar(select(SectionKey).where(SectionKey.section_id == section_id))


def _scoring(uow: UnitOfWork, section_id: int) -> tuple[AnswerKey, PartRule, Decimal]:
    key = _find_key(uow, section_id)
    if key is None:
        raise RuleBroken(_NO_KEY)
    section = _section(uow, section_id)
    return read_key(key.text), PartRule(key.part), MarkScale(section.full, get_rules(uow).mark_step).step


def _candidates(uow: UnitOfWork, sitting_id: int) -> dict[str, Candidate]:
    """By the number on the paper: while the sitting is sealed, by the sealed number only."""
    sitting = uow.session.get(Sitting, sitting_id)
    hidden = sitting is not None and sitting.sealed_at is not None and sitting.opened_at is None
    found: dict[str, Candidate] = {}
    everybody = select(Candidate).where(Candidate.sitting_id == sitting_id).with_for_update()
    for candidate in uow.session.scalars(everybody):
        if not hidden:
            found[candidate.ticket_number.casefold()] = candidate
        if candidate.sealed_number:
            found[candidate.sealed_number] = candidate
    return found


def _marks(uow: UnitOfWork, section_id: int) -> dict[int, WrittenMark]:
    found = select(WrittenMark).where(WrittenMark.section_id == section_id, WrittenMark.entry == FIRST_ENTRY)
    return {mark.candidate_id: mark for mark in uow.session.scalars(found)}


def _sheets(uow: UnitOfWork, section_id: int) -> dict[int, AnswerSheet]:
    found = uow.session.scalars(select(AnswerSheet).where(AnswerSheet.section_id == section_id))
    return {sheet.candidate_id: sheet for sheet in found}


def _own_second(uow: UnitOfWork, section_id: int) -> set[int]:
    """Candidates whose second entry this person typed."""
    if not entered_twice(uow):
        return set()
    return set(
        uow.session.scalars(
            select(WrittenMark.candidate_id).where(
                WrittenMark.section_id == section_id, WrittenMark.entry != FIRST_ENTRY,
                WrittenMark.points.is_not(None), WrittenMark.entered_by == uow.person.name,
                WrittenMark.entered_by_id == uow.person.account_id,
            )
        )
    )  # fmt: skip


def _enter(
    uow: UnitOfWork,
    section_id: int,
    candidate: Candidate,
    scored: Scored,
    sheet: AnswerSheet | None,
    mark: WrittenMark | None,
) -> None:
    if sheet is None:
        sheet = AnswerSheet(candidate_id=candidate.id, section_id=section_id)
        uow.session.add(sheet)
    sheet.answers = scored.text
    sheet.entered_by, sheet.entered_by_id, sheet.entered_at = uow.person.name, uow.person.account_id, uow.now
    if mark is None or mark.points != scored.total:
        write_mark(uow, mark, candidate.id, section_id, scored.total)
    candidate.attendance = candidate.attendance or Attendance.PRESENT.value


def _score_again(uow: UnitOfWork, section_id: int, key: AnswerKey, part: PartRule) -> list[list[str]]:
    """Marks that followed from the old key follow the new one; (paper, old, new) of those that moved."""
    step = get_rules(uow).mark_step
    marks = _marks(uow, section_id)
    moved: list[list[str]] = []
    for candidate_id, sheet in _sheets(uow, section_id).items():
        total = score(read_answers(sheet.answers, key), key, part, step).total
        mark = marks.get(candidate_id)
        if mark is not None and mark.points is not None and mark.points != total:
            candidate = uow.session.get_one(Candidate, candidate_id)
            moved.append([paper_name(candidate), show(mark.points), show(total)])
            write_mark(uow, mark, candidate_id, section_id, total)
    uow.session.flush()
    return moved
