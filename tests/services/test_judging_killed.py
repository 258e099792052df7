"""A judge's machine dies: every sheet that it was told is confirmed is there, whole, and fixed."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace

import pytest

from exam.errors import RuleBroken
from exam.services import items, judge_view, judging
from exam.services.journal import check_chain
from tests.final_world import build, change_item
from tests.services.test_marks_killed import ROOT, may_trace

CHILD = [sys.executable, "-m", "tests.services.judge_child"]


@pytest.fixture
def world(run):
    made = run(build)
    run(lambda uow: change_item(uow, made.item, per_criterion=True))
    return made


@pytest.fixture
def started(database, world):
    target = str(database.path) if database.is_sqlite else database.engine.url.render_as_string(hide_password=False)
    return [*CHILD, target.replace("postgresql+psycopg", "postgresql"), str(world.item), str(world.judges[1])]


def check(run, world, judge, said):
    """What was said is there with every criterion, at most one sheet more, and the journal holds."""
    own = replace(judge, judge_id=world.judges[1])
    rows = run(lambda uow: judge_view.get_desk(uow, item_id=world.item), person=own).entrants
    criteria = len(run(lambda uow: items.get_item(uow, item_id=world.item)).criteria)
    there = [row.nominee_id for row in rows if row.points]
    assert there[: len(said)] == said
    assert len(there) - len(said) in (0, 1)
    for row in rows:
        assert (len(row.points), row.confirmed) in ((criteria, True), (0, False))
    assert run(check_chain).broken_at is None
    for nominee in said[:1]:
        with pytest.raises(RuleBroken, match="fixed"):
            run(
                lambda uow, nominee=nominee: judging.save_judge_mark(
                    uow, item_id=world.item, nominee_id=nominee, judge_id=world.judges[1], points=None, criterion=1,
                    seen_version=1,
                )
            )  # fmt: skip


@pytest.mark.parametrize("sheets", [1, 4])
def test_that_confirmed_sheets_outlive_the_judges_machine(run, world, started, judge, sheets):
    child = subprocess.Popen(started, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert child.stdout is not None
    assert child.stdout.readline() == "ready\n"
    said = [int(child.stdout.readline()) for _ in range(sheets)]
    child.kill()
    rest = child.stdout.read()
    child.stdout.close()
    child.wait()
    # What was written to the pipe before the end was said, too.
    said += [int(line) for line in rest.splitlines(keepends=True) if line.endswith("\n")]
    check(run, world, judge, said)


@pytest.mark.skipif(not may_trace(), reason="strace is not installed or may not trace here")
@pytest.mark.parametrize("write", [1, 9, 30, 41, 42, 43, 90, 200])
@pytest.mark.parametrize("database", ["sqlite"], indirect=True)
def test_that_no_sheet_is_half_confirmed_whichever_write_is_the_last(run, world, started, judge, write):
    traced = [
        shutil.which("strace") or "strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=pwrite64", "-e",
        f"inject=pwrite64:signal=KILL:when={write}", *started,
    ]  # fmt: skip
    done = subprocess.run(traced, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    lines = done.stdout.splitlines()
    assert lines[:1] == ["ready"], done.stderr
    assert done.returncode != 0
    check(run, world, judge, [int(line) for line in lines[1:]])
