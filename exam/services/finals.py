"""The finalists: nominations per unit, substitutes and withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select, true

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.nominations import (
    ACTIVE,
    DISCIPLINED,
    SUBSTITUTED,
    WITHDRAWN,
    NominationRule,
    refusal,
    team_state,
)
from exam.rules.stages import Stage
from exam.services.competition import check_version, get_rules, require_open
from exam.services.entrants import entry_codes, hides_names, refuse_secret
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import Nominee, Team
from models.judging import ItemMark, JudgeMark
from models.people import Staff, Unit


@dataclass(frozen=True, slots=True)
class TeamRow:
    """A unit and how many elites it sends. ``team_id`` is None before the first nomination.

    ``state``: none, few, full or many (see :func:`exam.rules.nominations.team_state`).
    """

    unit_id: int
    unit_code: str
    unit: str
    team_id: int | None
    nominated: int
    minimum: int
    maximum: int
    state: str


@dataclass(frozen=True, slots=True)
class NomineeRow:
    """An elite. ``group`` counts from 1; ``replaces`` is a name.

    ``code`` is what judges see. While secret codes hide the names it is the entry code of the lots instead, and
    empty for people who may not see names beside marks.
    """

    id: int
    team_id: int
    unit_id: int
    unit_code: str
    unit: str
    staff_id: int
    staff_number: str
    name: str
    initials: str
    post: str
    certified: bool
    code: str
    group: int | None
    appearance: int | None
    status: str
    reason: str
    replaces: str
    version: int

    @property
    def active(self) -> bool:
        """Whether the elite takes part."""
        return self.status == ACTIVE


@dataclass(frozen=True, slots=True)
class EligibleRow:
    """A person of a unit who is not nominated. ``refusal``: why they cannot be (text with {name}), or empty."""

    staff_id: int
    staff_number: str
    name: str
    initials: str
    sound: str
    post: str
    outlet: str
    certified: bool
    refusal: str


def get_nomination_rule(uow: UnitOfWork) -> NominationRule:
    """The limits of the rules for a unit's team."""
    rules = get_rules(uow)
    certified = rules.nominee_certified and rules.entrant_kind == "people"
    return NominationRule(rules.team_size_min, rules.team_size_max, certified)


def list_teams(uow: UnitOfWork) -> list[TeamRow]:
    """Every active unit in its order, with or without a team."""
    rule = get_nomination_rule(uow)
    counts = dict(
        uow.session.execute(
            select(Nominee.team_id, func.count()).where(Nominee.status == ACTIVE).group_by(Nominee.team_id)
        ).all()
    )
    rows = uow.session.execute(
        select(Unit.id, Unit.code, Unit.name, Team.id)
        .join(Team, Team.unit_id == Unit.id, isouter=True)
        .where(Unit.active.is_(true()))
        .order_by(Unit.position, Unit.id)
    )
    result: list[TeamRow] = []
    for unit_id, code, name, team_id in rows:
        count = counts.get(team_id, 0)
        state = team_state(count, rule)
        result.append(TeamRow(unit_id, code, name, team_id, count, rule.minimum, rule.maximum, state))
    return result


def list_nominees(uow: UnitOfWork, *, unit_id: int | None = None, active_only: bool = False) -> list[NomineeRow]:
    """Nominees by unit, then staff number."""
    query = (
        select(
            Nominee.id, Nominee.team_id, Unit.id, Unit.code, Unit.name, Staff.id, Staff.staff_number, Staff.name,
            Staff.initials, Staff.post, Staff.certified, Nominee.entrant_code, Nominee.group_number,
            Nominee.appearance, Nominee.status, Nominee.status_reason, Nominee.replaces_id, Nominee.version,
            Unit.position,
        )
        .join(Staff, Staff.id == Nominee.staff_id)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
    )  # fmt: skip
    if unit_id is not None:
        query = query.where(Unit.id == unit_id)
    found: list[tuple[Any, ...]] = [tuple(row) for row in uow.session.execute(query)]
    names = {row[0]: row[7] for row in found}
    # Not ordered in SQL: the order of texts depends on the server's language.
    found.sort(key=lambda row: (row[18], row[2], row[6]))
    shown = _shown_codes(uow)
    rows = [NomineeRow(*row[:16], replaces=names.get(row[16], ""), version=row[17]) for row in found]
    rows = [replace(row, code=shown(row.code)) for row in rows]
    return [row for row in rows if row.active] if active_only else rows


def get_nominee(uow: UnitOfWork, *, nominee_id: int) -> NomineeRow:
    """One nominee; :class:`NotFound` when there is none."""
    team = uow.session.get(Team, find_nominee(uow, nominee_id).team_id)
    rows = list_nominees(uow, unit_id=team.unit_id if team else None)
    return next(row for row in rows if row.id == nominee_id)


def list_eligible(uow: UnitOfWork, *, unit_id: int) -> list[EligibleRow]:
    """The active people of a unit who are not nominated, those who can be first, then by staff number."""
    rule = get_nomination_rule(uow)
    nominated = select(Nominee.staff_id)
    query = select(
        Staff.id, Staff.staff_number, Staff.name, Staff.initials, Staff.name_key, Staff.post, Staff.outlet,
        Staff.certified,
    ).where(Staff.unit_id == unit_id, Staff.active.is_(true()), Staff.id.not_in(nominated))  # fmt: skip
    rows: list[tuple[Any, ...]] = [tuple(row) for row in uow.session.execute(query)]
    result = [EligibleRow(*row[:8], refusal=refusal(rule, active=True, certified=row[7])) for row in rows]
    return sorted(result, key=lambda row: (bool(row.refusal), row.staff_number))


def nominate(uow: UnitOfWork, *, staff_ids: Sequence[int]) -> list[NomineeRow]:
    """Nominate people for their units' teams, all or nobody.

    Raises :class:`RuleBroken` when a team would grow beyond the maximum or somebody may not be nominated.
    """
    require_final_open(uow)
    refuse_secret(uow)
    rule = get_nomination_rule(uow)
    added: list[Nominee] = []
    for staff in _people(uow, staff_ids):
        _check_person(staff, rule)
        nominee = Nominee(team_id=_team(uow, staff.unit_id).id, staff_id=staff.id, status=ACTIVE)
        uow.session.add(nominee)
        added.append(nominee)
        uow.record(journal.NOMINEE_ADDED, f"{staff.name} {staff.staff_number}", staff_number=staff.staff_number)
    uow.session.flush()
    for team_id in {nominee.team_id for nominee in added}:
        _check_size(uow, team_id, rule)
    wanted = {nominee.id for nominee in added}
    return [row for row in list_nominees(uow) if row.id in wanted]


def check_nominations(uow: UnitOfWork) -> None:
    """Refuse lists that the rules do not allow: they may have changed since people were nominated."""
    rule = get_nomination_rule(uow)
    many = next((team for team in list_teams(uow) if team.state == "many"), None)
    if many is not None and many.team_id is not None:
        _check_size(uow, many.team_id, rule)
    if rule.certified:
        query = (
            select(Staff).join(Nominee, Nominee.staff_id == Staff.id)
            .where(Nominee.status == ACTIVE, Staff.certified.is_not(true())).limit(1)
        )  # fmt: skip
        for staff in uow.session.scalars(query):
            _check_person(staff, rule)


def remove_nominee(uow: UnitOfWork, *, nominee_id: int, seen_version: int) -> None:
    """Take a nomination back that was a slip. Not possible once there are marks: then withdraw it."""
    require_final_open(uow)
    nominee = _seen(uow, nominee_id, seen_version)
    refuse_marked(uow, nominee)
    successor = uow.session.scalar(select(Nominee.id).where(Nominee.replaces_id == nominee_id))
    if successor is not None or nominee.status != ACTIVE:
        raise RuleBroken(
            QT_TRANSLATE_NOOP("exam", "This nomination has a history and stays on the list. It can only be withdrawn.")
        )
    label, code = nominee_label(uow, nominee), _shown_codes(uow)(nominee.entrant_code)
    uow.session.delete(nominee)
    uow.record(journal.NOMINEE_CHANGED, label, removed=True, code=code)


def substitute(uow: UnitOfWork, *, nominee_id: int, seen_version: int, staff_id: int, reason: str) -> NomineeRow:
    """Another person of the unit steps in, taking over group, order and code. A reason is required."""
    require_final_open(uow)
    old = _seen(uow, nominee_id, seen_version)
    why = _reason(reason)
    if old.status not in (ACTIVE, WITHDRAWN):
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Only somebody who takes part or has withdrawn can be substituted."))
    refuse_marked(uow, old)
    staff = _people(uow, [staff_id])[0]
    team = _team(uow, staff.unit_id)
    if team.id != old.team_id:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "A substitute comes from the same unit. Choose one of its people."))
    rule = get_nomination_rule(uow)
    _check_person(staff, rule)
    new = Nominee(
        team_id=old.team_id, staff_id=staff.id, status=ACTIVE, entrant_code=old.entrant_code,
        group_number=old.group_number, appearance=old.appearance, replaces_id=old.id,
    )  # fmt: skip
    before = old.status
    old.status, old.status_reason, old.entrant_code = SUBSTITUTED, why, ""
    old.group_number = old.appearance = None
    uow.session.add(new)
    uow.session.flush()
    _check_size(uow, old.team_id, rule)
    uow.record(
        journal.NOMINEE_CHANGED, nominee_label(uow, old), old=before, new=SUBSTITUTED, by=staff.staff_number, reason=why
    )
    return get_nominee(uow, nominee_id=new.id)


def set_status(uow: UnitOfWork, *, nominee_id: int, seen_version: int, status: str, reason: str) -> NomineeRow:
    """Withdraw or discipline an elite, or let them take part again (``status`` active). A reason is required."""
    require_final_open(uow)
    nominee = _seen(uow, nominee_id, seen_version)
    if status not in (ACTIVE, WITHDRAWN, DISCIPLINED) or nominee.status == SUBSTITUTED:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "Somebody who was substituted does not come back."))
    why = _reason(reason)
    before = nominee.status
    if before != status:
        nominee.status, nominee.status_reason = status, "" if status == ACTIVE else why
        uow.session.flush()
        if status == ACTIVE:
            _check_size(uow, nominee.team_id, get_nomination_rule(uow))
        uow.record(journal.NOMINEE_CHANGED, nominee_label(uow, nominee), old=before, new=status, reason=why)
    return get_nominee(uow, nominee_id=nominee_id)


def find_nominee(uow: UnitOfWork, nominee_id: int) -> Nominee:
    """The mapped nominee; :class:`NotFound` when there is none."""
    nominee = uow.session.get(Nominee, nominee_id)
    if nominee is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This nomination is no longer there. Refresh the list."))
    return nominee


def require_final_open(uow: UnitOfWork) -> None:
    """Right and stage of everything that changes the finalists."""
    require(uow, Right.MANAGE_FINAL)
    require_open(uow, Stage.FINAL)


def _shown_codes(uow: UnitOfWork) -> Callable[[str], str]:
    """How a code is shown beside the person it hides."""
    if not hides_names(uow):
        return lambda code: code
    if not uow.person.may(Right.SEE_NAMES_BESIDE_MARKS):
        return lambda code: ""
    entry = entry_codes(uow)
    return lambda code: entry.get(code, code)


def _seen(uow: UnitOfWork, nominee_id: int, seen_version: int) -> Nominee:
    nominee = find_nominee(uow, nominee_id)
    check_version(nominee.version, seen_version)
    return nominee


def _people(uow: UnitOfWork, staff_ids: Iterable[int]) -> list[Staff]:
    people: list[Staff] = []
    for staff_id in dict.fromkeys(staff_ids):
        staff = uow.session.get(Staff, staff_id)
        if staff is None:
            raise NotFound(QT_TRANSLATE_NOOP("exam", "This person is no longer on the roster. Refresh the list."))
        known = uow.session.scalar(select(Nominee).where(Nominee.staff_id == staff_id))
        if known is not None:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("exam", "{name} is on the list of nominations already. Look there for the state."),
                name=staff.name,
            )
        people.append(staff)
    if not people:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose at least one person."))
    return people


def _check_person(staff: Staff, rule: NominationRule) -> None:
    why = refusal(rule, active=staff.active, certified=staff.certified)
    if why:
        raise RuleBroken(why, name=staff.name)


def _team(uow: UnitOfWork, unit_id: int) -> Team:
    team = uow.session.scalar(select(Team).where(Team.unit_id == unit_id))
    if team is None:
        unit = uow.session.get_one(Unit, unit_id)
        team = Team(unit_id=unit_id, name=unit.short_name or unit.name, position=unit.position)
        uow.session.add(team)
        uow.session.flush()
    return team


def _check_size(uow: UnitOfWork, team_id: int, rule: NominationRule) -> None:
    query = select(func.count(Nominee.id)).where(Nominee.team_id == team_id, Nominee.status == ACTIVE)
    count = uow.session.scalar(query) or 0
    if count > rule.maximum:
        team = uow.session.get_one(Team, team_id)
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "{team} would send {count} elites, but the rules allow {maximum}. Choose fewer, or take somebody "
                "off its list first.",
            ),
            team=team.name, count=count, maximum=rule.maximum,
        )  # fmt: skip


def refuse_marked(uow: UnitOfWork, nominee: Nominee) -> None:
    """Refuse what cannot be done once this elite has marks."""
    judged = select(JudgeMark.id).where(JudgeMark.nominee_id == nominee.id, JudgeMark.state != "cleared").limit(1)
    marked = select(ItemMark.id).where(ItemMark.nominee_id == nominee.id).limit(1)
    if uow.session.scalar(judged) is not None or uow.session.scalar(marked) is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "{name} has marks in the final already. Withdraw the elite instead, with a reason."
            ),
            name=nominee_label(uow, nominee),
        )


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if not reason:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why: the reason stays in the journal."))
    return reason


def nominee_label(uow: UnitOfWork, nominee: Nominee) -> str:
    """Name and staff number, as the journal names an elite."""
    staff = uow.session.get_one(Staff, nominee.staff_id)
    return f"{staff.name} {staff.staff_number}"
