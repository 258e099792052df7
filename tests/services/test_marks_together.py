"""Several people at the marks at once: both values shown, nothing lost, no mark slips past a lock."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person, Role
from exam.errors import Conflict, RuleBroken
from exam.services import marks, sitting_locks, sittings
from exam.services.journal import check_chain, list_entries
from exam.unit_of_work import run as run_unit
from models.database import Database
from tests.written import add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow))


def together(*calls: Callable[[], Any]) -> list[Any]:
    """Start the calls at the same moment; results or the faults they raised."""
    start = threading.Barrier(len(calls))

    def one(call: Callable[[], Any]) -> Any:
        start.wait(timeout=10)
        try:
            return call()
        except (Conflict, RuleBroken) as error:
            return error

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(one, calls))


def test_that_of_two_recorders_on_one_candidate_one_sees_both_values(
    database: Database, run: Run, sitting: sittings.SittingRow, recorder: Person, office: Person
) -> None:
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows:

        def save(person: Person, points: str, row: marks.MarkRow = row) -> Any:
            return run_unit(
                database, person,
                lambda uow: marks.save_mark(
                    uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id,
                    points=Decimal(points), seen_version=0,
                ),
            )  # fmt: skip

        results = together(lambda save=save: save(recorder, "58"), lambda save=save: save(office, "85"))
        lost = [result for result in results if isinstance(result, Conflict)]
        assert len(lost) == 1
        assert {lost[0].params["mine"], lost[0].params["theirs"]} == {"58", "85"}
        stands = run(lambda uow, row=row: marks.get_mark_row(uow, candidate_id=row.candidate_id))
        assert str(stands.total) == f"{lost[0].params['theirs']}.00"
    saved = [entry for entry in run(lambda uow: list_entries(uow, topic="written")) if "mark_saved" in entry.tag]
    assert len(saved) == 6
    assert run(check_chain).broken_at is None


def test_that_no_mark_slips_in_while_somebody_locks(
    database: Database, run: Run, sitting: sittings.SittingRow, recorder: Person, office: Person, rechecker: Person
) -> None:
    def fill(uow: Any) -> None:
        for row in marks.list_marks(uow, sitting_id=sitting.id).rows:
            marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(80),
                seen_version=row.marks[0].version,
            )  # fmt: skip

    run(fill, recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    row = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows[0]

    def change() -> Any:
        return run_unit(
            database, recorder,
            lambda uow: marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(81),
                seen_version=row.marks[0].version,
            ),
        )  # fmt: skip

    witness = Person(None, "孙监督", Role.SUPERVISOR)

    def lock() -> Any:
        return run_unit(
            database, office,
            lambda uow: sitting_locks.lock_sitting(
                uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness
            ),
        )  # fmt: skip

    changed, locked = together(change, lock)
    assert isinstance(changed, RuleBroken) != isinstance(locked, RuleBroken)
    now = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id))
    assert now.sitting.locked == all(mark.verified_by for line in now.rows for mark in line.marks)
