"""The line above the roster: unit, state and search, put straight on the table's rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.services.roster import StaffRow
    from exam.services.units import UnitRow
    from ui.item_models.rows import RowsModel

TESTS: dict[str, Callable[[StaffRow], bool]] = {
    "active": lambda row: row.active,
    "window": lambda row: row.active and row.window_staff and row.on_duty,
    "uncertified": lambda row: row.active and not row.certified,
    "gone": lambda row: not row.active,
    "all": lambda row: True,
}


class RosterFilters(QWidget):
    """Filters ``model``; ``filtered`` says that other rows are shown now."""

    filtered = Signal()

    def __init__(self, model: RowsModel[StaffRow], owner: QWidget) -> None:
        super().__init__(owner)
        self._model = model
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.unit_box = QComboBox()
        self.unit_box.setAccessibleName(self.tr("Unit"))
        self.unit_box.setMinimumWidth(theme.px(190))
        self.unit_box.currentIndexChanged.connect(lambda _: self.apply())
        self.state_box = QComboBox()
        self.state_box.setAccessibleName(self.tr("State"))
        for key, text in (
            ("active", self.tr("Active people")),
            ("window", self.tr("Window staff on duty")),
            ("uncertified", self.tr("Not certified")),
            ("gone", self.tr("Deactivated")),
            ("all", self.tr("All")),
        ):
            self.state_box.addItem(text, key)
        self.state_box.currentIndexChanged.connect(lambda _: self.apply())
        self.search = SearchField(self.tr("Find by name, number, unit or pinyin initials (Ctrl+F)"), owner, width=420)
        self.search.searched.connect(self._search)
        row.addWidget(self.unit_box)
        row.addWidget(self.state_box)
        row.addWidget(self.search, 1)

    def show_units(self, units: Sequence[UnitRow]) -> None:
        """Offer these units, keeping the chosen one."""
        chosen = self.unit_box.currentData()
        self.unit_box.blockSignals(True)
        self.unit_box.clear()
        self.unit_box.addItem(self.tr("All units"), None)
        for unit in units:
            self.unit_box.addItem(unit.name, unit.id)
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(chosen), 0))
        self.unit_box.blockSignals(False)

    def choose_unit(self, unit_id: int) -> None:
        """Show one unit's people."""
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(unit_id), 0))

    def apply(self) -> None:
        """Filter the rows of the model by unit and state."""
        unit, state = self.unit_box.currentData(), self.state_box.currentData()
        test = TESTS[state]
        if unit is not None:
            self._model.set_filter(lambda row: row.unit_id == unit and test(row))
        elif state == "all" or (state == "active" and all(row.active for row in self._model.all_rows)):
            # Without a test of every row the search stays fast for 100,000 people.
            self._model.set_filter(None)
        else:
            self._model.set_filter(test)
        self.filtered.emit()

    def _search(self, text: str) -> None:
        self._model.set_search(text)
        self.filtered.emit()
