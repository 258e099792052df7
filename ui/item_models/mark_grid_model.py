"""The rows and cells of a mark grid: what the database holds, and what was typed and is not (yet) in it.

Nothing here knows whose marks they are: a page gives columns and rows, and answers save requests.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from exam.errors import UserError
from exam.rules.marks import EMPTY, MarkInput, UnclearMark, show, typed_form
from ui.errors import sentence
from ui.item_models.mark_grid_rows import (
    NO_CELL,
    ColumnKind,
    Draft,
    DraftState,
    GridCell,
    GridColumn,
    Key,
    Pill,
    Row,
    SaveRequest,
)

AnyIndex = QModelIndex | QPersistentModelIndex

SHOWN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
EDITABLE = SHOWN | Qt.ItemFlag.ItemIsEditable
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class MarkGridModel(QAbstractTableModel):
    """Rows x columns of marks with drafts, filter and in-place refresh (no reset while somebody types)."""

    CellRole = Qt.ItemDataRole.UserRole + 1
    DraftRole = Qt.ItemDataRole.UserRole + 2
    PillRole = Qt.ItemDataRole.UserRole + 3
    ColumnRole = Qt.ItemDataRole.UserRole + 4
    FreshRole = Qt.ItemDataRole.UserRole + 5

    def __init__(self, columns: Sequence[GridColumn] = (), parent: Any = None) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._all: list[Row] = []
        self._rows: list[Row] = []
        self._whole: dict[Key, int] = {}
        self._at: dict[Key, int] = {}
        self._drafts: dict[tuple[Key, Key], Draft] = {}
        self._fresh: set[tuple[Key, Key]] = set()
        self._filter: Callable[[Row], bool] | None = None
        self._locked = False
        self.why_locked = ""
        self.states: Counter[Any] = Counter()
        self.problem_pill: Pill | None = None

    # What the page sets

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Other columns; rows are emptied, since they belong to the old ones."""
        if tuple(columns) == self._columns:
            return
        self.beginResetModel()
        self._columns = tuple(columns)
        self._all, self._rows, self._whole, self._at = [], [], {}, {}
        self.states.clear()
        self._fresh.clear()
        self._drafts.clear()
        self.endResetModel()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """What the database holds now. Drafts of rows that still exist are kept."""
        self._all = list(rows)
        self._whole = {row.key: at for at, row in enumerate(self._all)}
        self.states = Counter(row.state for row in self._all)
        self._drafts = {place: draft for place, draft in self._drafts.items() if place[0] in self._whole}
        self._show_filtered()

    def replace_row(self, row: Row) -> None:
        """One row as saved a moment ago."""
        place = self._whole.get(row.key)
        if place is not None:
            self.states[self._all[place].state] -= 1
            self.states[row.state] += 1
            self._all[place] = row
        at = self._at.get(row.key)
        if at is not None:
            self._rows[at] = row
            self._row_changed(at)

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only the rows that ``keep`` accepts, in the given order."""
        self._filter = keep
        self._show_filtered()

    def set_locked(self, locked: bool, why: str = "") -> None:
        """A locked grid takes no typing; ``why`` is said to whoever tries, and what to do."""
        self.why_locked = why
        if locked != self._locked:
            self._locked = locked
            if self._rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(self._columns) - 1))

    @property
    def locked(self) -> bool:
        """Whether the grid takes no typing at all."""
        return self._locked

    # Reading

    @property
    def columns(self) -> tuple[GridColumn, ...]:
        """The columns, left to right."""
        return self._columns

    @property
    def all_rows(self) -> tuple[Row, ...]:
        """Every row, hidden by the filter or not."""
        return tuple(self._all)

    @property
    def mark_columns(self) -> list[int]:
        """Positions of the columns that take marks."""
        return [at for at, column in enumerate(self._columns) if column.kind is ColumnKind.MARK]

    def row(self, at: int) -> Row:
        """The shown row at a position."""
        return self._rows[at]

    def find(self, key: Key) -> Row | None:
        """A row by key, hidden or not."""
        at = self._whole.get(key)
        return self._all[at] if at is not None else None

    def position(self, row: Key, column: Key) -> QModelIndex:
        """Where a cell is shown; invalid when the filter hides its row."""
        at = self._at.get(row)
        place = next((n for n, known in enumerate(self._columns) if known.key == column), None)
        return QModelIndex() if at is None or place is None else self.index(at, place)

    def place(self, index: AnyIndex) -> tuple[Key, Key]:
        """Row key and column key of an index."""
        return self._rows[index.row()].key, self._columns[index.column()].key

    def cell(self, index: AnyIndex) -> GridCell:
        """The cell as the database holds it."""
        row, column = self._rows[index.row()], self._columns[index.column()]
        return row.cells.get(column.key, NO_CELL)

    def draft(self, index: AnyIndex) -> Draft | None:
        """Typed text of the cell that is not in the database."""
        return self._drafts.get(self.place(index))

    def find_draft(self, row: Key, column: Key) -> Draft | None:
        """The same by keys, also of a hidden row."""
        return self._drafts.get((row, column))

    def text(self, index: AnyIndex) -> str:
        """What the cell shows: typed text before stored text."""
        draft = self.draft(index)
        return draft.text if draft is not None else self.cell(index).text

    def takes_typing(self, index: AnyIndex) -> bool:
        """Whether a mark can be typed here now."""
        if not index.isValid() or self._locked or self._columns[index.column()].kind is not ColumnKind.MARK:
            return False
        return not self.cell(index).read_only

    def wants_mark(self, index: AnyIndex) -> bool:
        """Whether the cell still waits for its mark."""
        if not self.takes_typing(index):
            return False
        return not self.cell(index).hatched and not self.text(index)

    def next_waiting(self, row: int, column: int) -> QModelIndex | None:
        """The next row below ``row``, and around, whose cell in ``column`` waits for its mark."""
        count = 0 if self._locked else len(self._rows)
        for offset in range(1, count + 1):
            at = (row + offset) % count
            if self._rows[at].waits:
                index = self.index(at, column)
                if self.wants_mark(index):
                    return index
        return None

    def problems(self) -> list[tuple[tuple[Key, Key], Draft]]:
        """Drafts that need a person, in the order of the rows."""
        found = [(place, draft) for place, draft in self._drafts.items() if draft.state.problem]
        if len(found) < 2:
            return found
        return sorted(found, key=lambda item: self._whole.get(item[0][0], 0))

    @property
    def unsaved(self) -> int:
        """How many typed texts are not in the database."""
        return len(self._drafts)

    # Drafts

    @property
    def drafts(self) -> dict[tuple[Key, Key], Draft]:
        """Every typed text that is not in the database, by row and column."""
        return dict(self._drafts)

    def set_draft(self, row: Key, column: Key, draft: Draft | None) -> None:
        """Keep or drop the typed text of a cell."""
        if draft is None:
            self._drafts.pop((row, column), None)
        else:
            self._drafts[row, column] = draft
            self._fresh.discard((row, column))
        at = self._at.get(row)
        if at is not None:
            self._row_changed(at)

    def mark_fresh(self, row: Key, column: Key) -> None:
        """Show that the cell was saved in this sitting at the desk."""
        self._fresh.add((row, column))

    def accept(self, row: Key, column: Key, text: str) -> SaveRequest | Draft | None:
        """Take typed text: a request to save, the draft of refused text, or None when nothing changed."""
        known = self.find(row)
        spec = next((item for item in self._columns if item.key == column), None)
        if known is None or spec is None:
            return None
        cell = known.cells.get(column, NO_CELL)
        try:
            read = spec.read(text)
        except UserError as error:
            draft = Draft(text.strip(), DraftState.REFUSED, sentence(error), _suggestion(error))
            self.set_draft(row, column, draft)
            return draft
        wanted = _shown(read, text)
        if wanted == (cell.retype or cell.text):
            self.set_draft(row, column, None)
            return None
        self.set_draft(row, column, Draft(wanted, DraftState.SAVING))
        return SaveRequest(row, column, wanted, read)

    # Qt

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Shown rows."""
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008
        """Columns."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Texts, and the cell, draft and pill for the delegate."""
        if not index.isValid():
            return None
        column = self._columns[index.column()]
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            if column.kind is ColumnKind.MARK:
                draft = self._drafts.get((row.key, column.key))
                return draft.text if draft is not None else row.cells.get(column.key, NO_CELL).text
            return self._pill(row).text if column.kind is ColumnKind.STATE else row.texts.get(column.key, "")
        if role == self.CellRole:
            return row.cells.get(column.key) if column.kind is ColumnKind.MARK else None
        if role == self.DraftRole:
            return self._drafts.get((row.key, column.key))
        if role == self.PillRole:
            return self._pill(row) if column.kind is ColumnKind.STATE else None
        if role == self.ColumnRole:
            return column
        if role == self.FreshRole:
            return (row.key, column.key) in self._fresh
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind in (ColumnKind.MARK, ColumnKind.FIGURE):
            return RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{column.title} {self.data(index)}"
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Column titles."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self._columns):
            return None
        column = self._columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return column.tip or None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            right = column.kind in (ColumnKind.MARK, ColumnKind.FIGURE)
            return RIGHT if right else LEFT
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Mark cells can be edited unless locked or read-only."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return EDITABLE if self.takes_typing(index) else SHOWN

    # Inside

    def _show_filtered(self) -> None:
        keep = self._filter
        rows = self._all if keep is None else [row for row in self._all if keep(row)]
        if [row.key for row in rows] == [row.key for row in self._rows]:
            # The same rows in the same order: no reset, so an open editor and the current cell stay.
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0, 0), self.index(len(rows) - 1, len(self._columns) - 1))
            return
        self.beginResetModel()
        self._rows = list(rows)
        self._at = {row.key: at for at, row in enumerate(self._rows)}
        self.endResetModel()

    def _row_changed(self, at: int) -> None:
        self.dataChanged.emit(self.index(at, 0), self.index(at, len(self._columns) - 1))

    def _pill(self, row: Row) -> Pill:
        """The row's state; ``problem_pill`` while something typed in it needs a person."""
        if self.problem_pill is not None and self._drafts:
            for column in row.cells:
                draft = self._drafts.get((row.key, column))
                if draft is not None and draft.state.problem:
                    return self.problem_pill
        return row.pill

    def _tip(self, row: Row, column: GridColumn) -> str | None:
        draft = self._drafts.get((row.key, column.key))
        if draft is not None and draft.message:
            return draft.message
        cell = row.cells.get(column.key)
        if cell is not None:
            return cell.doubt or cell.tip or None
        text = row.texts.get(column.key, "")
        return text or None


def _shown(read: MarkInput, text: str) -> str:
    if read.points is not None:
        return show(read.points)
    if read.attendance is not None:
        return typed_form(read.attendance)
    return "" if read == EMPTY else text.strip()


def _suggestion(error: UserError) -> str:
    return error.suggestion if isinstance(error, UnclearMark) else ""
