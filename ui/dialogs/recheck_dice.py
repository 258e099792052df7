"""The dice of a recheck: thrown now and typed twice, or those of the exam draw."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from exam.rules.draw import DICE_MAX, DICE_MIN
from ui import theme
from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.recheck import RecheckSheet

translate = QCoreApplication.translate


class RecheckDiceDialog(FormDialog):
    """``saved`` carries the sheet with the drawn papers."""

    def __init__(self, context: Context, sheet: RecheckSheet, parent: QWidget | None = None) -> None:
        intro = translate(
            "RecheckDiceDialog",
            "The marks are frozen under the code {code}…. Now the dice decide which papers are re-read. Nobody "
            "chooses digits.",
        )
        assert sheet.recheck is not None
        super().__init__(
            context, translate("RecheckDiceDialog", "Draw the papers to re-read"),
            translate("RecheckDiceDialog", "Draw"), parent, intro=intro.format(code=sheet.recheck.freeze[:16]),
            width=560,
        )  # fmt: skip
        self.recheck = sheet.recheck
        hint = self.tr("{least} to {most} digits, in the order thrown.").format(least=DICE_MIN, most=DICE_MAX)
        self.digits = self.add_line(self.tr("&Digits"), hint=hint)
        self.again = self.add_line(self.tr("Typed &again"), hint=self.tr("From the dice, by a second person."))
        for line in (self.digits, self.again):
            line.setFont(theme.font(16))
        self.exam_dice = QCheckBox(self.tr("&Use the dice of the exam draw"))
        self.exam_dice.setToolTip(self.tr("They count anew, because the marks are part of the seed."))
        self.exam_dice.toggled.connect(lambda on: [line.setDisabled(on) for line in (self.digits, self.again)])
        self.exam_dice.setVisible(sheet.exam_dice)
        self.form.addRow("", self.exam_dice)

    def submit(self) -> None:
        of_exam = self.exam_dice.isChecked()
        dice, again = ("", "") if of_exam else (self.digits.text(), self.again.text())
        known = self.recheck
        if not of_exam and not dice.strip():
            self.say(self.tr("Type the digits of the dice."))
            self.digits.setFocus()
            return

        def call(uow: Any) -> Any:
            from exam.services.recheck import draw_recheck

            return draw_recheck(uow, recheck_id=known.id, seen_version=known.version, dice=dice, again=again)

        self.write(call, serializable=True)
