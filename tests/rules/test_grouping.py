"""Groups, orders and seats by lot: valid, uniform where promised, and honest where not."""

from __future__ import annotations

from collections import Counter
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exam.errors import UserError
from exam.rules import grouping, lots, seating
from exam.rules.seating import Seat


def units(*counts: int) -> dict[str, str]:
    return {f"{unit}-{member}": f"u{unit}" for unit, count in enumerate(counts) for member in range(count)}


def chi_square(found: Counter[object], cases: int) -> float:
    expected = sum(found.values()) / cases
    return sum((count - expected) ** 2 for count in found.values()) / expected + (cases - len(found)) * expected


def test_that_sizes_differ_by_one_and_larger_groups_come_first() -> None:
    assert grouping.group_sizes(11, 4) == [3, 3, 3, 2]


@pytest.mark.parametrize(("members", "groups"), [(3, 4), (3, 0), (0, 1)])
def test_that_impossible_numbers_of_groups_are_refused(members: int, groups: int) -> None:
    with pytest.raises(UserError):
        grouping.group_sizes(members, groups)


def test_that_the_pilot_chooses_unit_by_unit_for_9_units_of_4_in_4_groups() -> None:
    found = grouping.pilot(units(*[4] * 9), 4)
    assert (found.cut, found.by_unit, found.mode) == (0, 500, grouping.BY_UNIT)


def test_that_the_pilot_chooses_cut_for_40_units_of_2_in_8_groups() -> None:
    found = grouping.pilot(units(*[2] * 40), 8)
    assert found.cut > found.by_unit == 0
    assert found.mode == grouping.CUT


@settings(deadline=None)
@given(st.lists(st.integers(1, 5), min_size=2, max_size=7), st.integers(2, 4), st.sampled_from(["cut", "by_unit"]))
def test_that_every_allocation_is_valid_and_whole(counts: list[int], groups: int, mode: str) -> None:
    unit_of = units(*counts)
    groups = min(groups, len(unit_of))
    found = grouping.draw_groups("S", unit_of, groups, mode, 300) or grouping.construct("S", unit_of, groups)
    assert sorted(member for group in found.groups for member in group) == sorted(unit_of)
    assert [len(group) for group in found.groups] == grouping.group_sizes(len(unit_of), groups)
    assert grouping.is_valid(found.groups, unit_of)


@pytest.mark.parametrize("mode", ["cut", "by_unit"])
def test_that_every_valid_allocation_is_equally_likely(mode: str) -> None:
    # Three units of two in two groups: one of each unit in each group, 2 ** 3 allocations.
    unit_of = units(2, 2, 2)
    valid = [
        frozenset(group)
        for group in combinations(unit_of, 3)
        if len({unit_of[member] for member in group}) == 3
    ]
    found: Counter[object] = Counter()
    for number in range(2400):
        allocation = grouping.draw_groups(f"seed{number}", unit_of, 2, mode)
        assert allocation is not None
        found[frozenset(allocation.groups[0])] += 1
    assert set(found) == set(valid)
    assert chi_square(found, len(valid)) < 24.3  # 7 degrees of freedom, p = 0.001


def test_that_uneven_allocations_by_cut_are_uniform_too() -> None:
    unit_of = units(2, 1, 1, 1)
    valid = [
        frozenset(group)
        for group in combinations(unit_of, 3)
        if Counter(unit_of[member] for member in group)["u0"] == 1
    ]
    found: Counter[object] = Counter()
    for number in range(2400):
        allocation = grouping.draw_groups(f"seed{number}", unit_of, 2, "cut")
        assert allocation is not None
        found[frozenset(allocation.groups[0])] += 1
    assert set(found) == set(valid)
    assert chi_square(found, len(valid)) < 20.6  # 5 degrees of freedom, p = 0.001


def test_that_the_published_try_is_the_first_valid_one() -> None:
    unit_of = units(3, 3, 3)
    found = grouping.draw_groups("S", unit_of, 3, "cut")
    assert found is not None
    for number in range(1, found.tries):
        assert not grouping.is_valid(grouping.try_cut("S", unit_of, 3, number), unit_of)
    assert grouping.try_cut("S", unit_of, 3, found.tries) == found.groups


def test_that_a_constructed_allocation_says_that_it_is_not_uniform() -> None:
    unit_of = units(*[4] * 9)
    assert grouping.draw_groups("S", unit_of, 4, "cut", 50) is None
    found = grouping.construct("S", unit_of, 4, "u3")
    assert (found.uniform, found.tries, found.blocking_unit) == (False, 0, "u3")


def test_that_an_order_without_conditions_is_the_order_of_the_tickets() -> None:
    assert lots.draw_order("314159", ["A-1", "A-2", "B-2"]).members == ("B-2", "A-2", "A-1")


def test_that_no_neighbours_are_of_one_unit_where_that_is_asked() -> None:
    unit_of = units(3, 3, 2)
    found = lots.draw_order_apart("S", unit_of)
    assert found.tries >= 1
    assert all(unit_of[one] != unit_of[other] for one, other in pairwise(found.members))


def test_that_an_impossible_order_names_the_unit() -> None:
    with pytest.raises(UserError, match="u0"):
        lots.draw_order_apart("S", units(4, 2))


def test_that_seats_are_filled_in_serpentine_order() -> None:
    seats = seating.serpentine([("1", 2, 3)])
    assert [(seat.row, seat.column) for seat in seats] == [(1, 1), (1, 2), (1, 3), (2, 3), (2, 2), (2, 1)]


def test_that_nobody_sits_beside_a_colleague_where_the_room_allows() -> None:
    found = seating.draw_seats("S", units(*[3] * 10), seating.serpentine([("1", 5, 6)]))
    assert (found.neighbours, found.remaining) == (8, ())
    assert len(set(found.seat_of.values())) == 30


def test_that_the_rule_is_relaxed_step_by_step_and_the_rest_is_named() -> None:
    found = seating.draw_seats("S", units(9, 1), seating.serpentine([("1", 2, 5)]), max_tries=20)
    assert found.neighbours < 8
    assert found.remaining


def test_that_too_few_seats_are_refused_with_the_number_missing() -> None:
    with pytest.raises(UserError, match="2 seats"):
        seating.draw_seats("S", units(3, 3), [Seat("1", 1, column) for column in range(1, 5)])
