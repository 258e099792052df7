"""The standings page and publishing: real clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog

from exam.access import Person
from exam.services import publications
from exam.services.competition import change_rule
from models.database import Database
from tests.conftest import PASSWORD
from tests.services.test_results import build, change_mark, set_absent
from ui import messages
from ui.context import Context
from ui.dialogs.adjustments import AdjustmentsDialog
from ui.dialogs.publications import PublicationsDialog
from ui.dialogs.publish import PublishDialog
from ui.dialogs.team_total import TeamTotalDialog
from ui.dialogs.verify_queue import VerifyQueueDialog
from ui.operations import Operations
from ui.pages.standings import StandingsPage
from ui.pages.standings_tables import ITEMS, TEAMS

Settle = Callable[[], None]
Show = Callable[[Any], Any]
Run = Callable[..., Any]


@pytest.fixture
def page(context: Context, show_page: Show) -> StandingsPage:
    return show_page(StandingsPage(context))


@pytest.fixture
def marks(run: Run) -> None:
    run(build)
    run(set_absent)


def dialog_of(kind: type[QDialog]) -> Any:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def click(button: Any) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def publish(
    page: StandingsPage, settle: Settle, password: str = PASSWORD, *, interim: bool = True
) -> PublishDialog:
    click(page.publish_button)
    dialog = dialog_of(PublishDialog)
    dialog.witness.insert("监督")
    QTest.keyClicks(dialog.password, password)
    if interim:
        dialog.interim.setChecked(True)
    click(dialog.accept_button)
    settle()
    return dialog


def test_that_without_marks_the_page_sends_to_where_they_are_entered(
    page: StandingsPage, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    empty: Any = page._stack.currentWidget()
    click(empty.button)
    assert visits == [("written", {})]
    assert not page.publish_button.isEnabled()


@pytest.mark.usefixtures("marks")
def test_that_the_best_stands_first_and_is_explained(page: StandingsPage) -> None:
    rows = page.tables.individuals.rows_model.rows
    assert [row.entrant_code for row in rows] == ["A01", "A02", "A03", "A04"]
    assert "A01" in page.panel.subject.text()
    assert page.panel.total.text() == "88.90"
    assert "Judges' marks: 90, 91, 92, 88, 95" in page.panel.text


@pytest.mark.usefixtures("marks")
def test_that_another_line_shows_another_calculation(page: StandingsPage) -> None:
    table = page.tables.individuals
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert "A02" in page.panel.subject.text()
    page.tables.setCurrentIndex(1)
    assert page.panel.subject.text() == "1号分公司队"
    page.tables.setCurrentIndex(2)
    assert page.panel.total.text() == "70.00"
    page.tables.setCurrentIndex(3)
    page.tables.item_box.setCurrentIndex(1)
    assert [row.mark for row in page.tables.items.rows_model.rows][:2] == [Decimal("91.00"), Decimal("88.00")]


@pytest.mark.usefixtures("marks")
def test_that_a_selection_shows_no_teams(page: StandingsPage, context: Context, settle: Settle, run: Run) -> None:
    page.tables.setCurrentIndex(TEAMS)
    assert page.cards["teams"].isVisible()
    run(lambda uow: change_rule(uow, key="team_preset", text="none"))
    page.refresh()
    settle()
    assert not page.tables.isTabVisible(TEAMS)
    assert page.tables.currentIndex() != TEAMS
    assert not page.cards["teams"].isVisible()


@pytest.mark.usefixtures("marks")
def test_that_a_missing_mark_is_said_and_never_shown_as_a_number(
    page: StandingsPage, context: Context, settle: Settle, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    context.operations.write(page, change_mark(None, "cleared"))
    settle()
    row = page.tables.individuals.rows_model.rows[-1]
    assert (row.entrant_code, row.total) == ("A01", None)
    assert page.cards["missing"].value == "1"
    assert "marks still missing: 1" in page.message.text
    click(page.message.buttons[0])
    assert visits == [("judging", {})]


@pytest.mark.usefixtures("marks")
def test_that_search_finds_by_name_and_unit(page: StandingsPage) -> None:
    page.search.insert("2号")
    assert [row.entrant_code for row in page.tables.individuals.rows_model.rows] == ["A03", "A04"]


@pytest.mark.usefixtures("marks")
def test_that_publishing_takes_the_password(
    page: StandingsPage, settle: Settle, run: Run, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    dialog = publish(page, settle, "wrong")
    assert dialog.isVisible()
    assert "password" in dialog.error_text
    assert dialog.witness.text() == "监督"
    dialog.password.clear()
    QTest.keyClicks(dialog.password, PASSWORD)
    click(dialog.accept_button)
    settle()
    assert [row.number for row in run(publications.list_publications)] == [1]
    box = dialog_of(messages.MessageBox)
    click(box.findChild(QDialog.__base__, "confirm") or box.focusWidget())
    assert visits == [("papers", {})]


@pytest.mark.usefixtures("marks")
def test_that_incomplete_results_need_a_tick(
    page: StandingsPage, context: Context, settle: Settle, run: Run
) -> None:
    context.operations.write(page, change_mark(None, "cleared"))
    settle()
    dialog = publish(page, settle, interim=False)
    assert "not complete" in dialog.error_text
    dialog.interim.setChecked(True)
    click(dialog.accept_button)
    settle()
    assert len(run(publications.list_publications)) == 1


@pytest.mark.usefixtures("marks")
def test_that_a_change_after_publication_is_shown_with_its_differences(
    page: StandingsPage, context: Context, settle: Settle
) -> None:
    publish(page, settle)
    dialog_of(messages.MessageBox).reject()
    assert page.message.tone == "ok"
    context.operations.write(page, change_mark(Decimal(100), judge=4))
    settle()
    assert page.message.tone == "warn"
    click(page.message.buttons[0])
    settle()
    dialog = dialog_of(PublicationsDialog)
    assert dialog.changes.rows_model.rowCount() > 0
    dialog.versions.setCurrentIndex(dialog.versions.rows_model.index(1, 0))
    settle()
    click(dialog.show_button)
    settle()
    assert page.found is not None
    assert page.found.snapshot.number == 1
    assert not page.publish_button.isEnabled()
    page.version_box.setCurrentIndex(0)
    page.version_box.activated.emit(0)
    settle()
    assert page.found.is_draft


@pytest.mark.usefixtures("marks")
def test_that_people_without_the_right_see_nothing_before_the_publication(
    qtbot: Any, context: Context, operations: Operations, settle: Settle, run: Run, recorder: Person, database: Database
) -> None:
    operations.person = recorder
    made = StandingsPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert made.found is None
    assert not made.publish_button.isVisibleTo(made)
    run(lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    made.refresh()
    settle()
    assert made.found is not None
    assert made.found.snapshot.number == 1


@pytest.mark.usefixtures("marks")
def test_that_the_re_checker_sees_codes_only(
    qtbot: Any, context: Context, operations: Operations, settle: Settle, rechecker: Person
) -> None:
    operations.person = rechecker
    made = StandingsPage(context)
    qtbot.addWidget(made)
    made.refresh()
    settle()
    assert made.tables.individuals.isColumnHidden(2)
    assert made.panel.subject.text() == "A01"


@pytest.mark.usefixtures("marks")
def test_that_the_results_are_written_as_a_workbook(
    page: StandingsPage, settle: Settle, tmp_path: Path
) -> None:
    click(page.export_button)
    dialog = page.findChild(QFileDialog)
    assert dialog is not None
    target = tmp_path / "results.xlsx"
    dialog.fileSelected.emit(str(target))
    dialog.reject()
    settle()
    assert target.read_bytes()[:2] == b"PK"
    dialog_of(messages.MessageBox).reject()


@pytest.mark.usefixtures("marks")
def test_that_the_models_keep_the_rules_of_item_models(page: StandingsPage) -> None:
    for table in (page.tables.individuals, page.tables.teams, page.tables.units, page.tables.items):
        QAbstractItemModelTester(table.rows_model, QAbstractItemModelTester.FailureReportingMode.Fatal)
        table.rows_model.set_search("1")
        table.rows_model.sort(0, Qt.SortOrder.DescendingOrder)


@pytest.mark.usefixtures("marks")
def test_that_own_components_are_put_together_and_counted(page: StandingsPage, settle: Settle) -> None:
    click(page.rule_button)
    settle()
    dialog = dialog_of(TeamTotalDialog)
    dialog.preset.setCurrentIndex(dialog.preset.findData("own"))
    click(dialog.accept_button)
    assert dialog.error_text
    dialog.source.setCurrentIndex(dialog.source.findData("on_site"))
    dialog.aggregate.setCurrentIndex(dialog.aggregate.findData("best"))
    dialog.best.setText("1")
    dialog.weight.setText("５０")
    dialog.add()
    dialog.source.setCurrentIndex(dialog.source.findData("all_staff_average"))
    dialog.add()
    assert "100" in dialog.sum_line.text()
    settle()
    click(dialog.accept_button)
    settle()
    settle()
    page.tables.setCurrentIndex(TEAMS)
    # 91.00 x 50 % + 70.00 x 50 %.
    assert page.tables.teams.rows_model.rows[0].total == Decimal("80.50")


@pytest.mark.usefixtures("marks")
def test_that_the_queue_says_what_waits_and_who_entered_it(
    page: StandingsPage, settle: Settle, visits: list[tuple[str, dict[str, Any]]]
) -> None:
    assert page.found is not None
    click(page.message.buttons[-1])
    dialog = dialog_of(VerifyQueueDialog)
    settle()
    rows = dialog.table.rows_model.rows
    assert sum(row.marks for row in rows) == page.found.snapshot.unverified
    assert all(row.entered_by for row in rows)
    assert {row.page for row in rows} == {"judging", "written"}
    click(dialog.go_button)
    assert visits[-1][0] in ("judging", "written")


@pytest.mark.usefixtures("marks")
def test_that_a_changed_mark_moves_its_line_and_leaves_the_view_alone(
    page: StandingsPage, operations: Operations, settle: Settle
) -> None:
    table = page.tables.individuals
    resets: list[None] = []
    table.rows_model.modelReset.connect(lambda: resets.append(None))
    table.select_key(4)
    before = page.panel.text
    operations.write(page, change_mark(Decimal(100), code="A04"))
    settle()
    settle()
    assert table.selected_row().nominee_id == 4
    assert not resets
    shown = page.panel.text
    assert shown != before
    # The words changed in place say the same as a panel made anew.
    page.panel.clear()
    page._explain(table.selected_row())
    assert page.panel.text == shown
    page.tables.setCurrentIndex(ITEMS)
    page.tables.item_box.setCurrentIndex(1)
    marked = next(row for row in page.tables.items.rows_model.rows if row.line.entrant_code == "A04")
    assert Decimal(100) in marked.line.work[1].marks


@pytest.mark.usefixtures("marks")
def test_that_points_are_taken_from_a_team_with_a_reason(page: StandingsPage, settle: Settle) -> None:
    page.refresh()
    settle()
    page.tables.setCurrentIndex(TEAMS)
    line = page.found.snapshot.teams[0]  # type: ignore[union-attr]
    page.tables.teams.selectRow(0)
    click(page.adjust_button)
    dialog = dialog_of(AdjustmentsDialog)
    settle()
    dialog.points.setText("2.5")
    dialog.submit()
    settle()
    assert "why" in dialog.error_text
    dialog.reason.setText("迟到")
    dialog.submit()
    settle()
    settle()
    now = next(one for one in page.found.snapshot.teams if one.team_id == line.team_id)  # type: ignore[union-attr]
    assert (now.adjustment, now.total) == (Decimal("-2.50"), line.total - Decimal("2.50"))


@pytest.mark.usefixtures("marks")
def test_that_points_of_a_total_are_given_to_people_and_teams_alone(page: StandingsPage, settle: Settle) -> None:
    page.refresh()
    settle()
    page.tables.setCurrentIndex(ITEMS)
    assert page.tables.total_about() is None
    assert not page.adjust_button.isEnabled()
