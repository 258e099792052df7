from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exam.errors import InvalidInput
from exam.rules.answers import AnswerKey, Kind, PartRule, Question, read_answers, read_key, score

KEY = read_key("1-3 单选 2 ABC\n4-5 多选 4 ABD AC\n6-7 判断 1 √×")
D = Decimal


def points(text: str, part: PartRule = PartRule.NONE) -> list[Decimal]:
    return list(score(read_answers(text, KEY), KEY, part).points)


def test_that_a_key_is_read_with_kinds_and_points() -> None:
    assert [question.kind for question in KEY.questions] == [Kind.SINGLE] * 3 + [Kind.MULTIPLE] * 2 + [
        Kind.TRUE_FALSE
    ] * 2
    assert [question.right for question in KEY.questions] == ["A", "B", "C", "ABD", "AC", "T", "F"]
    assert KEY.full == 16


@pytest.mark.parametrize(
    "typed",
    ["ABC ABD AC TF", "abc abd ac tf", "A B C DBA CA T F", "ＡＢＣ，ＡＢＤ，ＡＣ，√×", "A,B,C,ABD,AC,对,错"],
)
def test_that_the_usual_ways_of_writing_answers_are_understood(typed: str) -> None:
    assert points(typed) == [2, 2, 2, 4, 4, 1, 1]


def test_that_a_question_left_out_or_wrong_scores_nothing() -> None:
    assert points("-BD ABD - T-") == [0, 2, 0, 4, 0, 1, 0]


@pytest.mark.parametrize(
    ("part", "missing_one", "missing_two"),
    [(PartRule.NONE, "0", "0"), (PartRule.HALF, "2", "2"), (PartRule.PART, "2.67", "1.33")],
)
def test_that_an_incomplete_multiple_choice_follows_the_rule(
    part: PartRule, missing_one: str, missing_two: str
) -> None:
    assert points("ABC AB AC TF", part)[3] == D(missing_one)
    assert points("ABC D AC TF", part)[3] == D(missing_two)


@pytest.mark.parametrize("part", list(PartRule))
def test_that_one_wrong_letter_scores_nothing_under_every_rule(part: PartRule) -> None:
    assert points("ABC ABC AC TF", part)[3] == 0
    assert points("ABC ABCD AC TF", part)[3] == 0


def test_that_a_share_keeps_to_the_step_of_the_marks() -> None:
    key = AnswerKey((Question(1, Kind.MULTIPLE, D(2), "ABC"),))
    assert score(("A",), key, PartRule.PART, D("0.5")).total == D("0.5")


@pytest.mark.parametrize("typed", ["ABC ABD AC T", "ABC ABD AC TFT", "AB ABD AC TF", "ABC ABD AC TQ", "AZC ABD AC TF"])
def test_that_answers_that_do_not_fit_the_key_are_refused(typed: str) -> None:
    with pytest.raises(InvalidInput):
        read_answers(typed, KEY)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not understood"),
        ("1-5 填空 2 ABCDA", "not understood"),
        ("1-5 单选 0 ABCDA", "not understood"),
        ("1-5 单选 2 ABCD", "4 answers for 5"),
        ("1 单选 2 Z", "no answer"),
        ("1 单选 2 -", "no answer"),
        ("2 单选 2 A", "Question 1"),
        ("1 单选 2 A\n1 单选 2 B", "Question 1"),
    ],
)
def test_that_a_wrong_key_is_named(text: str, words: str) -> None:
    with pytest.raises(InvalidInput, match=words):
        read_key(text)


@given(st.lists(st.sampled_from(["", "A", "B", "AB", "ABC", "D", "ACD"]), min_size=7, max_size=7))
def test_that_no_answer_scores_more_than_its_question_and_the_text_reads_back(given: list[str]) -> None:
    answers = tuple(answer if at in (3, 4) else answer[:1] for at, answer in enumerate(given))
    answers = (*answers[:5], *({"A": "T", "B": "F"}.get(answer, "") for answer in answers[5:]))
    for part in PartRule:
        scored = score(answers, KEY, part)
        assert all(0 <= got <= question.points for got, question in zip(scored.points, KEY.questions, strict=True))
        assert read_answers(scored.text, KEY) == answers
