"""Chinese line breaking, and plain text set in lines.

A line never starts with a closing mark and never ends with an opening one; Latin words and numbers stay
whole. Text is drawn as it is: nothing in it is read as markup.
"""

from __future__ import annotations

from exam.documents import fonts

NO_START = frozenset(
    "，。、；：？！）》」』】〕〉〗”’…—～·％‰℃℉々〻ー゛゜"
    ",.;:?!)]}%°\u00b7\u2027\u30fb\uff0e\uff0c\uff1b\uff1a\uff1f\uff01\uff09\uff3d\uff5d"
)
NO_END = frozenset("（《「『【〔〈〖“‘([{＄￥￡§№#＃\uff08\uff3b\uff5b")


def break_lines(text: str, width: float, font: str, size: float, *, indent: float = 0.0) -> list[str]:
    """Break ``text`` into lines at most ``width`` points wide; the first is ``indent`` points shorter.

    A line feed in the text starts a new line. A single unbreakable piece wider than the line (a very long
    number) is cut where the line ends.
    """
    lines: list[str] = []
    for part in text.split("\n"):
        lines += _break_part(part, width, font, size, indent if not lines else 0.0)
    return lines


def fit_lines(
    text: str, width: float, font: str, size: float, *, count: int = 1, least: float = 3.0
) -> tuple[list[str], float]:
    """``text`` in at most ``count`` lines of ``width`` points, at ``size`` or as much smaller as it takes.

    Below ``least`` points it takes more lines instead.
    """
    wide = fonts.width(text, font, size)
    if wide <= width and "\n" not in text:
        return [text], size
    if count == 1 and "\n" not in text and size * width / wide >= least:
        return [text], size * width / wide
    while len(lines := break_lines(text, width, font, size)) > count and size > least:
        size = max(least, size - max(0.25, size * 0.04))
    return lines, size


def fit_box(
    text: str, width: float, height: float, font: str, size: float, *, most: int = 4, pitch: float = 1.15
) -> tuple[list[str], float]:
    """``text`` as large as a box takes, at most ``size``, in up to ``most`` lines; one line where that is not small."""
    single = min(size, height / pitch, size * width / (fonts.width(text, font, size) or 1.0))
    if "\n" not in text and (single >= 0.75 * size or most == 1):
        return [text], single
    best, found = 0.0, [text]
    for count in range(1, most + 1):
        tried = min(size, height / (count * pitch))
        while len(lines := break_lines(text, width, font, tried)) > count and tried > best:
            tried -= 0.2
        if tried > best and len(lines) <= count:
            best, found = tried, lines
    return (found, best) if best else ([text], single)


def _break_part(text: str, width: float, font: str, size: float, indent: float) -> list[str]:
    room = width - indent
    if fonts.width(text, font, size) <= room:
        return [text]
    lines: list[str] = []
    line, used = "", 0.0
    for piece in _pieces(text):
        need = fonts.width(piece.rstrip(" "), font, size)
        if line and used + need > room + 0.01:
            lines.append(line.rstrip(" "))
            line, used, room = "", 0.0, width
            piece = piece.lstrip(" ")
            need = fonts.width(piece.rstrip(" "), font, size)
        while need > room + 0.01:
            head = _cut(piece, room, font, size)
            lines.append(head)
            piece, room = piece[len(head) :], width
            need = fonts.width(piece.rstrip(" "), font, size)
        line += piece
        used += fonts.width(piece, font, size)
    lines.append(line.rstrip(" "))
    return lines


def _cut(piece: str, room: float, font: str, size: float) -> str:
    count = 1
    while count < len(piece) and fonts.width(piece[: count + 1], font, size) <= room:
        count += 1
    # Even here a line starts with a closing mark only where there is nothing else.
    whole = count
    while 0 < count < len(piece) and piece[count] in NO_START:
        count -= 1
    return piece[: count or whole]


def _pieces(text: str) -> list[str]:
    """``text`` cut at every place where a line may end; joined again they give the text."""
    pieces: list[str] = []
    for character in text:
        if pieces and not _may_break(pieces[-1][-1], character):
            pieces[-1] += character
        else:
            pieces.append(character)
    return pieces


def _may_break(before: str, after: str) -> bool:
    if after == " " or after in NO_START or before in NO_END:
        return False
    if before == " ":
        return True
    return _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return character >= "\u2e80"
