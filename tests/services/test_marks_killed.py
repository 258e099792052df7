"""The power goes at the N-th write during entry: every acknowledged mark is there, and the journal holds.

A random kill proves little, because it nearly always falls between two writes: ``strace`` ends the process
exactly at the N-th write to the database file or its journal.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select, text

from exam import opening
from exam.access import Person, Role
from exam.services import marks, sittings
from exam.services.journal import check_chain
from exam.unit_of_work import read, run
from models.database import Database
from models.sittings import WrittenMark
from tests.written import add_drawn_people

ROOT = Path(__file__).resolve().parents[2]
OFFICE = Person(None, "王办公", Role.OFFICE)


def may_trace() -> bool:
    """Whether strace is here and may end a process at one of its writes."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = [
        strace,
        "-f",
        "-qq",
        "-o",
        os.devnull,
        "-e",
        "trace=pwrite64",
        "-e",
        "inject=pwrite64:signal=KILL:when=9",
        "true",
    ]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = pytest.mark.skipif(not may_trace(), reason="strace is not installed or may not trace here")


@pytest.fixture
def sitting_file(sqlite_database: Database, tmp_path: Path) -> Path:
    """A competition file with twelve candidates and no mark, closed."""
    run(sqlite_database, OFFICE, lambda uow: add_drawn_people(uow, units=3, people=4, waiting=0))
    run(sqlite_database, OFFICE, lambda uow: sittings.make_sitting(uow))
    sqlite_database.close()
    return tmp_path / "competition.db"


def type_and_die(path: Path, write: int) -> tuple[list[tuple[int, int, Decimal]], bool]:
    """Let a child type marks until its ``write``-th write; what it acknowledged, and whether it was killed."""
    strace = shutil.which("strace") or "strace"
    command = [
        strace, "-f", "-qq", "-o", os.devnull, "-e", "trace=pwrite64",
        "-e", f"inject=pwrite64:signal=KILL:when={write}", sys.executable, "-m",
        "tests.services.marks_child", str(path),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    lines = done.stdout.splitlines()
    assert lines[:1] == ["ready"], done.stderr
    # The last line may be cut; an acknowledgement counts when it is complete.
    whole = lines[1:] if done.stdout.endswith("\n") else lines[1:-1]
    said = [(int(a), int(b), Decimal(c)) for a, b, c in (line.split() for line in whole)]
    return said, done.returncode != 0


# A saved mark takes some 34 writes: these fall into the first, the second and later saves, on both files.
@pytest.mark.parametrize("write", [1, 2, 9, 17, 25, 33, 34, 35, 50, 120, 300])
def test_that_every_acknowledged_mark_survives_a_kill_at_any_write(sitting_file: Path, write: int) -> None:
    said, killed = type_and_die(sitting_file, write)
    assert killed
    database = opening.open_database(sitting_file)
    assert not database.read_only
    with database.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    stored = {
        (row.candidate_id, row.section_id): row.points
        for row in read(database, OFFICE, lambda uow: list(uow.session.scalars(select(WrittenMark))))
    }
    assert {(candidate, section): points for candidate, section, points in said}.items() <= stored.items()
    # Nothing half done: at most the one mark that was being saved is there without having been said.
    assert len(stored) - len(said) in (0, 1)
    chain = read(database, OFFICE, check_chain)
    assert chain.broken_at is None
    # And the next mark goes in as if nothing had happened.
    row = read(database, OFFICE, lambda uow: marks.list_marks(uow, sitting_id=1)).rows[-1]
    run(
        database, OFFICE,
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(77),
            seen_version=row.marks[0].version,
        ),
    )  # fmt: skip
    assert read(database, OFFICE, check_chain).broken_at is None
    database.close()


def test_that_without_a_kill_every_mark_is_said_and_stored(sitting_file: Path) -> None:
    said, killed = type_and_die(sitting_file, 60_000)
    assert (len(said), killed) == (12, False)
