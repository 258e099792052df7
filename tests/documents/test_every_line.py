"""Every line of every paper: on the page, over no other line, with all its glyphs, broken as Chinese is broken.

Also with the longest names there are, a unit of one person, and lists of many pages.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass, replace
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exam.documents import fonts
from exam.documents.build import A4, A4_LANDSCAPE
from exam.documents.catalogue import PAPERS, make_paper
from exam.documents.ink import Ink
from exam.documents.pages import SEAL
from exam.documents.paper import Paper
from exam.documents.paragraphs import NO_START
from exam.documents.texts import texts_of
from exam.rules.sheets import RosterLine, UnitRoster
from exam.services.paper_rows import PaperData
from tests.documents import exam_sample, sample

WATERMARKS = tuple(texts_of(language)("sheet.draft_mark") for language in ("zh", "en"))
LEAST = 3.0
TABULAR = re.compile(r"[\d.+\u2212%/ ]+")
MIXED = re.compile(r"[\u4e00-\u9fff] ?[,;:()!?\"']|[,;:()!?\"'] ?[\u4e00-\u9fff]")
"""Marks of Latin script beside a Chinese character."""
LONG_NAME = exam_sample.LONG[:44] + "𬭎𫟹𬱖䶮㛃喆"
LONG_UNIT = "经济技术开发区（汉南区）分公司电子渠道运营与客户服务支撑中心沌口街体育馆路综合营业厅、投诉处理组（夜班）"


@dataclass(frozen=True)
class Line:
    """A line of text as it was drawn: its left end, base line, width, and the piece of the page it is on."""

    piece: int
    x: float
    y: float
    wide: float
    text: str
    font: str
    size: float

    def covers(self, other: Line) -> bool:
        """Whether the two lie over each other by more than a hair."""
        beside = min(self.x + self.wide, other.x + other.wide) - max(self.x, other.x)
        above = min(self.y + self.size * 0.7, other.y + other.size * 0.7) - max(self.y, other.y)
        return beside > 1.0 and above > 1.0


def drawn(monkeypatch: pytest.MonkeyPatch, paper: Paper, data: PaperData) -> tuple[list[Line], bytes]:
    """Every line that making the paper draws, and the paper."""
    lines: list[Line] = []
    pieces = [0]
    text_of, take_of = Ink.text, Ink.take

    def text(self: Ink, x: float, y: float, text: str, font: str, size: float, *args: Any, **named: Any) -> None:
        text_of(self, x, y, text, font, size, *args, **named)
        if text in WATERMARKS:
            return
        wide = fonts.width(text, font, size) + named.get("spacing", 0.0) * (len(text) - 1)
        left = x - {"center": wide / 2, "right": wide}.get(named.get("align", "left"), 0.0)
        lines.append(Line(pieces[0], left, y, wide, text, font, size))

    def take(self: Ink) -> list[str]:
        pieces[0] += 1
        return take_of(self)

    monkeypatch.setattr(Ink, "text", text)
    monkeypatch.setattr(Ink, "take", take)
    return lines, make_paper(paper, data)


def with_words(value: Any, words: Mapping[str, str]) -> Any:
    """``value`` with these words in place of others, however deep they lie."""
    if isinstance(value, str):
        return words.get(value, value)
    if isinstance(value, tuple):
        return tuple(with_words(one, words) for one in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {one.name: with_words(getattr(value, one.name), words) for one in fields(value) if one.init}
        return replace(value, **changed)
    return value


def long_names(language: str) -> PaperData:
    """Every second name and every third unit is as long as the office may enter them; a unit of one person."""
    words = dict.fromkeys(sample.NAMES[::2], LONG_NAME) | dict.fromkeys(sample.UNITS[::3], LONG_UNIT)
    data = with_words(sample.data(None, language), words)
    alone = RosterLine("1", LONG_NAME, "女", LONG_UNIT, "营业员", "2019-07-01", True, True, True, "借调")
    return replace(data, rosters=(*data.rosters, UnitRoster("U99", LONG_UNIT, (alone,))))


DATA = {
    "published": lambda language: sample.data(2, language),
    "long names": long_names,
}


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", DATA)
@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_every_line_is_whole_on_the_page_and_in_chinese_order(monkeypatch, paper, kind, language):
    lines, content = drawn(monkeypatch, paper, DATA[kind](language))
    first = PdfReader(BytesIO(content)).pages[0].mediabox
    wide, high = A4_LANDSCAPE if first.width > first.height else A4
    assert lines
    for line in lines:
        assert not fonts.missing_glyphs(line.text, line.font), line
        assert line.text == "—" or line.text[0] not in NO_START, line
        assert line.size >= LEAST, line
        assert line.x >= -0.5, line
        assert line.x + line.wide <= wide + 0.5, line
        assert 0 <= line.y <= high, line
        assert not (TABULAR.fullmatch(line.text) and line.font not in (fonts.SANS, fonts.BOLD, fonts.KAI)), line
        assert not (language == "zh" and MIXED.search(line.text)), line
    by_piece: dict[int, list[Line]] = {}
    for line in lines:
        by_piece.setdefault(line.piece, []).append(line)
    for piece in by_piece.values():
        for at, one in enumerate(piece):
            for other in piece[at + 1 :]:
                assert not one.covers(other), (one, other)


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_every_font_of_a_paper_lies_in_it(paper):
    for page in PdfReader(BytesIO(make_paper(paper, sample.data()))).pages:
        found = page["/Resources"]["/Font"].get_object()  # type: ignore[index]
        for name, font in found.items():
            descriptor = font.get_object().get("/FontDescriptor")
            # Helvetica is named on every page by the library, and never used.
            assert descriptor is not None or font.get_object()["/BaseFont"] == "/Helvetica", name
            if descriptor is not None:
                assert "/FontFile2" in descriptor.get_object()


@pytest.mark.parametrize("paper", [one for one in PAPERS if one.key in ("individuals", "roster", "register", "awards",
                                                                       "public_notice", "written_standing")],
                         ids=lambda paper: paper.key)  # fmt: skip
def test_that_a_list_of_many_pages_repeats_its_header_and_loses_nobody(paper):
    data = sample.data()
    assert data.snapshot is not None
    assert data.written is not None
    roster, award, line = data.rosters[0], data.snapshot.awards[-1], data.written.lines[0]
    many = replace(
        data,
        rosters=(
            replace(roster, lines=tuple(replace(roster.lines[0], staff_number=f"S{at:04d}") for at in range(300))),
        ),
        snapshot=replace(
            sample.snapshot(2, 300),
            awards=tuple(replace(award, certificate_number=f"S{at:04d}") for at in range(300)),
        ),
        written=replace(
            data.written,
            lines=tuple(replace(line, ticket_number=f"S{at:04d}") for at in range(300)),
        ),
    )
    pages = [page.extract_text().replace("\n", "") for page in PdfReader(BytesIO(make_paper(paper, many))).pages]
    assert len(pages) > 5
    words = {"register": "register.columns", "awards": "awards.columns", "roster": "roster.columns"}
    header = texts_of("zh").many(words[paper.key])[1] if paper.key in words else "单位"
    assert all(header in page for page in pages)
    if paper.key in ("individuals", "public_notice"):
        marks = [f"{one.total:f}" for one in many.snapshot.individuals if one.total is not None]
        assert all(mark in "".join(pages) for mark in marks)
    else:
        assert all(f"S{at:04d}" in "".join(pages) for at in range(300))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_that_a_seal_covers_nothing_but_what_it_seals(monkeypatch, language):
    for key, sealed in (("roster", "roster.signatures"), ("result_slips_large", "slip.office")):
        data = sample.data(2, language)
        lines, _ = drawn(monkeypatch, next(paper for paper in PAPERS if paper.key == key), data)
        texts = texts_of(language)
        words = texts.many(sealed)[2] if key == "roster" else texts(sealed, office=data.named.organiser)
        dates = [line for line in lines if line.text == texts("sheet.signed_on")]
        offices = [line for line in lines if line.text.rstrip("：:") == words]
        assert dates
        for office, date in zip(offices, dates, strict=True):
            assert office.piece == date.piece
            x = (office.x + office.wide / 2) if key == "roster" else date.x + date.wide / 2
            y = (office.y + date.y + office.size * 0.7) / 2
            for line in lines:
                if line.piece != office.piece or line.y in (office.y, date.y):
                    continue
                beside = max(line.x - x, x - line.x - line.wide, 0.0)
                above = max(line.y - y, y - line.y - line.size * 0.7, 0.0)
                assert (beside**2 + above**2) ** 0.5 >= SEAL / 2 - 1.0, (line, office)
