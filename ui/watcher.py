"""Notices what other workstations save: a short look at the journal's head every few seconds."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, QTimer

from ui.operations import Operations

EVERY_MS = 4000


class Watcher(QObject):
    """Emits ``Operations.changed`` with the topics that somebody else has written since the last look.

    Only a hint: pages read everything anew. Faults (server away, file busy) are left to the next look.
    """

    def __init__(self, operations: Operations, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._operations = operations
        self._seen = -1
        self._database: Any = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)
        self._timer.start(EVERY_MS)

    def look(self) -> None:
        """Look now, unless nobody is at the desk or something is under way."""
        operations = self._operations
        if operations.database is None or operations.person is None or operations.busy:
            return
        if operations.database is not self._database:
            self._database, self._seen = operations.database, -1
        seen = self._seen

        def call(uow: Any) -> tuple[int, frozenset[str]]:
            from exam.services.journal import get_head, list_topics_since

            count, _ = get_head(uow)
            if seen < 0 or count <= seen:
                return count, frozenset()
            return count, list_topics_since(uow, number=seen)

        operations.read(self, call, self._looked, lambda fault: None)

    def _looked(self, found: tuple[int, frozenset[str]]) -> None:
        self._seen, topics = found
        if topics:
            self._operations.changed.emit(topics)
