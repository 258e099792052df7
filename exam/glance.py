"""A first look at a competition's file with the standard library alone.

Importing the database layer takes longer than everything else at the start. Meanwhile the window already
shows who may sign in, or the overview of a sample. Nothing here is trusted: ``exam.opening`` checks the
file in full right after, and only then can anything be done.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from exam.access import Person, Role
from exam.progress_counts import COUNT_NAMES, COUNTS_SQL, CompetitionRow, OverviewRow, overview_of

_FIELDS = "name, year, host, organiser, place, final_day, issue_day, language, sample, version"


@dataclass(frozen=True, slots=True)
class Glance:
    """What a file says at a glance. ``person`` is the office account of a sample, else None."""

    overview: OverviewRow
    names: tuple[str, ...]
    person: Person | None


def glance(path: Path) -> Glance | None:
    """Look at a SQLite file, reading only. None when it cannot be read as a competition, for whatever reason."""
    try:
        uri = f"{path.resolve().as_uri()}?mode=ro"
        with closing(sqlite3.connect(uri, uri=True, timeout=0.2, isolation_level=None)) as connection:
            connection.execute("BEGIN")
            return _look(connection)
    except (sqlite3.Error, OSError, ValueError, TypeError):
        return None


def _look(connection: sqlite3.Connection) -> Glance | None:
    found = connection.execute(f"SELECT {_FIELDS} FROM competition").fetchone()
    if found is None:
        return None
    name, year, host, organiser, place, final_day, issue_day, language, sample, version = found
    competition = CompetitionRow(
        name, year, host, organiser, place, _day(final_day), _day(issue_day), language, bool(sample), version
    )
    counts = connection.execute(COUNTS_SQL).fetchone()
    accounts = connection.execute("SELECT id, name, role, judge_id FROM account WHERE active ORDER BY name").fetchall()
    office = next((row for row in accounts if row[2] == Role.OFFICE.value), None) if sample else None
    person = Person(office[0], office[1], Role.OFFICE, office[3]) if office is not None else None
    overview = overview_of(competition, dict(zip(COUNT_NAMES, counts, strict=True)))
    return Glance(overview, tuple(row[1] for row in accounts), person)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
