"""What is gathered for the papers, on both kinds of database."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exam.access import Person, Role
from exam.documents.catalogue import PAPERS, make_paper, write_papers
from exam.errors import NotAllowed
from exam.services import awards, judging, papers, publications
from tests import final_world


def marked(uow):
    """A small final with every mark."""
    world = final_world.build(uow)
    for at, nominee in enumerate(world.nominees):
        judging.save_item_mark(uow, item_id=world.written, nominee_id=nominee, points=Decimal(80 + at))
        for judge in world.judges:
            judging.save_judge_mark(
                uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=Decimal(90 - at) - judge % 3
            )
    return world


@pytest.fixture
def world(run):
    return run(marked)


def test_that_an_empty_competition_has_nothing_to_print(run):
    row = run(papers.list_papers)
    assert row.ready == frozenset()
    assert row.publications == ()
    data = run(papers.get_paper_data)
    assert not any(paper.ready(data) for paper in PAPERS if paper.key not in ("units",))


@pytest.mark.usefixtures("world")
def test_that_papers_are_ready_when_their_data_is_there(run):
    row = run(papers.list_papers)
    assert {"roster", "panels", "items", "individuals", "teams", "explanations"} <= row.ready
    assert not {"draw_record", "certificates"} & row.ready
    assert row.may_draft


@pytest.mark.usefixtures("world")
def test_that_only_what_a_paper_needs_is_read(run):
    data = run(lambda uow: papers.get_paper_data(uow, keys=("roster",)))
    assert len(data.rosters) == 3
    assert data.snapshot is None
    assert data.panels == ()
    data = run(lambda uow: papers.get_paper_data(uow, keys=("individuals",)))
    assert data.rosters == ()
    assert data.snapshot is not None
    assert data.snapshot.number is None


@pytest.mark.usefixtures("world")
def test_that_every_ready_paper_can_be_made(run, tmp_path):
    run(awards.add_usual_awards)
    data = run(papers.get_paper_data)
    written = write_papers(data, tmp_path)
    assert len(written) == sum(paper.ready(data) for paper in PAPERS) >= 8
    assert all(path.read_bytes().startswith(b"%PDF") for path in written)


def test_that_a_publication_keeps_its_papers(run, world):
    run(awards.add_usual_awards)
    run(lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    frozen = run(lambda uow: publications.get_publication(uow, number=1))
    held = {name for name in publications.CONTENTS if getattr(frozen, name)}
    assert run(lambda uow: publications.list_contents(uow, number=1)) == held
    before = run(lambda uow: papers.get_paper_data(uow, keys=("individuals", "certificates"), number=1))
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=None, seen_version=1
        )
    )
    after = run(lambda uow: papers.get_paper_data(uow, keys=("individuals", "certificates"), number=1))
    for paper in PAPERS:
        if paper.key in ("individuals", "certificates"):
            assert make_paper(paper, before) == make_paper(paper, after)
    assert run(papers.list_papers).publications[0][0] == 1


@pytest.mark.usefixtures("world")
def test_that_unpublished_results_stay_with_those_who_may_see_them(run, recorder):
    data = run(lambda uow: papers.get_paper_data(uow, keys=("individuals",)), person=recorder)
    assert data.snapshot is None
    assert not run(papers.list_papers, person=recorder).may_draft
    assert run(papers.get_paper_data, person=Person(None, "x", Role.SUPERVISOR)).rosters
    for look in (papers.get_paper_data, papers.list_papers):
        with pytest.raises(NotAllowed):
            run(look, person=Person(None, "x", Role.JUDGE))
