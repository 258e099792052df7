"""The quiz of a rehearsal: a round of required questions, the buzzer, risk questions, and a line that is void."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from exam.rehearsal.desk import OFFICE, RECORDER
from exam.rehearsal.steps import Line, Rehearsal
from exam.rules.quiz import Result, Round
from exam.services import finals, items, quiz
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP

MOST_TEAMS = 12
VOID = {"zh": "题目有误，本题作废", "en": "The question was faulty"}
WARNED = {"zh": "场外提示，裁判长扣分", "en": "Prompted from the audience"}


def play_quiz(play: Rehearsal) -> Line:
    """The teams' quiz on the afternoon of the final; it shows on its own page and counts in no total."""
    desk = play.desk
    desk.at(11, 20, 14)
    item = desk.run(OFFICE, lambda uow: items.add_from_template(uow, template="quiz"))
    teams = sorted({row.team_id for row in desk.read(lambda uow: finals.list_nominees(uow, active_only=True))})
    teams = teams[:MOST_TEAMS]

    def ledger(uow: UnitOfWork) -> int:
        def add(team: int, round_: Round, result: Result, question: str = "", **more: Any) -> None:
            quiz.add_event(
                uow, item_id=item.id, team_id=teams[team % len(teams)], round=round_, result=result,
                question=question, **more,
            )  # fmt: skip

        for at in range(len(teams)):
            add(at, Round.REQUIRED, Result.WRONG if at % 5 == 3 else Result.RIGHT, str(at + 1))
        for at, result in enumerate((Result.RIGHT, Result.WRONG, Result.FOUL, Result.RIGHT, Result.RIGHT), 1):
            add(at * 5, Round.BUZZER, result, str(at))
        for at, result in enumerate((Result.RIGHT, Result.WRONG, Result.RIGHT), 1):
            add(at * 3, Round.RISK, result, str(at), value=Decimal(10 * at))
        add(1, Round.OTHER, Result.POINTS, value=Decimal(-5), note=WARNED[desk.language])
        return len(quiz.get_quiz(uow, item_id=item.id).lines)

    count = desk.run(RECORDER, ledger)
    line = next(
        one for one in desk.read(lambda uow: quiz.get_quiz(uow, item_id=item.id)).lines if one.round is Round.RISK
    )
    desk.run(
        RECORDER,
        lambda uow: quiz.void_event(
            uow, event_id=line.id, seen_version=line.version, reason=VOID[desk.language]
        ),
    )  # fmt: skip
    first = desk.read(lambda uow: quiz.get_quiz(uow, item_id=item.id)).teams[0]
    play.facts["quiz"] = {"events": count, "first": first.name, "points": first.total}
    return QT_TRANSLATE_NOOP("exam", "Quiz: {count} lines in the ledger, {team} leads with {points}"), {
        "count": count,
        "team": first.name,
        "points": first.total,
    }
