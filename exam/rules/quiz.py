"""The quiz: a ledger of events, never a running number. Totals follow from the events that are not void.

Source: domain.md section 3. Base 100 per team; required questions +10 / 0; buzzer questions +10 / -10, an
early press -10 and the question is void; risk questions of 10, 20 or 30 chosen before, wrong = minus the
same. Any event can be voided later. Totals may go below zero. Extra questions (加赛) part tied teams: their
points are counted apart and never change a total. The points are rules of the competition; an event keeps
those that it gave.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from exam.errors import InvalidInput, RuleBroken
from exam.rules.settings import Rules
from exam.rules.stakes import stakes
from exam.words import QT_TRANSLATE_NOOP


class Round(StrEnum):
    """Kinds of questions (必答, 抢答, 风险, 加赛), and other points with a reason."""

    REQUIRED = "required"
    BUZZER = "buzzer"
    RISK = "risk"
    EXTRA = "extra"
    OTHER = "other"


class Result(StrEnum):
    """How it ended. ``foul``: pressed early. ``points``: bonus or penalty given by the chief judge."""

    RIGHT = "right"
    WRONG = "wrong"
    FOUL = "foul"
    POINTS = "points"


ROUND_NAMES = {
    Round.REQUIRED: QT_TRANSLATE_NOOP("exam", "Required question"),
    Round.BUZZER: QT_TRANSLATE_NOOP("exam", "Buzzer question"),
    Round.RISK: QT_TRANSLATE_NOOP("exam", "Risk question"),
    Round.EXTRA: QT_TRANSLATE_NOOP("exam", "Extra question"),
    Round.OTHER: QT_TRANSLATE_NOOP("exam", "Bonus or penalty"),
}
RESULT_NAMES = {
    Result.RIGHT: QT_TRANSLATE_NOOP("exam", "Right"),
    Result.WRONG: QT_TRANSLATE_NOOP("exam", "Wrong"),
    Result.FOUL: QT_TRANSLATE_NOOP("exam", "Pressed early"),
    Result.POINTS: QT_TRANSLATE_NOOP("exam", "Points"),
}
ONE_TEAM_ONLY = frozenset({Round.BUZZER, Round.RISK})
"""Rounds in which a question belongs to one team: who pressed first, or who chose it."""


@dataclass(frozen=True, slots=True)
class QuizRule:
    """Points of the quiz; all exact decimals, penalties written as positive numbers."""

    base: Decimal = Decimal(100)
    required_right: Decimal = Decimal(10)
    required_wrong: Decimal = Decimal(0)
    buzzer_right: Decimal = Decimal(10)
    buzzer_wrong: Decimal = Decimal(10)
    foul: Decimal = Decimal(10)
    extra_right: Decimal = Decimal(10)
    extra_wrong: Decimal = Decimal(10)
    risk_values: tuple[Decimal, ...] = (Decimal(10), Decimal(20), Decimal(30))


def quiz_rule(rules: Rules) -> QuizRule:
    """The points of the quiz that the rules of the competition name."""
    return QuizRule(
        base=rules.quiz_base, required_right=rules.quiz_required_right, required_wrong=rules.quiz_required_wrong,
        buzzer_right=rules.quiz_buzzer_right, buzzer_wrong=rules.quiz_buzzer_wrong, foul=rules.quiz_foul,
        risk_values=stakes(rules.quiz_stakes),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger. ``points`` as the event gave them; a voided event counts nothing.

    ``question`` is its number or name; an empty one is never compared with others.
    """

    number: int
    team: int
    round: Round
    result: Result
    points: Decimal
    question: str = ""
    void: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """An event with the team's running total after it."""

    event: Event
    running: Decimal


@dataclass(frozen=True, slots=True)
class Ledger:
    """Totals by team, points of extra questions by team, and every event with its running total."""

    totals: Mapping[int, Decimal]
    extras: Mapping[int, Decimal]
    lines: tuple[Line, ...]

    def places(self) -> dict[int, int]:
        """Places of the teams, 1 2 2 4: by total, then by the extra questions."""
        keys = {team: (total, self.extras[team]) for team, total in self.totals.items()}
        return {team: 1 + sum(other > key for other in keys.values()) for team, key in keys.items()}

    def tied(self) -> frozenset[int]:
        """Teams that share their place with another one."""
        places = self.places()
        shared = list(places.values())
        return frozenset(team for team, place in places.items() if shared.count(place) > 1)


def points_of(round_: Round, result: Result, rule: QuizRule, value: Decimal | None = None) -> Decimal:
    """What an event gives. ``value``: the stake of a risk question, or the points of a chief judge's line.

    Raises :class:`InvalidInput` when the stake is not one of the rule's, or the result does not exist in
    this round.
    """
    if result is Result.POINTS:
        if round_ is not Round.OTHER or value is None:
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say how many points are given or taken."))
        return value
    if round_ is Round.REQUIRED and result is not Result.FOUL:
        return rule.required_right if result is Result.RIGHT else -rule.required_wrong
    if round_ is Round.BUZZER:
        return {Result.RIGHT: rule.buzzer_right, Result.WRONG: -rule.buzzer_wrong, Result.FOUL: -rule.foul}[result]
    if round_ is Round.RISK and result is not Result.FOUL:
        if value is None or value not in rule.risk_values:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "The stake is one of {values}. Choose it before the question is read."),
                values=", ".join(format(stake, "f") for stake in rule.risk_values),
            )
        return value if result is Result.RIGHT else -value
    if round_ is Round.EXTRA and result is not Result.FOUL:
        return rule.extra_right if result is Result.RIGHT else -rule.extra_wrong
    raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This result does not exist for this kind of question."))


def check_event(events: Sequence[Event], team: int, round_: Round, question: str) -> None:
    """Whether a question may still be answered; voided events do not count.

    A question is void after an early press, a buzzer or risk question belongs to one team, and nobody answers
    the same question twice. Raises :class:`RuleBroken`, saying what to do.
    """
    if not question:
        return
    for event in events:
        if event.void or (event.round, event.question) != (round_, question):
            continue
        if event.result is Result.FOUL:
            raise RuleBroken(
                QT_TRANSLATE_NOOP("exam", "Question {question} is void after an early press. Go on to the next one."),
                question=question,
            )
        if event.team == team or round_ in ONE_TEAM_ONLY:
            raise RuleBroken(
                QT_TRANSLATE_NOOP(
                    "exam", "Question {question} was answered already. Void that line first, or go on to the next one."
                ),
                question=question,
            )


def next_question(events: Sequence[Event], round_: Round) -> str:
    """The number after the highest numbered question of this round, voided ones included."""
    numbers = [int(event.question) for event in events if event.round is round_ and event.question.isdecimal()]
    return str(max(numbers, default=0) + 1)


def tally(events: Sequence[Event], teams: Sequence[int], rule: QuizRule) -> Ledger:
    """The ledger of ``events`` in the order of their numbers; every team starts at the base.

    The running figure of an extra question is that of the extra questions alone.
    """
    totals = dict.fromkeys(teams, rule.base)
    extras = dict.fromkeys(teams, Decimal(0))
    lines: list[Line] = []
    for event in sorted(events, key=lambda event: event.number):
        scores, start = (extras, Decimal(0)) if event.round is Round.EXTRA else (totals, rule.base)
        running = scores.get(event.team, start) + (0 if event.void else event.points)
        totals.setdefault(event.team, rule.base)
        extras.setdefault(event.team, Decimal(0))
        scores[event.team] = running
        lines.append(Line(event, running))
    return Ledger(totals, extras, tuple(lines))
