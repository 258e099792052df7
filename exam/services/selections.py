"""A selection (评选): one panel-judged item, single people or windows instead of teams, titles as awards."""

from __future__ import annotations

from exam.rules.item_templates import STAR
from exam.services.competition import change_rule
from exam.services.items import ItemRow, add_from_template
from exam.unit_of_work import UnitOfWork

PEOPLE, WINDOWS = "people", "windows"
RULES = {
    "team_size_min": "0", "team_size_max": "50", "group_count": "1", "written_weight": "0", "team_preset": "none",
    "nominee_certified": "false",
}  # fmt: skip
"""What differs from the usual final; everything can be changed afterwards like any rule."""


def set_up_selection(uow: UnitOfWork, *, entrants: str) -> ItemRow:
    """Make a competition a selection of ``people`` or ``windows``: its rules, and the item they are judged in."""
    for key, text in (*RULES.items(), ("entrant_kind", entrants)):
        change_rule(uow, key=key, text=text)
    return add_from_template(uow, template=STAR)
