"""How the general dialogs are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from ui import messages
from ui.context import Context
from ui.dialogs.accounts import AccountDialog, NewPasswordDialog
from ui.dialogs.help import AboutDialog, HelpDialog
from ui.dialogs.new_competition import NewCompetitionDialog
from ui.dialogs.passwords import PasswordDialog, SecondPersonDialog
from ui.dialogs.sign_in import LockDialog, SignInDialog
from ui.pages.overview import OverviewPage

Read = Callable[[Callable[[Any], Any]], Any]
translate = QCoreApplication.translate


def _accounts(read: Read) -> list[Any]:
    def look(uow: Any) -> Any:
        from exam.services.accounts import list_accounts

        return list_accounts(uow)

    return read(look)


def new_competition(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The dialog of a new competition."""
    return NewCompetitionDialog(context, lambda values, done, failed: None, Path("D:/"), parent)


def sign_in(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Signing in."""
    names = [row.name for row in _accounts(read)]
    return SignInDialog(context, context.competition.name, names, parent)


def locked(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The locked desk."""
    return LockDialog(context, lambda: None, parent)


def password(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The password again."""
    intro = translate("SHOWN", "The results are published. This cannot be taken back.")
    return PasswordDialog(context, intro, translate("SHOWN", "Publish"), lambda: None, parent)


def second_person(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A second person confirms."""
    intro = translate("SHOWN", "Locking the marks takes two people.")
    return SecondPersonDialog(context, intro, translate("SHOWN", "Lock"), lambda person: None, parent)


def add_account(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A further person."""
    return AccountDialog(context, None, [], parent)


def new_password(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A forgotten password."""
    return NewPasswordDialog(context, _accounts(read)[0], parent)


def help_on_page(context: Context, parent: QWidget, read: Read) -> QDialog:
    """F1."""
    page = OverviewPage(context, parent)
    page.hide()
    return HelpDialog(page, parent)


def about(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Versions and licences."""
    return AboutDialog(parent)


def confirmation(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A question before a dangerous act."""
    text = translate("SHOWN", "The account will not be able to sign in any more.")
    action = translate("SHOWN", "Close the account")
    return messages.confirm(parent, text, action, lambda: None, danger=True)
