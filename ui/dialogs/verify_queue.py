"""What is not yet verified: where it stands, and who entered it and so cannot verify it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.verify_queue import QueueRow


class VerifyQueueDialog(QDialog):
    """The queue, oldest first; the button goes to the page where the chosen line is verified."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setWindowTitle(self.tr("Not yet verified"))
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        column.setSpacing(theme.px(10))
        self.heading = label(self.tr("Not yet verified"), role="heading")
        column.addWidget(self.heading)
        self.table = Table(self._model(), name=self.tr("Not yet verified"))
        column.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(secondary_button(self.tr("Close"), clicked=self.reject))
        self.go_button = primary_button(self.tr("Go there"), clicked=self._go)
        self.go_button.setDefault(True)
        self.go_button.setEnabled(False)
        row.addWidget(self.go_button)
        column.addLayout(row)
        self.table.on_activated(lambda _: self._go())
        self.resize(theme.px(760), theme.px(520))
        context.operations.read(self, _queue, self._show)

    def _model(self) -> RowsModel[QueueRow]:
        return RowsModel(
            (
                Column(self.tr("Item or sitting"), lambda one: one.where, stretch=True),
                Column(self.tr("Number"), lambda one: one.code, width=130, bold=True),
                Column(self.tr("Marks"), lambda one: str(one.marks), "right", sort_key=lambda one: one.marks, width=80),
                Column(self.tr("Entered by"), lambda one: self.tr(", ").join(one.entered_by), width=190),
                Column(self.tr("Since"), _moment, width=150, secondary=True),
            ),
            row_key=lambda one: (one.page, one.where, one.code),
        )

    def _show(self, rows: list[QueueRow]) -> None:
        self.table.rows_model.set_rows(rows)
        text = self.tr("Not yet verified: {count}").format(count=len(rows))
        self.heading.setText(text if rows else self.tr("Everything is verified by another person"))
        self.go_button.setEnabled(bool(rows))
        if rows:
            self.table.setCurrentIndex(self.table.rows_model.index(0, 0))

    def _go(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self.accept()
            self.context.go_to(row.page)


def _queue(uow: Any) -> Any:
    from exam.services.verify_queue import list_queue

    return list_queue(uow)


def _moment(row: QueueRow) -> str:
    return row.entered_at.astimezone().strftime("%Y-%m-%d %H:%M")
