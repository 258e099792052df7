"""Overview, journal and settings on a real competition."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from exam.access import Person, Role
from exam.progress_counts import OverviewRow, StepRow
from exam.services import accounts
from ui.context import Context
from ui.dialogs.accounts import AccountDialog, NewPasswordDialog
from ui.dialogs.passwords import ask_password, ask_second_person
from ui.messages import MessageBox
from ui.operations import Operations
from ui.pages.journal import JournalPage
from ui.pages.overview import OverviewPage
from ui.pages.settings_page import SettingsPage

PASSWORD = "sesame-123"
LEFT = Qt.MouseButton.LeftButton
Visits = list[tuple[str, dict[str, Any]]]


def dialog(kind: type[QDialog]) -> Any:
    """The dialog of this kind that is on screen."""
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


@pytest.fixture
def open_context(context: Context, run: Callable[..., Any]) -> Context:
    from exam.services.competition import get_competition

    context.competition = run(get_competition)
    return context


@pytest.fixture
def show(qtbot: Any, open_context: Context, settle: Callable[[], None]) -> Callable[[Any], Any]:
    def make(kind: Any) -> Any:
        page = kind(open_context)
        qtbot.addWidget(page)
        page.resize(1100, 700)
        page.show()
        page.refresh()
        settle()
        return page

    return make


def test_that_the_overview_leads_to_the_next_step(qtbot: Any, show: Any, visits: Visits) -> None:
    page = show(OverviewPage)
    qtbot.waitUntil(page.next_button.isVisible)
    qtbot.mouseClick(page.next_button, LEFT)
    assert visits == [("setup", {})]
    assert page.cards["roster"].value == "–"


@pytest.mark.parametrize(
    ("role", "state", "offered"),
    [("office", "ready", True), ("recorder", "ready", False), ("recorder", "working", True)],
)
def test_that_the_overview_offers_only_what_the_person_may_do(
    qtbot: Any, show: Any, context: Context, request: Any, role: str, state: str, offered: bool
) -> None:
    context.operations.person = request.getfixturevalue(role)
    page = show(OverviewPage)
    draw = StepRow("draw", state, 0, 0, "Plan the draw and freeze it.")
    page.show_overview(OverviewRow(context.competition, (draw,), "draw", 1), [])
    qtbot.waitUntil(lambda: page._next.itemAt(0).widget().isVisible())
    assert page.next_button.isVisible() == offered


def test_that_the_journal_filters_by_topic_person_and_text(qtbot: Any, show: Any, settle: Any) -> None:
    page = show(JournalPage)
    everything = page.model.rowCount()
    assert everything >= 6
    page.topic.setCurrentIndex(page.topic.findData("accounts"))
    page.topic.activated.emit(page.topic.currentIndex())
    settle()
    assert {row.topic for row in page.model.rows} == {"accounts"}
    page.search.setText("李记分")
    qtbot.waitUntil(lambda: page.model.rowCount() == 1, timeout=3000)
    settle()
    page.search.setText("no such thing")
    qtbot.waitUntil(page.nothing.isVisible, timeout=3000)
    settle()
    assert page.nothing.button is not None
    qtbot.mouseClick(page.nothing.button, LEFT)
    settle()
    assert page.model.rowCount() == everything


def test_that_an_entry_is_shown_in_full(qtbot: Any, show: Any) -> None:
    page = show(JournalPage)
    page.table.selectRow(0)
    shown = " ".join(label.text() for label in page._entry.findChildren(QWidget) if hasattr(label, "text"))
    assert "孙监督" in shown or "account" in shown.lower()


def test_that_the_chain_is_checked(qtbot: Any, show: Any, settle: Any) -> None:
    page = show(JournalPage)
    page._check()
    settle()
    assert page.line.tone == "ok"
    assert "entries" in page.line.text


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_that_the_journal_is_exported(show: Any, settle: Any, tmp_path: Path, ending: str) -> None:
    page = show(JournalPage)
    target = tmp_path / f"journal{ending}"
    page._write(target)
    settle()
    dialog(MessageBox).accept()
    if ending == ".xlsx":
        sheet = load_workbook(target).active
        assert sheet is not None
        assert sheet.max_row == page.model.rowCount() + 1
    else:
        assert "李记分" in target.read_text("utf-8-sig")


def test_that_the_office_adds_a_person_and_changes_the_role(
    qtbot: Any, show: Any, settle: Any, run: Callable[..., Any]
) -> None:
    page = show(SettingsPage)
    part = page.accounts
    page.arrive(part="accounts")
    qtbot.mouseClick(part.add_button, LEFT)
    form = dialog(AccountDialog)
    form.name.setText("吴新")
    form.password.setText(PASSWORD)
    form.again.setText("other")
    qtbot.mouseClick(form.accept_button, LEFT)
    assert "differ" in form.error_text
    form.again.setText(PASSWORD)
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    part.refresh()
    settle()
    row = next(row for row in part.model.rows if row.name == "吴新")
    assert row.role is Role.RECORDER
    assert part.table.select_key(row.id)
    qtbot.mouseClick(part.role_button, LEFT)
    form = dialog(AccountDialog)
    form.role.setCurrentIndex(form.role.findData(Role.SUPERVISOR.value))
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    changed = next(row for row in run(accounts.list_accounts) if row.name == "吴新")
    assert changed.role is Role.SUPERVISOR


def test_that_a_new_password_and_a_closed_account_hold(
    qtbot: Any, show: Any, settle: Any, run: Callable[..., Any]
) -> None:
    page = show(SettingsPage)
    part = page.accounts
    page.arrive(part="accounts")
    row = next(row for row in part.model.rows if row.name == "李记分")
    part.table.select_key(row.id)
    qtbot.mouseClick(part.password_button, LEFT)
    form = dialog(NewPasswordDialog)
    form.password.setText("another-1")
    form.again.setText("another-1")
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert run(lambda uow: accounts.sign_in(uow, name="李记分", password="another-1")).name == "李记分"
    part.refresh()
    settle()
    qtbot.mouseClick(part.active_button, LEFT)
    box = dialog(MessageBox)
    qtbot.mouseClick(box.findChild(QWidget, "confirm"), LEFT)
    settle()
    assert not next(row for row in run(accounts.list_accounts) if row.name == "李记分").active


def test_that_others_than_the_office_cannot_change_accounts(
    operations: Operations, recorder: Person, show: Any
) -> None:
    operations.person = recorder
    part = show(SettingsPage).accounts
    part.table.selectRow(0)
    assert not part.add_button.isEnabled()
    assert not part.role_button.isEnabled()


def test_that_backups_are_made_listed_and_copied(
    qtbot: Any, show: Any, settle: Any, tmp_path: Path, operations: Operations
) -> None:
    page = show(SettingsPage)
    part = page.backups
    page.arrive(part="backups")
    qtbot.mouseClick(part.make_button, LEFT)
    settle()
    part.refresh()
    settle()
    assert [row.why for row in part.model.rows] == ["by-hand"]
    part.table.selectRow(0)
    qtbot.mouseClick(part.open_button, LEFT)
    assert "stays as it is" in dialog(MessageBox).words.text()
    dialog(MessageBox).reject()


def test_that_settings_of_the_workstation_are_kept_at_once(show: Any, open_context: Context) -> None:
    page = show(SettingsPage)
    page.idle.setCurrentIndex(page.idle.findData(30))
    page.idle.activated.emit(page.idle.currentIndex())
    page.enter_goes.setCurrentIndex(page.enter_goes.findData("right"))
    page.enter_goes.activated.emit(page.enter_goes.currentIndex())
    assert open_context.settings.idle_minutes == 30
    assert open_context.settings.enter_goes == "right"


def test_that_a_dangerous_act_asks_for_the_password_again(qtbot: Any, open_context: Context, settle: Any) -> None:
    owner, done = QWidget(), []
    qtbot.addWidget(owner)
    owner.show()
    form = ask_password(owner, open_context, "Publishing cannot be taken back.", "Publish", lambda: done.append(1))
    form.password.setText("nonsense")
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert "not your password" in form.error_text
    assert done == []
    form.password.setText(PASSWORD)
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert done == [1]


def test_that_the_second_person_must_be_another(qtbot: Any, open_context: Context, settle: Any) -> None:
    owner, people = QWidget(), []
    qtbot.addWidget(owner)
    owner.show()
    form = ask_second_person(owner, open_context, "Locking takes two.", "Lock", people.append)
    form.name.setText("王办公")
    form.password.setText(PASSWORD)
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert "two people" in form.error_text
    form.name.setText("赵复核")
    qtbot.mouseClick(form.accept_button, LEFT)
    settle()
    assert [person.name for person in people] == ["赵复核"]
