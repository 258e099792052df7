"""The whole calculation of one line of the standings, in words and figures, beside the table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import icon_label, label, set_tone, wrapped_label

if TYPE_CHECKING:
    from exam.rules.results import Step
    from exam.services.results import Explanation

translate = QCoreApplication.translate


def step_text(step: Step) -> str:
    """One line of a calculation in the language of the window."""
    text = translate("exam", step.text)
    return text.format(**step.params) if step.params else text


class CalculationPanel(QFrame):
    """Shows one explanation: subject, total and place on top, below them every step."""

    def __init__(self, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.setMinimumWidth(theme.px(300))
        self._hint = hint
        self._shown: tuple[Step, ...] = ()
        self._lines: list[tuple[QLabel, QLabel | None]] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (16, 14, 8, 10)))
        column.setSpacing(theme.px(4))
        top = QHBoxLayout()
        top.setSpacing(theme.px(10))
        words = QVBoxLayout()
        words.setSpacing(theme.px(2))
        self.subject = wrapped_label("", role="heading")
        self.unit = wrapped_label("", role="caption")
        words.addWidget(self.subject)
        words.addWidget(self.unit)
        top.addLayout(words, 1)
        figures = QVBoxLayout()
        figures.setSpacing(theme.px(0))
        self.total = label("", role="number")
        self.place = label("", role="caption")
        for widget in (self.total, self.place):
            widget.setAlignment(Qt.AlignmentFlag.AlignRight)
            figures.addWidget(widget)
        figures.setContentsMargins(0, 0, theme.px(8), 0)
        top.addLayout(figures)
        column.addLayout(top)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.viewport().setAutoFillBackground(False)
        self._area.setAccessibleName(translate("CalculationPanel", "Calculation"))
        column.addWidget(self._area, 1)
        self.clear()

    def clear(self, hint: str = "") -> None:
        """Show only how to get here."""
        self.subject.setText("")
        self.unit.setText("")
        self.total.setText("")
        self.place.setText("")
        self._shown, self._lines = (), []
        holder, grid = self._new_body()
        words = wrapped_label(hint or self._hint, role="caption")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        grid.addWidget(icon_label("calculator", "text3", 32), 0, 0, 1, 2, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(words, 1, 0, 1, 2)
        grid.setRowStretch(2, 1)
        self._put(holder)

    def show_explanation(self, explained: Explanation, total: str, place: str) -> None:
        """Show a whole calculation with its outcome on top."""
        self.subject.setText(explained.subject)
        self.unit.setText(explained.unit if explained.unit != explained.subject else "")
        self.total.setText(total)
        self.place.setText(place)
        if _shape(explained.steps) == _shape(self._shown):
            # The same kind of calculation, as of the same entrant after another mark: only the words change.
            self._say(explained.steps)
        else:
            self._put(self._steps(explained.steps))
            self._area.verticalScrollBar().setValue(0)
        self._shown = explained.steps

    @property
    def text(self) -> str:
        """Everything that is shown, line by line."""
        widget = self._area.widget()
        lines = [child.text() for child in widget.findChildren(type(self.subject))] if widget is not None else []
        return "\n".join([self.subject.text(), *lines])

    def _say(self, steps: Sequence[Step]) -> None:
        for step, old, (words, figure) in zip(steps, self._shown, self._lines, strict=True):
            if step != old:
                words.setText(step_text(step))
                if figure is not None:
                    figure.setText(_value(step))

    def _put(self, holder: QWidget) -> None:
        self._area.setWidget(holder)
        # The scroll area makes its widget paint the window's ground; the card shows through instead.
        holder.setAutoFillBackground(False)

    def _steps(self, steps: Sequence[Step]) -> QWidget:
        holder, grid = self._new_body()
        self._lines = [self._add_step(grid, row, step) for row, step in enumerate(steps)]
        grid.setRowStretch(len(steps), 1)
        return holder

    def _add_step(self, grid: QGridLayout, row: int, step: Step) -> tuple[QLabel, QLabel | None]:
        shown = step_text(step)
        if step.kind == "heading":
            words = wrapped_label(shown, role="heading")
            words.setContentsMargins(0, theme.px(10) if row else theme.px(4), 0, theme.px(2))
            grid.addWidget(words, row, 0, 1, 2)
            return words, None
        words = wrapped_label(shown, role="caption")
        words.setContentsMargins(theme.px(10), 0, 0, 0)
        if step.kind == "warning":
            set_tone(words, "warn")
        if step.kind != "result":
            # The line itself holds its figures; only results stand in the column at the right.
            grid.addWidget(words, row, 0, 1, 2)
            return words, None
        words.setProperty("role", "")
        font = theme.font(14, bold=True)
        words.setFont(font)
        grid.addWidget(words, row, 0)
        if not _value(step):
            return words, None
        figure = label(_value(step))
        figure.setFont(font)
        figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
        grid.addWidget(figure, row, 1)
        return words, figure

    def _new_body(self) -> tuple[QWidget, QGridLayout]:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, theme.px(4), theme.px(8), theme.px(8))
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(5))
        grid.setColumnStretch(0, 1)
        return holder, grid


def _value(step: Step) -> str:
    return format(step.value, "f") if step.value is not None else ""


def _shape(steps: Sequence[Step]) -> list[tuple[str, bool]]:
    """What decides which widgets a calculation needs."""
    return [(step.kind, step.value is not None) for step in steps]
