"""Rows of a form: a label at the left, what is known or room to write at the right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exam.documents import styles
from exam.documents.build import MM
from exam.documents.fonts import pick
from exam.documents.pages import Sheet
from exam.documents.paragraphs import break_lines
from exam.documents.texts import plain

_PADDING = 2.0 * MM


@dataclass(frozen=True, slots=True)
class FormRow:
    """``cells`` are (label, value) side by side; ``height`` is the least in mm. ``lines``: ruled to write on."""

    cells: tuple[tuple[str, str], ...]
    height: float = 11.0
    lines: bool = False
    strong: bool = False


def draw_form(sheet: Sheet, rows: Sequence[FormRow], *, label_width: float = 38.0, size: float = 11.0) -> None:
    """Put the rows down inside one frame; each stays whole on its page."""
    top = sheet.y
    for row in rows:
        cell = sheet.width / len(row.cells)
        label = min(label_width * MM, cell * 0.5)
        shown = [
            (_lines(name, label, size - 1), _lines(value, cell - label, size, strong=row.strong))
            for name, value in row.cells
        ]
        tallest = max(len(lines) for pair in shown for lines in pair)
        height = max(row.height * MM, tallest * size * styles.LINE + 2 * _PADDING)
        if sheet.y - height < sheet.bottom:
            _frame(sheet, top)
            sheet.new_page()
            top = sheet.y
        for at, (names, values) in enumerate(shown):
            left = sheet.left + at * cell
            sheet.put("area", left, sheet.y - height, label, height, styles.SHADE)
            _block(sheet, names, left, height, size - 1, strong=False)
            _block(sheet, values, left + label, height, size, strong=row.strong)
            sheet.put("line", left + label, sheet.y, left + label, sheet.y - height, 0.5)
            if at:
                sheet.put("line", left, sheet.y, left, sheet.y - height, 0.5)
        if row.lines:
            _ruled(sheet, label, height)
        # Above the row: the shade of its labels would cover a line drawn before.
        sheet.put("line", sheet.left, sheet.y, sheet.right, sheet.y, 0.5)
        sheet.y -= height
    _frame(sheet, top)


def _lines(text: str, room: float, size: float, *, strong: bool = False) -> list[str]:
    font = styles.STRONG if strong else styles.BODY
    return break_lines(plain(text), room - 2 * _PADDING, pick(text, font), size) if text else []


def _block(sheet: Sheet, lines: Sequence[str], left: float, height: float, size: float, *, strong: bool) -> None:
    pitch = size * styles.LINE
    y = sheet.y - (height - len(lines) * pitch) / 2 - pitch / 2 - size * 0.36
    for line in lines:
        font = pick(line, styles.STRONG if strong else styles.BODY)
        sheet.put("text", left + _PADDING, y, line, font, size)
        y -= pitch


def _ruled(sheet: Sheet, label: float, height: float) -> None:
    y = sheet.y - 10 * MM
    while y > sheet.y - height + 4 * MM:
        sheet.put("line", sheet.left + label + _PADDING, y, sheet.right - _PADDING, y, 0.3, styles.QUIET)
        y -= 10 * MM


def _frame(sheet: Sheet, top: float) -> None:
    sheet.put("frame", sheet.left, sheet.y, sheet.width, top - sheet.y, 1.0)
