"""Lots for the final: groups and order of appearance, on the same freeze and dice as the big draw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, RuleBroken
from exam.progress import SILENT, Progress
from exam.rules import grouping, lots
from exam.rules.draw import DRAWN, Quota, tickets
from exam.rules.stages import Stage
from exam.services.competition import require_open
from exam.services.draw_states import GROUPS, ORDER, PLANNED, RUN, VOID, find_draw, next_number
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Competition
from models.draws import Draw, Pick
from models.finals import Nominee, Team
from models.people import Staff, Unit

TAKES_PART = "active"


@dataclass(frozen=True, slots=True)
class Member:
    """A nominee as lots see them."""

    staff_id: int
    staff_number: str
    name: str
    unit_code: str
    group: int | None


@dataclass(frozen=True, slots=True)
class LotOutcome:
    """What a lot came to. ``groups`` are staff numbers by group (or the one order of appearance).

    ``uniform`` is false only for a constructed allocation; ``blocking_unit`` then names the cause.
    """

    groups: tuple[tuple[str, ...], ...]
    mode: str
    tries: int
    uniform: bool
    blocking_unit: str | None


def plan_groups(uow: UnitOfWork, *, groups: int, label: str = "", place: str = "") -> int:
    """Plan the draw of the final's groups and return its id; the mode is settled by 500 pilot tries.

    Freeze, dice and run follow with :mod:`exam.services.draws` as for any draw; running it sets the
    group of every nominee.
    """
    members = _members(uow)
    unit_of = {member.staff_number: member.unit_code for member in members}
    grouping.group_sizes(len(unit_of), groups)
    found = grouping.pilot(unit_of, groups)
    rules: dict[str, object] = {
        "groups": groups, "mode": found.mode, "max_tries": grouping.MAX_TRIES, "pilot_cut": found.cut,
        "pilot_by_unit": found.by_unit, "pilot_tries": found.tries, "blocking_unit": found.blocking_unit,
    }
    return _plan(uow, GROUPS, label or _label(uow, "groups"), rules, place)


def plan_order(uow: UnitOfWork, *, group: int | None = None, apart: bool = False, place: str = "") -> int:
    """Plan the order of appearance of one group (or of all, ``group`` None) and return its id.

    ``apart``: no two neighbours of one unit. Running it sets the order of the nominees.
    """
    rules: dict[str, object] = {"group": group, "apart": apart, "max_tries": lots.MAX_TRIES}
    _members(uow, group)
    return _plan(uow, ORDER, _label(uow, f"order-{group or 0}"), rules, place)


def frozen_rows(
    uow: UnitOfWork, draw: Draw
) -> tuple[list[tuple[str, str, str]], list[Quota], list[str]]:
    """Roster rows, plan and the extra lines of draw.txt for a lot; settles the mode again on today's list."""
    rules = dict(draw.rules)
    group = rules.get("group")
    members = _members(uow, group if isinstance(group, int) else None)
    roster = [(member.unit_code, member.staff_number, member.name) for member in members]
    counts: dict[str, int] = {}
    for member in members:
        counts[member.unit_code] = counts.get(member.unit_code, 0) + 1
    plan = [Quota(unit, count, 0) for unit, count in counts.items()]
    if draw.kind == GROUPS:
        groups = _number(rules, "groups")
        unit_of = {member.staff_number: member.unit_code for member in members}
        grouping.group_sizes(len(members), groups)
        found = grouping.pilot(unit_of, groups)
        rules.update(
            mode=found.mode, pilot_cut=found.cut, pilot_by_unit=found.by_unit, blocking_unit=found.blocking_unit
        )
        draw.rules = rules
        lines = [f"groups: {groups}", f"mode: {found.mode}", f"max_tries: {rules['max_tries']}"]
    else:
        lines = [
            f"order: {group or 'all'}", f"apart: {'yes' if rules.get('apart') else 'no'}",
            f"max_tries: {rules['max_tries']}",
        ]
    return roster, plan, lines


def run_lot(
    uow: UnitOfWork, draw: Draw, seed: str, unit_of: Mapping[str, str], progress: Progress = SILENT
) -> LotOutcome:
    """Work out a frozen lot, store its picks, and set groups or order of the nominees."""
    rules = draw.rules
    if draw.kind == GROUPS:
        outcome = _allocate(seed, unit_of, rules, progress)
    elif rules.get("apart"):
        found = lots.draw_order_apart(seed, unit_of, _number(rules, "max_tries"))
        outcome = LotOutcome((found.members,), "apart", found.tries, True, None)
    else:
        outcome = LotOutcome((lots.draw_order(seed, unit_of).members,), "tickets", 0, True, None)
    draw.tries = outcome.tries
    draw.rules = {**rules, "mode": outcome.mode, "uniform": outcome.uniform}
    _store(uow, draw, seed if not outcome.tries else f"{seed}|try{outcome.tries}", outcome)
    return outcome


def _allocate(seed: str, unit_of: Mapping[str, str], rules: Mapping[str, Any], progress: Progress) -> LotOutcome:
    blocking = rules.get("blocking_unit")
    found = grouping.allocate(
        seed, unit_of, _number(rules, "groups"), str(rules["mode"]), _number(rules, "max_tries"), progress.step,
        str(blocking) if blocking else None,
    )
    return LotOutcome(found.groups, found.mode, found.tries, found.uniform, found.blocking_unit)


def _store(uow: UnitOfWork, draw: Draw, seed: str, outcome: LotOutcome) -> None:
    session = uow.session
    ticket_of = {number: found for found, number in tickets(seed, [who for group in outcome.groups for who in group])}
    staff = {
        number: (staff_id, name)
        for number, staff_id, name in session.execute(
            select(Staff.staff_number, Staff.id, Staff.name).where(Staff.staff_number.in_(ticket_of))
        )
    }
    nominees = {
        row.staff_id: row
        for row in session.scalars(select(Nominee).where(Nominee.status == TAKES_PART))
    }
    missing = [number for number in ticket_of if number not in staff or staff[number][0] not in nominees]
    if missing:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "Since the freeze these people were taken from the final: {numbers}. "
                "Declare the draw void and freeze it again.",
            ),
            numbers=", ".join(missing[:5]),
        )
    for number, group in enumerate(outcome.groups, 1):
        for position, who in enumerate(group, 1):
            staff_id, name = staff[who]
            session.add(
                Pick(
                    draw_id=draw.id, stratum=str(number), kind=DRAWN, position=position, staff_id=staff_id,
                    staff_number=who, name=name, ticket=ticket_of[who],
                )
            )
            if draw.kind == GROUPS:
                nominees[staff_id].group_number = number
            else:
                nominees[staff_id].appearance = position
    if draw.kind == GROUPS:
        sizes = [len(group) for group in outcome.groups]
        uow.record(journal.GROUPS_SET, draw.label, draw=draw.id, sizes=sizes, tries=outcome.tries, mode=outcome.mode)
    else:
        uow.record(journal.NOMINEE_CHANGED, draw.label, draw=draw.id, order=len(ticket_of), tries=outcome.tries)


def get_lot(uow: UnitOfWork, *, draw_id: int) -> LotOutcome:
    """The outcome of a lot that was run."""
    draw = find_draw(uow, draw_id)
    groups: dict[int, list[str]] = {}
    picks = select(Pick).where(Pick.draw_id == draw_id).order_by(Pick.position)
    for pick in uow.session.scalars(picks):
        groups.setdefault(int(pick.stratum), []).append(pick.staff_number)
    rules: dict[str, Any] = dict(draw.rules)
    return LotOutcome(
        tuple(tuple(groups[number]) for number in sorted(groups)),
        str(rules.get("mode", "")), draw.tries or 0, bool(rules.get("uniform", True)), rules.get("blocking_unit"),
    )


def _plan(uow: UnitOfWork, kind: str, label: str, rules: dict[str, object], place: str) -> int:
    require(uow, Right.MANAGE_DRAW)
    require_open(uow, Stage.FINAL)
    # Held until the commit: of two who plan a lot at once the second one sees the first one's.
    competition = uow.session.scalars(select(Competition).with_for_update()).one()
    current = uow.session.scalar(
        select(Draw).where(Draw.kind == kind, Draw.label == label, Draw.state != VOID).order_by(Draw.id.desc())
    )
    if current is not None and current.state == PLANNED:
        current.rules = rules
        uow.record(journal.DRAW_PLANNED, label, draw=current.id, **rules)
        return current.id
    if current is not None:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The draw {label} is still valid. Declare it void, with a reason, before planning another one."
            )
            if current.state == RUN
            else QT_TRANSLATE_NOOP("exam", "The draw {label} is frozen already: throw the dice, or declare it void."),
            label=label,
        )
    made = Draw(
        kind=kind, label=label, number=next_number(uow, label), rules=rules, place=place or competition.place
    )
    uow.session.add(made)
    uow.session.flush()
    uow.record(journal.DRAW_PLANNED, label, draw=made.id, number=made.number, **rules)
    return made.id


def _members(uow: UnitOfWork, group: int | None = None) -> list[Member]:
    query = (
        select(Staff.id, Staff.staff_number, Staff.name, Unit.code, Nominee.group_number)
        .join(Nominee, Nominee.staff_id == Staff.id)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
        .where(Nominee.status == TAKES_PART)
        .order_by(Staff.staff_number)
    )
    if group is not None:
        query = query.where(Nominee.group_number == group)
    members = [Member(*row) for row in uow.session.execute(query)]
    if not members:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "Nobody is nominated for the final yet. Enter the nominations first.")
        )
    return members


def _label(uow: UnitOfWork, suffix: str) -> str:
    """The label of the exam draw with another suffix, so that the draws of one ceremony belong together."""
    label = uow.session.scalar(select(Draw.label).where(Draw.kind == "exam").order_by(Draw.id.desc()).limit(1))
    if label is None:
        label = f"CSC-{uow.session.scalars(select(Competition.year)).one()}-exam"
    return f"{label.removesuffix('-exam')}-{suffix}"


def _number(rules: Mapping[str, Any], key: str) -> int:
    return int(rules[key])
