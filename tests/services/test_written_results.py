from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import NotAllowed
from exam.services import marks, sittings, written_results
from tests.written import add_drawn_people, lock_up, seal

Run = Callable[..., Any]
D = Decimal


@pytest.fixture
def sitting(run: Run, recorder: Person, rechecker: Person) -> sittings.SittingRow:
    return lock_up(run, recorder, rechecker)


def test_that_nothing_is_told_before_the_lock(run: Run) -> None:
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow, name="上午场"))
    row = run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).rows[0]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=made.sections[0].id, points=D(80), seen_version=0
        )
    )
    found = run(written_results.get_written_results)
    assert not found.anything
    assert (found.waiting, found.units, found.summary.count) == (("上午场",), (), 0)


def test_that_the_standing_units_and_items_come_out_of_the_locked_marks(
    run: Run, sitting: sittings.SittingRow
) -> None:
    found = run(written_results.get_written_results)
    assert [line.place for line in found.lines] == list(range(1, 21))
    best = found.lines[0]
    assert (best.ticket_number, best.total, best.marks, best.unit) == ("20260001", D(80), (D(50), D(30)), "第1分公司")
    assert found.sections == ("客观题", "主观题")
    assert (found.expected, found.sat, found.summary.mean, found.summary.median) == (20, 20, D("61.00"), D("61.00"))
    assert sum(one.count for one in found.bins) == 20
    assert [unit.average for unit in found.units] == [D("76.00"), D("66.00"), D("56.00"), D("46.00")]
    analysis = found.analyses[0].found
    assert (analysis.candidates, analysis.too_few) == (20, True)
    # Both sections fall by one from paper to paper: they go together perfectly.
    assert [item.item_rest.quantize(D("0.0001")) for item in analysis.items] == [D(1), D(1)]
    assert analysis.alpha.quantize(D("0.0001")) == D(1)


def test_that_recorders_see_no_results_and_rechecker_no_names(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    with pytest.raises(NotAllowed):
        run(written_results.get_written_results, recorder)
    found = run(written_results.get_written_results, rechecker)
    assert {(line.name, line.unit, line.staff_number) for line in found.lines} == {("", "", "")}
    assert not found.named


@pytest.mark.parametrize("role", ["office", "rechecker", "supervisor"])
def test_that_nobody_sees_a_sealed_unopened_sitting_by_name_or_unit(
    run: Run, sitting: sittings.SittingRow, role: str, request: pytest.FixtureRequest
) -> None:
    person: Person = request.getfixturevalue(role)
    seal(run, sitting)
    found = run(written_results.get_written_results, person)
    assert (found.sealed, found.units) == ((sitting.name,), ())
    assert {(line.name, line.unit, line.ticket_number, line.initials) for line in found.lines} == {("", "", "", "")}
    assert {len(line.code) for line in found.lines} == {7}
    assert found.summary.count == 20


def test_that_the_papers_are_ready_for_those_who_may_have_them(
    run: Run, sitting: sittings.SittingRow, recorder: Person, rechecker: Person
) -> None:
    from exam.services.papers import get_paper_data, list_papers

    def ready(person: Person | None = None) -> set[str]:
        return set(run(list_papers, person).ready) & set(written_results.PAPERS)

    assert ready() == set(written_results.PAPERS)
    assert ready(rechecker) == {"written_standing"}
    assert ready(recorder) == set()
    assert run(lambda uow: get_paper_data(uow, keys=["written_units"])).written.units
    assert run(lambda uow: get_paper_data(uow, keys=["written_units"]), recorder).written is None
    seal(run, sitting)
    assert ready() == {"written_standing"}


def test_that_keyed_answers_are_analysed_question_by_question(
    run: Run, recorder: Person, rechecker: Person
) -> None:
    from exam.rules.answers import PartRule
    from exam.services import answers, sitting_locks

    run(lambda uow: add_drawn_people(uow, units=2, people=3))
    made = run(lambda uow: sittings.make_sitting(uow, sections=(("客观题", D(3)), ("主观题", D(97)))))
    keyed, free = (part.id for part in made.sections)
    run(lambda uow: answers.set_key(uow, section_id=keyed, text="1-3 单选 1 ABC", part=PartRule.NONE, seen_version=0))
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=made.id)).rows
    given = ("ABC", "ABD", "ADD", "DDD", "ABC", "ABC")
    pairs = zip(rows, given, strict=True)
    lines = [answers.AnswerLine(at, row.ticket_number, text) for at, (row, text) in enumerate(pairs, 1)]
    run(lambda uow: answers.score_answers(uow, section_id=keyed, lines=lines), recorder)

    def rest(uow: Any) -> None:
        for row in rows:
            marks.save_mark(uow, candidate_id=row.candidate_id, section_id=free, points=D(50), seen_version=0)

    run(rest, recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=made.id))
    run(
        lambda uow: sitting_locks.lock_sitting(
            uow, sitting_id=made.id, seen_version=made.version, witness=rechecker
        )
    )
    found = run(written_results.get_written_results).analyses
    assert [one.section for one in found] == ["", "客观题"]
    assert found[1].names == ("1", "2", "3")
    facility = [item.facility.quantize(D("0.01")) for item in found[1].found.items]
    assert facility == [D("0.83"), D("0.67"), D("0.50")]


def test_that_slips_are_for_all_one_unit_or_one_candidate(run: Run, sitting: sittings.SittingRow) -> None:
    found = run(written_results.get_written_results)
    everybody = written_results.choose_lines(found)
    assert len(everybody) == 20
    assert [line.unit_code for line in everybody] == sorted(line.unit_code for line in everybody)
    unit = written_results.choose_lines(found, unit_code=everybody[0].unit_code)
    assert {line.unit for line in unit} == {everybody[0].unit}
    for who in (everybody[3].ticket_number, f" {everybody[3].staff_number}"):
        assert written_results.choose_lines(found, who=who) == (everybody[3],)
    # Who shares the name gets one, too: it is for the office to hand out the right one.
    assert everybody[3] in written_results.choose_lines(found, who=everybody[3].name)
    assert written_results.choose_lines(found, who="20269999") == ()


def test_that_nobody_gets_a_slip_before_the_seals_are_opened(
    run: Run, sitting: sittings.SittingRow, rechecker: Person
) -> None:
    assert set(written_results.SLIPS) <= run(written_results.list_ready)
    assert not set(written_results.SLIPS) & run(written_results.list_ready, rechecker)
    assert written_results.choose_lines(run(written_results.get_written_results, rechecker)) == ()
    seal(run, sitting)
    assert not set(written_results.SLIPS) & run(written_results.list_ready)
    assert written_results.choose_lines(run(written_results.get_written_results)) == ()
