"""The written round: marks and states typed into a grid, verified, averaged per unit, locked by two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from exam.access import Right
from exam.errors import Conflict, ExamError
from ui import messages
from ui.context import Context
from ui.item_models.mark_grid_rows import LateRow, SaveRequest
from ui.item_models.written import grid_columns, grid_row, grid_rows
from ui.pages.page import Page
from ui.pages.written_commands import WrittenCommands
from ui.pages.written_tabs import WrittenTabs
from ui.pages.written_words import about, standing, why_locked
from ui.widgets.empty_state import EmptyState
from ui.widgets.mark_entry import MarkEntry
from ui.widgets.mark_grid import KeptTyping
from ui.widgets.number_entry import EntryField

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow, MarkSheet
    from exam.services.sittings import SittingRow
    from exam.services.waiting import WaitingUnit

FILES = (".xlsx", ".xlsm", ".csv")
LOADING, NO_DRAW, NO_SITTING, FULL = range(4)


class WrittenPage(Page):
    """Two tabs: the marks of a sitting, and the averages of the units over all sittings."""

    key = "written"
    topics = frozenset({"written", "draw", "competition", "roster"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._sittings: tuple[SittingRow, ...] = ()
        self._own_change = False
        self._kept: KeptTyping | None = None
        self._wanted: int | None = None
        self._stale = self._twice = False
        self.entry = MarkEntry(context.settings.enter_goes)
        self.grid = self.entry.grid
        self.commands = WrittenCommands(context, self.entry, self)
        self._add_actions()
        self._stack = self.add_views(self._no_draw(), self._no_sitting(), self._tabs())
        self._allow()

    def title(self) -> str:
        return self.tr("Written marks")

    def subtitle(self) -> str:
        return self.tr("The all-staff written round")

    def key_hints(self) -> str:
        return self.tr("Enter next   / absent   * disqualified   + next open   Ctrl+V paste   Ctrl+Z undo")

    def help_text(self) -> str:
        return self.tr(
            "Type each mark and press Enter: it is saved at once. / means absent, * disqualified; 请假, 违纪 and 作弊 "
            "can be typed too. An empty cell is missing, not zero. Marks are verified by somebody other than "
            "their recorder and then locked by two people. Where the rules ask for a second entry, another person "
            "types everything again without seeing the first; only differences go to a third person."
        )

    # Building

    def _add_actions(self) -> None:
        self.template_button = self.header.add_action(self.tr("Template…"), "download", self.commands.save_template)
        self.import_button = self.header.add_action(self.tr("Import…"), "file-input", self.commands.choose_file)
        self.verify_button = self.header.add_action(self.tr("Verify…"), "clipboard-check", self.commands.verify)
        self.lock_button = self.header.add_action(self.tr("Lock the marks…"), "lock", self.commands.lock, "primary")

    def _no_draw(self) -> EmptyState:
        return EmptyState(
            self.tr("Nobody has been drawn yet. The written round begins with the random draw."),
            self.tr("Go to the draw"),
            lambda: self.context.go_to("draw"),
            self.tr("Look at the rules of the written round"),
            lambda: self.context.go_to("setup"),
            icon="shuffle",
        )

    def _no_sitting(self) -> EmptyState:
        self.no_sitting = EmptyState(
            self.tr("The draw is done. Make a sitting for the drawn people, and the grid for their marks opens."),
            self.tr("Make the sitting…"),
            self.commands.add_sitting,
            self.tr("Look at the draw"),
            lambda: self.context.go_to("draw"),
            icon="clipboard-pen",
        )
        return self.no_sitting

    def _tabs(self) -> QWidget:
        self.grid.save_wanted.connect(self._save)
        self.entry.sitting_chosen.connect(self._choose_sitting)
        self.entry.add_wanted.connect(self.commands.add_sitting)
        self.entry.change_wanted.connect(self.commands.change_sitting)
        self.entry.state_wanted.connect(self.set_state)
        self.entry.answers_wanted.connect(self.commands.score_answers)
        self.tabs = WrittenTabs(self.context, self.entry)
        self.averages, self.second = self.tabs.averages, self.tabs.second
        self.tabs.entry_shown.connect(self._entry_shown)
        self.second.saving.connect(self._second_saved)
        self.tabs.currentChanged.connect(self._tab_shown)
        self.tabs.differing_changed.connect(self._tell_state)
        return self.tabs

    # Showing

    def refresh(self) -> None:
        # Our own save: its row is in the grid already, and reading 2,000 rows for each key is too much.
        if not self._own_change:
            self._read()

    def _read(self) -> None:
        chosen = self._wanted or (self.commands.sitting.id if self.commands.sitting is not None else None)

        def look(uow: Any) -> Any:
            from exam.services import marks, sittings, waiting

            rows = sittings.list_sittings(uow)
            apart = waiting.list_waiting(uow)
            known = [row.id for row in rows]
            # Without a choice, the first one in which there is something to do.
            free = [row.id for row in rows if not row.locked]
            target = chosen if chosen in known else (free or known or [None])[0]
            sheet = marks.list_marks(uow, sitting_id=target) if target is not None else None
            return rows, apart, sheet, grid_rows(sheet.rows) if sheet is not None else []

        self.context.operations.read(self, look, self._show)

    def _show(
        self, found: tuple[tuple[SittingRow, ...], tuple[WaitingUnit, ...], MarkSheet | None, list[LateRow]]
    ) -> None:
        self._sittings, self.commands.waiting, sheet, shown = found
        if sheet is None:
            self.commands.sitting = None
            self._stack.setCurrentIndex(NO_SITTING if self.commands.waiting else NO_DRAW)
            self._allow()
            return
        first = self.commands.sitting is None or self.commands.sitting.id != sheet.sitting.id
        self.commands.sitting, self._wanted, self._stale, self._twice = sheet.sitting, None, False, sheet.twice
        self.commands.rows = {row.candidate_id: row for row in sheet.rows}
        self.entry.show_sittings(self._sittings, sheet.sitting)
        self.grid.set_columns(grid_columns(sheet.sitting, sheet.rows))
        self.grid.set_rows(shown)
        self.entry.show_units(sheet.rows)
        self.entry.show_papers(sheet)
        self.tabs.show_sitting(sheet.sitting, sheet.twice)
        self.grid.set_locked(sheet.sitting.locked or not self.context.may(Right.ENTER_MARKS), why_locked(sheet.sitting))
        self._stack.setCurrentIndex(FULL)
        self.header.set_subtitle(about(sheet.sitting))
        if first:
            self.grid.go_to_first_open()
        if self._kept is not None:
            self.grid.restore_drafts(self._kept)
            self._kept = None
        self._tell_state()
        self._allow()

    def _tell_state(self) -> None:
        """What stands, and what comes next."""
        told = standing(
            self.commands.sitting, self.entry.progress, self.commands.waiting, self._twice, self.tabs.differing
        )
        if told is None:
            self.entry.set_standing()
            return
        actions = {
            "update": self.commands.update_candidates,
            "add": self.commands.add_sitting,
            "second": lambda: self.tabs.setCurrentWidget(self.second),
            "differences": lambda: self.tabs.setCurrentWidget(self.tabs.differences),
            "verify": self.commands.verify,
            "lock": self.commands.lock,
        }
        action = ((told.label, actions[told.action]),) if told.action else ()
        self.entry.set_standing(told.tone, told.text, action)

    def _allow(self) -> None:
        """Enable what can be done now; the tool tip says why not."""
        sitting, may = self.commands.sitting, self.context.may
        free = sitting is not None and not sitting.locked
        why = self.tr("There is no sitting yet.") if sitting is None else self.tr("The marks are locked.")
        role = self.tr("Your role may not do this.")
        for button, right in (
            (self.import_button, Right.ENTER_MARKS),
            (self.verify_button, Right.VERIFY_MARKS),
            (self.template_button, Right.ENTER_MARKS if self._hides_names() else Right.SEE_NAMES_BESIDE_MARKS),
        ):
            button.setEnabled(free and may(right))
            button.setToolTip("" if button.isEnabled() else why if not free else role)
        self.verify_button.setVisible(not self._twice)
        locked = sitting is not None and sitting.locked
        self.lock_button.setText(self.tr("Open again…") if locked else self.tr("Lock the marks…"))
        right = Right.MANAGE_WRITTEN if locked else Right.LOCK_MARKS
        self.lock_button.setEnabled(sitting is not None and may(right))
        self.lock_button.setToolTip("" if self.lock_button.isEnabled() else why if sitting is None else role)
        waiting = bool(self.commands.waiting) and may(Right.MANAGE_WRITTEN)
        self.entry.allow(free and may(Right.MANAGE_WRITTEN), free and may(Right.ENTER_MARKS), waiting)

    def _hides_names(self) -> bool:
        return self.commands.sitting is not None and self.commands.sitting.hides_names

    def _tab_shown(self) -> None:
        self.commands.in_second = self.tabs.currentWidget() is self.second

    def _entry_shown(self) -> None:
        if self._stale:
            self._read()

    def _second_saved(self) -> None:
        """A second entry may have verified a mark: the first grid is read anew when it is shown."""
        self._stale = self._own_change = True
        QTimer.singleShot(0, self, self._listen)

    def unsaved(self) -> int:
        return self.grid.unsaved() + self.second.unsaved()

    def drop_typed(self) -> None:
        """Let go of what was typed and refused in both entries."""
        self.grid.drop_drafts()
        self.second.grid.drop_drafts()

    def _plain_fields(self) -> list[QWidget]:
        # The fields for numbers and marks follow the sections, so a page made anew has none yet.
        return [field for field in super()._plain_fields() if not isinstance(field, EntryField)]

    def keep_typed(self) -> list[Any]:
        return [
            super().keep_typed(),
            self.grid.keep_drafts(),
            self.commands.sitting.id if self.commands.sitting else None,
        ]

    def restore_typed(self, kept: list[Any]) -> None:
        fields, self._kept, self._wanted = kept
        super().restore_typed(fields)

    # Marks

    def _save(self, request: SaveRequest) -> None:
        row = self.commands.rows[request.row]  # type: ignore[index]
        seen = next(mark for mark in row.marks if mark.section_id == request.column)
        state, points = request.input.attendance, request.input.points

        def call(uow: Any) -> Any:
            from exam.services import marks

            if state is not None:
                return marks.set_attendance(
                    uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
                )
            return marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=seen.section_id, points=points,
                seen_version=seen.version,
            )  # fmt: skip

        def done(saved: MarkRow) -> None:
            self.commands.rows[saved.candidate_id] = saved
            self.grid.saved(request, grid_row(saved))
            self._quiet()

        def failed(error: ExamError) -> None:
            self.grid.failed(request, error)
            if isinstance(error, Conflict):
                self._read()

        self.context.operations.write(self, call, done, failed, request=request.request)

    def _quiet(self) -> None:
        """The next notice of a change is our own, as long as it comes at once."""
        self._own_change = True
        self._tell_state()
        QTimer.singleShot(0, self, self._listen)
        self.tabs.read_soon()

    def _listen(self) -> None:
        self._own_change = False

    def set_state(self) -> None:
        """Ask how the current candidate took part."""
        row = self.commands.rows.get(self.entry.current_key())  # type: ignore[arg-type]
        if row is not None:
            from ui.dialogs.attendance import AttendanceDialog

            AttendanceDialog(self.context, row, self).open()

    def _choose_sitting(self, sitting_id: int) -> None:
        chosen, shown = next((row for row in self._sittings if row.id == sitting_id), None), self.commands.sitting
        if chosen is None or shown is None or chosen.id == shown.id:
            return
        self.entry.show_sittings(self._sittings, shown)

        def choose() -> None:
            self.drop_typed()
            self._wanted = chosen.id
            self._read()

        messages.ask_unsaved(self, self.unsaved(), choose)

    # Files

    def takes_file(self, path: Path) -> bool:
        return path.suffix.lower() in FILES and self.import_button.isEnabled()

    def take_file(self, path: Path) -> None:
        if self.import_button.isEnabled():
            self.commands.take_file(path)
