"""The words of the papers, in the language of the competition, from ``resources/texts/<lang>.json``."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from exam.rules.results import Step
from exam.words import Words
from resources import path

_DIGITS = "〇一二三四五六七八九"


def plain(value: object) -> str:
    """``value`` as text that is safe to set: no control or direction characters; blanks become spaces.

    Line feeds stay. Every text that comes from people passes here before it is drawn.
    """
    if value is None:
        return ""
    text = unicodedata.normalize("NFC", str(value)).replace("\r\n", "\n")
    if text.isprintable():
        return text
    return "".join(
        c if c == "\n" else " " if c.isspace() else "" if unicodedata.category(c) in ("Cc", "Cf", "Cs") else c
        for c in text
    )


class Texts:
    """The words for one language, ``zh`` or ``en``. Called with a key and its parameters."""

    def __init__(self, language: str = "zh") -> None:
        self.language = "en" if language.lower().startswith("en") else "zh"
        with path("texts", f"{self.language}.json").open(encoding="utf-8") as file:
            self._texts: dict[str, Any] = json.load(file)
        self._words = Words(self.language)

    def __call__(self, key: str, /, **params: object) -> str:
        """The text under ``key`` (dots go down a level) with its parameters filled in."""
        found: Any = self._texts
        for part in key.split("."):
            found = found[part]
        return found.format(**{name: plain(value) for name, value in params.items()}) if params else found

    def many(self, key: str) -> list[str]:
        """The list of texts under ``key``."""
        found: Any = self._texts
        for part in key.split("."):
            found = found[part]
        return list(found)

    def step(self, step: Step) -> str:
        """One line of a calculation in this language; its parameters may be marked texts themselves."""
        return plain(self._words(step.text, **{key: self._words(str(value)) for key, value in step.params.items()}))

    def sentence(self, text: str, /, **params: Any) -> str:
        """A text born below the window (marked by ``QT_TRANSLATE_NOOP``) in this language."""
        return plain(self._words(text, **params))

    def day(self, value: date | str | None) -> str:
        """A day in Arabic figures: 2026年11月22日, 22 November 2026. An ISO text is read first."""
        when = _date(value)
        if when is None:
            return plain(value)
        if self.language == "zh":
            return f"{when.year}年{when.month}月{when.day}日"
        return f"{when.day} {when:%B} {when.year}"

    def formal_day(self, value: date | str | None) -> str:
        """A day as certificates carry it: 二〇二六年十一月二十二日 (〇 is U+3007)."""
        when = _date(value)
        return chinese_date(when) if when is not None and self.language == "zh" else self.day(value)

    def join(self, parts: Sequence[str]) -> str:
        """Words of a list, with the mark that this language puts between them."""
        return ("、" if self.language == "zh" else ", ").join(parts)


@lru_cache(maxsize=2)
def texts_of(language: str) -> Texts:
    """The words of ``language``, read once."""
    return Texts(language)


def chinese_date(when: date) -> str:
    """The day in Chinese numerals, as official papers write it."""
    year = "".join(_DIGITS[int(figure)] for figure in f"{when.year:04d}")
    return f"{year}年{_chinese_count(when.month)}月{_chinese_count(when.day)}日"


def _chinese_count(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return head + (_DIGITS[ones] if ones else "")


def _date(value: date | str | None) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat((value or "")[:10])
    except ValueError:
        return None


def figure(value: Decimal | int | None, missing: str = "—") -> str:
    """A mark or count as it stands on paper: as many places as it holds, never an exponent."""
    return missing if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def in_column(values: Sequence[Decimal | None], missing: str = "—", *, signs: bool = False) -> list[str]:
    """Marks that stand below each other: all with as many places as the longest of them needs.

    With ``signs`` what is above zero carries its sign, too.
    """
    places = max((_places(value) for value in values if value is not None), default=0)
    return [missing if value is None else _with_places(value, places, signs) for value in values]


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _with_places(value: Decimal, places: int, signs: bool) -> str:
    value = value or Decimal(0)  # a zero has no sign
    return f"{value:+.{places}f}".replace("-", "\u2212") if signs and value else f"{value:.{places}f}"


def signed(value: Decimal | None) -> str:
    """A bonus or penalty with its sign; nothing for zero."""
    return "" if not value else f"{value:+f}".replace("-", "\u2212")


def percent(value: Decimal | None, missing: str = "—") -> str:
    """A rate in percent with its sign."""
    return missing if value is None else f"{value:f}%"
