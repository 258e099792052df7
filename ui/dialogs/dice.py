"""Typing the dice: two people, one after the other, without seeing what the first one typed."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from exam.errors import ExamError, InvalidInput
from exam.rules.draw import DICE_MAX, DICE_MIN, clean_dice
from ui import theme
from ui.context import Context
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, set_tone, wrapped_label

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRow

translate = QCoreApplication.translate


def grouped(digits: str) -> str:
    """Digits in groups of five, as people read them aloud."""
    return " ".join(digits[start : start + 5] for start in range(0, len(digits), 5))


class DiceDialog(FormDialog):
    """First one person types, then another; ``saved`` comes when both typed the same."""

    def __init__(self, context: Context, draw: DrawRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("DiceDialog", "Type the dice"), translate("DiceDialog", "Take over"), parent, width=620
        )
        self.draw = draw
        self.turn = 1
        self.intro = wrapped_label("", role="caption")
        self.body.insertWidget(0, self.intro)
        self.typed_by = self.add_line(self.tr("&Who types"))
        self.digits = self.add_line(self.tr("&Digits in the order thrown"))
        self.digits.setFont(theme.font(20))
        self.digits.setMinimumHeight(theme.px(44))
        self.digits.textChanged.connect(lambda _: self._count())
        self.count = label("", role="caption")
        self.preview = label("", role="number")
        self.form.addRow("", self.count)
        self.form.addRow("", self.preview)
        self.again_button = secondary_button(self.tr("Start again"), "undo-2", self.start_again)
        self.extra_buttons.addWidget(self.again_button)
        self._set_turn(2 if draw.dice_typed else 1)

    def _set_turn(self, turn: int, first: str = "") -> None:
        self.turn = turn
        person = self.context.person.name if self.context.person else ""
        if turn == 1:
            self.intro.setText(
                self.tr(
                    "First person: type the digits that the dice or balls show ({least} to {most}). Nobody chooses "
                    "digits."
                ).format(least=DICE_MIN, most=DICE_MAX)
            )
            self.typed_by.setText(person)
        else:
            self.intro.setText(
                self.tr(
                    "Second person: type the digits again from the dice, not from a note of the first person. Both "
                    "entries must be the same."
                )
            )
            self.typed_by.setText("")
            self.typed_by.setPlaceholderText(
                self.tr("not {person}").format(person=first) if first else self.tr("another person")
            )
        self.accept_button.setText(self.tr("Take over") if turn == 1 else self.tr("Compare"))
        self.again_button.setVisible(turn == 2)
        self.digits.clear()
        self._count()
        (self.digits if self.typed_by.text() else self.typed_by).setFocus()

    def _count(self) -> None:
        try:
            cleaned = clean_dice(self.digits.text())
        except InvalidInput as error:
            count = error.params.get("count")
            self.preview.setText("")
            if count is None:
                self.count.setText(self.tr("“{sign}” is not a digit.").format(sign=error.params["sign"]))
            else:
                self.count.setText(
                    self.tr("{count} digits; {least} to {most} are needed").format(
                        count=count, least=DICE_MIN, most=DICE_MAX
                    )
                )
            set_tone(self.count, "" if not self.digits.text() else "warn")
            return
        self.count.setText(self.tr("{count} digits, taken as:").format(count=len(cleaned)))
        set_tone(self.count, "ok")
        self.preview.setText(grouped(cleaned))

    def submit(self) -> None:
        digits, name, draw_id = self.digits.text(), self.typed_by.text(), self.draw.id
        if not name.strip():
            self.say(self.tr("Type the name of the person who types the digits."))
            self.typed_by.setFocus()
            return

        def enter(uow: Any) -> bool:
            from exam.services import draws

            return draws.enter_dice(uow, draw_id=draw_id, digits=digits, typed_by=name)

        self.write(enter, done=lambda agreed: self._typed(agreed, name))

    def _typed(self, agreed: bool, name: str) -> None:
        if agreed:
            self.finish(True)
            return
        self._ready()
        self._set_turn(2, name.strip())
        self.say(self.tr("Taken. Now another person types the same digits."), "ok")

    def start_again(self) -> None:
        """Forget what the first person typed."""
        draw_id = self.draw.id

        def clear(uow: Any) -> None:
            from exam.services import draws

            draws.clear_dice(uow, draw_id=draw_id)

        self.write(clear, done=lambda _: self._cleared())

    def _cleared(self) -> None:
        self._ready()
        self._set_turn(1)

    def _ready(self) -> None:
        # Each typing is a submission of its own.
        self.request = str(uuid.uuid4())
        self.fields.setEnabled(True)
        self.accept_button.setEnabled(True)

    def show_error(self, error: ExamError) -> None:
        super().show_error(error)
        self.digits.setFocus()
        self.digits.selectAll()

    def first_field(self) -> QLineEdit:
        return self.digits
