"""复核记录: which marks were read again, how many were wrong, and whether all must be. Codes only."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from exam.documents import styles
from exam.documents.exam_headings import printed_version
from exam.documents.form_rows import FormRow, draw_form
from exam.documents.headings import named_heading
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, in_column, percent
from exam.rules.exam_sheets import Printed, RecheckRecord
from exam.rules.sheets import Named

_SHARES = (34, 34, 24, 24, 22, 42)


def recheck_records(records: Sequence[RecheckRecord], named: Named, texts: Texts, printed: Printed) -> bytes:
    """The PDF of the records, each beginning a page: coverage and error rate, then every paper."""
    titles = texts.many("recheck.columns")
    aligned = ("center", "left", "right", "right", "right", "left")
    columns = [
        Column(title, share, align, strong=at == 0)
        for at, (title, share, align) in enumerate(zip(titles, _SHARES, aligned, strict=True))
    ]
    labels = texts.many("recheck.signatures")
    sheet: Sheet | None = None
    for record in records:
        heading = named_heading(named, texts, texts("recheck.title"), (texts("sheet.sitting"), record.sitting))
        mark = texts("marking.after" if record.opened else "marking.before")
        heading = Heading(
            heading.competition, heading.title, heading.facts, heading.host, mark, not record.opened
        )  # fmt: skip
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        draw_form(sheet, _coverage(record, texts), label_width=34.0, size=10.5)
        sheet.gap(1.5)
        if record.seed:
            sheet.text(texts("recheck.seed", seed=record.seed), size=8.0, colour=styles.QUIET)
        sheet.gap(2)
        marks = zip(
            in_column([line.first for line in record.lines]),
            in_column([line.second for line in record.lines]),
            in_column([line.difference for line in record.lines], "", signs=True),
            strict=True,
        )
        rows = [(line.code, line.section, *shown, line.reason) for line, shown in zip(record.lines, marks, strict=True)]
        note = texts("recheck.rule", limit=percent(record.limit))
        reserve = sheet.signature_height(labels, note=note)
        draw_table(sheet, columns, rows, row_height=7.5, reserve=reserve, empty=texts("sheet.nobody"))
        sheet.signatures(labels, note=note)
    assert sheet is not None
    return sheet.finish()


def _coverage(record: RecheckRecord, texts: Texts) -> list[FormRow]:
    def copies(count: int) -> str:
        return texts("recheck.copies", count=count)

    rest = record.papers - record.top
    share = (Decimal(100 * record.sample) / rest).quantize(Decimal("0.1"), ROUND_HALF_UP) if rest > 0 else None
    sample = texts("recheck.share", count=record.sample, rate=percent(share)) if share is not None else copies(0)
    decided = "waiting" if record.full is None else "yes" if record.full else "no"
    return [
        FormRow(((texts("recheck.papers"), copies(record.papers)), (texts("recheck.top"), copies(record.top))), 9),
        FormRow(((texts("recheck.sample"), sample), (texts("recheck.read"), copies(record.read))), 9),
        FormRow(
            ((texts("recheck.wrong"), copies(record.wrong)), (texts("recheck.rate"), percent(record.error_rate))), 9
        ),
        FormRow(((texts("recheck.full"), texts(f"recheck.{decided}")),), 9, strong=True),
    ]
