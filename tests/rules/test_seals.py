from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules import seals

bodies = st.integers(seals.LOWEST, seals.HIGHEST)


def test_that_the_check_digit_is_the_one_of_the_published_example() -> None:
    # H. M. Damm's method, the example of the literature: 572 has the check digit 4.
    assert seals.check_digit("572") == "4"
    assert seals.check_digit("5724") == "0"


@given(bodies)
def test_that_every_wrong_digit_is_caught(body: int) -> None:
    number = seals.sealed_number(body)
    assert seals.holds(number)
    for place, right in enumerate(number):
        for wrong in set("0123456789") - {right}:
            assert not seals.holds(number[:place] + wrong + number[place + 1 :])


@given(bodies)
def test_that_every_swap_of_neighbours_is_caught(body: int) -> None:
    number = seals.sealed_number(body)
    for place in range(len(number) - 1):
        one, two = number[place : place + 2]
        if one != two:
            assert not seals.holds(number[:place] + two + one + number[place + 2 :])


def test_that_numbers_are_read_as_people_type_and_scan_them() -> None:
    number = seals.sealed_number(123456)
    assert seals.read_sealed_number(f" {number[:3]} {number[3:]}\n") == number
    wide = "".join(chr(ord(digit) + 0xFEE0) for digit in number)
    assert seals.read_sealed_number(wide) == number


@pytest.mark.parametrize("typed", ["", "123", "12345678", "20260001x", "١٢٣٤٥٦٧"])
def test_that_what_is_no_sealed_number_is_refused(typed: str) -> None:
    with pytest.raises(InvalidInput, match="is no sealed number"):
        seals.read_sealed_number(typed)


def test_that_a_slip_is_told_apart_from_a_wrong_length() -> None:
    number = seals.sealed_number(654321)
    slipped = number[:-1] + str((int(number[-1]) + 1) % 10)
    with pytest.raises(InvalidInput, match="check digit"):
        seals.read_sealed_number(slipped)


def test_that_the_code_binds_the_list_whatever_its_order() -> None:
    pairs = [("1234560", "20260001"), ("6543217", "20260002")]
    assert seals.seal_code("salt", pairs) == seals.seal_code("salt", reversed(pairs))
    assert seals.seal_code("salt", pairs) != seals.seal_code("other", pairs)
    swapped = [("1234560", "20260002"), ("6543217", "20260001")]
    assert seals.seal_code("salt", pairs) != seals.seal_code("salt", swapped)
