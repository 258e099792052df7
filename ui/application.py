"""Starting the window: the frame is painted first, and only then everything heavy is imported."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.settings import Settings


def run(arguments: Sequence[str] = (), settings: Settings | None = None) -> NoReturn:
    """Open the window and stay until it is closed.

    Options: ``--database FILE|postgresql://...`` opens that competition; ``--lang zh|en`` speaks that
    language from now on; ``--quit-after-first-paint`` closes the program once the frame is painted and
    ``--quit-after-overview`` once the overview of a sample shows data (both are for the benchmark).
    """
    # The window collects garbage itself (see ui.garbage); starting makes none worth looking for.
    gc.disable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("muster")
    app.setDesktopFileName("muster")
    settings = settings or Settings()
    language = option(arguments, "--lang")
    if language in ("zh", "en"):
        settings.language = language
    quick = "--quit-after-first-paint" in arguments
    window = MainWindow(settings, lambda: window.close() if quick else _furnish(app, window, arguments))
    window.show()
    code = app.exec()
    sys.stdout.flush()
    sys.stderr.flush()
    # Everything is saved and closed. Taking interpreter and Qt apart object by object only takes time.
    os._exit(code)


def restyler(app: QApplication, settings: Settings) -> None:
    """Put the look and language of the settings on the application."""
    from ui import i18n, theme

    i18n.install(settings.language)
    theme.apply(app, settings.scheme, settings.text_size)


def option(arguments: Sequence[str], name: str) -> str:
    """The value of ``--name VALUE`` or ``--name=VALUE``; empty when it is not given."""
    for number, argument in enumerate(arguments):
        if argument == name and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""


def _furnish(app: QApplication, window: MainWindow, arguments: Sequence[str]) -> None:
    import signal

    from ui import errors, theme
    from ui.desk_work import data_folder
    from ui.garbage import Garbage

    theme.register_fonts()
    restyler(app, window.settings)
    app.setWindowIcon(theme.icon("trophy", "accent"))
    workspace = window.furnish(lambda: restyler(app, window.settings))
    garbage = Garbage(window)
    app.aboutToQuit.connect(garbage.stop)
    errors.install_excepthook(lambda error: _show_bug(window, error))
    errors.log_to(data_folder())
    signal.signal(signal.SIGINT, lambda *_: window.close())
    if "--quit-after-overview" in arguments:
        workspace.desk.glimpsed.connect(lambda _: _leave_when_painted(app, window))
    target = option(arguments, "--database")
    if target:
        workspace.desk.open(target)
    else:
        workspace.start()


def _leave_when_painted(app: QApplication, window: MainWindow) -> None:
    def leave() -> None:
        window.repaint()
        app.exit()

    QTimer.singleShot(0, window, leave)


def _show_bug(window: MainWindow, error: BaseException) -> None:
    from ui import messages

    messages.show_bug(window, error)
