"""The columns of a finished standing that hold words: awards and the note why somebody has no place."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from exam.rules.marks import ATTENDANCE_NAMES, Attendance
from exam.rules.nominations import STATUS_NAMES
from exam.rules.results import AwardLine, IndividualLine, ItemColumn
from exam.rules.standings import Line
from exam.words import Words

_PRESENT = ("", Attendance.PRESENT.value)


def with_note(line: IndividualLine, columns: Sequence[ItemColumn], language: str) -> IndividualLine:
    """The line with why there is no place or an item counts 0, in the competition's language."""
    parts: list[str] = []
    if line.status != "active":
        parts.append(_words(language)(STATUS_NAMES.get(line.status, line.status)))
    for column, work in zip(columns, line.work, strict=True):
        if work.state not in _PRESENT:
            parts.append(f"{column.name} {_words(language)(ATTENDANCE_NAMES[Attendance(work.state)])}")
    return replace(line, note=_join(parts)) if parts else line


def words_by_winner(awards: Sequence[AwardLine]) -> dict[str, str]:
    """All awards of a person (by staff number) or a team (by its winner key), as they stand in one cell."""
    given: dict[str, list[str]] = {}
    for line in awards:
        if line.kind in ("individual", "group", "item", "title"):
            given.setdefault(line.staff_number, []).append(f"{line.item} {line.award}".strip())
        elif line.kind == "team":
            given.setdefault(line.winner_key, []).append(line.award)
    return {winner: _join(words) for winner, words in given.items()}


def with_awards(lines: Sequence[Line], words: Mapping[str, str], winner: Callable[[Line], str]) -> tuple[Line, ...]:
    """The lines with their awards; ``winner`` is by which key. A line whose awards stay is the very same one."""
    get = words.get
    return tuple(
        line if line.award == (award := get(winner(line), "")) else replace(line, award=award) for line in lines
    )


def _join(words: Sequence[str]) -> str:
    """Several words in one cell."""
    return "、".join(words)


@lru_cache(maxsize=2)
def _words(language: str) -> Words:
    return Words(language)
