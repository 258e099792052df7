"""The page of the papers, by real clicks on a real competition."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO

import pytest
from openpyxl import Workbook
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QFileDialog

from exam.rules.marks import Attendance
from exam.services import (
    adjustments,
    awards,
    finals,
    publications,
    rooms,
    seals,
    seat_draw,
    seats,
    sign_in_desk,
    sittings,
)
from exam.services.journal import list_entries
from exam.unit_of_work import run as run_unit
from tests.services.test_paper_data import marked
from tests.written import add_drawn_people, lock_up
from ui import messages
from ui.dialogs.passwords import SecondPersonDialog
from ui.dialogs.print_again import PrintAgainDialog
from ui.pages import papers
from ui.pages.papers import PapersPage
from ui.printing import print_pdf
from ui.widgets.pdf_preview import PdfPreview

PRINT_TAGS = ("papers.printed", "awards.certificate_reprinted")


@pytest.fixture
def furnished(database, office):
    run_unit(database, office, marked)
    run_unit(database, office, awards.add_usual_awards)


@pytest.fixture
def page(qtbot, context, settle):
    found = PapersPage(context)
    qtbot.addWidget(found)
    found.resize(1100, 800)
    found.show()
    found.refresh()
    settle()
    settle()
    return found


def words(content: bytes) -> str:
    return "".join(one.extract_text() for one in PdfReader(BytesIO(content)).pages).replace("\n", "")


def choose(page, settle, key):
    page.list.choose(key)
    settle()
    settle()


@pytest.mark.usefixtures("furnished")
def test_that_the_individual_results_are_shown_first_as_a_draft(page):
    assert page.list.current_key() == "individuals"
    assert page.preview.page_count >= 1
    assert "草稿" in words(page.preview.content)
    assert page.message.tone == "warn"
    assert page.print_button.isEnabled()


@pytest.mark.usefixtures("furnished")
def test_that_with_many_people_a_paper_is_made_only_when_asked_for(context, qtbot, settle, monkeypatch):
    monkeypatch.setattr(papers, "MANY", 1)
    page = PapersPage(context)
    qtbot.addWidget(page)
    page.refresh()
    settle()
    settle()
    assert page.stack.currentWidget() is page.choosing
    assert not page.preview.content
    choose(page, settle, "individuals")
    assert page.preview.page_count >= 1


@pytest.mark.usefixtures("furnished")
def test_that_down_shows_the_next_paper(page, qtbot, settle):
    before = page.preview.content
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    settle()
    settle()
    assert page.list.current_key() == "teams"
    assert page.preview.content != before


def test_that_a_publication_is_chosen_when_there_is_one(qtbot, database, office, context, settle, furnished):
    run_unit(database, office, lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    page = PapersPage(context)
    qtbot.addWidget(page)
    page.refresh()
    settle()
    settle()
    assert page.source() == 1
    assert "第 1 号公布" in words(page.preview.content)
    assert page.message.text == ""
    page.source_box.setCurrentIndex(1)
    page.source_box.activated.emit(1)
    settle()
    settle()
    assert "草稿" in words(page.preview.content)


def test_that_what_is_not_possible_says_what_is_missing_and_goes_there(page, qtbot, settle, visits):
    choose(page, settle, "draw_record")
    assert page.missing is not None
    assert page.stack.currentWidget() is page.missing
    assert not page.print_button.isEnabled()
    qtbot.mouseClick(page.missing.button, Qt.MouseButton.LeftButton)
    assert visits == [("draw", {})]


@pytest.mark.usefixtures("furnished")
def test_that_another_page_can_send_somebody_to_a_paper(page, settle):
    page.arrive(paper="certificates")
    settle()
    settle()
    assert page.list.current_key() == "certificates"
    assert "荣誉证书" in words(page.preview.content)


@pytest.mark.usefixtures("furnished")
def test_that_a_paper_is_saved_and_the_folder_offered(page, qtbot, settle, tmp_path):
    qtbot.mouseClick(page.save_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(QFileDialog)
    assert dialog.selectedFiles()[0].endswith(".pdf")
    dialog.reject()
    page.commands.save_to(tmp_path / "x.pdf")
    settle()
    assert (tmp_path / "x.pdf").read_bytes() == page.preview.content
    (box,) = page.window().findChildren(messages.MessageBox)
    box.accept()


@pytest.mark.usefixtures("furnished")
def test_that_a_folder_that_is_gone_is_said_and_the_paper_stays(page, settle, tmp_path):
    page.commands.save_to(tmp_path / "gone" / "x.pdf")
    settle()
    assert page.message.tone == "error"
    assert page.preview.page_count >= 1


@pytest.mark.usefixtures("furnished")
def test_that_all_papers_go_into_a_folder(page, settle, tmp_path):
    page.commands.save_all(tmp_path)
    settle()
    settle()
    assert len(list(tmp_path.glob("*.pdf"))) >= 8
    (box,) = page.window().findChildren(messages.MessageBox)
    box.accept()


def test_that_certificates_are_printed_from_a_dropped_list(page, settle, tmp_path):
    book = Workbook()
    book.active.append(["姓名", "单位", "奖项"])
    book.active.append(["张𬭎", "一部", "WO的完美之星"])
    book.save(tmp_path / "stars.xlsx")
    assert page.takes_file(tmp_path / "stars.xlsx")
    page.take_file(tmp_path / "stars.xlsx")
    settle()
    assert page.preview.page_count == 1
    assert "“WO的完美之星”称号" in words(page.preview.content)
    assert "stars" in page.shown_name


def test_that_problems_of_a_list_are_all_named(page, settle, tmp_path):
    book = Workbook()
    for row in (["姓名", "单位", "奖项"], ["张?", "一部", "一等奖"], ["李四", "一部", None]):
        book.active.append(row)
    book.save(tmp_path / "bad.xlsx")
    page.take_file(tmp_path / "bad.xlsx")
    settle()
    (box,) = page.window().findChildren(messages.MessageBox)
    assert "Row 2" in box.details.toPlainText()
    assert "Row 3" in box.details.toPlainText()
    box.accept()


@pytest.mark.usefixtures("furnished")
def test_that_pages_print_in_true_size(page, settle, tmp_path):
    choose(page, settle, "teams")
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    assert print_pdf(page.preview.content, printer) == page.preview.page_count
    printed = PdfReader(tmp_path / "out.pdf")
    assert len(printed.pages) == page.preview.page_count
    box = printed.pages[0].mediabox
    assert [round(float(value) / 72 * 25.4) for value in (box.width, box.height)] == [297, 210]


def test_that_the_preview_turns_pages_and_zooms(qtbot):
    from exam.documents.build import make_pdf

    preview = PdfPreview()
    qtbot.addWidget(preview)
    preview.resize(700, 600)
    preview.show()
    preview.show_pdf(make_pdf(lambda canvas: [canvas.showPage() for _ in range(3)], title=""))
    assert preview.page_count == 3
    assert not preview.back_button.isEnabled()
    qtbot.mouseClick(preview.next_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "2" in preview.pages_label.text())
    preview.zoom(1)
    first = preview.view.zoomFactor()
    preview.zoom(1)
    assert preview.view.zoomFactor() > first
    preview.fit_width()
    preview.fit_page()
    preview.clear()
    assert preview.page_count == 0
    assert not preview.next_button.isEnabled()


@pytest.mark.usefixtures("furnished")
def test_that_a_changed_mark_is_on_the_shown_draft(page, settle, database, office):
    before = page.preview.content
    run_unit(database, office, lambda uow: add_bonus(uow))
    page.refresh()
    settle()
    settle()
    assert page.preview.content != before
    assert "+1.00" in words(page.preview.content)


def add_bonus(uow):
    nominee = finals.list_nominees(uow)[0]
    adjustments.add_adjustment(uow, nominee_id=nominee.id, points=Decimal("1.00"), reason="拾金不昧")


def test_that_a_judge_is_told_who_prints(page, settle, operations, judge):
    operations.person = judge
    page.refresh()
    settle()
    assert page.message.tone == "error"
    assert page.message.text


@pytest.fixture
def sat_exam(run, supervisor):
    """A sitting of six in two rooms, not sealed yet."""
    run(add_drawn_people)
    made = run(lambda uow: sittings.make_sitting(uow, name="第一场"))
    run(lambda uow: rooms.add_rooms(uow, sitting_id=made.id, name="第1考场", rows=2, columns=2, count=2))
    run(lambda uow: seat_draw.draw_seats(uow, sitting_id=made.id, seen_version=made.version))
    return made


@pytest.fixture
def sealed_exam(run, sat_exam, supervisor):
    """Everybody wrote, every paper came back, and office and supervisor sealed."""
    for row in run(lambda uow: sign_in_desk.list_desk(uow, sitting_id=sat_exam.id)).rows:
        run(
            lambda uow, row=row: sign_in_desk.set_state(
                uow, candidate_id=row.candidate_id, attendance=Attendance.PRESENT, seen_version=row.version
            )
        )
    for row in run(lambda uow: sign_in_desk.list_hand_in(uow, sitting_id=sat_exam.id)):
        run(
            lambda uow, row=row: sign_in_desk.count_papers(
                uow, sitting_id=sat_exam.id, room_id=row.room_id, count=row.counts.signed_in, seen_version=row.version
            )
        )
    version = run(lambda uow: sittings.get_sitting(uow, sitting_id=sat_exam.id)).version
    return run(lambda uow: seals.seal_sitting(uow, sitting_id=sat_exam.id, seen_version=version, witness=supervisor))


def test_that_without_a_sitting_there_are_no_boxes_for_one(page):
    assert page.choice.sitting_box.isHidden()
    assert page.choice.room_box.isHidden()


@pytest.mark.usefixtures("sat_exam")
def test_that_papers_are_shown_room_by_room(page, settle):
    choose(page, settle, "admission_tickets")
    assert page.choice.room_id() is None
    assert page.preview.page_count == 2
    assert "The time of 第一场 is not set" in page.message.text
    page.choice.room_box.setCurrentIndex(2)
    page.choice.room_box.activated.emit(2)
    settle()
    settle()
    assert page.preview.page_count == 1
    assert "第2考场" in words(page.preview.content)
    assert "第1考场" not in words(page.preview.content)
    assert "第2考场" in page.shown_name


@pytest.mark.usefixtures("sat_exam")
def test_that_another_page_can_ask_for_a_room(page, settle):
    page.arrive(paper="sign_in", sitting=1, room=1)
    settle()
    settle()
    assert page.list.current_key() == "sign_in"
    assert page.choice.room_id() == 1
    assert "第2考场" not in words(page.preview.content)


def test_that_people_without_a_seat_are_said(page, settle, run, sat_exam):
    plan = run(lambda uow: seats.get_room_plan(uow, room_id=2))
    run(lambda uow: seat_draw.clear_seats(uow, sitting_id=sat_exam.id))
    run(
        lambda uow: seat_draw.move_candidate(
            uow,
            candidate_id=plan.people[0].candidate_id,
            room_id=1,
            row=1,
            column=1,
            seen_version=version_of(uow, plan),
        )
    )
    page.refresh()
    settle()
    choose(page, settle, "sign_in")
    assert page.message.tone == "warn"
    assert "5 candidates have no seat" in page.message.text


def version_of(uow, plan):
    return next(
        row.version for row in seats.list_unseated(uow, sitting_id=1) if row.candidate_id == plan.people[0].candidate_id
    )


@pytest.mark.usefixtures("sealed_exam")
def test_that_the_secret_list_is_taken_out_by_two_and_shown_once(page, qtbot, settle, supervisor):
    choose(page, settle, "seal_list")
    assert not page.preview.content
    assert page.stack.currentWidget() is page.missing
    qtbot.mouseClick(page.missing.button, Qt.MouseButton.LeftButton)
    (dialog,) = page.findChildren(SecondPersonDialog)
    dialog.reject()
    page.commands.show_seal_list(1, supervisor)
    settle()
    settle()
    settle()
    assert "启封前不得外传" in words(page.preview.content)
    assert "20260001" in words(page.preview.content)
    assert "密封号对照表" in page.shown_name
    choose(page, settle, "marking_sheets")
    assert "20260001" not in words(page.preview.content)


@pytest.mark.usefixtures("sealed_exam")
def test_that_another_second_person_is_refused(page, settle, recorder):
    choose(page, settle, "seal_list")
    page.commands.show_seal_list(1, recorder)
    settle()
    assert not page.preview.content
    (box,) = page.window().findChildren(messages.MessageBox)
    box.accept()


def printed(run):
    return [entry for entry in run(lambda uow: list_entries(uow)) if entry.tag in PRINT_TAGS]


@pytest.mark.usefixtures("furnished")
def test_that_certificates_saved_here_are_counted_and_again_only_with_a_reason(
    page, settle, run, tmp_path, operations, recorder
):
    run(lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    page.refresh()
    settle()
    page.choice.source_box.setCurrentIndex(0)
    choose(page, settle, "certificates")
    page.commands.counted(lambda: page.commands.save_to(tmp_path / "a.pdf"))
    settle()
    settle()
    assert (tmp_path / "a.pdf").exists()
    assert [entry.tag for entry in printed(run)] == ["papers.printed"]
    page.commands.counted(lambda: page.commands.save_to(tmp_path / "b.pdf"))
    settle()
    (dialog,) = page.findChildren(PrintAgainDialog)
    assert not (tmp_path / "b.pdf").exists()
    dialog.reason.setText("纸张污损")
    dialog.submit()
    settle()
    settle()
    assert (tmp_path / "b.pdf").exists()
    assert printed(run)[0].details["reason"] == "纸张污损"
    operations.person = recorder
    page._allow()
    assert not page.print_button.isEnabled()
    for box in page.window().findChildren(messages.MessageBox):
        box.accept()


@pytest.mark.usefixtures("furnished")
def test_that_all_papers_of_a_publication_count_their_certificates(page, settle, run, tmp_path):
    run(lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
    page.refresh()
    settle()
    page.choice.source_box.setCurrentIndex(0)
    page.commands.save_all(tmp_path)
    settle()
    settle()
    assert [entry.subject for entry in printed(run)] == ["certificates"]
    assert any("荣誉证书" in path.name for path in tmp_path.glob("*.pdf"))
    (box,) = page.window().findChildren(messages.MessageBox)
    box.accept()


@pytest.mark.usefixtures("sealed_exam")
def test_that_saving_the_secret_list_stands_in_the_journal(page, settle, run, supervisor, tmp_path):
    page.commands.show_seal_list(1, supervisor)
    settle()
    settle()
    settle()
    page.commands.counted(lambda: page.commands.save_to(tmp_path / "list.pdf"))
    settle()
    settle()
    entry = printed(run)[0]
    assert (entry.subject, entry.details["sitting"]) == ("seal_list", "第一场")
    for box in page.window().findChildren(messages.MessageBox):
        box.accept()


def test_that_slips_are_chosen_by_unit_or_person(page, settle, run, recorder, rechecker):
    lock_up(run, recorder, rechecker)
    page.refresh()
    settle()
    assert page.choice.who.isHidden()
    choose(page, settle, "result_slips")
    assert page.choice.who.isVisible()
    assert page.preview.page_count == 8
    page.choice.unit_box.setCurrentIndex(1)
    page.choice.unit_box.activated.emit(1)
    settle()
    settle()
    assert page.preview.page_count == 2
    page.choice.who.setText("20260001")
    page.choice.who.editingFinished.emit()
    settle()
    settle()
    assert page.preview.page_count == 1
    text = words(page.preview.content)
    assert "20260001" in text
    assert "20260002" not in text
    page.choice.who.setText("没有这个人")
    page.choice.who.editingFinished.emit()
    settle()
    settle()
    assert page.stack.currentWidget() is page.missing
    choose(page, settle, "written_units")
    assert page.choice.who.isHidden()
