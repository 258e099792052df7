"""The quiz ledger."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput, RuleBroken
from exam.rules.quiz import (
    Event,
    QuizRule,
    Result,
    Round,
    check_event,
    next_question,
    points_of,
    quiz_rule,
    tally,
)
from exam.rules.settings import Rules, parse

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
        (Round.EXTRA, Result.RIGHT, None, 10),
        (Round.EXTRA, Result.WRONG, None, -10),
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
        (Round.EXTRA, Result.FOUL, None),
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


def answered(round_: Round, team: int, question: str, result: Result = Result.RIGHT, void: bool = False) -> Event:
    return Event(1, team, round_, result, D(10), question, void)


def test_that_an_early_press_voids_the_question_for_everybody():
    events = [answered(Round.BUZZER, 1, "5", Result.FOUL)]
    for team in (1, 2):
        with pytest.raises(RuleBroken, match="void"):
            check_event(events, team, Round.BUZZER, "5")
    check_event(events, 2, Round.BUZZER, "6")
    check_event(events, 2, Round.REQUIRED, "5")
    check_event([answered(Round.BUZZER, 1, "5", Result.FOUL, void=True)], 2, Round.BUZZER, "5")


@pytest.mark.parametrize(("round_", "others_may"), [(Round.REQUIRED, True), (Round.EXTRA, True), (Round.BUZZER, False),
                                                    (Round.RISK, False)])  # fmt: skip
def test_that_nobody_answers_a_question_twice(round_, others_may):
    events = [answered(round_, 1, "3")]
    with pytest.raises(RuleBroken):
        check_event(events, 1, round_, "3")
    if others_may:
        check_event(events, 2, round_, "3")
    else:
        with pytest.raises(RuleBroken):
            check_event(events, 2, round_, "3")


def test_that_questions_are_numbered_round_by_round():
    events = [answered(Round.BUZZER, 1, "9"), answered(Round.BUZZER, 1, "10", void=True), answered(Round.RISK, 1, "A")]
    assert [next_question(events, one) for one in (Round.BUZZER, Round.RISK)] == ["11", "1"]


def test_that_extra_questions_part_tied_teams_and_leave_the_totals():
    before = tally([event(1, 3, 20)], [1, 2, 3], RULE)
    assert (before.places(), before.tied()) == ({3: 1, 1: 2, 2: 2}, {1, 2})
    extra = Event(2, 2, Round.EXTRA, Result.RIGHT, D(10), "1")
    after = tally([event(1, 3, 20), extra], [1, 2, 3], RULE)
    assert (after.totals, after.places(), after.tied()) == (before.totals, {3: 1, 2: 2, 1: 3}, frozenset())
    assert after.lines[1].running == D(10)


def test_that_the_points_are_rules_of_the_competition_with_the_defaults_of_the_scheme():
    assert quiz_rule(Rules()) == QuizRule()
    own = quiz_rule(Rules(quiz_base=D(50), quiz_buzzer_right=D(20), quiz_foul=D(5), quiz_stakes="5,15.5"))
    assert tally([], [1], own).totals == {1: D(50)}
    assert points_of(Round.BUZZER, Result.RIGHT, own) == D(20)
    assert points_of(Round.BUZZER, Result.FOUL, own) == D(-5)
    assert points_of(Round.RISK, Result.WRONG, own, D("15.5")) == D("-15.5")
    with pytest.raises(InvalidInput):
        points_of(Round.RISK, Result.RIGHT, own, D(10))


@pytest.mark.parametrize(("typed", "stored"), [("30, 10，20", "10,20,30"), ("5", "5"), ("10,10.50", "10,10.50")])
def test_that_stakes_are_typed_as_a_list(typed, stored):
    assert parse("quiz_stakes", typed) == stored


@pytest.mark.parametrize("typed", ["", "ten", "10,,20", "-10", "0", "1,2,3,4,5,6,7", "1e9", "NaN"])
def test_that_what_is_no_list_of_stakes_is_refused(typed):
    with pytest.raises(InvalidInput):
        parse("quiz_stakes", typed)
