"""What names the competition on screen and paper."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import ExamError, InvalidInput
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label
from ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from exam.services.competition import CompetitionRow, StageRow


class CompetitionPanel(QWidget):
    """A form that is saved as a whole; typed text stays until it is saved or taken back."""

    def __init__(self, context: Context, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may = may
        self._row: CompetitionRow | None = None
        self._free = False
        self._restored: list[str] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(16), 0, 0)
        outer.setSpacing(theme.px(12))
        self.form = QFormLayout()
        self.form.setVerticalSpacing(theme.px(10))
        self.form.setHorizontalSpacing(theme.px(14))
        self.form.setLabelAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.name = self._line(self.tr("Competition &name"), 560)
        self.year = self._line(self.tr("&Year"), 120)
        self.host = self._line(self.tr("&Host"), 560, self.tr("The company; stands on certificates and sheets"))
        self.organiser = self._line(self.tr("&Organiser"), 560, self.tr("e.g. the competition office"))
        self.place = self._line(self.tr("&Place"), 560, self.tr("Where the final is held"))
        self.final_day = self._line(self.tr("&Day of the final"), 180, self.tr("e.g. 2026-11-22"))
        self.issue_day = self._line(self.tr("Day on the &certificates"), 180, self.tr("e.g. 2026-11-25"))
        self.language = QComboBox()
        self.language.addItem(self.tr("Chinese"), "zh")
        self.language.addItem(self.tr("English"), "en")
        self.language.setFixedWidth(theme.px(180))
        self.language.currentIndexChanged.connect(lambda _: self._changed())
        self._add(self.tr("&Language of papers"), self.language)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.save_button = primary_button(self.tr("Save"), clicked=self.save)
        self.undo_button = secondary_button(self.tr("Take back"), clicked=self._take_back)
        row.addWidget(self.save_button)
        row.addWidget(self.undo_button)
        row.addStretch(1)
        self.form.addRow("", row)
        outer.addLayout(self.form)
        self.message = MessageLine()
        outer.addWidget(self.message)
        outer.addStretch(1)

    def _line(self, caption: str, width: int, example: str = "") -> QLineEdit:
        line = QLineEdit()
        line.setPlaceholderText(example)
        line.setMaximumWidth(theme.px(width))
        line.setMinimumWidth(theme.px(min(width, 320)))
        line.textEdited.connect(lambda _: self._changed())
        line.returnPressed.connect(self.save)
        self._add(caption, line)
        return line

    def _add(self, caption: str, field: QWidget) -> None:
        words = label(caption)
        words.setBuddy(field)
        words.setMinimumWidth(theme.px(136))
        words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.form.addRow(words, field)

    def show_competition(self, row: CompetitionRow, locked: StageRow | None) -> None:
        """Show the stored values, unless something unsaved is typed over the same version."""
        self._free = self._may and locked is None
        typed = self._row is not None and self.save_button.isEnabled() and self._row.version == row.version
        self._row = row
        if not typed:
            self._take_back()
        for line, text in zip(self._lines(), self._restored, strict=False):
            line.setText(text)
        self._restored = []
        for field in (*self._lines(), self.language):
            field.setEnabled(self._free)
        self._changed()
        if locked is not None:
            text = self.tr("The setup was locked by {person}; it can be opened again on the tab Stages.")
            self.message.show_message("info", text.format(person=locked.locked_by))
        elif self.message.tone != "error":
            self.message.clear()

    def typed(self) -> list[str]:
        """What is typed and not saved; empty when nothing is."""
        return [line.text() for line in self._lines()] if self.save_button.isEnabled() else []

    def restore(self, texts: list[str]) -> None:
        """Put :meth:`typed` back into a form made anew, once the stored values are known."""
        self._restored = texts

    def _lines(self) -> tuple[QLineEdit, ...]:
        return (self.name, self.year, self.host, self.organiser, self.place, self.final_day, self.issue_day)

    def _stored(self) -> list[str]:
        row = self._row
        if row is None:
            return []
        days = ("" if day is None else day.isoformat() for day in (row.final_day, row.issue_day))
        return [row.name, str(row.year), row.host, row.organiser, row.place, *days]

    def _take_back(self) -> None:
        if self._row is None:
            return
        for line, text in zip(self._lines(), self._stored(), strict=True):
            line.setText(text)
        self.language.setCurrentIndex(max(self.language.findData(self._row.language), 0))
        self.message.clear()
        self._changed()

    def _changed(self) -> None:
        row = self._row
        different = row is not None and (
            [line.text() for line in self._lines()] != self._stored() or self.language.currentData() != row.language
        )
        self.save_button.setEnabled(self._free and different)
        self.undo_button.setEnabled(self._free and different)

    def save(self) -> None:
        """Save the form; a fault is said below it and everything typed stays."""
        row = self._row
        if row is None or not self.save_button.isEnabled():
            return
        try:
            values = self._values()
        except InvalidInput as error:
            self._failed(error)
            return

        def change(uow: Any) -> Any:
            from exam.services.competition import change_competition

            return change_competition(uow, seen_version=row.version, **values)

        self.save_button.setEnabled(False)
        self.context.operations.write(self, change, self._saved, self._failed)

    def _values(self) -> dict[str, Any]:
        year = self.year.text().strip()
        if not year.isdigit():
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "{year} is not a year. Type four digits."), year=year or "–")
        return {
            "name": self.name.text(),
            "year": int(year),
            "host": self.host.text(),
            "organiser": self.organiser.text(),
            "place": self.place.text(),
            "final_day": _day(self.final_day),
            "issue_day": _day(self.issue_day),
            "language": self.language.currentData(),
        }

    def _saved(self, row: CompetitionRow) -> None:
        self._row = row
        self._take_back()
        self.message.show_message("ok", self.tr("Saved."))

    def _failed(self, error: ExamError) -> None:
        self._changed()
        self.message.show_message("error", sentence(error))


def _day(line: QLineEdit) -> date | None:
    from exam.rules.roster import day

    return day(line.text())
