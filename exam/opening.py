"""Opening, creating and checking a competition's database, with a sentence for everything that can be wrong."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy import exc, text

from exam.backups import list_backups, make_backup
from exam.database_faults import translate
from exam.errors import ExamError, InvalidInput, OutsideFault
from exam.words import QT_TRANSLATE_NOOP
from models import schema
from models.database import (
    APPLICATION_ID,
    Database,
    UnsafeDatabaseError,
    connect,
    is_server_address,
)

__all__ = ["Database", "create_database", "damaged", "open_database", "refuse_shared_folder"]

CLOUD_FOLDERS = (
    "onedrive",
    "dropbox",
    "icloud",
    "google drive",
    "googledrive",
    "坚果云",
    "nutstore",
    "百度网盘",
    "baidunetdisk",
    "wps云盘",
    "wpsdrive",
    "微云",
    "weiyun",
)


def create_database(target: str | Path) -> Database:
    """Make an empty competition database. An existing file is never overwritten (:class:`InvalidInput`)."""
    if not is_server_address(target):
        path = Path(target)
        refuse_shared_folder(path)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            # Exclusive: two programs creating the same file must not both think it theirs.
            path.open("xb").close()
        except FileExistsError as error:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "There is already a file {name}. Choose another name."),
                name=path.name,
            ) from error
        except OSError as error:
            raise _cannot_write(path) from error
    database = connect(target)
    try:
        schema.upgrade(database)
    except ExamError:
        raise
    except Exception as error:
        database.close()
        if not is_server_address(target):
            Path(target).unlink(missing_ok=True)
        fault = translate(error)
        if fault is None:
            raise
        raise fault from error
    return database


def open_database(target: str | Path, *, read_only: bool = False, check: bool = True) -> Database:
    """Open a competition's database, check that it is ours and whole, and upgrade an older one (after a backup).

    Raises :class:`InvalidInput` (not ours, newer than this program) or :class:`OutsideFault` (gone, damaged,
    cannot be written) with a sentence that says what to do. ``check=False`` skips the full integrity check.
    """
    if is_server_address(target):
        return _open_server(str(target), read_only)
    path = Path(target)
    _check_file(path)
    database = connect(path, read_only=read_only)
    try:
        _check_content(database, path, check)
        found = _revision(database, path)
        if found != schema.HEAD and not read_only:
            make_backup(database, "before-upgrade")
            schema.upgrade(database)
    except ExamError:
        database.close()
        raise
    except (exc.DatabaseError, sqlite3.DatabaseError, UnsafeDatabaseError) as error:
        database.close()
        raise _file_fault(path, error) from error
    return database


def _check_file(path: Path) -> None:
    if not path.exists():
        raise OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "{name} is not there any more. It may have been moved or renamed, or its disk is missing.",
            ),
            name=path.name,
        )
    if path.is_dir():
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{name} is a folder. Choose the competition's file in it."),
            name=path.name,
        )
    if path.stat().st_size == 0:
        raise _not_ours(path)
    refuse_shared_folder(path)
    if not os.access(path, os.R_OK):
        raise OutsideFault(
            QT_TRANSLATE_NOOP("exam", "{name} cannot be read. Ask for the right to read it."), name=path.name
        )


def _check_content(database: Database, path: Path, check: bool) -> None:
    with database.reading() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            raise _not_ours(path)
        if check:
            if connection.exec_driver_sql("PRAGMA integrity_check").scalar() != "ok":
                raise damaged(path)
            if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                raise damaged(path)
    if not database.read_only and not os.access(path, os.W_OK):
        raise _cannot_write(path)
    if not database.read_only and not os.access(path.parent, os.W_OK):
        raise _cannot_write(path)


def _revision(database: Database, path: Path) -> str | None:
    with database.reading() as connection:
        found = schema.revision(connection)
    if found is None:
        raise _not_ours(path)
    if found not in schema.known_revisions():
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "{name} was made by a newer version of this program. Install that version to open it; "
                "the file was not changed.",
            ),
            name=path.name,
        )
    return found


def _open_server(address: str, read_only: bool) -> Database:
    database = connect(address, read_only=read_only)
    try:
        with database.reading() as connection:
            found = schema.revision(connection)
            tables = connection.execute(
                text("SELECT count(*) FROM information_schema.tables WHERE table_schema = current_schema()")
            ).scalar()
        if found is None and tables:
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "The database {name} holds something else. Choose an empty database or a competition.",
                ),
                name=database.title,
            )
        if found is not None and found not in schema.known_revisions():
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam",
                    "{name} was made by a newer version of this program. Install that version to open it; "
                    "the file was not changed.",
                ),
                name=database.title,
            )
        if found != schema.HEAD and not read_only:
            schema.upgrade(database)
    except ExamError:
        database.close()
        raise
    except exc.SQLAlchemyError as error:
        database.close()
        fault = translate(error)
        if fault is None:
            raise
        raise fault from error
    return database


def refuse_shared_folder(path: Path) -> None:
    """Refuse network and cloud-synced folders: file locks do not hold there and marks could be lost."""
    lowered = [part.lower() for part in path.resolve().parts]
    synced = any(part.startswith(CLOUD_FOLDERS) for part in lowered)
    if synced or str(path).startswith(("\\\\", "//")):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "{folder} is shared over the network or synchronised with a cloud. Marks could be lost there. "
                "Put the competition in a folder of this computer; several workstations share a PostgreSQL server.",
            ),
            folder=str(path.parent),
        )


def damaged(path: Path) -> OutsideFault:
    """The sentence for a damaged file, naming the newest backup when there is one."""
    backups = list_backups(path)
    if backups:
        return OutsideFault(
            QT_TRANSLATE_NOOP(
                "exam",
                "{name} is damaged and was not changed. Open the newest backup instead: {backup}",
            ),
            name=path.name,
            backup=str(backups[0].path),
        )
    return OutsideFault(
        QT_TRANSLATE_NOOP(
            "exam",
            "{name} is damaged and was not changed. No backup lies beside it; look for a copy of it elsewhere.",
        ),
        name=path.name,
    )


def _file_fault(path: Path, error: Exception) -> ExamError:
    message = str(getattr(error, "orig", error)).lower()
    if "not a database" in message or "encrypted" in message:
        return _not_ours(path)
    if "malformed" in message or "corrupt" in message:
        return damaged(path)
    if "readonly" in message or "unable to open" in message:
        return _cannot_write(path)
    return translate(error) or damaged(path)


def _not_ours(path: Path) -> InvalidInput:
    return InvalidInput(
        QT_TRANSLATE_NOOP(
            "exam",
            "{name} is not a competition of this program. Choose another file; this one was not changed.",
        ),
        name=path.name,
    )


def _cannot_write(path: Path) -> OutsideFault:
    return OutsideFault(
        QT_TRANSLATE_NOOP(
            "exam",
            "{name} cannot be written. Check that neither the file nor its folder is write-protected, or copy it to "
            "a folder of yours and open the copy.",
        ),
        name=path.name,
    )
