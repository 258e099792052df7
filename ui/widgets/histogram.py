"""How the marks spread: columns with their counts, painted, with the bounds below them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from exam.rules.marks import show
from ui import theme

if TYPE_CHECKING:
    from exam.rules.statistics import Bin

GRID_LINES = 4


class Histogram(QWidget):
    """Shows :class:`~exam.rules.statistics.Bin` columns; ``average`` is drawn as a line over them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bins: tuple[Bin, ...] = ()
        self._average: Decimal | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(theme.px(120))

    def show_bins(self, bins: Sequence[Bin], average: Decimal | None) -> None:
        """Show these columns."""
        self._bins, self._average = tuple(bins), average
        told = "; ".join(f"{show(one.low)}–{show(one.high)}: {one.count}" for one in bins)
        self.setAccessibleName(self.tr("How the marks spread"))
        self.setAccessibleDescription(told)
        self.setToolTip("")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(560), theme.px(150))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top = theme.px(40), theme.px(44)
        room = QRectF(left, top, self.width() - left - theme.px(12), self.height() - top - theme.px(46))
        most = max((one.count for one in self._bins), default=0)
        step = max(1, -(-most // GRID_LINES))
        high = max(step * -(-most // step), 1)
        self._paint_scale(painter, room, step, high)
        if self._bins:
            self._paint_columns(painter, room, high)
        if self._average is not None and self._bins:
            self._paint_average(painter, room)
        self._paint_counts(painter, room, high)
        painter.end()

    def _paint_scale(self, painter: QPainter, room: QRectF, step: int, high: int) -> None:
        painter.setFont(theme.font(12))
        for count in range(0, high + 1, step):
            y = room.bottom() - room.height() * count / high
            painter.setPen(theme.color("line" if count == 0 else "line_soft"))
            painter.drawLine(QPointF(room.left(), y), QPointF(room.right(), y))
            painter.setPen(theme.color("text3"))
            box = QRectF(0, y - theme.px(9), room.left() - theme.px(6), theme.px(18))
            painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(count))

    def _paint_columns(self, painter: QPainter, room: QRectF, high: int) -> None:
        wide = room.width() / len(self._bins)
        gap = min(theme.px(4), wide / 6)
        for at, one in enumerate(self._bins):
            height = room.height() * one.count / high
            column = QRectF(room.left() + wide * at + gap, room.bottom() - height, wide - 2 * gap, height)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRect(column)
            painter.setPen(theme.color("text2"))
            painter.setFont(theme.font(12))
            edge = QRectF(room.left() + wide * at - wide / 2, room.bottom() + theme.px(4), wide, theme.px(18))
            painter.drawText(edge, Qt.AlignmentFlag.AlignCenter, show(one.low))
        last = QRectF(room.right() - wide / 2, room.bottom() + theme.px(4), wide, theme.px(18))
        painter.drawText(last, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter, show(self._bins[-1].high))
        painter.setPen(theme.color("text3"))
        words = QRectF(room.left(), room.bottom() + theme.px(24), room.width(), theme.px(18))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.tr("mark (each column: from its left bound on)"))

    def _paint_counts(self, painter: QPainter, room: QRectF, high: int) -> None:
        """Last, on a ground of their own: the line of the average must not cross a count out."""
        painter.setFont(theme.font(12, bold=True))
        for at, one in enumerate(self._bins):
            if not one.count:
                continue
            wide = painter.fontMetrics().horizontalAdvance(str(one.count)) + theme.px(6)
            middle = room.left() + room.width() * (at + 0.5) / len(self._bins)
            top = room.bottom() - room.height() * one.count / high - theme.px(19)
            box = QRectF(middle - wide / 2, top, wide, theme.px(16))
            painter.fillRect(box, theme.color("surface"))
            painter.setPen(theme.color("text1"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(one.count))

    def _paint_average(self, painter: QPainter, room: QRectF) -> None:
        assert self._average is not None
        full = self._bins[-1].high
        x = room.left() + room.width() * float(self._average / full)
        upper, lower = QPointF(x, theme.px(4)), QPointF(x, room.bottom())
        # A light edge keeps the line apart from the column behind it.
        painter.setPen(QPen(theme.color("surface"), theme.px(4)))
        painter.drawLine(upper, lower)
        painter.setPen(QPen(theme.color("warn"), theme.px(2)))
        painter.drawLine(upper, lower)
        text = self.tr("average {mark}").format(mark=show(self._average))
        painter.setFont(theme.font(12, bold=True))
        wide = painter.fontMetrics().horizontalAdvance(text) + theme.px(4)
        begin = min(x + theme.px(6), self.width() - wide)
        box = QRectF(begin, 0, wide, theme.px(18))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
