"""What the papers show that is not part of the results: frozen values, gathered by services.

The sheets of the results read :class:`exam.rules.results.Snapshot`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Named:
    """The competition as it stands above every paper. Days are ISO texts."""

    competition: str
    year: int
    host: str
    organiser: str
    language: str
    place: str = ""
    issue_day: str = ""


@dataclass(frozen=True, slots=True)
class RecordPick:
    """One drawn person or alternate. ``state``: valid, struck, stepped_up, waiting."""

    position: int
    staff_number: str
    name: str
    ticket: str
    state: str = "valid"
    reason: str = ""
    approver: str = ""


@dataclass(frozen=True, slots=True)
class RecordStratum:
    """One unit of a draw record; ``shortfall`` places could not be filled."""

    stratum: str
    unit: str
    eligible: int
    quota: int
    method: str
    drawn: tuple[RecordPick, ...]
    alternates: tuple[RecordPick, ...]
    shortfall: int = 0


@dataclass(frozen=True, slots=True)
class DrawRecord:
    """A draw that was run, as 随机抽取记录表 shows it. Moments are texts, ready to print."""

    label: str
    state: str
    freeze_code: str
    frozen_at: str
    frozen_by: str
    dice: str
    dice_by: str
    dice_check_by: str
    run_at: str
    place: str
    strata: tuple[RecordStratum, ...]
    excluded: tuple[tuple[str, str, str], ...] = ()
    void_reason: str = ""


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One entrant of a panel-judged item. ``marks`` follows the judges; ``None`` = absent judge.

    ``dropped`` holds the places in ``marks`` that the rule left out.
    """

    order: int | None
    entrant_code: str
    marks: tuple[Decimal | None, ...]
    dropped: tuple[int, ...]
    mean: Decimal | None
    deduction: Decimal
    final: Decimal | None
    place: int | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """评分汇总表 of one item and group: codes only, no name and no unit."""

    item: str
    group: str
    rule: str
    judges: tuple[str, ...]
    lines: tuple[PanelLine, ...]


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One member of staff on the roster sheet."""

    staff_number: str
    name: str
    sex: str
    outlet: str
    post: str
    since: str
    on_duty: bool
    window_staff: bool
    certified: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class UnitRoster:
    """The roster of one unit."""

    unit_code: str
    unit: str
    lines: tuple[RosterLine, ...]
