"""Pictures of every page and dialog of the sample competition: ``main.py screenshots DIR [--lang zh|en]``."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any

from ui.settings import Settings

WIDTH, HEIGHT = 1440, 900
SETTLE_MS = 60
PATIENCE_MS = 60_000


def main(arguments: Sequence[str]) -> int:
    """Write the pictures into the folder; 0 when all were taken, 1 when a page or dialog failed, 2 when misused.

    ``--lang zh|en`` (default zh), ``--database FILE`` (default: the sample), ``--only light|dark``.
    """
    from ui.application import option

    values = {option(arguments, name) for name in ("--lang", "--database", "--only", "--size")}
    folders = [word for word in arguments if not word.startswith("-") and word not in values]
    if len(folders) != 1:
        sys.stderr.write("usage: main.py screenshots DIR [--lang zh|en] [--database FILE] [--only light|dark]\n")
        return 2
    # No collection on a worker thread, where it could destroy widgets (see ui.garbage).
    gc.disable()
    # Set before Qt starts: pictures need no screen.
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    folder = Path(folders[0])
    folder.mkdir(parents=True, exist_ok=True)
    language = option(arguments, "--lang") or "zh"
    only = option(arguments, "--only")
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as scratch:
        database = option(arguments, "--database") or str(_sample(Path(scratch)))
        settings = Settings(Path(scratch) / "settings.ini")
        settings.language = language
        settings.text_size = int(option(arguments, "--size") or 100)
        camera = _Camera(folder, settings)
        for scheme in (only,) if only else ("light", "dark"):
            settings.scheme = scheme
            camera.take_all(f"{language}-{scheme}", database)
        sys.stdout.write(f"{camera.taken} pictures in {folder}\n")
        for name in camera.failed:
            sys.stderr.write(f"failed: {name}\n")
    return 1 if camera.failed else 0


def _sample(folder: Path) -> Path:
    from exam.progress import SILENT
    from exam.sample import open_sample

    return open_sample(folder, SILENT)


class _Camera:
    """Opens the window anew for each look and takes it page by page."""

    def __init__(self, folder: Path, settings: Settings) -> None:
        from PySide6.QtWidgets import QApplication

        from ui import theme

        self._app = QApplication.instance() or QApplication(["muster"])
        theme.register_fonts()
        self._folder = folder
        self._settings = settings
        self.taken = 0
        self.failed: list[str] = []
        self._prefix = ""
        sys.excepthook = self._note_bug

    def take_all(self, prefix: str, database: str) -> None:
        """Every page and dialog in the look of the settings."""
        from ui.application import restyler
        from ui.dialogs import SHOWN
        from ui.main_window import MainWindow
        from ui.pages.registry import PAGES, may_see

        self._prefix = prefix
        restyler(self._app, self._settings)  # type: ignore[arg-type]
        window = MainWindow(self._settings)
        workspace = window.furnish(lambda: None)
        window.resize(WIDTH, HEIGHT)
        window.show()
        workspace.start()
        self._take(window, "start", workspace)
        workspace.desk.open(database)
        self._wait(lambda: workspace.context.competition is not None and not workspace.operations.busy)
        for number, entry in enumerate(PAGES, 1):
            if not may_see(entry.key, workspace.context.person):
                continue
            workspace.show_page(entry.key)
            if workspace.current != entry.key:
                self.failed.append(f"{prefix}-{entry.key}")
                continue
            self._take(window, f"{number:02}-{entry.key}", workspace)
            self._take_tabs(window, workspace, f"{number:02}-{entry.key}")
        for name, where in SHOWN:
            self._take_dialog(window, workspace, name, where)
        window.close()
        window.deleteLater()

    def _take_tabs(self, window: Any, workspace: Any, name: str) -> None:
        from PySide6.QtWidgets import QTabWidget

        for tabs in workspace.page.findChildren(QTabWidget):
            for number in range(1, tabs.count() if tabs.isVisible() else 0):
                tabs.setCurrentIndex(number)
                self._take(window, f"{name}-tab{number + 1}", workspace)

    def _take_dialog(self, window: Any, workspace: Any, name: str, where: str) -> None:
        module, _, function = where.partition(":")
        operations = workspace.operations

        def read(call: Callable[[Any], Any]) -> Any:
            from exam.unit_of_work import read as read_unit

            return read_unit(operations.database, operations.person, call)

        try:
            dialog = getattr(import_module(module), function)(workspace.context, window, read)
        # One dialog that cannot be made must not cost the pictures of the others.
        except Exception as error:  # noqa: BLE001
            self._note_bug(type(error), error, error.__traceback__)
            self.failed.append(f"{self._prefix}-dialog-{name}")
            return
        if dialog is None:
            return
        dialog.open()
        self._take(dialog, f"dialog-{name}", workspace)
        dialog.close()
        dialog.deleteLater()

    def _take(self, widget: Any, name: str, workspace: Any) -> None:
        self._wait(lambda: not workspace.operations.busy)
        self._pause(SETTLE_MS)
        self._wait(lambda: not workspace.operations.busy)
        widget.grab().save(str(self._folder / f"{self._prefix}-{name}.png"))
        self.taken += 1

    def _wait(self, ready: Callable[[], bool]) -> None:
        waited = 0
        while not ready() and waited < PATIENCE_MS:
            self._pause(10)
            waited += 10

    def _pause(self, milliseconds: int) -> None:
        from PySide6.QtCore import QEventLoop, QTimer

        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def _note_bug(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        sys.__excepthook__(kind, error, trace)
        self.failed.append(f"{self._prefix}: {kind.__name__}")
