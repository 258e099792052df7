"""What the journal keeps by short names is told in words."""

from __future__ import annotations

import ast
from pathlib import Path

import exam
from ui.journal_words import DETAILS, detail_lines


def recorded_names() -> set[str]:
    """The name of every detail that a service gives to the journal as a keyword."""
    found: set[str] = set()
    for path in Path(exam.__file__).parent.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "record":
                found.update(keyword.arg for keyword in node.keywords if keyword.arg)
    return found


def test_that_every_detail_has_a_name_in_words() -> None:
    names = recorded_names()
    assert {"section", "witness", "points"} <= names
    assert not names - DETAILS.keys()


def test_that_stored_names_of_values_are_told_in_words() -> None:
    said = detail_lines({"old": "absent", "new": "zeroed", "round": "buzzer", "result": "foul", "template": "case"})
    words = ["Absent", "Zeroed for cheating", "Buzzer question", "Pressed early", "Case analysis"]
    assert [text for _, text in said] == words


def test_that_a_changed_rule_is_told_by_its_label_and_choices() -> None:
    said = dict(detail_lines({"key": "second_entry", "old": "none", "new": "all"}))
    assert "second_entry" not in said.values()
    assert any("typed again" in text for text in said.values())


def test_that_people_s_own_words_stay_as_they_are() -> None:
    assert [text for _, text in detail_lines({"reason": "absent", "old": "93.50"})] == ["absent", "93.50"]
