"""Labels that never take data for markup."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import theme


def label(text: str = "", role: str = "", tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label. ``role``: title heading number caption quiet; ``tone``: ok warn error."""
    result = QLabel(text, parent)
    result.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        result.setProperty("role", role)
    if tone:
        result.setProperty("tone", tone)
    return result


def wrapped_label(text: str = "", role: str = "", tone: str = "", parent: QWidget | None = None) -> QLabel:
    """A plain-text label that breaks its lines; its text can be marked and copied."""
    result = label(text, role, tone, parent)
    result.setWordWrap(True)
    result.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return result


def icon_label(name: str, tone: str, size: int = 18, parent: QWidget | None = None) -> QLabel:
    """A picture beside words; it says nothing on its own and is not read out."""
    result = QLabel(parent)
    result.setPixmap(theme.pixmap(name, tone, size, result.devicePixelRatioF()))
    result.setFixedSize(theme.px(size), theme.px(size))
    return result


def set_tone(widget: QWidget, tone: str) -> None:
    """Change the tone of a label made here."""
    widget.setProperty("tone", tone)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


class ElidedLabel(QLabel):
    """A plain label that ends in an ellipsis when there is no room; the whole text is its tool tip."""

    def __init__(self, text: str = "", role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(24), super().minimumSizeHint().height())

    def setText(self, text: str) -> None:
        super().setText(text)
        self._tip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tip()

    def _tip(self) -> None:
        cut = self.fontMetrics().horizontalAdvance(self.text()) > self.width()
        # Escaped: a tool tip takes what looks like markup for markup, and texts hold names.
        self.setToolTip(f"<span>{escape(self.text())}</span>" if cut else "")

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideMiddle, self.width())
        painter = QPainter(self)
        painter.setPen(self.palette().windowText().color())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.end()
