"""The choice of the sitting and the commands of one room, for the page of the rooms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QPushButton, QWidget

from ui import theme
from ui.widgets.buttons import secondary_button
from ui.widgets.labels import ElidedLabel

if TYPE_CHECKING:
    from exam.services.seats import SeatingSheet
    from exam.services.sittings import SittingRow


class RoomsBar(QWidget):
    """Which sitting, and whether papers A and B alternate."""

    sitting_chosen = Signal(int)
    versions_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(12))
        self.sitting_box = QComboBox()
        self.sitting_box.setAccessibleName(self.tr("Sitting"))
        self.sitting_box.setMinimumWidth(theme.px(220))
        self.sitting_box.activated.connect(lambda _: self.sitting_chosen.emit(self.sitting_box.currentData()))
        self.versions_box = QCheckBox(self.tr("Papers A and B from desk to &desk"))
        self.versions_box.clicked.connect(lambda on: self.versions_chosen.emit(2 if on else 1))
        self.about = ElidedLabel(role="caption")
        row.addWidget(self.sitting_box)
        row.addWidget(self.versions_box)
        row.addWidget(self.about, 1)
        self.room_buttons: list[QPushButton] = []

    def fill(self, sittings: Sequence[SittingRow], sheet: SeatingSheet) -> None:
        """Show these sittings and what holds for the chosen one."""
        self.sitting_box.clear()
        for sitting in sittings:
            self.sitting_box.addItem(sitting.name, sitting.id)
        self.sitting_box.setCurrentIndex(self.sitting_box.findData(sheet.sitting.id))
        self.versions_box.setChecked(sheet.sitting.paper_versions == 2)
        self.about.setText(self._drawn(sheet))

    def _drawn(self, sheet: SeatingSheet) -> str:
        if sheet.neighbours is None:
            return ""
        kept = {
            8: self.tr("colleagues kept apart on all sides and diagonally"),
            4: self.tr("colleagues kept apart on all sides"),
            2: self.tr("colleagues kept apart to the left and right"),
        }.get(sheet.neighbours, self.tr("colleagues kept apart as far as possible"))
        return self.tr("Drawn by lot, try {n}: {kept}").format(n=sheet.tries, kept=kept)

    def room_commands(self, commands: Any) -> QHBoxLayout:
        """The buttons above the plan."""
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.room_name = ElidedLabel(role="heading")
        row.addWidget(self.room_name, 1)
        for text, icon, call in (
            (self.tr("Change the room…"), "pencil", commands.change_room),
            (self.tr("Remove…"), "trash-2", commands.remove_room),
            (self.tr("Clear all seats…"), "undo-2", commands.clear_seats),
        ):
            button = secondary_button(text, icon, call)
            self.room_buttons.append(button)
            row.addWidget(button)
        return row
