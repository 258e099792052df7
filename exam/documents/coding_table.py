"""加密对照表: one level of coding, for its own envelope. Level 1 names people; above it there are only codes."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents.exam_headings import labelled, printed_version
from exam.documents.fonts import check_names
from exam.documents.headings import named_heading, shown_moment
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.rules.coding import FIRST, CodingTable
from exam.rules.exam_sheets import Printed
from exam.rules.sheets import Named

_NAMED_SHARES = (12, 32, 36, 40, 50)
_CODED_SHARES = (20, 75, 75)


def coding_tables(tables: Sequence[CodingTable], named: Named, texts: Texts, printed: Printed) -> bytes:
    """The PDF of the tables, each beginning a page, by the later code. The caller has checked who may have them."""
    check_names(line.earlier for one in tables for line in one.lines)
    labels = texts.many("coding.signatures")
    sheet: Sheet | None = None
    for one in tables:
        heading = _heading(one, named, texts)
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        _seal(sheet, one, texts)
        note = texts("coding.note") if one.level > FIRST and one.secret else ""
        reserve = sheet.signature_height(labels, note=note)
        draw_table(sheet, _columns(one, texts), _rows(one), row_height=7.5, reserve=reserve,
                   empty=texts("sheet.nobody"))  # fmt: skip
        sheet.signatures(labels, note=note)
    assert sheet is not None
    return sheet.finish()


def _heading(one: CodingTable, named: Named, texts: Texts) -> Heading:
    heading = named_heading(
        named,
        texts,
        texts(f"coding.title_{one.level}"),
        (texts("coding.drawn"), shown_moment(one.drawn_at, texts) if one.drawn_at else ""),
        (texts("coding.drawn_by"), one.drawn_by),
        (texts("coding.witness"), one.witness),
        (texts("coding.count"), str(len(one.lines))),
    )
    if one.level == FIRST and not one.secret:
        return heading
    mark = texts("coding.secret" if one.secret else "coding.opened")
    return Heading(heading.competition, heading.title, heading.facts, heading.host, mark, one.secret)


def _seal(sheet: Sheet, one: CodingTable, texts: Texts) -> None:
    """What binds the table; with the salt, how anybody computes it."""
    if one.level == FIRST or not one.seal_code:
        return
    sheet.text(labelled(texts("coding.seal"), one.seal_code, texts))
    if one.salt:
        codes = texts.many("coding.codes")
        sheet.text(labelled(texts("coding.salt"), one.salt, texts))
        sheet.text(texts("coding.check", earlier=codes[one.level - 2], later=codes[one.level - 1]))
    sheet.gap(1)


def _columns(one: CodingTable, texts: Texts) -> list[Column]:
    number, name, staff, unit = texts.many("coding.columns")
    codes = texts.many("coding.codes")
    if one.level == FIRST:
        titles, shares = (number, codes[0], name, staff, unit), _NAMED_SHARES
    else:
        titles, shares = (number, codes[one.level - 1], codes[one.level - 2]), _CODED_SHARES
    return [
        Column(title, share, "left" if one.level == FIRST and at > 1 else "center", strong=at == 1, most_lines=2)
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]


def _rows(one: CodingTable) -> list[tuple[str, ...]]:
    return [
        (str(at), line.later, line.earlier, line.staff_number, line.unit)
        if one.level == FIRST
        else (str(at), line.later, line.earlier)
        for at, line in enumerate(one.lines, start=1)
    ]
