"""The art of the certificate, drawn as vectors: ground, border of meanders, rosette, rule below the title.

Everything is a string of PDF operators in points; it is put into one shared form, so that a thousand
certificates carry it once.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from exam.documents.build import MM
from exam.documents.ink import Colour, number

GROUND: Colour = (1.0, 0.988, 0.957)
RED: Colour = (0.655, 0.102, 0.094)
DEEP: Colour = (0.545, 0.071, 0.075)
GOLD: Colour = (0.722, 0.525, 0.180)
PALE: Colour = (0.933, 0.867, 0.702)
FAINT: Colour = (0.965, 0.925, 0.825)

Point = tuple[float, float]


def certificate_art(layout: Mapping[str, Any]) -> str:
    """The whole art for ``layout`` (millimetres from the upper left corner)."""
    wide, high = layout["page"]["width"] * MM, layout["page"]["height"] * MM
    parts = [_area(0, 0, wide, high, GROUND), "1 J 1 j"]
    parts += _rosette(layout["rosette"], high)
    parts += _border(layout["band"], wide, high)
    parts += _rule(layout["rule"], high)
    return "\n".join(parts)


def _border(band: Mapping[str, float], wide: float, high: float) -> list[str]:
    outer, depth = band["outer"] * MM, band["depth"] * MM
    inner = outer + depth
    parts = [
        # The band is the space between two rectangles (even-odd fill).
        f"{_colour(RED)} rg {_box(outer, wide, high)} {_box(inner, wide, high)} f*",
        _outline(outer - 1.5 * MM, wide, high, 0.5, GOLD),
        _outline(outer, wide, high, 1.6, GOLD),
        _outline(outer + 1.1 * MM, wide, high, 0.5, GOLD),
        _outline(inner - 1.1 * MM, wide, high, 0.5, GOLD),
        _outline(inner, wide, high, 1.6, GOLD),
        _outline(inner + 1.6 * MM, wide, high, 0.5, GOLD),
    ]
    cell = depth - 4.2 * MM
    edge = outer + 2.1 * MM
    corner = depth
    parts.append(f"{_colour(PALE)} RG 0.95 w 0 J 0 j")
    for length, place in (
        (wide - 2 * (outer + corner), "horizontal"),
        (high - 2 * (outer + corner), "vertical"),
    ):
        step = cell * 1.22
        count = int(length // step) // 2 * 2
        step = length / count
        pad = (step - cell) / 2
        for at in range(count):
            near = outer + corner + at * step + pad
            mirrored = at % 2 == 1
            if place == "horizontal":
                parts.append(_meander(near, edge, cell, mirrored, False))
                parts.append(_meander(near, high - edge - cell, cell, mirrored, True))
            else:
                parts.append(_meander(edge, near, cell, False, mirrored))
                parts.append(_meander(wide - edge - cell, near, cell, True, mirrored))
    for x in (outer, wide - outer - corner):
        for y in (outer, high - outer - corner):
            parts += _corner(x, y, corner)
    parts += _inner_corners(inner + 1.6 * MM, wide, high)
    return parts


def _meander(x: float, y: float, cell: float, mirror_x: bool, mirror_y: bool) -> str:
    """One 回纹: a square spiral in a cell."""
    turns = ((0, 0), (6, 0), (6, 6), (0, 6), (0, 1.7), (4.3, 1.7), (4.3, 4.3), (1.7, 4.3), (1.7, 3), (3, 3))
    unit = cell / 6
    return (
        _path((x + (6 - px if mirror_x else px) * unit, y + (6 - py if mirror_y else py) * unit) for px, py in turns)
        + " S"
    )


def _corner(x: float, y: float, side: float) -> list[str]:
    """A square with a flower of eight petals."""
    middle_x, middle_y = x + side / 2, y + side / 2
    reach = side / 2 - 1.3 * MM
    parts = [
        _area(x, y, side, side, DEEP),
        f"{_colour(GOLD)} RG 1.2 w {number(x)} {number(y)} {number(side)} {number(side)} re S",
        f"{_colour(PALE)} rg",
    ]
    for petal in range(8):
        turn = petal * math.pi / 4
        tip = _turned(middle_x, middle_y, reach, turn)
        left = _turned(middle_x, middle_y, reach * 0.62, turn - 0.32)
        right = _turned(middle_x, middle_y, reach * 0.62, turn + 0.32)
        base = _turned(middle_x, middle_y, reach * 0.22, turn)
        parts.append(f"{_at(base)} m {_at(left)} {_at(tip)} {_at(tip)} c {_at(tip)} {_at(right)} {_at(base)} c f")
    parts.append(f"{_colour(GOLD)} rg {_circle(middle_x, middle_y, reach * 0.24)} f")
    return parts


def _inner_corners(inset: float, wide: float, high: float) -> list[str]:
    """A small stepped ornament in each inner corner."""
    parts = [f"{_colour(GOLD)} RG 0.9 w"]
    steps = ((0, 15), (3, 15), (3, 12), (6, 12), (6, 6), (12, 6), (12, 3), (15, 3), (15, 0))
    for right in (False, True):
        for top in (False, True):
            points: list[Point] = []
            for px, py in steps:
                x, y = inset + px * 0.62 * MM, inset + py * 0.62 * MM
                points.append((wide - x if right else x, high - y if top else y))
            parts.append(_path(points) + " S")
    return parts


def _rosette(place: Mapping[str, float], high: float) -> list[str]:
    """A faint guilloche, as on paper of value: turned waves round a middle."""
    x, y, radius = place["x"] * MM, high - place["y"] * MM, place["radius"] * MM
    parts = [f"{_colour(FAINT)} RG 0.45 w"]
    for ring, (inner, swing, waves) in enumerate(((0.80, 0.20, 16), (0.53, 0.17, 12), (0.28, 0.13, 8))):
        for copy in range(6):
            phase = copy * math.pi / (3 * waves) + ring
            count = waves * 14
            points = [
                _turned(x, y, radius * (inner + swing * math.sin(waves * turn + phase * waves)), turn)
                for turn in (2 * math.pi * at / count for at in range(count))
            ]
            parts.append(_smooth(points) + " S")
    return parts


def _rule(place: Mapping[str, float], high: float) -> list[str]:
    """The line below the title, with a lozenge in its middle."""
    x, y, half = place["x"] * MM, high - place["y"] * MM, place["width"] / 2 * MM
    gap, tip = 5.5 * MM, 1.7 * MM
    parts = [f"{_colour(GOLD)} RG {_colour(GOLD)} rg"]
    for side in (-1, 1):
        parts.append(f"1.1 w {number(x + side * gap)} {number(y)} m {number(x + side * half)} {number(y)} l S")
        parts.append(
            f"0.4 w {number(x + side * gap)} {number(y - 2.2)} m {number(x + side * half * 0.82)} {number(y - 2.2)} l S"
        )
        parts.append(f"{_lozenge(x + side * (gap - 2.1 * MM), y - 0.6, tip * 0.45)} f")
        parts.append(f"{_lozenge(x + side * half, y, tip * 0.4)} f")
    parts.append(f"{_colour(RED)} rg {_lozenge(x, y - 0.6, tip)} f")
    return parts


def _lozenge(x: float, y: float, reach: float) -> str:
    return _path([(x - reach, y), (x, y + reach), (x + reach, y), (x, y - reach)]) + " h"


def _smooth(points: list[Point]) -> str:
    """A closed curve through ``points`` (Catmull-Rom as Bezier)."""
    count = len(points)
    parts = [f"{_at(points[0])} m"]
    for at in range(count):
        before, here, after, beyond = (points[(at + step) % count] for step in (-1, 0, 1, 2))
        first = (here[0] + (after[0] - before[0]) / 6, here[1] + (after[1] - before[1]) / 6)
        second = (after[0] - (beyond[0] - here[0]) / 6, after[1] - (beyond[1] - here[1]) / 6)
        parts.append(f"{_at(first)} {_at(second)} {_at(after)} c")
    return "\n".join(parts)


def _path(points: Iterable[Point]) -> str:
    return " ".join(f"{_at(point)} {'l' if index else 'm'}" for index, point in enumerate(points))


def _circle(x: float, y: float, radius: float) -> str:
    bow = radius * 0.5523
    return (
        f"{_at((x + radius, y))} m "
        f"{_at((x + radius, y + bow))} {_at((x + bow, y + radius))} {_at((x, y + radius))} c "
        f"{_at((x - bow, y + radius))} {_at((x - radius, y + bow))} {_at((x - radius, y))} c "
        f"{_at((x - radius, y - bow))} {_at((x - bow, y - radius))} {_at((x, y - radius))} c "
        f"{_at((x + bow, y - radius))} {_at((x + radius, y - bow))} {_at((x + radius, y))} c"
    )


def _turned(x: float, y: float, radius: float, turn: float) -> Point:
    return x + radius * math.cos(turn), y + radius * math.sin(turn)


def _at(point: Point) -> str:
    return f"{point[0]:.2f} {point[1]:.2f}"


def _colour(colour: Colour) -> str:
    return " ".join(number(part) for part in colour)


def _area(x: float, y: float, wide: float, high: float, colour: Colour) -> str:
    return f"{_colour(colour)} rg {number(x)} {number(y)} {number(wide)} {number(high)} re f"


def _box(inset: float, wide: float, high: float) -> str:
    return f"{number(inset)} {number(inset)} {number(wide - 2 * inset)} {number(high - 2 * inset)} re"


def _outline(inset: float, wide: float, high: float, line_width: float, colour: Colour) -> str:
    return f"{_colour(colour)} RG {line_width:g} w {_box(inset, wide, high)} S"
