"""Bonus and deduction of one entrant in one item: the lines so far, and a new one with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from exam.rules.marks import MarkScale, UnclearMark, parse_mark
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import danger_button
from ui.widgets.form import FormDialog
from ui.widgets.table import Table

if TYPE_CHECKING:
    from decimal import Decimal

    from exam.services.adjustments import AdjustmentRow
    from exam.services.items import ItemRow

translate = QCoreApplication.translate
DEDUCTION, BONUS = -1, 1


class AdjustmentsDialog(FormDialog):
    """Lines are struck out, never deleted; each has a reason."""

    def __init__(
        self, context: Context, item: ItemRow, nominee_id: int, code: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context, translate("AdjustmentsDialog", "Bonus and deduction"), translate("AdjustmentsDialog", "Add"),
            parent, intro=f"{code} · {item.name}", width=620,
        )  # fmt: skip
        self._item, self._nominee = item, nominee_id
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Deduction −"), DEDUCTION)
        self.kind.addItem(self.tr("Bonus +"), BONUS)
        self.add_row(self.tr("&Kind"), self.kind)
        self.points = self.add_line(self.tr("&Points"))
        self.reason = self.add_line(self.tr("&Reason"), hint=self.tr("For example: left the stage early."))
        self.model: RowsModel[AdjustmentRow] = RowsModel(
            (
                Column(self.tr("Points"), lambda row: f"{row.points:+f}".replace("-", "−"), "right", width=90),
                Column(self.tr("Reason"), lambda row: row.reason, stretch=True),
                Column(self.tr("Typed by"), lambda row: row.entered_by, width=110, secondary=True),
                Column(
                    self.tr("State"), lambda row: self.tr("struck out") if row.voided else self.tr("counts"), pill=True,
                    tone=lambda row: "" if row.voided else "ok", width=120,
                ),
            ),
            row_key=lambda row: row.id,
        )  # fmt: skip
        self.table = Table(self.model, name=self.tr("Lines so far"))
        self.table.setMinimumHeight(theme.px(160))
        self.body.addWidget(self.table)
        row = QHBoxLayout()
        row.addStretch(1)
        self.void_button = danger_button(self.tr("Strike the line out"), "ban", self.strike)
        self.void_button.setToolTip(self.tr("The reason above says why it is struck out."))
        row.addWidget(self.void_button)
        self.body.addLayout(row)
        self.table.current_row.connect(lambda _: self._allow())
        self.points.setFocus()
        self._read()

    def _read(self) -> None:
        item_id, nominee_id = self._item.id, self._nominee

        def look(uow: Any) -> Any:
            from exam.services.adjustments import list_adjustments

            return [row for row in list_adjustments(uow, item_id=item_id) if row.nominee_id == nominee_id]

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: list[AdjustmentRow]) -> None:
        self.model.set_rows(rows)
        self._allow()

    def _allow(self) -> None:
        row = self.table.selected_row()
        self.void_button.setEnabled(row is not None and not row.voided)

    def _typed_points(self) -> Decimal | None:
        try:
            read = parse_mark(self.points.text(), MarkScale())
        except UnclearMark as error:
            self.say(sentence(error))
            return None
        if not read.points:
            self.say(self.tr("Type how many points."))
            return None
        return read.points * self.kind.currentData()

    def submit(self) -> None:
        points, reason = self._typed_points(), self.reason.text()
        item_id, nominee_id = self._item.id, self._nominee
        if points is None:
            self.points.setFocus()
            return

        def save(uow: Any) -> Any:
            from exam.services.adjustments import add_adjustment

            return add_adjustment(uow, points=points, reason=reason, nominee_id=nominee_id, item_id=item_id)

        self.write(save)

    def strike(self) -> None:
        """Strike the chosen line out, for the reason typed above."""
        row, reason = self.table.selected_row(), self.reason.text()
        if row is None:
            return

        def void(uow: Any) -> Any:
            from exam.services.adjustments import void_adjustment

            void_adjustment(uow, adjustment_id=row.id, seen_version=row.version, reason=reason)

        self.write(void)
