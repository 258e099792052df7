"""What was typed in the written round stays when it cannot be saved, and nobody types or leaves without a word."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from exam import journal
from exam.access import Person
from exam.errors import OutsideFault
from exam.services import answers, recheck, second_entry, sign_in_desk, sitting_locks, sittings
from models.database import Database
from tests.ui.test_recheck import drawn
from tests.ui.test_second_entry import enter, page, sheet, twice, type_line  # noqa: F401
from tests.ui.test_window import file, find, settled, signed_in, window, workspace  # noqa: F401
from tests.ui.test_written import opened
from tests.written import add_drawn_people, lock_up
from ui.context import Context
from ui.dialogs.answers import AnswersDialog
from ui.dialogs.passwords import SecondPersonDialog
from ui.messages import MessageBox
from ui.pages.exam_day import ExamDayPage
from ui.pages.recheck import RecheckPage
from ui.pages.written import WrittenPage
from ui.widgets.mark_grid import MarkGrid

Run = Callable[..., Any]
Show = Callable[[Any], Any]
Settle = Callable[[], None]
D = Decimal


@pytest.fixture
def full_disk(database: Database) -> Callable[[], Any]:
    """``with full_disk(): ...`` lets the file grow no more: what the small rest of its last page cannot hold fails."""
    limit = ["1000000"]

    @event.listens_for(database.engine, "begin")
    def restrict(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit[0]}")

    @contextmanager
    def filled() -> Iterator[None]:
        limit[0] = "1"
        yield
        limit[0] = "1000000"

    return filled


def use_up(run: Run) -> None:
    """Write entries, ever smaller ones, until not even the smallest fits into the rest of the last pages."""
    for size in (400, 40, 0):
        for _ in range(200):
            try:
                run(lambda uow, size=size: uow.record(journal.SITTING_CHANGED, "", note="满" * size))
            except OutsideFault:
                break


def press(grid: MarkGrid, at: int = 0) -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.grid_model.index(at, grid.grid_model.mark_columns[0]))


def type_mark(qtbot: QtBot, grid: MarkGrid, text: str) -> None:
    qtbot.keyClicks(grid, text[0])
    assert grid._editor is not None
    type_line(qtbot, grid._editor, text[1:])


# Full disk


def test_that_a_full_disk_keeps_a_second_entry(
    qtbot: QtBot, twice: WrittenPage, run: Run, settle: Settle, recorder: Person, full_disk: Any  # noqa: F811
) -> None:
    enter(run, recorder, (0, 0, "50"))
    twice.tabs.setCurrentWidget(twice.second)
    twice.refresh()
    settle()
    grid = twice.second.grid
    press(grid)
    with full_disk():
        use_up(run)
        type_mark(qtbot, grid, "50")
        settle()
        assert "disk is full" in twice.second.message.text
        assert grid.grid_model.text(grid.grid_model.index(0, grid.grid_model.mark_columns[0])) == "50"
        assert twice.unsaved() == 1
    assert sheet(run)[0].marks[0].verified_by == ""
    qtbot.mouseClick(twice.second.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    assert twice.unsaved() == 0
    assert sheet(run)[0].marks[0].verified_by


def test_that_a_full_disk_keeps_typed_answers(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Settle, full_disk: Any  # noqa: F811
) -> None:
    qtbot.mouseClick(page.entry.answers_button, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.window().findChildren(AnswersDialog)[-1]
    key, line = "1-30 单选 2 " + "ABC" * 10, f"{sheet(run)[0].ticket_number} {'ABC' * 10}"
    dialog.key.setPlainText(key)
    dialog.answers.setPlainText(line)
    with full_disk():
        use_up(run)
        qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
        settle()
        assert "disk is full" in dialog.error_text
        assert (dialog.key.toPlainText(), dialog.answers.toPlainText()) == (key, line)
        assert dialog.isVisible()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    section = sheet(run)[0].marks[0].section_id
    assert run(lambda uow: answers.get_key(uow, section_id=section)).sheets == 1
    assert sheet(run)[0].marks[0].points == 60


def test_that_a_full_disk_keeps_a_reread_mark(
    qtbot: QtBot, context: Context, show_page: Show, run: Run, settle: Settle, recorder: Person, rechecker: Person,
    full_disk: Any,
) -> None:  # fmt: skip
    sitting = lock_up(run, recorder, rechecker)
    drawn(run, sitting)
    shown_page = show_page(RecheckPage(context))
    entry = shown_page.entry
    row = entry.current
    assert row is not None
    with full_disk():
        use_up(run)
        entry.mark.setText("7")
        entry.reason.setText("漏加一题")
        qtbot.keyClick(entry.mark, Qt.Key.Key_Return)
        settle()
        assert "disk is full" in entry.message.text
        assert (entry.mark.text(), entry.reason.text(), entry.current.id) == ("7", "漏加一题", row.id)
    qtbot.mouseClick(entry.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    found = run(lambda uow: recheck.get_recheck(uow, sitting_id=sitting.id)).rows
    assert next(one.reread for one in found if one.id == row.id) == 7


def test_that_a_full_disk_keeps_the_number_at_the_sign_in(
    qtbot: QtBot, context: Context, run: Run, settle: Settle, full_disk: Any
) -> None:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow, starts_at=datetime.now(UTC)))
    day = ExamDayPage(context)
    qtbot.addWidget(day)
    day.resize(1180, 760)
    day.show()
    day.refresh()
    settle()
    with full_disk():
        use_up(run)
        type_line(qtbot, day.person.field, "20260003")
        settle()
        assert "20260003" in day.message.text
        assert "disk is full" in day.message.text
        assert day.person.field.text() == "20260003"
    qtbot.mouseClick(day.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    rows = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1)).rows
    assert [row.ticket_number for row in rows if row.attendance is not None] == ["20260003"]
    assert day.person.field.text() == ""


# Where nothing can be typed


def test_that_typing_into_locked_marks_says_who_locked_them_and_what_to_do(
    qtbot: QtBot, context: Context, show_page: Show, run: Run, recorder: Person, rechecker: Person
) -> None:
    lock_up(run, recorder, rechecker)
    written = show_page(WrittenPage(context))
    press(written.grid)
    for key in ("7", "/"):
        qtbot.keyClicks(written.grid, key)
        assert "locked by" in written.entry.message.text
        assert "correction" in written.entry.message.text
        written.entry.message.clear()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_F2):
        qtbot.keyClick(written.grid, key)
        assert "locked by" in written.entry.message.text
        written.entry.message.clear()


def test_that_a_role_that_enters_no_marks_is_told(
    qtbot: QtBot, context: Context, show_page: Show, run: Run, supervisor: Person
) -> None:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow))
    context.operations.person = supervisor
    written = show_page(WrittenPage(context))
    press(written.grid)
    qtbot.keyClicks(written.grid, "7")
    assert "Your role enters no marks" in written.entry.message.text


def test_that_a_mark_of_somebody_else_says_where_it_is_typed_again(
    qtbot: QtBot, twice: WrittenPage, run: Run, settle: Settle, recorder: Person  # noqa: F811
) -> None:
    enter(run, recorder, (0, 0, "50"))
    twice.refresh()
    settle()
    press(twice.grid)
    qtbot.keyClicks(twice.grid, "7")
    assert recorder.name in twice.entry.message.text
    assert "Second entry" in twice.entry.message.text
    assert twice.unsaved() == 0
    # Moving on clears it.
    twice.grid.setCurrentIndex(twice.grid.grid_model.index(1, twice.grid.grid_model.mark_columns[0]))
    assert "Second entry" not in twice.entry.message.text
    twice.grid.setCurrentIndex(twice.grid.grid_model.index(1, 0))
    qtbot.keyClicks(twice.grid, "7")
    assert "Marks go into: 客观题" in twice.entry.message.text


# Leaving


def refuse_one(qtbot: QtBot, written: WrittenPage) -> None:
    press(written.grid)
    type_mark(qtbot, written.grid, "980")
    assert written.unsaved() == 1


def test_that_the_lock_asks_first_while_a_mark_is_refused(
    qtbot: QtBot, page: WrittenPage, settle: Settle  # noqa: F811
) -> None:
    refuse_one(qtbot, page)
    qtbot.mouseClick(page.lock_button, Qt.MouseButton.LeftButton)
    box = opened(page, MessageBox)
    assert "not saved: 1" in box.words.text()
    box.reject()
    assert page.unsaved() == 1
    qtbot.mouseClick(page.lock_button, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(opened(page, MessageBox).findChild(QPushButton, "confirm"), Qt.MouseButton.LeftButton)
    assert opened(page, SecondPersonDialog).isVisible()
    assert page.unsaved() == 0


def test_that_going_to_another_page_asks_first_and_the_typed_text_waits(
    qtbot: QtBot, signed_in: Any, settled: Any  # noqa: F811
) -> None:
    desk = signed_in()

    def make(uow: Any) -> None:
        add_drawn_people(uow)
        sittings.make_sitting(uow)

    desk.operations.write(desk, make)
    settled()
    desk.show_page("written")
    settled()
    written: Any = desk.page
    refuse_one(qtbot, written)
    desk.show_page("recheck")
    assert desk.current == "written"
    box = find(desk, MessageBox)
    assert "not saved: 1" in box.words.text()
    box.reject()
    assert desk.current == "written"
    desk.show_page("recheck")
    qtbot.mouseClick(find(desk, MessageBox).findChild(QPushButton, "confirm"), Qt.MouseButton.LeftButton)
    settled()
    assert desk.current == "recheck"
    desk.show_page("written")
    settled()
    assert desk.page.unsaved() == 1
    desk.page.drop_typed()


def test_that_second_entries_cannot_be_typed_after_the_lock(
    qtbot: QtBot, twice: WrittenPage, run: Run, settle: Settle, recorder: Person, rechecker: Person,  # noqa: F811
    supervisor: Person,
) -> None:  # fmt: skip
    every = [(at, part, "30") for at in range(6) for part in (0, 1)]
    enter(run, recorder, *every)
    enter(run, rechecker, *every, again=True)
    version = run(lambda uow: sittings.get_sitting(uow, sitting_id=1)).version
    run(lambda uow: sitting_locks.lock_sitting(uow, sitting_id=1, seen_version=version, witness=supervisor))
    twice.tabs.setCurrentWidget(twice.second)
    twice.refresh()
    settle()
    press(twice.second.grid)
    qtbot.keyClicks(twice.second.grid, "7")
    assert "marks are locked" in twice.second.message.text
    assert run(lambda uow: second_entry.list_differences(uow, sitting_id=1), rechecker) == ()

