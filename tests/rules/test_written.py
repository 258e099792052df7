from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from exam.rules.marks import Attendance
from exam.rules.written import (
    AbsenceRule,
    Paper,
    WrittenRule,
    divide,
    paper_total,
    round_half_up,
    unit_average,
)

ZERO = WrittenRule(AbsenceRule.ZERO)
LEAVE_OUT = WrittenRule(AbsenceRule.LEAVE_OUT)
MARKS = st.decimals(min_value=0, max_value=100, places=2)
SAT = st.builds(Paper, MARKS, st.sampled_from([Attendance.PRESENT, Attendance.LATE]))
AWAY = st.builds(Paper, st.none(), st.sampled_from([Attendance.ABSENT, Attendance.EXCUSED]))


def paper(mark: str | None, state: Attendance | None = Attendance.PRESENT) -> Paper:
    return Paper(None if mark is None else Decimal(mark), state)


def test_that_absent_people_count_zero_or_are_left_out() -> None:
    papers = [paper("80"), paper("90.5"), paper(None, Attendance.ABSENT)]
    zero, out = unit_average(papers, ZERO), unit_average(papers, LEAVE_OUT)
    assert (zero.average, zero.counted) == (Decimal("56.83"), 3)
    assert (out.average, out.counted) == (Decimal("85.25"), 2)
    assert zero.participation_rate == out.participation_rate == Decimal("66.67")


def test_that_excused_people_are_left_out_of_the_average_but_were_drawn() -> None:
    result = unit_average([paper("80"), paper(None, Attendance.EXCUSED)], ZERO)
    assert (result.average, result.counted, result.excused) == (Decimal("80.00"), 1, 1)
    assert result.participation_rate == Decimal("50.00")


def test_that_a_zeroed_paper_counts_zero_whatever_was_marked() -> None:
    result = unit_average([paper("80"), paper("95", Attendance.ZEROED)], LEAVE_OUT)
    assert (result.average, result.sat, result.zeroed) == (Decimal("40.00"), 2, 1)


def test_that_a_withdrawn_person_is_treated_as_absent() -> None:
    papers = [paper("80"), paper("95", Attendance.WITHDRAWN)]
    assert unit_average(papers, ZERO).average == Decimal("40.00")
    assert unit_average(papers, LEAVE_OUT).average == Decimal("80.00")


def test_that_a_missing_mark_makes_the_average_incomplete_and_not_lower() -> None:
    result = unit_average([paper("80"), paper(None)], ZERO)
    assert result.average is None
    assert result.missing == 1
    assert any(step.kind == "warning" for step in result.calculation)


def test_that_a_unit_without_papers_has_no_average() -> None:
    result = unit_average([], ZERO)
    assert result.average is None
    assert result.participation_rate is None


def test_that_a_unit_of_excused_people_has_no_average() -> None:
    assert unit_average([paper(None, Attendance.EXCUSED)], ZERO).average is None


def test_that_the_calculation_is_told_in_words_and_figures() -> None:
    papers = [paper("80"), paper("90.5"), paper(None, Attendance.ABSENT), paper(None, Attendance.EXCUSED)]
    told = [step.text.format(**step.params) for step in unit_average(papers, ZERO).calculation]
    assert told == [
        "Sum of the marks (2 papers): 170.5",
        "Absent people, counting 0: 1",
        "Excused people, left out: 1",
        "Average: 170.5 ÷ 3 = 56.83, rounded half up",
        "Participation rate: 2 of 4 drawn people sat = 50.00 %",
    ]


def test_that_a_half_is_rounded_up_at_the_named_step() -> None:
    assert round_half_up(Decimal("2.345"), 2) == Decimal("2.35")
    assert divide(Decimal("0.03"), 2, 2) == Decimal("0.02")
    assert divide(Decimal("-0.03"), 2, 2) == Decimal("-0.02")


def test_that_a_paper_is_only_totalled_when_every_section_is_marked() -> None:
    assert paper_total([Decimal("40"), Decimal("38.5")]) == Decimal("78.5")
    assert paper_total([Decimal("40"), None]) is None
    assert paper_total([]) is None


@given(st.lists(st.one_of(SAT, AWAY), max_size=30))
def test_that_the_average_is_the_exact_quotient_rounded_once(papers: list[Paper]) -> None:
    result = unit_average(papers, ZERO)
    counted = [p for p in papers if p.attendance is not Attendance.EXCUSED]
    if not counted:
        assert result.average is None
        return
    exact = sum((Fraction(p.mark or 0) for p in counted), Fraction(0)) / len(counted)
    assert result.average is not None
    assert abs(Fraction(result.average) - exact) <= Fraction(1, 200)


@given(st.lists(SAT, min_size=1, max_size=30), st.randoms())
def test_that_the_order_of_papers_never_matters(papers: list[Paper], random: object) -> None:
    shuffled = list(papers)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert unit_average(shuffled, ZERO) == unit_average(papers, ZERO)


@given(st.lists(SAT, min_size=1, max_size=30), MARKS)
def test_that_a_higher_mark_never_lowers_the_average(papers: list[Paper], mark: Decimal) -> None:
    first = papers[0]
    assert first.mark is not None
    raised = [Paper(max(mark, first.mark), first.attendance), *papers[1:]]
    before, after = unit_average(papers, ZERO).average, unit_average(raised, ZERO).average
    assert before is not None
    assert after is not None
    assert after >= before


@given(st.decimals(min_value=-1000, max_value=1000, places=4), st.integers(1, 500), st.integers(0, 4))
def test_that_division_rounds_half_away_from_zero(top: Decimal, bottom: int, places: int) -> None:
    exact = Fraction(top) / bottom * 10**places
    expected = int(abs(exact) + Fraction(1, 2)) * (1 if exact >= 0 else -1)
    assert divide(top, bottom, places) == Decimal(expected).scaleb(-places)
