"""The second calculation: what is right agrees, and every hand in the database is told."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from sqlalchemy import text

from exam.errors import RuleBroken
from exam.rules.awards import AwardSpec
from exam.rules.results import Component
from exam.rules.settings import BY_KEY, write
from exam.services import adjustments, awards, finals, items, judging, publications, quiz, total_rules, verification
from exam.services.competition import change_rule
from exam.services.journal import get_head
from exam.unit_of_work import read
from exam.verification.compare import tell
from exam.verification.second import DEFAULTS
from exam.words import Words
from models.database import Database
from tests.final_world import World, build

D = Decimal
Run = Callable[..., Any]
GUARDS = ("journal_entry_no_update", "journal_entry_no_delete", "publication_no_update")


def mark_all(uow: Any, world: World) -> None:
    """A written mark and five judges' marks for everybody, no two alike."""
    for at, nominee in enumerate(world.nominees):
        judging.save_item_mark(uow, item_id=world.written, nominee_id=nominee, points=D(70 + 3 * at % 25))
    papers = {
        nominee: {judge: D(60 + (at * 7 + seat * 5) % 39) for seat, judge in enumerate(world.judges)}
        for at, nominee in enumerate(world.nominees)
    }
    judging.save_papers(uow, item_id=world.item, papers=papers)


@pytest.fixture
def world(run: Run) -> World:
    made = run(build)
    run(lambda uow: mark_all(uow, made))
    run(lambda uow: awards.add_usual_awards(uow))
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("item", "单项第一", "count", D(1))))
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("group", "小组第一", "count", D(1))))
    title = run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("title", "业务能手")))
    run(lambda uow: awards.add_title_holder(uow, rule_id=title.id, staff_number="101"))
    return made


def publish(run: Run, seen: int = 0) -> Any:
    return run(
        lambda uow: publications.publish(uow, seen_number=seen, despite_incomplete=True), serializable=True
    )


def verify(database: Database, office: Any, **more: Any) -> verification.VerificationOutcome:
    return read(database, office, lambda uow: verification.verify(uow, **more))


def sentences(found: verification.VerificationOutcome) -> list[str]:
    return [tell(one, Words("en")) for one in found.findings]


def from_outside(database: Database, *statements: str) -> None:
    """What somebody with the file and a database tool could do."""
    with database.engine.begin() as connection:
        if database.is_sqlite:
            for name in GUARDS:
                connection.execute(text(f"DROP TRIGGER IF EXISTS {name}"))
        else:
            connection.execute(text("ALTER TABLE journal_entry DISABLE TRIGGER ALL"))
            connection.execute(text("ALTER TABLE publication DISABLE TRIGGER ALL"))
        for statement in statements:
            connection.execute(text(statement))


def test_that_what_is_right_agrees(run: Run, database: Database, office: Any, world: World) -> None:
    publish(run)
    found = verify(database, office)
    assert sentences(found) == []
    assert (found.people, found.teams, found.publications) == (9, 3, 1)
    assert found.awards > 10
    assert (found.entries, found.head) == run(get_head)


RULES = (
    ("written_weight", "45"), ("item_places", "1"), ("total_places", "0"), ("individual_tie_keys", "best_item"),
    ("team_tie_keys", "on_site,best_item"), ("missing_elite", "leave_out"), ("team_preset", "placing_points"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "value"), RULES)
def test_that_every_rule_agrees(
    run: Run, database: Database, office: Any, world: World, key: str, value: str
) -> None:
    run(lambda uow: change_rule(uow, key=key, text=value))
    publish(run)
    assert sentences(verify(database, office)) == []


def test_that_the_points_of_a_quiz_agree_with_their_own_rules(
    run: Run, database: Database, office: Any, world: World
) -> None:
    item = run(lambda uow: items.add_item(uow, name="知识竞答", kind="quiz"))
    run(lambda uow: change_rule(uow, key="quiz_base", text="37.5"))
    run(lambda uow: change_rule(uow, key="quiz_buzzer_right", text="12"))
    run(lambda uow: change_rule(uow, key="team_preset", text="own"))
    parts = [Component("individual_totals", "sum", D(40)), Component("quiz", "mean", D(60), item=item.key)]
    run(lambda uow: total_rules.set_components(uow, components=parts))
    teams = run(lambda uow: quiz.get_quiz(uow, item_id=item.id)).teams
    for round_, result, value in (("buzzer", "right", None), ("risk", "wrong", D(30)), ("extra", "right", None)):
        run(
            lambda uow, one=round_, two=result, three=value: quiz.add_event(
                uow, item_id=item.id, team_id=teams[0].team_id, round=one, result=two, question="1", value=three
            )
        )
    # Later points hold for later questions only.
    run(lambda uow: change_rule(uow, key="quiz_buzzer_right", text="99"))
    publish(run)
    assert sentences(verify(database, office)) == []


def test_that_everything_people_do_agrees(run: Run, database: Database, office: Any, world: World) -> None:
    publish(run)
    first, second, third, fourth, *_ = world.nominees
    own = [Component("item", "best", D(60), best=2, item="scenario"), Component("individual_totals", "mean", D(40))]

    def work(uow: Any) -> None:
        key = next(c.key for c in run_items(uow) if c.kind == "panel")
        change_rule(uow, key="team_preset", text="own")
        total_rules.set_components(uow, components=[own[0].__class__("item", "best", D(60), "zero", 2, key), own[1]])
        adjustments.add_adjustment(uow, points=D("1.5"), reason="奖励", nominee_id=first)
        line = adjustments.add_adjustment(uow, points=D(-2), reason="超时", nominee_id=second, item_id=world.item)
        adjustments.void_adjustment(uow, adjustment_id=line.id, seen_version=line.version, reason="误记")
        row = finals.get_nominee(uow, nominee_id=third)
        finals.set_status(uow, nominee_id=third, seen_version=row.version, status="withdrawn", reason="病")

    run(work)
    row = run(lambda uow: judging.get_entrant(uow, item_id=world.item, nominee_id=fourth))
    judge = world.judges[0]
    cell = row.cells[judge]
    run(
        lambda uow: judging.save_judge_mark(
            uow, item_id=world.item, nominee_id=fourth, judge_id=judge, points=None, absent=True,
            seen_version=cell.versions[0],
        )
    )  # fmt: skip
    run(lambda uow: judging.save_item_mark(
        uow, item_id=world.written, nominee_id=fourth, points=None, attendance="excused", seen_version=1
    ))
    assert sentences(verify(database, office)) == []
    publish(run, 1)
    assert sentences(verify(database, office)) == []


def run_items(uow: Any) -> Any:
    from exam.services.items import list_items

    return list_items(uow)


def test_that_a_mark_changed_in_the_table_is_told(run: Run, database: Database, office: Any, world: World) -> None:
    publish(run)
    nominee = world.nominees[0]
    from_outside(database, f"UPDATE item_mark SET points = 999900 WHERE nominee_id = {nominee}")
    told = sentences(verify(database, office))
    assert any("Mark of the final" in one and "99.99" in one and world.codes[0] in one for one in told), told
    assert any(one.startswith("Results as they stand: total of A01") for one in told), told
    with pytest.raises(RuleBroken, match="second calculation"):
        publish(run, 1)


def test_that_a_rule_changed_in_the_table_is_told(run: Run, database: Database, office: Any, world: World) -> None:
    run(lambda uow: change_rule(uow, key="written_weight", text="40"))
    publish(run)
    from_outside(database, "UPDATE setting SET value = '90' WHERE key = 'written_weight'")
    told = sentences(verify(database, office))
    assert told[0].startswith("Rule written_weight: value is 90 in the database, by the journal 40."), told
    assert any("total of" in one for one in told)


def test_that_added_and_removed_rows_are_told(run: Run, database: Database, office: Any, world: World) -> None:
    first, second = world.nominees[:2]
    from_outside(
        database,
        f"DELETE FROM judge_mark WHERE nominee_id = {first}",
        "INSERT INTO adjustment (id, nominee_id, points, reason, entered_by, voided, version) "
        f"VALUES (77, {second}, 50000, 'x', '', 0, 1)",
    )
    told = sentences(verify(database, office))
    assert sum("is missing in the database, but no journal entry took it away" in one for one in told) == 5
    assert any("Bonus or deduction" in one and "no journal entry put it there" in one for one in told), told


def test_that_a_forged_publication_is_told(run: Run, database: Database, office: Any, world: World) -> None:
    row = publish(run)
    content = json.loads(
        read(database, office, lambda uow: uow.session.execute(text("SELECT content FROM publication")).scalar_one())
    )
    best = content["individuals"][0]
    best["total"], best["place"] = "99.99", 1
    forged = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    from hashlib import sha256

    hashed = sha256(forged.encode()).hexdigest()
    with database.engine.begin() as connection:
        guard = (
            "DROP TRIGGER publication_no_update" if database.is_sqlite
            else "ALTER TABLE publication DISABLE TRIGGER ALL"
        )  # fmt: skip
        connection.execute(text(guard))
        connection.execute(text("UPDATE publication SET content = :c, sha256 = :h"), {"c": forged, "h": hashed})
    told = sentences(verify(database, office))
    assert any(one.startswith("Publication 1: total of") and "99.99" in one for one in told), told
    assert any("check code" in one and row.sha256 in one for one in told), told


def test_that_a_changed_entry_of_the_journal_is_told(
    run: Run, database: Database, office: Any, world: World
) -> None:
    publish(run)
    from_outside(
        database,
        """UPDATE journal_entry SET changes = replace(changes, '"points"\\:"70', '"points"\\:"99') """
        "WHERE changes LIKE '%item_mark%'",
    )
    told = sentences(verify(database, office))
    assert any("The journal was changed from outside" in one for one in told), told
    assert any("Mark of the final " in one and "by the journal 99" in one for one in told), told


def test_that_a_cut_tail_is_told_by_the_signed_sheet(
    run: Run, database: Database, office: Any, world: World
) -> None:
    count, head = run(get_head)
    assert verify(database, office, count=count, head=head[:12]).clean
    told = sentences(verify(database, office, count=count + 5, head="f" * 12))
    assert any("holds no such entry" in one for one in told), told
    from_outside(database, f"DELETE FROM journal_entry WHERE id = {count}")
    assert any("ends at entry" in one for one in sentences(verify(database, office)))


def test_that_the_second_calculation_knows_the_same_defaults() -> None:
    assert {key: write(BY_KEY[key].default) for key in DEFAULTS} == DEFAULTS
