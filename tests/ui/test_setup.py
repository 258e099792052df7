"""The setup page: what is typed is saved or kept, rules at once, stages with the password."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from exam.rules.stages import Stage
from exam.services import competition, judging, units
from tests.conftest import PASSWORD
from tests.final_world import build
from ui.context import Context
from ui.dialogs.moves import MovesDialog
from ui.dialogs.stage_lock import LockStageDialog, UnlockStageDialog
from ui.dialogs.unit_edit import UnitDialog
from ui.messages import MessageBox
from ui.pages.setup import SetupPage

Settle = Callable[[], None]
Show = Callable[[Any], Any]
Run = Callable[..., Any]


@pytest.fixture
def page(context: Context, show_page: Show) -> SetupPage:
    return show_page(SetupPage(context))


def dialog_of(kind: type[QDialog]) -> Any:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def click(button: Any, settle: Settle) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    settle()
    settle()


def test_that_the_competition_is_changed_and_wrong_days_keep_what_was_typed(
    page: SetupPage, run: Run, settle: Settle
) -> None:
    form = page.competition
    assert not form.save_button.isEnabled()
    QTest.keyClicks(form.place, "Wuhan")
    form.final_day.setText("22.11.26")
    click(form.save_button, settle)
    assert form.message.tone == "error"
    assert form.place.text() == "Wuhan"
    form.final_day.setText("2026-11-22")
    click(form.save_button, settle)
    row = run(competition.get_competition)
    assert (row.place, str(row.final_day)) == ("Wuhan", "2026-11-22")
    assert not form.save_button.isEnabled()


def test_that_typed_text_survives_a_refresh_and_can_be_taken_back(page: SetupPage, settle: Settle) -> None:
    form = page.competition
    QTest.keyClicks(form.host, "XYZ")
    page.refresh()
    settle()
    assert form.host.text().endswith("XYZ")
    click(form.undo_button, settle)
    assert not form.host.text().endswith("XYZ")


def test_that_a_rule_is_saved_at_once_and_goes_back_to_its_default(page: SetupPage, run: Run, settle: Settle) -> None:
    page.tabs.setCurrentIndex(2)
    line = page.rules.lines["late_limit"]
    assert line.line is not None
    line.line.setText("30")
    line.line.editingFinished.emit()
    settle()
    settle()
    assert run(competition.get_rules).late_limit == 30
    assert line.state.text() == "changed"
    assert line.reset.isVisible()
    click(line.reset, settle)
    assert run(competition.get_rules).late_limit == 15


def test_that_a_wrong_value_stays_marked_until_it_is_taken_back(page: SetupPage, run: Run, settle: Settle) -> None:
    page.tabs.setCurrentIndex(2)
    line = page.rules.lines["late_limit"]
    assert line.line is not None
    line.line.setText("500")
    line.line.editingFinished.emit()
    settle()
    assert page.rules.message.tone == "error"
    assert line.line.text() == "500"
    assert line.line.property("wrong")
    page.refresh()
    settle()
    assert line.line.text() == "500"
    click(page.rules.message.buttons[0], settle)
    assert line.line.text() == "15"
    assert run(competition.get_rules).late_limit == 15


def test_that_choices_ticks_and_tie_keys_are_stored(page: SetupPage, run: Run, settle: Settle) -> None:
    page.tabs.setCurrentIndex(2)
    lines = page.rules.lines
    box = lines["absence_rule"].boxes[0]
    box.setCurrentIndex(box.findData("leave_out"))
    box.activated.emit(box.currentIndex())
    tick = lines["nominee_certified"].tick
    assert tick is not None
    tick.click()
    third = lines["individual_tie_keys"].boxes[2]
    third.setCurrentIndex(third.findData("best_item"))
    third.activated.emit(third.currentIndex())
    settle()
    settle()
    rules = run(competition.get_rules)
    assert (rules.absence_rule, rules.nominee_certified) == ("leave_out", False)
    assert rules.individual_tie_keys == "on_site,written,best_item"


def test_that_a_selection_shows_no_rule_of_teams(page: SetupPage, run: Run, settle: Settle) -> None:
    ties = page.rules.lines["team_tie_keys"].editor
    assert ties.isVisibleTo(page.rules)
    run(lambda uow: competition.change_rule(uow, key="team_preset", text="none"))
    page.refresh()
    settle()
    assert not ties.isVisibleTo(page.rules)
    assert page.rules.lines["team_preset"].editor.isVisibleTo(page.rules)


def test_that_every_open_rule_goes_back_to_its_default(page: SetupPage, run: Run, settle: Settle) -> None:
    run(lambda uow: competition.change_rule(uow, key="late_limit", text="30"))
    run(lambda uow: competition.change_rule(uow, key="drop_high", text="2"))
    run(lambda uow: competition.lock_stage(uow, stage=Stage.FINAL))
    page.refresh()
    settle()
    page.tabs.setCurrentIndex(2)
    click(page.rules.reset_button, settle)
    box = dialog_of(MessageBox)
    click(box.findChild(object, "confirm"), settle)
    rules = run(competition.get_rules)
    assert (rules.late_limit, rules.drop_high) == (15, 2)
    assert not page.rules.lines["drop_high"].editor.isEnabled()


def test_that_units_are_added_changed_and_moved(page: SetupPage, run: Run, settle: Settle) -> None:
    page.tabs.setCurrentIndex(1)
    for name in ("Alpha", "Beta"):
        click(page.units.add_button, settle)
        dialog = dialog_of(UnitDialog)
        QTest.keyClicks(dialog.name, name)
        click(dialog.accept_button, settle)
    assert [row.name for row in page.units.model.rows] == ["Alpha", "Beta"]
    page.units.table.selectRow(0)
    click(page.units.down, settle)
    assert [row.name for row in run(units.list_units)] == ["Beta", "Alpha"]
    page.units.table.selectRow(0)
    click(page.units.change_button, settle)
    dialog = dialog_of(UnitDialog)
    dialog.code.setText("a/b")
    click(dialog.accept_button, settle)
    assert "not a unit code" in dialog.error_text
    dialog.code.setText("BE")
    click(dialog.accept_button, settle)
    assert page.units.model.rows[0].code == "BE"


def test_that_a_stage_is_locked_with_the_password_and_opened_with_a_reason(
    page: SetupPage, run: Run, settle: Settle
) -> None:
    page.tabs.setCurrentIndex(3)
    card = page.stages.cards["setup"]
    click(card.button, settle)
    dialog = dialog_of(LockStageDialog)
    dialog.text.setText("孙监督")
    dialog.password.setText("wrong")
    click(dialog.accept_button, settle)
    assert "not your password" in dialog.error_text
    dialog.password.setText(PASSWORD)
    click(dialog.accept_button, settle)
    assert card.pill.text == "Locked"
    assert "孙监督" in card.who.text()
    assert not page.competition.name.isEnabled()
    click(card.button, settle)
    dialog = dialog_of(UnlockStageDialog)
    dialog.password.setText(PASSWORD)
    click(dialog.accept_button, settle)
    assert "Say why" in dialog.error_text
    dialog.text.setText("typo")
    click(dialog.accept_button, settle)
    assert card.pill.text == "Not locked"
    assert page.competition.name.isEnabled()


def test_that_arriving_at_a_tab_shows_it(page: SetupPage) -> None:
    page.arrive(tab="stages")
    assert page.tabs.currentIndex() == 3


def test_that_typed_text_survives_a_page_made_anew(
    qtbot: Any, page: SetupPage, context: Context, settle: Settle
) -> None:
    QTest.keyClicks(page.competition.host, "XYZ")
    page.tabs.setCurrentIndex(2)
    page.rules.lines["late_limit"].show_wrong("500")
    kept = page.keep_typed()
    anew = SetupPage(context)
    qtbot.addWidget(anew)
    anew.restore_typed(kept)
    anew.refresh()
    settle()
    assert anew.competition.host.text().endswith("XYZ")
    assert anew.competition.save_button.isEnabled()
    assert anew.tabs.currentIndex() == 2
    assert anew.rules.lines["late_limit"].text() == "500"
    assert anew.rules.lines["late_limit"].is_wrong


def marked(run: Run) -> None:
    """Whoever is better on paper is worse on stage."""

    def mark(uow: Any) -> None:
        world = build(uow)
        papers = {}
        for at, nominee in enumerate(world.nominees):
            judging.save_item_mark(uow, item_id=world.written, nominee_id=nominee, points=Decimal(50 + 5 * at))
            papers[nominee] = {judge: Decimal(95 - 3 * at) for judge in world.judges}
        judging.save_papers(uow, item_id=world.item, papers=papers)

    run(mark)


def test_that_a_rule_that_moves_places_is_asked_about_first(page: SetupPage, run: Run, settle: Settle) -> None:
    marked(run)
    page.refresh()
    settle()
    line = page.rules.lines["written_weight"]
    assert line.line is not None

    def type_weight(text: str) -> MovesDialog:
        line.line.setText(text)
        line.line.editingFinished.emit()
        settle()
        return dialog_of(MovesDialog)

    dialog = type_weight("90")
    line.line.editingFinished.emit()
    settle()
    assert sum(isinstance(one, MovesDialog) for one in QApplication.topLevelWidgets()) == 1
    assert dialog.table.rows_model.rowCount() > 8
    click(dialog.cancel_button, settle)
    assert (run(competition.get_rules).written_weight, line.text()) == (30, "30")
    click(type_weight("90").save_button, settle)
    assert run(competition.get_rules).written_weight == 90
    line.line.setText("91")
    line.line.editingFinished.emit()
    settle()
    settle()
    assert run(competition.get_rules).written_weight == 91
    assert "No place and no award moves" in page.rules.message.text
