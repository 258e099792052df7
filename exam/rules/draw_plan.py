"""The plan of a draw: who is eligible, and how many people of each stratum are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from decimal import Decimal, InvalidOperation
from fractions import Fraction
from typing import Any

from exam.errors import InvalidInput
from exam.rules import quotas
from exam.words import QT_TRANSLATE_NOOP

FIXED = "fixed"
PERCENT = "percent"
PROPORTIONAL = "proportional"
METHODS = (FIXED, PERCENT, PROPORTIONAL)
METHOD_NAMES = {
    FIXED: QT_TRANSLATE_NOOP("exam", "Fixed number"),
    PERCENT: QT_TRANSLATE_NOOP("exam", "Percent"),
    PROPORTIONAL: QT_TRANSLATE_NOOP("exam", "By size"),
}
ROUNDING_NAMES = {
    quotas.CEIL: QT_TRANSLATE_NOOP("exam", "Round up"),
    quotas.HALF_UP: QT_TRANSLATE_NOOP("exam", "Round half up"),
    quotas.FLOOR: QT_TRANSLATE_NOOP("exam", "Round down"),
}
MOST = 1_000_000
_PLAIN = str.maketrans("０１２３４５６７８９．。％", "0123456789..%")

NOT_WINDOW = QT_TRANSLATE_NOOP("exam", "not window staff")
OFF_DUTY = QT_TRANSLATE_NOOP("exam", "not on duty")
NOT_CERTIFIED = QT_TRANSLATE_NOOP("exam", "not certified")
OTHER_POST = QT_TRANSLATE_NOOP("exam", "post not drawn from")
UNIT_CLOSED = QT_TRANSLATE_NOOP("exam", "unit takes no part")


@dataclass(frozen=True, slots=True)
class Eligibility:
    """Who may be drawn. ``posts`` empty means every post."""

    window_staff: bool = True
    on_duty: bool = True
    certified: bool = False
    posts: tuple[str, ...] = ()

    def reason_against(self, *, window_staff: bool, on_duty: bool, certified: bool, post: str) -> str | None:
        """Why a person with these properties is not eligible; None when eligible."""
        if self.window_staff and not window_staff:
            return NOT_WINDOW
        if self.on_duty and not on_duty:
            return OFF_DUTY
        if self.certified and not certified:
            return NOT_CERTIFIED
        if self.posts and post not in self.posts:
            return OTHER_POST
        return None


@dataclass(frozen=True, slots=True)
class LineRule:
    """How many of one stratum: ``value`` is a number of people (fixed) or percent; bounds are optional.

    ``alternates`` people are named after the drawn ones.
    """

    method: str = FIXED
    value: Decimal = Decimal(5)
    minimum: int | None = None
    maximum: int | None = None
    rounding: str = quotas.CEIL
    alternates: int = 2

    def checked(self) -> LineRule:
        """The rule itself; raises :class:`InvalidInput` where it makes no sense."""
        if self.method == FIXED and (self.value != self.value.to_integral_value() or not 0 <= self.value <= MOST):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{value} is not a number of people. Type a whole number from 0 on."),
                value=self.value,
            )
        if self.method == PERCENT and not 0 <= self.value <= 100:
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "{value} is not a percentage. Type a number from 0 to 100."),
                value=self.value,
            )
        bounds = [bound for bound in (self.minimum, self.maximum, self.alternates) if bound is not None]
        if any(not 0 <= bound <= MOST for bound in bounds):
            raise InvalidInput(
                QT_TRANSLATE_NOOP("exam", "Minimum, maximum and alternates are whole numbers from 0 on.")
            )
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise InvalidInput(
                QT_TRANSLATE_NOOP(
                    "exam", "The minimum {minimum} is above the maximum {maximum}. Lower one or raise the other."
                ),
                minimum=self.minimum, maximum=self.maximum,
            )
        return self


@dataclass(frozen=True, slots=True)
class PlanRules:
    """The rules of one draw: eligibility, the rule of every line without its own, and the places in all.

    ``total`` counts the places shared by the lines drawn *by size*.
    """

    eligibility: Eligibility = field(default_factory=Eligibility)
    line: LineRule = field(default_factory=LineRule)
    total: int = 0

    def to_data(self) -> dict[str, Any]:
        """Plain data, as stored."""
        data = asdict(self)
        data["eligibility"]["posts"] = list(self.eligibility.posts)
        data["line"]["value"] = format(self.line.value, "f")
        return data

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> PlanRules:
        """The rules from stored data; what is missing has its default."""
        eligibility = dict(data.get("eligibility", {}))
        if "posts" in eligibility:
            eligibility["posts"] = tuple(eligibility["posts"])
        line = dict(data.get("line", {}))
        if "value" in line:
            line["value"] = Decimal(line["value"])
        return cls(Eligibility(**eligibility), LineRule(**line), int(data.get("total", 0)))


@dataclass(frozen=True, slots=True)
class LineOutcome:
    """What a line comes to. ``wanted`` is what its rule asks for, ``places`` what the people allow."""

    rule: LineRule
    eligible: int
    wanted: int
    places: int
    alternates: int

    @property
    def shortfall(self) -> int:
        """People missing for the places its rule asks for."""
        return self.wanted - self.places

    @property
    def chance(self) -> Fraction | None:
        """The chance of one eligible person; None without eligible people."""
        return Fraction(self.places, self.eligible) if self.eligible else None


def work_out(
    sizes: Mapping[tuple[str, str], int], rules: PlanRules, own: Mapping[tuple[str, str], LineRule]
) -> dict[tuple[str, str], LineOutcome]:
    """Places of every ``(unit, post)`` stratum (post empty: one stratum per unit) from its eligible people.

    Raises :class:`InvalidInput` when the lines drawn by size cannot share the places.
    """
    rule_of = {key: own.get(key, rules.line) for key in sizes}
    by_size = {key: size for key, size in sizes.items() if rule_of[key].method == PROPORTIONAL}
    shared = quotas.proportional_within(
        by_size,
        rules.total,
        {key: bound for key in by_size if (bound := rule_of[key].minimum) is not None},
        {key: bound for key in by_size if (bound := rule_of[key].maximum) is not None},
    ) if by_size else {}
    found: dict[tuple[str, str], LineOutcome] = {}
    for key, size in sizes.items():
        rule = rule_of[key]
        if rule.method == PROPORTIONAL:
            wanted = places = shared[key]
        elif rule.method == PERCENT:
            places = quotas.percent(size, rule.value, rule.rounding, rule.minimum, rule.maximum)
            wanted = max(places, min(rule.minimum or 0, rule.maximum if rule.maximum is not None else MOST))
        else:
            wanted = int(rule.value)
            places = quotas.fixed(size, wanted)
        found[key] = LineOutcome(rule, size, wanted, places, min(rule.alternates, size - places))
    return found


def parse_number(text: str) -> Decimal:
    """A plain decimal number from what was typed (full-width digits taken); raises :class:`InvalidInput`."""
    plain = text.strip().translate(_PLAIN).removesuffix("%").strip()
    try:
        value = Decimal(plain)
    except InvalidOperation:
        value = Decimal("NaN")
    if not value.is_finite() or not plain.replace(".", "", 1).isdigit():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "“{value}” is not a number. Type digits."), value=text.strip())
    return value
