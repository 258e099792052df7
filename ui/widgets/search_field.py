"""The search field above a table: Ctrl+F goes there, Esc empties it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QWidget

from ui import theme


class SearchField(QLineEdit):
    """Filters as you type: ``searched`` carries the text at every change."""

    searched = Signal(str)

    def __init__(self, placeholder: str, parent: QWidget | None = None, *, width: int = 320) -> None:
        super().__init__(parent)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._width = theme.px(width)
        self.setMinimumWidth(self._width // 2)
        self.setMaximumWidth(self._width)
        lens = QAction(theme.icon("search", "text3"), "", self)
        self.addAction(lens, QLineEdit.ActionPosition.LeadingPosition)
        self.textChanged.connect(self.searched)
        if parent is not None:
            shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), parent)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(self._go_here)

    def sizeHint(self) -> QSize:
        return QSize(self._width, super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        super().keyPressEvent(event)

    def _go_here(self) -> None:
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()
