from __future__ import annotations

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules import roster


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("00123", "00123"),
        (" 00123\n", "00123"),
        ("００１２３", "00123"),
        ("ｈｂ－０１", "hb-01"),
        ("a.b_c-D", "a.b_c-D"),
    ],
)
def test_that_staff_numbers_are_made_uniform_and_keep_their_zeros(text: str, number: str) -> None:
    assert roster.staff_number(text) == number


@pytest.mark.parametrize("text", ["", "  ", "A 1", "张1", "x" * 33, "1/2", "10023.0", "10023.00", "1,2", "é1"])
def test_that_other_texts_are_no_staff_numbers(text: str) -> None:
    with pytest.raises(InvalidInput):
        roster.staff_number(text)


def test_that_a_number_saved_with_decimals_says_what_to_type() -> None:
    with pytest.raises(InvalidInput, match=r"Type 10023\."):
        roster.staff_number("10023.0")


@given(st.text(max_size=40))
def test_that_a_taken_staff_number_is_taken_again_unchanged(text: str) -> None:
    try:
        number = roster.staff_number(text)
    except InvalidInput:
        return
    assert roster.staff_number(number) == number
    assert number.isascii()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("张伟", "张伟"),
        (" 张　伟 ", "张伟"),
        ("张  伟", "张伟"),
        ("阿卜杜拉•买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉・买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉‧买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉．买买提", "阿卜杜拉·买买提"),
        ("阿卜杜拉.买买提", "阿卜杜拉·买买提"),
        ("John  Smith", "John Smith"),
        ("J. Smith", "J. Smith"),
        ("张𬭎", "张𬭎"),
        ("赵䶮", "赵䶮"),
        ("郎郎", "郎郎"),
        ("﨎", "﨎"),
    ],
)
def test_that_names_get_one_separator_and_no_padding(text: str, name: str) -> None:
    assert roster.person_name(text) == name


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "missing"),
        ("张?", "lost a character"),
        ("张？", "lost a character"),
        ("张\ufffd", "lost a character"),
        ("张\ue000", r"lost a character \(“U\+E000”"),
        ("张*伟", "lost a character"),
        ("锟斤拷", "wrong encoding"),
        ("å¼\xa0ä¼\x9f", "wrong encoding"),
        ("张\u200b伟", "invisible"),
        ("123", "no letter"),
        ("长" * 51, "at most 50"),
    ],
)
def test_that_damaged_names_are_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(InvalidInput, match=reason):
        roster.person_name(text)


def test_that_fifty_characters_fit() -> None:
    assert len(roster.person_name("阿" * 50)) == 50


@given(st.text(max_size=60))
def test_that_a_taken_name_is_storable_and_is_taken_again_unchanged(text: str) -> None:
    try:
        name = roster.person_name(text)
    except InvalidInput:
        return
    assert name.encode("gb18030").decode("gb18030") == name
    assert roster.person_name(name) == name
    assert not any(unicodedata.category(c) in ("Cc", "Cs", "Co") for c in name)


@pytest.mark.parametrize("text", ["是", "Y", "yes", "√", "1", "TRUE", " 在岗 ", "ｙ"])
def test_that_yes_is_understood(text: str) -> None:
    assert roster.yes_or_no(text) is True


@pytest.mark.parametrize("text", ["否", "N", "×", "0", "False", "未"])
def test_that_no_is_understood(text: str) -> None:
    assert roster.yes_or_no(text) is False


def test_that_nothing_is_neither_yes_nor_no() -> None:
    assert roster.yes_or_no(" ") is None
    with pytest.raises(InvalidInput):
        roster.yes_or_no("也许")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2015-03-01", date(2015, 3, 1)),
        ("2015/3/1", date(2015, 3, 1)),
        ("2015.3", date(2015, 3, 1)),
        ("2015年3月9日", date(2015, 3, 9)),
        ("2015年3月", date(2015, 3, 1)),
        ("20150301", date(2015, 3, 1)),
        ("２０１５－０３－０１", date(2015, 3, 1)),
        ("2015-03-01T08:30:00", date(2015, 3, 1)),
        ("", None),
    ],
)
def test_that_days_are_understood(text: str, day: date | None) -> None:
    assert roster.day(text) == day


@pytest.mark.parametrize("text", ["15-3-1", "2015-13-01", "2015-02-30", "42005", "三月", "0015-01-01"])
def test_that_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(InvalidInput):
        roster.day(text)


def test_that_spellings_of_a_unit_meet_in_one_key() -> None:
    assert roster.unit_key("江岸（一） 分公司") == roster.unit_key("江岸(一)分公司")


def test_that_a_sex_is_one_of_two_words_or_nothing() -> None:
    assert [roster.sex(text) for text in ("男", "f", "")] == ["男", "女", ""]
    with pytest.raises(InvalidInput):
        roster.sex("x")
