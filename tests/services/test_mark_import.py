from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import ImportRejected, NotAllowed
from exam.rules.marks import Attendance
from exam.services import mark_import, marks, sittings
from exam.services.journal import list_entries
from tests.written import add_drawn_people

Run = Callable[..., Any]


@dataclass(frozen=True)
class Line:
    row: int
    ticket_number: str = ""
    staff_number: str = ""
    name: str = ""
    points: tuple[Decimal | None, ...] = (None,)
    attendance: Attendance | None = None

    @property
    def empty(self) -> bool:
        return self.attendance is None and self.points == (None,)


def line(row: int, ticket: str, points: str | None = None, **more: Any) -> Line:
    return Line(row, ticket, points=(None if points is None else Decimal(points),), **more)


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow))


def take(run: Run, sitting: sittings.SittingRow, lines: list[Line], person: Person | None = None, **more: Any) -> Any:
    return run(
        lambda uow: mark_import.import_marks(
            uow, sitting_id=sitting.id, entries=lines, file_name="成绩.xlsx", sha256="ab" * 32, **more
        ),
        person,
    )


def totals(run: Run, sitting: sittings.SittingRow) -> list[Decimal | None]:
    return [row.total for row in run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows]


def test_that_a_file_is_taken_in_whole_with_one_journal_entry(
    run: Run, sitting: sittings.SittingRow, recorder: Person
) -> None:
    before = len(run(lambda uow: list_entries(uow, topic="written")))
    lines = [
        line(2, "20260001", "88.5"),
        Line(3, staff_number="0010002", points=(Decimal(0),)),
        line(4, "20260003", attendance=Attendance.ABSENT),
        line(5, "20260004"),
    ]
    outcome = take(run, sitting, lines, recorder)
    assert (len(outcome.changes), outcome.same, outcome.empty, outcome.not_in_file) == (3, 0, 1, 2)
    assert totals(run, sitting) == [Decimal("88.5"), Decimal(0), None, None, None, None]
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows
    assert [row.attendance for row in rows[:4]] == [
        Attendance.PRESENT, Attendance.PRESENT, Attendance.ABSENT, None,
    ]  # fmt: skip
    assert rows[0].marks[0].entered_by == recorder.name
    found = run(lambda uow: list_entries(uow, topic="written"))
    assert len(found) == before + 1
    assert found[0].details["values"][0] == ["20260001", "", "88.5"]


def test_that_the_same_file_again_changes_nothing(run: Run, sitting: sittings.SittingRow) -> None:
    lines = [line(2, "20260001", "88.5"), line(3, "20260002", attendance=Attendance.EXCUSED)]
    take(run, sitting, lines)
    again = take(run, sitting, lines)
    assert (again.changes, again.same) == ((), 2)


def test_that_all_problems_are_listed_and_nothing_is_taken(run: Run, sitting: sittings.SittingRow) -> None:
    lines = [
        line(2, "20260001", "88"),
        line(3, "20269999", "88"),
        line(4, "20260001", "87"),
        Line(5, "20260002", "0010003", points=(Decimal(70),)),
        line(6, "20260004", "70", name="别人"),
    ]
    with pytest.raises(ImportRejected) as caught:
        take(run, sitting, lines)
    assert [problem.row for problem in caught.value.problems] == [3, 4, 5, 6]
    assert totals(run, sitting) == [None] * 6


def test_that_standing_marks_are_only_replaced_when_allowed(run: Run, sitting: sittings.SittingRow) -> None:
    take(run, sitting, [line(2, "20260001", "88")])
    with pytest.raises(ImportRejected) as caught:
        take(run, sitting, [line(2, "20260001", "87"), line(3, "20260002", "77")])
    assert [problem.row for problem in caught.value.problems] == [2]
    take(run, sitting, [line(2, "20260001", "87")], overwrite=True)
    assert totals(run, sitting)[0] == Decimal(87)


def test_that_absence_in_the_file_takes_a_mark_out(run: Run, sitting: sittings.SittingRow) -> None:
    take(run, sitting, [line(2, "20260001", "88")])
    take(run, sitting, [line(2, "20260001", attendance=Attendance.ABSENT)], overwrite=True)
    assert totals(run, sitting)[0] is None
    take(run, sitting, [line(2, "20260001", "66")], overwrite=True)
    assert totals(run, sitting)[0] == Decimal(66)


def test_that_comparing_changes_nothing(run: Run, sitting: sittings.SittingRow) -> None:
    found = run(lambda uow: mark_import.compare_marks(uow, sitting_id=sitting.id, entries=[line(2, "20260001", "88")]))
    assert [(change.old, change.new) for change in found.changes] == [("", "88")]
    assert totals(run, sitting)[0] is None


def test_that_judges_import_nothing(run: Run, sitting: sittings.SittingRow, judge: Person) -> None:
    with pytest.raises(NotAllowed):
        take(run, sitting, [line(2, "20260001", "88")], judge)
