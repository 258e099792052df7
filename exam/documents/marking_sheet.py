"""登分表: the sealed numbers of a bundle with room for the marks of each section. No name, no unit, no ticket.

Nothing of them is in the properties of the file either: its title names the sheet and the competition only.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from exam.documents.exam_headings import printed_version
from exam.documents.headings import named_heading
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table, row_height_for_page
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import MarkingSheet, PaperSection, Printed
from exam.rules.marks import show
from exam.rules.sheets import Named


def marking_sheets(
    sheets: Sequence[MarkingSheet], named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT
) -> bytes:
    """The PDF of the sheets of these bundles, each beginning a page, by sealed number."""
    labels, note = texts.many("marking.signatures"), texts("marking.note")
    sheet: Sheet | None = None
    for done, one in enumerate(sheets):
        progress.step(done, len(sheets))
        heading = _heading(one, named, texts)
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        columns = _columns(one.sections, texts)
        rows = [(number, *("" for _ in columns[1:])) for number in sorted(one.numbers)]
        reserve = sheet.signature_height(labels, note=note)
        high = row_height_for_page(sheet, len(rows), reserve, most=8.5, least=7.4, header=12.0)
        draw_table(sheet, columns, rows, row_height=high, reserve=reserve, empty=texts("sheet.nobody"))
        sheet.signatures(labels, note=note)
    assert sheet is not None
    progress.step(len(sheets), len(sheets))
    return sheet.finish()


def _heading(one: MarkingSheet, named: Named, texts: Texts) -> Heading:
    heading = named_heading(
        named,
        texts,
        texts("marking.title"),
        (texts("sheet.sitting"), one.sitting),
        (texts("marking.bundle"), one.bundle),
        (texts("marking.papers"), str(len(one.numbers))),
    )
    mark = texts("marking.after" if one.opened else "marking.before")
    return Heading(heading.competition, heading.title, heading.facts, heading.host, mark, not one.opened)


def _columns(sections: Sequence[PaperSection], texts: Texts) -> list[Column]:
    share = max(14.0, min(34.0, 110.0 / max(len(sections), 1)))
    total = sum((section.full for section in sections), Decimal(0))
    columns = [Column(texts("marking.number"), 40, "center", 12.0, strong=True)]
    columns += [
        Column(texts("marking.section", name=section.name, full=show(section.full)), share) for section in sections
    ]
    return [*columns, Column(texts("marking.total", full=show(total)), 26)]
