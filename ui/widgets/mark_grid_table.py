"""The table under a mark grid: its set-up, where the cursor goes, and commands on many cells."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.item_models.mark_grid_model import MarkGridModel
from ui.item_models.mark_grid_rows import Key
from ui.widgets import mark_grid_block as blocks
from ui.widgets import mark_grid_keys as keys

AnyIndex = QModelIndex | QPersistentModelIndex


class MarkGridTable(QTableView):
    """``enter_goes``: ``down`` or ``right``. What typing means is :class:`ui.widgets.mark_grid.MarkGrid`'s."""

    def __init__(self, model: MarkGridModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.grid_model = model
        self.enter_goes = "down"
        self._tab_origin: int | None = None
        self._tabbing = False
        self.setModel(model)
        self.setEditTriggers(QAbstractItemView.EditTrigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(theme.px(38))
        self.horizontalHeader().setFixedHeight(theme.px(38))
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setMinimumSectionSize(theme.px(40))
        self.fit_columns()

    # Given by MarkGrid

    def enter_text(self, index: AnyIndex, text: str, group: int | None = None) -> None:
        """Take typed text into a cell."""
        raise NotImplementedError

    def typing_hidden(self, place: tuple[Key, Key], text: str) -> None:
        """The filter hid the row somebody was typing into; defined by the grid."""
        raise NotImplementedError

    def undo(self) -> None:
        """Take back the last change."""
        raise NotImplementedError

    def redo(self) -> None:
        """Do it again."""
        raise NotImplementedError

    def tell_current(self) -> None:
        """Say what is wrong with the current cell."""
        raise NotImplementedError

    def tell(self, tone: str, text: str) -> None:
        """Say something in the message line."""
        raise NotImplementedError

    def tell_why_not(self, index: AnyIndex) -> None:
        """Say why nothing can be typed into a cell."""
        raise NotImplementedError

    def new_group(self) -> int:
        """A number joining several changes into one undo step."""
        raise NotImplementedError

    # Looks

    def fit_columns(self) -> None:
        """Widths of the columns as they were asked for."""
        header = self.horizontalHeader()
        for at, column in enumerate(self.grid_model.columns):
            mode = QHeaderView.ResizeMode.Stretch if column.stretch else QHeaderView.ResizeMode.Interactive
            header.setSectionResizeMode(at, mode)
            if not column.stretch:
                self.setColumnWidth(at, theme.px(column.width))

    @property
    def several_selected(self) -> bool:
        """Whether more than one cell is selected."""
        chosen = self.selectionModel().selection()
        return chosen.count() > 1 or any(
            chosen.at(at).width() * chosen.at(at).height() > 1 for at in range(chosen.count())
        )

    # The current cell

    def go_to(self, row: Key, column: Key) -> None:
        """Make a cell the current one, show it and take the keyboard."""
        index = self.grid_model.position(row, column)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_first_open(self) -> None:
        """Go to the first row whose mark is missing, or to the top."""
        columns = self.grid_model.mark_columns
        target = keys.next_open(self.grid_model, -1, None)
        if target is None and self.grid_model.rowCount() and columns:
            target = self.grid_model.index(0, columns[0])
        if target is not None:
            self.setCurrentIndex(target)

    def go_to_next_open(self) -> None:
        """Go to the next row whose mark is missing."""
        current = self.currentIndex()
        row = current.row() if current.isValid() else -1
        target = keys.next_open(self.grid_model, row, current.column() if current.isValid() else None)
        if target is None:
            self.tell("ok", self.tr("No mark is missing in the rows shown."))
        else:
            self.setCurrentIndex(target)

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        if not self._tabbing:
            self._tab_origin = None
        super().currentChanged(current, previous)
        # Only the two cells whose frame changes: a whole repaint for each key is too slow.
        for index in (current, previous):
            if index.isValid():
                self.viewport().update(self.visualRect(index))
        self.tell_current()

    def _move_enter(self, back: bool = False) -> None:
        current, step = self.currentIndex(), -1 if back else 1
        if self.enter_goes == "right" and self._tab_origin is None:
            target = keys.across(self.grid_model, current.row(), current.column(), step)
        else:
            column = current.column() if self._tab_origin is None else self._tab_origin
            target = keys.down(self.grid_model, current.row(), column, step)
        if target is not None:
            self.setCurrentIndex(target)

    def _move_tab(self, back: bool = False) -> bool:
        current = self.currentIndex()
        target = keys.across(self.grid_model, current.row(), current.column(), -1 if back else 1)
        if target is None:
            return False
        origin = current.column() if self._tab_origin is None else self._tab_origin
        self._tabbing = True
        self.setCurrentIndex(target)
        self._tabbing = False
        self._tab_origin = origin
        return True

    def _move_beside(self, step: int) -> None:
        current = self.currentIndex()
        target = keys.beside(self.grid_model, current.row(), current.column(), step)
        if target is not None:
            self.setCurrentIndex(target)

    def _move_row(self, step: int) -> None:
        current = self.currentIndex()
        row = current.row() + step
        if 0 <= row < self.grid_model.rowCount():
            self.setCurrentIndex(self.grid_model.index(row, current.column()))

    # Many cells

    def copy(self) -> None:
        """Put the selected cells on the clipboard, tab-separated as Excel does."""
        chosen = self.selectionModel().selection()
        if chosen.count():
            QGuiApplication.clipboard().setText(blocks.block_text(self.grid_model, chosen.first()))

    def paste(self) -> None:
        """Type a block from the clipboard into the mark cells from the current one on; blanks are skipped."""
        block = blocks.read_block(QGuiApplication.clipboard().text())
        chosen = self._chosen_marks()
        if not chosen and block:
            self.tell_why_not(self.currentIndex())
        if not chosen or not block:
            return
        texts = blocks.place_block(self.grid_model, chosen, block)
        if texts is None:
            text = self.tr("The block of {rows} × {columns} does not fit here. Nothing was pasted.")
            self.tell("warn", text.format(rows=len(block), columns=max(len(line) for line in block)))
            return
        self._enter_all(texts)

    def fill_down(self) -> None:
        """Copy the top cell of the selection into those below it; of one cell, the cell above into it."""
        chosen = self._chosen_marks()
        if not chosen:
            self.tell_why_not(self.currentIndex())
        self._enter_all(blocks.filled_down(self.grid_model, chosen))

    def clear_selected(self) -> None:
        """Take the marks out of the selected cells: they are missing then, not zero."""
        chosen = self._chosen_marks()
        if not chosen:
            self.tell_why_not(self.currentIndex())
        self._enter_all([(index, "") for index in chosen])

    def _chosen_marks(self) -> list[QModelIndex]:
        chosen = [index for index in self.selectedIndexes() if self.grid_model.takes_typing(index)]
        return sorted(chosen, key=lambda index: (index.row(), index.column()))

    def _enter_all(self, texts: list[tuple[QModelIndex, str]]) -> None:
        group = self.new_group()
        free = [(index, text) for index, text in texts if self.grid_model.takes_typing(index)]
        for index, text in free:
            self.enter_text(index, text, group)
        if len(free) < len(texts):
            kept = self.tr("{n} of {total} cells were left as they are: they cannot be typed into here.")
            self.tell("warn", kept.format(n=len(texts) - len(free), total=len(texts)))
