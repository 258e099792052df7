"""Tables drawn directly: fixed columns, wrapping cells, the header repeated on every page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from exam.documents import styles
from exam.documents.build import MM
from exam.documents.fonts import missing_glyphs, pick, width
from exam.documents.pages import Sheet
from exam.documents.paragraphs import break_lines, fit_box
from exam.documents.texts import plain

_PADDING = 1.3 * MM
_HEADER_SIZE = 10.0
_TOGETHER = 3
_SMALLER = 1.15
_LEAST_HEADER = 0.7

Line = tuple[str, str, float]  # text, font, size


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header, its share of the width (mm; scaled to the page), and how it is set.

    With ``most_lines`` a long text is set smaller rather than in more lines.
    """

    title: str
    share: float
    align: str = "left"
    size: float = styles.BODY_SIZE
    strong: bool = False
    most_lines: int = 0


def draw_table(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Sequence[str]],
    *,
    row_height: float = 8.0,
    reserve: float = 0.0,
    empty: str = "",
) -> None:
    """Put ``rows`` of texts down, beginning pages as needed.

    ``row_height`` is the least height of a row in mm. The last three rows stay on one page with
    ``reserve`` points below them, so that signatures never stand alone on a page. ``empty`` is said when there is none.
    """
    _Table(sheet, columns, row_height * MM, reserve).draw(rows, empty)


def row_height_for_page(
    sheet: Sheet, count: int, reserve: float, *, most: float = 8.0, least: float = 6.2, header: float = 9.0
) -> float:
    """The height of a row in mm with which ``count`` rows end on this page, above ``reserve`` points.

    ``most`` where they need no more, or would have to be lower than ``least`` and take another page anyway.
    ``header`` is the height of the header in mm.
    """
    room = ((sheet.y - sheet.bottom - reserve) / MM - header) / max(count, 1)
    return min(most, room) if room >= least else most


def least_height(
    sheet: Sheet, columns: Sequence[Column], rows: Sequence[Sequence[str]], *, row_height: float = 8.0
) -> float:
    """How much room :func:`draw_table` needs to begin here, in points: the header and the first row."""
    return _Table(sheet, columns, row_height * MM, 0.0).start(rows)


class _Table:
    def __init__(self, sheet: Sheet, columns: Sequence[Column], row_height: float, reserve: float) -> None:
        self.sheet = sheet
        self.columns = columns
        self.least = row_height
        self.reserve = reserve
        scale = sheet.width / sum(column.share for column in columns)
        self.widths = [column.share * scale for column in columns]
        self.edges = [sheet.left]
        for wide in self.widths:
            self.edges.append(self.edges[-1] + wide)
        self.header = [self._header_lines(at) for at in range(len(columns))]
        self._top = 0.0

    def draw(self, rows: Sequence[Sequence[str]], empty: str) -> None:
        sheet = self.sheet
        sheet.need(self.start(rows) + (self.reserve if len(rows) <= _TOGETHER else 0.0))
        self._begin()
        if not rows and empty:
            self._close_row(self.least)
            sheet.put("text", sheet.left + _PADDING, sheet.y + self.least / 2 - 3.5, plain(empty),
                      styles.BODY, styles.BODY_SIZE, styles.QUIET)  # fmt: skip
            self._end(columns=False)
            return
        first_of_last = len(rows) - _TOGETHER if self.reserve else len(rows)
        for index, row in enumerate(rows):
            cells = self._cells(row)
            height = wanted = self._height(cells)
            if index >= max(first_of_last, 0):
                wanted = self.reserve + sum(self._height(self._cells(later)) for later in rows[index:])
            room = sheet.y - sheet.bottom
            if wanted > room and not self._at_top():
                self._turn()
                room = sheet.y - sheet.bottom
            while height > room:
                # Taller than a whole page: cut it where the page ends.
                count = max(1, int((room - 2 * _PADDING) / (styles.BODY_SIZE * styles.LINE)))
                self._row([lines[:count] for lines in cells], room)
                cells = [lines[count:] for lines in cells]
                self._turn()
                height, room = self._height(cells), sheet.y - sheet.bottom
            self._row(cells, height)
        self._end()

    def start(self, rows: Sequence[Sequence[str]]) -> float:
        """The height of the header with the first row, or with all rows when they are few."""
        few = rows[:_TOGETHER] if len(rows) <= _TOGETHER else rows[:1]
        return self._header_height() + (sum(self._height(self._cells(row)) for row in few) or self.least)

    def _cells(self, row: Sequence[str]) -> list[list[Line]]:
        return [self._lines(cell, at) for at, cell in enumerate(row)]

    def _lines(self, cell: str, at: int) -> list[Line]:
        """The lines of a cell, each with its font."""
        if not cell:
            return []
        column = self.columns[at]
        font = styles.STRONG if column.strong else styles.BODY
        room = self.widths[at] - 2 * _PADDING
        if "\n" not in cell and len(cell) * column.size <= room and cell.isprintable():
            plain_font = cell.isascii() or not missing_glyphs(cell, font)
            return [(cell, font if plain_font else pick(cell, font), column.size)]
        shown = plain(cell)
        font = pick(shown, font)
        if "\n" not in shown and room < (wide := width(shown, font, column.size)) <= room * _SMALLER:
            # A name a little too long is set a little smaller rather than broken.
            return [(shown, font, column.size * room / wide)]
        lines = break_lines(shown, room, font, column.size)
        if 0 < column.most_lines < len(lines):
            high = column.most_lines * column.size
            lines, size = fit_box(shown, room, high, font, column.size, most=column.most_lines + 2, pitch=1.0)
            return [(line, font, size) for line in lines]
        return [(line, font, column.size) for line in lines]

    def _height(self, cells: Sequence[Sequence[Line]]) -> float:
        tallest = self.least
        for lines in cells:
            if len(lines) > 1:
                tallest = max(tallest, len(lines) * lines[0][2] * styles.LINE + 2 * _PADDING)
        return tallest

    def _row(self, cells: Sequence[Sequence[Line]], height: float) -> None:
        put = self.sheet.put
        top = self.sheet.y
        for at, lines in enumerate(cells):
            if not lines:
                continue
            column = self.columns[at]
            pitch = lines[0][2] * styles.LINE if len(lines) > 1 else column.size * styles.LINE
            y = top - (height - len(lines) * pitch) / 2 - pitch / 2 - column.size * 0.36
            for line, font, size in lines:
                if column.align == "left":
                    x = self.edges[at] + _PADDING
                elif column.align == "right":
                    x = self.edges[at + 1] - _PADDING - width(line, font, size)
                else:
                    x = (self.edges[at] + self.edges[at + 1] - width(line, font, size)) / 2
                put("text", x, y, line, font, size)
                y -= pitch
        self._close_row(height)

    def _close_row(self, height: float) -> None:
        self.sheet.y -= height
        self.sheet.put("line", self.sheet.left, self.sheet.y, self.sheet.right, self.sheet.y, 0.5)

    def _header_height(self) -> float:
        tallest = max(len(lines) * lines[0][2] for lines in self.header)
        return max(self.least, tallest * styles.LINE + 2 * _PADDING)

    def _header_lines(self, at: int) -> list[Line]:
        """The lines of a header, small enough that no word of it is broken and no character stands alone."""
        text, room = plain(self.columns[at].title), self.widths[at] - 2 * _PADDING
        longest = max(width(word, styles.STRONG, _HEADER_SIZE) for word in text.split() or [""])
        size = _HEADER_SIZE
        if text.isascii() and longest > room:
            size = max(_HEADER_SIZE * room / longest, _HEADER_SIZE / 2)
        wide = width(text, styles.STRONG, size)
        if "\n" not in text and " " not in text and room < wide <= room / _LEAST_HEADER:
            size *= room / wide
        return [(line, styles.STRONG, size) for line in break_lines(text, room, styles.STRONG, size)]

    def _begin(self) -> None:
        sheet = self.sheet
        self._top = sheet.y
        height = self._header_height()
        sheet.put("area", sheet.left, sheet.y - height, sheet.width, height, styles.SHADE)
        for at, lines in enumerate(self.header):
            pitch = lines[0][2] * styles.LINE
            y = sheet.y - (height - len(lines) * pitch) / 2 - pitch / 2 - lines[0][2] * 0.36
            for line, font, size in lines:
                x = (self.edges[at] + self.edges[at + 1] - width(line, font, size)) / 2
                sheet.put("text", x, y, line, font, size)
                y -= pitch
        self._close_row(height)
        self._body = sheet.y

    def _at_top(self) -> bool:
        return self.sheet.y >= self._body and self._top >= self.sheet.page_top

    def _turn(self) -> None:
        self._end()
        self.sheet.new_page()
        self._begin()

    def _end(self, *, columns: bool = True) -> None:
        sheet = self.sheet
        if columns:
            for x in self.edges[1:-1]:
                sheet.put("line", x, self._top, x, sheet.y, 0.5)
        sheet.put("frame", sheet.left, sheet.y, sheet.width, self._top - sheet.y, 1.0)
