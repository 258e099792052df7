"""One rule for every figure of a unit: sealed papers are nobody's, and only first entries add up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select

from exam.access import Person
from exam.errors import RuleBroken
from exam.rules.marks import Attendance
from exam.rules.sign_off import lacking
from exam.rules.snapshots import AVERAGE
from exam.services import (
    awards,
    marks,
    publications,
    result_units,
    results,
    seals,
    sign_in_desk,
    sitting_locks,
    sittings,
    verification,
    written_results,
)
from exam.services.mark_pairs import FIRST_ENTRY
from exam.unit_of_work import read
from models.database import Database
from models.sittings import WrittenMark
from tests.written import add_drawn_people

Run = Callable[..., Any]
D = Decimal
NAME = "第一场"


def make(run: Run, *, away: int = 0) -> sittings.SittingRow:
    """A sitting of two units, all signed in but the last ``away``, as many papers handed in."""
    run(add_drawn_people)
    begins = datetime.now(UTC) - timedelta(minutes=1)
    made = run(lambda uow: sittings.make_sitting(uow, name=NAME, starts_at=begins))
    rows = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=made.id)).rows
    for at, row in enumerate(rows):
        state = Attendance.ABSENT if at >= len(rows) - away else Attendance.PRESENT
        run(
            lambda uow, row=row, state=state: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
            )
        )
    return run(lambda uow: sittings.get_sitting(uow, sitting_id=made.id))


def seal(run: Run, made: sittings.SittingRow, witness: Person) -> None:
    hand_in = run(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=made.id))[0]
    papers = hand_in.counts.signed_in
    run(
        lambda uow: sign_in_desk.count_papers(
            uow, sitting_id=made.id, room_id=hand_in.room_id, count=papers, seen_version=hand_in.version
        )
    )
    version = now(run, made).version
    run(lambda uow: seals.seal_sitting(uow, sitting_id=made.id, seen_version=version, witness=witness))


def now(run: Run, made: sittings.SittingRow) -> sittings.SittingRow:
    return run(lambda uow: sittings.get_sitting(uow, sitting_id=made.id))


def enter(run: Run, made: sittings.SittingRow, recorder: Person, rechecker: Person) -> None:
    """A mark for every paper, 70 and up in the order of numbers, verified by another person."""
    section = made.sections[0].id
    rows = [
        row for row in run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).rows
        if row.attendance is not Attendance.ABSENT
    ]  # fmt: skip
    for at, row in enumerate(rows):
        run(
            lambda uow, row=row, at=at: marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=section, points=D(70 + at), seen_version=0
            ),
            recorder,
        )
    run(lambda uow: marks.verify_marks(uow, sitting_id=made.id), rechecker)


def lock(run: Run, made: sittings.SittingRow, witness: Person) -> None:
    version = now(run, made).version
    run(lambda uow: sitting_locks.lock_sitting(uow, sitting_id=made.id, seen_version=version, witness=witness))


def open_up(run: Run, made: sittings.SittingRow, witness: Person) -> None:
    version = now(run, made).version
    run(lambda uow: seals.open_seals(uow, sitting_id=made.id, seen_version=version, witness=witness))


def publish(run: Run, **more: Any) -> publications.PublicationRow:
    return run(lambda uow: publications.publish(uow, **more), serializable=True)


def figures(run: Run) -> list[tuple[Decimal | None, Decimal | None]]:
    return [(unit.average, unit.participation_rate) for unit in run(results.get_draft).units]


def assert_held_back(run: Run, database: Database, office: Person) -> None:
    """No figure of a unit anywhere, the draft says why, and the second calculation agrees."""
    draft = run(results.get_draft)
    assert figures(run) == [(None, None), (None, None)]
    assert [step.params for step in draft.incomplete if step.text == result_units.SEALED_STEP] == [{"names": NAME}]
    assert result_units.MISSING_STEP not in {step.text for step in draft.incomplete}
    assert not [line for line in draft.awards if line.kind == "organisation"]
    assert [row.result.sum_of_marks for row in run(result_units.list_unit_averages)] == [D(0), D(0)]
    assert run(written_results.get_written_results).units == ()
    assert read(database, office, verification.verify).clean


@pytest.fixture
def awarded(run: Run) -> None:
    run(lambda uow: awards.add_usual_awards(uow))


@pytest.mark.usefixtures("awarded")
def test_that_a_sealed_sitting_counts_for_no_unit_until_it_is_opened(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    made = make(run)
    seal(run, made, supervisor)
    assert_held_back(run, database, office)
    enter(run, made, recorder, rechecker)
    assert_held_back(run, database, office)
    lock(run, made, supervisor)
    assert_held_back(run, database, office)
    open_up(run, made, supervisor)
    assert [rate for _, rate in figures(run)] == [D(100), D(100)]
    assert sum(average or 0 for average, _ in figures(run)) == D(145)
    assert [unit.average for unit in run(written_results.get_written_results).units] == [
        average for average, _ in figures(run)
    ]
    assert result_units.SEALED_STEP not in {step.text for step in run(results.get_draft).incomplete}
    assert [line.kind for line in run(results.get_draft).awards].count("organisation") > 0
    assert read(database, office, verification.verify).clean


def test_that_a_zero_for_cheating_behind_a_seal_gives_no_unit_away(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    made = make(run)
    seal(run, made, supervisor)
    enter(run, made, recorder, rechecker)
    row = run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).rows[0]
    run(
        lambda uow: marks.set_attendance(
            uow, candidate_id=row.candidate_id, attendance=Attendance.ZEROED, seen_version=row.version
        )
    )
    assert [line.result.zeroed for line in run(result_units.list_unit_averages)] == [0, 0]
    assert_held_back(run, database, office)


def test_that_a_unit_without_papers_behind_the_seals_has_its_figures(
    run: Run, database: Database, office: Person, supervisor: Person
) -> None:
    """Who was absent was written down at the door: nothing of theirs is sealed."""
    made = make(run, away=3)
    seal(run, made, supervisor)
    first, second = sorted(run(results.get_draft).units, key=lambda unit: unit.unit_code)
    assert (first.average, second.average, second.participation_rate) == (None, D(0), D(0))
    assert read(database, office, verification.verify).clean


def test_that_a_sealed_sitting_is_not_signed_off_and_interim_results_say_so(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    made = make(run)
    seal(run, made, supervisor)
    enter(run, made, recorder, rechecker)
    lock(run, made, supervisor)
    with pytest.raises(RuleBroken):
        publish(run, witness=supervisor.name)
    row = publish(run, witness=supervisor.name, despite_incomplete=True)
    frozen = run(lambda uow: publications.get_publication(uow, number=row.number))
    assert frozen.interim
    assert result_units.SEALED_STEP in {step.text for step in frozen.incomplete}
    assert [unit.average for unit in frozen.units] == [None, None]
    open_up(run, made, supervisor)
    # The first publication is still right for its own moment, and the next one has the averages.
    assert read(database, office, verification.verify).clean
    publish(run, seen_number=1, witness=supervisor.name, despite_incomplete=True)
    assert read(database, office, verification.verify).clean


def test_that_a_sitting_without_seals_counts_at_once_and_says_that_it_is_not_locked(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    made = make(run)
    enter(run, made, recorder, rechecker)
    assert figures(run) == [(D("74.00"), D("100.00")), (D("71.00"), D("100.00"))]
    assert [step.params for step in lacking(run(results.get_draft)) if "locked" in step.text] == [{"names": NAME}]
    assert run(result_units.find_open_sittings) == result_units.OpenSittings((NAME,), ())
    assert read(database, office, verification.verify).clean
    lock(run, made, supervisor)
    assert run(result_units.find_open_sittings).none
    assert not [step for step in lacking(run(results.get_draft)) if "All-staff" in step.text or "locked" in step.text]


def test_that_the_second_calculation_knows_the_entries_that_seal_and_open() -> None:
    """It shares no code with the rest, so it names them itself."""
    from exam import journal
    from exam.verification import state

    tags = (journal.PAPERS_SEALED, journal.SEALS_WITHDRAWN, journal.SEALS_OPENED)
    assert tuple(tag.name for tag in tags) == state._SEALS


def test_that_withdrawn_seals_hold_nothing_back(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    made = make(run)
    seal(run, made, supervisor)
    version = now(run, made).version
    run(
        lambda uow: seals.withdraw_seals(
            uow, sitting_id=made.id, seen_version=version, reason="一份试卷还没有收回", witness=supervisor
        )
    )
    enter(run, made, recorder, rechecker)
    assert [average for average, _ in figures(run)] == [D("74.00"), D("71.00")]
    assert read(database, office, verification.verify).clean


def test_that_second_entries_never_add_to_a_total(
    run: Run, database: Database, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    """Also a second entry of another value, as an import or an earlier setting could leave it."""
    from exam.services import corrections, recheck

    made = make(run)
    enter(run, made, recorder, rechecker)
    lock(run, made, supervisor)
    before = everything(run, made, database, office)

    def type_again(uow: Any) -> None:
        from exam import journal

        for mark in uow.session.scalars(select(WrittenMark).where(WrittenMark.entry == FIRST_ENTRY)).all():
            uow.session.add(
                WrittenMark(
                    candidate_id=mark.candidate_id, section_id=mark.section_id, entry=2, points=D(99),
                    entered_by=supervisor.name, entered_by_id=supervisor.account_id, entered_at=uow.now,
                )
            )  # fmt: skip
        uow.record(journal.MARK_SAVED_AGAIN, NAME)

    run(type_again)
    assert everything(run, made, database, office) == before
    frozen = run(lambda uow: recheck.freeze_recheck(uow, sitting_id=made.id))
    assert frozen.marked == 6
    row = run(written_results.get_written_results).lines[0]
    paper = run(lambda uow: corrections.find_paper(uow, code=row.code))
    assert [part.points for part in paper.sections] == [row.total]
    effect = run(
        lambda uow: corrections.get_effect(
            uow, candidate_id=paper.candidate_id, section_id=made.sections[0].id, points=D(60)
        )
    )
    assert {"74.00"} == {change.old for change in effect.changes if change.kind == "unit" and change.what == AVERAGE}


def everything(run: Run, made: sittings.SittingRow, database: Database, office: Person) -> Any:
    """Every total that is made of written marks."""
    written = run(written_results.get_written_results)
    sheet = run(lambda uow: marks.list_marks(uow, sitting_id=made.id))
    found = read(database, office, verification.verify)
    return (
        [(line.code, line.place, line.total) for line in written.lines], written.summary, written.bins,
        [(unit.unit_code, unit.average, unit.sum_of_marks, unit.sat) for unit in run(results.get_draft).units],
        [(row.paper, row.total, row.state) for row in sheet.rows], found.clean,
    )  # fmt: skip
