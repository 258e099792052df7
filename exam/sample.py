"""The sample competition: a fresh one each time, every stage filled, with something left to do on the pages.

All its people sign in with the password :data:`PASSWORD`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from exam import opening
from exam.files.marks import MarkEntry
from exam.files.roster import check_roster
from exam.progress import SILENT, Progress
from exam.rehearsal import exam_day, final, results, rounds
from exam.rehearsal import steps as first
from exam.rehearsal.desk import NAMES, OFFICE, PASSWORD, RECHECKER, RECORDER, Desk
from exam.rehearsal.steps import FIRST_DAY, SAMPLE_DICE, Line, Rehearsal
from exam.services import judging, marks
from exam.services.items import get_item
from exam.services.mark_import import import_marks
from resources import path as shipped

__all__ = ["PASSWORD", "open_sample", "people"]

FILE_NAMES = {"zh": "样例竞赛", "en": "sample-competition"}
LEFT_TO_VERIFY = 8
"""Candidates of the written round, and entrants of one item, whose marks are not verified yet."""


def people(language: str = "zh") -> list[str]:
    """Who can sign in to the sample; the first is the office administrator."""
    return list(NAMES[language].values())


def open_sample(folder: Path, progress: Progress = SILENT, *, language: str = "zh") -> Path:
    """Make a new sample competition in ``folder`` and return its file. An older sample stays as it is.

    Stopped or failed, it leaves nothing. Raises :class:`exam.errors.OutsideFault` when the folder cannot be
    written and :class:`exam.errors.Cancelled`.
    """
    target = _free_name(folder, FILE_NAMES[language])
    check = check_roster(shipped("samples", "花名册.xlsx"))
    if check.refused is not None:
        raise check.refused
    progress.step(0, len(STEPS))
    database = opening.create_database(target)
    try:
        play = Rehearsal(Desk(database, language, FIRST_DAY), check, True, SAMPLE_DICE, sample=True)
        for done, step in enumerate(STEPS, 1):
            step(play)
            progress.step(done, len(STEPS))
    except BaseException:
        database.close()
        for left in (target, target.with_name(target.name + "-journal")):
            left.unlink(missing_ok=True)
        raise
    database.close()
    return target


def enter_written(play: Rehearsal) -> Line:
    """The written marks as one recorder took them in; who sat is known from the sign-in."""
    play.desk.at(11, 3, 16)
    found = play.written
    rows = play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows)
    entries = [
        MarkEntry(
            at, row.ticket_number, row.staff_number, row.name, (found[row.staff_number].points,), None
        )
        for at, row in enumerate(rows, 3)
    ]  # fmt: skip
    name = rounds.MARKS_FILE[play.desk.language]
    play.desk.run(
        RECORDER,
        lambda uow: import_marks(uow, sitting_id=play.sitting_id, entries=entries, file_name=name, sha256=""),
    )
    return "", {}


def verify_most_written(play: Rehearsal) -> Line:
    """The last few papers still wait for their second look."""
    play.desk.at(11, 4, 9)
    rows = play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows)
    chosen = [row.candidate_id for row in rows[:-LEFT_TO_VERIFY]]
    play.desk.run(
        RECHECKER, lambda uow: marks.verify_marks(uow, sitting_id=play.sitting_id, candidate_ids=chosen)
    )
    return "", {}


def verify_most_of_final(play: Rehearsal) -> Line:
    """All is verified but the last entrants of the last item."""
    play.desk.at(11, 20, 16)
    ids = [row.id for row in final.nominees(play)]
    for key, item in play.final.items.items():
        chosen = ids[:-LEFT_TO_VERIFY] if key == "operation" else ids
        play.desk.run(
            RECHECKER,
            lambda uow, item=item, chosen=chosen: judging.verify_marks(uow, item_id=item.id, nominee_ids=chosen),
        )
    return "", {}


def lock_two_items(play: Rehearsal) -> Line:
    """What is verified as a whole is locked by two people."""
    play.desk.at(11, 20, 17)
    for key in ("written", "scenario"):
        item = play.desk.read(lambda uow, key=key: get_item(uow, item_id=play.final.items[key].id))
        play.desk.run(
            RECHECKER,
            lambda uow, item=item: judging.lock_item(
                uow, item_id=item.id, seen_version=item.version, witness=play.desk.names[OFFICE], password=PASSWORD
            ),
            serializable=True,
        )
    return "", {}


def mistype_one(play: Rehearsal) -> Line:
    """After the publication a mark is typed far from the others: it needs a look, and the draft differs."""
    play.desk.at(11, 22, 10)
    item_id = play.final.items["operation"].id
    sheet = play.desk.read(lambda uow: judging.get_sheet(uow, item_id=item_id))
    row = next(row for row in reversed(sheet.rows) if not row.verified_by)
    judge_id, cell = next(
        (judge, cell) for judge, cell in row.cells.items() if cell.points is not None and not cell.dropped
    )
    slip = (cell.points or Decimal(0)) - 20
    play.desk.run(
        RECORDER,
        lambda uow: judging.save_judge_mark(
            uow, item_id=item_id, nominee_id=row.nominee_id, judge_id=judge_id, points=slip,
            seen_version=cell.versions[0],
        ),
    )  # fmt: skip
    return "", {}


def take_two_back(play: Rehearsal) -> Line:
    """Two papers are read again: their marks are taken out and have to be entered anew."""
    play.desk.at(11, 22, 11)
    rows = play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows)
    waiting = [row for row in reversed(rows) if row.marks[0].points is not None and not row.marks[0].verified_by]
    for row in waiting[:2]:
        play.desk.run(
            RECORDER,
            lambda uow, row=row: marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=None,
                seen_version=row.marks[0].version,
            ),
        )  # fmt: skip
    return "", {}


STEPS: tuple[Callable[[Rehearsal], Line], ...] = (
    first.create,
    first.take_roster,
    first.plan_draw,
    first.freeze,
    first.run_draw,
    first.strike_one,
    rounds.make_sitting,
    exam_day.seat_candidates,
    exam_day.sign_everybody_in,
    enter_written,
    verify_most_written,
    rounds.nominate,
    rounds.draw_groups,
    final.make_items,
    final.enter_final,
    final.adjust,
    verify_most_of_final,
    lock_two_items,
    results.set_awards,
    results.publish,
    mistype_one,
    take_two_back,
)


def _free_name(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name}{'' if number == 1 else f'-{number}'}.db").exists():
        number += 1
    return path
