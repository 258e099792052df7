"""Opening the marks of a locked item again, with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.items import ItemRow

translate = QCoreApplication.translate


class UnlockItemDialog(FormDialog):
    """Only the office may; the reason stays in the journal."""

    def __init__(self, context: Context, item: ItemRow, parent: QWidget | None = None) -> None:
        intro = translate("UnlockItemDialog", "“{item}” was locked by {person} and {witness}.")
        super().__init__(
            context, translate("UnlockItemDialog", "Open the marks again"),
            translate("UnlockItemDialog", "Open again"), parent, danger=True,
            intro=intro.format(item=item.name, person=item.locked_by, witness=item.witness),
        )  # fmt: skip
        self._item = item
        self.reason = self.add_line(self.tr("Reason"), hint=self.tr("It stays in the journal."))

    def submit(self) -> None:
        item, reason = self._item, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.judging import unlock_item

            return unlock_item(uow, item_id=item.id, seen_version=item.version, reason=reason)

        self.write(call, serializable=True)
