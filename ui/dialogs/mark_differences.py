"""Two entries of judges' marks side by side, only where they differ; a third person types what the paper holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import ExamError, UserError
from exam.rules.double_entry import SLIP_NAMES
from exam.rules.marks import Attendance, MarkScale, parse_mark
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel
from ui.item_models.written import HIDDEN
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from decimal import Decimal

    from exam.services.items import ItemRow
    from exam.services.judging_second import MarkDifferenceRow

translate = QCoreApplication.translate


class MarkDifferencesDialog(QDialog):
    """The list stays open until everything is settled or closed."""

    def __init__(self, context: Context, item: ItemRow, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._item = item
        self.setWindowTitle(self.tr("Differences of the two entries"))
        self.resize(theme.px(900), theme.px(520))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        outer.setSpacing(theme.px(12))
        outer.addWidget(label(self.tr("Differences of the two entries"), role="heading"))
        intro = self.tr("Somebody who typed neither of the two takes the judge's paper and types what stands there.")
        outer.addWidget(wrapped_label(intro, role="caption"))
        self.model = _model()
        self.table = Table(self.model, name=self.tr("Differences"))
        self.table.current_row.connect(self._show_row)
        outer.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.caption = caption = label(self.tr("On the &paper"))
        self.value = QLineEdit()
        self.value.setFixedWidth(theme.px(110))
        caption.setBuddy(self.value)
        self.first_button = secondary_button("", "", lambda: self._take("first"))
        self.second_button = secondary_button("", "", lambda: self._take("second"))
        self.settle_button = primary_button(self.tr("Settle (Enter)"), "check", self.settle)
        self.value.returnPressed.connect(self.settle)
        for widget in (caption, self.value, self.settle_button, self.first_button, self.second_button):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(secondary_button(self.tr("Close"), clicked=self.accept))
        outer.addLayout(row)
        self.message = MessageLine()
        outer.addWidget(self.message)
        self._read()

    def _read(self) -> None:
        item_id = self._item.id

        def look(uow: Any) -> Any:
            from exam.services.judging_second import list_mark_differences

            return list_mark_differences(uow, item_id=item_id)

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: list[MarkDifferenceRow]) -> None:
        self.model.set_rows(rows)
        if rows and self.table.selected_row() is None:
            self.table.selectRow(0)
        if not rows:
            self.message.show_message("ok", self.tr("What was typed twice agrees. Nothing is left to settle."))
        self._show_row(self.table.selected_row() if rows else None)

    def _show_row(self, row: MarkDifferenceRow | None) -> None:
        may = row is not None and row.may_settle
        for widget in (self.value, self.settle_button, self.first_button, self.second_button):
            widget.setEnabled(may)
        self.value.clear()
        self.first_button.setVisible(row is not None)
        self.second_button.setVisible(row is not None)
        if row is None:
            return
        self.first_button.setText(self.tr("First: {mark}").format(mark=row.first or "–"))
        self.second_button.setText(self.tr("Second: {mark}").format(mark=row.second or "–"))
        for widget in (self.caption, self.value, self.settle_button):
            widget.setVisible(not row.sheet)
        if may and row.sheet:
            # Whole sheets stand against each other: one of the two is taken as it is.
            text = self.tr("One entry says that the judge was absent. Choose which of the two the paper bears out.")
            self.message.show_message("info", text)
            self.first_button.setFocus()
        elif may:
            self.message.clear()
            self.value.setFocus()
        else:
            self.message.show_message(
                "info", self.tr("You typed one of the two entries. A third person settles it from the paper.")
            )

    def _take(self, which: str) -> None:
        row = self.table.selected_row()
        if row is None:
            return
        if row.sheet:
            self._save(row, None, absent=getattr(row, which) == "/")
        else:
            self.value.setText(getattr(row, which))
            self.settle()

    def settle(self) -> None:
        """Save what the paper holds."""
        row = self.table.selected_row()
        if row is None or not row.may_settle or row.sheet:
            return
        try:
            read = parse_mark(self.value.text(), MarkScale(row.full))
        except UserError as error:
            self._failed(error)
            return
        if read.empty or read.attendance not in (None, Attendance.PRESENT, Attendance.ABSENT):
            self.message.show_message("warn", self.tr("Type the mark on the paper, or / where the judge is absent."))
            return
        self._save(row, read.points, absent=read.attendance is Attendance.ABSENT)

    def _save(self, row: MarkDifferenceRow, points: Decimal | None, *, absent: bool) -> None:
        item_id = self._item.id

        def call(uow: Any) -> Any:
            from exam.services.judging_second import settle_mark_difference

            return settle_mark_difference(
                uow, item_id=item_id, nominee_id=row.nominee_id, judge_id=row.judge_id, criterion=row.criterion,
                points=points, absent=absent,
            )  # fmt: skip

        self.context.operations.write(self, call, self._show, self._failed)

    def _failed(self, error: ExamError) -> None:
        self.message.show_message("error", sentence(error))


def _shown(row: MarkDifferenceRow, value: str) -> str:
    return (value or "–") if row.may_settle else HIDDEN


def _model() -> RowsModel[MarkDifferenceRow]:
    def place(row: MarkDifferenceRow) -> str:
        return f"{row.judge} · {row.criterion_name}" if row.criterion_name else row.judge

    return RowsModel(
        (
            Column(translate("MarkDifferences", "Entrant code"), lambda row: row.code, width=80, bold=True),
            Column(translate("MarkDifferences", "Judge"), place, width=160, stretch=True),
            Column(translate("MarkDifferences", "First"), lambda row: _shown(row, row.first), "right", width=80),
            Column(translate("MarkDifferences", "Second"), lambda row: _shown(row, row.second), "right", width=80),
            Column(translate("MarkDifferences", "Probably"),
                   lambda row: words(SLIP_NAMES[row.slip]) if row.slip is not None else "", width=180, secondary=True),
            Column(translate("MarkDifferences", "Typed by"), lambda row: f"{row.first_by} / {row.second_by}", width=160,
                   secondary=True),
        ),
        row_key=lambda row: (row.nominee_id, row.judge_id, row.criterion),
    )  # fmt: skip
