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

from exam.services import adjustments, awards, finals, publications
from exam.unit_of_work import run as run_unit
from tests.services.test_paper_data import marked
from ui import messages
from ui.pages.papers import PapersPage
from ui.printing import print_pdf
from ui.widgets.pdf_preview import PdfPreview


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
