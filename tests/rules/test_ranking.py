"""Places 1, 2, 2, 4; tie keys in order; cuts that never split a tie."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from exam.rules.ranking import competition_ranks, passing, rank

marks = st.integers(0, 40).map(lambda n: Decimal(n) / 4)


def test_that_equal_keys_share_a_place_and_the_next_is_skipped() -> None:
    assert competition_ranks([(Decimal(9),), (Decimal(8),), (Decimal("8.00"),), (Decimal(7),)]) == [1, 2, 2, 4]


def test_that_nobody_gives_no_places() -> None:
    assert competition_ranks([]) == []


def test_that_the_input_keeps_its_order() -> None:
    assert competition_ranks([(1,), (3,), (2,)]) == [3, 1, 2]


def test_that_the_key_that_decided_is_named() -> None:
    totals = [Decimal(90), Decimal(90), Decimal(80)]
    ties = [[Decimal(88), Decimal(70)], [Decimal(89), Decimal(60)], [Decimal(1), Decimal(1)]]
    places = rank(totals, ties)
    assert [one.place for one in places] == [2, 1, 3]
    assert [one.decided_by for one in places] == [0, 0, None]


def test_that_the_second_key_decides_when_the_first_is_equal() -> None:
    places = rank([Decimal(90)] * 2, [[Decimal(88), Decimal(70)], [Decimal(88), Decimal(71)]])
    assert [(one.place, one.decided_by) for one in places] == [(2, 1), (1, 1)]


def test_that_people_equal_in_every_key_share_the_place() -> None:
    places = rank([Decimal(90)] * 3, [[Decimal(1)], [Decimal(1)], [Decimal(2)]])
    assert [one.place for one in places] == [2, 2, 1]
    assert [one.shared for one in places] == [True, True, False]
    assert [one.decided_by for one in places] == [0, 0, 0]


def test_that_a_missing_tie_value_stands_last() -> None:
    assert [one.place for one in rank([Decimal(5)] * 2, [[None], [Decimal(-3)]])] == [2, 1]


def test_that_tied_people_at_the_cut_pass_together() -> None:
    assert passing([1, 2, 2, 4, None], 2) == [True, True, True, False, False]


@given(st.lists(marks, max_size=30))
def test_that_a_place_is_one_more_than_the_number_of_better_ones(totals: list[Decimal]) -> None:
    places = competition_ranks([(total,) for total in totals])
    assert places == [1 + sum(other > total for other in totals) for total in totals]


def placed(rows: list[tuple[Decimal, ...]]) -> list[tuple[tuple[Decimal, ...], int, int | None]]:
    ranked = rank([row[0] for row in rows], [row[1:] for row in rows])
    return [(row, one.place, one.decided_by) for row, one in zip(rows, ranked, strict=True)]


@given(st.lists(st.tuples(marks, marks, marks), min_size=1, max_size=20), st.randoms(use_true_random=False))
def test_that_the_order_of_the_entrants_never_matters(rows: list[tuple[Decimal, ...]], random: Random) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)
    assert sorted(placed(rows), key=str) == sorted(placed(shuffled), key=str)


@given(st.lists(st.tuples(marks, marks), min_size=2, max_size=20), st.integers(1, 20))
def test_that_whoever_passes_a_cut_is_never_equal_to_whoever_fails(
    rows: list[tuple[Decimal, Decimal]], count: int
) -> None:
    places = [one.place for one in rank([row[0] for row in rows], [row[1:] for row in rows])]
    passed = passing(places, count)
    inside = {row for row, good in zip(rows, passed, strict=True) if good}
    outside = {row for row, good in zip(rows, passed, strict=True) if not good}
    assert not inside & outside
    assert len(outside) == 0 or sum(passed) >= count
