"""The stakes of a risk question in the quiz, as one text such as ``10,20,30``."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

MOST_STAKES = 6


def stakes(text: str) -> tuple[Decimal, ...]:
    """The stakes of a risk question: numbers above 0, each once, the smallest first."""
    found: set[Decimal] = set()
    for part in text.replace("，", ",").replace("、", ",").split(","):
        try:
            value = Decimal(part.strip())
        except InvalidOperation:
            value = Decimal("NaN")
        if not value.is_finite() or not 0 < value <= 1000 or value != round(value, 2):
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "“{value}” is no stake. Type numbers above 0 with commas between them, such as 10,20,30."
                ),
                value=part.strip(),
            )
        found.add(value)
    if len(found) > MOST_STAKES:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "These are too many stakes. Type at most {most}."), most=MOST_STAKES
        )
    return tuple(sorted(found))
