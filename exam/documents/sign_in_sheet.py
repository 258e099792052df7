"""签到表: one line for every seat of a room, to be signed on entering and on handing in."""

from __future__ import annotations

from exam.documents.exam_headings import printed_version, room_heading
from exam.documents.fonts import check_names
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, Printed
from exam.rules.sheets import Named

_SHARES = (15, 27, 26, 34, 25, 25, 18)


def sign_in_sheets(
    plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT
) -> bytes:
    """The PDF of the sheets of these rooms, each beginning a page."""
    check_names(person.name for room in plan.rooms for person in room.people)
    titles = texts.many("sign_in.columns")
    columns = [
        Column(
            title,
            share,
            "center" if at == 0 else "left",
            9.5 if at in (1, 3) else 10.5,
            strong=at in (0, 2),
            most_lines=3,
        )
        for at, (title, share) in enumerate(zip(titles, _SHARES, strict=True))
    ]
    labels, note = texts.many("sign_in.signatures"), texts("sign_in.note")
    sheet: Sheet | None = None
    for done, room in enumerate(plan.rooms):
        progress.step(done, len(plan.rooms))
        heading = room_heading(named, plan, room, texts, texts("sign_in.title"))
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        rows = [(one.seat, one.ticket, one.name, one.unit, "", "", "") for one in room.people]
        reserve = sheet.signature_height(labels, note=note)
        draw_table(sheet, columns, rows, row_height=9.0, reserve=reserve, empty=texts("sheet.nobody"))
        sheet.signatures(labels, note=note)
    assert sheet is not None
    progress.step(len(plan.rooms), len(plan.rooms))
    return sheet.finish()
