"""What every page is: a header, a body, topics it listens to, and a refresh."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ui import theme
from ui.context import Context
from ui.widgets.buttons import danger_button, primary_button, secondary_button
from ui.widgets.labels import ElidedLabel, label

Clicked = Callable[[], object]
_MAKERS = {"primary": primary_button, "secondary": secondary_button, "danger": danger_button}


class Header(QWidget):
    """Title, a line below it, and the commands of the page at the right (the primary one last)."""

    def __init__(self, title: str, subtitle: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self._title = label(title, role="title")
        # Elided: a long line would push the commands out of a small window.
        self._subtitle = ElidedLabel(subtitle, role="caption")
        words.addWidget(self._title)
        words.addWidget(self._subtitle)
        row.addLayout(words, 1)
        self._actions = row
        self.setMinimumHeight(theme.px(50))

    def set_title(self, text: str) -> None:
        """Change the title."""
        self._title.setText(text)

    def set_subtitle(self, text: str) -> None:
        """Change the line below the title."""
        self._subtitle.setText(text)

    @property
    def subtitle(self) -> str:
        """The line below the title."""
        return self._subtitle.text()

    def add_action(
        self, text: str, icon: str = "", clicked: Clicked | None = None, kind: str = "secondary"
    ) -> QPushButton:
        """Add a button: ``kind`` is primary (one per page, added last), secondary or danger."""
        button = _MAKERS[kind](text, icon, clicked)
        self._actions.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        return button

    def add_widget(self, widget: QWidget) -> None:
        """Add something else at the right, such as a choice or a pill."""
        self._actions.addWidget(widget, 0, Qt.AlignmentFlag.AlignVCenter)


class Page(QWidget):
    """Base of all pages.

    A page sets ``key`` and ``topics``, builds its widgets into ``self.body`` and overrides
    :meth:`refresh`, which asks ``self.context.operations.read``. The window makes it when it is first
    shown, calls ``refresh`` then, and again when one of its topics changes (at once while it is on
    screen, else when it is next shown).
    """

    key = ""
    topics: frozenset[str] = frozenset()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 18, 24, 16)))
        outer.setSpacing(theme.px(12))
        self.header = Header(self.title(), self.subtitle())
        outer.addWidget(self.header)
        self.body = QVBoxLayout()
        self.body.setSpacing(theme.px(12))
        outer.addLayout(self.body, 1)

    def add_views(self, *views: QWidget) -> QStackedWidget:
        """Fill the body with one of these at a time, counted from 1; 0 is blank, until the first answer is there."""
        stack = QStackedWidget()
        for view in (QWidget(), *views):
            stack.addWidget(view)
        self.body.addWidget(stack, 1)
        return stack

    # To be overridden

    def title(self) -> str:
        """The title, by ``self.tr``."""
        return ""

    def subtitle(self) -> str:
        """The line below the title, by ``self.tr``; may be set later with ``self.header.set_subtitle``."""
        return ""

    def key_hints(self) -> str:
        """The keys that help on this page, for the status bar."""
        return ""

    def help_text(self) -> str:
        """What the page is for and how to go about it, in a few sentences, for F1."""
        return self.subtitle()

    def refresh(self) -> None:
        """Read everything anew and show it."""

    def save_now(self) -> bool:
        """Ctrl+S: save what still waits for a Save button; False when everything is saved already."""
        return False

    def unsaved(self) -> int:
        """How many typed entries would be lost if the page went away now; the window asks before."""
        return 0

    def arrive(self, **hints: Any) -> None:
        """Called when another page sends somebody here (``context.go_to(key, **hints)``)."""

    def takes_file(self, path: Path) -> bool:
        """Whether a file dropped on the window is for this page; see :meth:`take_file`."""
        del path
        return False

    def take_file(self, path: Path) -> None:
        """A file was dropped on the window."""

    # For the window, when language, colours or text size change and pages are made anew

    def keep_typed(self) -> list[Any]:
        """What is typed or chosen in the plain fields of the page, in order."""
        return [_value(field) for field in self._plain_fields()]

    def restore_typed(self, kept: list[Any]) -> None:
        """Put the values of :meth:`keep_typed` back into the same page made anew."""
        fields = self._plain_fields()
        if len(fields) == len(kept):
            for field, value in zip(fields, kept, strict=True):
                _set_value(field, value)

    def _plain_fields(self) -> list[QWidget]:
        return [
            field for field in self.findChildren(QWidget) if isinstance(field, (QLineEdit, QPlainTextEdit, QTabWidget))
        ]


def _value(field: QWidget) -> Any:
    if isinstance(field, QLineEdit):
        return field.text()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.currentIndex() if isinstance(field, QTabWidget) else None


def _set_value(field: QWidget, value: Any) -> None:
    if isinstance(field, QLineEdit) and isinstance(value, str) and not field.isReadOnly():
        field.setText(value)
    elif isinstance(field, QPlainTextEdit) and isinstance(value, str) and not field.isReadOnly():
        field.setPlainText(value)
    elif isinstance(field, QTabWidget) and isinstance(value, int):
        field.setCurrentIndex(value)


def scrolled(widget: QWidget) -> QScrollArea:
    """Put a tall widget into a scroll area without a frame."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setWidget(widget)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
    area.viewport().setAutoFillBackground(False)
    widget.setAutoFillBackground(False)
    return area
