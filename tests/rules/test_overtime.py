"""Overtime on stage."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.overtime import OvertimeRule, deduction, overtime, parse_time, show_time

D = Decimal
RULE = OvertimeRule(480, 30, D("0.5"), D(2))


@pytest.mark.parametrize(
    ("seconds", "points"), [(0, "0"), (480, "0"), (481, "0.5"), (510, "0.5"), (511, "1.0"), (600, "2.0"), (999, "2")]
)
def test_that_every_begun_step_costs_and_the_bound_holds(seconds, points):
    assert deduction(seconds, RULE) == D(points)


def test_that_without_a_limit_nothing_is_deducted():
    assert (overtime(9999, OvertimeRule()), deduction(9999, OvertimeRule())) == (0, D(0))


@given(st.integers(0, 5000), st.integers(0, 5000))
def test_that_more_time_never_costs_less(one, other):
    assert deduction(min(one, other), RULE) <= deduction(max(one, other), RULE)


@pytest.mark.parametrize(
    ("text", "seconds"), [("8:30", 510), ("８：３０", 510), ("8分05秒", 485), ("510", 510), ("0:07", 7)]
)
def test_that_times_are_read_as_people_write_them(text, seconds):
    assert parse_time(text) == seconds
    assert parse_time(show_time(seconds)) == seconds


@pytest.mark.parametrize("text", ["", "8:75", "eight", "-1", "8.5"])
def test_that_what_is_no_time_is_refused(text):
    with pytest.raises(InvalidInput):
        parse_time(text)


def test_that_a_rule_without_a_step_is_refused():
    with pytest.raises(InvalidInput):
        OvertimeRule(60, 0)
