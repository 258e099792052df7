"""The words of the papers."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest

from exam.documents.texts import Texts, chinese_date, figure, in_column, percent, plain, signed
from resources import path


@pytest.mark.parametrize(
    ("when", "shown"),
    [
        (date(2026, 11, 22), "二〇二六年十一月二十二日"),
        (date(2030, 10, 10), "二〇三〇年十月十日"),
        (date(2009, 1, 30), "二〇〇九年一月三十日"),
        (date(2027, 12, 31), "二〇二七年十二月三十一日"),
    ],
)
def test_that_days_are_written_in_chinese_numerals(when, shown):
    assert chinese_date(when) == shown
    assert "\u3007" in shown


def test_that_control_and_direction_characters_are_dropped():
    assert plain("张\u202e三\x00\u200b\tA") == "张三 A"
    assert plain("一\r\n二") == "一\n二"
    assert plain(None) == ""


def test_that_both_languages_have_the_same_words():
    def shape(value):
        if isinstance(value, dict):
            return {key: shape(part) for key, part in value.items()}
        return len(value) if isinstance(value, list) else type(value).__name__

    zh, en = (json.loads(path("texts", f"{name}.json").read_text("utf-8")) for name in ("zh", "en"))
    assert shape(zh) == shape(en)


def test_that_braces_in_a_name_are_only_text():
    assert Texts("zh")("certificate.greeting.individual", name="{x}") == "{x}同志："


def test_that_a_missing_mark_is_never_a_number():
    assert figure(None) == "—"
    assert figure(Decimal("0.00")) == "0.00"
    assert percent(None) == "—"
    assert signed(Decimal("-0.50")) == "\u22120.50"
    assert signed(Decimal(0)) == ""


def test_that_marks_below_each_other_have_the_same_places_and_missing_ones_are_no_zero():
    marks = [Decimal("84.00"), Decimal("54.50"), None, Decimal(0), Decimal("-0.00")]
    assert in_column(marks) == ["84.0", "54.5", "—", "0.0", "0.0"]
    assert in_column([Decimal("10.00"), Decimal(-5), Decimal(0), None], "", signs=True) == ["+10", "\u22125", "0", ""]
    assert in_column([]) == []
