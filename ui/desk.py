"""The desk: which competition is open and who sits at it. Opens, creates, signs in, locks, closes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QObject, QStandardPaths, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QWindow
from PySide6.QtWidgets import QDialog, QWidget

from exam.errors import ExamError
from ui import messages
from ui.context import Context
from ui.desk_work import (
    Opened,
    create,
    data_folder,
    leave,
    look_at,
    look_first,
    make_sample,
    open_target,
    unpack,
)
from ui.dialogs.new_competition import NewCompetitionDialog
from ui.dialogs.server import ServerDialog, without_password
from ui.dialogs.sign_in import LockDialog, SignInDialog
from ui.errors import sentence

IDLE_CHECK_MS = 15_000
_AWAKE = {QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.MouseMove, QEvent.Type.Wheel}


class Desk(QObject):
    """``opened`` when somebody has sat down at a competition, ``closed`` when nothing is open any more.

    ``glimpsed`` carries the overview of a sample that is still being opened; nothing can be done in it yet.
    """

    opened = Signal()
    closed = Signal()
    glimpsed = Signal(object)
    locked = Signal(bool)

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self.context = context
        self.window = window
        self.dialog: QDialog | None = None
        self._last_person = ""
        self._active_at = datetime.now()
        self._is_locked = False
        self._idle = QTimer(self)
        self._idle.timeout.connect(self._lock_when_idle)
        self._idle.start(IDLE_CHECK_MS)
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            app.focusWindowChanged.connect(self._watch)

    # Opening

    @property
    def title(self) -> str:
        """Where the open competition lies; empty when none is open."""
        database = self.context.operations.database
        return "" if database is None else database.title

    def open(self, target: str) -> None:
        """Open a file or a ``postgresql://`` address, then let somebody sign in."""
        operations = self.context.operations
        if operations.database is None and "://" not in target:
            operations.on_database(self, lambda: look_first(target), self._glanced)
        operations.on_database(
            self, lambda: open_target(target), lambda found: self._opened(target, found), self._open_failed
        )

    def open_sample(self) -> None:
        """A fresh copy of the sample competition, signed in as its office."""
        folder = data_folder()
        self.context.operations.job(
            self.window,
            self.tr("Preparing the sample competition"),
            lambda progress: make_sample(folder, progress),
            self.open,
        )

    def new_competition(self, target: str = "") -> None:
        """Ask for a new competition's name and first person."""
        folder = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())
        dialog = NewCompetitionDialog(self.context, self._create, folder, self.window, target=target)
        self._show(dialog)

    def open_recent(self, target: str) -> None:
        """Open from the list; a server asks for its password, which is kept nowhere."""
        if "://" in target:
            self.open_server(target)
        else:
            self.open(target)

    def open_server(self, address: str = "") -> None:
        """Ask for a database server and open the competition on it."""
        self._show(ServerDialog(self.context, self.open, self.window, address))

    def choose_and_open(self) -> None:
        """Ask for an existing competition's file."""
        messages.choose_open_file(
            self.window,
            self.tr("Open a competition"),
            self.tr("Competition (*.db);;All files (*)"),
            lambda path: self.open(str(path)),
            self.context.settings.folder,
        )

    def open_copy(self, backup: Path) -> None:
        """Put a backup beside the open competition as a file of its own and open that."""
        self.context.operations.on_database(self, lambda: unpack(backup), self.open, self._open_failed)

    def _create(self, values: dict[str, Any], done: Any, failed: Any) -> None:
        def made(found: Opened) -> None:
            done(found)
            self._opened(values["target"], found)

        self.context.operations.on_database(self, lambda: create(values), made, failed)

    def _glanced(self, seen: Any) -> None:
        """Show a sample at once, while the database layer is still being imported."""
        if seen is not None and seen.person is not None and self.context.operations.database is None:
            self.context.competition = seen.overview.competition
            self.glimpsed.emit(seen.overview)

    def _opened(self, target: str, found: Opened) -> None:
        self._forget()
        self.context.operations.database = found.database
        self._remember(target, found.database)
        self.context.competition = found.competition
        if found.competition is None:
            self.new_competition(target)
        elif found.person is not None:
            self._sit_down(found.person)
        else:
            self._ask_who(found.names)

    def _open_failed(self, error: ExamError) -> None:
        if self.context.operations.database is None:
            # Back to the first screen: a sample was glimpsed, or nothing was shown yet (--database).
            self.close()
        backup = error.params.get("backup")
        if backup is None:
            messages.tell(self.window, sentence(error), "error")
            return
        messages.confirm(
            self.window,
            sentence(error),
            self.tr("Open the newest backup"),
            lambda: self.open_copy(Path(backup)),
            title=self.tr("The competition is damaged"),
        )

    def _remember(self, target: str, database: Any) -> None:
        if database.path is None:
            self.context.settings.add_recent(without_password(target))
            return
        self.context.settings.add_recent(str(Path(target).resolve()))
        self.context.settings.folder = str(Path(target).resolve().parent)

    # Who is here

    def _ask_who(self, names: Sequence[str]) -> None:
        dialog = SignInDialog(self.context, self.context.competition.name, names, self.window, last=self._last_person)
        dialog.saved.connect(self._sit_down)
        dialog.rejected.connect(self.close)
        self._show(dialog)

    def _sit_down(self, person: Any) -> None:
        self.context.operations.person = person
        self._last_person = person.name
        self._active_at = datetime.now()
        self._set_locked(False)
        self.opened.emit()

    def change_person(self) -> None:
        """Sign out; somebody else may sign in to the same competition."""
        operations = self.context.operations
        database = operations.database
        if database is None:
            return
        if operations.person is not None:
            operations.write(self, leave)
        self._set_locked(True)
        operations.person = None
        operations.on_database(self, lambda: look_at(database), self._signed_out)

    def _signed_out(self, found: Opened) -> None:
        self._ask_who(found.names)

    def lock(self) -> None:
        """Cover the window until the person types the password again."""
        if self.context.person is None or self._is_locked:
            return
        self._set_locked(True)
        dialog = LockDialog(self.context, self.change_person, self.window)
        dialog.saved.connect(lambda _: self._unlock())
        self._show(dialog)

    def _unlock(self) -> None:
        self._active_at = datetime.now()
        self._set_locked(False)

    def _set_locked(self, on: bool) -> None:
        self._is_locked = on
        self.locked.emit(on)

    def close(self) -> None:
        """Close the competition; what was saved is saved."""
        self._forget()
        self._set_locked(False)
        self.closed.emit()

    def _forget(self) -> None:
        operations = self.context.operations
        old, operations.database, operations.person = operations.database, None, None
        self.context.competition = None
        if old is not None:
            operations.on_database(None, old.close)

    def _show(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.destroyed.connect(self._dialog_gone)
        dialog.open()

    def _dialog_gone(self) -> None:
        self.dialog = None

    # Left alone

    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _AWAKE:
            self._active_at = datetime.now()
        return super().eventFilter(watched, event)

    def _lock_when_idle(self) -> None:
        minutes = self.context.settings.idle_minutes
        idle = (datetime.now() - self._active_at).total_seconds()
        competition = self.context.competition
        if minutes and idle >= minutes * 60 and competition is not None and not competition.sample:
            self.lock()
