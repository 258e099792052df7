"""The written round: marks and states typed into a grid, verified, averaged per unit, locked by two."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QWidget

from exam.access import Right
from exam.errors import Conflict, ExamError
from exam.rules.marks import show
from ui import messages
from ui.context import Context
from ui.item_models.mark_grid_model import SaveRequest
from ui.item_models.written import grid_columns, grid_row
from ui.pages.page import Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.mark_entry import MarkEntry
from ui.widgets.unit_averages import UnitAverages

if TYPE_CHECKING:
    from exam.services.marks import MarkRow, MarkSheet, UnitAverageRow, VerifyOutcome
    from exam.services.sittings import SittingRow

FILES = (".xlsx", ".xlsm", ".csv")
LOADING, NO_DRAW, NO_SITTING, FULL = range(4)


class WrittenPage(Page):
    """Two tabs: the marks of a sitting, and the averages of the units over all sittings."""

    key = "written"
    topics = frozenset({"written", "draw", "competition", "roster"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rows: dict[int, MarkRow] = {}
        self._sittings: tuple[SittingRow, ...] = ()
        self._sitting: SittingRow | None = None
        self._waiting = 0
        self._own_change = False
        self._kept: dict[Any, str] = {}
        self._averages_timer = QTimer(self)
        self._averages_timer.setSingleShot(True)
        self._averages_timer.setInterval(400)
        self._averages_timer.timeout.connect(self._read_averages)
        self._add_actions()
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(self._no_draw())
        self._stack.addWidget(self._no_sitting())
        self._stack.addWidget(self._tabs())
        self.body.addWidget(self._stack, 1)
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
            "their recorder and then locked by two people."
        )

    # Building

    def _add_actions(self) -> None:
        self.template_button = self.header.add_action(self.tr("Template…"), "download", self.save_template)
        self.import_button = self.header.add_action(self.tr("Import…"), "file-input", self.choose_file)
        self.verify_button = self.header.add_action(self.tr("Verify…"), "clipboard-check", self.verify)
        self.lock_button = self.header.add_action(self.tr("Lock the marks…"), "lock", self.lock, "primary")

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
            self.add_sitting,
            self.tr("Look at the draw"),
            lambda: self.context.go_to("draw"),
            icon="clipboard-pen",
        )
        return self.no_sitting

    def _tabs(self) -> QWidget:
        self.entry = MarkEntry(self.context.settings.enter_goes)
        self.grid = self.entry.grid
        self.grid.save_wanted.connect(self._save)
        self.entry.sitting_chosen.connect(self._choose_sitting)
        self.entry.add_wanted.connect(self.add_sitting)
        self.entry.change_wanted.connect(self.change_sitting)
        self.entry.state_wanted.connect(self.set_state)
        self.averages = UnitAverages()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.entry, self.tr("Enter marks"))
        self.tabs.addTab(self.averages, self.tr("Unit averages"))
        self.tabs.currentChanged.connect(lambda _: self._read_averages())
        return self.tabs

    # Showing

    def refresh(self) -> None:
        if self._own_change:
            # Our own save: its row is in the grid already, and reading 2,000 rows for each key is too much.
            return
        chosen = self._sitting.id if self._sitting is not None else None

        def look(uow: Any) -> Any:
            from exam.services import marks, sittings

            rows = sittings.list_sittings(uow)
            waiting = sittings.count_waiting(uow)
            known = [row.id for row in rows]
            target = chosen if chosen in known else (known[0] if known else None)
            sheet = marks.list_marks(uow, sitting_id=target) if target is not None else None
            return rows, waiting, sheet

        self.context.operations.read(self, look, self._show)
        self._read_averages()

    def _show(self, found: tuple[tuple[SittingRow, ...], int, MarkSheet | None]) -> None:
        self._sittings, self._waiting, sheet = found
        if sheet is None:
            self._sitting = None
            self._stack.setCurrentIndex(NO_SITTING if self._waiting else NO_DRAW)
            self._allow()
            return
        first = self._sitting is None or self._sitting.id != sheet.sitting.id
        self._sitting = sheet.sitting
        self._rows = {row.candidate_id: row for row in sheet.rows}
        self.entry.show_sittings(self._sittings, sheet.sitting)
        self.grid.set_columns(grid_columns(sheet.sitting, sheet.rows))
        self.grid.set_rows([grid_row(row) for row in sheet.rows])
        self.entry.show_units(sheet.rows)
        self.grid.set_locked(sheet.sitting.locked or not self.context.may(Right.ENTER_MARKS))
        self._stack.setCurrentIndex(FULL)
        self.header.set_subtitle(self._about(sheet.sitting))
        if first:
            self.grid.go_to_first_open()
        if self._kept:
            self.grid.restore_drafts(self._kept)
            self._kept = {}
        self._tell_state()
        self._allow()

    def _about(self, sitting: SittingRow) -> str:
        begins = f"{sitting.starts_at.astimezone():%Y-%m-%d %H:%M}" if sitting.starts_at is not None else ""
        marks = self.tr("marks 0–{full}").format(full=show(sitting.full))
        people = self.tr("{n} candidates").format(n=sitting.candidates)
        return " · ".join(part for part in (sitting.name, begins, sitting.place, people, marks) if part)

    def _tell_state(self) -> None:
        sitting = self._sitting
        if sitting is not None and sitting.locked:
            text = self.tr("The marks were locked by {person} and {witness}.")
            self.entry.set_standing("ok", text.format(person=sitting.locked_by, witness=sitting.witness))
        elif self._waiting:
            text = self.tr("{n} drawn people have no sitting yet, perhaps because they stepped up after a strike.")
            action = (self.tr("&Update the list"), self.update_candidates)
            self.entry.set_standing("warn", text.format(n=self._waiting), (action,))
        else:
            self.entry.set_standing()

    def _allow(self) -> None:
        """Enable what can be done now; the tool tip says why not."""
        sitting, may = self._sitting, self.context.may
        free = sitting is not None and not sitting.locked
        why = self.tr("There is no sitting yet.") if sitting is None else self.tr("The marks are locked.")
        role = self.tr("Your role may not do this.")
        for button, right in (
            (self.import_button, Right.ENTER_MARKS),
            (self.verify_button, Right.VERIFY_MARKS),
            (self.template_button, Right.SEE_NAMES_BESIDE_MARKS),
        ):
            button.setEnabled(free and may(right))
            button.setToolTip("" if button.isEnabled() else why if not free else role)
        locked = sitting is not None and sitting.locked
        self.lock_button.setText(self.tr("Open again…") if locked else self.tr("Lock the marks…"))
        right = Right.MANAGE_WRITTEN if locked else Right.LOCK_MARKS
        self.lock_button.setEnabled(sitting is not None and may(right))
        self.lock_button.setToolTip("" if self.lock_button.isEnabled() else why if sitting is None else role)
        self.entry.allow(free and may(Right.MANAGE_WRITTEN), free and may(Right.ENTER_MARKS), self._waiting > 0)

    def _read_averages(self) -> None:
        if self.tabs.currentWidget() is not self.averages:
            return

        def look(uow: Any) -> Any:
            from exam.services.marks import list_unit_averages

            return list_unit_averages(uow)

        self.context.operations.read(self, look, self._show_averages)

    def _show_averages(self, rows: tuple[UnitAverageRow, ...]) -> None:
        self.averages.show_rows(rows)

    def keep_typed(self) -> list[Any]:
        return [super().keep_typed(), self.grid.keep_drafts(), self._sitting.id if self._sitting else None]

    def restore_typed(self, kept: list[Any]) -> None:
        fields, self._kept, _ = kept
        super().restore_typed(fields)

    # Marks

    def _save(self, request: SaveRequest) -> None:
        row = self._rows[request.row]  # type: ignore[index]
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
            self._rows[saved.candidate_id] = saved
            self.grid.saved(request, grid_row(saved))
            self._quiet()

        def failed(error: ExamError) -> None:
            self.grid.failed(request, error)
            if isinstance(error, Conflict):
                self.refresh()

        self.context.operations.write(self, call, done, failed, request=request.request)

    def _quiet(self) -> None:
        """The next notice of a change is our own, as long as it comes at once."""
        self._own_change = True
        QTimer.singleShot(0, self, self._listen)
        self._averages_timer.start()

    def _listen(self) -> None:
        self._own_change = False

    def set_state(self) -> None:
        """Ask how the current candidate took part."""
        row = self._rows.get(self.entry.current_key())  # type: ignore[arg-type]
        if row is not None:
            from ui.dialogs.attendance import AttendanceDialog

            AttendanceDialog(self.context, row, self).open()

    def verify(self) -> None:
        """Confirm the marks shown (or selected) against the papers."""
        keys = self.entry.keys_to_verify()
        sitting = self._sitting
        if sitting is None:
            return
        if not keys:
            messages.tell(self, self.tr("No mark in the rows shown waits for verification."))
            return

        def call(uow: Any) -> Any:
            from exam.services.marks import verify_marks

            return verify_marks(uow, sitting_id=sitting.id, candidate_ids=keys)

        text = self.tr(
            "You confirm that {n} papers were compared with the marks entered here. Marks that you entered "
            "yourself are left for somebody else."
        )
        messages.confirm(
            self, text.format(n=len(keys)), self.tr("Verify {n} papers").format(n=len(keys)),
            lambda: self.context.operations.write(self, call, self._verified),
        )  # fmt: skip

    def _verified(self, outcome: VerifyOutcome) -> None:
        text = self.tr("{n} papers verified.").format(n=outcome.verified)
        if outcome.own:
            text += " " + self.tr("{n} were entered by you and wait for somebody else.").format(n=outcome.own)
        self.context.say(text)
        self.entry.message.show_message("ok", text)

    def lock(self) -> None:
        """Close the marks with a second person, or open them again with a reason."""
        sitting = self._sitting
        if sitting is None:
            return
        if sitting.locked:
            from ui.dialogs.unlock_marks import UnlockMarksDialog

            UnlockMarksDialog(self.context, sitting, self).open()
            return
        if self.grid.grid_model.problems():
            messages.tell(self, self.tr("Some marks in the grid are not saved. Correct or empty these cells first."))
            return
        from ui.dialogs.passwords import ask_second_person

        def lock(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.sitting_locks import lock_sitting

                return lock_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness)

            self.context.operations.write(self, call, serializable=True)

        intro = self.tr("Locking closes the marks of {sitting}. A second person confirms with name and password.")
        ask_second_person(self, self.context, intro.format(sitting=sitting.name), self.tr("Lock"), lock)

    # Sittings

    def _choose_sitting(self, sitting_id: int) -> None:
        chosen = next((row for row in self._sittings if row.id == sitting_id), None)
        if chosen is not None and chosen != self._sitting:
            self._sitting = chosen
            self.refresh()

    def add_sitting(self) -> None:
        """Ask for a new sitting for the drawn people who have none."""
        from ui.dialogs.sitting_edit import SittingDialog

        SittingDialog(self.context, None, self._waiting, self).open()

    def change_sitting(self) -> None:
        """Change name, time, place and sections of the sitting shown."""
        from ui.dialogs.sitting_edit import SittingDialog

        if self._sitting is not None:
            SittingDialog(self.context, self._sitting, 0, self).open()

    def update_candidates(self) -> None:
        """Take in who stepped up and take out who was struck."""
        sitting = self._sitting
        if sitting is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.sittings import update_candidates

            return update_candidates(uow, sitting_id=sitting.id)

        self.context.operations.write(self, call)

    # Files

    def takes_file(self, path: Path) -> bool:
        return path.suffix.lower() in FILES and self.import_button.isEnabled()

    def take_file(self, path: Path) -> None:
        """Show what the file would change; nothing is taken before the person agrees."""
        if self._sitting is not None and self.import_button.isEnabled():
            from ui.dialogs.marks_import import MarksImportDialog

            dialog = MarksImportDialog(self.context, path, self._sitting, self)
            dialog.saved.connect(self.context.say)
            dialog.open()

    def choose_file(self) -> None:
        """Ask for the file of marks."""
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        messages.choose_open_file(self, self.tr("Import marks"), kinds, self.take_file, self.context.settings.folder)

    def save_template(self) -> None:
        """Write a workbook with every candidate, to fill in the marks elsewhere."""
        sitting, language = self._sitting, self.context.settings.language
        if sitting is None:
            return
        people = [(row.ticket_number, row.staff_number, row.name, row.unit) for row in self._rows.values()]

        def write(path: Path) -> None:
            def work(progress: Any) -> Path:
                from exam.documents.build import write_file
                from exam.files.marks import marks_template

                return write_file(path, marks_template(people, sitting.sections, language))

            self.context.operations.job(
                self, self.tr("Writing the workbook"), work, lambda done: messages.exported(self, done)
            )

        name = self.tr("Marks {sitting}.xlsx").format(sitting=sitting.name)
        messages.choose_save_file(
            self, self.tr("Save as"), self.tr("Workbook (*.xlsx)"), name, write, self.context.settings.folder
        )
