"""The line at the foot of the window: what was saved, the keys of the page, the database, the person."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStatusBar, QWidget

from ui import theme
from ui.widgets.labels import ElidedLabel, icon_label

SAY_MS = 8000


class StatusLine(QStatusBar):
    """Always shows who is at the desk; a short notice takes the place of the saved time for a while."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(theme.px(14), 0, theme.px(14), 0)
        row.setSpacing(theme.px(8))
        self._dot = icon_label("circle-check", "ok", 16)
        self._dot.hide()
        self._saved = ElidedLabel("")
        self._hints = ElidedLabel("", role="caption")
        self._hints.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._hints.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._place = ElidedLabel("", role="caption")
        self._person = ElidedLabel("")
        for label in (self._saved, self._person):
            label.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        row.addWidget(self._dot)
        row.addWidget(self._saved)
        row.addSpacing(theme.px(16))
        row.addWidget(self._hints, 1)
        row.addSpacing(theme.px(12))
        row.addWidget(self._place)
        row.addSpacing(theme.px(12))
        row.addWidget(self._person)
        self.addWidget(holder, 1)
        self._steady = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._saved.setText(self._steady))

    def show_saved(self, at: datetime) -> None:
        """Something was saved at this local time."""
        self._dot.show()
        self._steady = self.tr("Saved {time}").format(time=at.strftime("%H:%M:%S"))
        self._timer.stop()
        self._saved.setText(self._steady)

    def say(self, text: str) -> None:
        """A short notice."""
        self._saved.setText(text)
        self._timer.start(SAY_MS)

    def set_hints(self, text: str) -> None:
        """The keys of the page on screen."""
        self._hints.setText(text)
        self._hints.setToolTip("")

    def set_desk(self, place: str, person: str) -> None:
        """Which database, and who with which role (both empty while nothing is open)."""
        self._place.setText(place)
        self._person.setText(person)

    @property
    def text(self) -> str:
        """What stands at the left."""
        return self._saved.text()

    @property
    def person_text(self) -> str:
        """Who is at the desk, as shown."""
        return self._person.text()
