"""Certificates at the desk: filters, printing again, handing out, the register."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from exam.services import awards, certificates, publications
from tests.services.test_results import build
from ui import messages
from ui.context import Context
from ui.dialogs.certificates import HANDED, CertificatesDialog

Settle = Callable[[], None]
Run = Callable[..., Any]


def opened(qtbot: Any, context: Context, settle: Settle) -> CertificatesDialog:
    made = CertificatesDialog(context)
    made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
    qtbot.addWidget(made)
    made.open()
    settle()
    return made


@pytest.fixture
def dialog(qtbot: Any, context: Context, settle: Settle, run: Run) -> CertificatesDialog:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    return opened(qtbot, context, settle)


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def open_boxes() -> list[messages.MessageBox]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, messages.MessageBox) and one.isVisible()]


def close_boxes() -> int:
    boxes = open_boxes()
    for box in boxes:
        box.reject()
    return len(boxes)


def choose(dialog: CertificatesDialog, *numbers: int) -> None:
    model = dialog.table.selectionModel()
    flags = model.SelectionFlag.Select | model.SelectionFlag.Rows
    for number in numbers:
        model.select(dialog.table.rows_model.index(number, 0), flags)


def test_that_nothing_is_offered_before_the_publication(qtbot: Any, context: Context, settle: Settle, run: Run) -> None:
    run(build)
    dialog = opened(qtbot, context, settle)
    assert "Publish" in dialog.error_text
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_that_filters_narrow_what_is_acted_on(dialog: CertificatesDialog, settle: Settle, run: Run) -> None:
    everything = len(dialog.chosen())
    name = run(certificates.get_register).rows[0].line.award
    dialog.award.setCurrentIndex(dialog.award.findData(name))
    dialog.award.activated.emit(dialog.award.currentIndex())
    assert 0 < len(dialog.chosen()) < everything
    assert {row.line.award for row in dialog.chosen()} == {name}
    dialog.reject()


def test_that_the_chosen_are_handed_out(dialog: CertificatesDialog, settle: Settle, run: Run) -> None:
    choose(dialog, 0)
    click(dialog.hand_button)
    assert dialog.error_text
    QTest.keyClicks(dialog.received_by, "Wang")
    click(dialog.hand_button)
    settle()
    assert len(run(certificates.handed_out)) == 1
    dialog.state.setCurrentIndex(dialog.state.findData(HANDED))
    dialog.state.activated.emit(0)
    assert [row.received_by for row in dialog.table.rows_model.rows] == ["Wang"]
    click(dialog.back_button)
    settle()
    assert not run(certificates.handed_out)
    dialog.reject()


def test_that_noting_all_that_are_shown_is_asked_first(
    dialog: CertificatesDialog, settle: Settle, run: Run, qtbot: Any
) -> None:
    dialog.received_by.setFocus()
    QTest.keyClicks(dialog.received_by, "Wang")
    QTest.keyClick(dialog.received_by, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(open_boxes()) == 1)
    settle()
    assert not run(certificates.handed_out)
    click(open_boxes()[0].findChild(QPushButton, "confirm"))
    settle()
    assert len(run(certificates.handed_out)) == len(dialog.table.rows_model.rows)
    dialog.reject()


def test_that_a_certificate_is_printed_and_again_only_with_a_reason(
    dialog: CertificatesDialog, settle: Settle, run: Run, tmp_path: Path
) -> None:
    choose(dialog, 1)
    number = dialog.chosen()[0].number
    dialog.save_to(tmp_path / "one.pdf", "")
    settle()
    assert close_boxes() == 1
    assert (tmp_path / "one.pdf").read_bytes().startswith(b"%PDF")
    printed = {row.number: row.prints for row in run(certificates.get_register).rows}
    assert printed[number] == 1
    assert sum(printed.values()) == 1
    dialog.table.clearSelection()
    click(dialog.accept_button)
    assert "1 of these" in dialog.error_text
    dialog.save_to(tmp_path / "all.pdf", "torn")
    settle()
    assert close_boxes() == 1
    assert {row.prints for row in run(certificates.get_register).rows} == {1, 2}
    dialog.reject()


def test_that_the_register_says_who_received_them(
    dialog: CertificatesDialog, settle: Settle, run: Run, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    numbers = [dialog.chosen()[0].number]
    run(lambda uow: certificates.mark_received(uow, numbers=numbers, received_by="王五", received_on="2026-11-25"))
    dialog._read()
    settle()
    dialog.save_register_to(tmp_path / "register.pdf")
    settle()
    assert close_boxes() == 1
    text = "".join(page.extract_text() for page in PdfReader(tmp_path / "register.pdf").pages)
    assert "王五" in text
    assert text.count("2026-11-25") == 1
    dialog.reject()
