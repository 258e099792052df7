"""The page of a notice after GB/T 9704-2012: 22 lines of 28 characters, title 22 pt, text 16 pt.

Margins 37 mm top, 35 mm bottom, 28 mm left, 26 mm right. The foot carries version and *page x of y* like
every paper of the competition.
"""

from __future__ import annotations

from exam.documents.fonts import SERIF, pick, width
from exam.documents.pages import SEAL, Sheet
from exam.documents.paragraphs import break_lines
from exam.documents.texts import plain

TITLE_SIZE = 22.0
SIZE = 16.0
LINE = 28.95
CHARACTERS = 28
SIGN_HEIGHT = SEAL


class Notice(Sheet):
    """A notice: title, paragraphs, tables, and the place where the office signs and seals."""

    def _margins(self) -> dict[str, float]:
        return {"left": 28.0, "right": 26.0, "top": 37.0, "bottom": 35.0}

    def _head(self, *, first: bool) -> None:
        if not first:
            return
        title = plain(self.heading.title)
        font = pick(title, SERIF)
        lines = break_lines(title, self.width, font, TITLE_SIZE)
        for index, line in enumerate(_balanced(lines, title, self.width, font)):
            x = (self.left + self.right - width(line, font, TITLE_SIZE)) / 2
            self.put("text", x, self.y - TITLE_SIZE - index * 33, line, font, TITLE_SIZE, bolder=0.5)
        self.y -= (len(lines) - 1) * 33 + TITLE_SIZE + LINE

    def paragraph(
        self, text: str, *, indent: int = 2, strong: bool = False, align: str = "left", reserve: float = 0.0
    ) -> None:
        """A paragraph on the grid of the page; ``indent`` in characters.

        Its last two lines stay on one page with ``reserve`` points below them: the place of the seal never
        stands alone on a page.
        """
        shown = plain(text)
        font = pick(shown, SERIF)
        # 28 characters of 16 pt are 2 mm wider than the page allows: they stand a little closer.
        closer = (self.width - CHARACTERS * SIZE) / CHARACTERS
        lines = break_lines(shown, CHARACTERS * SIZE, font, SIZE, indent=indent * SIZE)
        for index, line in enumerate(lines):
            left = len(lines) - index
            self.need(LINE * left + reserve if reserve and left <= 2 else LINE)
            x = self.left + (indent * (SIZE + closer) if index == 0 else 0.0)
            if align == "right":
                x = self.right - width(line, font, SIZE) - closer * len(line) - 2 * SIZE
            self.put("text", x, self.y - SIZE, line, font, SIZE, spacing=closer, bolder=0.4 if strong else 0.0)
            self.y -= LINE

    def sign(self, office: str, day: str) -> None:
        """The office and the day at the lower right, with a circle of 45 mm around them left clear."""
        self.need(SIGN_HEIGHT)
        middle = self.right - max(SEAL / 2, 4 * SIZE + width(day, SERIF, SIZE) / 2)
        centre = self.y - SEAL / 2
        font = pick(office, SERIF)
        wide = width(office, font, SIZE)
        middle = min(middle, self.right - wide / 2)
        self.put("text", middle - wide / 2, centre + LINE / 2 - SIZE / 2, office, font, SIZE)
        self.put("text", middle - width(day, SERIF, SIZE) / 2, centre - LINE / 2 - SIZE / 2, day, SERIF, SIZE)
        self.y = centre - SEAL / 2


def _balanced(lines: list[str], text: str, room: float, font: str) -> list[str]:
    """A title of several lines with the lines about as long as each other, as the standard likes them."""
    if len(lines) == 1:
        return lines
    least = width(text, font, TITLE_SIZE) / len(lines) * 1.04
    for share in (0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95):
        narrower = break_lines(text, max(room * share, least), font, TITLE_SIZE)
        if len(narrower) == len(lines):
            return narrower
    return lines
