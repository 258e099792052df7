"""The units of the all-staff round, gathered for the results: averages, rates, and what they still wait for.

Everything that shows or uses a figure of a unit starts here: the draft and its awards, publications, the page of
the written results, the averages beside the marks. Which paper counts is said in :class:`exam.rules.written.Paper`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import and_, case, func, select, type_coerce

from exam.access import Right, require
from exam.rules.marks import STATES
from exam.rules.results import Step, UnitLine
from exam.rules.standings import unit_standing
from exam.rules.written import AbsenceRule, Paper, UnitAverage, WrittenRule, unit_average
from exam.services.competition import get_rules
from exam.services.mark_pairs import FIRST_ENTRY
from exam.services.sittings import LOCKED
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw, PlanLine
from models.people import Unit
from models.sittings import Candidate, Section, Sitting, WrittenMark
from models.types import Points

Replaced = Mapping[tuple[int, int], Decimal]
"""Other marks to calculate with, by (candidate, section), to see what they would change."""

SEALED_STEP = QT_TRANSLATE_NOOP(
    "exam", "All-staff round, numbers still sealed, so no unit gets their marks before the seals are opened: {names}"
)
MISSING_STEP = QT_TRANSLATE_NOOP("exam", "All-staff round, papers without a mark: {count}")


@dataclass(frozen=True, slots=True)
class UnitAverageRow:
    """One unit in the all-staff round with its worked average."""

    unit_id: int
    unit_code: str
    unit: str
    result: UnitAverage


@dataclass(frozen=True, slots=True)
class OpenSittings:
    """Names of sittings with candidates that hold up the round: marks not locked, and numbers not opened."""

    unlocked: tuple[str, ...]
    sealed: tuple[str, ...]

    @property
    def none(self) -> bool:
        """Whether every sitting is locked, and opened if it was sealed."""
        return not self.unlocked and not self.sealed


@dataclass(frozen=True, slots=True)
class WrittenUnits:
    """All units by average, and what is incomplete about them."""

    lines: tuple[UnitLine, ...]
    incomplete: tuple[Step, ...]


def list_unit_averages(uow: UnitOfWork, *, replaced: Replaced | None = None) -> tuple[UnitAverageRow, ...]:
    """Every unit that had people drawn into a sitting, over all sittings, in the order of the units."""
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    rules = get_rules(uow)
    rule = WrittenRule(AbsenceRule(rules.absence_rule), rules.total_places)
    papers = _papers(uow, replaced or {})
    units = uow.session.execute(select(Unit.id, Unit.code, Unit.name).order_by(Unit.position, Unit.id))
    return tuple(
        UnitAverageRow(unit_id, code, name, unit_average(papers[unit_id], rule))
        for unit_id, code, name in units
        if unit_id in papers
    )


def find_open_sittings(uow: UnitOfWork) -> OpenSittings:
    """What is not locked or not opened; a sitting without candidates holds nothing up."""
    rows = uow.session.execute(
        select(Sitting.name, Sitting.state, Sitting.sealed_at, Sitting.opened_at)
        .where(Sitting.id.in_(select(Candidate.sitting_id)))
        .order_by(Sitting.id)
    ).all()
    return OpenSittings(
        tuple(row.name for row in rows if row.state != LOCKED),
        tuple(row.name for row in rows if row.sealed_at is not None and row.opened_at is None),
    )


def gather_units(uow: UnitOfWork, *, replaced: Replaced | None = None) -> WrittenUnits:
    """Every unit of the written round by average, and the steps that keep the round incomplete."""
    eligible = dict(
        uow.session.execute(
            select(PlanLine.unit_id, func.sum(PlanLine.eligible))
            .join(Draw, Draw.id == PlanLine.draw_id)
            .where(Draw.kind == "exam", Draw.state == "run", PlanLine.unit_id.is_not(None))
            .group_by(PlanLine.unit_id)
        )
        .all()
    )
    missing, lines = 0, list[UnitLine]()
    for row in list_unit_averages(uow, replaced=replaced):
        found = row.result
        missing += found.missing - found.sealed
        lines.append(
            UnitLine(
                place=None,
                unit_code=row.unit_code,
                unit=row.unit,
                eligible=int(eligible.get(row.unit_id) or 0),
                drawn=found.drawn,
                sat=found.sat,
                absent=found.absent,
                excused=found.excused,
                counted=found.counted,
                sum_of_marks=found.sum_of_marks,
                average=found.average,
                participation_rate=found.participation_rate if not found.missing else None,
                calculation=found.calculation,
            )
        )
    return WrittenUnits(unit_standing(lines), _incomplete(missing, find_open_sittings(uow).sealed))


# Inside


def _incomplete(missing: int, sealed: tuple[str, ...]) -> tuple[Step, ...]:
    steps: list[Step] = []
    if sealed:
        steps.append(Step(SEALED_STEP, {"names": "、".join(sealed)}, kind="warning"))
    if missing:
        steps.append(Step(MISSING_STEP, {"count": str(missing)}, kind="warning"))
    return tuple(steps)


def _papers(uow: UnitOfWork, replaced: Replaced) -> dict[int, list[Paper]]:
    """Every candidate's paper by unit. The database adds the sections up: only first (agreed) entries count."""
    session = uow.session
    wanted = dict(session.execute(select(Section.sitting_id, func.count()).group_by(Section.sitting_id)).all())
    moved = _moved(uow, replaced)
    marks = and_(WrittenMark.candidate_id == Candidate.id, WrittenMark.entry == FIRST_ENTRY)
    hidden = case((and_(Sitting.sealed_at.is_not(None), Sitting.opened_at.is_(None)), 1), else_=0)
    query = (
        select(
            Candidate.id, Candidate.unit_id, Candidate.sitting_id, Candidate.attendance, hidden,
            func.count(WrittenMark.points), type_coerce(func.sum(WrittenMark.points), Points),
        )
        .join(Sitting, Sitting.id == Candidate.sitting_id)
        .outerjoin(WrittenMark, marks)
        .group_by(Candidate.id, Sitting.id)
    )  # fmt: skip
    papers: dict[int, list[Paper]] = {}
    for candidate, unit, sitting, state, sealed, entered, total in session.execute(query):
        whole = entered > 0 and entered == wanted.get(sitting, 0)
        mark = total + moved.get(candidate, 0) if whole else None
        papers.setdefault(unit, []).append(Paper(mark, STATES[state], bool(sealed)))
    return papers


def _moved(uow: UnitOfWork, replaced: Replaced) -> dict[int, Decimal]:
    """By how much the other marks change the total of each paper."""
    moved: dict[int, Decimal] = {}
    for (candidate, section), points in replaced.items():
        stands = uow.session.scalar(
            select(WrittenMark.points).where(
                WrittenMark.candidate_id == candidate, WrittenMark.section_id == section,
                WrittenMark.entry == FIRST_ENTRY,
            )
        )  # fmt: skip
        if stands is not None:
            moved[candidate] = moved.get(candidate, Decimal(0)) + points - stands
    return moved
