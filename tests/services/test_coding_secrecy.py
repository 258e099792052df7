"""While secret codes hide the names, no query and no paper brings the last code and the person together."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from io import BytesIO
from random import Random
from typing import Any

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from exam import journal
from exam.access import Person, Role
from exam.documents.catalogue import PAPERS, make_paper
from exam.errors import ExamError, RuleBroken
from exam.rules.awards import AwardSpec
from exam.rules.item_marks import Given
from exam.rules.stages import Stage
from exam.services import adjustments, awards, coding, competition, judge_view, judging, panels, papers, results
from exam.services.journal import list_entries
from models.finals import CodePair, FinalItem, Nominee
from models.people import Staff
from tests.final_world import World, build
from tests.secrecy import answers, rows, texts

D = Decimal
Run = Callable[..., Any]
OUTSIDE = ("test", "find_nominee", "find_judge", "find_item", "find_draw", "entry_codes")
"""Mapped rows that never leave the services are no answer to anybody."""


@pytest.fixture
def world(run: Run, supervisor: Person, recorder: Person) -> World:
    made = run(build)
    run(lambda uow: competition.change_rule(uow, key="coding_levels", text="3"))
    for level, name in ((2, "李二"), (3, "周三")):
        run(
            # The same codes each time, so that none ever looks like a year or a mark.
            lambda uow, level=level: coding.draw_level(uow, level=level, witness=supervisor, source=Random(level)),
            Person(None, name, Role.OFFICE),
        )
    for at, nominee in enumerate(made.nominees):
        for judge in made.judges:
            run(
                lambda uow, nominee=nominee, judge=judge, at=at: judging.save_judge_mark(
                    uow, item_id=made.item, nominee_id=nominee, judge_id=judge, points=D(70) + at
                ),
                recorder,
            )
    run(lambda uow: adjustments.add_adjustment(
        uow, nominee_id=made.nominees[0], item_id=made.item, points=D(-1), reason="超时"))
    judge = run(lambda uow: panels.get_judge(uow, judge_id=made.judges[0]))
    run(lambda uow: panels.change_judge(
        uow, judge_id=judge.id, seen_version=judge.version, name=judge.name, unit_id=made.units[0], title="",
        active=True))
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", "一等奖", "count", D(3))))
    return made


@pytest.fixture
def secrets(run: Run, world: World) -> tuple[set[str], set[str], set[str]]:
    """Last codes, earlier codes, and what names a person."""

    def look(uow: Any) -> tuple[set[str], set[str], set[str]]:
        session = uow.session
        last = set(session.scalars(select(Nominee.entrant_code)))
        earlier = set(session.scalars(select(CodePair.earlier)))
        query = select(Staff.staff_number, Staff.name).join(Nominee, Nominee.staff_id == Staff.id)
        return last, earlier, {text for row in session.execute(query) for text in row}

    return run(look)


@pytest.mark.parametrize("role", ["judge", "recorder", "rechecker", "office", "supervisor"])
def test_that_no_query_brings_the_last_code_and_the_person_together(
    run: Run, world: World, secrets: tuple[set[str], set[str], set[str]], role: str, request: pytest.FixtureRequest
) -> None:
    last, earlier, people = secrets
    person = request.getfixturevalue(role)
    known = {
        "item_id": world.item, "nominee_id": world.nominees[0], "judge_id": world.judges[0], "unit_id": world.units[0],
        "group": 1, "with_names": True, "names": True, "stage": Stage.FINAL, "level": 3,
    }  # fmt: skip
    asked = 0
    for name, found in answers(run, person, known):
        if name.endswith(OUTSIDE):
            continue
        asked += 1
        for row in rows(found):
            said = {word for text in texts(row) for word in (text, *text.split())}
            assert not (said & last and said & (earlier | people)), f"{name}: {said & last} beside {said & people}"
        # What several papers are made from holds a roster, too; each paper is looked at below.
        if role in ("judge", "recorder", "rechecker") and not name.endswith("get_paper_data"):
            said = set(texts(found))
            assert not (said & last and said & (earlier | people)), f"{name} holds codes and people for a {role}"
    assert asked > 20


@pytest.mark.parametrize("role", ["recorder", "rechecker", "office", "supervisor"])
def test_that_no_paper_holds_the_last_code_and_the_person(
    run: Run, secrets: tuple[set[str], set[str], set[str]], role: str, request: pytest.FixtureRequest
) -> None:
    last, earlier, people = secrets
    person = request.getfixturevalue(role)
    made = coded = 0
    for paper in PAPERS:
        try:
            data = run(lambda uow, paper=paper: papers.get_paper_data(uow, keys=[paper.key]), person)
            if not paper.ready(data):
                continue
            document = PdfReader(BytesIO(make_paper(paper, data)))
        except ExamError:
            continue
        made += 1
        text = "\n".join(page.extract_text() for page in document.pages)
        text += str(document.metadata)
        shows = any(code in text.split() for code in last)
        coded += shows
        named = [one for one in people if one in (text.split() if one.isdigit() else text)]
        assert not (shows and named), paper.key
        assert not (shows and any(one in text.split() for one in earlier)), paper.key
    assert made
    assert coded


def test_that_judges_meet_the_codes_in_their_own_order_without_the_order_of_appearance(
    run: Run, world: World, judge: Person
) -> None:
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=world.item, with_names=True))
    assert [(row.group, row.code) for row in sheet.rows] == sorted((row.group, row.code) for row in sheet.rows)
    assert {(row.appearance, row.name, row.unit) for row in sheet.rows} == {(None, "", "")}
    for one in run(lambda uow: judge_view.list_mark_sheets(uow, item_id=world.item)):
        assert [line.entrant_code for line in one.lines] == sorted(line.entrant_code for line in one.lines)
        assert {line.order for line in one.lines} == {None}


def test_that_the_list_of_avoidances_stands_in_the_order_of_the_codes_it_shows(run: Run, world: World) -> None:
    found = run(lambda uow: panels.list_avoidances(uow, item_id=world.item))
    assert len(found) > 1
    assert [row.code for row in found] == sorted(row.code for row in found)


def test_that_a_judge_is_not_told_which_secret_codes_are_of_the_own_unit(run: Run, world: World) -> None:
    own = Person(None, "本单位评委", Role.JUDGE, world.judges[0])
    avoided = {row.nominee_id for row in run(lambda uow: panels.list_avoidances(uow, item_id=world.item))}
    assert avoided
    desk = run(judge_view.get_desk, own)
    assert desk.entrants
    assert not avoided & {row.nominee_id for row in desk.entrants}
    sheets = run(lambda uow: judge_view.list_mark_sheets(uow, item_id=world.item))
    assert not any(line.avoided for sheet in sheets for line in sheet.lines)


def test_that_nobody_is_told_beside_a_secret_code_that_a_judge_avoids_it(run: Run, world: World) -> None:
    avoided = {row.nominee_id for row in run(lambda uow: panels.list_avoidances(uow, item_id=world.item))}
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=world.item))
    assert avoided == {row.nominee_id for row in sheet.rows if world.judges[0] not in row.cells}
    assert not any(cell.given is Given.AVOIDED for row in sheet.rows for cell in row.cells.values())
    assert {(seat.unit_id, seat.unit) for seat in sheet.judges} == {(None, "")}
    lines = run(lambda uow: judging.get_panel_summary(uow, item_id=world.item)).lines
    assert not any(line.avoided for line in lines)
    assert sum(len(line.not_asked) for line in lines) == len(avoided)
    # Still everything is in: nobody waits for a judge who avoids an entrant, and nothing shows who is meant.
    counts = run(lambda uow: judging.get_completeness(uow, item_id=world.item))
    assert all(row.seen == row.expected for row in counts)
    with pytest.raises(RuleBroken) as refused:
        run(lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=min(avoided), judge_id=world.judges[0], points=D(80)))
    assert "unit" not in str(refused.value)


def test_that_the_journal_joins_no_secret_code_to_a_person_by_the_number_of_the_nominee(
    run: Run, world: World
) -> None:
    nominee = world.nominees[0]
    run(lambda uow: panels.override_avoidance(uow, judge_id=world.judges[0], nominee_id=nominee, reason="人数不足"))
    entries = run(lambda uow: list_entries(uow))
    assert not any("nominee" in entry.details for entry in entries)
    assert run(lambda uow: list_entries(uow, text=f'"nominee":{nominee}')) == []
    assert [entry.subject for entry in run(lambda uow: list_entries(uow, text="人数不足", limit=5))]


def test_that_names_come_back_when_every_item_is_locked(run: Run, world: World, office: Person) -> None:
    assert {line.name for line in run(results.get_draft).individuals} == {""}

    def lock(uow: Any) -> None:
        for item in uow.session.scalars(select(FinalItem)):
            item.state = "locked"
        uow.session.flush()
        uow.record(journal.ITEM_LOCKED, "全部")

    run(lock)
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=world.item))
    assert any(cell.given is Given.AVOIDED for row in sheet.rows for cell in row.cells.values())
    assert "" not in {line.name for line in run(results.get_draft).individuals}
