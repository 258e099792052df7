from __future__ import annotations

import uuid
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import AlreadySaved, Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.marks import Attendance
from exam.services import marks, result_units, sittings
from exam.services.competition import change_rule
from exam.services.journal import list_entries
from exam.services.mark_rows import MarkRow, MarkState
from tests.written import SECTIONS, add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow))


def rows(run: Run, sitting: sittings.SittingRow, person: Person | None = None) -> tuple[MarkRow, ...]:
    return run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id), person).rows


def save(
    run: Run, row: MarkRow, points: str | None, person: Person | None = None, part: int = 0, **more: Any
) -> MarkRow:
    mark = row.marks[part]
    return run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=mark.section_id,
            points=None if points is None else Decimal(points), seen_version=mark.version,
        ),
        person, **more,
    )  # fmt: skip


def attend(run: Run, row: MarkRow, state: Attendance | None, person: Person | None = None) -> MarkRow:
    return run(
        lambda uow: marks.set_attendance(
            uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
        ),
        person,
    )


def entries(run: Run) -> list[Any]:
    return run(lambda uow: list_entries(uow, topic="written"))


def test_that_a_saved_mark_stands_with_its_recorder_and_one_journal_entry(
    run: Run, sitting: sittings.SittingRow, recorder: Person
) -> None:
    before = len(entries(run))
    saved = save(run, rows(run, sitting)[0], "88.5", recorder)
    assert (saved.total, saved.attendance, saved.state) == (Decimal("88.5"), Attendance.PRESENT, MarkState.TO_VERIFY)
    assert saved.marks[0].entered_by == recorder.name
    assert len(entries(run)) == before + 1
    entry = entries(run)[0]
    assert (entry.subject, entry.details["old"], Decimal(entry.details["new"])) == (
        "20260001", None, Decimal("88.5"),
    )  # fmt: skip


def test_that_missing_is_not_zero(run: Run, sitting: sittings.SittingRow) -> None:
    first, second, *_ = rows(run, sitting)
    save(run, first, "0")
    first, second, *_ = rows(run, sitting)
    assert (first.total, second.total) == (Decimal(0), None)


def test_that_a_mark_above_the_full_mark_or_off_the_step_is_refused(run: Run, sitting: sittings.SittingRow) -> None:
    row = rows(run, sitting)[0]
    with pytest.raises(InvalidInput, match="outside 0 to 100"):
        save(run, row, "101")
    run(lambda uow: change_rule(uow, key="mark_step", text="0.5"))
    with pytest.raises(InvalidInput, match="steps of"):
        save(run, row, "88.3")
    assert rows(run, sitting)[0].total is None


def test_that_saving_the_same_mark_twice_writes_once(run: Run, sitting: sittings.SittingRow) -> None:
    row = rows(run, sitting)[0]
    save(run, row, "88")
    before = len(entries(run))
    save(run, row, "88")
    assert len(entries(run)) == before


def test_that_a_repeated_request_is_recognised(run: Run, sitting: sittings.SittingRow) -> None:
    row, request = rows(run, sitting)[0], str(uuid.uuid4())
    save(run, row, "88", request=request)
    with pytest.raises(AlreadySaved):
        save(run, row, "88", request=request)
    assert len([entry for entry in entries(run) if entry.tag == "written.mark_saved"]) == 1


def test_that_two_recorders_on_one_candidate_get_both_values_shown(
    run: Run, sitting: sittings.SittingRow, recorder: Person
) -> None:
    row = rows(run, sitting)[0]
    save(run, row, "58", recorder)
    with pytest.raises(Conflict, match="58") as caught:
        save(run, row, "85")
    assert (caught.value.params["theirs"], caught.value.params["mine"]) == ("58", "85")
    assert rows(run, sitting)[0].total == Decimal(58)


def test_that_clearing_a_mark_makes_it_missing(run: Run, sitting: sittings.SittingRow) -> None:
    saved = save(run, rows(run, sitting)[0], "88")
    cleared = save(run, saved, None)
    assert (cleared.total, cleared.state) == (None, MarkState.TO_ENTER)
    again = save(run, cleared, "77")
    assert again.total == Decimal(77)


def test_that_an_absent_persons_marks_are_taken_out_and_stay_in_the_journal(
    run: Run, sitting: sittings.SittingRow
) -> None:
    saved = save(run, rows(run, sitting)[0], "88")
    gone = attend(run, saved, Attendance.ABSENT)
    assert (gone.total, gone.state) == (None, MarkState.AWAY)
    assert entries(run)[0].details["cleared"] == ["88"]
    back = save(run, gone, "66")
    assert (back.attendance, back.total) == (Attendance.PRESENT, Decimal(66))


def test_that_clearing_an_absent_candidate_makes_the_state_unknown(run: Run, sitting: sittings.SittingRow) -> None:
    gone = attend(run, rows(run, sitting)[0], Attendance.ABSENT)
    assert save(run, gone, None).attendance is None


def test_that_a_late_or_zeroed_candidate_keeps_the_state_when_a_mark_comes(
    run: Run, sitting: sittings.SittingRow
) -> None:
    late = attend(run, rows(run, sitting)[0], Attendance.LATE)
    assert save(run, late, "70").attendance is Attendance.LATE
    zeroed = attend(run, rows(run, sitting)[1], Attendance.ZEROED)
    assert zeroed.state is MarkState.DONE
    assert save(run, zeroed, "70").attendance is Attendance.ZEROED


def test_that_two_people_setting_a_state_conflict(run: Run, sitting: sittings.SittingRow) -> None:
    row = rows(run, sitting)[0]
    attend(run, row, Attendance.ABSENT)
    attend(run, row, Attendance.ABSENT)
    with pytest.raises(Conflict):
        attend(run, row, Attendance.EXCUSED)


def test_that_nobody_verifies_their_own_marks(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    first, second, *_ = rows(run, sitting)
    save(run, first, "80", recorder)
    with pytest.raises(RuleBroken, match="entered by you"):
        run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), recorder)
    save(run, second, "81", rechecker)
    outcome = run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    assert (outcome.verified, outcome.own) == (1, 1)
    states = [row.state for row in rows(run, sitting)[:3]]
    assert states == [MarkState.DONE, MarkState.TO_VERIFY, MarkState.TO_ENTER]


def test_that_a_changed_mark_must_be_verified_anew(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    save(run, rows(run, sitting)[0], "80", recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    seen = rows(run, sitting)[0]
    assert seen.marks[0].verified_by == rechecker.name
    assert save(run, seen, "81", recorder).state is MarkState.TO_VERIFY


def test_that_nothing_to_verify_is_said(run: Run, sitting: sittings.SittingRow, rechecker: Person) -> None:
    with pytest.raises(RuleBroken, match="No mark waits"):
        run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)


def test_that_recorders_see_no_names_and_no_units(run: Run, sitting: sittings.SittingRow, recorder: Person) -> None:
    row = rows(run, sitting, recorder)[0]
    assert (row.name, row.unit, row.staff_number, row.unit_id) == ("", "", "", 0)
    assert "张" not in row.search
    assert rows(run, sitting)[0].name


def test_that_judges_and_supervisors_enter_nothing(
    run: Run, sitting: sittings.SittingRow, judge: Person, supervisor: Person
) -> None:
    row = rows(run, sitting)[0]
    for person in (judge, supervisor):
        with pytest.raises(NotAllowed):
            save(run, row, "80", person)


def test_that_sections_add_up_only_when_all_are_marked(run: Run) -> None:
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS))
    row = rows(run, made)[0]
    half = save(run, row, "50")
    assert (half.total, half.state) == (None, MarkState.ENTERING)
    whole = save(run, half, "38.5", part=1)
    assert (whole.total, whole.state) == (Decimal("88.5"), MarkState.TO_VERIFY)
    with pytest.raises(InvalidInput):
        save(run, rows(run, made)[1], "41", part=1)


def test_that_progress_counts_seen_and_expected(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    first, second, third, *_ = rows(run, sitting)
    save(run, first, "80", recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id), rechecker)
    save(run, second, "80", recorder)
    attend(run, third, Attendance.EXCUSED)
    progress = run(lambda uow: marks.get_progress(uow, sitting_id=sitting.id))
    assert (progress.expected, progress.seen, progress.done, progress.to_verify, progress.away) == (6, 3, 1, 1, 1)
    assert progress.open == progress.to_enter == 3


def test_that_unit_averages_follow_the_absence_rule(run: Run, sitting: sittings.SittingRow) -> None:
    first, second, third, *_ = rows(run, sitting)
    save(run, first, "80")
    save(run, second, "90.5")
    attend(run, third, Attendance.ABSENT)
    one, two = run(result_units.list_unit_averages)
    assert (one.unit, one.result.average, one.result.participation_rate) == (
        "第1分公司", Decimal("56.83"), Decimal("66.67"),
    )  # fmt: skip
    assert (two.result.average, two.result.missing) == (None, 3)
    run(lambda uow: change_rule(uow, key="absence_rule", text="leave_out"))
    assert run(result_units.list_unit_averages)[0].result.average == Decimal("85.25")


def test_that_unit_averages_are_not_for_those_who_mark_blind(
    run: Run, sitting: sittings.SittingRow, recorder: Person
) -> None:
    with pytest.raises(NotAllowed):
        run(result_units.list_unit_averages, recorder)
