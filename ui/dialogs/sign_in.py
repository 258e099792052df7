"""Signing in, and unlocking a desk that was left alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QWidget

from ui.context import Context
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


class SignInDialog(FormDialog):
    """Name and password. ``saved`` carries the person. Names are chosen from the active accounts."""

    def __init__(
        self,
        context: Context,
        competition: str,
        names: Sequence[str],
        parent: QWidget | None = None,
        *,
        last: str = "",
        hint: str = "",
    ) -> None:
        super().__init__(
            context,
            translate("SignInDialog", "Sign in"),
            translate("SignInDialog", "Sign in"),
            parent,
            intro=competition,
        )
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems(names)
        self.name.setCurrentText(last if last in names else (names[0] if names else ""))
        self.add_row(self.tr("Person's &name"), self.name)
        self.password = self.add_line(self.tr("&Password"), password=True)
        if hint:
            self.say(hint, "ok")
        self.password.setFocus()

    def submit(self) -> None:
        name, password = self.name.currentText(), self.password.text()

        def check(uow: Any) -> Any:
            from exam.services.accounts import sign_in

            return sign_in(uow, name=name, password=password)

        self.wait()
        self.context.operations.write(self, check, self.finish, self.show_error, person=nobody())

    def show_error(self, error: Any) -> None:
        super().show_error(error)
        self.password.selectAll()
        self.password.setFocus()


class LockDialog(FormDialog):
    """The desk is locked: the same person's password, or another person signs in. It cannot be closed."""

    def __init__(self, context: Context, other: Callable[[], object], parent: QWidget | None = None) -> None:
        person = context.person
        super().__init__(
            context,
            translate("LockDialog", "The desk is locked"),
            translate("LockDialog", "Unlock"),
            parent,
            intro=translate("LockDialog", "Everything typed is still here."),
        )
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.password = self.add_line(
            self.tr("Password of {name}").format(name=person.name if person is not None else ""), password=True
        )
        self.cancel_button.hide()
        self._other = other
        self.other_button = secondary_button(self.tr("Another person…"), clicked=self._switch)
        self.extra_buttons.addWidget(self.other_button)

    def submit(self) -> None:
        password = self.password.text()

        def check(uow: Any) -> None:
            from exam.services.accounts import check_password

            check_password(uow, password=password)

        self.wait()
        self.context.operations.read(self, check, self.finish, self.show_error)

    def reject(self) -> None:
        """Esc does not unlock."""

    def _switch(self) -> None:
        self.accept()
        self._other()


def nobody() -> Any:
    """Who acts while a person is still signing in; it has no account and is never at the desk."""
    from exam.services.accounts import NOBODY

    return NOBODY
