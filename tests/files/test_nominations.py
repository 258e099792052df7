"""A workbook of nominations through the gate."""

from __future__ import annotations

import pytest
from openpyxl import Workbook

from exam.files.nominations import read_nominations
from exam.files.refusals import FileRefused


def write(path, rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def test_that_the_header_is_found_below_a_title(tmp_path):
    rows = [["江岸分公司推荐表"], ["序号", "姓名", "工号"], [1, "张 一", "００１"], [2, "", ""]]
    path = write(tmp_path / "推荐.xlsx", rows)
    found = read_nominations(path)
    assert [(one.row, one.staff_number, one.name) for one in found.entries] == [(3, "001", "张 一")]


def test_that_a_file_without_staff_numbers_is_refused(tmp_path):
    with pytest.raises(FileRefused):
        read_nominations(write(tmp_path / "a.xlsx", [["姓名", "单位"], ["张一", "甲"]]))


def test_that_a_bad_staff_number_is_a_problem_of_its_row(tmp_path):
    found = read_nominations(write(tmp_path / "a.xlsx", [["工号", "姓名"], ["不是工号", "张一"], ["102", "李二"]]))
    assert [one.staff_number for one in found.entries] == ["102"]
    assert [problem.row for problem in found.problems] == [2]
