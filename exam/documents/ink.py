"""The pen: writes page content quickly and plainly, below what ReportLab's canvas offers.

Lengths are points from the lower left corner. Text is shown as it is, never read as markup.
"""

from __future__ import annotations

from typing import Any

from exam.documents import fonts

Colour = tuple[float, float, float]
BLACK: Colour = (0.0, 0.0, 0.0)


def number(value: float) -> str:
    """A length as PDF writes it: three places, no needless zeros."""
    return f"{value:.3f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


class Ink:
    """Collects the content of one page of ``canvas``; :meth:`done` puts it on the page."""

    def __init__(self, canvas: Any) -> None:
        self.canvas = canvas
        self._doc = canvas._doc
        self._code: list[str] = []
        self._fill: Colour | None = None
        self._stroke: Colour | None = None
        self._line_width: float | None = None

    def done(self) -> None:
        """Hand everything drawn so far to the page."""
        self.canvas._code.extend(self.take())

    def take(self) -> list[str]:
        """What was drawn so far, taken out instead of put on the page."""
        code, self._code = self._code, []
        self._fill = self._stroke = self._line_width = None
        return code

    def raw(self, code: str) -> None:
        """Operators as they are."""
        self._code.append(code)

    def fill(self, colour: Colour) -> None:
        """The colour of text and areas from here on."""
        if colour != self._fill:
            self._fill = colour
            self._code.append(" ".join(number(part) for part in colour) + " rg")

    def stroke(self, colour: Colour, line_width: float) -> None:
        """The colour and width of lines from here on."""
        if colour != self._stroke:
            self._stroke = colour
            self._code.append(" ".join(number(part) for part in colour) + " RG")
        if line_width != self._line_width:
            self._line_width = line_width
            self._code.append(f"{number(line_width)} w")

    def text(
        self,
        x: float,
        y: float,
        text: str,
        font: str,
        size: float,
        colour: Colour = BLACK,
        *,
        align: str = "left",
        spacing: float = 0.0,
        bolder: float = 0.0,
    ) -> None:
        """Show ``text`` with its base line at ``y``; ``x`` is its left, middle or right by ``align``.

        ``spacing`` points are added after each character, ``bolder`` is the width of an outline.
        """
        if not text:
            return
        if align != "left":
            wide = fonts.width(text, font, size) + spacing * (len(text) - 1)
            x -= wide / 2 if align == "center" else wide
        self.fill(colour)
        loaded = fonts.load(font)
        parts: list[str] = []
        for subset, codes in loaded.splitString(text, self._doc):
            name = loaded.getSubsetInternalName(subset, self._doc)
            parts.append(f"{name} {size:g} Tf <{codes.hex()}> Tj")
        before = after = ""
        if bolder:
            self.stroke(colour, bolder)
            before, after = "2 Tr ", " 0 Tr"
        if spacing:
            before += f"{number(spacing)} Tc "
            after += " 0 Tc"
        self._code.append(f"BT {before}1 0 0 1 {number(x)} {number(y)} Tm {' '.join(parts)}{after} ET")

    def line(self, x1: float, y1: float, x2: float, y2: float, line_width: float = 0.5,
             colour: Colour = BLACK) -> None:  # fmt: skip
        """A straight line."""
        self.stroke(colour, line_width)
        self._code.append(f"{number(x1)} {number(y1)} m {number(x2)} {number(y2)} l S")

    def area(self, x: float, y: float, wide: float, high: float, colour: Colour) -> None:
        """A filled rectangle; ``x``, ``y`` is its lower left corner."""
        self.fill(colour)
        self._code.append(f"{number(x)} {number(y)} {number(wide)} {number(high)} re f")

    def frame(self, x: float, y: float, wide: float, high: float, line_width: float = 1.0,
              colour: Colour = BLACK) -> None:  # fmt: skip
        """The outline of a rectangle."""
        self.stroke(colour, line_width)
        self._code.append(f"{number(x)} {number(y)} {number(wide)} {number(high)} re S")
