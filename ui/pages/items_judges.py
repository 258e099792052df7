"""The judges: a table with search, adding, changing and removing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from exam.access import Right
from ui import messages, theme
from ui.context import Context
from ui.item_models.items import judge_model
from ui.widgets.buttons import secondary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.panels import JudgeRow


class JudgesView(QStackedWidget):
    """The second tab of the items page."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may = context.may(Right.MANAGE_FINAL)
        self.model = judge_model()
        self.empty = EmptyState(
            self.tr("There are no judges yet. Enter them with their unit, so that nobody marks the own colleagues."),
            self.tr("Add the first judge…"),
            self.add_judge,
            icon="gavel",
        )
        self.addWidget(self.empty)
        self.addWidget(self._full())

    def _full(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        self.search = SearchField(self.tr("Find by name or unit (Ctrl+F)"), holder)
        self.search.searched.connect(self.model.set_search)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        self.change_button = secondary_button(self.tr("Change…"), "pencil", self.change_judge)
        self.remove_button = secondary_button(self.tr("Remove…"), "trash-2", self.remove_judge)
        row.addWidget(self.change_button)
        row.addWidget(self.remove_button)
        column.addLayout(row)
        self.table = Table(self.model, name=self.tr("Judges"))
        self.table.on_activated(lambda _: self.change_judge())
        self.table.current_row.connect(lambda _: self._allow())
        column.addWidget(self.table, 1)
        return holder

    def show_rows(self, rows: list[JudgeRow]) -> None:
        """Show these judges."""
        self.model.set_rows(rows)
        self.setCurrentIndex(1 if rows else 0)
        self._allow()

    def _allow(self) -> None:
        chosen = self.table.selected_row() is not None
        for button in (self.change_button, self.remove_button):
            button.setEnabled(self._may and chosen)
        if self.empty.button is not None:
            self.empty.button.setEnabled(self._may)

    def add_judge(self) -> None:
        """A new judge."""
        from ui.dialogs.judge_edit import JudgeDialog

        JudgeDialog(self.context, None, self).open()

    def change_judge(self) -> None:
        """Name, unit, title of the chosen judge."""
        row = self.table.selected_row()
        if row is not None and self._may:
            from ui.dialogs.judge_edit import JudgeDialog

            JudgeDialog(self.context, row, self).open()

    def remove_judge(self) -> None:
        """Take the chosen judge off the list."""
        row = self.table.selected_row()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.panels import remove_judge

            remove_judge(uow, judge_id=row.id, seen_version=row.version)

        text = self.tr("Remove the judge {name}?").format(name=row.name)
        messages.confirm(
            self, text, self.tr("Remove"), lambda: self.context.operations.write(self, call), danger=True
        )
