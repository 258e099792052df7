"""What the papers show that is not part of the results: frozen values, gathered by services.

The sheets of the results read :class:`exam.rules.results.Snapshot`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal


def publicity_period(published: date, days: int) -> tuple[date, date]:
    """First and last of ``days`` working days (Monday to Friday) that begin after the day ``published``.

    Public holidays are not known here; the notice says that they move the end.
    """
    counted: list[date] = []
    day = published
    while len(counted) < max(days, 1):
        day += timedelta(days=1)
        if day.weekday() < 5:
            counted.append(day)
    return counted[0], counted[-1]


@dataclass(frozen=True, slots=True)
class Named:
    """The competition as it stands above every paper. Days are ISO texts.

    ``publicity_days`` are the working days in which people may object to published results.
    """

    competition: str
    year: int
    host: str
    organiser: str
    language: str
    place: str = ""
    issue_day: str = ""
    publicity_days: int = 0


@dataclass(frozen=True, slots=True)
class PanelLine:
    """One entrant of a panel-judged item. ``marks`` follows the judges; ``None`` = absent judge.

    ``dropped`` holds the places in ``marks`` that the rule left out, ``avoided`` those of judges who do not mark
    this entrant because they come from the same unit, ``not_asked`` of those who do not mark for a reason not
    told. ``deduction`` below zero is a bonus.
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
    avoided: tuple[int, ...] = ()
    not_asked: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PanelSummary:
    """评分汇总表 of one item and group: codes only, no name and no unit."""

    item: str
    group: str
    rule: str
    judges: tuple[str, ...]
    lines: tuple[PanelLine, ...]


@dataclass(frozen=True, slots=True)
class QuizLedgerLine:
    """One event of a quiz. ``foul``: pressed early; a line with a ``void_reason`` counts nothing."""

    number: int
    question: str
    kind: str
    team: str
    value: Decimal | None
    result: str
    points: Decimal
    running: Decimal
    foul: bool
    note: str
    void_reason: str


@dataclass(frozen=True, slots=True)
class QuizLedger:
    """抢答记分表. ``scores``: place, team, total and the points of the extra questions."""

    item: str
    base: Decimal
    lines: tuple[QuizLedgerLine, ...]
    scores: tuple[tuple[int, str, Decimal, Decimal], ...]


@dataclass(frozen=True, slots=True)
class MarkSheetLine:
    """One entrant on a judge's mark sheet. ``marks`` follow the criteria (or hold the one total), where the judge
    confirmed them on the screen; ``None`` leaves room for the pen. ``avoided``: not to be marked by this judge.
    """

    order: int | None
    entrant_code: str
    marks: tuple[Decimal | None, ...]
    total: Decimal | None
    time: str = ""
    avoided: bool = False


@dataclass(frozen=True, slots=True)
class MarkSheet:
    """评分表 of one judge for one item and group: codes only. ``criteria``: name and full mark."""

    item: str
    group: str
    judge: str
    full: Decimal
    criteria: tuple[tuple[str, Decimal], ...]
    lines: tuple[MarkSheetLine, ...]


@dataclass(frozen=True, slots=True)
class LotLine:
    """One elite as a lot placed them."""

    position: int
    entrant_code: str
    staff_number: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class LotRecord:
    """抽签记录表: groups, or the order of appearance of one group (``group``; 0 for all).

    ``tries`` counts whole allocations until one was valid; ``uniform`` is false for a constructed one.
    ``groups`` holds the groups in their order, or the one order of appearance. Moments are ready to print.
    """

    kind: str
    label: str
    group: int
    freeze_code: str
    dice: str
    dice_by: tuple[str, ...]
    run_at: str
    run_by: str
    place: str
    tries: int
    uniform: bool
    groups: tuple[tuple[LotLine, ...], ...]


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
