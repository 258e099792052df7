"""The day of the written exam in a rehearsal: rooms, seats by lot, sign-in, papers counted and sealed."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from exam.rehearsal.desk import OFFICE, RECORDER, SUPERVISOR
from exam.rehearsal.rounds import candidate_results
from exam.rehearsal.steps import Line, Rehearsal
from exam.rules.marks import Attendance
from exam.rules.seals import HIGHEST, LOWEST
from exam.services import rooms, seals, seat_draw, sign_in_desk, sittings
from exam.words import QT_TRANSLATE_NOOP

ROOM_NAMES = {"zh": "第1考场", "en": "Room 1"}
SMALL, LARGE, MANY = (6, 5), (10, 10), 3000
"""Rows and columns of a room, and from how many candidates on the rooms are large."""


def seat_candidates(play: Rehearsal) -> Line:
    """Rooms with one place without a desk each, papers A and B, seats with the dice of the draw."""
    desk, sitting_id = play.desk, play.sitting_id
    desk.at(10, 30, 9)
    row = desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=sitting_id))
    lines, columns = LARGE if row.candidates > MANY else SMALL
    count = -(-row.candidates // (lines * columns - 1))
    name = ROOM_NAMES[desk.language]
    desk.run(
        OFFICE,
        lambda uow: rooms.add_rooms(
            uow, sitting_id=sitting_id, name=name, rows=lines, columns=columns, count=count, unusable=[(lines, 1)],
            place=row.place,
        ),
    )  # fmt: skip
    desk.run(
        OFFICE,
        lambda uow: rooms.set_paper_versions(uow, sitting_id=sitting_id, versions=2, seen_version=row.version),
    )
    version = desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=sitting_id).version)
    sheet = desk.run(
        OFFICE, lambda uow: seat_draw.draw_seats(uow, sitting_id=sitting_id, seen_version=version), serializable=True
    )
    play.facts["seats"] = {
        "rooms": len(sheet.rooms), "seed": sheet.seed, "tries": sheet.tries, "neighbours_apart": sheet.neighbours,
        "clashes": len(sheet.clashes),
    }  # fmt: skip
    return QT_TRANSLATE_NOOP("exam", "Seats drawn in {rooms} rooms; neighbours of one unit: {clashes}"), {
        "rooms": len(sheet.rooms),
        "clashes": len(sheet.clashes),
    }


def sign_everybody_in(play: Rehearsal, day: int = 3) -> Line:
    """Who comes is present, one comes late, the rest is absent after the limit; then the papers are counted."""
    desk, sitting_id = play.desk, play.sitting_id
    results = play.written = candidate_results(play)
    sheet = desk.read(lambda uow: sign_in_desk.list_desk(uow, sitting_id=sitting_id))
    come = [row for row in sheet.rows if results[row.staff_number].attendance.sat]
    *early, last = come or [None]
    desk.at(11, day, 8, 40)
    desk.run(RECORDER, lambda uow: _come(uow, sitting_id, [row.ticket_number for row in early if row is not None]))
    if last is not None:
        late = last.ticket_number if len(come) > 1 and sheet.sitting.starts_at is not None else ""
        if late:
            desk.at(11, day, 9, 6)
        desk.run(RECORDER, lambda uow: _come(uow, sitting_id, [last.ticket_number]))
    for state in (Attendance.EXCUSED, Attendance.ZEROED):
        _set_state(play, state)
    desk.at(11, day, 9, 20)
    absent = desk.run(RECORDER, lambda uow: sign_in_desk.set_rest_absent(uow, sitting_id=sitting_id))
    desk.at(11, day, 10, 35)
    papers = 0
    for room in desk.read(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=sitting_id)):
        papers += room.counts.signed_in
        desk.run(
            RECORDER,
            lambda uow, room=room: sign_in_desk.count_papers(
                uow, sitting_id=sitting_id, room_id=room.room_id, count=room.counts.signed_in,
                seen_version=room.version,
            ),
        )  # fmt: skip
    play.facts["written"] = {"signed_in": papers, "absent": absent}
    return QT_TRANSLATE_NOOP("exam", "Signed in: {count}, absent: {absent}; as many papers handed in"), {
        "count": papers,
        "absent": absent,
    }


class StorySource(seals.Source):
    """Numbers that come out the same whenever the same story is told; nothing is hidden in a rehearsal."""

    def __init__(self, dice: str) -> None:
        self._dice = dice
        self._given = 0

    def bodies(self, count: int) -> list[int]:
        found: dict[int, None] = {}
        while len(found) < count:
            self._given += 1
            hashed = sha256(f"rehearsal|seal|{self._given}|{self._dice}".encode()).digest()
            span = HIGHEST - LOWEST + 1
            found[LOWEST + int.from_bytes(hashed[:8], "big") % span] = None
        return list(found)

    def salt(self) -> str:
        return sha256(f"rehearsal|salt|{self._dice}".encode()).hexdigest()


def seal_papers(play: Rehearsal) -> Line:
    """Random numbers take the place of the people."""
    desk, sitting_id = play.desk, play.sitting_id
    desk.at(11, 3, 11)
    version = desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=sitting_id).version)
    witness = desk.people[SUPERVISOR]
    row = desk.run(
        OFFICE,
        lambda uow: seals.seal_sitting(
            uow, sitting_id=sitting_id, seen_version=version, witness=witness, source=StorySource(play.dice)
        ),
        serializable=True,
    )
    play.facts["written"]["seal_code"] = row.seal_code
    return QT_TRANSLATE_NOOP("exam", "{count} papers sealed by two people"), {
        "count": play.facts["written"]["signed_in"]
    }


def _come(uow: Any, sitting_id: int, tickets: list[str]) -> None:
    """One transaction for the whole queue at the door: a rehearsal need not wait for the disk each time."""
    for ticket in tickets:
        sign_in_desk.sign_in(uow, sitting_id=sitting_id, ticket_number=ticket)


def _set_state(play: Rehearsal, state: Attendance) -> None:
    rows = play.desk.read(lambda uow: sign_in_desk.list_desk(uow, sitting_id=play.sitting_id)).rows
    for row in rows:
        if play.written[row.staff_number].attendance is state:
            play.desk.run(
                RECORDER,
                lambda uow, row=row: sign_in_desk.set_state(
                    uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
                ),
            )
