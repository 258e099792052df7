"""The page of the draw: real clicks on a real database, from the empty page to a strike."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPushButton

from exam.access import Person
from exam.services import draws, roster, units
from ui.context import Context
from ui.dialogs.dice import DiceDialog
from ui.dialogs.draw_exclusions import ExclusionsDialog
from ui.dialogs.draw_history import DrawHistoryDialog
from ui.dialogs.draw_plan_line import PlanLineDialog
from ui.dialogs.draw_rules import DrawRulesDialog
from ui.dialogs.strike import StrikeDialog, VoidDialog
from ui.operations import Operations
from ui.pages import draw_export
from ui.pages.draw import DrawPage
from ui.settings import Settings

DICE = "01382438112797316654"
Settle = Callable[[], None]


def add_people(uow: Any) -> None:
    for number, size in enumerate((12, 9, 4), 1):
        unit = units.add_unit(uow, name=f"第{number}分公司", code=f"U{number:02d}")
        for member in range(size):
            roster.add_staff(
                uow, staff_number=f"{number:02d}{member:03d}", name=f"员工{number}{member}", unit_id=unit.id,
                post="营业员" if member % 2 else "客服代表",
            )


@pytest.fixture
def page(qtbot: Any, context: Context, operations: Operations, run: Any, settle: Settle) -> DrawPage:
    run(add_people)
    made = DrawPage(context)
    qtbot.addWidget(made)
    operations.changed.connect(lambda _: made.refresh())
    made.show()
    made.refresh()
    settle()
    return made


@pytest.fixture
def click(qtbot: Any, settle: Settle) -> Callable[[QPushButton], None]:
    def press(button: QPushButton) -> None:
        assert button.isEnabled(), button.text()
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        settle()

    return press


def dialog(page: DrawPage, kind: type[QDialog]) -> Any:
    found = [each for each in page.findChildren(kind) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def press_in_box(page: DrawPage, text: str, click: Callable[[QPushButton], None]) -> None:
    (button,) = [each for each in page.findChildren(QPushButton) if each.text() == text and each.isVisible()]
    click(button)


def plan(page: DrawPage, click: Callable[[QPushButton], None]) -> None:
    assert page.empty.button is not None
    click(page.empty.button)


def freeze(page: DrawPage, click: Callable[[QPushButton], None]) -> None:
    plan(page, click)
    click(page.next_button)
    press_in_box(page, "Freeze now", click)


def throw(page: DrawPage, click: Callable[[QPushButton], None]) -> None:
    click(page.next_button)
    dice = dialog(page, DiceDialog)
    dice.digits.setText(DICE)
    click(dice.accept_button)
    dice.typed_by.setText("李监督")
    dice.digits.setText(" ".join(DICE))
    click(dice.accept_button)


def draw(page: DrawPage, click: Callable[[QPushButton], None]) -> None:
    freeze(page, click)
    throw(page, click)
    click(page.next_button)
    press_in_box(page, "Run the draw now", click)


def test_that_an_empty_roster_sends_to_the_roster(
    qtbot: Any, context: Context, settle: Settle, visits: list[tuple[str, dict[str, Any]]], click: Any
) -> None:
    page = DrawPage(context)
    qtbot.addWidget(page)
    page.show()
    page.refresh()
    settle()
    assert page.stack.currentWidget() is page.no_roster
    click(page.no_roster.button)
    assert visits == [("roster", {})]


def test_that_the_whole_draw_can_be_clicked_through(page: DrawPage, click: Any) -> None:
    plan(page, click)
    assert page.stack.currentWidget() is page.plan_view
    assert page.plan_view.model.rowCount() == 3
    assert page.steps.current == 0
    click(page.next_button)
    press_in_box(page, "Freeze now", click)
    assert page.stack.currentWidget() is page.freeze_view
    assert page.steps.current == 2
    assert len(page.freeze_view.code.accessibleName()) == 64
    throw(page, click)
    assert page.steps.current == 3
    click(page.next_button)
    press_in_box(page, "Run the draw now", click)
    assert page.stack.currentWidget() is page.result_view
    assert page.result_view.cards["going"].value == "14"
    assert page.steps.current == 5


def test_that_a_copy_of_the_database_is_made_before_a_step_that_cannot_be_taken_back(
    page: DrawPage, click: Any, database: Any
) -> None:
    from exam.backups import list_backups

    freeze(page, click)
    assert len(list_backups(database.path)) == 1


def test_that_a_unit_can_have_its_own_rule(page: DrawPage, click: Any) -> None:
    plan(page, click)
    page.plan_view.table.selectRow(1)
    click(page.plan_view.line_button)
    line = dialog(page, PlanLineDialog)
    line.value.setText("７")
    click(line.accept_button)
    assert page.plan_view.model.row(1).outcome.places == 7
    page.plan_view.table.selectRow(1)
    click(page.plan_view.line_button)
    click(dialog(page, PlanLineDialog).reset_button)
    assert page.plan_view.model.row(1).outcome.places == 5


def test_that_a_wrong_number_keeps_the_dialog_and_what_was_typed(page: DrawPage, click: Any) -> None:
    plan(page, click)
    page.plan_view.table.selectRow(0)
    click(page.plan_view.line_button)
    line = dialog(page, PlanLineDialog)
    line.value.setText("five")
    click(line.accept_button)
    assert "five" in line.error_text
    assert line.value.text() == "five"


def test_that_rules_for_all_units_can_be_changed(page: DrawPage, click: Any) -> None:
    plan(page, click)
    click(page.plan_view.rules_button)
    rules = dialog(page, DrawRulesDialog)
    rules.method.setCurrentIndex(rules.method.findData("proportional"))
    assert rules.total.isVisible()
    assert not rules.share.isVisible()
    rules.total.setText("99")
    rules.posts.item(0).setCheckState(Qt.CheckState.Unchecked)
    click(rules.accept_button)
    assert page.plan_view.message.tone == "error"
    assert not page.next_button.isEnabled()
    click(page.plan_view.rules_button)
    rules = dialog(page, DrawRulesDialog)
    rules.total.setText("6")
    rules.strata.setCurrentIndex(1)
    click(rules.accept_button)
    assert page.plan_view.message.tone == "info"
    assert page.plan_view.cards["places"].value == "6"
    assert any(row.post for row in page.plan_view.model.rows)


def test_that_people_are_kept_out_by_hand_and_taken_in_again(page: DrawPage, click: Any) -> None:
    plan(page, click)
    click(page.plan_view.exclusions_button)
    out = dialog(page, ExclusionsDialog)
    out.numbers.setText("01000，01001")
    click(out.accept_button)
    assert "reason" in out.error_text
    out.reason.setText("出差")
    click(out.accept_button)
    assert page.plan_view.cards["excluded"].value == "2"
    click(page.plan_view.exclusions_button)
    out = dialog(page, ExclusionsDialog)
    out.table.selectRow(0)
    click(out.back_button)
    assert page.plan_view.cards["excluded"].value == "1"


def test_that_people_of_an_earlier_draw_can_be_kept_out(page: DrawPage, click: Any, tmp_path: Path) -> None:
    plan(page, click)
    click(page.plan_view.exclusions_button)
    out = dialog(page, ExclusionsDialog)
    result = tmp_path / "result.tsv"
    result.write_text("U01\tD\t1\t01000\t0.1\nU01\tD\t2\tLEFT-1\t0.2\nU01\tA\t1\t01001\t0.3\n", "utf-8")
    out.take_earlier(result)
    assert out.numbers.text() == "01000 LEFT-1"
    click(out.accept_button)
    assert page.plan_view.cards["excluded"].value == "1"
    click(page.plan_view.exclusions_button)
    out = dialog(page, ExclusionsDialog)
    result.write_text("something else\n", "utf-8")
    out.take_earlier(result)
    assert "result.tsv" in out.error_text


def test_that_dice_that_differ_are_not_taken_and_say_where(page: DrawPage, click: Any) -> None:
    freeze(page, click)
    click(page.next_button)
    dice = dialog(page, DiceDialog)
    dice.digits.setText("123")
    assert "3 digits" in dice.count.text()
    click(dice.accept_button)
    assert dice.error_text
    dice.digits.setText(DICE)
    click(dice.accept_button)
    assert dice.turn == 2
    assert dice.digits.text() == ""
    dice.typed_by.setText("李监督")
    dice.digits.setText(DICE[:4] + "0" + DICE[5:])
    click(dice.accept_button)
    assert "digit 5" in dice.error_text
    assert dice.isVisible()
    click(dice.again_button)
    assert dice.turn == 1


def test_that_half_typed_dice_go_on_with_the_second_person(page: DrawPage, click: Any) -> None:
    freeze(page, click)
    click(page.next_button)
    dice = dialog(page, DiceDialog)
    dice.digits.setText(DICE)
    click(dice.accept_button)
    click(dice.cancel_button)
    click(page.next_button)
    assert dialog(page, DiceDialog).turn == 2


def test_that_a_strike_shows_who_steps_up_before_and_after(page: DrawPage, click: Any) -> None:
    draw(page, click)
    page.result_view.table.selectRow(0)
    struck = page.result_view.table.selected_row()
    click(page.result_view.strike_button)
    strike = dialog(page, StrikeDialog)
    strike.reason.setCurrentText("病假")
    strike.approver.setText("孙监督")
    click(strike.accept_button)
    rows = {row.staff_number: row for row in page.result_view.model.all_rows}
    assert rows[struck.staff_number].state == "struck"
    assert [row.place for row in rows.values() if row.state == "stepped_up"] == ["A1"]
    assert page.result_view.cards["going"].value == "14"


def test_that_a_void_draw_is_still_listed(page: DrawPage, click: Any) -> None:
    draw(page, click)
    click(page.void_button)
    void = dialog(page, VoidDialog)
    click(void.accept_button)
    assert void.error_text
    void.reason.setText("名单有误")
    click(void.accept_button)
    assert page.stack.currentWidget() is page.empty
    click(page.history_button)
    history = dialog(page, DrawHistoryDialog)
    assert [row.void_reason for row in history.model.rows] == ["名单有误"]
    assert not history.export_button.isEnabled()
    history.table.selectRow(0)
    assert history.export_button.isEnabled()
    click(history.accept_button)


def test_that_the_folder_is_written_where_the_person_says(
    page: DrawPage, click: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    from exam.files.draw_folder import verify

    draw(page, click)
    monkeypatch.setattr(draw_export.messages, "choose_folder", lambda owner, title, then, folder="": then(tmp_path))
    monkeypatch.setattr(draw_export.messages, "exported", lambda owner, path: None)
    click(page.export_button)
    settle()
    (folder,) = [path for path in tmp_path.iterdir() if path.is_dir() and path.name.startswith("CSC-2026-exam")]
    assert verify(folder).right


def test_that_the_sheet_with_the_freeze_code_is_written(
    page: DrawPage, click: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    from pypdf import PdfReader

    freeze(page, click)
    target = tmp_path / "code.pdf"
    monkeypatch.setattr(
        draw_export.messages, "choose_save_file", lambda owner, title, kinds, name, then, folder="": then(target)
    )
    monkeypatch.setattr(draw_export.messages, "exported", lambda owner, path: None)
    click(page.freeze_view.sheet_button)
    settle()
    text = PdfReader(target).pages[0].extract_text()
    code = page.freeze_view.code.accessibleName()
    assert all(code[start : start + 8] in text for start in range(0, 64, 8))
    assert "第1分公司" in text


def test_that_others_may_look_but_not_change(
    qtbot: Any, page: DrawPage, click: Any, supervisor: Person, database: Any, settings: Settings
) -> None:
    plan(page, click)
    operations = Operations(database, supervisor)
    looking = DrawPage(Context(operations, settings))
    qtbot.addWidget(looking)
    looking.show()
    looking.refresh()
    qtbot.waitUntil(lambda: not operations.busy)
    assert looking.plan_view.model.rowCount() == 3
    assert not looking.next_button.isEnabled()
    assert not looking.plan_view.rules_button.isEnabled()
    operations.close()


def test_that_somebody_else_who_was_faster_is_told(page: DrawPage, click: Any, run: Any) -> None:
    plan(page, click)
    click(page.next_button)
    state = page.state
    assert state is not None
    assert state.plan is not None
    faster = state.plan
    run(lambda uow: draws.freeze_draw(uow, draw_id=faster.draw_id, seen_version=faster.version))
    faults: list[object] = []
    page.context.operations.fault.connect(lambda error, owner: faults.append(error))
    press_in_box(page, "Freeze now", click)
    assert len(faults) == 1
    assert page.stack.currentWidget() is page.freeze_view
