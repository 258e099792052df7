"""Buttons of the house: one primary per page, the rest secondary; icon buttons carry a spoken name."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton, QWidget

from ui import theme

Clicked = Callable[[], object]


class PushButton(QPushButton):
    """Enter presses the button that has the focus, never another one that happens to be the default."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.click()
            return
        super().keyPressEvent(event)


def _push(text: str, icon: str, tone: str, kind: str, clicked: Clicked | None, parent: QWidget | None) -> QPushButton:
    button = PushButton(text, parent)
    button.setProperty("kind", kind)
    button.setAutoDefault(False)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    if icon:
        button.setIcon(theme.button_icon(icon, tone))
        button.setIconSize(QSize(theme.px(22), theme.px(16)))
    if clicked is not None:
        button.clicked.connect(lambda: clicked())
    return button


def primary_button(
    text: str, icon: str = "", clicked: Clicked | None = None, parent: QWidget | None = None
) -> QPushButton:
    """The one thing to do next on a page or in a dialog."""
    return _push(text, icon, "on_accent", "primary", clicked, parent)


def secondary_button(
    text: str, icon: str = "", clicked: Clicked | None = None, parent: QWidget | None = None
) -> QPushButton:
    """Any other command."""
    return _push(text, icon, "text2", "secondary", clicked, parent)


def danger_button(
    text: str, icon: str = "", clicked: Clicked | None = None, parent: QWidget | None = None
) -> QPushButton:
    """A command that takes something away."""
    return _push(text, icon, "error", "danger", clicked, parent)


def link_button(text: str, clicked: Clicked | None = None, parent: QWidget | None = None) -> QPushButton:
    """A quiet way to somewhere else."""
    return _push(text, "", "accent", "link", clicked, parent)


def tool_button(
    icon: str, accessible_name: str, clicked: Clicked | None = None, parent: QWidget | None = None
) -> QToolButton:
    """A button that shows only an icon; its name is spoken and shown as the tool tip."""
    button = QToolButton(parent)
    button.setIcon(theme.icon(icon))
    button.setIconSize(QSize(theme.px(18), theme.px(18)))
    button.setAccessibleName(accessible_name)
    button.setToolTip(accessible_name)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    if clicked is not None:
        button.clicked.connect(lambda: clicked())
    return button
