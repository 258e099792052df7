"""How a long job reports and how it is stopped."""

from __future__ import annotations

import threading
from collections.abc import Callable

from exam.errors import Cancelled


class Progress:
    """Given to a long job. The job calls :meth:`step` now and then; a cancelled job stops there."""

    def __init__(self, report: Callable[[int, int, str], None] | None = None) -> None:
        self._report = report
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next step. May be called from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._cancelled.is_set()

    def step(self, done: int, total: int, text: str = "") -> None:
        """Report ``done`` of ``total``; raise :class:`Cancelled` when the job was asked to stop."""
        if self._cancelled.is_set():
            raise Cancelled
        if self._report is not None:
            self._report(done, total, text)


SILENT = Progress()
