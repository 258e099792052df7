"""Seats by lot: nobody beside a colleague of the same unit, as far as the room allows.

The method of the draw: seats in serpentine order, each takes the first waiting person in ticket order with
no neighbour of the same unit; a seat that nobody fits starts the next try. After the last try fewer
neighbours are looked at: 8, then 4 (before, behind, beside), then 2 (beside). When that fails, too, each
seat takes the first waiting person with the fewest neighbours of the same unit, and what remains is listed.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import heapify, heappop, heappush

from exam.errors import InvalidInput
from exam.rules.draw import in_ticket_order
from exam.words import QT_TRANSLATE_NOOP

SIDES = ((0, -1), (0, 1))
CROSS = (*SIDES, (-1, 0), (1, 0))
AROUND = (*CROSS, (-1, -1), (-1, 1), (1, -1), (1, 1))
NEIGHBOURHOODS: tuple[tuple[int, tuple[tuple[int, int], ...]], ...] = ((8, AROUND), (4, CROSS), (2, SIDES))
MAX_TRIES = 300
FEWEST_TRIES = 10
PEOPLE_TRIED = 60_000
"""Tries times people of one neighbourhood: above 200 people fewer tries are made, never less than 10."""

Step = Callable[[int, int], None]


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A desk: room, row from the front and column from the left, both from 1."""

    room: str
    row: int
    column: int


@dataclass(frozen=True, slots=True)
class Seating:
    """Who sits where, how many neighbours were kept apart (8, 4, 2; 0 = as few together as found), at which try.

    ``remaining`` lists the pairs of the same unit that still sit beside, before or diagonal to each other.
    """

    seat_of: Mapping[str, Seat]
    neighbours: int
    tries: int
    remaining: tuple[tuple[str, str], ...]


def serpentine(rooms: Iterable[tuple[str, int, int]]) -> list[Seat]:
    """Seats of ``(room, rows, columns)`` in the order of filling: row by row, every other row backwards."""
    return [Seat(room, row, column) for room, rows, columns in rooms for row, column in room_order(rows, columns)]


def room_order(rows: int, columns: int, unusable: Collection[tuple[int, int]] = ()) -> list[tuple[int, int]]:
    """``(row, column)`` of one room in serpentine order, without the places that have no desk."""
    places: list[tuple[int, int]] = []
    for row in range(1, rows + 1):
        line = range(1, columns + 1) if row % 2 else range(columns, 0, -1)
        places.extend((row, column) for column in line if (row, column) not in unusable)
    return places


def seat_labels(rows: int, columns: int, unusable: Collection[tuple[int, int]] = ()) -> dict[tuple[int, int], str]:
    """The seat numbers of a room in the order of filling: ``01``, ``02`` ...; three digits from 100 desks on."""
    order = room_order(rows, columns, unusable)
    width = max(2, len(str(len(order))))
    return {place: f"{number:0{width}}" for number, place in enumerate(order, 1)}


def paper_version(row: int, column: int, versions: int) -> str:
    """Paper A or B in a checkerboard, A at the first desk; nothing with one version."""
    return "" if versions < 2 else "AB"[(row + column) % 2]


def tries_for(people: int) -> int:
    """How many tries each neighbourhood gets."""
    return max(FEWEST_TRIES, min(MAX_TRIES, PEOPLE_TRIED // max(1, people)))


def draw_seats(
    seed: str,
    unit_of: Mapping[str, str],
    seats: Sequence[Seat],
    max_tries: int | None = None,
    step: Step | None = None,
) -> Seating:
    """Seat everybody by the method above. ``max_tries`` None = :func:`tries_for`; ``step`` hears of each try."""
    if len(unit_of) > len(seats):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "There are {people} people and {seats} seats. Add a room or {missing} seats."
            ),
            people=len(unit_of), seats=len(seats), missing=len(unit_of) - len(seats),
        )  # fmt: skip
    used = list(seats[: len(unit_of)])
    tries = max_tries if max_tries is not None else tries_for(len(unit_of))
    for at, (neighbours, offsets) in enumerate(NEIGHBOURHOODS):
        for number in range(1, tries + 1):
            if step is not None:
                step(at * tries + number - 1, len(NEIGHBOURHOODS) * tries)
            found = _fill(in_ticket_order(f"{seed}|try{number}", unit_of), unit_of, used, offsets)
            if found is not None:
                return Seating(found, neighbours, number, clashes(found, unit_of))
    found = _fewest(in_ticket_order(f"{seed}|try1", unit_of), unit_of, used)
    return Seating(found, 0, 1, clashes(found, unit_of))


def clashes(seat_of: Mapping[str, Seat], unit_of: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """The pairs of one unit that sit beside, before or diagonal to each other, each once, sorted."""
    person_at = {(seat.room, seat.row, seat.column): person for person, seat in seat_of.items()}
    pairs: set[tuple[str, str]] = set()
    for (room, row, column), person in person_at.items():
        for down, right in AROUND:
            other = person_at.get((room, row + down, column + right))
            if other is not None and unit_of[other] == unit_of[person]:
                pairs.add((min(person, other), max(person, other)))
    return tuple(sorted(pairs))


class _Waiting:
    """People in ticket order, asked for the first one who is not of some units.

    Each unit is a queue; the heads lie in a heap by their place in the order, so a seat costs the few units
    that sit around it and not the whole list.
    """

    def __init__(self, order: Sequence[str], unit_of: Mapping[str, str]) -> None:
        self._queues: dict[str, list[tuple[int, str]]] = {}
        for place, person in enumerate(order):
            self._queues.setdefault(unit_of[person], []).append((place, person))
        for queue in self._queues.values():
            queue.reverse()
        self._heads = [(queue[-1][0], unit) for unit, queue in self._queues.items()]
        heapify(self._heads)

    def take(self, near: Collection[str | None]) -> tuple[str, str] | None:
        """The first person of none of the units ``near`` with their unit; None when everybody is of one."""
        passed: list[tuple[int, str]] = []
        found: tuple[str, str] | None = None
        while self._heads:
            head = heappop(self._heads)
            if head[1] in near:
                passed.append(head)
                continue
            found = (self._pop(head[1]), head[1])
            break
        for head in passed:
            heappush(self._heads, head)
        return found

    def take_fewest(self, near: Mapping[str | None, int]) -> tuple[str, str]:
        """The first person among those whose unit is least often ``near``."""
        place, unit = min(self._heads, key=lambda head: (near.get(head[1], 0), head[0]))
        self._heads.remove((place, unit))
        heapify(self._heads)
        return self._pop(unit), unit

    def _pop(self, unit: str) -> str:
        queue = self._queues[unit]
        person = queue.pop()[1]
        if queue:
            heappush(self._heads, (queue[-1][0], unit))
        return person


def _fill(
    order: Sequence[str], unit_of: Mapping[str, str], seats: Sequence[Seat], offsets: Sequence[tuple[int, int]]
) -> dict[str, Seat] | None:
    waiting = _Waiting(order, unit_of)
    taken: dict[tuple[str, int, int], str] = {}
    seat_of: dict[str, Seat] = {}
    for seat in seats:
        room, row, column = seat.room, seat.row, seat.column
        near = {taken.get((room, row + down, column + right)) for down, right in offsets}
        found = waiting.take(near)
        if found is None:
            return None
        person, taken[room, row, column] = found
        seat_of[person] = seat
    return seat_of


def _fewest(order: Sequence[str], unit_of: Mapping[str, str], seats: Sequence[Seat]) -> dict[str, Seat]:
    waiting = _Waiting(order, unit_of)
    taken: dict[tuple[str, int, int], str] = {}
    seat_of: dict[str, Seat] = {}
    for seat in seats:
        room, row, column = seat.room, seat.row, seat.column
        near: dict[str | None, int] = {}
        for down, right in AROUND:
            unit = taken.get((room, row + down, column + right))
            # Beside counts most: two people there see each other's paper.
            near[unit] = near.get(unit, 0) + (4 if down == 0 else 2 if right == 0 else 1)
        person, taken[room, row, column] = waiting.take_fewest(near)
        seat_of[person] = seat
    return seat_of
