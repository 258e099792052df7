"""While a sitting is sealed, nobody reads a sealed number or a mark beside the person, through any query."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from exam.access import Person
from exam.documents.catalogue import PAPERS, make_paper
from exam.errors import ExamError
from exam.services import marks, papers, seals
from models.database import Database
from models.people import Staff
from models.sittings import Candidate
from tests.secrecy import answers, rows, texts
from tests.services.test_seals import count, now, numbers, sat, seal

Run = Callable[..., Any]
__all__ = ["count", "now", "sat"]
IDS = {"sitting_id": 1, "candidate_id": 1, "room_id": 1, "section_id": 1, "entry": 1}


@pytest.fixture
def secrets(run: Run, sat: Any, supervisor: Person, recorder: Person) -> tuple[set[str], set[str]]:
    """Sealed numbers and marks on one side, what names a person on the other; a mark on every paper."""
    seal(run, supervisor)
    found = sorted(numbers(run).values())
    for at, number in enumerate(found):
        paper = run(lambda uow, number=number: seals.find_by_sealed_number(uow, typed=number), recorder)
        run(
            lambda uow, paper=paper, at=at: marks.save_mark(
                uow, candidate_id=paper.candidate_id, section_id=sat.sections[0].id,
                points=Decimal("61.37") + at, seen_version=0,
            ),
            recorder,
        )  # fmt: skip
    hidden = {*found, *(str(Decimal("61.37") + at) for at in range(len(found)))}

    def people(uow: Any) -> set[str]:
        query = select(Candidate.ticket_number, Staff.staff_number, Staff.name).join(
            Staff, Staff.id == Candidate.staff_id
        )
        return {text for row in uow.session.execute(query) for text in row}

    return hidden, run(people)


@pytest.mark.parametrize("role", ["recorder", "rechecker", "office", "supervisor"])
def test_that_no_query_brings_number_or_mark_and_person_together(
    database: Database, run: Run, secrets: tuple[set[str], set[str]], role: str, request: pytest.FixtureRequest
) -> None:
    hidden, people = secrets
    person = request.getfixturevalue(role)
    asked = 0
    for name, found in answers(run, person, IDS):
        asked += 1
        for row in rows(found):
            said = set(texts(row))
            assert not (said & hidden and said & people), f"{name} shows {said & hidden} beside {said & people}"
        if role in ("recorder", "rechecker"):
            said = set(texts(found))
            assert not (said & hidden and said & people), f"{name} holds numbers and people for a {role}"
    assert asked > 20


@pytest.mark.parametrize("role", ["recorder", "rechecker"])
def test_that_no_paper_of_a_marker_holds_number_or_mark_and_person(
    run: Run, secrets: tuple[set[str], set[str]], role: str, request: pytest.FixtureRequest
) -> None:
    hidden, people = secrets
    person = request.getfixturevalue(role)
    made = 0
    for paper in PAPERS:
        try:
            data = run(
                lambda uow, paper=paper: papers.get_paper_data(uow, keys=[paper.key], sitting_id=1), person
            )
            if not paper.ready(data):
                continue
            document = PdfReader(BytesIO(make_paper(paper, data)))
        except ExamError:
            continue
        made += 1
        text = "".join(page.extract_text() for page in document.pages).replace(" ", "")
        text += str(document.metadata)
        assert not (any(one in text for one in hidden) and any(one in text for one in people)), paper.key
    assert made
