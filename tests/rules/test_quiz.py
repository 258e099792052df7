"""The quiz ledger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.quiz import Event, QuizRule, Result, Round, points_of, tally

D = Decimal
RULE = QuizRule()


@pytest.mark.parametrize(
    ("round_", "result", "value", "points"),
    [
        (Round.REQUIRED, Result.RIGHT, None, 10),
        (Round.REQUIRED, Result.WRONG, None, 0),
        (Round.BUZZER, Result.RIGHT, None, 10),
        (Round.BUZZER, Result.WRONG, None, -10),
        (Round.BUZZER, Result.FOUL, None, -10),
        (Round.RISK, Result.RIGHT, D(30), 30),
        (Round.RISK, Result.WRONG, D(20), -20),
        (Round.OTHER, Result.POINTS, D(-5), -5),
    ],
)
def test_that_each_event_gives_its_points(round_, result, value, points):
    assert points_of(round_, result, RULE, value) == points


@pytest.mark.parametrize(
    ("round_", "result", "value"),
    [
        (Round.RISK, Result.RIGHT, D(15)),
        (Round.RISK, Result.RIGHT, None),
        (Round.RISK, Result.FOUL, D(10)),
        (Round.REQUIRED, Result.FOUL, None),
        (Round.BUZZER, Result.POINTS, D(1)),
        (Round.OTHER, Result.POINTS, None),
        (Round.OTHER, Result.RIGHT, None),
    ],
)
def test_that_an_event_that_does_not_exist_is_refused(round_, result, value):
    with pytest.raises(InvalidInput):
        points_of(round_, result, RULE, value)


def event(number: int, team: int, points: int, void: bool = False) -> Event:
    return Event(number, team, Round.BUZZER, Result.RIGHT, D(points), void=void)


def test_that_totals_start_at_the_base_and_may_go_below_zero():
    ledger = tally([event(1, 1, 10), event(2, 2, -10), event(3, 1, -120)], [1, 2, 3], RULE)
    assert ledger.totals == {1: D(-10), 2: D(90), 3: D(100)}
    assert [line.running for line in ledger.lines] == [D(110), D(90), D(-10)]


@given(st.lists(st.tuples(st.integers(1, 3), st.integers(-30, 30)), max_size=20), st.integers(0, 19))
def test_that_voiding_an_event_takes_exactly_its_points_away(rows, place):
    events = [event(number, team, points) for number, (team, points) in enumerate(rows, 1)]
    if place >= len(events):
        return
    voided = [*events]
    voided[place] = replace(events[place], void=True)
    before, after = tally(events, [1, 2, 3], RULE).totals, tally(voided, [1, 2, 3], RULE).totals
    struck = events[place]
    assert before[struck.team] - after[struck.team] == struck.points
    assert {team: total for team, total in before.items() if team != struck.team} == {
        team: total for team, total in after.items() if team != struck.team
    }
