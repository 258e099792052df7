"""The quiz ledger: events are added and voided, never changed; the scores follow from them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from sqlalchemy import func, select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput, NotFound, RuleBroken
from exam.rules.item_templates import QUIZ
from exam.rules.marks import show
from exam.rules.nominations import ACTIVE
from exam.rules.quiz import (
    RESULT_NAMES,
    ROUND_NAMES,
    Event,
    Ledger,
    QuizRule,
    Result,
    Round,
    check_event,
    next_question,
    points_of,
    quiz_rule,
    tally,
)
from exam.rules.sheets import QuizLedger, QuizLedgerLine
from exam.rules.stages import Stage
from exam.services.competition import check_version, get_rules, require_open
from exam.services.items import ItemRow, get_item, list_items, refuse_locked
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition
from models.finals import FinalItem, Nominee, Team
from models.judging import QuizEvent
from models.people import Unit

MOST_POINTS = Decimal(1000)


@dataclass(frozen=True, slots=True)
class QuizTeamRow:
    """A team as the hall sees it. ``extra``: points of the extra questions; ``tied``: shares its place."""

    team_id: int
    name: str
    unit: str
    total: Decimal
    extra: Decimal
    place: int
    tied: bool


@dataclass(frozen=True, slots=True)
class QuizLineRow:
    """One event with the team's score after it. ``stake`` is what a risk question was played for."""

    id: int
    number: int
    team_id: int
    team: str
    round: Round
    question: str
    result: Result
    stake: Decimal | None
    points: Decimal
    running: Decimal
    note: str
    void_reason: str
    voided_by: str
    entered_by: str
    entered_at: datetime
    version: int


@dataclass(frozen=True, slots=True)
class QuizRow:
    """A quiz as it stands now. ``next_questions``: the next free number of each round."""

    item: ItemRow
    rule: QuizRule
    teams: tuple[QuizTeamRow, ...]
    lines: tuple[QuizLineRow, ...]
    next_questions: Mapping[Round, str]


def list_quizzes(uow: UnitOfWork) -> list[ItemRow]:
    """The items that are a quiz, in their order."""
    return [item for item in list_items(uow) if item.kind == QUIZ]


def get_quiz(uow: UnitOfWork, *, item_id: int) -> QuizRow:
    """The ledger and the scores of a quiz. Needs the right to enter marks or to see unpublished results."""
    if not (uow.person.may(Right.READ_EVERYTHING) or uow.person.may(Right.SEE_UNPUBLISHED_RESULTS)):
        require(uow, Right.ENTER_MARKS)
    return _row(uow, item_id)


def add_event(
    uow: UnitOfWork,
    *,
    item_id: int,
    team_id: int,
    round: Round | str,
    result: Result | str,
    question: str = "",
    value: Decimal | None = None,
    note: str = "",
) -> QuizRow:
    """Write one event into the ledger; its points follow from the rule.

    ``value``: the stake of a risk question, chosen before, or the points of a chief judge's line, which needs a
    ``note`` why. Raises :class:`RuleBroken` for a question that was answered already or is void.
    """
    require(uow, Right.ENTER_MARKS)
    item = _open_quiz(uow, item_id)
    round_, result_, rule = Round(round), Result(result), quiz_rule(get_rules(uow))
    team = uow.session.get(Team, team_id)
    if team is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This team is no longer there. Refresh the page."))
    asked, why = " ".join(question.split())[:40], " ".join(note.split())
    points = points_of(round_, result_, rule, value)
    if round_ is Round.OTHER:
        _check_points(points)
        if not why:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why the points are given or taken."))
    check_event([_event(one) for one in _events(uow, item_id)], team_id, round_, asked)
    number = (uow.session.scalar(select(func.max(QuizEvent.number)).where(QuizEvent.item_id == item_id)) or 0) + 1
    stake = value if round_ is Round.RISK else None
    uow.session.add(
        QuizEvent(
            item_id=item_id, number=number, team_id=team_id, round=round_.value, question=asked, result=result_.value,
            stake=stake, points=points, note=why, entered_by=uow.person.name, entered_at=uow.now,
        )
    )  # fmt: skip
    uow.session.flush()
    uow.record(
        journal.QUIZ_EVENT_ADDED, f"{item.name} · {number} · {team.name}", item=item.key, number=number,
        team=team_id, round=round_.value, question=asked, result=result_.value, stake=stake, points=points, note=why,
    )  # fmt: skip
    return _row(uow, item_id)


def void_event(uow: UnitOfWork, *, event_id: int, seen_version: int, reason: str) -> QuizRow:
    """Strike an event with a reason; it stays readable and counts nothing. The scores follow at once."""
    require(uow, Right.ENTER_MARKS)
    event = uow.session.get(QuizEvent, event_id)
    if event is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This line is no longer there. Refresh the page."))
    item = _open_quiz(uow, event.item_id)
    check_version(event.version, seen_version)
    why = " ".join(reason.split())
    if not why:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why this line does not count."))
    if event.void_reason:
        raise RuleBroken(QT_TRANSLATE_NOOP("exam", "This line is void already."))
    event.void_reason, event.voided_by = why, uow.person.name
    uow.session.flush()
    uow.record(
        journal.QUIZ_EVENT_VOIDED, f"{item.name} · {event.number}", item=item.key, number=event.number,
        team=event.team_id, points=event.points, reason=why,
    )  # fmt: skip
    return _row(uow, event.item_id)


def get_quiz_ledger(uow: UnitOfWork, *, item_id: int) -> QuizLedger:
    """抢答记分表 of a quiz, for printing: every event in its order, voided ones too, and the scores."""
    quiz = get_quiz(uow, item_id=item_id)
    words = Words(uow.session.scalar(select(Competition.language)) or "zh")
    lines = tuple(
        QuizLedgerLine(
            line.number, line.question, words(ROUND_NAMES[line.round]), line.team, line.stake,
            "" if line.result is Result.POINTS else words(RESULT_NAMES[line.result]), line.points, line.running,
            line.result is Result.FOUL, line.note, line.void_reason,
        )
        for line in reversed(quiz.lines)
    )  # fmt: skip
    scores = tuple((team.place, team.name, team.total, team.extra) for team in quiz.teams)
    return QuizLedger(quiz.item.name, quiz.rule.base, lines, scores)


def has_events(uow: UnitOfWork, item_id: int) -> bool:
    """Whether anything stands in the ledger."""
    return uow.session.scalar(select(QuizEvent.id).where(QuizEvent.item_id == item_id).limit(1)) is not None


def _open_quiz(uow: UnitOfWork, item_id: int) -> FinalItem:
    """The item, held for this event alone: events are numbered one after the other, also at several desks."""
    require_open(uow, Stage.FINAL)
    item = uow.session.get(FinalItem, item_id, with_for_update=True, populate_existing=True)
    if item is None or item.kind != QUIZ:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This quiz is no longer there. Refresh the page."))
    refuse_locked(item)
    return item


def _check_points(points: Decimal) -> None:
    if not points.is_finite() or not points or abs(points) > MOST_POINTS or points != round(points, 2):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "{points} cannot be given. Type a number of points other than 0."),
            points=show(points) if points.is_finite() else str(points),
        )


def _events(uow: UnitOfWork, item_id: int) -> list[QuizEvent]:
    query = select(QuizEvent).where(QuizEvent.item_id == item_id).order_by(QuizEvent.number)
    return list(uow.session.scalars(query))


def _event(row: QuizEvent) -> Event:
    return Event(
        row.number, row.team_id, Round(row.round), Result(row.result), row.points, row.question, bool(row.void_reason)
    )


def _teams(uow: UnitOfWork, asked: frozenset[int]) -> list[tuple[int, str, str]]:
    """Teams with somebody in the final, and those that stand in the ledger."""
    rows = uow.session.execute(
        select(Team.id, Team.name, Unit.name)
        .join(Unit, Unit.id == Team.unit_id)
        .where(
            Team.id.in_(select(Nominee.team_id).where(Nominee.status == ACTIVE)) | Team.id.in_(asked)
        )
        .order_by(Team.position, Team.id)
    )  # fmt: skip
    return [(team, name, unit) for team, name, unit in rows]


def _row(uow: UnitOfWork, item_id: int) -> QuizRow:
    item, rule = get_item(uow, item_id=item_id), quiz_rule(get_rules(uow))
    if item.kind != QUIZ:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This quiz is no longer there. Refresh the page."))
    rows = _events(uow, item_id)
    events = [_event(row) for row in rows]
    teams = _teams(uow, frozenset(event.team for event in events))
    ledger = tally(events, [team for team, _, _ in teams], rule)
    names = {team: name for team, name, _ in teams}
    places, tied = ledger.places(), ledger.tied() if events else frozenset[int]()
    return QuizRow(
        item,
        rule,
        tuple(
            QuizTeamRow(team, name, unit, ledger.totals[team], ledger.extras[team], places[team], team in tied)
            for team, name, unit in teams
        ),
        tuple(reversed(_lines(rows, ledger, names))),
        {round_: next_question(events, round_) for round_ in Round},
    )


def _lines(rows: list[QuizEvent], ledger: Ledger, names: Mapping[int, str]) -> list[QuizLineRow]:
    return [
        QuizLineRow(
            row.id, row.number, row.team_id, names.get(row.team_id, ""), line.event.round, row.question,
            line.event.result, row.stake, row.points, line.running, row.note, row.void_reason, row.voided_by,
            row.entered_by, row.entered_at, row.version,
        )
        for row, line in zip(rows, ledger.lines, strict=True)
    ]  # fmt: skip
