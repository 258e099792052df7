"""Recording how a tie ended: only for those who share a place, with witness and journal."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import update

from exam import journal
from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed
from exam.services import publications, results, tie_ends
from exam.services.journal import list_entries
from models.judging import ItemMark, JudgeMark
from tests.services.test_results import build

Run = Callable[..., Any]


def level(uow: Any) -> None:
    """Everybody has the same marks."""
    uow.session.execute(update(ItemMark).values(points=Decimal(80)))
    uow.session.execute(update(JudgeMark).values(points=Decimal(80)))
    uow.record(journal.ITEM_MARK_SAVED, "test")


@pytest.fixture
def tie(run: Run) -> tie_ends.OpenTie:
    run(build)
    run(level)
    found = run(tie_ends.list_open_ties)
    assert [(one.standing, one.place, len(one.members)) for one in found] == [("individual", 1, 4), ("team", 1, 2)]
    return found[0]


def end(run: Run, tie: tie_ends.OpenTie, places: tuple[int, ...], **more: Any) -> tie_ends.TieEndRow:
    chosen = {id_: place for (id_, _), place in zip(tie.members, places, strict=True)}
    more = {"method": "extra_quiz", "note": "三道快答题", **more}
    return run(lambda uow: tie_ends.end_tie(uow, standing=tie.standing, places=chosen, **more))


def test_that_an_extra_quiz_settles_the_places(run: Run, tie: tie_ends.OpenTie) -> None:
    row = end(run, tie, (2, 1, 3, 3))
    assert [place for _, place in row.members] == [1, 2, 3, 3]
    draft = run(results.get_draft)
    placed = {line.nominee_id: line.place for line in draft.individuals}
    assert [placed[id_] for id_, _ in tie.members] == [2, 1, 3, 3]
    assert {line.tie_key for line in draft.individuals} == {"extra quiz"}
    assert [len(one.members) for one in run(tie_ends.list_open_ties) if one.standing == "individual"] == [2]
    assert list_entries_of(run, "results.tie_ended") == 1


def list_entries_of(run: Run, tag: str) -> int:
    return sum(entry.tag == tag for entry in run(lambda uow: list_entries(uow)))


def test_that_teams_are_settled_by_lot_with_a_witness(run: Run, tie: tie_ends.OpenTie) -> None:
    team = run(tie_ends.list_open_ties)[1]
    with pytest.raises(InvalidInput, match="witness"):
        end(run, team, (2, 1), method="drawn_lot")
    end(run, team, (2, 1), method="drawn_lot", witness="李监督")
    draft = run(results.get_draft)
    assert [(line.team_id, line.place, line.tie_key) for line in draft.teams] == [
        (team.members[1][0], 1, "drawn lot"), (team.members[0][0], 2, "drawn lot"),
    ]  # fmt: skip
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    assert run(publications.find_latest).basis.tie_ends[0].method == "drawn_lot"


def test_that_a_decision_is_taken_back_with_a_reason(run: Run, tie: tie_ends.OpenTie) -> None:
    row = end(run, tie, (1, 2, 3, 4))
    with pytest.raises(InvalidInput):
        run(lambda uow: tie_ends.take_back_tie_end(uow, tie_id=row.id, seen_version=row.version, reason=" "))
    run(lambda uow: tie_ends.take_back_tie_end(uow, tie_id=row.id, seen_version=row.version, reason="题目有误"))
    assert run(tie_ends.list_tie_ends) == []
    assert {line.place for line in run(results.get_draft).individuals} == {1}


def test_that_a_tie_that_is_gone_is_not_settled(run: Run, tie: tie_ends.OpenTie) -> None:
    end(run, tie, (1, 2, 3, 4))
    with pytest.raises(Conflict):
        end(run, tie, (1, 2, 3, 4))


@pytest.mark.parametrize("more", [{"note": " "}, {"method": "dice"}])
def test_that_what_is_missing_is_said(run: Run, tie: tie_ends.OpenTie, more: dict[str, Any]) -> None:
    with pytest.raises(InvalidInput):
        end(run, tie, (1, 2, 3, 4), **more)


def test_that_equal_places_end_nothing(run: Run, tie: tie_ends.OpenTie) -> None:
    with pytest.raises(InvalidInput, match="same place"):
        end(run, tie, (1, 1, 1, 1))


def test_that_the_supervisor_looks_and_decides_nothing(run: Run, tie: tie_ends.OpenTie, supervisor: Person) -> None:
    end(run, tie, (1, 2, 3, 3))
    assert len(run(tie_ends.list_tie_ends, supervisor)) == 1
    rest = next(one for one in run(tie_ends.list_open_ties) if one.standing == "individual")
    places = {id_: at for at, (id_, _) in enumerate(rest.members, 1)}
    with pytest.raises(NotAllowed):
        run(
            lambda uow: tie_ends.end_tie(
                uow, standing="individual", places=places, method="extra_quiz", note="x"
            ),
            supervisor,
        )  # fmt: skip


def test_that_a_decision_lapses_when_somebody_else_comes_level(run: Run) -> None:
    """Both calculations agree on it, or the results could not be published."""
    run(build)
    two = sorted(line.nominee_id for line in run(results.get_draft).individuals)[:2]

    def level_two(uow: Any) -> None:
        for table in (ItemMark, JudgeMark):
            uow.session.execute(update(table).where(table.nominee_id.in_(two)).values(points=Decimal(80)))
        uow.record(journal.ITEM_MARK_SAVED, "test")

    run(level_two)
    tie = next(one for one in run(tie_ends.list_open_ties) if one.standing == "individual")
    assert sorted(id_ for id_, _ in tie.members) == two
    end(run, tie, (2, 1))
    run(lambda uow: publications.publish(uow, despite_incomplete=True))
    run(level)
    assert {line.place for line in run(results.get_draft).individuals} == {1}
    run(lambda uow: publications.publish(uow, seen_number=1, despite_incomplete=True))
