"""From what stands in the cells of an item to an entrant's mark, and how far the marking has come.

Missing is not zero: while a judge's mark is awaited, or too few judges marked, there is no mark at all.
Source: domain.md section 3.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from exam.rules.marks import Attendance
from exam.rules.panel import INCOMPLETE, PanelOutcome, PanelRule, panel_mark, round_half_up


class Given(StrEnum):
    """What stands in a judge's cell. ``avoided``: left out, since it is an entrant of the judge's unit."""

    WAITING = "waiting"
    PARTLY = "partly"
    GIVEN = "given"
    ABSENT = "absent"
    AVOIDED = "avoided"

    @property
    def expected(self) -> bool:
        """Whether a mark is still awaited."""
        return self in (Given.WAITING, Given.PARTLY)


class Progress(StrEnum):
    """How far the marking of one entrant in one item has come. ``short``: too few judges marked."""

    EMPTY = "empty"
    WORKING = "working"
    SHORT = "short"
    DOUBT = "doubt"
    COMPLETE = "complete"
    VERIFIED = "verified"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class PanelState:
    """The outcome of a panel for one entrant; incomplete while anything is awaited."""

    outcome: PanelOutcome
    progress: Progress


def panel_state(cells: Sequence[tuple[Given, Decimal | None]], rule: PanelRule) -> PanelState:
    """Judge one entrant's cells: ``(what stands there, the judge's mark)``."""
    if any(given.expected for given, _ in cells) or not cells:
        started = any(given in (Given.GIVEN, Given.ABSENT, Given.PARTLY) for given, _ in cells)
        return PanelState(INCOMPLETE, Progress.WORKING if started else Progress.EMPTY)
    outcome = panel_mark([mark for given, mark in cells if given is Given.GIVEN], rule)
    return PanelState(outcome, Progress.COMPLETE if outcome.mark is not None else Progress.SHORT)


def written_mark(points: Decimal | None, attendance: str) -> Decimal | None:
    """The mark of a written item: a zeroed paper counts 0; without a paper there is none."""
    state = Attendance(attendance) if attendance else Attendance.PRESENT
    if state is Attendance.ZEROED:
        return Decimal(0)
    return points if state.takes_marks else None


def item_total(mark: Decimal | None, adjustments: Sequence[Decimal], places: int) -> Decimal | None:
    """The item's mark with its bonus and deduction lines, rounded half up; ``None`` without a mark."""
    if mark is None:
        return None
    return round_half_up(sum(adjustments, mark), places)
