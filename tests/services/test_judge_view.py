"""The judge view: own marks only, all fields at once, confirmed and fixed, released by the office with a reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.item_marks import Given
from exam.services import accounts, finals, judge_view, judging, panels
from exam.unit_of_work import read
from tests.conftest import PASSWORD
from tests.final_world import build, change_item

D = Decimal


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def own(judge, world):
    return replace(judge, judge_id=world.judges[1])


@pytest.fixture
def desk(run, own):
    return lambda **more: run(lambda uow: judge_view.get_desk(uow, **more), person=own)


@pytest.fixture
def confirm(run, world, own):
    def save(nominee, points, seen=None, item=None):
        return run(
            lambda uow: judge_view.confirm_sheet(
                uow, item_id=item or world.item, nominee_id=world.nominees[nominee],
                points={at: D(value) for at, value in points.items()}, seen=seen or {},
            ),
            person=own,
        )  # fmt: skip

    return save


@pytest.fixture
def per_criterion(run, world):
    return run(lambda uow: change_item(uow, world.item, per_criterion=True))


def test_that_a_judge_sees_codes_in_order_and_no_names(desk, world):
    found = desk()
    assert [item.id for item in found.items] == [world.item]
    assert [one.code for one in found.entrants] == list(world.codes)
    assert found.item.fields == ((0, "", D(100)),)
    assert not {"name", "unit"} & set(found.entrants[0].__slots__)


def test_that_a_confirmed_mark_is_fixed_for_judge_and_recorder(run, world, confirm, recorder, office):
    row = confirm(0, {0: "85.5"}).entrants[0]
    assert (row.confirmed, row.total, row.open) == (True, D("85.5"), False)
    with pytest.raises(RuleBroken, match="fixed"):
        confirm(0, {0: "90"}, seen=row.versions)
    for person in (recorder, office):
        with pytest.raises(RuleBroken, match="fixed"):
            run(
                lambda uow: judging.save_judge_mark(
                    uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], points=D(90),
                    seen_version=row.versions[0],
                ),
                person=person,
            )  # fmt: skip


def test_that_the_office_releases_a_mark_with_a_reason(run, world, confirm, recorder, database, office):
    row = confirm(0, {0: "85.5"}).entrants[0]

    def release(reason, person=office):
        return run(
            lambda uow: judge_view.release_sheet(
                uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], reason=reason
            ),
            person=person,
        )

    with pytest.raises(InvalidInput):
        release(" ")
    with pytest.raises(NotAllowed):
        release("看错", recorder)
    cell = release("评委看错选手").cells[world.judges[1]]
    assert not cell.confirmed
    with pytest.raises(RuleBroken):
        release("again")
    row = confirm(0, {0: "80"}, seen=cell.versions).entrants[0]
    assert (row.confirmed, row.total) == (True, D(80))
    from exam.services.journal import list_entries

    tags = [entry.tag for entry in read(database, office, lambda uow: list_entries(uow))]
    assert {"final.judge_sheet_confirmed", "final.judge_sheet_released"} <= set(tags)


def test_that_all_criteria_are_saved_at_once_or_none(desk, confirm, per_criterion):
    fields = desk().item.fields
    assert [full for _, _, full in fields] == [D(20), D(25), D(35), D(20)]
    with pytest.raises(InvalidInput, match="missing"):
        confirm(0, {1: "18", 2: "20", 3: "30"})
    with pytest.raises(InvalidInput):
        confirm(0, {1: "18", 2: "20", 3: "30", 4: "21"})
    assert desk().entrants[0].given is Given.WAITING
    row = confirm(0, {1: "18", 2: "20", 3: "30", 4: "0"}).entrants[0]
    assert (row.total, row.confirmed, row.points[4]) == (D(68), True, D(0))


def test_that_a_judge_avoids_entrants_of_the_own_unit(run, world, desk, confirm):
    judge = run(lambda uow: panels.get_judge(uow, judge_id=world.judges[1]))
    unit = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0])).unit_id
    run(lambda uow: panels.change_judge(
        uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=unit, title="", active=True))
    row = desk().entrants[0]
    assert (row.given, row.open) == (Given.AVOIDED, False)
    with pytest.raises(RuleBroken, match="own unit"):
        confirm(0, {0: "80"})


def test_that_a_judge_does_not_overwrite_unseen_what_a_recorder_typed(run, world, confirm, recorder, desk):
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], points=D(70)
        ),
        person=recorder,
    )
    with pytest.raises(Conflict):
        confirm(0, {0: "80"})
    seen = desk().entrants[0]
    assert (seen.total, seen.open) == (D(70), True)
    assert confirm(0, {0: "80"}, seen=seen.versions).entrants[0].total == D(80)


def test_that_a_mark_of_an_absent_judge_gives_way_to_the_confirmed_one(run, world, confirm, desk, recorder):
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], points=None, absent=True
        ),
        person=recorder,
    )
    row = confirm(0, {0: "80"}, seen=desk().entrants[0].versions).entrants[0]
    assert (row.given, row.total) == (Given.GIVEN, D(80))


def test_that_an_account_without_a_judge_is_told_so(run, world, judge, office):
    with pytest.raises(NotAllowed, match="no judge"):
        run(lambda uow: judge_view.get_desk(uow), person=judge)
    with pytest.raises(NotAllowed):
        run(lambda uow: judge_view.get_desk(uow), person=office)


def test_that_confirmed_marks_outlive_the_judges_machine(run, world, confirm, database, office, judge):
    confirm(0, {0: "85.5"})
    # The judge signs in again at another machine: everything confirmed is there.
    other = run(lambda uow: accounts.sign_in(uow, name=judge.name, password=PASSWORD))
    again = run(
        lambda uow: judge_view.get_desk(uow), person=replace(other, judge_id=world.judges[1])
    )
    assert (again.entrants[0].confirmed, again.entrants[0].total) == (True, D("85.5"))
    assert sum(one.open for one in again.entrants) == len(world.nominees) - 1


def test_that_mark_sheets_hold_codes_and_only_confirmed_marks(run, world, confirm, recorder):
    confirm(0, {0: "85.5"})
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=D(70)
        ),
        person=recorder,
    )
    sheets = run(lambda uow: judge_view.list_mark_sheets(uow, item_id=world.item))
    assert len(sheets) == 2 * len(world.judges)
    of_judge = {(one.judge, one.group): one for one in sheets}
    assert of_judge["评委2", "A"].lines[0].total == D("85.5")
    assert of_judge["评委1", "A"].lines[0].total is None
    assert [line.entrant_code[0] for line in of_judge["评委1", "B"].lines] == ["B"] * 4
    assert [full for _, full in sheets[0].criteria] == [D(20), D(25), D(35), D(20)]
