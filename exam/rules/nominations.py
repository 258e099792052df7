"""Who may be nominated for the final, how many per unit, and the codes that judges see.

Source: domain.md sections 1 and 3: every unit nominates elites (default 3 to 4, certified); judges and
markers see codes, not names or units.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from exam.words import QT_TRANSLATE_NOOP

ACTIVE = "active"
SUBSTITUTED = "substituted"
WITHDRAWN = "withdrawn"
DISCIPLINED = "disciplined"

STATUS_NAMES = {
    ACTIVE: QT_TRANSLATE_NOOP("exam", "takes part"),
    SUBSTITUTED: QT_TRANSLATE_NOOP("exam", "substituted"),
    WITHDRAWN: QT_TRANSLATE_NOOP("exam", "withdrawn"),
    DISCIPLINED: QT_TRANSLATE_NOOP("exam", "disciplined"),
}

NOT_ACTIVE = QT_TRANSLATE_NOOP("exam", "{name} is no longer on the roster.")
NOT_CERTIFIED = QT_TRANSLATE_NOOP(
    "exam", "{name} holds no post certificate, which the rules ask for. Nominate a certified person."
)


@dataclass(frozen=True, slots=True)
class NominationRule:
    """How many elites a unit sends, and whether they must hold the post certificate."""

    minimum: int = 3
    maximum: int = 4
    certified: bool = True


@dataclass(frozen=True, slots=True)
class Placed:
    """A nominee as the code is made from: group (from 1), order of appearance, and staff number."""

    key: int
    group: int | None
    appearance: int | None
    staff_number: str


def refusal(rule: NominationRule, *, active: bool, certified: bool) -> str:
    """Why a person cannot be nominated, as a translatable text with ``{name}``; empty when they can."""
    if not active:
        return NOT_ACTIVE
    return NOT_CERTIFIED if rule.certified and not certified else ""


def team_state(nominated: int, rule: NominationRule) -> str:
    """``none``, ``few``, ``full`` (within the limits, nobody where nobody need be sent) or ``many``."""
    if nominated == 0 and rule.minimum:
        return "none"
    if nominated < rule.minimum:
        return "few"
    return "many" if nominated > rule.maximum else "full"


def group_letter(number: int | None) -> str:
    """The letter of a group: 1 = A ... 26 = Z, 27 = AA; empty without a group."""
    text = ""
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def entrant_codes(placed: Iterable[Placed]) -> Mapping[int, str]:
    """The code of every nominee by key: letter of the group and the order within it, ``A01``.

    Without groups the codes are ``E01`` on. People without an order of appearance come last, by staff
    number. A code says nothing about name or unit.
    """
    groups: dict[int | None, list[Placed]] = {}
    for one in placed:
        groups.setdefault(one.group, []).append(one)
    codes: dict[int, str] = {}
    for group, members in groups.items():
        letter = group_letter(group) or "E"
        digits = max(2, len(str(len(members))))
        for order, one in enumerate(in_order(members), 1):
            codes[one.key] = f"{letter}{order:0{digits}}"
    return codes


def open_numbers(keys: Sequence[int]) -> Mapping[int, str]:
    """The open number of every nominee by key, in the order of the nominations: ``01`` on, without any draw."""
    digits = max(2, len(str(len(keys))))
    return {key: f"{number:0{digits}}" for number, key in enumerate(sorted(keys), 1)}


def in_order(members: Sequence[Placed]) -> list[Placed]:
    """Members of one group by appearance, those without one last by staff number."""
    return sorted(members, key=lambda one: (one.appearance is None, one.appearance or 0, one.staff_number))
