"""The marks of the final: entrants by judges, typed as on paper, verified by another person, locked by two."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from exam.access import Right
from exam.errors import Conflict, ExamError
from ui import messages, theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.judging import Layout, grid_columns, grid_row, layout_of
from ui.item_models.mark_grid_rows import SaveRequest
from ui.pages.judging_advice import JudgingAdvice
from ui.pages.judging_commands import JudgingCommands, saving
from ui.pages.page import Page
from ui.widgets.empty_state import EmptyState
from ui.widgets.final_entry import FinalEntry
from ui.widgets.mark_grid import KeptTyping

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.judging_sheet import EntrantRow, Sheet

LOADING, NOBODY, NO_ITEMS, FULL = range(4)


class JudgingPage(Page):
    """Choose an item and a group; type, look, verify, lock."""

    key = "judging"
    topics = frozenset({"final", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._items: list[ItemRow] = []
        self.sheet: Sheet | None = None
        self.layout_shown: Layout | None = None
        self._own_change = False
        self._kept: KeptTyping | None = None
        self._wanted: int | None = None
        self.look_at: tuple[int, int] | None = None
        self.commands = JudgingCommands(self)
        self.advice = JudgingAdvice(self)
        self.second_button = self.header.add_action(self.tr("Second entry"), "copy", self._choose)
        self.second_button.setCheckable(True)
        self.second_button.setToolTip(self.tr("Another person types the same papers into an empty grid"))
        self.differences_button = self.header.add_action(
            self.tr("Differences…"), "git-compare-arrows", self.commands.differences
        )
        self.times_button = self.header.add_action(self.tr("Times…"), "history", self.commands.times)
        self.times_button.setToolTip(self.tr("How long each entrant took; the deduction follows from the rule"))
        self.verify_button = self.header.add_action(self.tr("Verify…"), "clipboard-check", self.commands.verify)
        self.lock_button = self.header.add_action(self.tr("Lock the item…"), "lock", self.commands.lock, "primary")
        self._stack = self.add_views(self._nobody(), self._no_items(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Final marks")

    def subtitle(self) -> str:
        return self.tr("The judges' marks of the elite final")

    def key_hints(self) -> str:
        return self.tr("Enter next entrant   Tab next judge   / judge absent   + next open   Ctrl+Z undo")

    def help_text(self) -> str:
        return self.tr(
            "Choose the item and the group, then type each judge's mark and press Enter: it is saved at once. / means "
            "that the judge did not mark; an empty cell is missing, not zero, and gives no mark. Marks far from the "
            "other judges are amber until somebody says that they are right. Judges of the entrant's unit are left "
            "out. Another person verifies; two people lock the item."
        )

    # Building

    def _nobody(self) -> EmptyState:
        return EmptyState(
            self.tr("Nobody is nominated for the final yet. Take in the nominations and give the codes first."),
            self.tr("Go to the finalists"),
            lambda: self.context.go_to("nominations"),
            self.tr("Look at the items"),
            lambda: self.context.go_to("items"),
            icon="user-check",
        )

    def _no_items(self) -> EmptyState:
        return EmptyState(
            self.tr("The final has no items to mark yet. Choose what is held and who judges."),
            self.tr("Go to items and judges"),
            lambda: self.context.go_to("items"),
            self.tr("Look at the finalists"),
            lambda: self.context.go_to("nominations"),
            icon="list-ordered",
        )

    def _full(self) -> FinalEntry:
        names = self.context.may(Right.SEE_NAMES_BESIDE_MARKS)
        self.entry = FinalEntry(self.context.settings.enter_goes, names)
        self.grid = self.entry.grid
        self.grid.save_wanted.connect(self._save)
        self.grid.doubt_accepted.connect(self._tick)
        self.entry.chosen.connect(self._choose)
        self.entry.adjust_wanted.connect(self.commands.adjust)
        self.entry.release_wanted.connect(self.commands.release)
        return self.entry

    # Showing

    def arrive(self, **hints: Any) -> None:
        """``item_id``: the item to show."""
        self._wanted = hints.get("item_id", self._wanted)
        self._read()

    def refresh(self) -> None:
        # After our own save the row is in the grid already.
        if not self._own_change:
            self._read()

    def _read(self) -> None:
        wanted, self._wanted = self._wanted or self.entry.item_id, None
        group, names = self.entry.group, self.entry.names.isChecked()
        second = self.second_button.isChecked()
        own_only = not (self.context.may(Right.ENTER_MARKS) or self.context.may(Right.READ_EVERYTHING))

        def look(uow: Any) -> Any:
            from exam.services import finals, items, judging

            kinds = ("panel",) if own_only else ("panel", "written")
            rows = [row for row in items.list_items(uow) if row.kind in kinds]
            nominated = any(team.nominated for team in finals.list_teams(uow))
            if not rows or not nominated:
                return rows, nominated, None
            target = next((row.id for row in rows if row.id == wanted), _first(rows))
            panel = next(row.kind for row in rows if row.id == target) == "panel"
            twice = second and panel
            sheet = judging.get_sheet(uow, item_id=target, group=group, with_names=names and not twice, second=twice)
            return rows, nominated, sheet

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[ItemRow], bool, Sheet | None]) -> None:
        self._items, nominated, sheet = found
        if sheet is None:
            self.sheet = None
            self._stack.setCurrentIndex(NO_ITEMS if nominated else NOBODY)
            self._allow()
            return
        old = (self.sheet.item.id, self.layout_shown) if self.sheet is not None else None
        old_group = self.sheet.group if self.sheet is not None else None
        self.sheet = sheet
        self.entry.show_choices(self._items, sheet)
        if sheet.item.kind != "panel":
            self.second_button.setChecked(False)
        self.layout_shown = layout_of(sheet, self.entry.judge, self.second_button.isChecked())
        if old != (sheet.item.id, self.layout_shown):
            # Another sheet of paper: nothing typed or undone on the last one may reach this one.
            self.grid.set_columns([])
        self.grid.set_columns(grid_columns(sheet, self.layout_shown))
        self.grid.set_rows([grid_row(row, sheet, self.layout_shown) for row in sheet.rows])
        self.grid.set_locked(sheet.item.locked or not self._may_enter())
        self._stack.setCurrentIndex(FULL)
        self.header.set_subtitle(self.advice.about(sheet))
        self.entry.count()
        if old != (sheet.item.id, self.layout_shown) or old_group != sheet.group:
            self.grid.go_to_first_open()
        if self._kept is not None:
            self.grid.restore_drafts(self._kept)
            self._kept = None
        self.advice.tell(sheet)
        self._allow()
        if self.look_at is not None:
            place, self.look_at = self.look_at, None
            self.advice.go_to_mark(*place)

    def _may_enter(self) -> bool:
        return self.context.may(Right.ENTER_MARKS) or self.context.may(Right.ENTER_OWN_JUDGE_MARKS)

    def _allow(self) -> None:
        """Enable what can be done now; the tool tip says why not."""
        sheet, may = self.sheet, self.context.may
        locked = sheet is not None and sheet.item.locked
        second, panel = self.second_button.isChecked(), sheet is not None and sheet.item.kind == "panel"
        self.second_button.setVisible(panel and may(Right.ENTER_MARKS))
        self.differences_button.setVisible(panel and may(Right.ENTER_MARKS))
        timed = sheet is not None and bool(sheet.item.overtime.limit)
        self.times_button.setVisible(timed and not second and may(Right.ENTER_MARKS))
        self.verify_button.setVisible(sheet is not None and not second)
        self.lock_button.setVisible(sheet is not None and not second)
        role = self.tr("Your role may not do this.")
        self.verify_button.setEnabled(sheet is not None and not locked and may(Right.VERIFY_MARKS))
        self.lock_button.setText(self.tr("Open again…") if locked else self.tr("Lock the item…"))
        self.lock_button.setIcon(theme.button_icon("lock-open" if locked else "lock", "on_accent"))
        self.lock_button.setEnabled(sheet is not None and may(Right.MANAGE_FINAL if locked else Right.LOCK_MARKS))
        for button in (self.verify_button, self.lock_button):
            button.setToolTip("" if button.isEnabled() else self.tr("The item is locked.") if locked else role)
        self.entry.allow(not locked and self._may_enter(), not locked and not second and may(Right.MANAGE_FINAL))

    def unsaved(self) -> int:
        return self.grid.unsaved()

    def keep_typed(self) -> list[Any]:
        return [super().keep_typed(), self.grid.keep_drafts(), self.entry.item_id]

    def restore_typed(self, kept: list[Any]) -> None:
        fields, self._kept, self._wanted = kept
        super().restore_typed(fields)

    def _choose(self) -> None:
        if self.grid.grid_model.problems():
            self.look_at = None
            messages.tell(self, self.tr("Some marks in the grid are not saved. Correct or empty these cells first."))
            if self.sheet is not None:
                self.entry.show_choices(self._items, self.sheet)
                self.second_button.setChecked(self.layout_shown is not None and self.layout_shown.second)
            return
        self._read()

    # Marks

    def _save(self, request: SaveRequest) -> None:
        sheet, layout, row = self.sheet, self.layout_shown, self.entry.rows().get(request.row)  # type: ignore[arg-type]
        if sheet is None or layout is None or row is None:
            return
        call = saving(sheet, layout, row, request)

        def same_paper() -> bool:
            return self.sheet is not None and (self.sheet.item.id, self.layout_shown) == (sheet.item.id, layout)

        def done(saved: EntrantRow) -> None:
            if same_paper():
                self.grid.saved(request, grid_row(saved, sheet, layout))
                self.advice.tell(sheet)
                self._quiet()

        def failed(error: ExamError) -> None:
            if not same_paper():
                messages.tell(self, f"{row.code} · {request.text} — {sentence(error)}", "error")
                return
            self.grid.failed(request, error)
            if isinstance(error, Conflict):
                self._read()

        self.context.operations.write(self, call, done, failed, request=request.request)

    def _quiet(self) -> None:
        """The next notice of a change is our own, as long as it comes at once."""
        self._own_change = True
        QTimer.singleShot(0, self, self._listen)

    def _listen(self) -> None:
        self._own_change = False

    def _tick(self, nominee_id: int, column: int) -> None:
        sheet, layout = self.sheet, self.layout_shown
        if sheet is None or layout is None:
            return
        names = sheet.names
        # On the sheet of one judge the columns are criteria.
        judge_id = layout.judge or column

        def call(uow: Any) -> Any:
            from exam.services.judging import tick_mark

            return tick_mark(uow, item_id=sheet.item.id, nominee_id=nominee_id, judge_id=judge_id, with_names=names)

        def done(row: EntrantRow) -> None:
            self.grid.grid_model.replace_row(grid_row(row, sheet, layout))
            self.entry.count()
            self.advice.tell(sheet)
            self.grid.setFocus()
            self._quiet()

        self.context.operations.write(self, call, done)


def _first(rows: list[ItemRow]) -> int:
    """What is looked at first: the first open item, or when all are locked the first one with a panel."""
    open_ = [row for row in rows if not row.locked]
    judged = [row for row in rows if row.kind == "panel"]
    return (open_ or judged or rows)[0].id
