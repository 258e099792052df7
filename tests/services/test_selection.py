"""A selection of stars: one judged item, no written exam, no team total; awards, titles and certificates."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

from pypdf import PdfReader

from exam.documents.catalogue import find_paper, make_paper
from exam.documents.certificate_data import certificates_of
from exam.rules.awards import AwardSpec
from exam.rules.item_templates import STAR
from exam.services import (
    awards,
    competition,
    entrant_codes,
    finals,
    items,
    judging,
    panels,
    papers,
    publications,
    results,
    roster,
    selections,
)
from tests.conftest import PASSWORD
from tests.final_world import build_staff

D = Decimal
TITLE = "WO的体验之星"


def text_of(content):
    pages = PdfReader(BytesIO(content)).pages
    return "".join(page.extract_text() for page in pages).replace("\u3000", "").replace(" ", "").replace("\n", "")


def test_that_stars_are_selected_without_a_written_exam_and_without_teams(run, recorder, rechecker, supervisor):
    staff = run(build_staff)[1]
    for key, text in (("team_size_min", "1"), ("team_size_max", "5"), ("team_preset", "none")):
        run(lambda uow, key=key, text=text: competition.change_rule(uow, key=key, text=text))
    run(lambda uow: finals.nominate(uow, staff_ids=[staff[key] for key in ("101", "102", "201", "301")]))
    run(entrant_codes.assign_codes)
    item = run(lambda uow: items.add_from_template(uow, template=STAR))
    judges = [run(lambda uow, n=n: panels.add_judge(uow, name=f"评委{n}")).id for n in range(1, 6)]
    run(lambda uow: panels.set_panel(uow, item_id=item.id, judge_ids=judges))
    rows = run(lambda uow: judging.get_sheet(uow, item_id=item.id)).rows
    for at, row in enumerate(rows):
        for judge in judges:
            run(
                lambda uow, row=row, judge=judge, at=at: judging.save_judge_mark(
                    uow, item_id=item.id, nominee_id=row.nominee_id, judge_id=judge, points=D(90 - at)
                ),
                person=recorder,
            )
    run(
        lambda uow: judging.verify_marks(uow, item_id=item.id, nominee_ids=[row.nominee_id for row in rows]),
        person=rechecker,
    )
    version = run(lambda uow: items.get_item(uow, item_id=item.id)).version
    run(
        lambda uow: judging.lock_item(
            uow, item_id=item.id, seen_version=version, witness=supervisor.name, password=PASSWORD
        ),
        serializable=True,
    )
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", TITLE, "count", D(1))))
    title = run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("title", "优质100")))
    run(lambda uow: awards.add_title_holder(uow, rule_id=title.id, staff_number="201", reason="服务满意度第一"))

    draft = run(results.get_draft)
    assert draft.teams == ()
    assert draft.incomplete == ()
    assert [(line.place, line.total) for line in draft.individuals] == [
        (1, D("90.00")), (2, D("89.00")), (3, D("88.00")), (4, D("87.00")),
    ]  # fmt: skip
    assert {(line.award, line.winner) for line in draft.awards} >= {(TITLE, draft.individuals[0].name)}
    assert len(draft.awards) == 2

    row = run(lambda uow: publications.publish(uow, seen_number=0, witness=supervisor.name), serializable=True)
    assert row.number == 1
    data = run(lambda uow: papers.get_paper_data(uow, keys=["certificates", "awards", "public_notice", "individuals"]))
    certificates = text_of(make_paper(find_paper("certificates"), data))
    assert TITLE in certificates
    assert "优质100" in certificates
    for key in ("awards", "public_notice", "individuals"):
        assert draft.individuals[0].name in text_of(make_paper(find_paper(key), data))
    assert not find_paper("teams").ready(data)
    assert run(publications.get_standings).snapshot.teams == ()


def test_that_a_selection_of_windows_greets_nobody_and_needs_no_certificate(run):
    unit_ids = run(build_staff)[0]
    run(lambda uow: selections.set_up_selection(uow, entrants=selections.WINDOWS))
    row = run(lambda uow: roster.add_staff(
        uow, staff_number="CK-001", name="人民路营业厅一号窗口", unit_id=unit_ids[0], certified=False))
    run(lambda uow: finals.nominate(uow, staff_ids=[row.id]))
    assert {team.state for team in run(finals.list_teams)} == {"full"}
    run(entrant_codes.assign_codes)
    item = run(items.list_items)[0]
    judges = [run(lambda uow, n=n: panels.add_judge(uow, name=f"评委{n}")).id for n in range(1, 4)]
    run(lambda uow: panels.set_panel(uow, item_id=item.id, judge_ids=judges))
    nominee = run(finals.list_nominees)[0]
    for judge in judges:
        run(lambda uow, judge=judge: judging.save_judge_mark(
            uow, item_id=item.id, nominee_id=nominee.id, judge_id=judge, points=D(95)))
    run(lambda uow: awards.add_award_rule(uow, spec=AwardSpec("individual", "优质100", "count", D(1))))
    draft = run(results.get_draft)
    assert (draft.basis.windows, draft.teams, draft.individuals[0].total) == (True, (), D("95.00"))
    found = certificates_of(draft)
    assert [(one.kind, one.to_unit, one.name) for one in found] == [("plain", True, "人民路营业厅一号窗口")]
    data = run(lambda uow: papers.get_paper_data(uow, keys=["certificates"]))
    text = text_of(make_paper(find_paper("certificates"), data))
    assert "人民路营业厅一号窗口：" in text
    assert "同志" not in text
    assert "精英决赛" not in text


def test_that_a_unit_need_not_send_anybody_to_a_selection(run):
    run(build_staff)
    run(lambda uow: selections.set_up_selection(uow, entrants=selections.PEOPLE))
    assert {(team.state, team.minimum) for team in run(finals.list_teams)} == {("full", 0)}
    assert [item.kind for item in run(items.list_items)] == ["panel"]


def test_that_the_usual_awards_of_a_selection_are_for_single_entrants(run):
    run(lambda uow: selections.set_up_selection(uow, entrants="windows"))
    assert {row.scope for row in run(awards.add_usual_awards)} == {"individual"}
