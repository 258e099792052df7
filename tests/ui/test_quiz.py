"""The page of the quiz: real database, real keys."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import Qt

from exam.access import Role
from exam.rules.quiz import Result, Round
from exam.services import items, quiz
from tests.final_world import build
from ui.dialogs.passwords import SecondPersonDialog
from ui.dialogs.quiz_event import QuizPointsDialog, VoidEventDialog
from ui.pages import quiz as quiz_page
from ui.pages.quiz import FULL, NO_QUIZ, NO_TEAMS, QuizPage
from ui.projector.scoreboard import scores_show

D = Decimal
KEY = Qt.Key


@pytest.fixture
def item(run):
    run(build)
    return run(lambda uow: items.add_from_template(uow, template="quiz"))


@pytest.fixture
def page(qtbot, context, settle, monkeypatch):
    # Tests press faster than people; the test of the bounce sets it back.
    monkeypatch.setattr(quiz_page, "BOUNCE_MS", 0)
    made = QuizPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    context.operations.changed.connect(lambda topics: made.refresh() if topics & made.topics else None)
    made.refresh()
    settle()
    return made


@pytest.fixture
def press(qtbot, page, settle):
    def keys(*pressed):
        for key in pressed:
            qtbot.keyClick(page, key)
            settle()
            qtbot.wait(5)

    return keys


def scores(page):
    return [tile.row.total for tile in page.tiles.tiles]


def test_that_the_page_says_what_is_missing_and_goes_there(page, settle, visits, run):
    assert page._stack.currentIndex() == NO_QUIZ
    page._stack.currentWidget().button.click()
    assert visits == [("items", {})]
    run(lambda uow: items.add_item(uow, name="竞答", kind="quiz"))
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NO_TEAMS


def test_that_required_questions_go_from_team_to_team_by_one_key(item, page, press):
    assert page._stack.currentIndex() == FULL
    press(KEY.Key_1, KEY.Key_F6, KEY.Key_F7, KEY.Key_F6)
    assert scores(page) == [D(110), D(100), D(110)]
    assert [row.question for row in page.quiz.lines] == ["3", "2", "1"]
    assert page.tiles.team_id == page.quiz.teams[0].team_id


def test_that_an_early_press_costs_points_and_voids_the_question(item, page, press):
    press(KEY.Key_F3, KEY.Key_2, KEY.Key_F8)
    assert (scores(page), page.controls.question.text()) == ([D(100), D(90), D(100)], "2")
    assert page.tiles.team_id is None
    press(KEY.Key_F6)
    assert page.message.tone == "warn"
    assert len(page.quiz.lines) == 1
    page.controls.question.setText("1")
    press(KEY.Key_3, KEY.Key_F6)
    assert page.message.tone == "error"
    assert len(page.quiz.lines) == 1


def test_that_the_stake_is_chosen_before(item, page, press):
    press(KEY.Key_F4, KEY.Key_1, KEY.Key_F7)
    assert page.message.tone == "warn"
    press(KEY.Key_F4, KEY.Key_F4)
    assert page.controls.stake == D(20)
    press(KEY.Key_F7)
    assert scores(page)[0] == D(80)
    assert page.controls.stake is None


def test_that_there_is_no_early_press_outside_buzzer_questions(item, page, press):
    press(KEY.Key_1, KEY.Key_F8)
    assert not page.controls.result_buttons[Result.FOUL].isEnabled()
    assert page.quiz.lines == ()


def test_that_a_bounced_key_is_one_event(qtbot, item, page, settle, monkeypatch):
    monkeypatch.setattr(quiz_page, "BOUNCE_MS", 60_000)
    qtbot.keyClick(page, KEY.Key_1)
    for _ in range(3):
        qtbot.keyClick(page, KEY.Key_F6)
    settle()
    qtbot.keyClick(page, KEY.Key_F6)
    settle()
    assert scores(page) == [D(110), D(100), D(100)]


def test_that_a_line_is_voided_with_a_reason(item, page, press, settle):
    press(KEY.Key_1, KEY.Key_F6, KEY.Key_F9)
    dialog = page.findChild(VoidEventDialog)
    dialog.submit()
    settle()
    assert dialog.error_text
    dialog.reason.setText("题目有误")
    dialog.submit()
    settle()
    settle()
    assert scores(page) == [D(100)] * 3
    assert "题目有误" in page.model.index(0, 6).data()


def test_that_the_chief_judge_takes_points(item, page, settle):
    page.controls.points_button.click()
    dialog = page.findChild(QuizPointsDialog)
    dialog.points.setText("５")
    dialog.reason.setText("场外提示")
    dialog.submit()
    settle()
    settle()
    assert scores(page)[0] == D(95)


def test_that_the_hall_follows_the_ledger(item, page, press, settle):
    page.hall_button.click()
    hall = page.hall
    press(KEY.Key_1, KEY.Key_F6)
    assert hall.show_now.slides[0].items[0][1] == "110"
    hall.close()
    page.hall_button.click()
    assert page.hall.isVisible()
    page.hall.close()


def test_that_scores_below_zero_and_extra_points_are_readable_in_the_hall(item, run):
    teams = run(lambda uow: quiz.get_quiz(uow, item_id=item.id)).teams

    def add(round_, result, **more):
        return run(
            lambda uow: quiz.add_event(
                uow, item_id=item.id, team_id=teams[0].team_id, round=round_, result=result, **more
            )
        )

    add(Round.OTHER, Result.POINTS, value=D(-120), note="违规")
    row = add(Round.EXTRA, Result.RIGHT)
    assert scores_show(row, "大比武").slides[0].items[0][1] == "−20 (+10)"


def test_that_a_locked_quiz_takes_nothing_more(item, page, press, settle):
    press(KEY.Key_1, KEY.Key_F6)
    page.lock_button.click()
    dialog = page.findChild(SecondPersonDialog)
    dialog.name.setText("孙监督")
    dialog.password.setText("sesame-123")
    dialog.submit()
    settle()
    settle()
    assert page.quiz.item.locked
    press(KEY.Key_F6)
    assert len(page.quiz.lines) == 1
    assert not page.controls.isEnabled()


def test_that_a_supervisor_looks_and_does_not_write(qtbot, item, context, operations, database, settle):
    operations.person = database.test_people[Role.SUPERVISOR]
    made = QuizPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert made.quiz is not None
    assert not made.controls.isEnabled()
