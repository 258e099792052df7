"""Taking in a file of written marks: what it would change, every problem; then all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QTabWidget, QWidget

from exam.errors import ExamError, ImportRejected
from exam.rules.double_entry import FIRST_ENTRY, SECOND_ENTRY
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.roster import problem_model
from ui.item_models.rows import Column, RowsModel
from ui.widgets.form import FormDialog
from ui.widgets.pill import Pill
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.files.marks import MarksFile
    from exam.services.mark_import import MarkChange, MarksComparison
    from exam.services.sittings import SittingRow

translate = QCoreApplication.translate


class MarksImportDialog(FormDialog):
    """``saved`` carries one line about what was done. ``second``: the file is offered as the second entry."""

    def __init__(
        self, context: Context, path: Path, sitting: SittingRow, parent: QWidget | None = None, *, second: bool = False
    ) -> None:
        title = translate("MarksImportDialog", "Import marks from {name}").format(name=path.name)
        intro = translate("MarksImportDialog", "Into {sitting}. Candidates are found by ticket or staff number.")
        if sitting.hides_names:
            intro = translate("MarksImportDialog", "Into {sitting}. Papers are found by their sealed number only.")
        super().__init__(
            context, title, translate("MarksImportDialog", "Import"), parent,
            intro=intro.format(sitting=sitting.name), width=820,
        )  # fmt: skip
        self.path, self.sitting = path, sitting
        self.file: MarksFile | None = None
        self.found: MarksComparison | None = None
        self._build()
        self.entry.setCurrentIndex(int(second))
        self.entry.currentIndexChanged.connect(lambda _: self._compare())
        self.accept_button.setEnabled(False)
        self.resize(theme.px(900), theme.px(640))
        self.read_file()

    def _build(self) -> None:
        self.entry = QComboBox()
        self.entry.addItem(self.tr("The first entry: marks read from the papers"), FIRST_ENTRY)
        self.entry.addItem(self.tr("The second entry: the same papers, read again by another person"), SECOND_ENTRY)
        self.add_row(self.tr("This file is"), self.entry)
        self.form.setRowVisible(self.entry, False)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        keys = ("rows", "errors", "notices", "new", "replaced", "same", "absent")
        self.pills = {key: Pill() for key in keys}
        for pill in self.pills.values():
            row.addWidget(pill)
            pill.hide()
        row.addStretch(1)
        self.body.addLayout(row)
        number = self.tr("Sealed no.") if self.sitting.hides_names else self.tr("Ticket no.")
        self.changes: RowsModel[MarkChange] = RowsModel(
            [
                Column(self.tr("Row"), lambda c: str(c.row), "right", lambda c: c.row, width=70),
                Column(number, lambda c: c.ticket_number, width=160),
                Column(self.tr("Stands there"), lambda c: c.old or "–", "right", width=140),
                Column(self.tr("In the file"), lambda c: c.new, "right", width=140, bold=True),
                Column(self.tr("State"), self._kind, tone=lambda c: "warn" if c.overwrites else "ok", pill=True,
                       stretch=True),
            ],
            row_key=lambda c: c.ticket_number,
        )  # fmt: skip
        self.problems = problem_model()
        self.tabs = QTabWidget()
        self.tabs.addTab(Table(self.changes, name=self.tr("Preview")), self.tr("Preview"))
        self.tabs.addTab(Table(self.problems, name=self.tr("Problems")), self.tr("Problems"))
        self.body.addWidget(self.tabs, 1)
        self.overwrite = QCheckBox(self.tr("&Replace marks that were entered already"))
        self.overwrite.toggled.connect(lambda _: self._allow())
        self.overwrite.hide()
        self.body.addWidget(self.overwrite)

    def _kind(self, change: MarkChange) -> str:
        return self.tr("Replaces") if change.overwrites else self.tr("New")

    # Reading

    def read_file(self) -> None:
        """Read and judge the file on the pool; nothing is changed by it."""
        path, sections = self.path, self.sitting.sections

        def work(progress: Any) -> Any:
            from exam.files.marks import read_marks

            return read_marks(path, sections, progress)

        self.wait()
        self.say(self.tr("Reading the file…"), "")
        self.context.operations.job(self, self.tr("Reading the file"), work, self._read, self._failed)

    def _read(self, file: MarksFile) -> None:
        self.file = file
        self._compare()

    def _compare(self) -> None:
        file, sitting_id, entry = self.file, self.sitting.id, self.entry.currentData()
        if file is None:
            return

        def compare(uow: Any) -> Any:
            from exam.services.mark_import import compare_marks
            from exam.services.mark_rows import entered_twice

            twice = entered_twice(uow)
            number = entry if twice else FIRST_ENTRY
            return twice, compare_marks(uow, sitting_id=sitting_id, entries=file.entries, entry=number)

        self.wait()
        self.context.operations.read(self, compare, self._compared, self._failed)

    def _failed(self, error: ExamError) -> None:
        self.fields.setEnabled(True)
        self.say(sentence(error))

    def _compared(self, compared: tuple[bool, MarksComparison]) -> None:
        twice, self.found = compared
        found = self.found
        self.form.setRowVisible(self.entry, twice)
        if not twice:
            self.entry.setCurrentIndex(0)
        self.fields.setEnabled(True)
        assert self.file is not None
        problems = sorted([*self.file.problems, *found.problems], key=lambda problem: problem.row)
        self.changes.set_rows(list(found.changes))
        self.problems.set_rows(problems)
        replaced = len(found.overwrites)
        errors = sum(problem.severity == "error" for problem in problems)
        shown = {
            "rows": (self.file.rows, self.tr("{n} rows"), "", "file-spreadsheet"),
            "errors": (errors, self.tr("{n} errors"), "error", ""),
            "notices": (len(problems) - errors, self.tr("{n} notices"), "warn", ""),
            "new": (len(found.changes) - replaced, self.tr("{n} new"), "ok", "plus"),
            "replaced": (replaced, self.tr("{n} would be replaced"), "warn", ""),
            "same": (found.same, self.tr("{n} as before"), "", "check"),
            "absent": (found.not_in_file, self.tr("{n} candidates not in the file"), "", "user-x"),
        }
        for key, (count, text, tone, icon) in shown.items():
            self.pills[key].set_state(text.format(n=count) if count else "", tone, icon)
            self.pills[key].setVisible(bool(count))
        self.tabs.setTabText(0, self.tr("Preview ({n})").format(n=self.changes.total))
        self.tabs.setTabText(1, self.tr("Problems ({n})").format(n=self.problems.total))
        self.tabs.setCurrentIndex(1 if errors else 0)
        self.overwrite.setVisible(bool(replaced))
        self.overwrite.setChecked(False)
        self._errors = errors
        self._allow()

    def _allow(self) -> None:
        found = self.found
        if found is None:
            return
        blocked = bool(found.overwrites) and not self.overwrite.isChecked()
        self.accept_button.setEnabled(not self._errors and bool(found.changes) and not blocked)
        if self._errors:
            self.say(self.tr("Nothing is imported while there are errors. Correct them in the file first."))
        elif not found.changes:
            self.say(self.tr("Everything in this file stands here already."), "ok")
        elif blocked:
            self.say(self.tr("Some marks stand here with another value. Look at the papers, then allow it."), "warn")
        else:
            self.say(self.tr("Either everything is taken in, or nothing."), "")

    # Doing

    def submit(self) -> None:
        file, overwrite, sitting_id = self.file, self.overwrite.isChecked(), self.sitting.id
        entry = self.entry.currentData()
        if file is None or self.found is None:
            return

        def take(uow: Any, progress: Any) -> Any:
            from exam.services.mark_import import import_marks

            return import_marks(
                uow, sitting_id=sitting_id, entries=file.entries, file_name=file.name, sha256=file.sha256,
                overwrite=overwrite, entry=entry, progress=progress,
            )  # fmt: skip

        self.wait()
        self.context.operations.write_long(
            self, self.tr("Importing marks"), take, self._taken, self._rejected, request=self.request
        )

    def _taken(self, done: MarksComparison) -> None:
        text = self.tr("Imported: {n} marks").format(n=len(done.changes))
        if done.verified or done.different:
            both = self.tr("{alike} were read alike by two people, {different} differ and wait for a third person.")
            text += " · " + both.format(alike=done.verified, different=done.different)
        self.finish(text)

    def _rejected(self, error: ExamError) -> None:
        self.show_error(error)
        if isinstance(error, ImportRejected):
            self.problems.set_rows(list(error.problems))
            self.tabs.setCurrentIndex(1)
