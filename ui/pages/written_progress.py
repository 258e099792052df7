"""The tab of progress: seen of expected per section, room and recorder, and the queue of what is not verified."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.second_entry import completeness_model, waiting_model
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.mark_completeness import Completeness
    from exam.services.sittings import SittingRow

AGAIN = 3
"""The column of second entries, shown where the rules ask for them."""


class ProgressTab(QWidget):
    """Two tables side by side; values of marks are in neither."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        outer = QHBoxLayout(self)
        outer.setContentsMargins(0, theme.px(12), 0, 0)
        outer.setSpacing(theme.px(16))
        self.counts = completeness_model()
        self.counts_table = Table(self.counts, name=self.tr("Entered and expected"))
        self.waiting = waiting_model()
        self.waiting_table = Table(self.waiting, name=self.tr("Not yet verified"))
        self.waiting_title = label("", role="heading")
        outer.addLayout(_under(label(self.tr("Marks entered and expected"), role="heading"), self.counts_table), 5)
        outer.addLayout(_under(self.waiting_title, self.waiting_table), 6)

    def refresh(self, sitting: SittingRow) -> None:
        """Count anew."""

        def look(uow: Any) -> Any:
            from exam.services.mark_completeness import get_completeness

            return get_completeness(uow, sitting_id=sitting.id)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: Completeness) -> None:
        self.counts_table.setColumnHidden(AGAIN, not found.twice)
        self.counts.set_rows(found.rows)
        self.waiting.set_rows(found.waiting)
        self.waiting_title.setText(self.tr("Not yet verified: {n} marks").format(n=len(found.waiting)))


def _under(title: QWidget, table: QWidget) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(theme.px(8))
    column.addWidget(title)
    column.addWidget(table, 1)
    return column
