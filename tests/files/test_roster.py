from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from exam.files.roster import RosterCheck, check_roster

from . import hostile


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "花名册.xlsx"


def check(path: Path, *rows: Sequence[Any], header: Sequence[Any] = hostile.HEADER) -> RosterCheck:
    return check_roster(hostile.workbook(path, [header, *rows]))


def reasons(found: RosterCheck) -> list[tuple[int, str, str, str]]:
    return [(p.row, p.column, p.value, p.reason_text) for p in found.problems]


def test_that_a_clean_file_is_clean(path: Path) -> None:
    found = check(path, *hostile.ROWS)
    assert (found.rows, found.accepted, found.problems, found.refused, found.exit_code) == (2, 2, (), None, 0)
    assert found.units == ("江岸分公司", "硚口分公司")
    assert found.lines[1].name == "李𫟹"
    assert found.importable


def test_that_every_column_is_understood_by_its_synonyms(path: Path) -> None:
    header = ["序号", "员工编号", "员工姓名", "性别", "所属部门", "营业厅", "岗位", "入职日期", "是否在岗",
              "窗口人员", "持证上岗", "备注"]  # fmt: skip
    row = [1, "007", "张伟", "男", "甲", "一厅", "营业员", "2015.3", "是", "否", "√", "新"]
    line = check(path, row, header=header).lines[0]
    assert (line.staff_number, line.name, line.sex, line.unit, line.outlet, line.post) == (
        "007", "张伟", "男", "甲", "一厅", "营业员"
    )  # fmt: skip
    assert line.since is not None
    assert (line.since.isoformat(), line.on_duty, line.window_staff, line.certified, line.note) == (
        "2015-03-01", True, False, True, "新"
    )  # fmt: skip


def test_that_missing_columns_refuse_the_file_and_are_named(path: Path) -> None:
    found = check(path, ["1", "张伟"], header=["工号", "姓名"])
    assert found.exit_code == 2
    assert "单位" in str(found.refused)
    assert found.table is not None
    assert "工号、姓名、单位" in str(check(path, ["1", "2", "3"], header=["a", "b", "c"]).refused)


def test_that_a_person_s_mapping_takes_the_place_of_titles(path: Path) -> None:
    hostile.workbook(path, [["编码", "谁", "哪里"], ["007", "张伟", "甲"]])
    assert check_roster(path).exit_code == 2
    found = check_roster(path, mapping={"staff_number": 0, "name": 1, "unit": 2})
    assert (found.exit_code, found.accepted) == (0, 1)


def test_that_duplicate_numbers_name_the_first_row(path: Path) -> None:
    found = check(path, ["A1", "张伟", "甲"], ["A1", "李四", "甲"], ["a1", "王五", "甲"])
    assert reasons(found) == [
        (3, "工号", "A1", "The same staff number stands in row 2."),
        (4, "工号", "a1", "Row 2 has the same staff number but for capital letters."),
    ]
    assert (found.rows, found.accepted, found.exit_code, found.importable) == (3, 1, 1, False)


def test_that_numbers_stored_as_numbers_are_taken_with_a_warning(path: Path) -> None:
    found = check(path, [10023, "张伟", "甲"], [10024.0, "李四", "甲"], ["00025", "王五", "甲"])
    assert [line.staff_number for line in found.lines] == ["10023", "10024", "00025"]
    assert len(found.problems) == 1
    assert "leading zeros may have been lost" in found.problems[0].reason
    assert found.importable
    assert found.exit_code == 1


def test_that_one_number_among_texts_is_named_by_its_row(path: Path) -> None:
    found = check(path, ["00023", "张伟", "甲"], [24, "李四", "甲"], ["00025", "王五", "甲"])
    assert [(problem.row, problem.value, problem.severity) for problem in found.problems] == [(3, "24", "warning")]


@pytest.mark.parametrize("value", [10023.5, -5, 1234567890123456789, 1.5e20])
def test_that_numbers_that_lost_digits_are_refused(path: Path, value: float) -> None:
    found = check(path, [value, "张伟", "甲"])
    assert found.accepted == 0
    assert "has lost its digits" in found.problems[0].reason


def test_that_a_text_with_decimals_says_what_to_type(path: Path) -> None:
    found = check(path, ["10023.0", "张伟", "甲"])
    assert (found.accepted, found.problems[0].value) == (0, "10023.0")
    assert "Type 10023." in found.problems[0].reason_text


def test_that_names_damaged_by_gbk_are_flagged(path: Path) -> None:
    damaged = [name.encode("gbk", "replace").decode("gbk") for name in ("张𬭎", "李𫟹", "赵䶮")]
    found = check(path, *[[str(n), name, "甲"] for n, name in enumerate(damaged)], ["9", "张\ufffd", "甲"])
    assert found.accepted == 0
    assert [problem.row for problem in found.problems] == [2, 3, 4, 5]
    assert all("lost a character" in problem.reason for problem in found.problems)


def test_that_changes_to_a_number_are_shown(path: Path) -> None:
    found = check(path, [" ００１ ", "张伟", "甲"])
    assert found.lines[0].staff_number == "001"
    assert reasons(found) == [(2, "工号", " ００１ ", "Blanks or full-width characters were put right: 001.")]
    assert found.importable


def test_that_spellings_of_a_unit_are_one_unit_with_a_warning(path: Path) -> None:
    found = check(path, ["1", "张伟", "江岸（一）"], ["2", "李四", "江岸(一)"], ["3", "王五", "江岸(一)"])
    assert found.units == ("江岸（一）",)
    assert {line.unit for line in found.lines} == {"江岸（一）"}
    assert [problem.row for problem in found.problems] == [3]


def test_that_empty_cells_errors_and_formulas_are_told_apart(path: Path) -> None:
    hostile.with_cells(
        path,
        '<c r="A9" t="e"><v>#N/A</v></c><c r="B9"><f>X1</f></c></row>'
        '<row r="10"><c r="A10" t="inlineStr"><is><t>7</t></is></c></row>'
        '<row r="11"><c r="A11"><v>1E999</v></c><c r="B11" t="inlineStr"><is><t>张伟</t></is></c>'
        '<c r="C11" t="inlineStr"><is><t>甲</t></is></c>',
    )
    found = [(row, column, reason) for row, column, _, reason in reasons(check_roster(path))]
    assert found == [
        (9, "工号", "The cell shows an error."),
        (9, "姓名", "The cell holds a formula without a stored result."),
        (9, "单位", "The unit is missing."),
        (10, "姓名", "The name is missing. Type it."),
        (10, "单位", "The unit is missing."),
        (11, "工号", "The cell claims to be a number and is none."),
    ]


def test_that_every_problem_of_a_row_is_listed(path: Path) -> None:
    header = [*hostile.HEADER, "性别", "入职日期", "是否在岗"]
    found = check(path, ["张", "", "", "x", 42005, "也许"], header=header)
    assert [problem.column for problem in found.problems] == ["工号", "姓名", "单位", "性别", "入职日期", "是否在岗"]
    assert found.problems[4].suggestion == "Format the column as a date."


def test_that_a_refused_file_gives_its_reason_as_json(path: Path) -> None:
    hostile.strict(path)
    answer = json.loads(json.dumps(check_roster(path).as_json()))
    assert (answer["rows"], answer["accepted"], answer["problems"]) == (0, 0, [])
    assert "Strict" in answer["refused"]


def test_that_a_list_without_rows_is_refused(path: Path) -> None:
    assert "no row below the titles" in str(check(path).refused)


def test_that_the_list_is_found_on_a_later_sheet(path: Path) -> None:
    hostile.workbook(path, [["填写说明"], ["请逐行填写", "不要合并单元格"]], 名单=[hostile.HEADER, *hostile.ROWS])
    found = check_roster(path)
    assert (found.accepted, found.refused) == (2, None)
    assert found.table is not None
    assert found.table.data.sheet == "名单"
    assert check_roster(path, sheet="Sheet").refused is not None


def test_that_a_unit_damaged_by_gbk_is_flagged(path: Path) -> None:
    found = check(path, ["1", "张伟", "?口分公司"])
    assert [(problem.column, problem.reason_text) for problem in found.problems] == [
        ("单位", "The unit “?口分公司” has lost a character. Write its name again.")
    ]


def test_that_zeros_kept_by_an_equals_sign_in_csv_are_understood(tmp_path: Path) -> None:
    path = tmp_path / "导出.csv"
    path.write_text('工号,姓名,单位\n="00123",张伟,江岸\n', encoding="utf-8-sig")
    found = check_roster(path)
    assert (found.lines[0].staff_number, found.problems) == ("00123", ())
