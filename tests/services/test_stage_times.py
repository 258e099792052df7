"""Times on stage and what they cost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exam.errors import NotAllowed, RuleBroken
from exam.rules.overtime import OvertimeRule
from exam.services import adjustments, judging, stage_times
from tests.final_world import build

D = Decimal
RULE = OvertimeRule(480, 30, D("0.5"))


@pytest.fixture
def world(run):
    return run(build)


@pytest.fixture
def limited(run, world):
    run(lambda uow: stage_times.set_overtime_rule(uow, item_id=world.item, rule=RULE))
    return world


def take(run, world, seconds, person=None):
    return run(
        lambda uow: stage_times.set_time(uow, item_id=world.item, nominee_id=world.nominees[0], seconds=seconds),
        person=person,
    )


def test_that_the_deduction_follows_from_the_time_and_a_new_time_replaces_it(run, limited):
    for judge in limited.judges:
        run(
            lambda uow, judge=judge: judging.save_judge_mark(
                uow, item_id=limited.item, nominee_id=limited.nominees[0], judge_id=judge, points=D(80)
            )
        )

    def final():
        row = run(lambda uow: judging.get_entrant(uow, item_id=limited.item, nominee_id=limited.nominees[0]))
        return row.mark, row.adjustment, row.final

    assert take(run, limited, 511) == 31
    assert final() == (D("80.00"), D("-1.00"), D("79.00"))
    take(run, limited, 490)
    assert final()[1:] == (D("-0.50"), D("79.50"))
    take(run, limited, 470)
    assert final()[2] == D("80.00")
    rows = run(lambda uow: adjustments.list_adjustments(uow, item_id=limited.item))
    assert [(row.points, row.voided) for row in rows] == [(D("-1.00"), True), (D("-0.50"), True)]
    assert "8:31" in rows[0].reason
    found = run(
        lambda uow: stage_times.find_time(uow, item_id=limited.item, nominee_id=limited.nominees[0])
    )
    assert found == 470


def test_that_the_limit_stays_once_times_were_taken(run, limited):
    take(run, limited, 400)
    with pytest.raises(RuleBroken):
        run(lambda uow: stage_times.set_overtime_rule(uow, item_id=limited.item, rule=OvertimeRule(60)))


def test_that_an_item_without_a_limit_takes_no_time(run, world):
    with pytest.raises(RuleBroken):
        take(run, world, 100)


def test_that_who_enters_marks_writes_times_down_and_judges_do_not(run, limited, recorder, judge):
    assert take(run, limited, 500, person=recorder) == 20
    with pytest.raises(NotAllowed):
        take(run, limited, 500, person=judge)
    rows = run(lambda uow: stage_times.list_times(uow, item_id=limited.item), person=recorder)
    first = next(row for row in rows if row.nominee_id == limited.nominees[0])
    assert (first.seconds, first.over, first.points, first.entered_by) == (500, 20, D("0.5"), recorder.name)
    assert [row.seconds for row in rows if row is not first] == [None] * (len(rows) - 1)
    assert run(lambda uow: judging.get_sheet(uow, item_id=limited.item)).untimed == len(rows) - 1
    assert run(lambda uow: judging.get_sheet(uow, item_id=limited.written)).untimed == 0


def test_that_a_time_is_verified_with_the_marks_by_somebody_else(run, limited, office, recorder, rechecker):
    nominee = limited.nominees[0]

    def progress():
        row = run(lambda uow: judging.get_entrant(uow, item_id=limited.item, nominee_id=nominee))
        return row.progress.value, row.entered_by

    def verify(person):
        run(lambda uow: judging.verify_marks(uow, item_id=limited.item, nominee_ids=[nominee]), person=person)

    for seat in limited.judges:
        run(
            lambda uow, seat=seat: judging.save_judge_mark(
                uow, item_id=limited.item, nominee_id=nominee, judge_id=seat, points=D(80)
            ),
            person=recorder,
        )
    verify(office)
    assert progress() == ("verified", (recorder.name,))
    take(run, limited, 511, person=rechecker)
    assert progress() == ("complete", (recorder.name, rechecker.name))
    with pytest.raises(NotAllowed):
        verify(rechecker)
    verify(office)
    take(run, limited, 511, person=rechecker)
    assert progress()[0] == "verified"
