"""Opening a database: SQLite in one safe mode that is read back, PostgreSQL with short patience.

Facts behind the settings (measured for this program): the write-ahead log is not used because SQLite
3.7.0-3.51.2 can lose committed data with it; ``TRUNCATE`` with ``FULL`` lost nothing in simulated power
cuts; without our own ``BEGIN IMMEDIATE`` concurrent writers lose updates silently.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url

APPLICATION_ID = 0x4D555354
"""``MUST`` in the header of a SQLite file: this file is ours."""

PRAGMAS = {
    "journal_mode": "truncate",
    "synchronous": 2,
    "foreign_keys": 1,
    "recursive_triggers": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "busy_timeout": 5000,
}


class UnsafeDatabaseError(Exception):
    """The database did not take a setting without which marks could be lost."""


class DatabaseGoneError(Exception):
    """The file was deleted, moved or replaced while it was open: a write would go nowhere."""


class Database:
    """One open competition database: its engine, and where it lies.

    ``path`` is the SQLite file or ``None`` on PostgreSQL; ``title`` is what people may see (never a
    password); ``read_only`` refuses every write.
    """

    def __init__(self, engine: Engine, path: Path | None, title: str, *, read_only: bool = False) -> None:
        self.engine = engine
        self.path = path
        self.title = title
        self.read_only = read_only

    @property
    def is_sqlite(self) -> bool:
        """Whether this is the embedded database."""
        return self.path is not None

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that never takes the write lock."""
        with self.engine.connect().execution_options(muster_read=True) as connection, connection.begin():
            yield connection

    def backup(self, target: Path) -> None:
        """Copy a SQLite database with the backup API, check the copy, make it durable, then name it.

        Raises ``sqlite3.Error`` or ``OSError``; a half-made copy is removed. Does nothing useful on
        PostgreSQL, where the server's own backups serve.
        """
        if self.path is None:
            raise ValueError("only the embedded database is copied here")
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(target.name + ".part")
        part.unlink(missing_ok=True)
        try:
            source = sqlite3.connect(f"{self.path.resolve().as_uri()}?mode=ro", uri=True)
            try:
                copy = sqlite3.connect(part)
                try:
                    source.backup(copy)
                    if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                        raise sqlite3.DatabaseError("the copy is damaged")
                finally:
                    copy.close()
            finally:
                source.close()
            # Only the copy is opened as a file: doing so with the live database would drop its locks.
            with open(part, "rb+") as handle:
                os.fsync(handle.fileno())
            os.replace(part, target)
            sync_folder(target.parent)
        except BaseException:
            part.unlink(missing_ok=True)
            raise

    def close(self) -> None:
        """Give back all connections."""
        self.engine.dispose()


def sync_folder(folder: Path) -> None:
    """Make a rename in ``folder`` durable; Windows needs and offers nothing here."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def is_server_address(target: str | Path) -> bool:
    """Whether ``target`` names a PostgreSQL database, not a file."""
    return isinstance(target, str) and target.startswith(("postgresql://", "postgresql+psycopg://"))


def connect(target: str | Path, *, read_only: bool = False) -> Database:
    """An engine for a SQLite file or a ``postgresql://`` address. Nothing is checked or created yet."""
    if is_server_address(target):
        return _connect_server(str(target), read_only=read_only)
    return _connect_file(Path(target), read_only=read_only)


def _connect_server(address: str, *, read_only: bool) -> Database:
    url = make_url(address).set(drivername="postgresql+psycopg")
    options = "-c lock_timeout=5s -c idle_in_transaction_session_timeout=15s"
    if read_only:
        options += " -c default_transaction_read_only=on"
    if "options" in url.query:
        options = f"{url.query['options']} {options}"
    engine = create_engine(
        url.update_query_dict({"options": options}),
        pool_pre_ping=True,
        connect_args={"connect_timeout": 5, "keepalives_idle": 30, "keepalives_interval": 10},
    )
    return Database(engine, None, f"{url.host or 'localhost'}/{url.database}", read_only=read_only)


def _connect_file(path: Path, *, read_only: bool) -> Database:
    uri = f"{path.resolve().as_uri()}?mode={'ro' if read_only else 'rw'}"
    opened_as = _identity(path)

    def open_file() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=5, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=open_file, max_overflow=5, pool_size=5, poolclass=_queue_pool())

    @event.listens_for(engine, "connect")
    def _set_pragmas(connection: Any, record: Any) -> None:
        for name, wanted in PRAGMAS.items():
            if read_only and name == "journal_mode":
                continue
            connection.execute(f"PRAGMA {name} = {wanted}")
            found = connection.execute(f"PRAGMA {name}").fetchone()
            if found is None or str(found[0]).lower() != str(wanted):
                raise UnsafeDatabaseError(f"{name} is {found}, not {wanted}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        reading = read_only or connection.get_execution_options().get("muster_read")
        if not reading and _identity(path) != opened_as:
            raise DatabaseGoneError(str(path))
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")

    return Database(engine, path, str(path), read_only=read_only)


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _queue_pool() -> Any:
    from sqlalchemy.pool import QueuePool

    return QueuePool
