"""Standings of single items and of groups."""

from __future__ import annotations

from decimal import Decimal

from exam.rules.part_standings import group_names, group_standing, item_standing
from exam.rules.results import IndividualLine, ItemWork

D = Decimal


def line(number: int, place: int | None, group: str, hundred: str | None, status: str = "active") -> IndividualLine:
    mark = D(hundred) if hundred is not None else None
    total = None if place is None else D(100 - place)
    return IndividualLine(
        place, f"A0{number}", f"00{number}", f"员工{number}", "U1", "一分公司", group, (mark,), None, None, D(0), total,
        status=status, nominee_id=number, work=(ItemWork(mark=mark, hundred=mark),),
    )  # fmt: skip


LINES = (
    line(1, 1, "A", "80"), line(2, 2, "B", "90"), line(3, 2, "A", "90"), line(4, 4, "A", "70"),
    line(5, None, "B", None), line(6, None, "A", "99", "withdrawn"),
)  # fmt: skip


def test_that_an_item_has_its_own_places() -> None:
    rows = item_standing(LINES, 0)
    assert [(row.place, row.line.nominee_id) for row in rows] == [
        (1, 2), (1, 3), (3, 1), (4, 4), (None, 5), (None, 6),
    ]  # fmt: skip


def test_that_a_group_has_its_own_places_in_the_order_of_the_whole() -> None:
    assert group_names(LINES) == ["A", "B"]
    first, second = ([(row.place, row.line.nominee_id) for row in group_standing(LINES, name)] for name in "AB")
    assert first == [(1, 1), (2, 3), (3, 4), (None, 6)]
    assert second == [(1, 2), (None, 5)]


def test_that_a_single_group_is_no_standing_of_its_own() -> None:
    assert group_names([one for one in LINES if one.group == "A"]) == []
