from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exam.rules.marks import Attendance
from exam.services import rooms, seat_draw, seats, sign_in_desk, sittings
from exam.services.journal import list_entries
from exam.services.waiting import list_waiting
from tests.written import add_drawn_people
from ui.context import Context
from ui.pages import exam_day
from ui.pages.exam_day import ExamDayPage
from ui.pages.rooms import FULL, NO_ROOM, NO_SITTING, RoomsPage

Run = Callable[..., Any]
Show = Callable[[Any], Any]


def seat(run: Run, minutes_ago: int = -20) -> None:
    run(lambda uow: add_drawn_people(uow, units=3, people=4))
    begins = datetime.now(UTC) - timedelta(minutes=minutes_ago)
    made = run(lambda uow: sittings.make_sitting(uow, starts_at=begins))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=2, columns=4, count=2))
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=made.version))


def test_that_the_page_of_rooms_leads_from_nothing_to_a_plan(
    context: Context, show_page: Show, run: Run, settle: Callable[[], None]
) -> None:
    page = show_page(RoomsPage(context))
    assert page._stack.currentIndex() == NO_SITTING
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow))
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NO_ROOM
    run(lambda uow: rooms.add_rooms(uow, sitting_id=1, name="第1考场", rows=3, columns=3))
    page.refresh()
    settle()
    assert page._stack.currentIndex() == FULL
    assert page.cards["unseated"].value == "6"
    assert page.draw_button.isEnabled()


def test_that_a_sitting_without_rooms_leads_back_to_the_others(
    context: Context, show_page: Show, run: Run, settle: Callable[[], None]
) -> None:
    run(lambda uow: add_drawn_people(uow, units=2, people=4))
    first = run(list_waiting)[0].unit_id
    full = run(lambda uow: sittings.make_sitting(uow, unit_ids=[first]))
    bare = run(lambda uow: sittings.make_sitting(uow))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=full.id, name="第1考场", rows=3, columns=3))
    page = show_page(RoomsPage(context))
    page.arrive(sitting_id=bare.id)
    settle()
    assert page._stack.currentIndex() == NO_ROOM
    box = page.sittings_bar.sitting_box
    assert (box.isVisible(), box.currentData()) == (True, bare.id)
    box.setCurrentIndex(0)
    box.activated.emit(0)
    settle()
    assert page._stack.currentIndex() == FULL


def test_that_somebody_is_moved_with_the_keyboard(
    qtbot: QtBot, context: Context, show_page: Show, run: Run, settle: Callable[[], None]
) -> None:
    seat(run)
    page = show_page(RoomsPage(context))
    first, second = page.people[1, 1], page.people[1, 2]
    page.seats.set_current((1, 1))
    qtbot.keyClick(page.seats, Qt.Key.Key_Return)
    assert page.held == first
    qtbot.keyClick(page.seats, Qt.Key.Key_Right)
    qtbot.keyClick(page.seats, Qt.Key.Key_Return)
    settle()
    settle()
    now = {who.ticket_number: who.seat for who in run(lambda uow: seats.get_room_plan(uow, room_id=1)).people}
    assert (now[first.ticket_number], now[second.ticket_number]) == ("02", "01")


def test_that_escape_puts_a_candidate_back(
    qtbot: QtBot, context: Context, show_page: Show, run: Run
) -> None:
    seat(run)
    page = show_page(RoomsPage(context))
    page.seats.set_current((1, 1))
    qtbot.keyClick(page.seats, Qt.Key.Key_Return)
    qtbot.keyClick(page.seats, Qt.Key.Key_Escape)
    assert page.held is None


@pytest.fixture
def day(context: Context, show_page: Show, run: Run) -> ExamDayPage:
    seat(run)
    return show_page(ExamDayPage(context))


def state(run: Run, ticket: str) -> Attendance | None:
    rows = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1)).rows
    return next(row.attendance for row in rows if row.ticket_number == ticket)


def test_that_a_scanned_ticket_signs_in_once(
    qtbot: QtBot, day: ExamDayPage, run: Run, settle: Callable[[], None]
) -> None:
    assert day._stack.currentIndex() == exam_day.FULL
    for _ in range(2):
        qtbot.keyClicks(day.person.field, "20260003")
        qtbot.keyClick(day.person.field, Qt.Key.Key_Return)
        qtbot.keyClick(day.person.field, Qt.Key.Key_Return)
        settle()
    assert state(run, "20260003") is Attendance.PRESENT
    entries = [entry for entry in run(list_entries) if entry.tag == "written.attendance_set"]
    assert len(entries) == 1
    assert day.bar.cards["present"].value == "1"
    assert day.bar.cards["waiting"].value == "11"
    assert day.person.field.text() == ""


def test_that_one_key_sets_the_state_of_the_number_typed(
    qtbot: QtBot, day: ExamDayPage, run: Run, settle: Callable[[], None]
) -> None:
    qtbot.keyClicks(day.person.field, "20260005")
    day.person.note.setText("病假条")
    day.person.buttons[Attendance.EXCUSED].click()
    settle()
    assert state(run, "20260005") is Attendance.EXCUSED
    assert day.person.row is not None
    assert day.person.row.note == "病假条"


def test_that_an_unknown_ticket_is_said_in_the_line_below(
    qtbot: QtBot, day: ExamDayPage, settle: Callable[[], None]
) -> None:
    qtbot.keyClicks(day.person.field, "99999")
    qtbot.keyClick(day.person.field, Qt.Key.Key_Return)
    settle()
    assert day.message.tone == "error"
    assert "99999" in day.message.text
