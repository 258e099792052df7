"""A chance as a bar behind its figures, so that unequal chances are seen at a glance."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from ui import theme
from ui.item_models.rows import ROW_ROLE


class ChanceDelegate(QStyledItemDelegate):
    """Paints rows that have ``outcome.chance`` (0 to 1 or None): figures at the left, a bar at the right."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.color("selection"))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = option.rect.adjusted(theme.px(8), 0, 0, 0)
        words.setWidth(theme.px(104))
        painter.setPen(theme.color("text1"))
        painter.setFont(theme.font(14))
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), index.data() or "")
        chance = index.data(ROW_ROLE).outcome.chance
        room = option.rect.right() - words.right() - theme.px(12)
        if chance is not None and room > theme.px(20):
            height = theme.px(6)
            bar = QRect(words.right(), option.rect.center().y() - height // 2, room, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("line_soft"))
            painter.drawRoundedRect(bar, height / 2, height / 2)
            bar.setWidth(max(round(room * float(chance)), height if chance else 0))
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(bar, height / 2, height / 2)
        painter.restore()
