"""Secret levels of coding: who draws them, what stays, what is put back, and what the tables hold."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest
from sqlalchemy import select, update

from exam import journal
from exam.access import Person, Role
from exam.errors import InvalidInput, NotAllowed, RuleBroken
from exam.rules.seals import check_digit, seal_code
from exam.services import coding, competition, entrant_codes, entrants, finals, group_draws, items, judge_view, judging
from exam.services import journal as journals
from models.finals import CodePair, Coding, FinalItem, Nominee
from tests.final_world import build, build_staff
from tests.services.test_group_draws import throw

D = Decimal
SECOND_OFFICER = Person(None, "李二", Role.OFFICE)
THIRD_OFFICER = Person(None, "周三", Role.OFFICE)


@pytest.fixture
def world(run):
    return run(build)


def ask(run, levels):
    run(lambda uow: competition.change_rule(uow, key="coding_levels", text=str(levels)))


def draw(run, level, person, witness):
    return run(lambda uow: coding.draw_level(uow, level=level, witness=witness), person)


def draw_both(run, supervisor):
    ask(run, 3)
    draw(run, 2, SECOND_OFFICER, supervisor)
    return draw(run, 3, THIRD_OFFICER, supervisor)


def codes(run):
    return run(lambda uow: {one.id: one.entrant_code for one in uow.session.scalars(select(Nominee))})


def entries(run, tag):
    return [row for row in run(lambda uow: journals.list_entries(uow)) if row.tag == tag]


def test_that_two_further_levels_replace_the_codes_and_no_code_says_anything(run, world, supervisor):
    before = codes(run)
    row = draw_both(run, supervisor)
    after = codes(run)
    assert [(one.level, one.state) for one in row.levels] == [(1, "drawn"), (2, "drawn"), (3, "drawn")]
    assert [(one.drawn_by, one.witness) for one in row.levels[1:]] == [("李二", "孙监督"), ("周三", "孙监督")]
    assert (row.hidden, row.secret, row.next) == (True, True, None)
    assert len(set(after.values()) - set(before.values())) == 9
    assert {(len(code), check_digit(code)) for code in after.values()} == {(4, "0")}
    assert run(entrants.entry_codes) == {after[key]: before[key] for key in before}
    second = run(lambda uow: set(uow.session.scalars(select(CodePair.later).where(CodePair.level == 2))))
    assert not second & set(after.values())


def test_that_no_journal_entry_shows_a_code(run, world, supervisor):
    draw_both(run, supervisor)
    hidden = run(lambda uow: set(uow.session.scalars(select(CodePair.later))))
    drawn = entries(run, "final.codes_drawn")
    assert [row.details["level"] for row in drawn] == [3, 2]
    assert {row.details["witness"] for row in drawn} == {"孙监督"}
    for row in run(lambda uow: journals.list_entries(uow, topic="final")):
        said = f"{row.subject} {({**row.details, 'seal_code': ''})}"
        assert not any(code in said for code in hidden)


def test_that_each_level_takes_another_officer_and_a_second_person(run, world, supervisor, office):
    ask(run, 3)
    with pytest.raises(RuleBroken, match="two people"):
        draw(run, 2, SECOND_OFFICER, SECOND_OFFICER)
    with pytest.raises(RuleBroken, match="王办公 drew"):
        draw(run, 2, office, supervisor)
    draw(run, 2, SECOND_OFFICER, supervisor)
    with pytest.raises(RuleBroken, match="李二 drew"):
        draw(run, 3, SECOND_OFFICER, supervisor)
    with pytest.raises(RuleBroken, match="cannot be the witness"):
        draw(run, 3, THIRD_OFFICER, SECOND_OFFICER)
    draw(run, 3, THIRD_OFFICER, supervisor)


def test_that_levels_follow_each_other_and_only_as_many_as_the_rules_ask(run, world, supervisor, recorder):
    with pytest.raises(RuleBroken, match="do not ask"):
        draw(run, 2, SECOND_OFFICER, supervisor)
    ask(run, 2)
    with pytest.raises(RuleBroken, match="do not ask"):
        draw(run, 3, SECOND_OFFICER, supervisor)
    with pytest.raises(NotAllowed):
        draw(run, 2, recorder, supervisor)
    draw(run, 2, SECOND_OFFICER, supervisor)
    with pytest.raises(RuleBroken, match="not the next"):
        draw(run, 2, THIRD_OFFICER, supervisor)


def test_that_a_secret_level_waits_for_the_codes_of_the_lots(run, supervisor):
    staff = run(build_staff)[1]
    run(lambda uow: finals.nominate(uow, staff_ids=[staff["101"], staff["201"]]))
    ask(run, 2)
    assert [one.state for one in run(coding.get_coding).levels] == ["next", "later"]
    with pytest.raises(RuleBroken, match="level before"):
        draw(run, 2, SECOND_OFFICER, supervisor)


def mark(run, world, at=0):
    return run(lambda uow: judging.save_judge_mark(
        uow, item_id=world.item, nominee_id=world.nominees[at], judge_id=world.judges[0], points=D(80)))


def test_that_no_mark_is_entered_before_the_last_level(run, world, supervisor):
    ask(run, 2)
    with pytest.raises(RuleBroken, match="level 2 is not drawn"):
        mark(run, world)
    with pytest.raises(RuleBroken, match="level 2 is not drawn"):
        run(
            lambda uow: judge_view.confirm_sheet(
                uow, item_id=world.item, nominee_id=world.nominees[0], points={0: D(80)}, seen={}
            ),
            Person(None, "评委1", Role.JUDGE, world.judges[0]),
        )
    draw(run, 2, SECOND_OFFICER, supervisor)
    mark(run, world)


def test_that_codes_stay_once_marks_stand(run, world, supervisor):
    ask(run, 3)
    draw(run, 2, SECOND_OFFICER, supervisor)
    ask(run, 2)
    mark(run, world)
    ask(run, 3)
    for act in (
        lambda uow: coding.draw_level(uow, level=3, witness=supervisor),
        lambda uow: coding.void_coding(uow, reason="重抽"),
        lambda uow: group_draws.void_group_draw(uow, reason="重抽"),
    ):
        with pytest.raises(RuleBroken, match="Marks"):
            run(act, THIRD_OFFICER)


def test_that_declaring_the_codes_void_gives_the_entry_codes_back(run, world, supervisor):
    before = codes(run)
    draw_both(run, supervisor)
    with pytest.raises(InvalidInput, match="why"):
        run(lambda uow: coding.void_coding(uow, reason=" "))
    row = run(lambda uow: coding.void_coding(uow, reason="信封被拆"))
    assert codes(run) == before
    assert [one.state for one in row.levels] == ["drawn", "next", "later"]
    assert entries(run, "final.codes_voided")[0].details == {"levels": [2, 3], "reason": "信封被拆"}
    with pytest.raises(RuleBroken, match="nothing"):
        run(lambda uow: coding.void_coding(uow, reason="再来"))
    draw(run, 2, SECOND_OFFICER, supervisor)


def test_that_the_draw_of_groups_takes_all_levels_with_it(run, supervisor):
    staff = run(build_staff)[1]
    chosen = [staff[f"{unit}0{person}"] for unit in (1, 2, 3) for person in (1, 2, 3)]
    run(lambda uow: finals.nominate(uow, staff_ids=chosen))
    run(group_draws.freeze_group_draw)
    throw(run)
    run(lambda uow: group_draws.run_group_draw(uow), serializable=True)
    ask(run, 2)
    first = run(coding.get_coding).levels[0]
    assert (first.drawn_by, first.witness, len(first.seal_code)) == ("王办公", "孙监督", 64)
    draw(run, 2, SECOND_OFFICER, supervisor)
    run(lambda uow: group_draws.void_group_draw(uow, reason="名单有误"))
    assert set(codes(run).values()) == {""}
    assert not run(lambda uow: uow.session.scalars(select(Coding)).all() + uow.session.scalars(select(CodePair)).all())
    assert entries(run, "final.groups_set")[0].details["levels"] == [1, 2]


def test_that_a_substitute_takes_over_the_codes_and_nobody_new_comes_in(run, world, supervisor):
    draw_both(run, supervisor)
    before = codes(run)[world.nominees[0]]
    first = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0]))
    assert first.code == "A01"
    new = run(lambda uow: finals.substitute(
        uow, nominee_id=first.id, seen_version=first.version, staff_id=world.staff["104"], reason="病假"))
    assert new.code == "A01"
    assert codes(run)[new.id] == before
    for act in (
        lambda uow: finals.nominate(uow, staff_ids=[world.staff["204"]]),
        lambda uow: entrant_codes.set_groups(uow, groups={world.nominees[1]: 2}),
        entrant_codes.assign_codes,
    ):
        with pytest.raises(RuleBroken, match="Secret codes"):
            run(act)


def test_that_a_table_holds_one_step_only_and_is_for_its_two_people(run, world, supervisor, office):
    draw_both(run, supervisor)
    second = run(lambda uow: coding.take_out_table(uow, level=2, witness=supervisor), SECOND_OFFICER)
    third = run(lambda uow: coding.take_out_table(uow, level=3, witness=supervisor), THIRD_OFFICER)
    first = run(lambda uow: coding.take_out_table(uow, level=1))
    assert [line.later for line in first.lines] == ["A01", "A02", "A03", "A04", "A05", "B01", "B02", "B03", "B04"]
    assert {line.earlier for line in second.lines} == {line.later for line in first.lines}
    assert {line.earlier for line in third.lines} == {line.later for line in second.lines}
    assert [line.later for line in third.lines] == sorted(codes(run).values())
    assert not any(line.staff_number or line.unit for line in (*second.lines, *third.lines))
    assert (second.secret, second.salt, first.secret) == (True, "", True)
    for person, witness in ((office, supervisor), (THIRD_OFFICER, supervisor), (SECOND_OFFICER, None)):
        with pytest.raises(NotAllowed, match="李二"):
            run(lambda uow, witness=witness: coding.take_out_table(uow, level=2, witness=witness), person)
    assert [row.details["level"] for row in entries(run, "final.codes_read")] == [1, 3, 2]


def lock_all(uow):
    uow.session.execute(update(FinalItem).values(state="locked"))
    uow.record(journal.ITEM_LOCKED, "全部")


def test_that_the_lock_of_the_items_opens_the_tables_with_the_salt(run, world, supervisor, office):
    draw_both(run, supervisor)
    assert run(entrants.hides_names)
    run(lock_all)
    assert not run(entrants.hides_names)
    table = run(lambda uow: coding.take_out_table(uow, level=3), office)
    pairs = [(line.earlier, line.later) for line in table.lines]
    assert (table.secret, seal_code(table.salt, pairs)) == (False, table.seal_code)
    row = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0]))
    assert row.code == codes(run)[row.id]


def test_that_a_table_changed_outside_is_noticed(run, world, supervisor):
    draw_both(run, supervisor)

    def forge(uow):
        one, other = uow.session.scalars(select(CodePair).where(CodePair.level == 2).limit(2))
        first, second = one.earlier, other.earlier
        one.earlier = "X"
        uow.session.flush()
        other.earlier = first
        uow.session.flush()
        one.earlier = second
        uow.record(journal.GROUPS_SET, "")

    run(forge)
    with pytest.raises(RuleBroken, match="changed outside"):
        run(lambda uow: coding.take_out_table(uow, level=2, witness=supervisor), SECOND_OFFICER)


def test_that_without_coding_open_numbers_follow_the_nominations(run):
    staff = run(build_staff)[1]
    ask(run, 0)
    rows = run(lambda uow: finals.nominate(uow, staff_ids=[staff["301"], staff["101"], staff["201"]]))
    run(entrant_codes.assign_codes)
    assert codes(run) == {row.id: f"0{at}" for at, row in enumerate(sorted(rows, key=lambda row: row.id), 1)}
    assert run(coding.get_coding).levels == ()
    sheet_item = run(lambda uow: items.add_from_template(uow, template="scenario"))
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=sheet_item.id))
    assert [row.code for row in sheet.rows] == ["01", "02", "03"]


def test_that_a_rehearsal_draws_the_same_codes_again(run, world, supervisor):
    ask(run, 2)
    run(lambda uow: coding.draw_level(uow, level=2, witness=supervisor, source=Random(7)), SECOND_OFFICER)
    first = codes(run)
    run(lambda uow: coding.void_coding(uow, reason="再演一次"))
    run(lambda uow: coding.draw_level(uow, level=2, witness=supervisor, source=Random(7)), SECOND_OFFICER)
    assert codes(run) == first
