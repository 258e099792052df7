"""Rooms of a sitting: grids of desks, some places without one, papers A and B."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import bindparam, func, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.seating import paper_version, room_order, seat_labels
from exam.services.competition import check_version
from exam.services.sittings import open_sitting, require_unsealed
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.sittings import Candidate, Room, Sitting

MOST_ROWS = MOST_COLUMNS = 60
MOST_ROOMS = 500

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class RoomRow:
    """A room with its desks. ``unusable`` are (row, column) without a desk, ``people`` how many sit here."""

    id: int
    sitting_id: int
    name: str
    place: str
    rows: int
    columns: int
    unusable: frozenset[Place]
    people: int
    version: int

    @property
    def seats(self) -> int:
        """How many can sit here."""
        return self.rows * self.columns - len(self.unusable)


def list_rooms(uow: UnitOfWork, *, sitting_id: int) -> tuple[RoomRow, ...]:
    """The rooms of a sitting in their order."""
    counted = (
        select(Candidate.room_id, func.count(Candidate.id))
        .where(Candidate.sitting_id == sitting_id)
        .group_by(Candidate.room_id)
    )
    counts = dict(uow.session.execute(counted).all())
    query = select(Room).where(Room.sitting_id == sitting_id).order_by(Room.position, Room.id)
    return tuple(room_row(room, counts.get(room.id, 0)) for room in uow.session.scalars(query))


def add_rooms(
    uow: UnitOfWork,
    *,
    sitting_id: int,
    name: str,
    rows: int,
    columns: int,
    count: int = 1,
    place: str = "",
    unusable: Iterable[Place] = (),
) -> tuple[RoomRow, ...]:
    """Add one room, or ``count`` rooms of one kind, numbered on from those that are there."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    if not 1 <= count <= MOST_ROOMS:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type how many rooms to add, 1 to {most}."), most=MOST_ROOMS)
    grid = _grid(rows, columns, unusable)
    names = {room.name for room in list_rooms(uow, sitting_id=sitting_id)}
    last = uow.session.scalar(select(func.max(Room.position)).where(Room.sitting_id == sitting_id)) or 0
    made: list[str] = []
    for number in range(1, count + 1):
        own = _free_name(_name(name), names, numbered=count > 1)
        names.add(own)
        made.append(own)
        uow.session.add(
            Room(
                sitting_id=sitting_id, position=last + number, name=own, place=place.strip(), rows=rows,
                columns=columns, unusable=grid,
            )
        )  # fmt: skip
    uow.session.flush()
    uow.record(
        journal.ROOM_CHANGED, sitting.name, added=made, rows=rows, columns=columns, unusable=grid, place=place.strip()
    )
    return list_rooms(uow, sitting_id=sitting_id)


def copy_rooms(uow: UnitOfWork, *, sitting_id: int, from_sitting_id: int) -> tuple[RoomRow, ...]:
    """Take over the rooms of another sitting, empty; rooms whose name is there already are left as they are."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    there = {room.name for room in list_rooms(uow, sitting_id=sitting_id)}
    fresh = [room for room in list_rooms(uow, sitting_id=from_sitting_id) if room.name not in there]
    if not fresh:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "The other sitting has no room that is not here already."))
    last = uow.session.scalar(select(func.max(Room.position)).where(Room.sitting_id == sitting_id)) or 0
    uow.session.add_all(
        Room(
            sitting_id=sitting_id, position=last + at, name=room.name, place=room.place, rows=room.rows,
            columns=room.columns, unusable=sorted(map(list, room.unusable)),
        )
        for at, room in enumerate(fresh, 1)
    )  # fmt: skip
    uow.session.flush()
    uow.record(journal.ROOM_CHANGED, sitting.name, added=[room.name for room in fresh])
    return list_rooms(uow, sitting_id=sitting_id)


def change_room(
    uow: UnitOfWork,
    *,
    room_id: int,
    seen_version: int,
    name: str,
    place: str,
    rows: int,
    columns: int,
    unusable: Collection[Place],
) -> RoomRow:
    """Change a room. Seat numbers follow the desks; nobody may sit where there is no desk any more."""
    require(uow, Right.MANAGE_WRITTEN)
    room = find_room(uow, room_id)
    sitting = _open(uow, room.sitting_id)
    check_version(room.version, seen_version)
    before = room_row(room, 0)
    grid = _grid(rows, columns, unusable)
    wanted = _name(name)
    if wanted != room.name and wanted in {other.name for other in list_rooms(uow, sitting_id=room.sitting_id)}:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Another room is called {name}. Give it another name."), name=wanted
        )
    desks = set(room_order(rows, columns, {(row, column) for row, column in grid}))
    stranded = [
        who.ticket_number
        for who in uow.session.scalars(select(Candidate).where(Candidate.room_id == room_id))
        if (who.seat_row, who.seat_column) not in desks
    ]
    if stranded:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "{count} candidates sit at desks that you take away ({tickets}). Move them to other seats first.",
            ),
            count=len(stranded),
            tickets="、".join(stranded[:5]),
        )
    room.name, room.place, room.rows, room.columns, room.unusable = wanted, place.strip(), rows, columns, grid
    uow.session.flush()
    after = room_row(room, 0)
    if (before.name, before.place, before.rows, before.columns, before.unusable) != (
        after.name, after.place, after.rows, after.columns, after.unusable
    ):  # fmt: skip
        relabel(uow, sitting, [room])
        uow.record(journal.ROOM_CHANGED, sitting.name, room=room.name, old=_told(before), new=_told(after))
    return next(row for row in list_rooms(uow, sitting_id=room.sitting_id) if row.id == room_id)


def remove_room(uow: UnitOfWork, *, room_id: int, seen_version: int) -> None:
    """Take a room away. Nobody may sit in it."""
    require(uow, Right.MANAGE_WRITTEN)
    room = find_room(uow, room_id)
    sitting = _open(uow, room.sitting_id)
    check_version(room.version, seen_version)
    people = uow.session.scalar(select(func.count(Candidate.id)).where(Candidate.room_id == room_id)) or 0
    if people:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{count} candidates sit in {room}. Clear the seats, or move them to other rooms first."
            ),
            count=people,
            room=room.name,
        )
    name = room.name
    uow.session.delete(room)
    uow.session.flush()
    uow.record(journal.ROOM_CHANGED, sitting.name, removed=[name])


def set_paper_versions(uow: UnitOfWork, *, sitting_id: int, versions: int, seen_version: int) -> None:
    """One version of the paper for everybody, or A and B in a checkerboard."""
    require(uow, Right.MANAGE_WRITTEN)
    sitting = _open(uow, sitting_id)
    if versions not in (1, 2):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "There are one or two versions of the paper."))
    if sitting.paper_versions == versions:
        return
    check_version(sitting.version, seen_version)
    old, sitting.paper_versions = sitting.paper_versions, versions
    uow.session.flush()
    relabel(uow, sitting, list(uow.session.scalars(select(Room).where(Room.sitting_id == sitting_id))))
    uow.record(journal.SITTING_CHANGED, sitting.name, paper_versions=[old, versions])


# For services


def find_room(uow: UnitOfWork, room_id: int) -> Room:
    """The stored room; :class:`NotFound` when it is gone."""
    room = uow.session.get(Room, room_id)
    if room is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This room is no longer there. Press F5 to see the present state."))
    return room


def room_row(room: Room, people: int) -> RoomRow:
    """A room as pages and papers get it."""
    return RoomRow(
        room.id, room.sitting_id, room.name, room.place, room.rows, room.columns,
        frozenset((row, column) for row, column in room.unusable), people, room.version,
    )  # fmt: skip


def relabel(uow: UnitOfWork, sitting: Sitting, rooms: Collection[Room]) -> None:
    """Write room, seat number and paper anew for whoever sits in these rooms. No journal."""
    for room in rooms:
        row = room_row(room, 0)
        labels = seat_labels(room.rows, room.columns, row.unusable)
        people = uow.session.execute(
            select(Candidate.id, Candidate.seat_row, Candidate.seat_column).where(Candidate.room_id == room.id)
        )
        write_seats(
            uow,
            [
                seat_values(who.id, room, labels, (who.seat_row or 0, who.seat_column or 0), sitting.paper_versions)
                for who in people
            ],
        )


def seat_values(
    candidate_id: int, room: Room, labels: dict[Place, str], place: Place, versions: int
) -> dict[str, Any]:
    """What stands with a candidate who sits at ``place``; for :func:`write_seats`."""
    return {
        "of": candidate_id, "to_room_id": room.id, "to_row": place[0], "to_column": place[1], "to_room": room.name,
        "to_seat": labels[place], "to_paper": paper_version(*place, versions),
    }  # fmt: skip


def write_seats(uow: UnitOfWork, values: list[dict[str, Any]]) -> None:
    """Write seats in bulk, each with a new version. The session forgets what it read before."""
    if not values:
        return
    table = Candidate.__table__
    statement = (
        update(table)  # type: ignore[arg-type]
        .where(table.c.id == bindparam("of"))
        .values(
            room_id=bindparam("to_room_id"), seat_row=bindparam("to_row"), seat_column=bindparam("to_column"),
            room=bindparam("to_room"), seat=bindparam("to_seat"), paper=bindparam("to_paper"),
            version=table.c.version + 1,
        )
    )  # fmt: skip
    uow.session.flush()
    uow.session.connection().execute(statement, values)
    uow.session.expire_all()


# Inside


def _open(uow: UnitOfWork, sitting_id: int) -> Sitting:
    sitting = open_sitting(uow, sitting_id, alone=True)
    require_unsealed(sitting)
    return sitting


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the room a name, such as 第1考场."))
    return name


def _free_name(name: str, taken: Collection[str], *, numbered: bool) -> str:
    """``name`` itself, or with a number: instead of ``1`` in it when there is one, else behind it."""
    if not numbered and name not in taken:
        return name
    number = 1
    while (found := name.replace("1", str(number), 1) if "1" in name else f"{name}{number}") in taken:
        number += 1
    return found


def _grid(rows: int, columns: int, unusable: Iterable[Place]) -> list[list[int]]:
    if not (1 <= rows <= MOST_ROWS and 1 <= columns <= MOST_COLUMNS):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "A room has 1 to {most} rows and columns of desks."), most=MOST_ROWS
        )
    grid = sorted({(row, column) for row, column in unusable if 1 <= row <= rows and 1 <= column <= columns})
    if len(grid) == rows * columns:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The room has no desk left. Leave at least one place with a desk.")
        )
    return [list(place) for place in grid]


def _told(row: RoomRow) -> str:
    """A room in short, for the journal."""
    gaps = " ".join(f"{line}-{column}" for line, column in sorted(row.unusable))
    return " ".join(part for part in (row.name, row.place, f"{row.rows}x{row.columns}", gaps) if part)

