"""What the final still waits for, as counts that a few changed lines can be put into, and as sentences."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from exam.rules.results import IndividualLine, Step
from exam.rules.totals import is_missing
from exam.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class Waiting:
    """Elites who wait for marks, how many marks those are, and elites with too small a panel."""

    people: int = 0
    marks: int = 0
    small: int = 0

    def __add__(self, other: Waiting) -> Waiting:
        return Waiting(self.people + other.people, self.marks + other.marks, self.small + other.small)

    def __sub__(self, other: Waiting) -> Waiting:
        return Waiting(self.people - other.people, self.marks - other.marks, self.small - other.small)


def waiting_of(lines: Iterable[IndividualLine]) -> Waiting:
    """What these elites wait for."""
    people = marks = small = 0
    for line in lines:
        awaited = sum(work.awaited for work in line.work)
        if awaited and line.status == "active":
            people, marks = people + 1, marks + awaited
        if not awaited and line.total is None and line.work and not is_missing(line):
            small += 1
    return Waiting(people, marks, small)


def final_steps(waiting: Waiting, *, nominated: bool, items: bool, components: bool, teams: bool) -> tuple[Step, ...]:
    """What is missing in the final: elites, items, the way to a team total (if there are teams), marks."""
    steps: list[Step] = []
    if not nominated:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Final: nobody has been nominated yet"), kind="warning"))
    elif not items:
        steps.append(Step(QT_TRANSLATE_NOOP("exam", "Final: there are no items yet"), kind="warning"))
    elif teams and not components:
        text = QT_TRANSLATE_NOOP("exam", "Team total: its own components are not set yet")
        steps.append(Step(text, kind="warning"))
    if waiting.marks:
        text = QT_TRANSLATE_NOOP("exam", "Final, marks still missing: {count} (elites waiting: {people})")
        params = {"count": str(waiting.marks), "people": str(waiting.people)}
        steps.append(Step(text, params, kind="warning"))
    if waiting.small:
        text = QT_TRANSLATE_NOOP("exam", "Final, elites with fewer judges' marks than the rule asks for: {people}")
        steps.append(Step(text, {"people": str(waiting.small)}, kind="warning"))
    return tuple(steps)
