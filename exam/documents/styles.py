"""Sizes and colours shared by the sheets. Sizes in points, distances in millimetres."""

from __future__ import annotations

from exam.documents import fonts
from exam.documents.ink import Colour

BODY = fonts.SANS
STRONG = fonts.BOLD
TITLE_SIZE = 20.0
COMPETITION_SIZE = 12.0
BODY_SIZE = 10.5  # 五号, as GB/T 9704 asks for tables
SMALL_SIZE = 9.0
FOOT_SIZE = 8.5

LINE = 1.32  # distance of lines, in sizes

INK: Colour = (0.0, 0.0, 0.0)
PAPER: Colour = (1.0, 1.0, 1.0)
QUIET: Colour = (0.35, 0.37, 0.40)
SHADE: Colour = (0.945, 0.95, 0.96)
DRAFT: Colour = (0.90, 0.90, 0.90)
DRAFT_WORD: Colour = (0.70, 0.11, 0.10)

# Margins in mm. The binding side is the left of a page that stands and the top of one that lies.
PORTRAIT_MARGINS = {"left": 25.0, "right": 15.0, "top": 16.0, "bottom": 20.0}
LANDSCAPE_MARGINS = {"left": 15.0, "right": 15.0, "top": 25.0, "bottom": 18.0}
