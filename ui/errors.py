"""Faults on their way to a person: known ones as a sentence, everything else as a bug with a report."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from exam.errors import ExamError
from exam.words import QT_TRANSLATE_NOOP
from ui.i18n import words

log = logging.getLogger("muster")


class ProgramFault(ExamError):
    """A bug, told to the place that asked; the bug itself is reported by the excepthook."""

    def __init__(self) -> None:
        super().__init__(
            QT_TRANSLATE_NOOP("exam", "The program made a mistake. Nothing was changed; what you typed is still here.")
        )


def sentence(error: BaseException) -> str:
    """What to tell a person about a fault, in the language of the screen."""
    if isinstance(error, ExamError):
        return words(error.text, **error.params)
    return words(ProgramFault().text)


def report(error: BaseException) -> str:
    """The text of a bug report. It names no people: only versions and the program's own lines."""
    import PySide6

    lines = traceback.format_exception(type(error), error, error.__traceback__)
    head = f"Python {platform.python_version()}, PySide6 {PySide6.__version__}, {platform.platform()}\n"
    return head + "".join(lines)


def log_to(folder: Path) -> Path:
    """Write faults to a log file in ``folder``; returns the file."""
    # Imported here: it pulls in the socket module, which the first paint does not need.
    from logging.handlers import RotatingFileHandler

    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "muster.log"
    if not log.handlers:
        handler = RotatingFileHandler(path, maxBytes=500_000, backupCount=2, encoding="utf-8", delay=True)
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        log.addHandler(handler)
    return path


def install_excepthook(show: Callable[[BaseException], None]) -> None:
    """Log every unexpected fault and ``show`` it; a fault while showing goes to stderr only."""
    showing = False

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        nonlocal showing
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.error("bug: %s", "".join(traceback.format_tb(trace)) + kind.__name__)
        if showing:
            sys.__excepthook__(kind, error, trace)
            return
        showing = True
        try:
            show(error)
        finally:
            showing = False

    sys.excepthook = hook
