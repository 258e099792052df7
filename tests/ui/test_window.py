"""The window as a person meets it: start, open, sign in, move about, lock, switch language and look."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget
from pytestqt.exceptions import capture_exceptions

from exam.access import Person, Role
from ui import i18n, theme
from ui.dialogs.help import HelpDialog
from ui.dialogs.new_competition import NewCompetitionDialog
from ui.dialogs.server import ServerDialog, without_password
from ui.dialogs.sign_in import LockDialog, SignInDialog
from ui.main_window import MainWindow
from ui.messages import MessageBox
from ui.page_stack import PAGES_BY_KEY
from ui.pages.registry import PAGES, PageEntry
from ui.settings import Settings
from ui.widgets.navigation import NavItem
from ui.widgets.progress_dialog import ProgressDialog
from ui.workspace import Workspace

PASSWORD = "sesame-123"
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: Any, qapp: QApplication, settings: Settings) -> Iterator[MainWindow]:
    settings.scheme, settings.language = "light", "en"
    made = MainWindow(settings)
    qtbot.addWidget(made)

    def restyle() -> None:
        i18n.install(settings.language)
        theme.apply(qapp, settings.scheme, settings.text_size)

    i18n.install("en")
    made.furnish(restyle)
    made.resize(1200, 800)
    made.show()
    assert made.workspace is not None
    made.workspace.start()
    yield made
    made.close()
    i18n.install("en")


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


@pytest.fixture
def settled(qtbot: Any, workspace: Workspace) -> Callable[[], None]:
    return lambda: qtbot.waitUntil(lambda: not workspace.operations.busy, timeout=20_000)


@pytest.fixture
def file(furnished_file: tuple[Path, dict[Role, Person]], tmp_path: Path) -> Path:
    """A competition that nobody has opened yet."""
    path = tmp_path / "muster.db"
    path.write_bytes(furnished_file[0].read_bytes())
    return path


@pytest.fixture
def signed_in(qtbot: Any, workspace: Workspace, file: Path, settled: Callable[[], None]) -> Callable[..., Workspace]:
    """Open the competition and sign in as the office."""

    def sign_in(name: str = "王办公", password: str = PASSWORD) -> Workspace:
        workspace.desk.open(str(file))
        settled()
        dialog = find(workspace, SignInDialog)
        dialog.name.setCurrentText(name)
        qtbot.keyClicks(dialog.password, password)
        qtbot.mouseClick(dialog.accept_button, LEFT)
        settled()
        qtbot.waitUntil(lambda: workspace.current == "overview")
        settled()
        return workspace

    return sign_in


def find(workspace: Workspace, kind: type) -> Any:
    """The dialog of this kind that is on screen."""
    shown = [w for w in workspace.window().findChildren(kind) if w.isVisible()]
    assert shown, f"no {kind.__name__} on screen"
    return shown[-1]


def test_that_the_first_screen_offers_sample_new_and_open(workspace: Workspace) -> None:
    assert workspace.current == "start"
    page = workspace.page
    assert [page.sample_button.text(), page.new_button.text(), page.open_button.text()] == [
        "Open the sample",
        "New competition…",
        "Open…",
    ]
    assert workspace.status.person_text == ""


def test_that_signing_in_shows_the_overview_and_who_is_here(qtbot: Any, signed_in: Callable[..., Workspace]) -> None:
    workspace = signed_in()
    assert "王办公" in workspace.status.person_text
    assert "2026年服务技能大赛" in workspace.window().windowTitle()
    qtbot.waitUntil(lambda: workspace.page.next_button.isVisible())


def test_that_a_wrong_password_keeps_the_name_and_says_so(
    qtbot: Any, workspace: Workspace, file: Path, settled: Callable[[], None]
) -> None:
    workspace.desk.open(str(file))
    settled()
    dialog = find(workspace, SignInDialog)
    qtbot.keyClicks(dialog.password, "wrong-one")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    settled()
    assert "do not fit together" in dialog.error_text
    assert dialog.name.currentText()
    assert workspace.context.person is None or workspace.context.person.account_id is None


def test_that_leaving_the_sign_in_goes_back_to_the_start(
    qtbot: Any, workspace: Workspace, file: Path, settled: Callable[[], None]
) -> None:
    workspace.desk.open(str(file))
    settled()
    qtbot.mouseClick(find(workspace, SignInDialog).cancel_button, LEFT)
    settled()
    assert workspace.current == "start"
    assert workspace.operations.database is None
    assert workspace.context.settings.recent == [str(file.resolve())]


def test_that_a_file_that_is_not_ours_is_refused_with_a_sentence(
    qtbot: Any, workspace: Workspace, tmp_path: Path, settled: Callable[[], None]
) -> None:
    path = tmp_path / "letter.db"
    path.write_bytes(b"Dear office, " * 100)
    workspace.desk.open(str(path))
    settled()
    box = find(workspace, MessageBox)
    assert "is not a competition of this program" in box.words.text()
    assert workspace.current == "start"
    assert workspace.context.settings.recent == []


def test_that_a_new_competition_is_made_and_its_first_person_is_the_office(
    qtbot: Any, workspace: Workspace, tmp_path: Path, settled: Callable[[], None]
) -> None:
    qtbot.mouseClick(workspace.page.new_button, LEFT)
    dialog = find(workspace, NewCompetitionDialog)
    dialog.path.setText(str(tmp_path / "new" / "competition.db"))
    dialog.person.setText("周主任")
    dialog.password.setText("long enough")
    dialog.again.setText("something else")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert "passwords differ" in dialog.error_text
    dialog.again.setText("long enough")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    qtbot.waitUntil(lambda: workspace.current == "overview", timeout=20_000)
    assert workspace.context.person is not None
    assert workspace.context.person.role is Role.OFFICE
    assert (tmp_path / "new" / "competition.db").exists()
    settled()


def test_that_a_new_competition_without_a_name_is_not_made(
    qtbot: Any, workspace: Workspace, tmp_path: Path, settled: Callable[[], None]
) -> None:
    workspace.desk.new_competition()
    dialog = find(workspace, NewCompetitionDialog)
    dialog.path.setText(str(tmp_path / "none.db"))
    dialog.name.setText("  ")
    dialog.person.setText("周主任")
    dialog.password.setText("long enough")
    dialog.again.setText("long enough")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    assert dialog.isVisible()
    assert dialog.error_text
    assert dialog.person.text() == "周主任"
    assert not (tmp_path / "none.db").exists()


def test_that_clicks_and_keys_move_between_pages(qtbot: Any, signed_in: Callable[..., Workspace], settled: Any) -> None:
    workspace = signed_in()
    item = workspace.navigation.item("journal")
    assert item is not None
    qtbot.mouseClick(item, LEFT)
    assert workspace.current == "journal"
    assert item.isChecked()
    settled()
    assert workspace.page.model.total >= 1
    workspace.window().activateWindow()
    qtbot.waitUntil(lambda: workspace.window().isActiveWindow())
    qtbot.keyClick(workspace.window(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: workspace.current == "overview")
    settled()


def test_that_a_page_that_cannot_be_made_leaves_the_window_alive(
    signed_in: Callable[..., Workspace], settled: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    workspace = signed_in()
    broken = PageEntry("papers", "publish", "printer", "Papers", "ui.pages.no_such_page", "Nothing")
    monkeypatch.setitem(PAGES_BY_KEY, "papers", broken)
    with capture_exceptions() as caught:
        workspace.show_page("papers")
    assert [kind for kind, *_ in caught] == [ModuleNotFoundError]
    assert workspace.current == "overview"
    workspace.show_page("settings")
    assert workspace.current == "settings"
    settled()


def test_that_language_and_look_change_without_losing_what_is_typed(
    qtbot: Any, signed_in: Callable[..., Workspace], settled: Any
) -> None:
    workspace = signed_in()
    workspace.show_page("journal")
    settled()
    workspace.page.search.setText("王办公")
    workspace.set_language("zh")
    qtbot.waitUntil(lambda: workspace.page is not None and workspace.page.title() == "操作日志")
    settled()
    assert workspace.page.search.text() == "王办公"
    workspace.set_scheme("dark")
    qtbot.waitUntil(lambda: theme.tokens() is theme.DARK)
    settled()
    assert workspace.page.search.text() == "王办公"
    workspace.set_text_size(150)
    qtbot.waitUntil(lambda: theme.px(100) == 150)
    settled()
    assert workspace.page.findChildren(QLineEdit)[0].height() >= theme.px(30)


def test_that_the_locked_desk_hides_everything_until_the_password(
    qtbot: Any, signed_in: Callable[..., Workspace], settled: Any
) -> None:
    workspace = signed_in()
    workspace.desk.lock()
    dialog = find(workspace, LockDialog)
    assert not workspace.stack.isVisible()
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    dialog.password.setText("guess-1")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    assert dialog.error_text
    assert not workspace.stack.isVisible()
    dialog.password.setText(PASSWORD)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    assert workspace.stack.isVisible()


def test_that_a_desk_left_alone_locks_itself(qtbot: Any, signed_in: Callable[..., Workspace]) -> None:
    workspace = signed_in()
    workspace.context.settings.idle_minutes = 5
    workspace.desk._active_at = workspace.desk._active_at.replace(year=2020)
    workspace.desk._lock_when_idle()
    assert find(workspace, LockDialog).isVisible()


def test_that_another_person_can_take_the_desk(qtbot: Any, signed_in: Callable[..., Workspace], settled: Any) -> None:
    workspace = signed_in()
    workspace.desk.change_person()
    settled()
    dialog = find(workspace, SignInDialog)
    dialog.name.setCurrentText("李记分")
    dialog.password.setText(PASSWORD)
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    qtbot.waitUntil(lambda: "李记分" in workspace.status.person_text)
    settled()


def test_that_a_saved_change_is_told_in_the_status_line(signed_in: Callable[..., Workspace], settled: Any) -> None:
    workspace = signed_in()

    def change(uow: Any) -> Any:
        from exam.services.accounts import add_account

        return add_account(uow, name="新人", password=PASSWORD, role=Role.RECORDER)

    workspace.operations.write(workspace, change)
    settled()
    assert workspace.status.text.startswith("Saved ")


def test_that_a_dropped_competition_is_opened(
    qtbot: Any, window: MainWindow, workspace: Workspace, file: Path, settled: Any
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file))])
    copy = Qt.DropAction.CopyAction
    event = QDropEvent(QPoint(5, 5), copy, data, LEFT, Qt.KeyboardModifier.NoModifier)
    window.dropEvent(event)
    settled()
    assert find(workspace, SignInDialog).isVisible()


def test_that_f1_helps_and_esc_closes_it(qtbot: Any, workspace: Workspace) -> None:
    qtbot.keyClick(workspace.window(), Qt.Key.Key_F1)
    dialog = find(workspace, HelpDialog)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not workspace.window().findChildren(HelpDialog))


def test_that_closing_the_window_closes_the_competition(
    qtbot: Any, window: MainWindow, signed_in: Callable[..., Workspace]
) -> None:
    workspace = signed_in()
    window.close()
    assert not workspace.window().findChildren(ProgressDialog)
    assert not workspace.operations.busy


def test_that_every_page_of_the_registry_names_its_place() -> None:
    keys = [entry.key for entry in PAGES]
    assert len(keys) == len(set(keys))
    assert {entry.group for entry in PAGES} == {"prepare", "run", "publish", "bottom"}
    for entry in PAGES:
        assert theme.icon(entry.icon).availableSizes()


def test_that_recent_competitions_can_be_taken_off_the_list(qtbot: Any, workspace: Workspace, file: Path) -> None:
    workspace.context.settings.add_recent(str(file))
    workspace.context.settings.add_recent(str(file.with_name("gone.db")))
    workspace.refresh_page()
    lines = workspace.page.recent_lines
    assert [line.button.isEnabled() for line in lines] == [False, True]
    qtbot.mouseClick(lines[0].cross, LEFT)
    assert workspace.context.settings.recent == [str(file)]


def test_that_a_sample_is_seen_at_once_and_opened_without_a_password(
    qtbot: Any, workspace: Workspace, tmp_path: Path, settled: Callable[[], None]
) -> None:
    from exam.opening import create_database
    from exam.services.accounts import NOBODY, create_first_account
    from exam.services.competition import create_competition
    from exam.unit_of_work import run

    database = create_database(tmp_path / "sample.db")

    def fill(uow: Any) -> None:
        create_competition(uow, name="样例赛", year=2026, sample=True)
        create_first_account(uow, name="样例管理员", password="sample")

    run(database, NOBODY, fill)
    database.close()
    seen: list[tuple[str, str]] = []

    def try_to_leave(overview: Any) -> None:
        workspace.show_page("journal")
        seen.append((overview.competition.name, workspace.current))

    workspace.desk.glimpsed.connect(try_to_leave)
    with qtbot.waitSignal(workspace.desk.opened, timeout=20_000):
        workspace.desk.open(str(tmp_path / "sample.db"))
    settled()
    assert seen == [("样例赛", "overview")]
    assert "样例管理员" in workspace.status.person_text
    workspace.show_page("journal")
    assert workspace.current == "journal"
    settled()


def test_that_a_damaged_competition_offers_its_newest_backup(
    qtbot: Any, workspace: Workspace, file: Path, settled: Callable[[], None]
) -> None:
    from exam.backups import make_backup
    from exam.opening import open_database

    database = open_database(file)
    assert make_backup(database, "by-hand") is not None
    database.close()
    content = bytearray(file.read_bytes())
    content[4096 : 4096 * 8] = bytes(4096 * 7)
    file.write_bytes(content)
    workspace.desk.open(str(file))
    settled()
    box = find(workspace, MessageBox)
    assert "damaged" in box.words.text()
    qtbot.mouseClick(box.findChild(QWidget, "confirm"), LEFT)
    settled()
    assert find(workspace, SignInDialog).isVisible()
    assert file.read_bytes() == bytes(content)


def test_that_a_server_is_asked_for_and_its_password_kept_nowhere(
    qtbot: Any, workspace: Workspace, settled: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(type(workspace.desk), "open", lambda desk, target: opened.append(target))
    workspace.desk.open_server("postgresql://office@db.example:5433/muster")
    dialog = find(workspace, ServerDialog)
    assert (dialog.server.text(), dialog.database.text(), dialog.user.text()) == ("db.example:5433", "muster", "office")
    dialog.password.setText("p@ss/word")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert opened == ["postgresql://office:p%40ss%2Fword@db.example:5433/muster"]
    assert without_password(opened[0]) == "postgresql://office@db.example:5433/muster"


def test_that_keys_work_once_after_the_window_was_made_anew(
    qtbot: Any, signed_in: Callable[..., Workspace], settled: Any
) -> None:
    workspace = signed_in()
    workspace.set_scheme("dark")
    qtbot.waitUntil(lambda: theme.tokens() is theme.DARK)
    settled()
    workspace.window().activateWindow()
    qtbot.waitUntil(lambda: workspace.window().isActiveWindow())
    qtbot.keyClick(workspace.window(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: workspace.current == "setup")
    settled()


def test_that_what_another_workstation_saves_is_noticed(
    qtbot: Any, signed_in: Callable[..., Workspace], settled: Any, file: Path
) -> None:
    from exam.opening import open_database
    from exam.services.accounts import add_account
    from exam.unit_of_work import run

    workspace = signed_in()
    topics: list[frozenset[str]] = []
    workspace.operations.changed.connect(topics.append)
    workspace.watcher.look()
    settled()
    assert topics == []
    other = open_database(file)
    office = workspace.context.person
    assert office is not None
    other_person = Person(None, "别处", Role.OFFICE)
    run(other, other_person, lambda uow: add_account(uow, name="新人", password=PASSWORD, role=Role.RECORDER))
    other.close()
    workspace.watcher.look()
    settled()
    assert topics == [frozenset({"accounts"})]


@pytest.mark.parametrize(("role", "sees"), [("李记分", {"written", "judging"}), ("钱评委", {"judge"})])
def test_that_people_see_the_pages_of_their_role(
    signed_in: Callable[..., Workspace], settled: Any, role: str, sees: set[str]
) -> None:
    workspace = signed_in(role)
    shown = {entry.key for entry in PAGES if workspace.navigation.item(entry.key).isVisible()}
    assert sees <= shown
    assert not shown & {"journal", "setup", "awards"}
    workspace.show_page("journal")
    assert workspace.current == "overview"
    settled()


@pytest.mark.postgresql
def test_that_an_empty_server_database_becomes_a_competition(
    qtbot: Any, workspace: Workspace, server_database: str, settled: Callable[[], None]
) -> None:
    workspace.desk.open(server_database)
    settled()
    dialog = find(workspace, NewCompetitionDialog)
    dialog.person.setText("周主任")
    dialog.password.setText("long enough")
    dialog.again.setText("long enough")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: workspace.current == "overview", timeout=20_000)
    settled()
    assert workspace.context.person is not None
    assert workspace.context.person.name == "周主任"


def test_that_ctrl_s_says_that_everything_is_saved_or_saves_what_waits(
    qtbot: Any, signed_in: Callable[..., Workspace], settled: Any
) -> None:
    workspace = signed_in()
    workspace.save()
    assert workspace.status.text == "Everything is saved already"
    workspace.show_page("setup")
    settled()
    panel = workspace.page.competition
    line = panel.name
    line.selectAll()
    qtbot.keyClicks(line, "Renamed")
    assert panel.save_button.isEnabled(), panel.message.text
    workspace.save()
    settled()
    assert workspace.context.competition.name == "Renamed"


def test_that_leaving_asks_while_something_typed_is_not_saved(
    qtbot: Any, window: MainWindow, signed_in: Callable[..., Workspace], settled: Any
) -> None:
    workspace = signed_in()
    workspace.show_page("setup")
    settled()
    line = workspace.page.competition.name
    line.selectAll()
    qtbot.keyClicks(line, "Renamed")
    window.close()
    assert window.isVisible()
    box = find(workspace, MessageBox)
    assert "not saved: 1" in box.words.text()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert window.isVisible()
    assert line.text() == "Renamed"
    window.close()
    qtbot.mouseClick(find(workspace, MessageBox).findChild(QPushButton, "confirm"), LEFT)
    qtbot.waitUntil(lambda: not window.isVisible())


def test_that_the_first_screen_is_chinese_to_the_last_button(qtbot: Any, workspace: Workspace, file: Path) -> None:
    workspace.context.settings.add_recent(str(file))
    workspace.set_language("zh")
    qtbot.waitUntil(lambda: workspace.current == "start" and workspace.page.new_button.text() == "新建赛事…")
    assert workspace.page.recent_lines[0].button.text() == "打开"


def test_that_the_person_stays_in_sight_over_the_navigation(signed_in: Callable[..., Workspace]) -> None:
    items = signed_in().navigation.findChildren(NavItem)
    assert items
    assert not any(item.statusTip() for item in items)


def test_that_a_competition_that_cannot_be_opened_at_the_start_leads_to_the_first_screen(
    qtbot: Any, qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    window = MainWindow(settings)
    qtbot.addWidget(window)
    workspace = window.furnish(lambda: None)
    window.show()
    workspace.desk.open(str(tmp_path / "gone.db"))
    qtbot.waitUntil(lambda: workspace.current == "start", timeout=20_000)
    find(workspace, MessageBox).accept()
    window.close()


def test_that_a_selection_of_windows_is_set_up_when_it_is_made(
    qtbot: Any, workspace: Workspace, tmp_path: Path, settled: Callable[[], None]
) -> None:
    workspace.desk.new_competition()
    dialog = find(workspace, NewCompetitionDialog)
    dialog.path.setText(str(tmp_path / "selection.db"))
    dialog.kind.setCurrentIndex(2)
    dialog.person.setText("周主任")
    dialog.password.setText("long enough")
    dialog.again.setText("long enough")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    settled()
    qtbot.waitUntil(lambda: workspace.current == "overview", timeout=20_000)
    settled()
    found: list[Any] = []

    def look(uow: Any) -> Any:
        from exam.services import competition, items, overview

        return competition.get_rules(uow), items.list_items(uow), overview.get_overview(uow)

    workspace.operations.read(workspace, look, found.append)
    settled()
    rules, listed, overview = found[0]
    assert (rules.entrant_kind, rules.team_preset, len(listed)) == ("windows", "none", 1)
    assert overview.step("written") is None
    assert overview.next_step == "setup"
