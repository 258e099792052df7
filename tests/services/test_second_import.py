"""A file as the blind second entry: the same gate, another person, and nothing is said of the first entry."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import ImportRejected, NotAllowed, RuleBroken
from exam.files.marks import MarkEntry
from exam.rules.marks import Attendance
from exam.services import mark_import, marks, second_entry, sittings
from exam.services.competition import change_rule
from exam.services.journal import list_entries
from exam.services.mark_pairs import SECOND_ENTRY
from tests.written import typed_twice

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    return typed_twice(run)


def entry(at: int, *points: str, state: Attendance | None = None) -> MarkEntry:
    read = tuple(Decimal(one) if one else None for one in (*points, "", "")[:2])
    return MarkEntry(1 + at, f"2026000{at}", "", "", read, state)


def take(run: Run, person: Person, *entries: MarkEntry, second: bool = True, **more: Any) -> Any:
    if second:
        more["entry"] = SECOND_ENTRY
    return run(
        lambda uow: mark_import.import_marks(
            uow, sitting_id=1, entries=entries, file_name="复录.xlsx", sha256="cd" * 32, **more
        ),
        person,
    )


def compare(run: Run, person: Person, *entries: MarkEntry) -> Any:
    return run(
        lambda uow: mark_import.compare_marks(uow, sitting_id=1, entries=entries, entry=SECOND_ENTRY), person
    )


def test_that_equal_marks_verify_and_different_ones_are_compared(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    take(run, recorder, entry(1, "50", "30"), entry(2, "40", "20"), second=False)
    outcome = take(run, rechecker, entry(1, "50", "30"), entry(2, "40", "21"), entry(3, "10", "10"))
    assert (len(outcome.changes), outcome.verified, outcome.different) == (3, 3, 1)
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows
    assert [[mark.verified_by for mark in row.marks] for row in rows[:2]] == [
        [rechecker.name, rechecker.name], [rechecker.name, ""],
    ]  # fmt: skip
    (row,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), office)
    assert (row.first, row.second, row.second_by) == (20, 21, rechecker.name)
    told = run(lambda uow: list_entries(uow, topic="written"))[0]
    assert told.tag == "written.marks_imported_again"
    assert told.details["values"][0] == ["20260001", "", "50+30"]


def test_that_the_preview_says_nothing_of_the_first_entry(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    blank = compare(run, rechecker, entry(1, "50", "30"), entry(2, "41", "20"))
    take(run, recorder, entry(1, "50", "30"), entry(2, "40", "20"), second=False)
    assert compare(run, rechecker, entry(1, "50", "30"), entry(2, "41", "20")) == blank
    assert [(change.old, change.overwrites) for change in blank.changes] == [("", False)] * 2


def test_that_a_first_entry_by_file_cannot_be_asked_for_by_another(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    take(run, recorder, entry(1, "50", "30"), second=False)

    def ask(person: Person, *points: str) -> Any:
        asked = [entry(1, *points)]
        return run(lambda uow: mark_import.compare_marks(uow, sitting_id=1, entries=asked), person)

    assert ask(recorder, "50", "30").same == 1
    right, wrong = ask(rechecker, "50", "30"), ask(rechecker, "50", "31")
    assert right == wrong
    assert (right.same, len(right.problems)) == (0, 1)


def test_that_the_same_file_again_changes_nothing(
    run: Run, sitting: sittings.SittingRow, rechecker: Person
) -> None:
    take(run, rechecker, entry(1, "50", "30"), entry(2, "40", "20"))
    before = len(run(list_entries))
    again = take(run, rechecker, entry(1, "50", "30"), entry(2, "40", "20"))
    assert (again.changes, again.same) == ((), 2)
    assert len(run(list_entries)) == before


def test_that_an_own_second_entry_is_only_replaced_when_allowed(
    run: Run, sitting: sittings.SittingRow, rechecker: Person
) -> None:
    take(run, rechecker, entry(1, "50", "30"))
    with pytest.raises(ImportRejected):
        take(run, rechecker, entry(1, "51", "30"))
    take(run, rechecker, entry(1, "51", "30"), overwrite=True)
    rows = run(lambda uow: second_entry.list_second_entry(uow, sitting_id=1), rechecker).rows
    assert [mark.points for mark in rows[0].marks] == [51, 30]


def test_that_whoever_read_first_or_came_later_is_refused_by_every_row(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person, office: Person
) -> None:
    take(run, recorder, entry(1, "50", "30"), second=False)
    with pytest.raises(ImportRejected) as own:
        take(run, recorder, entry(1, "50", "30"), entry(2, "40", "20"))
    assert [problem.row for problem in own.value.problems] == [2]
    take(run, rechecker, entry(2, "40", "20"))
    with pytest.raises(ImportRejected) as other:
        take(run, office, entry(2, "40", "20"))
    assert "40" not in str(other.value.problems[0].params)
    assert run(lambda uow: second_entry.list_second_entry(uow, sitting_id=1), office).rows[0].marks[0].points is None


def test_that_a_disputed_mark_is_left_to_the_third_person(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    take(run, recorder, entry(1, "50", "30"), second=False)
    take(run, rechecker, entry(1, "51", "30"))
    with pytest.raises(ImportRejected):
        take(run, rechecker, entry(1, "50", "30"), overwrite=True)


def test_that_states_are_not_entered_twice(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    take(run, recorder, entry(1, "50", "30"), entry(2, state=Attendance.ABSENT), second=False)
    outcome = take(run, rechecker, entry(1, "50", "30"), entry(2, state=Attendance.ABSENT))
    assert (len(outcome.changes), outcome.same) == (1, 1)
    for wrong in (entry(1, state=Attendance.ABSENT), entry(2, "50", "30")):
        with pytest.raises(ImportRejected):
            take(run, rechecker, wrong, overwrite=True)
    assert run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows[1].attendance is Attendance.ABSENT


def test_that_a_sitting_read_once_takes_no_second_file(
    run: Run, sitting: sittings.SittingRow, rechecker: Person, judge: Person
) -> None:
    with pytest.raises(NotAllowed):
        compare(run, judge, entry(1, "50", "30"))
    run(lambda uow: change_rule(uow, key="second_entry", text="none"))
    with pytest.raises(RuleBroken, match="no second entry"):
        take(run, rechecker, entry(1, "50", "30"))
