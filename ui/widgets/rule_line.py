"""One rule of the competition in a form: its words, its editor, its unit, and whether it is the default."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.i18n import words
from ui.widgets.buttons import tool_button
from ui.widgets.labels import icon_label, label, set_tone

if TYPE_CHECKING:
    from exam.rules.settings import SettingInfo
    from exam.services.competition import SettingRow

KEYS_SHOWN = 3


class RuleLine(QObject):
    """Puts its widgets into row ``number`` of ``grid``; ``changed`` carries the key and the text to store."""

    changed = Signal(str, str)

    def __init__(self, info: SettingInfo, grid: QGridLayout, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.info = info
        self.boxes: list[QComboBox] = []
        self.line: QLineEdit | None = None
        self.tick: QCheckBox | None = None
        self._stored = ""
        self.editor = self._make(parent)
        caption = QVBoxLayout()
        caption.setSpacing(0)
        self._widgets: list[QWidget] = [self.editor, label(words(info.label))]
        if info.hint:
            self._widgets.append(label(words(info.hint), role="quiet"))
        for text in self._widgets[1:]:
            caption.addWidget(text)
        self.state = label("", role="quiet")
        self.lock = icon_label("lock", "text3", 16)
        self.reset = tool_button("undo-2", self.tr("Back to the default: {rule}").format(rule=words(info.label)))
        self.reset.clicked.connect(self._to_default)
        grid.addLayout(caption, number, 0, Qt.AlignmentFlag.AlignVCenter)
        edit = QHBoxLayout()
        edit.setSpacing(theme.px(10))
        edit.addWidget(self.editor)
        if info.unit:
            self._widgets.append(label(words(info.unit), role="caption"))
            edit.addWidget(self._widgets[-1])
        edit.addStretch(1)
        grid.addLayout(edit, number, 1, Qt.AlignmentFlag.AlignVCenter)
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        for widget in (self.state, self.lock, self.reset):
            row.addWidget(widget)
        grid.addWidget(holder, number, 2)
        self._widgets.append(holder)

    def set_shown(self, shown: bool) -> None:
        """Whether the rule is on the page: one that bears on nothing is left out."""
        for widget in self._widgets:
            widget.setVisible(shown)

    def _make(self, parent: QWidget) -> QWidget:
        from exam.rules.settings import TIE_KEYS

        info = self.info
        if info.kind == "bool":
            self.tick = QCheckBox(self.tr("yes"), parent)
            self.tick.setAccessibleName(words(info.label))
            self.tick.clicked.connect(lambda _: self._emit())
            return self.tick
        if info.kind == "choice":
            box = self._box([(choice.value, words(choice.text)) for choice in info.choices])
            box.setMinimumWidth(theme.px(200))
            box.setMaximumWidth(theme.px(470))
            return box
        if info.kind == "keys":
            holder = QWidget(parent)
            row = QHBoxLayout(holder)
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(theme.px(6))
            options = [("", "–"), *((key, words(text)) for key, text in TIE_KEYS.items())]
            for _ in range(KEYS_SHOWN):
                box = self._box(options)
                box.setFixedWidth(theme.px(190))
                row.addWidget(box)
            return holder
        self.line = QLineEdit(parent)
        self.line.setAccessibleName(words(info.label))
        self.line.setFixedWidth(theme.px(120 if info.kind != "text" else 200))
        self.line.editingFinished.connect(self._emit)
        return self.line

    def _box(self, options: list[tuple[str, str]]) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(words(self.info.label))
        # A wheel turned while scrolling must not change a rule.
        box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        box.wheelEvent = lambda event: event.ignore()  # type: ignore[method-assign]
        for value, text in options:
            box.addItem(text, value)
        box.activated.connect(lambda _: self._emit())
        self.boxes.append(box)
        return box

    def text(self) -> str:
        """The text to store for what is shown now."""
        if self.tick is not None:
            return "true" if self.tick.isChecked() else "false"
        if self.line is not None:
            return self.line.text().strip()
        return ",".join(dict.fromkeys(box.currentData() for box in self.boxes if box.currentData()))

    def show_value(self, row: SettingRow, may: bool) -> None:
        """Show the stored value, unless something wrong is typed that the person should see."""
        from exam.rules.settings import write

        self._stored = write(row.value)
        typing = self.line is not None and self.line.hasFocus() and self.line.isModified()
        if not self.is_wrong and not typing:
            self._fill(row.value)
        free = may and not row.locked
        self.editor.setEnabled(free)
        self.lock.setVisible(row.locked)
        self.lock.setToolTip(self.tr("Its stage is locked."))
        self.reset.setVisible(not row.is_default and free)
        self.state.setText(self.tr("default") if row.is_default else self.tr("changed"))
        set_tone(self.state, "" if row.is_default else "warn")

    def _fill(self, value: Any) -> None:
        from exam.rules.settings import write

        if self.tick is not None:
            self.tick.setChecked(bool(value))
        elif self.line is not None:
            self.line.setText(write(value))
        else:
            parts = value.split(",") if self.info.kind == "keys" else [value]
            for number, box in enumerate(self.boxes):
                box.setCurrentIndex(max(box.findData(parts[number] if number < len(parts) else ""), 0))

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed could not be stored."""
        return self.line is not None and bool(self.line.property("wrong"))

    def show_wrong(self, text: str) -> None:
        """Show a text that could not be stored, marked as such."""
        if self.line is not None:
            self.line.setText(text)
            self.mark_wrong(True)

    def mark_wrong(self, on: bool) -> None:
        """Show that what is typed was not stored."""
        if self.line is not None:
            self.line.setProperty("wrong", on)
            self.line.style().unpolish(self.line)
            self.line.style().polish(self.line)

    def _emit(self) -> None:
        text = self.text()
        if text != self._stored:
            self.changed.emit(self.info.key, text)

    def _to_default(self) -> None:
        from exam.rules.settings import write

        self.mark_wrong(False)
        self.changed.emit(self.info.key, write(self.info.default))
