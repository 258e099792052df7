"""What was typed into a grid, so that it can be taken back; each step is saved as a new change."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """One cell's text before and after. ``group`` joins the cells of one paste."""

    row: Hashable
    column: Hashable
    before: str
    after: str
    group: int = 0


class History:
    """Changes that can be undone and redone, newest last."""

    LIMIT = 1000

    def __init__(self) -> None:
        self._done: list[Change] = []
        self._undone: list[Change] = []
        self._last_group = 0

    def new_group(self) -> int:
        """A number that joins the next changes into one step."""
        self._last_group += 1
        return self._last_group

    def add(self, row: Hashable, column: Hashable, before: str, after: str, group: int | None = None) -> None:
        """Remember a change; what had been undone before can no longer be redone."""
        self._done.append(Change(row, column, before, after, group or self.new_group()))
        del self._done[: -self.LIMIT]
        self._undone.clear()

    def take_undo(self) -> list[Change]:
        """The last step, newest change first; it can then be redone."""
        return self._take(self._done, self._undone)

    def take_redo(self) -> list[Change]:
        """The step undone last."""
        return self._take(self._undone, self._done)

    def forget(self, row: Hashable, column: Hashable, after: str) -> None:
        """Drop the newest change to ``after`` in this cell: it was not saved."""
        for at in range(len(self._done) - 1, -1, -1):
            change = self._done[at]
            if (change.row, change.column, change.after) == (row, column, after):
                del self._done[at]
                return

    def clear(self) -> None:
        """Nothing can be undone any more, as after a lock."""
        self._done.clear()
        self._undone.clear()

    @staticmethod
    def _take(source: list[Change], target: list[Change]) -> list[Change]:
        if not source:
            return []
        group, step = source[-1].group, []
        while source and source[-1].group == group:
            step.append(source.pop())
        target.extend(step)
        return step
