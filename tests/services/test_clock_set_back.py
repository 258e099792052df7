"""A workstation whose clock is set back, in the middle of the entry: the order of what happened holds all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict
from exam.rules.marks import Attendance
from exam.services import corrections, mark_completeness, marks, recheck, second_entry, sign_in_desk, sittings
from exam.services import journal as journal_service
from exam.services.competition import change_rule
from exam.services.verification import verify
from exam.unit_of_work import read
from models.database import Database
from tests.services.test_recheck import draw
from tests.written import add_drawn_people, lock_up

Run = Callable[..., Any]
D = Decimal
MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
BACK = MORNING - timedelta(days=2)


def at(moment: datetime) -> dict[str, Any]:
    """What a unit of work is told so that its clock shows ``moment``."""
    return {"now": lambda: moment}


def save(uow: Any, row: Any, points: str) -> Any:
    mark = row.marks[0]
    return marks.save_mark(
        uow, candidate_id=row.candidate_id, section_id=mark.section_id, points=D(points), seen_version=mark.version
    )


@pytest.fixture
def rows(run: Run) -> tuple[Any, ...]:
    run(add_drawn_people, **at(MORNING))
    run(lambda uow: sittings.make_sitting(uow, name="上午场"), **at(MORNING))
    return run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows


def test_that_the_later_mark_stands_and_names_its_recorder(
    run: Run, rows: tuple[Any, ...], database: Database, office: Person, recorder: Person, rechecker: Person
) -> None:
    first = run(lambda uow: save(uow, rows[0], "80"), recorder, **at(MORNING))
    # The same cell by somebody whose clock is two days behind.
    with pytest.raises(Conflict) as told:
        run(lambda uow: save(uow, rows[0], "81"), office, **at(BACK))
    assert (told.value.params["theirs"], told.value.params["by"]) == ("80", recorder.name)
    later = run(lambda uow: save(uow, first, "82"), office, **at(BACK))
    assert (later.marks[0].points, later.marks[0].entered_by, later.marks[0].version) == (D(82), office.name, 2)
    outcome = run(lambda uow: marks.verify_marks(uow, sitting_id=1), rechecker, **at(BACK - timedelta(days=1)))
    assert outcome.verified == 1
    entries = run(journal_service.list_entries)
    assert [entry.tag for entry in entries[:3]] == [
        "written.marks_verified", "written.mark_saved", "written.mark_saved",
    ]  # fmt: skip
    assert [(entry.details["old"], entry.details["new"]) for entry in entries[1:3]] == [("80.00", "82"), (None, "80")]
    assert [entry.number for entry in entries] == sorted((entry.number for entry in entries), reverse=True)
    assert read(database, office, verify).clean
    waiting = run(lambda uow: mark_completeness.get_completeness(uow, sitting_id=1)).waiting
    assert waiting == ()


def test_that_states_at_the_door_follow_each_other(run: Run, rows: tuple[Any, ...]) -> None:
    ticket = rows[1].ticket_number
    signed = run(lambda uow: sign_in_desk.sign_in(uow, sitting_id=1, ticket_number=ticket), **at(MORNING)).row
    gone = run(
        lambda uow: sign_in_desk.set_state(
            uow, candidate_id=signed.candidate_id, attendance=Attendance.EXCUSED, seen_version=signed.version
        ),
        **at(BACK),
    ).row
    assert (gone.attendance, gone.version) == (Attendance.EXCUSED, signed.version + 1)
    entries = [one for one in run(journal_service.list_entries) if one.tag == "written.attendance_set"]
    assert [one.details["new"] for one in entries] == ["excused", "present"]


def test_that_two_entries_verify_each_other_whatever_their_clocks_say(
    run: Run, rows: tuple[Any, ...], recorder: Person, rechecker: Person, office: Person
) -> None:
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))

    def again(uow: Any, points: str, version: int = 0) -> Any:
        return second_entry.save_second_mark(
            uow, candidate_id=rows[0].candidate_id, section_id=rows[0].marks[0].section_id, points=D(points),
            seen_version=version,
        )  # fmt: skip

    run(lambda uow: save(uow, rows[0], "80"), recorder, **at(MORNING))
    run(lambda uow: again(uow, "81"), rechecker, **at(BACK))
    (row,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    assert (row.first, row.second, row.first_by, row.second_by) == (D(80), D(81), recorder.name, rechecker.name)
    settled = run(
        lambda uow: second_entry.settle_difference(
            uow, candidate_id=row.candidate_id, section_id=row.section_id, points=D(81),
            first_version=row.first_version, second_version=row.second_version,
        ),
        office,
        **at(BACK - timedelta(days=9)),
    )  # fmt: skip
    assert (settled.marks[0].points, settled.marks[0].verified_by) == (D(81), office.name)


def test_that_rereadings_and_corrections_keep_their_order(
    run: Run, database: Database, recorder: Person, rechecker: Person, office: Person
) -> None:
    sitting = lock_up(run, recorder, rechecker)
    sheet = draw(run, run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id)))
    line = sheet.rows[0]
    read_once = run(
        lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(40), seen_version=line.version),
        office, **at(MORNING),
    ).row  # fmt: skip
    twice = run(
        lambda uow: recheck.save_reread(uow, mark_id=line.id, points=D(41), seen_version=read_once.version),
        rechecker, **at(BACK),
    ).row  # fmt: skip
    assert (twice.reread, twice.read_by) == (D(41), rechecker.name)

    def propose(uow: Any, section: int) -> Any:
        return corrections.propose_correction(
            uow, candidate_id=line.candidate_id, section_id=section, points=D(20), reason="漏加"
        )

    sections = [part.id for part in sitting.sections]
    one = run(lambda uow: propose(uow, sections[0]), **at(MORNING))
    two = run(lambda uow: propose(uow, sections[1]), **at(BACK))
    assert [row.id for row in run(corrections.list_corrections)] == [two.id, one.id]
    assert read(database, office, verify).clean
