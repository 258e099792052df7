"""File names made from people's words: safe on every system, inside the folder that was chosen."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

LONGEST = 80
_RESERVED = {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))}


def safe_name(text: str, ending: str = "") -> str:
    """``text`` as a file name with ``ending`` (like ``.pdf``), at most 80 characters in all.

    NFKC; separators, control and direction characters go; names that Windows reserves get an underscore.
    """
    text = unicodedata.normalize("NFKC", text)
    text = re.sub(r'[\\/:*?"<>|]+', "-", text)
    text = "".join(c for c in text if unicodedata.category(c) not in ("Cc", "Cf", "Co", "Cs", "Cn"))
    text = re.sub(r"\s+", " ", text).strip(" .")[: LONGEST - len(ending)].rstrip(" .")
    if not text or text.split(".")[0].strip().lower() in _RESERVED:
        text = f"_{text}"[: LONGEST - len(ending)]
    return text + ending


def inside(folder: Path, text: str, ending: str = "") -> Path:
    """The path of :func:`safe_name` in ``folder``."""
    return folder / safe_name(text, ending)
