"""The fonts of the papers: registered when first used, checked before anything is printed.

ReportLab prints a missing glyph silently as nothing, so every name is looked up in the font first. It
also writes characters beyond the BMP wrongly into the map that a reader copies text with; the map made
here writes them as UTF-16 surrogates, as the PDF reference (9.10.3) asks.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.pdfbase import pdfmetrics, ttfonts

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP
from resources import path

SANS = "NotoSansSC"
BOLD = "NotoSansSC-Bold"
SERIF = "NotoSerifSC"
KAI = "LXGWWenKai"

_FILES = {
    SANS: "NotoSansSC-Regular.ttf",
    BOLD: "NotoSansSC-Bold.ttf",
    SERIF: "NotoSerifSC-Regular.ttf",
    KAI: "LXGWWenKai-Regular.ttf",
}
FONTS = tuple(_FILES)
_INSTEAD = {SANS: (SERIF, KAI), BOLD: (SANS, SERIF, KAI), SERIF: (SANS, KAI), KAI: (SERIF, SANS)}

_loaded: dict[str, Any] = {}
_widths: dict[str, dict[str, float]] = {}
_printable: dict[str, set[str]] = {}


@dataclass(frozen=True, slots=True)
class MissingGlyph:
    """A name that no shipped font can print in full, with the characters that are missing."""

    name: str
    characters: str


def load(name: str) -> Any:
    """The registered font ``name`` (one of :data:`FONTS`); read from its file the first time."""
    font = _loaded.get(name)
    if font is None:
        # ReportLab offers no place to give another map, so its one function is replaced.
        ttfonts.makeToUnicodeCMap = to_unicode_map
        font = ttfonts.TTFont(name, str(path("fonts", _FILES[name])), shapable=False)
        pdfmetrics.registerFont(font)
        _widths[name] = {}
        _printable[name] = set(" \u3000\n")
        _loaded[name] = font
    return font


def to_unicode_map(font_name: str, subset: Sequence[int]) -> str:
    """The ToUnicode CMap of one subset: code -> UTF-16BE, in blocks of at most 100 as the reference asks."""
    pairs = [
        f"<{code:02X}> <{chr(value).encode('utf-16-be').hex().upper()}>" for code, value in enumerate(subset) if value
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo",
        f"<< /Registry ({font_name})",
        f"/Ordering ({font_name})",
        "/Supplement 0",
        ">> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for start in range(0, len(pairs), 100):
        block = pairs[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def width(text: str, name: str, size: float) -> float:
    """How wide ``text`` is, in points, set in font ``name`` at ``size`` points."""
    font = load(name)
    known = _widths[name]
    total = 0.0
    for character in text:
        try:
            total += known[character]
        except KeyError:
            known[character] = font.face.getCharWidth(ord(character))
            total += known[character]
    return total * size / 1000


def missing_glyphs(text: str, name: str = SANS) -> str:
    """The characters of ``text`` that font ``name`` cannot print, each once, in order."""
    face = load(name).face
    good = _printable[name]
    if good.issuperset(text):
        return ""
    missing: dict[str, None] = {}
    for character in text:
        if character.isspace():
            continue
        glyph = face.charToGlyph.get(ord(character), 0)
        # A glyph without an outline prints as a blank: as bad as none.
        if glyph == 0 or face.glyphPos[glyph] == face.glyphPos[glyph + 1]:
            missing[character] = None
        else:
            good.add(character)
    return "".join(missing)


def pick(text: str, name: str) -> str:
    """Font ``name`` if it has every character of ``text``, else the first of the others that has."""
    if not missing_glyphs(text, name):
        return name
    for other in _INSTEAD[name]:
        if not missing_glyphs(text, other):
            return other
    return name


def names_with_missing_glyphs(names: Iterable[str], name: str = SANS) -> list[MissingGlyph]:
    """The names that neither font ``name`` nor a font that steps in for it can print in full."""
    found: list[MissingGlyph] = []
    for person in dict.fromkeys(names):
        font = pick(person, name)
        characters = missing_glyphs(person, font)
        if characters:
            found.append(MissingGlyph(person, characters))
    return found


def check_names(names: Iterable[str], name: str = SANS) -> None:
    """Raise :class:`InvalidInput` naming the people whose names cannot be printed in full."""
    found = names_with_missing_glyphs(names, name)
    if not found:
        return
    people = "; ".join(f"{one.name} ({' '.join(f'{c} U+{ord(c):04X}' for c in one.characters)})" for one in found[:10])
    raise InvalidInput(
        QT_TRANSLATE_NOOP(
            "exam",
            "{count} names hold characters that no font of the program can print: {people}. "
            "Nothing was printed. Check the characters in the roster.",
        ),
        count=len(found),
        people=people,
    )
