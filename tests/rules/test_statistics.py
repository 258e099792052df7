from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from exam.rules.statistics import histogram, summarise

D = Decimal


def test_that_a_summary_holds_the_figures_people_know() -> None:
    found = summarise([D(2), D(4), D(4), D(4), D(5), D(5), D(7), D(9)])
    assert (found.count, found.mean, found.median) == (8, D("5.00"), D("4.50"))
    assert (found.lowest, found.highest, found.spread) == (D(2), D(9), D("2.14"))


def test_that_no_mark_has_no_figures_and_one_mark_no_spread() -> None:
    assert summarise([]).mean is None
    one = summarise([D("88.5")])
    assert (one.mean, one.median, one.spread) == (D("88.50"), D("88.50"), None)


def test_that_a_bound_belongs_to_the_upper_column_and_the_full_mark_to_the_last() -> None:
    found = histogram([D(0), D("9.99"), D(10), D(60), D(100), D(90)], D(100))
    assert [one.count for one in found] == [2, 1, 0, 0, 0, 0, 1, 0, 0, 2]
    assert (found[0].low, found[0].high, found[9].high) == (D(0), D(10), D(100))


@given(st.lists(st.decimals(0, 150, places=2, allow_nan=False)), st.integers(1, 20))
def test_that_every_mark_stands_in_its_column(marks: list[Decimal], bins: int) -> None:
    found = histogram(marks, D(150), bins)
    assert sum(one.count for one in found) == len(marks)
    assert found[-1].high == 150
