"""What the tests of the window share: the look, a context on a real database, no modal dialog ever."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QColorDialog, QDialog, QFileDialog, QInputDialog, QMenu, QMessageBox

from exam.access import Person
from models.database import Database
from ui import theme
from ui.context import Context
from ui.operations import Operations
from ui.settings import Settings


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The offscreen platform says this about every window with a smallest size; it means nothing."""
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.qt_log_ignore("propagateSizeHints", extend=True))


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    return ["muster-tests"]


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> None:
    """The light look at 100 %; the fonts are registered once."""
    if not qapp.property("muster_fonts"):
        theme.register_fonts()
        qapp.setProperty("muster_fonts", True)
        theme.apply(qapp, "light", 100)
    elif theme.tokens() is not theme.LIGHT or theme.px(100) != 100:
        theme.apply(qapp, "light", 100)


@pytest.fixture(autouse=True)
def garbage_on_this_thread() -> Iterator[None]:
    """As in the program (``ui.garbage``): a collection on a worker thread would destroy widgets there."""
    gc.disable()
    yield
    gc.collect(1)


@pytest.fixture(scope="session", autouse=True)
def garbage_as_before() -> Iterator[None]:
    """Automatic collection again once the tests of the window are over."""
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def no_modal_loops(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dialog that blocks would hang a test, and the window: any ``exec`` fails."""

    def refuse(*args: Any, **kwargs: Any) -> None:
        raise AssertionError("a dialog was run modally; use open()")

    for kind in (QDialog, QMessageBox, QFileDialog, QInputDialog, QColorDialog, QMenu):
        monkeypatch.setattr(kind, "exec", refuse)
    for name in ("information", "question", "warning", "critical", "about"):
        monkeypatch.setattr(QMessageBox, name, refuse)
    for name in ("getOpenFileName", "getSaveFileName", "getExistingDirectory", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, name, refuse)
    for name in ("getText", "getInt", "getItem", "getDouble"):
        monkeypatch.setattr(QInputDialog, name, refuse)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Workstation settings of their own for each test."""
    return Settings(tmp_path / "settings.ini")


@pytest.fixture
def database(sqlite_database: Database) -> Database:
    """Tests of the window use a SQLite file; the services are tested on both kinds elsewhere."""
    return sqlite_database


@pytest.fixture
def operations(qapp: QApplication, database: Database, office: Person) -> Iterator[Operations]:
    """Operations on the SQLite competition, with the office at the desk. Closed after the test."""
    result = Operations(database, office)
    yield result
    result.close()
    result.deleteLater()


@pytest.fixture
def visits() -> list[tuple[str, dict[str, Any]]]:
    """Where pages sent the person: ``(key, hints)``."""
    return []


@pytest.fixture
def context(operations: Operations, settings: Settings, visits: list[tuple[str, dict[str, Any]]]) -> Context:
    """What a page or a dialog is given; ``visits`` notes ``go_to``."""
    return Context(operations, settings, go_to=lambda key, **hints: visits.append((key, hints)))


@pytest.fixture
def settle(qtbot: Any, operations: Operations) -> Callable[[], None]:
    """Wait until nothing is under way: ``settle()`` after a click."""

    def wait() -> None:
        qtbot.waitUntil(lambda: not operations.busy, timeout=15_000)

    return wait


@pytest.fixture
def show_page(qtbot: Any, settle: Callable[[], None]) -> Callable[[Any], Any]:
    """Show a page as the window does: it refreshes when its topics change."""

    def show(page: Any) -> Any:
        qtbot.addWidget(page)
        page.context.operations.changed.connect(lambda topics: page.refresh() if topics & page.topics else None)
        page.resize(1280, 800)
        page.show()
        qtbot.waitExposed(page)
        page.refresh()
        settle()
        return page

    return show
