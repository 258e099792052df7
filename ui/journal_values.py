"""Values that the program stores by a short name, as people read them in the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from exam.rules.answers import PartRule
from exam.rules.draw_plan import METHOD_NAMES, ROUNDING_NAMES
from exam.rules.grouping import BY_UNIT, CUT
from exam.rules.item_templates import KIND_NAMES, TEMPLATES
from exam.rules.marks import ATTENDANCE_NAMES
from exam.rules.nominations import STATUS_NAMES
from exam.rules.quiz import RESULT_NAMES, ROUND_NAMES
from exam.rules.settings import BY_KEY
from exam.rules.tie_ends import METHODS
from exam.words import QT_TRANSLATE_NOOP
from ui.i18n import words

_STATES: Mapping[str, str] = {**ATTENDANCE_NAMES, **STATUS_NAMES}
_WAYS: Mapping[str, str] = {
    **METHODS,
    **METHOD_NAMES,
    "count": QT_TRANSLATE_NOOP("exam", "by count"),
    "ratio": QT_TRANSLATE_NOOP("exam", "by ratio"),
}
_PARTS: Mapping[str, str] = {
    PartRule.NONE: QT_TRANSLATE_NOOP("exam", "an incomplete answer scores nothing"),
    PartRule.PART: QT_TRANSLATE_NOOP("exam", "an incomplete answer scores its share"),
    PartRule.HALF: QT_TRANSLATE_NOOP("exam", "an incomplete answer scores half"),
}
_ITEMS: Mapping[str, str] = {one.key: one.name for one in TEMPLATES}
_NAMES: Mapping[str, Mapping[Any, str]] = {
    "new": _STATES,
    "old": _STATES,
    "method": _WAYS,
    "rounding": ROUNDING_NAMES,
    "round": ROUND_NAMES,
    "result": RESULT_NAMES,
    "kind": KIND_NAMES,
    "item": _ITEMS,
    "template": _ITEMS,
    "part": _PARTS,
    "mode": {
        BY_UNIT: QT_TRANSLATE_NOOP("exam", "unit by unit"),
        CUT: QT_TRANSLATE_NOOP("exam", "one list cut into groups"),
    },
    "strata": {
        "unit": QT_TRANSLATE_NOOP("exam", "each unit"),
        "unit/post": QT_TRANSLATE_NOOP("exam", "each post of a unit"),
    },
}


def value_words(name: str, value: Any) -> Any:
    """The value of the detail ``name`` in words where it is a stored name, else as it is."""
    if isinstance(value, str):
        text = _NAMES.get(name, {}).get(value)
        return words(text) if text else value
    if isinstance(value, dict):
        return {key: value_words(str(key), part) for key, part in value.items()}
    return value


def rule_words(details: Mapping[str, Any]) -> dict[str, Any]:
    """The details of a changed rule: its label for its key, and the texts of its choices."""
    info = BY_KEY.get(str(details.get("key")))
    if info is None:
        return dict(details)
    choices = {choice.value: choice.text for choice in info.choices} | _yes_no()
    found = dict(details) | {"key": words(info.label)}
    for name in ("old", "new"):
        if str(details.get(name)) in choices:
            found[name] = words(choices[str(details[name])])
    return found


def _yes_no() -> dict[str, str]:
    return {
        "true": QCoreApplication.translate("journal", "yes"),
        "false": QCoreApplication.translate("journal", "no"),
    }
