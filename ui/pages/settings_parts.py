"""Two tabs of the settings: the people who may sign in, and the backups of the competition."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import messages, theme
from ui.context import Context
from ui.dialogs.accounts import AccountDialog, NewPasswordDialog
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import danger_button, secondary_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import wrapped_label
from ui.widgets.table import Table

translate = QCoreApplication.translate


class Part(QWidget):
    """A line of commands above a table."""

    def __init__(self, context: Context, sentence: str) -> None:
        super().__init__()
        self.context = context
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, theme.px(14), 0, 0)
        self.column.setSpacing(theme.px(12))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(wrapped_label(sentence, role="caption"), 1)
        self.commands = QHBoxLayout()
        self.commands.setSpacing(theme.px(8))
        row.addLayout(self.commands)
        self.column.addLayout(row)


class AccountsPart(Part):
    """Everybody who may sign in. The office adds, changes roles, sets passwords, closes accounts."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            translate("AccountsPart", "Each person signs in with an own name: the journal says who did what."),
        )
        self._judges: list[tuple[int, str]] = []
        self.add_button = secondary_button(self.tr("Add a person…"), "plus", self._add)
        self.role_button = secondary_button(self.tr("Change the role…"), "pencil", self._change_role)
        self.password_button = secondary_button(self.tr("New password…"), "key-round", self._new_password)
        self.active_button = danger_button(self.tr("Close the account"), "", self._switch_active)
        for button in (self.role_button, self.password_button, self.active_button, self.add_button):
            self.commands.addWidget(button)
        self.model: RowsModel[Any] = RowsModel(
            [
                Column(self.tr("Name"), lambda r: r.name, width=220),
                Column(self.tr("Role"), lambda r: _role(r.role), width=180),
                Column(self.tr("Judge"), lambda r: self._judge(r.judge_id), stretch=True, secondary=True),
                Column(
                    self.tr("State"),
                    lambda r: self.tr("May sign in") if r.active else self.tr("Closed"),
                    pill=True,
                    tone=lambda r: "ok" if r.active else "",
                    icon=lambda r: "" if r.active else "ban",
                    width=140,
                ),
            ],
            row_key=lambda r: r.id,
        )
        self.table = Table(self.model, name=self.tr("People who sign in"))
        self.table.current_row.connect(lambda _: self._enable())
        self.table.on_activated(lambda _: self._change_role())
        self.column.addWidget(self.table, 1)
        self._enable()

    def refresh(self) -> None:
        """Read the accounts anew."""

        def look(uow: Any) -> Any:
            from exam.services.accounts import list_accounts

            return list_accounts(uow), _list_judges(uow)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[Any], list[tuple[int, str]]]) -> None:
        rows, self._judges = found
        self.model.set_rows(rows)
        self._enable()

    def _enable(self) -> None:
        from exam.access import Right

        may = self.context.may(Right.MANAGE_ACCOUNTS)
        row = self.table.selected_row()
        self.add_button.setEnabled(may)
        for button in (self.role_button, self.password_button, self.active_button):
            button.setEnabled(may and row is not None)
        closed = row is not None and not row.active
        self.active_button.setText(self.tr("Open the account again") if closed else self.tr("Close the account"))

    def _judge(self, judge_id: int | None) -> str:
        return next((name for number, name in self._judges if number == judge_id), "")

    def _add(self) -> None:
        AccountDialog(self.context, None, self._judges, self.window()).open()

    def _change_role(self) -> None:
        row = self.table.selected_row()
        if row is not None and self.role_button.isEnabled():
            AccountDialog(self.context, row, self._judges, self.window()).open()

    def _new_password(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            NewPasswordDialog(self.context, row, self.window()).open()

    def _switch_active(self) -> None:
        row = self.table.selected_row()
        if row is None:
            return

        def change(uow: Any) -> Any:
            from exam.services.accounts import change_account

            return change_account(uow, account_id=row.id, seen_version=row.version, active=not row.active)

        if not row.active:
            self.context.operations.write(self, change)
            return
        text = self.tr("{name} will not be able to sign in any more. What {name} did stays in the journal.")
        messages.confirm(
            self,
            text.format(name=row.name),
            self.tr("Close the account"),
            lambda: self.context.operations.write(self, change),
            danger=True,
        )


class BackupsPart(Part):
    """The copies that lie beside the competition, and a further one on demand."""

    def __init__(self, context: Context) -> None:
        super().__init__(
            context,
            translate(
                "BackupsPart",
                "Copies are made by themselves before every import, draw, unlocking and publication; the last "
                "twenty and one a day are kept.",
            ),
        )
        self.folder_button = secondary_button(self.tr("Open folder"), "folder-open", self._open_folder)
        self.open_button = secondary_button(self.tr("Go back to this copy…"), "undo-2", self._restore)
        self.save_button = secondary_button(self.tr("Save a copy as…"), "download", self._save_as)
        self.make_button = secondary_button(self.tr("Make a backup now"), "save", self._make)
        for button in (self.folder_button, self.open_button, self.save_button, self.make_button):
            self.commands.addWidget(button)
        self.model: RowsModel[Any] = RowsModel(
            [
                Column(self.tr("Made"), lambda r: f"{r.made_at:%Y-%m-%d %H:%M:%S}", width=190),
                Column(self.tr("Why"), lambda r: why_words(r.why), width=220),
                Column(self.tr("File"), lambda r: r.path.name, stretch=True, secondary=True),
            ],
            row_key=lambda r: r.path.name,
        )
        self.table = Table(self.model, name=self.tr("Backups"))
        self.table.current_row.connect(lambda row: self.open_button.setEnabled(row is not None))
        self.column.addWidget(self.table, 1)
        self.none_yet = EmptyState(
            self.tr("There is no backup yet."), self.tr("Make a backup now"), self._make, icon="save"
        )
        self.on_server = EmptyState(
            self.tr("This competition lies on a database server. Backups are made there, by whoever runs it."),
            icon="save",
        )
        for empty in (self.none_yet, self.on_server):
            empty.hide()
            self.column.addWidget(empty, 1)
        self.open_button.setEnabled(False)

    @property
    def _path(self) -> Path | None:
        database = self.context.operations.database
        return database.path if database is not None else None

    def refresh(self) -> None:
        """List the copies anew."""
        path = self._path
        for button in (self.folder_button, self.save_button, self.make_button):
            button.setEnabled(path is not None)
        self.on_server.setVisible(path is None)
        if path is None:
            self.table.hide()
            return

        def look() -> Any:
            from exam.backups import list_backups

            return list_backups(path)

        self.context.operations.on_database(self, look, self._show)

    def _show(self, rows: list[Any]) -> None:
        self.model.set_rows(rows)
        self.table.setVisible(bool(rows))
        self.none_yet.setVisible(not rows)

    def _make(self) -> None:
        database = self.context.operations.database
        if database is None:
            return

        def make(uow: Any) -> Any:
            from exam import journal
            from exam.backups import make_backup

            copy = make_backup(database, "by-hand")
            uow.record(journal.BACKUP_MADE, copy.name if copy is not None else "")
            return copy

        def made(copy: Path) -> None:
            self.context.say(self.tr("Backup made: {name}").format(name=copy.name))

        self.context.operations.write(self, make, made)

    def _save_as(self) -> None:
        path, database = self._path, self.context.operations.database
        if path is None or database is None:
            return

        def copy_to(target: Path) -> None:
            def work() -> Path:
                from exam.backups import save_copy

                return save_copy(database, target)

            self.context.operations.on_database(
                self, work, lambda written: messages.exported(self, written, self.tr("The copy is complete"))
            )

        messages.choose_save_file(
            self,
            self.tr("Save a copy of the competition"),
            self.tr("Competition (*.db)"),
            path.name,
            copy_to,
            self.context.settings.folder,
        )

    def _restore(self) -> None:
        row = self.table.selected_row()
        if row is None:
            return
        text = self.tr(
            "The copy of {time} is opened as a competition of its own beside the present one. The present "
            "competition stays as it is."
        )
        messages.confirm(
            self,
            text.format(time=f"{row.made_at:%Y-%m-%d %H:%M:%S}"),
            self.tr("Open the copy"),
            lambda: self.context.open_copy(row.path),
        )

    def _open_folder(self) -> None:
        if self._path is not None:
            messages.open_folder(self._path)


def why_words(why: str) -> str:
    """Why a copy was made, in words; an unknown reason shows itself."""
    known = {
        "by-hand": translate("BackupsPart", "by hand"),
        "before-import": translate("BackupsPart", "before an import"),
        "before-draw": translate("BackupsPart", "before a draw"),
        "before-unlock": translate("BackupsPart", "before unlocking"),
        "before-upgrade": translate("BackupsPart", "before an upgrade"),
        "before-publication": translate("BackupsPart", "before a publication"),
        "after-sign-off": translate("BackupsPart", "after a sign-off"),
    }
    return known.get(why, why)


def _role(role: Any) -> str:
    from exam.access import ROLE_NAMES

    return words(ROLE_NAMES[role])


def _list_judges(uow: Any) -> list[tuple[int, str]]:
    """The judges of the final, for accounts that enter their own marks."""
    from exam.services.panels import list_judges

    return [(row.id, row.name) for row in list_judges(uow)]
