"""How the dialogs of judging and quiz are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from exam.rules.overtime import OvertimeRule
from ui.context import Context
from ui.dialogs.mark_differences import MarkDifferencesDialog
from ui.dialogs.moves import MovesDialog
from ui.dialogs.quiz_event import QuizPointsDialog, VoidEventDialog
from ui.dialogs.release_mark import ReleaseMarkDialog
from ui.dialogs.stage_times import StageTimesDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _judged_item(read: Read) -> Any:
    from exam.services.items import list_items

    return next((row for row in read(lambda uow: list_items(uow)) if row.kind == "panel"), None)


def _quiz(read: Read) -> Any:
    from exam.services.quiz import get_quiz, list_quizzes

    rows = read(lambda uow: list_quizzes(uow))
    return read(lambda uow: get_quiz(uow, item_id=rows[0].id)) if rows else None


def differences(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Two entries compared."""
    item = _judged_item(read)
    return None if item is None else MarkDifferencesDialog(context, item, parent)


def release(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Releasing a confirmed mark."""
    from exam.services.judging import get_sheet

    item = _judged_item(read)
    if item is None:
        return None
    sheet = read(lambda uow: get_sheet(uow, item_id=item.id))
    row, seat = sheet.rows[0], sheet.judges[0]
    return ReleaseMarkDialog(context, (item.id, row.nominee_id, seat.judge_id), row.code, seat.name, parent)


def void_event(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Voiding a line of the quiz."""
    quiz = _quiz(read)
    return VoidEventDialog(context, quiz.lines[0], parent) if quiz is not None and quiz.lines else None


def quiz_points(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Points of the chief judge."""
    quiz = _quiz(read)
    return QuizPointsDialog(context, quiz, None, parent) if quiz is not None and quiz.teams else None


def stage_times(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Times on stage."""
    item = _judged_item(read)
    if item is None:
        return None
    limited = replace(item, overtime=OvertimeRule(480, 30, Decimal(1), Decimal(5)))
    return StageTimesDialog(context, limited, None, None, parent)


def moves(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """What a change would move; the places are those of the standing, turned round."""
    from exam.rules.results import Change
    from exam.rules.snapshots import AWARD, PLACE
    from exam.services.moves import Moves
    from exam.services.results import get_draft

    ranked = [one for one in read(lambda uow: get_draft(uow)).individuals if one.place is not None][:8]
    if not ranked:
        return None
    lines = [
        Change("individual", one.name, one.unit, PLACE, str(one.place), str(len(ranked) + 1 - at))
        for at, one in enumerate(ranked, 1)
    ]
    award = [Change("award", one.name, one.unit, AWARD, one.award, "") for one in ranked[:1]]
    return MovesDialog(Moves((*lines, *award), 12), parent)
