"""Texts born below the window, marked for translation without Qt.

The window translates them with ``QCoreApplication.translate("exam", text)``; the command line reads
the same ``.ts`` file through :class:`Words`.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

TRANSLATIONS = Path(__file__).resolve().parent.parent / "resources" / "i18n"


def QT_TRANSLATE_NOOP(context: str, text: str) -> str:
    """Mark ``text`` for the translation tool and return it unchanged."""
    del context
    return text


class Words:
    """Translate marked texts for the command line. ``zh`` or ``en``; an unknown text stays English."""

    def __init__(self, language: str = "zh") -> None:
        self.language = language
        self._texts: dict[str, str] | None = None

    def __call__(self, text: str, **params: Any) -> str:
        """The sentence in this language with its parameters filled in."""
        if self._texts is None:
            self._texts = {} if self.language == "en" else _read(TRANSLATIONS / "zh_CN.ts")
        return fill(self._texts.get(text, text), params)


def fill(text: str, params: dict[str, Any]) -> str:
    """Put ``params`` into the ``{placeholders}`` of ``text``; a text without params stays as it is."""
    return text.format(**params) if params else text


@cache
def _read(path: Path) -> dict[str, str]:
    """The texts of a shipped file, parsed once for all who ask."""
    if not path.exists():
        return {}
    texts: dict[str, str] = {}
    # Our own file, shipped with the program: no foreign XML is parsed here. The texts born below the window come
    # first: a page may say the same English words in another sense.
    contexts = sorted(ElementTree.parse(path).iter("context"), key=lambda context: context.findtext("name") != "exam")
    for context in contexts:
        for message in context.iter("message"):
            source, target = message.findtext("source"), message.findtext("translation")
            if source and target:
                texts.setdefault(source, target)
    return texts
