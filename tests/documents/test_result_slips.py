from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from pypdf import PdfReader

from exam.documents.result_slips import large_result_slips, result_slips
from exam.documents.texts import texts_of
from exam.rules.marks import Attendance
from exam.services.written_results import WrittenResults, choose_lines
from tests.documents.exam_sample import LONG
from tests.documents.test_written_results import NAMED, PRINTED, results

D = Decimal


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


def slips(found: WrittenResults, language: str = "zh", *, large: bool = False, who: str = "") -> list[str]:
    make = large_result_slips if large else result_slips
    named = replace(NAMED, language=language)
    return text_of(make(found, choose_lines(found, who=who), named, texts_of(language), PRINTED))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("large", [False, True])
def test_that_a_slip_says_who_what_and_how_it_was_calculated(language: str, large: bool) -> None:
    (page,) = slips(results(), language, large=large, who="20260002")
    sum_of = "客观题 53 + 主观题 30.5 = 83.5"
    for word in ("20260002", "李娜", "第1分公司", "第1场", sum_of, "60", "2026", "abababab"):
        assert word in page
    objects = "5 个工作日内" if language == "zh" else "within 5 working days"
    assert objects in page.replace("\n", "" if language == "zh" else " ")
    assert ("其中 1 人高于本人" if language == "zh" else "1 higher") in page


def test_that_four_slips_share_a_page_and_a_unit_begins_one() -> None:
    pages = slips(results())
    assert len(pages) == 4
    assert [page.count("客观题 5") + page.count("客观题 4") for page in pages][:2] == [4, 2]
    assert all("第1分公司" not in page or "第2分公司" not in page for page in pages)
    assert len(slips(results(), large=True)) == 12


def test_that_absent_zeroed_and_equal_people_read_what_holds() -> None:
    found = results()
    lines = list(found.lines)
    lines[1] = replace(lines[1], place=1, total=lines[0].total)
    lines[3] = replace(lines[3], attendance=Attendance.ZEROED, total=D(0))
    found = replace(found, lines=tuple(lines))
    assert "1 人与本人同分，并列第 1 名" in slips(found, who="20260002")[0]
    assert "该卷按 0 分计" in slips(found, who="20260004")[0]
    assert "缺考：没有成绩，不列名次" in slips(found, who="20260009")[0]


def test_that_slips_of_unfinished_results_are_drafts_even_when_cut() -> None:
    draft = replace(results(4), waiting=("第2场",))
    assert slips(draft)[0].replace("\n", "").count("草稿，尚未公布") == 3
    assert "草" in slips(draft, large=True)[0]
    assert "草" not in slips(results(4))[0]


def test_that_a_long_name_and_unit_stay_on_the_slip() -> None:
    found = results(4)
    unit = "江城市电信股份有限公司东西湖区分公司营业服务中心"
    lines = (replace(found.lines[0], name=LONG[:50], unit=unit), *found.lines[1:])
    page = slips(replace(found, lines=lines), who=LONG[:50])[0].replace("\n", "").replace(" ", "")
    assert LONG[:50] in page
    assert "营业服务中心" in page
