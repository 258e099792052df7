"""The roster: everybody who may be drawn, found as you type; taken from a file or changed one by one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QHBoxLayout, QWidget

from exam.access import Right
from ui import messages, theme
from ui.context import Context
from ui.item_models.roster import StaffKeys, staff_keys, staff_model
from ui.pages.page import Page
from ui.pages.roster_filters import RosterFilters
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.cards import StatCard, card_row
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_line import MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.competition import StageRow
    from exam.services.roster import RosterCounts, StaffRow
    from exam.services.units import UnitRow

FILES = (".xlsx", ".xlsm", ".csv")


class RosterPage(Page):
    """Search, import, add, change, deactivate."""

    key = "roster"
    topics = frozenset({"roster", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._units: list[UnitRow] = []
        self._locked = False
        self._may = context.may(Right.MANAGE_ROSTER)
        self._add_actions()
        self._stack = self.add_views(self._empty(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Roster")

    def subtitle(self) -> str:
        return self.tr("Everybody who may be drawn or nominated")

    def key_hints(self) -> str:
        return self.tr("Ctrl+F search   Enter change   Ctrl+C copy   drag a workbook here to import it")

    def help_text(self) -> str:
        return self.tr(
            "Import the list of each unit or of all units: columns are found by their titles, every problem "
            "is shown "
            "with its row, and either everybody is taken or nobody. Search by name, staff number, unit or "
            "pinyin "
            "initials (zw finds 张伟). People who leave are deactivated, never deleted. When the list is "
            "final, lock "
            "the roster on the page Competition setup."
        )

    # Building

    def _add_actions(self) -> None:
        self.template_button = self.header.add_action(self.tr("Template…"), "download", self.save_template)
        self.export_button = self.header.add_action(self.tr("Export…"), "file-output", self.save_export)
        self.add_button = self.header.add_action(self.tr("Add person…"), "plus", self.add_person)
        self.import_button = self.header.add_action(self.tr("Import…"), "file-input", self.choose_file, "primary")

    def _empty(self) -> EmptyState:
        return EmptyState(
            self.tr("Nobody is on the roster yet. Import the list that the units sent, or drag the workbook here."),
            self.tr("Import the roster…"),
            self.choose_file,
            self.tr("Download a template to fill in"),
            self.save_template,
            icon="users",
        )

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.cards = {
            "staff": StatCard(self.tr("on the roster"), "users", "accent"),
            "units": StatCard(self.tr("units"), "building-2"),
            "window": StatCard(self.tr("window staff on duty"), "user-check", "ok"),
            "certified": StatCard(self.tr("of them certified"), "award", "ok"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        self._keys = StaffKeys()
        self.model = staff_model(lambda: self._keys)
        column.addLayout(self._tools())
        self.table = Table(self.model, name=self.tr("Roster"))
        self.table.on_activated(self.change_person)
        self.table.current_row.connect(lambda _: self._allow())
        column.addWidget(self.table, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.filters = RosterFilters(self.model, self)
        self.filters.filtered.connect(self._count)
        self.change_button = secondary_button(self.tr("Change…"), "pencil", self._change_selected)
        self.active_button = secondary_button(self.tr("Deactivate…"), "user-x", self._toggle_selected)
        row.addWidget(self.filters, 1)
        row.addWidget(self.change_button)
        row.addWidget(self.active_button)
        row.addWidget(tool_button("refresh-cw", self.tr("Refresh (F5)"), self.refresh))
        return row

    # Showing

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.rules.stages import Stage
            from exam.services import competition, roster, units

            stage = next(row for row in competition.list_stages(uow) if row.stage is Stage.ROSTER)
            staff = roster.list_staff(uow)
            return staff, staff_keys(staff), roster.get_counts(uow), units.list_units(uow), stage

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[StaffRow], StaffKeys, RosterCounts, list[UnitRow], StageRow]) -> None:
        staff, self._keys, counts, self._units, stage = found
        self._locked = stage.locked
        self.filters.show_units(self._units)
        self.model.set_rows(staff)
        self.filters.apply()
        self.cards["staff"].set_value(f"{counts.staff:,}")
        self.cards["units"].set_value(str(counts.units))
        self.cards["window"].set_value(f"{counts.ready:,}")
        self.cards["certified"].set_value(f"{counts.ready_certified:,}")
        self._stack.setCurrentIndex(2 if staff else 1)
        # The empty state has the one button that matters.
        self.import_button.setVisible(bool(staff))
        self.export_button.setVisible(bool(staff))
        if stage.locked:
            self.message.show_message(
                "info",
                self.tr("The roster was locked by {person}; nobody can change it now.").format(person=stage.locked_by),
                [(self.tr("Go to setup"), lambda: self.context.go_to("setup", tab="stages"))],
            )
        elif not self._may:
            self.message.show_message("info", self.tr("You may look at the roster; the competition office changes it."))
        else:
            self.message.clear()
        self._allow()

    def _count(self) -> None:
        if not self.model.total:
            self.header.set_subtitle(self.subtitle())
            return
        shown, total = self.model.rowCount(), self.model.total
        text = self.tr("{total} people") if shown == total else self.tr("{shown} of {total} people are shown")
        self.header.set_subtitle(text.format(shown=f"{shown:,}", total=f"{total:,}"))

    def _allow(self) -> None:
        """Enable what can be done now; the tool tip says why not."""
        free = self._may and not self._locked
        why = (
            ""
            if free
            else self.tr("The roster is locked.")
            if self._locked
            else self.tr("Only the office may do this.")
        )
        for button in (self.add_button, self.import_button):
            button.setEnabled(free)
            button.setToolTip(why)
        row = self.table.selected_row()
        for button in (self.change_button, self.active_button):
            button.setEnabled(free and row is not None)
            button.setToolTip(why or ("" if row is not None else self.tr("Choose a person in the table first.")))
        gone = row is not None and not row.active
        self.active_button.setText(self.tr("Take in again") if gone else self.tr("Deactivate…"))
        self.active_button.setIcon(theme.button_icon("user-check" if gone else "user-x"))

    def arrive(self, **hints: Any) -> None:
        """``search``: text to find; ``unit_id``: the unit to show."""
        if "search" in hints:
            self.filters.search.setText(hints["search"])
        if "unit_id" in hints:
            self.filters.choose_unit(hints["unit_id"])

    # Files

    def takes_file(self, path: Path) -> bool:
        return path.suffix.lower() in FILES

    def take_file(self, path: Path) -> None:
        """Show what the file holds; nothing is taken before the person agrees."""
        if not self.import_button.isEnabled():
            messages.tell(self, self.import_button.toolTip())
            return
        from ui.dialogs.roster_import import RosterImportDialog

        dialog = RosterImportDialog(self.context, path, self)
        dialog.saved.connect(self._imported)
        dialog.open()

    def choose_file(self) -> None:
        """Ask for the roster's file."""
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        messages.choose_open_file(
            self, self.tr("Import the roster"), kinds, self.take_file, self.context.settings.folder
        )

    def _imported(self, text: str) -> None:
        self.context.say(text)

    def save_template(self) -> None:
        """Write the template where the person wants it."""

        def make() -> bytes:
            from exam.files.templates import roster_template

            return roster_template(self.context.settings.language)

        self._save(self.tr("Roster template.xlsx"), make)

    def save_export(self) -> None:
        """Write the people on screen as a workbook that can be imported again."""
        rows, language = self.model.rows, self.context.settings.language

        def make() -> bytes:
            from exam.files.templates import roster_workbook

            return roster_workbook(rows, language)

        self._save(self.tr("Roster.xlsx"), make)

    def _save(self, name: str, make: Any) -> None:
        def write(path: Path) -> None:
            def work(progress: Any) -> Path:
                from exam.documents.build import write_file

                return write_file(path, make())

            self.context.operations.job(
                self, self.tr("Writing the workbook"), work, lambda done: messages.exported(self, done)
            )

        folder = self.context.settings.folder
        messages.choose_save_file(self, self.tr("Save as"), self.tr("Workbook (*.xlsx)"), name, write, folder)

    # People

    def add_person(self) -> None:
        """Ask for a new person."""
        self._edit(None)

    def change_person(self, row: StaffRow) -> None:
        """Show a person's data to change them."""
        if self.change_button.isEnabled():
            self._edit(row)

    def _change_selected(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self.change_person(row)

    def _edit(self, row: StaffRow | None) -> None:
        from ui.dialogs.staff_edit import StaffDialog

        units = [unit for unit in self._units if unit.active or (row is not None and unit.id == row.unit_id)]
        if not units:
            messages.confirm(
                self,
                self.tr("A person belongs to a unit, and there is no unit yet. Add one on the setup page first."),
                self.tr("Go to setup"),
                lambda: self.context.go_to("setup", tab="units"),
            )
            return
        StaffDialog(self.context, units, row, self).open()

    def _toggle_selected(self) -> None:
        row = self.table.selected_row()
        if row is None:
            return
        if row.active:
            from ui.dialogs.staff_edit import DeactivateDialog

            DeactivateDialog(self.context, row, self).open()
            return

        def take_in(uow: Any) -> Any:
            from exam.services.roster import reactivate_staff

            return reactivate_staff(uow, staff_id=row.id, seen_version=row.version)

        self.context.operations.write(self, take_in)
