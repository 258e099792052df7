"""The page of the final's marks: real database, real keys."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from exam.access import Role
from exam.services import items, judge_view, judging, panels
from exam.unit_of_work import run as run_unit
from tests.conftest import PASSWORD
from tests.final_world import build, change_item
from ui.dialogs.adjustments import AdjustmentsDialog
from ui.dialogs.item_edit import ItemDialog
from ui.dialogs.mark_differences import MarkDifferencesDialog
from ui.dialogs.passwords import SecondPersonDialog
from ui.dialogs.release_mark import ReleaseMarkDialog
from ui.dialogs.stage_times import StageTimesDialog
from ui.messages import MessageBox
from ui.pages.judging import FULL, NO_ITEMS, NOBODY, JudgingPage

D = Decimal


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def page(context, show_page):
    return show_page(JudgingPage(context))


def show_item(page, settle, item_id):
    page.arrive(item_id=item_id)
    settle()


def fill(database, world, nominee, marks, role=Role.RECORDER):
    for judge, points in zip(world.judges, marks.split(), strict=True):
        run_unit(
            database, database.test_people[role],
            lambda uow, judge=judge, points=points: judging.save_judge_mark(
                uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=D(points)
            ),
        )  # fmt: skip


def test_that_the_page_says_what_is_missing_and_goes_there(page, settle, visits, run):
    assert page._stack.currentIndex() == NOBODY
    page._stack.currentWidget().button.click()
    assert visits == [("nominations", {})]
    from exam.services import finals
    from tests.final_world import build_staff

    staff = run(build_staff)[1]
    run(lambda uow: finals.nominate(uow, staff_ids=[staff["101"]]))
    page.refresh()
    settle()
    assert page._stack.currentIndex() == NO_ITEMS


def test_that_marks_are_typed_saved_and_averaged(qtbot, world, page, settle):
    show_item(page, settle, world.item)
    assert page._stack.currentIndex() == FULL
    grid = page.grid
    grid.setFocus()
    grid.go_to(world.nominees[0], world.judges[0])
    for typed in ("80", "81", "82", "83", "90"):
        for sign in typed:
            qtbot.keyClicks(QApplication.focusWidget() or grid, sign)
        qtbot.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Tab)
    settle()
    row = page.entry.rows()[world.nominees[0]]
    assert row.mark == D("82.00")
    model = grid.grid_model
    texts = [model.index(0, column).data() for column in range(model.columnCount())]
    assert texts == ["A01", "80", "81", "82", "83", "90", "82.00", "To verify"]
    assert page.entry.cards["done"].value == "1 / 9"
    assert page.entry.seen.text().count("1/9") == 5


def test_that_codes_only_are_shown_until_names_are_asked_for(world, page, settle):
    show_item(page, settle, world.item)
    titles = [column.title for column in page.grid.grid_model.columns]
    assert "Name" not in titles
    page.entry.names.setChecked(True)
    settle()
    titles = [column.title for column in page.grid.grid_model.columns]
    assert titles[:3] == ["Entrant code", "Name", "Unit"]


def test_that_a_recorder_cannot_ask_for_names(qtbot, context, operations, database, world, settle):
    operations.person = database.test_people[Role.RECORDER]
    made = JudgingPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert made.entry.names.isHidden()


def test_that_a_mark_far_from_the_others_is_amber_until_ticked(database, world, page, settle):
    fill(database, world, world.nominees[0], "89 85 85 87 61")
    show_item(page, settle, world.item)
    grid = page.grid
    grid.go_to(world.nominees[0], world.judges[4])
    grid.tell_current()
    assert page.entry.message.tone == "warn"
    assert page.entry.cards["doubt"].value == "1"
    page.entry.message.buttons[0].click()
    settle()
    assert page.entry.cards["doubt"].value == "0"
    assert page.entry.rows()[world.nominees[0]].mark == D("85.67")


def test_that_a_doubtful_sheet_is_ticked_among_its_criteria(run, world, page, settle):
    criteria = run(lambda uow: change_item(uow, world.item, per_criterion=True)).criteria
    nominee = world.nominees[0]
    for at, judge in enumerate(world.judges):
        for one in criteria:
            points = one.full if at < 4 else D(1)
            run(
                lambda uow, judge=judge, one=one, points=points: judging.save_judge_mark(
                    uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=points, criterion=one.position
                )
            )
    show_item(page, settle, world.item)
    box = page.entry.judge_box
    box.setCurrentIndex(box.findData(world.judges[0]))
    page.entry.chosen.emit()
    settle()
    # From another judge's sheet to the doubtful one, and there the same tick.
    page.entry.message.buttons[0].click()
    settle()
    assert page.layout_shown.judge == world.judges[4]
    assert page.entry.message.buttons[0].text().replace("&", "") == "The mark is right"
    page.entry.message.buttons[0].click()
    settle()
    assert page.entry.cards["doubt"].value == "0"
    assert page.entry.rows()[nominee].cells[world.judges[4]].ticked


def test_that_the_dropped_marks_are_struck(database, world, page, settle):
    fill(database, world, world.nominees[0], "80 81 82 83 90")
    show_item(page, settle, world.item)
    cells = page.grid.grid_model.row(0).cells
    assert [cells[judge].dropped for judge in world.judges] == [True, False, False, False, True]


def test_that_an_absent_judge_is_entered_by_a_slash_and_taken_back(qtbot, world, page, settle, run):
    show_item(page, settle, world.item)
    model = page.grid.grid_model
    index = model.position(world.nominees[0], world.judges[0])
    page.grid.enter_text(index, "/")
    settle()
    assert model.cell(model.position(world.nominees[0], world.judges[0])).hatched
    page.grid.enter_text(model.position(world.nominees[0], world.judges[0]), "")
    settle()
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[0]].given == "waiting"
    page.grid.enter_text(model.position(world.nominees[0], world.judges[0]), "缺考")
    page.grid.enter_text(model.position(world.nominees[0], world.judges[1]), "请假")
    settle()
    assert page.entry.message.tone == "error"


def test_that_marks_per_criterion_are_typed_for_one_judge(world, page, settle, run):
    run(lambda uow: change_item(uow, world.item, per_criterion=True))
    show_item(page, settle, world.item)
    assert page.entry.message.tone == "info"
    box = page.entry.judge_box
    box.setCurrentIndex(box.findData(world.judges[1]))
    page.entry.chosen.emit()
    settle()
    model = page.grid.grid_model
    for position, text in ((1, "18"), (2, "20"), (3, "30"), (4, "10.5")):
        page.grid.enter_text(model.position(world.nominees[0], position), text)
        settle()
    assert model.row(0).texts["judge_total"] == "78.50"
    page.grid.enter_text(model.position(world.nominees[0], 2), "/")
    settle()
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[1]].given == "absent"


def test_that_the_written_item_takes_states(world, page, settle):
    show_item(page, settle, world.written)
    model = page.grid.grid_model
    page.grid.enter_text(model.position(world.nominees[0], "written"), "91.5")
    page.grid.enter_text(model.position(world.nominees[1], "written"), "/")
    settle()
    rows = page.entry.rows()
    assert rows[world.nominees[0]].final == D("91.50")
    assert rows[world.nominees[1]].written.attendance == "absent"
    assert page.entry.cards["done"].value == "2 / 9"


def test_that_a_conflict_keeps_what_was_typed_and_shows_the_other_mark(database, world, page, settle):
    show_item(page, settle, world.item)
    model = page.grid.grid_model
    fill(database, world, world.nominees[0], "80 81 82 83 90")
    page.grid.enter_text(model.position(world.nominees[0], world.judges[0]), "85")
    settle()
    assert model.find_draft(world.nominees[0], world.judges[0]).theirs == "80"
    assert page.entry.message.tone == "error"
    page.entry.message.buttons[0].click()
    settle()
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[0]].points == D(85)


def test_that_marks_are_verified_and_locked_by_two(qtbot, context, operations, database, world, settle, page):
    for nominee in world.nominees:
        fill(database, world, nominee, "80 81 82 83 90")
    operations.person = database.test_people[Role.RECHECKER]
    show_item(page, settle, world.item)
    page.verify_button.click()
    box = page.findChild(MessageBox) or page.window().findChild(MessageBox)
    box.buttons.itemAt(box.buttons.count() - 1).widget().click()
    settle()
    assert page.entry.cards["verify"].value == "0"
    page.lock_button.click()
    dialog = page.findChild(SecondPersonDialog)
    dialog.name.setText(database.test_people[Role.SUPERVISOR].name)
    dialog.password.setText(PASSWORD)
    dialog.accept_button.click()
    settle()
    settle()
    assert page.grid.grid_model.locked
    assert page.entry.message.tone == "ok"
    assert page.lock_button.text() == "Open again…"


def test_that_a_deduction_is_given_with_a_reason(world, page, settle, database):
    fill(database, world, world.nominees[0], "80 81 82 83 90")
    show_item(page, settle, world.item)
    page.grid.go_to(world.nominees[0], world.judges[0])
    page.entry.adjust_button.click()
    dialog = page.findChild(AdjustmentsDialog)
    settle()
    dialog.submit()
    assert dialog.error_text
    dialog.points.setText("１．５")
    dialog.submit()
    settle()
    assert "why" in dialog.error_text
    dialog.reason.setText("超时")
    dialog.submit()
    settle()
    settle()
    row = page.entry.rows()[world.nominees[0]]
    assert (row.adjustment, row.final) == (D("-1.50"), D("80.50"))
    assert "Final" in [column.title for column in page.grid.grid_model.columns]


def test_that_an_item_without_judges_says_so(world, page, settle, run, visits):
    item = run(lambda uow: items.add_from_template(uow, template="speech"))
    show_item(page, settle, item.id)
    assert page.entry.message.tone == "warn"
    page.entry.message.buttons[0].click()
    assert visits == [("items", {"item_id": item.id})]
    run(lambda uow: panels.set_panel(uow, item_id=item.id, judge_ids=world.judges[:3]))
    show_item(page, settle, item.id)
    assert len(page.grid.grid_model.mark_columns) == 3


def test_that_a_judge_types_only_the_own_column(qtbot, context, operations, database, world, settle):
    from dataclasses import replace

    fill(database, world, world.nominees[0], "80 81 82 83 90")
    operations.person = replace(database.test_people[Role.JUDGE], judge_id=world.judges[2])
    made = JudgingPage(context)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    settle()
    model = made.grid.grid_model
    assert len(model.mark_columns) == 1
    assert made.entry.item_box.count() == 1
    made.grid.enter_text(model.position(world.nominees[1], world.judges[2]), "77.5")
    settle()
    assert made.entry.rows()[world.nominees[1]].cells[world.judges[2]].points == D("77.50")
    assert not made.lock_button.isEnabled()
    assert not made.entry.adjust_button.isEnabled()


def test_that_undo_never_reaches_another_item(world, page, settle, run):
    other = run(lambda uow: items.add_from_template(uow, template="scenario"))
    run(lambda uow: panels.set_panel(uow, item_id=other.id, judge_ids=world.judges))
    show_item(page, settle, world.item)
    model = page.grid.grid_model
    page.grid.enter_text(model.position(world.nominees[0], world.judges[0]), "80")
    settle()
    show_item(page, settle, other.id)
    page.grid.undo()
    settle()
    show_item(page, settle, world.item)
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[0]].points == D(80)


def test_that_a_mark_on_its_way_stays_with_its_item(world, page, settle, run):
    other = run(lambda uow: items.add_from_template(uow, template="scenario"))
    run(lambda uow: panels.set_panel(uow, item_id=other.id, judge_ids=world.judges))
    show_item(page, settle, world.item)
    model = page.grid.grid_model
    page.grid.enter_text(model.position(world.nominees[0], world.judges[0]), "80")
    show_item(page, settle, other.id)
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[0]].points is None
    assert not model.problems()
    show_item(page, settle, world.item)
    assert page.entry.rows()[world.nominees[0]].cells[world.judges[0]].points == D(80)


def test_that_the_line_below_says_what_to_do_next(context, operations, database, world, page, settle):
    for nominee in world.nominees:
        fill(database, world, nominee, "80 81 82 83 90")
    show_item(page, settle, world.item)
    assert page.entry.message.tone == "info"
    model = page.grid.grid_model
    page.grid.enter_text(model.position(world.nominees[3], world.judges[2]), "40")
    settle()
    assert page.entry.message.tone == "warn"
    page.grid.go_to(world.nominees[0], world.judges[0])
    page.advice.tell_next_step()
    page.entry.message.buttons[0].click()
    assert model.place(page.grid.currentIndex()) == (world.nominees[3], world.judges[2])


def test_that_a_second_person_types_into_an_empty_grid_and_only_differences_are_shown(
    qtbot, context, operations, database, world, settle
):
    fill(database, world, world.nominees[0], "80 81 82 83 90")
    operations.person = database.test_people[Role.RECHECKER]
    made = JudgingPage(context)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    made.arrive(item_id=world.item)
    settle()
    made.second_button.click()
    settle()
    grid = made.grid
    assert grid.grid_model.index(0, 1).data() == ""
    assert "Trimmed mean" not in [column.title for column in grid.grid_model.columns]
    grid.go_to(world.nominees[0], world.judges[0])
    for typed in ("80", "18"):
        for sign in typed:
            qtbot.keyClicks(QApplication.focusWidget() or grid, sign)
        qtbot.keyClick(QApplication.focusWidget() or grid, Qt.Key.Key_Tab)
    settle()
    made.differences_button.click()
    settle()
    dialog = made.findChild(MarkDifferencesDialog)
    # Who typed one of the two sees neither: a second look at the paper stays blind.
    assert [dialog.model.index(0, at).data() for at in (2, 3)] == ["•••", "•••"]
    assert not dialog.settle_button.isEnabled()
    operations.person = database.test_people[Role.OFFICE]
    dialog._read()
    settle()
    assert [(row.first, row.second) for row in dialog.model.rows] == [("81", "18")]
    dialog.value.setText("81")
    dialog.settle()
    settle()
    assert dialog.model.rows == []
    assert dialog.message.tone == "ok"


def test_that_a_confirmed_mark_is_read_only_until_the_office_releases_it(database, world, page, settle, judge, run):
    own = replace(judge, judge_id=world.judges[0])
    run_unit(
        database, own,
        lambda uow: judge_view.confirm_sheet(
            uow, item_id=world.item, nominee_id=world.nominees[0], points={0: D(85)}, seen={}
        ),
    )  # fmt: skip
    page.arrive(item_id=world.item)
    settle()
    index = page.grid.grid_model.position(world.nominees[0], world.judges[0])
    assert not index.flags() & Qt.ItemFlag.ItemIsEditable
    page.grid.go_to(world.nominees[0], world.judges[0])
    assert page.entry.release_button.isVisible()
    page.entry.release_button.click()
    dialog = page.findChild(ReleaseMarkDialog)
    dialog.reason.setText("评委看错选手")
    dialog.submit()
    settle()
    settle()
    index = page.grid.grid_model.position(world.nominees[0], world.judges[0])
    assert index.flags() & Qt.ItemFlag.ItemIsEditable
    assert not page.entry.release_button.isVisible()


def test_that_a_time_over_the_limit_is_deducted_by_the_rule_of_the_item(run, context, page, world, settle, qtbot):
    row = run(lambda uow: items.get_item(uow, item_id=world.item))
    dialog = ItemDialog(context, row, page)
    dialog.limit.setText("8:00")
    dialog.over_points.setText("0.5")
    dialog.over_most.setText("5")
    dialog.submit()
    settle()
    settle()
    assert run(lambda uow: items.get_item(uow, item_id=world.item)).overtime.most == 5
    page.arrive(item_id=world.item)
    settle()
    page.grid.go_to(world.nominees[0], world.judges[0])
    assert page.times_button.isVisibleTo(page)
    page.times_button.click()
    settle()
    times = page.findChild(StageTimesDialog)
    assert times.table.selected_row().nominee_id == world.nominees[0]
    times.time.setText("eight")
    times.save()
    assert (times.message.tone, "8:30" in times.message.text) == ("error", True)
    times.time.setText("8:31")
    times.save()
    settle()
    settle()
    assert times.table.selected_row().nominee_id != world.nominees[0]
    assert times.model.all_rows[0].points == D("1.0")
    assert page.entry.rows()[world.nominees[0]].adjustment == D("-1.00")
