"""Declaring a recheck void, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.recheck_rows import RecheckRow

translate = QCoreApplication.translate


class VoidRecheckDialog(FormDialog):
    """What was re-read stays in the journal; another recheck can be frozen afterwards."""

    def __init__(self, context: Context, recheck: RecheckRow, parent: QWidget | None = None) -> None:
        intro = translate(
            "VoidRecheckDialog", "Recheck {label} no longer counts. Another one needs a new freeze and new dice."
        )
        super().__init__(
            context, translate("VoidRecheckDialog", "Declare the recheck void"),
            translate("VoidRecheckDialog", "Declare void"), parent, danger=True,
            intro=intro.format(label=recheck.label),
        )  # fmt: skip
        self.recheck = recheck
        self.reason = self.add_line(self.tr("&Reason"), hint=self.tr("It stays in the journal."))

    def submit(self) -> None:
        known, reason = self.recheck, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.recheck import void_recheck

            return void_recheck(uow, recheck_id=known.id, seen_version=known.version, reason=reason)

        self.write(call)
