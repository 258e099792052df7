"""What a draw gives out, its folder and its sheet, and the copy made before a step that stays."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from exam.errors import ExamError
from ui import messages
from ui.context import Context

translate = QCoreApplication.translate


def export_folder(owner: QWidget, context: Context, draw_id: int) -> None:
    """Ask where, then write frozen files, dice, result and the scripts that recompute it."""

    def look(uow: Any) -> Any:
        from exam.services import draws

        return draws.get_folder(uow, draw_id=draw_id)

    def write(folder: Any, path: Path) -> None:
        def work(progress: Any) -> Path:
            from exam.files.draw_folder import write_folder

            del progress
            return write_folder(folder, path)

        title = translate("DrawExport", "Writing the folder")
        context.operations.job(owner, title, work, lambda done: messages.exported(owner, done))

    def chosen(path: Path) -> None:
        context.operations.read(owner, look, lambda folder: write(folder, path))

    messages.choose_folder(
        owner, translate("DrawExport", "Where to write the folder of the draw"), chosen, context.settings.folder
    )


def save_freeze_sheet(owner: QWidget, context: Context, draw_id: int) -> None:
    """Ask where, then write the sheet with the freeze code and its QR, to be posted before the dice."""

    def look(uow: Any) -> Any:
        from exam.services.draws import get_draw_record
        from exam.services.papers import get_named

        return get_draw_record(uow, draw_id=draw_id), get_named(uow)

    def write(found: Any, path: Path) -> None:
        def work(progress: Any) -> Path:
            from exam.documents.build import write_file
            from exam.documents.freeze_sheet import freeze_sheet
            from exam.documents.texts import texts_of

            del progress
            record, named = found
            return write_file(path, freeze_sheet(record, named, texts_of(named.language)))

        title = translate("DrawExport", "Writing the sheet")
        context.operations.job(owner, title, work, lambda done: messages.exported(owner, done))

    def chosen(path: Path) -> None:
        context.operations.read(owner, look, lambda found: write(found, path))

    messages.choose_save_file(
        owner, translate("DrawExport", "Save the sheet"), translate("DrawExport", "PDF (*.pdf)"),
        translate("DrawExport", "Freeze code.pdf"), chosen, context.settings.folder,
    )  # fmt: skip


def write_after_backup(
    owner: QWidget, context: Context, call: Callable[[Any], Any], failed: Callable[[ExamError], Any]
) -> None:
    """Copy the database, checked, and only then do a step of the draw that cannot be taken back."""
    operations = context.operations
    database = operations.database

    def copy() -> None:
        from exam.backups import make_backup

        if database is not None:
            make_backup(database, "draw")

    operations.on_database(
        owner, copy, lambda _: operations.write(owner, call, None, failed, serializable=True), failed
    )
