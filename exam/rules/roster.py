"""What a roster's values may be, and how they are made uniform. Rules: domain facts, section 4."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

LONGEST_NAME = 50
LONGEST_TEXT = 200
MALE, FEMALE = "男", "女"

_NUMBER = re.compile(r"[0-9A-Za-z._-]{1,32}")
_DECIMAL_NUMBER = re.compile(r"[0-9]+\.0+")
_SEPARATORS = re.compile(r"\s*[•・‧．∙⋅●]\s*|(?<=[^\x00-\x7f])\s*[.·]\s*(?=[^\x00-\x7f])")
_BETWEEN_CJK = re.compile(
    r"(?<=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])\s+(?=[\u2e80-\u9fff\uf900-\ufaff\U00020000-\U0003ffff])"
)
# NFC would exchange these for other characters; some of them stand in names and in GB 18030.
_COMPATIBILITY = re.compile(r"([\uf900-\ufaff\U0002f800-\U0002fa1f])")
_PLACEHOLDERS = "?？�□〓*＊#"
_MISREAD = re.compile("[\x80-\x9f]|锟斤拷|锟�|烫烫|[À-ÿ][\x80-¿]|Ã|â€")
_INVISIBLE = ("Cc", "Cf", "Zl", "Zp")
_YES = frozenset(["是", "有", "在", "在岗", "已", "对", "y", "yes", "true", "t", "1", "√", "✓", "✔", "☑", "v"])
_NO = frozenset(
    [
        "否",
        "无",
        "不",
        "不在",
        "不在岗",
        "离岗",
        "未",
        "没有",
        "错",
        "n",
        "no",
        "false",
        "f",
        "0",
        "×",
        "✗",
        "✘",
        "☐",
        "x",
    ]
)
_SEXES = {
    "男": MALE,
    "男性": MALE,
    "m": MALE,
    "male": MALE,
    "女": FEMALE,
    "女性": FEMALE,
    "f": FEMALE,
    "female": FEMALE,
}
_DAY = re.compile(r"([0-9]{4})[-/.年]\s*([0-9]{1,2})(?:[-/.月]\s*([0-9]{1,2})\s*日?|月?)")
_COMPACT_DAY = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")


@dataclass(frozen=True, slots=True)
class RosterLine:
    """One sound row of a roster file. ``None`` in a yes/no field or ``since``: the file says nothing about it."""

    row: int
    staff_number: str
    name: str
    unit: str
    sex: str = ""
    outlet: str = ""
    post: str = ""
    since: date | None = None
    on_duty: bool | None = None
    window_staff: bool | None = None
    certified: bool | None = None
    note: str = ""


def staff_number(text: str) -> str:
    """The staff number in ``text``: NFKC, trimmed; ``[0-9A-Za-z._-]{1,32}``; leading zeros stay.

    Raises :class:`InvalidInput` for anything else, also for ``10023.0``: that is a number which another
    program saved with decimals.
    """
    number = unicodedata.normalize("NFKC", text).strip()
    if not number:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The staff number is missing. Type it."))
    if _DECIMAL_NUMBER.fullmatch(number):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{value}” is a number saved with decimals, not a staff number. Type {better}."),
            value=number,
            better=number.split(".")[0],
        )
    if not _NUMBER.fullmatch(number):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "“{value}” is not a staff number: use 1 to 32 letters A-Z, digits, dots, hyphens and underscores.",
            ),
            value=number[:40],
        )
    return number


def folded_number(number: str) -> str:
    """The staff number without case; two people never share it."""
    return number.casefold()


def person_name(text: str) -> str:
    """The name in ``text`` with one separator ``·`` and no blanks between Chinese characters.

    Raises :class:`InvalidInput` when it is missing, longer than 50 characters, or damaged: ``?``, U+FFFD and
    private-use characters stand where a file in GBK has lost a rare character.
    """
    name = "".join(
        part if _COMPATIBILITY.fullmatch(part) else unicodedata.normalize("NFC", part)
        for part in _COMPATIBILITY.split(text)
    ).strip()
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The name is missing. Type it."))
    name = "".join(" " if unicodedata.category(c) == "Zs" else c for c in name)
    name = _BETWEEN_CJK.sub("", _SEPARATORS.sub("·", " ".join(name.split()) if "  " in name else name))
    _check_name(name)
    return name


def _check_name(name: str) -> None:
    if len(name) > LONGEST_NAME:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The name has {count} characters; at most {most} fit. Shorten it."),
            count=len(name),
            most=LONGEST_NAME,
        )
    lost = next((c for c in name if c in _PLACEHOLDERS or unicodedata.category(c) in ("Co", "Cs")), None)
    if lost is not None:
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam",
                "The name “{name}” has lost a character (“{lost}” stands for it), as files in GBK do with "
                "rare "
                "characters. Type the name as on the identity card.",
            ),
            name=name,
            lost=lost if lost.isprintable() else f"U+{ord(lost):04X}",
        )
    if _MISREAD.search(name):
        raise InvalidInput(
            QT_TRANSLATE_NOOP(
                "exam", "The name “{name}” was read in a wrong encoding. Export the list again as .xlsx."
            ),
            name=name,
        )
    if any(unicodedata.category(c) in _INVISIBLE for c in name):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The name “{name}” holds an invisible character. Type the name again."),
            name="".join(c for c in name if unicodedata.category(c) not in _INVISIBLE),
        )
    if not any(c.isalpha() for c in name):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{name}” is not a name: it holds no letter. Type the person's name."),
            name=name,
        )


def line_text(text: str) -> str:
    """A free text (unit, outlet, post, note) on one line, trimmed, at most 200 characters."""
    line = " ".join(text.split())
    if len(line) > LONGEST_TEXT:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The text has {count} characters; at most {most} fit. Shorten it."),
            count=len(line),
            most=LONGEST_TEXT,
        )
    lost = next((c for c in line if c == "�" or unicodedata.category(c) in ("Co", "Cs", "Cc")), None)
    if lost is not None:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "“{value}” holds a character that was lost or damaged. Type it again."),
            value=line[:60],
        )
    return line


def unit_name(text: str) -> str:
    """A unit's name: one line, and no ``?`` where a file in GBK has lost a character."""
    name = line_text(text)
    if any(c in "?？□〓" for c in name):
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "The unit “{name}” has lost a character. Write its name again."), name=name
        )
    return name


def unit_key(name: str) -> str:
    """What makes two spellings the same unit: NFKC, no blanks, no case."""
    return "".join(unicodedata.normalize("NFKC", name).split()).casefold()


def yes_or_no(text: str) -> bool | None:
    """True, False, or None for nothing; :class:`InvalidInput` for anything else."""
    word = unicodedata.normalize("NFKC", text).strip().casefold()
    if not word:
        return None
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise InvalidInput(
        QT_TRANSLATE_NOOP("exam", "“{value}” is neither yes nor no. Write 是 or 否."), value=text.strip()
    )


def sex(text: str) -> str:
    """``男``, ``女`` or nothing; :class:`InvalidInput` for anything else."""
    word = unicodedata.normalize("NFKC", text).strip().casefold()
    if not word:
        return ""
    if word not in _SEXES:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "“{value}” is not a sex. Write 男 or 女."), value=text.strip())
    return _SEXES[word]


def day(text: str) -> date | None:
    """The day in ``text``: 2015-03-01, 2015/3/1, 2015.3, 2015年3月1日, 20150301; a month is its first day.

    Raises :class:`InvalidInput` for years of two digits, days that do not exist, and plain numbers.
    """
    word = unicodedata.normalize("NFKC", text).strip()
    if not word:
        return None
    match = _DAY.fullmatch(word.split("T")[0].split(" ")[0]) or _DAY.fullmatch(word) or _COMPACT_DAY.fullmatch(word)
    if match is not None:
        year, month, number = int(match[1]), int(match[2]), int(match[3] or 1)
        try:
            if 1940 <= year <= 2100:
                return date(year, month, number)
        except ValueError:
            pass
    raise InvalidInput(
        QT_TRANSLATE_NOOP("exam", "“{value}” is not a date. Write it like 2015-03-01."),
        value=text.strip()[:40],
    )
