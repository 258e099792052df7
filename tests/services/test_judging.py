"""Marks of the final: entering, completeness, avoidance, verification by another person, the lock."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from threading import Barrier, Thread

import pytest

from exam.errors import Conflict, ExamError, InvalidInput, NotAllowed, RuleBroken
from exam.rules.item_marks import Given, Progress
from exam.services import adjustments, finals, items, judging, panels, results
from exam.unit_of_work import read
from exam.unit_of_work import run as run_unit
from tests.conftest import PASSWORD
from tests.final_world import build, change_item

D = Decimal


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def mark(run, world, recorder):
    def save(nominee=0, judge=0, points="80", person=None, item=None, **more):
        return run(
            lambda uow: judging.save_judge_mark(
                uow, item_id=item or world.item, nominee_id=world.nominees[nominee], judge_id=world.judges[judge],
                points=None if points is None else D(points), **more,
            ),
            person=person or recorder,
        )  # fmt: skip

    return save


@pytest.fixture
def mark_all(world, mark):
    def save(nominee, marks):
        for judge, points in enumerate(marks.split()):
            row = mark(nominee, judge, None, absent=True) if points == "/" else mark(nominee, judge, points)
        return row

    return save


def sheet(run, world, **more):
    return run(lambda uow: judging.get_sheet(uow, item_id=world.item, **more))


def test_that_a_panel_gives_no_number_until_every_judge_has_marked(mark_all):
    row = mark_all(0, "80 81 82 90")
    assert (row.mark, row.final, row.progress) == (None, None, Progress.WORKING)
    row = mark_all(1, "80 81 82 83 90")
    assert (row.mark, row.progress) == (D("82.00"), Progress.COMPLETE)
    assert [cell.dropped for cell in row.cells.values()] == [True, False, False, False, True]


def test_that_an_absent_judge_is_left_out_and_too_few_give_no_mark(mark_all):
    assert mark_all(0, "80 / 82 84 86").mark == D("83.00")
    row = mark_all(1, "80 / / / 84")
    assert (row.mark, row.progress) == (None, Progress.SHORT)


def test_that_zero_is_a_mark_and_empty_is_not(mark_all, mark):
    row = mark_all(0, "0 0 0 0 0")
    assert (row.mark, row.progress) == (D("0.00"), Progress.COMPLETE)
    row = mark(0, 0, None, seen_version=1)
    assert (row.mark, row.progress) == (None, Progress.WORKING)


@pytest.mark.parametrize("points", ["101", "-1", "80.005"])
def test_that_a_mark_outside_the_scale_is_refused(mark, points):
    with pytest.raises(InvalidInput):
        mark(points=points)


def test_that_a_second_person_does_not_overwrite_a_mark_unseen(mark, rechecker):
    mark(points="80")
    with pytest.raises(Conflict) as caught:
        mark(points="85", person=rechecker)
    assert caught.value.params["theirs"] == "80"
    assert mark(points="85", seen_version=1).cells
    with pytest.raises(Conflict):
        mark(points="86", seen_version=1)


def test_that_a_cleared_mark_does_not_start_its_versions_anew(mark, world):
    mark(points="80")
    mark(points=None, seen_version=1)
    with pytest.raises(Conflict):
        mark(points="81", seen_version=0)
    assert mark(points="81", seen_version=2).cells[world.judges[0]].versions[0] == 3


def test_that_a_judge_of_the_entrants_unit_does_not_mark_unless_overridden(run, world, mark, mark_all):
    judge = run(lambda uow: panels.get_judge(uow, judge_id=world.judges[0]))
    unit = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0])).unit_id
    run(lambda uow: panels.change_judge(
        uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=unit, title="", active=True))
    with pytest.raises(RuleBroken, match="unit"):
        mark(points="80")
    for at, points in enumerate(("80", "82", "84", "86"), 1):
        row = mark(0, at, points)
    assert row.cells[judge.id].given is Given.AVOIDED
    assert (row.mark, row.progress) == (D("83.00"), Progress.COMPLETE)
    run(lambda uow: panels.override_avoidance(uow, judge_id=judge.id, nominee_id=world.nominees[0], reason="评委不足"))
    assert mark(points="88").mark == D("84.00")


def test_that_a_mark_far_from_the_others_needs_a_tick(run, world, mark_all, recorder, rechecker):
    row = mark_all(0, "89 85 85 87 61")
    assert row.progress is Progress.DOUBT
    assert [cell.doubtful for cell in row.cells.values()] == [False] * 4 + [True]
    with pytest.raises(RuleBroken):
        run(lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=[row.nominee_id]), person=rechecker)
    row = run(lambda uow: judging.tick_mark(
        uow, item_id=world.item, nominee_id=row.nominee_id, judge_id=world.judges[4]), person=recorder)
    assert (row.progress, row.mark) == (Progress.COMPLETE, D("85.67"))


def test_that_marks_per_criterion_add_up_to_the_judges_total(run, world, mark):
    run(lambda uow: change_item(uow, world.item, per_criterion=True))
    with pytest.raises(RuleBroken):
        mark(points="80")
    with pytest.raises(InvalidInput):
        mark(points="20.5", criterion=1)
    for criterion, points in enumerate(("18", "20", "30"), 1):
        row = mark(points=points, criterion=criterion)
    assert row.cells[world.judges[0]].given is Given.PARTLY
    row = mark(points="10.5", criterion=4)
    assert row.cells[world.judges[0]].points == D("78.5")
    row = mark(points=None, absent=True)
    assert (row.cells[world.judges[0]].given, row.cells[world.judges[0]].points) == (Given.ABSENT, None)
    row = mark(points="18", criterion=1, seen_version=row.cells[world.judges[0]].versions[1])
    assert row.cells[world.judges[0]].given is Given.PARTLY


def test_that_a_deduction_counts_in_the_item_and_is_rounded_with_it(run, world, mark_all):
    row = mark_all(0, "80 81 82 83 90")
    run(lambda uow: adjustments.add_adjustment(
        uow, nominee_id=row.nominee_id, item_id=world.item, points=D("-1.5"), reason="超时"))
    row = sheet(run, world).rows[0]
    assert (row.mark, row.adjustment, row.final) == (D("82.00"), D("-1.50"), D("80.50"))


def test_that_the_sheet_shows_codes_and_names_only_to_those_who_may(run, world, recorder, database):
    assert {row.name for row in sheet(run, world).rows} == {""}
    assert all(row.name and row.unit for row in sheet(run, world, with_names=True).rows)
    seen = read(database, recorder, lambda uow: judging.get_sheet(uow, item_id=world.item, with_names=True))
    assert {row.name for row in seen.rows} == {""}
    assert [row.code for row in seen.rows] == list(world.codes)


def test_that_a_sheet_of_one_group_has_its_entrants_and_panel(run, world):
    run(lambda uow: panels.set_panel(uow, item_id=world.item, judge_ids=world.judges[:3], group=2))
    found = sheet(run, world, group=2)
    assert ([row.code[0] for row in found.rows], len(found.judges), found.groups) == (["B"] * 4, 3, (1, 2))


def test_that_completeness_counts_seen_and_expected_per_judge_and_group(run, world, mark_all):
    mark_all(0, "80 / 82")
    rows = run(lambda uow: judging.get_completeness(uow, item_id=world.item))
    first = [(row.seen, row.expected) for row in rows if row.group == 1]
    assert first == [(1, 5), (1, 5), (1, 5), (0, 5), (0, 5)]


def test_that_a_withdrawn_entrant_gets_no_marks_and_is_not_expected(run, world, mark):
    row = run(lambda uow: finals.get_nominee(uow, nominee_id=world.nominees[0]))
    run(lambda uow: finals.set_status(
        uow, nominee_id=row.id, seen_version=row.version, status="withdrawn", reason="病假"))
    with pytest.raises(RuleBroken):
        mark(points="80")
    found = sheet(run, world)
    assert (found.rows[0].progress, found.expected) == (Progress.OUT, 8)


def written(run, world, nominee, points, attendance="", person=None, **more):
    return run(
        lambda uow: judging.save_item_mark(
            uow, item_id=world.written, nominee_id=world.nominees[nominee],
            points=None if points is None else D(points), attendance=attendance, **more,
        ),
        person=person,
    )  # fmt: skip


def test_that_written_marks_and_states_are_kept_apart(run, world):
    assert written(run, world, 0, "91.5").final == D("91.50")
    row = written(run, world, 1, None, "absent")
    assert (row.final, row.progress) == (None, Progress.COMPLETE)
    assert written(run, world, 2, "70", "zeroed").final == D("0.00")
    with pytest.raises(InvalidInput):
        written(run, world, 3, "70", "absent")
    with pytest.raises(Conflict):
        written(run, world, 0, "92")


def test_that_who_entered_a_mark_does_not_verify_it(run, world, mark_all, recorder, rechecker):
    row = mark_all(0, "80 81 82 83 90")
    verify = lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=[row.nominee_id])  # noqa: E731
    with pytest.raises(NotAllowed):
        run(verify, person=recorder)
    assert run(verify, person=rechecker) == 1
    found = sheet(run, world).rows[0]
    assert (found.progress, found.verified_by) == (Progress.VERIFIED, rechecker.name)


def test_that_a_changed_mark_must_be_verified_again(run, world, mark, mark_all, rechecker):
    row = mark_all(0, "80 81 82 83 90")
    run(lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=[row.nominee_id]), person=rechecker)
    assert mark(0, 0, "79", seen_version=2).progress is Progress.COMPLETE


def lock(run, world, person, witness, password=PASSWORD):
    version = run(lambda uow: items.get_item(uow, item_id=world.item)).version
    return run(
        lambda uow: judging.lock_item(
            uow, item_id=world.item, seen_version=version, witness=witness, password=password
        ),
        person=person,
        serializable=True,
    )


def complete(run, world, mark_all, rechecker):
    for at in range(len(world.nominees)):
        mark_all(at, "80 81 82 83 90")
    run(lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=world.nominees), person=rechecker)


def test_that_a_lock_takes_two_people_and_complete_verified_marks(
    run, world, mark, mark_all, office, rechecker, supervisor
):
    mark_all(0, "80 81 82 83 90")
    with pytest.raises(RuleBroken, match="8 entrants"):
        lock(run, world, office, supervisor.name)
    for at in range(1, len(world.nominees)):
        mark_all(at, "80 81 82 83 90")
    with pytest.raises(RuleBroken, match="9 not verified"):
        lock(run, world, office, supervisor.name)
    run(lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=world.nominees), person=rechecker)
    for name, password in ((office.name, PASSWORD), (supervisor.name, "wrong-one")):
        with pytest.raises(NotAllowed):
            lock(run, world, office, name, password)
    item = lock(run, world, office, supervisor.name)
    assert (item.locked, item.locked_by, item.witness) == (True, office.name, supervisor.name)
    with pytest.raises(RuleBroken, match="locked"):
        mark(0, 0, "70", seen_version=2)


def test_that_a_locked_item_opens_again_with_a_reason(run, world, mark, mark_all, office, rechecker, supervisor):
    complete(run, world, mark_all, rechecker)
    item = lock(run, world, office, supervisor.name)
    with pytest.raises(InvalidInput):
        run(lambda uow: judging.unlock_item(uow, item_id=item.id, seen_version=item.version, reason=""))
    run(lambda uow: judging.unlock_item(uow, item_id=item.id, seen_version=item.version, reason="登分有误"))
    assert mark(0, 0, "70", seen_version=2).progress is Progress.COMPLETE


def test_that_a_mark_counts_before_the_lock_or_is_refused(run, world, mark_all, database, office, recorder, rechecker):
    complete(run, world, mark_all, rechecker)
    version = run(lambda uow: items.get_item(uow, item_id=world.item)).version
    barrier, said = Barrier(2), []

    def at_once(person, call):
        barrier.wait()
        try:
            run_unit(database, person, call)
            said.append("done")
        except ExamError as error:
            said.append(type(error).__name__)

    acts = [
        (office, lambda uow: judging.lock_item(
            uow, item_id=world.item, seen_version=version, witness=rechecker.name, password=PASSWORD)),
        (recorder, lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=world.nominees[0], judge_id=world.judges[0], points=D(70),
            seen_version=2)),
    ]  # fmt: skip
    threads = [Thread(target=at_once, args=act) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    # Either the lock stands and the mark was refused, or the mark stands unverified and the lock was refused.
    assert sorted(said) == ["RuleBroken", "done"]
    locked = run(lambda uow: items.get_item(uow, item_id=world.item)).locked
    row = sheet(run, world).rows[0]
    assert (row.cells[world.judges[0]].points == D(80)) is locked


def test_that_the_panel_summary_has_codes_dropped_marks_and_places(run, world, mark_all):
    mark_all(0, "80 81 82 83 90")
    mark_all(1, "90 90 90 90 90")
    mark_all(2, "80 81 82 83 90")
    summary = run(lambda uow: judging.get_panel_summary(uow, item_id=world.item, group=1))
    assert summary.group == "A"
    assert [(line.entrant_code, line.place) for line in summary.lines[:4]] == [
        ("A01", 2), ("A02", 1), ("A03", 2), ("A04", None),
    ]  # fmt: skip
    assert summary.lines[0].dropped == (0, 4)


def test_that_results_list_every_item_and_entrant(run, world, mark_all):
    mark_all(0, "80 81 82 83 90")
    written(run, world, 0, "91.5")
    results = {(one.item_id, one.nominee_id): one.final for one in run(judging.list_item_results)}
    assert len(results) == 18
    assert results[world.item, world.nominees[0]] == D("82.00")
    assert results[world.written, world.nominees[0]] == D("91.50")
    assert results[world.item, world.nominees[1]] is None


def test_that_a_judge_sees_and_enters_only_the_own_marks(run, world, mark_all, mark, judge):
    mark_all(0, "80 81 82 83 90")
    own = replace(judge, judge_id=world.judges[1])
    found = run(lambda uow: judging.get_sheet(uow, item_id=world.item, with_names=True), person=own)
    assert [seat.judge_id for seat in found.judges] == [world.judges[1]]
    assert (found.rows[0].cells[world.judges[1]].points, found.rows[0].cells[world.judges[0]].points) == (D(81), None)
    assert (found.rows[0].mark, found.rows[0].progress) == (None, Progress.COMPLETE)
    assert found.rows[0].name == ""
    row = mark(1, 1, "77", person=own)
    assert row.progress is Progress.COMPLETE
    with pytest.raises(NotAllowed):
        mark(1, 0, "77", person=own)
    paper = run(lambda uow: judging.get_sheet(uow, item_id=world.written), person=own)
    assert paper.rows == ()
    stranger = run(lambda uow: judging.get_sheet(uow, item_id=world.item), person=judge)
    assert stranger.judges == ()
    assert all(cell.points is None for row in stranger.rows for cell in row.cells.values())


def test_that_the_results_work_every_item_out_to_the_same_mark(run, world, mark_all):
    mark_all(0, "80 81 82 83 90")
    mark_all(1, "80 / 82 84 86")
    mark_all(2, "80 / / / 84")
    mark_all(3, "80 81")
    for at, (points, state) in enumerate((("91.5", ""), (None, "absent"), ("70", "zeroed"))):
        written(run, world, at, points, state)
    run(lambda uow: adjustments.add_adjustment(
        uow, nominee_id=world.nominees[1], item_id=world.item, points=D("-0.25"), reason="超时"))
    ours = {(one.item_id, one.nominee_id): one.final for one in run(judging.list_item_results)}
    draft = run(results.get_draft)
    of_key = {row.key: row.id for row in run(items.list_items)}
    theirs = {
        (of_key[column.key], line.nominee_id): mark
        for line in draft.individuals
        for column, mark in zip(draft.items, line.items, strict=True)
    }
    given = {place: mark for place, mark in ours.items() if mark is not None}
    assert {place: theirs[place] for place in given} == given
