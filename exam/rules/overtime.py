"""Time limits on stage: what every begun step over the limit costs. Times are whole seconds.

Source: issue 5 (time limit and overtime deductions of an item); the usual rule of such contests is one point for
every begun 30 seconds.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

LONGEST = 24 * 3600
_CLOCK = re.compile(r"(\d{1,3})[:分′'](\d{1,2})[秒″\"]?")
_SECONDS = re.compile(r"(\d{1,5})秒?")


@dataclass(frozen=True, slots=True)
class OvertimeRule:
    """``limit`` 0 = no limit. Every begun ``step`` over it costs ``points``, at most ``most`` (0 = no bound)."""

    limit: int = 0
    step: int = 30
    points: Decimal = Decimal(1)
    most: Decimal = Decimal(0)

    def __post_init__(self) -> None:
        if not 0 <= self.limit <= LONGEST or not 1 <= self.step <= LONGEST or self.points < 0 or self.most < 0:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "A time limit needs a step of at least one second and points of 0 or more.")
            )


def overtime(seconds: int, rule: OvertimeRule) -> int:
    """How many seconds over the limit; 0 without a limit."""
    return max(seconds - rule.limit, 0) if rule.limit else 0


def deduction(seconds: int, rule: OvertimeRule) -> Decimal:
    """What the time costs, as a positive number: every begun step counts whole."""
    over = overtime(seconds, rule)
    steps = -(-over // rule.step)
    points = rule.points * steps
    return min(points, rule.most) if rule.most else points


def parse_time(text: str) -> int:
    """Seconds from ``8:30``, ``8分30秒`` or ``510``. Raises :class:`InvalidInput`, saying how to type it."""
    plain = unicodedata.normalize("NFKC", text).replace(" ", "")
    if clock := _CLOCK.fullmatch(plain):
        minutes, seconds = int(clock[1]), int(clock[2])
        if seconds < 60:
            return minutes * 60 + seconds
    elif found := _SECONDS.fullmatch(plain):
        return int(found[1])
    raise InvalidInput(
        QT_TRANSLATE_NOOP("exam", "“{typed}” is no time. Type minutes and seconds such as 8:30."), typed=text.strip()
    )


def show_time(seconds: int) -> str:
    """``510`` as ``8:30``."""
    return f"{seconds // 60}:{seconds % 60:02d}"
