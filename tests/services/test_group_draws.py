"""Groups and order of the final by one throw of dice."""

from __future__ import annotations

import pytest

from exam import journal
from exam.errors import InvalidInput, RuleBroken
from exam.services import competition, finals, group_draws, judging
from models.people import Staff
from tests.final_world import build, build_staff

DICE = "31415926535897932384"


@pytest.fixture
def staff(run):
    staff = run(build_staff)[1]
    chosen = [staff[f"{unit}0{person}"] for unit in (1, 2, 3) for person in (1, 2, 3)]
    run(lambda uow: finals.nominate(uow, staff_ids=chosen))
    return staff


def throw(run, first="王办公", second="孙监督", again=DICE):
    run(lambda uow: group_draws.type_group_dice(uow, digits=DICE, typed_by=first))
    return run(lambda uow: group_draws.type_group_dice(uow, digits=again, typed_by=second))


def test_that_groups_order_and_codes_follow_from_one_throw(run, staff):
    frozen = run(group_draws.freeze_group_draw)
    assert (frozen.state, len(frozen.codes)) == ("frozen", 2)
    assert throw(run)
    assert run(lambda uow: group_draws.run_group_draw(uow), serializable=True) == 9
    rows = run(finals.list_nominees)
    assert sorted(row.code for row in rows) == [f"{group}0{place}" for group in "ABC" for place in (1, 2, 3)]
    for group in (1, 2, 3):
        assert len({row.unit for row in rows if row.group == group}) == 3
    assert run(group_draws.get_group_draw).state == "run"


def test_that_two_different_people_type_the_same_dice(run, staff):
    run(group_draws.freeze_group_draw)
    with pytest.raises(InvalidInput):
        throw(run, second="王办公")
    assert run(group_draws.get_group_draw).dice_by == "王办公"
    with pytest.raises(RuleBroken):
        run(lambda uow: group_draws.run_group_draw(uow))


def test_that_a_void_draw_drops_groups_and_codes_and_can_be_repeated(run, staff):
    run(group_draws.freeze_group_draw)
    throw(run)
    run(lambda uow: group_draws.run_group_draw(uow))
    with pytest.raises(InvalidInput):
        run(lambda uow: group_draws.void_group_draw(uow, reason=" "))
    run(lambda uow: group_draws.void_group_draw(uow, reason="名单有误"))
    assert {(row.group, row.code) for row in run(finals.list_nominees)} == {(None, "")}
    assert run(group_draws.get_group_draw).state == "none"
    assert run(group_draws.freeze_group_draw).state == "frozen"


def test_that_nothing_is_drawn_once_marks_stand(run):
    world = run(build)
    from decimal import Decimal

    run(lambda uow: judging.save_judge_mark(
        uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=Decimal(80)))
    with pytest.raises(RuleBroken):
        run(group_draws.freeze_group_draw)


def test_that_a_list_beyond_the_rules_is_not_frozen(run, staff):
    run(lambda uow: competition.change_rule(uow, key="team_size_max", text="2"))
    with pytest.raises(RuleBroken, match="allow 2"):
        run(group_draws.freeze_group_draw)
    run(lambda uow: competition.change_rule(uow, key="team_size_max", text="4"))

    def lose_certificate(uow):
        uow.session.get_one(Staff, staff["101"]).certified = False
        uow.record(journal.STAFF_CHANGED, "101")

    run(lose_certificate)
    with pytest.raises(RuleBroken, match="certificate"):
        run(group_draws.freeze_group_draw)
