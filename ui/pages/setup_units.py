"""The units: added here or by the roster, in the order of every list and sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.roster import unit_model
from ui.widgets.buttons import primary_button, secondary_button, tool_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.competition import StageRow
    from exam.services.units import UnitRow


class UnitsPanel(QWidget):
    """A table with its commands; Alt+Up and Alt+Down move the chosen unit."""

    def __init__(self, context: Context, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may = may
        self._free = may
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(14), 0, 0)
        outer.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.words = label("", role="caption")
        row.addWidget(self.words, 1)
        self.up = tool_button("chevron-up", self.tr("Move up (Alt+Up)"), lambda: self._move(-1))
        self.down = tool_button("chevron-down", self.tr("Move down (Alt+Down)"), lambda: self._move(1))
        self.up.setShortcut("Alt+Up")
        self.down.setShortcut("Alt+Down")
        self.change_button = secondary_button(
            self.tr("Change…"), "pencil", lambda: self._edit(self.table.selected_row())
        )
        self.add_button = primary_button(self.tr("Add unit…"), "plus", lambda: self._edit(None))
        for button in (self.up, self.down, self.change_button, self.add_button):
            row.addWidget(button)
        outer.addLayout(row)
        self.model = unit_model()
        self.table = Table(self.model, name=self.tr("Units"))
        self.table.setSortingEnabled(False)
        self.table.on_activated(self._edit)
        self.table.current_row.connect(lambda _: self._allow())
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(
            EmptyState(
                self.tr("There is no unit yet. The units of the roster's file are made when it is imported."),
                self.tr("Go to the roster"),
                lambda: self.context.go_to("roster"),
                self.tr("Add one by hand"),
                lambda: self._edit(None),
                icon="building-2",
            )
        )
        outer.addWidget(self._stack, 1)

    def show_units(self, rows: list[UnitRow], locked: StageRow | None) -> None:
        """Show the units; they stand still once the roster is locked."""
        self._free = self._may and locked is None
        self.model.set_rows(rows)
        self._stack.setCurrentIndex(0 if rows else 1)
        if locked is not None:
            self.words.setText(self.tr("The roster was locked by {person}.").format(person=locked.locked_by))
        else:
            count = sum(row.active for row in rows)
            self.words.setText(self.tr("{n} units; lists and sheets follow this order").format(n=count) if rows else "")
        self._allow()

    def _allow(self) -> None:
        row = self.table.selected_row()
        for button in (self.up, self.down, self.change_button):
            button.setEnabled(self._free and row is not None)
        self.add_button.setEnabled(self._free)

    def _edit(self, row: UnitRow | None) -> None:
        if not self._free:
            return
        from ui.dialogs.unit_edit import UnitDialog

        UnitDialog(self.context, row, self).open()

    def _move(self, steps: int) -> None:
        row = self.table.selected_row()
        if row is None:
            return

        def move(uow: Any) -> Any:
            from exam.services.units import move_unit

            return move_unit(uow, unit_id=row.id, steps=steps)

        self.context.operations.write(self, move)
