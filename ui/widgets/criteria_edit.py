"""The criteria of an item as editable lines: name and full mark, with a line for the next one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.rules.marks import MarkScale, UnclearMark, parse_mark, show
from ui import theme
from ui.errors import sentence
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.labels import label

SCALE = MarkScale(Decimal(1000), Decimal("0.01"))


class _Line(QWidget):
    def __init__(self, owner: CriteriaEdit, name: str, full: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(6))
        self.name, self.full = QLineEdit(name), QLineEdit(full)
        self.setMinimumHeight(theme.px(36))
        self.name.setAccessibleName(self.tr("Criterion"))
        self.name.setPlaceholderText(self.tr("Criterion"))
        self.full.setAccessibleName(self.tr("Full mark of the criterion"))
        self.full.setFixedWidth(theme.px(80))
        row.addWidget(self.name, 1)
        row.addWidget(self.full)
        row.addWidget(tool_button("x", self.tr("Remove the criterion"), lambda: owner.remove(self)))
        self.name.textChanged.connect(lambda _: owner.changed.emit())
        self.full.textChanged.connect(lambda _: owner.changed.emit())

    def points(self) -> Decimal | None:
        """The full mark, or None while it is not one."""
        try:
            return parse_mark(self.full.text(), SCALE).points
        except UnclearMark:
            return None


class CriteriaEdit(QWidget):
    """``values()`` gives the lines, or what is wrong with one."""

    changed = Signal()

    def __init__(self, criteria: Sequence[tuple[str, Decimal]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(4))
        self.lines: list[_Line] = []
        row = QHBoxLayout()
        self.add_button = secondary_button(self.tr("Add a criterion"), "plus", self.add)
        self._sum = label("", role="caption")
        row.addWidget(self.add_button)
        row.addStretch(1)
        row.addWidget(self._sum)
        self._column.addLayout(row)
        self.changed.connect(self._show_sum)
        for name, full in criteria:
            self._put(name, show(full))
        self._show_sum()

    def add(self) -> None:
        """Another line, ready to type."""
        self._put("", "").name.setFocus()
        self.changed.emit()

    def remove(self, line: _Line) -> None:
        """Take a line away."""
        self.lines.remove(line)
        line.hide()
        line.deleteLater()
        self.changed.emit()

    def count(self) -> int:
        """How many lines there are."""
        return len(self.lines)

    def total(self) -> Decimal | None:
        """The sum of the full marks; None while one is missing."""
        points = [line.points() for line in self.lines]
        known = [one for one in points if one is not None]
        return sum(known, Decimal(0)) if len(known) == len(points) else None

    def values(self) -> tuple[list[tuple[str, Decimal]] | None, str]:
        """Names and full marks in order, or None with what is wrong."""
        result: list[tuple[str, Decimal]] = []
        for line in self.lines:
            try:
                points = parse_mark(line.full.text(), SCALE).points
            except UnclearMark as error:
                line.full.setFocus()
                return None, sentence(error)
            if points is None:
                line.full.setFocus()
                return None, self.tr("Type the full mark of “{criterion}”.").format(criterion=line.name.text())
            result.append((line.name.text(), points))
        return result, ""

    def _put(self, name: str, full: str) -> _Line:
        line = _Line(self, name, full)
        self.lines.append(line)
        self._column.insertWidget(self._column.count() - 1, line)
        return line

    def _show_sum(self) -> None:
        total = self.total()
        text = self.tr("together {n}").format(n=show(total)) if total is not None and self.lines else ""
        self._sum.setText(text)
