"""The all-staff written round: what a paper counts, unit averages and the participation rate.

Source: domain.md section 3 "Written exam" and "Numbers". Missing is not zero: a paper without a mark
makes the average of its unit incomplete, never lower.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from exam.rules.marks import Attendance, show
from exam.rules.results import Step
from exam.words import QT_TRANSLATE_NOOP


class AbsenceRule(StrEnum):
    """How absent people enter the unit average: as 0 in the denominator, or not at all."""

    ZERO = "zero"
    LEAVE_OUT = "leave_out"


@dataclass(frozen=True, slots=True)
class WrittenRule:
    """The settings that decide a unit average. ``places`` is where averages and rates are rounded."""

    absence: AbsenceRule = AbsenceRule.ZERO
    places: int = 2


@dataclass(frozen=True, slots=True)
class Paper:
    """One drawn person's paper: the total of its sections, or ``None`` while marks are missing.

    ``attendance`` ``None`` means that nothing is known yet about the person. ``sealed``: the numbers of the sitting
    are not opened, so this paper belongs to nobody yet: whatever stands on it, also a zero for cheating, is awaited.
    This is the one rule for unit averages, rates, awards and publications; the page of the written results and the
    second calculation are held to it by tests.
    """

    mark: Decimal | None
    attendance: Attendance | None
    sealed: bool = False


@dataclass(frozen=True, slots=True)
class UnitAverage:
    """A unit in the all-staff round.

    ``drawn`` = everybody drawn; ``sat`` = wrote; ``absent`` includes the withdrawn; ``counted`` = the
    denominator; ``missing`` = papers whose mark is still awaited (``average`` is then ``None``), ``sealed`` of them
    because their numbers are not opened.
    """

    drawn: int
    sat: int
    absent: int
    excused: int
    zeroed: int
    counted: int
    missing: int
    sum_of_marks: Decimal
    average: Decimal | None
    participation_rate: Decimal | None
    calculation: tuple[Step, ...]
    sealed: int = 0

    @property
    def complete(self) -> bool:
        """Whether nothing is awaited any more."""
        return self.missing == 0


def round_half_up(value: Decimal, places: int) -> Decimal:
    """``value`` to ``places`` decimal places, half away from zero as people round on paper."""
    return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def divide(numerator: Decimal, denominator: int, places: int) -> Decimal:
    """``numerator / denominator`` rounded half up once, from the exact quotient.

    Integer arithmetic: a quotient that does not terminate is never rounded twice.
    """
    scaled = numerator.scaleb(places)
    exponent = scaled.as_tuple().exponent
    shift = max(0, -exponent) if isinstance(exponent, int) else 0
    top, bottom = int(scaled.scaleb(shift)), denominator * 10**shift
    sign = -1 if top < 0 else 1
    return Decimal(sign * ((2 * abs(top) + bottom) // (2 * bottom))).scaleb(-places)


def paper_total(sections: Sequence[Decimal | None]) -> Decimal | None:
    """The sum of the section marks; ``None`` as soon as one is missing."""
    total = Decimal(0)
    for points in sections:
        if points is None:
            return None
        total += points
    return total if sections else None


def counting_mark(paper: Paper) -> Decimal | None:
    """What the paper counts: 0 for a zeroed paper, ``None`` when there is no mark to count."""
    if paper.attendance is Attendance.ZEROED:
        return Decimal(0)
    if paper.attendance is not None and not paper.attendance.sat:
        return None
    return paper.mark


def unit_average(papers: Sequence[Paper], rule: WrittenRule) -> UnitAverage:
    """The average and the participation rate of the drawn people of one unit, with the calculation.

    Excused people are left out of the average. Absent and withdrawn people count as 0 or are left out,
    as ``rule.absence`` says. The rate is sat / drawn in percent, everybody drawn in the denominator.
    """
    sat = absent = excused = zeroed = missing = sealed = 0
    total, marked = Decimal(0), 0
    for paper in papers:
        state = paper.attendance
        if state is Attendance.EXCUSED:
            excused += 1
            continue
        if state in (Attendance.ABSENT, Attendance.WITHDRAWN):
            absent += 1
            continue
        mark = counting_mark(paper) if not paper.sealed else None
        sat += state is not None or mark is not None
        if paper.sealed:
            missing, sealed = missing + 1, sealed + 1
            continue
        zeroed += state is Attendance.ZEROED
        if mark is None:
            missing += 1
        else:
            total, marked = total + mark, marked + 1
    counted = marked + (absent if rule.absence is AbsenceRule.ZERO else 0)
    average = divide(total, counted, rule.places) if counted and not missing else None
    rate = divide(Decimal(100 * sat), len(papers), rule.places) if papers else None
    result = UnitAverage(
        drawn=len(papers), sat=sat, absent=absent, excused=excused, zeroed=zeroed, counted=counted,
        missing=missing, sum_of_marks=total, average=average, participation_rate=rate, calculation=(),
        sealed=sealed,
    )  # fmt: skip
    return replace(result, calculation=_explain(result, marked, rule))


def _explain(result: UnitAverage, marked: int, rule: WrittenRule) -> tuple[Step, ...]:
    steps = [
        Step(
            QT_TRANSLATE_NOOP("exam", "Sum of the marks ({marked} papers): {sum}"),
            {"marked": str(marked), "sum": show(result.sum_of_marks)},
            result.sum_of_marks,
        )
    ]
    if result.zeroed:
        steps.append(
            Step(
                QT_TRANSLATE_NOOP("exam", "Zeroed papers, counting 0: {count}"), {"count": str(result.zeroed)}
            )
        )
    if result.absent:
        text = (
            QT_TRANSLATE_NOOP("exam", "Absent people, counting 0: {count}")
            if rule.absence is AbsenceRule.ZERO
            else QT_TRANSLATE_NOOP("exam", "Absent people, left out: {count}")
        )
        steps.append(Step(text, {"count": str(result.absent)}))
    if result.excused:
        steps.append(
            Step(
                QT_TRANSLATE_NOOP("exam", "Excused people, left out: {count}"),
                {"count": str(result.excused)},
            )
        )
    steps.append(_average_step(result))
    if result.participation_rate is not None:
        steps.append(
            Step(
                QT_TRANSLATE_NOOP("exam", "Participation rate: {sat} of {drawn} drawn people sat = {rate} %"),
                {"sat": str(result.sat), "drawn": str(result.drawn), "rate": str(result.participation_rate)},
                result.participation_rate,
                kind="result",
            )
        )
    return tuple(steps)


def _average_step(result: UnitAverage) -> Step:
    if result.sealed:
        return Step(
            QT_TRANSLATE_NOOP("exam", "Incomplete, so there is no average; papers whose numbers are sealed: {count}"),
            {"count": str(result.sealed)},
            kind="warning",
        )
    if result.missing:
        return Step(
            QT_TRANSLATE_NOOP("exam", "Incomplete, so there is no average; marks still missing: {count}"),
            {"count": str(result.missing)},
            kind="warning",
        )
    if result.average is None:
        return Step(QT_TRANSLATE_NOOP("exam", "Nobody counts, so there is no average"), kind="warning")
    return Step(
        QT_TRANSLATE_NOOP("exam", "Average: {sum} ÷ {counted} = {average}, rounded half up"),
        {"sum": show(result.sum_of_marks), "counted": str(result.counted), "average": str(result.average)},
        result.average,
        kind="result",
    )
