"""The table of the house: a QTableView set up for rows of :class:`ui.item_models.rows.RowsModel`."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui import theme
from ui.item_models.rows import RowsModel
from ui.widgets.pill import PillDelegate


class Table(QTableView):
    """Shows a :class:`RowsModel`: whole rows selected, headings sort, Ctrl+C copies as a spreadsheet.

    ``activated_row`` carries the row on a double click or Enter, ``current_row`` the row under the
    cursor (or None).
    """

    activated_row = Signal(object)
    current_row = Signal(object)

    def __init__(
        self, model: RowsModel[Any], parent: QWidget | None = None, *, name: str = "", multi: bool = False
    ) -> None:
        super().__init__(parent)
        self.rows_model = model
        self._kept: Hashable | None = None
        model.setParent(self)
        self.setModel(model)
        self.setAccessibleName(name)
        self.setShowGrid(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        mode = QAbstractItemView.SelectionMode
        self.setSelectionMode(mode.ExtendedSelection if multi else mode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._set_up_headers()
        self.setSortingEnabled(True)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.doubleClicked.connect(self._activate)
        model.modelAboutToBeReset.connect(self._keep_place)
        model.modelReset.connect(self._restore_place)

    def selected_rows(self) -> list[Any]:
        """The selected rows, from top to bottom."""
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self.rows_model.row(number) for number in numbers]

    def selected_row(self) -> Any | None:
        """The row under the cursor, or None."""
        return self.rows_model.row(self.currentIndex())

    def select_key(self, key: Hashable) -> bool:
        """Put the cursor on the row with this key; False when it is not shown."""
        number = self.rows_model.find(key)
        if number < 0:
            return False
        index = self.rows_model.index(number, max(self.currentIndex().column(), 0))
        self.setCurrentIndex(index)
        self.scrollTo(index)
        return True

    def on_activated(self, call: Callable[[Any], object]) -> None:
        """Call with the row on a double click or Enter."""
        self.activated_row.connect(call)

    # Qt's side

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row() or current.isValid() != previous.isValid():
            self.current_row.emit(self.rows_model.row(current))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self._copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._activate(self.currentIndex())
        else:
            super().keyPressEvent(event)

    # Inside

    def _set_up_headers(self) -> None:
        upright = self.verticalHeader()
        upright.hide()
        upright.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        upright.setDefaultSectionSize(theme.px(38))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setFixedHeight(theme.px(38))
        header.setMinimumSectionSize(theme.px(48))
        header.setSectionsClickable(True)
        pills = PillDelegate(self)
        words = QFontMetrics(theme.font(13))
        for number, column in enumerate(self.rows_model.columns):
            if column.stretch:
                header.setSectionResizeMode(number, QHeaderView.ResizeMode.Stretch)
            # Room for the whole heading and the arrow of the sorted column.
            least = words.horizontalAdvance(column.title) + theme.px(40)
            self.setColumnWidth(number, max(theme.px(column.width or 120), least))
            if column.pill:
                self.setItemDelegateForColumn(number, pills)

    def make_room(self, column: int, texts: Iterable[str]) -> None:
        """Widen a column up to double for its longest text; windows have longer names than people."""
        least = theme.px(self.rows_model.columns[column].width or 120)
        longest = self.fontMetrics().horizontalAdvance(max(texts, key=len, default="")) + theme.px(24)
        wanted = max(least, min(longest, 2 * least))
        if self.columnWidth(column) != wanted:
            self.setColumnWidth(column, wanted)
            self._share_width()

    def _share_width(self) -> None:
        """Stretched columns take what is left, but never less than their own width: then the table scrolls."""
        header = self.horizontalHeader()
        stretched = [n for n, column in enumerate(self.rows_model.columns) if column.stretch]
        if not stretched:
            return
        taken = sum(
            header.sectionSize(n) for n in range(header.count()) if n not in stretched and not self.isColumnHidden(n)
        )
        least = [theme.px(self.rows_model.columns[n].width or 120) for n in stretched]
        fits = self.viewport().width() - taken >= sum(least)
        mode = QHeaderView.ResizeMode.Stretch if fits else QHeaderView.ResizeMode.Interactive
        for number, width in zip(stretched, least, strict=True):
            if header.sectionResizeMode(number) != mode:
                header.setSectionResizeMode(number, mode)
                if not fits:
                    header.resizeSection(number, width)

    def _keep_place(self) -> None:
        row = self.selected_row()
        key = self.rows_model.row_key
        self._kept = key(row) if key is not None and row is not None else None

    def _restore_place(self) -> None:
        if self._kept is None:
            return
        number = self.rows_model.find(self._kept)
        if number >= 0:
            flag = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(self.rows_model.index(number, 0), flag.ClearAndSelect | flag.Rows)
        else:
            self.current_row.emit(None)

    def _activate(self, index: QModelIndex) -> None:
        row = self.rows_model.row(index)
        if row is not None:
            self.activated_row.emit(row)

    def _copy(self) -> None:
        numbers = sorted(index.row() for index in self.selectionModel().selectedRows())
        lines = [
            "\t".join(
                str(self.rows_model.index(number, column).data() or "")
                for column in range(self.rows_model.columnCount())
                if not self.isColumnHidden(column)
            )
            for number in numbers
        ]
        if lines:
            QGuiApplication.clipboard().setText("\n".join(lines))
