"""Ready-made items of the final, to start from: their names and criteria can be changed afterwards."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from exam.words import QT_TRANSLATE_NOOP

WRITTEN = "written"
PANEL = "panel"
QUIZ = "quiz"
WRITTEN_PART = "written"
ON_SITE_PART = "on_site"

KIND_NAMES = {
    WRITTEN: QT_TRANSLATE_NOOP("exam", "Written exam"),
    PANEL: QT_TRANSLATE_NOOP("exam", "Panel-judged"),
    QUIZ: QT_TRANSLATE_NOOP("exam", "Quiz"),
}


@dataclass(frozen=True, slots=True)
class CriterionTemplate:
    """A criterion with its full mark; ``name`` is a translatable text."""

    name: str
    full: Decimal


@dataclass(frozen=True, slots=True)
class ItemTemplate:
    """An item to start from. ``name`` is a translatable text; ``full`` the sum of the criteria if any."""

    key: str
    name: str
    kind: str
    part: str
    full: Decimal
    criteria: tuple[CriterionTemplate, ...] = ()


def _judged(key: str, name: str, *criteria: tuple[str, int]) -> ItemTemplate:
    parts = tuple(CriterionTemplate(text, Decimal(full)) for text, full in criteria)
    return ItemTemplate(key, name, PANEL, ON_SITE_PART, sum((part.full for part in parts), Decimal(0)), parts)


TEMPLATES: tuple[ItemTemplate, ...] = (
    ItemTemplate("written", QT_TRANSLATE_NOOP("exam", "Written exam"), WRITTEN, WRITTEN_PART, Decimal(100)),
    _judged(
        "scenario",
        QT_TRANSLATE_NOOP("exam", "Scenario simulation"),
        (QT_TRANSLATE_NOOP("exam", "Service manners"), 20),
        (QT_TRANSLATE_NOOP("exam", "Communication"), 25),
        (QT_TRANSLATE_NOOP("exam", "Handling the problem"), 35),
        (QT_TRANSLATE_NOOP("exam", "Response to surprises"), 20),
    ),
    _judged(
        "case",
        QT_TRANSLATE_NOOP("exam", "Case analysis"),
        (QT_TRANSLATE_NOOP("exam", "Finding the problem"), 30),
        (QT_TRANSLATE_NOOP("exam", "Line of thought"), 30),
        (QT_TRANSLATE_NOOP("exam", "Solution"), 30),
        (QT_TRANSLATE_NOOP("exam", "Presentation"), 10),
    ),
    _judged(
        "operation",
        QT_TRANSLATE_NOOP("exam", "Business operation"),
        (QT_TRANSLATE_NOOP("exam", "Following the procedure"), 40),
        (QT_TRANSLATE_NOOP("exam", "Accuracy"), 40),
        (QT_TRANSLATE_NOOP("exam", "Speed"), 20),
    ),
    _judged(
        "speech",
        QT_TRANSLATE_NOOP("exam", "Speech"),
        (QT_TRANSLATE_NOOP("exam", "Content"), 40),
        (QT_TRANSLATE_NOOP("exam", "Delivery"), 30),
        (QT_TRANSLATE_NOOP("exam", "Bearing"), 15),
        (QT_TRANSLATE_NOOP("exam", "Keeping to the time"), 15),
    ),
    _judged(
        "star",
        QT_TRANSLATE_NOOP("exam", "Star selection"),
        (QT_TRANSLATE_NOOP("exam", "Service attitude"), 30),
        (QT_TRANSLATE_NOOP("exam", "Customers' satisfaction"), 30),
        (QT_TRANSLATE_NOOP("exam", "Results at work"), 25),
        (QT_TRANSLATE_NOOP("exam", "Bearing and presentation"), 15),
    ),
    ItemTemplate("quiz", QT_TRANSLATE_NOOP("exam", "Knowledge quiz"), QUIZ, ON_SITE_PART, Decimal(100)),
)
BY_KEY = {template.key: template for template in TEMPLATES}
STAR = "star"
"""The one item of a selection of stars, of which the awards and titles are given."""
USUAL = ("written", "scenario", "operation")
"""The items of the usual final: written exam and two on-site items."""
