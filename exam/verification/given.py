"""What the second calculation found, and the awards that follow from it.

Source: domain.md section 3. Awards of one scope follow each other; a place at the cut is never split.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from exam.verification.figures import Person, Team, Unit, cut
from exam.verification.state import Row, State


@dataclass(slots=True)
class Second:
    """What the second calculation found: people by nominee, teams by team, units by code, ``(winner, award)``."""

    items: list[Row]
    people: dict[Any, Person]
    teams: dict[Any, Team]
    units: dict[str, Unit]
    awards: set[tuple[str, str]]


def awards_of(state: State, second: Second) -> set[tuple[str, str]]:
    """``(winner, award)`` of everything that is given."""
    rules = state.ordered("award_rule", "scope", "position")
    items = state.rows("final_item")
    barred = ("disciplined", "withdrawn", "zeroed")
    people = [
        one for one in second.people.values()
        if one.place is not None and one.status == "active" and not any(w.state in barred for w in one.work)
    ]  # fmt: skip
    found: set[tuple[str, str]] = set()

    def give(scope: str, winners: Sequence[tuple[str, Any]], item: str | None = None) -> None:
        chosen = [
            row for _, row in rules
            if row["scope"] == scope
            and (item is None or row["item_id"] is None or items[row["item_id"]]["key"] == item)
        ]  # fmt: skip
        found.update(cut(chosen, winners))

    give("individual", [(f"individual||{one.staff_number}", -(one.place or 0)) for one in people])
    ranked = [team for team in second.teams.values() if team.place is not None]
    give("team", [(f"team|{team.unit_code}", -(team.place or 0)) for team in ranked])
    for at, item in enumerate(second.items):
        name = item["key"]
        marked = [(f"item|{name}|{one.staff_number}", one.work[at].hundred) for one in people]
        give("item", [(key, mark) for key, mark in marked if mark is not None], name)
    for group in {one.group for one in people if one.group}:
        inside = [one for one in people if one.group == group]
        give("group", [(f"group||{one.staff_number}", -(one.place or 0)) for one in inside])
    sitting = [(code, unit) for code, unit in second.units.items() if unit.rate is not None]
    give(
        "organisation",
        [
            (f"organisation|{code}", (unit.rate, -1 if unit.average is None else unit.average))
            for code, unit in sitting
        ],
    )
    staff, titles = state.rows("staff"), state.rows("award_rule")
    for row in state.rows("title_holder").values():
        title = titles[row["award_rule_id"]]
        if title["scope"] == "title":
            found.add((f"title|{staff[row['staff_id']]['staff_number']}", title["name"]))
    return found
