"""Marks of the final, gathered for the results: one row per judge and entrant, summed by the database.

Everything can be read for all entrants, or for a few of them only (``only``: nominee ids) after their marks changed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, TypeVar, cast

from sqlalchemy import case, func, or_, select

from exam.rules.marks import Attendance
from exam.rules.nominations import group_letter
from exam.rules.panel import Combine, PanelRule
from exam.rules.quiz import Round
from exam.rules.results import Basis, Extra, ItemColumn, ItemWork, QuizLine, QuizScores, UnitLine
from exam.rules.standings import Entrant, TeamInput
from exam.rules.team_totals import TeamFacts
from exam.rules.totals import COUNTS_ZERO, ZERO, effective_weights, work_item
from exam.services.competition import get_rules
from exam.unit_of_work import UnitOfWork
from models.finals import Adjustment, Criterion, FinalItem, Nominee, Team
from models.judging import AvoidanceOverride, ItemMark, Judge, JudgeMark, PanelSeat, QuizEvent
from models.people import Staff, Unit
from models.sittings import WrittenMark

QUIZ = "quiz"
_SETTLED = COUNTS_ZERO | {Attendance.EXCUSED.value}


Only = Collection[int] | None
"""The nominees to read, ``None`` = all of them."""
Q = TypeVar("Q")


@dataclass(frozen=True, slots=True)
class MarkedItem:
    """An item that counts for people, with its key in the database."""

    id: int
    column: ItemColumn


@dataclass(frozen=True, slots=True)
class FinalMarks:
    """The final: items that count for people, entrants with worked items, and teams."""

    items: tuple[MarkedItem, ...]
    entrants: tuple[Entrant, ...]
    teams: tuple[TeamInput, ...]

    @property
    def columns(self) -> tuple[ItemColumn, ...]:
        """The items as columns of the sheets."""
        return tuple(item.column for item in self.items)


@dataclass(slots=True)
class _Marks:
    """What was read, by item and nominee. A panel's seats are by item and group (0 = all groups)."""

    judged: dict[tuple[int, int], dict[int, Decimal | None]] = field(
        default_factory=dict[tuple[int, int], dict[int, "Decimal | None"]]
    )
    papers: dict[tuple[int, int], tuple[Decimal | None, str]] = field(
        default_factory=dict[tuple[int, int], "tuple[Decimal | None, str]"]
    )
    seats: dict[tuple[int, int], list[tuple[int, int | None]]] = field(
        default_factory=dict[tuple[int, int], "list[tuple[int, int | None]]"]
    )
    allowed: set[tuple[int, int]] = field(default_factory=set[tuple[int, int]])
    extras: dict[tuple[int | None, int | None, int | None], list[Extra]] = field(
        default_factory=dict["tuple[int | None, int | None, int | None]", list[Extra]]
    )


def gather_final(uow: UnitOfWork, basis: Basis, units: Sequence[UnitLine]) -> FinalMarks:
    """Everything of the final with every item worked out. Substituted elites are left out."""
    items = _items(uow, basis)
    marks = _marks(uow)
    return FinalMarks(items, tuple(_entrants(uow, items, marks, basis)), tuple(_teams(uow, marks, units)))


def gather_again(
    uow: UnitOfWork, final: FinalMarks, basis: Basis, *, nominees: Collection[int], teams: Collection[int]
) -> FinalMarks:
    """``final`` with these teams' bonus and deduction lines read anew; its entrants are these nominees alone.

    For when nothing but marks and such lines has changed since ``final`` was gathered.
    """
    marks = _marks(uow, nominees)
    if teams:
        _read_extras(uow, marks, Adjustment.team_id.in_(teams))
    inputs = tuple(
        replace(team, extras=tuple(marks.extras.get((None, team.team_id, None), ()))) if team.team_id in teams else team
        for team in final.teams
    )
    return FinalMarks(final.items, tuple(_entrants(uow, final.items, marks, basis, nominees)), inputs)


def unverified_marks(uow: UnitOfWork, only: Only = None) -> dict[int, int]:
    """By nominee, how many entered marks of the final nobody but their recorder has seen; none, no entry."""
    found: dict[int, int] = {}
    for table in (JudgeMark, ItemMark):
        query = select(table.nominee_id, func.count(table.id)).where(table.points.is_not(None), table.verified_by == "")
        for nominee, count in uow.session.execute(_of(query, table.nominee_id, only).group_by(table.nominee_id)):
            found[nominee] = found.get(nominee, 0) + count
    return found


def count_unverified_written(uow: UnitOfWork) -> int:
    """How many entered marks of the written round nobody but their recorder has seen."""
    query = select(func.count(WrittenMark.id)).where(
        WrittenMark.points.is_not(None), WrittenMark.verified_by == "", WrittenMark.entry == 1
    )
    return uow.session.scalar(query) or 0


def _of(query: Q, column: Any, only: Only) -> Q:
    return query if only is None else cast(Any, query).where(column.in_(only))


def _items(uow: UnitOfWork, basis: Basis) -> tuple[MarkedItem, ...]:
    """Items in order; a quiz belongs to teams and is no column of a person."""
    rows = uow.session.execute(
        select(
            FinalItem.id, FinalItem.key, FinalItem.name, FinalItem.kind, FinalItem.part, FinalItem.full,
            FinalItem.weight, FinalItem.coefficient, FinalItem.drop_high, FinalItem.drop_low, FinalItem.trim_from,
            FinalItem.minimum, FinalItem.combine, FinalItem.places,
        )
        .where(FinalItem.kind != QUIZ)
        .order_by(FinalItem.position, FinalItem.id)
    ).all()  # fmt: skip
    weights = effective_weights([(row.part, row.weight) for row in rows], basis)
    items: list[MarkedItem] = []
    for row, weight in zip(rows, weights, strict=True):
        rule = None
        if row.kind == "panel":
            rule = PanelRule(
                drop_high=row.drop_high, drop_low=row.drop_low, trim_from=row.trim_from, minimum=row.minimum,
                combine=cast(Combine, row.combine), coefficient=row.coefficient, places=row.places,
            )  # fmt: skip
        column = ItemColumn(row.key, row.name, row.kind, row.full, weight, row.part, row.weight, rule)
        items.append(MarkedItem(row.id, column))
    return tuple(items)


def _marks(uow: UnitOfWork, only: Only = None) -> _Marks:
    marks = _Marks()
    _read_judged(uow, marks, only)
    papers = select(ItemMark.item_id, ItemMark.nominee_id, ItemMark.points, ItemMark.attendance)
    for item, nominee, points, state in uow.session.execute(_of(papers, ItemMark.nominee_id, only)):
        marks.papers[item, nominee] = (points, state)
    seats = uow.session.execute(
        select(PanelSeat.item_id, PanelSeat.group_number, PanelSeat.judge_id, Judge.unit_id)
        .join(Judge, Judge.id == PanelSeat.judge_id)
        .order_by(PanelSeat.position, PanelSeat.id)
    )
    for item, group, judge, unit in seats:
        marks.seats.setdefault((item, group), []).append((judge, unit))
    overrides = select(AvoidanceOverride.judge_id, AvoidanceOverride.nominee_id)
    allowed = uow.session.execute(_of(overrides, AvoidanceOverride.nominee_id, only))
    marks.allowed = {(judge, nominee) for judge, nominee in allowed}
    _read_extras(uow, marks, None if only is None else Adjustment.nominee_id.in_(only))
    return marks


def _read_extras(uow: UnitOfWork, marks: _Marks, where: Any) -> None:
    lines = select(
        Adjustment.nominee_id, Adjustment.team_id, Adjustment.item_id, Adjustment.points, Adjustment.reason
    ).where(Adjustment.voided == 0)
    if where is not None:
        lines = lines.where(where)
    for nominee, team, item, points, reason in uow.session.execute(lines.order_by(Adjustment.id)):
        marks.extras.setdefault((nominee, team, item), []).append(Extra(points, reason))


def _read_judged(uow: UnitOfWork, marks: _Marks, only: Only) -> None:
    """Each judge's total for each entrant. A sum that lacks a criterion is not there at all."""
    criteria = (
        select(Criterion.item_id, func.count(Criterion.id).label("cells")).group_by(Criterion.item_id).subquery()
    )
    needed = case((FinalItem.per_criterion != 0, func.coalesce(criteria.c.cells, 0)), else_=1)
    away = func.sum(case((JudgeMark.state == "absent", 1), else_=0))
    query = (
        select(
            JudgeMark.item_id, JudgeMark.nominee_id, JudgeMark.judge_id, func.sum(JudgeMark.points),
            func.count(JudgeMark.points), away, func.max(needed),
        )
        .join(FinalItem, FinalItem.id == JudgeMark.item_id)
        .outerjoin(criteria, criteria.c.item_id == JudgeMark.item_id)
        .where(
            or_(
                (FinalItem.per_criterion == 0) & (JudgeMark.criterion_position == 0),
                (FinalItem.per_criterion != 0) & (JudgeMark.criterion_position != 0),
                JudgeMark.state == "absent",
            )
        )
        .group_by(JudgeMark.item_id, JudgeMark.nominee_id, JudgeMark.judge_id)
    )  # fmt: skip
    rows = uow.session.execute(_of(query, JudgeMark.nominee_id, only))
    for item, nominee, judge, points, given, absent, cells in rows:
        if absent:
            marks.judged.setdefault((item, nominee), {})[judge] = None
        elif given and given == cells:
            marks.judged.setdefault((item, nominee), {})[judge] = points


def _entrants(
    uow: UnitOfWork, items: Sequence[MarkedItem], marks: _Marks, basis: Basis, only: Only = None
) -> list[Entrant]:
    query = (
        select(
            Nominee.id, Nominee.team_id, Nominee.entrant_code, Staff.staff_number, Staff.name, Unit.code, Unit.name,
            Unit.id, Nominee.group_number, Nominee.status,
        )
        .join(Staff, Staff.id == Nominee.staff_id)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
        .where(Nominee.status != "substituted")
        .order_by(Nominee.id)
    )  # fmt: skip
    return [
        Entrant(
            nominee, team, code, number, name, unit_code, unit, group_letter(group) if group else "", status,
            tuple(_work(item, nominee, group or 0, unit_id, marks, basis) for item in items),
            tuple(marks.extras.get((nominee, None, None), ())),
        )
        for nominee, team, code, number, name, unit_code, unit, unit_id, group, status in uow.session.execute(
            _of(query, Nominee.id, only)
        )
    ]  # fmt: skip


def _work(item: MarkedItem, nominee: int, group: int, unit: int, marks: _Marks, basis: Basis) -> ItemWork:
    points, state = marks.papers.get((item.id, nominee), (None, ""))
    extras = marks.extras.get((nominee, None, item.id), ())
    if item.column.rule is None:
        awaited = int(points is None and state not in _SETTLED)
        return work_item(item.column, basis, entered=points, awaited=awaited, state=state, extras=extras)
    judged = marks.judged.get((item.id, nominee), {})
    panel = marks.seats.get((item.id, group)) or marks.seats.get((item.id, 0), [])
    if not panel:
        # Marks without a panel: whoever marked is the panel.
        panel = [(judge, None) for judge in sorted(judged)]
    given: list[Decimal | None] = []
    awaited = 0 if panel else 1
    for judge, judge_unit in panel:
        if judge_unit is not None and judge_unit == unit and (judge, nominee) not in marks.allowed:
            given.append(None)
        elif judge in judged:
            given.append(judged[judge])
        else:
            given.append(None)
            awaited += 1
    return work_item(item.column, basis, marks=given, awaited=awaited, state=state, extras=extras)


def _teams(uow: UnitOfWork, marks: _Marks, units: Sequence[UnitLine]) -> list[TeamInput]:
    by_code = {unit.unit_code: unit for unit in units}
    quiz = _quiz(uow)
    rows = uow.session.execute(
        select(Team.id, Unit.code, Unit.name, Team.name)
        .join(Unit, Unit.id == Team.unit_id)
        .order_by(Team.position, Team.id)
    )
    teams: list[TeamInput] = []
    for team, code, unit, name in rows:
        line = by_code.get(code)
        facts = TeamFacts(
            line.average if line else None, line.participation_rate if line else None, quiz.get(team, {})
        )
        teams.append(
            TeamInput(
                team, code, unit, name, facts, line.drawn if line else 0, line.sat if line else 0,
                tuple(marks.extras.get((None, team, None), ())),
            )
        )  # fmt: skip
    return teams


def _quiz(uow: UnitOfWork) -> Mapping[int, Mapping[str, Decimal]]:
    """Each team's points by quiz item; once a quiz has begun, teams without an event stand at the base."""
    rows = uow.session.execute(
        select(FinalItem.key, QuizEvent.team_id, func.sum(QuizEvent.points))
        .join(FinalItem, FinalItem.id == QuizEvent.item_id)
        .where(QuizEvent.void_reason == "", QuizEvent.round != Round.EXTRA.value)
        .group_by(FinalItem.key, QuizEvent.team_id)
    )
    points: dict[int, dict[str, Decimal]] = {}
    base = get_rules(uow).quiz_base
    for key, team, total in rows:
        points.setdefault(team, {})[key] = base + (total or ZERO)
    begun = select(FinalItem.key).where(FinalItem.id.in_(select(QuizEvent.item_id)))
    keys = list(uow.session.scalars(begun))
    teams = uow.session.scalars(select(Team.id))
    return {team: {key: points.get(team, {}).get(key, base) for key in keys} for team in teams}


def gather_quiz(uow: UnitOfWork, basis: Basis) -> tuple[QuizScores, ...]:
    """The ledgers of the quizzes that the team totals take and that have begun."""
    wanted = [one.item for one in basis.components if one.source == "quiz"]
    if not wanted:
        return ()
    rows = uow.session.execute(
        select(
            FinalItem.key, FinalItem.name, QuizEvent.number, QuizEvent.team_id, QuizEvent.round, QuizEvent.question,
            QuizEvent.points, QuizEvent.void_reason,
        )
        .join(FinalItem, FinalItem.id == QuizEvent.item_id)
        .where(FinalItem.key.in_(wanted))
        .order_by(FinalItem.position, QuizEvent.number)
    )  # fmt: skip
    found: dict[tuple[str, str], list[QuizLine]] = {}
    for key, name, number, team, round_, question, points, void in rows:
        counts = not void and round_ != Round.EXTRA.value
        found.setdefault((key, name), []).append(QuizLine(number, team, question, points, counts))
    base = get_rules(uow).quiz_base
    return tuple(QuizScores(key, name, base, tuple(lines)) for (key, name), lines in found.items())
