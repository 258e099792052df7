"""A frozen draw before it is run: the code to publish, and the dice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from exam.rules.frozen import grouped_code
from ui import theme
from ui.dialogs.dice import grouped
from ui.item_models.draw import frozen_model, moment
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label
from ui.widgets.pill import Pill
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRecord


class CodeBlock(QWidget):
    """64 hex digits in two rows of four groups, large enough to be read across a room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(28))
        grid.setVerticalSpacing(theme.px(4))
        self._labels = []
        for number in range(8):
            words = label()
            words.setFont(theme.font(26, bold=True))
            words.setStyleSheet(f"font-size: {theme.px(26)}px; font-weight: bold; letter-spacing: 1px;")
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            grid.addWidget(words, number // 4, number % 4)
            self._labels.append(words)
        grid.setColumnStretch(4, 1)

    def set_code(self, code: str) -> None:
        """Show a freeze code."""
        self.setAccessibleName(code)
        for words, group in zip(self._labels, grouped_code(code).split(), strict=False):
            words.setText(group)


class DrawFreezeView(QWidget):
    """Shows the freeze code and where the dice stand."""

    export_wanted = Signal()
    sheet_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        column.addWidget(self._code_card())
        column.addWidget(self._dice_card())
        self.model = frozen_model()
        self.table = Table(self.model, name=self.tr("Frozen plan"))
        column.addWidget(self.table, 1)
        self._code = ""

    def _code_card(self) -> Card:
        card = Card(margin=(20, 16))
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Freeze code"), role="heading"))
        self.frozen_words = label("", role="caption")
        top.addSpacing(theme.px(10))
        top.addWidget(self.frozen_words, 1)
        self.copy_button = secondary_button(self.tr("Copy"), "copy", self.copy_code)
        self.export_button = secondary_button(self.tr("Export folder…"), "file-output", self.export_wanted.emit)
        self.sheet_button = secondary_button(self.tr("Sheet to post…"), "printer", self.sheet_wanted.emit)
        top.addWidget(self.copy_button)
        top.addWidget(self.sheet_button)
        top.addWidget(self.export_button)
        card.body.addLayout(top)
        self.code = CodeBlock()
        card.body.addWidget(self.code)
        card.body.addWidget(
            wrapped_label(
                self.tr(
                    "Publish this code now, before the dice are thrown: read it out, project it, post it. It proves "
                    "that roster, exclusions and plan were settled first. Changes of the roster do not touch this draw "
                    "any more."
                ),
                role="caption",
            )
        )
        return card

    def _dice_card(self) -> Card:
        card = Card(margin=(20, 16))
        top = QHBoxLayout()
        top.addWidget(label(self.tr("Dice"), role="heading"))
        self.dice_state = Pill()
        top.addSpacing(theme.px(10))
        top.addWidget(self.dice_state)
        top.addStretch(1)
        card.body.addLayout(top)
        self.dice = label("", role="number")
        self.dice.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.dice_words = wrapped_label("", role="caption")
        card.body.addWidget(self.dice)
        card.body.addWidget(self.dice_words)
        return card

    def show_record(self, record: DrawRecord, may: bool) -> None:
        """Show a frozen draw; everybody may look and export."""
        del may
        draw = record.draw
        self.model.set_rows(record.units)
        self._code = draw.freeze_code
        self.code.set_code(draw.freeze_code)
        self.frozen_words.setText(
            self.tr("{eligible} eligible, {places} to be drawn · frozen {time} by {person}").format(
                eligible=sum(unit.eligible for unit in record.units), places=sum(unit.quota for unit in record.units),
                time=moment(draw.frozen_at), person=draw.frozen_by,
            )
        )
        self.dice.setVisible(bool(draw.dice))
        self.dice.setText(grouped(draw.dice))
        if draw.dice:
            self.dice_state.set_state(self.tr("Both entries agree"), "ok")
            self.dice_words.setText(
                self.tr("Typed by {first} and again by {second}. The draw can be run, once.").format(
                    first=draw.dice_by, second=draw.dice_check_by
                )
            )
        elif draw.dice_typed:
            self.dice_state.set_state(self.tr("Typed once"), "accent", "dices")
            self.dice_words.setText(self.tr("A second person types the same digits next."))
        else:
            self.dice_state.set_state(self.tr("Not thrown yet"), "", "dices")
            self.dice_words.setText(
                self.tr(
                    "Throw at least 20 ten-sided dice (or numbered balls) in public, after the code was published. "
                    "Two people type the digits, one after the other."
                )
            )

    def copy_code(self) -> None:
        """Put the whole code on the clipboard."""
        QGuiApplication.clipboard().setText(self._code)
