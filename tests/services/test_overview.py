"""Where a competition stands: the same steps from the service and from the first look at the file."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from exam.glance import glance
from exam.progress_counts import COUNT_NAMES, overview_of
from exam.services.competition import get_competition
from exam.services.overview import get_overview
from models.database import Database


def test_that_a_new_competition_begins_with_its_rules(run: Callable[..., Any]) -> None:
    overview = run(get_overview)
    assert overview.next_step == "setup"
    assert overview.competition == run(get_competition)
    states = {step.key: step.state for step in overview.steps}
    assert states["roster"] == "ready"
    assert states["draw"] == "waiting"
    assert overview.step("draw").goto == "roster"
    assert overview.step("papers") is None
    assert overview.journal_count >= 6


@pytest.mark.parametrize(
    ("done", "state", "percent"), [(0, "ready", 0), (1, "working", 0), (199, "working", 99), (200, "done", 100)]
)
def test_that_a_step_is_done_only_when_all_of_it_is(
    run: Callable[..., Any], done: int, state: str, percent: int
) -> None:
    counts = dict.fromkeys(COUNT_NAMES, 0) | {"staff": 900, "candidates": 200, "settled_candidates": done}
    step = overview_of(run(get_competition), counts).step("written")
    assert step is not None
    assert (step.state, step.percent) == (state, percent)


def test_that_the_first_look_at_a_file_agrees_with_the_service(sqlite_database: Database, tmp_path: Path) -> None:
    from exam.unit_of_work import read

    assert sqlite_database.path is not None
    seen = glance(sqlite_database.path)
    assert seen is not None
    person = sqlite_database.test_people["office"]  # type: ignore[attr-defined]
    assert seen.overview == read(sqlite_database, person, get_overview)
    assert set(seen.names) == {"王办公", "李记分", "赵复核", "钱评委", "孙监督"}
    # Only a sample is opened without a sign-in.
    assert seen.person is None


def test_that_the_recheck_waits_for_the_sittings_that_are_not_locked(run: Callable[..., Any]) -> None:
    counts = dict.fromkeys(COUNT_NAMES, 0) | {"sittings": 2, "unlocked": 1, "rechecked": 1}
    step = overview_of(run(get_competition), counts).step("recheck")
    assert step is not None
    assert (step.state, step.goto, "not locked yet" in step.text) == ("waiting", "written", True)


@pytest.mark.parametrize("content", [b"", b"not a database at all", b"SQLite format 3\x00" + bytes(84)])
def test_that_a_file_that_cannot_be_read_is_left_to_the_full_check(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "x.db"
    path.write_bytes(content)
    assert glance(path) is None
    assert glance(tmp_path / "none.db") is None
    assert glance(tmp_path) is None
    assert path.read_bytes() == content


@pytest.mark.parametrize(
    ("counts", "next_step", "told"),
    [
        ({}, "rooms", "Set up the rooms"),
        ({"rooms": 2, "with_seat": 40}, "exam_day", "sign the candidates in"),
        ({"rooms": 2, "with_seat": 40, "signed": 12}, "exam_day", "{done} of {total}"),
        ({"rooms": 2, "with_seat": 40, "signed": 40, "uncounted": 1}, "exam_day", "Count the papers"),
        ({"rooms": 2, "with_seat": 40, "signed": 40}, "exam_day", "Seal the papers"),
        ({"signed": 40, "to_seal": 0}, "written", "have a mark"),
        ({"signed": 3, "to_seal": 0, "written_marks": 3, "settled_candidates": 3}, "written", "have a mark"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "written_marks": 40, "unverified": 40}, "written",
         "second entry"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "written_marks": 40}, "written", "lock the marks"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "unlocked": 0, "to_open": 1}, "recheck", "Draw"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "unlocked": 0, "to_open": 1, "rereading": 1},
         "recheck", "Read the drawn papers"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "unlocked": 0, "to_open": 1, "rechecked": 1},
         "exam_day", "open the seals"),
        ({"signed": 20, "sittings": 2, "settled_candidates": 20, "written_marks": 20, "to_open": 1, "rechecked": 1},
         "exam_day", "open the seals"),
        ({"signed": 40, "to_seal": 0, "settled_candidates": 40, "unlocked": 0, "rechecked": 1}, "nominations", ""),
    ],
)  # fmt: skip
def test_that_the_written_round_goes_step_by_step(
    run: Callable[..., Any], counts: dict[str, int], next_step: str, told: str
) -> None:
    before = {"units": 5, "staff": 900, "run_draws": 1, "drawn": 40, "candidates": 40, "sittings": 1, "to_seal": 1,
              "unlocked": 1}  # fmt: skip
    overview = overview_of(run(get_competition), dict.fromkeys(COUNT_NAMES, 0) | before | counts)
    assert overview.next_step == next_step
    step = overview.step(next_step)
    assert step is not None
    assert told in step.text
