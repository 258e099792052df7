"""The left navigation: the competition, three groups of steps with tick or percentage, and the foot."""

from __future__ import annotations

from collections.abc import Callable, Container, Mapping

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QFrame, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.i18n import page_words
from ui.pages.registry import GROUPS, PAGES, PageEntry
from ui.widgets.labels import ElidedLabel, label, wrapped_label

ITEM_HEIGHT = 32
"""Low enough that all steps of a competition stand in a window of 900 pixels without scrolling."""


class NavItem(QAbstractButton):
    """One line: icon, title, and the state of its step (a tick, a percentage, or nothing)."""

    def __init__(self, entry: PageEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._mark = ""
        self._state = ""
        self.setText(page_words(entry.title))
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFixedHeight(theme.px(ITEM_HEIGHT))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_step(self, state: str, percent: int | None, words: str) -> None:
        """Show the state of the step: ``done`` a tick, ``working`` the percentage; ``words`` as the tip."""
        self._state = state
        self._mark = f"{percent}%" if state == "working" and percent is not None else ""
        # A tool tip, not a status tip: that would cover who is at the desk.
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(192), theme.px(ITEM_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        # Narrower beside a scroll bar, so that the mark is never covered.
        return QSize(theme.px(120), theme.px(ITEM_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here, box = self.isChecked(), self.rect()
        if here or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if here else "surface2"))
            painter.drawRoundedRect(box, theme.px(6), theme.px(6))
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(theme.color("accent"))
            pen.setWidth(2)
            painter.setPen(pen)
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), theme.px(6), theme.px(6))
        ink = "accent_soft_text" if here else ("text3" if self._state == "waiting" else "text2")
        ratio = self.devicePixelRatioF()
        size = theme.px(18)
        top = (box.height() - size) // 2
        painter.drawPixmap(QRect(theme.px(12), top, size, size), theme.pixmap(self.entry.icon, ink, 18, ratio))
        painter.setPen(theme.color(ink))
        painter.setFont(theme.font(14, bold=here))
        right = theme.px(34) if self._state == "done" else (theme.px(48) if self._mark else theme.px(10))
        words = box.adjusted(theme.px(38), 0, -right, 0)
        text = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        self._paint_mark(painter, box, ratio)
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRect, ratio: float) -> None:
        if self._state == "done":
            size = theme.px(16)
            spot = QRect(box.right() - theme.px(26), (box.height() - size) // 2, size, size)
            painter.drawPixmap(spot, theme.pixmap("check", "ok", 16, ratio))
        elif self._mark:
            painter.setFont(theme.font(13))
            painter.drawText(
                box.adjusted(0, 0, -theme.px(10), 0),
                int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight),
                self._mark,
            )


class Navigation(QFrame):
    """All pages of the registry. ``go(key)`` is called on a click or Enter; Up and Down move the focus."""

    def __init__(self, go: Callable[[str], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._go = go
        self.setObjectName("navigation")
        self.setFixedWidth(theme.px(216))
        self.setStyleSheet(
            f"#navigation {{ background: {theme.color('surface').name()}; border: none; "
            f"border-right: 1px solid {theme.color('line').name()}; }}"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(12), theme.px(14), theme.px(11), theme.px(10))
        column.setSpacing(theme.px(2))
        self.name = wrapped_label("", role="heading")
        self.name.setMaximumHeight(theme.px(46))
        self.line = ElidedLabel("", role="quiet")
        column.addWidget(self.name)
        column.addWidget(self.line)
        column.addSpacing(theme.px(4))
        self._items: dict[str, NavItem] = {}
        self._captions: dict[str, QWidget] = {}
        holder = QWidget()
        groups = QVBoxLayout(holder)
        groups.setContentsMargins(0, 0, 0, 0)
        groups.setSpacing(theme.px(1))
        for key, title in GROUPS:
            caption = label(page_words(title), role="quiet")
            caption.setContentsMargins(theme.px(12), theme.px(6), 0, theme.px(1))
            groups.addWidget(caption)
            self._captions[key] = caption
            self._add(groups, key)
        groups.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(holder)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # The area switches this on for what it holds.
        holder.setAutoFillBackground(False)
        area.viewport().setAutoFillBackground(False)
        column.addWidget(area, 1)
        self._add(column, "bottom")

    def _add(self, column: QVBoxLayout, group: str) -> None:
        for entry in PAGES:
            if entry.group == group:
                item = NavItem(entry)
                item.clicked.connect(lambda _=False, key=entry.key: self._go(key))
                self._items[entry.key] = item
                column.addWidget(item)

    def item(self, key: str) -> NavItem | None:
        """The line of a page."""
        return self._items.get(key)

    def set_competition(self, name: str, line: str) -> None:
        """What stands above the groups."""
        self.name.setText(name)
        self.line.setText(line)

    def set_current(self, key: str) -> None:
        """Mark the page on screen."""
        for name, item in self._items.items():
            item.setAutoExclusive(False)
            item.setChecked(name == key)
            item.setAutoExclusive(bool(key))
            item.setFont(QFont(item.font()))

    def set_allowed(self, keys: Container[str]) -> None:
        """Show only these pages, and a group's caption only above a page."""
        for key, item in self._items.items():
            item.setVisible(key in keys)
        for group, caption in self._captions.items():
            caption.setVisible(any(entry.group == group and entry.key in keys for entry in PAGES))

    def set_steps(self, steps: Mapping[str, tuple[str, int | None, str]]) -> None:
        """Show ``state, percent, words`` for pages that are steps."""
        for key, item in self._items.items():
            state, percent, words = steps.get(key, ("", None, ""))
            item.set_step(state, percent, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        items = [item for item in self._items.values() if item.isVisible()]
        at = next((number for number, item in enumerate(items) if item.hasFocus()), -1)
        if at >= 0 and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            items[(at + step) % len(items)].setFocus(Qt.FocusReason.TabFocusReason)
        elif at >= 0 and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            items[at].click()
        else:
            super().keyPressEvent(event)
