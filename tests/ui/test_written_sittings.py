"""The written round in several sittings, and two people at one grid."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exam.access import Person
from exam.services import marks
from tests.ui.test_written import Run, full, opened, page, sheet
from tests.written import add_drawn_people
from ui.dialogs.sitting_edit import SittingDialog
from ui.pages.written import WrittenPage
from ui.pages.written_words import standing

__all__ = ["full", "page"]


def test_that_a_sitting_is_made_for_some_units_and_the_page_asks_for_another(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    run(add_drawn_people)
    page.refresh()
    settle()
    qtbot.mouseClick(page.no_sitting.button, Qt.MouseButton.LeftButton)
    dialog = opened(page, SittingDialog)
    dialog.all_units.click()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "No unit is ticked" in dialog.error_text
    dialog.units.item(0).setCheckState(Qt.CheckState.Checked)
    assert "3" in dialog.all_units.text()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert sheet(run).sitting.candidates == 3
    told = standing(page.commands.sitting, page.entry.progress, page.commands.waiting, twice=False)
    assert told is not None
    assert (told.action, "3 drawn people of other units" in told.text) == ("add", True)


def other_types(run: Run, person: Person, points: int) -> None:
    row = sheet(run).rows[0]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(points),
            seen_version=row.marks[0].version,
        ),
        person,
    )  # fmt: skip


def test_that_a_refresh_leaves_half_a_mark_in_its_cell_and_two_people_see_both_values(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person
) -> None:
    qtbot.keyClicks(full.grid, "4")
    other_types(run, recorder, 39)
    full.refresh()
    settle()
    assert full.grid.editing
    assert sheet(run).rows[0].marks[0].points == 39
    editor = full.grid._editor
    assert editor is not None
    qtbot.keyClicks(editor, "0")
    qtbot.keyClick(editor, Qt.Key.Key_Return)
    settle()
    assert sheet(run).rows[0].marks[0].points == 39
    assert "40" in full.entry.message.text
    assert "39" in full.entry.message.text
    (place, draft), *_ = full.grid.grid_model.problems()
    assert (draft.text, draft.theirs) == ("40", "39")
    full.grid._resave(place)()
    settle()
    settle()
    assert sheet(run).rows[0].marks[0].points == 40
    assert full.grid.grid_model.problems() == []


def test_that_what_one_types_stays_when_the_filter_hides_its_row(
    qtbot: QtBot, full: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person
) -> None:
    box = full.entry.state_box
    box.setCurrentIndex(box.findData("open"))
    full.grid.setFocus()
    key = sheet(run).rows[0].candidate_id
    qtbot.keyClicks(full.grid, "4")
    other_types(run, recorder, 39)
    full.refresh()
    settle()
    assert sheet(run).rows[0].marks[0].points == 39
    ((row, _), draft), *_ = full.grid.grid_model.problems()
    assert (row, draft.text, draft.theirs) == (key, "4", "39")
