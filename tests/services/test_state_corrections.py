"""A state that was wrong after the lock: two people, a reason, and what it moves before anybody confirms."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.marks import Attendance
from exam.services import corrections, marks, sittings, state_corrections, written_results
from exam.services.journal import check_chain, list_entries
from exam.services.proposals import Effect
from exam.unit_of_work import trial
from models.database import Database
from tests.written import lock_up, seal

Run = Callable[..., Any]
D = Decimal


@pytest.fixture
def sitting(run: Run, recorder: Person, rechecker: Person) -> sittings.SittingRow:
    return lock_up(run, recorder, rechecker)


@pytest.fixture
def paper(run: Run, sitting: sittings.SittingRow) -> corrections.FoundPaper:
    return run(lambda uow: corrections.find_paper(uow, code="20260002"))


def propose(run: Run, paper: Any, state: Attendance, person: Person | None = None, points: Any = None) -> Any:
    return run(
        lambda uow: state_corrections.propose_state(
            uow, candidate_id=paper.candidate_id, attendance=state, points=points or {}, reason=" 监考记录 更正 "
        ),
        person,
    )


def effect(database: Database, row: Any, person: Person) -> Effect:
    return trial(database, person, lambda uow: state_corrections.get_state_effect(uow, correction_id=row.id))


def confirm(run: Run, row: Any, token: str, person: Person | None = None) -> Any:
    return run(
        lambda uow: state_corrections.confirm_state(
            uow, correction_id=row.id, seen_version=row.version, seen_effect=token
        ),
        person,
    )


def line(run: Run, ticket: str) -> written_results.WrittenLine:
    found = run(written_results.get_written_results)
    return next(one for one in found.lines if one.ticket_number == ticket)


def test_that_a_paper_is_zeroed_after_the_lock_by_two_people(
    database: Database, run: Run, paper: Any, rechecker: Person, office: Person
) -> None:
    row = propose(run, paper, Attendance.ZEROED, rechecker)
    assert (row.state, row.old, row.new, row.reason) == (
        "proposed", Attendance.PRESENT, Attendance.ZEROED, "监考记录 更正",
    )  # fmt: skip
    with pytest.raises(RuleBroken, match="Somebody else confirms"):
        confirm(run, row, effect(database, row, rechecker).token, rechecker)
    seen = effect(database, row, office)
    told = [(one.kind, one.what, one.old, one.new) for one in seen.changes]
    assert told[:2] == [("written", "total mark", "78", "0"), ("written", "rank", "2", "20")]
    assert ("unit", "average", "76.00", "60.40") in told
    assert line(run, "20260002").total == D(78), "looking changes nothing"
    done = confirm(run, row, seen.token)
    assert (done.state, done.decided_by, done.moves) == ("confirmed", office.name, seen.changes)
    assert (line(run, "20260002").total, line(run, "20260002").place) == (0, 20)
    assert run(lambda uow: sittings.get_sitting(uow, sitting_id=1)).locked
    entry = run(lambda uow: list_entries(uow, topic="written"))[0]
    assert (entry.tag, entry.details["old"], entry.details["new"], entry.details["field"]) == (
        "written.correction_confirmed", "present", "zeroed", "attendance",
    )  # fmt: skip
    assert run(check_chain).broken_at is None


def test_that_somebody_wrongly_absent_gets_state_and_marks(
    database: Database, run: Run, paper: Any, rechecker: Person, office: Person
) -> None:
    away = propose(run, paper, Attendance.ABSENT, rechecker)
    confirm(run, away, effect(database, away, office).token)
    assert (line(run, "20260002").total, line(run, "20260002").marks) == (None, (None, None))
    with pytest.raises(InvalidInput, match="Type the mark"):
        propose(run, paper, Attendance.PRESENT, rechecker)
    first, second = (part.section_id for part in paper.sections)
    back = propose(run, paper, Attendance.LATE, rechecker, {first: D(49), second: D(29)})
    done = confirm(run, back, effect(database, back, office).token)
    found = line(run, "20260002")
    assert (found.total, found.place, found.attendance) == (78, 2, Attendance.LATE)
    mark = run(lambda uow: marks.get_mark_row(uow, candidate_id=paper.candidate_id)).marks[0]
    assert (mark.entered_by, mark.verified_by) == (rechecker.name, office.name)
    assert done.id == 2
    (absent, late) = run(lambda uow: corrections.get_record(uow, sitting_id=1)).lines
    assert (absent.number, absent.field, absent.old, absent.new) == ("S1", "参考状态", "正常", "缺考")
    assert (late.new, late.reason, late.proposer, late.confirmer) == (
        "迟到 49+29", "监考记录 更正", rechecker.name, office.name,
    )  # fmt: skip
    assert any("2" in move for move in late.moves)


def test_that_a_state_is_refused_or_overtaken(
    database: Database, run: Run, paper: Any, rechecker: Person, office: Person, recorder: Person
) -> None:
    with pytest.raises(NotAllowed):
        propose(run, paper, Attendance.ZEROED, recorder)
    with pytest.raises(InvalidInput, match="stands already"):
        propose(run, paper, Attendance.PRESENT, rechecker)
    row = propose(run, paper, Attendance.ZEROED, rechecker)
    with pytest.raises(RuleBroken, match="S1"):
        propose(run, paper, Attendance.ABSENT, rechecker)
    with pytest.raises(Conflict):
        confirm(run, row, "another effect")
    assert line(run, "20260002").total == D(78)
    gone = run(
        lambda uow: state_corrections.refuse_state(uow, correction_id=row.id, seen_version=row.version, reason="无证据")
    )
    assert (gone.state, gone.refusal) == ("refused", "无证据")
    with pytest.raises(RuleBroken, match="decided already"):
        confirm(run, gone, "x")
    assert run(lambda uow: corrections.get_record(uow, sitting_id=1)).lines == ()


def test_that_a_sealed_paper_keeps_its_state_until_the_opening(
    run: Run, sitting: sittings.SittingRow, paper: Any, rechecker: Person
) -> None:
    seal(run, sitting)
    with pytest.raises(RuleBroken, match="Open the seals first"):
        propose(run, paper, Attendance.ZEROED, rechecker)


def test_that_people_who_see_codes_are_told_no_name(
    database: Database, run: Run, paper: Any, rechecker: Person, office: Person
) -> None:
    row = propose(run, paper, Attendance.ZEROED, office)
    seen = effect(database, row, rechecker)
    assert paper.who not in repr(seen)
    confirm(run, row, seen.token, rechecker)
    (told,) = run(state_corrections.list_state_corrections, rechecker)
    assert paper.who not in repr(told)
