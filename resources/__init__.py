"""Files that the program ships: fonts, icons, words, layouts, samples. Every floor may use it."""

from __future__ import annotations

from pathlib import Path

_HERE = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Where a shipped file lies, e.g. ``path("texts", "zh.json")``."""
    return _HERE.joinpath(*parts)
