"""How the dialogs of the draw are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.dice import DiceDialog
from ui.dialogs.draw_exclusions import ExclusionsDialog
from ui.dialogs.draw_history import DrawHistoryDialog
from ui.dialogs.draw_plan_line import PlanLineDialog
from ui.dialogs.draw_rules import DrawRulesDialog
from ui.dialogs.strike import StrikeDialog, VoidDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _draw(read: Read) -> Any:
    from exam.services.draws import find_current_draw

    return read(lambda uow: find_current_draw(uow))


def _plan(read: Read) -> Any:
    from exam.services.draw_plans import get_plan

    draw = _draw(read)
    return None if draw is None else read(lambda uow: get_plan(uow, draw_id=draw.id))


def rules(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """The rules of the plan."""
    plan = _plan(read)
    return None if plan is None else DrawRulesDialog(context, plan, parent)


def line(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """The rule of one unit."""
    plan = _plan(read)
    return PlanLineDialog(context, plan, plan.lines[0], parent) if plan and plan.lines else None


def exclusions(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Who is not drawn from."""
    plan = _plan(read)
    return None if plan is None else ExclusionsDialog(context, plan, parent)


def dice(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """The dice, half typed."""
    draw = _draw(read)
    if draw is None:
        return None
    dialog = DiceDialog(context, draw, parent)
    dialog.digits.setText("０１３８２ 43811 27973 16654")
    return dialog


def strike(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Striking the first drawn person."""
    from exam.services.draws import list_picks

    draw = _draw(read)
    picks = read(lambda uow: list_picks(uow, draw_id=draw.id)) if draw else []
    going = next((pick for pick in picks if pick.state == "valid"), None)
    if going is None:
        return None
    waiting = (pick for pick in picks if pick.stratum == going.stratum and pick.state == "waiting")
    return StrikeDialog(context, going, next(waiting, None), parent)


def void(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Declaring the draw void."""
    draw = _draw(read)
    return None if draw is None else VoidDialog(context, draw, parent)


def history(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """All draws."""
    from exam.services.draws import list_draws

    return DrawHistoryDialog(context, read(lambda uow: list_draws(uow)), parent)
