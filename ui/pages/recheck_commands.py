"""What can be done with a recheck: freeze, draw, declare void, close; propose and decide on corrections."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import messages
from ui.context import Context

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from exam.services.corrections import CorrectionRow
    from exam.services.recheck import RecheckSheet


class RecheckCommands(QObject):
    """Acts on ``sheet``, which the page sets. ``owner`` is the page: dialogs belong to it."""

    def __init__(self, context: Context, owner: QWidget) -> None:
        super().__init__(owner)
        self.context = context
        self.owner = owner
        self.sheet: RecheckSheet | None = None

    def freeze(self) -> None:
        """Freeze the marks before the dice."""
        sheet = self.sheet
        if sheet is None:
            return
        sitting_id = sheet.sitting.id

        def call(uow: Any) -> Any:
            from exam.services.recheck import freeze_recheck

            return freeze_recheck(uow, sitting_id=sitting_id)

        text = self.tr("The marks of {sitting} are frozen and a code is shown. Afterwards the dice are thrown.")
        messages.confirm(
            self.owner, text.format(sitting=sheet.sitting.name), self.tr("Freeze"),
            lambda: self.context.operations.write(self.owner, call, serializable=True),
        )  # fmt: skip

    def draw(self) -> None:
        """Type the dice and draw."""
        from ui.dialogs.recheck_dice import RecheckDiceDialog

        if self.sheet is not None and self.sheet.recheck is not None:
            RecheckDiceDialog(self.context, self.sheet, self.owner).open()

    def void(self) -> None:
        """Declare the recheck void."""
        from ui.dialogs.recheck_void import VoidRecheckDialog

        if self.sheet is not None and self.sheet.recheck is not None:
            VoidRecheckDialog(self.context, self.sheet.recheck, self.owner).open()

    def close_recheck(self) -> None:
        """Sign the recheck off with a second person."""
        from ui.dialogs.passwords import ask_second_person

        known = self.sheet.recheck if self.sheet is not None else None
        if known is None:
            return

        def close(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.recheck import close_recheck

                return close_recheck(uow, recheck_id=known.id, seen_version=known.version, witness=witness)

            self.context.operations.write(self.owner, call, serializable=True)

        intro = self.tr("Closing signs the recheck off. A second person confirms with name and password.")
        ask_second_person(self.owner, self.context, intro, self.tr("Close the recheck"), close)

    def propose(self, **known: Any) -> None:
        """Propose a correction; ``known`` fills the form in."""
        from ui.dialogs.correction_propose import ProposeCorrectionDialog

        ProposeCorrectionDialog(self.context, self.owner, **known).open()

    def decide(self, row: CorrectionRow) -> None:
        """Show what a correction moves, and decide."""
        from ui.dialogs.correction_decide import DecideCorrectionDialog

        DecideCorrectionDialog(self.context, row, self.owner).open()
