"""Marks for a rehearsal: plausible, spread out, and always the same for the same staff number.

They come from a hash of the staff number and from nothing else; every summary that uses them says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256

from exam.rules.marks import Attendance

ON_SITE_WEIGHTS = (Decimal(40), Decimal(60))
"""Scenario simulation and business operation within the on-site part, in percent."""

WRITTEN_SHARE = Decimal("0.3")
OBJECTIVE_FULL, SUBJECTIVE_FULL = Decimal(40), Decimal(60)
"""Full marks of the two sections of the sample's paper."""
ANSWER_KEY = "1-15 单选 1 ACBDABCDDABCBAC\n16-25 判断 1 TFTTFFTFTT\n26-30 多选 3 ABC BD ACD AB BCD"
"""The key of its objective section: 30 questions that make 40 points."""
_ONES, _RIGHT = 25, (*tuple("ACBDABCDDABCBACTFTTFFTFTT"), "ABC", "BD", "ACD", "AB", "BCD")
_WRONG = {"A": "B", "B": "C", "C": "D", "D": "A", "T": "F", "F": "T"}


@dataclass(frozen=True, slots=True)
class RehearsalJudge:
    """A judge of the sample; ``unit`` is where the judge works (the rule of avoidance), or nothing."""

    name: str
    unit: str
    title: str


JUDGES = (
    RehearsalJudge("秦岚", "", "市场部主任"),
    RehearsalJudge("罗启明", "", "服务质量部经理"),
    RehearsalJudge("沈若虹", "", "培训中心讲师"),
    RehearsalJudge("顾平", "客户服务中心", "客户服务中心主任"),
    RehearsalJudge("郝建业", "", "网络部高级工程师"),
    RehearsalJudge("贺敏之", "", "外聘礼仪讲师"),
    RehearsalJudge("方正", "", "工会副主席"),
)


@dataclass(frozen=True, slots=True)
class EntrantMarks:
    """What an elite gets: the written mark and the mean of each of the two panels."""

    written: Decimal
    panel: tuple[Decimal, Decimal]

    @property
    def on_site(self) -> Decimal:
        """The on-site part that follows; exact to two places."""
        return (ON_SITE_WEIGHTS[0] * self.panel[0] + ON_SITE_WEIGHTS[1] * self.panel[1]) / 100

    @property
    def total(self) -> Decimal:
        """The total that follows by the default rules."""
        exact = WRITTEN_SHARE * self.written + (1 - WRITTEN_SHARE) * self.on_site
        return exact.quantize(Decimal("0.01"), ROUND_HALF_UP)


@dataclass(frozen=True, slots=True)
class WrittenResult:
    """What a candidate of the written round gets: a mark, or a state without one."""

    points: Decimal | None
    attendance: Attendance = Attendance.PRESENT


def written_results(staff_numbers: Sequence[str]) -> dict[str, WrittenResult]:
    """Marks of the written round, with what real rounds have: absences, an excuse, a zeroed paper, ties.

    Small rounds have fewer of them; with fewer than six people everybody sits.
    """
    ordered = sorted(staff_numbers, key=lambda number: _hash("attendance", number))
    found = {number: WrittenResult(_curve(number, "written", 52, 98)) for number in ordered}
    count = len(ordered)
    if count >= 6:
        found[ordered[0]] = WrittenResult(None, Attendance.ABSENT)
    if count >= 12:
        found[ordered[1]] = WrittenResult(None, Attendance.EXCUSED)
        found[ordered[2]] = WrittenResult(None, Attendance.ZEROED)
    for number in ordered[3 : 3 + count // 25]:
        found[number] = WrittenResult(None, Attendance.ABSENT)
    sat = sorted((n for n in ordered if found[n].points is not None), key=lambda n: (found[n].points, n), reverse=True)
    for one, other in ((2, 3), (7, 8)):
        if len(sat) > other:
            found[sat[other]] = found[sat[one]]
    return found


def entrant_marks(staff_number: str) -> EntrantMarks:
    """The marks of one elite in the final."""
    skill = _hash("skill", staff_number) % 13
    written = _curve(staff_number, "final", 70, 96)
    scene = Decimal(76 + skill) + _tenths("scene", staff_number, 70)
    operation = Decimal(74 + skill) + _tenths("operation", staff_number, 90)
    return EntrantMarks(written, (scene, operation))


def panel_marks(key: str, target: Decimal, left_out: Sequence[bool]) -> list[Decimal | None]:
    """Judges' marks in tenths whose trimmed mean is exactly ``target``; ``None`` for a judge who is left out.

    One highest and one lowest mark are dropped from five judges on, as the default rule does.
    """
    judges = [place for place, out in enumerate(left_out) if not out]
    trimmed = len(judges) >= 5
    middle = len(judges) - 2 if trimmed else len(judges)
    offsets = [Decimal(2 * step - (middle - 1)) * Decimal("0.4") for step in range(middle)]
    if trimmed:
        offsets = [offsets[0] - Decimal("0.9"), *offsets, offsets[-1] + Decimal("0.7")]
    found: list[Decimal | None] = [None] * len(left_out)
    judges.sort(key=lambda place: _hash("judge", f"{key}|{place}"))
    for place, offset in zip(judges, offsets, strict=True):
        found[place] = target + offset
    return found


def objective_part(points: Decimal) -> Decimal:
    """What of a whole mark was reached in the objective section: about its share, in whole points."""
    share = int(points * OBJECTIVE_FULL / (OBJECTIVE_FULL + SUBJECTIVE_FULL))
    return max(Decimal(share), -(-(points - SUBJECTIVE_FULL) // 1))


def answers_for(staff_number: str, points: Decimal) -> str:
    """Answers to :data:`ANSWER_KEY` that score ``points`` (whole, at most its 40), the harder questions wrong first."""
    lost = int(OBJECTIVE_FULL - points)
    several = min(len(_RIGHT) - _ONES, lost // 5)
    ones, threes = range(_ONES), range(_ONES, len(_RIGHT))
    wrong = set(_hardest(ones, staff_number)[: lost - 3 * several]) | set(_hardest(threes, staff_number)[:several])
    return " ".join(_WRONG.get(right, "-") if at in wrong else right for at, right in enumerate(_RIGHT))


def _hardest(questions: Sequence[int], staff_number: str) -> list[int]:
    """Hard ones tend to come first, for everybody in another order."""
    return sorted(questions, key=lambda at: _hash("hard", str(at)) % 60 + _hash(f"answer{at}", staff_number) % 100)


def _curve(staff_number: str, what: str, low: int, high: int) -> Decimal:
    """A mark in halves between ``low`` and ``high``, the middle more frequent than the ends."""
    steps = 2 * (high - low)
    three = sum(_hash(f"{what}{die}", staff_number) % (steps + 1) for die in range(3))
    return Decimal(low) + Decimal(three // 3) / 2


def _tenths(what: str, staff_number: str, most: int) -> Decimal:
    return Decimal(_hash(what, staff_number) % most) / 10


def _hash(what: str, text: str) -> int:
    return int.from_bytes(sha256(f"rehearsal|{what}|{text}".encode()).digest()[:8], "big")
