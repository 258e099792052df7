"""A file of nominations: all or nobody, every problem named."""

from __future__ import annotations

import pytest

from exam.errors import ImportRejected, NotAllowed
from exam.files.nominations import NominationEntry
from exam.services import finals, nomination_import
from tests.final_world import build_staff


@pytest.fixture
def staff(run):
    return run(build_staff)[1]


def entries(*rows):
    return [NominationEntry(at, number, name) for at, (number, name) in enumerate(rows, 2)]


def take(run, rows, **more):
    return run(
        lambda uow: nomination_import.import_nominations(uow, entries=rows, file_name="推荐.xlsx", sha256="0" * 64),
        **more,
    )


def test_that_a_file_nominates_everybody_in_it(run, staff):
    found = take(run, entries(("101", "张一甲"), ("102", ""), ("201", "张一乙")))
    assert len(found.new) == 3
    assert [row.staff_number for row in run(finals.list_nominees)] == ["101", "102", "201"]
    assert take(run, entries(("101", "张一甲"))).known == 1


def test_that_every_problem_is_named_and_nobody_is_taken(run, staff):
    rows = entries(("101", "李四"), ("999", "某人"), ("106", ""), ("102", ""), ("102", ""))
    with pytest.raises(ImportRejected) as caught:
        take(run, rows)
    said = [(problem.row, problem.reason_text) for problem in caught.value.problems]
    assert [row for row, _ in said] == [2, 3, 4, 6]
    assert "张一甲" in said[0][1]
    assert run(finals.list_nominees) == []


def test_that_a_team_does_not_grow_beyond_the_maximum(run, staff):
    with pytest.raises(ImportRejected) as caught:
        take(run, entries(*((f"10{person}", "") for person in range(1, 6))))
    assert [problem.row for problem in caught.value.problems] == [6]


def test_that_only_the_office_takes_nominations_in(run, staff, recorder):
    with pytest.raises(NotAllowed):
        take(run, entries(("101", "")), person=recorder)
