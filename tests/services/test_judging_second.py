"""Blind second entry of judges' marks: another person, differences only, a third person settles."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from exam.access import Role
from exam.errors import Conflict, NotAllowed, RuleBroken
from exam.rules.double_entry import Slip
from exam.rules.item_marks import Progress
from exam.services import accounts, judge_view, judging, judging_second, panels
from tests.conftest import PASSWORD
from tests.final_world import build, change_item

D = Decimal


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def third(run):
    """A second recorder, who typed nothing yet."""
    row = run(lambda uow: accounts.add_account(uow, name="周记分", password=PASSWORD, role=Role.RECORDER))
    from exam.access import Person

    return Person(row.id, row.name, row.role, None)


def values(text):
    return [None if mark == "/" else D(mark) for mark in text.split()]


@pytest.fixture
def first(run, world, recorder):
    def save(nominee, marks, person=None, seen=0):
        for judge, points in zip(world.judges, values(marks), strict=False):
            row = run(
                lambda uow, judge=judge, points=points: judging.save_judge_mark(
                    uow, item_id=world.item, nominee_id=world.nominees[nominee], judge_id=judge, points=points,
                    absent=points is None, seen_version=seen,
                ),
                person=person or recorder,
            )  # fmt: skip
        return row

    return save


@pytest.fixture
def second(run, world, rechecker):
    def save(nominee, marks, person=None, seen=0, start=0):
        for judge, points in zip(world.judges[start:], values(marks), strict=False):
            row = run(
                lambda uow, judge=judge, points=points: judging_second.save_second_mark(
                    uow, item_id=world.item, nominee_id=world.nominees[nominee], judge_id=judge, points=points,
                    absent=points is None, seen_version=seen,
                ),
                person=person or rechecker,
            )  # fmt: skip
        return row

    return save


def differences(run, world, person=None):
    return run(lambda uow: judging_second.list_mark_differences(uow, item_id=world.item), person=person)


def row_of(run, world, nominee=0):
    return run(lambda uow: judging.get_entrant(uow, item_id=world.item, nominee_id=world.nominees[nominee]))


def test_that_the_second_grid_is_empty_and_shows_nothing_of_the_first(run, world, first, rechecker):
    first(0, "80 81 82 83 90")
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=world.item, second=True), person=rechecker)
    assert all(cell.points is None for row in sheet.rows for cell in row.cells.values())
    assert sheet.rows[0].entered_by == ()


def test_that_the_same_entry_by_another_person_verifies(run, world, first, second, rechecker):
    first(0, "80 / 82 83 90")
    second(0, "80 / 82 83")
    assert row_of(run, world).progress is Progress.COMPLETE
    second(0, "90", start=4)
    found = row_of(run, world)
    assert (found.progress, found.verified_by) == (Progress.VERIFIED, rechecker.name)
    assert differences(run, world) == []


def test_that_whoever_typed_first_does_not_type_second(first, second, recorder):
    first(0, "80")
    with pytest.raises(NotAllowed):
        second(0, "80", person=recorder)


def test_that_two_entries_of_one_person_in_either_order_verify_nothing(run, world, first, second, recorder):
    second(0, "80 81 82 83 90", person=recorder)
    first(0, "80 81 82 83 90")
    assert row_of(run, world).progress is Progress.COMPLETE


def test_that_a_first_entry_mended_to_the_blind_second_one_is_verified_by_that(
    run, world, first, second, recorder, rechecker
):
    first(0, "80 81.5 82 83 90")
    second(0, "80 85.1 82 83 90")
    assert row_of(run, world).progress is Progress.COMPLETE
    # Looking at the paper again stays blind: whoever typed one of the two sees neither.
    (told,) = differences(run, world, recorder)
    assert (told.first, told.second, told.slip, told.may_settle) == ("", "", None, False)
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], points=D("85.1"),
            seen_version=1,
        ),
        person=recorder,
    )  # fmt: skip
    found = row_of(run, world)
    assert (found.progress, found.verified_by) == (Progress.VERIFIED, rechecker.name)
    assert differences(run, world) == []


def test_that_a_second_person_who_mends_the_first_entry_verifies_nothing_of_their_own(
    run, world, first, second, rechecker
):
    first(0, "80 81.5 82 83 90")
    second(0, "80 85.1 82 83 90")
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[1], points=D("85.1"),
            seen_version=1,
        ),
        person=rechecker,
    )  # fmt: skip
    assert row_of(run, world).progress is Progress.COMPLETE


def test_that_only_differences_are_listed_with_the_likely_slip(run, world, first, second, third, recorder, rechecker):
    first(0, "80 81.5 82 83 90")
    second(0, "80 85.1 82 /")
    found = differences(run, world, third)
    assert [(one.code, one.judge, one.first, one.second, one.slip) for one in found] == [
        ("A01", "评委2", "81.5", "85.1", Slip.SWAPPED), ("A01", "评委4", "83", "/", None),
    ]  # fmt: skip
    assert (found[0].first_by, found[0].second_by) == (recorder.name, rechecker.name)
    assert [one.may_settle for one in found] == [True, True]
    assert not any(one.may_settle for one in differences(run, world, recorder))


@pytest.fixture
def settle(run, world):
    def call(judge, points, person, nominee=0):
        return run(
            lambda uow: judging_second.settle_mark_difference(
                uow, item_id=world.item, nominee_id=world.nominees[nominee], judge_id=world.judges[judge], criterion=0,
                points=None if points == "/" else D(points), absent=points == "/",
            ),
            person=person,
        )  # fmt: skip

    return call


@pytest.mark.parametrize("value", ["81", "85"])
def test_that_a_third_person_settles_and_the_entrant_is_verified(
    run, world, first, second, settle, third, recorder, rechecker, value
):
    first(0, "80 81 82 83 84")
    second(0, "80 85 82 83 84")
    for person in (recorder, rechecker):
        with pytest.raises(NotAllowed):
            settle(1, value, person)
    assert settle(1, value, third) == []
    row = row_of(run, world)
    assert (row.cells[world.judges[1]].points, row.progress) == (D(value), Progress.VERIFIED)
    with pytest.raises(RuleBroken):
        settle(1, value, third)


def test_that_a_value_nobody_typed_is_asked_for_once_more(run, world, first, second, settle, third):
    first(0, "80 81 82 83 84")
    second(0, "80 85 82 83 84")
    assert settle(1, "86", third) == []
    row = row_of(run, world)
    assert (row.cells[world.judges[1]].points, row.progress) == (D(86), Progress.COMPLETE)
    second(0, "86", seen=2, start=1)
    assert row_of(run, world).progress is Progress.VERIFIED


def test_that_an_absent_judge_is_settled_too(run, world, first, second, settle, third):
    first(0, "80 81 82 83 84")
    second(0, "80 / 82 83 84")
    assert settle(1, "/", third) == []
    assert row_of(run, world).progress is Progress.VERIFIED


def test_that_a_change_after_verification_must_be_entered_twice_again(run, world, first, second, recorder):
    first(0, "80 81 82 83 84")
    second(0, "80 81 82 83 84")
    first(0, "70", seen=2)
    assert row_of(run, world).progress is Progress.COMPLETE
    assert len(differences(run, world)) == 1


def test_that_criteria_are_compared_one_by_one(run, world, recorder, rechecker):
    run(lambda uow: change_item(uow, world.item, per_criterion=True))
    place = {"item_id": world.item, "nominee_id": world.nominees[0], "judge_id": world.judges[0]}
    for criterion, points in enumerate((18, 20), 1):
        run(
            lambda uow, c=criterion, p=points: judging.save_judge_mark(uow, **place, points=D(p), criterion=c),
            person=recorder,
        )
    for criterion, points in enumerate((18, 21), 1):
        run(
            lambda uow, c=criterion, p=points: judging_second.save_second_mark(uow, **place, points=D(p), criterion=c),
            person=rechecker,
        )
    assert [(one.criterion, one.first, one.second) for one in differences(run, world)] == [(2, "20", "21")]
    run(lambda uow: judging_second.save_second_mark(uow, **place, points=None, absent=True), person=rechecker)
    found = differences(run, world)
    assert [(one.criterion, one.first, one.second, one.sheet) for one in found] == [(0, "18 + 20", "/", True)]


@pytest.fixture
def by_criteria(run, world):
    """A panel of three, marked criterion by criterion; two of its judges are typed twice and agree."""
    criteria = [("内容", D(60)), ("表达", D(40))]
    run(lambda uow: change_item(uow, world.item, per_criterion=True, criteria=criteria))
    run(lambda uow: panels.set_panel(uow, item_id=world.item, judge_ids=world.judges[:4]))

    def save(call, person, judge, points):
        place = {"item_id": world.item, "nominee_id": world.nominees[0], "judge_id": world.judges[judge]}
        if points == "/":
            run(lambda uow: call(uow, **place, points=None, absent=True), person=person)
            return
        for criterion, value in enumerate(points, 1):
            run(lambda uow, c=criterion, v=value: call(uow, **place, points=D(v), criterion=c), person=person)

    return save


@pytest.mark.parametrize(("one", "two"), [((50, 31), "/"), ("/", (50, 31))])
@pytest.mark.parametrize("absent", [True, False])
def test_that_absent_against_criteria_is_settled_both_ways(
    run, world, by_criteria, recorder, rechecker, third, one, two, absent
):
    for judge in range(3):
        by_criteria(judging.save_judge_mark, recorder, judge, (48, 30))
        by_criteria(judging_second.save_second_mark, rechecker, judge, (48, 30))
    by_criteria(judging.save_judge_mark, recorder, 3, one)
    by_criteria(judging_second.save_second_mark, rechecker, 3, two)
    found = differences(run, world, person=third)
    assert [(row.sheet, row.may_settle, {row.first, row.second}) for row in found] == [(True, True, {"/", "50 + 31"})]
    assert [row.may_settle for row in differences(run, world, person=recorder)] == [False]
    left = run(
        lambda uow: judging_second.settle_mark_difference(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[3], criterion=0, points=None,
            absent=absent,
        ),
        person=third,
    )
    row = row_of(run, world)
    assert (left, row.progress) == ([], Progress.VERIFIED)
    assert row.mark == (D("78.00") if absent else D("78.75"))


def test_that_two_desks_do_not_overwrite_each_other(second, third):
    second(0, "80")
    with pytest.raises(Conflict):
        second(0, "81", person=third)


def test_that_marks_confirmed_by_the_judge_need_no_second_entry(run, world, first, second, judge):
    own = replace(judge, judge_id=world.judges[4])
    run(
        lambda uow: judge_view.confirm_sheet(
            uow, item_id=world.item, nominee_id=world.nominees[0], points={0: D(84)}, seen={}
        ),
        person=own,
    )
    first(0, "80 81 82 83")
    second(0, "80 81 82 83")
    assert row_of(run, world).progress is Progress.VERIFIED
