"""Averages of the units in the all-staff round, with the calculation of the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.i18n import words
from ui.item_models.written import average_model
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.result_units import UnitAverageRow


class UnitAverages(QWidget):
    """A table of units; at its side the chosen unit's average in words and figures."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, theme.px(12), 0, 0)
        row.setSpacing(theme.px(12))
        self.model = average_model()
        self.table = Table(self.model, name=self.tr("Unit averages"))
        self.table.current_row.connect(self._explain)
        row.addWidget(self.table, 1)
        self.card = Card(margin=(16, 14))
        self.card.setFixedWidth(theme.px(280))
        self.heading = wrapped_label("", role="heading")
        self.lines = QVBoxLayout()
        self.lines.setSpacing(theme.px(8))
        self.card.body.addWidget(self.heading)
        self.card.body.addLayout(self.lines)
        self.card.body.addStretch(1)
        row.addWidget(self.card)
        self._explain(None)

    def show_rows(self, rows: Sequence[UnitAverageRow]) -> None:
        """Show these averages; the chosen unit stays chosen."""
        self.model.set_rows(rows)
        if rows and self.table.selected_row() is None:
            self.table.selectRow(0)
        self._explain(self.table.selected_row())

    def _explain(self, row: UnitAverageRow | None) -> None:
        while (item := self.lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        if row is None:
            self.heading.setText(self.tr("How the average came about"))
            self.lines.addWidget(wrapped_label(self.tr("Choose a unit in the table."), role="caption"))
            return
        self.heading.setText(row.unit)
        for number, step in enumerate(row.result.calculation, 1):
            line = QHBoxLayout()
            line.setSpacing(theme.px(8))
            counter = label(str(number), role="quiet")
            counter.setFixedWidth(theme.px(18))
            tone = {"warning": "warn", "result": "ok"}.get(step.kind, "")
            line.addWidget(counter, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(wrapped_label(words(step.text, **step.params), tone=tone), 1)
            holder = QWidget()
            line.setContentsMargins(0, 0, 0, 0)
            holder.setLayout(line)
            self.lines.addWidget(holder)
