"""A plain list as a workbook: headings and rows of texts. Bytes out, no files touched here."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence


def list_workbook(
    title: str, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int] = ()
) -> bytes:
    """One sheet with a frozen, filtered heading row. ``widths`` in characters. Every cell is text."""
    from openpyxl import Workbook
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(title))
    sheet.freeze_panes = "A2"
    for number, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    heads = [WriteOnlyCell(sheet, value=heading) for heading in headings]
    for head in heads:
        head.font = Font(bold=True)
    sheet.append(heads)
    cells = [WriteOnlyCell(sheet) for _ in headings]
    last = 1
    for last, row in enumerate(rows, 2):  # noqa: B007 (the number of the last row is used below)
        for cell, text in zip(cells, row, strict=True):
            cell.value = text
            # Otherwise a text that begins with "=" would become a formula.
            cell.data_type = "s"
        sheet.append(cells)
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(headings))}{last}"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _sheet_title(text: str) -> str:
    return "".join(c for c in text if c not in "[]:*?/\\")[:31] or "Sheet"
