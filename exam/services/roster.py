"""The roster: people with their units, listed and changed one by one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound
from exam.rules import roster as rules
from exam.rules.roster import RosterLine
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.services.pinyin import name_keys
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit

NEW_DEFAULTS: Mapping[str, bool] = {"on_duty": True, "window_staff": True, "certified": False}
"""What a new person is where the file says nothing."""


class StaffRow(NamedTuple):
    """A person of the roster. A plain tuple: a list holds up to 100,000 of them."""

    id: int
    staff_number: str
    name: str
    sex: str
    unit_id: int
    unit: str
    unit_code: str
    outlet: str
    post: str
    since: date | None
    on_duty: bool
    window_staff: bool
    certified: bool
    note: str
    active: bool
    version: int
    sound: str
    initials: str
    unit_position: int


@dataclass(frozen=True, slots=True)
class RosterCounts:
    """Active people, and how many of them are window staff, on duty, certified; and the active units.

    ``ready`` are window staff on duty, ``ready_certified`` those of them who are certified.
    """

    staff: int
    window_staff: int
    on_duty: int
    certified: int
    ready: int
    ready_certified: int
    units: int


def list_staff(uow: UnitOfWork, *, active_only: bool = False, unit_id: int | None = None) -> list[StaffRow]:
    """The roster by unit order, then staff number."""
    query = select(
        Staff.id, Staff.staff_number, Staff.name, Staff.sex, Staff.unit_id, Unit.name, Unit.code, Staff.outlet,
        Staff.post, Staff.since, Staff.on_duty, Staff.window_staff, Staff.certified, Staff.note, Staff.active,
        Staff.version, Staff.name_key, Staff.initials, Unit.position,
    ).join(Unit, Unit.id == Staff.unit_id)  # fmt: skip
    if active_only:
        query = query.where(Staff.active)
    if unit_id is not None:
        query = query.where(Staff.unit_id == unit_id)
    rows = [StaffRow._make(row) for row in uow.session.execute(query).all()]
    # Not in SQL: the order of texts depends on the server's language.
    rows.sort(key=lambda row: (row.unit_position, row.unit_id, row.staff_number))
    return rows


def find_staff(uow: UnitOfWork, *, staff_number: str) -> StaffRow | None:
    """The person with this staff number (case ignored), or None."""
    folded = rules.folded_number(staff_number.strip())
    staff = uow.session.scalar(select(Staff).where(Staff.folded_number == folded))
    return None if staff is None else _row(uow, staff)


def get_counts(uow: UnitOfWork) -> RosterCounts:
    """The counts of the roster."""
    active = Staff.active

    def count(*conditions: Any) -> int:
        return uow.session.scalar(select(func.count()).select_from(Staff).where(active, *conditions)) or 0

    return RosterCounts(
        count(),
        count(Staff.window_staff),
        count(Staff.on_duty),
        count(Staff.certified),
        count(Staff.window_staff, Staff.on_duty),
        count(Staff.window_staff, Staff.on_duty, Staff.certified),
        uow.session.scalar(select(func.count()).select_from(Unit).where(Unit.active)) or 0,
    )


def add_staff(
    uow: UnitOfWork,
    *,
    staff_number: str,
    name: str,
    unit_id: int,
    sex: str = "",
    outlet: str = "",
    post: str = "",
    since: date | None = None,
    on_duty: bool = True,
    window_staff: bool = True,
    certified: bool = False,
    note: str = "",
) -> StaffRow:
    """Add one person. Raises :class:`InvalidInput` for a bad value or a staff number that is taken."""
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    number = rules.staff_number(staff_number)
    _refuse_taken(uow, number, None)
    _unit(uow, unit_id)
    line = RosterLine(
        0, number, rules.person_name(name), "", rules.sex(sex), rules.line_text(outlet), rules.line_text(post),
        since, on_duty, window_staff, certified, rules.line_text(note),
    )  # fmt: skip
    staff = Staff(**new_values(line, unit_id))
    uow.session.add(staff)
    uow.session.flush()
    row = _row(uow, staff)
    uow.record(journal.STAFF_ADDED, f"{row.name} {row.staff_number}", unit=row.unit)
    return row


def change_staff(
    uow: UnitOfWork,
    *,
    staff_id: int,
    seen_version: int,
    staff_number: str,
    name: str,
    unit_id: int,
    sex: str,
    outlet: str,
    post: str,
    since: date | None,
    on_duty: bool,
    window_staff: bool,
    certified: bool,
    note: str,
) -> StaffRow:
    """Change one person; old and new values go into the journal."""
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    staff = get_staff(uow, staff_id)
    check_version(staff.version, seen_version)
    number = rules.staff_number(staff_number)
    _refuse_taken(uow, number, staff_id)
    _unit(uow, unit_id)
    new = {
        "staff_number": number, "name": rules.person_name(name), "unit_id": unit_id, "sex": rules.sex(sex),
        "outlet": rules.line_text(outlet), "post": rules.line_text(post), "since": since, "on_duty": on_duty,
        "window_staff": window_staff, "certified": certified, "note": rules.line_text(note),
    }  # fmt: skip
    changes = {key: [plain(getattr(staff, key)), plain(value)] for key, value in new.items()
               if getattr(staff, key) != value}  # fmt: skip
    if changes:
        for key, value in new.items():
            setattr(staff, key, value)
        set_keys(staff)
        uow.session.flush()
        uow.record(journal.STAFF_CHANGED, f"{staff.name} {staff.staff_number}", changes=changes)
    return _row(uow, staff)


def deactivate_staff(uow: UnitOfWork, *, staff_id: int, seen_version: int, reason: str = "") -> StaffRow:
    """Take a person out of the competition; nothing about them is deleted."""
    return _set_active(uow, staff_id, seen_version, False, reason)


def reactivate_staff(uow: UnitOfWork, *, staff_id: int, seen_version: int) -> StaffRow:
    """Take a person in again."""
    return _set_active(uow, staff_id, seen_version, True, "")


def _set_active(uow: UnitOfWork, staff_id: int, seen_version: int, active: bool, reason: str) -> StaffRow:
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    staff = get_staff(uow, staff_id)
    check_version(staff.version, seen_version)
    if staff.active != active:
        staff.active = active
        uow.session.flush()
        tag = journal.STAFF_REACTIVATED if active else journal.STAFF_DEACTIVATED
        uow.record(tag, f"{staff.name} {staff.staff_number}", reason=rules.line_text(reason))
    return _row(uow, staff)


def set_keys(staff: Staff) -> None:
    """Derive what the person is sought by: the folded number, the sound and initials of the name."""
    keys = name_keys(staff.name)
    staff.folded_number = rules.folded_number(staff.staff_number)
    staff.name_key, staff.initials = keys.sound, keys.initials


def new_values(line: RosterLine, unit_id: int) -> dict[str, Any]:
    """The columns of a new person."""
    keys = name_keys(line.name)
    values: dict[str, Any] = {
        "staff_number": line.staff_number, "folded_number": rules.folded_number(line.staff_number),
        "name": line.name, "name_key": keys.sound, "initials": keys.initials, "sex": line.sex, "unit_id": unit_id,
        "outlet": line.outlet, "post": line.post, "since": line.since, "note": line.note, "active": True,
        "version": 1,
    }  # fmt: skip
    for key, default in NEW_DEFAULTS.items():
        value = getattr(line, key)
        values[key] = default if value is None else value
    return values


def plain(value: Any) -> str | int | bool | None:
    """A value as the journal keeps it: a day as ISO text."""
    return value.isoformat() if isinstance(value, date) else value


def get_staff(uow: UnitOfWork, staff_id: int) -> Staff:
    """The mapped person; :class:`NotFound` when there is none."""
    staff = uow.session.get(Staff, staff_id)
    if staff is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This person is not in the roster any more. Refresh the page."))
    return staff


def _unit(uow: UnitOfWork, unit_id: int) -> Unit:
    unit = uow.session.get(Unit, unit_id)
    if unit is None or not unit.active:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose the unit from the list."))
    return unit


def _refuse_taken(uow: UnitOfWork, number: str, own_id: int | None) -> None:
    other = uow.session.execute(
        select(Staff.id, Staff.name, Unit.name.label("unit"))
        .join(Unit, Unit.id == Staff.unit_id)
        .where(Staff.folded_number == rules.folded_number(number))
    ).first()
    if other is not None and other.id != own_id:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The staff number {number} belongs to {name} ({unit}). Check the number."),
            number=number,
            name=other.name,
            unit=other.unit,
        )


def _row(uow: UnitOfWork, staff: Staff) -> StaffRow:
    unit = uow.session.get_one(Unit, staff.unit_id)
    return StaffRow(
        staff.id, staff.staff_number, staff.name, staff.sex, unit.id, unit.name, unit.code, staff.outlet,
        staff.post, staff.since, staff.on_duty, staff.window_staff, staff.certified, staff.note, staff.active,
        staff.version, staff.name_key, staff.initials, unit.position,
    )  # fmt: skip
