"""The sheets: what they carry, page by page."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from exam.documents.build import Version
from exam.documents.catalogue import PAPERS, file_name, find_paper, make_paper
from exam.documents.notice import LINE, Notice
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import texts_of
from exam.errors import InvalidInput
from exam.rules.sheets import publicity_period
from tests.documents import sample

MM = 72 / 25.4


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def made(key: str, data=None) -> list[str]:
    return pages(make_paper(find_paper(key), data or sample.data()))


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_every_paper_carries_its_page_numbers_and_competition(paper, language):
    data = sample.data(2, language)
    assert paper.ready(data)
    found = pages(make_paper(paper, data))
    if paper.key == "certificates":
        assert len(found) == len(data.snapshot.awards)
        return
    sample.check_page_numbers(found, language)
    for page in found:
        assert sample.NAMED.competition in page.replace("\n", "") or paper.key in ("drawn_notices", "public_notice")


@pytest.mark.parametrize("paper", [paper for paper in PAPERS if paper.of_results], ids=lambda paper: paper.key)
def test_that_results_say_their_publication_or_that_they_are_a_draft(paper):
    published, draft = (pages(make_paper(paper, sample.data(number))) for number in (7, None))
    if paper.key != "certificates":
        assert all("第 7 号公布" in page and "3f9a1c0b77d2" in page for page in published)
        assert all("草稿，尚未公布" in page for page in draft)
    assert not any("草稿" in page for page in published)
    assert all("草" in page and "稿" in page for page in draft)
    assert file_name(paper, sample.data(None)).startswith("草稿")


def test_that_sign_off_sheets_carry_the_head_of_the_journal():
    assert all("日志 1423 条" in page and "9b1d9b1d" in page for page in made("individuals") + made("teams"))


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_a_paper_without_its_data_is_not_ready(paper):
    assert not paper.ready(type(sample.data())(sample.NAMED))


def test_that_judges_and_recorders_see_codes_only():
    found = "".join(made("panels"))
    assert not any(name in found for name in sample.NAMES)
    assert not any(unit in found for unit in sample.UNITS)


def test_that_an_absent_judge_is_not_a_zero_and_dropped_marks_are_shown():
    found = made("panels")[0]
    assert "缺" in found
    assert "(95.0)" in found


def test_that_an_unfinished_total_is_never_a_number():
    assert "未完成" in made("individuals")[-1]
    assert "未完成" in made("units")[-1]


def test_that_the_team_sheet_prints_the_calculation_and_the_tie_key():
    found = "".join(made("teams"))
    assert "93.10 + 92.40 + 88.60 + 87.10 = 361.20" in found
    assert "member" in found


def test_that_people_of_the_draw_record_are_all_there():
    found = "".join(made("draw_record")).replace("\n", "")
    record = sample.draw()
    assert record.draw.freeze_code in found
    assert record.draw.dice in found
    assert "划去：病假" in found
    assert "递补" in found
    for unit in record.units:
        for pick in (*unit.drawn, *unit.alternates):
            assert pick.staff_number in found


def test_that_the_public_notice_says_how_long_people_may_object():
    data = sample.data()
    found = made("public_notice", replace(data, named=replace(data.named, publicity_days=5)))
    assert "2026年11月23日至2026年11月27日（5个工作日" in found[0].replace("\n", "")
    assert publicity_period(date(2026, 11, 20), 5) == (date(2026, 11, 23), date(2026, 11, 27))
    assert publicity_period(date(2026, 11, 25), 3) == (date(2026, 11, 26), date(2026, 11, 30))


def test_that_a_void_draw_says_so():
    record = sample.draw()
    data = replace(
        sample.data(), draw=replace(record, draw=replace(record.draw, voided_at=sample.MOMENT, void_reason="名单有误"))
    )
    found = made("draw_record", data)
    assert "作废" in found[0]
    assert "名单有误" in found[0]


def test_that_the_notice_names_who_goes_now():
    first = made("drawn_notices")[0].replace("\n", "")
    unit = sample.draw().units[0]
    struck = next(pick for pick in unit.drawn if pick.state == "struck")
    stepped_up = next(pick for pick in unit.alternates if pick.state == "stepped_up")
    assert struck.staff_number not in first
    assert stepped_up.staff_number in first


def test_that_a_name_without_a_glyph_stops_a_sheet():
    data = sample.data()
    lines = (replace(data.snapshot.individuals[0], name="张\ue000"), *data.snapshot.individuals[1:])
    with pytest.raises(InvalidInput, match="U\\+E000"):
        make_paper(find_paper("individuals"), replace(data, snapshot=replace(data.snapshot, individuals=lines)))


@pytest.mark.parametrize("count", [0, 1, 2, 3, 4, 25, 26, 27, 28, 29, 30, 60])
def test_that_the_header_is_repeated_and_signatures_never_stand_alone(count):
    texts = texts_of("zh")
    sheet = Sheet(Heading("赛事", "表"), texts, Version(final=True))
    rows = [(str(at), f"row{at:03d}") for at in range(count)]
    labels = ["制表人", "复核员"]
    draw_table(sheet, [Column("COLUMN", 1), Column("B", 1)], rows, reserve=sheet.signature_height(labels), empty="none")
    sheet.signatures(labels)
    found = pages(sheet.finish())
    assert all("COLUMN" in page for page in found)
    assert "".join(found).count("row") == count
    assert "制表人" in found[-1]
    assert found[-1].count("row") >= min(3, count)


def test_that_a_row_taller_than_a_page_loses_nothing():
    sheet = Sheet(Heading("赛事", "表"), texts_of("zh"), Version(final=True))
    long = "\n".join(f"line{at:03d}" for at in range(150))
    draw_table(sheet, [Column("A", 1), Column("B", 1)], [("x", long), ("y", "end")])
    found = "".join(pages(sheet.finish()))
    assert all(f"line{at:03d}" in found for at in range(150))
    assert "end" in found


def test_that_a_notice_follows_the_standard_page():
    notice = Notice(Heading("赛事", "关于成绩的公示"), texts_of("zh"), Version(final=True))
    assert round(notice.left / MM) == 28
    assert round(notice.bottom / MM) == 35
    assert round(notice.width / MM) == 156
    assert round((297 * MM - 37 * MM - notice.bottom) / LINE) == 22
    notice.paragraph("字" * 28 * 3, indent=0)
    lines = [args[2] for method, args, _ in notice._pages[0] if method == "text" and "字" in args[2]]
    assert [len(line) for line in lines] == [28, 28, 28]


def test_that_markup_in_words_is_only_text():
    data = sample.data()
    name = '<img src="/etc/passwd"/>&lt;b>'
    lines = (replace(data.snapshot.individuals[0], name=name), *data.snapshot.individuals[1:])
    found = made("individuals", replace(data, snapshot=replace(data.snapshot, individuals=lines)))
    assert '<img src="/etc/passwd"/>&lt;b>' in found[0].replace("\n", "").replace(" ", "").replace("imgsrc", "img src")


@pytest.mark.parametrize("people", [3, 7, 13])
def test_that_the_notice_of_a_unit_stays_on_one_page(people):
    found = made("drawn_notices", replace(sample.data(), draw=sample.draw(people)))
    assert len(found) == len(sample.UNITS)
    assert all("2026年11月20日" in page.replace("\n", "") for page in found)


def test_that_the_signature_of_a_long_notice_never_stands_alone():
    found = made("drawn_notices", replace(sample.data(), draw=sample.draw(40)))
    last = [page for page in found if sample.NAMED.organiser in page]
    assert len(last) == len(sample.UNITS)
    assert all("可凭公开文件核对" in page.replace("\n", "") for page in last)


@pytest.mark.parametrize("people", [14, 16, 20])
def test_that_a_panel_summary_of_up_to_twenty_fits_its_page(people):
    panel = sample.panels()[0]
    lines = tuple(replace(panel.lines[at % 16], order=at + 1) for at in range(people))
    assert len(made("panels", replace(sample.data(), panels=(replace(panel, lines=lines),)))) == 1


@pytest.mark.parametrize("key", ["roster", "panels", "lots"])
def test_that_a_paper_that_is_no_result_says_when_it_was_made(key):
    assert all("2026年12月1日 15:20 制表" in page and "日志 1423 条" in page for page in made(key))


def test_that_every_unit_has_a_sheet_of_its_own_with_its_own_pages():
    data = sample.data()
    assert sample.check_page_numbers(made("roster"), "zh") == len(data.rosters)
    assert sample.check_page_numbers(made("mark_sheets"), "zh") == len(data.mark_sheets)
    assert sample.check_page_numbers(made("individuals"), "zh") == 1


def test_that_the_register_says_of_which_item_an_award_is():
    data = sample.data()
    awards = tuple(
        replace(data.snapshot.awards[2], kind="item", award="单项第一名", item=item) for item in ("笔试", "演讲")
    )
    found = "".join(made("register", replace(data, snapshot=replace(data.snapshot, awards=awards))))
    assert "笔试单项第一名" in found
    assert "演讲单项第一名" in found
