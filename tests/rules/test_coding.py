"""Levels of coding: which codes are drawn, and who may draw them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.rules.coding import SAME_DRAWER, SAME_WITNESS, Hands, back_to_first, code_range, drawn_code, refusal
from exam.rules.nominations import open_numbers
from exam.rules.seals import check_digit

EARLIER = (Hands("王一", "孙监督"), Hands("李二", "孙监督"))


@given(st.integers(1, 20_000))
def test_that_there_are_many_more_codes_than_entrants_and_all_of_one_length(count):
    low, high = code_range(count)
    assert high - low + 1 >= 4 * count
    assert len(drawn_code(low)) == len(drawn_code(high)) == len(str(low)) + 1 >= 4


@given(st.integers(100, 9999), st.data())
def test_that_one_wrong_digit_or_a_swap_never_makes_another_code(body, data):
    code = drawn_code(body)
    at = data.draw(st.integers(0, len(code) - 1))
    digit = data.draw(st.sampled_from("0123456789"))
    typed = code[:at] + digit + code[at + 1 :]
    swapped = code[:at] + code[at : at + 2][::-1] + code[at + 2 :]
    for other in (typed, swapped):
        assert other == code or check_digit(other) != "0"


@pytest.mark.parametrize(
    ("drawer", "witness", "why", "who"),
    [
        ("赵三", "孙监督", "", ""),
        ("王一", "孙监督", SAME_DRAWER, "王一"),
        ("孙监督", "赵三", SAME_DRAWER, "孙监督"),
        ("赵三", "李二", SAME_WITNESS, "李二"),
        ("赵三", "钱四", "", ""),
    ],
)
def test_that_nobody_has_a_hand_in_two_levels_but_a_witness(drawer, witness, why, who):
    assert refusal(drawer, witness, EARLIER) == (why, who)


def test_that_a_code_leads_back_to_the_entry_code():
    second, third = {"4821": "A01", "7305": "A02"}, {"9112": "7305", "2006": "4821"}
    assert back_to_first("9112", [third, second]) == "A02"
    assert back_to_first("A02", [third, second]) == "A02"


def test_that_open_numbers_follow_the_nominations():
    assert open_numbers([7, 3, 12]) == {3: "01", 7: "02", 12: "03"}
    assert open_numbers(list(range(100)))[0] == "001"
