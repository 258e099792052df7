from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from exam.access import Person
from exam.errors import ImportRejected, InvalidInput, NotAllowed, RuleBroken
from exam.rules.answers import PartRule
from exam.services import answers, marks, second_entry, sittings
from exam.services.answers import AnswerLine
from exam.services.competition import change_rule
from exam.services.journal import list_entries
from tests.written import SECTIONS, add_drawn_people

Run = Callable[..., Any]
KEY = "1-10 单选 2 ABCDABCDAB\n11-20 多选 4 AB AB CD CD ABC AD BD AC ABD ABCD"
RIGHT = "ABCDABCDAB AB AB CD CD ABC AD BD AC ABD ABCD"
HALF = "ABCDABCDAB A AB CD CD ABC AD BD AC ABD ABCD"


@pytest.fixture
def section(run: Run) -> int:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS)).sections[0].id


def set_key(run: Run, section: int, text: str = KEY, part: PartRule = PartRule.NONE, seen: int = 0) -> answers.KeyRow:
    return run(lambda uow: answers.set_key(uow, section_id=section, text=text, part=part, seen_version=seen))


def take(run: Run, section: int, person: Person | None, *lines: tuple[str, str]) -> answers.AnswersOutcome:
    made = [AnswerLine(at, number, text) for at, (number, text) in enumerate(lines, 1)]
    return run(lambda uow: answers.score_answers(uow, section_id=section, lines=made), person)


def sheet(run: Run) -> Any:
    return run(lambda uow: marks.list_marks(uow, sitting_id=1, reveal=True)).rows


def test_that_answers_become_the_mark_of_their_section(run: Run, section: int, recorder: Person) -> None:
    set_key(run, section)
    assert take(run, section, recorder, ("20260001", RIGHT), ("20260002", HALF)).scored == 2
    first, second = sheet(run)[:2]
    assert [mark.points for mark in first.marks] == [60, None]
    assert second.marks[0].points == 56
    assert (first.marks[0].entered_by, first.marks[0].verified_by) == (recorder.name, "")


def test_that_the_same_answers_again_change_nothing(run: Run, section: int, recorder: Person) -> None:
    set_key(run, section)
    take(run, section, recorder, ("20260001", RIGHT))
    before = len(run(list_entries))
    assert take(run, section, recorder, ("20260001", RIGHT.lower())) == answers.AnswersOutcome(0, 1)
    assert len(run(list_entries)) == before


def test_that_all_lines_are_taken_or_none(run: Run, section: int, recorder: Person) -> None:
    set_key(run, section)
    with pytest.raises(ImportRejected) as refused:
        take(
            run, section, recorder, ("20260001", RIGHT), ("20269999", RIGHT), ("20260002", "ABC"),
            ("20260001", HALF),
        )  # fmt: skip
    assert [problem.row for problem in refused.value.problems] == [2, 3, 4]
    assert sheet(run)[0].marks[0].points is None


def test_that_another_mark_is_never_overwritten_by_answers(run: Run, section: int, recorder: Person) -> None:
    set_key(run, section)
    row = sheet(run)[0]
    run(
        lambda uow: marks.save_mark(
            uow, candidate_id=row.candidate_id, section_id=section, points=Decimal(44), seen_version=0
        )
    )
    with pytest.raises(ImportRejected):
        take(run, section, recorder, ("20260001", RIGHT))
    assert sheet(run)[0].marks[0].points == 44


def test_that_a_changed_key_scores_again_and_asks_for_verification(
    run: Run, section: int, recorder: Person, rechecker: Person
) -> None:
    seen = set_key(run, section)
    take(run, section, recorder, ("20260001", RIGHT), ("20260002", HALF))
    run(lambda uow: marks.verify_marks(uow, sitting_id=1), rechecker)
    set_key(run, section, part=PartRule.HALF, seen=seen.version)
    first, second = sheet(run)[:2]
    assert (first.marks[0].points, first.marks[0].verified_by) == (60, rechecker.name)
    assert (second.marks[0].points, second.marks[0].verified_by) == (58, "")
    assert run(lambda uow: list_entries(uow, topic="written"))[0].details["changed"] == [["20260002", "56", "58"]]


def test_that_the_key_must_make_the_full_mark_and_is_kept_by_the_office(
    run: Run, section: int, recorder: Person, judge: Person
) -> None:
    with pytest.raises(InvalidInput, match="add up to 20"):
        set_key(run, section, "1-10 单选 2 ABCDABCDAB")
    with pytest.raises(NotAllowed):
        run(
            lambda uow: answers.set_key(uow, section_id=section, text=KEY, part=PartRule.NONE, seen_version=0),
            recorder,
        )
    with pytest.raises(NotAllowed):
        run(lambda uow: answers.get_key(uow, section_id=section), judge)
    with pytest.raises(RuleBroken, match="no key yet"):
        take(run, section, recorder, ("20260001", RIGHT))


def test_that_answers_meet_the_second_entry(run: Run, section: int, recorder: Person, rechecker: Person) -> None:
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    set_key(run, section)
    row = sheet(run)[0]
    run(
        lambda uow: second_entry.save_second_mark(
            uow, candidate_id=row.candidate_id, section_id=section, points=Decimal(60), seen_version=0
        ),
        rechecker,
    )
    with pytest.raises(ImportRejected):
        take(run, section, rechecker, ("20260001", RIGHT))
    take(run, section, recorder, ("20260001", RIGHT))
    assert sheet(run)[0].marks[0].verified_by == rechecker.name


def test_that_points_per_question_are_there_for_the_item_analysis(run: Run, section: int, recorder: Person) -> None:
    assert run(lambda uow: answers.list_question_points(uow, section_id=section)) is None
    set_key(run, section)
    take(run, section, recorder, ("20260001", RIGHT), ("20260002", HALF))
    found = run(lambda uow: answers.list_question_points(uow, section_id=section))
    assert (sum(found.full), len(found.full)) == (60, 20)
    assert [sum(row) for row in found.rows] == [60, 56]


def test_that_sections_can_still_be_changed_while_only_a_key_stands(run: Run, section: int) -> None:
    set_key(run, section)
    row = run(lambda uow: sittings.get_sitting(uow, sitting_id=1))
    changed = run(
        lambda uow: sittings.change_sitting(
            uow, sitting_id=1, seen_version=row.version, name=row.name, starts_at=None, minutes=90, place="",
            sections=[("全卷", Decimal(100))],
        )
    )  # fmt: skip
    assert [part.name for part in changed.sections] == ["全卷"]


def test_that_a_file_of_answers_stands_in_the_journal(run: Run, section: int, recorder: Person) -> None:
    set_key(run, section)
    lines = [AnswerLine(2, "20260001", RIGHT), AnswerLine(3, "20260002", HALF)]
    run(
        lambda uow: answers.score_answers(
            uow, section_id=section, lines=lines, file_name="扫描.xlsx", sha256="ab" * 32
        ),
        recorder,
    )  # fmt: skip
    entry = run(lambda uow: list_entries(uow, topic="written"))[0]
    assert (entry.details["file"], entry.details["sha256"], entry.details["marks"]) == ("扫描.xlsx", "ab" * 32, 2)


def test_that_answers_never_tell_what_somebody_else_entered(
    run: Run, section: int, recorder: Person, office: Person
) -> None:
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    set_key(run, section)
    take(run, section, recorder, ("20260001", RIGHT))
    assert take(run, section, recorder, ("20260001", RIGHT)).same == 1
    for guess in (RIGHT, HALF):
        with pytest.raises(ImportRejected) as refused:
            take(run, section, office, ("20260001", guess))
        assert [problem.reason for problem in refused.value.problems] == [
            "Another mark stands for this paper already."
        ]
