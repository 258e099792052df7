"""The page of a sheet: heading, foot with version and *page x of y*, draft mark, signature lines.

A :class:`Sheet` is laid out first and drawn when the number of its pages is known.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exam.documents import styles
from exam.documents.build import A4, A4_LANDSCAPE, MM, Version, make_pdf
from exam.documents.fonts import pick, width
from exam.documents.ink import Colour, Ink
from exam.documents.paragraphs import break_lines
from exam.documents.texts import Texts, plain

SEAL = 45 * MM
"""How much room a seal takes: a circle over the office and the day that nothing else stands in."""
_SIGNATURE_ROW = 13 * MM
_SEAL_ABOVE, _SEAL_BELOW = 5 * MM, 12 * MM


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above a sheet. ``facts`` are labelled values: unit or group, sitting, date.

    ``mark`` stands in a box at the upper right of every page, white on black when ``dark``: whether a sheet
    was made before or after the seals were opened is seen from across a table.
    """

    competition: str
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    host: str = ""
    mark: str = ""
    dark: bool = False


class Sheet:
    """A sheet being laid out from top to bottom; pages are added as it grows."""

    def __init__(self, heading: Heading, texts: Texts, version: Version, *, landscape: bool = False) -> None:
        self.heading = heading
        self.texts = texts
        self.version = version
        self.landscape = landscape
        wide, high = A4_LANDSCAPE if landscape else A4
        margins = self._margins()
        self.left = margins["left"] * MM
        self.right = wide - margins["right"] * MM
        self.bottom = margins["bottom"] * MM
        self._top = high - margins["top"] * MM
        self._size = (wide, high)
        self._pages: list[list[tuple[str, tuple[Any, ...], dict[str, Any]]]] = []
        self._fresh = True
        self._starts = [0]
        self._first_heading = heading
        self.y = 0.0
        self.new_page()

    def _margins(self) -> dict[str, float]:
        """The margins of the page, in millimetres."""
        return styles.LANDSCAPE_MARGINS if self.landscape else styles.PORTRAIT_MARGINS

    @property
    def width(self) -> float:
        """The width between the margins, in points."""
        return self.right - self.left

    def put(self, method: str, *args: Any, **named: Any) -> None:
        """Draw with a method of :class:`~exam.documents.ink.Ink` on the present page."""
        self._pages[-1].append((method, args, named))

    def new_page(self) -> None:
        """Begin a page with the heading of the sheet."""
        self._pages.append([])
        self.y = self._top
        self._head(first=self._fresh)
        self._fresh = False
        self.page_top = self.y

    def begin_again(self, heading: Heading | None = None) -> None:
        """Begin a page with the full heading, as for the next unit: a sheet of its own, its pages counted anew."""
        self.heading = heading or self.heading
        self._fresh = True
        self._starts.append(len(self._pages))
        self.new_page()

    def need(self, height: float) -> bool:
        """Begin a page unless ``height`` points are left on this one. Tells whether one was begun."""
        if self.y - height >= self.bottom or self.y >= self.page_top:
            return False
        self.new_page()
        return True

    def gap(self, millimetres: float) -> None:
        """Leave some room."""
        self.y -= millimetres * MM

    def text(
        self,
        text: str,
        *,
        font: str = styles.BODY,
        size: float = styles.BODY_SIZE,
        colour: Colour = styles.INK,
        align: str = "left",
        indent: float = 0.0,
        first: float = 0.0,
        line: float = styles.LINE,
    ) -> None:
        """Put down a paragraph. ``indent`` and ``first`` (of its first line) are points."""
        shown = plain(text)
        font = pick(shown, font)
        for index, part in enumerate(break_lines(shown, self.width - indent, font, size, indent=first)):
            self.need(size * line)
            x = {"left": self.left + indent, "right": self.right}.get(align, (self.left + self.right) / 2)
            x += first if index == 0 and align == "left" else 0.0
            self._put_text(x, self.y - size, part, font, size, colour, align)
            self.y -= size * line

    def signatures(self, labels: Sequence[str], *, note: str = "", sealed: bool = False) -> None:
        """Lines to sign on, all together on one page; at most four in a row, each with its day.

        ``sealed``: the last of them is sealed, so there is nothing else within the circle around it.
        """
        per_row = self._signatures_in_a_row(labels)
        self.need(self.signature_height(labels, note=note, sealed=sealed))
        self.gap(4)
        if note:
            self.text(note, size=styles.SMALL_SIZE, colour=styles.QUIET)
        size = styles.BODY_SIZE
        self.y -= _SEAL_ABOVE if sealed else 0.0
        for start in range(0, len(labels), per_row):
            row = labels[start : start + per_row]
            cell = self.width / per_row
            base = self.y - _SIGNATURE_ROW + 3 * MM
            for index, label in enumerate(row):
                x = self.left + index * cell
                shown = label + ("：" if self.texts.language == "zh" else ":")
                self._put_text(x, base, shown, styles.BODY, size, styles.INK, "left")
                start_x = x + width(shown, styles.BODY, size) + 1 * MM
                self.put("line", start_x, base - 1.5, x + cell - 5 * MM, base - 1.5, 0.5)
            self.y -= _SIGNATURE_ROW
        shown = self.texts("sheet.signed_on")
        self._put_text(self.right, self.y - 5 * MM, shown, styles.BODY, size, styles.INK, "right")
        self.y -= 8 * MM + (_SEAL_BELOW if sealed else 0.0)

    def seal(self, office: str, *, size: float = 12.0) -> None:
        """The office and a day to fill in at the lower right, with room for the seal around them."""
        self.need(SEAL)
        shown, day = plain(office), self.texts("sheet.signed_on")
        fonts = pick(shown, styles.BODY), styles.BODY
        wide = [width(text, font, size) for text, font in zip((shown, day), fonts, strict=True)]
        middle = self.right - max(SEAL, *wide) / 2
        for at, (text, font) in enumerate(zip((shown, day), fonts, strict=True)):
            self._put_text(middle, self.y - SEAL / 2 + (3 - 8 * at) * MM, text, font, size, styles.INK, "center")
        self.y -= SEAL

    def signature_height(self, labels: Sequence[str], *, note: str = "", sealed: bool = False) -> float:
        """How much room :meth:`signatures` takes, in points."""
        per_row = self._signatures_in_a_row(labels)
        lines = len(break_lines(note, self.width, styles.BODY, styles.SMALL_SIZE)) if note else 0
        seal = _SEAL_ABOVE + _SEAL_BELOW if sealed else 0.0
        rows = math.ceil(len(labels) / per_row)
        return 12 * MM + rows * _SIGNATURE_ROW + lines * styles.SMALL_SIZE * styles.LINE + seal

    def _signatures_in_a_row(self, labels: Sequence[str]) -> int:
        return 4 if self.landscape and len(labels) > 3 else 2 if len(labels) == 4 else min(3, len(labels))

    def finish(self) -> bytes:
        """The PDF of the sheet."""

        def draw(canvas: Any) -> None:
            numbers = self._page_numbers()
            for page, (number, count) in zip(self._pages, numbers, strict=True):
                ink = Ink(canvas)
                if self.version.draft:
                    self._watermark(ink)
                for method, args, named in page:
                    getattr(ink, method)(*args, **named)
                self._foot(ink, number, count)
                ink.done()
                canvas.showPage()

        return make_pdf(
            draw,
            title=f"{self._first_heading.title} {self._first_heading.competition}",
            author=self._first_heading.host,
            landscape=self.landscape,
            language=self.texts.language,
        )

    def _page_numbers(self) -> list[tuple[int, int]]:
        """For every page its number and the number of pages of the sheet that it belongs to."""
        ends = [*self._starts[1:], len(self._pages)]
        return [
            (at, end - start) for start, end in zip(self._starts, ends, strict=True) for at in range(1, end - start + 1)
        ]

    def _put_text(self, x: float, y: float, text: str, font: str, size: float, colour: Colour, align: str) -> None:
        if align != "left":
            wide = width(text, font, size)
            x -= wide / 2 if align == "center" else wide
        self.put("text", x, y, text, font, size, colour)

    def _head(self, *, first: bool) -> None:
        heading = self.heading
        if heading.mark:
            self._mark(heading.mark, heading.dark)
        middle = (self.left + self.right) / 2
        title = plain(heading.title) if first else self.texts("sheet.continued", title=heading.title)
        size = styles.TITLE_SIZE if first else 13.0
        if first:
            competition = plain(heading.competition)
            self._fitted(middle, self.y - 12, competition, styles.BODY, styles.COMPETITION_SIZE)
            self.y -= 22
        self._fitted(middle, self.y - size, title, styles.STRONG, size)
        self.y -= size * 1.5
        facts = [f"{label}：{value}" if self.texts.language == "zh" else f"{label}: {value}"
                 for label, value in heading.facts if value]  # fmt: skip
        if not first:
            facts.insert(0, heading.competition)
        if facts:
            size = styles.BODY_SIZE - 0.5
            self.y -= 2
            for part in self._fact_lines(facts, size):
                self._put_text(middle, self.y - size, part, styles.BODY, size, styles.QUIET, "center")
                self.y -= size * 1.4
        self.y -= 2 * MM

    def _fact_lines(self, facts: Sequence[str], size: float) -> list[str]:
        """The facts in lines; a fact is broken only where it is longer than a line."""
        lines: list[str] = []
        for fact in map(plain, facts):
            joined = f"{lines[-1]}    {fact}" if lines else fact
            if lines and width(joined, styles.BODY, size) <= self.width:
                lines[-1] = joined
            else:
                lines += break_lines(fact, self.width, styles.BODY, size)
        return lines

    def _mark(self, mark: str, dark: bool) -> None:
        wide = width(mark, styles.STRONG, 11.0) + 8 * MM
        left, bottom = self.right - wide, self._size[1] - 13 * MM
        if dark:
            self.put("area", left, bottom, wide, 7 * MM, styles.INK)
        else:
            self.put("frame", left, bottom, wide, 7 * MM, 1.2)
        colour = styles.PAPER if dark else styles.INK
        self._put_text(left + wide / 2, bottom + 2.1 * MM, mark, styles.STRONG, 11.0, colour, "center")

    def _fitted(self, x: float, y: float, text: str, font: str, size: float) -> None:
        """A centred line, set smaller when it would be wider than the page."""
        wide = width(text, font, size)
        if wide > self.width:
            size *= self.width / wide
        self._put_text(x, y, text, font, size, styles.INK, "center")

    def _foot(self, ink: Ink, page: int, pages: int) -> None:
        y = self.bottom - 8 * MM
        ink.line(self.left, y + 4 * MM, self.right, y + 4 * MM, 0.4, styles.QUIET)
        colour = styles.DRAFT_WORD if self.version.draft else styles.QUIET
        shown = self.texts("sheet.page", page=page, pages=pages)
        room = self.width - width(shown, styles.BODY, styles.FOOT_SIZE) - 4 * MM
        line = version_line(self.version, self.texts)
        size = styles.FOOT_SIZE * min(1.0, room / width(line or " ", styles.BODY, styles.FOOT_SIZE))
        ink.text(self.left, y, line, styles.BODY, size, colour)
        ink.text(self.right, y, shown, styles.BODY, styles.FOOT_SIZE, styles.QUIET, align="right")

    def _watermark(self, ink: Ink) -> None:
        wide, high = self._size
        word = self.texts("sheet.draft_mark")
        turn = math.atan2(high, wide)
        cos, sin = math.cos(turn), math.sin(turn)
        size = 110.0 if self.texts.language == "zh" else 96.0
        ink.raw(f"q {cos:.4f} {sin:.4f} {-sin:.4f} {cos:.4f} {wide / 2:.1f} {high / 2:.1f} cm")
        ink.text(0, -size / 3, word, styles.STRONG, size, styles.DRAFT, align="center", spacing=size / 2)
        ink.raw("Q")


def version_line(version: Version, texts: Texts) -> str:
    """What the foot of a paper says about where its figures come from."""
    if version.draft:
        line = texts("sheet.draft_line")
    elif version.number is None:
        line = version.note
    else:
        line = texts("sheet.version_line", number=version.number)
        if version.interim:
            line += texts("sheet.interim")
    if version.fingerprint:
        line += texts("sheet.fingerprint", fingerprint=version.fingerprint)
    if version.journal_head:
        line += texts("sheet.journal", count=version.journal_count, head=version.journal_head[:16])
    return line
