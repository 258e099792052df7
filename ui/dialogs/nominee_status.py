"""Withdrawing or disciplining an elite, or letting one take part again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.rules.nominations import ACTIVE, DISCIPLINED, STATUS_NAMES, WITHDRAWN
from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.finals import NomineeRow

translate = QCoreApplication.translate


class NomineeStatusDialog(FormDialog):
    """A state and a reason. Withdrawn and disciplined elites get no marks and take no award."""

    def __init__(self, context: Context, row: NomineeRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("NomineeStatusDialog", "State of {name}").format(name=row.name),
            translate("NomineeStatusDialog", "Save"), parent,
            intro=translate("NomineeStatusDialog", "Withdrawn and disciplined elites get no marks and take no award."),
        )  # fmt: skip
        self.row = row
        self.status = QComboBox()
        for status in (ACTIVE, WITHDRAWN, DISCIPLINED):
            if status != row.status:
                self.status.addItem(words(STATUS_NAMES[status]), status)
        self.add_row(self.tr("&New state"), self.status)
        self.reason = self.add_line(self.tr("&Reason"), hint=self.tr("It stays in the journal."))
        self.reason.setFocus()

    def submit(self) -> None:
        row, status, reason = self.row, self.status.currentData(), self.reason.text()

        def save(uow: Any) -> Any:
            from exam.services.finals import set_status

            return set_status(uow, nominee_id=row.id, seen_version=row.version, status=status, reason=reason)

        self.write(save)
