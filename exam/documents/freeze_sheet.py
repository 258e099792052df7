"""The sheet that publishes a frozen draw before the dice: its code, as text and QR, and what was frozen."""

from __future__ import annotations

from exam.documents import styles
from exam.documents.build import Version
from exam.documents.draw_record import moment
from exam.documents.headings import named_heading
from exam.documents.ink import number
from exam.documents.pages import MM, Sheet
from exam.documents.qr import CAPACITY, SIZE, qr_path
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts
from exam.rules.frozen import grouped_code
from exam.rules.sheets import Named
from exam.services.draw_rows import DrawRecord

QR_SIDE = 44.0 * MM
CODE_SIZE = 19.0


def freeze_sheet(record: DrawRecord, named: Named, texts: Texts) -> bytes:
    """The PDF to post and to hand out when a draw was frozen; everybody can compare the code later."""
    row = record.draw
    heading = named_heading(
        named, texts, texts("draw.freeze"), (texts("draw.label"), row.label), (texts("draw.place"), row.place)
    )
    sheet = Sheet(heading, texts, Version(final=True, note=f"{texts('draw.freeze')} {row.freeze_code[:16]}"))
    _code(sheet, record)
    frozen = f"{texts('draw.frozen')}: {moment(row.frozen_at, texts)}　{row.frozen_by}"
    sheet.text(frozen.replace(": ", "：") if texts.language == "zh" else frozen, size=10.5)
    sheet.gap(2)
    for line in record.rules:
        sheet.text(line, size=styles.SMALL_SIZE, colour=styles.QUIET)
    sheet.gap(3)
    titles = texts.many("draw.summary_columns")
    columns = [Column(titles[0], 84), *(Column(title, 28, "right") for title in titles[1:4])]
    rows = [
        (
            f"{unit.unit_name} {unit.post}".strip(), str(unit.eligible), str(unit.quota),
            f"{min(unit.quota, unit.eligible)}/{unit.eligible}" if unit.eligible else "—",
        )
        for unit in record.units
    ]  # fmt: skip
    draw_table(sheet, columns, rows, row_height=7, empty=texts("sheet.nobody"))
    sheet.signatures(texts.many("draw.signatures"))
    return sheet.finish()


def _code(sheet: Sheet, record: DrawRecord) -> None:
    """Two groups of eight digits in a row at the left, the QR at the right."""
    code = record.draw.freeze_code
    sheet.gap(4)
    top = sheet.y
    groups = grouped_code(code).split()
    for place in range(0, len(groups), 2):
        y = top - (place // 2 + 1) * CODE_SIZE * 1.6
        for column, group in enumerate(groups[place : place + 2]):
            sheet.put("text", sheet.left + column * 50 * MM, y, group, styles.STRONG, CODE_SIZE, spacing=0.8)
    text = f"{record.draw.label}|{code}"
    step = QR_SIDE / SIZE
    left, bottom = sheet.right - QR_SIDE, top - QR_SIDE
    picture = qr_path(text if len(text.encode()) <= CAPACITY else code)
    sheet.put("raw", f"q 0 0 0 rg {number(step)} 0 0 {number(step)} {number(left)} {number(bottom)} cm\n{picture}\nQ")
    sheet.y = min(sheet.y, bottom)
    sheet.gap(4)
