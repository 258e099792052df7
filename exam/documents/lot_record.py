"""抽签记录表: the groups of the final and the order of appearance, as the lots gave them."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents import styles
from exam.documents.exam_headings import printed_version
from exam.documents.fonts import check_names
from exam.documents.headings import named_heading, shown_moment
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.rules.exam_sheets import NOT_SAID, Printed
from exam.rules.sheets import LotRecord, Named


def lot_records(records: Sequence[LotRecord], named: Named, texts: Texts, printed: Printed = NOT_SAID) -> bytes:
    """The PDF of the lots, each beginning a page."""
    check_names(line.name for record in records for group in record.groups for line in group)
    titles = texts.many("lots.columns")
    shares = (16, 22, 32, 28, 52, 20)
    columns = [
        Column(title, share, "center" if at in (0, 1) else "left", strong=at == 2)
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    labels = texts.many("lots.signatures")
    sheet: Sheet | None = None
    for record in records:
        heading = named_heading(
            named,
            texts,
            texts("lots.title"),
            (texts("lots.kind"), _kind(record, texts)),
            (texts("draw.label"), record.label),
            (texts("draw.place"), record.place),
        )
        version = printed_version(printed, texts)
        if sheet is None:
            sheet = Sheet(heading, texts, version)
        else:
            sheet.begin_again(heading)
        _inputs(sheet, record, texts)
        last = len(record.groups) - 1
        for at, group in enumerate(record.groups):
            reserve = sheet.signature_height(labels) if at == last else 0.0
            if len(record.groups) > 1:
                sheet.need(110.0)
                sheet.gap(2)
                sheet.text(texts("lots.group", number=at + 1, count=len(group)), font=styles.STRONG, size=11)
                sheet.gap(1)
            rows = [
                (str(line.position), line.entrant_code, line.name, line.staff_number, line.unit, "") for line in group
            ]
            draw_table(sheet, columns, rows, row_height=7, reserve=reserve, empty=texts("sheet.nobody"))
            sheet.gap(2)
        sheet.signatures(labels)
    assert sheet is not None
    return sheet.finish()


def _kind(record: LotRecord, texts: Texts) -> str:
    if record.kind == "groups":
        return texts("lots.groups")
    return texts("lots.order_of", number=record.group) if record.group else texts("lots.order")


def _inputs(sheet: Sheet, record: LotRecord, texts: Texts) -> None:
    colon = "：" if texts.language == "zh" else ": "
    facts = [
        (texts("draw.freeze"), record.freeze_code),
        (texts("draw.dice"), record.dice),
        (texts("draw.dice_by"), texts.join(record.dice_by)),
        (texts("draw.run"), f"{shown_moment(record.run_at, texts)}　{record.run_by}"),
    ]
    for label, value in facts:
        if value.strip():
            sheet.text(f"{label}{colon}{value}", size=9.5)
    if record.kind == "groups":
        key = "lots.uniform" if record.uniform else "lots.constructed"
        sheet.text(texts(key, tries=record.tries), size=styles.SMALL_SIZE, colour=styles.QUIET)
    sheet.gap(2)
