from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.rules.double_entry import SLIP_NAMES, Agreement, Slip, compare, likely_slip

MARKS = st.integers(0, 10_000).map(lambda n: Decimal(n) / 100)


@given(MARKS, MARKS)
def test_that_only_equal_values_agree(one: Decimal, two: Decimal) -> None:
    assert (compare(one, two) is Agreement.EQUAL) == (one == two)
    assert compare(one, two) is compare(two, one)


@given(MARKS)
def test_that_a_missing_reading_is_no_agreement_and_no_zero(one: Decimal) -> None:
    assert compare(one, None) is compare(None, one) is compare(None, None) is Agreement.OPEN
    assert compare(Decimal(0), None) is Agreement.OPEN


def test_that_the_places_shown_make_no_difference() -> None:
    assert compare(Decimal("88.5"), Decimal("88.50")) is Agreement.EQUAL


@pytest.mark.parametrize(
    ("one", "two", "slip"),
    [
        ("58", "85", Slip.SWAPPED),
        ("88.5", "85.8", Slip.SWAPPED),
        ("8.5", "85", Slip.LOST_POINT),
        ("80", "8", Slip.EXTRA_DIGIT),
        ("77", "76", Slip.ONE_DIGIT),
        ("88.5", "88", Slip.OTHER),
        ("77", "7", Slip.EXTRA_DIGIT),
        ("12", "98", Slip.OTHER),
    ],
)
def test_that_a_difference_is_told_by_its_likely_slip(one: str, two: str, slip: Slip) -> None:
    assert likely_slip(Decimal(one), Decimal(two)) is likely_slip(Decimal(two), Decimal(one)) is slip


def test_that_every_slip_has_words() -> None:
    assert set(SLIP_NAMES) == set(Slip)
