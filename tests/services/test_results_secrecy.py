"""Nobody without the right reads an unpublished total, place or award: through any query, on any paper."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exam import opening
from exam.access import Right
from exam.documents.catalogue import PAPERS, make_paper
from exam.errors import ExamError, NotAllowed
from exam.rehearsal.desk import JUDGE, OFFICE, RECORDER, Desk
from exam.rules.results import AwardLine, Snapshot, TeamLine, UnitLine
from exam.rules.stages import Stage
from exam.services import papers, roster
from tests.secrecy import NO_ANSWER, inside, queries
from tests.unpublished import FIGURE, figures_in, play_unpublished, secret_awards, secret_figures

WITHOUT = (RECORDER, JUDGE)
"""The roles that may not see unpublished results; a test holds this list to the table of rights."""
ANYTHING = {
    "stage": Stage.FINAL, "standing": "individual", "keys": None, "typed": "1", "code": "1", "points": None,
}  # fmt: skip
INSIDE = frozenset(
    {
        # Mapped rows and parts of calculations that services hand to each other; no page is given one.
        "coding.find_level", "draw_plan_rows.list_lines", "draw_rows.find_draw", "finals.find_nominee",
        "items.find_item", "judging.find_nominee", "mark_pairs.find_pair", "mark_pairs.find_pairs",
        "marks.find_candidate", "marks.find_section", "panels.find_judge", "sittings.find_sitting",
    }
)


@dataclass(frozen=True)
class World:
    desk: Desk
    figures: frozenset[str]
    awards: frozenset[tuple[str, str]]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    database = opening.create_database(tmp_path_factory.mktemp("unpublished") / "competition.db")
    desk = play_unpublished(database)
    yield World(desk, secret_figures(desk), secret_awards(desk))
    database.close()


def arguments(call: Callable[..., Any]) -> dict[str, Any]:
    """Something for every parameter: an id that exists, and both answers where a query can be asked for more."""
    given: dict[str, Any] = {}
    for name, one in list(inspect.signature(call).parameters.items())[1:]:
        if one.default is inspect.Parameter.empty:
            given[name] = ANYTHING.get(name, 1)
        elif name.endswith("_id"):
            given[name] = 1
        elif one.default is False:
            given[name] = True
    return given


def snapshots_in(value: Any) -> Iterator[Any]:
    """What only a standing holds, wherever it is inside a result."""
    if isinstance(value, (Snapshot, TeamLine, UnitLine, AwardLine)):
        yield value
        return
    for one in inside(value):
        yield from snapshots_in(one)


def test_that_the_world_holds_secrets_and_the_office_sees_them(world: World) -> None:
    assert len(world.figures) > 40
    assert len(world.awards) > 10
    roles = {who for who, person in world.desk.people.items() if not person.may(Right.SEE_UNPUBLISHED_RESULTS)}
    assert roles - {"second"} == set(WITHOUT)


@pytest.mark.parametrize("who", WITHOUT)
def test_that_no_query_shows_unpublished_results(world: World, who: str) -> None:
    answered: set[str] = set()
    for name, call in queries():
        if name in INSIDE:
            continue
        given = arguments(call)
        try:
            found = world.desk.read(lambda uow, call=call, given=given: call(uow, **given), who)
        except (ExamError, *NO_ANSWER):
            continue
        answered.add(name)
        shown = world.figures & set(figures_in(found))
        assert not shown, f"{name} shows {sorted(shown)[:5]}"
        assert not list(snapshots_in(found)), f"{name} shows a standing"
    assert len(answered) > 25


def test_that_every_query_that_shows_results_to_the_office_is_refused_to_others(world: World) -> None:
    """The other way round: what shows a secret at all is found by asking as the office, with the same arguments."""
    telling: list[str] = []
    for name, call in queries():
        given = arguments(call)
        try:
            found = world.desk.read(lambda uow, call=call, given=given: call(uow, **given), OFFICE)
        except (ExamError, *NO_ANSWER):
            continue
        if name in INSIDE or not (world.figures & set(figures_in(found)) or list(snapshots_in(found))):
            continue
        telling.append(name)
        for who in WITHOUT:
            try:
                shown = world.desk.read(lambda uow, call=call, given=given: call(uow, **given), who)
            except NotAllowed:
                continue
            assert not world.figures & set(figures_in(shown)), name
    assert {"results.get_draft", "publications.get_standings"} <= set(telling), telling


@pytest.mark.parametrize("who", WITHOUT)
def test_that_no_paper_shows_unpublished_results(world: World, who: str) -> None:
    people = {row.name for row in world.desk.read(lambda uow: roster.list_staff(uow))}
    made = 0
    for paper in PAPERS:
        try:
            data = world.desk.read(
                lambda uow, paper=paper: papers.get_paper_data(uow, keys=[paper.key], sitting_id=1), who
            )
        except NotAllowed:
            continue
        assert data.snapshot is None, paper.key
        assert data.written is None, paper.key
        if not paper.ready(data):
            continue
        made += 1
        text = "\n".join(page.extract_text() for page in PdfReader(BytesIO(make_paper(paper, data))).pages)
        assert not world.figures & set(FIGURE.findall(text)), paper.key
        for winner, award in world.awards:
            assert not (award in text and winner in text and winner in people), paper.key
    assert made > 5 if who == RECORDER else made == 0
