"""The recheck page and the results of the written round: real clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from exam.access import Person
from exam.services import corrections, marks, recheck, sittings
from tests.conftest import PASSWORD
from tests.services.test_recheck import DICE
from tests.written import add_drawn_people, lock_up, seal
from ui.context import Context
from ui.dialogs.correction_decide import DecideCorrectionDialog
from ui.dialogs.correction_propose import ProposeCorrectionDialog
from ui.dialogs.passwords import SecondPersonDialog
from ui.dialogs.recheck_dice import RecheckDiceDialog
from ui.dialogs.recheck_void import VoidRecheckDialog
from ui.messages import MessageBox
from ui.operations import Operations
from ui.pages.recheck import NOT_LOCKED, READING, TO_DRAW, TO_FREEZE, RecheckPage
from ui.pages.written_results import WrittenResultsPage

Settle = Callable[[], None]
Show = Callable[[Any], Any]
Run = Callable[..., Any]
D = Decimal


@pytest.fixture
def sitting(run: Run, recorder: Person, rechecker: Person) -> sittings.SittingRow:
    return lock_up(run, recorder, rechecker)


@pytest.fixture
def page(context: Context, show_page: Show) -> RecheckPage:
    return show_page(RecheckPage(context))


def dialog_of(kind: type[QDialog]) -> Any:
    return next(one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible())


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def drawn(run: Run, sitting: sittings.SittingRow) -> recheck.RecheckSheet:
    known = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=sitting.id)).recheck
    return run(
        lambda uow: recheck.draw_recheck(
            uow, recheck_id=known.id, seen_version=known.version, dice=DICE, again=DICE
        )
    )


def test_that_unlocked_marks_lead_to_the_marks(
    run: Run, page: RecheckPage, settle: Settle, visits: list[tuple[str, Any]]
) -> None:
    assert page._stack.currentIndex() == NOT_LOCKED
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow))
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NOT_LOCKED
    click(page._stack.currentWidget().button)  # type: ignore[attr-defined]
    assert visits == [("written", {})]


def test_that_a_recheck_goes_from_the_freeze_over_the_dice_to_the_first_paper(
    sitting: sittings.SittingRow, page: RecheckPage, settle: Settle
) -> None:
    assert page._stack.currentIndex() == TO_FREEZE
    assert "20 papers" in page.to_freeze.words.text()
    click(page.to_freeze.button)
    click(dialog_of(MessageBox).findChild(QPushButton, "confirm"))
    settle()
    assert page._stack.currentIndex() == TO_DRAW
    assert page.sheet is not None
    assert page.sheet.recheck is not None
    assert "".join(page.freeze_code.text().split()) == page.sheet.recheck.freeze
    click(page.draw_button)
    dialog = dialog_of(RecheckDiceDialog)
    dialog.digits.setText(DICE)
    dialog.again.setText(DICE[::-1])
    dialog.submit()
    settle()
    assert "differ" in dialog.error_text
    dialog.again.setText(DICE)
    dialog.submit()
    settle()
    assert page._stack.currentIndex() == READING
    assert page.entry.cards["read"].value == "0 / 9"
    assert page.entry.current is not None
    assert page.entry.code.text() == "20260001"


def test_that_marks_are_typed_one_after_the_other_and_a_difference_stops(
    run: Run, sitting: sittings.SittingRow, page: RecheckPage, settle: Settle
) -> None:
    drawn(run, sitting)
    page.refresh()
    settle()
    QAbstractItemModelTester(page.entry.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    entry = page.entry
    entry.mark.setText("５０")
    QTest.keyClick(entry.mark, Qt.Key.Key_Return)
    settle()
    assert entry.current is not None
    assert (entry.model.rows[0].reread, entry.current.section) == (D(50), "主观题")
    entry.mark.setText("300")
    QTest.keyClick(entry.mark, Qt.Key.Key_Return)
    assert entry.message.tone == "error"
    assert entry.model.rows[1].reread is None
    entry.mark.setText("29")
    entry.reason.setText("漏加")
    QTest.keyClick(entry.reason, Qt.Key.Key_Return)
    settle()
    assert entry.current.id == entry.model.rows[1].id
    assert "first mark 30, re-read 29 (−1)" in entry.message.text
    click(entry.message.buttons[0])
    settle()
    dialog = dialog_of(ProposeCorrectionDialog)
    assert (dialog.code.text(), dialog.mark.text(), dialog.reason.text()) == ("20260001", "29", "漏加")
    assert dialog.section.currentText() == "主观题"
    dialog.submit()
    settle()
    assert page.tabs.tabText(1) == "Corrections (1)"


def test_that_the_recheck_is_closed_only_when_all_is_read(
    run: Run, sitting: sittings.SittingRow, page: RecheckPage, settle: Settle
) -> None:
    sheet = drawn(run, sitting)
    page.refresh()
    settle()
    assert not page.close_button.isEnabled()
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows
    stands = {(row.candidate_id, part.section_id): part.points for row in rows for part in row.marks}

    def read_all(uow: Any) -> None:
        for row in sheet.rows:
            recheck.save_reread(
                uow, mark_id=row.id, points=stands[row.candidate_id, row.section_id], seen_version=row.version
            )

    run(read_all)
    page.refresh()
    settle()
    assert page.close_button.isEnabled()
    click(page.close_button)
    dialog = dialog_of(SecondPersonDialog)
    dialog.name.setText("赵复核")
    dialog.password.setText(PASSWORD)
    dialog.submit()
    settle()
    assert page.sheet is not None
    assert page.sheet.recheck is not None
    assert page.sheet.recheck.state == "closed"
    assert "王办公" in page.entry.message.text
    assert not page.entry.mark.isEnabled()


def test_that_a_recheck_is_declared_void_with_a_reason(
    run: Run, sitting: sittings.SittingRow, page: RecheckPage, settle: Settle
) -> None:
    drawn(run, sitting)
    page.refresh()
    settle()
    click(page.void_button)
    dialog = dialog_of(VoidRecheckDialog)
    dialog.submit()
    settle()
    assert "Say why" in dialog.error_text
    dialog.reason.setText("骰子录错")
    dialog.submit()
    settle()
    assert page._stack.currentIndex() == TO_FREEZE


def test_that_a_correction_is_confirmed_after_seeing_what_moves(
    run: Run, sitting: sittings.SittingRow, page: RecheckPage, settle: Settle, rechecker: Person
) -> None:
    found = run(lambda uow: corrections.find_paper(uow, code="20260002"))
    run(
        lambda uow: corrections.propose_correction(
            uow, candidate_id=found.candidate_id, section_id=found.sections[0].section_id, points=D(52), reason="漏加"
        ),
        rechecker,
    )
    page.refresh()
    settle()
    page.tabs.setCurrentIndex(1)
    assert page.corrections.decide_button.isEnabled()
    click(page.corrections.decide_button)
    settle()
    dialog = dialog_of(DecideCorrectionDialog)
    assert [one.new for one in dialog.model.rows] == ["81", "1", "2", "76.60"]
    dialog.reason.setText("不对")
    dialog.submit()
    assert "Press Refuse" in dialog.error_text
    dialog.reason.clear()
    click(dialog.accept_button)
    settle()
    rows = page.corrections.model.rows
    assert (rows[0].state, rows[0].decided_by) == ("confirmed", "王办公")
    assert page.corrections.moves.total == 4
    assert not page.corrections.decide_button.isEnabled()


def test_that_the_proposer_may_withdraw_but_not_confirm(
    run: Run, sitting: sittings.SittingRow, page: RecheckPage, settle: Settle
) -> None:
    page.tabs.setCurrentIndex(1)
    click(page.corrections.empty.button)
    dialog = dialog_of(ProposeCorrectionDialog)
    dialog.code.setText("123")
    dialog._find()
    settle()
    assert "No paper of a locked sitting has the number 123" in dialog.error_text
    dialog.code.setText("20260003")
    dialog._find()
    settle()
    dialog.mark.setText("40")
    dialog.submit()
    settle()
    assert "Say why" in dialog.error_text
    dialog.reason.setText("x")
    dialog.submit()
    settle()
    click(page.corrections.decide_button)
    settle()
    decide = dialog_of(DecideCorrectionDialog)
    assert not decide.accept_button.isEnabled()
    decide.reason.setText("看错了")
    click(decide.refuse_button)
    settle()
    assert page.corrections.model.rows[0].state == "refused"


def test_that_a_recorder_sees_no_corrections_and_cannot_re_read_own_marks(
    run: Run, sitting: sittings.SittingRow, context: Context, show_page: Show, operations: Operations,
    recorder: Person,
) -> None:  # fmt: skip
    drawn(run, sitting)
    operations.person = recorder
    page = show_page(RecheckPage(context))
    assert not page.tabs.isTabVisible(1)
    assert not page.close_button.isVisible()
    assert not page.entry.mark.isEnabled()
    assert "entered by you" in page.entry.about.text()


def test_that_the_written_results_show_places_units_and_items(
    sitting: sittings.SittingRow, qtbot: Any, context: Context, show_page: Show, visits: list[tuple[str, Any]]
) -> None:
    page = show_page(WrittenResultsPage(context))
    model = page.table.rows_model
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    assert [line.place for line in model.rows[:3]] == [1, 2, 3]
    titles = [column.title for column in model.columns]
    assert "客观题" in titles
    assert page.cards["mean"].value == "61.00"
    page.search.setText("20260004")
    qtbot.waitUntil(lambda: len(page.table.rows_model.rows) == 1)
    page.tabs.setCurrentIndex(1)
    assert page.units.rows_model.total == 4
    assert "76.00" in page.panel.text
    page.tabs.setCurrentIndex(2)
    assert not page.histogram.grab().isNull()
    assert "a hint at most" in page.alphas.text()
    assert page.items.rows_model.total == 2
    click(page.print_button)
    assert visits[0][0] == "papers"


def test_that_a_sealed_sitting_shows_numbers_only(
    run: Run, sitting: sittings.SittingRow, context: Context, show_page: Show
) -> None:
    seal(run, sitting)
    page = show_page(WrittenResultsPage(context))
    titles = [column.title for column in page.table.rows_model.columns]
    assert "Name" not in titles
    assert "Unit" not in titles
    assert "until the seals are opened" in page.message.text
    assert not page.units.isVisible()
    recheck_page = show_page(RecheckPage(context))
    assert recheck_page.sheet is not None
    assert recheck_page.sheet.sealed


def test_that_without_a_locked_sitting_the_results_lead_to_the_marks(
    context: Context, show_page: Show, visits: list[tuple[str, Any]]
) -> None:
    page = show_page(WrittenResultsPage(context))
    assert not page.print_button.isEnabled()
    click(page._stack.currentWidget().button)
    assert visits == [("written", {})]
