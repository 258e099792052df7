"""What somebody might try who marks and also signs in: no act by sealed number shows up beside a name."""

from __future__ import annotations

import logging
from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from exam.access import Person
from exam.errors import ExamError, ImportRejected, NotAllowed, RuleBroken
from exam.files.marks import MarkEntry, marks_template
from exam.rules.answers import PartRule
from exam.rules.marks import Attendance
from exam.services import answers, journal, mark_import, marks, seals, sign_in_desk, sittings
from tests.secrecy import texts
from tests.services.test_seal_secrecy import secrets
from tests.services.test_seals import count, now, numbers, sat, seal

__all__ = ["count", "now", "sat", "secrets"]
Run = Callable[..., Any]


def paper_of(run: Run, number: str, person: Person) -> int:
    return run(lambda uow: seals.find_by_sealed_number(uow, typed=number), person).candidate_id


def desk_states(run: Run, person: Person) -> dict[str, Attendance | None]:
    return {row.ticket_number: row.attendance for row in run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1),
                                                               person).rows}  # fmt: skip


@pytest.fixture
def late(run: Run, sat: sittings.SittingRow) -> str:
    """The ticket of the only one who came late."""
    rows = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1)).rows
    row = next(row for row in rows if row.attendance is Attendance.PRESENT)
    run(
        lambda uow: sign_in_desk.set_state(
            uow, candidate_id=row.candidate_id, attendance=Attendance.LATE, seen_version=row.version
        )
    )
    return row.ticket_number


@pytest.mark.parametrize("role", ["recorder", "rechecker"])
def test_that_the_only_late_paper_looks_like_the_others(
    run: Run, late: str, supervisor: Person, role: str, request: pytest.FixtureRequest
) -> None:
    seal(run, supervisor)
    person = request.getfixturevalue(role)
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=1), person).rows
    assert {row.attendance for row in rows} == {Attendance.PRESENT}
    assert desk_states(run, person)[late] is Attendance.LATE


def test_that_no_state_is_set_by_sealed_number(
    run: Run, late: str, recorder: Person, office: Person, supervisor: Person
) -> None:
    seal(run, supervisor)
    before = desk_states(run, recorder)

    def state(number: str, attendance: Attendance, person: Person) -> Any:
        paper = paper_of(run, number, person)
        return run(
            lambda uow: marks.set_attendance(uow, candidate_id=paper, attendance=attendance, seen_version=0), person
        )

    for number in numbers(run).values():
        # Present is what everybody is told, so saying it again tells nothing: neither refused nor written.
        assert state(number, Attendance.PRESENT, recorder).attendance is Attendance.PRESENT
        for attendance in (Attendance.LATE, Attendance.DISCIPLINED, Attendance.ZEROED):
            with pytest.raises(RuleBroken, match="would say whose paper"):
                state(number, attendance, recorder)
    with pytest.raises(RuleBroken):
        state(number, Attendance.LATE, office)
    assert desk_states(run, recorder) == before
    paper = paper_of(run, number, office)
    row = run(lambda uow: marks.get_mark_row(uow, candidate_id=paper))
    done = run(
        lambda uow: marks.set_attendance(
            uow, candidate_id=paper, attendance=Attendance.ZEROED, seen_version=row.version
        )
    )
    assert done.attendance is Attendance.ZEROED


def test_that_a_file_sets_no_state_by_sealed_number_either(
    run: Run, late: str, recorder: Person, supervisor: Person
) -> None:
    seal(run, supervisor)
    before = desk_states(run, recorder)
    found = sorted(numbers(run).values())

    def take(attendance: Attendance) -> Any:
        entries = [
            MarkEntry(2 + at, number, "", "", (Decimal(60),), attendance) for at, number in enumerate(found)
        ]
        return run(
            lambda uow: mark_import.import_marks(
                uow, sitting_id=1, entries=entries, file_name="x.xlsx", sha256="0" * 64, overwrite=True
            ),
            recorder,
        )

    for attendance in (Attendance.LATE, Attendance.DISCIPLINED, Attendance.ZEROED):
        with pytest.raises(ImportRejected):
            take(attendance)
    assert len(take(Attendance.PRESENT).changes) == 5
    assert desk_states(run, recorder) == before


def test_that_no_error_names_a_number_and_a_person(
    run: Run, sat: sittings.SittingRow, secrets: tuple[set[str], set[str]], recorder: Person, office: Person
) -> None:
    hidden, people = secrets
    sealed, tickets = sorted(numbers(run).values()), sorted(numbers(run))
    names = sorted(people)
    section = sat.sections[0].id
    run(
        lambda uow: answers.set_key(
            uow, section_id=section, text="1-50 单选 2 " + "A" * 50, part=PartRule.NONE, seen_version=0
        )
    )
    said: list[str] = []

    def attempt(call: Callable[[Any], Any]) -> None:
        for person in (recorder, office):
            try:
                run(call, person)
            except ExamError as error:
                said.append(f"{error} {error.params} {[one.__repr__() for one in getattr(error, 'problems', ())]}")

    for number, ticket in zip(sealed, tickets, strict=True):
        paper = paper_of(run, number, recorder)
        for points, version in ((Decimal(1), 0), (Decimal(999), 0)):
            attempt(
                lambda uow, points=points, version=version, paper=paper: marks.save_mark(
                    uow, candidate_id=paper, section_id=section, points=points, seen_version=version
                )
            )
        attempt(lambda uow, ticket=ticket: seals.find_by_sealed_number(uow, typed=ticket))
        attempt(lambda uow, ticket=ticket: sign_in_desk.sign_in(uow, sitting_id=1, ticket_number=ticket))
        attempt(
            lambda uow, paper=paper: sign_in_desk.set_state(
                uow, candidate_id=paper, attendance=Attendance.ABSENT, seen_version=0
            )
        )
        attempt(
            lambda uow, paper=paper: marks.set_attendance(
                uow, candidate_id=paper, attendance=Attendance.ABSENT, seen_version=0
            )
        )
        for key in (number, ticket):
            attempt(
                lambda uow, key=key: answers.score_answers(
                    uow, section_id=section, lines=[answers.AnswerLine(2, key, "A" * 50)]
                )
            )
            # Nothing that was typed may be completed: a name or ticket beside a right number is refused like a wrong.
            for name in ("", names[0], names[-1]):
                attempt(
                    lambda uow, key=key, name=name: mark_import.import_marks(
                        uow, sitting_id=1, entries=[MarkEntry(2, key, "", name, (Decimal(2),), None)],
                        file_name="x", sha256="",
                    )
                )  # fmt: skip
    assert len(said) > 40
    for text in said:
        typed_both = any(name and name in text for name in (names[0], names[-1]))
        both = any(one in text for one in hidden) and any(one in text for one in people)
        assert not both or typed_both, text


def test_that_nothing_logged_from_the_sign_in_to_the_last_refusal_holds_a_pair(
    run: Run,
    sat: sittings.SittingRow,
    recorder: Person,
    office: Person,
    caplog: pytest.LogCaptureFixture,
    request: pytest.FixtureRequest,
) -> None:
    with caplog.at_level(logging.DEBUG):
        hidden, people = request.getfixturevalue("secrets")
        # Everything somebody may try while the papers are sealed, most of it refused.
        test_that_no_error_names_a_number_and_a_person(run, sat, (hidden, people), recorder, office)
    lines = [record.getMessage() for record in caplog.records if record.name.split(".")[0] in ("muster", "exam", "ui")]
    whole = "\n".join(lines)
    assert not (any(one in whole for one in hidden) and any(one in whole for one in people))
    assert not any(one in whole for one in people), "raw names stand in no log"


def test_that_the_journal_is_closed_to_markers_and_pairs_nobody(
    run: Run, secrets: tuple[set[str], set[str]], recorder: Person, rechecker: Person, office: Person
) -> None:
    hidden, people = secrets
    for person in (recorder, rechecker):
        with pytest.raises(NotAllowed):
            run(journal.list_entries, person)
    for entry in run(journal.list_entries, office):
        # An entry of a file lists many tickets or many numbers, and never both; the actor's own name is no candidate.
        said = f"{entry.subject} {' '.join(texts(entry.details))}"
        assert not (any(one in said for one in hidden) and any(one in said for one in people)), entry.tag


def test_that_the_sheet_to_fill_in_holds_numbers_alone(
    run: Run, secrets: tuple[set[str], set[str]], recorder: Person
) -> None:
    hidden, people = secrets
    sheet = run(lambda uow: marks.list_marks(uow, sitting_id=1), recorder)
    content = marks_template([(row.sealed_number,) for row in sheet.rows], sheet.sitting.sections)
    book = load_workbook(BytesIO(content))
    cells = {str(cell.value) for row in book.worksheets[0].iter_rows() for cell in row if cell.value is not None}
    assert cells & hidden
    assert not cells & people
    assert not any(one in str(book.properties) for one in people)
