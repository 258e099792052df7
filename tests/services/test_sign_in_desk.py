from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.rules.marks import Attendance
from exam.services import marks, rooms, seat_draw, sign_in_desk, sittings
from exam.services.journal import list_entries
from exam.services.sign_in_desk import TooLate
from tests.written import add_drawn_people

Run = Callable[..., Any]


def make(run: Run, minutes_ago: int | None) -> sittings.SittingRow:
    """A sitting of six that began so many minutes ago (negative: begins later)."""
    run(add_drawn_people)
    begins = None if minutes_ago is None else datetime.now(UTC) - timedelta(minutes=minutes_ago, seconds=-5)
    made = run(lambda uow: sittings.make_sitting(uow, name="第一场", starts_at=begins))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=2, columns=3, count=2))
    return run(lambda uow: sittings.get_sitting(uow, sitting_id=made.id))


def seated(run: Run, minutes_ago: int | None) -> sittings.SittingRow:
    made = make(run, minutes_ago)
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=made.version))
    return made


def rows(run: Run) -> dict[str, sign_in_desk.DeskRow]:
    sheet = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1))
    return {row.ticket_number: row for row in sheet.rows}


def comes(run: Run, ticket: str, person: Person | None = None, **more: Any) -> sign_in_desk.SignInOutcome:
    return run(lambda uow: sign_in_desk.sign_in(uow, sitting_id=1, ticket_number=ticket, **more), person)


def test_that_somebody_who_comes_in_time_is_present(run: Run, recorder: Person) -> None:
    seated(run, -20)
    found = comes(run, " ２０２６０００１ ", recorder)
    assert (found.row.attendance, found.repeated) == (Attendance.PRESENT, False)
    assert found.row.arrived_at is not None
    assert found.row.name
    assert found.row.room == "第1考场"


def test_that_a_ticket_read_twice_is_one_entry(run: Run) -> None:
    seated(run, -20)
    comes(run, "20260001")
    entries = len(run(list_entries))
    again = comes(run, "20260001")
    assert again.repeated
    assert len(run(list_entries)) == entries


def test_that_the_late_are_told_from_the_too_late(run: Run) -> None:
    seated(run, 9)
    found = comes(run, "20260001")
    assert found.row.attendance is Attendance.LATE
    assert run(list_entries)[0].details["minutes_late"] == 9


def test_that_after_the_limit_somebody_is_let_in_only_on_purpose(run: Run) -> None:
    seated(run, 16)
    with pytest.raises(TooLate, match="16 minutes late; the limit is 15"):
        comes(run, "20260001")
    assert comes(run, "20260001", admit=True).row.attendance is Attendance.LATE


def test_that_an_unknown_ticket_is_told_from_one_of_another_sitting(run: Run) -> None:
    from sqlalchemy import select

    from models.people import Staff

    run(add_drawn_people)
    unit = run(lambda uow: uow.session.scalar(select(Staff.unit_id).order_by(Staff.id)))
    run(lambda uow: sittings.make_sitting(uow, unit_ids=[unit]))
    run(lambda uow: sittings.make_sitting(uow, name="下午场"))
    with pytest.raises(NotFound, match="another sitting: 下午场"):
        comes(run, "20260005")
    with pytest.raises(NotFound, match="Nobody in this sitting"):
        comes(run, "99")
    with pytest.raises(InvalidInput):
        comes(run, " ")


def test_that_states_are_set_and_taken_back(run: Run) -> None:
    seated(run, -20)
    row = rows(run)["20260002"]

    def change(state: Attendance | None, version: int, note: str | None = None) -> Any:
        return run(
            lambda uow: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=version, note=note
            )
        )

    excused = change(Attendance.EXCUSED, row.version, "病假条").row
    assert (excused.attendance, excused.note) == (Attendance.EXCUSED, "病假条")
    assert change(Attendance.EXCUSED, row.version).repeated
    with pytest.raises(Conflict):
        change(Attendance.ABSENT, row.version)
    back = change(None, excused.version).row
    assert (back.attendance, back.arrived_at) == (None, None)


def test_that_somebody_with_a_mark_is_not_set_absent(run: Run) -> None:
    made = seated(run, 1)
    row = rows(run)["20260002"]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=made.sections[0].id, points=Decimal(80), seen_version=0
        )
    )
    now = rows(run)["20260002"]
    with pytest.raises(RuleBroken, match="has a mark already"):
        run(
            lambda uow: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=Attendance.ABSENT, seen_version=now.version
            )
        )


def test_that_the_rest_is_absent_only_after_the_limit(run: Run) -> None:
    seated(run, 16)
    comes(run, "20260001", admit=True)
    assert run(lambda uow: sign_in_desk.set_rest_absent(uow, sitting_id=1)) == 5
    counts = sign_in_desk.count_rows(list(rows(run).values()))
    assert (counts.expected, counts.late, counts.absent, counts.waiting) == (6, 1, 5, 0)
    entry = run(list_entries)[0]
    assert (entry.tag, len(entry.details["tickets"])) == ("written.rest_absent", 5)


@pytest.mark.parametrize("minutes_ago", [10, -10, None])
def test_that_nobody_is_absent_while_people_may_still_come(run: Run, minutes_ago: int | None) -> None:
    seated(run, minutes_ago)
    with pytest.raises(RuleBroken, match="may still come"):
        run(lambda uow: sign_in_desk.set_rest_absent(uow, sitting_id=1))


def test_that_papers_are_counted_room_by_room(run: Run) -> None:
    seated(run, 1)
    for ticket in ("20260001", "20260002"):
        comes(run, ticket)
    (row,) = run(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=1))
    assert (row.room, row.counts.signed_in, row.counted, row.fits) == ("第1考场", 2, None, False)

    def count(number: int | None) -> sign_in_desk.HandInRow:
        seen = run(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=1))[0].version
        return run(
            lambda uow: sign_in_desk.count_papers(
                uow, sitting_id=1, room_id=row.room_id, count=number, seen_version=seen
            )
        )

    assert count(3).counted == 3
    assert run(list_entries)[0].details["signed_in"] == 2
    with pytest.raises(InvalidInput):
        count(-1)


def test_that_a_judge_has_no_business_at_the_desk(run: Run, judge: Person) -> None:
    seated(run, -5)
    with pytest.raises(NotAllowed):
        comes(run, "20260001", judge)
    with pytest.raises(NotAllowed):
        run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1), judge)
