"""What a change would move in the results, seen before it is saved.

The change itself is carried out and taken back (see :func:`exam.unit_of_work.trial`), so every kind of change is
looked at in the same way: a rule, an item, an award, a mark.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from exam.access import Right, require
from exam.progress import SILENT, Progress
from exam.rules.results import Change, Snapshot
from exam.rules.snapshots import AVERAGE, AWARD, ENTRY, PLACE, RATE, STATUS, TOTAL, changes
from exam.services.entrants import may_see_names
from exam.services.results import calculate, get_draft, without_names
from exam.unit_of_work import UnitOfWork

_MOVES = frozenset({PLACE, AWARD, ENTRY, STATUS})
_FIGURES = frozenset({TOTAL, AVERAGE, RATE})


@dataclass(frozen=True, slots=True)
class Moves:
    """Places and awards that would move, in the order of the new standings, and how many figures would change."""

    lines: tuple[Change, ...]
    figures: int

    @property
    def places(self) -> int:
        """How many places would move."""
        return len(self.lines) - self.awards

    @property
    def awards(self) -> int:
        """How many people or teams would get another award, one more or none."""
        return sum(line.what == AWARD for line in self.lines)


def what_would_move(
    uow: UnitOfWork, *, change: Callable[[UnitOfWork], object], progress: Progress = SILENT
) -> Moves:
    """What ``change`` would move. Only in a trial: the change is carried out here and taken back by it.

    Needs the right to see unpublished results; raises what ``change`` raises, and :class:`Cancelled`.
    """
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    if not uow.trial:
        raise AssertionError("what would move is looked at in a trial, else the change would be kept")
    progress.step(0, 3)
    before = get_draft(uow)
    progress.step(1, 3)
    change(uow)
    uow.session.flush()
    progress.step(2, 3)
    found = changes(before, _after(uow))
    progress.step(3, 3)
    return Moves(
        tuple(one for one in found if one.what in _MOVES), sum(one.what in _FIGURES for one in found)
    )  # fmt: skip


def _after(uow: UnitOfWork) -> Snapshot:
    snapshot = calculate(uow)
    return snapshot if may_see_names(uow) else without_names(snapshot)
