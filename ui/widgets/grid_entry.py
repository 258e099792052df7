"""What every room for entering marks has: the grid, its line of advice, search, undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.item_models.mark_grid_rows import Pill
from ui.widgets.buttons import tool_button
from ui.widgets.mark_grid import GridNote, MarkGrid
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField

Actions = tuple[tuple[str, Callable[[], None]], ...]


class GridEntry(QWidget):
    """A column that the heirs fill; :meth:`add_grid` puts grid and message line below what is there."""

    def __init__(self, enter_goes: str, margins: tuple[int, int, int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._standing: tuple[str, str, Actions] | None = None
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(*(theme.px(one) for one in margins))
        self.column.setSpacing(theme.px(12))
        self.grid = MarkGrid()
        self.grid.enter_goes = enter_goes
        self.grid.grid_model.problem_pill = Pill(self.tr("Needs a look"), "error", "circle-alert")
        self.undo_button = tool_button("undo-2", self.tr("Undo (Ctrl+Z)"), lambda: self.grid.undo())
        self.redo_button = tool_button("redo-2", self.tr("Redo (Ctrl+Y)"), lambda: self.grid.redo())

    def add_grid(self, search: SearchField) -> None:
        """The grid with its search, and the message line below it."""
        self.grid.told.connect(self._tell)
        self.grid.counts_changed.connect(self.count)
        self.grid.search_wanted.connect(search.setFocus)
        search.returnPressed.connect(self.grid.setFocus)
        self.column.addWidget(self.grid, 1)
        self.message = MessageLine()
        self.column.addWidget(self.message)

    def count(self) -> None:
        """Show what is done and what is left. To be overridden."""
        raise NotImplementedError

    def set_standing(self, tone: str = "", text: str = "", actions: Actions = ()) -> None:
        """What the message line says while the grid has nothing to say."""
        wanted = (tone, text, actions) if text else None
        # The actions are made anew each time; the words say whether anything is new.
        same = (self._standing or ())[:2] == (wanted or ())[:2]
        self._standing = wanted
        if not same and not self.grid.grid_model.problems():
            self._tell(None)

    def _tell(self, note: GridNote | None) -> None:
        if note is not None:
            self.message.show_message(note.tone, note.text, note.actions)
        elif self._standing is not None:
            self.message.show_message(*self._standing)
        else:
            self.message.clear()
