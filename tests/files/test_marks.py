from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from exam.files.marks import MarksFile, marks_template, read_marks
from exam.files.refusals import FileRefused
from exam.rules.marks import Attendance, MarkScale
from exam.services.sittings import SectionRow

from . import hostile

ONE = (SectionRow(1, "笔试成绩", MarkScale(Decimal(100), Decimal("0.5"))),)
TWO = (
    SectionRow(1, "客观题", MarkScale(Decimal(60), Decimal("0.5"))),
    SectionRow(2, "主观题", MarkScale(Decimal(40), Decimal("0.5"))),
)
HEADER = ["准考证号", "姓名", "成绩", "参考状态"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "成绩.xlsx"


def read(
    path: Path, *rows: Sequence[Any], header: Sequence[Any] = HEADER, sections: Sequence[SectionRow] = ONE
) -> MarksFile:
    return read_marks(hostile.workbook(path, [header, *rows]), sections)


def test_that_numbers_texts_states_and_blanks_are_told_apart(path: Path) -> None:
    found = read(
        path,
        ["20260001", "张三", 95, None],
        ["20260002", "李四", "95分", None],
        ["20260003", "王五", "９５．５", None],
        ["20260004", "赵六", "缺考", None],
        ["20260005", "钱七", 0, None],
        ["20260006", "孙八", None, "请假"],
        ["20260007", "周九", 88, "迟到"],
        ["20260008", "吴十", None, None],
    )
    assert [entry.points[0] for entry in found.entries] == [
        Decimal(95), Decimal(95), Decimal("95.5"), None, Decimal(0), None, Decimal(88), None,
    ]  # fmt: skip
    assert [entry.attendance for entry in found.entries] == [
        None, None, None, Attendance.ABSENT, None, Attendance.EXCUSED, Attendance.LATE, None,
    ]  # fmt: skip
    assert found.entries[7].empty
    assert [(p.row, p.severity) for p in found.problems] == [(9, "warning")]
    assert found.errors == 0


def test_that_a_float_of_the_file_is_read_as_shown(path: Path) -> None:
    assert read(path, ["1", "张三", 92.5, None]).entries[0].points == (Decimal("92.5"),)
    fine = (SectionRow(1, "成绩", MarkScale()),)
    assert read(path, ["1", "张三", 0.1 + 0.2, None], sections=fine).entries[0].points == (Decimal("0.3"),)


def test_that_every_problem_is_listed_with_its_place_and_advice(path: Path) -> None:
    found = read(
        path,
        ["1", "张三", 980, None],
        ["2", "李四", "95,5", None],
        ["3", "王五", "=1/0", None],
        ["4", "赵六", True, None],
        ["5", "钱七", 88, "缺考"],
        ["6", "孙八", 88, "睡觉"],
        [None, "周九", 70, None],
        ["8", "吴十", 70, None],
    )
    assert [entry.row for entry in found.entries] == [9]
    assert [(p.row, p.column, p.value) for p in found.problems if p.severity == "error"] == [
        (2, "成绩", "980"), (3, "成绩", "95,5"), (4, "成绩", "=1/0"), (5, "成绩", "1"),
        (6, "参考状态", "88"), (7, "参考状态", "睡觉"), (8, "准考证号", ""),
    ]  # fmt: skip
    assert "98.0" in found.problems[0].reason_text
    assert all(p.reason_text and p.suggestion_text for p in found.problems)


def test_that_sections_have_columns_of_their_own(path: Path) -> None:
    header = ["工号", "客观题", "主观题"]
    found = read(path, ["007", 50, 38.5], ["008", 50, None], header=header, sections=TWO)
    assert [(e.staff_number, e.points) for e in found.entries] == [
        ("007", (Decimal(50), Decimal("38.5"))), ("008", (Decimal(50), None)),
    ]  # fmt: skip
    with pytest.raises(FileRefused, match="主观题"):
        read(path, ["007", 50], header=["工号", "客观题"], sections=TWO)


def test_that_a_file_without_numbers_of_candidates_is_refused(path: Path) -> None:
    with pytest.raises(FileRefused, match="准考证号"):
        read(path, ["张三", 50], header=["姓名", "成绩"])


def test_that_the_template_comes_back_in(path: Path) -> None:
    people = [("20260001", "0070001", "=王五", "第1分公司"), ("20260002", "0070002", "李四", "第1分公司")]
    path.write_bytes(marks_template(people, TWO))
    book = load_workbook(path)
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["准考证号", "工号", "姓名", "单位", "客观题", "主观题", "参考状态"]
    assert sheet["C2"].data_type == "s"
    sheet["E2"], sheet["F2"], sheet["G3"] = 50, 30, "缺考"
    book.save(path)
    found = read_marks(path, TWO)
    assert [entry.staff_number for entry in found.entries] == ["0070001", "0070002"]
    assert found.entries[0].points == (Decimal(50), Decimal(30))
    assert found.entries[1].attendance is Attendance.ABSENT


def test_that_a_comma_inside_a_mark_of_a_text_file_is_not_read_as_half_of_it(tmp_path: Path) -> None:
    path = tmp_path / "成绩.csv"
    path.write_text("准考证号,成绩\n20260001,88.5\n20260002,95,5\n", encoding="utf-8-sig")
    found = read_marks(path, ONE)
    assert [entry.ticket_number for entry in found.entries] == ["20260001"]
    assert [(problem.row, problem.value) for problem in found.problems] == [(3, "20260002,95,5")]
