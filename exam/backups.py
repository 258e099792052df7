"""Backups of the embedded database: before risky acts, the last twenty and one a day."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from exam.errors import InvalidInput, OutsideFault
from exam.words import QT_TRANSLATE_NOOP
from models.database import Database

KEPT = 20


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: where it lies, when it was made (local time), and why."""

    path: Path
    made_at: datetime
    why: str


def folder_of(path: Path) -> Path:
    """The folder beside the competition's file in which its copies lie."""
    return path.with_name(path.stem + ".backups")


def make_backup(database: Database, why: str) -> Path | None:
    """Copy the database beside it, checked and durable. ``why`` is a short English word for the name.

    Returns ``None`` on PostgreSQL, where the server's own backups serve. Raises :class:`OutsideFault`.
    """
    if database.path is None or database.read_only:
        return None
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S-%f")
    target = folder_of(database.path) / f"{database.path.stem}.{stamp}.{why}.db"
    try:
        database.backup(target)
    except (OSError, sqlite3.Error) as error:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "No backup could be made, so nothing was done. Check that the disk has room and can be written, "
                "then try again.",
            )
        ) from error
    _drop_old(database.path)
    return target


def save_copy(database: Database, target: Path) -> Path:
    """A checked copy of the open competition at a place of the person's choice. Raises :class:`OutsideFault`."""
    if database.path is not None and target.resolve() == database.path.resolve():
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "This is the open competition itself. Choose another name for the copy.")
        )
    try:
        database.backup(target)
    except (OSError, sqlite3.Error, ValueError) as error:
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam", "No copy could be made. Check that the disk has room and can be written, then try again."
            )
        ) from error
    return target


def unpack_backup(backup: Path) -> Path:
    """Put a backup beside the competition it was made of, under a new name, and return that file."""
    folder = backup.parent.parent
    stamp = datetime.now().strftime("%Y%m%d-%H%M%S")
    target = folder / f"{backup.name.split('.')[0]}-{stamp}.db"
    try:
        shutil.copyfile(backup, target)
    except OSError as error:
        target.unlink(missing_ok=True)
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam", "No copy could be made. Check that the disk has room and can be written, then try again."
            )
        ) from error
    return target


def list_backups(path: Path) -> list[Backup]:
    """The copies of a competition's file, newest first."""
    found: list[Backup] = []
    for copy in folder_of(path).glob("*.db"):
        parts = copy.name.removeprefix(path.stem + ".").split(".")
        try:
            made_at = datetime.strptime(parts[0], "%Y%m%d-%H%M%S-%f")
        except ValueError:
            continue
        found.append(Backup(copy, made_at, parts[1] if len(parts) > 2 else ""))
    return sorted(found, key=lambda backup: backup.made_at, reverse=True)


def _drop_old(path: Path) -> None:
    days: set[str] = set()
    for number, backup in enumerate(list_backups(path)):
        day = backup.made_at.strftime("%Y%m%d")
        if number >= KEPT and day in days:
            backup.path.unlink(missing_ok=True)
        days.add(day)
