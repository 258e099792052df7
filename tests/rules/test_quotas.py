"""Places per stratum, in exact fractions."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from apportionment import methods
from hypothesis import assume, given
from hypothesis import strategies as st

from exam.errors import UserError
from exam.rules import quotas

SIZES = dict(zip("ABCDEF", (180, 90, 60, 30, 9, 3), strict=True))


def test_that_the_worked_example_comes_out() -> None:
    found = quotas.proportional(SIZES, 40, dict.fromkeys(SIZES, 2), {"A": 15})
    assert list(found.values()) == [15, 11, 7, 3, 2, 2]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=12), st.integers(0, 300))
def test_that_quotas_without_bounds_agree_with_the_published_package(counts: list[int], total: int) -> None:
    assume(total <= sum(counts))
    sizes = {f"U{number:02d}": count for number, count in enumerate(counts)}
    rests = [Fraction(total * count, sum(counts)) % 1 for count in counts]
    assume(len(set(rests)) == len(rests))
    theirs = methods.compute("hamilton", counts, total, verbose=False)
    assert list(quotas.proportional(sizes, total).values()) == theirs


@given(
    st.lists(st.tuples(st.integers(0, 60), st.integers(0, 12), st.integers(0, 30)), min_size=1, max_size=9),
    st.integers(0, 120),
)
def test_that_bounds_hold_and_all_places_are_given_or_the_plan_is_refused(
    strata: list[tuple[int, int, int]], total: int
) -> None:
    sizes = {f"U{number}": size for number, (size, _, _) in enumerate(strata)}
    lower = {f"U{number}": least for number, (_, least, _) in enumerate(strata)}
    upper = {f"U{number}": least + more for number, (_, least, more) in enumerate(strata)}
    most = {code: min(upper[code], sizes[code]) for code in sizes}
    feasible = all(lower[code] <= most[code] for code in sizes) and sum(lower.values()) <= total <= sum(most.values())
    if not feasible:
        with pytest.raises(UserError) as refused:
            quotas.proportional(sizes, total, lower, upper)
        assert refused.value.params["shortfall"] > 0
        return
    found = quotas.proportional(sizes, total, lower, upper)
    assert sum(found.values()) == total
    assert all(lower[code] <= found[code] <= most[code] for code in sizes)


def test_that_a_tie_of_remainders_goes_to_the_larger_stratum_then_to_the_first_code() -> None:
    assert quotas.proportional({"B": 1, "A": 1}, 1) == {"B": 0, "A": 1}
    assert quotas.proportional({"A": 1, "B": 3}, 2) == {"A": 0, "B": 2}


@pytest.mark.parametrize(
    ("total", "lower", "upper", "shortfall", "named"),
    [
        (5, dict.fromkeys(SIZES, 2), None, 7, "A"),
        (400, None, None, 28, ""),
        (300, None, {"A": 15}, 93, "A"),
        (40, {"F": 4}, None, 1, "F"),
        (40, {"A": 20}, {"A": 15}, 5, "A"),
    ],
)
def test_that_an_infeasible_plan_says_by_how_much_and_what_to_relax(
    total: int, lower: dict[str, int] | None, upper: dict[str, int] | None, shortfall: int, named: str
) -> None:
    with pytest.raises(UserError) as refused:
        quotas.proportional(SIZES, total, lower, upper)
    assert refused.value.params["shortfall"] == shortfall
    assert str(shortfall) in str(refused.value)
    assert named in str(refused.value)


def test_that_posts_share_the_places_of_their_unit() -> None:
    sizes = {("A", "x"): 30, ("A", "y"): 10, ("B", "x"): 20}
    assert quotas.proportional_within(sizes, 6) == {("A", "x"): 3, ("A", "y"): 1, ("B", "x"): 2}


def test_that_a_thousand_strata_without_people_get_nothing() -> None:
    assert quotas.proportional({str(number): 0 for number in range(1000)}, 0) == {
        str(number): 0 for number in range(1000)
    }


@pytest.mark.parametrize(
    ("size", "share", "rounding", "minimum", "maximum", "places"),
    [
        (21, 10, "ceil", None, None, 3), (21, 10, "floor", None, None, 2), (25, 10, "half_up", None, None, 3),
        (24, 10, "half_up", None, None, 2), (8, 10, "ceil", 3, None, 3), (2, 10, "ceil", 3, None, 2),
        (200, 10, "ceil", None, 15, 15), (3, Decimal("33.3"), "ceil", None, None, 1), (0, 50, "ceil", 2, None, 0),
    ],
)
def test_that_percent_is_rounded_and_bounded(
    size: int, share: Decimal | int, rounding: str, minimum: int | None, maximum: int | None, places: int
) -> None:
    assert quotas.percent(size, share, rounding, minimum, maximum) == places


def test_that_a_fixed_number_never_exceeds_the_people() -> None:
    assert quotas.fixed(3, 5) == 3


def test_that_a_minimum_of_a_stratum_without_people_is_refused() -> None:
    with pytest.raises(UserError, match="Z"):
        quotas.proportional({"A": 5}, 3, {"Z": 1})
