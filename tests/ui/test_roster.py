"""The roster page and its dialogs: real clicks on a real database."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from exam.backups import list_backups
from exam.rules.roster import RosterLine
from exam.rules.stages import Stage
from exam.services import competition, roster, roster_import, units
from models.database import Database
from ui.context import Context
from ui.dialogs.roster_import import RosterImportDialog
from ui.dialogs.staff_edit import DeactivateDialog, StaffDialog
from ui.pages.roster import RosterPage

Settle = Callable[[], None]
Show = Callable[[Any], Any]
Run = Callable[..., Any]
HEADER = ["工号", "姓名", "单位", "持证"]
ROWS = [
    ["00123", "张伟", "江岸分公司", "是"],
    ["00124", "李𫟹", "硚口分公司", "否"],
    ["00125", "单田芳", "江岸分公司", "是"],
]


def workbook(path: Path, *rows: list[Any], header: list[str] = HEADER) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (header, *rows):
        sheet.append(row)
    book.save(path)
    return path


def fill(run: Run) -> None:
    lines = [
        RosterLine(number, str(row[0]), str(row[1]), str(row[2]), certified=row[3] == "是")
        for number, row in enumerate(ROWS, 2)
    ]
    take = roster_import.import_roster
    run(lambda uow: take(uow, lines=lines, fields={"certified"}, file_name="一.xlsx", sha256="0" * 64))


@pytest.fixture
def page(context: Context, show_page: Show) -> RosterPage:
    return show_page(RosterPage(context))


def dialog_of(kind: type[QDialog]) -> Any:
    return next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, kind) and widget.isVisible())


def names(page: RosterPage) -> list[str]:
    return [row.name for row in page.model.rows]


def open_file(page: RosterPage, path: Path, settle: Settle) -> RosterImportDialog:
    page.take_file(path)
    settle()
    return dialog_of(RosterImportDialog)


def test_that_an_empty_roster_offers_the_import_and_a_template(page: RosterPage) -> None:
    shown = page._stack.currentWidget()
    assert shown.button.isVisible()
    assert shown.link.isVisible()
    assert not page.import_button.isVisible()


def test_that_a_file_is_imported_with_one_click_after_a_backup(
    page: RosterPage, settle: Settle, tmp_path: Path, database: Database
) -> None:
    dialog = open_file(page, workbook(tmp_path / "花名册.xlsx", *ROWS), settle)
    assert dialog.preview.lines.total == 3
    assert "江岸分公司、硚口分公司" in dialog.preview.units.text()
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert sorted(names(page)) == sorted(["张伟", "李𫟹", "单田芳"])
    assert page.cards["staff"].value == "3"
    assert database.path is not None
    assert len(list_backups(database.path)) == 1


def test_that_a_file_with_errors_cannot_be_imported_and_shows_them_all(
    page: RosterPage, settle: Settle, tmp_path: Path
) -> None:
    rows = [*ROWS, ["00123", "张?", "", "也许"]]
    dialog = open_file(page, workbook(tmp_path / "坏.xlsx", *rows), settle)
    assert dialog.preview.problems.total == 4
    assert dialog.preview.tabs.currentIndex() == 1
    assert not dialog.accept_button.isEnabled()
    assert dialog.error_text
    dialog.reject()


def test_that_a_refused_file_says_why_and_offers_another(page: RosterPage, settle: Settle, tmp_path: Path) -> None:
    path = tmp_path / "改名.xlsx"
    path.write_text("工号,姓名\n", encoding="utf-8")
    dialog = open_file(page, path, settle)
    assert "not an Excel workbook" in dialog.refused.words.text()
    assert dialog.refused.isVisible()
    assert not dialog.accept_button.isEnabled()
    dialog.reject()


def test_that_a_person_maps_columns_without_known_titles(page: RosterPage, settle: Settle, tmp_path: Path) -> None:
    path = workbook(tmp_path / "甲.xlsx", ["1", "张伟", "江岸", ""], header=["编码", "姓名", "在哪", "x"])
    dialog = open_file(page, path, settle)
    assert "工号、单位" in dialog.error_text
    for key, index in (("staff_number", 0), ("unit", 2)):
        box = dialog.columns.boxes[key]
        box.setCurrentIndex(box.findData(index))
        settle()
        settle()
    assert dialog.accept_button.isEnabled()
    assert dialog.preview.lines.total == 1
    dialog.reject()


def test_that_the_same_file_again_is_recognised(page: RosterPage, settle: Settle, tmp_path: Path) -> None:
    path = workbook(tmp_path / "花名册.xlsx", *ROWS)
    dialog = open_file(page, path, settle)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    again = open_file(page, path, settle)
    assert "This very file was imported" in again.error_text
    assert not again.accept_button.isEnabled()
    again.reject()


def test_that_people_missing_from_a_file_are_deactivated_when_ticked(
    page: RosterPage, run: Run, settle: Settle, tmp_path: Path
) -> None:
    fill(run)
    dialog = open_file(page, workbook(tmp_path / "新.xlsx", *ROWS[:2], ["00126", "王𬱖", "汉阳", "否"]), settle)
    assert dialog.preview.missing.total == 1
    assert dialog.deactivate.isVisible()
    dialog.deactivate.setChecked(True)
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert "单田芳" not in names(page)
    assert "王𬱖" in names(page)
    page.filters.state_box.setCurrentIndex(page.filters.state_box.findData("gone"))
    assert names(page) == ["单田芳"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zw", ["张伟"]),
        ("stf", ["单田芳"]),
        ("00124", ["李𫟹"]),
        ("硚口", ["李𫟹"]),
        ("zhangwei", ["张伟"]),
        ("qq", []),
    ],
)
def test_that_the_search_finds_by_name_number_unit_and_sound(
    page: RosterPage, run: Run, settle: Settle, text: str, found: list[str]
) -> None:
    fill(run)
    page.refresh()
    settle()
    QTest.keyClicks(page.filters.search, text) if text.isascii() else page.filters.search.setText(text)
    assert names(page) == found


def test_that_headings_sort_by_the_sound_of_the_name(page: RosterPage, run: Run, settle: Settle) -> None:
    fill(run)
    page.refresh()
    settle()
    page.model.sort(1)
    assert names(page) == ["李𫟹", "单田芳", "张伟"]
    page.model.sort(3)
    assert names(page) == ["张伟", "单田芳", "李𫟹"]


def test_that_a_person_is_added_and_a_wrong_number_keeps_what_was_typed(
    page: RosterPage, run: Run, settle: Settle
) -> None:
    fill(run)
    page.refresh()
    settle()
    QTest.mouseClick(page.add_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(StaffDialog)
    dialog.number.setText("00123")
    QTest.keyClicks(dialog.name, "Ann Lee")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert "belongs to 张伟" in dialog.error_text
    assert dialog.name.text() == "Ann Lee"
    dialog.number.setText("00999")
    dialog.since.setText("2015.13")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert "is not a date" in dialog.error_text
    dialog.since.setText("2015.3")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert "Ann Lee" in names(page)


def test_that_a_person_is_changed_with_enter_and_deactivated_with_a_reason(
    page: RosterPage, run: Run, settle: Settle
) -> None:
    fill(run)
    page.refresh()
    settle()
    page.table.selectRow(0)
    QTest.keyClick(page.table, Qt.Key.Key_Return)
    dialog = dialog_of(StaffDialog)
    dialog.outlet.setText("一厅")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert page.model.rows[0].outlet == "一厅"
    page.table.selectRow(0)
    QTest.mouseClick(page.active_button, Qt.MouseButton.LeftButton)
    leave = dialog_of(DeactivateDialog)
    QTest.keyClicks(leave.reason, "moved")
    QTest.mouseClick(leave.accept_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    assert "张伟" not in names(page)
    page.filters.state_box.setCurrentIndex(page.filters.state_box.findData("gone"))
    page.table.selectRow(0)
    assert page.active_button.text() == "Take in again"
    QTest.mouseClick(page.active_button, Qt.MouseButton.LeftButton)
    settle()
    settle()
    page.filters.state_box.setCurrentIndex(0)
    assert "张伟" in names(page)


def test_that_somebody_else_s_change_is_not_overwritten(page: RosterPage, run: Run, settle: Settle) -> None:
    fill(run)
    page.refresh()
    settle()
    row = page.model.rows[0]
    page.table.selectRow(0)
    QTest.mouseClick(page.change_button, Qt.MouseButton.LeftButton)
    dialog = dialog_of(StaffDialog)
    run(lambda uow: roster.deactivate_staff(uow, staff_id=row.id, seen_version=row.version))
    dialog.outlet.setText("一厅")
    QTest.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    settle()
    assert "Somebody else changed this" in dialog.error_text
    assert dialog.outlet.text() == "一厅"
    dialog.reject()


def test_that_a_locked_roster_says_who_locked_it_and_changes_nothing(
    page: RosterPage, run: Run, settle: Settle, visits: list[Any]
) -> None:
    fill(run)
    run(lambda uow: competition.lock_stage(uow, stage=Stage.ROSTER))
    page.refresh()
    settle()
    assert "王办公" in page.message.text
    assert not page.import_button.isEnabled()
    assert not page.add_button.isEnabled()
    QTest.mouseClick(page.message.buttons[0], Qt.MouseButton.LeftButton)
    assert visits == [("setup", {"tab": "stages"})]


def test_that_arriving_with_a_search_shows_the_person(page: RosterPage, run: Run, settle: Settle) -> None:
    fill(run)
    page.refresh()
    settle()
    page.arrive(search="单田芳")
    assert names(page) == ["单田芳"]
    unit = run(units.list_units)[1]
    page.arrive(search="", unit_id=unit.id)
    assert names(page) == ["李𫟹"]


def test_that_a_dropped_workbook_is_for_the_roster(page: RosterPage) -> None:
    assert page.takes_file(Path("名单.XLSX"))
    assert page.takes_file(Path("名单.csv"))
    assert not page.takes_file(Path("名单.db"))


def test_that_another_sheet_and_the_encoding_of_a_text_can_be_chosen(
    page: RosterPage, settle: Settle, tmp_path: Path
) -> None:
    path = workbook(tmp_path / "两张.xlsx", ROWS[0])
    book = openpyxl.load_workbook(path)
    other = book.create_sheet("第二张")
    for row in (HEADER, *ROWS):
        other.append(row)
    book.save(path)
    dialog = open_file(page, path, settle)
    assert dialog.preview.lines.total == 1
    dialog.source.sheet_box.setCurrentIndex(1)
    dialog.source.sheet_box.activated.emit(1)
    settle()
    settle()
    assert dialog.preview.lines.total == 3
    dialog.reject()
    text = tmp_path / "名单.csv"
    text.write_bytes("工号,姓名,单位\r\n001,张伟,江岸\r\n".encode("gb18030"))
    dialog = open_file(page, text, settle)
    assert dialog.source.encoding_box.currentData() == "gb18030"
    assert [problem.severity for problem in dialog.preview.problems.rows] == ["warning"]
    dialog.source.encoding_box.setCurrentIndex(0)
    dialog.source.encoding_box.activated.emit(0)
    settle()
    assert "cannot be read as UTF-8" in dialog.refused.words.text()
    dialog.reject()
