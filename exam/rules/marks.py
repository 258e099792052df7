"""What people type for a mark, read strictly: an exact decimal, a state, or nothing.

A mark that could mean two things is refused with a suggestion, never guessed. Missing is not zero.
Source: domain.md sections 2 and 3 (states, exact decimals), desk.md "Entering marks".
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from exam.errors import InvalidInput
from exam.words import QT_TRANSLATE_NOOP


class Attendance(StrEnum):
    """How a candidate took part in a sitting (参考状态)."""

    PRESENT = "present"
    LATE = "late"
    ABSENT = "absent"
    EXCUSED = "excused"
    DISCIPLINED = "disciplined"
    ZEROED = "zeroed"
    WITHDRAWN = "withdrawn"

    @property
    def sat(self) -> bool:
        """Whether the candidate was in the room and wrote; the numerator of the participation rate."""
        return self in _SAT

    @property
    def takes_marks(self) -> bool:
        """Whether marks can stand for this candidate. A zeroed paper keeps what was marked, but counts 0."""
        return self in _SAT


_SAT = frozenset({Attendance.PRESENT, Attendance.LATE, Attendance.DISCIPLINED, Attendance.ZEROED})

STATES: Mapping[str, Attendance | None] = {"": None, **{state.value: state for state in Attendance}}
"""What a stored state means; empty = nothing is known yet. Looked up, since lists of 20,000 ask for each."""

SEALED_STATES: Mapping[str, Attendance | None] = STATES | {
    Attendance.LATE.value: Attendance.PRESENT, Attendance.DISCIPLINED.value: Attendance.PRESENT,
}  # fmt: skip
"""What is told of a sealed paper. Who came late is known by name at the sign-in: were it told here, the only late
paper would say whose it is. A zeroed paper stays one, since it needs no mark."""

_STATE_WORDS: dict[str, Attendance] = {
    "正常": Attendance.PRESENT,
    "参考": Attendance.PRESENT,
    "到考": Attendance.PRESENT,
    "present": Attendance.PRESENT,
    "迟到": Attendance.LATE,
    "late": Attendance.LATE,
    "/": Attendance.ABSENT,
    "缺": Attendance.ABSENT,
    "缺考": Attendance.ABSENT,
    "缺席": Attendance.ABSENT,
    "未到": Attendance.ABSENT,
    "未参考": Attendance.ABSENT,
    "absent": Attendance.ABSENT,
    "请假": Attendance.EXCUSED,
    "病假": Attendance.EXCUSED,
    "事假": Attendance.EXCUSED,
    "公假": Attendance.EXCUSED,
    "excused": Attendance.EXCUSED,
    "违纪": Attendance.DISCIPLINED,
    "disciplined": Attendance.DISCIPLINED,
    "作弊": Attendance.ZEROED,
    "作弊零分": Attendance.ZEROED,
    "舞弊": Attendance.ZEROED,
    "zeroed": Attendance.ZEROED,
    "*": Attendance.WITHDRAWN,
    "取消": Attendance.WITHDRAWN,
    "取消资格": Attendance.WITHDRAWN,
    "withdrawn": Attendance.WITHDRAWN,
}

ATTENDANCE_NAMES = {
    Attendance.PRESENT: QT_TRANSLATE_NOOP("exam", "Present"),
    Attendance.LATE: QT_TRANSLATE_NOOP("exam", "Late"),
    Attendance.ABSENT: QT_TRANSLATE_NOOP("exam", "Absent"),
    Attendance.EXCUSED: QT_TRANSLATE_NOOP("exam", "Excused"),
    Attendance.DISCIPLINED: QT_TRANSLATE_NOOP("exam", "Disciplined"),
    Attendance.ZEROED: QT_TRANSLATE_NOOP("exam", "Zeroed for cheating"),
    Attendance.WITHDRAWN: QT_TRANSLATE_NOOP("exam", "Disqualified"),
}
"""States in words, for screens and papers."""

_TYPED_FORMS = {
    Attendance.PRESENT: "正常",
    Attendance.LATE: "迟到",
    Attendance.ABSENT: "/",
    Attendance.EXCUSED: "请假",
    Attendance.DISCIPLINED: "违纪",
    Attendance.ZEROED: "作弊零分",
    Attendance.WITHDRAWN: "*",
}


def typed_form(state: Attendance) -> str:
    """What a person types for this state; :func:`parse_mark` reads it back."""
    return _TYPED_FORMS[state]


@dataclass(frozen=True, slots=True)
class MarkScale:
    """The marks that exist: 0 to ``full``, in steps of ``step``."""

    full: Decimal = Decimal(100)
    step: Decimal = Decimal("0.01")

    @property
    def places(self) -> int:
        """Decimal places that the step needs: 2 for 0.01, 1 for 0.5, 0 for 1."""
        exponent = self.step.normalize().as_tuple().exponent
        return max(0, -exponent) if isinstance(exponent, int) else 0

    def holds(self, points: Decimal) -> bool:
        """Whether ``points`` is a mark of this scale."""
        return Decimal(0) <= points <= self.full and self.on_step(points)

    def on_step(self, points: Decimal) -> bool:
        """Whether ``points`` is a whole number of steps."""
        return points % self.step == 0


@dataclass(frozen=True, slots=True)
class MarkInput:
    """What was typed, understood. Both ``None``: the cell is to be empty (missing, not zero)."""

    points: Decimal | None = None
    attendance: Attendance | None = None

    @property
    def empty(self) -> bool:
        """Whether nothing was typed."""
        return self.points is None and self.attendance is None


EMPTY = MarkInput()


class UnclearMark(InvalidInput):
    """The typed text is no mark of the scale; ``suggestion`` is what it may have meant, or empty."""

    @property
    def suggestion(self) -> str:
        """A text that would be accepted in its place, or an empty string."""
        return str(self.params.get("suggestion", ""))


_PLAIN = re.compile(r"(0|[1-9][0-9]*)(\.[0-9]+)?")
_DOTS = str.maketrans({"。": ".", "｡": ".", "．": "."})
_MARK_LIMIT = 20

_OUT_OF_RANGE = QT_TRANSLATE_NOOP("exam", "{typed} is outside 0 to {full}. Type a mark within the range.")
_MAYBE_OUT_OF_RANGE = QT_TRANSLATE_NOOP("exam", "{typed} is outside 0 to {full}. Did you mean {suggestion}?")
_OFF_STEP = QT_TRANSLATE_NOOP("exam", "{typed} is not in steps of {step}. Did you mean {suggestion}?")
_NOT_A_MARK = QT_TRANSLATE_NOOP("exam", "“{typed}” is not a mark. Type a number, / for absent, or leave it empty.")
_MAYBE_NOT_A_MARK = QT_TRANSLATE_NOOP("exam", "“{typed}” can be read in two ways. Did you mean {suggestion}?")


def parse_mark(text: str, scale: MarkScale) -> MarkInput:
    """Read what a person typed or pasted.

    Full-width digits, ``．`` ``。`` and a trailing ``分`` are understood; ``/`` and 缺考 mean absent, ``*``
    and 取消资格 withdrawn. Raises :class:`UnclearMark` for everything that is no mark of ``scale``.
    """
    typed = text.strip()
    plain = normalise(text)
    if not plain:
        return EMPTY
    state = _STATE_WORDS.get(plain.lower())
    if state is not None:
        return MarkInput(attendance=state)
    if len(plain) > _MARK_LIMIT:
        raise UnclearMark(_NOT_A_MARK, typed=typed[:_MARK_LIMIT] + "…", suggestion="")
    if _PLAIN.fullmatch(plain):
        return MarkInput(points=_checked(plain, typed, scale))
    suggestion = _guess(plain, scale)
    if suggestion:
        raise UnclearMark(_MAYBE_NOT_A_MARK, typed=typed, suggestion=suggestion)
    raise UnclearMark(_NOT_A_MARK, typed=typed, suggestion="")


def check_points(points: Decimal, scale: MarkScale) -> Decimal:
    """``points`` in its shortest form, or :class:`UnclearMark` when it is no mark of ``scale``."""
    if not points.is_finite():
        raise UnclearMark(_NOT_A_MARK, typed=str(points), suggestion="")
    typed = show(points)
    return _checked(typed, typed, scale)


def normalise(text: str) -> str:
    """The text with full-width forms mapped, blanks trimmed and a closing 分 removed."""
    plain = unicodedata.normalize("NFKC", text.translate(_DOTS)).strip()
    if plain.endswith("分") and plain[:-1].rstrip()[-1:].isdigit():
        plain = plain[:-1].rstrip()
    return plain


def show(points: Decimal) -> str:
    """A mark as people write it: no exponent, no needless zeros (95, 88.5)."""
    plain = format(points.normalize(), "f") if points else "0"
    return "0" if plain == "-0" else plain


def _checked(plain: str, typed: str, scale: MarkScale) -> Decimal:
    points = Decimal(plain)
    if points > scale.full or points < 0:
        suggestion = _repair(plain, scale)
        text = _MAYBE_OUT_OF_RANGE if suggestion else _OUT_OF_RANGE
        raise UnclearMark(text, typed=typed, full=show(scale.full), suggestion=suggestion)
    if not scale.on_step(points):
        steps = (points / scale.step).quantize(Decimal(1), rounding=ROUND_HALF_UP)
        nearest = show(min(steps * scale.step, scale.full))
        raise UnclearMark(_OFF_STEP, typed=typed, step=show(scale.step), suggestion=nearest)
    return Decimal(show(points))


def _repair(plain: str, scale: MarkScale) -> str:
    """The likeliest mark behind a number that is too big: a lost point first, then a doubled key."""
    digits = plain.lstrip("-")
    if digits != plain and _fits(digits, scale):
        return digits
    if "." not in digits:
        for places in range(1, len(digits)):
            shifted = f"{digits[:-places]}.{digits[-places:]}"
            if _fits(shifted, scale):
                return shifted
    for index in range(1, len(digits)):
        if digits[index] == digits[index - 1]:
            single = digits[:index] + digits[index + 1 :]
            if _fits(single, scale):
                return single
    return ""


def _fits(plain: str, scale: MarkScale) -> bool:
    return bool(_PLAIN.fullmatch(plain)) and scale.holds(Decimal(plain))


def _guess(plain: str, scale: MarkScale) -> str:
    """A mark that an unclear text may have meant; empty when nothing fits the scale."""
    if plain in {"-", "--", "—", "——", "无", "无成绩", "x", "X", "×"}:
        return "/"
    points = re.sub(r"[,·、;:'`]", ".", plain)
    candidates = (
        points,
        re.sub(r"\.{2,}", ".", points),
        re.sub(r"\s+", "", points),
        re.sub(r"(?<=\d),(?=\d{3})", "", plain),
        points.rstrip("."),
        "0" + points if points.startswith(".") else points,
        points.lstrip("0") or "0",
        re.sub(r"^0+(?=[0-9])", "", points),
        points.lstrip("-+"),
    )
    return next((candidate for candidate in candidates if _fits(candidate, scale)), "")
