"""Who may be nominated, and the codes."""

from __future__ import annotations

import pytest

from exam.rules import nominations
from exam.rules.nominations import NominationRule, Placed, entrant_codes, group_letter, refusal, team_state

SIZES = [(0, "none"), (1, "few"), (2, "few"), (3, "full"), (4, "full"), (5, "many")]


@pytest.mark.parametrize(("count", "state"), SIZES)
def test_that_the_size_of_a_team_is_judged_by_the_rule(count, state):
    assert team_state(count, NominationRule()) == state


def test_that_only_active_and_certified_people_are_nominated():
    rule = NominationRule()
    assert refusal(rule, active=True, certified=True) == ""
    assert refusal(rule, active=True, certified=False) == nominations.NOT_CERTIFIED
    assert refusal(NominationRule(certified=False), active=True, certified=False) == ""
    assert refusal(rule, active=False, certified=True) == nominations.NOT_ACTIVE


def test_that_codes_follow_group_and_order_and_are_unique():
    placed = [
        Placed(1, 1, 2, "003"), Placed(2, 1, 1, "009"), Placed(3, 2, None, "007"), Placed(4, 2, None, "001"),
        Placed(5, None, None, "005"),
    ]  # fmt: skip
    assert entrant_codes(placed) == {1: "A02", 2: "A01", 3: "B02", 4: "B01", 5: "E01"}


def test_that_group_letters_go_on_after_z():
    assert [group_letter(number) for number in (None, 1, 26, 27, 52, 53)] == ["", "A", "Z", "AA", "AZ", "BA"]
