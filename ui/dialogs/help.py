"""Help on the page that is on screen, and what the program is made of."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from ui import theme
from ui.pages.page import Page
from ui.widgets.buttons import primary_button
from ui.widgets.labels import label, wrapped_label


class HelpDialog(QDialog):
    """What the page is for, and the keys: those of the page first, then those that work everywhere."""

    def __init__(self, page: Page | None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Help"))
        self.setMinimumWidth(theme.px(520))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        column.setSpacing(theme.px(12))
        if page is not None:
            column.addWidget(label(page.title(), role="title"))
            if page.help_text():
                column.addWidget(wrapped_label(page.help_text()))
            if page.key_hints():
                column.addWidget(label(self.tr("Keys of this page"), role="heading"))
                column.addWidget(wrapped_label(page.key_hints()))
        column.addWidget(label(self.tr("Keys that work everywhere"), role="heading"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(20))
        grid.setColumnStretch(1, 1)
        for number, (keys, meaning) in enumerate(self._keys()):
            grid.addWidget(label(keys), number, 0)
            grid.addWidget(label(meaning, role="caption"), number, 1)
        column.addLayout(grid)
        column.addSpacing(theme.px(6))
        close = primary_button(self.tr("Close"), clicked=self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)

    def _keys(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+1 … Ctrl+9", self.tr("the pages, in the order of the navigation")),
            ("Ctrl+F", self.tr("search on this page")),
            ("F5", self.tr("read everything anew")),
            ("F11", self.tr("full screen and back")),
            ("Ctrl+L", self.tr("lock the desk; everything typed stays")),
            ("Ctrl+N, Ctrl+O", self.tr("new competition, open a competition")),
            ("Esc", self.tr("close a dialog without doing anything")),
        )


class AboutDialog(QDialog):
    """Versions and licences."""

    def __init__(self, parent: QWidget | None = None) -> None:
        import platform

        import PySide6

        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About"))
        self.setMinimumWidth(theme.px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        column.setSpacing(theme.px(10))
        column.addWidget(label(self.tr("Service Skills Competition"), role="title"))
        column.addWidget(
            wrapped_label(
                self.tr("Runs a service skills competition and all-staff muster from roster to certificates.")
            )
        )
        column.addWidget(
            wrapped_label(
                self.tr("Fonts: Noto Sans SC, Noto Serif SC, LXGW WenKai (OFL). Icons: Lucide (ISC)."), role="caption"
            )
        )
        column.addWidget(label(f"Python {platform.python_version()} · Qt {PySide6.__version__}", role="quiet"))
        close = primary_button(self.tr("Close"), clicked=self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
