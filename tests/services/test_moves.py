"""What a change would move: looked at in a trial of which nothing is kept."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import text

from exam.errors import Cancelled, Conflict, InvalidInput, NotAllowed, OutsideFault, RuleBroken
from exam.progress import Progress
from exam.rules.awards import AwardSpec
from exam.rules.panel import PanelRule
from exam.rules.results import Component
from exam.rules.snapshots import AWARD, PLACE
from exam.services import awards, judging, results, total_rules
from exam.services.competition import change_rule, get_rules
from exam.services.journal import get_head
from exam.services.moves import what_would_move
from exam.unit_of_work import trial
from tests.final_world import build, change_item

D = Decimal


@pytest.fixture
def world(run):
    """Whoever is better on paper is worse on stage; the first five share the awards."""
    made = run(build)

    def mark(uow):
        papers = {}
        for at, nominee in enumerate(made.nominees):
            judging.save_item_mark(uow, item_id=made.written, nominee_id=nominee, points=D(50 + 5 * at))
            papers[nominee] = {judge: D(95 - 3 * at + seat) for seat, judge in enumerate(made.judges)}
        judging.save_papers(uow, item_id=made.item, papers=papers)

    run(mark)
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", "一等奖", "count", D(1))))
    return made


@pytest.fixture
def look(database, office):
    def moves(change, person=None, **more):
        return trial(database, person or office, lambda uow: what_would_move(uow, change=change, **more))

    return moves


def test_that_a_rule_that_turns_the_order_says_so_and_nothing_is_kept(run, look, world):
    before = run(get_head), run(results.get_draft)
    moves = look(lambda uow: change_rule(uow, key="written_weight", text="90"))
    assert (moves.places, moves.awards) == (8 + 2, 2)  # the fifth of nine stays; of three teams two swap
    winner = next(one for one in moves.lines if one.what == AWARD and one.new)
    assert winner.who == before[1].individuals[-1].name
    assert {one.kind for one in moves.lines if one.what == PLACE} == {"individual", "team"}
    after = run(get_head), run(results.get_draft)
    assert before[0] == after[0]
    assert before[1].individuals == after[1].individuals
    assert run(get_rules).written_weight == 30


def test_that_what_was_looked_at_is_what_comes(run, look, world):
    def change(uow):
        return change_rule(uow, key="written_weight", text="45")

    before = run(results.get_draft)
    moves = look(change)
    run(change)
    from exam.rules.snapshots import changes

    found = changes(before, run(results.get_draft))
    assert moves.lines == tuple(one for one in found if one.what in (PLACE, AWARD))
    assert moves.figures == len(found) - len(moves.lines)


def test_that_items_and_awards_are_looked_at_in_the_same_way(run, look, world):
    def doubled(uow):
        return change_item(uow, world.item, rule=PanelRule(coefficient=D("0.5")), per_criterion=False)

    assert look(doubled).places
    award = run(awards.list_award_rules)[0]
    spec = AwardSpec("individual", "一等奖", "count", D(3))
    found = look(lambda uow: awards.change_award_rule(uow, rule_id=award.id, seen_version=award.version, spec=spec))
    assert (found.places, found.awards, found.figures) == (0, 2, 0)


def test_that_another_team_rule_is_looked_at_too(run, look, world):
    before = run(results.get_draft)

    def change(uow):
        change_rule(uow, key="team_preset", text="own")
        total_rules.set_components(uow, components=[Component("final_written", "best", D(100), "zero", 1)])

    found = look(change)
    assert {one.kind for one in found.lines} == {"team"}
    assert found.figures == len(before.teams)
    assert run(results.get_draft).teams == before.teams


def test_that_nothing_moves_where_nothing_moves(look, world):
    assert look(lambda uow: change_rule(uow, key="missing_elite", text="leave_out")).lines == ()
    assert look(lambda uow: None).figures == 0


def test_that_a_change_that_is_refused_says_why(look, world):
    with pytest.raises(InvalidInput):
        look(lambda uow: change_rule(uow, key="written_weight", text="300"))
    with pytest.raises(Conflict):
        look(lambda uow: change_rule(uow, key="written_weight", text="50", seen_version=7))


def test_that_a_trial_keeps_nothing_even_when_it_fails_half_way(run, database, office, world):
    def half(uow):
        change_rule(uow, key="written_weight", text="90")
        uow.session.execute(text("UPDATE competition SET name = 'x'"))
        raise RuleBroken("half way")

    before = run(get_head)
    with pytest.raises(RuleBroken):
        trial(database, office, half)
    assert (run(get_head), run(get_rules).written_weight) == (before, D(30))


def test_that_looking_outside_a_trial_is_a_bug(run, world):
    with pytest.raises(AssertionError):
        run(lambda uow: what_would_move(uow, change=lambda uow: None))


def test_that_only_who_may_see_results_sees_what_would_move(look, world, recorder):
    with pytest.raises(NotAllowed):
        look(lambda uow: None, person=recorder)


def test_that_a_trial_is_cancelled_between_its_steps(look, world):
    progress = Progress()
    with pytest.raises(Cancelled):
        look(lambda uow: progress.cancel(), progress=progress)


def test_that_a_copy_for_reading_only_takes_no_trial(database, office, monkeypatch):
    monkeypatch.setattr(database, "read_only", True)
    with pytest.raises(OutsideFault):
        trial(database, office, lambda uow: None)
