"""Bonus and deduction of an entrant or a team, in one item or in the total: the lines so far, and a new one."""

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

translate = QCoreApplication.translate
DEDUCTION, BONUS = -1, 1


class AdjustmentsDialog(FormDialog):
    """Lines are struck out, never deleted; each has a reason.

    ``who`` and ``part`` are what the lines are about, in words. Without ``item_id`` they are about the total.
    """

    def __init__(
        self,
        context: Context,
        who: str,
        part: str,
        parent: QWidget | None = None,
        *,
        item_id: int | None = None,
        nominee_id: int | None = None,
        team_id: int | None = None,
    ) -> None:
        super().__init__(
            context, translate("AdjustmentsDialog", "Bonus and deduction"), translate("AdjustmentsDialog", "Add"),
            parent, intro=f"{who} · {part}", width=620,
        )  # fmt: skip
        self._about = {"item_id": item_id, "nominee_id": nominee_id, "team_id": team_id}
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
        about = self._about

        def look(uow: Any) -> Any:
            from exam.services.adjustments import list_adjustments

            rows = list_adjustments(uow, item_id=about["item_id"])
            return [row for row in rows if all(getattr(row, name) == value for name, value in about.items())]

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
        about = self._about
        if points is None:
            self.points.setFocus()
            return

        def save(uow: Any) -> Any:
            from exam.services.adjustments import add_adjustment

            return add_adjustment(
                uow, points=points, reason=reason, item_id=about["item_id"], nominee_id=about["nominee_id"],
                team_id=about["team_id"],
            )  # fmt: skip

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
