"""A whole competition without the window, from roster to certificates, with every person in their role.

The folder is made beside its place and named at the end: a rehearsal that is refused or fails leaves nothing.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import time
import uuid
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from exam import VERSION, opening
from exam.errors import ImportRejected, InvalidInput, OutsideFault
from exam.files.roster import RosterCheck, check_roster
from exam.rehearsal.desk import Desk
from exam.rehearsal.steps import FIRST_DAY, SAMPLE_DICE, Line, Rehearsal
from exam.rules.draw import clean_dice
from exam.words import QT_TRANSLATE_NOOP
from models.database import Database, is_server_address
from resources import path as shipped

SUMMARY = "summary.json"
MAKER = "rehearse"
Report = Callable[[str, dict[str, Any]], None]
Step = tuple[str, Callable[[Rehearsal], Line]]


def rehearse(
    folder: Path,
    *,
    roster: str | Path | None = None,
    dice: str | None = None,
    database: str | None = None,
    language: str = "zh",
    report: Report | None = None,
) -> dict[str, Any]:
    """Play a whole competition into ``folder`` and return its summary, which also lies there as JSON.

    ``roster`` None takes the sample's files; a roster of somebody else gets derived marks. ``dice`` are 20 to 40
    digits. ``database`` None makes ``competition.db`` in the folder. Raises :class:`InvalidInput` or
    :class:`ImportRejected` for what is refused; then nothing was made or changed.
    """
    folder = Path(folder)
    digits = clean_dice(dice) if dice is not None else SAMPLE_DICE
    _refuse_foreign_folder(folder)
    check = _checked(Path(roster) if roster is not None else shipped("samples", "花名册.xlsx"))
    part = folder.with_name(f".{folder.name}.{uuid.uuid4().hex[:8]}.part")
    try:
        part.mkdir(parents=True)
    except OSError as error:
        raise _cannot_write(folder) from error
    try:
        summary = _play_into(part, folder, check, roster is None, digits, database, language, report)
        _put_in_place(part, folder)
    except OSError as error:
        shutil.rmtree(part, ignore_errors=True)
        raise _cannot_write(folder) from error
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    return summary


def _play_into(
    part: Path,
    folder: Path,
    check: RosterCheck,
    own_files: bool,
    dice: str,
    address: str | None,
    language: str,
    report: Report | None,
) -> dict[str, Any]:
    target = _database_target(part, folder, address)
    _refuse_used_server(address)
    database = opening.create_database(target)
    try:
        desk = Desk(database, language, FIRST_DAY)
        play = Rehearsal(desk, check, own_files, dice, folder=part)
        seconds = play_steps(play, steps(), report)
    except BaseException:
        _undo_database(database)
        raise
    database.close()
    if database.path is not None:
        database.path.with_name(database.path.name + "-journal").unlink(missing_ok=True)
    summary: dict[str, Any] = {
        "made_by": MAKER,
        "version": VERSION,
        "language": language,
        "database": database.title.replace(str(part), str(folder)),
        "story_clock": True,
        **play.facts,
        "seconds": {name: round(each, 3) for name, each in seconds.items()},
        "cpu_seconds": round(time.process_time(), 2),
        "files": {name: _hash(part / name) for name in sorted(_files(part))},
    }
    (part / SUMMARY).write_text(json.dumps(summary, ensure_ascii=False, indent=1, default=str) + "\n", "utf-8")
    return summary


def play_steps(play: Rehearsal, which: Sequence[Step], report: Report | None = None) -> dict[str, float]:
    """Do the steps one after the other; the seconds each took."""
    seconds: dict[str, float] = {}
    for name, step in which:
        start = time.perf_counter()
        text, params = step(play)
        seconds[name] = time.perf_counter() - start
        if report is not None:
            report(text, params)
    return seconds


def steps() -> list[Step]:
    """All steps in order."""
    from exam.rehearsal import exam_day, final, marking, quiz, recheck, results, rounds
    from exam.rehearsal import steps as first

    return [
        ("create", first.create),
        ("roster", first.take_roster),
        ("rules", first.set_rules),
        ("plan", first.plan_draw),
        ("freeze", first.freeze),
        ("draw", first.run_draw),
        ("strike", first.strike_one),
        ("draw folder", rounds.write_draw_folder),
        ("sitting", rounds.make_sitting),
        ("seats", exam_day.seat_candidates),
        ("sign-in", exam_day.sign_everybody_in),
        ("sealing", exam_day.seal_papers),
        ("objective answers", marking.score_answers),
        ("written marks", marking.import_written),
        ("second entry", marking.type_again),
        ("written verification", marking.verify_written),
        ("written lock", rounds.lock_written),
        ("recheck", recheck.recheck_papers),
        ("opening of the seals", rounds.open_written),
        ("nominations", rounds.nominate),
        ("groups", rounds.draw_groups),
        ("items", final.make_items),
        ("final marks", final.enter_final),
        ("judge's view", final.confirm_on_screen),
        ("second entry of the final", final.type_again),
        ("quiz", quiz.play_quiz),
        ("adjustments", final.adjust),
        ("final verification", final.verify_final),
        ("final lock", final.lock_final),
        ("totals", results.total),
        ("awards", results.set_awards),
        ("publication", results.publish),
        ("objection", recheck.hear_objection),
        ("end of a tie", recheck.end_tie),
        ("second publication", results.publish_again),
        ("handing out", results.hand_out),
        ("papers", results.print_papers),
        ("results", results.write_results),
        ("journal", results.check_journal),
    ]


def _checked(path: Path) -> RosterCheck:
    check = check_roster(path)
    if check.refused is not None:
        raise check.refused
    if not check.importable:
        errors = [problem for problem in check.problems if problem.severity == "error"]
        if not errors:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The roster holds no people. Choose another file."))
        raise ImportRejected(errors)
    return check


def is_rehearsal(folder: Path) -> bool:
    """Whether a rehearsal made this folder and all that is in it, and nobody worked in it since."""
    try:
        found = json.loads((folder / SUMMARY).read_text("utf-8"))
    except (OSError, ValueError):
        return False
    if not isinstance(found, dict) or found.get("made_by") != MAKER:
        return False
    known: dict[str, str] = found.get("files", {})
    return all(
        name == SUMMARY or known.get(name) == _hash(folder / name)
        for name in _files(folder)
        if not name.endswith(".db-journal")
    )


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _files(folder: Path) -> list[str]:
    return [each.relative_to(folder).as_posix() for each in folder.rglob("*") if each.is_file()]


def _refuse_foreign_folder(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{name} is a file. Name a folder for the rehearsal."), name=str(folder)
        )
    if folder.is_dir() and any(folder.iterdir()) and not is_rehearsal(folder):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The folder {name} holds other files or work done since the last rehearsal, which a new one would "
                "replace. Name a new or an empty folder.",
            ),
            name=str(folder),
        )


def _put_in_place(part: Path, folder: Path) -> None:
    old = part.with_suffix(".old")
    try:
        if folder.exists():
            folder.replace(old)
        part.replace(folder)
    except OSError as error:
        if old.exists() and not folder.exists():
            old.replace(folder)
        raise _cannot_write(folder) from error
    shutil.rmtree(old, ignore_errors=True)


def _database_target(part: Path, folder: Path, address: str | None) -> str | Path:
    """Where the competition is made: a file of the folder is made with it and moves with it."""
    if address is None:
        return part / "competition.db"
    if is_server_address(address):
        return address
    inside = Path(address).resolve()
    return part / inside.relative_to(folder.resolve()) if inside.is_relative_to(folder.resolve()) else Path(address)


def _refuse_used_server(address: str | None) -> None:
    """A failed rehearsal clears its database away, so nothing of anybody else may be in it."""
    if address is None or not is_server_address(address):
        return
    from sqlalchemy import inspect

    database = opening.open_database(address, read_only=True)
    try:
        with database.reading() as connection:
            used = bool(inspect(connection).get_table_names())
    finally:
        database.close()
    if used:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "The database {name} is not empty. A rehearsal needs an empty one: create it and name it."
            ),
            name=database.title,
        )


def _undo_database(database: Database) -> None:
    """Take away what a failed rehearsal wrote into a database that was empty before it."""
    if database.path is None:
        from sqlalchemy import text

        from models.base import Base

        with database.engine.begin() as connection:
            Base.metadata.drop_all(connection)
            connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    database.close()
    if database.path is not None:
        for left in (database.path, database.path.with_name(database.path.name + "-journal")):
            left.unlink(missing_ok=True)


def _cannot_write(folder: Path) -> OutsideFault:
    return OutsideFault(
        QT_TRANSLATE_NOOP(
            "exam", "The folder {name} cannot be written. Check that its place exists, can be written and has room."
        ),
        name=str(folder),
    )
