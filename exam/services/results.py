"""The results of the competition as they stand now, for looking at, and the explanation of a line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import select

from exam.access import Right, require
from exam.errors import NotFound
from exam.rules import explain
from exam.rules.results import Basis, Snapshot, Step
from exam.services.calculation import Calculation, calculate_again, calculate_whole
from exam.services.changed_marks import find_changed
from exam.services.entrants import may_see_names
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.journal import JournalEntry, JournalHead


def get_draft(uow: UnitOfWork) -> Snapshot:
    """The results as they would be published now. Needs the right to see unpublished results.

    People who may not see names beside marks get codes only, as everybody does while secret codes hide the names.
    """
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    now = uow.now.astimezone().isoformat(timespec="seconds")
    snapshot = replace(_present(uow).snapshot, made_at=now)
    return snapshot if may_see_names(uow) else without_names(snapshot)


def get_initials(uow: UnitOfWork) -> Mapping[int, str]:
    """The pinyin initials of the names by nominee id, for people who may see the names."""
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    return _present(uow).initials if may_see_names(uow) else {}


def calculate(
    uow: UnitOfWork,
    *,
    number: int | None = None,
    basis: Basis | None = None,
    replaced: Mapping[tuple[int, int], Decimal] | None = None,
) -> Snapshot:
    """The whole snapshot from the marks as they stand; see :func:`exam.services.calculation.calculate_whole`."""
    return calculate_whole(uow, number=number, basis=basis, replaced=replaced).snapshot


_LATEST: WeakKeyDictionary[Any, Calculation] = WeakKeyDictionary()


def _present(uow: UnitOfWork) -> Calculation:
    """The calculation of this moment; of the same head of the journal it is made once and kept.

    Nothing changes without an entry, so an unchanged head means unchanged marks; entries that changed a few marks
    are put into the kept calculation. A unit of work that has changed something itself calculates anew.
    """
    session = uow.session
    if session.new or session.dirty or session.deleted or uow.topics or uow.changes.pending():
        return calculate_whole(uow)
    engine = session.connection().engine
    head, count = session.execute(select(JournalHead.hash, JournalHead.count)).one()
    known = _LATEST.get(engine)
    if known is None or known.snapshot.journal_head != head:
        known = _followed(uow, known, count) or calculate_whole(uow)
        _LATEST[engine] = known
    return known


def _followed(uow: UnitOfWork, known: Calculation | None, upto: int) -> Calculation | None:
    """The kept calculation with the marks changed since; ``None`` when that is not enough."""
    if known is None:
        return None
    since = known.snapshot.journal_count
    last = uow.session.scalar(select(JournalEntry.hash).where(JournalEntry.id == since))
    if last != known.snapshot.journal_head:
        # Another competition, or a copy from before: not the same journal going on.
        return None
    changed = find_changed(uow, since=since, upto=upto)
    return calculate_again(uow, known, changed) if changed is not None else None


def without_names(snapshot: Snapshot) -> Snapshot:
    """The same results with entrant codes only: no name, staff number, unit of any elite; no awards."""
    individuals = tuple(
        replace(line, name="", staff_number="", unit="", unit_code="") for line in snapshot.individuals
    )
    return replace(snapshot, individuals=individuals, teams=(), awards=())


# Explanations


@dataclass(frozen=True, slots=True)
class Explanation:
    """The whole calculation of one elite, team or unit: ``subject`` is whose it is."""

    subject: str
    unit: str
    steps: tuple[Step, ...]


def explain_line(
    snapshot: Snapshot, *, nominee_id: int | None = None, team_id: int | None = None, unit_code: str | None = None
) -> Explanation:
    """The calculation of one line of ``snapshot``; :class:`NotFound` when it is not in it."""
    for person in snapshot.individuals:
        if nominee_id is not None and person.nominee_id == nominee_id:
            subject = " ".join(part for part in (person.entrant_code, person.name) if part)
            return Explanation(subject, person.unit, explain.explain_individual(snapshot, person))
    for team in snapshot.teams:
        if team_id is not None and team.team_id == team_id:
            return Explanation(team.team or team.unit, team.unit, explain.explain_team(snapshot, team))
    for unit in snapshot.units:
        if unit_code is not None and unit.unit_code == unit_code:
            return Explanation(unit.unit, unit.unit, explain.explain_unit(snapshot, unit))
    raise NotFound(QT_TRANSLATE_NOOP("exam", "This line is no longer in the standings. Refresh the page."))
