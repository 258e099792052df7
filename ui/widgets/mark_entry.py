"""The grid of a sitting with its counts, filters and message line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from exam.services.mark_rows import MarkProgress, MarkState, progress_of
from ui import theme
from ui.item_models.mark_grid_rows import Key, Row
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.cards import StatCard, card_row
from ui.widgets.grid_entry import GridEntry
from ui.widgets.number_entry import NumberEntry
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow, MarkSheet
    from exam.services.sittings import SittingRow


class MarkEntry(GridEntry):
    """Cards, filters, grid, one line of advice. The page saves; this shows."""

    sitting_chosen = Signal(int)
    add_wanted = Signal()
    change_wanted = Signal()
    state_wanted = Signal()
    answers_wanted = Signal()

    def __init__(self, enter_goes: str = "down", parent: QWidget | None = None) -> None:
        super().__init__(enter_goes, (0, 12, 0, 0), parent)
        self._sealed: int | None = None
        self.cards = {
            "seen": StatCard(self.tr("entered"), "circle-check", "ok"),
            "open": StatCard(self.tr("to enter"), "circle-dashed"),
            "verify": StatCard(self.tr("to verify"), "clipboard-check", "accent"),
            "problems": StatCard(self.tr("need a look"), "circle-alert", "error"),
        }
        self.column.addLayout(card_row(list(self.cards.values())))
        self.column.addLayout(self._filters())
        self.numbers = NumberEntry(self.grid)
        self.numbers.hide()
        self.column.addWidget(self.numbers)
        self.add_grid(self.search)
        self.setTabOrder(self.search, self.grid)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.sitting_box, self.unit_box, self.state_box = QComboBox(), QComboBox(), QComboBox()
        self.sitting_box.setAccessibleName(self.tr("Sitting"))
        self.unit_box.setAccessibleName(self.tr("Unit"))
        self.state_box.setAccessibleName(self.tr("State"))
        self.sitting_box.setFixedWidth(theme.px(140))
        self.state_box.setFixedWidth(theme.px(130))
        self.unit_box.setFixedWidth(theme.px(140))
        for text, state in (
            (self.tr("All states"), ""),
            (self.tr("To enter"), "open"),
            (self.tr("To verify"), MarkState.TO_VERIFY.value),
            (self.tr("Verified"), MarkState.DONE.value),
            (self.tr("Absent and excused"), MarkState.AWAY.value),
            (self.tr("Needs a look"), "problems"),
        ):
            self.state_box.addItem(text, state)
        self.search = SearchField(self.tr("Ticket, name or pinyin initials (Ctrl+F)"), self, width=380)
        self.search.searched.connect(lambda _: self._filter())
        self.sitting_box.activated.connect(lambda _: self.sitting_chosen.emit(self.sitting_box.currentData()))
        self.unit_box.currentIndexChanged.connect(lambda _: self._filter())
        self.state_box.currentIndexChanged.connect(lambda _: self._filter())
        self.change_button = tool_button("pencil", self.tr("Change the sitting…"), self.change_wanted.emit)
        self.add_button = tool_button("plus", self.tr("New sitting…"), self.add_wanted.emit)
        self.state_button = secondary_button(self.tr("State…"), "user-check", self.state_wanted.emit)
        for widget in (self.sitting_box, self.change_button, self.add_button, self.unit_box, self.state_box):
            row.addWidget(widget)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        self.numbers_button = tool_button("clipboard-pen", self.tr("Enter by the number on the paper"), self._by_number)
        self.answers_button = tool_button("list-ordered", self.tr("Objective answers…"), self.answers_wanted.emit)
        for widget in (self.state_button, self.answers_button, self.numbers_button, self.undo_button, self.redo_button):
            row.addWidget(widget)
        return row

    # What the page calls

    def show_sittings(self, sittings: Sequence[SittingRow], chosen: SittingRow) -> None:
        """Fill the choice of sittings."""
        self.sitting_box.clear()
        for sitting in sittings:
            self.sitting_box.addItem(sitting.name, sitting.id)
        self.sitting_box.setCurrentIndex(self.sitting_box.findData(chosen.id))

    def show_papers(self, sheet: MarkSheet) -> None:
        """The papers by their numbers; a sealed sitting opens with the field for the number."""
        numbers: dict[str, Key] = {row.paper: row.candidate_id for row in sheet.rows}
        self.numbers.show_papers(numbers, sheet.sitting.hides_names)
        self.numbers_button.setEnabled(not sheet.sitting.locked)
        if sheet.sitting.locked:
            self.numbers.hide()
        elif sheet.sitting.hides_names and self._sealed != sheet.sitting.id:
            self._sealed = sheet.sitting.id
            self.numbers.show()

    def show_units(self, rows: Sequence[MarkRow]) -> None:
        """Fill the choice of units; people who mark blind have none."""
        units = {row.unit_id: row.unit for row in rows if row.unit}
        kept = self.unit_box.currentData()
        self.unit_box.blockSignals(True)
        self.unit_box.clear()
        self.unit_box.addItem(self.tr("All units"), None)
        for unit_id, name in units.items():
            self.unit_box.addItem(name, unit_id)
        self.unit_box.setCurrentIndex(max(0, self.unit_box.findData(kept)))
        self.unit_box.blockSignals(False)
        self.unit_box.setVisible(bool(units))
        self.search.setPlaceholderText(
            self.tr("Find by number (Ctrl+F)") if not units else self.tr("Ticket, name or pinyin initials (Ctrl+F)")
        )
        self._filter()

    def allow(self, manage: bool, enter: bool, waiting: bool) -> None:
        """Which commands can be given now."""
        self.change_button.setEnabled(manage)
        self.add_button.setVisible(waiting)
        self.state_button.setEnabled(enter)
        for button in (self.undo_button, self.redo_button, self.answers_button):
            button.setEnabled(enter)

    def current_key(self) -> Key | None:
        """The candidate of the current row."""
        index = self.grid.currentIndex()
        return self.grid.grid_model.row(index.row()).key if index.isValid() else None

    def keys_to_verify(self) -> list[int]:
        """Candidates whose marks wait for verification: those selected if several are, else all shown."""
        model = self.grid.grid_model
        chosen = {index.row() for index in self.grid.selectedIndexes()} if self.grid.several_selected else None
        rows = [model.row(at) for at in range(model.rowCount()) if chosen is None or at in chosen]
        return [row.data.candidate_id for row in rows if row.state is MarkState.TO_VERIFY]

    def count(self) -> None:
        """Show seen / expected and what is left to do."""
        progress, problems = self.progress, len(self.grid.grid_model.problems())
        self.cards["seen"].set_value(f"{progress.seen} / {progress.expected}")
        self.cards["open"].set_value(str(progress.open))
        self.cards["verify"].set_value(str(progress.to_verify))
        self.cards["problems"].set_value(str(problems), tone="error" if problems else "text3")

    @property
    def progress(self) -> MarkProgress:
        """Seen / expected of the sitting shown."""
        return progress_of(self.grid.grid_model.states)

    # Inside

    def _by_number(self) -> None:
        self.numbers.setVisible(not self.numbers.isVisible())
        if self.numbers.isVisible():
            self.numbers.start()
        else:
            self.grid.setFocus()

    def _filter(self) -> None:
        unit, state = self.unit_box.currentData(), self.state_box.currentData()
        needles = self.search.text().casefold().split()
        if unit is None and not state and not needles:
            self.grid.set_filter(None)
            return
        problems = {place[0] for place, _ in self.grid.grid_model.problems()}

        def keep(row: Row) -> bool:
            if unit is not None and row.data.unit_id != unit:
                return False
            if state == "open" and not row.waits:
                return False
            if state == "problems" and row.key not in problems:
                return False
            if state not in ("", "open", "problems") and row.state != state:
                return False
            return all(needle in row.search for needle in needles)

        self.grid.set_filter(keep)
