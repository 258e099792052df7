"""QR codes of one fixed size, made quickly, and drawn as one path.

Version 6, error correction M, one fixed mask, byte mode (UTF-8). With these fixed, every module is a sum
over GF(2) of the code words, so a code is put together by XOR from pictures made once per word and value
(ISO/IEC 18004; the tests compare every module with PyPI segno).
"""

from __future__ import annotations

from functools import lru_cache

VERSION = 6
SIZE = 17 + 4 * VERSION
MASK = 0
CAPACITY = 106  # bytes of text

_BLOCKS = 4
_DATA = 27  # data words of a block
_CHECK = 16  # check words of a block
_ALIGNMENT = 34  # centre of the one alignment pattern
_FORMAT_BITS = 0b101010000010010  # level M, mask 0, with the mask of the standard


def qr_rows(text: str) -> list[int]:
    """The rows of the code for ``text`` from the top, each an integer whose highest bit is the left module.

    ``text`` is cut to :data:`CAPACITY` bytes, at a whole character.
    """
    picture = _frame()
    known = _PICTURES
    at = 0
    for word in _code_words(text):
        key = at | word
        try:
            picture ^= known[key]
        except KeyError:
            known[key] = _picture(at >> 8, word)
            picture ^= known[key]
        at += 256
    row = (1 << SIZE) - 1
    return [(picture >> (SIZE * (SIZE - 1 - y))) & row for y in range(SIZE)]


def qr_path(text: str) -> str:
    """PDF operators of the code as one filled path, one unit a module, lower left corner at 0, 0."""
    lines: list[str] = []
    known = _RUNS
    y = SIZE
    for row in qr_rows(text):
        y -= 1
        line = ""
        for at, shift in _CHUNKS:
            key = at | row >> shift & _CHUNK_BITS
            try:
                line += known[key]
            except KeyError:
                known[key] = _runs(shift, key & _CHUNK_BITS)
                line += known[key]
        lines.append(line.replace("y", str(y)))
    lines.append("f")
    return "".join(lines)


_CHUNK = 9
_CHUNK_BITS = (1 << _CHUNK) - 1
_CHUNKS = [(at << _CHUNK, at * _CHUNK) for at in range(-(-SIZE // _CHUNK))]
_RUNS: dict[int, str] = {}


def _runs(shift: int, bits: int) -> str:
    """The rectangles of nine modules that stand ``shift`` from the right; neighbours merged; y is left open."""
    shown: list[str] = []
    x = _CHUNK
    while x:
        x -= 1
        if not bits >> x & 1:
            continue
        end = x
        while x and bits >> (x - 1) & 1:
            x -= 1
        shown.append(f"{SIZE - 1 - (shift + end)} y {end - x + 1} 1 re\n")
    return "".join(shown)


def _code_words(text: str) -> bytes:
    """Data and check words in the order in which they are placed: word by word through the blocks."""
    raw = text.encode("utf-8")
    if len(raw) > CAPACITY:
        raw = raw[:CAPACITY].decode("utf-8", "ignore").encode("utf-8")
    value = (0b0100 << 8 | len(raw)) << 8 * len(raw) | int.from_bytes(raw, "big")
    data = ((value << 4).to_bytes(len(raw) + 2, "big") + _PADDING)[: _BLOCKS * _DATA]
    words = bytearray(_BLOCKS * (_DATA + _CHECK))
    end = len(data)
    for block in range(_BLOCKS):
        part = data[block * _DATA : (block + 1) * _DATA]
        words[block:end:_BLOCKS] = part
        words[end + block :: _BLOCKS] = _check_words(part)
    return bytes(words)


_PADDING = bytes((0xEC, 0x11) * _DATA * 2)


def _check_words(block: bytes) -> bytes:
    """The Reed-Solomon remainder, by a table for the leading word."""
    table, top = _check_table(), 8 * (_CHECK - 1)
    keep = (1 << top) - 1
    rest = 0
    for word in block:
        rest = ((rest & keep) << 8) ^ table[(rest >> top) ^ word]
    return rest.to_bytes(_CHECK, "big")


@lru_cache(maxsize=1)
def _check_table() -> list[int]:
    generator = [1]
    root = 1
    for _ in range(_CHECK):
        longer = [*generator, 0]
        for at, factor in enumerate(generator):
            longer[at + 1] ^= _times(factor, root)
        generator = longer
        root = _times(root, 2)
    table: list[int] = []
    for word in range(256):
        value = 0
        for factor in generator[1:]:
            value = value << 8 | _times(word, factor)
        table.append(value)
    return table


def _times(a: int, b: int) -> int:
    """The product in GF(256) modulo x^8 + x^4 + x^3 + x^2 + 1."""
    result = 0
    while b:
        if b & 1:
            result ^= a
        a <<= 1
        if a & 0x100:
            a ^= 0x11D
        b >>= 1
    return result


_PICTURES: dict[int, int] = {}


def _picture(at: int, word: int) -> int:
    """The modules that word number ``at`` darkens when its value is ``word``."""
    places = _places()
    picture = 0
    for bit in range(8):
        if word >> (7 - bit) & 1:
            picture |= places[at * 8 + bit]
    return picture


@lru_cache(maxsize=1)
def _places() -> list[int]:
    """The module of each bit, in the zigzag from the lower right corner."""
    places: list[int] = []
    upward = True
    right = SIZE - 1
    while right > 0:
        if right == 6:  # the column of the timing pattern
            right -= 1
        rows = range(SIZE - 1, -1, -1) if upward else range(SIZE)
        places += [_bit(x, y) for y in rows for x in (right, right - 1) if not _fixed(x, y)]
        upward = not upward
        right -= 2
    return places


def _bit(x: int, y: int) -> int:
    return 1 << (SIZE * SIZE - 1 - (y * SIZE + x))


def _fixed(x: int, y: int) -> bool:
    """Whether a module belongs to a finder, timing, alignment or format pattern."""
    far = SIZE - 9
    if (x <= 8 and y <= 8) or (x > far and y <= 8) or (x <= 8 and y > far):
        return True
    return x == 6 or y == 6 or (abs(x - _ALIGNMENT) <= 2 and abs(y - _ALIGNMENT) <= 2)


@lru_cache(maxsize=1)
def _frame() -> int:
    """The fixed patterns, and the mask over the modules that hold words."""
    picture = 0
    for y in range(SIZE):
        for x in range(SIZE):
            if _pattern(x, y) if _fixed(x, y) else (x + y) % 2 == 0:
                picture |= _bit(x, y)
    for at in range(15):
        if _FORMAT_BITS >> at & 1:
            for x, y in _format_places(at):
                picture |= _bit(x, y)
    return picture | _bit(8, SIZE - 8)


def _pattern(x: int, y: int) -> bool:
    for left, top in ((0, 0), (SIZE - 7, 0), (0, SIZE - 7)):
        if -1 <= x - left <= 7 and -1 <= y - top <= 7:
            ring = max(abs(x - left - 3), abs(y - top - 3))
            return ring in (0, 1, 3) and (x != 6 or y != 6 or ring != 4)
    if abs(x - _ALIGNMENT) <= 2 and abs(y - _ALIGNMENT) <= 2:
        return max(abs(x - _ALIGNMENT), abs(y - _ALIGNMENT)) != 1
    return (x + y) % 2 == 0 if 6 in (x, y) else False


def _format_places(at: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Where bit ``at`` (0 = lowest) of the format stands, twice."""
    if at < 6:
        first = (8, at)
    elif at < 8:
        first = (8, at + 1)
    elif at == 8:
        first = (7, 8)
    else:
        first = (14 - at, 8)
    second = (SIZE - 1 - at, 8) if at < 8 else (8, SIZE - 15 + at)
    return first, second
