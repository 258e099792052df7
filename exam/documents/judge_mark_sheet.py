"""评分表: a judge's own sheet of one item and group. Codes only: no name and no unit of an entrant."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents.exam_headings import printed_version
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import Printed
from exam.rules.marks import show
from exam.rules.sheets import MarkSheet, MarkSheetLine, Named


def judge_mark_sheets(
    sheets: Sequence[MarkSheet], named: Named, texts: Texts, printed: Printed, progress: Progress = SILENT
) -> bytes:
    """The PDF of the sheets, each beginning a page; marks confirmed on the screen are filled in, to be signed."""
    labels, note = texts.many("mark_sheet.signatures"), texts("mark_sheet.note")
    page: Sheet | None = None
    for done, sheet in enumerate(sheets):
        progress.step(done, len(sheets))
        heading = named_heading(
            named,
            texts,
            texts("mark_sheet.title"),
            (texts("sheet.item"), sheet.item),
            (texts("sheet.group"), sheet.group),
            (texts("mark_sheet.judge"), sheet.judge),
            (texts("mark_sheet.full"), show(sheet.full)),
        )
        if page is None:
            page = Sheet(heading, texts, printed_version(printed, texts), landscape=True)
        else:
            page.begin_again(heading)
        rows = [_row(line, len(sheet.criteria), texts) for line in sheet.lines]
        reserve = page.signature_height(labels, note=note)
        draw_table(page, _columns(sheet, texts), rows, reserve=reserve, row_height=11, empty=texts("sheet.nobody"))
        page.signatures(labels, note=note)
    assert page is not None
    return page.finish()


def _columns(sheet: MarkSheet, texts: Texts) -> list[Column]:
    before, after = texts.many("mark_sheet.columns_before"), texts.many("mark_sheet.columns_after")
    named = [
        Column(texts("mark_sheet.criterion", name=name, full=show(full)), max(22, 130 / len(sheet.criteria)), "right")
        for name, full in sheet.criteria
    ]
    return [
        Column(before[0], 13, "center"),
        Column(before[1], 22, "center", strong=True),
        *named,
        Column(after[0], 20, "right"),
        Column(after[1], 26, "right", strong=True),
        Column(after[2], 20, "center"),
        Column(after[3], 30),
    ]


def _row(line: MarkSheetLine, criteria: int, texts: Texts) -> tuple[str, ...]:
    note = texts("mark_sheet.avoided") if line.avoided else ""
    total = figure(line.total, "")
    marks = [figure(mark, "") for mark in line.marks] if line.marks else [""] * criteria
    return (figure(line.order), line.entrant_code, *marks, "", total, line.time, note)
