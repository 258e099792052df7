"""The menu bar of the window. Editing commands are sent as keys to whatever has the focus."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QAction, QActionGroup, QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu, QMenuBar

from ui import theme
from ui.i18n import page_words
from ui.pages.registry import PAGES

if TYPE_CHECKING:
    from ui.workspace import Workspace

_KEYS = (
    ("&Undo", "Ctrl+Z", Qt.Key.Key_Z),
    ("&Redo", "Ctrl+Y", Qt.Key.Key_Y),
    ("", "", Qt.Key.Key_unknown),
    ("Cu&t", "Ctrl+X", Qt.Key.Key_X),
    ("&Copy", "Ctrl+C", Qt.Key.Key_C),
    ("&Paste", "Ctrl+V", Qt.Key.Key_V),
    ("Select &all", "Ctrl+A", Qt.Key.Key_A),
    ("", "", Qt.Key.Key_unknown),
    ("&Find…", "Ctrl+F", Qt.Key.Key_F),
)


class Menus(QObject):
    """Builds and keeps the menus of one window."""

    def __init__(self, workspace: Workspace, bar: QMenuBar) -> None:
        super().__init__(workspace)
        self._workspace = workspace
        self._open_only: list[QAction] = []
        for menu in bar.findChildren(QMenu):
            menu.deleteLater()
        bar.clear()
        self._file(bar.addMenu(self.tr("&File")))
        self._edit(bar.addMenu(self.tr("&Edit")))
        self._view(bar.addMenu(self.tr("&View")))
        self._competition(bar.addMenu(self.tr("&Competition")))
        self._tools(bar.addMenu(self.tr("&Tools")))
        self._help(bar.addMenu(self.tr("&Help")))
        self.set_open(workspace.desk.context.competition is not None)

    def set_open(self, is_open: bool) -> None:
        """Commands that need an open competition."""
        for action in self._open_only:
            action.setEnabled(is_open)

    def _file(self, menu: QMenu) -> None:
        desk, leave = self._workspace.desk, self._workspace.leave
        self._add(menu, self.tr("&New competition…"), lambda: leave(desk.new_competition), "Ctrl+N")
        self._add(menu, self.tr("&Open…"), lambda: leave(desk.choose_and_open), "Ctrl+O")
        self._add(menu, self.tr("Open from a ser&ver…"), lambda: leave(desk.open_server))
        self._recent = menu.addMenu(self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self._add(menu, self.tr("Open the &sample competition"), lambda: leave(desk.open_sample))
        menu.addSeparator()
        self._add(menu, self.tr("&Save"), self._workspace.save, "Ctrl+S", needs_open=True)
        self._add(menu, self.tr("&Close competition"), lambda: leave(desk.close), "Ctrl+W", needs_open=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Quit"), self._workspace.window().close, "Ctrl+Q")

    def _edit(self, menu: QMenu) -> None:
        translate = QCoreApplication.translate
        words = {
            "&Undo": translate("Menus", "&Undo"),
            "&Redo": translate("Menus", "&Redo"),
            "Cu&t": translate("Menus", "Cu&t"),
            "&Copy": translate("Menus", "&Copy"),
            "&Paste": translate("Menus", "&Paste"),
            "Select &all": translate("Menus", "Select &all"),
            "&Find…": translate("Menus", "&Find…"),
        }
        for text, shown, key in _KEYS:
            if not text:
                menu.addSeparator()
                continue
            # Shown, not registered: the key belongs to the field or grid that has the focus.
            action = menu.addAction(f"{words[text]}\t{shown}")
            action.triggered.connect(lambda _=False, key=key: _press(key))

    def _view(self, menu: QMenu) -> None:
        settings = self._workspace.context.settings
        self._choices(
            menu,
            (
                (self.tr("&Light"), "light"),
                (self.tr("&Dark"), "dark"),
                (self.tr("As the s&ystem"), "system"),
            ),
            settings.scheme,
            self._workspace.set_scheme,
        )
        menu.addSeparator()
        sizes = menu.addMenu(self.tr("&Text size"))
        self._choices(
            sizes, [(f"{size} %", str(size)) for size in theme.TEXT_SIZES], str(settings.text_size),
            lambda size: self._workspace.set_text_size(int(size)),
        )  # fmt: skip
        languages = menu.addMenu(self.tr("L&anguage"))
        # Each language in its own words, so that it is found by those who read no other.
        self._choices(languages, (("中文", "zh"), ("English", "en")), settings.language, self._workspace.set_language)
        menu.addSeparator()
        self._add(menu, self.tr("&Refresh"), self._workspace.refresh_page, "F5", needs_open=True)
        self._add(menu, self.tr("&Full screen"), self._workspace.toggle_full_screen, "F11")

    def _competition(self, menu: QMenu) -> None:
        for number, entry in enumerate(PAGES, 1):
            if entry.group == "bottom":
                continue
            keys = f"Ctrl+{number}" if number <= 9 else ""
            self._add(
                menu, page_words(entry.title), lambda key=entry.key: self._workspace.show_page(key), keys,
                needs_open=True,
            )  # fmt: skip
        menu.addSeparator()
        desk, leave = self._workspace.desk, self._workspace.leave
        self._add(menu, self.tr("Another &person…"), lambda: leave(desk.change_person), needs_open=True)
        self._add(menu, self.tr("&Lock the desk"), desk.lock, "Ctrl+L", needs_open=True)

    def _tools(self, menu: QMenu) -> None:
        show = self._workspace.show_page
        self._add(menu, self.tr("&Journal"), lambda: show("journal"), needs_open=True)
        self._add(menu, self.tr("&Backups…"), lambda: show("settings", part="backups"), needs_open=True)
        self._add(menu, self.tr("&Accounts…"), lambda: show("settings", part="accounts"), needs_open=True)
        menu.addSeparator()
        self._add(menu, self.tr("&Open the competition's folder"), self._workspace.open_folder, needs_open=True)
        self._add(menu, self.tr("&Settings"), lambda: show("settings"), "Ctrl+,")

    def _help(self, menu: QMenu) -> None:
        self._add(menu, self.tr("&Help on this page"), self._workspace.show_help, "F1")
        self._add(menu, self.tr("&About"), self._workspace.show_about)

    def _add(
        self, menu: QMenu, text: str, call: Callable[[], object], keys: str = "", *, needs_open: bool = False
    ) -> QAction:
        action = menu.addAction(text)
        if keys:
            action.setShortcut(keys)
        action.triggered.connect(lambda: call())
        if needs_open:
            self._open_only.append(action)
        return action

    def _choices(
        self,
        menu: QMenu,
        choices: tuple[tuple[str, str], ...] | list[tuple[str, str]],
        current: str,
        call: Callable[[str], object],
    ) -> None:
        group = QActionGroup(menu)
        for text, value in choices:
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(value == current)
            group.addAction(action)
            action.triggered.connect(lambda _=False, value=value: call(value))

    def _fill_recent(self) -> None:
        self._recent.clear()
        for target in self._workspace.context.settings.recent:
            # "&" would become a mnemonic, and a path is data.
            action = self._recent.addAction(target.replace("&", "&&"))
            action.triggered.connect(lambda _=False, target=target: self._open_recent(target))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("Nothing yet")).setEnabled(False)

    def _open_recent(self, target: str) -> None:
        self._workspace.leave(lambda: self._workspace.desk.open_recent(target))


def _press(key: Qt.Key) -> None:
    target = QApplication.focusWidget()
    if target is not None:
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.ControlModifier)
            QApplication.postEvent(target, event)
