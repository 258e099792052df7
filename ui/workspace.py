"""What fills the window: menus, navigation, the pages and the status line. Pages are known by the registry only."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QWidget

from exam.errors import ExamError
from ui import messages
from ui.context import Context
from ui.desk import Desk
from ui.errors import sentence
from ui.i18n import words
from ui.menus import Menus
from ui.operations import Operations
from ui.page_stack import START, PageStack
from ui.pages.overview import OverviewPage
from ui.pages.page import Page
from ui.pages.registry import PAGES, may_see
from ui.pages.start import StartPage
from ui.settings import Settings
from ui.watcher import Watcher
from ui.widgets.navigation import Navigation
from ui.widgets.status_line import StatusLine


class Workspace(QWidget):
    """The window's content. ``restyle`` is called when look or language changes, before all is made anew."""

    def __init__(self, window: QMainWindow, settings: Settings, restyle: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self.operations = Operations(parent=self)
        self.context = Context(
            self.operations,
            settings,
            self.show_page,
            self._say,
            self.rebuild,
            lambda backup: self.desk.open_copy(backup),
        )
        self.desk = Desk(self.context, window)
        self.watcher = Watcher(self.operations, self)
        self._restyle = restyle
        self._glimpsing = False
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._body: QWidget | None = None
        self._build()
        self.operations.fault.connect(self._show_fault)
        self.operations.changed.connect(self._changed)
        self.operations.saved.connect(lambda at: self.status.show_saved(at))
        self.desk.opened.connect(self._opened)
        self.desk.glimpsed.connect(self._glimpsed)
        self.desk.closed.connect(self._closed)
        self.desk.locked.connect(self._cover)

    def _build(self) -> None:
        """Make everything but the pages; called again when look or language changes."""
        if self._body is not None:
            self.menus.deleteLater()
        self.menus = Menus(self, self._window.menuBar())
        if self._body is not None:
            self._body.deleteLater()
        self._body = QWidget()
        row = QHBoxLayout(self._body)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.navigation = Navigation(self.show_page)
        self.stack = PageStack(self.context, lambda: StartPage(self.context, self.desk))
        row.addWidget(self.navigation)
        row.addWidget(self.stack, 1)
        self._outer.addWidget(self._body)
        self.status = StatusLine()
        self._window.setStatusBar(self.status)
        self._show_desk()

    def _cover(self, on: bool) -> None:
        """Hide everything while the desk is locked; what is typed stays."""
        if self._body is not None:
            self._body.setVisible(not on)

    # Pages

    def start(self) -> None:
        """Show the first page; called after the first paint."""
        if not self.current:
            self.show_page(START)

    def show_page(self, key: str, **hints: Any) -> None:
        """Put a page on screen; it is made when it is first wanted."""
        if self._glimpsing:
            return
        if key != START and self.context.competition is None and key != "settings":
            key = START
        if not may_see(key, self.context.person):
            self._say(self.tr("This page is not needed in your role."))
            return
        left = self.page
        unsaved = left.unsaved() if left is not None and key != self.current else 0
        if unsaved:
            self.navigation.set_current(self.current)
        messages.ask_unsaved(self._window, unsaved, lambda: self._show_page(key, hints), stays=True)

    def _show_page(self, key: str, hints: dict[str, Any]) -> None:
        page = self.stack.show_page(key)
        if page is None:
            return
        self.navigation.set_current(key)
        self.status.set_hints(page.key_hints())
        if hints:
            page.arrive(**hints)

    @property
    def current(self) -> str:
        """The key of the page on screen; empty when none is."""
        return self.stack.current

    @property
    def page(self) -> Page | None:
        """The page on screen."""
        return self.stack.page

    def refresh_page(self) -> None:
        """Read the page on screen and the steps anew."""
        if self._glimpsing:
            return
        if self.page is not None:
            self.page.refresh()
        self._read_steps()

    def _changed(self, topics: frozenset[str]) -> None:
        self.stack.note_change(topics)
        self._read_steps()

    def save(self) -> None:
        """Ctrl+S, out of habit: everything is saved at once anyway."""
        if self.page is not None and self.context.person is not None and not self.page.save_now():
            self._say(self.tr("Everything is saved already"))

    # The competition

    def _glimpsed(self, overview: Any) -> None:
        """Show the overview of a sample before it is open; until then the person cannot go elsewhere."""
        self.stack.drop()
        page = self.stack.show_page("overview", refresh=False)
        if not isinstance(page, OverviewPage):
            return
        self.navigation.set_current("overview")
        self.navigation.set_competition(overview.competition.name, self.tr("Opening…"))
        page.show_overview(overview, [])
        self._show_steps(overview)
        self._glimpsing = True

    def _opened(self) -> None:
        if not self._glimpsing:
            self.stack.drop()
        self._glimpsing = False
        self._show_desk()
        self.show_page("overview")
        self._read_steps()

    def _closed(self) -> None:
        self._glimpsing = False
        self.stack.drop()
        self._show_desk()
        self.navigation.set_steps({})
        self.show_page(START)

    def _show_desk(self) -> None:
        competition, person = self.context.competition, self.context.person
        program = self.tr("Service Skills Competition")
        if competition is None or person is None:
            self._window.setWindowTitle(program)
            self.navigation.set_competition(program, self.tr("No competition is open"))
            self.status.set_desk("", "")
        else:
            from exam.access import ROLE_NAMES

            mark = self.tr("Sample") if competition.sample else str(competition.year)
            self._window.setWindowTitle(f"{competition.name} – {mark} – {program}")
            self.navigation.set_competition(competition.name, " · ".join(p for p in (mark, competition.host) if p))
            role = words(ROLE_NAMES[person.role])
            place = self.tr("Database: {place}").format(place=Path(self.desk.title).name or self.desk.title)
            self.status.set_desk(place, self.tr("{role}: {name}").format(role=role, name=person.name))
        self.menus.set_open(competition is not None)
        self.navigation.set_allowed([entry.key for entry in PAGES if may_see(entry.key, person)])

    def _read_steps(self) -> None:
        if self.context.person is None:
            return

        def look(uow: Any) -> Any:
            from exam.services.overview import get_overview

            return get_overview(uow)

        self.operations.read(self, look, self._show_steps, lambda error: None)

    def _show_steps(self, overview: Any) -> None:
        if self.context.competition != overview.competition and self.context.competition is not None:
            self.context.competition = overview.competition
            self._show_desk()
        self.navigation.set_steps({s.key: (s.state, s.percent, words(s.text, **s.params)) for s in overview.steps})

    # Look and language

    def set_scheme(self, scheme: str) -> None:
        """``light``, ``dark`` or ``system``."""
        self.context.settings.scheme = scheme
        self.rebuild()

    def set_text_size(self, percent: int) -> None:
        """100, 125 or 150."""
        self.context.settings.text_size = percent
        self.rebuild()

    def set_language(self, language: str) -> None:
        """``zh`` or ``en``."""
        self.context.settings.language = language
        self.rebuild()

    def rebuild(self) -> None:
        """Make the window anew in the present look and language; what is typed in the pages stays."""
        # Later: the menu or page that asked for it is still running.
        QTimer.singleShot(0, self, self._rebuild)

    def _rebuild(self) -> None:
        kept, current = self.stack.keep_typed(), self.current
        self.stack.drop()
        self._restyle()
        self._build()
        self.stack.restore_typed(kept, current)
        self.show_page(current or START)
        self._read_steps()

    # Help and the rest

    def toggle_full_screen(self) -> None:
        """F11."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def open_folder(self) -> None:
        """Show the folder in which the competition lies."""
        database = self.operations.database
        if database is not None and database.path is not None:
            messages.open_folder(database.path)

    def show_help(self) -> None:
        """F1: what the page is for and which keys help."""
        from ui.dialogs.help import HelpDialog

        HelpDialog(self.page, self._window).open()

    def show_about(self) -> None:
        """Versions and licences."""
        from ui.dialogs.help import AboutDialog

        AboutDialog(self._window).open()

    def _say(self, text: str) -> None:
        self.status.say(text)

    def _show_fault(self, owner: Any, error: ExamError) -> None:
        messages.tell(owner if isinstance(owner, QWidget) else self._window, sentence(error))

    # Files dropped on the window, and the end

    def leave(self, then: Callable[[], object]) -> None:
        """Go on to something that puts the pages away; ask first if typed entries would be lost."""
        messages.ask_unsaved(self._window, self.stack.unsaved(), then)

    def wants(self, path: Path) -> bool:
        """Whether a dropped file can be of use now."""
        known = (".db", ".xlsx", ".xlsm", ".csv") if self.context.competition is not None else (".db",)
        return path.suffix.lower() in known

    def take_file(self, path: Path) -> None:
        """A dropped file: a competition is opened; a workbook goes to the page on screen, else to the roster."""
        if path.suffix.lower() == ".db":
            self.leave(lambda: self.desk.open(str(path)))
            return
        if self.page is None or not self.page.takes_file(path):
            self.show_page("roster")
        if self.page is not None and self.page.takes_file(path):
            self.page.take_file(path)

    def shut(self) -> None:
        """The window closes: finish what is under way and let go of the database."""
        self.operations.close()
        if self.operations.database is not None:
            self.operations.database.close()
