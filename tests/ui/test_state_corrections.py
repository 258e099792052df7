"""An attendance state mended after the lock, proposed and decided in the dialogs of the corrections."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exam.access import Person
from exam.rules.marks import Attendance
from exam.services import state_corrections, written_results
from tests.written import lock_up
from ui.context import Context
from ui.dialogs.correction_decide import DecideCorrectionDialog
from ui.dialogs.correction_propose import ProposeCorrectionDialog
from ui.item_models.recheck import corrections_model
from ui.operations import Operations

Run = Callable[..., Any]


@pytest.fixture
def window(qtbot: QtBot, run: Run, recorder: Person, rechecker: Person) -> QWidget:
    lock_up(run, recorder, rechecker)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def propose(context: Context, window: QWidget, settle: Callable[[], None], state: Attendance, marks: str = "") -> Any:
    dialog = ProposeCorrectionDialog(context, window, code="20260002")
    dialog.open()
    settle()
    dialog.section.setCurrentIndex(dialog.section.count() - 1)
    dialog.state.setCurrentIndex(dialog.state.findData(state))
    dialog.mark.setText(marks)
    dialog.reason.setText("监考记录更正")
    dialog.submit()
    settle()
    return dialog


def decide(context: Context, window: QWidget, settle: Callable[[], None], run: Run) -> Any:
    row = run(state_corrections.list_state_corrections)[0]
    dialog = DecideCorrectionDialog(context, row, window)
    dialog.open()
    settle()
    return dialog


def test_that_a_state_is_proposed_and_confirmed_by_another(
    context: Context, window: QWidget, settle: Callable[[], None], run: Run, operations: Operations,
    rechecker: Person, office: Person,
) -> None:  # fmt: skip
    operations.person = rechecker
    dialog = ProposeCorrectionDialog(context, window, code="20260002")
    dialog.open()
    settle()
    assert not dialog.state.isVisible()
    dialog.section.setCurrentIndex(dialog.section.count() - 1)
    assert dialog.state.isVisible()
    dialog.reject()
    propose(context, window, settle, Attendance.ABSENT)
    operations.person = office
    shown = decide(context, window, settle, run)
    assert ("total mark", "78") in {(one.what, one.old) for one in shown.model.rows}
    shown.submit()
    settle()
    row = run(state_corrections.list_state_corrections)[0]
    assert (row.state, row.new) == ("confirmed", Attendance.ABSENT)
    model = corrections_model()
    model.set_rows([row])
    texts = [str(model.index(0, column).data()) for column in range(model.columnCount())]
    assert "S1" in texts
    assert "Absent" in texts
    refused = propose(context, window, settle, Attendance.PRESENT, "49")
    assert "2 sections have no mark" in refused.error_text
    refused.mark.setText("49+29")
    refused.submit()
    settle()
    operations.person = rechecker
    decide(context, window, settle, run).submit()
    settle()
    line = next(one for one in run(written_results.get_written_results).lines if one.ticket_number == "20260002")
    assert line.total == 78
    operations.person = office


def test_that_a_proposed_state_can_be_refused(
    context: Context, window: QWidget, settle: Callable[[], None], run: Run
) -> None:
    propose(context, window, settle, Attendance.ZEROED)
    shown = decide(context, window, settle, run)
    assert not shown.accept_button.isEnabled(), "the proposer does not confirm"
    shown.reason.setText("看错了")
    shown.refuse()
    settle()
    assert run(state_corrections.list_state_corrections)[0].state == "refused"
