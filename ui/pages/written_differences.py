"""The tab of differences: what two people read differently, settled by a third one with the paper in hand."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import ExamError, UserError
from exam.rules.double_entry import SLIP_NAMES
from exam.rules.marks import parse_mark, show
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.i18n import words
from ui.item_models.second_entry import difference_model
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.second_entry import DifferenceRow
    from exam.services.sittings import SittingRow


class DifferencesTab(QWidget):
    """``counted`` carries how many differences are left."""

    counted = Signal(int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._row: DifferenceRow | None = None
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(12), 0, 0)
        outer.setSpacing(theme.px(12))
        both = QHBoxLayout()
        both.setSpacing(theme.px(12))
        self.model = difference_model()
        self.table = Table(self.model, name=self.tr("Differences"))
        self.table.current_row.connect(self._choose)
        self.table.on_activated(lambda _: self.value.setFocus())
        both.addWidget(self.table, 1)
        both.addWidget(self._card())
        outer.addLayout(both, 1)
        self.message = MessageLine()
        outer.addWidget(self.message)
        self._choose(None)

    def _card(self) -> Card:
        card = Card(margin=(16, 14))
        card.setFixedWidth(theme.px(280))
        self.heading = wrapped_label("", role="heading")
        self.hint = wrapped_label("", role="caption")
        self.first_button = secondary_button("", clicked=lambda: self._settle("first"))
        self.second_button = secondary_button("", clicked=lambda: self._settle("second"))
        self.value = QLineEdit()
        self.value.setAccessibleName(self.tr("Mark on the paper"))
        self.value.setPlaceholderText(self.tr("Mark on the paper"))
        self.value.returnPressed.connect(lambda: self._settle("typed"))
        self.settle_button = primary_button(self.tr("&Settle"), "clipboard-check", lambda: self._settle("typed"))
        for widget in (self.heading, self.hint, self.first_button, self.second_button):
            card.body.addWidget(widget)
        self.other = label(self.tr("or what stands there:"), role="quiet")
        card.body.addWidget(self.other)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.value, 1)
        row.addWidget(self.settle_button)
        card.body.addLayout(row)
        card.body.addStretch(1)
        return card

    def refresh(self, sitting: SittingRow) -> None:
        """Read the differences of the sitting anew."""

        def look(uow: Any) -> Any:
            from exam.services.second_entry import list_differences

            return list_differences(uow, sitting_id=sitting.id)

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: tuple[DifferenceRow, ...]) -> None:
        self.model.set_rows(rows)
        self.counted.emit(len(rows))
        if rows and self.table.selected_row() is None:
            self.table.selectRow(0)
        self._choose(self.table.selected_row())

    def _choose(self, row: DifferenceRow | None) -> None:
        if row is None or self._row is None or (row.candidate_id, row.section_id) != self._place(self._row):
            self.value.clear()
        self._row = row
        free = row is not None and not row.mine
        for widget in (self.first_button, self.second_button, self.value, self.settle_button, self.other):
            widget.setVisible(free)
        if row is None:
            self.heading.setText(self.tr("No difference is open"))
            self.hint.setText(
                self.tr("Marks that two people read the same are verified. What they read differently comes here.")
            )
            return
        self.heading.setText(f"{row.paper} · {row.section}")
        if row.first is None or row.second is None:
            self.hint.setText(
                self.tr("You typed one of the two entries. Somebody who typed neither settles it from the paper.")
            )
            return
        slip = words(SLIP_NAMES[row.slip]) if row.slip is not None else ""
        self.hint.setText(self.tr("{slip}. Take the paper and look what stands there.").format(slip=slip))
        text = self.tr("{value}   as {name} typed")
        self.first_button.setText("&1  " + text.format(value=show(row.first), name=row.first_by))
        self.second_button.setText("&2  " + text.format(value=show(row.second), name=row.second_by))

    def _place(self, row: DifferenceRow) -> tuple[int, int]:
        return row.candidate_id, row.section_id

    def _settle(self, which: str) -> None:
        row = self._row
        if row is None:
            return
        points = {"first": row.first, "second": row.second}.get(which)
        if which == "typed":
            points = self._typed(row)
        if points is None:
            return
        value = points

        def call(uow: Any) -> Any:
            from exam.services.second_entry import settle_difference

            return settle_difference(
                uow, candidate_id=row.candidate_id, section_id=row.section_id, points=value,
                first_version=row.first_version, second_version=row.second_version,
            )  # fmt: skip

        def done(_: object) -> None:
            text = self.tr("{paper}, {section}: {value} stands now, verified by you.")
            self.message.show_message("ok", text.format(paper=row.paper, section=row.section, value=show(value)))
            self.value.clear()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

        self.context.operations.write(self, call, done, self._failed)

    def _typed(self, row: DifferenceRow) -> Decimal | None:
        """The typed mark; ``None`` after saying what is wrong with it."""
        try:
            read = parse_mark(self.value.text(), row.scale)
        except UserError as error:
            self._failed(error)
            return None
        if read.points is None:
            self.message.show_message("error", self.tr("Type the mark that stands on the paper."))
            self.value.setFocus()
        return read.points

    def _failed(self, error: ExamError) -> None:
        self.message.show_message("error", sentence(error))
        self.value.setFocus()
        self.value.selectAll()
