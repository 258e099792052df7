"""Cards of one size, several on a page, with lines to cut along: admission tickets and desk labels.

What all cards share is one form; a page holds only what differs, so that thousands of pages are made quickly.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from reportlab.pdfbase.pdfdoc import xObjectName

from exam.documents import styles
from exam.documents.build import A4, MM, Version
from exam.documents.fonts import pick
from exam.documents.ink import Ink, number
from exam.documents.leaf import Leaves
from exam.documents.pages import version_line
from exam.documents.paragraphs import fit_box
from exam.documents.texts import Texts, plain

T = TypeVar("T")

SIDE = 7.0 * MM
TOP = 7.0 * MM
BOTTOM = 14.0 * MM
_PAGE, _CARD = "cards-page", "cards-card"


class Cards:
    """A grid of cards. ``shared(wide, high, ink)`` draws what every card shows, from its lower left corner."""

    def __init__(
        self,
        canvas: Any,
        texts: Texts,
        version: Version,
        *,
        across: int,
        down: int,
        shared: Callable[[float, float, Ink], None],
    ) -> None:
        self.texts = texts
        self.wide = (A4[0] - 2 * SIDE) / across
        self.high = (A4[1] - TOP - BOTTOM) / down
        self.across, self.down = across, down
        self._ink = Ink(canvas)
        self._set: dict[tuple[str, str], str] = {}
        self._forms(canvas, version, shared)
        self._leaves = Leaves(canvas, *A4, [_PAGE, _CARD])

    @property
    def on_a_page(self) -> int:
        """How many cards a page takes."""
        return self.across * self.down

    def page(self, cards: Sequence[str], at: int, pages: int) -> None:
        """Add a page with these cards (operators, relative to each card)."""
        shown = self.texts("sheet.page", page=at, pages=pages)
        self._ink.text(A4[0] - SIDE, 6 * MM, shown, styles.BODY, styles.FOOT_SIZE, styles.QUIET, align="right")
        out = [f"/{xObjectName(_PAGE)} Do", *self._ink.take()]
        form = f"/{xObjectName(_CARD)} Do"
        for index, card in enumerate(cards):
            x = SIDE + index % self.across * self.wide
            y = A4[1] - TOP - (index // self.across + 1) * self.high
            out.append(f"q 1 0 0 1 {number(x)} {number(y)} cm {form}\n{card}\nQ")
        self._leaves.add("\n".join(out))

    def field(
        self, key: str, text: str, x: float, y: float, room: float, size: float, *,
        strong: bool = False, align: str = "left", high: float = 0.0,
    ) -> str:  # fmt: skip
        """``text`` set in ``room`` points at ``x``, ``y``, smaller when it is long; the operators.

        ``key`` names the place: what was set there once is used again. With ``high`` points it may take more
        lines, centred around the height of the first one.
        """
        known = self._set.get((key, text))
        if known is None:
            shown = plain(text)
            font = pick(shown, styles.STRONG if strong else styles.BODY)
            lines, size = fit_box(shown, room, high or size * 1.15, font, size, most=3 if high else 1)
            y += (len(lines) - 1) * size * 0.575
            for line in lines:
                self._ink.text(x, y, line, font, size, align=align)
                y -= size * 1.15
            known = self._set[key, text] = "\n".join(self._ink.take())
        return known

    def _forms(self, canvas: Any, version: Version, shared: Callable[[float, float, Ink], None]) -> None:
        canvas.beginForm(_CARD, 0, 0, self.wide, self.high)
        ink = Ink(canvas)
        shared(self.wide, self.high, ink)
        ink.done()
        canvas.endForm()
        canvas.beginForm(_PAGE, 0, 0, *A4)
        ink = Ink(canvas)
        if self.on_a_page > 1:
            self._cuts(ink)
        ink.text(SIDE, 6 * MM, version_line(version, self.texts), styles.BODY, styles.FOOT_SIZE, styles.QUIET)
        ink.done()
        canvas.endForm()

    def _cuts(self, ink: Ink) -> None:
        """Dashed lines between the cards, running on to the edges where the guillotine is set."""
        ink.raw("q [3 3] 0 d")
        for column in range(self.across + 1):
            x = SIDE + column * self.wide
            ink.line(x, BOTTOM - 3 * MM, x, A4[1] - TOP + 3 * MM, 0.4, styles.QUIET)
        for row in range(self.down + 1):
            y = BOTTOM + row * self.high
            ink.line(SIDE - 3 * MM, y, A4[0] - SIDE + 3 * MM, y, 0.4, styles.QUIET)
        ink.raw("Q")


def in_pages(groups: Sequence[Sequence[T]], size: int) -> Iterator[Sequence[T]]:
    """Each group cut into pages of ``size``; a group begins a page."""
    for group in groups:
        for start in range(0, len(group), size):
            yield group[start : start + size]


def count_pages(groups: Sequence[Sequence[Any]], size: int) -> int:
    """How many pages :func:`in_pages` gives."""
    return sum(-(-len(group) // size) for group in groups)
