"""评分汇总表: every judge's mark of one item and group. Codes only: no name and no unit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from exam.documents.exam_headings import printed_version
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table, row_height_for_page
from exam.documents.texts import Texts, figure, signed
from exam.rules.exam_sheets import NOT_SAID, Printed
from exam.rules.sheets import Named, PanelLine, PanelSummary

_HIGH, _LOW, _TIGHT = 9.0, 4.6, 5.6
"""The height of a row in mm: less where that brings everybody onto one page, in smaller figures when tight."""


def panel_summaries(
    summaries: Sequence[PanelSummary], named: Named, texts: Texts, printed: Printed = NOT_SAID
) -> bytes:
    """The PDF of the panel summaries, each beginning a page, in the order of appearance.

    It records the marks as they were given and is signed for: it carries no publication number but the moment
    and the head of the journal.
    """
    labels, note = texts.many("panel.signatures"), texts("panel.dropped")
    sheet: Sheet | None = None
    for summary in summaries:
        heading = named_heading(
            named,
            texts,
            texts("panel.title"),
            (texts("sheet.item"), summary.item),
            (texts("sheet.group"), summary.group),
            (texts("panel.rule"), summary.rule),
        )
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts), landscape=True)
        else:
            sheet.begin_again(heading)
        rows = [_row(line, texts) for line in summary.lines]
        reserve = sheet.signature_height(labels, note=note)
        # The header takes two lines.
        high = row_height_for_page(sheet, len(rows), reserve, most=_HIGH, least=_LOW, header=12.0)
        columns = _columns(len(summary.judges), texts)
        if high < _TIGHT:
            columns = [replace(column, size=9.0) for column in columns]
        draw_table(sheet, columns, rows, reserve=reserve, row_height=high, empty=texts("sheet.nobody"))
        sheet.signatures(labels, note=note)
    assert sheet is not None
    return sheet.finish()


def _columns(judges: int, texts: Texts) -> list[Column]:
    before, after = texts.many("panel.columns_before"), texts.many("panel.columns_after")
    return [
        Column(before[0], 12, "center"),
        Column(before[1], 20, "center"),
        *(Column(texts("panel.judge", number=at + 1), max(14, 120 / max(judges, 1)), "right") for at in range(judges)),
        Column(after[0], 28, "center"),
        Column(after[1], 20, "right"),
        Column(after[2], 16, "right"),
        Column(after[3], 22, "right", strong=True),
        Column(after[4], 14, "center"),
    ]


def _row(line: PanelLine, texts: Texts) -> tuple[str, ...]:
    marks: list[str] = []
    for at, mark in enumerate(line.marks):
        why = "avoided" if at in line.avoided else "not_asked" if at in line.not_asked else "missing"
        shown = figure(mark, texts(f"panel.{why}"))
        marks.append(f"({shown})" if at in line.dropped else shown)
    left_out = [mark for at, mark in enumerate(line.marks) if at in line.dropped and mark is not None]
    dropped = " / ".join(figure(mark) for mark in sorted(left_out, reverse=True))
    return (
        figure(line.order),
        line.entrant_code,
        *marks,
        dropped,
        figure(line.mean, texts("sheet.incomplete")),
        signed(-line.deduction),
        figure(line.final, texts("sheet.incomplete")),
        figure(line.place),
    )
