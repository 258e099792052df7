"""The tickets are those that others published, and the draw keeps its promises."""

from __future__ import annotations

import random
from hashlib import sha256

import pytest
from consistent_sampler import sampler
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import UserError
from exam.rules import draw
from exam.rules.draw import Quota

ODD_IDS = st.text("0123456789ABCabcXyz._-", min_size=1, max_size=32)


def test_that_published_tickets_come_out_to_the_last_digit() -> None:
    assert (
        draw.ticket("01382438112797316654", "AB-130")
        == "0.26299714122838008416507544297546663599715395525154425586041245287750224561854"
    )


def test_that_the_published_order_of_seed_314159_comes_out() -> None:
    found = draw.tickets("314159", ["A-1", "A-2", "A-3", "B-1", "B-2", "B-3"])
    assert [(who, number[:11]) for number, who in found] == [
        ("B-2", "0.410310858"), ("B-3", "0.470960291"), ("A-3", "0.471438751"), ("A-2", "0.567089805"),
        ("B-1", "0.978171567"), ("A-1", "0.982851572"),
    ]


def test_that_the_published_sample_of_seed_41_comes_out() -> None:
    first = draw.in_ticket_order("41", map(str, range(100)))[:11]
    assert first == ["73", "51", "17", "58", "38", "42", "39", "20", "11", "67", "78"]


@given(ODD_IDS, st.text("0123456789|-abc", min_size=1, max_size=80))
def test_that_a_ticket_follows_the_written_definition(staff_number: str, seed: str) -> None:
    seed_hash = sha256(seed.encode()).hexdigest()
    digits = str(int(sha256((seed_hash + staff_number).encode()).hexdigest(), 16)).rjust(64, "0")
    assert draw.ticket(seed, staff_number) == "0." + digits[::-1]


@pytest.mark.parametrize("case", range(4))
def test_that_random_rosters_of_24_strata_agree_with_the_published_sampler(case: int) -> None:
    chance = random.Random(case)
    strata = {
        f"U{number:02d}": ["".join(chance.choices("0123456789ABab._-", k=chance.randint(1, 32))) for _ in range(
            chance.randint(0, 300))]
        for number in range(24)
    }
    strata = {code: sorted(set(ids)) for code, ids in strata.items()}
    plan = [Quota(code, chance.randint(0, 40), chance.randint(0, 9)) for code in strata]
    seed = draw.seed_of("T-exam", "f" * 64, "".join(chance.choices("0123456789", k=20)))
    for outcome in draw.draw(seed, strata, plan):
        ids = strata[outcome.quota.stratum]
        theirs = [(found[0], found[1]) for found in sampler(ids, seed, digits=99)] if ids else []
        wanted = outcome.quota.places + outcome.quota.alternates
        assert [(pick.ticket, pick.staff_number) for pick in outcome.picks] == theirs[:wanted]
        assert len(outcome.drawn) == min(outcome.quota.places, len(ids))
        assert outcome.shortfall == max(0, outcome.quota.places - len(ids))


@given(st.lists(ODD_IDS, unique=True, max_size=60), st.integers(0, 20), st.integers(0, 20), st.randoms())
def test_that_the_order_of_the_roster_does_not_matter(
    ids: list[str], places: int, alternates: int, chance: random.Random
) -> None:
    quota = Quota("U", places, alternates)
    mixed = ids[:]
    chance.shuffle(mixed)
    assert draw.draw_stratum("7", quota, ids) == draw.draw_stratum("7", quota, mixed)


@given(st.lists(ODD_IDS, unique=True, min_size=2, max_size=40))
def test_that_leaving_one_person_out_moves_nobody_else(ids: list[str]) -> None:
    whole = draw.in_ticket_order("9", ids)
    assert draw.in_ticket_order("9", ids[1:]) == [who for who in whole if who != ids[0]]


def test_that_positions_count_apart_for_drawn_people_and_alternates() -> None:
    outcome = draw.draw_stratum("5", Quota("U", 2, 2), list("abcde"))
    assert [(pick.kind, pick.position) for pick in outcome.picks] == [("D", 1), ("D", 2), ("A", 1), ("A", 2)]


def test_that_a_stratum_without_people_keeps_its_shortfall() -> None:
    (outcome,) = draw.draw("5", {}, [Quota("U", 3, 1)])
    assert (outcome.eligible, outcome.shortfall, outcome.picks) == (0, 3, ())


def test_that_the_next_unused_alternate_steps_up() -> None:
    outcome = draw.draw_stratum("5", Quota("U", 1, 2), list("abc"))
    first, second = outcome.alternates
    assert draw.next_alternate(outcome.alternates, []) == first
    assert draw.next_alternate(outcome.alternates, [first.staff_number]) == second
    assert draw.next_alternate(outcome.alternates, [first.staff_number, second.staff_number]) is None


def test_that_a_shown_ticket_has_18_digits_and_is_not_rounded() -> None:
    assert draw.shown("0." + "9" * 70) == "0." + "9" * 18


@pytest.mark.parametrize(
    ("typed", "digits"),
    [
        ("01382438112797316654", "01382438112797316654"),
        (" 0138 2438 1127\t9731\n6654 ", "01382438112797316654"),
        ("０１３８２４３８１１２７９７３１６６５４", "01382438112797316654"),
        ("0138　2438　1127　9731　6654", "01382438112797316654"),
        ("0" * 40, "0" * 40),
    ],
)
def test_that_dice_are_taken_as_typed_without_blanks(typed: str, digits: str) -> None:
    assert draw.clean_dice(typed) == digits


@pytest.mark.parametrize("typed", ["", "1" * 19, "1" * 41, "1" * 19 + "x", "1" * 19 + "²", "1" * 10 + "-" + "1" * 10,
                                   "一二三四五六七八九〇" * 2, "١" * 20])
def test_that_anything_but_20_to_40_digits_is_refused(typed: str) -> None:
    with pytest.raises(UserError):
        draw.clean_dice(typed)
