"""Two blind entries: equal ones verify each other, a third person settles the rest."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from exam import journal
from exam.access import Person
from exam.errors import Conflict, ImportRejected, InvalidInput, NotAllowed, RuleBroken
from exam.files.marks import MarkEntry
from exam.rules.double_entry import Slip
from exam.rules.marks import Attendance
from exam.rules.seals import sealed_number
from exam.services import mark_import, marks, second_entry, sitting_locks, sittings
from exam.services.journal import check_chain, list_entries
from exam.services.mark_rows import MarkRow, MarkState
from models.sittings import Candidate, Sitting
from tests.written import add_drawn_people, typed_twice

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    return typed_twice(run)


def first_rows(run: Run, person: Person | None = None) -> tuple[MarkRow, ...]:
    return run(lambda uow: marks.list_marks(uow, sitting_id=1), person).rows


def second_rows(run: Run, person: Person) -> tuple[MarkRow, ...]:
    return run(lambda uow: second_entry.list_second_entry(uow, sitting_id=1), person).rows


def type_first(run: Run, person: Person, points: str | None, at: int = 0, part: int = 0) -> MarkRow:
    row = first_rows(run, person)[at]
    return _save(run, marks.save_mark, person, row, points, part)


def type_second(run: Run, person: Person, points: str | None, at: int = 0, part: int = 0) -> MarkRow:
    row = second_rows(run, person)[at]
    return _save(run, second_entry.save_second_mark, person, row, points, part)


def _save(run: Run, command: Any, person: Person, row: MarkRow, points: str | None, part: int) -> MarkRow:
    mark = row.marks[part]
    return run(
        lambda uow: command(
            uow, candidate_id=row.candidate_id, section_id=mark.section_id,
            points=None if points is None else Decimal(points), seen_version=mark.version,
        ),
        person,
    )  # fmt: skip


def settle(run: Run, person: Person, points: str) -> MarkRow:
    row = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), person)[0]
    return run(
        lambda uow: second_entry.settle_difference(
            uow, candidate_id=row.candidate_id, section_id=row.section_id, points=Decimal(points),
            first_version=row.first_version, second_version=row.second_version,
        ),
        person,
    )  # fmt: skip


def test_that_two_equal_entries_verify_the_mark(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "50")
    type_second(run, rechecker, "50.0")
    mark = first_rows(run, recorder)[0].marks[0]
    assert (mark.points, mark.entered_by, mark.verified_by) == (Decimal(50), recorder.name, rechecker.name)
    assert run(lambda uow: second_entry.list_differences(uow, sitting_id=1)) == ()


def test_that_the_order_of_the_entries_does_not_matter(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_second(run, rechecker, "50")
    type_first(run, recorder, "50")
    mark = first_rows(run)[0].marks[0]
    assert (mark.entered_by, mark.verified_by) == (recorder.name, rechecker.name)


def test_that_the_second_person_sees_nothing_of_the_first_entry(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "50")
    seen = second_rows(run, rechecker)[0].marks[0]
    assert (seen.points, seen.entered_by, seen.version) == (None, "", 0)
    first = first_rows(run, rechecker)[0]
    assert (first.marks[0].hidden, first.marks[0].points, first.total) == (True, None, None)
    assert first.state is MarkState.ENTERING
    assert first_rows(run, recorder)[0].marks[0].points == Decimal(50)
    type_second(run, rechecker, "50")
    assert first_rows(run, rechecker)[0].marks[0].points == Decimal(50)


def test_that_nobody_makes_both_entries(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "50")
    assert second_rows(run, recorder)[0].marks[0].barred
    with pytest.raises(RuleBroken, match="the first time"):
        type_second(run, recorder, "50")
    type_second(run, rechecker, "41", at=1)
    assert first_rows(run, rechecker)[1].marks[0].barred
    with pytest.raises(RuleBroken, match="in the second entry"):
        type_first(run, rechecker, "41", at=1)


def test_that_only_differences_are_listed_and_the_two_do_not_see_the_values(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    type_first(run, recorder, "58")
    type_second(run, rechecker, "55")
    for part, value in ((0, "44"), (1, "22")):
        type_first(run, recorder, value, at=1, part=part)
        type_second(run, rechecker, value, at=1, part=part)
    (row,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    assert (row.first, row.second, row.mine, row.slip) == (Decimal(58), Decimal(55), False, Slip.ONE_DIGIT)
    assert (row.first_by, row.second_by) == (recorder.name, rechecker.name)
    for person in (recorder, rechecker):
        (own,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), person)
        assert (own.first, own.second, own.mine, own.slip) == (None, None, True, None)


@pytest.mark.parametrize("read", ["58", "55", "53.5"])
def test_that_a_third_person_settles_with_what_the_paper_says(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person, read: str
) -> None:
    type_first(run, recorder, "58")
    type_second(run, rechecker, "55")
    for person in (recorder, rechecker):
        with pytest.raises(RuleBroken, match="Somebody who typed neither"):
            settle(run, person, read)
    settled = settle(run, office, read).marks[0]
    assert (settled.points, settled.verified_by) == (Decimal(read), office.name)
    entry = run(lambda uow: list_entries(uow, topic="written"))[0]
    assert (entry.tag, Decimal(entry.details["first"]), Decimal(entry.details["second"])) == (
        "written.mark_settled", Decimal(58), Decimal(55),
    )  # fmt: skip
    assert run(lambda uow: second_entry.list_differences(uow, sitting_id=1)) == ()
    with pytest.raises(IndexError):
        settle(run, office, read)
    assert run(check_chain).broken_at is None


def test_that_a_disputed_mark_is_not_talked_into_agreement(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "58")
    type_second(run, rechecker, "55")
    with pytest.raises(RuleBroken, match="differ"):
        type_first(run, recorder, "55")
    with pytest.raises(RuleBroken, match="differ"):
        type_second(run, rechecker, "58")


def test_that_changing_a_verified_mark_opens_it_again(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    type_first(run, recorder, "50")
    type_second(run, rechecker, "50")
    with pytest.raises(RuleBroken, match="first entry"):
        type_second(run, rechecker, "51")
    type_first(run, recorder, "51")
    assert first_rows(run, recorder)[0].marks[0].verified_by == ""
    (row,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    assert (row.first, row.second) == (Decimal(51), Decimal(50))


def test_that_somebody_elses_hidden_entry_is_not_overwritten(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "50")
    with pytest.raises(RuleBroken, match=recorder.name):
        type_first(run, rechecker, "51")
    assert first_rows(run, recorder)[0].marks[0].points == Decimal(50)


def test_that_a_slower_second_entry_sees_both_values(
    run: Run, sitting: sittings.SittingRow, rechecker: Person, office: Person
) -> None:
    row = second_rows(run, office)[0]
    type_second(run, rechecker, "55")
    with pytest.raises(Conflict, match="55"):
        _save(run, second_entry.save_second_mark, office, row, "58", 0)


def test_that_the_same_second_entry_twice_is_one(run: Run, sitting: sittings.SittingRow, rechecker: Person) -> None:
    row = second_rows(run, rechecker)[0]
    for _ in range(3):
        _save(run, second_entry.save_second_mark, rechecker, row, "55", 0)
    tags = [entry.tag for entry in run(lambda uow: list_entries(uow, topic="written"))]
    assert tags.count("written.mark_saved_again") == 1


def test_that_an_absent_candidate_takes_no_second_mark_and_keeps_none(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_second(run, rechecker, "55")
    row = first_rows(run, recorder)[0]
    run(
        lambda uow: marks.set_attendance(
            uow, candidate_id=row.candidate_id, attendance=Attendance.ABSENT, seen_version=row.version
        ),
        recorder,
    )
    assert second_rows(run, rechecker)[0].marks[0].points is None
    with pytest.raises(RuleBroken, match="did not sit"):
        type_second(run, rechecker, "55")


def test_that_verifying_by_looking_is_refused_where_marks_are_typed_twice(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    type_first(run, recorder, "50")
    with pytest.raises(RuleBroken, match="second entry"):
        run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)


def test_that_without_the_rule_there_is_no_second_entry(run: Run, recorder: Person, judge: Person) -> None:
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow))
    with pytest.raises(RuleBroken, match="no second entry"):
        type_second(run, recorder, "50")
    with pytest.raises(NotAllowed):
        second_rows(run, judge)
    assert not run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).twice


def test_that_a_second_mark_must_fit_its_section(run: Run, sitting: sittings.SittingRow, rechecker: Person) -> None:
    with pytest.raises(InvalidInput, match="outside 0 to 40"):
        type_second(run, rechecker, "41", part=1)


def seal(uow: Any) -> None:
    """As if the papers had been sealed; the last candidate was absent."""
    found = uow.session.get(Sitting, 1)
    *papers, absent = uow.session.scalars(select(Candidate).order_by(Candidate.id))
    for number, candidate in enumerate(papers):
        candidate.attendance, candidate.sealed_number = "present", sealed_number(900_000 - number)
    absent.attendance = "absent"
    found.sealed_at = uow.now
    uow.session.flush()
    uow.record(journal.SITTING_CHANGED, "sealed")


def test_that_a_sealed_sitting_shows_numbers_and_nobody(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    run(seal)
    for person in (recorder, office):
        rows = first_rows(run, person)
        assert len(rows) == sitting.candidates - 1
        assert [row.paper for row in rows] == sorted(row.sealed_number for row in rows)
        shown = {(row.ticket_number, row.name, row.unit, row.staff_number, row.seat, row.unit_id) for row in rows}
        assert shown == {("", "", "", "", "", 0)}
    type_first(run, recorder, "50")
    type_second(run, rechecker, "51")
    settle(run, office, "51")
    row = first_rows(run, office)[0]
    with pytest.raises(RuleBroken, match="handed in"):
        run(
            lambda uow: marks.set_attendance(
                uow, candidate_id=row.candidate_id, attendance=Attendance.ABSENT, seen_version=1
            )
        )
    told = [entry for entry in run(lambda uow: list_entries(uow, topic="written")) if "mark" in entry.tag]
    assert {entry.subject for entry in told} == {row.paper}
    assert "2026000" not in str([entry.details for entry in told])


def test_that_a_sealed_paper_is_imported_by_its_number_only(
    run: Run, sitting: sittings.SittingRow, recorder: Person, office: Person
) -> None:
    tickets = [row.ticket_number for row in first_rows(run, office)]
    run(seal)
    paper = first_rows(run, recorder)[0].paper

    def take(number: str, name: str = "") -> Any:
        entry = MarkEntry(2, number, "", name, (Decimal(50), None), None)
        return run(
            lambda uow: mark_import.import_marks(
                uow, sitting_id=1, entries=[entry], file_name="成绩.xlsx", sha256="0" * 64
            ),
            recorder,
        )  # fmt: skip

    for number, name in ((tickets[0], ""), (paper, "张𬭎")):
        with pytest.raises(ImportRejected):
            take(number, name)
    assert take(paper).changes[0].ticket_number == paper


def import_file(run: Run, person: Person, *values: tuple[int, str]) -> Any:
    rows = first_rows(run, person)
    entries = [MarkEntry(2 + at, rows[at].ticket_number, "", "", (Decimal(value), None), None) for at, value in values]
    return run(
        lambda uow: mark_import.import_marks(
            uow, sitting_id=1, entries=entries, file_name="成绩.xlsx", sha256="0" * 64, overwrite=True
        ),
        person,
    )  # fmt: skip


def test_that_a_file_meets_second_entries_and_overwrites_nobody(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    type_second(run, rechecker, "50")
    type_second(run, rechecker, "40", at=1)
    import_file(run, recorder, (0, "50"), (1, "41"))
    assert [row.marks[0].verified_by for row in first_rows(run, recorder)[:2]] == [rechecker.name, ""]
    assert len(run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)) == 1
    with pytest.raises(ImportRejected) as refused:
        import_file(run, office, (1, "40"))
    assert "41" not in str([problem.params for problem in refused.value.problems])
    type_second(run, rechecker, "20", at=2)
    with pytest.raises(ImportRejected):
        import_file(run, rechecker, (2, "20"))


def test_that_a_sitting_typed_twice_can_be_locked(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    for at in range(sitting.candidates):
        for part in (0, 1):
            type_first(run, recorder, "30", at, part)
            type_second(run, rechecker, "30" if at or part else "31", at, part)

    def lock() -> Any:
        seen = run(lambda uow: sittings.get_sitting(uow, sitting_id=1)).version
        return run(
            lambda uow: sitting_locks.lock_sitting(uow, sitting_id=1, seen_version=seen, witness=rechecker), office
        )

    with pytest.raises(RuleBroken, match="not yet verified"):
        lock()
    settle(run, office, "30")
    assert lock().locked
