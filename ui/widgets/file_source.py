"""Which sheet of a workbook is read, or in which encoding a text: shown only where there is a choice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label

if TYPE_CHECKING:
    from exam.files.cells import SheetData


class FileSource(QWidget):
    """``sheet_chosen`` and ``encoding_chosen`` carry the person's choice."""

    sheet_chosen = Signal(str)
    encoding_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        from exam.files.csv_text import ENCODINGS

        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        self.sheet_box, self.encoding_box = QComboBox(), QComboBox()
        self._sheet_words, self._encoding_words = label(self.tr("Sheet")), label(self.tr("Encoding of the text"))
        self._sheet_words.setBuddy(self.sheet_box)
        self._encoding_words.setBuddy(self.encoding_box)
        for encoding in ENCODINGS:
            self.encoding_box.addItem(encoding.upper(), encoding)
        for widget in (self._sheet_words, self.sheet_box, self._encoding_words, self.encoding_box):
            row.addWidget(widget)
        row.addStretch(1)
        self.sheet_box.activated.connect(lambda _: self.sheet_chosen.emit(self.sheet_box.currentText()))
        self.encoding_box.activated.connect(lambda _: self.encoding_chosen.emit(self.encoding_box.currentData()))
        self.hide()

    def show_source(self, data: SheetData) -> None:
        """Offer the sheets of a workbook, or the encodings of a text."""
        many, text = len(data.sheets) > 1, bool(data.encoding)
        for widget in (self._sheet_words, self.sheet_box):
            widget.setVisible(many)
        for widget in (self._encoding_words, self.encoding_box):
            widget.setVisible(text)
        self.sheet_box.clear()
        self.sheet_box.addItems(list(data.sheets))
        self.sheet_box.setCurrentText(data.sheet)
        self.encoding_box.setCurrentIndex(max(self.encoding_box.findData(data.encoding), 0))
        self.setVisible(many or text)
