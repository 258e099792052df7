from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot
from sqlalchemy import event, select

from exam.access import Person
from exam.files.marks import marks_template
from exam.rules.marks import Attendance
from exam.services import marks, sittings
from exam.services.competition import list_stages
from exam.services.journal import list_entries
from models.database import Database
from models.people import Staff
from tests.conftest import PASSWORD
from tests.written import add_drawn_people
from ui.context import Context
from ui.dialogs.attendance import AttendanceDialog
from ui.dialogs.marks_import import MarksImportDialog
from ui.dialogs.passwords import SecondPersonDialog
from ui.dialogs.sitting_edit import SittingDialog
from ui.dialogs.unlock_marks import UnlockMarksDialog
from ui.messages import MessageBox
from ui.operations import Operations
from ui.pages.written import FULL, NO_DRAW, NO_SITTING, WrittenPage

Run = Callable[..., Any]
Show = Callable[[Any], Any]
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(context: Context, show_page: Show) -> WrittenPage:
    return show_page(WrittenPage(context))


@pytest.fixture
def full(page: WrittenPage, run: Run, settle: Callable[[], None]) -> WrittenPage:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow))
    page.refresh()
    settle()
    page.grid.setFocus()
    return page


def type_into(qtbot: QtBot, page: WrittenPage, text: str, end: Qt.Key = Qt.Key.Key_Return) -> None:
    qtbot.keyClicks(page.grid, text[0])
    editor = page.grid._editor
    if editor is not None:
        qtbot.keyClicks(editor, text[1:])
        qtbot.keyClick(editor, end)


def sheet(run: Run) -> Any:
    return run(lambda uow: marks.list_marks(uow, sitting_id=1))


def opened(page: WrittenPage, kind: type[QDialog]) -> Any:
    found = [dialog for dialog in page.window().findChildren(kind) if dialog.isVisible()]
    assert found, f"no {kind.__name__} is open"
    return found[-1]


def test_that_a_competition_without_a_draw_leads_to_the_draw(
    qtbot: QtBot, page: WrittenPage, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    assert page._stack.currentIndex() == NO_DRAW
    qtbot.mouseClick(page._stack.currentWidget().findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert visits == [("draw", {})]
    assert not page.import_button.isEnabled()
    assert page.import_button.toolTip()


def test_that_a_sitting_is_made_from_the_empty_page(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    run(add_drawn_people)
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NO_SITTING
    qtbot.mouseClick(page.no_sitting.button, Qt.MouseButton.LeftButton)
    dialog = opened(page, SittingDialog)
    dialog.starts.setText("明天")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "明天" in dialog.error_text
    dialog.starts.setText("２０２６-11-22 09:00")
    dialog.sections.setPlainText("客观题 60\n主观题 40")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert page._stack.currentIndex() == FULL
    assert [section.name for section in sheet(run).sitting.sections] == ["客观题", "主观题"]
    assert "2026-11-22 09:00" in page.header.subtitle


def test_that_a_typed_mark_is_saved_at_once_and_counted(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    type_into(qtbot, full, "88.5")
    qtbot.keyClicks(full.grid, "/")
    settle()
    rows = sheet(run).rows
    assert (rows[0].total, rows[1].attendance) == (Decimal("88.5"), Attendance.ABSENT)
    assert full.entry.cards["seen"].value == "2 / 6"
    assert full.entry.cards["verify"].value == "1"
    assert full.grid.currentIndex().row() == 2


def test_that_fast_typing_over_one_cell_is_no_conflict(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    for text in ("70", "71", "72"):
        type_into(qtbot, full, text)
        full.grid.setCurrentIndex(full.grid.grid_model.index(0, full.grid.grid_model.mark_columns[0]))
    settle()
    assert sheet(run).rows[0].total == Decimal(72)
    assert full.grid.grid_model.unsaved == 0


def test_that_a_mark_out_of_range_is_repaired_by_the_button(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    type_into(qtbot, full, "980")
    settle()
    assert full.entry.cards["problems"].value == "1"
    assert sheet(run).rows[0].total is None
    qtbot.mouseClick(full.entry.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    assert sheet(run).rows[0].total == Decimal(98)
    assert full.entry.message.text == ""
    assert full.entry.cards["problems"].value == "0"


def test_that_somebody_elses_mark_is_shown_as_a_conflict_and_mine_can_win(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person
) -> None:
    row = sheet(run).rows[0]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(58), seen_version=0
        ),
        recorder,
    )
    type_into(qtbot, full, "85")
    settle()
    settle()
    assert "58" in full.entry.message.text
    assert sheet(run).rows[0].total == Decimal(58)
    qtbot.mouseClick(full.entry.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    assert sheet(run).rows[0].total == Decimal(85)


def test_that_undo_writes_a_new_entry(qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]) -> None:
    type_into(qtbot, full, "88")
    settle()
    qtbot.keyClick(full.grid, Qt.Key.Key_Z, modifier=CONTROL)
    settle()
    assert sheet(run).rows[0].total is None
    entries = run(lambda uow: list_entries(uow, topic="written"))
    assert [entry.tag for entry in entries[:2]] == ["written.mark_saved"] * 2


def test_that_an_absence_can_be_undone(qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]) -> None:
    qtbot.keyClicks(full.grid, "/")
    settle()
    qtbot.keyClick(full.grid, Qt.Key.Key_Z, modifier=CONTROL)
    settle()
    assert sheet(run).rows[0].attendance is None
    assert full.entry.cards["seen"].value == "0 / 6"


def test_that_rows_are_found_by_pinyin_initials_unit_and_state(
    qtbot: QtBot, full: WrittenPage, settle: Callable[[], None]
) -> None:
    full.entry.search.setText("zw")
    assert full.grid.grid_model.rowCount() == 2
    full.entry.search.setText("")
    full.entry.unit_box.setCurrentIndex(2)
    assert full.grid.grid_model.rowCount() == 3
    qtbot.keyClicks(full.grid, "/")
    settle()
    full.entry.state_box.setCurrentIndex(full.entry.state_box.findData("away"))
    assert full.grid.grid_model.rowCount() == 1


def test_that_the_state_dialog_sets_state_and_note(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    qtbot.mouseClick(full.entry.state_button, Qt.MouseButton.LeftButton)
    dialog = opened(full, AttendanceDialog)
    dialog.state.setCurrentIndex(dialog.state.findData("zeroed"))
    assert dialog.error_text
    dialog.note.setText("夹带")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    row = sheet(run).rows[0]
    assert (row.attendance, row.note) == (Attendance.ZEROED, "夹带")


def fill(run: Run, person: Person) -> None:
    found = sheet(run)

    def enter(uow: Any) -> None:
        for row in found.rows:
            marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(80),
                seen_version=row.marks[0].version,
            )  # fmt: skip

    run(enter, person)


def test_that_marks_are_verified_locked_by_two_and_opened_with_a_reason(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person, rechecker: Person
) -> None:
    fill(run, recorder)
    full.refresh()
    settle()
    qtbot.mouseClick(full.verify_button, Qt.MouseButton.LeftButton)
    box = opened(full, MessageBox)
    qtbot.mouseClick(box.findChild(QPushButton, "confirm"), Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert full.entry.cards["verify"].value == "0"
    qtbot.mouseClick(full.lock_button, Qt.MouseButton.LeftButton)
    dialog = opened(full, SecondPersonDialog)
    dialog.name.setText(rechecker.name)
    dialog.password.setText(PASSWORD)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert full.grid.grid_model.locked
    assert rechecker.name in full.entry.message.text
    assert not full.import_button.isEnabled()
    qtbot.keyClicks(full.grid, "9")
    assert not full.grid.editing
    assert next(stage for stage in run(list_stages) if stage.stage == "written").locked
    qtbot.mouseClick(full.lock_button, Qt.MouseButton.LeftButton)
    again = opened(full, UnlockMarksDialog)
    again.reason.setText("漏录")
    qtbot.mouseClick(again.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert not full.grid.grid_model.locked


def test_that_own_marks_are_not_verified(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], office: Person
) -> None:
    told: list[Any] = []
    full.context.operations.fault.connect(lambda owner, error: told.append(error))
    fill(run, office)
    full.refresh()
    settle()
    full.commands.verify()
    box = opened(full, MessageBox)
    qtbot.mouseClick(box.findChild(QPushButton, "confirm"), Qt.MouseButton.LeftButton)
    settle()
    assert "entered by you" in str(told[0])


def test_that_a_dropped_workbook_is_compared_and_taken_in(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], tmp_path: Path
) -> None:
    from openpyxl import load_workbook

    found = sheet(run)
    people = [(row.ticket_number, row.staff_number, row.name, row.unit) for row in found.rows]
    path = tmp_path / "成绩.xlsx"
    path.write_bytes(marks_template(people, found.sitting.sections))
    book = load_workbook(path)
    book.worksheets[0]["E2"], book.worksheets[0]["E3"] = 90, "95,5"
    book.save(path)
    assert full.takes_file(path)
    full.take_file(path)
    settle()
    settle()
    dialog = opened(full, MarksImportDialog)
    assert not dialog.accept_button.isEnabled()
    assert [problem.row for problem in dialog.problems.rows][:1] == [3]
    dialog.reject()
    book.worksheets[0]["E3"] = "缺考"
    book.save(path)
    full.take_file(path)
    settle()
    settle()
    dialog = opened(full, MarksImportDialog)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert sheet(run).rows[0].total == Decimal(90)
    assert full.entry.cards["seen"].value == "2 / 6"


def test_that_unit_averages_are_shown_with_their_calculation(
    full: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person
) -> None:
    fill(run, recorder)
    full.tabs.setCurrentWidget(full.averages)
    settle()
    assert [row.result.average for row in full.averages.model.rows] == [Decimal("80.00")] * 2
    assert full.averages.heading.text() == "第1分公司"
    assert full.averages.lines.count() == 3


def test_that_typed_text_survives_a_page_made_anew(
    qtbot: QtBot, full: WrittenPage, context: Context, settle: Callable[[], None]
) -> None:
    type_into(qtbot, full, "980")
    qtbot.keyClicks(full.grid, "8")
    kept = full.keep_typed()
    again = WrittenPage(context)
    qtbot.addWidget(again)
    again.show()
    again.restore_typed(kept)
    again.refresh()
    settle()
    model = again.grid.grid_model
    assert model.text(model.index(0, model.mark_columns[0])) == "980"
    assert again.grid.editing
    assert again.grid._editor.text() == "8"
    assert model.unsaved == 1


def test_that_a_recorder_enters_by_ticket_number_without_names(
    qtbot: QtBot, full: WrittenPage, context: Context, operations: Operations, settle: Callable[[], None],
    recorder: Person, run: Run,
) -> None:  # fmt: skip
    operations.person = recorder
    page = WrittenPage(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    assert [column.key for column in page.grid.grid_model.columns][:2] == ["ticket", 1]
    assert not page.lock_button.isEnabled()
    page.grid.setFocus()
    type_into(qtbot, page, "77")
    settle()
    assert sheet(run).rows[0].marks[0].entered_by == recorder.name


def test_that_a_full_disk_keeps_what_was_typed_and_says_so(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Callable[[], None], database: Database
) -> None:
    run(lambda uow: add_drawn_people(uow, units=2, people=30))
    run(lambda uow: sittings.make_sitting(uow))
    page.refresh()
    settle()
    page.grid.setFocus()
    limit = ["1"]

    @event.listens_for(database.engine, "begin")
    def restrict(connection: Any) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={limit[0]}")

    for number in range(40):
        type_into(qtbot, page, str(40 + number))
        settle()
    model = page.grid.grid_model
    problems = model.problems()
    assert problems
    assert "disk is full" in problems[0][1].message
    stands = {row.candidate_id: row.total for row in sheet(run).rows}
    unsaved = {place[0] for place, _ in problems}
    for at in range(40):
        row = model.row(at)
        typed = Decimal(40 + at)
        assert model.text(model.index(at, model.mark_columns[0])) == str(typed)
        assert stands[row.key] == (None if row.key in unsaved else typed)
    limit[0] = "1000000"
    for _ in problems:
        qtbot.mouseClick(page.entry.message.buttons[0], Qt.MouseButton.LeftButton)
        settle()
    assert model.problems() == []
    assert [row.total for row in sheet(run).rows[:40]] == [Decimal(40 + at) for at in range(40)]


def test_that_another_sitting_is_shown_only_when_nothing_typed_would_be_lost(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    run(add_drawn_people)
    unit = run(lambda uow: uow.session.scalar(select(Staff.unit_id).order_by(Staff.id)))
    run(lambda uow: sittings.make_sitting(uow, name="上午", unit_ids=[unit]))
    run(lambda uow: sittings.make_sitting(uow, name="下午"))
    page.refresh()
    settle()
    assert page.grid.grid_model.rowCount() == 3
    page.grid.setFocus()
    type_into(qtbot, page, "980")
    page.entry.sitting_box.setCurrentIndex(1)
    page.entry.sitting_box.activated.emit(1)
    settle()
    opened(page, MessageBox).accept()
    assert page.entry.sitting_box.currentText() == "上午"
    page.grid.go_to_first_open()
    qtbot.mouseClick(page.entry.message.buttons[0], Qt.MouseButton.LeftButton)
    settle()
    page.entry.sitting_box.setCurrentIndex(1)
    page.entry.sitting_box.activated.emit(1)
    settle()
    assert page.commands.sitting is not None
    assert page.commands.sitting.name == "下午"
    assert page.grid.grid_model.row(0).texts["ticket"] == "20260004"
