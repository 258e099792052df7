"""抢答记分表: every event of a quiz with the running score, voided ones struck out in words, and the scores."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents.build import MM
from exam.documents.exam_headings import printed_version
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, in_column, signed
from exam.rules.exam_sheets import Printed
from exam.rules.marks import show
from exam.rules.sheets import Named, QuizLedger, QuizLedgerLine


def quiz_ledgers(ledgers: Sequence[QuizLedger], named: Named, texts: Texts, printed: Printed) -> bytes:
    """The PDF of the ledgers, each beginning a page: the events in their order, then the scores."""
    labels, note = texts.many("quiz.signatures"), texts("quiz.note")
    sheet: Sheet | None = None
    for ledger in ledgers:
        heading = named_heading(
            named, texts, texts("quiz.title"), (texts("sheet.item"), ledger.item),
            (texts("quiz.base"), show(ledger.base)),
        )  # fmt: skip
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        titles = texts.many("quiz.columns")
        draw_table(sheet, _columns(titles), _rows(ledger.lines, texts), row_height=8, empty=texts("sheet.nobody"))
        sheet.gap(6)
        titles = texts.many("quiz.score_columns")
        columns = [Column(titles[0], 14, "center"), Column(titles[1], 70, strong=True), Column(titles[2], 26, "right"),
                   Column(titles[3], 26, "right")]  # fmt: skip
        scores = sorted(ledger.scores, key=lambda one: one[0])
        rows = [(str(place), team, show(total), signed(extra) if extra else "") for place, team, total, extra in scores]
        reserve = sheet.signature_height(labels, note=note)
        # The scores stay with their signatures where a page is enough for them.
        sheet.need(min((len(rows) + 1) * 8 * MM + reserve, sheet.page_top - sheet.bottom))
        draw_table(sheet, columns, rows, reserve=reserve, row_height=8)
        sheet.signatures(labels, note=note)
    assert sheet is not None
    return sheet.finish()


def _columns(titles: Sequence[str]) -> list[Column]:
    widths = (11, 26, 14, 34, 14, 20, 16, 16, 28)
    aligns = ("center", "left", "center", "left", "right", "left", "right", "right", "left")
    strong = (False,) * 7 + (True, False)
    return [Column(*one[:3], strong=one[3]) for one in zip(titles, widths, aligns, strong, strict=True)]


def _rows(lines: Sequence[QuizLedgerLine], texts: Texts) -> list[tuple[str, ...]]:
    figures = zip(
        in_column([line.value for line in lines], ""),
        in_column([None if line.void_reason else line.points for line in lines], signs=True),
        in_column([line.running for line in lines]),
        strict=True,
    )
    return [
        (
            str(line.number), line.kind, line.question, line.team, value, line.result, points, running,
            texts("quiz.void", reason=line.void_reason) if line.void_reason else line.note,
        )
        for line, (value, points, running) in zip(lines, figures, strict=True)
    ]  # fmt: skip
