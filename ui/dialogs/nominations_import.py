"""Taking in a unit's file of nominations: whom it would add, every problem; then all or nobody."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QTabWidget, QWidget

from exam.errors import ExamError
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.roster import problem_model
from ui.item_models.rows import Column, RowsModel
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.files.nominations import NominationsFile
    from exam.services.nomination_import import NewNominee, NominationsComparison

translate = QCoreApplication.translate


class NominationsImportDialog(FormDialog):
    """Reading and comparing change nothing; the button takes the file in."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("NominationsImportDialog", "Nominations from {name}").format(name=path.name),
            translate("NominationsImportDialog", "Nominate"), parent, width=760,
            intro=translate("NominationsImportDialog", "People are found by their staff number (column 工号)."),
        )  # fmt: skip
        self.path = path
        self.file: NominationsFile | None = None
        self.new: RowsModel[NewNominee] = RowsModel(
            (
                Column(self.tr("Row"), lambda row: str(row.row), "right", lambda row: row.row, width=70),
                Column(self.tr("Staff number"), lambda row: row.staff_number, width=130, secondary=True),
                Column(self.tr("Name"), lambda row: row.name, width=150),
                Column(self.tr("Unit"), lambda row: row.unit, stretch=True),
            ),
            row_key=lambda row: row.staff_id,
        )
        self.problems = problem_model()
        self.count = label("", role="caption")
        self.body.addWidget(self.count)
        self.tabs = QTabWidget()
        self.tabs.addTab(Table(self.new, name=self.tr("Preview")), self.tr("Preview"))
        self.tabs.addTab(Table(self.problems, name=self.tr("Problems")), self.tr("Problems"))
        self.body.addWidget(self.tabs, 1)
        self.resize(theme.px(820), theme.px(600))
        self.accept_button.setEnabled(False)
        self._read_file()

    def _read_file(self) -> None:
        path = self.path

        def work(progress: Any) -> Any:
            from exam.files.nominations import read_nominations

            return read_nominations(path, progress)

        self.wait()
        self.say(self.tr("Reading the file…"), "")
        self.context.operations.job(self, self.tr("Reading the file"), work, self._read, self._failed)

    def _failed(self, error: ExamError) -> None:
        self.fields.setEnabled(True)
        self.say(sentence(error))

    def _read(self, file: NominationsFile) -> None:
        self.file = file

        def compare(uow: Any) -> Any:
            from exam.services.nomination_import import compare_nominations

            return compare_nominations(uow, entries=file.entries)

        self.context.operations.read(self, compare, self._compared, self._failed)

    def _compared(self, found: NominationsComparison) -> None:
        assert self.file is not None
        self.fields.setEnabled(True)
        problems = [*self.file.problems, *found.problems]
        errors = [one for one in problems if one.severity == "error"]
        self.new.set_rows(list(found.new))
        self.problems.set_rows(sorted(problems, key=lambda one: one.row))
        text = self.tr("{new} new elites, {known} nominated already, {errors} errors")
        self.count.setText(text.format(new=len(found.new), known=found.known, errors=len(errors)))
        self.tabs.setTabText(1, self.tr("Problems ({n})").format(n=len(problems)))
        self.tabs.setCurrentIndex(1 if errors else 0)
        self.accept_button.setEnabled(bool(found.new) and not errors)
        if errors:
            self.say(self.tr("Nobody is nominated while there are errors. Correct them in the file first."))
        elif not found.new:
            self.say(self.tr("Everybody in this file is nominated already."), "ok")
        else:
            self.say("")

    def submit(self) -> None:
        file = self.file
        if file is None:
            return

        def save(uow: Any) -> Any:
            from exam.services.nomination_import import import_nominations

            return import_nominations(uow, entries=file.entries, file_name=file.name, sha256=file.sha256)

        self.write(save)
