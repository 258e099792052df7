"""All draws of the competition, void ones with their reason."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui import theme
from ui.context import Context
from ui.item_models.draw import draws_model
from ui.widgets.form import FormDialog
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRow

translate = QCoreApplication.translate


class DrawHistoryDialog(FormDialog):
    """A list to read; nothing is changed here."""

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
        self.body.addWidget(self.table, 1)
        self.error_line.hide()
        self.cancel_button.hide()

    def submit(self) -> None:
        self.accept()
