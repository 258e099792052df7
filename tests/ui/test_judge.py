"""The judge's own page: real database, real keys."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from exam.access import Role
from exam.services import accounts, items, judge_view, judging, panels
from tests.final_world import build, change_item
from ui.messages import MessageBox
from ui.pages.judge import FULL, NO_ITEM, NO_JUDGE, NOBODY, JudgePage
from ui.pages.overview import OverviewPage
from ui.pages.registry import may_see

D = Decimal


@pytest.fixture
def own(run, operations, database, judge):
    """The signed-in judge with a linked account, on no panel yet."""
    row = run(lambda uow: panels.add_judge(uow, name="钱评委"))
    run(lambda uow: accounts.change_account(uow, account_id=judge.account_id, seen_version=1, judge_id=row.id))
    operations.person = replace(judge, judge_id=row.id)
    return operations.person


@pytest.fixture
def world(run, own):
    made = run(build)
    run(lambda uow: panels.set_panel(uow, item_id=made.item, judge_ids=[own.judge_id, *made.judges]))
    return made


@pytest.fixture
def page(context, show_page):
    return show_page(JudgePage(context))


def type_mark(qtbot, page, text):
    field = next(one for one in page.sheet.fields.values() if one.hasFocus() or not one.text())
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        # As an input method commits it.
        field.insert(text)
        field.textEdited.emit(text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def agree(page, settle):
    box = page.window().findChildren(MessageBox)[-1]
    box.findChild(QPushButton, "confirm").click()
    settle()
    settle()


def test_that_a_judge_marks_one_entrant_confirms_and_goes_on(qtbot, run, own, world, page, settle):
    assert page._stack.currentIndex() == FULL
    assert page.sheet.code.text() == "A01"
    type_mark(qtbot, page, "85.5")
    agree(page, settle)
    assert page.sheet.code.text() == "A02"
    assert page.count.text() == "1 of 9 confirmed"
    cell = run(lambda uow: judging.get_sheet(uow, item_id=world.item)).rows[0].cells[own.judge_id]
    assert (cell.points, cell.confirmed) == (D("85.5"), True)


def test_that_a_confirmed_mark_cannot_be_typed_over(qtbot, world, page, settle):
    type_mark(qtbot, page, "85.5")
    agree(page, settle)
    page.table.select_key(world.nominees[0])
    field = page.sheet.fields[0]
    assert (field.text(), field.isReadOnly(), page.sheet.button.isVisible()) == ("85.5", True, False)


@pytest.mark.parametrize(("typed", "taken"), [("855", "85.5"), ("８５．５", "85.5")])
def test_that_slips_are_caught_before_they_are_confirmed(qtbot, world, page, typed, taken):
    type_mark(qtbot, page, typed)
    if page.sheet.message.buttons:
        page.sheet.message.buttons[0].click()
        assert page.sheet.fields[0].text() == taken
    else:
        assert page.sheet.total.text() == taken


def test_that_an_empty_field_is_not_zero(qtbot, world, page):
    type_mark(qtbot, page, "")
    assert page.sheet.message.tone == "warn"
    assert page.window().findChildren(MessageBox) == []


def test_that_criteria_are_summed_and_confirmed_together(qtbot, run, own, world, page, settle):
    run(lambda uow: change_item(uow, world.item, per_criterion=True))
    page._shown = None
    page.refresh()
    settle()
    for mark in ("18", "20", "30", "15"):
        assert page.sheet.total.text() == "–"
        type_mark(qtbot, page, mark)
    assert page.sheet.total.text() == "83"
    agree(page, settle)
    row = run(lambda uow: judge_view.get_desk(uow), person=own).entrants[0]
    assert (row.total, row.confirmed) == (D(83), True)


def test_that_what_is_typed_stays_while_others_work(qtbot, run, world, page, settle, recorder):
    qtbot.keyClicks(page.sheet.fields[0], "77")
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=D(60)
        ),
        person=recorder,
    )
    page.refresh()
    settle()
    assert page.sheet.fields[0].text() == "77"
    page.table.select_key(world.nominees[3])
    page.table.select_key(world.nominees[0])
    assert page.sheet.fields[0].text() == "77"


def test_that_no_name_unit_or_other_mark_is_on_the_page(world, page):
    texts = " ".join(
        str(getattr(widget, "text", lambda: "")()) for widget in page.findChildren(type(page.sheet.code))
    )
    texts += " ".join(
        str(page.model.index(row, column).data())
        for row in range(page.model.rowCount())
        for column in range(page.model.columnCount())
    )
    assert "分公司" not in texts
    assert "张" not in texts


def test_that_an_entrant_of_the_own_unit_is_shown_as_avoided(run, own, world, page, settle):
    judge = run(lambda uow: panels.get_judge(uow, judge_id=own.judge_id))
    run(
        lambda uow: panels.change_judge(
            uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=world.units[0], title="",
            active=True,
        )
    )  # fmt: skip
    page.refresh()
    settle()
    avoided = [row for row in page.desk.entrants if row.given == "avoided"]
    assert len(avoided) == 3
    page.table.select_key(avoided[0].nominee_id)
    assert not page.sheet.button.isVisible()
    assert "own unit" in page.sheet.state.text()
    assert page.count.text() == "0 of 6 confirmed"


def test_that_the_overview_leads_a_judge_to_the_own_page(world, context, show_page, visits):
    page = show_page(OverviewPage(context))
    page.next_button.click()
    assert [key for key, _ in visits] == ["judge"]


def test_that_the_page_says_what_is_missing(qtbot, run, context, operations, database, own, settle):
    def shown():
        made = JudgePage(context)
        qtbot.addWidget(made)
        made.refresh()
        settle()
        return made._stack.currentIndex()

    assert shown() == NO_ITEM
    item = run(lambda uow: items.add_item(uow, name="演讲", kind="panel"))
    run(lambda uow: panels.set_panel(uow, item_id=item.id, judge_ids=[own.judge_id]))
    assert shown() == NOBODY
    operations.person = database.test_people[Role.OFFICE]
    assert shown() == NO_JUDGE


def test_that_only_judges_are_shown_the_page(database):
    people = database.test_people
    assert [role for role in Role if may_see("judge", people[role])] == [Role.JUDGE]
    assert not may_see("judging", people[Role.JUDGE])
