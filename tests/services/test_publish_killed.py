"""The power goes at the N-th write of a publication: the old one stands whole, or the new one does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from exam import journal, opening
from exam.access import Person, Role
from exam.rules.awards import AwardSpec
from exam.services import awards, publications, verification
from exam.services.competition import create_competition
from exam.unit_of_work import read, run
from models.database import Database
from models.judging import ItemMark
from tests.services.test_marks_killed import ROOT, may_trace
from tests.services.test_results import build

OFFICE = Person(None, "王办公", Role.OFFICE)
# The plain module mark of test_results belongs to its own tests.
pytestmark = pytest.mark.skipif(not may_trace(), reason="strace is not installed or may not trace here")


@pytest.fixture
def published(tmp_path: Path) -> Path:
    """A competition with publication 1 and one mark changed since, closed."""
    path = tmp_path / "published.db"
    database: Database = opening.create_database(path)

    def change(uow: Any) -> None:
        mark = uow.session.scalars(select(ItemMark)).first()
        mark.points = Decimal(99)
        uow.record(journal.MARK_SAVED, "test")

    def prepare(uow: Any) -> None:
        create_competition(uow, name="测试", year=2026)
        build(uow)

    run(database, OFFICE, prepare)
    run(
        database, OFFICE,
        lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", "一等奖", "count", Decimal(2))),
    )  # fmt: skip
    run(database, OFFICE, lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    run(database, OFFICE, change)
    database.close()
    return path


def publish_and_die(path: Path, write: int) -> tuple[list[str], bool]:
    """Let a child publish until its ``write``-th write; what it said, and whether it was killed."""
    command = [
        shutil.which("strace") or "strace", "-f", "-qq", "-o", os.devnull, "-e", "trace=pwrite64",
        "-e", f"inject=pwrite64:signal=KILL:when={write}", sys.executable, "-m",
        "tests.services.publish_child", str(path),
    ]  # fmt: skip
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=90)
    said = done.stdout.splitlines()
    assert said[:1] == ["ready"], done.stderr
    return said[1:], done.returncode != 0


def standing(path: Path) -> tuple[int, int]:
    """Number of the publication that stands and length of the journal; everything is whole and agrees."""
    database = opening.open_database(path)
    assert not database.read_only
    with database.engine.connect() as connection:
        assert connection.execute(text("PRAGMA integrity_check")).scalar() == "ok"
    rows = read(database, OFFICE, publications.list_publications)
    for row in rows:
        read(database, OFFICE, lambda uow, row=row: publications.get_publication(uow, number=row.number))
    found = read(database, OFFICE, verification.verify)
    assert found.findings == ()
    database.close()
    return rows[-1].number, found.entries


@pytest.mark.parametrize("write", [1, 2, 5, 9, 14, 20, 27, 35])
def test_that_a_publication_killed_at_a_write_leaves_the_old_or_the_new_one_whole(published: Path, write: int) -> None:
    before = standing(published)
    said, killed = publish_and_die(published, write)
    number, entries = standing(published)
    if killed and not said:
        assert (number, entries) == before or number == 2
    else:
        assert said == ["2"]
        assert number == 2
    # And publishing goes on from there.
    if number == 1:
        assert publish_and_die(published, 60_000) == (["2"], False)
        assert standing(published)[0] == 2
