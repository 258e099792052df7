from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from exam.files.answers import read_answer_sheets
from exam.files.refusals import FileRefused
from exam.rules.answers import read_answers, read_key

from . import hostile

KEY = read_key("1-3 单选 2 ABC\n4-5 多选 2 AB BCD\n6 判断 2 √")


def read(folder: Path, *rows: Sequence[Any], questions: int = 6) -> Any:
    return read_answer_sheets(hostile.workbook(folder / "扫描.xlsx", rows), questions)


@pytest.mark.parametrize("header", [[1, 2, 3, 4, 5, 6], ["Q1", "Q2", "Q3", "Q4", "Q5", "Q6"],
                                    ["第1题", "第2题", "第3题", "第4题", "第5题", "第６题"]])  # fmt: skip
def test_that_a_column_per_question_becomes_the_answers_of_a_paper(tmp_path: Path, header: list[Any]) -> None:
    found = read(tmp_path, ["密封号", *header], ["2034561", "A", "b", None, "A,B", "B C D", "√"])
    assert (found.rows, found.problems) == (1, ())
    line = found.lines[0]
    assert (line.row, line.number) == (2, "2034561")
    assert read_answers(line.answers, KEY) == ("A", "B", "", "AB", "BCD", "T")


def test_that_columns_may_stand_in_any_order_beside_others(tmp_path: Path) -> None:
    found = read(tmp_path, ["页码", "3", "2", "1", "准考证号"], [7, "C", "B", "A", 20260001], questions=3)
    assert (found.lines[0].number, found.lines[0].answers) == ("20260001", "A B C")


def test_that_all_answers_may_stand_in_one_column(tmp_path: Path) -> None:
    found = read(tmp_path, ["密封号", "答案"], ["2034561", "ABC AB BCD √"])
    assert read_answers(found.lines[0].answers, KEY) == ("A", "B", "C", "AB", "BCD", "T")


def test_that_a_missing_column_refuses_the_file(tmp_path: Path) -> None:
    with pytest.raises(FileRefused, match="question 3"):
        read(tmp_path, ["密封号", "1", "2"], ["2034561", "A", "B"], questions=3)
    with pytest.raises(FileRefused, match="number on the paper"):
        read(tmp_path, ["1", "2", "答案"], ["A", "B", "AB"], questions=2)


def test_that_a_row_without_number_or_value_is_named(tmp_path: Path) -> None:
    found = read(tmp_path, ["密封号", "1", "2"], [None, "A", "B"], ["2034561", "A", "=1/0"], questions=2)
    assert [problem.row for problem in found.errors] == [2, 3]
    assert found.lines == ()
