"""How long the entrants took in an item with a time limit: typed one after the other, each saved at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import ExamError, InvalidInput
from exam.rules.marks import show
from exam.rules.overtime import parse_time, show_time
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.items import time_words
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.stage_times import TimeRow

translate = QCoreApplication.translate


class StageTimesDialog(QDialog):
    """The entrants of one group, or of all; Enter saves the time and goes to the next entrant without one."""

    def __init__(
        self,
        context: Context,
        item: ItemRow,
        group: int | None,
        nominee_id: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.context = context
        self._item, self._group, self._wanted = item, group, nominee_id
        self.setWindowTitle(self.tr("Times on stage"))
        self.resize(theme.px(780), theme.px(600))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        outer.setSpacing(theme.px(12))
        outer.addWidget(label(self.tr("Times on stage · {item}").format(item=item.name), role="heading"))
        verified = self.tr("Another person verifies the time with the marks.")
        outer.addWidget(wrapped_label(f"{time_words(item.overtime)} {verified}", role="caption"))
        self.model = _model()
        self.table = Table(self.model, name=self.tr("Times on stage"))
        self.table.current_row.connect(self._show_row)
        outer.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.caption = label("")
        self.time = QLineEdit()
        self.time.setPlaceholderText(show_time(item.overtime.limit))
        self.time.setFixedWidth(theme.px(110))
        self.time.setAccessibleName(self.tr("Time on stage"))
        self.time.returnPressed.connect(self.save)
        self.save_button = primary_button(self.tr("Write it down (Enter)"), "check", self.save)
        self.save_button.setAutoDefault(False)
        close = secondary_button(self.tr("Close"), clicked=self.accept)
        close.setAutoDefault(False)
        for widget in (self.caption, self.time, self.save_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(close)
        outer.addLayout(row)
        self.message = MessageLine()
        outer.addWidget(self.message)
        if item.locked:
            self.message.show_message("info", self.tr("The item is locked."))
        self._read()

    def _read(self) -> None:
        item_id, group = self._item.id, self._group

        def look(uow: Any) -> Any:
            from exam.services.stage_times import list_times

            return list_times(uow, item_id=item_id, group=group)

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: list[TimeRow]) -> None:
        self.model.set_rows(rows)
        wanted, self._wanted = self._wanted, None
        at = next((n for n, row in enumerate(rows) if row.nominee_id == wanted), None)
        if at is None:
            at = next((n for n, row in enumerate(rows) if row.seconds is None), 0)
        if rows:
            self.table.selectRow(at)
        self._show_row(self.table.selected_row())

    def _show_row(self, row: TimeRow | None) -> None:
        free = row is not None and not self._item.locked
        self.time.setEnabled(free)
        self.save_button.setEnabled(free)
        self.caption.setText(self.tr("Time of {code}").format(code=row.code) if row is not None else "")
        self.time.setText(show_time(row.seconds) if row is not None and row.seconds is not None else "")
        self.time.selectAll()
        self.time.setFocus()

    def save(self) -> None:
        """Save the typed time; its deduction replaces that of an earlier time."""
        row = self.table.selected_row()
        if row is None:
            return
        try:
            seconds = parse_time(self.time.text())
        except InvalidInput as error:
            self._failed(error)
            return
        item_id, nominee_id = self._item.id, row.nominee_id

        def call(uow: Any) -> Any:
            from exam.services.stage_times import set_time

            return set_time(uow, item_id=item_id, nominee_id=nominee_id, seconds=seconds)

        def done(over: int) -> None:
            text = self.tr("{code}: {time}, within the limit.")
            if over:
                text = self.tr("{code}: {time}, {over} seconds over the limit.")
            self.message.show_message(
                "warn" if over else "ok", text.format(code=row.code, time=show_time(seconds), over=over)
            )
            self._read()

        self.context.operations.write(self, call, done, self._failed)

    def _failed(self, error: ExamError) -> None:
        self.message.show_message("error", sentence(error))
        self.time.setFocus()


def _model() -> RowsModel[TimeRow]:
    def cost(row: TimeRow) -> str:
        return f"−{show(row.points)}" if row.points else ""

    return RowsModel(
        (
            Column(translate("StageTimes", "Entrant code"), lambda row: row.code, width=110, bold=True),
            Column(translate("StageTimes", "Time taken"),
                   lambda row: show_time(row.seconds) if row.seconds is not None else "–", "right", width=90),
            Column(translate("StageTimes", "Over the limit"), lambda row: show_time(row.over) if row.over else "",
                   "right", width=110, tone=lambda row: "warn" if row.over else ""),
            Column(translate("StageTimes", "Deduction"), cost, "right", width=90),
            Column(translate("StageTimes", "Typed by"), lambda row: row.entered_by, stretch=True, secondary=True),
            Column(translate("StageTimes", "State"),
                   lambda row: translate("StageTimes", "verified") if row.verified else "", pill=True,
                   tone=lambda row: "ok" if row.verified else "", width=110),
        ),
        row_key=lambda row: row.nominee_id,
    )  # fmt: skip
