"""The page of the finalists."""

from __future__ import annotations

import pytest

from exam.services import finals, group_draws
from tests.final_world import build, build_staff
from ui.dialogs.draw_history import DrawHistoryDialog
from ui.dialogs.group_draw import GroupDrawDialog
from ui.dialogs.nominate import NominateDialog, SubstituteDialog
from ui.dialogs.nominee_status import NomineeStatusDialog
from ui.messages import MessageBox
from ui.pages.nominations import FULL, NO_ROSTER, NOBODY, NominationsPage

DICE = "3141 5926 5358 9793 2384"


@pytest.fixture
def page(context, show_page):
    return show_page(NominationsPage(context))


@pytest.fixture
def twice(settle):
    def wait():
        settle()
        settle()

    return wait


def test_that_the_page_says_what_is_missing(page, settle, visits, run):
    assert page._stack.currentIndex() == NO_ROSTER
    page._stack.currentWidget().button.click()
    assert visits == [("roster", {})]
    run(build_staff)
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NOBODY


def test_that_people_are_nominated_by_ticking_them(page, settle, twice, run):
    run(build_staff)
    page.refresh()
    settle()
    page.empty.button.click()
    dialog = page.findChild(NominateDialog)
    settle()
    assert not dialog.accept_button.isEnabled()
    assert dialog.model.rows[-1].refusal
    dialog.search.setText("101")
    assert dialog.model.rowCount() == 1
    dialog.search.clear()
    dialog.model.check(dialog.model.rows)
    dialog.submit()
    settle()
    assert "certificate" in dialog.error_text
    dialog.model.check(dialog.model.rows[-1:], on=False)
    dialog.submit()
    settle()
    assert "allow 4" in dialog.error_text
    dialog.model.check(dialog.model.rows[3:], on=False)
    assert dialog.count.text().startswith("3 chosen")
    dialog.submit()
    twice()
    assert page._stack.currentIndex() == FULL
    assert page.cards["elites"].value == "3"
    assert page.unit_model.row(1).count == "3 / 3–4"


def test_that_a_unit_filters_the_list_and_all_units_show_everybody(page, settle, run):
    world = run(build)
    page.refresh()
    settle()
    assert page.model.rowCount() == 9
    page.units.select_key(world.units[1])
    assert {row.unit_id for row in page.model.rows} == {world.units[1]}
    page.units.select_key(0)
    assert page.model.rowCount() == 9


def test_that_a_substitute_takes_over(page, settle, twice, run):
    world = run(build)
    page.refresh()
    settle()
    page.table.select_key(world.nominees[0])
    page.substitute_button.click()
    dialog = page.findChild(SubstituteDialog)
    settle()
    dialog.reason.setText("病假")
    dialog.submit()
    assert dialog.error_text
    dialog.table.select_key(dialog.model.row(0).staff_id)
    dialog.submit()
    twice()
    rows = run(finals.list_nominees)
    assert [row.status for row in rows].count("substituted") == 1
    assert [row.code for row in rows if row.replaces] == ["A01"]


def test_that_somebody_withdraws_with_a_reason(page, settle, twice, run):
    world = run(build)
    page.refresh()
    settle()
    page.table.select_key(world.nominees[0])
    page.state_button.click()
    dialog = page.findChild(NomineeStatusDialog)
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.reason.setText("出差")
    dialog.submit()
    twice()
    assert run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0])).status == "withdrawn"
    assert page.message.tone == "warn"


def test_that_a_slip_is_taken_off_after_asking(page, settle, twice, run):
    world = run(build)
    page.refresh()
    settle()
    page.table.select_key(world.nominees[0])
    page.remove_button.click()
    box = page.window().findChild(MessageBox)
    box.buttons.itemAt(box.buttons.count() - 1).widget().click()
    twice()
    assert len(run(finals.list_nominees)) == 8


def test_that_elites_are_grouped_by_hand_and_coded(page, settle, twice, run):
    staff = run(build_staff)[1]
    run(lambda uow: finals.nominate(uow, staff_ids=[staff["101"], staff["102"], staff["201"]]))
    page.refresh()
    settle()
    page.table.selectAll()
    page.group_menu.actions()[1].trigger()
    twice()
    assert {row.group for row in run(finals.list_nominees)} == {2}
    page.codes_button.click()
    twice()
    assert [row.code for row in run(finals.list_nominees)] == ["B01", "B02", "B03"]
    assert page.cards["codes"].value == "3 / 3"


def test_that_groups_are_drawn_step_by_step(page, settle, twice, run):
    staff = run(build_staff)[1]
    run(lambda uow: finals.nominate(
        uow, staff_ids=[staff[f"{unit}0{person}"] for unit in (1, 2, 3) for person in (1, 2, 3)]))
    page.refresh()
    settle()
    page.message.buttons[0].click()
    page.findChild(GroupDrawDialog).submit()
    twice()
    dialog = page.findChildren(GroupDrawDialog)[-1]
    assert dialog.row.state == "frozen"
    dialog.first.setText(DICE)
    dialog.second.setText(DICE)
    dialog.submit()
    assert "names" in dialog.error_text
    dialog.second_by.setText("孙监督")
    dialog.second.setText(DICE[:-1] + "5")
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.second.setText(DICE)
    dialog.submit()
    twice()
    twice()
    assert run(group_draws.get_group_draw).state == "run"
    assert page.cards["codes"].value == "9 / 9"
    assert page.message.text == ""
    page.lots_button.click()
    settle()
    lots = page.findChild(DrawHistoryDialog)
    lots.table.selectRow(0)
    assert lots.hall_button.isEnabled()
    assert lots.export_button.isEnabled()
    lots.submit()
    page.draw_button.click()
    dialog = page.findChildren(GroupDrawDialog)[-1]
    dialog.reason.setText("名单有误")
    dialog.submit()
    twice()
    assert page.cards["groups"].value == "0 / 9"


def test_that_a_workbook_of_nominations_is_taken_in(page, settle, twice, run, tmp_path):
    from openpyxl import Workbook

    from ui.dialogs.nominations_import import NominationsImportDialog

    run(build_staff)
    page.refresh()
    settle()
    book = Workbook()
    for row in (["工号", "姓名"], ["101", "张一甲"], ["106", "张六甲"]):
        book.active.append(row)
    path = tmp_path / "推荐.xlsx"
    book.save(path)
    assert page.takes_file(path)
    page.take_file(path)
    dialog = page.findChildren(NominationsImportDialog)[-1]
    twice()
    assert not dialog.accept_button.isEnabled()
    assert dialog.problems.rowCount() == 1
    dialog.reject()
    book.active.delete_rows(3)
    book.save(path)
    page.take_file(path)
    dialog = page.findChildren(NominationsImportDialog)[-1]
    twice()
    dialog.submit()
    twice()
    assert [row.staff_number for row in run(finals.list_nominees)] == ["101"]
