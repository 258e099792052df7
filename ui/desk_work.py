"""What the desk has done on the database thread: look at a competition, create one. No widgets here."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from exam.access import Person
    from exam.glance import Glance
    from exam.opening import Database
    from exam.progress_counts import CompetitionRow


@dataclass(frozen=True, slots=True)
class Opened:
    """An open database: its competition (None when it is still empty), who may sign in, who already has."""

    database: Database
    competition: CompetitionRow | None
    names: tuple[str, ...]
    person: Person | None


def look_first(target: str) -> Glance | None:
    """The quick look at a file, without the database layer."""
    from exam.glance import glance

    return glance(Path(target))


def open_target(target: str) -> Opened:
    """Open a file or a server address with all checks. Raises :class:`exam.errors.ExamError`."""
    from exam.opening import open_database

    return look_at(open_database(target))


def look_at(database: Database) -> Opened:
    """What is needed to sign in. The office account of a sample is signed in without a password."""
    from exam.errors import NotFound
    from exam.services import accounts
    from exam.services.competition import get_competition
    from exam.unit_of_work import read

    def look(uow: Any) -> Opened:
        try:
            competition = get_competition(uow)
        except NotFound:
            competition = None
        active = [row for row in accounts.list_accounts(uow) if row.active]
        office = next((row for row in active if row.role is accounts.Role.OFFICE), None)
        sample = competition is not None and competition.sample
        person = accounts.get_person(uow, account_id=office.id) if sample and office is not None else None
        return Opened(database, competition, tuple(row.name for row in active), person)

    try:
        return read(database, accounts.NOBODY, look)
    except BaseException:
        database.close()
        raise


def leave(uow: Any) -> None:
    """The person at the desk signs out."""
    from exam.services.accounts import sign_out

    sign_out(uow)


def create(values: dict[str, Any]) -> Opened:
    """Make a competition from the fields of its dialog; its first person is signed in. Nothing half made stays."""
    from exam.opening import create_database, is_server_address, open_database
    from exam.services.accounts import NOBODY, create_first_account
    from exam.services.competition import create_competition
    from exam.services.selections import set_up_selection
    from exam.unit_of_work import run

    target = values["target"]
    server = is_server_address(target)
    database = open_database(target) if server else create_database(target)

    def fill(uow: Any) -> Person:
        person = create_first_account(uow, name=values["person"], password=values["password"])
        create_competition(
            uow, name=values["name"], year=values["year"], host=values["host"], language=values["language"]
        )
        if values.get("selection"):
            set_up_selection(uow, entrants=values["selection"])
        return person

    try:
        person = run(database, NOBODY, fill)
    except BaseException:
        database.close()
        if not server:
            Path(target).unlink(missing_ok=True)
        raise
    return replace(look_at(database), person=person)


def make_sample(folder: Path, progress: Any) -> str:
    """A fresh copy of the sample competition; its file."""
    from exam.sample import open_sample

    folder.mkdir(parents=True, exist_ok=True)
    return str(open_sample(folder, progress))


def unpack(backup: Path) -> str:
    """A backup as a competition of its own; its file."""
    from exam.backups import unpack_backup

    return str(unpack_backup(backup))


def data_folder() -> Path:
    """Where this user's samples and the log file go."""
    import platformdirs

    return Path(platformdirs.user_data_dir("muster", appauthor=False))
