"""Telling equal people apart at the desk: real clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from exam.services import results, tie_ends
from tests.services.test_results import build
from tests.services.test_tie_ends import level
from ui.context import Context
from ui.dialogs.tie_end import TieEndDialog

Settle = Callable[[], None]
Run = Callable[..., Any]


@pytest.fixture
def dialog(qtbot: Any, context: Context, settle: Settle, run: Run) -> TieEndDialog:
    run(build)
    run(level)
    return opened(qtbot, context, settle)


def opened(qtbot: Any, context: Context, settle: Settle) -> TieEndDialog:
    made = TieEndDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    settle()
    return made


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_that_the_order_of_the_tied_is_recorded(dialog: TieEndDialog, settle: Settle, run: Run) -> None:
    assert dialog.tie.count() == 2
    for place, box in enumerate(dialog.places.values(), 1):
        box.setCurrentIndex(box.findData(place))
    QTest.keyClicks(dialog.note, "3 : 2")
    click(dialog.accept_button)
    settle()
    assert not dialog.isVisible()
    assert [line.place for line in run(results.get_draft).individuals] == [1, 2, 3, 4]
    assert run(tie_ends.list_tie_ends)[0].note == "3 : 2"


def test_that_what_is_missing_is_said_and_kept(dialog: TieEndDialog, settle: Settle) -> None:
    click(dialog.accept_button)
    assert dialog.error_text
    for place, box in enumerate(dialog.places.values(), 1):
        box.setCurrentIndex(box.findData(place))
    click(dialog.accept_button)
    settle()
    assert "what was asked" in dialog.error_text
    assert dialog.isVisible()
    assert all(box.currentData() for box in dialog.places.values())
    dialog.reject()


def test_that_the_team_tie_asks_for_its_own_members(dialog: TieEndDialog) -> None:
    assert len(dialog.places) == 4
    dialog.tie.setCurrentIndex(1)
    assert len(dialog.places) == 2
    dialog.reject()


def test_that_a_decision_is_taken_back(
    dialog: TieEndDialog, settle: Settle, run: Run, qtbot: Any, context: Context
) -> None:
    for place, box in enumerate(dialog.places.values(), 1):
        box.setCurrentIndex(box.findData(place))
    dialog.note.setText("3 : 2")
    click(dialog.accept_button)
    settle()
    again = opened(qtbot, context, settle)
    again.table.setCurrentIndex(again.table.rows_model.index(0, 0))
    again.note.setText("wrong question")
    click(again.back_button)
    settle()
    assert run(tie_ends.list_tie_ends) == []


def test_that_without_a_tie_nothing_can_be_recorded(
    qtbot: Any, context: Context, settle: Settle, run: Run
) -> None:
    run(build)
    dialog = opened(qtbot, context, settle)
    if dialog.tie.count() == 0:
        assert not dialog.accept_button.isEnabled()
        assert dialog.error_text
    dialog.reject()
