"""Chinese line breaking."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.documents.fonts import SANS, width
from exam.documents.paragraphs import NO_START, break_lines

ALPHABET = st.sampled_from("在服务技能大赛中，。；：”》、）（《“abc123 .,%")


@given(st.text(ALPHABET, max_size=120), st.integers(60, 300))
def test_that_no_line_starts_with_a_closing_mark_or_is_too_wide(text, room):
    lines = break_lines(text, room, SANS, 10)
    for at, line in enumerate(lines):
        assert width(line, SANS, 10) <= room + 0.1
        if at and line and not all(c in NO_START for c in lines[at - 1][1:]):
            assert line[0] not in NO_START, lines


@given(st.text(ALPHABET, max_size=120), st.integers(60, 300))
def test_that_nothing_is_lost_but_blanks(text, room):
    assert "".join(break_lines(text, room, SANS, 10)).replace(" ", "") == text.replace(" ", "")


def test_that_words_and_numbers_stay_whole():
    assert break_lines("共计 1234567 人", 70, SANS, 10) == ["共计 1234567", "人"]


def test_that_a_closing_mark_takes_its_character_along():
    assert break_lines("一二三四五，六", 50, SANS, 10) == ["一二三四", "五，六"]


def test_that_an_opening_mark_goes_to_the_next_line():
    assert break_lines("一二三四（五六）", 50, SANS, 10) == ["一二三四", "（五六）"]


def test_that_line_feeds_are_kept():
    assert break_lines("一\n二", 500, SANS, 10) == ["一", "二"]


@pytest.mark.parametrize("length", [60, 200])
def test_that_a_word_wider_than_the_line_is_cut(length):
    lines = break_lines("x" * length, 100, SANS, 10)
    assert "".join(lines) == "x" * length
    assert len(lines) > 1
