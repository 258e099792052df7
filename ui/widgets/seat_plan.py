"""A room as it is seen from above: desks in rows, the teacher's desk and the door at the front.

Unit colours are soft fills and never alone: each desk names the unit's code. The arrow keys walk from place
to place, Enter acts on it.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ui import theme

Place = tuple[int, int]
HUES = (210, 150, 32, 275, 350, 180, 60, 120, 305, 15, 240, 90)
"""Hues of the soft fills, in this order, then again."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Who sits at a place. ``color`` counts the units from 0; ``clash``: a colleague sits beside or near."""

    title: str
    code: str
    color: int
    tip: str
    clash: bool = False
    quiet: bool = False


class SeatPlan(QWidget):
    """``current_changed(row, column)`` as the frame walks; ``activated(row, column)`` on Enter or a double click.

    Coordinates count from 1: row from the front, column from the left as the people at the desks see it.
    """

    current_changed = Signal(int, int)
    activated = Signal(int, int)
    given_up = Signal()

    def __init__(self, parent: QWidget | None = None, *, cell: tuple[int, int] = (92, 64)) -> None:
        super().__init__(parent)
        self._cell = cell
        self._rows = self._columns = 0
        self._unusable: frozenset[Place] = frozenset()
        self._labels: Mapping[Place, str] = {}
        self._papers: Mapping[Place, str] = {}
        self._desks: Mapping[Place, Desk] = {}
        self.current: Place = (1, 1)
        self.held: Place | None = None
        self.gaps_too = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.MinimumExpanding, QSizePolicy.Policy.MinimumExpanding)
        self.setMouseTracking(True)

    # What is shown

    def show_room(
        self,
        rows: int,
        columns: int,
        unusable: Collection[Place],
        labels: Mapping[Place, str],
        desks: Mapping[Place, Desk] | None = None,
        papers: Mapping[Place, str] | None = None,
    ) -> None:
        """Show this room; the frame stays where it is when the place is still there."""
        self._rows, self._columns, self._unusable = rows, columns, frozenset(unusable)
        self._labels, self._desks, self._papers = labels, desks or {}, papers or {}
        if not self._may_stand(self.current):
            self.current = next(iter(labels), (1, 1))
        self.setMinimumSize(self.sizeHint())
        self.updateGeometry()
        self._speak()
        self.update()

    def set_current(self, place: Place) -> None:
        """Put the frame somewhere."""
        if self._may_stand(place) and place != self.current:
            self.current = place
            self._speak()
            self.update()
            self.current_changed.emit(*place)

    def hold(self, place: Place | None) -> None:
        """Mark the desk whose candidate is being moved."""
        self.held = place
        self.update()

    def rect_of(self, place: Place) -> QRect:
        """Where a place is painted."""
        width, height = self._size()
        left, top = self._origin()
        return QRect(left + (place[1] - 1) * width, top + (place[0] - 1) * height, width, height)

    def place_at(self, point: QPoint) -> Place | None:
        """The place under a point of the widget."""
        width, height = self._size()
        left, top = self._origin()
        if not width or not height:
            return None
        row, column = (point.y() - top) // height + 1, (point.x() - left) // width + 1
        return (row, column) if 1 <= row <= self._rows and 1 <= column <= self._columns else None

    # Qt's side

    def sizeHint(self) -> QSize:
        width, height = (theme.px(side) for side in self._cell)
        return QSize(
            max(theme.px(260), self._columns * width + theme.px(16)), self._rows * height + self._front() + theme.px(12)
        )

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(120))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_front(painter)
        for row in range(1, self._rows + 1):
            for column in range(1, self._columns + 1):
                rect = self.rect_of((row, column))
                if rect.intersects(event.rect()):
                    self._paint_place(painter, (row, column), rect)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = Qt.Key
        steps = {keys.Key_Left: (0, -1), keys.Key_Right: (0, 1), keys.Key_Up: (-1, 0), keys.Key_Down: (1, 0)}
        key = keys(event.key())
        if key in steps:
            self._walk(steps[key])
        elif key in (keys.Key_Return, keys.Key_Enter, keys.Key_Space):
            self.activated.emit(*self.current)
        elif key == keys.Key_Home:
            self.set_current(next(iter(self._labels), self.current))
        elif key == keys.Key_End:
            self.set_current(next(reversed(list(self._labels)), self.current))
        elif key == keys.Key_Escape and self.held is not None:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None and self._may_stand(place):
            self.set_current(place)
            if self.gaps_too or self.held is not None:
                self.activated.emit(*place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = self.place_at(event.position().toPoint())
        if place is not None and not self.gaps_too and self._may_stand(place):
            self.activated.emit(*place)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            place = self.place_at(event.pos())
            desk = self._desks.get(place) if place is not None else None
            QToolTip.showText(event.globalPos(), desk.tip if desk is not None else "", self)
            return True
        return super().event(event)

    # Inside

    def _size(self) -> tuple[int, int]:
        width, height = (theme.px(side) for side in self._cell)
        if self._columns and self._rows:
            width = max(width, min((self.width() - theme.px(16)) // self._columns, width * 3 // 2))
            room = self.height() - self._front() - theme.px(12)
            height = max(height, min(room // self._rows, height * 3 // 2))
        return width, height

    def _origin(self) -> tuple[int, int]:
        width, _ = self._size()
        return max(theme.px(8), (self.width() - width * self._columns) // 2), self._front()

    def _front(self) -> int:
        return theme.px(44)

    def _may_stand(self, place: Place) -> bool:
        row, column = place
        inside = 1 <= row <= self._rows and 1 <= column <= self._columns
        return inside and (self.gaps_too or place not in self._unusable)

    def _walk(self, step: Place) -> None:
        row, column = self.current[0] + step[0], self.current[1] + step[1]
        while 1 <= row <= self._rows and 1 <= column <= self._columns:
            if self._may_stand((row, column)):
                self.set_current((row, column))
                return
            row, column = row + step[0], column + step[1]

    def _speak(self) -> None:
        desk = self._desks.get(self.current)
        label = self._labels.get(self.current, "")
        self.setAccessibleDescription(f"{label} {desk.tip if desk is not None else ''}".strip())

    def _paint_front(self, painter: QPainter) -> None:
        left, top = self._origin()
        width = self._size()[0] * self._columns
        desk = QRect(left + width // 2 - theme.px(60), theme.px(6), theme.px(120), top - theme.px(16))
        painter.setPen(QPen(theme.color("line"), 1))
        painter.setBrush(theme.color("surface2"))
        painter.drawRoundedRect(QRectF(desk).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2"))
        painter.drawText(desk, Qt.AlignmentFlag.AlignCenter, self.tr("Teacher's desk"))
        door = QRect(left + width - theme.px(64), theme.px(6), theme.px(60), top - theme.px(16))
        painter.setPen(QPen(theme.color("input_border"), 1, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(door).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(6), theme.px(6))
        painter.setPen(theme.color("text2"))
        painter.drawText(door, Qt.AlignmentFlag.AlignCenter, self.tr("Door"))

    def _paint_place(self, painter: QPainter, place: Place, rect: QRect) -> None:
        gap = theme.px(3)
        box = QRectF(rect.adjusted(gap, gap, -gap, -gap)).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = theme.px(6)
        desk = self._desks.get(place)
        if place in self._unusable:
            painter.setPen(QPen(theme.color("line"), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, radius, radius)
            painter.setPen(theme.color("text3"))
            painter.setFont(theme.font(13))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "×")
        else:
            line = QPen(theme.color("warn"), 2) if desk is not None and desk.clash else QPen(theme.color("line"), 1)
            painter.setPen(line)
            painter.setBrush(unit_fill(desk.color) if desk is not None else theme.color("surface"))
            painter.drawRoundedRect(box, radius, radius)
            self._paint_words(painter, place, box, desk)
        if place == self.held:
            painter.setPen(QPen(theme.color("accent"), 2, Qt.PenStyle.DashLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(3, 3, -3, -3), radius, radius)
        if place == self.current and self.hasFocus():
            painter.setPen(QPen(theme.color("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), radius, radius)

    def _paint_words(self, painter: QPainter, place: Place, box: QRectF, desk: Desk | None) -> None:
        inner = box.adjusted(theme.px(6), theme.px(3), -theme.px(6), -theme.px(4))
        top = Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font(12))
        painter.setPen(theme.color("text2" if desk is not None else "text3"))
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignLeft, self._labels.get(place, ""))
        painter.drawText(inner, top | Qt.AlignmentFlag.AlignRight, self._papers.get(place, ""))
        if desk is None:
            return
        metrics = painter.fontMetrics()
        code = metrics.elidedText(desk.code, Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter, code)
        painter.setFont(theme.font(14, bold=True))
        painter.setPen(theme.color("text3" if desk.quiet else "text1"))
        title = painter.fontMetrics().elidedText(desk.title, Qt.TextElideMode.ElideRight, int(inner.width()))
        middle = inner.adjusted(0, theme.px(13), 0, -theme.px(16))
        painter.drawText(middle, Qt.AlignmentFlag.AlignCenter, title)

    def focusInEvent(self, event: QEvent) -> None:  # type: ignore[override]
        self.update()
        super().focusInEvent(event)  # type: ignore[arg-type]

    def focusOutEvent(self, event: QEvent) -> None:  # type: ignore[override]
        self.update()
        super().focusOutEvent(event)  # type: ignore[arg-type]


def unit_fill(number: int) -> QColor:
    """The soft fill of the ``number``-th unit; the text colours of the theme stay readable on it."""
    hue = HUES[number % len(HUES)]
    later = number // len(HUES) % 3
    if theme.tokens() is theme.DARK:
        return QColor.fromHsl(hue, 70 - 15 * later, 52 + 10 * later)
    return QColor.fromHsl(hue, 140 - 30 * later, 236 - 8 * later)
