"""The quiz: a ledger of events, never a running number. Totals follow from the events that are not void.

Source: domain.md section 3. Base 100 per team; required questions +10 / 0; buzzer questions +10 / -10, an
early press -10 and the question is void; risk questions of 10, 20 or 30 chosen before, wrong = minus the
same. Any event can be voided later. Totals may go below zero.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP


class Round(StrEnum):
    """Kinds of questions (必答, 抢答, 风险), and other points with a reason."""

    REQUIRED = "required"
    BUZZER = "buzzer"
    RISK = "risk"
    OTHER = "other"


class Result(StrEnum):
    """How it ended. ``foul``: pressed early. ``points``: bonus or penalty given by the chief judge."""

    RIGHT = "right"
    WRONG = "wrong"
    FOUL = "foul"
    POINTS = "points"


@dataclass(frozen=True, slots=True)
class QuizRule:
    """Points of the quiz; all exact decimals, penalties written as positive numbers."""

    base: Decimal = Decimal(100)
    required_right: Decimal = Decimal(10)
    required_wrong: Decimal = Decimal(0)
    buzzer_right: Decimal = Decimal(10)
    buzzer_wrong: Decimal = Decimal(10)
    foul: Decimal = Decimal(10)
    risk_values: tuple[Decimal, ...] = (Decimal(10), Decimal(20), Decimal(30))


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the ledger. ``points`` as the event gave them; a voided event counts nothing."""

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
    """Totals by team, and every event with its running total."""

    totals: Mapping[int, Decimal]
    lines: tuple[Line, ...]


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
    raise InvalidInput(QT_TRANSLATE_NOOP("exam", "This result does not exist for this kind of question."))


def tally(events: Sequence[Event], teams: Sequence[int], rule: QuizRule) -> Ledger:
    """The ledger of ``events`` in the order of their numbers; every team starts at the base."""
    totals = dict.fromkeys(teams, rule.base)
    lines: list[Line] = []
    for event in sorted(events, key=lambda event: event.number):
        running = totals.get(event.team, rule.base)
        if not event.void:
            running += event.points
        totals[event.team] = running
        lines.append(Line(event, running))
    return Ledger(totals, tuple(lines))
