"""What is done with nominations: nominate, substitute, withdraw, group, code, draw."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import messages

if TYPE_CHECKING:
    from exam.services.group_draws import GroupDrawRow
    from ui.pages.nominations import NominationsPage


class NominationCommands(QObject):
    """The commands of the page of the finalists."""

    def __init__(self, page: NominationsPage) -> None:
        super().__init__(page)
        self._page = page

    def choose_file(self) -> None:
        """Ask for a workbook of nominations."""
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        folder = self._page.context.settings.folder
        messages.choose_open_file(self._page, self.tr("Import nominations"), kinds, self.import_file, folder)

    def import_file(self, path: Path) -> None:
        """Show whom the file would nominate; nobody is before the person agrees."""
        from ui.dialogs.nominations_import import NominationsImportDialog

        NominationsImportDialog(self._page.context, path, self._page).open()

    def nominate(self) -> None:
        """Choose people of a unit."""
        line = self._page.units.selected_row()
        self.nominate_for(line.unit_id if line is not None else None)

    def nominate_for(self, unit_id: int | None) -> None:
        """Choose people of this unit, or of the first one that needs some."""
        from ui.dialogs.nominate import NominateDialog

        if self._page.teams and self._page.may:
            NominateDialog(self._page.context, self._page.teams, unit_id, self._page).open()

    def substitute(self) -> None:
        """Put another person in the place of the chosen one."""
        from ui.dialogs.nominate import SubstituteDialog

        row = self._page.table.selected_row()
        if row is not None:
            SubstituteDialog(self._page.context, row, self._page).open()

    def change_state(self) -> None:
        """Withdraw, discipline, or take part again."""
        from ui.dialogs.nominee_status import NomineeStatusDialog

        row = self._page.table.selected_row()
        if row is not None and self._page.state_button.isEnabled():
            NomineeStatusDialog(self._page.context, row, self._page).open()

    def remove(self) -> None:
        """Take back a nomination that was a slip."""
        row = self._page.table.selected_row()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.finals import remove_nominee

            remove_nominee(uow, nominee_id=row.id, seen_version=row.version)

        text = self.tr("Take {name} off the list, as if never nominated?").format(name=row.name)
        messages.confirm(
            self._page, text, self.tr("Take off"),
            lambda: self._page.context.operations.write(self._page, call), danger=True,
        )  # fmt: skip

    def set_group(self, number: int | None) -> None:
        """Put the chosen elites into a group by hand."""
        chosen = {row.id: number for row in self._page.table.selected_rows()}

        def call(uow: Any) -> Any:
            from exam.services.entrant_codes import set_groups

            return set_groups(uow, groups=chosen)

        self._page.context.operations.write(self._page, call)

    def show_coding(self) -> None:
        """The levels of coding, and the next one to be drawn."""
        from ui.dialogs.coding import CodingDialog

        page = self._page
        if page.coding is not None and page.coding.levels:
            CodingDialog(page.context, page.coding, page, page.marked).open()

    def give_codes(self) -> None:
        """The first codes: from group and order, or open numbers."""

        def call(uow: Any) -> Any:
            from exam.services.entrant_codes import assign_codes

            return assign_codes(uow)

        self._page.context.operations.write(self._page, call)

    def draw_groups(self) -> None:
        """Freeze, dice, run: the step at which the draw stands."""
        from ui.dialogs.group_draw import GroupDrawDialog

        if self._page.draw is None:
            return
        dialog = GroupDrawDialog(self._page.context, self._page.draw, self._page.group_count, self._page)
        if self._page.draw.state == "none":
            dialog.saved.connect(self._go_on)
        dialog.open()

    def show_lots(self) -> None:
        """All draws with their lots: show them to the hall, or export what outsiders check."""
        from exam.services.draws import list_draws
        from ui.dialogs.draw_history import DrawHistoryDialog

        page = self._page
        page.context.operations.read(
            page, list_draws, lambda draws: DrawHistoryDialog(page.context, draws, page).open()
        )

    def _go_on(self, row: GroupDrawRow | None) -> None:
        if row is not None:
            self._page.draw = row
            self.draw_groups()
