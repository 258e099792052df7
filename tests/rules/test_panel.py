"""The panel mark against published results, and its laws."""

from __future__ import annotations

import json
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from pathlib import Path
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.panel import (
    PanelOutcome,
    PanelRule,
    dropped_places,
    explain_panel,
    far_from_others,
    panel_mark,
    sum_of_criteria,
)

D = Decimal
DIVING = json.loads((Path(__file__).parents[1] / "data" / "fixture_diving_W3m.json").read_text("utf-8"))
marks_of = st.decimals(min_value=0, max_value=100, places=2)
panels = st.lists(st.none() | marks_of, min_size=0, max_size=9)
rules = st.builds(
    PanelRule,
    drop_high=st.integers(0, 2),
    drop_low=st.integers(0, 2),
    trim_from=st.integers(1, 7),
    minimum=st.integers(1, 5),
    combine=st.sampled_from(["mean", "sum", "median"]),
    coefficient=st.decimals(min_value="0.1", max_value="3.9", places=1),
    places=st.none() | st.integers(0, 4),
)


def marks(text: str) -> list[Decimal | None]:
    return [None if part == "-" else D(part) for part in text.split()]


def dive(dd: float, judged: list[float]) -> Decimal:
    rule = PanelRule(combine="sum", coefficient=D(str(dd)) * D("0.6"), places=2)
    mark = panel_mark([D(str(mark)) for mark in judged], rule).mark
    assert mark is not None
    return mark


def diving_totals() -> dict[str, dict[str, Decimal]]:
    return {
        name: {one["id"]: sum((dive(d["dd"], d["marks"]) for d in one["dives"]), D(0)) for one in entrants}
        for name, entrants in DIVING["rounds"].items()
    }


def test_that_all_official_ranks_of_the_olympic_diving_come_out():
    ranking = pytest.importorskip("exam.rules.ranking")
    totals = diving_totals()
    prelim, semi, final = (
        next(key for key in totals if key.lower().startswith(start)) for start in ("prelim", "semi", "final")
    )
    carried = {
        prelim: totals[prelim],
        semi: {who: totals[prelim][who] + own for who, own in totals[semi].items()},
        final: {who: totals[semi][who] + own for who, own in totals[final].items()},
    }
    checked = 0
    for name, found in carried.items():
        official = {one["id"]: one["official_rank"] for one in DIVING["rounds"][name]}
        ranks = ranking.competition_ranks([(total,) for total in found.values()])
        assert dict(zip(found, ranks, strict=True)) == official
        checked += len(official)
    assert checked == 74
    advancing = [who for who, rank in zip(carried[prelim], ranking.competition_ranks(
        [(total,) for total in carried[prelim].values()]), strict=True) if rank <= 18]
    assert len(advancing) == 19


@pytest.mark.parametrize(
    ("given_marks", "rule", "mark", "dropped"),
    [
        ("80 81 82 83 90", PanelRule(), "82.00", "80 90"),
        ("80 81 82 90", PanelRule(), "83.25", ""),
        ("80 80 80 80 80", PanelRule(), "80.00", "80 80"),
        ("90 - 80 85", PanelRule(), "85.00", ""),
        ("90 - 80 -", PanelRule(), None, ""),
        ("", PanelRule(), None, ""),
        ("0 0 0", PanelRule(), "0.00", ""),
        ("80 81 82.5 83 90", PanelRule(combine="sum"), "246.50", "80 90"),
        ("80 81 83 90", PanelRule(combine="median"), "82.00", ""),
        ("1 2 3 4 5 6 7", PanelRule(drop_high=2, drop_low=2), "4.00", "1 2 6 7"),
        ("10 11", PanelRule(trim_from=1, minimum=1), None, ""),
        ("1 1 2", PanelRule(), "1.33", ""),
        ("0.01 0.02", PanelRule(minimum=2), "0.02", ""),
        ("1 1 2", PanelRule(coefficient=D("1.5")), "2.00", ""),
    ],
)
def test_that_a_panel_gives_the_mark_of_its_rule(given_marks, rule, mark, dropped):
    outcome = panel_mark(marks(given_marks), rule)
    assert outcome.mark == (None if mark is None else D(mark))
    assert outcome.mark is None or str(outcome.mark) == mark
    assert outcome.dropped == tuple(D(part) for part in dropped.split())


def test_that_rounding_happens_at_the_panel_mark_and_again_after_the_coefficient():
    # 1.005 -> 1.01 (half up), x 1.5 = 1.515 -> 1.52; rounded once at the end it would be 1.51.
    assert panel_mark(marks("1 1.01"), PanelRule(minimum=1, coefficient=D("1.5"))).mark == D("1.52")


def test_that_without_places_the_value_is_exact_or_has_28_digits():
    assert panel_mark(marks("1 2 2 2"), PanelRule(places=None)).mark == D("1.75")
    assert panel_mark(marks("80 85 85"), PanelRule(places=None)).mark == D("83.33333333333333333333333333")
    assert panel_mark(marks("1 1 0"), PanelRule(places=None)).mark == D("0.6666666666666666666666666667")


def test_that_a_mark_that_is_no_number_is_refused():
    for bad in ("NaN", "Infinity"):
        with pytest.raises(InvalidInput):
            panel_mark([D(bad), D(1), D(2)], PanelRule())
    with pytest.raises(InvalidInput):
        PanelRule(drop_low=-1)


@given(panels, rules, st.randoms(use_true_random=False))
def test_that_the_order_of_the_judges_never_matters(panel, rule, chance):
    shuffled = list(panel)
    chance.shuffle(shuffled)
    assert panel_mark(shuffled, rule) == panel_mark(panel, rule)


@given(panels, rules, st.integers(0, 8), st.decimals(min_value=0, max_value=50, places=2))
def test_that_a_higher_mark_never_lowers_the_result(panel, rule, place, more):
    if place >= len(panel) or panel[place] is None:
        return
    raised = [*panel[:place], panel[place] + more, *panel[place + 1 :]]
    before, after = panel_mark(panel, rule).mark, panel_mark(raised, rule).mark
    assert (before is None) == (after is None)
    assert before is None or after >= before


@given(panels, rules)
def test_that_an_absent_judge_is_left_out_and_not_zero(panel, rule):
    assert panel_mark([*panel, None], rule) == panel_mark(panel, rule)
    assert panel_mark([mark for mark in panel if mark is not None], rule) == panel_mark(panel, rule)


@given(panels, rules)
def test_that_the_mark_equals_a_plain_calculation_with_fractions(panel, rule):
    valid = sorted(mark for mark in panel if mark is not None)
    cut = (rule.drop_low, rule.drop_high) if len(valid) >= rule.trim_from else (0, 0)
    outcome = panel_mark(panel, rule)
    if len(valid) < rule.minimum or len(valid) <= sum(cut):
        assert outcome == PanelOutcome(None)
        return
    used = [Fraction(mark) for mark in valid[cut[0] : len(valid) - cut[1]]]
    value = {"mean": sum(used) / len(used), "sum": sum(used), "median": median(used)}[rule.combine]
    coefficient = Fraction(rule.coefficient)
    if rule.places is None:
        assert abs(Fraction(outcome.mark) - value * coefficient) <= abs(value) / 10**26
    else:
        assert Fraction(outcome.mark) == half_up(half_up(value, rule.places) * coefficient, rule.places)
    assert sorted([*outcome.used, *outcome.dropped]) == valid


def half_up(value: Fraction, places: int) -> Fraction:
    scaled = value * 10**places
    return Fraction(int(scaled + Fraction(1, 2)), 10**places)


@given(panels, rules)
def test_that_the_struck_places_are_the_dropped_marks(panel, rule):
    struck = dropped_places(panel, rule)
    assert sorted(panel[at] for at in struck) == sorted(panel_mark(panel, rule).dropped)
    assert len(set(struck)) == len(struck)


def test_that_of_equal_marks_the_first_judges_is_struck():
    assert dropped_places(marks("80 80 90 90 85"), PanelRule()) == (0, 2)


def test_that_the_explanation_names_drop_sum_division_and_rounding():
    steps = explain_panel(marks("80 81 82 82 90"), PanelRule())
    said = [step.text.format(**step.params) for step in steps]
    assert said == [
        "Judges' marks: 80, 81, 82, 82, 90",
        "Dropped: lowest 80, highest 90",
        "Sum: 81 + 82 + 82 = 245",
        "Mean: 245 ÷ 3 = 81.666666…",
        "Rounded half up to 2 places: 81.67",
        "Panel mark",
    ]
    assert steps[-1].value == D("81.67")
    assert explain_panel(marks("80 -"), PanelRule())[-1].kind == "warning"


@given(panels, rules)
def test_that_the_explanation_ends_with_the_mark(panel, rule):
    steps = explain_panel(panel, rule)
    assert steps[-1].value == panel_mark(panel, rule).mark
    for step in steps:
        step.text.format(**step.params)


def test_that_a_mark_far_from_the_median_of_the_others_is_noticed():
    full, percent = D(100), D(15)
    assert far_from_others(marks("89 85 85 87 61"), full, percent) == (False, False, False, False, True)
    assert far_from_others(marks("60 90"), full, percent) == (False, False)
    assert far_from_others(marks("70 85 - 85"), full, percent) == (True, False, False, False)
    assert far_from_others(marks("70.01 85 85"), full, percent)[0] is False


def test_that_a_judges_total_waits_for_every_criterion():
    assert sum_of_criteria(marks("10 20.5 0")) == D("30.5")
    assert sum_of_criteria(marks("10 - 0")) is None
    assert sum_of_criteria([]) is None


def test_that_rounding_is_half_up_not_half_even():
    assert D("0.125").quantize(D("0.01"), ROUND_HALF_UP) == panel_mark(marks("0.12 0.13"), PanelRule(minimum=2)).mark


def test_that_whole_numbers_are_marks_and_anything_else_is_refused():
    assert panel_mark([8, D(9), 10], PanelRule(coefficient=2)) == panel_mark(
        [D(8), D(9), D(10)], PanelRule(coefficient=D(2))
    )
    for wrong in (9.5, "9", True, D("NaN"), D("Infinity")):
        with pytest.raises(InvalidInput):
            panel_mark([wrong, D(9), D(9)], PanelRule())
    for wrong in (1.6, "2", D("NaN"), D("-Infinity")):
        with pytest.raises(InvalidInput):
            PanelRule(coefficient=wrong)


def test_that_the_context_of_the_caller_changes_nothing():
    marks = [D("18.125"), D("18.225"), D("18.335"), D("18.445"), D("19.555")]
    rules = [PanelRule(combine=how, places=at) for how in ("mean", "sum", "median") for at in (None, 0, 2, 3)]
    expected = [panel_mark(marks, rule) for rule in rules]
    with localcontext() as context:
        context.prec, context.rounding = 3, ROUND_DOWN
        assert [panel_mark(marks, rule) for rule in rules] == expected


def test_that_two_of_eleven_are_dropped_on_each_side_and_the_rest_added():
    """Synchronised diving drops two and two of the marks and multiplies the sum by difficulty and 0.6."""
    marks = [D(mark) for mark in ("8", "8.5", "8.5", "9", "7.5", "8", "8.5", "8.5", "9", "9.5", "8")]
    outcome = panel_mark(marks, PanelRule(2, 2, 5, 3, "sum", D("3.4") * D("0.6"), 2))
    assert outcome.dropped == tuple(map(D, ("7.5", "8", "9", "9.5")))
    assert (sum(outcome.used), outcome.mark) == (D(59), D("120.36"))
