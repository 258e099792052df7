"""A new competition: where it is kept, its name, and its first person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QLineEdit, QWidget

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP
from ui import messages, theme
from ui.context import Context
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog, caption_label
from ui.widgets.labels import wrapped_label

translate = QCoreApplication.translate
Create = Callable[[dict[str, Any], Callable[[Any], None], Callable[[Any], None]], None]


class NewCompetitionDialog(FormDialog):
    """Asks what a competition needs to exist. ``create(values, done, failed)`` makes it.

    ``target`` is a database address that is already chosen; then no file is asked for.
    """

    def __init__(
        self, context: Context, create: Create, folder: Path, parent: QWidget | None = None, *, target: str = ""
    ) -> None:
        super().__init__(
            context,
            translate("NewCompetitionDialog", "New competition"),
            translate("NewCompetitionDialog", "Create"),
            parent,
            width=560,
        )
        self._create = create
        self._target = target
        year = date.today().year
        self.name = self.add_line(
            self.tr("Competition &name"),
            self.tr("{year} service skills competition and all-staff muster").format(year=year),
        )
        self.kind = QComboBox()
        for text, value in (
            (self.tr("Skills competition: written exam, elite final, teams"), ""),
            (self.tr("Selection of people: one judged item, titles"), "people"),
            (self.tr("Selection of windows or outlets: one judged item, titles"), "windows"),
        ):
            self.kind.addItem(text, value)
        self.add_row(self.tr("K&ind"), self.kind)
        self.year = self.add_line(self.tr("&Year"), str(year))
        self.year.setValidator(QIntValidator(1990, 2200, self))
        self.host = self.add_line(
            self.tr("&Host"), hint=self.tr("Printed on certificates and sheets, e.g. the company.")
        )
        self.path = QLineEdit(str(folder / self.tr("Competition {year}.db").format(year=year)))
        if not target:
            self.add_row(self.tr("&Kept in"), self._path_row())
        self.form.addRow(caption_label(self.tr("The first person")))
        self.form.addRow(
            wrapped_label(
                self.tr("This person is the competition office: may do everything and adds the other people."),
                role="caption",
            )
        )
        self.person = self.add_line(self.tr("Your n&ame"))
        self.password = self.add_line(self.tr("&Password"), password=True, hint=self.tr("At least 6 characters."))
        self.again = self.add_line(self.tr("Password a&gain"), password=True)
        self.name.selectAll()

    def submit(self) -> None:
        if self.password.text() != self.again.text():
            self.show_error(
                InvalidInput(QT_TRANSLATE_NOOP("exam", "The two passwords differ. Type the same one twice."))
            )
            self.again.setFocus()
            return
        values = {
            "target": self._target or str(Path(self.path.text().strip()).expanduser()),
            "name": self.name.text(),
            "year": int(self.year.text() or 0),
            "host": self.host.text(),
            "person": self.person.text(),
            "password": self.password.text(),
            "selection": self.kind.currentData(),
            "language": self.context.settings.language,
        }
        self.wait()
        self._create(values, self.finish, self.show_error)

    def _path_row(self) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.path, 1)
        row.addWidget(secondary_button(self.tr("Choose…"), clicked=self._choose))
        holder.setFocusProxy(self.path)
        return holder

    def _choose(self) -> QFileDialog:
        chosen = Path(self.path.text())
        return messages.choose_save_file(
            self,
            self.tr("Where the competition is kept"),
            self.tr("Competition (*.db)"),
            chosen.name,
            lambda path: self.path.setText(str(path)),
            str(chosen.parent),
        )
