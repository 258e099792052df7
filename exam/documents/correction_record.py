"""更正记录: every change after the lock, with what it moved and who stood for it."""

from __future__ import annotations

from exam.documents.exam_headings import printed_version
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.rules.exam_sheets import CorrectionRecord, Printed
from exam.rules.sheets import Named

_SHARES = (12, 40, 26, 16, 16, 46, 70, 22, 22)


def correction_record(record: CorrectionRecord, named: Named, texts: Texts, printed: Printed) -> bytes:
    """The PDF of the corrections, in the order they were made."""
    heading = named_heading(named, texts, texts("correction.title"), (texts("correction.about"), record.about))
    sheet = Sheet(heading, texts, printed_version(printed, texts), landscape=True)
    columns = [
        Column(title, share, "center" if at == 0 else "right" if at in (3, 4) else "left", 10.0, strong=at == 4)
        for at, (title, share) in enumerate(zip(texts.many("correction.columns"), _SHARES, strict=True))
    ]
    rows = [
        (
            line.number,
            line.subject,
            line.field,
            line.old,
            line.new,
            line.reason,
            "\n".join(line.moves) or texts("correction.nothing_moves"),
            line.proposer,
            line.confirmer,
        )
        for line in record.lines
    ]
    labels = texts.many("correction.signatures")
    reserve = sheet.signature_height(labels)
    draw_table(sheet, columns, rows, row_height=9.0, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels)
    return sheet.finish()
