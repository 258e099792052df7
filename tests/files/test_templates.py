from __future__ import annotations

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import openpyxl
import pytest

from exam.files.roster import COLUMNS, check_roster
from exam.files.templates import roster_template, roster_workbook

PERSON = SimpleNamespace(
    staff_number="00123", name="李𫟹", unit="江岸", sex="男", outlet="=1+1", post="营业员", since=date(2015, 3, 1),
    on_duty=True, window_staff=False, certified=True, note="",
)  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_a_filled_template_is_taken_without_a_problem(tmp_path: Path, language: str) -> None:
    path = tmp_path / "t.xlsx"
    path.write_bytes(roster_template(language))
    assert "no row below the titles" in str(check_roster(path).refused)
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for number, value in enumerate(["00123", "李𫟹", "江岸", "男", "厅", "岗", date(2015, 3, 1), "是", "否", "是"], 1):
        sheet.cell(2, number).value = value
    book.save(path)
    found = check_roster(path)
    assert (found.problems, found.accepted) == ((), 1)
    assert found.fields == frozenset(COLUMNS)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_the_exported_roster_comes_back_as_it_was(tmp_path: Path, language: str) -> None:
    path = tmp_path / "r.xlsx"
    path.write_bytes(roster_workbook([PERSON, PERSON], language))
    found = check_roster(path)
    line = found.lines[0]
    assert {key: getattr(line, key) for key in COLUMNS} == vars(PERSON)
    assert len(found.problems) == 1
