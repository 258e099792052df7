"""Sorting and searching Chinese names by sound: ``zw`` finds 张伟.

The keys are made once and stored with the name, so nobody waits for pypinyin when a list is shown.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_DOUBLE_SURNAMES = {
    "尉迟": "yu chi",
    "万俟": "mo qi",
    "长孙": "zhang sun",
    "澹台": "tan tai",
    "令狐": "ling hu",
    "单于": "chan yu",
    "宿六": "su liu",
    "皇甫": "huang fu",
    "夏侯": "xia hou",
    "尉犁": "yu li",
}
# Surnames whose usual reading as a word is another one.
_SURNAMES = {
    "单": "shan", "仇": "qiu", "解": "xie", "曾": "zeng", "区": "ou", "查": "zha", "朴": "piao", "乐": "yue",
    "任": "ren", "盖": "ge", "缪": "miao", "翟": "zhai", "覃": "qin", "员": "yun", "折": "she", "黑": "he",
    "秘": "bi", "种": "chong", "繁": "po", "冼": "xian", "洗": "xian", "逄": "pang", "隗": "wei", "么": "yao",
    "召": "shao", "柏": "bai", "燕": "yan", "宁": "ning", "车": "che", "佴": "nai", "那": "na", "哈": "ha",
    "能": "nai", "祭": "zhai", "过": "guo", "都": "du", "句": "gou", "盛": "sheng", "重": "chong", "於": "yu",
    "纪": "ji", "应": "ying", "葛": "ge", "相": "xiang", "曲": "qu", "莘": "shen", "郗": "xi", "撒": "sa",
    "石": "shi", "沈": "shen", "教": "jiao", "尉": "wei", "褚": "chu", "强": "qiang", "牟": "mu", "藏": "zang",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class NameKeys:
    """``sound``: syllables for sorting, like ``zhang wei``; ``initials``: for searching, like ``zw``."""

    sound: str
    initials: str


def name_keys(name: str) -> NameKeys:
    """The keys of a person's name; letters of other scripts stand for themselves."""
    parts: list[str] = []
    rest = name
    if name[:2] in _DOUBLE_SURNAMES:
        parts += _DOUBLE_SURNAMES[name[:2]].split()
        rest = name[2:]
    elif name[:1] in _SURNAMES and len(name) <= 4:
        parts.append(_SURNAMES[name[:1]])
        rest = name[1:]
    word = ""
    for character in rest:
        if character.isascii() and character.isalnum():
            word += character.lower()
            continue
        if word:
            parts.append(word)
            word = ""
        if character.isalnum():
            parts.append(_reading(character))
    if word:
        parts.append(word)
    return NameKeys(" ".join(parts), "".join(part[0] for part in parts))


@lru_cache(maxsize=20_000)
def _reading(character: str) -> str:
    """The commonest reading without its tone; an unknown character stands for itself."""
    # pypinyin's dictionaries take a moment to load; only who adds names pays for it.
    from pypinyin import Style, pinyin

    found = pinyin(character, style=Style.NORMAL, heteronym=False, errors="default")
    text = found[0][0] if found and found[0] else character
    plain = unicodedata.normalize("NFD", str(text).replace("ü", "v"))
    return "".join(c for c in plain if not unicodedata.combining(c)).lower() or character
