"""Seating a sitting: by lot under the dice of the exam draw, newcomers after it, single people by hand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules import seating
from exam.rules.draw import in_ticket_order, seed_of
from exam.rules.seating import AROUND, Seat
from exam.services.competition import check_version
from exam.services.rooms import find_room, room_row, seat_values, write_seats
from exam.services.seats import SeatingSheet, SeatRow, get_seating, seat_rows, seated_people
from exam.services.sittings import open_sitting, require_unsealed
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.draws import Draw
from models.people import Staff
from models.sittings import Candidate, Room, Sitting

Desk = tuple[int, int, int]
"""Room, row and column."""


def seats_seed(uow: UnitOfWork, sitting: Sitting) -> str:
    """The public seed of the seat draw: freeze and dice of the exam draw under the label ``-seats``."""
    draw = uow.session.get(Draw, sitting.draw_id) if sitting.draw_id is not None else None
    if draw is None or not draw.freeze_code or not draw.dice:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The seats are drawn with the dice of the random draw, but this sitting comes from none."
            )
        )
    return seed_of(f"{draw.label.removesuffix('-exam')}-seats", draw.freeze_code, draw.dice)


def draw_seats(
    uow: UnitOfWork, *, sitting_id: int, seen_version: int, progress: Progress = SILENT
) -> SeatingSheet:
    """Seat everybody by lot; seats given before are replaced. Not once somebody signed in.

    Raises :class:`InvalidInput` when there are too few desks.
    """
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    check_version(sitting.version, seen_version)
    rooms = _stored_rooms(uow, sitting_id)
    if not rooms:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "There is no room yet. Add the rooms with their desks first."))
    arrived = select(Candidate.id).where(Candidate.sitting_id == sitting_id, Candidate.arrived_at.is_not(None))
    if uow.session.scalar(arrived.limit(1)) is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "Candidates have signed in and sit already. Move single people by hand instead of drawing."
            )
        )
    people = uow.session.execute(
        select(Candidate.id, Staff.staff_number, Candidate.unit_id)
        .join(Staff, Staff.id == Candidate.staff_id)
        .where(Candidate.sitting_id == sitting_id)
    ).all()
    seed = seats_seed(uow, sitting)
    unit_of = {row.staff_number: str(row.unit_id) for row in people}
    desks = [Seat(str(room.id), *place) for room in rooms for place in _order(room)]
    found = seating.draw_seats(seed, unit_of, desks, step=progress.step)
    by_id = {str(room.id): room for room in rooms}
    labels = {key: _labels(room) for key, room in by_id.items()}
    values: list[dict[str, Any]] = []
    for row in people:
        seat = found.seat_of[row.staff_number]
        place = (seat.row, seat.column)
        values.append(seat_values(row.id, by_id[seat.room], labels[seat.room], place, sitting.paper_versions))
    write_seats(uow, values)
    sitting.seats_seed, sitting.seats_tries, sitting.seats_neighbours = seed, found.tries, found.neighbours
    uow.session.flush()
    uow.record(
        journal.SEATS_DRAWN, sitting.name, seed=seed, candidates=len(people), tries=found.tries,
        neighbours=found.neighbours, clashes=len(found.remaining),
        rooms=[f"{room.name} {room.rows}x{room.columns}" for room in rooms],
    )  # fmt: skip
    return get_seating(uow, sitting_id=sitting_id)


def seat_rest(uow: UnitOfWork, *, sitting_id: int) -> int:
    """Seat those who have no seat, in ticket order, each at the free desk with the fewest colleagues around.

    Who sits already stays; how many were seated. Raises :class:`InvalidInput` when there are too few desks.
    """
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    rest = {
        number: (candidate_id, unit_id)
        for candidate_id, number, unit_id in uow.session.execute(
            select(Candidate.id, Staff.staff_number, Candidate.unit_id)
            .join(Staff, Staff.id == Candidate.staff_id)
            .where(Candidate.sitting_id == sitting_id, Candidate.room_id.is_(None))
        )
    }
    if not rest:
        return 0
    rooms = {room.id: room for room in _stored_rooms(uow, sitting_id)}
    taken: dict[Desk, int] = {
        (room_id or 0, row or 0, column or 0): unit_id
        for room_id, row, column, unit_id in uow.session.execute(
            select(Candidate.room_id, Candidate.seat_row, Candidate.seat_column, Candidate.unit_id).where(
                Candidate.sitting_id == sitting_id, Candidate.room_id.is_not(None)
            )
        )
    }
    free = [(room.id, *place) for room in rooms.values() for place in _order(room)]
    free = [place for place in free if place not in taken]
    if len(free) < len(rest):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "There are {people} people and {seats} seats. Add a room or {missing} seats."),
            people=len(rest), seats=len(free), missing=len(rest) - len(free),
        )  # fmt: skip
    labels = {room.id: _labels(room) for room in rooms.values()}
    values: list[dict[str, Any]] = []
    for number in in_ticket_order(seats_seed(uow, sitting), rest):
        candidate_id, unit_id = rest[number]
        place = _best(free, taken, unit_id)
        free.remove(place)
        taken[place] = unit_id
        room = rooms[place[0]]
        values.append(seat_values(candidate_id, room, labels[room.id], place[1:], sitting.paper_versions))
    write_seats(uow, values)
    uow.record(journal.SEATS_DRAWN, sitting.name, added=sorted(rest))
    return len(rest)


def move_candidate(
    uow: UnitOfWork, *, candidate_id: int, seen_version: int, room_id: int, row: int, column: int, reason: str = ""
) -> SeatRow:
    """Put a candidate at another desk; whoever sits there takes the old one. One journal entry."""
    require(uow, Right.MANAGE_WRITTEN)
    candidate = uow.session.get(Candidate, candidate_id, with_for_update=True)
    if candidate is None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "This candidate is no longer in the sitting. Press F5 to see the present state.")
        )
    sitting = _open(uow, candidate.sitting_id)
    check_version(candidate.version, seen_version)
    room = find_room(uow, room_id)
    if room.sitting_id != sitting.id or (row, column) not in _order(room):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "There is no desk at this place. Choose another seat."))
    if (candidate.room_id, candidate.seat_row, candidate.seat_column) == (room_id, row, column):
        return _one(uow, candidate_id)
    there = uow.session.scalar(
        select(Candidate)
        .where(Candidate.room_id == room_id, Candidate.seat_row == row, Candidate.seat_column == column)
        .with_for_update()
    )
    old = _told(candidate)
    details: dict[str, Any] = {}
    values = [seat_values(candidate.id, room, _labels(room), (row, column), sitting.paper_versions)]
    ticket = candidate.ticket_number
    if there is not None:
        details["swapped"] = there.ticket_number
        if candidate.room_id is None:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("exam", "Somebody sits there already. Choose a free seat."),
            )
        before = find_room(uow, candidate.room_id)
        place = (candidate.seat_row or 0, candidate.seat_column or 0)
        values.append(seat_values(there.id, before, _labels(before), place, sitting.paper_versions))
    write_seats(uow, values)
    row_now = _one(uow, candidate_id)
    if reason.strip():
        details["reason"] = reason.strip()
    uow.record(journal.SEAT_MOVED, ticket, old=old, new=f"{room.name} {row_now.seat}", **details)
    return row_now


def clear_seats(uow: UnitOfWork, *, sitting_id: int) -> int:
    """Take everybody's seat away, to begin anew; how many had one. Not once somebody signed in."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    seated = select(func.count(Candidate.id)).where(
        Candidate.sitting_id == sitting_id, Candidate.room_id.is_not(None)
    )
    count = uow.session.scalar(seated) or 0
    if not count:
        return 0
    if uow.session.scalar(seated.where(Candidate.arrived_at.is_not(None))):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Candidates have signed in and sit already, so the seats stay."))
    uow.session.execute(
        update(Candidate)
        .where(Candidate.sitting_id == sitting_id)
        .values(
            room_id=None, seat_row=None, seat_column=None, room="", seat="", paper="", version=Candidate.version + 1
        )
        .execution_options(synchronize_session=False)
    )
    sitting.seats_seed, sitting.seats_tries, sitting.seats_neighbours = "", None, None
    uow.session.flush()
    uow.session.expire_all()
    uow.record(journal.SEAT_MOVED, sitting.name, removed=count)
    return count


# Inside


def _open(uow: UnitOfWork, sitting_id: int) -> Sitting:
    sitting = open_sitting(uow, sitting_id, alone=True)
    require_unsealed(sitting)
    return sitting


def _stored_rooms(uow: UnitOfWork, sitting_id: int) -> list[Room]:
    return list(
        uow.session.scalars(select(Room).where(Room.sitting_id == sitting_id).order_by(Room.position, Room.id))
    )


def _order(room: Room) -> list[tuple[int, int]]:
    return seating.room_order(room.rows, room.columns, room_row(room, 0).unusable)


def _labels(room: Room) -> dict[tuple[int, int], str]:
    return seating.seat_labels(room.rows, room.columns, room_row(room, 0).unusable)


def _best(
    free: Sequence[Desk], taken: Mapping[Desk, int], unit_id: int
) -> Desk:
    def colleagues(place: Desk) -> int:
        room_id, row, column = place
        return sum(taken.get((room_id, row + down, column + right)) == unit_id for down, right in AROUND)

    best, fewest = free[0], len(AROUND) + 1
    for place in free:
        count = colleagues(place)
        if not count:
            return place
        if count < fewest:
            best, fewest = place, count
    return best


def _one(uow: UnitOfWork, candidate_id: int) -> SeatRow:
    return seat_rows(uow, seated_people().where(Candidate.id == candidate_id))[0]


def _told(candidate: Candidate) -> str:
    return f"{candidate.room} {candidate.seat}".strip()
