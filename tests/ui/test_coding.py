"""The levels of coding on the page of the finalists, and their tables on the page of the papers."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel
from sqlalchemy import select

from exam.access import Person, Role
from exam.services import coding, competition
from models.finals import Nominee
from tests.conftest import PASSWORD
from tests.final_world import build
from ui.dialogs.coding import CodingDialog, VoidCodesDialog
from ui.dialogs.passwords import SecondPersonDialog
from ui.pages.nominations import NominationsPage
from ui.pages.papers import PapersPage

FIRST_OFFICER = Person(None, "李二", Role.OFFICE)


@pytest.fixture
def world(run):
    run(lambda uow: competition.change_rule(uow, key="coding_levels", text="2"))
    return run(build, FIRST_OFFICER)


@pytest.fixture
def page(context, show_page, world):
    return show_page(NominationsPage(context))


def test_that_the_page_leads_to_the_next_level_and_a_witness_confirms_it(page, settle, run, supervisor, visits):
    assert "Level 2" in page.message.text
    page.levels_button.click()
    dialog = page.findChild(CodingDialog)
    assert dialog.accept_button.text() == "Draw level 2"
    dialog.name.setText(supervisor.name)
    dialog.password.setText("wrong")
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.password.setText(PASSWORD)
    dialog.submit()
    for _ in range(3):
        settle()
    assert "secret" in page.message.text
    assert page.model.row(0).code == "A01"
    assert run(lambda uow: uow.session.scalars(select(Nominee.entrant_code)).first()) != "A01"
    for button in (page.codes_button, page.add_button, page.group_button):
        assert not button.isEnabled()
    page.levels_button.click()
    dialog = page.findChildren(CodingDialog)[-1]
    assert dialog.accept_button.text() == "Go to the tables"
    dialog.submit()
    assert visits == [("papers", {"paper": "coding_2"})]


def test_that_who_gave_the_entry_codes_is_told_not_to_draw_the_next_level(context, show_page, settle, run, supervisor):
    run(lambda uow: competition.change_rule(uow, key="coding_levels", text="2"))
    run(build)
    page = show_page(NominationsPage(context))
    page.commands.show_coding()
    dialog = page.findChild(CodingDialog)
    dialog.name.setText(supervisor.name)
    dialog.password.setText(PASSWORD)
    dialog.submit()
    settle()
    assert "Let somebody else draw" in dialog.error_text


def test_that_secret_codes_are_declared_void_with_a_reason(page, settle, run, supervisor, office):
    run(lambda uow: coding.draw_level(uow, level=2, witness=supervisor), office)
    page.refresh()
    settle()
    page.levels_button.click()
    page.findChild(CodingDialog).void_button.click()
    dialog = page.findChild(VoidCodesDialog)
    dialog.submit()
    settle()
    assert "why" in dialog.error_text
    dialog.reason.setText("信封被拆")
    dialog.submit()
    for _ in range(3):
        settle()
    assert "Level 2" in page.message.text
    assert page.codes_button.isEnabled()


def test_that_a_secret_table_is_shown_to_its_two_together(context, show_page, settle, run, supervisor, office, world):
    run(lambda uow: coding.draw_level(uow, level=2, witness=supervisor), office)
    page = show_page(PapersPage(context))
    page.arrive(paper="coding_2")
    settle()
    assert any("王办公" in one.text() for one in page.missing.findChildren(QLabel))
    page.missing.button.click()
    dialog = page.findChild(SecondPersonDialog)
    dialog.name.setText(supervisor.name)
    dialog.password.setText(PASSWORD)
    dialog.submit()
    for _ in range(4):
        settle()
    assert page.preview.content
    assert "二次加密对照表" in page.shown_name
    page.list.choose("coding_1")
    settle()
    page.missing.button.click()
    for _ in range(3):
        settle()
    assert "一次加密对照表" in page.shown_name
