"""Where one stands in a procedure of a few steps: done, now, later."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui import theme


class StepStrip(QWidget):
    """Named steps in a row. ``set_current(n)``: those before are done; ``n == len(steps)``: all are."""

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.steps = tuple(steps)
        self.current = 0
        self.setFixedHeight(theme.px(46))

    def set_current(self, number: int) -> None:
        """The step to do next, from 0."""
        self.current = number
        word = self.steps[number] if number < len(self.steps) else self.steps[-1]
        self.setAccessibleName(f"{min(number + 1, len(self.steps))} / {len(self.steps)} {word}")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(theme.color("line"))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(8), theme.px(8))
        inner = self.rect().adjusted(theme.px(16), 0, -theme.px(16), 0)
        widths = [self._width(number) for number in range(len(self.steps))]
        gap = max((inner.width() - sum(widths)) // max(len(self.steps) - 1, 1), theme.px(16))
        left = inner.left()
        for number, width in enumerate(widths):
            self._paint_step(painter, QRect(left, inner.top(), width, inner.height()), number)
            if number + 1 < len(widths):
                y = inner.center().y() + 0.5
                painter.setPen(theme.color("ok" if number < self.current else "line"))
                painter.drawLine(
                    round(left + width + theme.px(12)), round(y), round(left + width + gap - theme.px(12)), round(y)
                )
            left += width + gap
        painter.end()

    def _width(self, number: int) -> int:
        painter_font = theme.font(14, bold=number == self.current)
        return theme.px(24 + 8) + QFontMetrics(painter_font).horizontalAdvance(self.steps[number]) + 2

    def _paint_step(self, painter: QPainter, rect: QRect, number: int) -> None:
        done, now = number < self.current, number == self.current
        size = theme.px(24)
        circle = QRect(rect.left(), rect.center().y() - size // 2 + 1, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("accent" if now else "ok_soft" if done else "line_soft"))
        painter.drawEllipse(circle)
        if done:
            picture = theme.pixmap("check", "ok", 16, self.devicePixelRatioF())
            inset = (size - theme.px(16)) // 2
            painter.drawPixmap(circle.adjusted(inset, inset, -inset, -inset), picture)
        else:
            painter.setPen(theme.color("on_accent" if now else "text3"))
            painter.setFont(theme.font(13, bold=now))
            painter.drawText(circle, int(Qt.AlignmentFlag.AlignCenter), str(number + 1))
        painter.setPen(theme.color("text1" if now else "text2" if done else "text3"))
        painter.setFont(theme.font(14, bold=now))
        words = rect.adjusted(size + theme.px(8), 0, theme.px(4), 0)
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), self.steps[number])
