"""Which column of a file is what: one choice per field, found by the titles, changed by a person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QWidget

from ui import theme
from ui.widgets.labels import label

ABSENT = -1


class ColumnMapping(QWidget):
    """``changed`` carries the new mapping: key -> column index from 0 (absent fields left out)."""

    changed = Signal(object)

    def __init__(
        self, names: Mapping[str, str], required: Sequence[str], parent: QWidget | None = None, *, across: int = 4
    ) -> None:
        super().__init__(parent)
        self._required = frozenset(required)
        self.boxes: dict[str, QComboBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(10))
        grid.setVerticalSpacing(theme.px(6))
        for number, (key, name) in enumerate(names.items()):
            box = QComboBox()
            box.setAccessibleName(name)
            # The words of a header may be long; the box need not be.
            box.setMinimumContentsLength(8)
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.currentIndexChanged.connect(lambda _: self.changed.emit(self.mapping()))
            self.boxes[key] = box
            caption = label(f"{name} *" if key in self._required else name, role="caption")
            caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            caption.setBuddy(box)
            row, column = divmod(number, across)
            grid.addWidget(caption, row, column * 2)
            grid.addWidget(box, row, column * 2 + 1)
            grid.setColumnStretch(column * 2 + 1, 1)

    def show_columns(self, headers: Sequence[str], mapping: Mapping[str, int], samples: Sequence[str] = ()) -> None:
        """Offer these columns with a sample of each, and the mapping that was found; tells no listener."""
        from exam.files.cells import letters

        for key, box in self.boxes.items():
            box.blockSignals(True)
            box.clear()
            box.addItem(self.tr("not in the file"), ABSENT)
            for index in range(max(len(headers), len(samples))):
                parts = [part[index] for part in (headers, samples) if index < len(part) and part[index]]
                box.addItem(f"{letters(index)}  {' · '.join(parts)}", index)
            box.setCurrentIndex(max(box.findData(mapping.get(key, ABSENT)), 0))
            box.blockSignals(False)

    def mapping(self) -> dict[str, int]:
        """The present choice."""
        return {key: box.currentData() for key, box in self.boxes.items() if box.currentData() not in (None, ABSENT)}
