"""The schema: migrations against the mapped classes, and the settings of a connection."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from decimal import Decimal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

import models
from exam import opening
from exam.backups import list_backups
from models import schema
from models.database import APPLICATION_ID, PRAGMAS
from models.types import from_stored, to_stored


def test_that_the_migrations_make_what_the_classes_say(empty_database):
    with empty_database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, models.Base.metadata) == []


def test_that_the_head_named_in_code_is_the_newest_migration(empty_database):
    with empty_database.reading() as connection:
        assert schema.revision(connection) == schema.HEAD
    assert max(schema.known_revisions()) == schema.HEAD


def test_that_every_table_of_the_embedded_database_is_strict(sqlite_database):
    with sqlite_database.reading() as connection:
        loose = (
            connection.execute(
                text("SELECT name FROM pragma_table_list WHERE schema='main' AND strict=0 AND name NOT LIKE 'sqlite_%'")
            )
            .scalars()
            .all()
        )
    assert set(loose) <= {"alembic_version"}


def test_that_every_connection_has_the_safe_settings(sqlite_database):
    with sqlite_database.reading() as connection:
        for name, wanted in PRAGMAS.items():
            assert str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()).lower() == str(wanted)
        assert connection.exec_driver_sql("PRAGMA application_id").scalar() == APPLICATION_ID


def test_that_a_backup_is_a_whole_copy(sqlite_database, tmp_path):
    sqlite_database.backup(tmp_path / "copy.db")
    copy = sqlite3.connect(tmp_path / "copy.db")
    assert copy.execute("SELECT name FROM competition").fetchone()[0].startswith("2026")
    copy.close()


@pytest.mark.parametrize("value", ["0", "92.345", "100", "-10", "0.0001", "99.99"])
def test_that_points_come_back_exactly(value):
    assert from_stored(to_stored(Decimal(value))) == Decimal(value)


@pytest.mark.parametrize("value", [0.1, "1", Decimal("0.00001"), True])
def test_that_points_refuse_floats_and_finer_values(value):
    with pytest.raises(ValueError, match="points"):
        to_stored(value)


def test_that_points_have_at_least_two_places():
    assert str(from_stored(925_000)) == "92.50"
    assert str(from_stored(923_450)) == "92.345"


@pytest.mark.parametrize("released", sorted((Path(__file__).parent.parent / "data").glob("schema_*.db")))
def test_that_a_database_of_every_released_schema_opens_and_keeps_its_data(released, tmp_path):
    path = tmp_path / "old.db"
    path.write_bytes(released.read_bytes())
    database = opening.open_database(path)
    with database.reading() as connection:
        assert schema.revision(connection) == schema.HEAD
        assert connection.execute(text("SELECT value FROM setting WHERE key = 'written_weight'")).scalar() == "40"
        assert connection.execute(text("SELECT count FROM journal_head")).scalar() >= 3
    database.close()
    kept = [copy.path for copy in list_backups(path) if "before-upgrade" in copy.path.name]
    with closing(sqlite3.connect(released)) as before:
        old = before.execute("SELECT version_num FROM alembic_version").fetchone()
    assert len(kept) == (old != (schema.HEAD,))
    for copy in kept:
        with closing(sqlite3.connect(copy)) as untouched:
            assert untouched.execute("SELECT version_num FROM alembic_version").fetchone() == old
