"""A table of plain rows that filters and sorts its own list.

``QSortFilterProxyModel`` is far too slow from Python for 100,000 rows; here the shown rows are a plain
list made by list comprehensions over keys that are computed once per set of rows.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from ui import theme

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

# Plain integers: comparing with the enumeration costs most of data()'s time.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_ALIGN = int(Qt.ItemDataRole.TextAlignmentRole)
_FOREGROUND = int(Qt.ItemDataRole.ForegroundRole)
_BACKGROUND = int(Qt.ItemDataRole.BackgroundRole)
_DECORATION = int(Qt.ItemDataRole.DecorationRole)
_FONT = int(Qt.ItemDataRole.FontRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)
_CHECK = int(Qt.ItemDataRole.CheckStateRole)
_ACCESSIBLE = int(Qt.ItemDataRole.AccessibleTextRole)
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
ICON_ROLE = int(Qt.ItemDataRole.UserRole) + 2
ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 3

_PLAIN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
_TICKED = _PLAIN | Qt.ItemFlag.ItemIsUserCheckable

SAMPLE = 20_000

_ALIGNMENTS = {
    "left": int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    "right": int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
    "center": int(Qt.AlignmentFlag.AlignCenter),
}


@dataclass(frozen=True, slots=True)
class Column(Generic[R]):
    """One column: its heading and how a row's cell is made from the row.

    ``text`` gives the cell's words. ``sort_key`` defaults to the text; keys of one column must compare
    with each other (None sorts last). ``tone`` is a tone name of the theme (``ok warn error accent
    quiet``) or "" for plain; in a ``pill`` column it colours the pill, else it fills the cell softly.
    ``icon`` names an icon. ``width`` is in pixels at 100 %, 0 = by contents; ``stretch`` takes the rest.
    """

    title: str
    text: Callable[[R], str]
    align: str = "left"
    sort_key: Callable[[R], Any] | None = None
    tone: Callable[[R], str] | None = None
    icon: Callable[[R], str] | None = None
    tip: Callable[[R], str] | None = None
    width: int = 0
    stretch: bool = False
    pill: bool = False
    bold: bool = False
    secondary: bool = False


class RowsModel(QAbstractTableModel, Generic[R]):
    """Rows of any kind shown through :class:`Column`; ``search_key`` gives the text that is searched."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        parent: QObject | None = None,
        *,
        search_key: Callable[[R], str] | None = None,
        row_key: Callable[[R], Hashable] | None = None,
        checkable: bool = False,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.row_key = row_key
        self._search_key = search_key
        self._texts = [column.text for column in self.columns]
        self._aligns = [_ALIGNMENTS[column.align] for column in self.columns]
        self._all: list[R] = []
        self._keys: list[str] = []
        self._orders: dict[int, list[int]] = {}
        self._shown: list[int] = []
        self._search = ""
        self._accept: Callable[[R], bool] | None = None
        self._sort_column = -1
        self._descending = False
        self._checkable = checkable
        self._checked: set[Hashable] = set()

    # What is shown

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show these rows, keeping the search, the filter, the order and the ticks."""
        self.beginResetModel()
        self._take(rows)
        self._make_keys()
        self.endResetModel()

    def update_rows(self, rows: Sequence[R]) -> None:
        """Like :meth:`set_rows` where few rows changed: a view stays where it is, with the same rows selected.

        Rows are known again by ``row_key``. Where more or fewer rows are to be shown than before it is a reset; where
        no selected row moved, only the rows that changed are painted.
        """
        before = self._state
        self._take(rows)
        after, self._state = self._state, before
        if len(after[-1]) != len(self._shown):
            self.set_rows(rows)
            return
        old, new = self.rows, [after[0][number] for number in after[-1]]
        held = {index.row() for index in self.persistentIndexList()}
        if all(self._key(old[at]) == self._key(new[at]) for at in held):
            self._state = after
            changed = [at for at, (was, row) in enumerate(zip(old, new, strict=True)) if was is not row]
            if changed:
                self.dataChanged.emit(self.index(changed[0], 0), self.index(changed[-1], len(self.columns) - 1))
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        keys = [self._key(old[index.row()]) for index in kept]
        wanted = set(keys)
        self._state = after
        found = {key: at for at, row in enumerate(new) if (key := self._key(row)) in wanted}
        moved = [self.index(found.get(key, -1), index.column()) for key, index in zip(keys, kept, strict=True)]
        self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    def set_search(self, text: str) -> None:
        """Show only rows whose search key holds every word of ``text`` (case is ignored)."""
        self._search = text.strip().casefold()
        self._reset_shown()

    def set_filter(self, accept: Callable[[R], bool] | None) -> None:
        """Show only rows that ``accept`` (None = all), besides the search."""
        self._accept = accept
        self._reset_shown()

    @property
    def rows(self) -> list[R]:
        """The shown rows in the shown order."""
        return [self._all[number] for number in self._shown]

    @property
    def all_rows(self) -> list[R]:
        """Every row, in the order in which they were set."""
        return list(self._all)

    @property
    def total(self) -> int:
        """How many rows there are without search and filter."""
        return len(self._all)

    def row(self, index: Index | int) -> R | None:
        """The row at an index or a shown row number; None when there is none."""
        number = index if isinstance(index, int) else (index.row() if index.isValid() else -1)
        return self._all[self._shown[number]] if 0 <= number < len(self._shown) else None

    def find(self, key: Hashable) -> int:
        """The shown row number of the row with this key (see ``row_key``), or -1."""
        for position, number in enumerate(self._shown):
            if self._key(self._all[number]) == key:
                return position
        return -1

    def replace_row(self, row: R) -> bool:
        """Put ``row`` in the place of the row with the same key; False when there is none."""
        key = self._key(row)
        for number, old in enumerate(self._all):
            if self._key(old) == key:
                self._all[number] = row
                if self._search_key is not None and self._keys:
                    self._keys[number] = self._search_key(row).casefold()
                self._orders = {}
                if number in self._shown:
                    at = self._shown.index(number)
                    self.dataChanged.emit(self.index(at, 0), self.index(at, len(self.columns) - 1))
                return True
        return False

    # Ticks

    @property
    def checked_rows(self) -> list[R]:
        """The ticked rows (also those that the search hides), in the order in which they were set."""
        return [row for row in self._all if self._key(row) in self._checked]

    def check(self, rows: Sequence[R], on: bool = True) -> None:
        """Tick or untick these rows."""
        keys = {self._key(row) for row in rows}
        self._checked = self._checked | keys if on else self._checked - keys
        if self._shown:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._shown) - 1, 0), [_CHECK])

    # Qt's side

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> Any:
        if not index.isValid():
            return None
        # The role first: one repaint asks some 1,600 times, mostly for roles that are not served.
        if role in (_DISPLAY, _ACCESSIBLE):
            return self._texts[index.column()](self._all[self._shown[index.row()]])
        if role == _ALIGN:
            return self._aligns[index.column()]
        if role in _STYLE_ROLES:
            return self._style(self.columns[index.column()], self._all[self._shown[index.row()]], role)
        if role == _CHECK and self._checkable and index.column() == 0:
            ticked = self._key(self._all[self._shown[index.row()]]) in self._checked
            return (Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked).value
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != _CHECK or not self._checkable or not index.isValid() or index.column() != 0:
            return False
        key = self._key(self._all[self._shown[index.row()]])
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._checked.add(key)
        else:
            self._checked.discard(key)
        self.dataChanged.emit(index, index, [_CHECK])
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _TICKED if self._checkable and index.column() == 0 else _PLAIN

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        if orientation == Qt.Orientation.Horizontal and 0 <= section < len(self.columns):
            if role == _DISPLAY:
                return self.columns[section].title
            if role == _ALIGN:
                return self._aligns[section]
        return None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column (-1 = as set); equal keys keep the order in which the rows were set."""
        descending = order == Qt.SortOrder.DescendingOrder
        if (column, descending) == (self._sort_column, self._descending):
            return
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        numbers = [self._shown[index.row()] for index in kept]
        self._sort_column, self._descending = column, descending
        self._show()
        if kept:
            wanted = set(numbers)
            place = {number: at for at, number in enumerate(self._shown) if number in wanted}
            moved = [self.index(place[number], index.column()) for number, index in zip(numbers, kept, strict=True)]
            self.changePersistentIndexList(kept, moved)
        self.layoutChanged.emit()

    # Inside

    @property
    def _state(self) -> tuple[list[R], list[str], dict[int, list[int]], list[int]]:
        return self._all, self._keys, self._orders, self._shown

    @_state.setter
    def _state(self, state: tuple[list[R], list[str], dict[int, list[int]], list[int]]) -> None:
        self._all, self._keys, self._orders, self._shown = state

    def _take(self, rows: Sequence[R]) -> None:
        """Hold these rows; their search keys are made when somebody searches."""
        self._all, self._keys, self._orders = list(rows), [], {}
        if self._checked:
            self._checked &= {self._key(row) for row in self._all}
        self._show()

    def _make_keys(self) -> list[str]:
        if not self._keys and self._search_key is not None:
            make = self._search_key
            self._keys = [make(row).casefold() for row in self._all]
        return self._keys

    def _key(self, row: R) -> Hashable:
        return self.row_key(row) if self.row_key is not None else id(row)

    def _reset_shown(self) -> None:
        self.beginResetModel()
        self._show()
        self.endResetModel()

    def _show(self) -> None:
        shown = self._order()
        if self._search and self._search_key is not None:
            keys = self._make_keys()
            for word in self._search.split():
                shown = [number for number in shown if word in keys[number]]
        if self._accept is not None:
            accept, rows = self._accept, self._all
            shown = [number for number in shown if accept(rows[number])]
        self._shown = shown

    def _order(self) -> list[int]:
        """Row numbers in the order of the sorted column; computed once per column and set of rows."""
        if not 0 <= self._sort_column < len(self.columns):
            return list(range(len(self._all)))
        order = self._orders.get(self._sort_column)
        if order is None:
            column = self.columns[self._sort_column]
            make = column.sort_key or column.text
            order = _sorted_numbers([make(row) for row in self._all])
            self._orders[self._sort_column] = order
        return order[::-1] if self._descending else order

    def _style(self, column: Column[R], row: R, role: int) -> Any:
        if role == _FOREGROUND:
            if not column.pill and column.tone is not None and (tone := column.tone(row)):
                return theme.color(_TEXT_OF.get(tone, tone))
            return theme.color("text2") if column.secondary else None
        if role == _BACKGROUND:
            if column.pill or column.tone is None:
                return None
            soft = _SOFT_OF.get(column.tone(row))
            return theme.color(soft) if soft else None
        if role == _DECORATION:
            if column.pill or column.icon is None or not (name := column.icon(row)):
                return None
            tone = column.tone(row) if column.tone is not None else ""
            return theme.icon(name, _TEXT_OF.get(tone, "text2"))
        if role == _FONT:
            return theme.font(14, bold=True) if column.bold else None
        if role == _TOOLTIP:
            return column.tip(row) or None if column.tip is not None else None
        if role == TONE_ROLE:
            return column.tone(row) if column.tone is not None else ""
        if role == ICON_ROLE:
            return column.icon(row) if column.icon is not None else ""
        return row


def _sorted_numbers(keys: list[Any]) -> list[int]:
    """Positions in the order of their keys, equal keys in the given order, None last."""
    missing: list[int] = []
    present: Sequence[int] = range(len(keys))
    if None in keys:
        missing = [number for number, key in enumerate(keys) if key is None]
        present = [number for number, key in enumerate(keys) if key is not None]
    sample = keys[:SAMPLE]
    if len(set(sample)) * 2 > len(sample):
        return sorted(present, key=keys.__getitem__) + missing
    # Few different keys (units, posts, states): sorting those and gathering is three times as fast.
    places: defaultdict[Any, list[int]] = defaultdict(list)
    for number in present:
        places[keys[number]].append(number)
    return [number for key in sorted(places) for number in places[key]] + missing


_STYLE_ROLES = frozenset((_FOREGROUND, _BACKGROUND, _DECORATION, _FONT, _TOOLTIP, TONE_ROLE, ICON_ROLE, ROW_ROLE))
_TEXT_OF = {"ok": "ok", "warn": "warn", "error": "error", "accent": "accent_soft_text", "quiet": "text3"}
_SOFT_OF = {"ok": "ok_soft", "warn": "warn_soft", "error": "error_soft", "accent": "accent_soft"}
