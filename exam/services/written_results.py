"""The results of the written round: standing, unit averages, how the marks spread, how each section did.

Only locked sittings are shown, and a sealed one by its sealed numbers alone until the seals are opened:
nobody sees such results by name or by unit.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.access import Right, require
from exam.rules.item_analysis import ItemAnalysis, analyse
from exam.rules.marks import Attendance, normalise
from exam.rules.results import UnitLine
from exam.rules.statistics import Bin, Summary, histogram, summarise
from exam.services.answers import list_question_points
from exam.services.competition import get_rules
from exam.services.result_units import find_open_sittings, gather_units
from exam.services.sittings import SittingRow, list_sittings
from exam.services.written_papers import PaperRow, list_papers, places_of
from exam.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class WrittenLine:
    """One candidate in the standing. ``place`` and ``total`` are ``None`` for people who did not sit.

    Name, staff number and unit are empty where only codes may be seen.
    """

    place: int | None
    code: str
    ticket_number: str
    staff_number: str
    name: str
    initials: str
    unit_code: str
    unit: str
    sitting: str
    attendance: Attendance | None
    marks: tuple[Decimal | None, ...]
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class SittingAnalysis:
    """The item analysis of one sitting; ``names`` and ``full`` are those of its sections, in order.

    ``section`` names the section whose questions (1, 2, ...) are the items, where answers were keyed.
    """

    sitting: str
    names: tuple[str, ...]
    full: tuple[Decimal, ...]
    found: ItemAnalysis
    section: str = ""


@dataclass(frozen=True, slots=True)
class WrittenResults:
    """The written round as far as it is locked.

    ``waiting`` are sittings whose marks are not locked yet, ``sealed`` locked ones whose seals are closed.
    ``units`` is empty until every sitting is locked and opened. ``sections`` are the names of the columns
    of ``lines``, empty when the sittings have different sections. ``full`` is the full mark of the paper.
    """

    lines: tuple[WrittenLine, ...]
    sections: tuple[str, ...]
    full: Decimal
    units: tuple[UnitLine, ...]
    summary: Summary
    bins: tuple[Bin, ...]
    analyses: tuple[SittingAnalysis, ...]
    waiting: tuple[str, ...]
    sealed: tuple[str, ...]
    expected: int
    sat: int
    named: bool

    @property
    def anything(self) -> bool:
        """Whether a sitting is locked."""
        return bool(self.lines)


def get_written_results(uow: UnitOfWork) -> WrittenResults:
    """Everything that is settled by now. Needs the right to see unpublished results."""
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    rules = get_rules(uow)
    sittings = list_sittings(uow)
    locked = [row for row in sittings if row.locked]
    papers = list_papers(uow)
    still = find_open_sittings(uow)
    marked = [row.total for row in papers if row.was_marked and row.total is not None]
    columns = {tuple(part.name for part in row.sections) for row in locked}
    units = gather_units(uow).lines if locked and still.none else ()
    return WrittenResults(
        lines=_standing(papers, {row.id: row.name for row in locked}),
        sections=columns.pop() if len(columns) == 1 else (),
        full=rules.written_full, units=units, summary=summarise(marked, rules.total_places),
        bins=histogram(marked, rules.written_full),
        analyses=tuple(one for row in locked for one in _analyses(uow, row, papers)), waiting=still.unlocked,
        sealed=tuple(row.name for row in locked if row.hides_names),
        expected=len(papers), sat=sum(row.attendance is not None and row.attendance.sat for row in papers),
        named=uow.person.may(Right.SEE_NAMES_BESIDE_MARKS),
    )  # fmt: skip


def choose_lines(results: WrittenResults, *, unit_code: str = "", who: str = "") -> tuple[WrittenLine, ...]:
    """The people whose slips are made, unit by unit: everybody who may be named, one unit, or one candidate.

    ``who`` is a ticket number, a staff number or a name.
    """
    wanted = normalise(who).casefold()
    order = {unit.unit_code: at for at, unit in enumerate(results.units)}
    lines = [
        line
        for line in results.lines
        if line.name
        and unit_code in ("", line.unit_code)
        and wanted in ("", line.ticket_number.casefold(), line.staff_number.casefold(), line.name.casefold())
    ]
    return tuple(sorted(lines, key=lambda line: (order.get(line.unit_code, len(order)), line.unit_code, line.code)))


STANDING, UNITS = "written_standing", "written_units"
SLIPS = ("result_slips", "result_slips_large")
PAPERS = (STANDING, UNITS, *SLIPS)
"""The papers made from these results."""


def list_ready(uow: UnitOfWork) -> set[str]:
    """Which of :data:`PAPERS` can be made now for the person at the desk."""
    locked = [row for row in list_sittings(uow) if row.locked]
    if not locked:
        return set()
    if not uow.person.may(Right.SEE_NAMES_BESIDE_MARKS):
        return {STANDING}
    slips = set(SLIPS) if any(not row.hides_names for row in locked) else set[str]()
    return {STANDING, UNITS, *slips} if find_open_sittings(uow).none else {STANDING, *slips}


def _standing(papers: Sequence[PaperRow], sittings: dict[int, str]) -> tuple[WrittenLine, ...]:
    """Best first; equal totals share the place; people without a total at the end, in the order of codes."""
    lines = [
        WrittenLine(
            place, row.code, row.ticket_number, row.staff_number, row.name, row.initials,
            row.unit_code, row.unit, sittings[row.sitting_id], row.attendance, row.marks, row.total,
        )
        for row, place in zip(papers, places_of([row.total for row in papers]), strict=True)
    ]  # fmt: skip
    return tuple(sorted(lines, key=lambda line: (line.place is None, line.place or 0, line.code)))


def _analyses(uow: UnitOfWork, sitting: SittingRow, papers: Sequence[PaperRow]) -> list[SittingAnalysis]:
    """The sections as items, then the questions of each keyed section as items."""
    found = [_of_sections(sitting, papers)]
    for part in sitting.sections:
        points = list_question_points(uow, section_id=part.id)
        if points is not None and points.rows:
            names = tuple(str(number) for number in range(1, len(points.full) + 1))
            analysis = analyse(points.rows, points.full)
            found.append(SittingAnalysis(sitting.name, names, points.full, analysis, part.name))
    return found


def _of_sections(sitting: SittingRow, papers: Sequence[PaperRow]) -> SittingAnalysis:
    rows = [
        [points for points in row.marks if points is not None]
        for row in papers
        if row.sitting_id == sitting.id and row.was_marked
    ]
    full = tuple(part.scale.full for part in sitting.sections)
    return SittingAnalysis(sitting.name, tuple(part.name for part in sitting.sections), full, analyse(rows, full))
