"""All draws of the competition, void ones with their reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.context import Context
from ui.item_models.draw import draws_model
from ui.pages.draw_export import export_folder
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRow

translate = QCoreApplication.translate


class DrawHistoryDialog(FormDialog):
    """Every draw and lot with its folder for outsiders and its slides; nothing is changed here."""

    def __init__(self, context: Context, draws: Sequence[DrawRow], parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("DrawHistoryDialog", "All draws"),
            translate("DrawHistoryDialog", "Close"),
            parent,
            intro=translate("DrawHistoryDialog", "Void draws stay here and in the journal, with their reason."),
            width=1040,
        )
        self.model = draws_model()
        self.model.set_rows(draws)
        self.table = Table(self.model, name=self.tr("All draws"))
        self.table.setMinimumHeight(theme.px(280))
        self.table.current_row.connect(lambda _: self._allow())
        self.body.addWidget(self.table, 1)
        self.export_button = secondary_button(self.tr("Export folder…"), "file-output", self.export)
        self.hall_button = secondary_button(self.tr("Projector…"), "presentation", self.begin_ceremony)
        self.extra_buttons.addWidget(self.export_button)
        self.extra_buttons.addWidget(self.hall_button)
        self._allow()
        self.error_line.hide()
        self.cancel_button.hide()

    def _allow(self) -> None:
        row = self.table.selected_row()
        frozen = row is not None and bool(row.freeze_code)
        for button in (self.export_button, self.hall_button):
            button.setEnabled(frozen)
            button.setToolTip("" if frozen else self.tr("Choose a frozen draw in the table first."))

    def export(self) -> None:
        """Write the folder of the chosen draw."""
        row = self.table.selected_row()
        if row is not None:
            export_folder(self, self.context, row.id)

    def begin_ceremony(self) -> None:
        """Show the chosen draw to the hall."""
        from ui.projector.ceremony import CeremonyWindow

        row = self.table.selected_row()
        if row is not None:
            owner = self.parentWidget()
            self.accept()
            CeremonyWindow(self.context, row.id, owner).begin()

    def submit(self) -> None:
        self.accept()
