"""The awards page and its dialogs: real clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton

from exam.access import Person
from exam.services import awards
from tests.services.test_results import build, set_absent
from ui import messages
from ui.context import Context
from ui.dialogs.award_rule import AwardRuleDialog
from ui.dialogs.moves import MovesDialog
from ui.dialogs.title_holders import TitleHoldersDialog
from ui.operations import Operations
from ui.pages.awards import AwardsPage

Settle = Callable[[], None]
Show = Callable[[Any], Any]
Run = Callable[..., Any]


@pytest.fixture
def page(context: Context, show_page: Show, run: Run) -> AwardsPage:
    run(build)
    run(set_absent)
    return show_page(AwardsPage(context))


def dialog_of(kind: type[QDialog]) -> Any:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def confirm() -> None:
    click(dialog_of(messages.MessageBox).findChild(QPushButton, "confirm"))


def save_moves(settle: Settle) -> None:
    """Something moves: it is shown before it is saved."""
    settle()
    click(dialog_of(MovesDialog).save_button)
    settle()


def rules(page: AwardsPage) -> list[tuple[str, int]]:
    return [(row.rule.name, row.winners) for row in page.table.rows_model.rows]


def usual(page: AwardsPage, settle: Settle) -> None:
    empty: Any = page._stack.currentWidget()
    click(empty.button)
    settle()


def choose(page: AwardsPage, number: int) -> None:
    page.table.setCurrentIndex(page.table.rows_model.index(number, 0))


def test_that_the_usual_awards_come_with_one_click(page: AwardsPage, settle: Settle) -> None:
    usual(page, settle)
    assert len(rules(page)) == 7
    assert page.winners.rows_model.total > 0


def test_that_an_award_is_added_and_its_winner_shown(page: AwardsPage, settle: Settle) -> None:
    page.add()
    dialog = dialog_of(AwardRuleDialog)
    dialog.name.insert("特等奖")
    dialog.value.insert("１")
    click(dialog.accept_button)
    settle()
    assert rules(page) == []
    assert [line.new for line in dialog_of(MovesDialog).table.rows_model.rows] == ["特等奖"]
    save_moves(settle)
    assert rules(page) == [("特等奖", 1)]
    choose(page, 0)
    assert [row.winner for row in page.winners.rows_model.rows] == ["员工0"]


@pytest.mark.parametrize("typed", ["", "many", "0", "1.5"])
def test_that_a_wrong_number_is_said_and_kept(page: AwardsPage, settle: Settle, typed: str) -> None:
    page.add()
    dialog = dialog_of(AwardRuleDialog)
    dialog.name.insert("特等奖")
    QTest.keyClicks(dialog.value, typed)
    click(dialog.accept_button)
    settle()
    assert dialog.isVisible()
    assert dialog.error_text
    assert dialog.value.text() == typed
    dialog.reject()


def test_that_a_title_asks_for_no_number(page: AwardsPage) -> None:
    page.add()
    dialog = dialog_of(AwardRuleDialog)
    dialog.scope.setCurrentIndex(dialog.scope.findData("title"))
    assert not dialog.value.isVisible()
    assert not dialog.item.isVisible()
    dialog.reject()


def test_that_a_title_is_given_and_taken_away(page: AwardsPage, settle: Settle, run: Run) -> None:
    page.add()
    dialog = dialog_of(AwardRuleDialog)
    dialog.scope.setCurrentIndex(dialog.scope.findData("title"))
    dialog.name.insert("业务能手")
    click(dialog.accept_button)
    settle()
    choose(page, 0)
    click(page.people_button)
    settle()
    people = dialog_of(TitleHoldersDialog)
    people.number.setText("003")
    click(people.accept_button)
    settle()
    assert "员工3" in people.error_text
    assert [row.name for row in run(awards.list_title_holders)] == ["员工3"]
    people.number.setText("999")
    click(people.accept_button)
    settle()
    assert "999" in people.error_text
    people.table.setCurrentIndex(people.table.rows_model.index(0, 0))
    click(people.remove_button)
    settle()
    assert run(awards.list_title_holders) == []
    people.reject()


def test_that_an_award_moves_and_goes(page: AwardsPage, settle: Settle) -> None:
    usual(page, settle)
    choose(page, 1)
    name = page.table.selected_row().rule.name
    click(page.up_button)
    settle()
    assert rules(page)[0][0] == name
    assert page.table.selected_row().rule.name == name
    assert not page.up_button.isEnabled()
    choose(page, next(number for number, (_, winners) in enumerate(rules(page)) if winners))
    click(page.remove_button)
    confirm()
    settle()
    click(dialog_of(MovesDialog).cancel_button)
    settle()
    assert len(rules(page)) == 7
    click(page.remove_button)
    confirm()
    save_moves(settle)
    assert len(rules(page)) == 6


def test_that_numbers_are_given_after_asking(page: AwardsPage, settle: Settle) -> None:
    usual(page, settle)
    click(page.number_button)
    confirm()
    settle()
    assert all(row.certificate_number for row in page.winners.rows_model.rows)
    assert not page.number_button.isEnabled()


def test_that_the_certificates_are_looked_at_on_the_papers_page(
    page: AwardsPage, settle: Settle, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    usual(page, settle)
    click(page.papers_button)
    assert visits == [("papers", {"paper": "certificates"})]


def test_that_the_supervisor_looks_and_changes_nothing(
    qtbot: Any, page: AwardsPage, settle: Settle, context: Context, operations: Operations, supervisor: Person
) -> None:
    usual(page, settle)
    operations.person = supervisor
    made = AwardsPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    choose(made, 0)
    assert len(rules(made)) == 7
    for button in (made.change_button, made.remove_button, made.up_button, made.down_button):
        assert not button.isEnabled()
    assert not made.add_button.isVisibleTo(made)
