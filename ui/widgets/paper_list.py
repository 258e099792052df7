"""The papers that can be printed: group by group, each with what it is made from, or what is missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui import theme

KEY = int(Qt.ItemDataRole.UserRole)
STATE = KEY + 1
TONE = KEY + 2
_ICONS = {"ok": "circle-check", "warn": "pencil", "text3": "circle-dashed"}


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper of the list. ``tone``: ok (final), warn (a draft), text3 (not possible yet)."""

    key: str
    name: str
    group: str
    state: str
    tone: str


class PaperList(QListWidget):
    """Up and Down choose a paper; ``chosen`` carries its key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Delegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListWidget { border: none; background: transparent; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.currentItemChanged.connect(self._changed)
        self._quiet = False

    def show_papers(self, lines: Iterable[PaperLine]) -> None:
        """Show these papers; the chosen one stays chosen."""
        key = self.current_key()
        self._quiet = True
        self.clear()
        group = ""
        for line in lines:
            if line.group != group:
                group = line.group
                heading = QListWidgetItem(group, self)
                heading.setFlags(Qt.ItemFlag.NoItemFlags)
            item = QListWidgetItem(line.name, self)
            item.setData(KEY, line.key)
            item.setData(STATE, line.state)
            item.setData(TONE, line.tone)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{line.name}, {line.state}")
            if line.key == key:
                self.setCurrentItem(item)
        self._quiet = False

    def current_key(self) -> str:
        """The key of the chosen paper, or nothing."""
        item = self.currentItem()
        return str(item.data(KEY) or "") if item is not None else ""

    def choose(self, key: str) -> None:
        """Choose a paper by its key; with an unknown key nothing is chosen any more."""
        for row in range(self.count()):
            if self.item(row).data(KEY) == key:
                self.setCurrentRow(row)
                return
        self._quiet = True
        self.setCurrentRow(-1)
        self.clearSelection()
        self._quiet = False

    def _changed(self, item: QListWidgetItem | None) -> None:
        if item is not None and not self._quiet and item.data(KEY):
            self.chosen.emit(item.data(KEY))


class _Delegate(QStyledItemDelegate):
    """Headings quiet; papers with their state below the name."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(theme.px(200), theme.px(50 if index.data(KEY) else 34))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = option.rect.adjusted(theme.px(6), 1, -theme.px(6), -1)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not index.data(KEY):
            painter.setFont(theme.font(12))
            painter.setPen(theme.color("text3"))
            bottom = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
            painter.drawText(box.adjusted(theme.px(8), 0, 0, -theme.px(4)), int(bottom), index.data())
            painter.restore()
            return
        here = bool(option.state & QStyle.StateFlag.State_Selected)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if here else "surface2"))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        if here and option.state & QStyle.StateFlag.State_HasFocus:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        tone = index.data(TONE)
        half = box.height() // 2
        name = QRect(box.left() + theme.px(10), box.top() + theme.px(5), box.width() - theme.px(20), half - theme.px(4))
        painter.setFont(theme.font(14, bold=here))
        painter.setPen(theme.color("accent_soft_text" if here else "text3" if tone == "text3" else "text1"))
        shown = painter.fontMetrics().elidedText(index.data(), Qt.TextElideMode.ElideRight, name.width())
        painter.drawText(name, int(left), shown)
        size = theme.px(14)
        top = box.top() + half + theme.px(1)
        ratio = painter.device().devicePixelRatioF()
        spot = QRect(name.left(), top + (half - theme.px(6) - size) // 2, size, size)
        painter.drawPixmap(spot, theme.pixmap(_ICONS[tone], tone, 14, ratio))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2" if tone == "text3" else tone))
        words = QRect(spot.right() + theme.px(6), top, name.width() - size - theme.px(6), half - theme.px(6))
        shown = painter.fontMetrics().elidedText(index.data(STATE), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(left), shown)
        painter.restore()
