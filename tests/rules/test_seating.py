from __future__ import annotations

from collections.abc import Mapping, Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from exam.rules import seating
from exam.rules.draw import in_ticket_order
from exam.rules.seating import AROUND, NEIGHBOURHOODS, Seat


def plainly(
    seed: str, unit_of: Mapping[str, str], seats: Sequence[Seat], tries: int
) -> tuple[dict[str, Seat], int, int] | None:
    """The method as it is written down, step by step."""
    for neighbours, offsets in NEIGHBOURHOODS:
        for number in range(1, tries + 1):
            waiting = in_ticket_order(f"{seed}|try{number}", unit_of)
            taken: dict[tuple[int, int], str] = {}
            seat_of: dict[str, Seat] = {}
            for seat in seats[: len(unit_of)]:
                near = {taken.get((seat.row + down, seat.column + right)) for down, right in offsets}
                fitting = next((person for person in waiting if unit_of[person] not in near), None)
                if fitting is None:
                    break
                waiting.remove(fitting)
                taken[seat.row, seat.column] = unit_of[fitting]
                seat_of[fitting] = seat
            if len(seat_of) == len(unit_of):
                return seat_of, neighbours, number
    return None


@settings(max_examples=60, deadline=None)
@given(st.lists(st.integers(1, 9), min_size=1, max_size=8), st.integers(1, 6), st.integers(0, 99))
def test_that_the_fast_way_seats_people_as_the_method_says(sizes: list[int], columns: int, salt: int) -> None:
    unit_of = {f"p{unit}-{who}": f"u{unit}" for unit, size in enumerate(sizes) for who in range(size)}
    seats = seating.serpentine([("1", -(-len(unit_of) // columns), columns)])
    found = seating.draw_seats(f"S{salt}", unit_of, seats, max_tries=4)
    wanted = plainly(f"S{salt}", unit_of, seats, 4)
    assert len(set(found.seat_of.values())) == len(unit_of)
    if wanted is None:
        assert found.neighbours == 0
    else:
        assert (dict(found.seat_of), found.neighbours, found.tries) == wanted
    if found.neighbours == 8:
        assert not found.remaining


def test_that_places_without_a_desk_take_no_number_and_nobody() -> None:
    labels = seating.seat_labels(2, 3, {(1, 2)})
    assert labels == {(1, 1): "01", (1, 3): "02", (2, 3): "03", (2, 2): "04", (2, 1): "05"}
    assert seating.seat_labels(10, 10)[10, 1] == "100"


def test_that_papers_change_from_desk_to_desk() -> None:
    for row in range(1, 5):
        for column in range(1, 5):
            own = seating.paper_version(row, column, 2)
            assert own != seating.paper_version(row, column + 1, 2)
            assert own != seating.paper_version(row + 1, column, 2)
    assert seating.paper_version(1, 1, 2) == "A"
    assert seating.paper_version(1, 1, 1) == ""


def test_that_what_cannot_be_kept_apart_is_spread_and_listed() -> None:
    unit_of = {f"a{n}": "A" for n in range(12)} | {f"b{n}": "B" for n in range(4)}
    found = seating.draw_seats("S", unit_of, seating.serpentine([("1", 4, 4)]))
    assert found.neighbours == 0
    assert found.remaining == seating.clashes(found.seat_of, unit_of)
    for one, other in found.remaining:
        first, second = found.seat_of[one], found.seat_of[other]
        assert (second.row - first.row, second.column - first.column) in AROUND
        assert unit_of[one] == unit_of[other]


def test_that_big_sittings_get_fewer_tries() -> None:
    assert [seating.tries_for(n) for n in (0, 200, 600, 20_000)] == [300, 300, 100, 10]
