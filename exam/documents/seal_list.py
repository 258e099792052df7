"""密封号对照表: who is behind which sealed number. Secret until the seals are opened."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents import styles
from exam.documents.exam_headings import labelled, printed_version
from exam.documents.fonts import check_names
from exam.documents.headings import named_heading, shown_moment
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import Printed, SealList
from exam.rules.sheets import Named

_SHARES = (12, 32, 32, 40, 54)


def seal_lists(
    lists: Sequence[SealList], named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT
) -> bytes:
    """The PDF of the lists, each beginning a page, by sealed number.

    Every page says whether it was made before the opening. The caller has checked who may have it.
    """
    check_names(line.name for one in lists for line in one.lines)
    titles = texts.many("seal_list.columns")
    columns = [
        Column(title, share, "center" if at < 2 else "left", strong=at == 1, most_lines=2)
        for at, (title, share) in enumerate(zip(titles, _SHARES, strict=True))
    ]
    labels, note = texts.many("seal_list.signatures"), texts("seal_list.note")
    sheet: Sheet | None = None
    for done, one in enumerate(lists):
        progress.step(done, len(lists))
        heading = _heading(one, named, texts)
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        if one.opened_at:
            shown = labelled(texts("seal_list.opened_at"), shown_moment(one.opened_at, texts), texts)
            people = labelled(texts("seal_list.opened_by"), texts.join(one.opened_by), texts)
            sheet.text(f"{shown}    {people}", font=styles.STRONG)
            sheet.gap(1)
        rows = [
            (str(at), line.sealed_number, line.ticket, line.name, line.unit)
            for at, line in enumerate(sorted(one.lines, key=lambda line: line.sealed_number), start=1)
        ]
        below = "" if one.opened_at else note
        reserve = sheet.signature_height(labels, note=below)
        draw_table(sheet, columns, rows, row_height=7.5, reserve=reserve, empty=texts("sheet.nobody"))
        sheet.signatures(labels, note=below)
    assert sheet is not None
    progress.step(len(lists), len(lists))
    return sheet.finish()


def _heading(one: SealList, named: Named, texts: Texts) -> Heading:
    heading = named_heading(
        named,
        texts,
        texts("seal_list.title"),
        (texts("sheet.sitting"), one.sitting),
        (texts("exam.room"), one.room),
        (texts("seal_list.sealed"), shown_moment(one.sealed_at, texts) if one.sealed_at else ""),
        (texts("marking.papers"), str(len(one.lines))),
    )
    mark = texts("seal_list.opened" if one.opened_at else "seal_list.secret")
    return Heading(heading.competition, heading.title, heading.facts, heading.host, mark, not one.opened_at)
