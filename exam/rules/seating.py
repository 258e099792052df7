"""Seats by lot: nobody beside a colleague of the same unit, as far as the room allows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exam.errors import InvalidInput
from exam.rules.draw import in_ticket_order
from exam.words import QT_TRANSLATE_NOOP

SIDES = ((0, -1), (0, 1))
CROSS = (*SIDES, (-1, 0), (1, 0))
AROUND = (*CROSS, (-1, -1), (-1, 1), (1, -1), (1, 1))
NEIGHBOURHOODS: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = ((8, AROUND), (4, CROSS), (2, SIDES))
MAX_TRIES = 300


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A desk: room, row from the front and column from the left, both from 1."""

    room: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where, how many neighbours were looked at (8, 4, 2; 0 = none), and at which try.

    ``remaining`` lists the pairs of the same unit that still sit beside, before or diagonal to each other.
    """

    seat_of: Mapping[str, Seat]
    neighbours: int
    tries: int
    remaining: tuple[tuple[str, str], ...]


def serpentine(rooms: Iterable[tuple[str, int, int]]) -> list[Seat]:
    """Seats of ``(room, rows, columns)`` in the order of filling: row by row, every other row backwards."""
    seats: list[Seat] = []
    for room, rows, columns in rooms:
        for row in range(1, rows + 1):
            line = range(1, columns + 1) if row % 2 else range(columns, 0, -1)
            seats.extend(Seat(room, row, column) for column in line)
    return seats


def draw_seats(
    seed: str, unit_of: Mapping[str, str], seats: Sequence[Seat], max_tries: int = MAX_TRIES
) -> Seating:
    """Seat everybody: each seat takes the first waiting person without a neighbour of the same unit.

    A seat that nobody fits starts the next try; after ``max_tries`` fewer neighbours are looked at.
    """
    if len(unit_of) > len(seats):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "There are {people} people and {seats} seats. Add a room or {missing} seats."
            ),
            people=len(unit_of), seats=len(seats), missing=len(unit_of) - len(seats),
        )
    used = list(seats[: len(unit_of)])
    for neighbours, offsets in NEIGHBOURHOODS:
        for number in range(1, max_tries + 1):
            found = _fill(in_ticket_order(f"{seed}|try{number}", unit_of), unit_of, used, offsets)
            if found is not None:
                return Seating(found, neighbours, number, _together(found, unit_of))
    order = in_ticket_order(f"{seed}|try1", unit_of)
    found = dict(zip(order, used, strict=True))
    return Seating(found, 0, 1, _together(found, unit_of))


def _fill(
    waiting: list[str], unit_of: Mapping[str, str], seats: Sequence[Seat], offsets: Iterable[tuple[int, int]]
) -> dict[str, Seat] | None:
    taken: dict[tuple[str, int, int], str] = {}
    seat_of: dict[str, Seat] = {}
    for seat in seats:
        near = {taken.get((seat.room, seat.row + down, seat.column + right)) for down, right in offsets}
        fitting = next((person for person in waiting if unit_of[person] not in near), None)
        if fitting is None:
            return None
        waiting.remove(fitting)
        taken[seat.room, seat.row, seat.column] = unit_of[fitting]
        seat_of[fitting] = seat
    return seat_of


def _together(seat_of: Mapping[str, Seat], unit_of: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    person_at = {seat: person for person, seat in seat_of.items()}
    pairs: set[tuple[str, str]] = set()
    for seat, person in person_at.items():
        for down, right in AROUND:
            other = person_at.get(Seat(seat.room, seat.row + down, seat.column + right))
            if other is not None and unit_of[other] == unit_of[person]:
                pairs.add((min(person, other), max(person, other)))
    return tuple(sorted(pairs))
