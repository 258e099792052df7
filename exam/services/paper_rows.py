"""What the papers are made from: one frozen value that holds it all, so that making them needs no session."""

from __future__ import annotations

from dataclasses import dataclass

from exam.rules.results import Snapshot, Step
from exam.rules.sheets import LotRecord, Named, PanelSummary, UnitRoster
from exam.services.draw_rows import DrawRecord


@dataclass(frozen=True, slots=True)
class Explained:
    """The whole calculation of one entrant or team."""

    subject: str
    unit: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PaperData:
    """Everything of one moment that can be printed. ``None`` and empty: not there yet, or not to be seen."""

    named: Named
    rosters: tuple[UnitRoster, ...] = ()
    draw: DrawRecord | None = None
    panels: tuple[PanelSummary, ...] = ()
    snapshot: Snapshot | None = None
    explained: tuple[Explained, ...] = ()
    lots: tuple[LotRecord, ...] = ()
