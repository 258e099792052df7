"""The corrections after the lock: a table, and what to do with the chosen one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.item_models.recheck import corrections_model, effect_model
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.proposals import ProposalRow


class Corrections(QWidget):
    """``propose_wanted`` asks for a new correction, ``decide_wanted(row)`` to look at one and decide."""

    propose_wanted = Signal()
    decide_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        self._stack = QStackedWidget()
        self.empty = EmptyState(
            self.tr("No mark was corrected after the lock. A correction takes two people and a reason."),
            self.tr("Propose a correction…"), self.propose_wanted.emit, icon="pencil",
        )  # fmt: skip
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self._full())
        column.addWidget(self._stack)

    def _full(self) -> QWidget:
        holder, column = bare_column(10)
        tools = QHBoxLayout()
        tools.setSpacing(theme.px(8))
        self.model = corrections_model()
        self.search = SearchField(self.tr("Number, paper, name or reason (Ctrl+F)"), self, width=300)
        self.search.searched.connect(self.model.set_search)
        self.propose_button = secondary_button(self.tr("Propose a correction…"), "pencil", self.propose_wanted.emit)
        self.decide_button = primary_button(self.tr("Look and decide…"), "eye", self._decide)
        tools.addWidget(self.search)
        tools.addStretch(1)
        tools.addWidget(self.propose_button)
        tools.addWidget(self.decide_button)
        column.addLayout(tools)
        self.table = Table(self.model, name=self.tr("Corrections"))
        self.table.current_row.connect(self._show_moves)
        self.table.on_activated(lambda _: self._decide())
        column.addWidget(self.table, 3)
        self.caption = label("", role="heading")
        column.addWidget(self.caption)
        self.moves = effect_model()
        self.moves_table = Table(self.moves, name=self.tr("What the correction moved"))
        column.addWidget(self.moves_table, 2)
        return holder

    def show_rows(self, rows: Sequence[ProposalRow], *, may: bool) -> None:
        """Show these corrections; ``may``: the person at the desk may propose and decide."""
        self._may = may
        self._stack.setCurrentIndex(1 if rows else 0)
        if self.empty.button is not None:
            self.empty.button.setVisible(may)
        self.propose_button.setVisible(may)
        self.decide_button.setVisible(may)
        self.model.set_rows(rows)
        if rows and self.table.selected_row() is None:
            self.table.selectRow(0)
        self._show_moves(self.table.selected_row())

    def _show_moves(self, row: ProposalRow | None) -> None:
        waits = row is not None and row.state == "proposed"
        self.decide_button.setEnabled(self._may and waits)
        self.moves.set_rows(row.moves if row is not None else ())
        if row is None:
            self.caption.setText("")
        elif waits:
            self.caption.setText(self.tr("What it would move is shown before it is decided."))
        elif row.state == "refused":
            self.caption.setText(self.tr("Refused: {reason}").format(reason=row.refusal))
        elif row.moves:
            self.caption.setText(self.tr("What correction {number} moved").format(number=row.number))
        else:
            text = self.tr("Correction {number} moved no place and no award.")
            self.caption.setText(text.format(number=row.number))
        self.moves_table.setVisible(bool(row is not None and row.moves))

    def _decide(self) -> None:
        row = self.table.selected_row()
        if row is not None and row.state == "proposed" and self._may:
            self.decide_wanted.emit(row)
