"""Individual totals, each figure rounded half up at a named step.

Source: domain.md section 3. Items are brought to a full mark of 100, weighted into the written and the
on-site part, and these into the individual total (``team_totals`` goes on from there). Every printed
figure is rounded before it is used again, so that each sheet can be recomputed by hand. Missing is never 0:
without a mark that is still awaited there is no total.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from exam.rules.marks import Attendance
from exam.rules.panel import panel_mark, plain, round_half_up
from exam.rules.results import Basis, Extra, IndividualLine, ItemColumn, ItemWork, Step
from exam.words import QT_TRANSLATE_NOOP

HUNDRED = Decimal(100)
ZERO = Decimal(0)
WRITTEN, ON_SITE = "written", "on_site"

COUNTS_ZERO = frozenset({Attendance.ABSENT.value, Attendance.ZEROED.value, Attendance.WITHDRAWN.value})
"""States in an item that count 0; an excused entrant has no mark and therefore no total."""

def ratio(numerator: Decimal, denominator: Decimal, places: int) -> Decimal:
    """``numerator / denominator`` rounded half up once, from the exact quotient."""
    top, bottom = _whole(numerator.scaleb(places)), _whole(denominator)
    shift = max(top[1], bottom[1])
    above, below = top[0] * 10 ** (shift - top[1]), bottom[0] * 10 ** (shift - bottom[1])
    if below < 0:
        above, below = -above, -below
    whole = (2 * abs(above) + below) // (2 * below)
    return Decimal(-whole if above < 0 else whole).scaleb(-places)


def _whole(value: Decimal) -> tuple[int, int]:
    """``value`` as an integer and the number of decimal places that were shifted away."""
    sign, digits, exponent = value.as_tuple()
    number = int("".join(map(str, digits)) or "0") * (-1 if sign else 1)
    if not isinstance(exponent, int):
        raise ValueError("a mark must be a finite number")
    return (number * 10**exponent, 0) if exponent >= 0 else (number, -exponent)


def work_item(
    column: ItemColumn,
    basis: Basis,
    *,
    marks: Sequence[Decimal | None] = (),
    entered: Decimal | None = None,
    awaited: int = 0,
    state: str = "",
    extras: Sequence[Extra] = (),
) -> ItemWork:
    """The mark of one entrant in one item: panel or paper, bonus and deductions, brought to 100.

    ``marks`` are the judges' totals of a panel item, ``entered`` the mark of any other. There is no mark
    while one is awaited, when the panel is too small, or for an excused entrant.
    """
    if column.rule is not None and not awaited:
        entered = panel_mark(marks, column.rule).mark
    if state in COUNTS_ZERO:
        entered, awaited, extras = ZERO, 0, ()
    if state == Attendance.EXCUSED:
        entered, awaited = None, 0
    given, mark, hundred = tuple(extras), None, None
    if entered is not None and not awaited:
        mark = round_half_up(entered + sum((extra.points for extra in given), ZERO), basis.item_places)
        hundred = mark if column.full == HUNDRED else ratio(mark * HUNDRED, column.full, basis.item_places)
    return ItemWork(tuple(marks), awaited, state, entered, given, mark, hundred)


@dataclass(frozen=True, slots=True)
class PartOutcome:
    """The parts of an individual total (each of 100) and the total; ``None`` = not there yet."""

    written: Decimal | None
    on_site: Decimal | None
    total: Decimal | None


def part_weights(columns: Sequence[ItemColumn], basis: Basis) -> tuple[Decimal, Decimal]:
    """The shares of the written and the on-site part in percent; a part without items gives its share away."""
    has_written = any(column.part == WRITTEN for column in columns)
    has_on_site = any(column.part != WRITTEN for column in columns)
    if has_written and has_on_site:
        return basis.written_weight, HUNDRED - basis.written_weight
    return (HUNDRED, ZERO) if has_written else (ZERO, HUNDRED)


def effective_weights(items: Sequence[tuple[str, Decimal]], basis: Basis) -> list[Decimal]:
    """Each item's share of the individual total in percent, from ``(part, weight inside the part)``.

    Weights inside a part are relative; a part whose weights are all 0 is shared equally. Two places.
    """
    columns = [ItemColumn("", "", "", HUNDRED, weight, part) for part, weight in items]
    of_written, of_on_site = part_weights(columns, basis)
    shares: list[Decimal] = []
    for part, weight in items:
        own = [other for place, other in items if (place == WRITTEN) == (part == WRITTEN)]
        whole = sum(own, ZERO)
        share = of_written if part == WRITTEN else of_on_site
        shares.append(ratio(share * weight, whole, 2) if whole else ratio(share, Decimal(len(own)), 2))
    return shares


def individual_total(
    columns: Sequence[ItemColumn], work: Sequence[ItemWork], extras: Sequence[Extra], basis: Basis
) -> PartOutcome:
    """Both parts and the total of one entrant: parts and total rounded to the places of a total."""
    written = _part(columns, work, basis, written=True)
    on_site = _part(columns, work, basis, written=False)
    of_written, of_on_site = part_weights(columns, basis)
    if not columns or (of_written and written is None) or (of_on_site and on_site is None):
        return PartOutcome(written, on_site, None)
    raw = (of_written * (written or ZERO) + of_on_site * (on_site or ZERO)).scaleb(-2)
    total = round_half_up(raw, basis.total_places) + sum((extra.points for extra in extras), ZERO)
    return PartOutcome(written, on_site, round_half_up(total, basis.total_places))


def _part(
    columns: Sequence[ItemColumn], work: Sequence[ItemWork], basis: Basis, *, written: bool
) -> Decimal | None:
    chosen = [(c.share, w.hundred) for c, w in zip(columns, work, strict=True) if (c.part == WRITTEN) == written]
    top = whole = ZERO
    equal = not any(share for share, _ in chosen)
    for weight, hundred in chosen:
        if hundred is None:
            return None
        share = Decimal(1) if equal else weight
        top, whole = top + share * hundred, whole + share
    return ratio(top, whole, basis.total_places) if chosen else None


def is_missing(member: IndividualLine) -> bool:
    """Whether no total will come any more: withdrawn, disciplined, excused from an item, or never there."""
    excused = any(work.state == Attendance.EXCUSED for work in member.work)
    return member.status != "active" or excused or stayed_away(member.work)


def stayed_away(work: Sequence[ItemWork]) -> bool:
    """Absent from every item: a missing elite, not one with a total of 0."""
    return bool(work) and all(one.state == Attendance.ABSENT for one in work)


def extra_step(extra: Extra, level: int = 1) -> Step:
    """The line of a bonus or a deduction with its reason."""
    if extra.points < 0:
        text = QT_TRANSLATE_NOOP("exam", "Deduction: −{points} ({reason})")
        return Step(text, {"points": plain(-extra.points), "reason": extra.reason}, level=level)
    text = QT_TRANSLATE_NOOP("exam", "Bonus: +{points} ({reason})")
    return Step(text, {"points": plain(extra.points), "reason": extra.reason}, level=level)


def signed(points: Decimal) -> str:
    """`` + 2`` or `` − 2``, to be put behind a sum."""
    return f" + {plain(points)}" if points >= 0 else f" − {plain(-points)}"
