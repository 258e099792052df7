from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, update

from exam.access import Person
from exam.errors import Conflict, InvalidInput, NotAllowed, NotFound, RuleBroken
from exam.rules import seals as rule
from exam.rules.marks import Attendance
from exam.services import marks, rooms, seals, seat_draw, sign_in_desk, sitting_locks, sittings
from exam.services.journal import list_entries
from models.sittings import Candidate
from tests.written import add_drawn_people

Run = Callable[..., Any]


def now(run: Run) -> sittings.SittingRow:
    return run(lambda uow: sittings.get_sitting(uow, sitting_id=1))


@pytest.fixture
def sat(run: Run) -> sittings.SittingRow:
    """Six candidates in one room; five wrote, one was absent, five papers came back."""
    run(add_drawn_people)
    begins = datetime.now(UTC) - timedelta(minutes=1)
    made = run(lambda uow: sittings.make_sitting(uow, name="第一场", starts_at=begins))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=3, columns=3))
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=made.version))
    sheet = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=made.id))
    for row in sheet.rows:
        state = Attendance.ABSENT if row.ticket_number.endswith("6") else Attendance.PRESENT
        run(
            lambda uow, row=row, state=state: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
            )
        )
    count(run, 5)
    return now(run)


def count(run: Run, papers: int) -> None:
    row = run(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=1))[0]
    run(
        lambda uow: sign_in_desk.count_papers(
            uow, sitting_id=1, room_id=row.room_id, count=papers, seen_version=row.version
        )
    )


def seal(run: Run, witness: Person) -> sittings.SittingRow:
    version = now(run).version
    return run(lambda uow: seals.seal_sitting(uow, sitting_id=1, seen_version=version, witness=witness))


def numbers(run: Run) -> dict[str, str]:
    def look(uow: Any) -> dict[str, str]:
        found = select(Candidate.ticket_number, Candidate.sealed_number).where(Candidate.sealed_number.is_not(None))
        return dict(uow.session.execute(found).all())

    return run(look)


def test_that_every_paper_gets_a_number_that_tells_nothing(
    run: Run, sat: sittings.SittingRow, supervisor: Person
) -> None:
    sealed = seal(run, supervisor)
    assert sealed.hides_names
    found = numbers(run)
    assert len(set(found.values())) == len(found) == 5
    assert "20260006" not in found
    assert all(map(rule.holds, found.values()))
    assert sorted(found.values()) != [str(int(min(found.values())) + n) for n in range(5)]
    entry = run(list_entries)[0]
    assert (entry.tag, entry.details["papers"]) == ("written.sealed", 5)
    assert not any(number in str(entry.details) for number in found.values())


def test_that_sealing_takes_two_people_and_the_office(
    run: Run, sat: sittings.SittingRow, office: Person, recorder: Person, supervisor: Person
) -> None:
    with pytest.raises(RuleBroken, match="two people"):
        seal(run, office)
    with pytest.raises(NotAllowed):
        run(
            lambda uow: seals.seal_sitting(uow, sitting_id=1, seen_version=sat.version, witness=supervisor), recorder
        )
    with pytest.raises(Conflict):
        run(lambda uow: seals.seal_sitting(uow, sitting_id=1, seen_version=0, witness=supervisor))


def test_that_as_many_papers_must_come_back_as_people_signed_in(
    run: Run, sat: sittings.SittingRow, supervisor: Person
) -> None:
    count(run, 4)
    with pytest.raises(RuleBroken, match="4 papers were handed in, but 5 people signed in"):
        seal(run, supervisor)
    count(run, 5)
    assert run(lambda uow: seals.why_not_sealed(uow, sitting_id=1)) is None


def test_that_everybody_is_settled_before_sealing(run: Run, sat: sittings.SittingRow, supervisor: Person) -> None:
    absent = run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=1)).rows
    row = next(row for row in absent if row.attendance is Attendance.ABSENT)
    run(
        lambda uow: sign_in_desk.set_state(
            uow, candidate_id=row.candidate_id, attendance=None, seen_version=row.version
        )
    )
    with pytest.raises(RuleBroken, match="Of 1 candidates"):
        seal(run, supervisor)


def test_that_marks_by_ticket_number_cannot_be_sealed_any_more(
    run: Run, sat: sittings.SittingRow, supervisor: Person
) -> None:
    row = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows[0]
    enter(run, row.candidate_id, sat.sections[0].id)
    with pytest.raises(RuleBroken, match="sealing hides nothing"):
        seal(run, supervisor)


def enter(run: Run, candidate_id: int, section_id: int, person: Person | None = None) -> Any:
    return run(
        lambda uow: marks.save_mark(
            uow, candidate_id=candidate_id, section_id=section_id, points=Decimal(77), seen_version=0
        ),
        person,
    )


def test_that_a_paper_is_found_by_its_number_only_when_it_holds(
    run: Run, sat: sittings.SittingRow, supervisor: Person, recorder: Person, judge: Person
) -> None:
    seal(run, supervisor)
    number = min(numbers(run).values())
    found = run(lambda uow: seals.find_by_sealed_number(uow, typed=f" {number} ", sitting_id=1), recorder)
    assert found.sealed_number == number
    wrong = number[:-1] + str((int(number[-1]) + 1) % 10)
    with pytest.raises(InvalidInput, match="check digit"):
        run(lambda uow: seals.find_by_sealed_number(uow, typed=wrong), recorder)
    unknown = next(
        rule.sealed_number(body)
        for body in range(rule.LOWEST, rule.HIGHEST)
        if rule.sealed_number(body) not in numbers(run).values()
    )
    with pytest.raises(NotFound):
        run(lambda uow: seals.find_by_sealed_number(uow, typed=unknown), recorder)
    with pytest.raises(NotAllowed):
        run(lambda uow: seals.find_by_sealed_number(uow, typed=number), judge)


def test_that_sign_ins_and_seats_stay_once_the_papers_are_sealed(
    run: Run, sat: sittings.SittingRow, supervisor: Person
) -> None:
    version = seal(run, supervisor).version
    calls: list[Callable[[Any], Any]] = [
        lambda uow: sign_in_desk.sign_in(uow, sitting_id=1, ticket_number="20260006"),
        lambda uow: rooms.add_rooms(uow, sitting_id=1, name="x", rows=1, columns=1),
        lambda uow: seat_draw.clear_seats(uow, sitting_id=1),
        lambda uow: sittings.update_candidates(uow, sitting_id=1),
        lambda uow: seals.seal_sitting(uow, sitting_id=1, seen_version=version, witness=supervisor),
    ]
    for call in calls:
        with pytest.raises(RuleBroken, match="sealed"):
            run(call)


def test_that_seals_set_too_early_are_withdrawn_with_a_reason(
    run: Run, sat: sittings.SittingRow, supervisor: Person
) -> None:
    sealed = seal(run, supervisor)

    def withdraw(reason: str) -> Any:
        return run(
            lambda uow: seals.withdraw_seals(
                uow, sitting_id=1, seen_version=sealed.version, reason=reason, witness=supervisor
            )
        )

    with pytest.raises(InvalidInput):
        withdraw(" ")
    assert not withdraw("一份试卷遗漏在考场").sealed
    assert not numbers(run)
    seal(run, supervisor)


def test_that_the_list_is_taken_out_by_two_people_with_an_entry(
    run: Run, sat: sittings.SittingRow, supervisor: Person, office: Person, recorder: Person
) -> None:
    seal(run, supervisor)
    with pytest.raises(RuleBroken, match="secret"):
        run(lambda uow: seals.get_seal_list(uow, sitting_id=1))
    with pytest.raises(RuleBroken, match="two people"):
        run(lambda uow: seals.take_out_seal_list(uow, sitting_id=1, witness=office))
    for call in (
        lambda uow: seals.take_out_seal_list(uow, sitting_id=1, witness=supervisor),
        lambda uow: seals.get_seal_list(uow, sitting_id=1),
    ):
        with pytest.raises(NotAllowed):
            run(call, recorder)
    found = run(lambda uow: seals.take_out_seal_list(uow, sitting_id=1, witness=supervisor))
    assert {row.ticket_number: row.sealed_number for row in found.rows} == numbers(run)
    entry = run(list_entries)[0]
    assert entry.tag == "written.seal_list_read"
    assert not any(row.sealed_number in str(entry.details) for row in found.rows)


def lock(run: Run, section_id: int, recorder: Person, rechecker: Person, office: Person) -> None:
    for number in numbers(run).values():
        paper = run(lambda uow, number=number: seals.find_by_sealed_number(uow, typed=number), recorder)
        enter(run, paper.candidate_id, section_id, recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=1), rechecker)
    version = now(run).version
    run(
        lambda uow: sitting_locks.lock_sitting(uow, sitting_id=1, seen_version=version, witness=office), rechecker
    )


def open_up(run: Run, witness: Person, person: Person | None = None) -> sittings.SittingRow:
    version = now(run).version
    return run(lambda uow: seals.open_seals(uow, sitting_id=1, seen_version=version, witness=witness), person)


def test_that_seals_are_opened_by_two_people_after_the_lock(
    run: Run, sat: sittings.SittingRow, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    seal(run, supervisor)
    with pytest.raises(RuleBroken, match="Lock the marks first"):
        open_up(run, supervisor)
    lock(run, sat.sections[0].id, recorder, rechecker, office)
    with pytest.raises(RuleBroken, match="two people"):
        open_up(run, office)
    with pytest.raises(NotAllowed):
        open_up(run, supervisor, rechecker)
    opened = open_up(run, supervisor)
    assert not opened.hides_names
    assert (opened.opened_by, opened.opened_witness) == (office.name, supervisor.name)
    found = run(lambda uow: seals.get_seal_list(uow, sitting_id=1))
    entry = run(list_entries)[0]
    pairs = [(row.sealed_number, row.ticket_number) for row in found.rows]
    assert rule.seal_code(entry.details["salt"], pairs) == sat_code(run) == entry.details["seal_code"]
    with pytest.raises(RuleBroken, match="opened by"):
        open_up(run, supervisor)


def sat_code(run: Run) -> str:
    return next(entry.details["seal_code"] for entry in run(list_entries) if entry.tag == "written.sealed")


def test_that_a_list_changed_outside_the_program_is_not_opened(
    run: Run, sat: sittings.SittingRow, office: Person, recorder: Person, rechecker: Person, supervisor: Person
) -> None:
    seal(run, supervisor)
    lock(run, sat.sections[0].id, recorder, rechecker, office)

    def swap(uow: Any) -> None:
        from exam import journal

        people = list(uow.session.scalars(select(Candidate).where(Candidate.sealed_number.is_not(None)).limit(2)))
        (one, first), (other, second) = [(row.id, row.sealed_number) for row in people]
        for who, number in ((one, None), (other, first), (one, second)):
            uow.session.execute(update(Candidate).where(Candidate.id == who).values(sealed_number=number))
        uow.record(journal.SITTING_CHANGED, "by an insider")

    run(swap)
    with pytest.raises(RuleBroken, match="not the one that was sealed"):
        open_up(run, supervisor)
