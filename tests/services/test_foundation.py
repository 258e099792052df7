"""The competition, accounts, journal and the unit of work, on both databases."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sqlalchemy import text

from exam import journal
from exam.access import Role
from exam.errors import AlreadySaved, Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.stages import Stage
from exam.services import accounts, competition
from exam.services import journal as journal_service
from exam.unit_of_work import UnrecordedChangeError, read
from models.competition import Competition

PASSWORD = "sesame-123"


def test_that_a_change_without_a_journal_entry_is_refused(run):
    def silent(uow):
        uow.session.get(Competition, 1).host = "别处"

    with pytest.raises(UnrecordedChangeError):
        run(silent)
    assert run(lambda uow: competition.get_competition(uow)).host == "示例通信公司"


def test_that_a_bulk_change_without_a_journal_entry_is_refused_too(run):
    with pytest.raises(UnrecordedChangeError):
        run(lambda uow: uow.session.execute(text("UPDATE competition SET host = 'x'")))


def test_that_a_rule_changes_with_old_and_new_value_in_the_journal(run):
    rules = run(lambda uow: competition.change_rule(uow, key="written_weight", text="40"))
    assert rules.written_weight == Decimal(40)
    entry = run(lambda uow: journal_service.list_entries(uow, topic="competition"))[0]
    assert (entry.details["old"], entry.details["new"]) == ("30", "40")


def test_that_a_locked_stage_refuses_its_rules_until_it_is_opened_with_a_reason(run):
    run(lambda uow: competition.lock_stage(uow, stage=Stage.FINAL, witness="监督"))
    with pytest.raises(RuleBroken):
        run(lambda uow: competition.change_rule(uow, key="drop_high", text="2"))
    with pytest.raises(InvalidInput):
        run(lambda uow: competition.unlock_stage(uow, stage=Stage.FINAL, reason=" "))
    run(lambda uow: competition.unlock_stage(uow, stage=Stage.FINAL, reason="组别有误"))
    assert run(lambda uow: competition.change_rule(uow, key="drop_high", text="2")).drop_high == 2


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("drop_high", "3"),
        ("drop_high", "1.5"),
        ("written_weight", "abc"),
        ("absence_rule", "maybe"),
        ("team_tie_keys", "luck"),
    ],
)
def test_that_a_rule_outside_its_range_is_refused(run, key, text):
    with pytest.raises(InvalidInput):
        run(lambda uow: competition.change_rule(uow, key=key, text=text))


def test_that_a_form_opened_before_somebody_elses_change_is_refused(run):
    seen = run(competition.get_competition)
    new = {
        "name": seen.name,
        "year": 2026,
        "host": "甲",
        "organiser": "",
        "place": "",
        "final_day": None,
        "issue_day": None,
        "language": "zh",
    }
    run(lambda uow: competition.change_competition(uow, seen_version=seen.version, **new))
    with pytest.raises(Conflict):
        run(lambda uow: competition.change_competition(uow, seen_version=seen.version, **{**new, "host": "乙"}))
    assert run(competition.get_competition).host == "甲"


def test_that_the_same_submission_is_taken_once(run):
    run(lambda uow: competition.change_rule(uow, key="drop_low", text="0"), request="form-1")
    with pytest.raises(AlreadySaved):
        run(lambda uow: competition.change_rule(uow, key="drop_low", text="2"), request="form-1")
    assert run(competition.get_rules).drop_low == 0


def test_that_only_the_office_changes_rules(run, recorder, supervisor):
    for person in (recorder, supervisor):
        with pytest.raises(NotAllowed):
            run(lambda uow: competition.change_rule(uow, key="drop_low", text="0"), person=person)


def test_that_sign_in_takes_name_and_password_and_is_recorded(run):
    person = run(lambda uow: accounts.sign_in(uow, name=" 李记分 ", password=PASSWORD), person=accounts.NOBODY)
    assert person.role is Role.RECORDER
    entry = run(lambda uow: journal_service.list_entries(uow, topic="accounts"))[0]
    assert (entry.tag, entry.person, entry.role) == (journal.SIGNED_IN.name, "李记分", "recorder")
    for name, password in (("李记分", "wrong-one"), ("谁", PASSWORD)):
        with pytest.raises(NotAllowed):
            run(lambda uow, n=name, p=password: accounts.sign_in(uow, name=n, password=p), person=accounts.NOBODY)


def test_that_a_deactivated_person_can_do_nothing_more(run, recorder):
    row = next(a for a in run(accounts.list_accounts) if a.id == recorder.account_id)
    run(lambda uow: accounts.change_account(uow, account_id=row.id, seen_version=row.version, active=False))
    with pytest.raises(NotAllowed):
        run(accounts.list_accounts, person=recorder)


def test_that_the_last_office_account_cannot_be_lost(run, office):
    row = next(a for a in run(accounts.list_accounts) if a.id == office.account_id)
    with pytest.raises(RuleBroken):
        run(lambda uow: accounts.change_account(uow, account_id=row.id, seen_version=row.version, active=False))


def test_that_two_people_are_two_people(run, office, rechecker):
    with pytest.raises(NotAllowed):
        run(lambda uow: accounts.check_second_person(uow, name=office.name, password=PASSWORD))
    second = run(lambda uow: accounts.check_second_person(uow, name=rechecker.name, password=PASSWORD))
    assert second.account_id == rechecker.account_id


def test_that_the_journal_cannot_be_changed_or_cut(run, database):
    for statement in ("UPDATE journal_entry SET person = 'x'", "DELETE FROM journal_entry"):
        with pytest.raises(Exception, match="cannot be changed"), database.engine.begin() as connection:
            connection.execute(text(statement))
    check = read(database, database.test_people[Role.OFFICE], journal_service.check_chain)
    assert check.broken_at is None
    assert check.count > 5


def test_that_a_forged_entry_shows_in_the_chain(run, database):
    if not database.is_sqlite:
        pytest.skip("the forger needs a file without its triggers")
    with database.engine.begin() as connection:
        connection.execute(text("DROP TRIGGER journal_entry_no_update"))
        connection.execute(text("UPDATE journal_entry SET subject = 'forged' WHERE id = 3"))
    check = read(database, database.test_people[Role.OFFICE], journal_service.check_chain)
    assert check.broken_at == 3
