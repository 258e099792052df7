"""The draw from plan to strike, on both databases."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, ExamError, InvalidInput, NotAllowed, RuleBroken, UserError
from exam.files.draw_folder import verify, write_folder
from exam.rules import draw as draw_rules
from exam.rules import draw_plan, frozen
from exam.rules.draw_plan import LineRule, PlanRules
from exam.services import draw_lots, draw_plans, draws, roster, sittings, units
from exam.unit_of_work import run as run_unit
from models.database import Database
from models.draws import FrozenFile
from models.finals import Nominee, Team
from models.people import Staff
from models.sittings import Candidate, Sitting

DICE = "01382438112797316654"
Run = Callable[..., Any]


def add_people(uow: Any, sizes: tuple[int, ...] = (8, 5, 3)) -> list[int]:
    """Units U01.. with so many window staff each; one more of each unit is off duty."""
    found: list[int] = []
    for number, size in enumerate(sizes, 1):
        unit = units.add_unit(uow, name=f"第{number}分公司", code=f"U{number:02d}")
        for member in range(size + 1):
            roster.add_staff(
                uow, staff_number=f"{number:02d}-{member:03d}", name=f"员工{number}{member}", unit_id=unit.id,
                post="营业员" if member % 2 else "客服代表", on_duty=member < size,
            )
        found.append(unit.id)
    return found


def planned(uow: Any) -> int:
    add_people(uow)
    draw_id = draws.create_draw(uow)
    plan = draw_plans.get_plan(uow, draw_id=draw_id)
    line = LineRule(value=Decimal(3), alternates=1)
    draw_plans.change_plan(uow, draw_id=draw_id, seen_version=plan.version, rules=replace(plan.rules, line=line))
    return draw_id


def freeze(uow: Any, draw_id: int) -> str:
    uow.session.flush()
    version = draws.get_draw(uow, draw_id=draw_id).version
    return draws.freeze_draw(uow, draw_id=draw_id, seen_version=version)


def throw(uow: Any, draw_id: int, digits: str = DICE) -> bool:
    draws.enter_dice(uow, draw_id=draw_id, digits=digits, typed_by="王办公")
    return draws.enter_dice(uow, draw_id=draw_id, digits=digits, typed_by="李监督")


def execute(uow: Any, draw_id: int) -> int:
    uow.session.flush()
    return draws.run_draw(uow, draw_id=draw_id, seen_version=draws.get_draw(uow, draw_id=draw_id).version)


@pytest.fixture
def drawn(run: Run) -> int:
    draw_id = run(planned)
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: throw(uow, draw_id))
    run(lambda uow: execute(uow, draw_id))
    return draw_id


def test_that_the_plan_counts_the_eligible_and_says_why_the_others_are_not(run: Run) -> None:
    draw_id = run(planned)
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    assert [(line.stratum, line.outcome.eligible, line.outcome.places) for line in plan.lines] == [
        ("U01", 8, 3), ("U02", 5, 3), ("U03", 3, 3),
    ]
    assert {row.reason for row in plan.excluded} == {draw_plan.OFF_DUTY}
    assert plan.chances == (3 / Decimal(8), 1)
    assert [line.outcome.alternates for line in plan.lines] == [1, 1, 0]


def test_that_one_unit_can_have_its_own_rule_and_lose_it_again(run: Run) -> None:
    draw_id = run(planned)
    rule = LineRule(method="percent", value=Decimal(50), minimum=1, maximum=9, alternates=2)
    run(lambda uow: draw_plans.change_line(uow, draw_id=draw_id, stratum="U02", seen_version=None, rule=rule))
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    assert (plan.lines[1].outcome.places, plan.lines[1].own) == (3, True)
    with pytest.raises(Conflict):
        run(lambda uow: draw_plans.change_line(uow, draw_id=draw_id, stratum="U02", seen_version=None, rule=rule))
    run(lambda uow: draw_plans.reset_line(uow, draw_id=draw_id, stratum="U02"))
    assert not run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id)).lines[1].own


def test_that_an_infeasible_plan_is_shown_and_cannot_be_frozen(run: Run) -> None:
    draw_id = run(planned)

    def by_size(uow: Any) -> None:
        plan = draw_plans.get_plan(uow, draw_id=draw_id)
        rules = PlanRules(plan.rules.eligibility, LineRule("proportional", alternates=0), 17)
        draw_plans.change_plan(uow, draw_id=draw_id, seen_version=plan.version, rules=rules)

    run(by_size)
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    assert plan.problem is not None
    assert plan.problem.params["shortfall"] == 1
    assert len(plan.lines) == 3
    with pytest.raises(InvalidInput):
        run(lambda uow: freeze(uow, draw_id))


def test_that_a_unit_with_fewer_people_than_its_quota_sends_everybody_and_says_so(run: Run) -> None:
    draw_id = run(planned)
    rule = LineRule(value=Decimal(9), alternates=2)
    run(lambda uow: draw_plans.change_line(uow, draw_id=draw_id, stratum="U03", seen_version=None, rule=rule))
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    assert [(line.stratum, line.outcome.shortfall) for line in plan.short] == [("U03", 6)]
    assert (plan.lines[2].outcome.places, plan.lines[2].outcome.alternates) == (3, 0)


def test_that_strata_can_be_unit_and_post(run: Run) -> None:
    draw_id = run(planned)

    def change(uow: Any) -> None:
        version = draws.get_draw(uow, draw_id=draw_id).version
        draw_plans.change_plan(uow, draw_id=draw_id, seen_version=version, strata=draw_plans.BY_UNIT_AND_POST)

    run(change)
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    assert {line.stratum for line in plan.lines} >= {"U01/营业员", "U01/客服代表"}
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: throw(uow, draw_id))
    run(lambda uow: execute(uow, draw_id))
    record = run(lambda uow: draws.get_draw_record(uow, draw_id=draw_id))
    assert {unit.post for unit in record.units} == {"营业员", "客服代表"}


def test_that_people_can_be_kept_out_with_a_reason_and_taken_back(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: draw_plans.exclude(uow, draw_id=draw_id, staff_numbers=["01-000", "01-001"], reason="出差"))
    plan = run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id))
    by_hand = [row for row in plan.excluded if row.by_hand]
    assert [(row.staff_number, row.reason) for row in by_hand] == [("01-000", "出差"), ("01-001", "出差")]
    run(lambda uow: draw_plans.include(uow, draw_id=draw_id, staff_id=by_hand[0].staff_id))
    assert run(lambda uow: draw_plans.get_plan(uow, draw_id=draw_id)).lines[0].outcome.eligible == 7
    with pytest.raises(UserError, match="99-999"):
        run(lambda uow: draw_plans.exclude(uow, draw_id=draw_id, staff_numbers=["99-999"], reason="x"))


def test_that_the_frozen_files_are_those_of_the_written_method(run: Run) -> None:
    draw_id = run(planned)
    code = run(lambda uow: freeze(uow, draw_id))
    folder = run(lambda uow: draws.get_folder(uow, draw_id=draw_id))
    assert folder.files["draw.txt"].startswith(b"CSC-2026-exam\n")
    assert folder.files["plan.tsv"] == b"U01\t3\t1\nU02\t3\t1\nU03\t3\t0\n"
    assert folder.files["roster.tsv"].splitlines()[0].decode() == "U01\t01-000\t员工10"
    assert folder.files["excluded.tsv"].count(b"\n") == 3
    assert frozen.freeze_code(folder.files["MANIFEST.sha256"]) == code == folder.freeze_code


def test_that_nothing_the_draw_depends_on_changes_after_the_freeze(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: freeze(uow, draw_id))
    before = run(lambda uow: draws.get_folder(uow, draw_id=draw_id)).files
    with pytest.raises(RuleBroken):
        run(lambda uow: draw_plans.exclude(uow, draw_id=draw_id, staff_numbers=["01-000"], reason="出差"))

    def leave(uow: Any) -> None:
        staff = roster.find_staff(uow, staff_number="01-000")
        assert staff is not None
        roster.deactivate_staff(uow, staff_id=staff.id, seen_version=staff.version, reason="离职")

    run(leave)
    assert run(lambda uow: draws.get_folder(uow, draw_id=draw_id)).files == before
    run(lambda uow: throw(uow, draw_id))
    run(lambda uow: execute(uow, draw_id))
    picks = run(lambda uow: draws.list_picks(uow, draw_id=draw_id))
    assert {pick.staff_number for pick in picks} >= {pick.staff_number for pick in _expected(before, run, draw_id)}


def _expected(files: dict[str, bytes], run: Run, draw_id: int) -> list[draw_rules.Pick]:
    row = run(lambda uow: draws.get_draw(uow, draw_id=draw_id))
    seed = draw_rules.seed_of(row.label, row.freeze_code, row.dice)
    strata = dict(frozen.read_roster([files[frozen.ROSTER]]))
    return [
        pick for outcome in draw_rules.draw(seed, strata, frozen.read_plan(files[frozen.PLAN]))
        for pick in outcome.picks
    ]


def test_that_a_draw_cannot_be_frozen_twice(run: Run) -> None:
    draw_id = run(planned)
    version = run(lambda uow: draws.get_draw(uow, draw_id=draw_id)).version
    run(lambda uow: draws.freeze_draw(uow, draw_id=draw_id, seen_version=version))
    with pytest.raises((Conflict, RuleBroken)):
        run(lambda uow: draws.freeze_draw(uow, draw_id=draw_id, seen_version=version))


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_that_of_two_who_freeze_at_once_one_wins(run: Run, database: Database, office: Person) -> None:
    draw_id = run(planned)
    version = run(lambda uow: draws.get_draw(uow, draw_id=draw_id)).version
    barrier = threading.Barrier(2)
    outcomes: list[object] = []

    def one() -> None:
        barrier.wait()
        try:
            outcomes.append(
                run_unit(
                    database, office, lambda uow: draws.freeze_draw(uow, draw_id=draw_id, seen_version=version),
                    serializable=True,
                )
            )
        except ExamError as error:
            outcomes.append(error)

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(outcome, str) for outcome in outcomes) == [False, True]
    losers = [outcome for outcome in outcomes if not isinstance(outcome, str)]
    assert isinstance(losers[0], (Conflict, RuleBroken))


def test_that_two_people_must_type_the_same_dice(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: freeze(uow, draw_id))
    assert not run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=DICE, typed_by="王办公"))
    with pytest.raises(InvalidInput, match="王办公"):
        run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=DICE, typed_by="王办公"))
    with pytest.raises(InvalidInput, match="digit 20"):
        run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=DICE[:-1] + "5", typed_by="李监督"))
    with pytest.raises(RuleBroken):
        run(lambda uow: execute(uow, draw_id))
    spaced = "０１３８ 2438 1127 9731 6654"
    assert run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=spaced, typed_by="李监督"))
    assert run(lambda uow: draws.get_draw(uow, draw_id=draw_id)).dice == DICE


def test_that_the_first_typing_can_be_forgotten_before_they_agree(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits="1" * 20, typed_by="王办公"))
    run(lambda uow: draws.clear_dice(uow, draw_id=draw_id))
    assert run(lambda uow: throw(uow, draw_id))
    with pytest.raises(RuleBroken):
        run(lambda uow: draws.clear_dice(uow, draw_id=draw_id))


def test_that_a_draw_runs_once_and_gives_what_the_published_method_gives(run: Run, drawn: int) -> None:
    picks = run(lambda uow: draws.list_picks(uow, draw_id=drawn))
    files = run(lambda uow: draws.get_folder(uow, draw_id=drawn))
    expected = _expected(files.files, run, drawn)
    assert [(pick.staff_number, pick.kind, pick.position, pick.ticket) for pick in picks] == [
        (pick.staff_number, pick.kind, pick.position, pick.ticket) for pick in expected
    ]
    assert files.result == frozen.result_file(expected)
    with pytest.raises(RuleBroken):
        run(lambda uow: execute(uow, drawn))


def test_that_a_void_draw_stays_listed_and_the_next_one_keeps_the_plan(run: Run, drawn: int) -> None:
    version = run(lambda uow: draws.get_draw(uow, draw_id=drawn)).version
    with pytest.raises(RuleBroken):
        run(lambda uow: draws.create_draw(uow))
    with pytest.raises(InvalidInput):
        run(lambda uow: draws.void_draw(uow, draw_id=drawn, seen_version=version, reason=" "))
    run(lambda uow: draws.void_draw(uow, draw_id=drawn, seen_version=version, reason="名单有误"))
    again = run(lambda uow: draws.create_draw(uow))
    rows = run(lambda uow: draws.list_draws(uow))
    assert [(row.id, row.state, row.number) for row in rows] == [(again, "planned", 2), (drawn, "void", 1)]
    assert run(lambda uow: draw_plans.get_plan(uow, draw_id=again)).rules.line.value == 3


def test_that_a_sitting_goes_with_its_void_draw(run: Run, drawn: int) -> None:
    run(lambda uow: sittings.make_sitting(uow))
    assert run(lambda uow: uow.session.query(Candidate).count()) == 9
    version = run(lambda uow: draws.get_draw(uow, draw_id=drawn)).version
    run(lambda uow: draws.void_draw(uow, draw_id=drawn, seen_version=version, reason="名单有误"))
    assert run(lambda uow: (uow.session.query(Candidate).count(), uow.session.query(Sitting).count())) == (0, 0)


def test_that_a_draw_stays_valid_once_somebody_sat_the_exam(run: Run, drawn: int) -> None:
    run(lambda uow: sittings.make_sitting(uow))

    def sit(uow: Any) -> None:
        uow.session.query(Candidate).first().attendance = "absent"
        draws.mark_shown(uow, draw_id=drawn, shown=1)

    run(sit)
    version = run(lambda uow: draws.get_draw(uow, draw_id=drawn)).version
    with pytest.raises(RuleBroken, match="stays valid"):
        run(lambda uow: draws.void_draw(uow, draw_id=drawn, seen_version=version, reason="名单有误"))


@pytest.mark.parametrize("database", ["postgresql"], indirect=True)
def test_that_of_two_who_begin_a_draw_at_once_one_wins(run: Run, database: Database, office: Person) -> None:
    run(add_people)
    barrier = threading.Barrier(2)
    outcomes: list[object] = []

    def one() -> None:
        barrier.wait()
        try:
            outcomes.append(run_unit(database, office, lambda uow: draws.create_draw(uow)))
        except ExamError as error:
            outcomes.append(error)

    threads = [threading.Thread(target=one) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(isinstance(outcome, int) for outcome in outcomes) == [False, True]
    assert any(isinstance(outcome, RuleBroken) for outcome in outcomes)


def test_that_the_next_alternate_steps_up_and_an_exhausted_unit_is_reported(run: Run, drawn: int) -> None:
    picks = run(lambda uow: draws.list_picks(uow, draw_id=drawn))
    first = picks[0]
    with pytest.raises(InvalidInput):
        run(lambda uow: draws.strike(uow, pick_id=first.id, seen_version=first.version, reason="病假", approver=""))
    outcome = run(
        lambda uow: draws.strike(uow, pick_id=first.id, seen_version=first.version, reason="病假", approver="孙监督")
    )
    assert outcome.stepped_up is not None
    assert (outcome.stepped_up.place, outcome.stepped_up.replaces_id) == ("A1", first.id)
    assert not outcome.exhausted
    second = picks[1]
    outcome = run(
        lambda uow: draws.strike(uow, pick_id=second.id, seen_version=second.version, reason="病假", approver="孙监督")
    )
    assert outcome.exhausted
    record = run(lambda uow: draws.get_draw_record(uow, draw_id=drawn))
    assert (record.units[0].shortfall, len(record.units[0].strikes)) == (1, 2)
    going = run(lambda uow: draws.list_entrants(uow, draw_id=drawn))
    assert len(going) == 8
    with pytest.raises(UserError):
        run(
            lambda uow: draws.strike(
                uow, pick_id=first.id, seen_version=outcome.struck.version, reason="病假", approver="孙监督"
            )
        )


def test_that_the_result_for_outsiders_does_not_change_by_strikes(run: Run, drawn: int) -> None:
    before = run(lambda uow: draws.get_folder(uow, draw_id=drawn)).result
    first = run(lambda uow: draws.list_picks(uow, draw_id=drawn))[0]
    run(lambda uow: draws.strike(uow, pick_id=first.id, seen_version=first.version, reason="病假", approver="孙"))
    assert run(lambda uow: draws.get_folder(uow, draw_id=drawn)).result == before


def test_that_the_record_holds_all_that_the_paper_prints(run: Run, drawn: int) -> None:
    record = run(lambda uow: draws.get_draw_record(uow, draw_id=drawn))
    assert record.seed == f"CSC-2026-exam|{record.draw.freeze_code}|{DICE}"
    assert [(unit.unit_name, unit.eligible, unit.quota, len(unit.drawn)) for unit in record.units] == [
        ("第1分公司", 8, 3, 3), ("第2分公司", 5, 3, 3), ("第3分公司", 3, 3, 3),
    ]
    assert (record.draw.dice_by, record.draw.dice_check_by) == ("王办公", "李监督")
    assert not any("第1分公司" in line for line in record.rules)
    frozen_words = run(lambda uow: draws.get_folder(uow, draw_id=drawn)).files["draw.txt"].decode()
    assert "U01 = 第1分公司\n" in frozen_words
    assert record.excluded == 3


def test_that_only_the_office_draws(run: Run, recorder: Person, judge: Person, supervisor: Person) -> None:
    draw_id = run(planned)
    for person in (recorder, judge, supervisor):
        with pytest.raises(NotAllowed):
            run(lambda uow: freeze(uow, draw_id), person)
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=DICE), recorder)
    with pytest.raises(NotAllowed):
        run(lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=DICE), judge)


def test_that_a_plan_that_draws_nobody_cannot_be_frozen(run: Run) -> None:
    run(lambda uow: units.add_unit(uow, name="空分公司"))
    draw_id = run(lambda uow: draws.create_draw(uow))
    with pytest.raises(InvalidInput, match="Nobody"):
        run(lambda uow: freeze(uow, draw_id))


def test_that_a_changed_frozen_file_is_noticed(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: freeze(uow, draw_id))

    def tamper(uow: Any) -> None:
        uow.session.add(FrozenFile(draw_id=draw_id, name="roster2.tsv", content=b"", sha256=""))
        draws.mark_shown(uow, draw_id=draw_id, shown=1)
        draw_plans.find_draw(uow, draw_id).freeze_code = "0" * 64

    run(tamper)
    with pytest.raises(RuleBroken, match="backup"):
        run(lambda uow: draws.get_folder(uow, draw_id=draw_id))


def nominate(uow: Any, sizes: tuple[int, ...] = (4, 4, 4)) -> None:
    unit_ids = add_people(uow, sizes)
    for number, unit_id in enumerate(unit_ids, 1):
        team = Team(unit_id=unit_id, name=f"代表队{number}")
        uow.session.add(team)
        uow.session.flush()
        for staff in uow.session.query(Staff).filter_by(unit_id=unit_id).limit(sizes[number - 1]):
            uow.session.add(Nominee(team_id=team.id, staff_id=staff.id))


def test_that_groups_are_drawn_with_the_same_freeze_and_dice(run: Run, tmp_path: Path) -> None:
    run(nominate)
    draw_id = run(lambda uow: draw_lots.plan_groups(uow, groups=3))
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: throw(uow, draw_id))
    assert run(lambda uow: execute(uow, draw_id)) == 12
    outcome = run(lambda uow: draw_lots.get_lot(uow, draw_id=draw_id))
    assert [len(group) for group in outcome.groups] == [4, 4, 4]
    assert outcome.uniform
    assert outcome.tries >= 1
    numbers = run(lambda uow: {row.staff_id: row.group_number for row in uow.session.query(Nominee)})
    assert sorted(set(numbers.values())) == [1, 2, 3]
    folder = run(lambda uow: draws.get_folder(uow, draw_id=draw_id))
    assert folder.label == "CSC-2026-groups"
    assert b"groups: 3\n" in folder.files["draw.txt"]
    with pytest.raises(RuleBroken):
        run(lambda uow: draw_lots.plan_groups(uow, groups=3))
    written = write_folder(folder, tmp_path)
    assert verify(written).right
    result = written / "result.tsv"
    result.write_bytes(result.read_bytes().replace(b"1\tD\t1\t", b"1\tD\t1\tx", 1))
    assert "result.tsv, line 1" in str(verify(written).problems[0])


def test_that_the_order_of_appearance_keeps_colleagues_apart_where_asked(run: Run, tmp_path: Path) -> None:
    run(nominate)
    draw_id = run(lambda uow: draw_lots.plan_order(uow, apart=True))
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: throw(uow, draw_id))
    run(lambda uow: execute(uow, draw_id))
    (order,) = run(lambda uow: draw_lots.get_lot(uow, draw_id=draw_id)).groups
    assert all(one[:2] != other[:2] for one, other in pairwise(order))
    folder = run(lambda uow: draws.get_folder(uow, draw_id=draw_id))
    assert verify(write_folder(folder, tmp_path)).right


def test_that_dice_are_shared_only_with_draws_frozen_before_them(run: Run) -> None:
    draw_id = run(planned)
    run(lambda uow: nominate_existing(uow))
    early = run(lambda uow: draw_lots.plan_groups(uow, groups=2))
    run(lambda uow: freeze(uow, draw_id))
    run(lambda uow: freeze(uow, early))
    run(lambda uow: throw(uow, draw_id))
    run(lambda uow: draws.share_dice(uow, draw_id=early, source_id=draw_id))
    assert run(lambda uow: draws.get_draw(uow, draw_id=early)).dice == DICE
    late = run(lambda uow: draw_lots.plan_order(uow))
    run(lambda uow: freeze(uow, late))
    with pytest.raises(RuleBroken):
        run(lambda uow: draws.share_dice(uow, draw_id=late, source_id=draw_id))


def nominate_existing(uow: Any) -> None:
    for unit in units.list_units(uow):
        team = Team(unit_id=unit.id, name=unit.name)
        uow.session.add(team)
        uow.session.flush()
        for staff in uow.session.query(Staff).filter_by(unit_id=unit.id).limit(2):
            uow.session.add(Nominee(team_id=team.id, staff_id=staff.id))
    draws.mark_shown(uow, draw_id=1, shown=0)
