"""Taking in a file of nominations: compared with the roster first, then all of it or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import ImportRejected, Problem
from exam.rules.nominations import ACTIVE, refusal
from exam.rules.roster import folded_number
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.services.finals import get_nomination_rule, list_teams, nominate
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Nominee
from models.people import Staff, Unit

_LIST = QT_TRANSLATE_NOOP("exam", "Look at the unit's list and correct the row, or the roster.")


class Entry(Protocol):
    """A row of a file (``exam.files.nominations.NominationEntry``)."""

    @property
    def row(self) -> int: ...
    @property
    def staff_number(self) -> str: ...
    @property
    def name(self) -> str: ...


@dataclass(frozen=True, slots=True)
class NewNominee:
    """Somebody whom the file would nominate."""

    row: int
    staff_id: int
    staff_number: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class NominationsComparison:
    """What a file would add; ``known`` people are nominated already."""

    new: tuple[NewNominee, ...]
    known: int
    problems: tuple[Problem, ...]


def compare_nominations(uow: UnitOfWork, *, entries: Sequence[Entry]) -> NominationsComparison:
    """What :func:`import_nominations` would do, and every reason why it would not."""
    rule = get_nomination_rule(uow)
    wanted = {folded_number(entry.staff_number) for entry in entries}
    found = uow.session.execute(
        select(Staff, Unit.name, Nominee.status)
        .join(Unit, Unit.id == Staff.unit_id)
        .join(Nominee, Nominee.staff_id == Staff.id, isouter=True)
        .where(Staff.folded_number.in_(wanted))
    )
    people = {staff.folded_number: (staff, unit, status) for staff, unit, status in found}
    new: list[NewNominee] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    sizes = {team.unit_id: team.nominated for team in list_teams(uow)}
    known = 0
    for entry in entries:
        key = folded_number(entry.staff_number)
        staff, unit, status = people.get(key, (None, "", None))
        if staff is None:
            text = QT_TRANSLATE_NOOP("exam", "Nobody on the roster has this staff number.")
            problems.append(Problem(entry.row, "", entry.staff_number, text, _LIST))
        elif key in seen:
            text = QT_TRANSLATE_NOOP("exam", "This person stands in the file twice.")
            problems.append(Problem(entry.row, "", entry.staff_number, text, _LIST))
        elif entry.name and "".join(entry.name.split()) != "".join(staff.name.split()):
            text = QT_TRANSLATE_NOOP("exam", "The roster knows this staff number as {name}.")
            problems.append(Problem(entry.row, "", entry.name, text, _LIST, (("name", staff.name),)))
        elif status == ACTIVE:
            known += 1
        elif status is not None:
            text = QT_TRANSLATE_NOOP("exam", "{name} was nominated before and left. Change the state in the list.")
            problems.append(Problem(entry.row, "", entry.staff_number, text, "", (("name", staff.name),)))
        elif why := refusal(rule, active=staff.active, certified=staff.certified):
            problems.append(Problem(entry.row, "", entry.staff_number, why, "", (("name", staff.name),)))
        else:
            new.append(NewNominee(entry.row, staff.id, staff.staff_number, staff.name, unit))
            sizes[staff.unit_id] = sizes.get(staff.unit_id, 0) + 1
            if sizes[staff.unit_id] > rule.maximum:
                text = QT_TRANSLATE_NOOP("exam", "{unit} would have more than {maximum} elites.")
                params = (("unit", unit), ("maximum", rule.maximum))
                problems.append(Problem(entry.row, "", entry.staff_number, text, _LIST, params))
        seen.add(key)
    return NominationsComparison(tuple(new), known, tuple(problems))


def import_nominations(
    uow: UnitOfWork, *, entries: Sequence[Entry], file_name: str, sha256: str
) -> NominationsComparison:
    """Nominate everybody in the file or nobody. Raises :class:`ImportRejected` with every problem."""
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)
    found = compare_nominations(uow, entries=entries)
    if found.problems:
        raise ImportRejected(found.problems)
    if found.new:
        nominate(uow, staff_ids=[one.staff_id for one in found.new])
        uow.record(journal.NOMINEE_ADDED, file_name, sha256=sha256, nominated=len(found.new))
    return found
