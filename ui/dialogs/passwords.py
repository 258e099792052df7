"""Asking for the password again before an act that cannot be taken back, and for a second person."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


class PasswordDialog(FormDialog):
    """The password of the person at the desk; ``then`` is called when it is right.

    A dialog keeps no reference to its parent window: were it the last one, destroying the dialog would free the
    window, and the window would destroy the dialog a second time.
    """

    def __init__(
        self, context: Context, intro: str, action_text: str, then: Callable[[], object], parent: QWidget | None
    ) -> None:
        super().__init__(
            context, translate("PasswordDialog", "Your password, please"), action_text, parent, intro=intro
        )
        self._then = then
        name = context.person.name if context.person is not None else ""
        self.password = self.add_line(self.tr("Password of {name}").format(name=name), password=True)

    def submit(self) -> None:
        password = self.password.text()

        def check(uow: Any) -> None:
            from exam.services.accounts import check_password

            check_password(uow, password=password)

        self.wait()
        self.context.operations.read(self, check, self._right, self.show_error)

    def _right(self, result: Any) -> None:
        self.finish(result)
        self._then()


class SecondPersonDialog(FormDialog):
    """Name and password of another person; ``then(person)`` is called when they are right."""

    def __init__(
        self,
        context: Context,
        intro: str,
        action_text: str,
        then: Callable[[Any], object],
        parent: QWidget | None,
    ) -> None:
        super().__init__(
            context, translate("PasswordDialog", "A second person, please"), action_text, parent, intro=intro
        )
        self._then = then
        self.name = self.add_line(self.tr("Name"))
        self.password = self.add_line(self.tr("Password"), password=True)

    def submit(self) -> None:
        name, password = self.name.text(), self.password.text()

        def check(uow: Any) -> Any:
            from exam.services.accounts import check_second_person

            return check_second_person(uow, name=name, password=password)

        self.wait()
        self.context.operations.read(self, check, self._right, self.show_error)

    def _right(self, person: Any) -> None:
        self.finish(person)
        self._then(person)


def ask_password(
    owner: QWidget, context: Context, intro: str, action_text: str, then: Callable[[], object]
) -> PasswordDialog:
    """Ask for the password of the person at the desk; ``intro`` says what is about to be done."""
    dialog = PasswordDialog(context, intro, action_text, then, owner)
    dialog.open()
    return dialog


def ask_second_person(
    owner: QWidget, context: Context, intro: str, action_text: str, then: Callable[[Any], object]
) -> SecondPersonDialog:
    """Ask another person to confirm with name and password; ``then`` gets the ``Person``."""
    dialog = SecondPersonDialog(context, intro, action_text, then, owner)
    dialog.open()
    return dialog
