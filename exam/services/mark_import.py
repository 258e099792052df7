"""Taking in a file of written marks: compared first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import ImportRejected, Problem, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules.marks import Attendance, normalise, show, typed_form
from exam.services.mark_file_rows import Entry, other_name, other_state, sealed_state, twice, typed_already
from exam.services.mark_pairs import FIRST_ENTRY, SECOND_ENTRY, Pair, find_pairs, refuse_second, verify_equal_entries
from exam.services.marks import CLEARS_MARKS, MarkRow, list_marks, may_change_sealed, write_mark
from exam.services.second_entry import require_second_entry
from exam.services.sittings import SectionRow, open_sitting
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff
from models.sittings import Candidate, Sitting, WrittenMark


@dataclass(frozen=True, slots=True)
class MarkChange:
    """What the file would do to one candidate; ``overwrites`` when another value stands there already."""

    row: int
    ticket_number: str
    old: str
    new: str
    overwrites: bool


@dataclass(frozen=True, slots=True)
class MarksComparison:
    """What a file would change. ``not_in_file``: candidates of the sitting whom the file does not name.

    ``verified`` and ``different`` are known after an import where marks are entered twice: marks that two people
    read alike, and marks that a third person has to settle. Before, nothing is said of the other entry.
    """

    changes: tuple[MarkChange, ...]
    same: int
    empty: int
    not_in_file: int
    problems: tuple[Problem, ...]
    verified: int = 0
    different: int = 0

    @property
    def overwrites(self) -> tuple[MarkChange, ...]:
        """Changes that replace a value that stands there."""
        return tuple(change for change in self.changes if change.overwrites)


def compare_marks(
    uow: UnitOfWork, *, sitting_id: int, entries: Sequence[Entry], entry: int = FIRST_ENTRY
) -> MarksComparison:
    """What :func:`import_marks` would do, and every reason why it would not."""
    require(uow, Right.ENTER_MARKS)
    return _match(uow, sitting_id, entries, entry).comparison


def import_marks(
    uow: UnitOfWork,
    *,
    sitting_id: int,
    entries: Sequence[Entry],
    file_name: str,
    sha256: str,
    overwrite: bool = False,
    entry: int = FIRST_ENTRY,
    progress: Progress = SILENT,
) -> MarksComparison:
    """Take in all rows or none; one journal entry names the file, its hash and every value.

    ``entry`` says whether the file is the first reading of the papers or, where the rules ask for it, the blind
    second one by another person. Without ``overwrite`` a value that differs from the one that stands there counts
    as a problem. Raises :class:`ImportRejected` with every problem.
    """
    require(uow, Right.ENTER_MARKS)
    sitting = open_sitting(uow, sitting_id)
    everybody = select(Candidate).where(Candidate.sitting_id == sitting_id).with_for_update()
    candidates = {row.id: row for row in uow.session.scalars(everybody)}
    match = _match(uow, sitting_id, entries, entry)
    compared = match.comparison
    problems = list(compared.problems)
    if not overwrite:
        problems += [_standing(change) for change in compared.overwrites]
    if problems:
        raise ImportRejected(problems)
    if not compared.changes:
        return compared
    ids = [section.id for section in match.sections]
    found = uow.session.scalars(select(WrittenMark).where(WrittenMark.section_id.in_(ids), WrittenMark.entry == entry))
    marks = {(mark.candidate_id, mark.section_id): mark for mark in found}
    for done, (row, line) in enumerate(match.changed):
        if done % 200 == 0:
            progress.step(done, len(match.changed))
        _apply(uow, candidates[row.candidate_id], marks, ids, line, entry, match.hidden)
    uow.session.flush()
    if match.twice:
        verified, different = verify_equal_entries(uow, [row.candidate_id for row, _ in match.changed])
        compared = replace(compared, verified=verified, different=different)
    progress.step(len(match.changed), len(match.changed))
    tag = journal.MARKS_IMPORTED if entry == FIRST_ENTRY else journal.MARKS_IMPORTED_AGAIN
    uow.record(
        tag, sitting.name, file=file_name, sha256=sha256, marks=len(compared.changes),
        values=[[change.ticket_number, change.old, change.new] for change in compared.changes],
    )  # fmt: skip
    return compared


# Inside


@dataclass(frozen=True, slots=True)
class _Match:
    comparison: MarksComparison
    changed: tuple[tuple[MarkRow, Entry], ...]
    sections: tuple[SectionRow, ...]
    twice: bool
    hidden: bool


def _match(uow: UnitOfWork, sitting_id: int, entries: Sequence[Entry], number: int) -> _Match:
    second = number == SECOND_ENTRY
    if second:
        require_second_entry(uow)
    sheet = list_marks(uow, sitting_id=sitting_id, entry=number)
    rows = {row.candidate_id: row for row in sheet.rows}
    pairs = find_pairs(uow, list(rows)) if second else {}
    tickets, numbers, names = _keys(uow, sitting_id)
    problems: list[Problem] = []
    changes: list[MarkChange] = []
    changed: list[tuple[MarkRow, Entry]] = []
    seen: dict[int, int] = {}
    same = empty = 0
    for entry in entries:
        candidate_id = _find(entry, tickets, numbers, problems)
        if candidate_id is None:
            continue
        if candidate_id in seen:
            problems.append(twice(entry, seen[candidate_id]))
            continue
        seen[candidate_id] = entry.row
        if entry.name and entry.name != normalise(names.get(candidate_id, "")):
            problems.append(other_name(entry))
            continue
        row = rows[candidate_id]
        old, new = (_shown(row), _wanted(row, entry)) if not second else _typed_again(row, entry)
        problem = _refused_again(uow, row, entry, pairs) if second else None
        if sheet.sitting.hides_names and not second and _opens_seal(uow, row, entry):
            problem = sealed_state(entry)
        if sheet.twice and not second and old != new and _touches_other_entry(row, entry):
            problem = typed_already(entry)
        if entry.empty:
            empty += 1
        elif problem is not None:
            problems.append(problem)
        elif old == new:
            same += 1
        else:
            changes.append(MarkChange(entry.row, row.paper, old, new, bool(old) if second else _replaces(row, entry)))
            changed.append((row, entry))
    comparison = MarksComparison(tuple(changes), same, empty, len(rows) - len(seen), tuple(problems))
    return _Match(comparison, tuple(changed), sheet.sitting.sections, sheet.twice, sheet.sitting.hides_names)


def _typed_again(row: MarkRow, entry: Entry) -> tuple[str, str]:
    """The second entry as this person sees it, and as the file would make it; states are not entered twice."""
    pairs = list(zip(entry.points, row.marks, strict=True))
    new = [mark.points if points is None else points for points, mark in pairs]
    return _text(None, [mark.points for _, mark in pairs]), _text(None, new)


def _refused_again(
    uow: UnitOfWork, row: MarkRow, entry: Entry, pairs: Mapping[tuple[int, int], Pair]
) -> Problem | None:
    """Why this row cannot be a second entry; the other entry is never said."""
    sat = row.attendance is None or row.attendance.takes_marks
    marked = any(points is not None for points in entry.points)
    if (sat and entry.attendance is not None and not entry.attendance.takes_marks) or (marked and not sat):
        return other_state(entry)
    for points, mark in zip(entry.points, row.marks, strict=True):
        if points is None or points == mark.points:
            continue
        try:
            refuse_second(uow, pairs.get((row.candidate_id, mark.section_id), Pair(None, None)))
        except RuleBroken as error:
            number = entry.ticket_number or entry.staff_number
            return Problem(entry.row, "", number, error.text, "", tuple(error.params.items()))
    return None


def _replaces(row: MarkRow, entry: Entry) -> bool:
    """Whether something that stands is replaced. A first mark of somebody who signed in, late or not, is none."""
    state = row.attendance
    if any(mark.stands for mark in row.marks):
        # A section that is still empty is filled in beside the others, such as one whose answers were scored.
        pairs = zip(entry.points, row.marks, strict=True)
        other = any(mark.stands and new is not None and new != mark.points for new, mark in pairs)
        return other or entry.attendance not in (None, state)
    if state is None or state is Attendance.PRESENT:
        return False
    return not state.takes_marks or entry.attendance not in (None, state)


def _keys(uow: UnitOfWork, sitting_id: int) -> tuple[dict[str, int], dict[str, int], dict[int, str]]:
    """Candidates by the number of the paper and by staff number, and their names.

    A sealed paper is found by its sealed number only: a file by names or tickets would open the seal.
    """
    lines = uow.session.execute(
        select(
            Candidate.id, Candidate.ticket_number, Candidate.sealed_number, Staff.folded_number, Staff.name,
            Sitting.opened_at,
        )
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Sitting, Sitting.id == Candidate.sitting_id)
        .where(Candidate.sitting_id == sitting_id)
    ).all()  # fmt: skip
    sealed = {str(line[2]): line[0] for line in lines if line[2]}
    plain = [line for line in lines if not line[2] or line[5] is not None]
    return (
        {line[1].casefold(): line[0] for line in plain} | sealed,
        {line[3].casefold(): line[0] for line in plain},
        {line[0]: line[4] for line in plain},
    )


def _find(entry: Entry, tickets: dict[str, int], numbers: dict[str, int], problems: list[Problem]) -> int | None:
    by_ticket = tickets.get(entry.ticket_number.casefold())
    by_number = numbers.get(entry.staff_number.casefold())
    if (entry.ticket_number and by_ticket is None) or (not entry.ticket_number and by_number is None):
        value = entry.ticket_number or entry.staff_number
        problems.append(
            Problem(
                entry.row, "", value,
                QT_TRANSLATE_NOOP("exam", "No candidate of this sitting has this number."),
                QT_TRANSLATE_NOOP("exam", "Check the number and whether the right sitting is chosen."),
            )
        )  # fmt: skip
        return None
    if entry.ticket_number and entry.staff_number and by_ticket != by_number:
        problems.append(
            Problem(
                entry.row, "", f"{entry.ticket_number} / {entry.staff_number}",
                QT_TRANSLATE_NOOP("exam", "Ticket number and staff number belong to different people."),
                QT_TRANSLATE_NOOP("exam", "Correct one of them; perhaps the rows were shifted by sorting."),
            )
        )  # fmt: skip
        return None
    return by_ticket if entry.ticket_number else by_number


def _touches_other_entry(row: MarkRow, entry: Entry) -> bool:
    """Whether a mark of this row stands already, or waits for somebody else than this person.

    A mark that this person may not see is touched by an equal one, too: else a file could ask for it.
    """
    clears = entry.attendance in CLEARS_MARKS
    pairs = zip(entry.points, row.marks, strict=True)
    return any(
        (mark.stands and (clears or (new is not None and new != mark.points)))
        or (mark.barred and new is not None and mark.points is None)
        for new, mark in pairs
    )


def _opens_seal(uow: UnitOfWork, row: MarkRow, entry: Entry) -> bool:
    state = row.attendance
    changed = entry.attendance not in (None, state)
    return changed and not may_change_sealed(uow, "" if state is None else state.value, entry.attendance)


def _standing(change: MarkChange) -> Problem:
    return Problem(
        change.row, "", change.new,
        QT_TRANSLATE_NOOP("exam", "{ticket} has {old} already."),
        QT_TRANSLATE_NOOP("exam", "Look at the paper. To replace what was entered, allow it in the import."),
        (("ticket", change.ticket_number), ("old", change.old)),
    )  # fmt: skip


def _shown(row: MarkRow) -> str:
    """What stands there, as one text: state and marks; empty when nothing does."""
    return _text(row.attendance, [mark.points for mark in row.marks])


def _wanted(row: MarkRow, entry: Entry) -> str:
    """What would stand there after the import; a blank cell of the file changes nothing."""
    state = entry.attendance or row.attendance
    if state is not None and not state.takes_marks and entry.attendance is None:
        state = Attendance.PRESENT
    if state in CLEARS_MARKS:
        return _text(state, ())
    pairs = zip(entry.points, row.marks, strict=True)
    return _text(state, [new if new is not None else mark.points for new, mark in pairs])


def _text(state: Attendance | None, points: Sequence[Decimal | None]) -> str:
    shown = "" if state in (None, Attendance.PRESENT) else typed_form(state)
    marks = "+".join("" if point is None else show(point) for point in points)
    return " ".join(part for part in (shown, marks.strip("+")) if part)


def _apply(
    uow: UnitOfWork,
    candidate: Candidate,
    marks: dict[tuple[int, int], WrittenMark],
    sections: Sequence[int],
    entry: Entry,
    number: int,
    hidden: bool,
) -> None:
    state = entry.attendance
    if hidden and state is Attendance.PRESENT and candidate.attendance != Attendance.ZEROED.value:
        # Late and present are told alike of a sealed paper: what was signed in stays.
        state = None
    if number == SECOND_ENTRY:
        state = None
    else:
        if state is None:
            known = Attendance(candidate.attendance) if candidate.attendance else None
            state = known if known is not None and known.takes_marks else Attendance.PRESENT
        candidate.attendance = state.value
    for section_id, points in zip(sections, entry.points, strict=True):
        mark = marks.get((candidate.id, section_id))
        old = mark.points if mark is not None else None
        new = None if state in CLEARS_MARKS else points if points is not None else old
        if new != old:
            write_mark(uow, mark, candidate.id, section_id, new, number)
