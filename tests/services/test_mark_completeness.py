from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam import journal
from exam.access import Person
from exam.errors import NotAllowed
from exam.rules.marks import Attendance
from exam.services import marks, second_entry, sittings
from exam.services.competition import change_rule
from exam.services.mark_completeness import Completeness, Group, WaitsFor, get_completeness
from models.sittings import Candidate
from tests.written import SECTIONS, add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS))

    def seat(uow: Any) -> None:
        for number, candidate in enumerate(uow.session.query(Candidate).order_by(Candidate.id)):
            candidate.room = f"{1 + number // 3}号考场"
        uow.session.flush()
        uow.record(journal.SITTING_CHANGED, "rooms")

    run(seat)
    return made


def save(run: Run, person: Person, at: int, part: int = 0, again: bool = False) -> None:
    row = run(lambda uow: marks.list_marks(uow, sitting_id=1, reveal=True)).rows[at]
    command = second_entry.save_second_mark if again else marks.save_mark
    run(
        lambda uow: command(
            uow, candidate_id=row.candidate_id, section_id=row.marks[part].section_id,
            points=Decimal(31 if again and at else 30), seen_version=0,
        ),
        person,
    )  # fmt: skip


def lines(found: Completeness, group: Group) -> list[tuple[Any, ...]]:
    return [(row.name, row.expected, row.entered, row.again, row.verified) for row in found.rows if row.group is group]


def test_that_seen_and_expected_are_counted_per_room_section_and_recorder(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    for at in range(3):
        save(run, recorder, at)
    save(run, rechecker, 0, part=1)
    run(lambda uow: marks.verify_marks(uow, sitting_id=1), rechecker)
    found = run(lambda uow: get_completeness(uow, sitting_id=1))
    assert lines(found, Group.SECTION) == [("客观题", 6, 3, 0, 3), ("主观题", 6, 1, 0, 0)]
    assert lines(found, Group.ROOM) == [("1号考场", 6, 4, 0, 3), ("2号考场", 6, 0, 0, 0)]
    assert sorted(lines(found, Group.RECORDER)) == [
        (recorder.name, None, 3, 0, 0), (rechecker.name, None, 1, 0, 3),
    ]  # fmt: skip
    (left,) = found.waiting
    assert (left.section, left.entered_by, left.waits_for) == ("主观题", rechecker.name, WaitsFor.VERIFICATION)


def test_that_people_who_did_not_sit_are_not_expected(run: Run, sitting: sittings.SittingRow) -> None:
    for at, state in enumerate((Attendance.ABSENT, Attendance.ZEROED)):
        row = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows[at]
        run(
            lambda uow, row=row, state=state: marks.set_attendance(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
            )
        )
    found = run(lambda uow: get_completeness(uow, sitting_id=1))
    assert [row.expected for row in found.rows if row.group is Group.SECTION] == [4, 4]


def test_that_the_queue_says_who_comes_next(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    for at in range(3):
        save(run, recorder, at)
    for at in range(2):
        save(run, rechecker, at, again=True)
    found = run(lambda uow: get_completeness(uow, sitting_id=1), recorder)
    assert found.twice
    assert [(row.again_by, row.waits_for) for row in found.waiting] == [
        (rechecker.name, WaitsFor.THIRD_PERSON), ("", WaitsFor.SECOND_ENTRY),
    ]  # fmt: skip
    assert lines(found, Group.SECTION)[0] == ("客观题", 6, 3, 2, 1)


def test_that_the_table_is_for_those_who_mark(run: Run, sitting: sittings.SittingRow, judge: Person) -> None:
    with pytest.raises(NotAllowed):
        run(lambda uow: get_completeness(uow, sitting_id=1), judge)
