"""Every rule of the competition that is a setting: its default, stage, choices and words.

Defaults are those of the scheme (domain facts, section 3). A setting belongs to a stage and cannot be
changed once that stage is locked. Values are stored as text; :func:`parse` and :func:`write` convert.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from decimal import Decimal, InvalidOperation
from typing import Any

from exam.errors import InvalidInput
from exam.rules.stages import Stage
from exam.rules.stakes import stakes
from exam.words import QT_TRANSLATE_NOOP as _


@dataclass(frozen=True, slots=True)
class Choice:
    """One value a setting may take, with its words."""

    value: str
    text: str


def _setting(
    default: Any,
    stage: Stage,
    group: str,
    label: str,
    *,
    choices: tuple[Choice, ...] = (),
    low: Decimal | None = None,
    high: Decimal | None = None,
    unit: str = "",
    hint: str = "",
) -> Any:
    return field(
        default=default,
        metadata={
            "stage": stage,
            "group": group,
            "label": label,
            "choices": choices,
            "low": low,
            "high": high,
            "unit": unit,
            "hint": hint,
        },
    )


def _quiz(default: int, label: str, low: int = 0) -> Any:
    """Points of a quiz; what stands in the ledger keeps the points that it gave."""
    return _setting(
        Decimal(default), Stage.FINAL, QUIZ_GROUP, label, low=Decimal(low), high=Decimal(1000), unit=_("exam", "pts")
    )


D = Decimal
WRITTEN_GROUP = _("exam", "Written round")
PANEL_GROUP = _("exam", "Panel marks")
QUIZ_GROUP = _("exam", "Points of the quiz")
FINAL_GROUP = _("exam", "Nominations and totals")
TIES_GROUP = _("exam", "Ties")
CHECK_GROUP = _("exam", "Recheck and objections")

TIE_KEYS = {
    "on_site": _("exam", "on-site total"),
    "written": _("exam", "written mark"),
    "best_member": _("exam", "best single member"),
    "best_item": _("exam", "highest item mark"),
}


@dataclass(frozen=True, slots=True)
class Rules:
    """The settings of one competition. Marks and weights are exact decimals; percentages in percent."""

    written_full: Decimal = _setting(
        D(100), Stage.DRAW, WRITTEN_GROUP, _("exam", "Full mark of the written exam"), low=D(1), high=D(1000)
    )
    absence_rule: str = _setting(
        "zero",
        Stage.WRITTEN,
        WRITTEN_GROUP,
        _("exam", "Absent people in the unit average"),
        choices=(Choice("zero", _("exam", "count as 0")), Choice("leave_out", _("exam", "are left out"))),
        hint=_("exam", "Excused people are always left out."),
    )
    late_limit: int = _setting(
        15,
        Stage.WRITTEN,
        WRITTEN_GROUP,
        _("exam", "Late limit"),
        low=D(0),
        high=D(120),
        unit=_("exam", "minutes"),
    )
    earliest_hand_in: int = _setting(
        30,
        Stage.WRITTEN,
        WRITTEN_GROUP,
        _("exam", "Earliest hand-in"),
        low=D(0),
        high=D(600),
        unit=_("exam", "minutes"),
    )
    second_entry: str = _setting(
        "none",
        Stage.WRITTEN,
        WRITTEN_GROUP,
        _("exam", "Second entry of written marks"),
        choices=(
            Choice("none", _("exam", "none: another person compares the marks with the papers")),
            Choice("all", _("exam", "every mark is typed again, blind, by another person")),
        ),
        hint=_("exam", "A difference is settled by a third person from the paper."),
    )
    mark_step: Decimal = _setting(
        D("0.01"), Stage.WRITTEN, PANEL_GROUP, _("exam", "Smallest step of a mark"), low=D("0.01"), high=D(10)
    )
    drop_high: int = _setting(
        1,
        Stage.FINAL,
        PANEL_GROUP,
        _("exam", "Highest marks dropped"),
        low=D(0),
        high=D(2),
        hint=_("exam", "For new items; existing ones keep their own rule."),
    )
    drop_low: int = _setting(1, Stage.FINAL, PANEL_GROUP, _("exam", "Lowest marks dropped"), low=D(0), high=D(2))
    trim_from: int = _setting(
        5, Stage.FINAL, PANEL_GROUP, _("exam", "Drop from this many judges on"), low=D(1), high=D(15)
    )
    panel_minimum: int = _setting(
        3, Stage.FINAL, PANEL_GROUP, _("exam", "Fewest judges for a mark"), low=D(1), high=D(15)
    )
    panel_combine: str = _setting(
        "mean",
        Stage.FINAL,
        PANEL_GROUP,
        _("exam", "The remaining marks are"),
        choices=(
            Choice("mean", _("exam", "averaged")),
            Choice("sum", _("exam", "added")),
            Choice("median", _("exam", "reduced to the median")),
        ),
    )
    panel_places: int = _setting(2, Stage.FINAL, PANEL_GROUP, _("exam", "Places of a panel mark"), low=D(0), high=D(4))
    item_places: int = _setting(2, Stage.FINAL, PANEL_GROUP, _("exam", "Places of an item"), low=D(0), high=D(4))
    total_places: int = _setting(2, Stage.FINAL, PANEL_GROUP, _("exam", "Places of a total"), low=D(0), high=D(4))
    spread_warning: Decimal = _setting(
        D(15),
        Stage.FINAL,
        PANEL_GROUP,
        _("exam", "A mark is far from the others at"),
        low=D(1),
        high=D(100),
        unit=_("exam", "% of the scale"),
    )
    quiz_base: Decimal = _quiz(100, _("exam", "Points at the start"), low=-1000)
    quiz_required_right: Decimal = _quiz(10, _("exam", "Required question, right"))
    quiz_required_wrong: Decimal = _quiz(0, _("exam", "Required question, wrong: deducted"))
    quiz_buzzer_right: Decimal = _quiz(10, _("exam", "Buzzer question, right"))
    quiz_buzzer_wrong: Decimal = _quiz(10, _("exam", "Buzzer question, wrong: deducted"))
    quiz_foul: Decimal = _quiz(10, _("exam", "Pressed early: deducted"))
    quiz_stakes: str = _setting(
        "10,20,30",
        Stage.FINAL,
        QUIZ_GROUP,
        _("exam", "Stakes of a risk question"),
        hint=_("exam", "Chosen before the question is read; a wrong answer loses the stake."),
    )
    team_size_min: int = _setting(
        3, Stage.FINAL, FINAL_GROUP, _("exam", "Elites per unit, at least"), low=D(0), high=D(50)
    )
    team_size_max: int = _setting(
        4, Stage.FINAL, FINAL_GROUP, _("exam", "Elites per unit, at most"), low=D(1), high=D(50)
    )
    entrant_kind: str = _setting(
        "people",
        Stage.FINAL,
        FINAL_GROUP,
        _("exam", "Entrants are"),
        choices=(Choice("people", _("exam", "single people")), Choice("windows", _("exam", "windows or outlets"))),
        hint=_("exam", "Windows stand on the roster with their own number and name; they hold no certificate."),
    )
    nominee_certified: bool = _setting(True, Stage.FINAL, FINAL_GROUP, _("exam", "Elites must be certified"))
    group_count: int = _setting(3, Stage.FINAL, FINAL_GROUP, _("exam", "Groups"), low=D(1), high=D(50))
    coding_levels: int = _setting(
        1,
        Stage.FINAL,
        FINAL_GROUP,
        _("exam", "Levels of coding"),
        low=D(0),
        high=D(3),
        hint=_("exam", "0: open numbers. 1: codes from the lots. 2 and 3: secret codes, each drawn by another."),
    )
    written_weight: Decimal = _setting(
        D(30),
        Stage.FINAL,
        FINAL_GROUP,
        _("exam", "Written part of an individual total"),
        low=D(0),
        high=D(100),
        unit="%",
        hint=_("exam", "The on-site part has the rest."),
    )
    team_preset: str = _setting(
        "elites_only",
        Stage.RESULTS,
        FINAL_GROUP,
        _("exam", "Team total"),
        choices=(
            Choice("elites_only", _("exam", "Elites only: sum of the members' individual totals")),
            Choice("combined", _("exam", "Combined: all-staff average 30 %, final written 20 %, on-site 50 %")),
            Choice("placing_points", _("exam", "Placing points 8, 4, 2, 1")),
            Choice("own", _("exam", "Own components")),
            Choice("none", _("exam", "No team total: single people are selected")),
        ),
    )
    missing_elite: str = _setting(
        "zero",
        Stage.RESULTS,
        FINAL_GROUP,
        _("exam", "A missing elite in the team total"),
        choices=(Choice("zero", _("exam", "counts as 0")), Choice("leave_out", _("exam", "is left out"))),
    )
    individual_tie_keys: str = _setting(
        "on_site,written",
        Stage.RESULTS,
        TIES_GROUP,
        _("exam", "Equal individuals are separated by"),
        hint=_("exam", "In this order; people still equal share the place."),
    )
    team_tie_keys: str = _setting(
        "best_member,on_site",
        Stage.RESULTS,
        TIES_GROUP,
        _("exam", "Equal teams are separated by"),
        hint=_("exam", "In this order; teams still equal share the place."),
    )
    recheck_top: Decimal = _setting(
        D(30),
        Stage.RESULTS,
        CHECK_GROUP,
        _("exam", "Places re-checked in full, from the top"),
        low=D(0),
        high=D(100),
        unit="%",
    )
    recheck_sample: Decimal = _setting(
        D(15),
        Stage.RESULTS,
        CHECK_GROUP,
        _("exam", "Random sample of the rest, at least"),
        low=D(0),
        high=D(100),
        unit="%",
    )
    recheck_error_limit: Decimal = _setting(
        D(5),
        Stage.RESULTS,
        CHECK_GROUP,
        _("exam", "Everything is re-checked above this error rate"),
        low=D(0),
        high=D(100),
        unit="%",
    )
    appeal_hours: int = _setting(
        2,
        Stage.RESULTS,
        CHECK_GROUP,
        _("exam", "Objections within"),
        low=D(0),
        high=D(240),
        unit=_("exam", "hours"),
    )
    publicity_days: int = _setting(
        5,
        Stage.RESULTS,
        CHECK_GROUP,
        _("exam", "Publicity period"),
        low=D(0),
        high=D(60),
        unit=_("exam", "working days"),
    )
    certificate_prefix: str = _setting("FWDS", Stage.RESULTS, CHECK_GROUP, _("exam", "Prefix of certificate numbers"))


MOVES_RESULTS = frozenset(
    {
        "written_full", "absence_rule", "item_places", "total_places", "written_weight", "team_preset",
        "missing_elite", "individual_tie_keys", "team_tie_keys", "quiz_base",
    }
)  # fmt: skip
"""Rules that work on what is entered already: changing one may move places and awards."""


@dataclass(frozen=True, slots=True)
class SettingInfo:
    """A setting as a form shows it. ``kind``: decimal, int, bool, choice, keys, stakes, text."""

    key: str
    kind: str
    default: Any
    stage: Stage
    group: str
    label: str
    choices: tuple[Choice, ...]
    low: Decimal | None
    high: Decimal | None
    unit: str
    hint: str


KINDS: Mapping[type, str] = {bool: "bool", int: "int", Decimal: "decimal"}


def _info(item: Any) -> SettingInfo:
    default: object = item.default
    if item.metadata["choices"]:
        kind = "choice"
    elif item.name.endswith("_tie_keys"):
        kind = "keys"
    elif item.name.endswith("_stakes"):
        kind = "stakes"
    else:
        kind = KINDS.get(type(default), "text")
    return SettingInfo(key=item.name, kind=kind, default=default, **item.metadata)


SETTINGS: tuple[SettingInfo, ...] = tuple(_info(item) for item in fields(Rules))
BY_KEY: Mapping[str, SettingInfo] = {setting.key: setting for setting in SETTINGS}


def parse(key: str, text: str) -> Any:
    """The value of setting ``key`` from its text; :class:`InvalidInput` when it does not fit."""
    info = BY_KEY[key]
    text = text.strip()
    if info.kind == "choice":
        if text not in {choice.value for choice in info.choices}:
            raise InvalidInput(_("exam", "{value} is not one of the choices. Choose one from the list."), value=text)
        return text
    if info.kind == "bool":
        return text == "true"
    if info.kind == "keys":
        unknown = [part for part in text.split(",") if part and part not in TIE_KEYS]
        if unknown:
            raise InvalidInput(_("exam", "{value} is not a tie key. Choose keys from the list."), value=unknown[0])
        return text
    if info.kind == "stakes":
        return ",".join(write(stake) for stake in stakes(text))
    if info.kind == "text":
        return text
    return _number(info, text)


def _number(info: SettingInfo, text: str) -> Any:
    try:
        value = Decimal(text)
    except InvalidOperation:
        value = Decimal("NaN")
    whole = info.kind == "int"
    if not value.is_finite() or (whole and value != value.to_integral_value()):
        raise InvalidInput(_("exam", "“{value}” is not a number that fits here. Type a number."), value=text)
    if (info.low is not None and value < info.low) or (info.high is not None and value > info.high):
        raise InvalidInput(
            _("exam", "{value} is outside {low} to {high}. Type a number in this range."),
            value=text,
            low=info.low,
            high=info.high,
        )
    return int(value) if whole else value


def write(value: Any) -> str:
    """The stored text of a setting's value."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def rules_from(stored: Mapping[str, str]) -> Rules:
    """The rules of a competition from its stored settings; unknown keys are ignored."""
    return Rules(**{key: parse(key, text) for key, text in stored.items() if key in BY_KEY})
