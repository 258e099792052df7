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
from exam.rules.results import Basis, IndividualLine, Snapshot, Step
from exam.rules.snapshots import Compared
from exam.services.calculation import Calculation, calculate_again, calculate_whole
from exam.services.changed_marks import find_changed
from exam.services.entrants import may_see_names
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.journal import JournalHead


@dataclass(frozen=True, slots=True)
class Draft:
    """The results as they would be published now; ``initials`` of the names by nominee, for searching.

    ``named``: the person at the desk may see names beside marks. ``compared`` is for :func:`snapshots.changes`.
    """

    snapshot: Snapshot
    initials: Mapping[int, str]
    named: bool
    compared: Compared


def get_draft(uow: UnitOfWork) -> Snapshot:
    """The results as they would be published now; see :func:`get_whole_draft`."""
    return get_whole_draft(uow).snapshot


def get_whole_draft(uow: UnitOfWork) -> Draft:
    """The results with what is needed to search them. Needs the right to see unpublished results.

    People who may not see names beside marks get codes only, as everybody does while secret codes hide the names.
    """
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    present, named = _present(uow), may_see_names(uow)
    now = uow.now.astimezone().isoformat(timespec="seconds")
    snapshot = replace(present.snapshot, made_at=now)
    if named:
        return Draft(snapshot, present.initials, named, present.compared)
    return Draft(without_names(snapshot, present.nameless), {}, named, {})


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
        known = _followed(uow, known, head, count) or calculate_whole(uow)
        _LATEST[engine] = known
    return known


def _followed(uow: UnitOfWork, known: Calculation | None, head: str, count: int) -> Calculation | None:
    """The kept calculation with the marks changed since; ``None`` when that is not enough."""
    if known is None:
        return None
    changed = find_changed(
        uow, since=known.snapshot.journal_count, since_hash=known.snapshot.journal_head, upto=count
    )
    return calculate_again(uow, known, changed, head, count) if changed is not None else None


def without_names(
    snapshot: Snapshot, kept: dict[int, tuple[IndividualLine, IndividualLine]] | None = None
) -> Snapshot:
    """The same results with entrant codes only: no name, staff number, unit of any elite; no awards.

    ``kept`` holds what was made here before, so that lines which did not change are not made again.
    """
    found: dict[int, tuple[IndividualLine, IndividualLine]] = {} if kept is None else kept
    individuals: list[IndividualLine] = []
    for line in snapshot.individuals:
        was = found.get(line.nominee_id)
        if was is None or was[0] is not line:
            was = found[line.nominee_id] = (line, replace(line, name="", staff_number="", unit="", unit_code=""))
        individuals.append(was[1])
    return replace(snapshot, individuals=tuple(individuals), teams=(), awards=())


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
