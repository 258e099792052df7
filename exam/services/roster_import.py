"""The roster taken from a file as a whole: first what it would change, then the change."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import insert, select

from exam import journal
from exam.access import Right, require
from exam.errors import AlreadySaved
from exam.progress import SILENT, Progress
from exam.rules import roster as rules
from exam.rules.roster import RosterLine
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.services.roster import StaffRow, get_staff, list_staff, new_values, plain, set_keys
from exam.services.units import new_unit
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import RosterFile, Staff, Unit

_TEXTS = ("sex", "outlet", "post", "note")
_KNOWN = ("since", "on_duty", "window_staff", "certified")


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
        values.append(new_values(line, unit_ids[rules.unit_key(line.unit)]))
    if values:
        uow.session.execute(insert(Staff.__table__), values)  # type: ignore[arg-type]
    for change in difference.changed:
        _apply(get_staff(uow, change.staff_id), change, unit_ids)
    for row in leaving:
        get_staff(uow, row.id).active = False
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
            [change.line.staff_number, field, plain(old), plain(new)]
            for change in difference.changed
            for field, (old, new) in change.fields.items()
        ],
        deactivated=[row.staff_number for row in leaving],
        units=list(difference.new_units),
    )
    return ImportOutcome(
        len(difference.added), len(difference.changed), difference.unchanged, len(leaving), difference.new_units
    )


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
    set_keys(staff)


def _same_file(uow: UnitOfWork, sha256: str) -> ImportedFile | None:
    row = uow.session.scalar(
        select(RosterFile).where(RosterFile.sha256 == sha256).order_by(RosterFile.id.desc()).limit(1)
    )
    return None if row is None else ImportedFile(row.name, row.rows, row.imported_at, row.imported_by)
