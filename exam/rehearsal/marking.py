"""The marks of the written round in a rehearsal: answers scored by the key, a file of marks, typed twice, settled."""

from __future__ import annotations

from decimal import Decimal

from exam.files.marks import MarkEntry, read_marks
from exam.rehearsal.desk import OFFICE, RECHECKER, RECORDER, SECOND, SUPERVISOR
from exam.rehearsal.files import write_written_marks
from exam.rehearsal.marks import ANSWER_KEY, OBJECTIVE_FULL, SUBJECTIVE_FULL, answers_for, objective_part
from exam.rehearsal.steps import Line, Rehearsal
from exam.rules.answers import PartRule
from exam.rules.marks import Attendance
from exam.services import answers, marks, seals, second_entry, sittings
from exam.services.mark_import import import_marks
from exam.services.mark_pairs import FIRST_ENTRY, SECOND_ENTRY
from exam.services.sittings import SittingRow
from exam.words import QT_TRANSLATE_NOOP

SECTION_NAMES = {"zh": ("客观题", "主观题"), "en": ("Objective section", "Written answers")}
MARKS_FILE = {"zh": "笔试成绩.xlsx", "en": "written-marks.xlsx"}
AGAIN_FILE = {"zh": "笔试成绩-第二人.xlsx", "en": "written-marks-again.xlsx"}
Paper = tuple[str, str]
"""The number on a paper and, as here the program itself is the marker, whose it is."""


def sections(play: Rehearsal) -> tuple[tuple[str, Decimal], ...]:
    """The sample's paper has two sections; a derived one has a single mark."""
    if not play.own_files:
        return ()
    return tuple(zip(SECTION_NAMES[play.desk.language], (OBJECTIVE_FULL, SUBJECTIVE_FULL), strict=True))


def score_answers(play: Rehearsal) -> Line:
    """The key of the objective section, then everybody's answers. A paper without sections has none."""
    desk, sitting = play.desk, _sitting(play)
    if len(sitting.sections) < 2:
        return QT_TRANSLATE_NOOP("exam", "No objective section in these papers"), {}
    section_id = sitting.sections[0].id
    desk.at(11, 3, 14)
    desk.run(
        OFFICE,
        lambda uow: answers.set_key(
            uow, section_id=section_id, text=ANSWER_KEY, part=PartRule.HALF, seen_version=0
        ),
    )  # fmt: skip
    lines = [
        answers.AnswerLine(row, number, answers_for(staff, objective_part(points)))
        for row, (number, staff) in enumerate(papers_of(play), 1) if (points := play.written[staff].points) is not None
    ]  # fmt: skip
    done = desk.run(RECORDER, lambda uow: answers.score_answers(uow, section_id=section_id, lines=lines))
    play.facts["written"]["answers"] = done.scored
    return QT_TRANSLATE_NOOP("exam", "Objective answers scored by the key: {count} sheets"), {"count": done.scored}


def import_written(play: Rehearsal) -> Line:
    """The marks by the number on the paper as a workbook through the gate, typed in by one recorder."""
    play.desk.at(11, 3, 16)
    count = _take_in(play, RECORDER, MARKS_FILE[play.desk.language], papers_of(play), scored=True)
    away = sum(not result.attendance.sat for result in play.written.values())
    zeroed = sum(result.attendance is Attendance.ZEROED for result in play.written.values())
    play.facts["written"].update({"candidates": len(play.written), "away": away, "zeroed": zeroed})
    return QT_TRANSLATE_NOOP("exam", "Written marks imported: {count} candidates, {away} away, {zeroed} zeroed"), {
        "count": count,
        "away": away,
        "zeroed": zeroed,
    }


def type_again(play: Rehearsal, leave: int = 0) -> Line:
    """Another person types every mark again, blind, and slips once: two digits change places.

    ``leave`` papers at the end of the pile are not typed yet.
    """
    if not play.desk.read(second_entry.entered_twice):
        return QT_TRANSLATE_NOOP("exam", "The rules ask for no second entry"), {}
    play.desk.at(11, 3, 19)
    known = papers_of(play)
    known = known[: len(known) - leave]
    count = _take_in(play, SECOND, AGAIN_FILE[play.desk.language], known, slip_at=_first_slip(play, known))
    differ = len(play.desk.read(lambda uow: second_entry.list_differences(uow, sitting_id=play.sitting_id), RECHECKER))
    play.facts["written"]["second_entry"] = {"papers": count, "different": differ}
    text = QT_TRANSLATE_NOOP("exam", "Every mark typed again by another person: {count} papers, {differ} differently")
    return text, {"count": count, "differ": differ}


def verify_written(play: Rehearsal) -> Line:
    """A third person settles what two read differently; marks typed once are compared with the papers."""
    desk = play.desk
    desk.at(11, 4, 9)
    if not desk.read(second_entry.entered_twice):
        done = desk.run(RECHECKER, lambda uow: marks.verify_marks(uow, sitting_id=play.sitting_id))
        return QT_TRANSLATE_NOOP("exam", "Written marks verified by another person: {count}"), {"count": done.verified}
    rows = desk.read(lambda uow: second_entry.list_differences(uow, sitting_id=play.sitting_id), RECHECKER)
    for row in rows:
        # The slip is the second person's: the paper shows what the first one typed.
        desk.run(
            RECHECKER,
            lambda uow, row=row: second_entry.settle_difference(
                uow, candidate_id=row.candidate_id, section_id=row.section_id, points=row.first or Decimal(0),
                first_version=row.first_version, second_version=row.second_version,
            ),
        )  # fmt: skip
    text = QT_TRANSLATE_NOOP("exam", "Marks typed alike verify each other; settled by a third person: {count}")
    return text, {"count": len(rows)}


def papers_of(play: Rehearsal) -> list[Paper]:
    """The papers of the sitting by the number that stands on them."""
    if not _sitting(play).sealed:
        rows = play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows)
        return [(row.ticket_number, row.staff_number) for row in rows]
    witness = play.desk.people[SUPERVISOR]
    found = play.desk.run(
        OFFICE, lambda uow: seals.take_out_seal_list(uow, sitting_id=play.sitting_id, witness=witness)
    )
    return [(row.sealed_number, row.staff_number) for row in found.rows]


def _sitting(play: Rehearsal) -> SittingRow:
    return play.desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=play.sitting_id))


def _take_in(
    play: Rehearsal, who: str, name: str, papers: list[Paper], *, scored: bool = False, slip_at: str = ""
) -> int:
    """Write a file of marks, read it through the gate and take it in. ``scored``: the answers give the first part."""
    sitting = _sitting(play)
    several = len(sitting.sections) > 1
    rows: list[tuple[str, tuple[Decimal | None, ...]]] = []
    for number, staff in papers:
        points = play.written[staff].points
        parts: tuple[Decimal | None, ...] = (points,)
        if several:
            first = None if points is None else objective_part(points)
            last = None if points is None or first is None else points - first
            parts = (None if scored else first, swapped(last) if last is not None and number == slip_at else last)
        rows.append((number, parts))
    if play.folder is None:
        # Nobody keeps the files of the sample, so what would stand in one is taken in at once.
        entries, sha256 = [MarkEntry(at, number, "", "", parts, None) for at, (number, parts) in enumerate(rows, 3)], ""
    else:
        path = play.file(name)
        heads = [one.name for one in sitting.sections]
        write_written_marks(path, rows, play.texts["name"], play.desk.language, heads)
        read = read_marks(path, sitting.sections)
        entries, sha256 = list(read.entries), read.sha256
    done = play.desk.run(
        who,
        lambda uow: import_marks(
            uow, sitting_id=play.sitting_id, entries=entries, file_name=name, sha256=sha256,
            entry=SECOND_ENTRY if who == SECOND else FIRST_ENTRY,
        ),
    )
    return len(done.changes)


def swapped(points: Decimal) -> Decimal:
    """Two digits before the point in the other order, as fingers do it."""
    whole = int(points)
    return points - whole + (whole % 10) * 10 + whole // 10


def _first_slip(play: Rehearsal, papers: list[Paper]) -> str:
    for number, staff in papers:
        points = play.written[staff].points
        if points is not None:
            last = points - objective_part(points)
            if last >= 10 and swapped(last) not in (last,) and swapped(last) <= SUBJECTIVE_FULL:
                return number
    return ""
