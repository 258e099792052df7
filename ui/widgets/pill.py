"""A status as icon, word and colour together: in table cells and as a label."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.item_models.rows import ICON_ROLE, TONE_ROLE

ICONS = {"ok": "circle-check", "warn": "triangle-alert", "error": "circle-alert", "accent": "pencil"}
_INK = {"ok": "ok", "warn": "warn", "error": "error", "accent": "accent_soft_text"}
_FILL = {"ok": "ok_soft", "warn": "warn_soft", "error": "error_soft", "accent": "accent_soft"}


def pill_width(text: str) -> int:
    """How wide a pill with this word is."""
    return QFontMetrics(theme.font(13)).horizontalAdvance(text) + theme.px(16 + 4 + 18)


def paint_pill(painter: QPainter, rect: QRect, text: str, tone: str, icon: str = "") -> None:
    """Draw a pill at the left of ``rect``, in the middle of its height."""
    height = theme.px(24)
    width = min(pill_width(text), rect.width())
    box = QRect(rect.left(), rect.center().y() - height // 2 + 1, width, height)
    ink = _INK.get(tone, "text2")
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color(_FILL.get(tone, "line_soft")))
    painter.drawRoundedRect(box, height / 2, height / 2)
    size = theme.px(16)
    picture = theme.pixmap(icon or ICONS.get(tone, "circle-dashed"), ink, 16, painter.device().devicePixelRatioF())
    painter.drawPixmap(box.left() + theme.px(8), box.center().y() - size // 2 + 1, size, size, picture)
    painter.setPen(theme.color(ink))
    painter.setFont(theme.font(13))
    words = box.adjusted(theme.px(8) + size + theme.px(4), 0, -theme.px(6), 0)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, words.width() + 2)
    painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)
    painter.restore()


class PillDelegate(QStyledItemDelegate):
    """Paints the cells of a ``pill`` column."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        text = index.data()
        if text:
            rect = option.rect.adjusted(theme.px(8), 0, -theme.px(6), 0)
            paint_pill(painter, rect, text, index.data(TONE_ROLE) or "", index.data(ICON_ROLE) or "")

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(pill_width(index.data() or "") + theme.px(20), theme.px(38))


class Pill(QWidget):
    """A pill outside a table. The word is spoken, too."""

    def __init__(self, text: str = "", tone: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_state(text, tone, icon)

    def set_state(self, text: str, tone: str = "", icon: str = "") -> None:
        """Show another status."""
        self._text, self._tone, self._icon = text, tone, icon
        self.setAccessibleName(text)
        self.setFixedSize(pill_width(text) if text else 0, theme.px(24))
        self.update()

    @property
    def text(self) -> str:
        """The word of the status."""
        return self._text

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        if self._text:
            paint_pill(painter, self.rect(), self._text, self._tone, self._icon)
        painter.end()
