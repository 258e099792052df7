"""The results of the competition, calculated from the marks as they stand now.

Gathered by plain column queries (totals never pass through mapped objects), calculated by ``exam.rules``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any
from weakref import WeakKeyDictionary

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound
from exam.rules import explain
from exam.rules.awards import AwardSpec, Titled, give_awards
from exam.rules.marks import ATTENDANCE_NAMES, Attendance
from exam.rules.nominations import STATUS_NAMES
from exam.rules.results import Basis, Component, IndividualLine, ItemColumn, Snapshot, Step
from exam.rules.results import TieEnd as Tied
from exam.rules.settings import TIE_KEYS, Rules
from exam.rules.snapshots import SHOWN_HASH, Change, changes, text_hash
from exam.rules.stages import Stage
from exam.rules.standings import individual_standing, team_standing
from exam.rules.team_totals import AGGREGATE_NAMES, PRESETS, SOURCE_NAMES, TEAM_SOURCES
from exam.rules.totals import is_missing
from exam.services.competition import get_competition, get_rules, require_open
from exam.services.result_marks import count_unverified, gather_final
from exam.services.result_units import gather_units
from exam.services.sign_off import list_locks
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.awards import AwardRule, CertificateNumber, TitleHolder
from models.finals import FinalItem
from models.journal import JournalHead
from models.people import Staff, Unit
from models.results import TeamComponent, TieEnd

NO_TEAMS = "none"
"""The team preset of a selection of single people."""
NO_COMPONENTS = QT_TRANSLATE_NOOP("exam", "Team total: its own components are not set yet")


def get_draft(uow: UnitOfWork) -> Snapshot:
    """The results as they would be published now. Needs the right to see unpublished results.

    People who may not see names beside marks get codes only.
    """
    require(uow, Right.SEE_UNPUBLISHED_RESULTS)
    snapshot = _present(uow)
    return snapshot if uow.person.may(Right.SEE_NAMES_BESIDE_MARKS) else without_names(snapshot)


_LATEST: WeakKeyDictionary[Any, tuple[tuple[str, int], Snapshot]] = WeakKeyDictionary()


def _present(uow: UnitOfWork) -> Snapshot:
    """The calculation of this moment; of the same head of the journal it is made once and kept.

    Nothing changes without an entry, so an unchanged head means unchanged marks. A unit of work that has changed
    something itself calculates anew.
    """
    session = uow.session
    engine = session.connection().engine
    head, count = session.execute(select(JournalHead.hash, JournalHead.count)).one()
    if session.new or session.dirty or session.deleted or uow.topics or uow.changes.pending():
        return calculate(uow)
    known = _LATEST.get(engine)
    if known is None or known[0] != (head, count):
        known = ((head, count), calculate(uow))
        _LATEST[engine] = known
    return replace(known[1], made_at=uow.now.astimezone().isoformat(timespec="seconds"))


def calculate(
    uow: UnitOfWork,
    *,
    number: int | None = None,
    basis: Basis | None = None,
    replaced: Mapping[tuple[int, int], Decimal] | None = None,
) -> Snapshot:
    """The whole snapshot from the marks as they stand. Rights are the caller's to check.

    ``basis`` are other rules to calculate with, ``replaced`` other written marks by (candidate, section), to see
    what they would change.
    """
    competition = get_competition(uow)
    if basis is None:
        basis = get_basis(uow, get_rules(uow))
    written = gather_units(uow, replaced=replaced)
    units = written.lines
    final = gather_final(uow, basis, units)
    individuals = individual_standing(final.entrants, final.columns, basis)
    teams = team_standing(final.teams, individuals, final.columns, basis)
    specs, titled = award_specs(uow), title_holders(uow)
    awards = give_awards(
        specs, individuals=individuals, teams=teams, units=units, items=final.columns, titled=titled
    )
    numbers = certificate_numbers(uow)
    awards = tuple(
        replace(line, certificate_number=numbers.get((line.winner_key, line.award), "")) for line in awards
    )
    given: dict[str, list[str]] = {}
    for line in awards:
        if line.kind in ("individual", "group", "item", "title"):
            given.setdefault(line.staff_number, []).append(f"{line.item} {line.award}".strip())
        elif line.kind == "team":
            given.setdefault(line.winner_key, []).append(line.award)
    head, count = uow.session.execute(select(JournalHead.hash, JournalHead.count)).one()
    incomplete = (*written.incomplete, *_incomplete(individuals, final.columns, basis))
    if get_rules(uow).team_preset == NO_TEAMS:
        incomplete = tuple(step for step in incomplete if step.text != NO_COMPONENTS)
    # A draft is known by the marks and rules it follows from; a publication by the hash of its whole text.
    fingerprint = text_hash(f"{head}|{count}|{basis!r}")[:SHOWN_HASH]
    return Snapshot(
        competition=competition.name, year=competition.year, host=competition.host,
        organiser=competition.organiser, language=competition.language,
        made_at=uow.now.astimezone().isoformat(timespec="seconds"), number=number,
        fingerprint=fingerprint, items=final.columns,
        individuals=tuple(
            replace(
                line, award=join(given.get(line.staff_number, [])),
                note=note_of(line, final.columns, competition.language),
            )
            for line in individuals
        ),
        teams=tuple(replace(line, award=join(given.get(f"team|{line.unit_code}", []))) for line in teams),
        units=units, awards=awards, incomplete=incomplete,
        journal_head=head, journal_count=count, basis=basis, unverified=count_unverified(uow),
        locks=list_locks(uow),
    )  # fmt: skip


def join(words: Sequence[str]) -> str:
    """Several awards in one cell."""
    return "、".join(words)


def note_of(line: IndividualLine, columns: Sequence[ItemColumn], language: str) -> str:
    """Why somebody has no place or an item counts 0, for the note column, in the competition's language."""
    parts: list[str] = []
    if line.status != "active":
        parts.append(_words(language)(STATUS_NAMES.get(line.status, line.status)))
    for column, work in zip(columns, line.work, strict=True):
        if work.state and work.state != Attendance.PRESENT:
            parts.append(f"{column.name} {_words(language)(ATTENDANCE_NAMES[Attendance(work.state)])}")
    return join(parts)


@lru_cache(maxsize=2)
def _words(language: str) -> Words:
    return Words(language)


def without_names(snapshot: Snapshot) -> Snapshot:
    """The same results with entrant codes only: no name, staff number, unit of any elite; no awards."""
    individuals = tuple(
        replace(line, name="", staff_number="", unit="", unit_code="") for line in snapshot.individuals
    )
    return replace(snapshot, individuals=individuals, teams=(), awards=())


def _incomplete(
    individuals: Sequence[IndividualLine], columns: Sequence[object], basis: Basis
) -> tuple[Step, ...]:
    steps: list[Step] = []
    if not individuals:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Final: nobody has been nominated yet"), kind="warning"))
    elif not columns:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Final: there are no items yet"), kind="warning"))
    elif not basis.components:
        steps.append(Step(NO_COMPONENTS, kind="warning"))
    waiting = [line for line in individuals if line.status == "active" and any(w.awaited for w in line.work)]
    if waiting:
        marks = sum(work.awaited for line in waiting for work in line.work)
        text = QT_TRANSLATE_NOOP("exam", "Final, marks still missing: {count} (elites waiting: {people})")
        steps.append(Step(text, {"count": str(marks), "people": str(len(waiting))}, kind="warning"))
    small = sum(
        not is_missing(line) and line.total is None and not any(w.awaited for w in line.work)
        for line in individuals
    ) if columns else 0  # fmt: skip
    if small:
        text = QT_TRANSLATE_NOOP("exam", "Final, elites with fewer judges' marks than the rule asks for: {people}")
        steps.append(Step(text, {"people": str(small)}, kind="warning"))
    return tuple(steps)


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


# Rules of the totals


def get_basis(uow: UnitOfWork, rules: Rules) -> Basis:
    """The rules of the totals from the settings and, for own components, their table."""
    components = (
        tuple(list_components(uow))
        if rules.team_preset == "own"
        else tuple(replace(one, missing=rules.missing_elite) for one in PRESETS[rules.team_preset])
    )
    return Basis(
        written_weight=rules.written_weight, written_full=rules.written_full, item_places=rules.item_places,
        total_places=rules.total_places, individual_keys=_keys(rules.individual_tie_keys),
        team_keys=_keys(rules.team_tie_keys), components=components, mark_step=rules.mark_step,
        tie_ends=stored_tie_ends(uow),
    )  # fmt: skip


def stored_tie_ends(uow: UnitOfWork) -> tuple[Tied, ...]:
    """How ties were ended by extra quiz or lot, in the order in which it was recorded."""
    rows = uow.session.execute(
        select(TieEnd.standing, TieEnd.method, TieEnd.places, TieEnd.note).order_by(TieEnd.id)
    )
    return tuple(Tied(*row) for row in rows)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for key in text.split(",") if key in TIE_KEYS)


def try_team_total(uow: UnitOfWork, *, preset: str, components: Sequence[Component] = ()) -> tuple[Change, ...]:
    """What another way to build the team total would change in the team standing; nothing is saved."""
    now = get_draft(uow)
    rules = get_rules(uow)
    chosen = components if preset == "own" else PRESETS[preset]
    basis = replace(now.basis, components=tuple(replace(one, missing=rules.missing_elite) for one in chosen))
    return tuple(one for one in changes(now, calculate(uow, basis=basis)) if one.kind == "team")


def list_components(uow: UnitOfWork) -> list[Component]:
    """The competition's own components of the team total, in order."""
    rows = uow.session.execute(
        select(
            TeamComponent.source, TeamComponent.aggregate, TeamComponent.weight, TeamComponent.missing,
            TeamComponent.best, FinalItem.key,
        )
        .outerjoin(FinalItem, FinalItem.id == TeamComponent.item_id)
        .order_by(TeamComponent.position)
    )  # fmt: skip
    return [
        Component(source, how, weight, missing, best, key or "") for source, how, weight, missing, best, key in rows
    ]


def set_components(uow: UnitOfWork, *, components: Sequence[Component]) -> list[Component]:
    """Replace the own components of the team total (used when the rule *team total* says so)."""
    require(uow, Right.MANAGE_COMPETITION)
    require_open(uow, Stage.RESULTS)
    old = list_components(uow)
    if list(components) == old:
        return old
    items = dict(uow.session.execute(select(FinalItem.key, FinalItem.id)).all())
    for row in uow.session.scalars(select(TeamComponent)):
        uow.session.delete(row)
    uow.session.flush()
    for position, one in enumerate(components, start=1):
        _check_component(one, items.keys())
        uow.session.add(
            TeamComponent(
                position=position, source=one.source, aggregate=one.aggregate, best=one.best, weight=one.weight,
                missing=one.missing, item_id=items.get(one.item),
            )
        )  # fmt: skip
    uow.session.flush()
    uow.record(journal.TEAM_RULE_CHANGED, "", old=[_told(one) for one in old], new=[_told(one) for one in components])
    return list_components(uow)


def _check_component(one: Component, items: object) -> None:
    known = one.source in SOURCE_NAMES and one.aggregate in AGGREGATE_NAMES and one.missing in ("zero", "leave_out")
    needs_item = one.source in ("item", "quiz")
    if not known or (needs_item and one.item not in items):  # type: ignore[operator]
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose where this component of the team total comes from."))
    if not Decimal(0) < one.weight <= Decimal(1000):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The weight of a component lies above 0 and up to 1000 percent."))
    if one.aggregate == "best" and one.source not in TEAM_SOURCES and not (one.best and one.best > 0):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say how many of the best members count."))


def _told(one: Component) -> str:
    return f"{one.source} {one.item} {one.aggregate} {one.best or ''} {one.weight} % {one.missing}"


# Awards


def award_specs(uow: UnitOfWork) -> list[AwardSpec]:
    """The award rules in the order of their scopes and positions."""
    rows = uow.session.execute(
        select(AwardRule.scope, AwardRule.name, AwardRule.method, AwardRule.value, FinalItem.key, AwardRule.text)
        .outerjoin(FinalItem, FinalItem.id == AwardRule.item_id)
        .order_by(AwardRule.scope, AwardRule.position)
    )
    return [
        AwardSpec(scope, name, how, Decimal(value or 0), key or "", text)
        for scope, name, how, value, key, text in rows
    ]


def title_holders(uow: UnitOfWork) -> list[Titled]:
    """Everybody with a title given by hand, title by title, in roster order."""
    rows = uow.session.execute(
        select(AwardRule.name, Staff.staff_number, Staff.name, Unit.name, TitleHolder.reason)
        .join(AwardRule, AwardRule.id == TitleHolder.award_rule_id)
        .join(Staff, Staff.id == TitleHolder.staff_id)
        .join(Unit, Unit.id == Staff.unit_id)
        .order_by(AwardRule.position, Unit.position, Staff.staff_number)
    )
    return [Titled(*row) for row in rows]


def certificate_numbers(uow: UnitOfWork) -> dict[tuple[str, str], str]:
    """The numbers given so far, by winner and award."""
    rows = uow.session.execute(
        select(CertificateNumber.winner_key, CertificateNumber.award, CertificateNumber.number)
    )
    return {(winner, award): number for winner, award, number in rows}
