"""One journey from the roster to the certificates, on SQLite and on PostgreSQL, and the sample competition."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal

import pytest
from pypdf import PdfReader

from exam import opening, unit_of_work
from exam.errors import Cancelled, NotAllowed
from exam.files.draw_folder import verify
from exam.files.roster import check_roster
from exam.progress import Progress
from exam.rehearsal.desk import JUDGE, PASSWORD, RECORDER, SUPERVISOR, Desk
from exam.rehearsal.play import play_steps, steps
from exam.rehearsal.steps import FIRST_DAY, SAMPLE_DICE, Rehearsal
from exam.sample import open_sample, people
from exam.services import (
    accounts,
    certificates,
    competition,
    corrections,
    journal,
    judging,
    marks,
    overview,
    publications,
    quiz,
    recheck,
    results,
    second_entry,
    sittings,
    tie_ends,
    verification,
)
from exam.services.items import list_items
from resources import path as shipped


def test_that_a_competition_runs_from_roster_to_certificates(empty_database, tmp_path):
    check = check_roster(shipped("samples", "花名册.xlsx"))
    play = Rehearsal(Desk(empty_database, "zh", FIRST_DAY), check, True, SAMPLE_DICE, folder=tmp_path)
    play_steps(play, steps())
    desk = play.desk
    snapshot = desk.read(lambda uow: publications.get_publication(uow, number=1))

    assert len(snapshot.individuals) == 48
    assert len(snapshot.teams) == 12
    assert snapshot.incomplete == ()
    places = sorted(line.place for line in snapshot.individuals)
    assert places[0] == 1
    assert Counter(places).most_common(1)[0][1] == 2, "two people share a place"
    totals = {line.name: line.total for line in snapshot.individuals}
    assert totals["王𬱖"] == totals["李𫟹"] == Decimal("89.74")
    by_name = {line.name: line for line in snapshot.individuals}
    assert by_name["王𬱖"].place + 1 == by_name["李𫟹"].place, "the on-site total decides"
    assert by_name["王𬱖"].tie_key
    assert any(line.tie_key for line in snapshot.teams)

    units = {line.unit: line for line in snapshot.units}
    assert sum(line.absent for line in units.values()) >= 2
    assert sum(line.excused for line in units.values()) == 1

    draft = desk.read(lambda uow: results.get_draft(uow))
    assert [line.total for line in draft.individuals] == [line.total for line in snapshot.individuals]

    second = desk.read(lambda uow: publications.get_publication(uow, number=2))
    moved = {change.kind for change in second.changed}
    assert {"individual", "unit"} <= moved, "the lot parts two people, the objection moves an average"
    assert len(desk.read(corrections.get_record).lines) == 2
    assert desk.read(verification.verify).findings == ()
    papers = [path.stem for path in (tmp_path / "papers").glob("*.pdf")]
    for name in ("复核记录", "更正记录", "抢答记分表", "证书发放登记表", "变更说明", "签字确认表"):
        assert any(name in paper for paper in papers), (name, papers)

    numbers = [line.certificate_number for line in snapshot.awards]
    assert all(numbers)
    assert len(set(numbers)) == len(numbers)
    certificates = next((tmp_path / "papers").glob("荣誉证书*.pdf"))
    pages = PdfReader(certificates).pages
    assert len(pages) == len(snapshot.awards)
    text = "".join(page.extract_text() for page in pages).replace("\u3000", "").replace(" ", "")
    for line in snapshot.awards:
        assert line.certificate_number in text
        assert line.winner in text

    folder = next(path for path in (tmp_path / "draw").iterdir() if path.is_dir())
    assert verify(folder).right
    assert (tmp_path / "results.xlsx").stat().st_size > 5000
    assert desk.read(lambda uow: journal.check_chain(uow)).broken_at is None
    assert all(step.state == "done" for step in desk.read(lambda uow: overview.get_overview(uow)).steps)

    check_roles(desk)


def check_roles(desk):
    """Nobody reaches beyond the own role, and everybody but the supervisor did some of the work."""
    with pytest.raises(NotAllowed):
        desk.run(SUPERVISOR, lambda uow: publications.publish(uow, seen_number=1))
    with pytest.raises(NotAllowed):
        desk.run(JUDGE, lambda uow: results.get_draft(uow))
    with pytest.raises(NotAllowed):
        desk.run(RECORDER, lambda uow: competition.change_rule(uow, key="group_count", text="4"))
    entered = {row.person for row in desk.read(lambda uow: journal.list_entries(uow))}
    assert set(desk.names.values()) - {desk.names[SUPERVISOR]} <= entered, "the supervisor changes nothing"
    assert desk.names[SUPERVISOR] not in entered


@pytest.fixture(scope="module")
def sample(tmp_path_factory):
    """The sample competition, made once."""
    return open_sample(tmp_path_factory.mktemp("sample"))


def test_that_the_sample_has_every_stage_filled_and_something_to_do(sample):
    database = opening.open_database(sample)
    try:
        office = unit_of_work.run(
            database, accounts.NOBODY, lambda uow: accounts.sign_in(uow, name=people()[0], password=PASSWORD)
        )

        def read(call):
            return unit_of_work.read(database, office, call)

        row = read(competition.get_competition)
        assert row.sample
        assert row.name.endswith("（样例）")
        steps_now = read(overview.get_overview).steps
        # The sitting that is still being marked waits for its recheck.
        assert all(step.state in ("done", "working") for step in steps_now if step.key != "recheck"), steps_now
        done, working = read(sittings.list_sittings)
        assert done.locked
        assert done.opened_at is not None
        assert {len(done.sections), len(working.sections)} == {2}
        assert read(lambda uow: recheck.get_record(uow, sitting_id=done.id)).read > 10
        assert [row.state for row in read(corrections.list_corrections)] == ["confirmed"]
        progress = read(lambda uow: marks.get_progress(uow, sitting_id=working.id))
        assert progress.to_verify > 0
        assert progress.open == 2
        rechecker = unit_of_work.read(database, office, lambda uow: accounts.get_person(uow, account_id=4))
        differ = unit_of_work.read(
            database, rechecker, lambda uow: second_entry.list_differences(uow, sitting_id=working.id)
        )
        assert len(differ) == 1
        quiz_item = read(quiz.list_quizzes)[0]
        ledger = read(lambda uow: quiz.get_quiz(uow, item_id=quiz_item.id))
        assert len(ledger.lines) == 21
        assert sum(bool(line.void_reason) for line in ledger.lines) == 1
        assert len(read(tie_ends.list_tie_ends)) == 1
        assert 0 < sum(row.handed_out for row in read(certificates.get_register).rows) < 40
        assert read(verification.verify).findings == ()
        standings = read(publications.get_standings)
        assert [one.number for one in standings.publications] == [1, 2]
        assert standings.changes, "the draft differs from the publication"
        assert standings.snapshot.unverified > 0
    finally:
        database.close()


def test_that_everybody_of_the_sample_signs_in(sample):
    database = opening.open_database(sample)
    try:
        for name in people():
            person = unit_of_work.run(
                database, accounts.NOBODY, lambda uow, name=name: accounts.sign_in(uow, name=name, password=PASSWORD)
            )
            assert person.name == name
    finally:
        database.close()


def test_that_a_second_sample_stands_beside_the_first_and_a_stopped_one_leaves_nothing(sample):
    before = sorted(path.name for path in sample.parent.iterdir())

    def stop(done, total, text):
        if done == 3:
            progress.cancel()

    progress = Progress(stop)
    with pytest.raises(Cancelled):
        open_sample(sample.parent, progress)
    assert sorted(path.name for path in sample.parent.iterdir()) == before
    second = open_sample(sample.parent)
    assert second != sample
    assert sample.exists()


def test_that_one_mark_of_the_sample_needs_a_look(sample):
    database = opening.open_database(sample)
    try:
        office = unit_of_work.read(database, accounts.NOBODY, lambda uow: accounts.get_person(uow, account_id=1))
        items = unit_of_work.read(database, office, list_items)
        last = [one.id for one in items if one.kind == "panel"][-1]
        sheet = unit_of_work.read(database, office, lambda uow: judging.get_sheet(uow, item_id=last))
        assert sum(cell.doubtful for row in sheet.rows for cell in row.cells.values()) == 1
        assert office.name == people()[0]
    finally:
        database.close()
