"""Our QR codes against segno, module by module, and the path against the code."""

from __future__ import annotations

import re

import segno
from hypothesis import given, settings
from hypothesis import strategies as st

from exam.documents.qr import CAPACITY, MASK, SIZE, VERSION, qr_path, qr_rows


def full(text: str) -> str:
    """``text`` filled to the capacity: segno pads shorter ones with one word more than the standard asks."""
    raw = text.encode("utf-8")[:CAPACITY].decode("utf-8", "ignore")
    return raw + "z" * (CAPACITY - len(raw.encode("utf-8")))


@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(min_codepoint=0x20, max_codepoint=0x2FFFF, exclude_categories=["Cs"]), max_size=60))
def test_that_every_module_is_as_segno_sets_it(text):
    text = full(text)
    expected = segno.make_qr(
        text, version=VERSION, error="m", mask=MASK, mode="byte", encoding="utf-8", boost_error=False, eci=False
    )
    rows = [int("".join("1" if module else "0" for module in row), 2) for row in expected.matrix]
    assert qr_rows(text) == rows


@given(st.text(max_size=40).filter(lambda text: "\ud800" not in text))
@settings(max_examples=40, deadline=None)
def test_that_the_path_fills_exactly_the_dark_modules(text):
    text = text.encode("utf-8", "ignore").decode("utf-8")
    filled = [0] * SIZE
    for x, y, wide, high in re.findall(r"(\d+) (\d+) (\d+) (\d+) re", qr_path(text)):
        assert high == "1"
        for at in range(int(x), int(x) + int(wide)):
            filled[SIZE - 1 - int(y)] |= 1 << (SIZE - 1 - at)
    assert filled == qr_rows(text)


def test_that_a_long_text_is_cut_at_a_whole_character():
    assert qr_rows("字" * 60) == qr_rows("字" * (CAPACITY // 3))
