"""The roster: people with their units, taken from a file as a whole or changed one by one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import func, insert, select

from exam import journal
from exam.access import Right, require
from exam.errors import AlreadySaved, InvalidInput, NotFound
from exam.progress import SILENT, Progress
from exam.rules import roster as rules
from exam.rules.roster import RosterLine
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.services.pinyin import name_keys
from exam.services.units import new_unit
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import RosterFile, Staff, Unit

NEW_DEFAULTS: Mapping[str, bool] = {"on_duty": True, "window_staff": True, "certified": False}
"""What a new person is where the file says nothing."""

_TEXTS = ("sex", "outlet", "post", "note")
_KNOWN = ("since", "on_duty", "window_staff", "certified")


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
class ImportedFile:
    """A roster file that was taken in before."""

    name: str
    rows: int
    imported_at: datetime
    imported_by: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a file changes of one person: field -> (old, new); ``active`` means they return."""

    staff_id: int
    line: RosterLine
    fields: Mapping[str, tuple[Any, Any]]


@dataclass(frozen=True, slots=True)
class RosterDifference:
    """What a file would do to the roster. ``missing``: active people it does not name; they are never deleted."""

    added: tuple[RosterLine, ...]
    changed: tuple[Change, ...]
    unchanged: int
    missing: tuple[StaffRow, ...]
    new_units: tuple[str, ...]
    same_file: ImportedFile | None

    @property
    def nothing_new(self) -> bool:
        """Whether an import would change nothing (but for deactivating the missing)."""
        return not self.added and not self.changed


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """What an import did, in counts."""

    added: int
    changed: int
    unchanged: int
    deactivated: int
    new_units: tuple[str, ...]


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


def compare_roster(
    uow: UnitOfWork, *, lines: Sequence[RosterLine], fields: Collection[str], sha256: str = ""
) -> RosterDifference:
    """What an import of ``lines`` would do. ``fields``: the columns that the file has."""
    stored = {rules.folded_number(row.staff_number): row for row in list_staff(uow)}
    units = {rules.unit_key(row.name): row.name for row in uow.session.execute(select(Unit.name))}
    added: list[RosterLine] = []
    changed: list[Change] = []
    new_units: dict[str, str] = {}
    seen: set[str] = set()
    for line in lines:
        folded = rules.folded_number(line.staff_number)
        seen.add(folded)
        key = rules.unit_key(line.unit)
        if key not in units:
            new_units.setdefault(key, line.unit)
        row = stored.get(folded)
        if row is None:
            added.append(line)
        elif differences := _differences(row, line, fields, key):
            changed.append(Change(row.id, line, differences))
    missing = tuple(row for folded, row in stored.items() if folded not in seen and row.active)
    unchanged = len(lines) - len(added) - len(changed)
    return RosterDifference(
        tuple(added), tuple(changed), unchanged, missing, tuple(new_units.values()), _same_file(uow, sha256)
    )


def import_roster(
    uow: UnitOfWork,
    *,
    lines: Sequence[RosterLine],
    fields: Collection[str],
    file_name: str,
    sha256: str,
    deactivate: Collection[int] = (),
    progress: Progress = SILENT,
) -> ImportOutcome:
    """Take in a checked file as a whole: new people and units, changes, and the people to deactivate.

    Columns that the file lacks leave people as they are. Raises :class:`AlreadySaved` when it changes nothing.
    The caller makes the backup before and has shown the :class:`RosterDifference`.
    """
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    difference = compare_roster(uow, lines=lines, fields=fields, sha256=sha256)
    leaving = [row for row in difference.missing if row.id in set(deactivate)]
    if difference.nothing_new and not leaving:
        raise AlreadySaved(
            QT_TRANSLATE_NOOP("exam", "Everybody in this file stands in the roster already, with the same data.")
        )
    for name in difference.new_units:
        new_unit(uow, name=name)
    unit_ids = {rules.unit_key(row.name): row.id for row in uow.session.execute(select(Unit.id, Unit.name))}
    values: list[dict[str, Any]] = []
    for position, line in enumerate(difference.added):
        if position % 500 == 0:
            progress.step(position, len(difference.added))
        values.append(_new_values(line, unit_ids[rules.unit_key(line.unit)]))
    if values:
        uow.session.execute(insert(Staff.__table__), values)  # type: ignore[arg-type]
    for change in difference.changed:
        _apply(_staff(uow, change.staff_id), change, unit_ids)
    for row in leaving:
        _staff(uow, row.id).active = False
    uow.session.add(
        RosterFile(name=file_name, sha256=sha256, rows=len(lines), imported_at=uow.now, imported_by=uow.person.name)
    )
    uow.session.flush()
    uow.record(
        journal.ROSTER_IMPORTED,
        file_name,
        sha256=sha256,
        added=len(difference.added),
        changed=[
            [change.line.staff_number, field, _plain(old), _plain(new)]
            for change in difference.changed
            for field, (old, new) in change.fields.items()
        ],
        deactivated=[row.staff_number for row in leaving],
        units=list(difference.new_units),
    )
    return ImportOutcome(
        len(difference.added), len(difference.changed), difference.unchanged, len(leaving), difference.new_units
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
    staff = Staff(**_new_values(line, unit_id))
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
    staff = _staff(uow, staff_id)
    check_version(staff.version, seen_version)
    number = rules.staff_number(staff_number)
    _refuse_taken(uow, number, staff_id)
    _unit(uow, unit_id)
    new = {
        "staff_number": number, "name": rules.person_name(name), "unit_id": unit_id, "sex": rules.sex(sex),
        "outlet": rules.line_text(outlet), "post": rules.line_text(post), "since": since, "on_duty": on_duty,
        "window_staff": window_staff, "certified": certified, "note": rules.line_text(note),
    }  # fmt: skip
    changes = {key: [_plain(getattr(staff, key)), _plain(value)] for key, value in new.items()
               if getattr(staff, key) != value}  # fmt: skip
    if changes:
        for key, value in new.items():
            setattr(staff, key, value)
        _set_keys(staff)
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
    staff = _staff(uow, staff_id)
    check_version(staff.version, seen_version)
    if staff.active != active:
        staff.active = active
        uow.session.flush()
        tag = journal.STAFF_REACTIVATED if active else journal.STAFF_DEACTIVATED
        uow.record(tag, f"{staff.name} {staff.staff_number}", reason=rules.line_text(reason))
    return _row(uow, staff)


def _differences(row: StaffRow, line: RosterLine, fields: Collection[str], unit_key: str) -> dict[str, tuple[Any, Any]]:
    found: dict[str, tuple[Any, Any]] = {}
    for key in ("staff_number", "name"):
        if getattr(row, key) != getattr(line, key):
            found[key] = (getattr(row, key), getattr(line, key))
    if rules.unit_key(row.unit) != unit_key:
        found["unit"] = (row.unit, line.unit)
    for key in _TEXTS:
        if key in fields and getattr(row, key) != getattr(line, key):
            found[key] = (getattr(row, key), getattr(line, key))
    for key in _KNOWN:
        new = getattr(line, key)
        if key in fields and new is not None and getattr(row, key) != new:
            found[key] = (getattr(row, key), new)
    if not row.active:
        found["active"] = (False, True)
    return found


def _apply(staff: Staff, change: Change, unit_ids: Mapping[str, int]) -> None:
    for key, (_, new) in change.fields.items():
        if key == "unit":
            staff.unit_id = unit_ids[rules.unit_key(change.line.unit)]
        else:
            setattr(staff, key, new)
    _set_keys(staff)


def _set_keys(staff: Staff) -> None:
    keys = name_keys(staff.name)
    staff.folded_number = rules.folded_number(staff.staff_number)
    staff.name_key, staff.initials = keys.sound, keys.initials


def _new_values(line: RosterLine, unit_id: int) -> dict[str, Any]:
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


def _plain(value: Any) -> str | int | bool | None:
    return value.isoformat() if isinstance(value, date) else value


def _same_file(uow: UnitOfWork, sha256: str) -> ImportedFile | None:
    row = uow.session.scalar(
        select(RosterFile).where(RosterFile.sha256 == sha256).order_by(RosterFile.id.desc()).limit(1)
    )
    return None if row is None else ImportedFile(row.name, row.rows, row.imported_at, row.imported_by)


def _staff(uow: UnitOfWork, staff_id: int) -> Staff:
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
