"""How the dialogs of results and awards are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.award_rule import AwardRuleDialog
from ui.dialogs.certificates import CertificatesDialog
from ui.dialogs.publications import PublicationsDialog
from ui.dialogs.publish import PublishDialog
from ui.dialogs.team_total import TeamTotalDialog
from ui.dialogs.tie_end import TieEndDialog
from ui.dialogs.title_holders import TitleHoldersDialog
from ui.dialogs.verify_queue import VerifyQueueDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _standings(read: Read) -> Any:
    def look(uow: Any) -> Any:
        from exam.services.publications import get_standings

        return get_standings(uow)

    return read(look)


def _rules(read: Read) -> list[Any]:
    def look(uow: Any) -> Any:
        from exam.services.awards import list_award_rules

        return list_award_rules(uow)

    return read(look)


def publish(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Publishing the results."""
    return PublishDialog(context, _standings(read), parent)


def publications(context: Context, parent: QWidget, read: Read) -> QDialog:
    """All publications and what they changed."""
    return PublicationsDialog(context, _standings(read), parent)


def team_total(context: Context, parent: QWidget, read: Read) -> QDialog:
    """How the team total is built."""
    return TeamTotalDialog(context, parent)


def certificates(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Whose certificates are printed, and who received them."""
    return CertificatesDialog(context, parent)


def verify_queue(context: Context, parent: QWidget, read: Read) -> QDialog:
    """What is not yet verified."""
    return VerifyQueueDialog(context, parent)


def ties(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Shared places and how they were told apart."""
    return TieEndDialog(context, parent)


def award(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Changing an award."""
    rules = _rules(read)
    return AwardRuleDialog(context, rules[0], [], parent) if rules else None


def title_holders(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Who is given a title."""
    title = next((rule for rule in _rules(read) if rule.scope == "title"), None)
    return TitleHoldersDialog(context, title, parent) if title is not None else None
