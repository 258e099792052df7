"""The grid of the final's marks with its counts, choices, completeness per judge and message line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from exam.rules.item_marks import Progress
from exam.rules.nominations import group_letter
from ui import theme
from ui.item_models.judging import ALL_JUDGES, seen_by_judge
from ui.item_models.mark_grid_rows import Row
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import StatCard, card_row
from ui.widgets.grid_entry import GridEntry
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.judging_sheet import EntrantRow, Sheet

OPEN_STATES = (Progress.EMPTY, Progress.WORKING, Progress.SHORT)


class FinalEntry(GridEntry):
    """Cards, choices, grid, one line of advice. The page saves; this shows."""

    chosen = Signal()
    adjust_wanted = Signal()
    release_wanted = Signal()

    def __init__(self, enter_goes: str = "down", may_see_names: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(enter_goes, (0, 0, 0, 0), parent)
        self._may_see_names = may_see_names
        self.cards = {
            "done": StatCard(self.tr("have a mark"), "circle-check", "ok"),
            "open": StatCard(self.tr("to enter"), "circle-dashed"),
            "verify": StatCard(self.tr("to verify"), "clipboard-check", "accent"),
            "doubt": StatCard(self.tr("need a look"), "triangle-alert", "warn"),
        }
        self.column.addLayout(card_row(list(self.cards.values())))
        self.column.addLayout(self._choices())
        self.seen = label("", role="caption")
        self.column.addWidget(self.seen)
        self.add_grid(self.search)
        self.sheet: Sheet | None = None

    def _choices(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.item_box, self.group_box, self.judge_box, self.state_box = (QComboBox() for _ in range(4))
        for box, name in (
            (self.item_box, self.tr("Item")),
            (self.group_box, self.tr("Group")),
            (self.judge_box, self.tr("Judge")),
            (self.state_box, self.tr("State")),
        ):
            box.setAccessibleName(name)
        self.item_box.setMinimumWidth(theme.px(150))
        for text, state in (
            (self.tr("All states"), ""),
            (self.tr("To enter"), "open"),
            (self.tr("Needs a look"), Progress.DOUBT.value),
            (self.tr("To verify"), Progress.COMPLETE.value),
            (self.tr("Verified"), Progress.VERIFIED.value),
        ):
            self.state_box.addItem(text, state)
        self.search = SearchField(self.tr("Find by code (Ctrl+F)"), self, width=260)
        self.names = QCheckBox(self.tr("Show &names"))
        self.names.setToolTip(self.tr("Judges and markers work with codes only; show names when you are alone."))
        self.names.setVisible(self._may_see_names)
        self.adjust_button = secondary_button(
            self.tr("Bonus or deduction…"), "circle-minus", self.adjust_wanted.emit
        )
        self.release_button = secondary_button(self.tr("Release…"), "lock-open", self.release_wanted.emit)
        self.release_button.setToolTip(self.tr("Let a mark that the judge confirmed be changed again, with a reason"))
        for box in (self.item_box, self.group_box, self.judge_box):
            box.activated.connect(lambda _: self.chosen.emit())
            row.addWidget(box)
        row.addWidget(self.state_box)
        row.addWidget(self.search, 1)
        row.addWidget(self.names)
        row.addStretch(1)
        self.names.toggled.connect(lambda _: self.chosen.emit())
        self.state_box.currentIndexChanged.connect(lambda _: self._filter())
        self.search.searched.connect(lambda _: self._filter())
        for widget in (self.release_button, self.adjust_button, self.undo_button, self.redo_button):
            row.addWidget(widget)
        return row

    # What the page calls

    @property
    def item_id(self) -> int | None:
        """The chosen item."""
        return self.item_box.currentData()

    @property
    def group(self) -> int | None:
        """The chosen group, or None for all."""
        return self.group_box.currentData()

    @property
    def judge(self) -> int:
        """The judge whose criteria are shown, or 0."""
        return self.judge_box.currentData() or ALL_JUDGES

    def show_choices(self, items: Sequence[ItemRow], sheet: Sheet) -> None:
        """Fill the choices of items, groups and (for marks per criterion) judges."""
        self.sheet = sheet
        _fill(self.item_box, [(item.name, item.id) for item in items], sheet.item.id)
        groups = [(self.tr("Group {letter}").format(letter=group_letter(one)), one) for one in sheet.groups]
        _fill(self.group_box, [(self.tr("All groups"), None), *groups], sheet.group)
        self.group_box.setVisible(bool(groups))
        kept = self.judge
        judges = [(seat.name, seat.judge_id) for seat in sheet.judges]
        _fill(self.judge_box, [(self.tr("All judges"), ALL_JUDGES), *judges], kept)
        self.judge_box.setVisible(sheet.item.per_criterion)

    def allow(self, enter: bool, manage: bool) -> None:
        """Which commands can be given now."""
        self.adjust_button.setEnabled(manage)
        confirmed = any(cell.confirmed for row in self.rows().values() for cell in row.cells.values())
        self.release_button.setVisible(manage and confirmed)
        for button in (self.undo_button, self.redo_button):
            button.setEnabled(enter)

    def rows(self) -> dict[int, EntrantRow]:
        """Every entrant of the grid, hidden or not, by nominee id."""
        return {row.data.nominee_id: row.data for row in self.grid.grid_model.all_rows}

    def current(self) -> EntrantRow | None:
        """The entrant of the current row."""
        index = self.grid.currentIndex()
        return self.grid.grid_model.row(index.row()).data if index.isValid() else None

    def current_judge(self) -> int | None:
        """The judge of the current cell."""
        if self.judge:
            return self.judge
        index = self.grid.currentIndex()
        key = self.grid.grid_model.columns[index.column()].key if index.isValid() else None
        return key if isinstance(key, int) else None

    def to_verify(self) -> list[int]:
        """Entrants that wait for verification: those selected if several are, else all shown."""
        model = self.grid.grid_model
        several = {index.row() for index in self.grid.selectedIndexes()} if self.grid.several_selected else None
        shown = [model.row(at) for at in range(model.rowCount()) if several is None or at in several]
        return [row.data.nominee_id for row in shown if row.data.progress is Progress.COMPLETE]

    def count(self) -> None:
        """Show what is done and what is left, and seen / expected per judge."""
        rows = self.rows()
        states = [row.progress for row in rows.values() if row.progress is not Progress.OUT]
        open_ = sum(state in OPEN_STATES for state in states)
        doubt = states.count(Progress.DOUBT) + len(self.grid.grid_model.problems())
        self.cards["done"].set_value(f"{len(states) - open_} / {len(states)}")
        self.cards["open"].set_value(str(open_))
        self.cards["verify"].set_value(str(states.count(Progress.COMPLETE)))
        self.cards["doubt"].set_value(str(doubt), tone="warn" if doubt else "text3")
        self._show_seen(rows)

    # Inside

    def _show_seen(self, rows: dict[int, EntrantRow]) -> None:
        judges = seen_by_judge(self.sheet, rows) if self.sheet is not None else []
        self.seen.setVisible(bool(judges))
        parts = [f"{title} {seen}/{asked}" for title, _, seen, asked in judges]
        self.seen.setText(self.tr("Marks in / expected:  {counts}").format(counts="    ".join(parts)))
        self.seen.setToolTip("\n".join(f"{title} {name}: {seen}/{asked}" for title, name, seen, asked in judges))

    def _filter(self) -> None:
        state, needles = self.state_box.currentData(), self.search.text().casefold().split()
        if not state and not needles:
            self.grid.set_filter(None)
            return

        def keep(row: Row) -> bool:
            known: EntrantRow = row.data
            if state == "open" and known.progress not in OPEN_STATES:
                return False
            if state not in ("", "open") and known.progress.value != state:
                return False
            return all(needle in row.search for needle in needles)

        self.grid.set_filter(keep)


def _fill(box: QComboBox, entries: Sequence[tuple[str, object]], chosen: object) -> None:
    known = [(box.itemText(at), box.itemData(at)) for at in range(box.count())]
    box.blockSignals(True)
    if known != list(entries):
        box.clear()
        for text, data in entries:
            box.addItem(text, data)
    at = next((n for n, (_, data) in enumerate(entries) if data == chosen), 0)
    box.setCurrentIndex(at)
    box.blockSignals(False)
