"""What is gathered for the papers of the written round, on both kinds of database."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from exam.access import Person
from exam.documents.catalogue import PAPERS, file_name, find_paper, make_paper, write_papers
from exam.errors import NotAllowed
from exam.rules.marks import Attendance
from exam.services import papers, rooms, seat_draw, sign_in_desk, sitting_papers, sittings
from exam.services.journal import list_entries
from tests.services.test_seals import count, now, seal
from tests.written import NAMES, add_drawn_people

Run = Callable[..., Any]


@pytest.fixture
def seated(run: Run) -> sittings.SittingRow:
    """Six candidates in two rooms of four and two, papers A and B."""
    run(add_drawn_people)
    begins = datetime.now(UTC) - timedelta(minutes=1)
    made = run(lambda uow: sittings.make_sitting(uow, name="第一场", starts_at=begins, place="培训中心"))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=2, columns=2, count=2))
    run(lambda uow: rooms.set_paper_versions(uow, sitting_id=made.id, versions=2, seen_version=made.version))
    version = now(run).version
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=version))
    return now(run)


@pytest.fixture
def sat(run: Run) -> sittings.SittingRow:
    """Six candidates in one room; five wrote, one was absent, five papers came back."""
    run(add_drawn_people)
    begins = datetime.now(UTC) - timedelta(minutes=1)
    made = run(lambda uow: sittings.make_sitting(uow, name="第一场", starts_at=begins))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=3, columns=3, unusable=[(2, 2)]))
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=made.version))
    for row in run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=made.id)).rows:
        state = Attendance.ABSENT if row.ticket_number.endswith("6") else Attendance.PRESENT
        run(
            lambda uow, row=row, state=state: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version
            )
        )
    count(run, 5)
    return now(run)


def choice(run: Run, person: Person | None = None) -> sitting_papers.SittingChoice:
    (found,) = run(papers.list_papers, person=person).sittings
    return found


def gathered(run: Run, *keys: str, person: Person | None = None, room_id: int | None = None) -> Any:
    return run(
        lambda uow: papers.get_paper_data(uow, keys=keys or sitting_papers.OF_EXAM, sitting_id=1, room_id=room_id),
        person=person,
    )


def words(content: bytes) -> str:
    reader = PdfReader(BytesIO(content))
    found = "".join(page.extract_text() for page in reader.pages)
    return found + "".join(str(value) for value in (reader.metadata or {}).values())


def test_that_a_sitting_without_seats_prints_nothing(run: Run) -> None:
    run(add_drawn_people)
    run(lambda uow: sittings.make_sitting(uow, name="第一场"))
    found = choice(run)
    assert found.rooms == ()
    assert found.unseated == 6
    assert found.ready == frozenset()
    data = gathered(run)
    assert not any(paper.ready(data) for paper in PAPERS if paper.of_exam)


def test_that_rooms_are_printed_in_the_order_of_their_seats(run: Run, seated: sittings.SittingRow) -> None:
    found = choice(run)
    assert [(room.name, room.people) for room in found.rooms] == [("第1考场", 4), ("第2考场", 2)]
    assert found.unseated == 0
    assert found.ready == frozenset(sitting_papers.OF_ROOMS)
    plan = gathered(run, "sign_in").exam
    assert [[person.seat for person in room.people] for room in plan.rooms] == [["01", "02", "03", "04"], ["01", "02"]]
    assert {person.paper for person in plan.rooms[0].people} == {"A", "B"}
    assert plan.rooms[0].labels[2] == (2, 2, "03")
    assert (plan.place, plan.late_limit, plan.hand_in_from) == ("培训中心", 15, 30)


def test_that_one_room_can_be_printed_alone(run: Run, seated: sittings.SittingRow) -> None:
    room = choice(run).rooms[1]
    data = gathered(run, "admission_tickets", room_id=room.id)
    assert [one.name for one in data.exam.rooms] == ["第2考场"]
    assert file_name(find_paper("admission_tickets"), data).startswith("准考证 第一场 第2考场")
    found = words(make_paper(find_paper("admission_tickets"), data))
    assert all(person.ticket in found for person in data.exam.rooms[0].people)


def test_that_all_papers_of_the_sitting_go_into_a_folder_but_never_the_secret_list(
    run: Run, sat: sittings.SittingRow, supervisor: Person, tmp_path: Any
) -> None:
    seal(run, supervisor)
    written = [path.name for path in write_papers(gathered(run), tmp_path)]
    assert sum(name.startswith("准考证") for name in written) == 2, "six a page, and one a page"
    assert any(name.startswith("登分表") for name in written)
    assert not any(name.startswith("密封号对照表") for name in written)


def test_that_marking_sheets_carry_the_numbers_of_who_wrote_and_nothing_of_them(
    run: Run, sat: sittings.SittingRow, supervisor: Person, recorder: Person
) -> None:
    assert not gathered(run, "marking_sheets").marking
    seal(run, supervisor)
    data = gathered(run, "marking_sheets", person=recorder)
    (sheet,) = data.marking
    assert len(sheet.numbers) == 5
    assert sheet.numbers == tuple(sorted(sheet.numbers))
    assert not sheet.opened
    found = words(make_paper(find_paper("marking_sheets"), data))
    assert all(number in found for number in sheet.numbers)
    assert not any(name in found for name in NAMES)
    assert "分公司" not in found
    assert "20260001" not in found
    assert "启封前" in found


def test_that_only_the_sealers_are_offered_the_secret_list_and_get_it_together(
    run: Run, sat: sittings.SittingRow, office: Person, supervisor: Person, recorder: Person, rechecker: Person
) -> None:
    seal(run, supervisor)
    assert sitting_papers.SEAL_LIST in choice(run).ready
    for person in (recorder, rechecker, supervisor):
        assert sitting_papers.SEAL_LIST not in choice(run, person).ready
    for person in (office, recorder, supervisor):
        assert gathered(run, person=person).seals == ()
    with pytest.raises(NotAllowed, match="together"):
        run(lambda uow: sitting_papers.take_out_seal_list(uow, sitting_id=1, witness=recorder))
    with pytest.raises(NotAllowed):
        run(lambda uow: sitting_papers.take_out_seal_list(uow, sitting_id=1, witness=office), person=supervisor)
    found = run(lambda uow: sitting_papers.take_out_seal_list(uow, sitting_id=1, witness=supervisor))
    assert len(found.lines) == 5
    assert found.sealers == (office.name, supervisor.name)
    assert not found.opened_at
    entry = run(list_entries)[0]
    assert entry.tag == "written.seal_list_read"
    assert not any(line.sealed_number in str(entry.details) for line in found.lines)


def test_that_no_paper_tells_a_recorder_who_is_behind_a_number(
    run: Run, sat: sittings.SittingRow, supervisor: Person, recorder: Person, rechecker: Person
) -> None:
    seal(run, supervisor)
    numbers = {line.sealed_number for line in run(
        lambda uow: sitting_papers.take_out_seal_list(uow, sitting_id=1, witness=supervisor)
    ).lines}  # fmt: skip
    for person in (recorder, rechecker):
        data = gathered(run, person=person)
        for paper in PAPERS:
            if not paper.ready(data) or paper.of_results:
                continue
            found = words(make_paper(paper, data))
            both = any(number in found for number in numbers) and any(name in found for name in NAMES)
            assert not both, paper.key


def test_that_a_judge_gets_no_paper_of_the_exam(run: Run, sat: sittings.SittingRow, judge: Person) -> None:
    for look in (sitting_papers.get_exam_plan, sitting_papers.get_marking_sheets):
        with pytest.raises(NotAllowed):
            run(lambda uow, look=look: look(uow, sitting_id=1), person=judge)


def test_that_the_report_knows_who_was_absent(run: Run, sat: sittings.SittingRow) -> None:
    data = gathered(run, "room_report")
    assert "20260006" in words(make_paper(find_paper("room_report"), data))


def test_that_every_paper_says_how_long_the_journal_was(run: Run, seated: sittings.SittingRow) -> None:
    printed = gathered(run, "sign_in").printed
    assert printed.journal_count == run(list_entries)[0].number
    assert len(printed.journal_head) == 64
