"""The register of certificates: handed out to whom, printed again why."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exam.access import Person
from exam.documents.catalogue import find_paper, make_paper
from exam.errors import InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.services import awards, certificates, publications
from exam.services.journal import list_entries
from exam.services.papers import get_paper_data
from tests.services.test_results import build

Run = Callable[..., Any]


@pytest.fixture
def numbers(run: Run) -> list[str]:
    run(build)
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    return [row.number for row in run(certificates.get_register).rows]


def tags(run: Run) -> list[str]:
    return [entry.tag for entry in run(lambda uow: list_entries(uow))]


def test_that_there_is_no_register_before_the_publication(run: Run) -> None:
    run(build)
    with pytest.raises(RuleBroken):
        run(certificates.get_register)


def test_that_a_certificate_is_handed_out_and_the_note_taken_back(run: Run, numbers: list[str]) -> None:
    chosen = numbers[:2]
    run(lambda uow: certificates.mark_received(uow, numbers=chosen, received_by=" 王 五 ", received_on="2026-11-25"))
    rows = run(certificates.get_register).rows
    assert [row.handed_out for row in rows] == [True, True, *([False] * (len(rows) - 2))]
    assert run(certificates.handed_out) == dict.fromkeys(chosen, ("王 五", "2026-11-25"))
    run(lambda uow: certificates.mark_received(uow, numbers=chosen[:1], received_by="", received_on=""))
    assert list(run(certificates.handed_out)) == chosen[1:]
    assert tags(run).count("awards.certificate_received") == 2


def test_that_printing_again_needs_a_reason_and_is_noted(run: Run, numbers: list[str]) -> None:
    assert run(lambda uow: certificates.note_print(uow, numbers=numbers[:1])) == 0
    with pytest.raises(InvalidInput, match="printed before"):
        run(lambda uow: certificates.note_print(uow, numbers=numbers))
    assert run(lambda uow: certificates.note_print(uow, numbers=numbers, reason="纸张污损")) == 1
    assert [row.prints for row in run(certificates.get_register).rows][:2] == [2, 1]
    assert tags(run).count("awards.certificate_reprinted") == 1
    assert tags(run).count("papers.printed") == 2


def test_that_the_register_among_the_papers_says_who_received_what(run: Run, numbers: list[str]) -> None:
    chosen = numbers[:1]
    run(lambda uow: certificates.mark_received(uow, numbers=chosen, received_by="王五", received_on="2026-11-25"))
    data = run(lambda uow: get_paper_data(uow, keys=["register"], number=1))
    assert data.handed == {numbers[0]: ("王五", "2026-11-25")}
    pages = PdfReader(BytesIO(make_paper(find_paper("register"), data))).pages
    assert "王五" in "".join(page.extract_text() for page in pages)


@pytest.mark.parametrize("day", ["", "25.11.2026", "2026-13-01"])
def test_that_a_wrong_day_is_said(run: Run, numbers: list[str], day: str) -> None:
    with pytest.raises(InvalidInput, match="not a day"):
        run(lambda uow: certificates.mark_received(uow, numbers=numbers, received_by="王五", received_on=day))


def test_that_an_unknown_number_is_refused(run: Run, numbers: list[str]) -> None:
    for wrong in ([], ["X-1"], [numbers[0], ""]):
        with pytest.raises(NotFound):
            run(lambda uow, wrong=wrong: certificates.note_print(uow, numbers=wrong))


def test_that_only_the_office_hands_out(run: Run, numbers: list[str], supervisor: Person) -> None:
    with pytest.raises(NotAllowed):
        run(
            lambda uow: certificates.mark_received(
                uow, numbers=numbers, received_by="王五", received_on="2026-11-25"
            ),
            supervisor,
        )  # fmt: skip
