"""The kept results with changed marks put into them equal the whole calculation, whatever was done in between."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, update

from exam import journal, opening
from exam.access import Person, Role
from exam.errors import UserError
from exam.rules.awards import AwardSpec
from exam.rules.overtime import OvertimeRule
from exam.rules.snapshots import changes
from exam.services import adjustments, awards, competition, publications, results, stage_times, tie_ends
from exam.unit_of_work import read
from models.database import Database
from models.finals import Criterion, FinalItem, Nominee
from models.judging import ItemMark, Judge, JudgeMark, PanelSeat
from models.people import Staff
from models.sittings import WrittenMark
from tests.services.test_results import build

D = Decimal
Run = Callable[..., Any]
Deed = tuple[str, int, int, Decimal | None]
KINDS = ("total", "criterion", "paper", "verify", "absent", "clear")
RARE = ("time", "bonus", "void", "status", "lock", "rule", "written", "tie", "publish", "name", "gone", "award")
NUMBERS = st.integers(0, 9)
MARKS = st.one_of(st.none(), st.sampled_from([D(60), D(70), D(80), D("80.5")]))
DEEDS: st.SearchStrategy[list[Deed]] = st.lists(
    st.tuples(st.sampled_from(KINDS * 4 + RARE), NUMBERS, NUMBERS, MARKS), min_size=1, max_size=12
)


def furnish(uow: Any) -> None:
    """The small final with a second item marked by criteria, awards, and a time limit."""
    build(uow)
    session = uow.session
    item = FinalItem(
        key="talk", name="演讲", kind="panel", part="on_site", position=3, full=D(100), weight=D(50), per_criterion=1,
        time_limit=60,
    )  # fmt: skip
    session.add(item)
    session.flush()
    session.add_all(Criterion(item_id=item.id, position=n, name=str(n), full=D(50)) for n in (1, 2))
    judges = session.scalars(select(Judge.id).order_by(Judge.id)).all()
    session.add_all(PanelSeat(item_id=item.id, judge_id=judge, position=judge) for judge in judges[:3])
    for place, scope in enumerate(("individual", "item", "team", "group"), 1):
        awards.add_award_rule(uow, spec=AwardSpec(scope, f"{place}等奖", "count", D(1)))


def judge_mark(uow: Any, code: str, number: int, judge: int, points: Decimal | None, state: str = "given") -> None:
    nominee = uow.session.scalars(select(Nominee.id).order_by(Nominee.id)).all()[number % 4]
    item = uow.session.scalars(select(FinalItem).where(FinalItem.key == code)).one()
    one = {
        "item_id": item.id, "nominee_id": nominee,
        "judge_id": uow.session.scalars(select(Judge.id).order_by(Judge.id)).all()[judge % 5],
        "criterion_position": 1 + judge % 2 if item.per_criterion and state != "absent" else 0,
    }  # fmt: skip
    mark = uow.session.scalars(select(JudgeMark).filter_by(**one)).one_or_none()
    if mark is None:
        mark = JudgeMark(**one, entered_by="x", entered_at=uow.now)
        uow.session.add(mark)
    mark.points, mark.state, mark.verified_by = points, state, ""
    uow.record(journal.JUDGE_MARK_SAVED, "test")


def paper(uow: Any, number: int, points: Decimal | None, state: str) -> None:
    marks = uow.session.scalars(select(ItemMark).order_by(ItemMark.id)).all()
    marks[number % 4].points, marks[number % 4].attendance = points, state
    uow.record(journal.ITEM_MARK_SAVED, "test")


def verify(uow: Any, number: int, other: int) -> None:
    table = (JudgeMark, ItemMark)[other % 2]
    uow.session.execute(
        update(table).where(table.nominee_id % 4 == number % 4).values(verified_by="赵" if other % 3 else "")
    )
    uow.record(journal.FINAL_MARKS_VERIFIED, "test")


def rare(uow: Any, kind: str, number: int, other: int, points: Decimal | None) -> None:
    """What happens seldom; most of it is calculated anew."""
    session = uow.session
    people = session.scalars(select(Nominee).order_by(Nominee.id)).all()
    person = people[number % 4]
    items = session.scalars(select(FinalItem).order_by(FinalItem.id)).all()
    if kind == "time":
        stage_times.set_overtime_rule(uow, item_id=items[2].id, rule=OvertimeRule(60 + number, 30, D(1)))
        stage_times.set_time(uow, item_id=items[2].id, nominee_id=person.id, seconds=60 + 30 * other)
    elif kind == "bonus":
        whose = {"team_id": person.team_id} if other % 3 == 0 else {"nominee_id": person.id}
        item = {"item_id": items[other % 3].id} if other % 3 else {}
        adjustments.add_adjustment(uow, points=D(number) - D("4.5"), reason="x", **whose, **item)
    elif kind == "void":
        lines = [line for line in adjustments.list_adjustments(uow) if not line.voided]
        if lines:
            line = lines[number % len(lines)]
            adjustments.void_adjustment(uow, adjustment_id=line.id, seen_version=line.version, reason="y")
    elif kind == "status":
        person.status = ("active", "withdrawn", "disciplined", "substituted")[other % 4]
        uow.record(journal.NOMINEE_CHANGED, "test")
    elif kind == "lock":
        items[number % 3].state = ("open", "locked")[other % 2]
        uow.record(journal.ITEM_LOCKED, "test")
    elif kind == "rule":
        key, text = (
            ("written_weight", str(10 * other)), ("total_places", str(other % 3)), ("team_preset", "combined"),
            ("team_preset", "placing_points"), ("team_preset", "none"), ("individual_tie_keys", "written"),
        )[number % 6]  # fmt: skip
        competition.change_rule(uow, key=key, text=text)
    elif kind == "written":
        session.scalars(select(WrittenMark).limit(1)).one().points = D(50 + other)
        uow.record(journal.CORRECTION_CONFIRMED, "test")
    elif kind == "tie":
        for tie in tie_ends.list_open_ties(uow)[:1]:
            places = {id_: place for place, (id_, _) in enumerate(tie.members, 1)}
            tie_ends.end_tie(uow, standing=tie.standing, places=places, method="extra_quiz", note="x")
    elif kind == "publish":
        seen = publications.list_publications(uow)
        publications.publish(uow, seen_number=len(seen), despite_incomplete=True)
    elif kind == "name":
        session.get_one(Staff, person.staff_id).name = f"改名{other}"
        uow.record(journal.STAFF_CHANGED, "test")
    elif kind == "gone":
        session.execute(delete(JudgeMark).where(JudgeMark.nominee_id == person.id, JudgeMark.state == "absent"))
        uow.record(journal.JUDGE_MARK_SAVED, "test")
    else:
        awards.add_award_rule(uow, spec=AwardSpec("individual", f"第{number}", "ratio", D(10 + other)))


def do(uow: Any, deed: Deed) -> None:
    kind, number, other, points = deed
    if kind == "total":
        judge_mark(uow, "scene", number, other, points, "given" if points is not None else "cleared")
    elif kind == "criterion":
        half = None if points is None else points / 2
        judge_mark(uow, "talk", number, other, half, "given" if points is not None else "cleared")
    elif kind == "paper":
        paper(uow, number, points, ("", "", "present", "absent", "excused", "zeroed")[other % 6])
    elif kind == "verify":
        verify(uow, number, other)
    elif kind in ("absent", "clear"):
        state = "absent" if kind == "absent" else "cleared"
        judge_mark(uow, ("scene", "talk")[other % 2], number, other, None, state)
    else:
        rare(uow, kind, number, other, points)


def require_equal(database: Database, person: Person) -> None:
    kept = read(database, person, results.get_draft)
    whole = read(database, person, results.calculate)
    assert replace(kept, made_at="") == replace(whole, made_at="")
    shown = read(database, person, publications.get_standings)
    if shown.publications:
        latest = shown.publications[-1].number
        frozen = read(database, person, lambda uow: publications.get_publication(uow, number=latest))
        assert shown.changes == changes(frozen, whole)
    blind = read(database, replace(person, role=Role.RECHECKER), results.get_draft)
    assert blind.individuals == results.without_names(whole).individuals


@contextmanager
def another_workstation(database: Database) -> Iterator[Database]:
    """The same competition, opened a second time."""
    place = database.path or database.engine.url.render_as_string(hide_password=False)
    other = opening.open_database(place, check=False)
    yield other
    other.close()


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(sittings=st.lists(DEEDS, min_size=1, max_size=3))
def test_that_followed_results_equal_the_whole_calculation(run: Run, database: Database, office: Person, sittings):
    if not read(database, office, results.get_draft).individuals:
        run(furnish)
    for deeds in sittings:
        require_equal(database, office)
        for deed in deeds:
            try:
                run(lambda uow, deed=deed: do(uow, deed), serializable=deed[0] == "publish")
            except UserError:
                continue
            if deed[1] % 2:
                require_equal(database, office)
    require_equal(database, office)


def no_whole_calculation(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*args: Any, **more: Any) -> None:
        raise AssertionError("everything was calculated anew")

    monkeypatch.setattr(results, "calculate_whole", refuse)


@pytest.fixture
def final(run: Run) -> None:
    run(furnish)


@pytest.mark.usefixtures("final")
def test_that_a_changed_mark_needs_no_whole_calculation(run, database, office, monkeypatch):
    before = read(database, office, results.get_draft)
    for deed in (("total", 3, 0, D(99)), ("criterion", 2, 1, D(80)), ("paper", 1, 0, D(100)), ("verify", 0, 1, None),
                 ("absent", 2, 2, None), ("bonus", 1, 1, None), ("void", 0, 0, None)):  # fmt: skip
        run(lambda uow, deed=deed: do(uow, deed))
        with monkeypatch.context() as patch:
            no_whole_calculation(patch)
            after = read(database, office, results.get_draft)
        assert after.journal_count == before.journal_count + 1
        assert (after.individuals, after.unverified) != (before.individuals, before.unverified)
        require_equal(database, office)
        before = after


@pytest.mark.usefixtures("final")
def test_that_marks_of_another_workstation_are_followed(run, database, office, monkeypatch):
    read(database, office, results.get_draft)
    with another_workstation(database) as other:
        read(other, office, results.get_draft)
        for number in range(3):
            run(lambda uow, number=number: do(uow, ("total", number, number, D(70 + number))))
        with monkeypatch.context() as patch:
            no_whole_calculation(patch)
            theirs = read(other, office, results.get_draft)
        ours = read(database, office, results.calculate)
    assert replace(theirs, made_at="") == replace(ours, made_at="")


@pytest.mark.usefixtures("final")
def test_that_whoever_may_see_no_names_gets_codes_only_also_after_a_change(run, database, rechecker):
    read(database, rechecker, results.get_draft)
    run(lambda uow: do(uow, ("total", 0, 0, D(99))))
    found = read(database, rechecker, results.get_draft)
    assert not any(line.name or line.staff_number or line.unit or line.award for line in found.individuals)
    assert found.individuals[0].work[1].marks[0] == D(99)


@pytest.mark.usefixtures("final")
def test_that_a_changed_rule_or_a_new_person_is_calculated_whole(run, database, office, monkeypatch):
    for deed in (("rule", 0, 5, None), ("status", 0, 1, None), ("written", 0, 3, None), ("award", 1, 1, None)):
        read(database, office, results.get_draft)
        run(lambda uow, deed=deed: do(uow, deed))
        with monkeypatch.context() as patch:
            no_whole_calculation(patch)
            with pytest.raises(AssertionError, match="anew"):
                read(database, office, results.get_draft)
        require_equal(database, office)
