"""The day of the written exam: who is there, who comes late, who stays away, and the papers counted at the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select, update

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.marks import Attendance, normalise
from exam.services.competition import check_version, get_rules
from exam.services.sign_in_rows import DeskCounts, DeskRow, DeskSheet, HandInRow, SignInOutcome
from exam.services.sittings import find_sitting, get_sitting, open_sitting, require_unsealed
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit
from models.sittings import Candidate, Room, Sitting, WrittenMark

SAT = frozenset(state.value for state in Attendance if state.sat)
CHUNK = 500


class TooLate(RuleBroken):
    """Somebody comes after the late limit; who is let in all the same is signed in with ``admit``."""


# Reading


def list_desk(uow: UnitOfWork, *, sitting_id: int, room_id: int | None = None) -> DeskSheet:
    """The list of the invigilator, of the whole sitting or of one room."""
    require(uow, Right.SIGN_IN_CANDIDATES)
    sitting = get_sitting(uow, sitting_id=sitting_id)
    query = _query().where(Candidate.sitting_id == sitting_id)
    if room_id is not None:
        query = query.where(Candidate.room_id == room_id)
    query = query.order_by(Room.position, Candidate.seat, Candidate.ticket_number)
    rows = tuple(map(_row, uow.session.execute(query)))
    begins = sitting.starts_at
    limit = timedelta(minutes=get_rules(uow).late_limit)
    return DeskSheet(sitting, rows, begins, begins + limit if begins is not None else None)


def count_rows(rows: Sequence[DeskRow]) -> DeskCounts:
    """The counts of rows already read."""
    return _counts(Counter(row.attendance.value if row.attendance is not None else "" for row in rows))


def list_hand_in(uow: UnitOfWork, *, sitting_id: int) -> tuple[HandInRow, ...]:
    """Sign-in and hand-in of every room where somebody is expected."""
    require(uow, Right.SIGN_IN_CANDIDATES)
    return hand_in(uow, find_sitting(uow, sitting_id))


def hand_in(uow: UnitOfWork, sitting: Sitting) -> tuple[HandInRow, ...]:
    """The same for services, without asking for the right."""
    found: dict[int | None, Counter[str]] = {}
    grouped = (
        select(Candidate.room_id, Candidate.attendance, func.count(Candidate.id))
        .where(Candidate.sitting_id == sitting.id)
        .group_by(Candidate.room_id, Candidate.attendance)
    )
    for room_id, state, count in uow.session.execute(grouped):
        found.setdefault(room_id, Counter())[state] = count
    rooms = select(Room).where(Room.sitting_id == sitting.id).order_by(Room.position, Room.id)
    rows = [
        HandInRow(room.id, room.name, _counts(found[room.id]), room.hand_in_count, room.hand_in_by, room.version)
        for room in uow.session.scalars(rooms)
        if room.id in found
    ]
    if None in found:
        rows.append(HandInRow(None, "", _counts(found[None]), sitting.hand_in_count, "", sitting.version))
    return tuple(rows)


# Acting

_TOO_LATE = QT_TRANSLATE_NOOP(
    "exam", "{ticket}: {minutes} minutes late; the limit is {limit}. Let nobody in without the head of the exam."
)


def sign_in(uow: UnitOfWork, *, sitting_id: int, ticket_number: str, admit: bool = False) -> SignInOutcome:
    """Somebody comes to the desk: present before the exam begins, late after it.

    A second reading of the same ticket changes nothing. Raises :class:`NotFound` for an unknown number and
    :class:`TooLate` after the late limit, unless ``admit``.
    """
    sitting = _writable(uow, sitting_id)
    candidate = _by_ticket(uow, sitting_id, ticket_number)
    if candidate.attendance in SAT:
        return SignInOutcome(_one(uow, candidate.id), repeated=True)
    late = minutes_late(sitting.starts_at, uow.now)
    limit = get_rules(uow).late_limit
    if late > limit and not admit:
        raise TooLate(_TOO_LATE, ticket=candidate.ticket_number, minutes=late, limit=limit)
    state = Attendance.LATE if late else Attendance.PRESENT
    _write(uow, candidate, state, None, minutes_late=late)
    return SignInOutcome(_one(uow, candidate.id))


def set_state(
    uow: UnitOfWork,
    *,
    candidate_id: int,
    attendance: Attendance | None,
    seen_version: int,
    note: str | None = None,
    admit: bool = False,
) -> SignInOutcome:
    """Say how a candidate takes part; ``None`` = not known again. ``note`` ``None`` leaves the note.

    Setting the state that stands there writes nothing. Raises :class:`TooLate` as :func:`sign_in` does, and
    :class:`RuleBroken` for somebody who has a mark already and is to be away.
    """
    require(uow, Right.SIGN_IN_CANDIDATES)
    candidate = uow.session.get(Candidate, candidate_id, with_for_update=True)
    if candidate is None:
        raise _gone()
    sitting = _writable(uow, candidate.sitting_id)
    remark = candidate.attendance_note if note is None else note.strip()
    value = attendance.value if attendance is not None else ""
    if (candidate.attendance, candidate.attendance_note) == (value, remark):
        return SignInOutcome(_one(uow, candidate_id), repeated=True)
    check_version(candidate.version, seen_version)
    arrives = attendance is not None and attendance.sat and candidate.attendance not in SAT
    late = minutes_late(sitting.starts_at, uow.now) if arrives else 0
    limit = get_rules(uow).late_limit
    if attendance in (Attendance.PRESENT, Attendance.LATE) and late > limit and not admit:
        raise TooLate(_TOO_LATE, ticket=candidate.ticket_number, minutes=late, limit=limit)
    if (attendance is None or not attendance.sat) and _has_mark(uow, candidate_id):
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{ticket} has a mark already. Take the mark out on the page of the written marks first."
            ),
            ticket=candidate.ticket_number,
        )
    _write(uow, candidate, attendance, remark, minutes_late=late)
    return SignInOutcome(_one(uow, candidate_id))


def set_rest_absent(uow: UnitOfWork, *, sitting_id: int, room_id: int | None = None) -> int:
    """Everybody of whom nothing is known is absent; how many. Only after the late limit."""
    sitting = _writable(uow, sitting_id, alone=True)
    limit = get_rules(uow).late_limit
    if sitting.starts_at is None or minutes_late(sitting.starts_at, uow.now) <= limit:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Candidates may still come: the late limit of {limit} minutes after the beginning has not passed. Set "
                "the time of the sitting if it is missing or wrong.",
            ),
            limit=limit,
        )
    open_ones = select(Candidate.id, Candidate.ticket_number).where(
        Candidate.sitting_id == sitting_id, Candidate.attendance == ""
    )
    if room_id is not None:
        open_ones = open_ones.where(Candidate.room_id == room_id)
    rows = uow.session.execute(open_ones.order_by(Candidate.ticket_number).with_for_update()).all()
    marked = _with_marks(uow, sitting_id)
    rows = [row for row in rows if row.id not in marked]
    for start in range(0, len(rows), CHUNK):
        uow.session.execute(
            update(Candidate)
            .where(Candidate.id.in_([row.id for row in rows[start : start + CHUNK]]))
            .values(attendance=Attendance.ABSENT.value, version=Candidate.version + 1)
            .execution_options(synchronize_session=False)
        )
    if rows:
        uow.session.expire_all()
        uow.record(journal.REST_ABSENT, sitting.name, tickets=[row.ticket_number for row in rows])
    return len(rows)


def count_papers(
    uow: UnitOfWork, *, sitting_id: int, room_id: int | None, count: int | None, seen_version: int
) -> HandInRow:
    """How many papers came back from a room (``None`` = not counted); a wrong number is kept and shown."""
    sitting = _writable(uow, sitting_id, alone=room_id is None)
    if count is not None and not 0 <= count <= 100_000:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Type how many papers were handed in, such as 30."))
    room = uow.session.get(Room, room_id, with_for_update=True) if room_id is not None else None
    if room_id is not None and (room is None or room.sitting_id != sitting_id):
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This room is no longer there. Press F5 to see the present state."))
    held: Room | Sitting = room if room is not None else sitting
    old = held.hand_in_count
    if old != count:
        check_version(held.version, seen_version)
        held.hand_in_count = count
        if room is not None:
            room.hand_in_by, room.hand_in_at = uow.person.name, uow.now
        uow.session.flush()
    row = next((row for row in hand_in(uow, sitting) if row.room_id == room_id), None)
    if row is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "Nobody is expected here, so there are no papers to count."))
    if old != count:
        uow.record(
            journal.PAPERS_COUNTED, room.name if room is not None else sitting.name, old=old, new=count,
            signed_in=row.counts.signed_in,
        )  # fmt: skip
    return row


def minutes_late(starts_at: datetime | None, now: datetime) -> int:
    """Whole minutes after the beginning, begun ones counted; 0 before it, or when no time is set."""
    if starts_at is None or now <= starts_at:
        return 0
    return -int((starts_at - now).total_seconds() // 60)


# Inside


def _writable(uow: UnitOfWork, sitting_id: int, *, alone: bool = False) -> Sitting:
    require(uow, Right.SIGN_IN_CANDIDATES)
    sitting = open_sitting(uow, sitting_id, alone=alone)
    require_unsealed(sitting)
    return sitting


def _by_ticket(uow: UnitOfWork, sitting_id: int, typed: str) -> Candidate:
    number = "".join(normalise(typed).split())
    if not number:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Scan or type a ticket number."))
    candidate = uow.session.scalar(
        select(Candidate)
        .where(Candidate.sitting_id == sitting_id, func.upper(Candidate.ticket_number) == number.upper())
        .with_for_update()
    )
    if candidate is not None:
        return candidate
    elsewhere = uow.session.execute(
        select(Sitting.name)
        .join(Candidate, Candidate.sitting_id == Sitting.id)
        .where(func.upper(Candidate.ticket_number) == number.upper())
    ).first()
    if elsewhere is not None:
        raise NotFound(
            QT_TRANSLATE_NOOP("exam", "{ticket} belongs to another sitting: {sitting}. Send the candidate there."),
            ticket=number,
            sitting=elsewhere.name,
        )
    raise NotFound(
        QT_TRANSLATE_NOOP("exam", "Nobody in this sitting has the ticket number {ticket}. Look at the ticket again."),
        ticket=number[:40],
    )


def _write(
    uow: UnitOfWork, candidate: Candidate, attendance: Attendance | None, note: str | None, *, minutes_late: int
) -> None:
    value = attendance.value if attendance is not None else ""
    details: dict[str, Any] = {"old": candidate.attendance, "new": value}
    sat = attendance is not None and attendance.sat
    if sat and candidate.arrived_at is None:
        candidate.arrived_at = uow.now
        if minutes_late:
            details["minutes_late"] = minutes_late
    elif not sat:
        candidate.arrived_at = None
    if note is not None and note != candidate.attendance_note:
        details["note"] = note
        candidate.attendance_note = note
    candidate.attendance = value
    uow.session.flush()
    uow.record(journal.ATTENDANCE_SET, candidate.ticket_number, **details)


def _has_mark(uow: UnitOfWork, candidate_id: int) -> bool:
    found = select(WrittenMark.id).where(WrittenMark.candidate_id == candidate_id, WrittenMark.points.is_not(None))
    return uow.session.scalar(found.limit(1)) is not None


def _with_marks(uow: UnitOfWork, sitting_id: int) -> set[int]:
    return set(
        uow.session.scalars(
            select(WrittenMark.candidate_id)
            .join(Candidate, Candidate.id == WrittenMark.candidate_id)
            .where(Candidate.sitting_id == sitting_id, WrittenMark.points.is_not(None))
        )
    )


def _counts(found: Counter[str]) -> DeskCounts:
    return DeskCounts(
        expected=sum(found.values()),
        waiting=found[""],
        **{state.value: found[state.value] for state in Attendance},
    )


def _query() -> Select[*tuple[Any, ...]]:
    return (
        select(
            Candidate.id, Candidate.version, Candidate.ticket_number, Staff.staff_number, Staff.name,
            Unit.name.label("unit"), Candidate.room_id, Candidate.room, Candidate.seat, Candidate.paper,
            Candidate.attendance, Candidate.arrived_at, Candidate.attendance_note,
        )
        .join(Staff, Staff.id == Candidate.staff_id)
        .join(Unit, Unit.id == Candidate.unit_id)
        .outerjoin(Room, Room.id == Candidate.room_id)
    )  # fmt: skip


def _row(line: Any) -> DeskRow:
    values = list(line)
    values[10] = Attendance(values[10]) if values[10] else None
    return DeskRow(*values)


def _one(uow: UnitOfWork, candidate_id: int) -> DeskRow:
    return _row(uow.session.execute(_query().where(Candidate.id == candidate_id)).one())


def _gone() -> NotFound:
    return NotFound(
        QT_TRANSLATE_NOOP("exam", "This candidate is no longer in the sitting. Press F5 to see the present state.")
    )
