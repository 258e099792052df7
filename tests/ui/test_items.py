"""The page of items, panels and judges."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtWidgets import QPushButton

from exam.services import items, judging, panels
from tests.final_world import build, build_staff
from ui.dialogs.avoidances import AvoidancesDialog
from ui.dialogs.item_edit import ItemDialog, NewItemDialog
from ui.dialogs.judge_edit import JudgeDialog
from ui.dialogs.moves import MovesDialog
from ui.dialogs.panel_edit import PanelDialog
from ui.messages import MessageBox
from ui.pages.items import ItemsPage

D = Decimal


@pytest.fixture
def page(context, show_page):
    return show_page(ItemsPage(context))


def twice(settle):
    settle()
    settle()


def test_that_the_usual_final_is_set_up_by_one_click(page, settle, run):
    page.empty.button.click()
    twice(settle)
    assert [row.kind for row in run(items.list_items)] == ["written", "panel", "panel"]
    assert page.items_model.rowCount() == 3
    assert page.message.tone == "warn"


def test_that_a_template_is_added_from_the_menu_and_chosen(page, settle):
    action = next(one for one in page.add_button.menu().actions() if one.text() == "Speech")
    action.trigger()
    twice(settle)
    assert page.table.selected_row().key == "speech"


def test_that_an_own_item_is_added(page, settle, run):
    page.add_own()
    dialog = page.findChild(NewItemDialog)
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.name.setText("话务应答")
    dialog.full.setText("５０")
    dialog.submit()
    twice(settle)
    assert [(row.name, row.full, row.kind) for row in run(items.list_items)] == [("话务应答", D(50), "panel")]


@pytest.mark.parametrize("own", [False, True])
def test_that_an_item_that_moves_places_is_shown_before_it_is_added(page, settle, run, own):
    world = run(build)
    run(lambda uow: judging.save_papers(uow, item_id=world.item, papers={
        nominee: {judge: D(70 + at + seat) for seat, judge in enumerate(world.judges)}
        for at, nominee in enumerate(world.nominees)}))
    run(lambda uow: items.remove_item(uow, item_id=world.written, seen_version=1))
    page.refresh()
    settle()
    if own:
        page.add_own()
        dialog = page.findChild(NewItemDialog)
        dialog.name.setText("话务应答")
        dialog.submit()
    else:
        page.add_item("speech")
    twice(settle)
    moves = (page.findChild(NewItemDialog) if own else page).findChild(MovesDialog)
    assert moves.table.rows_model.rows
    moves.reject()
    twice(settle)
    assert len(run(items.list_items)) == 1
    if own:
        assert dialog.isVisible()
        return
    page.add_item("speech")
    twice(settle)
    page.findChildren(MovesDialog)[-1].accept()
    twice(settle)
    assert page.table.selected_row().key == "speech"
    page.remove_item()
    page.findChild(MessageBox).findChild(QPushButton, "confirm").click()
    twice(settle)
    page.findChildren(MovesDialog)[-1].accept()
    twice(settle)
    assert len(run(items.list_items)) == 1


def test_that_criteria_and_rule_are_changed(page, settle, run):
    world = run(build)
    page.arrive(item_id=world.item)
    settle()
    page.card.change_button.click()
    dialog = page.findChild(ItemDialog)
    dialog.criteria.add_button.click()
    line = dialog.criteria.lines[-1]
    line.name.setText("创新")
    line.full.setText("abc")
    dialog.submit()
    assert dialog.error_text
    line.full.setText("10")
    assert dialog.full.text() == "110"
    dialog.drop_high.setCurrentIndex(2)
    dialog.drop_low.setCurrentIndex(2)
    dialog.trim_from.setCurrentIndex(dialog.trim_from.findData(4))
    dialog.submit()
    settle()
    assert "leaves none" in dialog.error_text
    dialog.trim_from.setCurrentIndex(dialog.trim_from.findData(7))
    dialog.submit()
    twice(settle)
    row = run(lambda uow: items.get_item(uow, item_id=world.item))
    assert (row.full, row.rule.drop_high, row.rule.trim_from, len(row.criteria)) == (D(110), 2, 7, 5)


def test_that_judges_are_entered_and_put_on_a_panel(page, settle, run):
    unit_ids, _ = run(build_staff)
    item = run(lambda uow: items.add_from_template(uow, template="speech"))
    for name in ("甲", "乙", "丙"):
        page.judge_button.click()
        dialog = page.findChildren(JudgeDialog)[-1]
        settle()
        dialog.name.setText(name)
        dialog.unit.setCurrentIndex(dialog.unit.findData(unit_ids[0]))
        dialog.submit()
        twice(settle)
    page.arrive(item_id=item.id)
    settle()
    page.card.panel_button.click()
    dialog = page.findChild(PanelDialog)
    settle()
    dialog.model.check(dialog.model.all_rows)
    dialog.table.select_key(dialog.model.all_rows[2].id)
    dialog.move_judge(-1)
    dialog.chief.setCurrentIndex(1)
    dialog.submit()
    twice(settle)
    seats = run(lambda uow: panels.get_panel(uow, item_id=item.id, group=None)).seats
    assert [(seat.name, seat.chief) for seat in seats] == [("甲", False), ("丙", True), ("乙", False)]
    assert page.message.text == ""


def test_that_the_office_lets_a_judge_mark_with_a_reason(page, settle, run):
    world = run(build)
    judge = run(lambda uow: panels.get_judge(uow, judge_id=world.judges[0]))
    run(lambda uow: panels.change_judge(
        uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=world.units[0], title="",
        active=True))
    page.arrive(item_id=world.item)
    settle()
    page.show_avoidances()
    dialog = page.findChild(AvoidancesDialog)
    settle()
    assert dialog.model.rowCount() == 3
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.reason.setText("评委不足")
    dialog.submit()
    twice(settle)
    reasons = [row.reason for row in run(lambda uow: panels.list_avoidances(uow, item_id=world.item))]
    assert sorted(reasons) == ["", "", "评委不足"]


def test_that_items_move_and_are_removed_after_asking(page, settle, run):
    world = run(build)
    page.arrive(item_id=world.item)
    settle()
    page.up_button.click()
    twice(settle)
    assert page.items_model.row(0).id == world.item
    page.remove_button.click()
    box = page.window().findChild(MessageBox)
    box.buttons.itemAt(box.buttons.count() - 1).widget().click()
    twice(settle)
    assert [row.id for row in run(items.list_items)] == [world.written]


def test_that_the_marks_of_an_item_are_one_click_away(page, settle, run, visits):
    world = run(build)
    page.arrive(item_id=world.item)
    settle()
    page.enter_marks()
    assert visits == [("judging", {"item_id": world.item})]


def test_that_others_look_but_do_not_change(qtbot, context, operations, database, settle, run):
    from exam.access import Role

    run(build)
    operations.person = database.test_people[Role.SUPERVISOR]
    made = ItemsPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert not made.add_button.isEnabled()
    assert not made.card.change_button.isEnabled()
