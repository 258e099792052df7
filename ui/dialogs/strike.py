"""Striking a drawn person, and declaring a draw void: always with a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRow, PickRow

translate = QCoreApplication.translate


class StrikeDialog(FormDialog):
    """Strike one person; says beforehand who would step up. ``saved`` carries the outcome."""

    def __init__(self, context: Context, pick: PickRow, next_up: PickRow | None, parent: QWidget | None = None) -> None:
        if not pick.takes_part:
            intro = translate("StrikeDialog", "This alternate will not step up any more.")
        elif next_up is None:
            intro = translate("StrikeDialog", "No alternate of {unit} is left: the place stays empty.").format(
                unit=pick.unit_name
            )
        else:
            intro = translate("StrikeDialog", "{name} ({number}), alternate {place}, steps up.").format(
                name=next_up.name, number=next_up.staff_number, place=next_up.place
            )
        super().__init__(
            context,
            translate("StrikeDialog", "Strike {name} ({number})").format(name=pick.name, number=pick.staff_number),
            translate("StrikeDialog", "Strike"),
            parent,
            intro=intro,
            danger=True,
        )
        self.pick = pick
        self.reason = QComboBox()
        self.reason.setEditable(True)
        self.reason.addItems(
            [self.tr("Ill"), self.tr("On leave"), self.tr("Left the post"), self.tr("On a business trip")]
        )
        self.reason.setCurrentText("")
        self.add_row(self.tr("&Reason"), self.reason)
        self.approver = self.add_line(
            self.tr("&Approved by"), "", self.tr("Reason and approver are printed on the draw record.")
        )
        self.reason.setFocus()

    def submit(self) -> None:
        pick, reason, approver = self.pick, self.reason.currentText(), self.approver.text()

        def call(uow: Any) -> Any:
            from exam.services import draws

            return draws.strike(uow, pick_id=pick.id, seen_version=pick.version, reason=reason, approver=approver)

        self.write(call, serializable=True)


class VoidDialog(FormDialog):
    """Declare a draw void."""

    def __init__(self, context: Context, draw: DrawRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("VoidDialog", "Declare {label} void").format(label=draw.label),
            translate("VoidDialog", "Declare void"),
            parent,
            intro=translate(
                "VoidDialog",
                "A void draw stays listed with its reason and cannot be taken back. A sitting made from it goes, too. "
                "Another draw needs a new freeze and new dice.",
            ),
            danger=True,
        )
        self.draw = draw
        self.reason = self.add_line(self.tr("&Reason"))
        self.reason.setFocus()

    def submit(self) -> None:
        draw, reason = self.draw, self.reason.text()

        def call(uow: Any) -> None:
            from exam.services import draws

            draws.void_draw(uow, draw_id=draw.id, seen_version=draw.version, reason=reason)

        self.write(call, serializable=True)
