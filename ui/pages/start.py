"""The first screen: the sample, a new competition, an existing one, and those opened lately."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.desk import Desk
from ui.pages.page import Page
from ui.widgets.buttons import link_button, primary_button, secondary_button, tool_button
from ui.widgets.cards import Card
from ui.widgets.labels import ElidedLabel, icon_label, label, wrapped_label


class StartPage(Page):
    """Shown while no competition is open. Needs the desk, which opens and creates."""

    key = "start"

    def __init__(self, context: Context, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._desk = desk
        ways = QHBoxLayout()
        ways.setSpacing(theme.px(12))
        self.sample_button = primary_button(self.tr("Open the sample"), clicked=desk.open_sample)
        self.new_button = secondary_button(self.tr("New competition…"), clicked=desk.new_competition)
        self.open_button = secondary_button(self.tr("Open…"), clicked=desk.choose_and_open)
        for icon, title, text, button in (
            (
                "presentation",
                self.tr("Look around"),
                self.tr("A made-up competition with every stage filled. Try everything: nothing can go wrong in it."),
                self.sample_button,
            ),
            (
                "file-plus",
                self.tr("Begin"),
                self.tr("Name this year's competition and become its office. The roster comes next."),
                self.new_button,
            ),
            (
                "folder-open",
                self.tr("Go on"),
                self.tr("A competition that is kept in a file of this computer, or on a database server."),
                self.open_button,
            ),
        ):
            ways.addWidget(self._way(icon, title, text, button), 1)
        self.server_button = link_button(self.tr("From a server…"), desk.open_server)
        self._open_row.addWidget(self.server_button)
        self._open_row.addStretch(1)
        self.body.addLayout(ways)
        self.body.addSpacing(theme.px(8))
        self.body.addWidget(label(self.tr("Opened lately"), role="heading"))
        self.recent_lines: list[_RecentLine] = []
        self._recent = QVBoxLayout()
        self._recent.setSpacing(theme.px(6))
        self.body.addLayout(self._recent)
        self.body.addStretch(1)

    def title(self) -> str:
        return self.tr("Welcome")

    def subtitle(self) -> str:
        return self.tr("Service skills competition and all-staff muster: from the roster to the certificates")

    def key_hints(self) -> str:
        return self.tr("Ctrl+N new   Ctrl+O open   drag a competition file into the window")

    def refresh(self) -> None:
        while (item := self._recent.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        recent = self.context.settings.recent
        self.recent_lines = [_RecentLine(target, self._open, self._remove, self) for target in recent]
        for line in self.recent_lines:
            self._recent.addWidget(line)
        if not recent:
            self._recent.addWidget(label(self.tr("Nothing yet."), role="caption"))

    def _way(self, icon: str, title: str, text: str, button: QPushButton) -> Card:
        card = Card(margin=(18, 18))
        card.body.addWidget(icon_label(icon, "accent", 24))
        card.body.addWidget(label(title, role="heading"))
        words = wrapped_label(text, role="caption")
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMinimumHeight(theme.px(60))
        card.body.addWidget(words, 1)
        self._open_row = QHBoxLayout()
        self._open_row.setSpacing(theme.px(14))
        self._open_row.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        card.body.addLayout(self._open_row)
        return card

    def _open(self, target: str) -> None:
        self._desk.open_recent(target)

    def _remove(self, target: str) -> None:
        self.context.settings.remove_recent(target)
        self.refresh()


class _RecentLine(QFrame):
    """One competition: click or Enter opens it; the cross takes it off the list."""

    def __init__(
        self, target: str, open_it: Callable[[str], object], remove: Callable[[str], object], page: StartPage
    ) -> None:
        super().__init__(page)
        self.setProperty("card", True)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(8), theme.px(8), theme.px(8))
        row.setSpacing(theme.px(12))
        server = target.startswith("postgresql")
        gone = not server and not Path(target).exists()
        row.addWidget(icon_label("external-link" if server else "file-text", "text2", 18))
        words = QVBoxLayout()
        words.setSpacing(0)
        name = target.rsplit("/", 1)[-1] if server else Path(target).stem
        words.addWidget(label(name))
        where = self.tr("not there any more: {place}").format(place=target) if gone else target
        words.addWidget(ElidedLabel(where, role="quiet"))
        row.addLayout(words, 1)
        self.button = secondary_button(self.tr("Open"), clicked=lambda: open_it(target))
        self.button.setAccessibleName(f"{self.tr('Open')} {name}")
        self.button.setEnabled(not gone)
        row.addWidget(self.button)
        self.cross = tool_button("x", self.tr("Take {name} off this list").format(name=name), lambda: remove(target))
        self.cross.setIconSize(QSize(theme.px(16), theme.px(16)))
        row.addWidget(self.cross)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.button.click()
        else:
            super().keyPressEvent(event)
