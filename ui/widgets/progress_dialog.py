"""What a long job shows after half a second: what it does, how far it is, and Cancel."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ui import theme
from ui.i18n import words
from ui.widgets.buttons import secondary_button
from ui.widgets.labels import label


class ProgressDialog(QDialog):
    """Closing or Esc means Cancel: the job stops at its next step and keeps nothing."""

    def __init__(self, title: str, cancel: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.setMinimumWidth(theme.px(420))
        self._cancel = cancel
        self._over = False
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (20, 18, 20, 18)))
        column.setSpacing(theme.px(12))
        column.addWidget(label(title, role="heading"))
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(title)
        column.addWidget(self.bar)
        self._text = label("", role="caption")
        self.button = secondary_button(self.tr("Cancel"), clicked=self.reject)
        row = QHBoxLayout()
        row.addWidget(self._text, 1)
        row.addWidget(self.button)
        column.addLayout(row)

    def show_step(self, done: int, total: int, text: str) -> None:
        """Show ``done`` of ``total``; an unknown total moves the bar without end."""
        self.bar.setRange(0, max(total, 0))
        self.bar.setValue(done)
        counts = f"{done} / {total}" if total > 0 else ""
        self._text.setText("  ".join(part for part in (words(text) if text else "", counts) if part))

    def reject(self) -> None:
        """Ask the job to stop; the dialog closes when it has."""
        if self._over:
            super().reject()
            return
        self.button.setEnabled(False)
        self._text.setText(self.tr("Stopping…"))
        self._cancel()

    def finish(self) -> None:
        """The job is over."""
        self._over = True
        self.close()
