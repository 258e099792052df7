"""花名册: the roster of each unit, for the head of the unit to check and seal."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents.exam_headings import printed_version
from exam.documents.fonts import check_names
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table, row_height_for_page
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import NOT_SAID, Printed
from exam.rules.sheets import Named, UnitRoster


def roster_sheets(
    units: Sequence[UnitRoster],
    named: Named,
    texts: Texts,
    progress: Progress = SILENT,
    printed: Printed = NOT_SAID,
) -> bytes:
    """The PDF of the rosters, each unit beginning a page."""
    check_names(line.name for unit in units for line in unit.lines)
    titles = texts.many("roster.columns")
    shares = (11, 26, 26, 11, 46, 26, 24, 13, 13, 13, 42)
    centred = {0, 3, 7, 8, 9}
    columns = [
        Column(title, share, "center" if at in centred else "left", strong=at == 2)
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    labels = texts.many("roster.signatures")
    yes = texts("roster.tick")
    sheet: Sheet | None = None
    for done, unit in enumerate(units or (UnitRoster("", "", ()),)):
        progress.step(done, len(units) + 1)
        facts = (
            (texts("sheet.unit"), _named(unit, texts)),
            (texts("roster.people"), str(len(unit.lines))),
        )
        heading = named_heading(named, texts, texts("roster.title"), *facts)
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts), landscape=True)
        else:
            sheet.begin_again(heading)
        rows = [
            (
                str(at),
                line.staff_number,
                line.name,
                line.sex,
                line.outlet,
                line.post,
                line.since,
                yes if line.on_duty else "",
                yes if line.window_staff else "",
                yes if line.certified else "",
                line.note,
            )
            for at, line in enumerate(unit.lines, start=1)
        ]
        reserve = sheet.signature_height(labels, sealed=True)
        high = row_height_for_page(sheet, len(rows), reserve, most=7.0)
        draw_table(sheet, columns, rows, row_height=high, reserve=reserve, empty=texts("sheet.nobody"))
        sheet.signatures(labels, sealed=True)
    assert sheet is not None
    progress.step(len(units), len(units) + 1)
    return sheet.finish()


def _named(unit: UnitRoster, texts: Texts) -> str:
    code = f"（{unit.unit_code}）" if texts.language == "zh" else f" ({unit.unit_code})"
    return unit.unit + code if unit.unit_code else ""
