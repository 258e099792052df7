from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.rules.marks import EMPTY, Attendance, MarkScale, UnclearMark, check_points, parse_mark, show

HUNDRED = MarkScale(Decimal(100), Decimal("0.5"))
FINE = MarkScale(Decimal(100), Decimal("0.01"))
WHOLE = MarkScale(Decimal(100), Decimal(1))


@pytest.mark.parametrize(
    ("typed", "points"),
    [
        ("95", "95"),
        (" 95 ", "95"),
        ("９５", "95"),
        ("９５．５", "95.5"),
        ("95。5", "95.5"),
        ("95分", "95"),
        ("９５ 分", "95"),
        ("0", "0"),
        ("0.5", "0.5"),
        ("88.50", "88.5"),
        ("100", "100"),
        ("　95　", "95"),
    ],
)
def test_that_clear_input_gives_the_exact_mark(typed: str, points: str) -> None:
    assert parse_mark(typed, HUNDRED).points == Decimal(points)


@pytest.mark.parametrize("typed", ["", "  ", "　"])
def test_that_an_empty_cell_is_missing_and_not_zero(typed: str) -> None:
    assert parse_mark(typed, HUNDRED) == EMPTY
    assert parse_mark(typed, HUNDRED) != parse_mark("0", HUNDRED)


@pytest.mark.parametrize(
    ("typed", "state"),
    [
        ("/", Attendance.ABSENT),
        ("／", Attendance.ABSENT),
        ("缺考", Attendance.ABSENT),
        ("请假", Attendance.EXCUSED),
        ("违纪", Attendance.DISCIPLINED),
        ("作弊", Attendance.ZEROED),
        ("取消资格", Attendance.WITHDRAWN),
        ("*", Attendance.WITHDRAWN),
        ("＊", Attendance.WITHDRAWN),
        ("Absent", Attendance.ABSENT),
        ("迟到", Attendance.LATE),
    ],
)
def test_that_state_words_are_told_apart(typed: str, state: Attendance) -> None:
    assert parse_mark(typed, HUNDRED).attendance is state


@pytest.mark.parametrize(
    ("typed", "suggestion"),
    [
        ("980", "98.0"),
        ("885", "88.5"),
        ("9800", "98.00"),
        ("95,5", "95.5"),
        ("95，5", "95.5"),
        ("95..5", "95.5"),
        ("9 5", "95"),
        ("95.", "95"),
        (".5", "0.5"),
        ("095", "95"),
        ("-5", "5"),
        ("88.3", "88.5"),
        ("99.9", "100"),
        ("—", "/"),
        ("101.5", ""),
        ("九十五", ""),
        ("9_5", ""),
        ("1E2", ""),
        ("#DIV/0!", ""),
        ("=1+1", ""),
        ("nan", ""),
        ("1" * 60, ""),
    ],
)
def test_that_unclear_input_is_refused_with_what_it_may_have_meant(typed: str, suggestion: str) -> None:
    with pytest.raises(UnclearMark) as caught:
        parse_mark(typed, HUNDRED)
    assert caught.value.suggestion == suggestion
    if suggestion:
        parse_mark(suggestion, HUNDRED)


def test_that_a_doubled_key_is_repaired_when_no_point_can_have_been_lost() -> None:
    with pytest.raises(UnclearMark) as caught:
        parse_mark("855", WHOLE)
    assert caught.value.suggestion == "85"


def test_that_the_sentence_names_what_was_typed_and_the_range() -> None:
    with pytest.raises(UnclearMark, match=r"980 is outside 0 to 100\. Did you mean 98\.0\?"):
        parse_mark("980", HUNDRED)


@given(st.integers(min_value=0, max_value=10000))
def test_that_every_mark_of_the_scale_survives_writing_and_reading(hundredths: int) -> None:
    points = Decimal(hundredths) / 100
    assert parse_mark(show(points), FINE).points == points
    assert check_points(points, FINE) == points


@given(st.integers(min_value=0, max_value=10000))
def test_that_full_width_typing_means_the_same(hundredths: int) -> None:
    plain = show(Decimal(hundredths) / 100)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in plain)
    assert parse_mark(wide, FINE) == parse_mark(plain, FINE)


@given(st.text(max_size=30))
def test_that_any_text_is_read_or_refused_and_never_guessed_out_of_range(text: str) -> None:
    try:
        read = parse_mark(text, HUNDRED)
    except UnclearMark as unclear:
        if unclear.suggestion:
            parse_mark(unclear.suggestion, HUNDRED)
    else:
        assert read.points is None or HUNDRED.holds(read.points)


@given(st.integers(min_value=21, max_value=199))
def test_that_a_lost_point_leaves_the_range(halves: int) -> None:
    typed = f"{halves // 2}.{'05'[halves % 2]}"
    with pytest.raises(UnclearMark) as caught:
        parse_mark(typed.replace(".", ""), HUNDRED)
    assert Decimal(caught.value.suggestion) == Decimal(typed)


def test_that_places_follow_the_step() -> None:
    assert [MarkScale(step=Decimal(step)).places for step in ("0.01", "0.5", "1", "5")] == [2, 1, 0, 0]
