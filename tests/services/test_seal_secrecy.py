"""While a sitting is sealed, nobody reads a sealed number or a mark beside the person, through any query."""

from __future__ import annotations

import dataclasses
import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

import exam.services
from exam.access import Person
from exam.documents.catalogue import PAPERS, make_paper
from exam.errors import ExamError
from exam.services import marks, papers, seals
from models.database import Database
from models.people import Staff
from models.sittings import Candidate
from tests.services.test_seals import count, now, numbers, sat, seal

Run = Callable[..., Any]
__all__ = ["count", "now", "sat"]
QUERIES = ("list_", "get_", "find_", "explain_")
IDS = {"sitting_id": 1, "candidate_id": 1, "room_id": 1, "section_id": 1, "entry": 1}


def queries() -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every query of every service, so that a new one is looked at, too."""
    for module in pkgutil.iter_modules(exam.services.__path__):
        found = importlib.import_module(f"exam.services.{module.name}")
        for name, call in inspect.getmembers(found, inspect.isfunction):
            if name.startswith(QUERIES) and call.__module__ == found.__name__:
                yield f"{module.name}.{name}", call


def texts(value: Any) -> Iterator[str]:
    """Every text and figure inside a result."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        for one in dataclasses.fields(value):
            yield from texts(getattr(value, one.name))
    elif isinstance(value, dict):
        for key, one in value.items():
            yield from texts(key)
            yield from texts(one)
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from texts(one)
    elif isinstance(value, (str, Decimal)):
        yield str(value)


def rows(value: Any) -> Iterator[Any]:
    """The innermost rows of a result: dataclasses that hold no others."""
    parts = [value] if not isinstance(value, (list, tuple, set, frozenset, dict)) else []
    inner: list[Any] = []
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        inner = [getattr(value, one.name) for one in dataclasses.fields(value)]
    elif isinstance(value, dict):
        inner = list(value.values())
    elif isinstance(value, (list, tuple, set, frozenset)):
        inner = list(value)
    nested = [row for one in inner for row in rows(one)]
    big = any(isinstance(one, (list, tuple)) and len(one) > 3 for one in inner)
    yield from nested
    if parts and dataclasses.is_dataclass(value) and not big:
        yield value


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


def arguments(call: Callable[..., Any]) -> dict[str, Any] | None:
    given: dict[str, Any] = {}
    for name, one in list(inspect.signature(call).parameters.items())[1:]:
        if name in IDS:
            given[name] = IDS[name]
        elif one.default is inspect.Parameter.empty:
            return None
    return given


@pytest.mark.parametrize("role", ["recorder", "rechecker", "office", "supervisor"])
def test_that_no_query_brings_number_or_mark_and_person_together(
    database: Database, run: Run, secrets: tuple[set[str], set[str]], role: str, request: pytest.FixtureRequest
) -> None:
    hidden, people = secrets
    person = request.getfixturevalue(role)
    asked = 0
    for name, call in queries():
        given = arguments(call)
        if given is None:
            continue
        try:
            found = run(lambda uow, call=call, given=given: call(uow, **given), person)
        except (ExamError, AttributeError, TypeError, KeyError, ValueError, AssertionError, StopIteration):
            continue
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
