"""From cells to an entrant's mark, and how far the marking is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from exam.rules.item_marks import Given, Progress, item_total, panel_state, written_mark
from exam.rules.panel import PanelRule

D = Decimal
RULE = PanelRule()


def cells(text: str) -> list[tuple[Given, Decimal | None]]:
    signs = {"?": Given.WAITING, "~": Given.PARTLY, "/": Given.ABSENT, "x": Given.AVOIDED}
    return [(signs[one], None) if one in signs else (Given.GIVEN, D(one)) for one in text.split()]


@pytest.mark.parametrize(
    ("text", "mark", "progress"),
    [
        ("", None, Progress.EMPTY),
        ("? ? ?", None, Progress.EMPTY),
        ("x ? ?", None, Progress.EMPTY),
        ("80 ? 80 80 80 80", None, Progress.WORKING),
        ("/ ? ?", None, Progress.WORKING),
        ("~ ? ?", None, Progress.WORKING),
        ("80 81 /", None, Progress.SHORT),
        ("/ / /", None, Progress.SHORT),
        ("80 81 82 /", "81.00", Progress.COMPLETE),
        ("80 81 82 83 90 x", "82.00", Progress.COMPLETE),
        ("0 0 0", "0.00", Progress.COMPLETE),
    ],
)
def test_that_only_a_complete_panel_has_a_mark(text, mark, progress):
    state = panel_state(cells(text), RULE)
    assert (state.outcome.mark, state.progress) == (None if mark is None else D(mark), progress)


@pytest.mark.parametrize(
    ("points", "attendance", "mark"),
    [
        ("80", "", "80"), ("80", "late", "80"), ("80", "disciplined", "80"), ("80", "zeroed", "0"),
        (None, "zeroed", "0"), (None, "absent", None), ("80", "withdrawn", None), (None, "", None),
    ],
)  # fmt: skip
def test_that_a_written_mark_follows_the_attendance(points, attendance, mark):
    found = written_mark(None if points is None else D(points), attendance)
    assert found == (None if mark is None else D(mark))


def test_that_bonus_and_deduction_are_added_before_rounding():
    assert item_total(D("82.345"), [D("0.5"), D("-1.5")], 2) == D("81.35")
    assert item_total(None, [D("0.5")], 2) is None
