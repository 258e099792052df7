"""Fast entry beside the grid: the number on the paper first, then its marks, then the next number.

Everything goes through the grid, so saving, conflicts, repairs and undo are the same. A scanner that reads
twice, a bounced Enter and a sheet that comes a second time change nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from exam.errors import UserError
from exam.rules.marks import normalise, show
from exam.rules.seals import read_sealed_number
from ui import theme
from ui.errors import sentence
from ui.item_models.mark_grid_rows import GridColumn, Key
from ui.widgets.cards import Card
from ui.widgets.labels import label
from ui.widgets.mark_grid import MarkGrid

BOUNCE_MS = 300
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryField(QLineEdit):
    """A plain line that hands Enter and Esc to its form."""

    def __init__(self, name: str, width: int, key: Callable[[EntryField, int], bool]) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFixedWidth(theme.px(width))
        self.setFont(theme.font(15))
        self._key = key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._key(self, event.key()):
            super().keyPressEvent(event)


class NumberEntry(Card):
    """Finds the row by ``number_of(row data)``; ``sealed`` numbers are checked by their check digit."""

    def __init__(self, grid: MarkGrid, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=(14, 8))
        self.grid = grid
        self.sealed = False
        self.fields: dict[Key, EntryField] = {}
        self._columns: tuple[GridColumn, ...] = ()
        self._keys: dict[str, Key] = {}
        self._row: Key | None = None
        self._number = ""
        self._replacing: tuple[Key, str] | None = None
        self._bounce = QTimer(self)
        self._bounce.setSingleShot(True)
        self._bounce.setInterval(BOUNCE_MS)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.caption = label(self.tr("Number on the paper"), role="caption")
        row.addWidget(self.caption)
        self.number = EntryField(self.tr("Number on the paper"), 130, self._number_key)
        self.number.setPlaceholderText(self.tr("scan or type"))
        row.addWidget(self.number)
        self._marks = QHBoxLayout()
        self._marks.setSpacing(theme.px(8))
        row.addLayout(self._marks)
        self.done = label("", role="quiet")
        row.addWidget(self.done, 1)
        self.body.addLayout(row)
        grid.grid_model.modelReset.connect(self._columns_changed)

    # What the page calls

    def show_papers(self, numbers: dict[str, Key], sealed: bool) -> None:
        """The rows by the numbers on their papers."""
        self._keys = {number.casefold(): key for number, key in numbers.items()}
        self.sealed = sealed
        self._columns_changed()

    def start(self) -> None:
        """Go to the number field."""
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    # Keys

    def _number_key(self, field: EntryField, key: int) -> bool:
        if key == Qt.Key.Key_Escape and field.text():
            self._next_paper(self.done.text())
            return True
        if key not in ENTER:
            return False
        if field.text().strip():
            self._find(field.text())
        return True

    def _mark_key(self, field: EntryField, key: int) -> bool:
        if key == Qt.Key.Key_Escape:
            self._give_up(field)
            return True
        if key not in ENTER:
            return False
        text = field.text().strip()
        if text and normalise(text).casefold() == self._number.casefold():
            # The scanner read the same paper twice.
            field.clear()
        else:
            self._take(field, text)
        return True

    # Inside

    def _find(self, text: str) -> None:
        try:
            number = read_sealed_number(text) if self.sealed else normalise(text)
        except UserError as error:
            self._refuse(sentence(error))
            return
        key = self._keys.get(number.casefold())
        if key is None:
            self._refuse(self.tr("No paper of this sitting has the number {number}. Look again.").format(number=number))
            return
        self._row, self._number, self._replacing = key, number, None
        self.number.setText(number)
        model = self.grid.grid_model
        first: EntryField | None = None
        for column, field in self.fields.items():
            index = model.position(key, column)
            takes = index.isValid() and model.takes_typing(index) and not model.cell(index).hatched
            field.setEnabled(takes)
            field.clear()
            field.setPlaceholderText(model.text(index) if index.isValid() else "")
            if takes and (first is None or (first.placeholderText() and not field.placeholderText())):
                first = field
        if first is None:
            index = model.position(key, next(iter(self.fields), None))
            tip = model.data(index, Qt.ItemDataRole.ToolTipRole) if index.isValid() else ""
            self._row = None
            hidden = self.tr("The paper {number} is hidden by the filter, or takes no mark here.")
            self._refuse(str(tip or hidden.format(number=number)))
            return
        self.grid.setCurrentIndex(model.position(key, next(iter(self.fields))))
        self.grid.tell_current()
        self.done.setText("")
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._bounce.start()

    def _take(self, field: EntryField, text: str) -> None:
        column = next((key for key, known in self.fields.items() if known is field), None)
        if self._row is None or column is None:
            return
        model = self.grid.grid_model
        index = model.position(self._row, column)
        if not index.isValid():
            self._refuse(self.tr("The row is hidden by the filter. Show all rows first."))
            return
        if not text:
            if not field.placeholderText():
                self.grid.tell("info", self.tr("Type the mark, or press Esc to leave this paper."))
            elif not self._bounce.isActive():
                self._go_on(field)
            return
        if self._would_replace(index, column, text):
            return
        self.grid.setCurrentIndex(index)
        self.grid.enter_text(index, text)
        draft = model.draft(index)
        if draft is not None and draft.state.problem:
            field.selectAll()
            return
        field.setPlaceholderText(model.text(index))
        self._go_on(field)

    def _would_replace(self, index: Any, column: Key, text: str) -> bool:
        """Another value stands here: said once, taken when Enter is pressed again."""
        model = self.grid.grid_model
        stands = model.text(index)
        if not stands or model.draft(index) is not None:
            return False
        if self._replacing == (column, text):
            # A bounced Enter agrees to nothing.
            return self._bounce.isActive()
        try:
            read = next(known for known in self._columns if known.key == column).read(text)
        except UserError:
            return False
        if read.points is not None and stands == show(read.points):
            return False
        self._replacing = (column, text)
        told = self.tr("{stands} stands here already. Press Enter again to replace it by {text}, or Esc to keep it.")
        self.grid.tell("warn", told.format(stands=stands, text=text))
        self._bounce.start()
        return True

    def _go_on(self, field: EntryField) -> None:
        fields = [known for known in self.fields.values() if known.isEnabled()]
        at = fields.index(field)
        self._replacing = None
        left = [known for known in fields[at + 1 :] if not known.text()]
        if left and self._wanted(left[0]):
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
            self._bounce.start()
            return
        shown = " + ".join(known.placeholderText() or known.text().strip() or "—" for known in fields)
        self._next_paper(self.tr("{number}: {marks}").format(number=self._number, marks=shown))

    def _wanted(self, field: EntryField) -> bool:
        """Whether a mark is still expected there: an absent candidate has none."""
        column = next(key for key, known in self.fields.items() if known is field)
        model = self.grid.grid_model
        index = model.position(self._row, column) if self._row is not None else None
        return index is not None and index.isValid() and not model.cell(index).hatched

    def _next_paper(self, done: str) -> None:
        self._row, self._number, self._replacing = None, "", None
        for field in self.fields.values():
            field.clear()
            field.setPlaceholderText("")
            field.setEnabled(False)
        self.number.clear()
        self.done.setText(done)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)

    def _give_up(self, field: EntryField) -> None:
        """Esc: a refused text goes, what stands stays, the next paper comes."""
        column = next(key for key, known in self.fields.items() if known is field)
        draft = self.grid.grid_model.find_draft(self._row, column) if self._row is not None else None
        if draft is not None and draft.state.problem and self._row is not None:
            self.grid.grid_model.set_draft(self._row, column, None)
            self.grid.counts_changed.emit()
        self.grid.tell_current()
        self._next_paper("")

    def _refuse(self, text: str) -> None:
        self.grid.tell("error", text)
        self.number.setFocus(Qt.FocusReason.OtherFocusReason)
        self.number.selectAll()

    def _columns_changed(self) -> None:
        model = self.grid.grid_model
        columns = tuple(model.columns[at] for at in model.mark_columns)
        if columns == self._columns:
            return
        self._columns = columns
        while (item := self._marks.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.fields = {}
        before: EntryField = self.number
        for column in columns:
            field = EntryField(column.title, 84, self._mark_key)
            field.setAlignment(Qt.AlignmentFlag.AlignRight)
            field.setEnabled(False)
            self._marks.addWidget(label(column.title, role="caption"))
            self._marks.addWidget(field)
            self.setTabOrder(before, field)
            before = field
            self.fields[column.key] = field
