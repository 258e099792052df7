"""One line of advice below a table. Its height is always kept, so that nothing jumps."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QSizePolicy, QWidget

from ui import theme
from ui.widgets.buttons import secondary_button
from ui.widgets.labels import icon_label, label

Action = tuple[str, Callable[[], object]]
_ICONS = {"ok": "circle-check", "warn": "triangle-alert", "error": "circle-alert", "info": "info"}
_TONES = {"ok": ("ok", "ok_soft"), "warn": ("warn", "warn_soft"), "error": ("error", "error_soft")}


class MessageLine(QWidget):
    """``show_message(tone, text, actions)`` says something; ``clear()`` leaves the room empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(theme.px(52))
        self.text = ""
        self.tone = ""
        self.buttons: list[QPushButton] = []
        self._outer = QHBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._frame: QFrame | None = None

    def show_message(self, tone: str, text: str, actions: Sequence[Action] = ()) -> None:
        """Say ``text`` with buttons. ``tone``: ok, warn, error, info. Alt+letter works by the ``&`` in a text."""
        self.clear()
        self.text, self.tone = text, tone
        ink, soft = _TONES.get(tone, ("accent_soft_text", "accent_soft"))
        frame = QFrame(self)
        frame.setObjectName("message")
        frame.setStyleSheet(
            f"QFrame#message {{ background: {theme.color(soft).name()}; "
            f"border: 1px solid {theme.color(ink).name()}; border-radius: {theme.px(8)}px; }}"
        )
        row = QHBoxLayout(frame)
        row.setContentsMargins(theme.px(14), 0, theme.px(10), 0)
        row.setSpacing(theme.px(10))
        row.addWidget(icon_label(_ICONS.get(tone, "info"), ink))
        words = label(text)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        words.setWordWrap(True)
        words.setToolTip(text if "<" not in text else "")
        row.addWidget(words, 1)
        for caption, call in actions:
            button = secondary_button(caption, clicked=call)
            self.buttons.append(button)
            row.addWidget(button)
        self._outer.addWidget(frame)
        self._frame = frame
        self.setAccessibleName(text)

    def clear(self) -> None:
        """Say nothing; the height stays."""
        self.text = self.tone = ""
        self.buttons = []
        self.setAccessibleName("")
        if self._frame is not None:
            self._frame.hide()
            self._frame.deleteLater()
            self._frame = None
