"""How the dialogs of the written round are made for pictures (see ``ui.dialogs.SHOWN``)."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QDialog, QWidget

from exam.words import QT_TRANSLATE_NOOP
from ui.context import Context
from ui.dialogs.answers import AnswersDialog
from ui.dialogs.attendance import AttendanceDialog
from ui.dialogs.marks_import import MarksImportDialog
from ui.dialogs.print_again import PrintAgainDialog
from ui.dialogs.sitting_edit import SittingDialog
from ui.dialogs.unlock_marks import UnlockMarksDialog
from ui.i18n import words

Read = Callable[[Callable[[Any], Any]], Any]


def _sheet(read: Read) -> Any:
    from exam.services.marks import list_marks
    from exam.services.sittings import list_sittings

    sittings = read(list_sittings)
    return read(lambda uow: list_marks(uow, sitting_id=sittings[0].id)) if sittings else None


def new_sitting(context: Context, parent: QWidget, read: Read) -> QDialog:
    """A sitting for people who have none."""
    from exam.services.units import list_units
    from exam.services.waiting import WaitingUnit

    units = read(list_units)
    waiting = [WaitingUnit(unit.id, unit.name, 8, frozenset(), stepped_up=False) for unit in units]
    return SittingDialog(context, None, waiting, parent)


def attendance(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """How a candidate took part."""
    sheet = _sheet(read)
    return None if sheet is None else AttendanceDialog(context, sheet.rows[0], parent)


def unlock(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Opening locked marks."""
    sheet = _sheet(read)
    if sheet is None:
        return None
    return UnlockMarksDialog(context, replace(sheet.sitting, locked_by="王芳", witness="赵复核"), parent)


def answers(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """Key and answers of an objective section."""
    sheet = _sheet(read)
    return None if sheet is None else AnswersDialog(context, sheet.sitting, parent)


def marks_import(context: Context, parent: QWidget, read: Read) -> QDialog | None:
    """A file with slips in it."""
    sheet = _sheet(read)
    if sheet is None:
        return None
    # Not removed: the dialog reads it later, and the picture's folder goes with the process.
    path = Path(tempfile.mkdtemp()) / "笔试成绩.csv"
    typed = ("18.5", "缺考", "980", "17", "请假")
    sections = [part.name for part in sheet.sitting.sections]
    head = ",".join(["密封号" if sheet.sitting.hides_names else "准考证号", *sections])
    lines = [",".join([row.paper, *[text] * len(sections)]) for row, text in zip(sheet.rows, typed, strict=False)]
    path.write_text("\n".join([head, *lines]) + "\n", encoding="utf-8-sig")
    return MarksImportDialog(context, path, sheet.sitting, parent)


def print_again(context: Context, parent: QWidget, read: Read) -> QDialog:
    """Certificates that were printed before."""
    text = QT_TRANSLATE_NOOP(
        "exam", "{count} of these certificates were printed before. Say why they are printed again."
    )
    return PrintAgainDialog(context, words(text, count=12), lambda reason: lambda uow: None, parent)
