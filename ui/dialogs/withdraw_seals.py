"""Taking sealed numbers off again, before any mark stands on them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.sittings import SittingRow

translate = QCoreApplication.translate


class WithdrawSealsDialog(FormDialog):
    """A reason, and name and password of a second person."""

    def __init__(self, context: Context, sitting: SittingRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("WithdrawSealsDialog", "Withdraw the sealed numbers"),
            translate("WithdrawSealsDialog", "Withdraw"), parent, danger=True,
            intro=translate(
                "WithdrawSealsDialog",
                "Only as long as no mark is entered. The numbers on the papers are void then, and sealing begins anew.",
            ),
        )  # fmt: skip
        self._sitting = sitting
        self.reason = self.add_line(self.tr("Reason"))
        self.name = self.add_line(self.tr("Name of the second person"))
        self.password = self.add_line(self.tr("Password of the second person"), password=True)

    def submit(self) -> None:
        sitting, reason = self._sitting, self.reason.text()
        name, password = self.name.text(), self.password.text()

        def call(uow: Any) -> Any:
            from exam.services.accounts import check_second_person
            from exam.services.seals import withdraw_seals

            witness = check_second_person(uow, name=name, password=password)
            return withdraw_seals(
                uow, sitting_id=sitting.id, seen_version=sitting.version, reason=reason, witness=witness
            )

        self.write(call)
