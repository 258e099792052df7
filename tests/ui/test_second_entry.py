"""The second entry, the differences and the progress on the page; entry by the number on the paper."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from exam.access import Person
from exam.rules.marks import Attendance
from exam.services import marks, second_entry, sittings
from exam.services.competition import change_rule
from exam.services.journal import list_entries
from exam.services.mark_rows import MarkProgress
from tests.written import SECTIONS, add_drawn_people
from ui.context import Context
from ui.dialogs.answers import AnswersDialog
from ui.item_models.written import HIDDEN
from ui.pages.written import WrittenPage
from ui.pages.written_words import standing

Run = Callable[..., Any]
Show = Callable[[Any], Any]
ENTER = Qt.Key.Key_Return


@pytest.fixture
def page(context: Context, show_page: Show, run: Run) -> WrittenPage:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS))
    return show_page(WrittenPage(context))


@pytest.fixture
def twice(page: WrittenPage, run: Run, settle: Callable[[], None]) -> WrittenPage:
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    page.refresh()
    settle()
    return page


def enter(run: Run, person: Person, *values: tuple[int, int, str], again: bool = False) -> None:
    """Marks (row, section, points) by somebody at another desk."""
    entry, command = (2, second_entry.save_second_mark) if again else (1, marks.save_mark)

    def call(uow: Any) -> None:
        rows = marks.list_marks(uow, sitting_id=1, entry=entry).rows
        for at, part, points in values:
            command(
                uow, candidate_id=rows[at].candidate_id, section_id=rows[at].marks[part].section_id,
                points=Decimal(points), seen_version=rows[at].marks[part].version,
            )  # fmt: skip

    run(call, person)


def sheet(run: Run) -> Any:
    return run(lambda uow: marks.list_marks(uow, sitting_id=1, reveal=True)).rows


def type_line(qtbot: QtBot, field: Any, text: str) -> None:
    if text.isascii():
        qtbot.keyClicks(field, text)
    else:
        # Qt's test keys know ASCII only; an input method inserts such text too.
        field.insert(text)
    qtbot.keyClick(field, ENTER)


def test_that_the_tabs_of_the_second_entry_show_only_where_the_rules_ask_for_it(
    page: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    tabs = page.tabs
    assert [tabs.isTabVisible(at) for at in range(tabs.count())] == [True, False, False, True, True]
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    page.refresh()
    settle()
    assert all(tabs.isTabVisible(at) for at in range(tabs.count()))
    assert not page.verify_button.isVisible()


def test_that_the_second_grid_is_empty_and_an_equal_entry_verifies(
    qtbot: QtBot, twice: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person, office: Person
) -> None:
    enter(run, recorder, (0, 0, "50"), (0, 1, "33"))
    twice.refresh()
    settle()
    model = twice.grid.grid_model
    assert model.text(model.index(0, model.mark_columns[0])) == HIDDEN
    twice.tabs.setCurrentWidget(twice.second)
    settle()
    second = twice.second.grid
    assert [second.grid_model.text(second.grid_model.index(0, at)) for at in second.grid_model.mark_columns] == ["", ""]
    second.setFocus()
    for text in ("50", "33"):
        qtbot.keyClicks(second, text[0])
        type_line(qtbot, second._editor, text[1:])
        second.setCurrentIndex(second.grid_model.index(0, second.grid_model.mark_columns[1]))
    settle()
    assert [mark.verified_by for mark in sheet(run)[0].marks] == [office.name] * 2
    qtbot.waitUntil(lambda: "1 / 6" in twice.second.count.text())
    twice.tabs.setCurrentWidget(twice.entry)
    settle()
    assert model.text(model.index(0, model.mark_columns[0])) == "50"


def test_that_a_state_typed_in_the_second_entry_is_refused_with_words(
    qtbot: QtBot, twice: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    twice.tabs.setCurrentWidget(twice.second)
    settle()
    twice.second.grid.setFocus()
    qtbot.keyClicks(twice.second.grid, "/")
    settle()
    assert "second time" in twice.second.message.text
    assert sheet(run)[0].attendance is None
    assert twice.unsaved() == 1


def test_that_a_difference_is_settled_by_the_third_person(
    qtbot: QtBot,
    twice: WrittenPage,
    run: Run,
    settle: Callable[[], None],
    recorder: Person,
    rechecker: Person,
    office: Person,
) -> None:
    enter(run, recorder, (0, 0, "50"), (1, 0, "41"), (2, 0, "33"))
    enter(run, rechecker, (0, 0, "50"), (1, 0, "14"), (2, 0, "38"), again=True)
    twice.refresh()
    settle()
    tab = twice.tabs.differences
    assert twice.tabs.differing == 2
    assert "2" in twice.tabs.tabText(twice.tabs.indexOf(tab))
    twice.tabs.setCurrentWidget(tab)
    settle()
    assert [(row.first, row.second) for row in tab.model.rows] == [(41, 14), (33, 38)]
    assert "swapped" in tab.hint.text()
    qtbot.mouseClick(tab.second_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    type_line(qtbot, tab.value, "333")
    assert "outside 0 to 60" in tab.message.text
    tab.value.clear()
    type_line(qtbot, tab.value, "３５")
    settle()
    settle()
    assert tab.model.rows == []
    found = [row.marks[0] for row in sheet(run)[:3]]
    assert [mark.points for mark in found] == [50, 14, 35]
    assert [mark.verified_by for mark in found] == [rechecker.name, office.name, office.name]


def test_that_the_page_leads_to_the_differences_when_all_was_typed_twice(twice: WrittenPage) -> None:
    progress, sitting = MarkProgress(6, 0, 0, 2, 4, 0), twice.commands.sitting
    for differing, action in ((0, "second"), (1, "second"), (2, "differences")):
        told = standing(sitting, progress, (), twice=True, differing=differing)
        assert told is not None
        assert told.action == action


def test_that_the_two_who_typed_are_told_to_leave_it_to_somebody_else(
    twice: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person, office: Person
) -> None:
    enter(run, recorder, (0, 0, "50"))
    enter(run, office, (0, 0, "55"), again=True)
    twice.tabs.setCurrentWidget(twice.tabs.differences)
    twice.refresh()
    settle()
    tab = twice.tabs.differences
    assert not tab.value.isVisible()
    assert tab.model.index(0, 2).data() == HIDDEN
    assert "Somebody who typed neither" in tab.hint.text()


def test_that_progress_shows_seen_and_expected_and_the_queue(
    twice: WrittenPage, run: Run, settle: Callable[[], None], recorder: Person
) -> None:
    enter(run, recorder, (0, 0, "50"))
    twice.tabs.setCurrentWidget(twice.tabs.progress)
    twice.refresh()
    settle()
    tab = twice.tabs.progress
    assert [tab.counts.index(0, at).data() for at in range(5)] == ["Section", "客观题", "1 / 6", "0 / 6", "0 / 6"]
    assert [tab.waiting.index(0, at).data() for at in (1, 3)] == [recorder.name, "second entry"]


def test_that_objective_answers_are_scored_from_the_dialog(
    qtbot: QtBot, page: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    qtbot.mouseClick(page.entry.answers_button, Qt.MouseButton.LeftButton)
    settle()
    dialog = page.window().findChildren(AnswersDialog)[-1]
    dialog.key.setPlainText("1-30 单选 2 " + "ABC" * 10)
    number = sheet(run)[0].ticket_number
    dialog.answers.setPlainText(f"{number} {'ABC' * 10}\n9 {'ABC' * 10}\n")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert "Line 2: No paper of this sitting has this number." in dialog.error_text
    dialog.answers.setPlainText(f"{number}\t{'AB-' * 10}")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert sheet(run)[0].marks[0].points == 40
    model = page.grid.grid_model
    assert model.text(model.index(0, model.mark_columns[0])) == "40"


# By the number on the paper


@pytest.fixture
def by_number(page: WrittenPage) -> WrittenPage:
    page.entry.numbers_button.click()
    return page


def test_that_marks_are_typed_by_the_number_and_enter_returns_to_it(
    qtbot: QtBot, by_number: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    entry = by_number.entry.numbers
    one, two = entry.fields.values()
    for at in (3, 0):
        type_line(qtbot, entry.number, sheet(run)[at].ticket_number)
        assert one.hasFocus()
        type_line(qtbot, one, "５５")
        assert two.hasFocus()
        type_line(qtbot, two, "30.5")
        assert entry.number.hasFocus()
        assert entry.number.text() == ""
        settle()
    assert [row.total for row in sheet(run)] == [Decimal("85.5"), None, None, Decimal("85.5"), None, None]
    assert "55 + 30.5" in entry.done.text() or "５５ + 30.5" in entry.done.text()


def test_that_a_scanner_reading_twice_and_a_bounced_enter_change_nothing(
    qtbot: QtBot, by_number: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    entry = by_number.entry.numbers
    one, two = entry.fields.values()
    number = sheet(run)[0].ticket_number
    for _ in range(3):
        target = entry.number if entry.number.hasFocus() else one
        type_line(qtbot, target, number)
    qtbot.keyClick(one, ENTER)
    assert one.hasFocus()
    assert one.text() == ""
    type_line(qtbot, one, "55")
    qtbot.keyClick(two, ENTER)
    type_line(qtbot, two, "30")
    qtbot.keyClick(entry.number, ENTER)
    settle()
    tags = [line.tag for line in run(lambda uow: list_entries(uow, topic="written"))]
    assert tags.count("written.mark_saved") == 2


def test_that_the_same_sheet_again_is_one_entry_and_another_value_asks_first(
    qtbot: QtBot, by_number: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    entry = by_number.entry.numbers
    one, two = entry.fields.values()
    number = sheet(run)[0].ticket_number
    for _ in range(2):
        type_line(qtbot, entry.number, number)
        type_line(qtbot, one, "55")
        type_line(qtbot, two, "30")
        settle()
    tags = [line.tag for line in run(lambda uow: list_entries(uow, topic="written"))]
    assert tags.count("written.mark_saved") == 2
    type_line(qtbot, entry.number, number)
    type_line(qtbot, one, "44")
    qtbot.keyClick(one, ENTER)
    assert "55 stands here" in by_number.entry.message.text
    settle()
    assert sheet(run)[0].marks[0].points == 55
    qtbot.wait(350)
    qtbot.keyClick(one, ENTER)
    settle()
    assert sheet(run)[0].marks[0].points == 44


def test_that_an_absent_candidate_is_one_key_and_a_refused_mark_stays_in_its_field(
    qtbot: QtBot, by_number: WrittenPage, run: Run, settle: Callable[[], None]
) -> None:
    entry = by_number.entry.numbers
    one, _ = entry.fields.values()
    type_line(qtbot, entry.number, sheet(run)[0].ticket_number)
    type_line(qtbot, one, "555")
    assert one.hasFocus()
    assert "outside 0 to 60" in by_number.entry.message.text
    qtbot.keyClick(one, Qt.Key.Key_Escape)
    assert by_number.unsaved() == 0
    type_line(qtbot, entry.number, sheet(run)[0].ticket_number)
    type_line(qtbot, one, "/")
    settle()
    assert sheet(run)[0].attendance is Attendance.ABSENT


def test_that_an_unknown_number_and_a_wrong_check_digit_are_said(
    qtbot: QtBot, by_number: WrittenPage, run: Run
) -> None:
    entry = by_number.entry.numbers
    type_line(qtbot, entry.number, "9999")
    assert "9999" in by_number.entry.message.text
    entry.sealed = True
    entry.number.clear()
    type_line(qtbot, entry.number, "1234567")
    assert "check digit" in by_number.entry.message.text
