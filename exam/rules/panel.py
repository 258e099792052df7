"""The mark of a judge panel: drop highest and lowest, combine, multiply, round; and what looks doubtful.

Source: domain.md section 3 (panel mark, numbers). An absent or excused judge is ``None`` and left out of
the count, never 0. Rounding is half up at two named steps: the combined panel mark, then the mark
multiplied by the coefficient. That order reproduces published results; rounding once at the end does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Context, Decimal
from typing import Literal

from exam.errors import InvalidInput
from exam.rules.results import Step
from exam.words import QT_TRANSLATE_NOOP

Combine = Literal["mean", "sum", "median"]

COMBINE_NAMES: dict[str, str] = {
    "mean": QT_TRANSLATE_NOOP("exam", "mean of the rest"),
    "sum": QT_TRANSLATE_NOOP("exam", "sum of the rest"),
    "median": QT_TRANSLATE_NOOP("exam", "median of the rest"),
}

EXACT_DIGITS = 28
"""Significant digits of an unrounded mean that has no finite decimal form (places=None)."""

# Wide enough that sums of marks are exact and a quotient can never round into a false half.
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_NARROW = Context(prec=EXACT_DIGITS, rounding=ROUND_HALF_UP)
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class PanelRule:
    """How judges' marks become one mark.

    From ``trim_from`` valid marks on, ``drop_high`` highest and ``drop_low`` lowest are dropped (one copy
    each); with fewer, nothing is dropped. Fewer than ``minimum`` valid marks give no mark. ``places`` are
    decimal places at both rounding steps; ``None`` keeps the exact value.
    """

    drop_high: int = 1
    drop_low: int = 1
    trim_from: int = 5
    minimum: int = 3
    combine: Combine = "mean"
    coefficient: Decimal = Decimal(1)
    places: int | None = 2

    def __post_init__(self) -> None:
        coefficient = _number(self.coefficient)
        if coefficient is None:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "“{value}” is no coefficient. Type a number."), value=self.coefficient
            )
        object.__setattr__(self, "coefficient", coefficient)
        if min(self.drop_high, self.drop_low, self.trim_from, self.minimum) < 0 or (self.places or 0) < 0:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "Numbers of a panel rule cannot be negative. Type 0 or more.")
            )
        if self.combine not in ("mean", "sum", "median"):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "“{value}” is no way to combine marks. Choose mean, sum or median."),
                value=self.combine,
            )


@dataclass(frozen=True, slots=True)
class PanelOutcome:
    """A panel's mark, ``None`` when the panel is incomplete, with the marks used and dropped.

    ``used`` and ``dropped`` are in ascending order, so the order of the judges never shows in them; both
    are empty for an incomplete panel.
    """

    mark: Decimal | None
    used: tuple[Decimal, ...] = ()
    dropped: tuple[Decimal, ...] = ()


INCOMPLETE = PanelOutcome(None)


def panel_mark(marks: Sequence[Decimal | None], rule: PanelRule) -> PanelOutcome:
    """The mark of one entrant from the judges' ``marks``; ``None`` is a judge who did not mark.

    A panel below ``rule.minimum``, or of which dropping would leave nothing, gives no mark. With
    ``places=None`` the value is exact where it has a finite decimal form; a mean such as 250 / 3 is
    rounded half up to 28 significant digits. Raises :class:`InvalidInput` for a mark that is no number.
    """
    valid = sorted(_checked(mark) for mark in marks if mark is not None)
    count = len(valid)
    low, high = _cut(count, rule)
    if count == 0 or count < rule.minimum or low + high >= count:
        return INCOMPLETE
    used = tuple(valid[low : count - high])
    dropped = tuple(valid[:low] + valid[count - high :])
    return PanelOutcome(_factored(_rounded(_combined(used, rule.combine), rule.places), rule), used, dropped)


def dropped_places(marks: Sequence[Decimal | None], rule: PanelRule) -> tuple[int, ...]:
    """Which places of ``marks`` are dropped, in order; of equal marks the first judges'. For the screen."""
    order = sorted((index for index, mark in enumerate(marks) if mark is not None), key=lambda i: marks[i] or _ZERO)
    count = len(order)
    low, high = _cut(count, rule)
    if count < rule.minimum or low + high >= count:
        return ()
    lowest, rest = order[:low], order[low:]
    # The first of equal marks at the upper end, too, so that the same judge is not struck by the sort.
    top = sorted(rest, key=lambda i: (-(marks[i] or _ZERO), i))[:high]
    return tuple(sorted(lowest + top))


def explain_panel(marks: Sequence[Decimal | None], rule: PanelRule) -> tuple[Step, ...]:
    """The calculation of :func:`panel_mark` in words and figures, one line per step."""
    outcome = panel_mark(marks, rule)
    given = [mark for mark in marks if mark is not None]
    steps = [
        Step(
            QT_TRANSLATE_NOOP("exam", "Judges' marks: {marks}"),
            {"marks": ", ".join("–" if mark is None else plain(mark) for mark in marks)},
        )
    ]
    if outcome.mark is None:
        text = QT_TRANSLATE_NOOP("exam", "Incomplete: {count} marks, the rule asks for at least {minimum}")
        steps.append(Step(text, {"count": str(len(given)), "minimum": str(rule.minimum)}, kind="warning"))
        return tuple(steps)
    if outcome.dropped:
        low, high = _cut(len(given), rule)
        steps.append(
            Step(
                QT_TRANSLATE_NOOP("exam", "Dropped: lowest {low}, highest {high}"),
                {"low": _list(outcome.dropped[:low]), "high": _list(outcome.dropped[low : low + high])},
            )
        )
    else:
        text = QT_TRANSLATE_NOOP("exam", "Nothing is dropped: {count} marks")
        steps.append(Step(text, {"count": str(len(given))}))
    combined = _combined(outcome.used, rule.combine)
    steps.extend(_combining_steps(outcome.used, combined, rule))
    panel = _rounded(combined, rule.places)
    if rule.coefficient != 1:
        raw = _WIDE.multiply(panel, rule.coefficient)
        text = QT_TRANSLATE_NOOP("exam", "Times coefficient: {mark} × {coefficient} = {product}")
        values = {"mark": plain(panel), "coefficient": plain(rule.coefficient), "product": plain(raw)}
        steps.append(Step(text, values, raw))
        steps.extend(_rounding_step(raw, outcome.mark, rule))
    steps.append(Step(QT_TRANSLATE_NOOP("exam", "Panel mark"), {}, outcome.mark, kind="result"))
    return tuple(steps)


def far_from_others(marks: Sequence[Decimal | None], full: Decimal, percent: Decimal) -> tuple[bool, ...]:
    """Which marks lie ``percent`` of the scale (0 to ``full``) or more from the median of the others.

    At least two other marks are needed to say so. Source: domain.md section 3, default 15 %.
    """
    limit = _WIDE.divide(_WIDE.multiply(full, percent), Decimal(100))
    result: list[bool] = []
    for index, mark in enumerate(marks):
        others = [other for place, other in enumerate(marks) if place != index and other is not None]
        far = mark is not None and len(others) >= 2 and abs(mark - _median(sorted(others))) >= limit
        result.append(far)
    return tuple(result)


def sum_of_criteria(marks: Sequence[Decimal | None]) -> Decimal | None:
    """A judge's total from the marks per criterion; ``None`` while one is missing (missing is not zero)."""
    total = _ZERO
    for mark in marks:
        if mark is None:
            return None
        total = _WIDE.add(total, mark)
    return total if marks else None


def round_half_up(value: Decimal, places: int | None) -> Decimal:
    """``value`` to ``places`` decimal places, halves away from zero; unchanged for ``None``."""
    return _rounded(value, places) if places is not None else value


def plain(value: Decimal) -> str:
    """A figure without exponent and needless zeros; long unending ones end in an ellipsis."""
    text = format(value.normalize(_WIDE), "f") if value else "0"
    head, point, tail = text.partition(".")
    return f"{head}.{tail[:6]}…" if point and len(tail) > 8 else text


def _number(value: object) -> Decimal | None:
    """A finite decimal, or a whole number as one; ``None`` for everything else (a float is not what was typed)."""
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return value if isinstance(value, Decimal) and value.is_finite() else None


def _checked(mark: Decimal) -> Decimal:
    found = _number(mark)
    if found is None:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "“{mark}” is not a mark. Type a number."), mark=mark)
    return found


def _cut(count: int, rule: PanelRule) -> tuple[int, int]:
    return (rule.drop_low, rule.drop_high) if count >= rule.trim_from else (0, 0)


def _total(marks: Sequence[Decimal]) -> Decimal:
    total = _ZERO
    for mark in marks:
        total = _WIDE.add(total, mark)
    return total


def _median(ordered: Sequence[Decimal]) -> Decimal:
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return _WIDE.divide(_WIDE.add(ordered[middle - 1], ordered[middle]), Decimal(2))


def _combined(used: Sequence[Decimal], combine: Combine) -> Decimal:
    if combine == "median":
        return _median(used)
    total = _total(used)
    return total if combine == "sum" else _WIDE.divide(total, Decimal(len(used)))


def _rounded(value: Decimal, places: int | None) -> Decimal:
    return value if places is None else value.quantize(Decimal(1).scaleb(-places), context=_WIDE)


def _factored(mark: Decimal, rule: PanelRule) -> Decimal:
    product = mark if rule.coefficient == 1 else _WIDE.multiply(mark, rule.coefficient)
    if rule.places is not None:
        return _rounded(product, rule.places)
    return product if len(product.as_tuple().digits) <= EXACT_DIGITS else _NARROW.plus(product)


def _combining_steps(used: Sequence[Decimal], combined: Decimal, rule: PanelRule) -> list[Step]:
    listed = " + ".join(plain(mark) for mark in used)
    if rule.combine == "median":
        text = QT_TRANSLATE_NOOP("exam", "Median of {marks} = {median}")
        steps = [Step(text, {"marks": _list(used), "median": plain(combined)}, combined)]
    else:
        total = _total(used)
        text = QT_TRANSLATE_NOOP("exam", "Sum: {marks} = {sum}")
        steps = [Step(text, {"marks": listed, "sum": plain(total)}, total)]
        if rule.combine == "mean":
            text = QT_TRANSLATE_NOOP("exam", "Mean: {sum} ÷ {count} = {mean}")
            values = {"sum": plain(total), "count": str(len(used)), "mean": plain(combined)}
            steps.append(Step(text, values, combined))
    return steps + _rounding_step(combined, _rounded(combined, rule.places), rule)


def _rounding_step(value: Decimal, rounded: Decimal, rule: PanelRule) -> list[Step]:
    if rule.places is None or value == rounded:
        return []
    text = QT_TRANSLATE_NOOP("exam", "Rounded half up to {places} places: {mark}")
    return [Step(text, {"places": str(rule.places), "mark": format(rounded, "f")}, rounded)]


def _list(marks: Sequence[Decimal]) -> str:
    return ", ".join(plain(mark) for mark in marks) or "–"
