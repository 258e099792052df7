"""What the papers of the written round are made from: the rooms of a sitting, and sealed numbers without people.

The seal list is never part of what is gathered for the list of papers: it is taken out by the two sealers,
and that is recorded (:func:`take_out_seal_list`).
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select

from exam.access import Person, Right, require
from exam.errors import NotAllowed
from exam.rules.exam_sheets import (
    ExamPlan,
    ExamRoom,
    MarkingSheet,
    PaperSection,
    Printed,
    SealLine,
    SealList,
    Seated,
)
from exam.rules.seating import seat_labels
from exam.services import recheck, seals
from exam.services.competition import get_rules
from exam.services.proposals import CONFIRMED
from exam.services.rooms import RoomRow, list_rooms
from exam.services.seats import SeatRow, seat_rows, seated_people
from exam.services.sittings import SittingRow, get_sitting, list_sittings
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.journal import JournalHead
from models.rechecks import Correction, Recheck, StateCorrection
from models.sittings import Candidate

OF_ROOMS = (
    "admission_tickets", "admission_tickets_large", "desk_labels", "seating_posted", "seating_office", "sign_in",
    "room_report", "envelope",
)  # fmt: skip
MARKING, SEAL_LIST, RECHECK, CORRECTIONS = "marking_sheets", "seal_list", "recheck", "corrections"
OF_EXAM = frozenset((*OF_ROOMS, MARKING, SEAL_LIST, RECHECK, CORRECTIONS))


@dataclass(frozen=True, slots=True)
class RoomChoice:
    """A room that papers can be printed for."""

    id: int
    name: str
    people: int


@dataclass(frozen=True, slots=True)
class SittingChoice:
    """A sitting that papers can be printed for. ``ready``: keys of the papers that are possible now.

    ``unseated`` people stand on no paper; ``sealers`` are who may take out the seal list (empty: nobody, or
    everybody who may see names after the opening).
    """

    id: int
    name: str
    rooms: tuple[RoomChoice, ...]
    unseated: int
    ready: frozenset[str]
    hides_names: bool
    has_time: bool
    sealers: tuple[str, ...]


def list_choices(uow: UnitOfWork) -> tuple[SittingChoice, ...]:
    """Every sitting with its rooms and what can be printed of it by the person at the desk."""
    return tuple(_choice(uow, sitting) for sitting in list_sittings(uow))


def get_exam_plan(uow: UnitOfWork, *, sitting_id: int, room_id: int | None = None) -> ExamPlan:
    """The rooms of a sitting (or one of them) with their people in the order of the seats."""
    if not _may_see_seats(uow.person):
        require(uow, Right.SIGN_IN_CANDIDATES)
    sitting, rules = get_sitting(uow, sitting_id=sitting_id), get_rules(uow)
    rooms = [room for room in list_rooms(uow, sitting_id=sitting_id) if room_id in (None, room.id)]
    query = seated_people().where(Candidate.sitting_id == sitting_id, Candidate.room_id.is_not(None))
    if room_id is not None:
        query = query.where(Candidate.room_id == room_id)
    people: dict[int, list[SeatRow]] = {}
    for row in seat_rows(uow, query.order_by(Candidate.room_id, Candidate.seat)):
        people.setdefault(row.room_id or 0, []).append(row)
    return ExamPlan(
        sitting.name, _local(sitting.starts_at), sitting.minutes, sitting.place, rules.late_limit,
        rules.earliest_hand_in, tuple(_room(room, people[room.id]) for room in rooms if room.id in people),
    )  # fmt: skip


def get_marking_sheets(uow: UnitOfWork, *, sitting_id: int, room_id: int | None = None) -> tuple[MarkingSheet, ...]:
    """The sealed numbers of each room, in their own order. Nothing of who is behind them is read."""
    if not uow.person.may(Right.READ_EVERYTHING):
        require(uow, Right.PRINT_PAPERS)
    sitting = get_sitting(uow, sitting_id=sitting_id)
    sections = tuple(PaperSection(part.name, part.scale.full) for part in sitting.sections)
    order = {room.id: (at, room.name) for at, room in enumerate(list_rooms(uow, sitting_id=sitting_id))}
    query = select(Candidate.room_id, Candidate.sealed_number).where(
        Candidate.sitting_id == sitting_id, Candidate.sealed_number.is_not(None)
    )
    if room_id is not None:
        query = query.where(Candidate.room_id == room_id)
    bundles: dict[tuple[int, str], list[str]] = {}
    for room, number in uow.session.execute(query.order_by(Candidate.sealed_number)):
        bundles.setdefault(order.get(room or 0, (len(order), "")), []).append(str(number))
    return tuple(
        MarkingSheet(sitting.name, bundle[1], sections, tuple(bundles[bundle]), not sitting.hides_names)
        for bundle in sorted(bundles)
    )


def get_opened_seal_list(uow: UnitOfWork, *, sitting_id: int) -> tuple[SealList, ...]:
    """The seal list after the opening; nothing before."""
    sitting = get_sitting(uow, sitting_id=sitting_id)
    if not sitting.sealed or sitting.hides_names:
        return ()
    return (_seal_list(seals.get_seal_list(uow, sitting_id=sitting_id)),)


def take_out_seal_list(uow: UnitOfWork, *, sitting_id: int, witness: Person) -> SealList:
    """The secret list before the opening: only for the two people who sealed; the journal keeps it.

    Raises :class:`NotAllowed` when somebody else asks.
    """
    sitting = get_sitting(uow, sitting_id=sitting_id)
    if sitting.hides_names and {uow.person.name, witness.name} != {sitting.sealed_by, sitting.seal_witness}:
        raise NotAllowed(
            QT_TRANSLATE_NOOP(
                "exam",
                "Only {sealer} and {witness}, who sealed the papers, may take out the list, both together. Ask them.",
            ),
            sealer=sitting.sealed_by,
            witness=sitting.seal_witness,
        )
    return _seal_list(seals.take_out_seal_list(uow, sitting_id=sitting_id, witness=witness))


def get_printed(uow: UnitOfWork) -> Printed:
    """The moment and the head of the journal, for the version line."""
    head, count = uow.session.execute(select(JournalHead.hash, JournalHead.count)).one()
    return Printed(_local(uow.now), count, head)


# Inside


def _may_see_seats(person: Person) -> bool:
    return person.may(Right.READ_EVERYTHING) or person.may(Right.SIGN_IN_CANDIDATES)


def _choice(uow: UnitOfWork, sitting: SittingRow) -> SittingChoice:
    rooms = tuple(
        RoomChoice(room.id, room.name, room.people)
        for room in list_rooms(uow, sitting_id=sitting.id)
        if room.people
    )  # fmt: skip
    ready: set[str] = set()
    if rooms and _may_see_seats(uow.person):
        ready.update(OF_ROOMS)
    if sitting.sealed:
        ready.add(MARKING)
    if _may_have_list(uow.person, sitting):
        ready.add(SEAL_LIST)
    if uow.person.may(Right.READ_EVERYTHING) or uow.person.may(Right.VERIFY_MARKS):
        ready.update(_after_the_lock(uow, sitting.id))
    return SittingChoice(
        sitting.id, sitting.name, rooms, sitting.candidates - sum(room.people for room in rooms), frozenset(ready),
        sitting.hides_names, sitting.starts_at is not None,
        (sitting.sealed_by, sitting.seal_witness) if sitting.hides_names else (),
    )  # fmt: skip


def _may_have_list(person: Person, sitting: SittingRow) -> bool:
    if not sitting.sealed:
        return False
    if sitting.hides_names:
        return person.may(Right.MANAGE_WRITTEN) and person.name in (sitting.sealed_by, sitting.seal_witness)
    return person.may(Right.SEE_NAMES_BESIDE_MARKS)


def _after_the_lock(uow: UnitOfWork, sitting_id: int) -> Collection[str]:
    drawn = select(func.count(Recheck.id)).where(
        Recheck.sitting_id == sitting_id, Recheck.state.not_in((recheck.FROZEN, recheck.VOID))
    )
    made = select(func.count(Correction.id)).where(
        Correction.sitting_id == sitting_id, Correction.state == CONFIRMED
    )
    found = [(RECHECK, drawn)]
    if uow.person.may(Right.LOCK_MARKS) or uow.person.may(Right.READ_EVERYTHING):
        states = select(func.count(StateCorrection.id)).where(
            StateCorrection.sitting_id == sitting_id, StateCorrection.state == CONFIRMED
        )
        found += [(CORRECTIONS, made), (CORRECTIONS, states)]
    return [key for key, query in found if uow.session.scalar(query)]


def _room(room: RoomRow, people: Collection[SeatRow]) -> ExamRoom:
    labels = seat_labels(room.rows, room.columns, room.unusable)
    return ExamRoom(
        room.name, room.place, room.rows, room.columns, room.unusable,
        tuple(
            Seated(
                who.ticket_number, who.name, who.unit, who.staff_number, who.seat, who.row or 0, who.column or 0,
                who.paper, who.attendance.value if who.attendance else "",
            )
            for who in people
        ),
        tuple((*place, label) for place, label in labels.items()),
    )  # fmt: skip


def _seal_list(found: seals.SealList) -> SealList:
    sitting = found.sitting
    return SealList(
        sitting.name, "", _local(sitting.sealed_at), (sitting.sealed_by, sitting.seal_witness),
        tuple(SealLine(row.sealed_number, row.ticket_number, row.name, row.unit) for row in found.rows),
        _local(sitting.opened_at),
        tuple(name for name in (sitting.opened_by, sitting.opened_witness) if name),
    )  # fmt: skip


def _local(moment: datetime | None) -> str:
    return moment.astimezone().replace(tzinfo=None).isoformat(timespec="minutes") if moment else ""
