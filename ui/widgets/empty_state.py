"""What a page shows while there is nothing: one sentence, one primary button, one quiet link."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import theme
from ui.widgets.buttons import link_button, primary_button
from ui.widgets.labels import icon_label, wrapped_label

Clicked = Callable[[], object]


class EmptyState(QWidget):
    """Says what is missing and offers the one step that helps."""

    def __init__(
        self,
        sentence: str,
        button_text: str = "",
        on_click: Clicked | None = None,
        link_text: str = "",
        on_link: Clicked | None = None,
        icon: str = "info",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setSpacing(theme.px(14))
        column.addStretch(2)
        column.addWidget(icon_label(icon, "text3", 48), 0, Qt.AlignmentFlag.AlignHCenter)
        self.words = wrapped_label(sentence, role="heading")
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.words.setFixedWidth(theme.px(560))
        column.addWidget(self.words, 0, Qt.AlignmentFlag.AlignHCenter)
        self.button = primary_button(button_text, clicked=on_click) if button_text else None
        if self.button is not None:
            column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        self.link = link_button(link_text, on_link) if link_text else None
        if self.link is not None:
            column.addWidget(self.link, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def set_sentence(self, text: str) -> None:
        """Say something else."""
        self.words.setText(text)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        self._fit()
        super().showEvent(event)

    def _fit(self) -> None:
        # A centred label that breaks its lines is given one line's height too little by the layout.
        self.words.ensurePolished()
        self.words.setMinimumHeight(max(0, self.words.heightForWidth(self.words.width())))
