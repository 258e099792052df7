"""How the dialogs of rooms and of the day of the exam are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from ui.context import Context
from ui.dialogs.count_papers import CountPapersDialog
from ui.dialogs.rooms_edit import AddRoomsDialog, RoomDialog
from ui.dialogs.withdraw_seals import WithdrawSealsDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _sitting(read: Read) -> Any:
    from exam.services.sittings import list_sittings

    return next(iter(read(list_sittings)), None)


def add_rooms(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Rooms of one kind."""
    sitting = _sitting(read)
    return None if sitting is None else AddRoomsDialog(context, sitting.id, sitting.candidates, parent)


def change_room(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """A room with its desks."""
    from exam.services.rooms import list_rooms

    sitting = _sitting(read)
    found = read(lambda uow: list_rooms(uow, sitting_id=sitting.id)) if sitting is not None else ()
    return RoomDialog(context, found[0], parent) if found else None


def count_papers(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Papers handed in."""
    from exam.services.sign_in_desk import list_hand_in

    sitting = _sitting(read)
    if sitting is None:
        return None
    rows = read(lambda uow: list_hand_in(uow, sitting_id=sitting.id))
    return CountPapersDialog(context, sitting.id, rows, None, parent)


def withdraw_seals(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Sealed too early."""
    sitting = _sitting(read)
    return None if sitting is None else WithdrawSealsDialog(context, sitting, parent)
