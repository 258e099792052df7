"""The tab of the blind second entry: an empty grid for another person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from exam.errors import Conflict, ExamError
from ui import theme
from ui.context import Context
from ui.item_models.mark_grid_rows import LateRow, Row, SaveRequest
from ui.item_models.second_entry import second_columns, second_row, second_rows
from ui.widgets.labels import label
from ui.widgets.mark_grid import GridNote, MarkGrid
from ui.widgets.message_line import MessageLine
from ui.widgets.number_entry import NumberEntry
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow, MarkSheet
    from exam.services.sittings import SittingRow


class SecondEntryTab(QWidget):
    """Reads and saves second entries; ``saving`` says that the next notice of a change is our own."""

    saving = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._rows: dict[int, MarkRow] = {}
        self._sitting: SittingRow | None = None
        self._arriving = True
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(12))
        self.grid = MarkGrid()
        self.grid.enter_goes = context.settings.enter_goes
        self.numbers = NumberEntry(self.grid)
        column.addWidget(self.numbers)
        column.addLayout(self._filters())
        column.addWidget(self.grid, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        self.grid.told.connect(self._tell)
        self.grid.counts_changed.connect(self._count)
        self.grid.search_wanted.connect(self.search.setFocus)
        self.grid.save_wanted.connect(self._save)
        self._counter = QTimer(self)
        self._counter.setSingleShot(True)
        self._counter.setInterval(100)
        self._counter.timeout.connect(self._show_count)

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.state_box = QComboBox()
        self.state_box.setAccessibleName(self.tr("State"))
        self.state_box.setFixedWidth(theme.px(150))
        self.state_box.addItem(self.tr("All papers"), "")
        self.state_box.addItem(self.tr("To type again"), "open")
        self.state_box.currentIndexChanged.connect(lambda _: self._filter())
        self.search = SearchField(self.tr("Find by number (Ctrl+F)"), self, width=260)
        self.search.searched.connect(lambda _: self._filter())
        self.search.returnPressed.connect(self.grid.setFocus)
        self.count = label("", role="caption")
        row.addWidget(self.state_box)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        row.addWidget(self.count)
        return row

    def refresh(self, sitting: SittingRow) -> None:
        """Read the sitting anew."""
        self._arriving = self._sitting is None or self._sitting.id != sitting.id
        self._sitting = sitting

        def look(uow: Any) -> Any:
            from exam.services.second_entry import list_second_entry

            sheet = list_second_entry(uow, sitting_id=sitting.id)
            return sheet, second_rows(sheet.rows)

        self.context.operations.read(self, look, self._show)

    def unsaved(self) -> int:
        """How many typed texts were refused and stand only here."""
        return self.grid.unsaved()

    def _show(self, found: tuple[MarkSheet, list[LateRow]]) -> None:
        sheet, rows = found
        self._rows = {row.candidate_id: row for row in sheet.rows}
        self.grid.set_columns(second_columns(sheet))
        self.grid.set_rows(rows)
        why = self.tr(
            "The marks are locked, so nothing is typed a second time any more. Corrections are proposed instead."
        )
        self.grid.set_locked(sheet.sitting.locked, why)
        self.numbers.show_papers({row.paper: row.candidate_id for row in sheet.rows}, sheet.sitting.hides_names)
        self.numbers.setEnabled(not sheet.sitting.locked)
        if self._arriving:
            self._arriving = False
            self.grid.go_to_first_open()
            self.numbers.start()
        self._show_count()

    def _save(self, request: SaveRequest) -> None:
        row = self._rows[request.row]  # type: ignore[index]
        seen = next(mark for mark in row.marks if mark.section_id == request.column)

        def call(uow: Any) -> Any:
            from exam.services.second_entry import save_second_mark

            return save_second_mark(
                uow, candidate_id=row.candidate_id, section_id=seen.section_id, points=request.input.points,
                seen_version=seen.version,
            )  # fmt: skip

        def done(saved: MarkRow) -> None:
            self._rows[saved.candidate_id] = saved
            self.grid.saved(request, second_row(saved))
            self.saving.emit()

        def failed(error: ExamError) -> None:
            self.grid.failed(request, error)
            if isinstance(error, Conflict) and self._sitting is not None:
                self.refresh(self._sitting)

        self.context.operations.write(self, call, done, failed, request=request.request)

    def _filter(self) -> None:
        wanted, needles = self.state_box.currentData(), self.search.text().casefold().split()
        if not wanted and not needles:
            self.grid.set_filter(None)
            return

        def keep(row: Row) -> bool:
            if wanted and row.state:
                return False
            return all(needle in row.search for needle in needles)

        self.grid.set_filter(keep)

    def _tell(self, note: GridNote | None) -> None:
        if note is None:
            self.message.clear()
        else:
            self.message.show_message(note.tone, note.text, note.actions)

    def _count(self) -> None:
        self._counter.start()

    def _show_count(self) -> None:
        states = self.grid.grid_model.states
        text = self.tr("{n} / {total} papers typed a second time")
        self.count.setText(text.format(n=states[True], total=states.total()))
