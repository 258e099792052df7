"""Judges who meet entrants of their own unit: left out, or allowed with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.items import avoidance_model
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.panels import AvoidanceRow

translate = QCoreApplication.translate


class AvoidancesDialog(FormDialog):
    """Choose a line and say why the judge may mark, or take that back."""

    def __init__(self, context: Context, item: ItemRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("AvoidancesDialog", "Avoidance in “{item}”").format(item=item.name),
            translate("AvoidancesDialog", "Let the judge mark"), parent, width=760,
            intro=translate("AvoidancesDialog", "A judge does not mark entrants of the own unit: the panel is judged "
                            "without that mark. Only where there are too few judges does the office allow it."),
        )  # fmt: skip
        self._item = item
        self.model = avoidance_model()
        self.table = Table(self.model, name=self.tr("Judges and entrants of one unit"))
        self.table.setMinimumHeight(theme.px(280))
        self.body.insertWidget(0, self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.restore_button = secondary_button(self.tr("Leave the judge out again"), "user-x", self.restore)
        row.addWidget(self.restore_button)
        self.body.insertLayout(1, row)
        self.reason = self.add_line(self.tr("&Reason"), hint=self.tr("It stays in the journal."))
        self.table.current_row.connect(lambda _: self._allow())
        self._allow()
        self.resize(theme.px(760), theme.px(600))
        self._read()

    def _read(self) -> None:
        item_id = self._item.id

        def look(uow: Any) -> Any:
            from exam.services.panels import list_avoidances

            return list_avoidances(uow, item_id=item_id)

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: list[AvoidanceRow]) -> None:
        self.model.set_rows(rows)
        if rows:
            self.table.select_key((rows[0].judge_id, rows[0].nominee_id))
        self._allow()

    def _allow(self) -> None:
        row = self.table.selected_row()
        self.accept_button.setEnabled(row is not None)
        self.restore_button.setEnabled(row is not None and bool(row.reason))

    def submit(self) -> None:
        row, reason = self.table.selected_row(), self.reason.text()
        if row is None:
            return

        def allow(uow: Any) -> Any:
            from exam.services.panels import override_avoidance

            override_avoidance(uow, judge_id=row.judge_id, nominee_id=row.nominee_id, reason=reason)

        self.write(allow)

    def restore(self) -> None:
        """The judge is left out again for this entrant."""
        row = self.table.selected_row()
        if row is None:
            return

        def take_back(uow: Any) -> Any:
            from exam.services.panels import restore_avoidance

            restore_avoidance(uow, judge_id=row.judge_id, nominee_id=row.nominee_id)

        self.write(take_back)
