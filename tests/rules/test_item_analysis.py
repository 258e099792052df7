from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.item_analysis import analyse

LSAT_VI = {
    "00000": 3, "00001": 6, "00010": 2, "00011": 11, "00100": 1, "00101": 1, "00110": 3, "00111": 4,
    "01000": 1, "01001": 8, "01011": 16, "01101": 3, "01110": 2, "01111": 15, "10000": 10, "10001": 29,
    "10010": 14, "10011": 81, "10100": 3, "10101": 28, "10110": 15, "10111": 80, "11000": 16, "11001": 56,
    "11010": 21, "11011": 173, "11100": 11, "11101": 61, "11110": 28, "11111": 298,
}  # fmt: skip
"""Section VI of the Law School Admission Test: patterns of 1,000 people (Bock and Lieberman 1970)."""


def lsat(scale: str = "1") -> tuple[list[list[Decimal]], list[Decimal]]:
    marks = [
        [Decimal(answer) * Decimal(scale) for answer in pattern] for pattern, n in LSAT_VI.items() for _ in range(n)
    ]
    return marks, [Decimal(scale)] * 5


def rounded(values: list[Decimal | None], places: str) -> list[str]:
    return [str(value.quantize(Decimal(places))) for value in values if value is not None]


@pytest.mark.parametrize("scale", ["1", "2.5", "0.01"])
def test_that_the_published_figures_of_the_lsat_come_out(scale: str) -> None:
    marks, full = lsat(scale)
    assert sum(LSAT_VI.values()) == len(marks) == 1000
    found = analyse(marks, full)
    assert found.candidates == 1000
    assert not found.too_few
    assert rounded([found.alpha], "0.001") == ["0.295"]
    assert rounded([item.facility for item in found.items], "0.001") == ["0.924", "0.709", "0.553", "0.763", "0.870"]
    assert rounded([item.item_rest for item in found.items], "0.0001") == [
        "0.1128", "0.1532", "0.1728", "0.1444", "0.1216",
    ]  # fmt: skip


def test_that_alpha_without_an_item_is_the_alpha_of_the_others() -> None:
    marks, full = lsat()
    found = analyse(marks, full)
    for at in range(5):
        others = [row[:at] + row[at + 1 :] for row in marks]
        assert found.items[at].alpha_without == analyse(others, full[1:]).alpha


def test_that_what_is_not_defined_is_none_and_never_zero() -> None:
    one = analyse([[Decimal(3)], [Decimal(4)]], [Decimal(5)])
    assert one.alpha is None
    assert one.items[0].item_rest is None
    assert one.items[0].alpha_without is None
    assert one.items[0].facility == Decimal("0.7")
    assert one.too_few
    same = analyse([[Decimal(1), Decimal(2)]] * 40, [Decimal(2), Decimal(2)])
    assert same.alpha is None
    assert [item.item_rest for item in same.items] == [None, None]
    nobody = analyse([], [Decimal(2), Decimal(2)])
    assert nobody.alpha is None
    assert [item.facility for item in nobody.items] == [None, None]
    assert analyse([], []).items == ()


def test_that_everybody_right_in_one_item_leaves_only_that_item_undefined() -> None:
    marks = [[Decimal(1), Decimal(a), Decimal(b)] for a, b in ((0, 0), (1, 1), (1, 0), (1, 1))]
    found = analyse(marks, [Decimal(1)] * 3)
    assert found.items[0].item_rest is None
    assert found.items[0].facility == 1
    assert found.items[1].item_rest is not None
    assert found.alpha is not None


def test_that_a_paper_with_a_mark_too_few_is_refused() -> None:
    with pytest.raises(InvalidInput, match="each of the 2 items"):
        analyse([[Decimal(1), Decimal(2)], [Decimal(1)]], [Decimal(2), Decimal(2)])


@settings(max_examples=60, deadline=None)
@given(
    st.integers(2, 5).flatmap(
        lambda k: st.lists(
            st.lists(st.decimals(0, 100, places=2, allow_nan=False), min_size=k, max_size=k), min_size=2, max_size=12
        )
    )
)
def test_that_alpha_is_the_exact_quotient(marks: list[list[Decimal]]) -> None:
    def variance(values: list[Fraction]) -> Fraction:
        mean = sum(values) / len(values)
        return sum((value - mean) ** 2 for value in values) / (len(values) - 1)

    items = len(marks[0])
    rows = [[Fraction(points) for points in row] for row in marks]
    total = variance([sum(row, Fraction(0)) for row in rows])
    found = analyse(marks, [Decimal(100)] * items)
    if not total:
        assert found.alpha is None
        return
    parts = sum(variance([row[at] for row in rows]) for at in range(items))
    exact = Fraction(items, items - 1) * (1 - parts / total)
    assert found.alpha is not None
    assert abs(Fraction(found.alpha) - exact) <= abs(exact) * Fraction(1, 10**27)
    for item in found.items:
        assert item.item_rest is None or abs(item.item_rest) <= Decimal("1.0000000000000000000001")
