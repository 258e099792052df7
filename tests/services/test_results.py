"""Totals, publications and awards from real rows on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import select, text

from exam import journal
from exam.access import Person
from exam.errors import Cancelled, Conflict, InvalidInput, NotAllowed, NotFound, OutsideFault, RuleBroken
from exam.files.results import results_workbook
from exam.progress import Progress
from exam.rules.awards import AwardSpec
from exam.rules.marks import Attendance
from exam.rules.results import Component
from exam.services import awards, publications, results, total_rules, verification
from exam.services.competition import change_rule
from exam.services.items import list_items
from exam.services.journal import list_entries
from exam.services.judging import list_item_results
from exam.unit_of_work import read
from exam.unit_of_work import run as run_unit
from models.database import Database
from models.finals import Adjustment, Criterion, FinalItem, Nominee, Team
from models.judging import AvoidanceOverride, ItemMark, Judge, JudgeMark, PanelSeat
from models.people import Staff, Unit
from models.sittings import Candidate, Section, Sitting, WrittenMark

D = Decimal
Run = Callable[..., Any]

PAPERS = (84, 91, 80, 78)
SCENES = ((90, 91, 92, 88, 95), (88, 88, 88, 80, 90), (70, 71, 72, 73, 74), (60, 61, 62, 63, 64))


def build(uow: Any) -> None:
    """Two teams of two, a written item and a panel of five; unit averages 70 and 85."""
    session = uow.session
    units = [Unit(code=f"U{n}", name=f"{n}号分公司", short_name="", position=n) for n in (1, 2)]
    session.add_all(units)
    session.flush()
    staff = [
        Staff(staff_number=f"00{n}", folded_number=f"00{n}", name=f"员工{n}", unit_id=units[n // 2].id, certified=True)
        for n in range(4)
    ]
    session.add_all(staff)
    teams = [Team(unit_id=unit.id, name=f"{unit.name}队", position=unit.position) for unit in units]
    session.add_all(teams)
    session.flush()
    nominees = [
        Nominee(team_id=teams[n // 2].id, staff_id=staff[n].id, entrant_code=f"A0{n + 1}", group_number=1)
        for n in range(4)
    ]
    session.add_all(nominees)
    paper, scene = (
        FinalItem(key=key, name=name, kind=kind, part=part, position=n, full=D(100), weight=D(100))
        for n, (key, name, kind, part) in enumerate(
            (("written", "笔试", "written", "written"), ("scene", "情景模拟", "panel", "on_site"))
        )
    )
    judges = [Judge(name=f"评委{n}") for n in range(5)]
    session.add_all([paper, scene, *judges])
    session.flush()
    for n, judge in enumerate(judges):
        session.add(PanelSeat(item_id=scene.id, judge_id=judge.id, position=n))
    for n, nominee in enumerate(nominees):
        session.add(
            ItemMark(item_id=paper.id, nominee_id=nominee.id, points=D(PAPERS[n]), entered_by="x", entered_at=uow.now)
        )
        for judge, mark in zip(judges, SCENES[n], strict=True):
            session.add(
                JudgeMark(
                    item_id=scene.id, nominee_id=nominee.id, judge_id=judge.id, points=D(mark), entered_by="x",
                    entered_at=uow.now,
                )
            )  # fmt: skip
    sitting = Sitting(name="笔试一场")
    session.add(sitting)
    session.flush()
    section = Section(sitting_id=sitting.id, name="全卷", full=D(100))
    session.add(section)
    session.flush()
    for n, (mark, state) in enumerate(((70, "present"), (None, "excused"), (85, "present"), (None, ""))):
        one = Candidate(
            sitting_id=sitting.id, staff_id=staff[n].id, unit_id=units[n // 2].id, ticket_number=f"T{n}",
            attendance=state,
        )  # fmt: skip
        session.add(one)
        session.flush()
        if mark is not None:
            session.add(
                WrittenMark(candidate_id=one.id, section_id=section.id, points=D(mark), entered_by="x",
                            entered_at=uow.now)
            )  # fmt: skip
    uow.record(journal.MARK_SAVED, "test")


@pytest.fixture
def competition(run: Run) -> None:
    run(build)


def set_absent(uow: Any) -> None:
    one = uow.session.scalars(select(Candidate).where(Candidate.ticket_number == "T3")).one()
    one.attendance = "absent"
    uow.record(journal.ATTENDANCE_SET, "T3")


def draft(run: Run, person: Person | None = None) -> Any:
    return run(results.get_draft, person)


def publish(run: Run, seen: int = 0, **more: Any) -> Any:
    return run(
        lambda uow: publications.publish(uow, seen_number=seen, despite_incomplete=True, **more), serializable=True
    )


pytestmark = pytest.mark.usefixtures("competition")


def test_that_places_and_totals_follow_from_the_marks(run: Run) -> None:
    found = draft(run)
    assert [(one.entrant_code, one.place, one.total) for one in found.individuals] == [
        ("A01", 1, D("88.90")),
        ("A02", 2, D("88.90")),
        ("A03", 3, D("74.40")),
        ("A04", 4, D("66.80")),
    ]
    assert found.individuals[0].tie_key == "on-site total"
    assert [(one.team, one.total) for one in found.teams] == [
        ("1号分公司队", D("177.80")),
        ("2号分公司队", D("141.20")),
    ]


def test_that_a_paper_without_a_mark_leaves_its_unit_without_an_average(run: Run) -> None:
    found = draft(run)
    assert [(unit.unit_code, unit.average) for unit in found.units] == [("U1", D("70.00")), ("U2", None)]
    assert [step.text for step in found.incomplete] == ["All-staff round, papers without a mark: {count}"]
    run(set_absent)
    assert {unit.unit_code: unit.average for unit in draft(run).units} == {"U1": D("70.00"), "U2": D("42.50")}


def change_mark(
    points: Decimal | None, state: str = "given", judge: int = 1, code: str = "A01"
) -> Callable[[Any], None]:
    def change(uow: Any) -> None:
        mark = uow.session.scalars(
            select(JudgeMark)
            .join(Nominee, Nominee.id == JudgeMark.nominee_id)
            .where(Nominee.entrant_code == code)
            .order_by(JudgeMark.judge_id)
            .offset(judge - 1)
        ).first()
        mark.points, mark.state = points, state
        uow.record(journal.JUDGE_MARK_SAVED, code)

    return change


def test_that_a_cleared_mark_leaves_entrant_and_team_without_a_total(run: Run) -> None:
    run(change_mark(None, "cleared"))
    found = draft(run)
    line = next(one for one in found.individuals if one.entrant_code == "A01")
    assert (line.total, line.place, line.work[1].awaited) == (None, None, 1)
    assert found.teams[-1].total is None
    assert any(step.params.get("people") == "1" for step in found.incomplete)


def test_that_an_absent_judge_is_left_out_and_not_counted_as_0(run: Run) -> None:
    run(change_mark(None, "absent", judge=5))
    line = next(one for one in draft(run).individuals if one.entrant_code == "A01")
    # Four judges: nothing is dropped; (90 + 91 + 92 + 88) / 4.
    assert line.items[1] == D("90.25")


def own_unit(uow: Any) -> None:
    judge = uow.session.scalars(select(Judge).order_by(Judge.id)).first()
    judge.unit_id = uow.session.scalars(select(Unit.id).where(Unit.code == "U1")).one()
    uow.record(journal.PANEL_CHANGED, judge.name)


def test_that_a_judge_of_the_own_unit_is_left_out_until_overridden(run: Run) -> None:
    run(own_unit)
    line = next(one for one in draft(run).individuals if one.entrant_code == "A01")
    assert line.items[1] == D("91.50")

    def override(uow: Any) -> None:
        nominee = uow.session.scalars(select(Nominee).where(Nominee.entrant_code == "A01")).one()
        judge = uow.session.scalars(select(Judge).where(Judge.unit_id.is_not(None))).one()
        uow.session.add(AvoidanceOverride(judge_id=judge.id, nominee_id=nominee.id, reason="small panel"))
        uow.record(journal.PANEL_CHANGED, judge.name)

    run(override)
    assert next(one for one in draft(run).individuals if one.entrant_code == "A01").items[1] == D("91.00")


def per_criterion(uow: Any) -> None:
    """The scene is marked by two criteria: 40 for every judge in the first, the rest in the second."""
    item = uow.session.scalars(select(FinalItem).where(FinalItem.key == "scene")).one()
    item.per_criterion = 1
    for position, full in ((1, 40), (2, 60)):
        uow.session.add(Criterion(item_id=item.id, position=position, name=str(position), full=D(full)))
    for mark in uow.session.scalars(select(JudgeMark)).all():
        for position, points in ((1, D(40)), (2, mark.points - 40)):
            uow.session.add(
                JudgeMark(
                    item_id=item.id, nominee_id=mark.nominee_id, judge_id=mark.judge_id, criterion_position=position,
                    points=points, entered_by="x", entered_at=uow.now,
                )
            )  # fmt: skip
        uow.session.delete(mark)
    uow.record(journal.ITEM_CHANGED, "scene")


def test_that_criteria_are_added_up_and_a_missing_one_is_awaited(run: Run) -> None:
    before = draft(run)
    run(per_criterion)
    assert [one.total for one in draft(run).individuals] == [one.total for one in before.individuals]

    def clear(uow: Any) -> None:
        mark = uow.session.scalars(select(JudgeMark).order_by(JudgeMark.id).limit(1)).one()
        mark.points, mark.state = None, "cleared"
        uow.record(journal.JUDGE_MARK_SAVED, "x")

    run(clear)
    assert sum(one.total is None for one in draft(run).individuals) == 1


def test_that_adjustments_of_item_person_and_team_count_each_where_it_belongs(run: Run) -> None:
    def adjust(uow: Any) -> None:
        nominee = uow.session.scalars(select(Nominee).where(Nominee.entrant_code == "A01")).one()
        item = uow.session.scalars(select(FinalItem).where(FinalItem.key == "scene")).one()
        for points, owner in (
            (D(-1), {"nominee_id": nominee.id, "item_id": item.id}),
            (D(2), {"nominee_id": nominee.id}),
            (D("-0.5"), {"team_id": nominee.team_id}),
            (D(50), {"nominee_id": nominee.id, "voided": 1}),
        ):
            uow.session.add(Adjustment(points=points, reason="r", **owner))
        uow.record(journal.ADJUSTMENT_SET, "A01")

    run(adjust)
    found = draft(run)
    line = found.individuals[0]
    assert (line.items[1], line.adjustment, line.total) == (D("90.00"), D("2.00"), D("90.20"))
    assert (found.teams[0].adjustment, found.teams[0].total) == (D("-0.50"), D("178.60"))


@pytest.mark.parametrize("status", ["withdrawn", "disciplined"])
def test_that_withdrawn_and_disciplined_elites_have_no_place(run: Run, status: str) -> None:
    def withdraw(uow: Any) -> None:
        uow.session.scalars(select(Nominee).where(Nominee.entrant_code == "A01")).one().status = status
        uow.record(journal.NOMINEE_CHANGED, "A01")

    run(withdraw)
    found = draft(run)
    assert [one.entrant_code for one in found.individuals if one.place] == ["A02", "A03", "A04"]
    assert next(team.total for team in found.teams if team.unit_code == "U1") == D("88.90")


def test_that_a_rule_of_the_competition_changes_the_totals(run: Run) -> None:
    run(lambda uow: change_rule(uow, key="written_weight", text="50"))
    assert draft(run).individuals[0].entrant_code == "A02"


def test_that_own_components_build_the_team_total(run: Run) -> None:
    run(lambda uow: change_rule(uow, key="team_preset", text="own"))
    assert all(team.total is None for team in draft(run).teams)
    parts = [Component("item", "best", D(50), "zero", 1, "scene"), Component("participation_rate", "mean", D(10))]
    assert run(lambda uow: total_rules.set_components(uow, components=parts)) == parts
    run(set_absent)
    # 91.00 x 50 % + 50.00 x 10 % (one of two sat).
    assert next(team.total for team in draft(run).teams if team.unit_code == "U1") == D("50.50")


def test_that_a_component_without_its_item_is_refused(run: Run) -> None:
    with pytest.raises(InvalidInput):
        run(lambda uow: total_rules.set_components(uow, components=[Component("item", item="nothing")]))


# Who may see what


def test_that_only_people_with_the_right_see_unpublished_results(run: Run, recorder: Person) -> None:
    with pytest.raises(NotAllowed):
        draft(run, recorder)
    assert run(publications.get_standings, recorder) is None
    publish(run)
    shown = run(publications.get_standings, recorder)
    assert not shown.is_draft
    assert shown.snapshot.number == 1


def test_that_the_re_checker_sees_codes_only(run: Run, rechecker: Person) -> None:
    found = draft(run, rechecker)
    assert {(one.name, one.staff_number, one.unit) for one in found.individuals} == {("", "", "")}
    assert found.individuals[0].entrant_code == "A01"
    assert found.awards == ()
    assert found.teams == ()


# Publications


def test_that_a_publication_is_numbered_frozen_and_read_back(run: Run, database: Database) -> None:
    row = publish(run, witness="监督员")
    before = run(lambda uow: publications.get_publication(uow, number=1))
    run(change_mark(D(10)))
    after = run(lambda uow: publications.get_publication(uow, number=1))
    assert before == after
    assert (row.number, before.number) == (1, 1)
    assert before.fingerprint == row.fingerprint == row.sha256[:12]
    with pytest.raises(Exception, match="cannot be changed"):
        run(lambda uow: uow.session.execute(text("UPDATE publication SET note = 'x'")))


def test_that_publishing_again_says_what_changed(run: Run) -> None:
    publish(run)
    assert run(publications.get_standings).changes == ()
    run(change_mark(D(100), judge=4))
    shown = run(publications.get_standings)
    assert {(one.who, one.what) for one in shown.changes} >= {("员工0", "total mark")}
    publish(run, 1)
    assert run(lambda uow: publications.get_standings(uow, number=2)).changes == shown.changes


def test_that_the_same_results_are_not_published_twice(run: Run) -> None:
    publish(run)
    with pytest.raises(RuleBroken):
        publish(run, 1)


def test_that_two_people_who_publish_get_one_number_and_one_conflict(run: Run) -> None:
    publish(run)
    run(change_mark(D(100), judge=4))
    with pytest.raises(Conflict):
        publish(run, 0)


def test_that_two_people_who_publish_at_the_same_moment_get_one_number(database: Database, office: Person) -> None:
    def try_it(_: int) -> object:
        try:
            return run_unit(
                database, office, lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True
            ).number
        except Conflict:
            return "conflict"

    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(try_it, range(4)))
    assert sorted(map(str, found)) == ["1", "conflict", "conflict", "conflict"]


def test_that_incomplete_results_are_published_only_on_purpose(run: Run) -> None:
    with pytest.raises(RuleBroken, match="not complete"):
        run(lambda uow: publications.publish(uow), serializable=True)
    run(set_absent)
    with pytest.raises(RuleBroken, match="verified and locked"):
        run(lambda uow: publications.publish(uow, witness="孙监督"), serializable=True)
    row = publish(run, witness="孙监督")
    assert run(lambda uow: publications.get_publication(uow, number=row.number)).interim


def test_that_final_results_are_signed_by_two_people(run: Run, office: Person) -> None:
    def settle(uow: Any) -> None:
        set_absent(uow)
        for table in (JudgeMark, ItemMark, WrittenMark):
            for mark in uow.session.scalars(select(table)):
                mark.verified_by = "赵复核"
        for table in (FinalItem, Sitting):
            for one in uow.session.scalars(select(table)):
                one.state, one.locked_by, one.witness = "locked", "王办公", "赵复核"
        uow.record(journal.ITEM_LOCKED, "all")

    publish(run)
    run(settle)
    for witness in ("", office.name):
        with pytest.raises(RuleBroken, match="two people"):
            run(lambda uow, name=witness: publications.publish(uow, seen_number=1, witness=name), serializable=True)
    row = run(lambda uow: publications.publish(uow, seen_number=1, witness="孙监督"), serializable=True)
    snapshot = run(lambda uow: publications.get_publication(uow, number=row.number))
    assert not snapshot.interim
    assert [(lock.name, lock.locked, lock.locked_by, lock.witness) for lock in snapshot.locks][-1] == (
        "情景模拟", True, "王办公", "赵复核",
    )  # fmt: skip
    assert any(change.kind == "unit" for change in snapshot.changed)


def test_that_only_the_office_publishes(run: Run, rechecker: Person) -> None:
    with pytest.raises(NotAllowed):
        run(lambda uow: publications.publish(uow, despite_incomplete=True), rechecker)


def test_that_a_tampered_publication_is_not_shown(run: Run, database: Database) -> None:
    publish(run)
    triggers = (
        "DROP TRIGGER publication_no_update"
        if database.is_sqlite
        else "ALTER TABLE publication DISABLE TRIGGER publication_guard"
    )
    with database.engine.begin() as connection:
        connection.exec_driver_sql(triggers)
        connection.exec_driver_sql("UPDATE publication SET content = replace(content, '88.90', '98.90')")
    with pytest.raises(OutsideFault):
        run(lambda uow: publications.get_publication(uow, number=1))


# Explanations


def test_that_draft_and_publication_explain_the_same(run: Run) -> None:
    publish(run)
    now, frozen = draft(run), run(lambda uow: publications.get_publication(uow, number=1))
    one = now.individuals[0].nominee_id
    assert results.explain_line(now, nominee_id=one) == results.explain_line(frozen, nominee_id=one)
    assert results.explain_line(now, team_id=now.teams[0].team_id).steps
    assert results.explain_line(now, unit_code="U1").steps
    with pytest.raises(NotFound):
        results.explain_line(now, nominee_id=99999)


# Awards


def add(run: Run, scope: str, name: str, count: int = 1, **more: Any) -> Any:
    return run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec(scope, name, "count", D(count), **more)))


def test_that_awards_are_given_and_numbered_once(run: Run) -> None:
    add(run, "individual", "一等奖")
    add(run, "team", "团体一等奖")
    add(run, "item", "单项奖")
    publish(run)
    first = run(publications.find_latest)
    assert [(one.winner, one.certificate_number) for one in first.awards] == [
        ("员工0", "FWDS〔2026〕个-001"),
        ("1号分公司", "FWDS〔2026〕团-001"),
        ("员工1", "FWDS〔2026〕单-001"),
        ("员工0", "FWDS〔2026〕单-002"),
    ]
    assert first.individuals[0].award == "一等奖、情景模拟 单项奖"
    run(change_mark(D(10), judge=1))
    run(change_mark(D(10), judge=2))
    publish(run, 1)
    second = {one.winner_key: one.certificate_number for one in run(publications.find_latest).awards}
    # A new winner gets a new number; the old winner's number is not given away.
    assert second["individual||001"] == "FWDS〔2026〕个-002"


def test_that_the_usual_awards_are_added_once(run: Run) -> None:
    assert len(run(awards.add_usual_awards)) == 7
    with pytest.raises(RuleBroken):
        run(awards.add_usual_awards)


def test_that_awards_change_move_and_go(run: Run) -> None:
    first, second = add(run, "individual", "一等奖"), add(run, "individual", "二等奖", 2)
    with pytest.raises(InvalidInput):
        add(run, "individual", "一等奖")
    changed = run(
        lambda uow: awards.change_award_rule(
            uow, rule_id=first.id, seen_version=first.version, spec=AwardSpec("individual", "特等奖", "ratio", D(50))
        )
    )
    assert (changed.name, changed.method, changed.value) == ("特等奖", "ratio", D(50))
    with pytest.raises(Conflict):
        run(lambda uow: awards.remove_award_rule(uow, rule_id=first.id, seen_version=first.version))
    moved = run(
        lambda uow: awards.move_award_rule(uow, rule_id=second.id, seen_version=second.version, up=True)
    )
    assert [row.name for row in moved] == ["二等奖", "特等奖"]
    run(lambda uow: awards.remove_award_rule(uow, rule_id=moved[0].id, seen_version=moved[0].version))
    assert [row.name for row in run(awards.list_award_rules)] == ["特等奖"]


def test_that_titles_are_given_by_staff_number(run: Run) -> None:
    rule = run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("title", "业务能手")))
    holder = run(lambda uow: awards.add_title_holder(uow, rule_id=rule.id, staff_number=" 003 ", reason="优质服务"))
    with pytest.raises(InvalidInput):
        run(lambda uow: awards.add_title_holder(uow, rule_id=rule.id, staff_number="003"))
    with pytest.raises(NotFound):
        run(lambda uow: awards.add_title_holder(uow, rule_id=rule.id, staff_number="999"))
    assert [(one.award, one.winner, one.reason) for one in draft(run).awards] == [("业务能手", "员工3", "优质服务")]
    assert run(awards.number_certificates) == 1
    assert run(awards.number_certificates) == 0
    assert draft(run).awards[0].certificate_number == "FWDS〔2026〕称-001"
    run(lambda uow: awards.remove_title_holder(uow, holder_id=holder.id))
    assert draft(run).awards == ()


def test_that_recorders_do_not_touch_awards(run: Run, recorder: Person) -> None:
    with pytest.raises(NotAllowed):
        run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", "x", "count", D(1))), recorder)


# The workbook


def test_that_the_workbook_holds_numbers_as_numbers_and_names_as_text(
    run: Run, database: Database, office: Person
) -> None:
    import io

    from openpyxl import load_workbook

    def rename(uow: Any) -> None:
        uow.session.scalars(select(Staff).where(Staff.staff_number == "000")).one().name = "=cmd()"
        uow.record(journal.STAFF_CHANGED, "000")

    run(rename)
    add(run, "individual", "一等奖")
    snapshot = read(database, office, results.get_draft)
    book = load_workbook(io.BytesIO(results_workbook(snapshot, language="en")))
    sheet = book.worksheets[0]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=4)]
    assert rows[0][:5] == [1, "A01", "000", "=cmd()", "1号分公司"]
    assert sheet["D4"].data_type == "s"
    assert [row[11] for row in rows] == [88.9, 88.9, 74.4, 66.8]
    assert [one.max_row for one in book.worksheets][:4] == [7, 5, 5, 4]


def test_that_states_are_words_of_the_attendance(run: Run) -> None:
    def cheat(uow: Any) -> None:
        mark = uow.session.scalars(select(ItemMark).order_by(ItemMark.id).limit(1)).one()
        mark.attendance = Attendance.ZEROED.value
        uow.record(journal.ITEM_MARK_SAVED, "A01")

    run(cheat)
    add(run, "individual", "一等奖")
    found = draft(run)
    line = next(one for one in found.individuals if one.entrant_code == "A01")
    assert (line.written, line.total) == (D("0.00"), D("63.70"))
    assert line.note.startswith("笔试 ")
    assert [one.winner for one in found.awards] == ["员工1"]


def test_that_results_and_mark_sheets_never_disagree(run: Run) -> None:
    run(own_unit)
    run(change_mark(None, "absent", judge=3, code="A02"))
    run(change_mark(None, "cleared", judge=2, code="A03"))
    found = draft(run)
    sheets = {(one.nominee_id, one.item_id): one.final for one in run(list_item_results)}
    items = [item.id for item in run(list_items)]
    for line in found.individuals:
        assert [sheets[line.nominee_id, item] for item in items] == list(line.items)


class CountedProgress(Progress):
    """Counts the steps; stops at one of them."""

    def __init__(self, stop_at: int = 10**9) -> None:
        self.steps = 0

        def report(done: int, total: int, text: str) -> None:
            assert 0 <= done <= total
            self.steps += 1
            if self.steps == stop_at:
                self.cancel()

        super().__init__(report)


def test_that_publishing_stopped_at_any_step_leaves_the_old_publication(run: Run) -> None:
    publish(run)
    run(change_mark(D(100), judge=4))
    before = run(list_entries)
    whole = CountedProgress()
    with pytest.raises(Conflict):
        publish(run, 0, progress=whole)
    stop = 1
    while True:
        progress = CountedProgress(stop)
        try:
            publish(run, 1, progress=progress)
        except Cancelled:
            assert [row.number for row in run(publications.list_publications)] == [1]
            assert run(list_entries) == before, "no certificate number and no entry of it is left"
            stop += 1
        else:
            break
    assert stop > 4
    assert [row.number for row in run(publications.list_publications)] == [1, 2]


def test_that_the_check_before_is_not_made_again_unless_marks_came_in(run: Run, office: Person) -> None:
    checked = run(lambda uow: publications.check_before(uow))
    quick = CountedProgress()
    row = publish(run, checked=checked, progress=quick)
    run(change_mark(D(100), judge=4))
    again = CountedProgress()
    publish(run, row.number, checked=checked, progress=again)
    assert again.steps > quick.steps
    snapshot = run(publications.find_latest)
    assert snapshot.changed, "the mark that came in after the check counts"
    assert run(verification.verify).clean


def test_that_only_who_publishes_may_make_the_check(run: Run, rechecker: Person) -> None:
    with pytest.raises(NotAllowed):
        run(lambda uow: publications.check_before(uow), rechecker)
