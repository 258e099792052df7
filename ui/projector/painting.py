"""Painting a slide. All measures are pixels of a 1920 x 1080 hall screen, scaled to the room there is."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from ui import theme
from ui.projector import slides
from ui.projector.slides import Slide

GROUND, MAIN, HIGHLIGHT, QUIET = "#0B1420", "#F2F6FC", "#FFD166", "#B9C6D8"
WIDTH, HEIGHT = 1920, 1080
CENTER = int(Qt.AlignmentFlag.AlignCenter)
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
NAME_SIZES = (128, 112, 96, 80, 68, 56, 48, 40, 34, 28, 24)
LIST_SIZES = (40, 36, 32, 28, 25, 22, 19, 17, 15, 13, 11)


def paint(painter: QPainter, room: QRectF, show: slides.Show, number: int, *, black: bool = False) -> None:
    """Paint slide ``number`` (from 0) into ``room``; ``black`` paints nothing but black."""
    painter.fillRect(room, QColor("#000000" if black else GROUND))
    if black or not show.slides:
        return
    scale = min(room.width() / WIDTH, room.height() / HEIGHT)
    painter.save()
    painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
    painter.translate(
        room.left() + (room.width() - WIDTH * scale) / 2, room.top() + (room.height() - HEIGHT * scale) / 2
    )
    painter.scale(scale, scale)
    slide = show.slides[number]
    if slide.kind != slides.TITLE:
        _text(painter, QRectF(64, 44, 1400, 64), show.head, 36, QUIET, LEFT)
        if len(show.slides) > 1:
            _text(painter, QRectF(1400, 44, 456, 64), f"{number + 1} / {len(show.slides)}", 36, QUIET, RIGHT)
    _text(painter, QRectF(64, 1000, WIDTH - 128, 48), show.foot, 28, QUIET, CENTER)
    _PAINTERS[slide.kind](painter, slide)
    painter.restore()


def _font(size: float, bold: bool) -> QFont:
    font = QFont(theme.FONT_FAMILY)
    font.setPixelSize(round(size))
    font.setBold(bold)
    return font


def _text(
    painter: QPainter, rect: QRectF, text: str, size: float, ink: str, align: int = CENTER, *, bold: bool = False
) -> None:
    """A line of text, made smaller when it is too wide for its place."""
    font = _font(size, bold)
    wide = QFontMetricsF(font).horizontalAdvance(text)
    if wide > rect.width():
        font = _font(max(size * rect.width() / wide - 1, 12), bold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    painter.drawText(rect, align, text)


def _title(painter: QPainter, slide: Slide) -> None:
    _text(painter, QRectF(100, 330, WIDTH - 200, 150), slide.title, 92, MAIN, bold=True)
    _text(painter, QRectF(100, 510, WIDTH - 200, 130), slide.caption, 76, HIGHLIGHT, bold=True)
    _text(painter, QRectF(100, 690, WIDTH - 200, 70), slide.note, 44, QUIET)


def _heading(painter: QPainter, slide: Slide) -> None:
    _text(painter, QRectF(100, 150, WIDTH - 200, 110), slide.title, 80, MAIN, bold=True)
    _text(painter, QRectF(100, 262, WIDTH - 200, 60), slide.caption, 42, QUIET)


def _note(painter: QPainter, slide: Slide) -> None:
    _text(painter, QRectF(100, 912, WIDTH - 200, 60), slide.note, 40, QUIET)


def _figures(painter: QPainter, slide: Slide) -> None:
    _heading(painter, slide)
    width = (WIDTH - 200) / max(len(slide.items), 1)
    for place, (figure, caption) in enumerate(slide.items):
        left = 100 + place * width
        _text(painter, QRectF(left, 400, width, 260), figure, 200, HIGHLIGHT, bold=True)
        _text(painter, QRectF(left, 670, width, 70), caption, 44, QUIET)
    _note(painter, slide)


def _cells(
    painter: QPainter,
    signs: Sequence[str],
    per_row: int,
    gap_after: int,
    size: int,
    top: float,
    ink: str = HIGHLIGHT,
    middle: float = WIDTH / 2,
) -> None:
    """Signs in cells of one width, so that codes and digits stand under each other."""
    cell, gap = size * 0.72, size * 0.62
    groups = per_row // gap_after
    width = per_row * cell + (groups - 1) * gap
    for number, sign in enumerate(signs):
        row, column = divmod(number, per_row)
        left = middle - width / 2 + column * cell + column // gap_after * gap
        _text(painter, QRectF(left, top + row * size * 1.5, cell, size * 1.4), sign, size, ink, bold=True)


def _code(painter: QPainter, slide: Slide) -> None:
    _heading(painter, slide)
    signs = "".join(group for group, _ in slide.items)
    _cells(painter, signs, 16, 8, 86, 378, middle=740)
    _qr(painter, signs, QRectF(1340, 378, 480, 480))
    _note(painter, slide)


def _qr(painter: QPainter, text: str, room: QRectF) -> None:
    """A code that a phone in the hall reads: the freeze code, to be kept until the result is checked."""
    rows = _qr_rows(text)
    margin = 4
    step = room.width() / (len(rows) + 2 * margin)
    painter.fillRect(room, QColor("#FFFFFF"))
    # Without smoothing, or thin light lines stand between the modules.
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            if dark:
                left, top = room.left() + (x + margin) * step, room.top() + (y + margin) * step
                painter.fillRect(QRectF(left, top, step + 0.5, step + 0.5), QColor("#000000"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


@lru_cache(maxsize=4)
def _qr_rows(text: str) -> tuple[bytes, ...]:
    # Imported when the first code is shown: nothing else in the window needs it.
    import segno

    return tuple(bytes(row) for row in segno.make(text, error="m", micro=False).matrix)


def _digits(painter: QPainter, slide: Slide) -> None:
    _heading(painter, slide)
    if not slide.items:
        _cells(painter, "–" * 20, 10, 5, 170, 366, QUIET)
        return
    signs = [digit for digit, _ in slide.items]
    rows = -(-len(signs) // 10)
    size = {1: 170, 2: 170, 3: 140}.get(rows, 110)
    _cells(painter, signs, 10, 5, size, 620 - rows * size * 0.75)


def _people(painter: QPainter, slide: Slide) -> None:
    _heading(painter, slide)
    room = QRectF(90, 340, WIDTH - 180, 550)
    for size in NAME_SIZES:
        names, small = QFontMetricsF(_font(size, bold=True)), QFontMetricsF(_font(_below(size), bold=False))
        widest = max(
            (max(names.horizontalAdvance(name), small.horizontalAdvance(below)) for name, below in slide.items),
            default=0,
        )
        cell, high = max(widest, size * 3.2) + size * 0.7, size * 1.95
        columns = min(int(room.width() // cell), len(slide.items))
        if columns and -(-len(slide.items) // columns) * high <= room.height():
            break
    else:
        columns, cell, high = max(int(room.width() // cell), 1), cell, high
    if not slide.items:
        _note(painter, slide)
        return
    rows = -(-len(slide.items) // columns)
    columns = -(-len(slide.items) // rows)
    top = room.top() + (room.height() - rows * high) / 2
    for number, (name, under) in enumerate(slide.items):
        row, column = divmod(number, columns)
        in_row = min(columns, len(slide.items) - row * columns)
        left = (WIDTH - in_row * cell) / 2 + column * cell
        _text(painter, QRectF(left, top + row * high, cell, size * 1.35), name, size, MAIN, bold=True)
        below = QRectF(left, top + row * high + size * 1.3, cell, size * 0.5)
        _text(painter, below, under, _below(size), HIGHLIGHT)
    _note(painter, slide)


def _below(size: float) -> float:
    """The size of what stands below a name of this size."""
    return max(size * 0.34, 18)


def _award(painter: QPainter, slide: Slide) -> None:
    _text(painter, QRectF(100, 250, WIDTH - 200, 80), slide.caption, 52, QUIET)
    _text(painter, QRectF(100, 390, WIDTH - 200, 300), slide.title, 200, HIGHLIGHT, bold=True)
    _text(painter, QRectF(100, 760, WIDTH - 200, 70), slide.note, 44, QUIET)


def _winner(painter: QPainter, slide: Slide) -> None:
    """The place large, the winner below it; people who share the place side by side."""
    _text(painter, QRectF(100, 160, WIDTH - 200, 70), slide.caption, 44, QUIET)
    _text(painter, QRectF(100, 240, WIDTH - 200, 330), slide.title, 260, HIGHLIGHT, bold=True)
    columns = min(len(slide.items), 4)
    rows = -(-len(slide.items) // columns)
    cell, high = (WIDTH - 160) / columns, 300 / rows
    size = min({1: 128, 2: 104, 3: 84}.get(columns, 64), high * 0.5)
    for number, (name, below) in enumerate(slide.items):
        row, column = divmod(number, columns)
        in_row = min(columns, len(slide.items) - row * columns)
        left = (WIDTH - in_row * cell) / 2 + column * cell + 20
        top = 590 + row * high
        _text(painter, QRectF(left, top, cell - 40, size * 1.4), name, size, MAIN, bold=True)
        _text(painter, QRectF(left, top + size * 1.45, cell - 40, size * 0.6), below, min(size * 0.42, 48), QUIET)
    _note(painter, slide)


def _scores(painter: QPainter, slide: Slide) -> None:
    """Teams and their running scores, in one to three columns, as large as they fit. The score stands right."""
    _text(painter, QRectF(100, 110, WIDTH - 200, 90), slide.title, 64, MAIN, bold=True)
    if not slide.items:
        return
    columns = 1 if len(slide.items) <= 5 else 2 if len(slide.items) <= 16 else 3
    rows = -(-len(slide.items) // columns)
    high = min(740 / rows, 148)
    size, gap = min(high * 0.66, 96), 60
    side = 360 if columns == 1 else 90
    width = (WIDTH - 2 * side - gap * (columns - 1)) / columns
    top = 225 + (740 - rows * high) / 2
    for number, (name, score) in enumerate(slide.items):
        column, row = divmod(number, rows)
        left, y = side + column * (width + gap), top + row * high
        painter.fillRect(QRectF(left, y + high - 3, width, 2), QColor("#26344A"))
        _text(painter, QRectF(left, y, width * 0.72, high), name, size * 0.8, MAIN, LEFT)
        _text(painter, QRectF(left + width * 0.72, y, width * 0.28, high), score, size, HIGHLIGHT, RIGHT, bold=True)


def _all(painter: QPainter, slide: Slide) -> None:
    _text(painter, QRectF(100, 120, WIDTH - 200, 80), f"{slide.title}  {slide.caption}", 60, MAIN, bold=True)
    room = QRectF(80, 220, WIDTH - 160, 760)
    for size in LIST_SIZES:
        columns = 1 if len(slide.items) <= 8 and size > 30 else 2 if size > 17 else 3
        width = (room.width() - 40 * (columns - 1)) / columns
        blocks = [_wrapped(name, people, size, width) for name, people in slide.items]
        placed = _flow(blocks, size * 1.45, room.height(), columns)
        if placed is not None:
            break
    else:
        placed = _flow(blocks, size * 1.45, float("inf"), columns) or []
    for lines, column, top in placed:
        left = room.left() + column * (width + 40)
        for number, (text, ink) in enumerate(lines):
            rect = QRectF(left, room.top() + top + number * size * 1.45, width, size * 1.45)
            _text(painter, rect, text, size, ink, LEFT, bold=ink == HIGHLIGHT)


def _wrapped(name: str, people: str, size: int, width: float) -> list[tuple[str, str]]:
    """The unit's name and its people in lines of this width."""
    metrics = QFontMetricsF(_font(size, bold=False))
    lines: list[tuple[str, str]] = [(name, HIGHLIGHT)]
    line = ""
    for person in people.split("  "):
        longer = f"{line}  {person}" if line else person
        if line and metrics.horizontalAdvance(longer) > width:
            lines.append((line, MAIN))
            longer = person
        line = longer
    if line:
        lines.append((line, MAIN))
    return lines


def _flow(
    blocks: list[list[tuple[str, str]]], line: float, height: float, columns: int
) -> list[tuple[list[tuple[str, str]], int, float]] | None:
    """Blocks from top to bottom in columns; None when they do not fit."""
    placed: list[tuple[list[tuple[str, str]], int, float]] = []
    column, top = 0, 0.0
    for block in blocks:
        high = len(block) * line
        if top and top + high > height:
            column, top = column + 1, 0.0
        if column >= columns or high > height:
            return None
        placed.append((block, column, top))
        top += high + line * 0.35
    return placed


_PAINTERS = {
    slides.TITLE: _title, slides.FIGURES: _figures, slides.CODE: _code, slides.DIGITS: _digits,
    slides.PEOPLE: _people, slides.ALL: _all, slides.AWARD: _award, slides.WINNER: _winner,
    slides.SCORES: _scores,
}  # fmt: skip
