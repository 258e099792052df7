"""What the papers are made from: one frozen value that holds it all, so that making them needs no session."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from exam.rules.coding import CodingTable
from exam.rules.exam_sheets import CorrectionRecord, ExamPlan, MarkingSheet, Printed, RecheckRecord, SealList
from exam.rules.results import Snapshot, Step
from exam.rules.sheets import LotRecord, MarkSheet, Named, PanelSummary, QuizLedger, UnitRoster
from exam.services.draw_rows import DrawRecord
from exam.services.written_results import WrittenLine, WrittenResults


@dataclass(frozen=True, slots=True)
class Explained:
    """The whole calculation of one entrant or team."""

    subject: str
    unit: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class PaperData:
    """Everything of one moment that can be printed. ``None`` and empty: not there yet, or not to be seen.

    From ``exam`` to ``corrections`` it is of one sitting of the written round; ``printed`` is for the version line.
    ``slips`` are the people of ``written`` whose result slips were asked for. ``handed`` says by certificate
    number who received it and on which ISO day.
    """

    named: Named
    rosters: tuple[UnitRoster, ...] = ()
    draw: DrawRecord | None = None
    panels: tuple[PanelSummary, ...] = ()
    snapshot: Snapshot | None = None
    explained: tuple[Explained, ...] = ()
    lots: tuple[LotRecord, ...] = ()
    exam: ExamPlan | None = None
    marking: tuple[MarkingSheet, ...] = ()
    seals: tuple[SealList, ...] = ()
    rechecks: tuple[RecheckRecord, ...] = ()
    corrections: CorrectionRecord | None = None
    printed: Printed = Printed()
    mark_sheets: tuple[MarkSheet, ...] = ()
    quizzes: tuple[QuizLedger, ...] = ()
    written: WrittenResults | None = None
    slips: tuple[WrittenLine, ...] = ()
    handed: Mapping[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    coding: tuple[CodingTable, ...] = ()
