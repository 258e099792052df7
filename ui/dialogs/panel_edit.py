"""Who sits on the panel of an item, in which order, and who is chief judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from exam.rules.nominations import group_letter
from ui import theme
from ui.context import Context
from ui.dialogs.moves import write_after_look
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.panels import JudgeRow, PanelRow

translate = QCoreApplication.translate
ALL = 0


class PanelDialog(FormDialog):
    """Tick the judges; the ticked ones come first, in the order of the mark columns."""

    def __init__(
        self,
        context: Context,
        item: ItemRow,
        judges: list[JudgeRow],
        panels: list[PanelRow],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            context, translate("PanelDialog", "Panel of “{item}”").format(item=item.name),
            translate("PanelDialog", "Save"), parent, width=620,
            intro=translate("PanelDialog", "Tick who judges. The order is that of the columns on the mark sheets."),
        )  # fmt: skip
        self._item = item
        self._judges = {row.id: row for row in judges}
        self._panels = {panel.group: panel for panel in panels}
        self.group = QComboBox()
        self.group.addItem(self.tr("all groups"), ALL)
        self.add_row(self.tr("&For"), self.group)
        outside = self.tr("from outside")
        self.model: RowsModel[JudgeRow] = RowsModel(
            (
                Column(self.tr("Judge"), lambda row: row.name, width=170),
                Column(self.tr("Unit"), lambda row: row.unit or outside, stretch=True, secondary=True),
                Column(self.tr("Title"), lambda row: row.title, width=130, secondary=True),
            ),
            row_key=lambda row: row.id,
            checkable=True,
        )
        self.table = Table(self.model, name=self.tr("Judges"))
        self.table.setSortingEnabled(False)
        self.table.setMinimumHeight(theme.px(330))
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addWidget(secondary_button(self.tr("Move &up"), "chevron-up", lambda: self.move_judge(-1)))
        row.addWidget(secondary_button(self.tr("Move &down"), "chevron-down", lambda: self.move_judge(1)))
        self.count = label("", role="caption")
        row.addWidget(self.count)
        row.addStretch(1)
        self.body.addLayout(row)
        self.chief = QComboBox()
        self.add_row(self.tr("&Chief judge"), self.chief)
        self.chief.setAccessibleName(self.tr("Chief judge"))
        self.group.currentIndexChanged.connect(lambda _: self._show_panel())
        self.model.dataChanged.connect(lambda *_: self._ticked())
        self._show_panel()
        self._read_groups()

    def _read_groups(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.finals import list_nominees

            return sorted({row.group for row in list_nominees(uow, active_only=True) if row.group})

        self.context.operations.read(self, look, self._show_groups)

    def _show_groups(self, groups: list[int]) -> None:
        for number in groups:
            self.group.addItem(self.tr("group {letter} only").format(letter=group_letter(number)), number)

    def _show_panel(self) -> None:
        panel = self._panels.get(self.group.currentData())
        seated = [seat.judge_id for seat in panel.seats] if panel is not None else []
        others = [row for row in self._judges.values() if row.active and row.id not in seated]
        rows = [self._judges[one] for one in seated if one in self._judges] + others
        self.model.check(self.model.all_rows, on=False)
        self.model.set_rows(rows)
        self.model.check([row for row in rows if row.id in seated])
        chief = next((seat.judge_id for seat in panel.seats if seat.chief), None) if panel is not None else None
        self._ticked(chief)

    def _ticked(self, chief: int | None = None) -> None:
        chosen = self.model.checked_rows
        kept = chief or self.chief.currentData()
        self.chief.clear()
        for row in chosen:
            self.chief.addItem(row.name, row.id)
        self.chief.setCurrentIndex(max(0, self.chief.findData(kept)))
        text = self.tr("{n} judges; at least {least} are needed")
        self.count.setText(text.format(n=len(chosen), least=self._item.rule.minimum))

    def move_judge(self, step: int) -> None:
        """Move the judge under the cursor up or down."""
        row, rows = self.table.selected_row(), self.model.all_rows
        if row is None:
            return
        at = rows.index(row)
        if 0 <= at + step < len(rows):
            rows.insert(at + step, rows.pop(at))
            self.model.set_rows(rows)
            self.table.select_key(row.id)
            self._ticked()

    def submit(self) -> None:
        item_id, group = self._item.id, self.group.currentData()
        judge_ids, chief = [row.id for row in self.model.checked_rows], self.chief.currentData()

        def save(uow: Any) -> Any:
            from exam.services.panels import set_panel

            return set_panel(uow, item_id=item_id, judge_ids=judge_ids, chief_id=chief, group=group)

        write_after_look(self, save)
