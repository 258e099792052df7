"""The units: operating units or departments, each entering one team."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.roster import line_text, unit_key, unit_name
from exam.rules.stages import Stage
from exam.services.competition import check_version, require_open
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.people import Staff, Unit

LONGEST_CODE = 16


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit with how many active people it has. ``shown_name`` is the short name where there is one."""

    id: int
    code: str
    name: str
    short_name: str
    position: int
    active: bool
    version: int
    staff: int

    @property
    def shown_name(self) -> str:
        """The short name, or the whole name where there is none."""
        return self.short_name or self.name


def list_units(uow: UnitOfWork, *, active_only: bool = False) -> list[UnitRow]:
    """The units in their order."""
    counts = {
        row[0]: row[1]
        for row in uow.session.execute(select(Staff.unit_id, func.count()).where(Staff.active).group_by(Staff.unit_id))
    }
    query = select(Unit).order_by(Unit.position, Unit.id)
    if active_only:
        query = query.where(Unit.active)
    return [_row(unit, counts.get(unit.id, 0)) for unit in uow.session.scalars(query)]


def add_unit(uow: UnitOfWork, *, name: str, short_name: str = "", code: str = "") -> UnitRow:
    """Add a unit at the end; without ``code`` it gets the next free one (U01, U02, ...)."""
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    unit = new_unit(uow, name=name, short_name=short_name, code=code)
    uow.record(journal.UNIT_ADDED, unit.name, code=unit.code)
    return _row(unit, 0)


def new_unit(uow: UnitOfWork, *, name: str, short_name: str = "", code: str = "") -> Unit:
    """Add the mapped unit; the caller has checked rights and records the journal."""
    name = _checked_name(uow, name, None)
    code = _checked_code(uow, code, None) if code.strip() else _next_code(uow)
    last = uow.session.scalar(select(func.max(Unit.position))) or 0
    unit = Unit(name=name, short_name=line_text(short_name), code=code, position=last + 1, active=True)
    uow.session.add(unit)
    uow.session.flush()
    return unit


def change_unit(
    uow: UnitOfWork, *, unit_id: int, seen_version: int, name: str, short_name: str, code: str, active: bool = True
) -> UnitRow:
    """Change a unit. Raises :class:`RuleBroken` when it is closed while people still belong to it."""
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    unit = _unit(uow, unit_id)
    check_version(unit.version, seen_version)
    staff = _count(uow, unit_id)
    if unit.active and not active and staff:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{count} people still belong to {unit}. Give them another unit first, or deactivate them."
            ),
            count=staff,
            unit=unit.name,
        )
    new = {
        "name": _checked_name(uow, name, unit_id),
        "short_name": line_text(short_name),
        "code": _checked_code(uow, code, unit_id),
        "active": active,
    }
    changes = {key: [getattr(unit, key), value] for key, value in new.items() if getattr(unit, key) != value}
    if changes:
        for key, value in new.items():
            setattr(unit, key, value)
        uow.session.flush()
        uow.record(journal.UNIT_CHANGED, unit.name, changes=changes)
    return _row(unit, staff)


def move_unit(uow: UnitOfWork, *, unit_id: int, steps: int) -> list[UnitRow]:
    """Move a unit up (negative) or down in the order of lists and sheets; the new order is returned."""
    require(uow, Right.MANAGE_ROSTER)
    require_open(uow, Stage.ROSTER)
    units = list(uow.session.scalars(select(Unit).order_by(Unit.position, Unit.id)))
    unit = _unit(uow, unit_id)
    before = units.index(unit)
    after = min(max(before + steps, 0), len(units) - 1)
    if after != before:
        units.insert(after, units.pop(before))
        for position, each in enumerate(units, 1):
            each.position = position
        uow.session.flush()
        uow.record(journal.UNIT_CHANGED, unit.name, changes={"position": [before + 1, after + 1]})
    return list_units(uow)


def _unit(uow: UnitOfWork, unit_id: int) -> Unit:
    unit = uow.session.get(Unit, unit_id)
    if unit is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This unit is not there any more. Refresh the page."))
    return unit


def _count(uow: UnitOfWork, unit_id: int) -> int:
    query = select(func.count()).select_from(Staff).where(Staff.unit_id == unit_id, Staff.active)
    return uow.session.scalar(query) or 0


def _checked_name(uow: UnitOfWork, text: str, own_id: int | None) -> str:
    name = unit_name(text)
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the unit a name."))
    key = unit_key(name)
    for other in uow.session.execute(select(Unit.id, Unit.name)):
        if other.id != own_id and unit_key(other.name) == key:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "There is already a unit called “{name}”. Choose another name."),
                name=other.name,
            )
    return name


def _checked_code(uow: UnitOfWork, text: str, own_id: int | None) -> str:
    code = text.strip().upper()
    fits = 0 < len(code) <= LONGEST_CODE and all(c.isascii() and (c.isalnum() or c in "-_.") for c in code)
    if not fits:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{code}” is not a unit code: use 1 to 16 letters A-Z, digits, hyphens or dots."),
            code=text.strip(),
        )
    other = uow.session.execute(select(Unit.id, Unit.name).where(Unit.code == code)).first()
    if other is not None and other.id != own_id:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The code {code} belongs to {unit}. Choose another code."),
            code=code,
            unit=other.name,
        )
    return code


def _next_code(uow: UnitOfWork) -> str:
    taken = set(uow.session.scalars(select(Unit.code)))
    number = len(taken) + 1
    while f"U{number:02d}" in taken:
        number += 1
    return f"U{number:02d}"


def _row(unit: Unit, staff: int) -> UnitRow:
    return UnitRow(unit.id, unit.code, unit.name, unit.short_name, unit.position, unit.active, unit.version, staff)
