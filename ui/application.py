"""Starting the window: look, language, the first paint, and only then everything that is heavy."""

from __future__ import annotations

import signal
import sys
from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui import errors, i18n, theme
from ui.garbage import Garbage
from ui.main_window import MainWindow
from ui.settings import Settings


class _FirstPaint(QObject):
    """Calls ``then`` once, after the window was painted for the first time."""

    def __init__(self, window: MainWindow, then: object) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._then)  # type: ignore[arg-type]
        return False


def run(arguments: Sequence[str] = (), settings: Settings | None = None) -> int:
    """Open the window and stay until it is closed.

    Options: ``--database FILE|postgresql://...`` opens that competition; ``--quit-after-first-paint``
    closes the program once the frame is painted, ``--quit-after-overview`` once the overview shows data
    (both are for the benchmark).
    """
    app = make_application()
    settings = settings or Settings()
    i18n.install(settings.language)

    def restyle() -> None:
        i18n.install(settings.language)
        theme.apply(app, settings.scheme, settings.text_size)

    theme.apply(app, settings.scheme, settings.text_size)
    window = MainWindow(settings, restyle)
    garbage = Garbage(window)
    errors.install_excepthook(lambda error: _show_bug(window, error))
    signal.signal(signal.SIGINT, lambda *_: window.close())

    def after_first_paint() -> None:
        if "--quit-after-first-paint" in arguments:
            window.close()
            return
        _finish_start(window, arguments)

    _FirstPaint(window, after_first_paint)
    window.restore_place()
    window.show()
    code = app.exec()
    garbage.stop()
    return code


def make_application() -> QApplication:
    """The one application object, with the fonts registered."""
    app = QApplication(sys.argv[:1])
    app.setApplicationName("muster")
    app.setDesktopFileName("muster")
    theme.register_fonts()
    return app


def _finish_start(window: MainWindow, arguments: Sequence[str]) -> None:
    from ui.desk import data_folder

    errors.log_to(data_folder())
    target = _option(arguments, "--database")
    if "--quit-after-overview" in arguments:
        window.desk.opened.connect(lambda: QTimer.singleShot(0, window, lambda: _quit_when_filled(window)))
    if target:
        window.desk.open(target)
    else:
        window.start()


def _quit_when_filled(window: MainWindow) -> None:
    if window.operations.busy:
        QTimer.singleShot(1, window, lambda: _quit_when_filled(window))
    else:
        window.repaint()
        window.close()


def _option(arguments: Sequence[str], name: str) -> str:
    for number, argument in enumerate(arguments):
        if argument == name and number + 1 < len(arguments):
            return arguments[number + 1]
        if argument.startswith(f"{name}="):
            return argument.partition("=")[2]
    return ""


def _show_bug(window: MainWindow, error: BaseException) -> None:
    from ui import messages

    messages.show_bug(window, error)
