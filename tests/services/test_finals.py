"""Nominations, substitutes, groups, codes, items, panels, adjustments."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.stages import Stage
from exam.services import adjustments, competition, entrant_codes, finals, items, judging, panels
from exam.services.journal import list_entries
from tests.final_world import build, build_staff, change_item

D = Decimal


@pytest.fixture
def staff(run):
    return run(build_staff)[1]


@pytest.fixture
def world(run):
    return run(build)


def nominate(run, staff, *numbers):
    return run(lambda uow: finals.nominate(uow, staff_ids=[staff[number] for number in numbers]))


def test_that_a_unit_nominates_up_to_the_maximum(run, staff):
    nominate(run, staff, "101", "102", "103")
    team = run(finals.list_teams)[0]
    assert (team.nominated, team.minimum, team.maximum, team.state) == (3, 3, 4, "full")
    with pytest.raises(RuleBroken, match="allow 4"):
        nominate(run, staff, "104", "105")
    assert run(finals.list_teams)[0].nominated == 3
    assert [row.state for row in run(finals.list_teams)] == ["full", "none", "none"]


def test_that_nobody_without_a_certificate_is_nominated_unless_the_rules_allow_it(run, staff):
    with pytest.raises(RuleBroken, match="certificate"):
        nominate(run, staff, "106")
    unit = run(finals.list_teams)[0].unit_id
    eligible = run(lambda uow: finals.list_eligible(uow, unit_id=unit))
    assert [bool(row.refusal) for row in eligible] == [False] * 5 + [True]
    run(lambda uow: competition.change_rule(uow, key="nominee_certified", text="false"))
    assert nominate(run, staff, "106")[0].staff_number == "106"


def test_that_a_person_is_nominated_once(run, staff):
    nominate(run, staff, "101")
    with pytest.raises(RuleBroken, match="already"):
        nominate(run, staff, "101")


def test_that_only_the_office_nominates_and_not_after_the_lock(run, staff, recorder):
    with pytest.raises(NotAllowed):
        run(lambda uow: finals.nominate(uow, staff_ids=[staff["101"]]), person=recorder)
    run(lambda uow: competition.lock_stage(uow, stage=Stage.FINAL, witness="监督"))
    with pytest.raises(RuleBroken):
        nominate(run, staff, "101")


def test_that_a_substitute_takes_over_group_order_and_code(run, world):
    first = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0]))
    with pytest.raises(RuleBroken, match="same unit"):
        run(lambda uow: finals.substitute(
            uow, nominee_id=first.id, seen_version=first.version, staff_id=world.staff["304"], reason="病假"))
    with pytest.raises(InvalidInput):
        run(lambda uow: finals.substitute(
            uow, nominee_id=first.id, seen_version=first.version, staff_id=world.staff["104"], reason=" "))
    new = run(lambda uow: finals.substitute(
        uow, nominee_id=first.id, seen_version=first.version, staff_id=world.staff["104"], reason="病假"))
    assert (new.code, new.group, new.appearance, new.replaces) == (first.code, 1, 1, first.name)
    old = run(lambda uow: finals.get_nominee(uow, nominee_id=first.id))
    assert (old.status, old.code, old.reason) == ("substituted", "", "病假")


def test_that_a_withdrawal_needs_a_reason_and_can_be_taken_back(run, world):
    first = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0]))
    with pytest.raises(InvalidInput):
        run(lambda uow: finals.set_status(
            uow, nominee_id=first.id, seen_version=first.version, status="withdrawn", reason=""))
    row = run(lambda uow: finals.set_status(
        uow, nominee_id=first.id, seen_version=first.version, status="withdrawn", reason="出差"))
    assert (row.status, row.reason, row.code) == ("withdrawn", "出差", first.code)
    with pytest.raises(Conflict):
        run(lambda uow: finals.set_status(
            uow, nominee_id=first.id, seen_version=first.version, status="active", reason="已回"))
    row = run(lambda uow: finals.set_status(
        uow, nominee_id=first.id, seen_version=row.version, status="active", reason="已回"))
    assert (row.active, row.reason) == (True, "")


def test_that_a_slip_is_removed_but_not_once_there_are_marks(run, world):
    first, second = world.nominees[:2]
    version = run(lambda uow: finals.get_nominee(uow, nominee_id=second)).version
    run(lambda uow: finals.remove_nominee(uow, nominee_id=second, seen_version=version))
    assert len(run(finals.list_nominees)) == 8
    run(lambda uow: judging.save_judge_mark(
        uow, item_id=world.item, nominee_id=first, judge_id=world.judges[0], points=D(80)))
    version = run(lambda uow: finals.get_nominee(uow, nominee_id=first)).version
    for act in (
        lambda uow: finals.remove_nominee(uow, nominee_id=first, seen_version=version),
        lambda uow: entrant_codes.set_groups(uow, groups={first: 2}),
        entrant_codes.assign_codes,
    ):
        with pytest.raises(RuleBroken):
            run(act)


def test_that_codes_follow_groups_and_moving_somebody_drops_the_code(run, world):
    assert world.codes == ("A01", "A02", "A03", "A04", "A05", "B01", "B02", "B03", "B04")
    rows = {row.id: row for row in run(lambda uow: entrant_codes.set_groups(uow, groups={world.nominees[0]: 2}))}
    assert (rows[world.nominees[0]].group, rows[world.nominees[0]].code) == (2, "")
    with pytest.raises(InvalidInput):
        run(lambda uow: entrant_codes.set_groups(uow, groups={world.nominees[0]: 4}))
    run(lambda uow: entrant_codes.set_groups(uow, groups={world.nominees[0]: None}))
    with pytest.raises(RuleBroken, match="no group"):
        run(entrant_codes.assign_codes)


def test_that_templates_bring_criteria_that_add_up(run, world):
    item = run(lambda uow: items.get_item(uow, item_id=world.item))
    assert sum(one.full for one in item.criteria) == item.full == D(100)
    again = run(lambda uow: items.add_from_template(uow, template="scenario"))
    assert again.name.endswith(" 2")
    assert again.key == "scenario2"


def changed(item, **values):
    return lambda uow: change_item(uow, item.id, **({"seen_version": item.version} | values))


def test_that_an_item_changes_and_its_full_mark_follows_the_criteria(run, world):
    item = run(lambda uow: items.get_item(uow, item_id=world.item))
    new = run(changed(item, criteria=[("甲", D(30)), ("乙", D("20.5"))], rule=replace(item.rule, drop_high=0)))
    assert (new.full, new.rule.drop_high, len(new.criteria)) == (D("50.5"), 0, 2)
    with pytest.raises(Conflict):
        run(changed(item, name="别的"))
    for bad in (
        {"name": " "},
        {"criteria": [("", D(1))]},
        {"criteria": [("甲", D(0))]},
        {"weight": D(-1)},
        {"rule": replace(new.rule, drop_high=2, drop_low=2, trim_from=4)},
        {"criteria": [], "per_criterion": True},
    ):
        with pytest.raises(InvalidInput):
            run(changed(new, **bad))


def test_that_full_marks_stay_once_there_are_marks(run, world):
    run(lambda uow: judging.save_judge_mark(
        uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=D(80)))
    item = run(lambda uow: items.get_item(uow, item_id=world.item))
    with pytest.raises(RuleBroken):
        run(changed(item, criteria=[("甲", D(30))]))
    with pytest.raises(RuleBroken):
        run(lambda uow: items.remove_item(uow, item_id=item.id, seen_version=item.version))
    assert run(changed(item, name="场景")).name == "场景"


def test_that_items_are_moved_and_removed(run, world):
    run(lambda uow: items.move_item(uow, item_id=world.item, step=-1))
    assert [row.id for row in run(items.list_items)] == [world.item, world.written]
    item = run(lambda uow: items.get_item(uow, item_id=world.item))
    run(lambda uow: items.remove_item(uow, item_id=item.id, seen_version=item.version))
    assert [row.id for row in run(items.list_items)] == [world.written]


def test_that_a_group_may_have_its_own_panel(run, world):
    own = run(lambda uow: panels.set_panel(
        uow, item_id=world.item, judge_ids=world.judges[:3], chief_id=world.judges[1], group=2))
    assert [seat.chief for seat in own.seats] == [False, True, False]
    assert len(run(lambda uow: panels.get_panel(uow, item_id=world.item, group=2)).seats) == 3
    assert len(run(lambda uow: panels.get_panel(uow, item_id=world.item, group=1)).seats) == 5


def test_that_a_judge_with_marks_stays_on_the_panel(run, world):
    run(lambda uow: judging.save_judge_mark(
        uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=D(80)))
    with pytest.raises(RuleBroken, match="评委1"):
        run(lambda uow: panels.set_panel(uow, item_id=world.item, judge_ids=world.judges[1:]))
    judge = run(lambda uow: panels.get_judge(uow, judge_id=world.judges[0]))
    with pytest.raises(RuleBroken):
        run(lambda uow: panels.remove_judge(uow, judge_id=judge.id, seen_version=judge.version))


def test_that_a_judge_of_the_entrants_unit_is_listed_for_avoidance(run, world):
    judge = run(lambda uow: panels.get_judge(uow, judge_id=world.judges[0]))
    run(lambda uow: panels.change_judge(
        uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=world.units[0], title="",
        active=True))
    rows = run(lambda uow: panels.list_avoidances(uow, item_id=world.item))
    assert len(rows) == 3
    assert {row.reason for row in rows} == {""}
    with pytest.raises(InvalidInput):
        run(lambda uow: panels.override_avoidance(uow, judge_id=judge.id, nominee_id=rows[0].nominee_id, reason=""))
    run(lambda uow: panels.override_avoidance(uow, judge_id=judge.id, nominee_id=rows[0].nominee_id, reason="评委不足"))
    assert run(lambda uow: panels.list_avoidances(uow, item_id=world.item))[0].reason == "评委不足"
    run(lambda uow: panels.restore_avoidance(uow, judge_id=judge.id, nominee_id=rows[0].nominee_id))
    assert run(lambda uow: panels.list_avoidances(uow, item_id=world.item))[0].reason == ""


def test_that_bonus_and_deduction_need_a_reason_and_are_struck_not_deleted(run, world):
    with pytest.raises(InvalidInput):
        run(lambda uow: adjustments.add_adjustment(uow, nominee_id=world.nominees[0], points=D(2), reason=" "))
    with pytest.raises(InvalidInput):
        run(lambda uow: adjustments.add_adjustment(uow, points=D(2), reason="加分"))
    row = run(lambda uow: adjustments.add_adjustment(
        uow, nominee_id=world.nominees[0], item_id=world.item, points=D("-1.5"), reason="超时"))
    run(lambda uow: adjustments.void_adjustment(
        uow, adjustment_id=row.id, seen_version=row.version, reason="计时有误"))
    assert [(one.points, one.voided) for one in run(adjustments.list_adjustments)] == [(D("-1.50"), True)]


def test_that_a_figure_written_in_another_way_is_no_change(run):
    world = run(build)
    row = run(lambda uow: items.get_item(uow, item_id=world.item))
    count = len(run(list_entries))
    run(lambda uow: change_item(uow, world.item, weight=D("100.00"), rule=replace(row.rule, coefficient=D("1.00"))))
    assert len(run(list_entries)) == count
    run(lambda uow: change_item(uow, world.item, weight=D("90.00")))
    assert run(list_entries)[0].details == {"changes": {"weight": ["100", "90"]}}
