"""The sample competition: a fresh one each time, every stage filled, with something left to do on the pages.

All its people sign in with the password :data:`PASSWORD`.
"""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

from exam import opening
from exam.files.roster import check_roster
from exam.progress import SILENT, Progress
from exam.rehearsal import exam_day, final, marking, quiz, recheck, results, rounds
from exam.rehearsal import steps as first
from exam.rehearsal.desk import NAMES, OFFICE, PASSWORD, RECHECKER, RECORDER, Desk
from exam.rehearsal.steps import FIRST_DAY, SAMPLE_DICE, Line, Rehearsal
from exam.services import competition, judging, marks, sittings, units
from exam.services.items import get_item
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


def ask_for_second_entry(play: Rehearsal) -> Line:
    """The papers are typed twice by two people."""
    play.desk.at(10, 13, 9)
    play.desk.run(OFFICE, lambda uow: competition.change_rule(uow, key="second_entry", text="all"))
    return "", {}


def hold_two_sittings(play: Rehearsal) -> Line:
    """Half of the units sit first; of both sittings everybody is seated and signed in, and the answers are scored."""
    chosen = play.desk.read(lambda uow: units.list_units(uow, active_only=True))
    half = [row.id for row in chosen[: len(chosen) // 2]]
    made: list[tuple[int, int]] = []
    for day, unit_ids in ((3, half), (4, None)):
        rounds.make_sitting(play, unit_ids, day)
        exam_day.seat_candidates(play)
        made.append((day, play.sitting_id))
    for day, play.sitting_id in made:
        exam_day.sign_everybody_in(play, day)
    return "", {}


def mark_second_sitting(play: Rehearsal) -> Line:
    """Marked once, the last papers not yet a second time, and one of the others read differently."""
    marking.score_answers(play)
    marking.import_written(play)
    marking.type_again(play, leave=LEFT_TO_VERIFY)
    return "", {}


def finish_first_sitting(play: Rehearsal) -> Line:
    """Sealed, marked twice, locked, re-read, opened."""
    first_id, working = play.desk.read(sittings.list_sittings)[0].id, play.sitting_id
    play.sitting_id = first_id
    play.written = rounds.candidate_results(play)
    for step in (
        exam_day.seal_papers, marking.score_answers, marking.import_written, marking.type_again,
        marking.verify_written, rounds.lock_written, recheck.recheck_papers, rounds.open_written,
    ):  # fmt: skip
        step(play)
    play.sitting_id = working
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
                uow, item_id=item.id, seen_version=item.version, witness=play.desk.people[OFFICE]
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
    rows = play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows, RECORDER)
    waiting = [row for row in reversed(rows) if row.marks[-1].points is not None and not row.marks[-1].verified_by]
    for row in waiting[:2]:
        play.desk.run(
            RECORDER,
            lambda uow, row=row: marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[-1].section_id, points=None,
                seen_version=row.marks[-1].version,
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
    ask_for_second_entry,
    hold_two_sittings,
    mark_second_sitting,
    finish_first_sitting,
    rounds.nominate,
    rounds.draw_groups,
    final.make_items,
    final.enter_final,
    final.confirm_on_screen,
    final.type_again,
    quiz.play_quiz,
    final.adjust,
    verify_most_of_final,
    lock_two_items,
    results.set_awards,
    results.publish,
    recheck.end_tie,
    results.publish_again,
    results.hand_out,
    mistype_one,
    take_two_back,
)


def _free_name(folder: Path, name: str) -> Path:
    number = 1
    while (path := folder / f"{name}{'' if number == 1 else f'-{number}'}.db").exists():
        number += 1
    return path
