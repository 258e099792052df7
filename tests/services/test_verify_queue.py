"""What is not yet verified, and nobody sees unpublished results without the right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from exam.access import Person
from exam.errors import NotAllowed
from exam.services import judging, moves, papers, publications, results, verify_queue
from tests.final_world import World, build
from tests.services.test_verification import mark_all

Run = Callable[..., Any]


@pytest.fixture
def world(run: Run) -> World:
    made = run(build)
    run(lambda uow: mark_all(uow, made))
    return made


def test_that_verified_marks_leave_the_queue(run: Run, rechecker: Person, world: World, office: Person) -> None:
    rows = run(verify_queue.list_queue, rechecker)
    assert len(rows) == 2 * len(world.nominees)
    assert {row.entered_by for row in rows} == {(office.name,)}
    assert {row.code for row in rows} == set(world.codes)
    run(lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=world.nominees[:2]), rechecker)
    assert len(run(verify_queue.list_queue, rechecker)) == len(rows) - 2


def test_that_judges_see_no_queue(run: Run, judge: Person, world: World) -> None:
    with pytest.raises(NotAllowed):
        run(verify_queue.list_queue, judge)


@pytest.mark.parametrize("role", ["recorder", "judge"])
def test_that_nobody_without_the_right_sees_unpublished_results(
    run: Run, request: pytest.FixtureRequest, world: World, role: str
) -> None:
    person = request.getfixturevalue(role)
    for query in (
        results.get_draft,
        lambda uow: moves.what_would_move(uow, change=lambda _: None),
    ):
        with pytest.raises(NotAllowed):
            run(query, person)
    assert run(publications.get_standings, person) is None
    assert run(publications.find_latest, person) is None
    if role == "recorder":
        assert run(papers.get_paper_data, person).snapshot is None
    else:
        with pytest.raises(NotAllowed):
            run(papers.get_paper_data, person)
    run(lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    assert run(publications.get_standings, person).snapshot.number == 1
