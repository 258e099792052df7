"""How the dialogs of roster and setup are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

import resources
from ui.context import Context
from ui.dialogs.roster_import import RosterImportDialog
from ui.dialogs.staff_edit import DeactivateDialog, StaffDialog
from ui.dialogs.stage_lock import LockStageDialog
from ui.dialogs.unit_edit import UnitDialog

Read = Callable[[Callable[[Any], Any]], Any]


def _staff(read: Read) -> Any:
    from exam.services.roster import list_staff

    return next(iter(read(list_staff)), None)


def _units(read: Read) -> list[Any]:
    from exam.services.units import list_units

    return read(list_units)


def roster_import(context: Context, parent: QWidget, read: Read) -> QDialog:
    """The import of the sample's own roster."""
    return RosterImportDialog(context, resources.path("samples", "花名册.xlsx"), parent)


def staff(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Changing a person."""
    row = _staff(read)
    return None if row is None else StaffDialog(context, _units(read), row, parent)


def deactivate(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Deactivating a person."""
    row = _staff(read)
    return None if row is None else DeactivateDialog(context, row, parent)


def unit(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Changing a unit."""
    rows = _units(read)
    return UnitDialog(context, rows[0], parent) if rows else None


def lock_stage(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Locking a stage that is still open."""
    from exam.services.competition import list_stages

    row = next((row for row in read(list_stages) if not row.locked), None)
    return None if row is None else LockStageDialog(context, row, parent)
