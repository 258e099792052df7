"""Objective answers keyed per question and scored: single choice, multiple choice, true or false.

A key is written one question a line: ``1-20 单选 1 ABCDABCDABCDABCDABCD`` (numbers, kind, points each, right
answers). Several right letters of one multiple-choice question stand between blanks: ``21-23 多选 2 ABC AD BCD``.
A candidate's answers are typed the same way in one string: letters run together, multiple-choice answers parted
by blanks or commas, ``-`` for a question left out. Missing answers score nothing; that is a mark of 0, because the
sheet itself is there.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP

BLANK = "-"
LETTERS = "ABCDEFGH"
_TRUE, _FALSE = "T", "F"
_TRUTH = str.maketrans({"√": "T", "✓": "T", "对": "T", "正": "T", "×": "F", "✗": "F", "错": "F", "误": "F"})


class Kind(StrEnum):
    """The kind of a question."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    TRUE_FALSE = "true_false"


class PartRule(StrEnum):
    """What a multiple-choice answer scores that misses right letters and holds no wrong one.

    ``NONE``: nothing. ``PART``: its share of the right letters. ``HALF``: half the points. Any wrong letter
    scores nothing under every rule.
    """

    NONE = "none"
    PART = "part"
    HALF = "half"


_KINDS = {
    "单选": Kind.SINGLE, "单选题": Kind.SINGLE, "single": Kind.SINGLE,
    "多选": Kind.MULTIPLE, "多选题": Kind.MULTIPLE, "multiple": Kind.MULTIPLE,
    "判断": Kind.TRUE_FALSE, "判断题": Kind.TRUE_FALSE, "true/false": Kind.TRUE_FALSE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Question:
    """A question with its right answer (sorted letters; T or F) and its points."""

    number: int
    kind: Kind
    points: Decimal
    right: str


@dataclass(frozen=True, slots=True)
class AnswerKey:
    """All questions in order."""

    questions: tuple[Question, ...]

    @property
    def full(self) -> Decimal:
        """The points of all questions together."""
        return sum((question.points for question in self.questions), Decimal(0))


@dataclass(frozen=True, slots=True)
class Scored:
    """One candidate's answers with the points of each question."""

    answers: tuple[str, ...]
    points: tuple[Decimal, ...]

    @property
    def total(self) -> Decimal:
        """The points of all questions together."""
        return sum(self.points, Decimal(0))

    @property
    def text(self) -> str:
        """The answers in one fixed form, which :func:`read_answers` reads back."""
        return " ".join(answer or BLANK for answer in self.answers)


_KEY_LINE = re.compile(r"(\d+)(?:\s*-\s*(\d+))?\s+(\S+)\s+(\d+(?:\.\d+)?)\s+(.+)")
_BAD_LINE = QT_TRANSLATE_NOOP(
    "exam", "“{typed}” is not understood. Write numbers, kind, points and answers, such as 1-5 单选 2 ABCDA."
)
_BAD_COUNT = QT_TRANSLATE_NOOP(
    "exam", "Questions {numbers}: {count} answers for {expected} questions. Count them again."
)
_BAD_ANSWER = QT_TRANSLATE_NOOP("exam", "Question {number}: “{typed}” is no answer to this kind of question.")
_BAD_ORDER = QT_TRANSLATE_NOOP(
    "exam", "Question {number} is missing or stands twice in the key. Number them from 1 on."
)
_BAD_SHEET = QT_TRANSLATE_NOOP(
    "exam", "{count} answers for {expected} questions. Type - for a question that was left out."
)


def read_key(text: str) -> AnswerKey:
    """Read a key; :class:`InvalidInput` names the line or question that is wrong."""
    questions: list[Question] = []
    for line in filter(None, map(str.strip, _plain(text).splitlines())):
        found = _KEY_LINE.fullmatch(line)
        kind = _KINDS.get(found[3].lower()) if found else None
        if found is None or kind is None or Decimal(found[4]) <= 0:
            raise InvalidInput(_BAD_LINE, typed=line[:40])
        first, last = int(found[1]), int(found[2] or found[1])
        kinds = [kind] * max(0, last - first + 1)
        answers = _split(found[5], kinds)
        if len(answers) != len(kinds):
            raise InvalidInput(
                _BAD_COUNT, numbers=f"{first}-{last}", count=len(answers), expected=max(0, last - first + 1)
            )
        for number, answer in enumerate(answers, first):
            right = _answer(answer, kind, number)
            if not right or (kind is Kind.SINGLE and len(right) != 1):
                raise InvalidInput(_BAD_ANSWER, number=number, typed=answer)
            questions.append(Question(number, kind, Decimal(found[4]), right))
    for expected, question in enumerate(questions, 1):
        if question.number != expected:
            raise InvalidInput(_BAD_ORDER, number=min(expected, question.number))
    if not questions:
        raise InvalidInput(_BAD_LINE, typed="")
    return AnswerKey(tuple(questions))


def read_answers(text: str, key: AnswerKey) -> tuple[str, ...]:
    """One candidate's answers, one per question, empty where it was left out.

    Raises :class:`InvalidInput` when there are too many or too few, or a letter cannot be an answer.
    """
    answers = _split(_plain(text), [question.kind for question in key.questions])
    if len(answers) != len(key.questions):
        raise InvalidInput(_BAD_SHEET, count=len(answers), expected=len(key.questions))
    return tuple(
        _answer(answer, question.kind, question.number) for answer, question in zip(answers, key.questions, strict=True)
    )


def score(answers: tuple[str, ...], key: AnswerKey, part: PartRule, step: Decimal = Decimal("0.01")) -> Scored:
    """The points of each question; a share is rounded half up to ``step``."""
    points = tuple(
        _score(answer, question, part, step) for answer, question in zip(answers, key.questions, strict=True)
    )
    return Scored(answers, points)


def _score(answer: str, question: Question, part: PartRule, step: Decimal) -> Decimal:
    if answer == question.right:
        return question.points
    given, right = set(answer), set(question.right)
    if question.kind is not Kind.MULTIPLE or not given or not given < right or part is PartRule.NONE:
        return Decimal(0)
    share = Decimal(len(given)) / len(right) if part is PartRule.PART else Decimal("0.5")
    return (question.points * share / step).quantize(Decimal(1), rounding=ROUND_HALF_UP) * step


def _plain(text: str) -> str:
    # Before NFKC, which would take ✓ and √ for what they are but × for x.
    plain = unicodedata.normalize("NFKC", text.translate(_TRUTH))
    return plain.replace("—", BLANK).replace("–", BLANK).replace("_", BLANK)


def _split(text: str, kinds: list[Kind]) -> list[str]:
    """Single letters run together; an answer of several letters stands between blanks or commas."""
    words = re.split(r"[\s,;、，；]+", text.strip())
    if len(words) == len(kinds):
        return words
    parts: list[str] = []
    for word in words:
        at = len(parts)
        multiple = at < len(kinds) and kinds[at] is Kind.MULTIPLE
        parts += [word] if multiple else list(word)
    return parts


def _answer(text: str, kind: Kind, number: int) -> str:
    plain = text.strip().upper()
    if plain in ("", BLANK):
        return ""
    if kind is Kind.TRUE_FALSE:
        plain = {"Y": _TRUE, "A": _TRUE, "N": _FALSE, "B": _FALSE, "X": _FALSE}.get(plain, plain)
        fits = plain in (_TRUE, _FALSE)
    else:
        # Two letters to a single-choice question are an answer too, and a wrong one.
        fits = all(sign in LETTERS for sign in plain) and len(set(plain)) == len(plain)
    if not fits:
        raise InvalidInput(_BAD_ANSWER, number=number, typed=text)
    return "".join(sorted(plain))
