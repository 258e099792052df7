"""Taking in a roster file: which column is what, what it would change, every problem; then all or nothing."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtWidgets import QCheckBox, QWidget

from exam.errors import ExamError
from ui import messages, theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.roster import field_names, join_sentences
from ui.widgets.column_mapping import ColumnMapping
from ui.widgets.empty_state import EmptyState
from ui.widgets.file_source import FileSource
from ui.widgets.form import FormDialog
from ui.widgets.roster_preview import RosterPreview

if TYPE_CHECKING:
    from exam.files.roster import RosterCheck
    from exam.services.roster_import import ImportOutcome, RosterDifference

translate = QCoreApplication.translate


class RosterImportDialog(FormDialog):
    """Shows what a file holds and would change. ``saved`` carries one line about what was done."""

    def __init__(self, context: Context, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("RosterImportDialog", "Import the roster from {name}").format(name=path.name),
            translate("RosterImportDialog", "Import"),
            parent,
            width=720,
        )
        self.path = path
        self.check: RosterCheck | None = None
        self.difference: RosterDifference | None = None
        self._build()
        self.accept_button.setEnabled(False)
        room = self.screen().availableSize().expandedTo(QSize(1000, 640))
        self.resize(QSize(theme.px(1060), theme.px(720)).boundedTo(room))
        self.read_file()

    def _build(self) -> None:
        from exam.files.roster import REQUIRED

        self.source = FileSource()
        self.source.sheet_chosen.connect(self.read_file)
        self.source.encoding_chosen.connect(lambda encoding: self.read_file(encoding=encoding))
        self.body.addWidget(self.source)
        self.columns = ColumnMapping({key: name for key, name in field_names().items() if key != "active"}, REQUIRED)
        self.body.addWidget(self.columns)
        self.preview = RosterPreview()
        self.body.addWidget(self.preview, 1)
        self.deactivate = QCheckBox(self.tr("&Deactivate the people whom the file does not name"))
        self.deactivate.hide()
        self.body.addWidget(self.deactivate)
        self.refused = EmptyState("", self.tr("Choose another file…"), self._choose_again, icon="circle-alert")
        self.refused.hide()
        self.body.addWidget(self.refused, 1)
        self.deactivate.toggled.connect(lambda _: self._allow())
        self.columns.changed.connect(self._map)

    # Reading

    def read_file(self, sheet: str | None = None, encoding: str | None = None) -> None:
        """Read and judge the file on the pool; nothing is changed by it."""
        path = self.path

        def work(progress: Any) -> Any:
            from exam.files.roster import check_roster

            return check_roster(path, sheet=sheet, encoding=encoding, progress=progress)

        self.wait()
        self.say(self.tr("Reading the file…"), "")
        self.context.operations.job(self, self.tr("Reading the file"), work, self._read, self._refuse)

    def _map(self, mapping: dict[str, int]) -> None:
        if self.check is None or self.check.table is None:
            return
        name, data = self.path.name, self.check.table.data

        def work(progress: Any) -> Any:
            from exam.files.roster import judge

            return judge(name, data, mapping=mapping, progress=progress)

        self.wait()
        self.context.operations.job(self, self.tr("Reading the file"), work, self._read, self._refuse)

    def _read(self, check: RosterCheck) -> None:
        self.check, self.difference = check, None
        table = check.table
        if table is None:
            assert check.refused is not None
            self._refuse(check.refused)
            return
        self._show_parts(True)
        self.source.show_source(table.data)
        self.columns.show_columns(table.headers, table.columns, _samples(table) if table.missing else ())
        self.preview.show_file(check, None)
        if check.refused is not None:
            self.say(join_sentences(sentence(check.refused), self.tr("Or choose the columns above.")))
            return
        lines, fields, sha256 = check.lines, check.fields, check.sha256

        def compare(uow: Any) -> Any:
            from exam.services.roster_import import compare_roster

            return compare_roster(uow, lines=lines, fields=fields, sha256=sha256)

        self.context.operations.read(self, compare, self._compared, self._refuse)

    def _refuse(self, error: ExamError) -> None:
        self._show_parts(False)
        self.refused.set_sentence(sentence(error))
        self.say("")

    def _show_parts(self, readable: bool) -> None:
        self.fields.setEnabled(True)
        self.columns.setVisible(readable)
        self.preview.setVisible(readable)
        self.refused.setVisible(not readable)
        if not readable:
            self.deactivate.hide()

    def _choose_again(self) -> None:
        def take(path: Path) -> None:
            self.path = path
            self.setWindowTitle(self.tr("Import the roster from {name}").format(name=path.name))
            self.read_file()

        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        messages.choose_open_file(self, self.tr("Import the roster"), kinds, take, str(self.path.parent))

    def _compared(self, difference: RosterDifference) -> None:
        assert self.check is not None
        self.difference = difference
        self.preview.show_file(self.check, difference)
        self.deactivate.setVisible(bool(difference.missing) and not self.check.errors)
        self._allow()

    def _allow(self) -> None:
        """Say what stands in the way, or what the button will do."""
        check, found = self.check, self.difference
        if check is None or found is None:
            return
        idle = found.nothing_new and not (self.deactivate.isChecked() and found.missing)
        ready = check.importable and not idle
        self.accept_button.setEnabled(ready)
        text = self.tr("Import {n} people").format(n=f"{check.accepted:,}") if ready else self.tr("Import")
        self.accept_button.setText(text)
        if check.errors:
            self.say(
                self.tr("Nothing is imported while there are errors. Correct them in the file and import it again.")
            )
        elif idle and found.same_file is not None:
            text = self.tr("This very file was imported on {day} by {person}; nothing has changed since.")
            day = f"{found.same_file.imported_at.astimezone():%Y-%m-%d %H:%M}"
            self.say(text.format(day=day, person=found.same_file.imported_by), "ok")
        elif idle:
            self.say(self.tr("Everybody in this file stands in the roster already, with the same data."), "ok")
        else:
            self.say(self.tr("A backup is made first. Either everybody is taken in, or nobody."), "")

    # Doing

    def submit(self) -> None:
        check, found, name = self.check, self.difference, self.path.name
        if check is None or found is None:
            return
        leaving = [row.id for row in found.missing] if self.deactivate.isChecked() else []
        database = self.context.operations.database

        def back_up() -> None:
            from exam.backups import make_backup

            if database is not None:
                make_backup(database, "before-import")

        def take(uow: Any, progress: Any) -> Any:
            from exam.services.roster_import import import_roster

            return import_roster(
                uow, lines=check.lines, fields=check.fields, file_name=name, sha256=check.sha256,
                deactivate=leaving, progress=progress,
            )  # fmt: skip

        def then(_: object) -> None:
            self.context.operations.write_long(
                self, self.tr("Importing the roster"), take, self._taken, self.show_error, request=self.request
            )

        self.wait()
        self.context.operations.on_database(self, back_up, then, self.show_error)

    def _taken(self, done: ImportOutcome) -> None:
        text = self.tr("Imported: {added} new, {changed} changed, {left} deactivated").format(
            added=done.added, changed=done.changed, left=done.deactivated
        )
        self.finish(text)


def _samples(table: Any) -> list[str]:
    """What the first row holds, so that a column is known without its title."""
    return [" ".join(cell.value.split()) for cell in table.rows[0].cells] if table.rows else []
