"""Cards: a number with its word, and a plain surface with a border."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import ElidedLabel, icon_label, label


class Card(QFrame):
    """A surface with a border; put things into ``body``."""

    def __init__(self, parent: QWidget | None = None, *, margin: tuple[int, int] = (14, 12)) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.body = QVBoxLayout(self)
        across, down = (theme.px(value) for value in margin)
        self.body.setContentsMargins(across, down, across, down)
        self.body.setSpacing(theme.px(8))


class StatCard(QFrame):
    """A count in large digits with its icon and word, e.g. ``11 / 28 done``."""

    def __init__(
        self, caption: str, icon: str = "circle-check", tone: str = "text2", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self._caption = caption
        row = self._row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        row.setSpacing(theme.px(10))
        self._icon = icon_label(icon, tone, 22)
        self._name = icon
        self._number = label("–", role="number")
        self._number.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._words = ElidedLabel(caption, role="caption")
        row.addWidget(self._icon)
        self._told = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._told.addWidget(self._number)
        self._told.addWidget(self._words, 1)
        row.addLayout(self._told, 1)
        self.setFixedHeight(theme.px(54))

    def set_value(self, value: str, caption: str | None = None, tone: str | None = None) -> None:
        """Show another number, and if given another word or tone (``ok warn error text2``)."""
        self._number.setText(value)
        if caption is not None:
            self._words.setText(caption)
        if tone is not None:
            self._icon.setPixmap(theme.pixmap(self._name, tone, 22, self.devicePixelRatioF()))
        self.setAccessibleName(f"{value} {self._words.text()}")
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """The word beside the number, or below it where the number leaves no room."""
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._icon.sizeHint().width() - 2 * theme.px(10)
        word = self._words.fontMetrics().horizontalAdvance(self._words.text())
        fits = self._number.sizeHint().width() + word <= room
        down = theme.px(10 if fits else 2)
        self._told.setDirection(QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom)
        self._told.setSpacing(theme.px(10) if fits else 0)
        self._row.setContentsMargins(margins.left(), down, margins.right(), down)

    @property
    def value(self) -> str:
        """The number as shown."""
        return self._number.text()


def card_row(cards: Sequence[QWidget]) -> QHBoxLayout:
    """Cards side by side, equally wide."""
    row = QHBoxLayout()
    row.setSpacing(theme.px(12))
    for card in cards:
        row.addWidget(card, 1)
    return row


def fact(caption: str, value: str, parent: QWidget | None = None) -> tuple[QWidget, QLabel]:
    """A small caption over its value; returns the widget and the value's label."""
    widget = QWidget(parent)
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(theme.px(2))
    shown = label(value)
    column.addWidget(label(caption, role="quiet"))
    column.addWidget(shown)
    return widget, shown
