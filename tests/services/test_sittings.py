from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.marks import Attendance
from exam.services import marks, sitting_locks, sittings, waiting
from exam.services.competition import change_rule, list_stages
from exam.services.journal import list_entries
from models.draws import Pick
from models.people import Staff
from tests.written import add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow))


def test_that_a_sitting_is_made_from_the_drawn_people_only(run: Run) -> None:
    run(add_drawn_people)
    assert [(row.unit, row.people) for row in run(waiting.list_waiting)] == [("第1分公司", 3), ("第2分公司", 3)]
    made = run(lambda uow: sittings.make_sitting(uow, name=" 第一场 ", place="三楼机房"))
    assert (made.name, made.candidates, made.full, made.locked) == ("第一场", 6, Decimal(100), False)
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).rows
    assert [row.ticket_number for row in rows] == [f"2026{n:04}" for n in range(1, 7)]
    assert [row.unit for row in rows] == ["第1分公司"] * 3 + ["第2分公司"] * 3
    assert run(waiting.list_waiting) == ()


def test_that_a_sitting_without_drawn_people_is_refused(run: Run) -> None:
    with pytest.raises(RuleBroken, match="Run the draw first"):
        run(lambda uow: sittings.make_sitting(uow))


def test_that_sections_must_add_up_to_the_full_mark(run: Run) -> None:
    run(add_drawn_people)
    wrong = [("客观题", Decimal(60)), ("主观题", Decimal(30))]
    with pytest.raises(InvalidInput, match="add up to 90, but the paper has 100"):
        run(lambda uow: sittings.make_sitting(uow, sections=wrong))
    right = [("客观题", Decimal(60)), ("主观题", Decimal(40))]
    made = run(lambda uow: sittings.make_sitting(uow, sections=right))
    assert [(part.name, part.scale.full) for part in made.sections] == right


def test_that_several_sittings_go_on_with_the_ticket_numbers(run: Run) -> None:
    run(add_drawn_people)
    first_unit = run(lambda uow: uow.session.scalar(select(Staff.unit_id).order_by(Staff.id)))
    run(lambda uow: sittings.make_sitting(uow, unit_ids=[first_unit]))
    second = run(lambda uow: sittings.make_sitting(uow))
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=second.id)).rows
    assert [row.ticket_number for row in rows] == ["20260004", "20260005", "20260006"]


def test_that_a_recorder_cannot_make_a_sitting(run: Run, recorder: Person) -> None:
    run(add_drawn_people)
    with pytest.raises(NotAllowed):
        run(lambda uow: sittings.make_sitting(uow), recorder)


def step_up_one(uow: Any) -> None:
    """The first drawn person is struck, the first alternate steps up."""
    from exam import journal

    struck = uow.session.scalar(select(Pick).where(Pick.kind == "D").order_by(Pick.id))
    struck.state = "struck"
    up = uow.session.scalar(select(Pick).where(Pick.kind == "A").order_by(Pick.id))
    up.state = "stepped_up"
    uow.session.flush()
    uow.record(journal.DRAW_STRUCK, struck.name)


def test_that_strikes_reach_the_sitting(run: Run, sitting: sittings.SittingRow) -> None:
    run(step_up_one)
    changes = run(lambda uow: sittings.update_candidates(uow, sitting_id=sitting.id))
    assert (changes.added, changes.removed, changes.kept) == (1, 1, 0)
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows
    assert [row.ticket_number for row in rows] == [f"2026{n:04}" for n in range(2, 8)]
    again = run(lambda uow: sittings.update_candidates(uow, sitting_id=sitting.id))
    assert (again.added, again.removed) == (0, 0)


def test_that_an_update_leaves_units_alone_that_wait_for_another_sitting(run: Run) -> None:
    run(add_drawn_people)
    one, two = run(waiting.list_waiting)
    first = run(lambda uow: sittings.make_sitting(uow, unit_ids=[one.unit_id]))
    run(step_up_one)
    joins, waits = sorted(run(waiting.list_waiting), key=lambda row: row.unit_id)
    assert (joins.people, joins.follows(first.id)) == (1, True)
    assert (waits, waits.follows(first.id)) == (two, False)
    changes = run(lambda uow: sittings.update_candidates(uow, sitting_id=first.id))
    assert (changes.added, changes.removed) == (1, 1)
    second = run(lambda uow: sittings.make_sitting(uow))
    assert second.candidates == 3
    assert run(lambda uow: sittings.get_sitting(uow, sitting_id=first.id)).candidates == 3


def test_that_a_sitting_is_changed_only_from_what_was_seen(run: Run, sitting: sittings.SittingRow) -> None:
    values = {"name": "下午场", "starts_at": None, "minutes": 60, "place": "二楼"}
    changed = run(
        lambda uow: sittings.change_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, **values)
    )
    assert (changed.name, changed.minutes) == ("下午场", 60)
    with pytest.raises(Conflict):
        run(lambda uow: sittings.change_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, **values))


def test_that_sections_stay_once_marks_stand_in_them(run: Run, sitting: sittings.SittingRow) -> None:
    row = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows[0]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=sitting.sections[0].id, points=Decimal(80), seen_version=0
        )
    )
    with pytest.raises(RuleBroken, match="sections cannot be changed"):
        run(
            lambda uow: sittings.change_sitting(
                uow, sitting_id=sitting.id, seen_version=sitting.version, name="x", starts_at=None, minutes=90,
                place="", sections=[("客观题", Decimal(50)), ("主观题", Decimal(50))],
            )
        )  # fmt: skip


def fill(run: Run, sitting: sittings.SittingRow, person: Person | None = None) -> None:
    """A mark for everybody but the last one, who was absent."""
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows
    section = sitting.sections[0].id

    def enter(uow: Any) -> None:
        for row in rows[:-1]:
            marks.save_mark(uow, candidate_id=row.candidate_id, section_id=section, points=Decimal(80), seen_version=0)
        marks.set_attendance(
            uow, candidate_id=rows[-1].candidate_id, attendance=Attendance.ABSENT, seen_version=rows[-1].version
        )

    run(enter, person)


def lock(run: Run, sitting: sittings.SittingRow, witness: Person, person: Person | None = None) -> Any:
    return run(
        lambda uow: sitting_locks.lock_sitting(
            uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness
        ),
        person,
    )


def test_that_locking_needs_every_mark_verified_and_two_people(
    run: Run, sitting: sittings.SittingRow, office: Person, recorder: Person, rechecker: Person
) -> None:
    with pytest.raises(RuleBroken, match="without a mark or a state: 6"):
        lock(run, sitting, rechecker)
    fill(run, sitting, recorder)
    with pytest.raises(RuleBroken, match="not yet verified: 5"):
        lock(run, sitting, rechecker)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    with pytest.raises(RuleBroken, match="two people"):
        lock(run, sitting, office)
    locked = lock(run, sitting, rechecker)
    assert (locked.locked, locked.locked_by, locked.witness) == (True, office.name, rechecker.name)
    stage = next(stage for stage in run(list_stages) if stage.stage == "written")
    assert (stage.locked, stage.witness) == (True, rechecker.name)


def test_that_a_locked_sitting_takes_no_mark_until_it_is_opened_with_a_reason(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    fill(run, sitting, recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    locked = lock(run, sitting, rechecker)
    row = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows[0]

    def change(uow: Any) -> Any:
        return marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=sitting.sections[0].id, points=Decimal(81),
            seen_version=row.marks[0].version,
        )  # fmt: skip

    with pytest.raises(RuleBroken, match="locked by"):
        run(change)
    with pytest.raises(InvalidInput):
        run(
            lambda uow: sitting_locks.unlock_sitting(
                uow, sitting_id=sitting.id, seen_version=locked.version, reason=" "
            )
        )
    run(
        lambda uow: sitting_locks.unlock_sitting(
            uow, sitting_id=sitting.id, seen_version=locked.version, reason="漏录一份试卷"
        )
    )
    assert run(change).total == Decimal(81)
    tags = [entry.tag for entry in run(lambda uow: list_entries(uow, topic="written"))]
    assert tags[:3] == ["written.mark_saved", "written.unlocked", "written.locked"]


def test_that_the_full_mark_of_the_rules_is_the_papers(run: Run) -> None:
    run(add_drawn_people)
    run(lambda uow: change_rule(uow, key="written_full", text="150"))
    assert run(lambda uow: sittings.make_sitting(uow)).full == Decimal(150)
