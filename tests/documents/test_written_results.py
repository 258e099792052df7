from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pytest
from pypdf import PdfReader

from exam.documents.texts import texts_of
from exam.documents.written_results import written_standing, written_units
from exam.rules.exam_sheets import Printed
from exam.rules.item_analysis import analyse
from exam.rules.marks import Attendance
from exam.rules.results import UnitLine
from exam.rules.sheets import Named
from exam.rules.statistics import histogram, summarise
from exam.rules.written import Paper, WrittenRule, unit_average
from exam.services.written_results import SittingAnalysis, WrittenLine, WrittenResults

D = Decimal
NAMED = Named("2026年服务技能大赛暨全员大比武", 2026, "示例通信公司", "", "zh", "", "", 5)
PRINTED = Printed("2026-11-22T10:00:00", 120, "ab" * 32)
NAMES = ("王𬱖", "阿卜杜拉·买买提", "李娜", "欧阳喆堃")


def line(at: int, unit: int) -> WrittenLine:
    state = Attendance.ABSENT if at == 9 else Attendance.PRESENT
    marks = (None, None) if state is Attendance.ABSENT else (D(55 - at), D("30.5"))
    total = None if state is Attendance.ABSENT else D(55 - at) + D("30.5")
    return WrittenLine(
        None if total is None else at, f"{1000000 + at}", f"2026{at:04}", f"{at:06}", NAMES[at % 4], "", f"U{unit}",
        f"第{unit}分公司", "第1场", state, marks, total,
    )  # fmt: skip


def results(count: int = 12) -> WrittenResults:
    lines = tuple(line(at, at % 2 + 1) for at in range(1, count + 1))
    totals = [one.total for one in lines if one.total is not None]
    units: list[UnitLine] = []
    for unit in (1, 2):
        own = [one for one in lines if one.unit_code == f"U{unit}"]
        found = unit_average([Paper(one.total, one.attendance) for one in own], WrittenRule())
        units.append(
            UnitLine(
                unit, f"U{unit}", f"第{unit}分公司", 20, found.drawn, found.sat, found.absent, 0, found.counted,
                found.sum_of_marks, found.average, found.participation_rate, found.calculation,
            )
        )  # fmt: skip
    marks = [[p for p in one.marks if p is not None] for one in lines if one.total is not None]
    analysis = SittingAnalysis("第1场", ("客观题", "主观题"), (D(60), D(40)), analyse(marks, (D(60), D(40))))
    return WrittenResults(
        lines, ("客观题", "主观题"), D(100), tuple(units), summarise(totals), histogram(totals, D(100)), (analysis,),
        (), (), count, len(totals), True,
    )  # fmt: skip


def text_of(pdf: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_the_standing_holds_everybody_with_every_section(language: str) -> None:
    named = replace(NAMED, language=language)
    text = "".join(text_of(written_standing(results(), named, texts_of(language), PRINTED)))
    for word in ("20260001", "王𬱖", "阿卜杜拉·买买提", "客观题", "84.5", "abababab"):
        assert word in text
    assert ("缺考" if language == "zh" else "Absent") in text
    assert "草稿" not in text


def test_that_without_names_only_numbers_are_printed() -> None:
    found = results()
    sealed = replace(
        found, units=(), sealed=("第1场",), named=False,
        lines=tuple(
            replace(one, name="", unit="", unit_code="", staff_number="", ticket_number="") for one in found.lines
        ),
    )  # fmt: skip
    pdf = written_standing(sealed, NAMED, texts_of("zh"), PRINTED)
    text = "".join(text_of(pdf))
    assert "1000001" in text
    assert "草稿" in text
    for word in ("20260001", "李娜", "分公司", "姓名"):
        assert word not in text
        assert word.encode() not in pdf


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_each_unit_stands_on_its_own_page_with_its_worked_average(language: str) -> None:
    named = replace(NAMED, language=language)
    found = results()
    pages = text_of(written_units(found, named, texts_of(language), PRINTED))
    assert len(pages) == 2
    for page, unit in zip(pages, found.units, strict=True):
        assert unit.unit in page
        assert str(unit.average) in page
        assert "÷" in page


def test_that_many_pages_keep_their_signatures_with_rows() -> None:
    pages = text_of(written_standing(results(400), NAMED, texts_of("zh"), PRINTED))
    assert len(pages) > 8
    assert "裁判长" in pages[-1]
    assert "2026" in pages[-1].split("裁判长")[0]
