"""The quiz ledger in the database: events, voids, the hall's scores, and what the results take from it."""

from __future__ import annotations

import uuid
from decimal import Decimal
from threading import Barrier, Thread

import pytest

from exam.errors import AlreadySaved, Conflict, ExamError, InvalidInput, NotAllowed, RuleBroken
from exam.rules.quiz import Result, Round
from exam.rules.stages import Stage
from exam.services import items, judging, quiz, results
from exam.services.competition import change_rule, lock_stage
from exam.unit_of_work import run as run_unit
from tests.conftest import PASSWORD
from tests.final_world import build

D = Decimal


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def item(run, world):
    return run(lambda uow: items.add_item(uow, name="知识竞答", kind="quiz"))


@pytest.fixture
def teams(run, item):
    return [team.team_id for team in run(lambda uow: quiz.get_quiz(uow, item_id=item.id)).teams]


@pytest.fixture
def add(run, item, teams, recorder):
    def save(team, round_=Round.BUZZER, result=Result.RIGHT, person=None, request=None, **more):
        return run(
            lambda uow: quiz.add_event(
                uow, item_id=item.id, team_id=teams[team], round=round_, result=result, **more
            ),
            person=person or recorder, request=request,
        )  # fmt: skip

    return save


def totals(row):
    return [team.total for team in row.teams]


def test_that_every_team_begins_at_the_base_and_scores_follow_the_events(run, item, add):
    assert totals(run(lambda uow: quiz.get_quiz(uow, item_id=item.id))) == [D(100)] * 3
    add(0, Round.REQUIRED, question="1")
    add(1, Round.REQUIRED, Result.WRONG, question="1")
    add(2, Round.BUZZER, Result.FOUL, question="1")
    row = add(1, Round.RISK, Result.WRONG, question="1", value=D(30))
    assert totals(row) == [D(110), D(70), D(90)]
    assert [(line.number, line.points, line.running) for line in row.lines] == [
        (4, D(-30), D(70)), (3, D(-10), D(90)), (2, D(0), D(100)), (1, D(10), D(110)),
    ]  # fmt: skip
    assert row.next_questions[Round.BUZZER] == "2"


def test_that_scores_go_below_zero(add):
    for number in range(1, 5):
        row = add(0, Round.RISK, Result.WRONG, question=str(number), value=D(30))
    assert row.teams[0].total == D(-20)


def test_that_an_event_is_voided_later_with_a_reason_and_the_totals_follow(run, add, recorder):
    first = add(0, question="1").lines[0]
    add(1, question="2")

    def void(reason, version=first.version):
        return run(
            lambda uow: quiz.void_event(uow, event_id=first.id, seen_version=version, reason=reason), person=recorder
        )

    with pytest.raises(InvalidInput):
        void(" ")
    row = void("题目有误")
    assert totals(row) == [D(100), D(110), D(100)]
    assert (row.lines[1].void_reason, row.lines[1].voided_by) == ("题目有误", recorder.name)
    with pytest.raises(Conflict):
        void("again")
    with pytest.raises(RuleBroken):
        void("again", row.lines[1].version)
    assert totals(add(2, question="1")) == [D(100), D(110), D(110)]


def test_that_a_question_is_void_after_an_early_press_and_answered_once(add):
    add(0, Round.BUZZER, Result.FOUL, question="1")
    with pytest.raises(RuleBroken, match="early press"):
        add(1, Round.BUZZER, question="1")
    add(1, Round.BUZZER, question="2")
    with pytest.raises(RuleBroken, match="answered"):
        add(2, Round.BUZZER, question="2")


def test_that_a_stake_is_chosen_before_and_points_need_a_reason(add):
    with pytest.raises(InvalidInput):
        add(0, Round.RISK, question="1")
    with pytest.raises(InvalidInput):
        add(0, Round.OTHER, Result.POINTS, value=D(-5))
    with pytest.raises(InvalidInput):
        add(0, Round.OTHER, Result.POINTS, value=D(0), note="无")
    assert add(0, Round.OTHER, Result.POINTS, value=D("-5"), note="提示队友").teams[0].total == D(95)


def test_that_a_bounced_key_is_one_event(add):
    request = str(uuid.uuid4())
    add(0, question="", request=request)
    with pytest.raises(AlreadySaved):
        add(0, question="", request=request)
    assert totals(add(1, question="2")) == [D(110), D(110), D(100)]


def test_that_extra_questions_part_tied_teams_only(run, item, add):
    add(0, question="1")
    row = add(1, question="2")
    assert [(team.place, team.tied) for team in row.teams] == [(1, True), (1, True), (3, False)]
    row = add(1, Round.EXTRA, question="1")
    assert [(team.place, team.total, team.extra) for team in row.teams] == [
        (2, D(110), D(0)), (1, D(110), D(10)), (3, D(100), D(0)),
    ]  # fmt: skip
    facts = {team.team_id: team for team in run(results.get_draft).teams}
    assert facts


def test_that_the_results_take_the_quiz_without_voided_and_extra_lines(run, item, teams, add, recorder):
    from exam.services.result_marks import _quiz

    add(0, question="1")
    add(0, Round.EXTRA, question="1")
    line = add(1, question="2").lines[0]
    run(lambda uow: quiz.void_event(uow, event_id=line.id, seen_version=line.version, reason="误按"), person=recorder)
    found = run(_quiz)
    assert {team: points[item.key] for team, points in found.items()} == dict(
        zip(teams, (D(110), D(100), D(100)), strict=True)
    )


def test_that_judges_neither_write_nor_read_the_ledger(run, item, add, judge, supervisor):
    with pytest.raises(NotAllowed):
        add(0, question="1", person=judge)
    with pytest.raises(NotAllowed):
        run(lambda uow: quiz.get_quiz(uow, item_id=item.id), person=judge)
    with pytest.raises(NotAllowed):
        add(0, question="1", person=supervisor)
    assert run(lambda uow: quiz.get_quiz(uow, item_id=item.id), person=supervisor).teams


def test_that_a_quiz_is_locked_by_two_people_once_it_was_held(run, item, add, office, supervisor):
    def lock():
        version = run(lambda uow: items.get_item(uow, item_id=item.id)).version
        return run(
            lambda uow: judging.lock_item(
                uow, item_id=item.id, seen_version=version, witness=supervisor.name, password=PASSWORD
            ),
            serializable=True,
        )

    with pytest.raises(RuleBroken, match="nothing"):
        lock()
    line = add(0, question="1").lines[0]
    assert lock().locked
    with pytest.raises(RuleBroken, match="locked"):
        add(0, question="2")
    with pytest.raises(RuleBroken, match="locked"):
        run(lambda uow: quiz.void_event(uow, event_id=line.id, seen_version=line.version, reason="误按"))


def test_that_events_of_two_desks_are_numbered_one_after_the_other(run, database, item, teams, recorder, rechecker):
    barrier, said = Barrier(2), []

    def enter(person, team):
        barrier.wait()
        for number in range(5):
            try:
                run_unit(
                    database, person,
                    lambda uow, n=number: quiz.add_event(
                        uow, item_id=item.id, team_id=teams[team], round=Round.REQUIRED, result=Result.RIGHT,
                        question=str(n),
                    ),
                )  # fmt: skip
            except ExamError as error:
                said.append(str(error))

    threads = [Thread(target=enter, args=act) for act in ((recorder, 0), (rechecker, 1))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    row = run(lambda uow: quiz.get_quiz(uow, item_id=item.id))
    assert (said, sorted(line.number for line in row.lines)) == ([], list(range(1, 11)))
    assert totals(row) == [D(150), D(150), D(100)]


def test_that_the_ledger_is_printed_in_the_order_of_the_events(run, item, add):
    add(0, Round.BUZZER, Result.FOUL, question="1")
    add(1, Round.RISK, question="1", value=D(20))
    sheet = run(lambda uow: quiz.get_quiz_ledger(uow, item_id=item.id))
    assert [(line.number, line.value, line.points, line.foul) for line in sheet.lines] == [
        (1, None, D(-10), True), (2, D(20), D(20), False),
    ]  # fmt: skip
    assert [score[2] for score in sheet.scores] == [D(90), D(120), D(100)]


def test_that_changed_points_hold_for_the_next_event_and_leave_the_ledger(run, add, item):
    add(0, Round.BUZZER, question="1")
    run(lambda uow: change_rule(uow, key="quiz_buzzer_right", text="25"))
    row = add(1, Round.BUZZER, question="2")
    assert totals(row) == [D(110), D(125), D(100)]
    run(lambda uow: change_rule(uow, key="quiz_base", text="0"))
    row = run(lambda uow: quiz.get_quiz(uow, item_id=item.id))
    assert (totals(row), row.rule.base) == ([D(10), D(25), D(0)], D(0))
    printed = run(lambda uow: quiz.get_quiz_ledger(uow, item_id=item.id))
    assert printed.base == 0


def test_that_the_points_are_locked_with_the_stage(run):
    run(lambda uow: lock_stage(uow, stage=Stage.FINAL))
    with pytest.raises(RuleBroken):
        run(lambda uow: change_rule(uow, key="quiz_base", text="0"))
