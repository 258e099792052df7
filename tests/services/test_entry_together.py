"""Several people at one paper, one seal, one difference at the same moment: both values shown, nothing lost."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import AlreadySaved, Conflict, ExamError, ImportRejected, RuleBroken
from exam.files.marks import MarkEntry
from exam.services import mark_import, marks, seals, second_entry, sign_in_desk, sitting_locks, sittings
from exam.services.competition import change_rule
from exam.services.journal import check_chain, list_entries
from exam.services.mark_pairs import SECOND_ENTRY
from exam.unit_of_work import run as run_unit
from models.database import Database
from tests.services.test_marks_together import together
from tests.services.test_seals import count, now, numbers, sat, seal
from tests.written import add_drawn_people

__all__ = ["count", "sat"]
Run = Callable[..., Any]
At = Callable[..., Callable[[], Any]]


@pytest.fixture
def at(database: Database) -> At:
    """``at(person, call)``: one unit of work at that person's desk, to be started together with others."""

    def desk(person: Person, call: Callable[[Any], Any], **more: Any) -> Callable[[], Any]:
        def act() -> Any:
            try:
                return run_unit(database, person, call, **more)
            except ExamError as error:
                return error

        return act

    return desk


@pytest.fixture
def twice(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    return run(lambda uow: sittings.make_sitting(uow))


def type_mark(row: marks.MarkRow, points: str, *, again: bool = False) -> Callable[[Any], Any]:
    command = second_entry.save_second_mark if again else marks.save_mark
    return lambda uow: command(
        uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=Decimal(points), seen_version=0
    )


def told(run: Run, tag: str) -> list[Any]:
    assert run(check_chain).broken_at is None
    return [entry for entry in run(lambda uow: list_entries(uow, topic="written")) if entry.tag == f"written.{tag}"]


def test_that_of_two_second_entries_one_sees_both_values(
    at: At, run: Run, twice: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows:
        results = together(
            at(recorder, type_mark(row, "58", again=True)), at(rechecker, type_mark(row, "85", again=True))
        )
        (lost,) = [result for result in results if isinstance(result, Conflict)]
        assert {lost.params["mine"], lost.params["theirs"]} == {"58", "85"}
        stands = run(
            lambda uow, row=row: marks.get_mark_row(uow, candidate_id=row.candidate_id, entry=SECOND_ENTRY),
            recorder if lost.params["theirs"] == "58" else rechecker,
        )
        assert str(stands.total) == f"{lost.params['theirs']}.00"
    assert len(told(run, "mark_saved_again")) == 6


@pytest.mark.parametrize("second", ["58", "85"])
def test_that_first_and_second_entry_at_once_always_meet(
    at: At, run: Run, twice: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person, second: str
) -> None:
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows:
        results = together(at(recorder, type_mark(row, "58")), at(rechecker, type_mark(row, second, again=True)))
        assert not [result for result in results if isinstance(result, ExamError)]
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows
    differ = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    if second == "58":
        assert {row.marks[0].verified_by for row in rows} == {rechecker.name}
        assert not differ
    else:
        assert {row.marks[0].verified_by for row in rows} == {""}
        assert {(row.first, row.second) for row in differ} == {(58, 85)}
        assert len(differ) == 6


def test_that_two_people_settle_one_difference_once(
    at: At, run: Run, twice: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    row = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows[0]
    run(type_mark(row, "58"), recorder)
    run(type_mark(row, "85", again=True), rechecker)
    (open_one,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    other = Person(None, "周三", office.role)

    def settle(points: str) -> Callable[[Any], Any]:
        return lambda uow: second_entry.settle_difference(
            uow, candidate_id=row.candidate_id, section_id=open_one.section_id, points=Decimal(points),
            first_version=open_one.first_version, second_version=open_one.second_version,
        )  # fmt: skip

    results = together(at(office, settle("58")), at(other, settle("85")))
    (refused,) = [result for result in results if isinstance(result, (Conflict, RuleBroken))]
    (entry,) = told(run, "mark_settled")
    stands = run(lambda uow: marks.get_mark_row(uow, candidate_id=row.candidate_id)).marks[0]
    assert refused is not None
    assert (stands.verified_by, stands.points) == (entry.person, Decimal(entry.details["new"]))
    assert (Decimal(entry.details["first"]), Decimal(entry.details["second"])) == (58, 85)


def test_that_two_files_of_the_second_entry_never_mix(
    at: At, run: Run, twice: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    def take(points: str) -> Callable[[Any], Any]:
        lines = [MarkEntry(1 + n, f"2026000{n}", "", "", (Decimal(points),), None) for n in range(1, 7)]
        return lambda uow: mark_import.import_marks(
            uow, sitting_id=1, entries=lines, file_name=f"{points}.xlsx", sha256="0" * 64, entry=SECOND_ENTRY
        )

    results = together(at(recorder, take("58")), at(rechecker, take("85")))
    (refused,) = [result for result in results if isinstance(result, ImportRejected)]
    assert len(refused.problems) == 6
    (entry,) = told(run, "marks_imported_again")
    assert {line[2] for line in entry.details["values"]} == {entry.details["file"].removesuffix(".xlsx")}


def test_that_the_same_sheet_entered_by_two_is_one_entry(
    at: At, run: Run, recorder: Person, rechecker: Person
) -> None:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow))
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows:
        together(at(recorder, type_mark(row, "58")), at(rechecker, type_mark(row, "58")))
    assert len(told(run, "mark_saved")) == 6
    assert {row.total for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows} == {Decimal(58)}


def test_that_a_bounced_enter_is_one_entry(at: At, run: Run, twice: sittings.SittingRow, recorder: Person) -> None:
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows:
        request = str(uuid.uuid4())
        press = at(recorder, type_mark(row, "58", again=True), request=request)
        results = together(press, press)
        assert all(not isinstance(result, ExamError) or isinstance(result, AlreadySaved) for result in results)
    assert len(told(run, "mark_saved_again")) == 6


def test_that_a_scanner_that_reads_twice_signs_in_once(
    at: At, run: Run, recorder: Person, office: Person
) -> None:
    run(add_drawn_people)
    begins = datetime.now(UTC) - timedelta(minutes=1)
    run(lambda uow: sittings.make_sitting(uow, starts_at=begins))
    for row in run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows:

        def scan(uow: Any, row: marks.MarkRow = row) -> Any:
            return sign_in_desk.sign_in(uow, sitting_id=1, ticket_number=row.ticket_number)

        results = together(at(recorder, scan), at(office, scan))
        assert sorted(result.repeated for result in results) == [False, True]
    assert len(told(run, "attendance_set")) == 6


def test_that_two_people_open_the_seals_once(
    at: At, run: Run, sat: sittings.SittingRow, recorder: Person, rechecker: Person, supervisor: Person, office: Person
) -> None:
    seal(run, supervisor)
    for number in numbers(run).values():
        paper = run(lambda uow, number=number: seals.find_by_sealed_number(uow, typed=number), recorder)
        run(
            lambda uow, paper=paper: marks.save_mark(
                uow, candidate_id=paper.candidate_id, section_id=sat.sections[0].id, points=Decimal(60), seen_version=0
            ),
            recorder,
        )
    run(lambda uow: marks.verify_marks(uow, sitting_id=1), rechecker)
    version = now(run).version
    run(lambda uow: sitting_locks.lock_sitting(uow, sitting_id=1, seen_version=version, witness=rechecker))
    version = now(run).version
    other = Person(None, "周三", office.role)

    def open_them(uow: Any) -> Any:
        return seals.open_seals(uow, sitting_id=1, seen_version=version, witness=supervisor)

    results = together(at(office, open_them), at(other, open_them))
    (refused,) = [result for result in results if isinstance(result, ExamError)]
    (entry,) = told(run, "seals_opened")
    assert isinstance(refused, (Conflict, RuleBroken))
    assert now(run).opened_by == entry.person
