"""The papers of the written round: what they carry, and what they must not."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from exam.documents.admission_tickets import LARGE, admission_tickets
from exam.documents.correction_record import correction_record
from exam.documents.desk_labels import desk_labels
from exam.documents.envelope import envelopes
from exam.documents.marking_sheet import marking_sheets
from exam.documents.recheck_record import recheck_records
from exam.documents.room_report import room_reports
from exam.documents.seal_list import seal_lists
from exam.documents.seating_plans import seating_plans
from exam.documents.sign_in_sheet import sign_in_sheets
from exam.documents.texts import texts_of
from exam.errors import Cancelled, InvalidInput
from exam.progress import Progress
from tests.documents import exam_sample, sample

PRINTED = exam_sample.PRINTED


def make(kind: str, language: str = "zh") -> bytes:
    named, texts, plan = replace(sample.NAMED, language=language), texts_of(language), exam_sample.plan()
    shared = (named, texts, PRINTED)
    return {
        "tickets": lambda: admission_tickets(plan, *shared),
        "large": lambda: admission_tickets(plan, *shared, on_a_page=LARGE),
        "labels": lambda: desk_labels(plan, *shared),
        "posted": lambda: seating_plans(plan, *shared, office=False),
        "office": lambda: seating_plans(plan, *shared, office=True),
        "sign_in": lambda: sign_in_sheets(plan, *shared),
        "report": lambda: room_reports(plan, *shared),
        "report_after": lambda: room_reports(exam_sample.plan(attendance=True), *shared),
        "envelope": lambda: envelopes(plan, *shared),
        "marking": lambda: marking_sheets(exam_sample.marking(), *shared),
        "marking_opened": lambda: marking_sheets(exam_sample.marking(opened=True), *shared),
        "seals": lambda: seal_lists(exam_sample.seals(), *shared),
        "seals_opened": lambda: seal_lists(exam_sample.seals(opened=True), *shared),
        "recheck": lambda: recheck_records(exam_sample.recheck(), *shared),
        "corrections": lambda: correction_record(exam_sample.corrections(), *shared),
    }[kind]()


KINDS = (
    "tickets", "large", "labels", "posted", "office", "sign_in", "report", "report_after", "envelope", "marking",
    "marking_opened", "seals", "seals_opened", "recheck", "corrections",
)  # fmt: skip


def pages(content: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(BytesIO(content)).pages]


def words(content: bytes) -> str:
    return "".join(pages(content)).replace("\n", "")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_that_every_page_says_its_number_when_it_was_made_and_the_head_of_the_journal(kind, language):
    found = pages(make(kind, language))
    sample.check_page_numbers(found, language)
    for page in found:
        assert ("2026年12月1日 15:20 制表" if language == "zh" else "Made 1 December 2026 15:20") in page
        assert "9b1d9b1d9b1d9b1d" in page
        assert sample.NAMED.competition in page.replace("\n", "")


@pytest.mark.parametrize("kind", ["tickets", "large", "posted", "office", "sign_in"])
def test_that_everybody_is_on_the_paper_with_the_ticket_number(kind):
    found = words(make(kind))
    for room in exam_sample.plan().rooms:
        for person in room.people:
            assert person.ticket in found
            assert person.name in found.replace(" ", "")


@pytest.mark.parametrize("kind", ["marking", "marking_opened", "recheck", "labels"])
def test_that_markers_see_no_name_no_unit_and_no_ticket(kind):
    content = make(kind)
    reader = PdfReader(BytesIO(content))
    found = words(content) + "".join(str(value) for value in (reader.metadata or {}).values())
    assert not any(name in found for name in (*sample.NAMES, exam_sample.LONG[:50]))
    assert not any(unit in found for unit in sample.UNITS)
    if kind != "labels":
        assert not any(person.ticket in found for room in exam_sample.plan().rooms for person in room.people)


def test_that_marking_sheets_go_by_sealed_number_not_by_seat():
    found = pages(make("marking"))[0]
    places = [found.index(number) for number in sorted(exam_sample.NUMBERS[:5])]
    assert places == sorted(places)
    assert "客观题" in found
    assert "满分 60" in found
    assert "满分 100" in found


@pytest.mark.parametrize(("before", "after"), [("marking", "marking_opened"), ("seals", "seals_opened")])
def test_that_sheets_from_before_and_after_the_opening_look_different(before, after):
    first, second = pages(make(before)), pages(make(after))
    assert all("启封前" in page and "已启封" not in page for page in first)
    assert all("已启封" in page and "启封前" not in page for page in second)


def test_that_an_opened_seal_list_says_who_opened_it():
    assert "启封人：李静、王芳" in words(make("seals_opened"))
    assert "启封人" not in words(make("seals"))


def test_that_six_tickets_stand_on_a_page_and_a_room_begins_one():
    assert len(pages(make("tickets"))) == 1 + 5 + 14
    assert len(pages(make("large"))) == 115
    assert len(pages(make("labels"))) == 1 + 4 + 10


def test_that_the_rules_of_the_ticket_follow_the_settings():
    plan = replace(exam_sample.plan(), late_limit=20, hand_in_from=0)
    found = words(admission_tickets(plan, sample.NAMED, texts_of("zh"), PRINTED))
    assert "开考 20 分钟后不得入场" in found
    assert "交卷离场" not in found


def test_that_the_posted_plan_carries_no_unit_and_the_office_plan_does():
    posted, office = words(make("posted")), words(make("office"))
    assert not any(unit in posted for unit in sample.UNITS)
    assert all(unit in office for unit in sample.UNITS)
    assert "讲　台" in posted
    assert "门" in posted


def test_that_a_room_without_a_map_is_printed_as_a_list():
    plan = exam_sample.plan()
    room = replace(plan.rooms[1], rows=0, columns=0)
    found = pages(seating_plans(replace(plan, rooms=(room,)), sample.NAMED, texts_of("zh"), PRINTED, office=True))
    assert all(person.name in "".join(found) for person in room.people)
    assert "门" not in found[0].replace("部门", "")


def test_that_a_very_large_room_is_cut_into_parts():
    plan = exam_sample.plan()
    room = exam_sample.room("体育馆", 18, 20, 300)
    found = pages(seating_plans(replace(plan, rooms=(room,)), sample.NAMED, texts_of("zh"), PRINTED, office=False))
    assert len(found) == 4
    assert "列 11—20" in found[1]
    assert all(person.ticket in "".join(found) for person in room.people)


def test_that_the_report_knows_what_the_sign_in_knows():
    before, after = pages(make("report"))[2], pages(make("report_after"))[2]
    absent = [one.ticket for one in exam_sample.plan(attendance=True).rooms[2].people if one.attendance == "absent"]
    assert all(ticket in after for ticket in absent)
    assert "72 人" in after
    assert not any(ticket in before for ticket in absent)
    assert "80 人" in before


def test_that_the_envelope_counts_the_versions_of_the_paper():
    assert "A 卷 15，B 卷" in words(make("envelope"))


def test_that_a_recheck_shows_no_number_for_a_mark_not_read_yet():
    record = exam_sample.recheck()[0]
    waiting = replace(record, full=None, error_rate=None, lines=(replace(record.lines[0], second=None),))
    found = words(recheck_records((waiting,), sample.NAMED, texts_of("zh"), PRINTED))
    assert "尚未复核完" in found
    assert found.count("—") == 2


def test_that_a_correction_names_what_moved():
    found = words(make("corrections"))
    assert "李娜：第 5 名 → 第 3 名" in found
    assert "裁判长" in found


def test_that_a_name_without_a_glyph_stops_the_tickets():
    plan = exam_sample.plan()
    people = (replace(plan.rooms[0].people[0], name="张\ue000"),)
    with pytest.raises(InvalidInput, match=r"U\+E000"):
        admission_tickets(
            replace(plan, rooms=(replace(plan.rooms[0], people=people),)), sample.NAMED, texts_of("zh"), PRINTED
        )


class _Stops(Progress):
    def __init__(self) -> None:
        self.steps: list[tuple[int, int]] = []

    def step(self, done: int, total: int, text: str = "") -> None:
        self.steps.append((done, total))
        if done:
            raise Cancelled


@pytest.mark.parametrize("kind", [admission_tickets, desk_labels])
def test_that_making_many_cards_says_how_far_it_is_and_stops_when_asked(kind):
    plan = exam_sample.plan()
    room = exam_sample.room("体育馆", 30, 30, 890)
    stops = _Stops()
    with pytest.raises(Cancelled):
        kind(replace(plan, rooms=(room,)), sample.NAMED, texts_of("zh"), PRINTED, progress=stops)
    assert stops.steps[0] == (0, 890)
    assert 0 < stops.steps[-1][0] < 890


@pytest.mark.parametrize("kind", KINDS)
def test_that_the_same_paper_gives_the_same_bytes(kind):
    assert make(kind) == make(kind)
