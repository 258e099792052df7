"""How the dialogs of the final are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.adjustments import AdjustmentsDialog
from ui.dialogs.avoidances import AvoidancesDialog
from ui.dialogs.coding import CodingDialog
from ui.dialogs.group_draw import GroupDrawDialog
from ui.dialogs.item_edit import ItemDialog
from ui.dialogs.judge_edit import JudgeDialog
from ui.dialogs.nominate import NominateDialog, SubstituteDialog
from ui.dialogs.nominee_status import NomineeStatusDialog
from ui.dialogs.panel_edit import PanelDialog
from ui.dialogs.unlock_item import UnlockItemDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _judged_item(read: Read) -> Any:
    from exam.services.items import list_items

    return next((row for row in read(lambda uow: list_items(uow)) if row.kind == "panel"), None)


def _nominee(read: Read) -> Any:
    from exam.services.finals import list_nominees

    return next(iter(read(lambda uow: list_nominees(uow, active_only=True))), None)


def nominate(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Nominating people of a unit."""
    from exam.services.finals import list_teams

    teams = read(lambda uow: list_teams(uow))
    return NominateDialog(context, teams, None, parent) if teams else None


def substitute(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """A substitute."""
    row = _nominee(read)
    return None if row is None else SubstituteDialog(context, row, parent)


def status(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Withdrawing an elite."""
    row = _nominee(read)
    return None if row is None else NomineeStatusDialog(context, row, parent)


def groups(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The dice of the draw of groups and order."""
    from exam.services.group_draws import GroupDrawRow

    return GroupDrawDialog(context, GroupDrawRow("frozen", ("a3f19c27", "77ce01bd")), 3, parent)


def coding(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The levels of coding, the second one next."""
    from exam.services.coding import CodingRow, LevelRow

    drawn = LevelRow(1, "drawn", datetime(2026, 11, 16, 1, 30, tzinfo=UTC), "王芳", "李静", "a3f19c27" * 8)
    return CodingDialog(context, CodingRow((drawn, LevelRow(2, "next"), LevelRow(3, "later")), False), parent)


def item(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """An item with its criteria and rule."""
    row = _judged_item(read)
    return None if row is None else ItemDialog(context, row, parent)


def panel(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """The panel of an item."""
    from exam.services.panels import list_judges, list_panels

    row = _judged_item(read)
    if row is None:
        return None
    judges, panels = read(lambda uow: (list_judges(uow), list_panels(uow, item_id=row.id)))
    return PanelDialog(context, row, judges, panels, parent)


def judge(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A judge."""
    from exam.services.panels import list_judges

    return JudgeDialog(context, next(iter(read(lambda uow: list_judges(uow))), None), parent)


def avoidances(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Judges who meet entrants of their own unit."""
    row = _judged_item(read)
    return None if row is None else AvoidancesDialog(context, row, parent)


def adjustments(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Bonus and deduction."""
    row, entrant = _judged_item(read), _nominee(read)
    if row is None or entrant is None:
        return None
    return AdjustmentsDialog(context, entrant.code, row.name, parent, item_id=row.id, nominee_id=entrant.id)


def unlock(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Opening a locked item again."""
    row = _judged_item(read)
    return None if row is None else UnlockItemDialog(context, row, parent)
