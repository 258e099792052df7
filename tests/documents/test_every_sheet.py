"""Every sheet of the catalogue carries competition, title, what it is of, its date, its pages and its version."""

from __future__ import annotations

import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from exam.documents.catalogue import PAPERS, make_paper, write_papers
from exam.documents.paper import Paper
from exam.documents.texts import texts_of
from tests.documents import sample

DAY = re.compile(r"20\d\d年\d+月\d+日|\d{1,2} [A-Z][a-z]+ 20\d\d")
VERSION = re.compile(r"制表|号公布|封存码|Made \d|Publication \d|Freeze code")
TITLES = {
    "drawn_notices": "drawn_notice.title", "admission_tickets": "ticket.title",
    "admission_tickets_large": "ticket.title", "seating_posted": "seating.title_posted",
    "seating_office": "seating.title_office",
    "marking_sheets": "marking.title", "mark_sheets": "mark_sheet.title", "quiz_ledgers": "quiz.title",
    "written_standing": "written.title", "written_units": "written.unit_title", "result_slips": "slip.title",
    "result_slips_large": "slip.title", "panels": "panel.title", "individuals": "individual.title",
    "teams": "team.title", "explanations": "explanation.title", "corrections": "correction.title",
    "certificates": "certificate.title", "draw_record": "draw.title", "coding_1": "coding.title_1",
    "coding_2": "coding.title_2", "coding_3": "coding.title_3",
}  # fmt: skip
OF_ROOMS = ("desk_labels", "seating_posted", "seating_office", "sign_in", "room_report", "envelope")
UNTITLED = ("desk_labels",)
"""A label on a desk says its seat; a title would only be in the way."""


@pytest.fixture(scope="module", params=["zh", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return request.param


def pages(paper: Paper, language: str) -> list[str]:
    content = make_paper(paper, sample.data(2, language))
    between = " " if language == "en" else ""
    return [page.extract_text().replace("\n", between) for page in PdfReader(BytesIO(content)).pages]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_a_sheet_says_what_it_is(paper: Paper, language: str) -> None:
    found, texts = pages(paper, language), texts_of(language)
    first = found[0].replace(" ", "")
    assert sample.NAMED.competition in first
    key = TITLES.get(paper.key, f"{paper.key}.title")
    if paper.key not in UNTITLED:
        title = re.split(r"\{\w+\}", texts(key))[0].replace("\n", "")
        assert title.replace(" ", "") in first
    data = sample.data(2, language)
    if paper.of_exam and paper.key != "corrections":
        assert data.exam is not None
        assert data.exam.sitting in found[0]
    if paper.key in OF_ROOMS:
        assert data.exam is not None
        assert data.exam.rooms[0].name in found[0]


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.key)
def test_that_a_sheet_is_dated_and_says_from_what_it_was_made(paper: Paper, language: str) -> None:
    found = pages(paper, language)
    if paper.key == "certificates":
        # Their date is in Chinese numerals, their version the check code.
        code = texts_of(language)("certificate.code", code="").strip("：: ") if language == "zh" else "Check code"
        assert all(code in page for page in found)
        return
    assert all(VERSION.search(page) for page in found)
    if paper.key == "public_notice":
        assert DAY.search(found[-1])
    else:
        assert DAY.search(found[0])


def test_that_all_papers_into_a_folder_leaves_out_what_is_secret_only(tmp_path, monkeypatch) -> None:
    import exam.documents.catalogue as catalogue

    monkeypatch.setattr(catalogue, "make_paper", lambda paper, data, progress: paper.key.encode())
    written = {path.read_bytes().decode() for path in write_papers(sample.data(2), tmp_path)}
    assert {paper.key for paper in PAPERS} - written == {paper.key for paper in PAPERS if paper.secret}
