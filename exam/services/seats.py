"""Who sits where: the rooms of a sitting with their people, and neighbours of one unit that remain."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, select

from exam.access import Right, require
from exam.rules import seating
from exam.rules.marks import Attendance
from exam.rules.seating import Seat
from exam.services.rooms import RoomRow, find_room, list_rooms, room_row
from exam.services.sittings import SittingRow, find_sitting, get_sitting
from exam.unit_of_work import UnitOfWork
from models.people import Staff, Unit
from models.sittings import Candidate


@dataclass(frozen=True, slots=True)
class SeatRow:
    """A candidate with the seat; ``room_id`` None = no seat yet. There is no sealed number here, ever."""

    candidate_id: int
    version: int
    ticket_number: str
    staff_number: str
    name: str
    unit_id: int
    unit_code: str
    unit: str
    room_id: int | None
    row: int | None
    column: int | None
    seat: str
    paper: str
    attendance: Attendance | None


@dataclass(frozen=True, slots=True)
class Clash:
    """Two people of one unit who sit beside, before or diagonal to each other."""

    room_id: int
    room: str
    unit: str
    one: str
    one_seat: str
    other: str
    other_seat: str


@dataclass(frozen=True, slots=True)
class SeatingSheet:
    """A sitting with its rooms. ``unseated`` have no seat; ``neighbours`` None = not drawn by lot.

    ``neighbours`` is what the draw kept apart: 8, 4 or 2 neighbours, 0 = as few together as it found.
    """

    sitting: SittingRow
    rooms: tuple[RoomRow, ...]
    unseated: int
    clashes: tuple[Clash, ...]
    neighbours: int | None
    tries: int | None
    seed: str

    @property
    def seats(self) -> int:
        """How many can sit in all rooms together."""
        return sum(room.seats for room in self.rooms)


@dataclass(frozen=True, slots=True)
class RoomPlan:
    """One room with everybody in it."""

    room: RoomRow
    people: tuple[SeatRow, ...]


# Reading


def get_seating(uow: UnitOfWork, *, sitting_id: int) -> SeatingSheet:
    """Rooms, people without a seat, and the neighbours of one unit that remain."""
    _may_look(uow)
    sitting = find_sitting(uow, sitting_id)
    rooms = list_rooms(uow, sitting_id=sitting_id)
    unseated = uow.session.scalar(
        select(func.count(Candidate.id)).where(Candidate.sitting_id == sitting_id, Candidate.room_id.is_(None))
    )
    return SeatingSheet(
        get_sitting(uow, sitting_id=sitting_id), rooms, unseated or 0, _clashes(uow, sitting_id, rooms),
        sitting.seats_neighbours, sitting.seats_tries, sitting.seats_seed,
    )  # fmt: skip


def get_room_plan(uow: UnitOfWork, *, room_id: int) -> RoomPlan:
    """One room with the people at their desks, in the order of the seats."""
    _may_look(uow)
    room = find_room(uow, room_id)
    people = seat_rows(uow, seated_people().where(Candidate.room_id == room_id).order_by(Candidate.seat))
    return RoomPlan(room_row(room, len(people)), people)


def list_unseated(uow: UnitOfWork, *, sitting_id: int) -> tuple[SeatRow, ...]:
    """Who has no seat yet, in the order of ticket numbers."""
    _may_look(uow)
    query = seated_people().where(Candidate.sitting_id == sitting_id, Candidate.room_id.is_(None))
    return seat_rows(uow, query.order_by(Candidate.ticket_number))


def list_free_seats(uow: UnitOfWork, *, room_id: int) -> tuple[tuple[int, int, str], ...]:
    """Desks of a room where nobody sits: row, column and seat number, in the order of the numbers."""
    _may_look(uow)
    row = room_row(find_room(uow, room_id), 0)
    taken = _taken(uow, room_id)
    labels = seating.seat_labels(row.rows, row.columns, row.unusable)
    return tuple((*place, label) for place, label in labels.items() if place not in taken)


# Inside


def _may_look(uow: UnitOfWork) -> None:
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.SIGN_IN_CANDIDATES)


def _taken(uow: UnitOfWork, room_id: int) -> set[tuple[int, int]]:
    query = select(Candidate.seat_row, Candidate.seat_column).where(Candidate.room_id == room_id)
    return {(row or 0, column or 0) for row, column in uow.session.execute(query)}


def _clashes(uow: UnitOfWork, sitting_id: int, rooms: Iterable[RoomRow]) -> tuple[Clash, ...]:
    seats: dict[str, Seat] = {}
    unit_of: dict[str, str] = {}
    labels: dict[str, str] = {}
    columns = (Candidate.ticket_number, Candidate.unit_id, Candidate.room_id, Candidate.seat_row, Candidate.seat_column)
    seated = select(*columns, Candidate.seat).where(
        Candidate.sitting_id == sitting_id, Candidate.room_id.is_not(None)
    )
    for ticket, unit_id, room_id, row, column, label in uow.session.execute(seated):
        seats[ticket] = Seat(str(room_id), row or 0, column or 0)
        unit_of[ticket], labels[ticket] = str(unit_id), label
    pairs = seating.clashes(seats, unit_of)
    if not pairs:
        return ()
    units = {str(unit_id): name for unit_id, name in uow.session.execute(select(Unit.id, Unit.name))}
    order = {str(room.id): at for at, room in enumerate(rooms)}
    names = {str(room.id): room.name for room in rooms}
    found = [
        Clash(
            int(seats[one].room), names[seats[one].room], units[unit_of[one]], one, labels[one], other, labels[other]
        )
        for one, other in pairs
    ]
    return tuple(sorted(found, key=lambda clash: (order[str(clash.room_id)], clash.one_seat, clash.other_seat)))


def seated_people() -> Select[*tuple[Any, ...]]:
    """Candidates with seat and unit; add who is wanted."""
    return (
        select(
            Candidate.id, Candidate.version, Candidate.ticket_number, Staff.staff_number, Staff.name,
            Candidate.unit_id, Unit.code, Unit.name, Candidate.room_id, Candidate.seat_row, Candidate.seat_column,
            Candidate.seat, Candidate.paper, Candidate.attendance,
        )
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Unit, Unit.id == Candidate.unit_id)
    )  # fmt: skip


def seat_rows(uow: UnitOfWork, query: Select[*tuple[Any, ...]]) -> tuple[SeatRow, ...]:
    """The rows of a query of :func:`seated_people`, for services."""
    return tuple(
        SeatRow(
            line[0], line[1], line[2], line[3], line[4], line[5], line[6], line[7], line[8], line[9], line[10],
            line[11], line[12], Attendance(line[13]) if line[13] else None,
        )
        for line in uow.session.execute(query)
    )  # fmt: skip
