from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.services import rooms, seat_draw, seats, sittings
from exam.services.journal import list_entries
from tests.written import add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(lambda uow: add_drawn_people(uow, units=4, people=5, waiting=1))
    return run(lambda uow: sittings.make_sitting(uow, name="第一场"))


def add(run: Run, sitting_id: int, rows: int = 3, columns: int = 4, count: int = 2, **more: Any) -> Any:
    return run(
        lambda uow: rooms.add_rooms(
            uow, sitting_id=sitting_id, name="第1考场", rows=rows, columns=columns, count=count, **more
        )
    )


def draw(run: Run, sitting_id: int) -> seats.SeatingSheet:
    version = run(lambda uow: sittings.get_sitting(uow, sitting_id=sitting_id)).version
    return run(lambda uow: seat_draw.draw_seats(uow, sitting_id=sitting_id, seen_version=version))


def everybody(run: Run, sheet: seats.SeatingSheet) -> dict[str, seats.SeatRow]:
    plans = [run(lambda uow, room=room: seats.get_room_plan(uow, room_id=room.id)) for room in sheet.rooms]
    return {person.ticket_number: person for plan in plans for person in plan.people}


def test_that_rooms_are_numbered_on_and_count_their_desks(run: Run, sitting: sittings.SittingRow) -> None:
    made = add(run, sitting.id, unusable=[(1, 1), (9, 9)])
    assert [(room.name, room.seats) for room in made] == [("第1考场", 11), ("第2考场", 11)]
    assert [room.name for room in add(run, sitting.id, count=1)][-1] == "第3考场"
    assert [room.name for room in add(run, sitting.id, count=2)][-2:] == ["第4考场", "第5考场"]


@pytest.mark.parametrize(("rows", "columns", "gaps"), [(0, 3, []), (61, 3, []), (1, 2, [(1, 1), (1, 2)])])
def test_that_a_room_needs_desks(
    run: Run, sitting: sittings.SittingRow, rows: int, columns: int, gaps: list[Any]
) -> None:
    with pytest.raises(InvalidInput):
        add(run, sitting.id, rows, columns, 1, unusable=gaps)


def test_that_seats_are_drawn_with_the_dice_and_nobody_sits_by_a_colleague(
    run: Run, sitting: sittings.SittingRow
) -> None:
    add(run, sitting.id, unusable=[(2, 2)])
    sheet = draw(run, sitting.id)
    assert (sheet.unseated, sheet.clashes, sheet.neighbours) == (0, (), 8)
    assert sheet.seed == f"exam-seats|{'f' * 64}|31415926535897932384"
    assert [room.people for room in sheet.rooms] == [11, 9]
    people = everybody(run, sheet)
    assert len(people) == 20
    assert sorted(row.seat for row in people.values() if row.room_id == sheet.rooms[0].id) == [
        f"{n:02}" for n in range(1, 12)
    ]
    assert (2, 2) not in {(row.row, row.column) for row in people.values()}
    entry = run(list_entries)[0]
    assert entry.tag == "written.seats_drawn"
    again = draw(run, sitting.id)
    seats_now = {ticket: row.seat for ticket, row in everybody(run, again).items()}
    assert seats_now == {ticket: row.seat for ticket, row in people.items()}


def test_that_clashes_that_remain_are_listed(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id, 1, 20, 1)
    sheet = draw(run, sitting.id)
    people = everybody(run, sheet)
    for clash in sheet.clashes:
        assert people[clash.one].unit == people[clash.other].unit == clash.unit
    first = min(people.values(), key=lambda row: row.seat)
    colleague = next(row for row in people.values() if row.unit == first.unit and row.seat != first.seat)
    target = next(row for row in people.values() if row.seat == "02")
    if colleague.seat != "02":
        run(
            lambda uow: seat_draw.move_candidate(
                uow, candidate_id=colleague.candidate_id, seen_version=colleague.version,
                room_id=sheet.rooms[0].id, row=target.row, column=target.column,
            )
        )  # fmt: skip
    moved = run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id))
    assert ("01", "02") in {(clash.one_seat, clash.other_seat) for clash in moved.clashes} | {
        (clash.other_seat, clash.one_seat) for clash in moved.clashes
    }


def test_that_too_few_desks_are_refused(run: Run, sitting: sittings.SittingRow) -> None:
    with pytest.raises(RuleBroken, match="no room yet"):
        draw(run, sitting.id)
    add(run, sitting.id, 3, 4, 1)
    with pytest.raises(InvalidInput, match="20 people and 12 seats"):
        draw(run, sitting.id)


def test_that_somebody_is_moved_by_hand_and_the_other_changes_places(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id)
    sheet = draw(run, sitting.id)
    people = sorted(everybody(run, sheet).values(), key=lambda row: (row.room_id or 0, row.seat))
    one, other = people[0], people[-1]
    moved = run(
        lambda uow: seat_draw.move_candidate(
            uow, candidate_id=one.candidate_id, seen_version=one.version, room_id=other.room_id, row=other.row,
            column=other.column, reason="左撇子",
        )
    )  # fmt: skip
    assert (moved.room_id, moved.seat) == (other.room_id, other.seat)
    now = everybody(run, sheet)
    assert (now[other.ticket_number].room_id, now[other.ticket_number].seat) == (one.room_id, one.seat)
    entry = run(list_entries)[0]
    assert (entry.tag, entry.subject) == ("written.seat_moved", one.ticket_number)
    assert entry.details["swapped"] == other.ticket_number
    assert entry.details["reason"] == "左撇子"
    with pytest.raises(Conflict):
        run(
            lambda uow: seat_draw.move_candidate(
                uow, candidate_id=one.candidate_id, seen_version=one.version, room_id=one.room_id, row=1, column=1
            )
        )


def test_that_papers_change_from_desk_to_desk(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id)
    sheet = draw(run, sitting.id)
    version = sheet.sitting.version
    run(lambda uow: rooms.set_paper_versions(uow, sitting_id=sitting.id, versions=2, seen_version=version))
    people = everybody(run, sheet)
    for row in people.values():
        assert row.paper == "AB"[((row.row or 0) + (row.column or 0)) % 2]


def test_that_desks_with_people_are_not_taken_away(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id)
    room = draw(run, sitting.id).rooms[0]
    values = {"name": "一号", "place": "", "rows": 3, "columns": 4}
    with pytest.raises(RuleBroken, match="desks that you take away"):
        run(
            lambda uow: rooms.change_room(
                uow, room_id=room.id, seen_version=room.version, unusable=[(1, 1)], **values
            )
        )
    run(lambda uow: rooms.change_room(uow, room_id=room.id, seen_version=room.version, unusable=[], **values))
    plan = run(lambda uow: seats.get_room_plan(uow, room_id=room.id))
    assert plan.room.name == "一号"
    with pytest.raises(RuleBroken, match="12 candidates sit in 一号"):
        run(lambda uow: rooms.remove_room(uow, room_id=room.id, seen_version=plan.room.version))


def test_that_newcomers_get_a_seat_and_nobody_else_moves(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id)
    before = everybody(run, draw(run, sitting.id))
    from tests.services.test_sittings import step_up_one

    run(step_up_one)
    run(lambda uow: sittings.update_candidates(uow, sitting_id=sitting.id))
    sheet = run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id))
    assert sheet.unseated == 1
    assert run(lambda uow: seat_draw.seat_rest(uow, sitting_id=sitting.id)) == 1
    after = everybody(run, run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id)))
    assert all(after[ticket].seat == row.seat for ticket, row in before.items() if ticket in after)
    assert len(after) == 20


def test_that_rooms_are_taken_over_from_another_sitting(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id, unusable=[(1, 1)])

    def other(uow: Any) -> Any:
        from models.sittings import Sitting

        row = Sitting(name="第二场", draw_id=None)
        uow.session.add(row)
        uow.session.flush()
        return rooms.copy_rooms(uow, sitting_id=row.id, from_sitting_id=sitting.id)

    assert [(row.name, row.seats) for row in run(other)] == [("第1考场", 11), ("第2考场", 11)]


def test_that_seats_are_cleared_to_begin_anew(run: Run, sitting: sittings.SittingRow) -> None:
    add(run, sitting.id)
    draw(run, sitting.id)
    assert run(lambda uow: seat_draw.clear_seats(uow, sitting_id=sitting.id)) == 20
    sheet = run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id))
    assert (sheet.unseated, sheet.neighbours) == (20, None)
    assert run(lambda uow: seats.list_free_seats(uow, room_id=sheet.rooms[0].id))[0] == (1, 1, "01")


def test_that_only_the_office_seats_people_and_judges_do_not_look(
    run: Run, sitting: sittings.SittingRow, recorder: Person, judge: Person, supervisor: Person
) -> None:
    add(run, sitting.id)
    for call in (
        lambda uow: rooms.add_rooms(uow, sitting_id=sitting.id, name="x", rows=1, columns=1),
        lambda uow: seat_draw.draw_seats(uow, sitting_id=sitting.id, seen_version=1),
    ):
        with pytest.raises(NotAllowed):
            run(call, recorder)
    with pytest.raises(NotAllowed):
        run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id), judge)
    run(lambda uow: seats.get_seating(uow, sitting_id=sitting.id), supervisor)
