"""Opening locked marks again, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.sittings import SittingRow

translate = QCoreApplication.translate


class UnlockMarksDialog(FormDialog):
    """Only the office may; the reason stays in the journal."""

    def __init__(self, context: Context, sitting: SittingRow, parent: QWidget | None = None) -> None:
        intro = translate("UnlockMarksDialog", "{sitting} was locked by {person} and {witness}.")
        super().__init__(
            context, translate("UnlockMarksDialog", "Open the marks again"),
            translate("UnlockMarksDialog", "Open again"), parent, danger=True,
            intro=intro.format(sitting=sitting.name, person=sitting.locked_by, witness=sitting.witness),
        )  # fmt: skip
        self._sitting = sitting
        self.reason = self.add_line(self.tr("Reason"), hint=self.tr("It stays in the journal."))

    def submit(self) -> None:
        sitting, reason = self._sitting, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.sitting_locks import unlock_sitting

            return unlock_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, reason=reason)

        self.write(call)
