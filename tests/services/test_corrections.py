from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.rules.marks import UnclearMark
from exam.services import corrections, marks, results, sittings
from exam.services.journal import list_entries
from tests.written import lock_up, seal

Run = Callable[..., Any]
D = Decimal


@pytest.fixture
def sitting(run: Run, recorder: Person, rechecker: Person) -> sittings.SittingRow:
    return lock_up(run, recorder, rechecker)


@pytest.fixture
def paper(run: Run, sitting: sittings.SittingRow) -> corrections.FoundPaper:
    return run(lambda uow: corrections.find_paper(uow, code=" 2026 0002 "))


def propose(run: Run, paper: corrections.FoundPaper, person: Person, points: int = 52) -> corrections.CorrectionRow:
    return run(
        lambda uow: corrections.propose_correction(
            uow, candidate_id=paper.candidate_id, section_id=paper.sections[0].section_id, points=D(points),
            reason=" 第3题 漏加 ",
        ),
        person,
    )  # fmt: skip


def look(run: Run, made: corrections.CorrectionRow, person: Person | None = None) -> corrections.Effect:
    return run(
        lambda uow: corrections.get_effect(
            uow, candidate_id=made.candidate_id, section_id=made.section_id, points=made.new
        ),
        person,
    )


def confirm(run: Run, made: corrections.CorrectionRow, token: str, person: Person | None = None) -> Any:
    return run(
        lambda uow: corrections.confirm_correction(
            uow, correction_id=made.id, seen_version=made.version, seen_effect=token
        ),
        person,
    )


def test_that_the_effect_lists_every_place_and_average_that_moves(
    run: Run, paper: corrections.FoundPaper, rechecker: Person
) -> None:
    made = propose(run, paper, rechecker)
    assert (made.state, made.old, made.new, made.reason) == ("proposed", D(49), D(52), "第3题 漏加")
    effect = look(run, made)
    told = [(one.kind, one.what, one.old, one.new) for one in effect.changes]
    # 78 becomes 81: the second paper passes the first (80), and only their unit's average moves.
    assert told == [
        ("written", "total mark", "78", "81"), ("written", "rank", "2", "1"), ("written", "rank", "1", "2"),
        ("unit", "average", "76.00", "76.60"),
    ]  # fmt: skip
    assert effect.changes[0].who == paper.who
    assert run(lambda uow: marks.get_mark_row(uow, candidate_id=made.candidate_id)).total == D(78)


def test_that_another_person_confirms_and_the_mark_stays_verified(
    run: Run, paper: corrections.FoundPaper, rechecker: Person, sitting: sittings.SittingRow
) -> None:
    made = propose(run, paper, rechecker)
    with pytest.raises(RuleBroken, match="Somebody else confirms"):
        confirm(run, made, look(run, made, rechecker).token, rechecker)
    effect = look(run, made)
    done = confirm(run, made, effect.token)
    assert (done.state, done.decided_by, done.moves) == ("confirmed", "王办公", effect.changes)
    row = run(lambda uow: marks.get_mark_row(uow, candidate_id=made.candidate_id))
    assert (row.total, row.marks[0].verified_by, row.marks[0].entered_by) == (D(81), "王办公", "赵复核")
    assert run(lambda uow: sittings.get_sitting(uow, sitting_id=sitting.id)).locked
    average = run(results.get_draft).units
    assert next(line.average for line in average if line.unit == paper.unit) == D("76.60")
    with pytest.raises(Conflict):
        confirm(run, made, effect.token)
    with pytest.raises(RuleBroken, match="decided already"):
        confirm(run, done, effect.token)
    told = run(list_entries)
    assert "written.correction_confirmed" in {entry.tag for entry in told}
    record = run(lambda uow: corrections.get_record(uow))
    line = record.lines[0]
    assert (line.number, line.old, line.new, line.proposer, line.confirmer) == ("1", "49", "52", "赵复核", "王办公")
    assert len(line.moves) == 4


def test_that_a_confirmation_holds_only_for_the_effect_that_was_seen(
    run: Run, paper: corrections.FoundPaper, rechecker: Person
) -> None:
    made = propose(run, paper, rechecker)
    seen = look(run, made).token
    first = run(lambda uow: corrections.find_paper(uow, code="20260001"))
    other = propose(run, first, rechecker, 60)
    confirm(run, other, look(run, other).token)
    with pytest.raises(Conflict, match="Look at what moves now"):
        confirm(run, made, seen)
    confirm(run, made, look(run, made).token)


def test_that_a_refused_correction_changes_nothing(
    run: Run, paper: corrections.FoundPaper, rechecker: Person
) -> None:
    made = propose(run, paper, rechecker)
    with pytest.raises(RuleBroken, match="still open"):
        propose(run, paper, rechecker, 55)

    def refuse(reason: str) -> Any:
        return run(
            lambda uow: corrections.refuse_correction(
                uow, correction_id=made.id, seen_version=made.version, reason=reason
            )
        )

    with pytest.raises(InvalidInput, match="Say why"):
        refuse(" ")
    assert refuse("试卷上是 49").state == "refused"
    assert run(lambda uow: marks.get_mark_row(uow, candidate_id=made.candidate_id)).total == D(78)
    assert propose(run, paper, rechecker, 55).state == "proposed"
    assert [row.state for row in run(lambda uow: corrections.list_corrections(uow))] == ["proposed", "refused"]


def test_that_a_proposal_needs_a_reason_a_new_mark_in_range_and_the_right(
    run: Run, paper: corrections.FoundPaper, recorder: Person, supervisor: Person
) -> None:
    def put(points: str, reason: str, person: Person | None = None) -> Any:
        return run(
            lambda uow: corrections.propose_correction(
                uow, candidate_id=paper.candidate_id, section_id=paper.sections[0].section_id, points=D(points),
                reason=reason,
            ),
            person,
        )  # fmt: skip

    with pytest.raises(InvalidInput, match="Say why"):
        put("50", " ")
    with pytest.raises(UnclearMark):
        put("61", "x")
    with pytest.raises(InvalidInput, match="stands already"):
        put("49.0", "x")
    for person in (recorder, supervisor):
        with pytest.raises(NotAllowed):
            put("50", "x", person)
    with pytest.raises(NotFound):
        run(lambda uow: corrections.find_paper(uow, code="99999999"))


def test_that_unlocked_marks_are_mended_in_the_grid_instead(
    run: Run, paper: corrections.FoundPaper, rechecker: Person, sitting: sittings.SittingRow
) -> None:
    from exam.services.sitting_locks import unlock_sitting

    run(lambda uow: unlock_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, reason="x"))
    with pytest.raises(RuleBroken, match="not locked yet"):
        propose(run, paper, rechecker)


def test_that_a_correction_in_a_sealed_sitting_tells_no_name_and_no_unit(
    run: Run, sitting: sittings.SittingRow, paper: corrections.FoundPaper, rechecker: Person
) -> None:
    names = {row.name for row in run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows} - {""}
    seal(run, sitting)
    with pytest.raises(NotFound):
        run(lambda uow: corrections.find_paper(uow, code="20260002"))
    from exam.rules.seals import sealed_number

    code = sealed_number(700_000 - 37)
    found = run(lambda uow: corrections.find_paper(uow, code=code))
    assert (found.code, found.who, found.unit, found.candidate_id) == (code, "", "", paper.candidate_id)
    made = propose(run, found, rechecker)
    effect = look(run, made)
    assert effect.sealed
    assert {one.kind for one in effect.changes} == {"written"}
    confirm(run, made, effect.token)
    told = repr(run(lambda uow: corrections.list_corrections(uow))) + repr(
        run(lambda uow: corrections.get_record(uow))
    )
    told += repr(effect) + repr(found) + "".join(str(one) for one in run(list_entries) if "correction" in one.tag)
    assert not [name for name in names if name in told]
    assert "2026000" not in told
    assert "分公司" not in told
