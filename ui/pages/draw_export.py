"""Writing the folder with which anybody can check a draw."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

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
