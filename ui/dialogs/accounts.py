"""Adding a person who may sign in, changing a role, setting a new password."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP
from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


def passwords_differ() -> InvalidInput:
    """The fault of a password that was not typed the same way twice."""
    return InvalidInput(QT_TRANSLATE_NOOP("exam", "The two passwords differ. Type the same one twice."))


class AccountDialog(FormDialog):
    """A new account (``row`` None) or another role for an existing one. ``judges``: ``(id, name)``."""

    def __init__(
        self,
        context: Context,
        row: Any | None,
        judges: list[tuple[int, str]],
        parent: QWidget | None = None,
    ) -> None:
        from exam.access import ROLE_NAMES, Role

        new = row is None
        super().__init__(
            context,
            translate("AccountDialog", "Add a person") if new else translate("AccountDialog", "Change the role"),
            translate("AccountDialog", "Add") if new else translate("AccountDialog", "Change"),
            parent,
            intro="" if row is None else row.name,
        )
        self._row = row
        self.name = self.add_line(self.tr("Person's &name")) if new else None
        self.role = QComboBox()
        for role in Role:
            self.role.addItem(words(ROLE_NAMES[role]), role.value)
        self.add_row(self.tr("&Role"), self.role)
        self.judge = QComboBox()
        self.judge.addItem(self.tr("None yet"), None)
        for number, name in judges:
            self.judge.addItem(name, number)
        self.add_row(
            self.tr("&Judge"), self.judge, self.tr("Whose mark sheet this person fills in; only for the role of judge.")
        )
        self.password = self.add_line(self.tr("&Password"), password=True) if new else None
        self.again = self.add_line(self.tr("Password a&gain"), password=True) if new else None
        if row is not None:
            self.role.setCurrentIndex(self.role.findData(row.role.value))
            self.judge.setCurrentIndex(max(self.judge.findData(row.judge_id), 0))
        else:
            self.role.setCurrentIndex(1)
        self.role.currentIndexChanged.connect(lambda _: self._allow_judge())
        self._allow_judge()

    def submit(self) -> None:
        role = self._chosen_role()
        judge_id = self.judge.currentData() if role.value == "judge" else None
        if self._row is not None:
            row = self._row

            def change(uow: Any) -> Any:
                from exam.services.accounts import change_account

                return change_account(uow, account_id=row.id, seen_version=row.version, role=role, judge_id=judge_id)

            self.write(change)
            return
        assert self.name is not None
        assert self.password is not None
        assert self.again is not None
        if self.password.text() != self.again.text():
            self.show_error(passwords_differ())
            return
        name, password = self.name.text(), self.password.text()

        def add(uow: Any) -> Any:
            from exam.services.accounts import add_account

            return add_account(uow, name=name, password=password, role=role, judge_id=judge_id)

        self.write(add)

    def _allow_judge(self) -> None:
        self.judge.setEnabled(self._chosen_role().value == "judge")

    def _chosen_role(self) -> Any:
        from exam.access import Role

        # Qt hands an enumeration of strings back as a plain string.
        return Role(self.role.currentData())


class NewPasswordDialog(FormDialog):
    """The office sets a new password for somebody who forgot it."""

    def __init__(self, context: Context, row: Any, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("NewPasswordDialog", "Set a new password"),
            translate("NewPasswordDialog", "Set"),
            parent,
            intro=translate("NewPasswordDialog", "For {name}. Tell the person the new password yourself.").format(
                name=row.name
            ),
        )
        self._row = row
        self.password = self.add_line(self.tr("&Password"), password=True)
        self.again = self.add_line(self.tr("Password a&gain"), password=True)

    def submit(self) -> None:
        if self.password.text() != self.again.text():
            self.show_error(passwords_differ())
            return
        row, password = self._row, self.password.text()

        def change(uow: Any) -> Any:
            from exam.services.accounts import change_account

            return change_account(uow, account_id=row.id, seen_version=row.version, password=password)

        self.write(change)
