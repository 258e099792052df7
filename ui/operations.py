"""Work off the window's thread: one thread for the database, in click order, and a small pool.

A page hands over a ``call`` and gets the result back on the window's thread, or nothing when its owner
is gone by then. The worker holds no window object when it lets go of a job: a widget whose last
reference dies on another thread takes the program with it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Literal

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from exam.errors import Cancelled, ExamError, NotAllowed
from exam.progress import Progress
from exam.words import QT_TRANSLATE_NOOP
from ui.errors import ProgramFault

if TYPE_CHECKING:
    from exam.access import Person
    from exam.opening import Database
    from exam.unit_of_work import UnitOfWork

PROGRESS_AFTER_MS = 500
NOBODY = QT_TRANSLATE_NOOP("exam", "Nobody is signed in, so nothing was saved. Sign in and try again.")
Failed = Callable[[ExamError], Any]
_Unit = Literal["read", "run", "trial"]
"""The functions of ``exam.unit_of_work``."""


@dataclass(slots=True)
class _Job:
    owner: QObject | None
    work: Callable[[], Any]
    done: Callable[[Any], Any] | None
    failed: Failed | None
    progress: Progress | None = None
    title: str = ""
    result: Any = None
    error: BaseException | None = None
    topics: Sequence[frozenset[str]] = ()
    step: tuple[int, int, str] = (0, 0, "")
    dialog: Any = None
    timer: QTimer | None = field(default=None)


class _Report:
    """Hears the steps of one long job on its thread and passes on some twenty a second."""

    def __init__(self, operations: Operations) -> None:
        self._operations = operations
        self.number = 0
        self._last = 0.0

    def __call__(self, done: int, total: int, text: str) -> None:
        now = time.monotonic()
        if done < total and now - self._last < 0.05:
            return
        self._last = now
        self._operations.note_step(self.number, (done, total, text))


class _Lane:
    """Threads that take job numbers from one queue; one thread keeps the order of the clicks."""

    def __init__(self, name: str, run: Callable[[int], None], threads: int = 1) -> None:
        self._queue: SimpleQueue[int | None] = SimpleQueue()
        self._run = run
        self._threads = [threading.Thread(target=self._loop, name=f"{name}-{n}", daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def put(self, number: int) -> None:
        self._queue.put(number)

    def close(self, seconds: float) -> None:
        for _ in self._threads:
            self._queue.put(None)
        for thread in self._threads:
            thread.join(seconds)

    def _loop(self) -> None:
        while (number := self._queue.get()) is not None:
            self._run(number)


class Operations(QObject):
    """Everything the window does with the database or for long.

    ``changed`` carries the topics of what was just written (by anybody at this desk), ``saved`` the local
    time of a commit, ``busy_changed`` whether anything is under way, ``fault`` a known fault that its
    asker did not handle itself, with the owner.
    """

    changed = Signal(object)
    saved = Signal(object)
    busy_changed = Signal(bool)
    fault = Signal(object, object)
    _ended = Signal(int)
    _stepped = Signal(int)

    def __init__(
        self,
        database: Database | None = None,
        person: Person | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.database = database
        self.person = person
        self._jobs: dict[int, _Job] = {}
        self._last = 0
        self._lanes: dict[str, _Lane] = {}
        self._ended.connect(self._deliver)
        self._stepped.connect(self._show_step)

    # What pages call

    def write(
        self,
        owner: QObject | None,
        call: Callable[[UnitOfWork], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
        request: str | None = None,
        serializable: bool = False,
        person: Person | None = None,
    ) -> None:
        """Run ``call(uow)`` as one unit of work; ``done(result)`` or ``failed(error)`` comes back here.

        ``person`` acts instead of the one at the desk (only for signing in).
        ``request`` is the UUID of the form: the same submission is never saved twice. Without
        ``failed`` a known fault is shown to the person.
        """
        topics: list[frozenset[str]] = []
        how = {"request": request, "serializable": serializable, "changed": topics.append}
        work = self._unit_work("run", call, person or self.person, **how)
        self._start(_Job(owner, work, done, failed, topics=topics), "database")

    def read(
        self,
        owner: QObject | None,
        call: Callable[[UnitOfWork], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``call(uow)`` reading only. While nobody is at the desk nothing is read."""
        if self.database is None or self.person is None:
            return
        self._start(_Job(owner, self._unit_work("read", call, self.person), done, failed), "database")

    def read_long(
        self,
        owner: QObject | None,
        title: str,
        call: Callable[[UnitOfWork, Progress], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Like :meth:`read`, with ``call(uow, progress)``; a dialog with Cancel shows after 0.5 s."""
        self._start_long(owner, title, "read", call, done, failed)

    def write_long(
        self,
        owner: QObject | None,
        title: str,
        call: Callable[[UnitOfWork, Progress], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
        request: str | None = None,
        serializable: bool = False,
    ) -> None:
        """Like :meth:`write`, with ``call(uow, progress)``; a dialog with Cancel shows after 0.5 s."""
        topics: list[frozenset[str]] = []
        how = {"request": request, "serializable": serializable, "changed": topics.append}
        self._start_long(owner, title, "run", call, done, failed, topics, **how)

    def trial(
        self,
        owner: QObject | None,
        title: str,
        call: Callable[[UnitOfWork, Progress], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``call(uow, progress)`` and take everything back: to see what a change would do."""
        self._start_long(owner, title, "trial", call, done, failed)

    def job(
        self,
        owner: QObject | None,
        title: str,
        call: Callable[[Progress], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``call(progress)`` on the pool, without a session: papers and workbooks."""
        report, progress = self._progress()
        job = _Job(owner, lambda: call(progress), done, failed, progress, title)
        self._start(job, "pool", report)

    def on_database(
        self,
        owner: QObject | None,
        call: Callable[[], Any],
        done: Callable[[Any], Any] | None = None,
        failed: Failed | None = None,
    ) -> None:
        """Run ``call()`` on the database thread, outside a unit of work: open, close, copy, check."""
        self._start(_Job(owner, call, done, failed), "database")

    # State

    @property
    def busy(self) -> bool:
        """Whether a call is waiting or running."""
        return bool(self._jobs)

    def cancel_all(self) -> None:
        """Ask every long job to stop."""
        for job in self._jobs.values():
            if job.progress is not None:
                job.progress.cancel()

    def close(self, seconds: float = 20.0) -> None:
        """Finish the database calls under way, stop the rest and give the threads back."""
        self.cancel_all()
        for lane in self._lanes.values():
            lane.close(seconds)
        self._lanes.clear()
        for job in self._jobs.values():
            self._hide_progress(job)
        self._jobs.clear()

    # Inside

    def note_step(self, number: int, step: tuple[int, int, str]) -> None:
        """Called by a job on its own thread."""
        job = self._jobs.get(number)
        if job is not None:
            job.step = step
            del job
            self._stepped.emit(number)

    def _progress(self) -> tuple[_Report, Progress]:
        report = _Report(self)
        return report, Progress(report)

    def _start_long(
        self,
        owner: QObject | None,
        title: str,
        unit: _Unit,
        call: Callable[[UnitOfWork, Progress], Any],
        done: Callable[[Any], Any] | None,
        failed: Failed | None,
        topics: Sequence[frozenset[str]] = (),
        **how: Any,
    ) -> None:
        report, progress = self._progress()
        work = self._unit_work(unit, lambda uow: call(uow, progress), self.person, **how)
        self._start(_Job(owner, work, done, failed, progress, title, topics=topics), "database", report)

    def _unit_work(
        self, unit: _Unit, call: Callable[[UnitOfWork], Any], person: Person | None, **how: Any
    ) -> Callable[[], Any]:
        """``call`` as a unit of work, for the database and the person of this moment."""
        database = self.database

        def work() -> Any:
            # Loaded on this thread, so that the window never waits for it.
            from exam import unit_of_work

            if database is None or person is None:
                raise NotAllowed(NOBODY)
            return getattr(unit_of_work, unit)(database, person, call, **how)

        return work

    def _start(self, job: _Job, lane: str, report: _Report | None = None) -> None:
        self._last += 1
        number = self._last
        if not self._jobs:
            self.busy_changed.emit(True)
        self._jobs[number] = job
        if report is not None:
            report.number = number
            job.timer = QTimer(self)
            job.timer.setSingleShot(True)
            job.timer.timeout.connect(lambda: self._show_progress(number))
            job.timer.start(PROGRESS_AFTER_MS)
        if lane not in self._lanes:
            self._lanes[lane] = _Lane(lane, self._run, 1 if lane == "database" else 2)
        self._lanes[lane].put(number)

    def _run(self, number: int) -> None:
        """On a worker thread. Keeps nothing of the job but its number when it reports back."""
        job = self._jobs.get(number)
        if job is None:
            return
        try:
            job.result = job.work()
        # The one place where a worker's faults are caught: they are told on the window's thread.
        except BaseException as error:  # noqa: BLE001
            job.error = error
        del job
        try:
            self._ended.emit(number)
        except RuntimeError:
            # The window is gone; nobody waits for the result.
            return

    def _deliver(self, number: int) -> None:
        job = self._jobs.pop(number, None)
        if job is None:
            return
        self._hide_progress(job)
        try:
            if job.error is not None:
                self._tell(job, job.error)
            else:
                self._finish(job)
        finally:
            if not self._jobs:
                self.busy_changed.emit(False)

    def _finish(self, job: _Job) -> None:
        topics = frozenset().union(*job.topics)
        try:
            if job.done is not None and _alive(job.owner):
                job.done(job.result)
        finally:
            if topics:
                self.saved.emit(datetime.now().astimezone())
                self.changed.emit(topics)

    def _tell(self, job: _Job, error: BaseException) -> None:
        known = error if isinstance(error, ExamError) else ProgramFault()
        if _alive(job.owner):
            if job.failed is not None:
                job.failed(known)
            elif isinstance(error, ExamError) and not isinstance(error, Cancelled):
                self.fault.emit(job.owner, error)
        if known is not error:
            # A bug: the excepthook logs it and shows the report.
            raise error

    def _show_progress(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is None or job.progress is None or not _alive(job.owner):
            return
        from ui.widgets.progress_dialog import ProgressDialog

        parent = job.owner.window() if isinstance(job.owner, QWidget) else None
        job.dialog = ProgressDialog(job.title, job.progress.cancel, parent)
        job.dialog.show_step(*job.step)
        job.dialog.open()

    def _show_step(self, number: int) -> None:
        job = self._jobs.get(number)
        if job is not None and job.dialog is not None and isValid(job.dialog):
            job.dialog.show_step(*job.step)

    def _hide_progress(self, job: _Job) -> None:
        if job.timer is not None:
            job.timer.stop()
            job.timer.deleteLater()
            job.timer = None
        if job.dialog is not None and isValid(job.dialog):
            job.dialog.finish()
        job.dialog = None


def _alive(owner: QObject | None) -> bool:
    return owner is None or isValid(owner)
