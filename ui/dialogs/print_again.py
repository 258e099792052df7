"""Certificates that were printed before: why they are printed again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


class PrintAgainDialog(FormDialog):
    """``note(reason)`` gives the command that counts the print; ``saved`` when it is counted."""

    def __init__(
        self, context: Context, text: str, note: Callable[[str], Callable[[Any], Any]], parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context, translate("PrintAgainDialog", "Print certificates again"),
            translate("PrintAgainDialog", "Go on"), parent, intro=text,
        )  # fmt: skip
        self._note = note
        hint = self.tr("Two papers with one number must be explained; it stays in the journal.")
        self.reason = self.add_line(self.tr("&Why printed again"), hint=hint)
        self.reason.setObjectName("reason")

    def submit(self) -> None:
        self.write(self._note(self.reason.text()))
