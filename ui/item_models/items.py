"""Items, judges and avoidances in tables."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.item_templates import KIND_NAMES, PANEL, QUIZ, WRITTEN_PART
from exam.rules.marks import show
from exam.rules.overtime import OvertimeRule, show_time
from exam.rules.panel import COMBINE_NAMES
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.panels import AvoidanceRow, JudgeRow

translate = QCoreApplication.translate


def item_model() -> RowsModel[ItemRow]:
    """The items in their order; the state says what is still missing."""
    return RowsModel(
        (
            Column(translate("ItemTable", "Item"), lambda row: row.name, stretch=True, bold=True),
            Column(translate("ItemTable", "Kind"), lambda row: words(KIND_NAMES[row.kind]), width=120, secondary=True,
                   tip=part_name),
            Column(translate("ItemTable", "Full mark"), lambda row: _figure(row, row.full), "right",
                   lambda row: row.full, width=72),
            Column(translate("ItemTable", "Weight"), lambda row: _figure(row, row.weight), "right",
                   lambda row: row.weight, width=64,
                   tip=lambda row: translate("ItemTable", "Against the other items of the same part")),
            Column(translate("ItemTable", "State"), _state, width=122, pill=True, tone=_tone, icon=_icon),
        ),
        row_key=lambda row: row.id,
    )  # fmt: skip


def part_name(row: ItemRow) -> str:
    """Written or on site."""
    written, on_site = translate("ItemTable", "written part"), translate("ItemTable", "on site")
    return written if row.part == WRITTEN_PART else on_site


def rule_words(row: ItemRow) -> str:
    """How the judges' marks become one mark, in one sentence."""
    rule = row.rule
    parts: list[str] = []
    if rule.drop_high or rule.drop_low:
        text = translate("ItemTable", "from {n} marks on {high} highest and {low} lowest dropped")
        parts.append(text.format(n=rule.trim_from, high=rule.drop_high, low=rule.drop_low))
    else:
        parts.append(translate("ItemTable", "no mark is dropped"))
    parts.append(words(COMBINE_NAMES[rule.combine]))
    if rule.coefficient != 1:
        parts.append(translate("ItemTable", "coefficient {n}").format(n=show(rule.coefficient)))
    if rule.places is not None:
        parts.append(translate("ItemTable", "{n} places").format(n=rule.places))
    parts.append(translate("ItemTable", "at least {n} judges").format(n=rule.minimum))
    return " · ".join(parts)


def judge_model() -> RowsModel[JudgeRow]:
    """The judges."""
    active, gone = translate("ItemTable", "Active"), translate("ItemTable", "Inactive")
    outside = translate("ItemTable", "from outside")
    return RowsModel(
        (
            Column(translate("ItemTable", "Judge"), lambda row: row.name, width=140, bold=True),
            Column(translate("ItemTable", "Unit"), lambda row: row.unit or outside, stretch=True),
            Column(translate("ItemTable", "Title"), lambda row: row.title, width=220, secondary=True),
            Column(translate("ItemTable", "Panels"), lambda row: str(row.seats), "right", lambda row: row.seats,
                   width=90),
            Column(translate("ItemTable", "State"), lambda row: active if row.active else gone, width=120, pill=True,
                   tone=lambda row: "ok" if row.active else "", icon=lambda row: "" if row.active else "circle-minus"),
        ),
        search_key=lambda row: f"{row.name} {row.unit} {row.title}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def avoidance_model() -> RowsModel[AvoidanceRow]:
    """Where a judge meets entrants of the own unit."""
    left_out = translate("ItemTable", "Left out")
    return RowsModel(
        (
            Column(translate("ItemTable", "Judge"), lambda row: row.judge, width=110),
            Column(translate("ItemTable", "Entrant"), lambda row: f"{row.code} {row.nominee}".strip(), width=150),
            Column(translate("ItemTable", "Unit"), lambda row: row.unit, width=160, secondary=True),
            Column(translate("ItemTable", "May mark because"), lambda row: row.reason or "–", stretch=True),
            Column(translate("ItemTable", "State"),
                   lambda row: translate("ItemTable", "May mark") if row.reason else left_out, width=120, pill=True,
                   tone=lambda row: "warn" if row.reason else "", icon=lambda row: "" if row.reason else "user-x"),
        ),
        row_key=lambda row: (row.judge_id, row.nominee_id),
    )  # fmt: skip


def _figure(row: ItemRow, value: Decimal) -> str:
    """A quiz belongs to the teams: it has no full mark and no weight among the items of people."""
    return "–" if row.kind == QUIZ else show(value)


def _state(row: ItemRow) -> str:
    if row.locked:
        return translate("ItemTable", "Locked")
    if row.kind == PANEL and row.judges == 0:
        return translate("ItemTable", "No judges yet")
    if row.kind == PANEL:
        return translate("ItemTable", "{n} judges").format(n=row.judges)
    return translate("ItemTable", "Ready")


def _tone(row: ItemRow) -> str:
    if row.locked:
        return ""
    return "warn" if row.kind == PANEL and row.judges < row.rule.minimum else "ok"


def _icon(row: ItemRow) -> str:
    return "lock" if row.locked else ""


def time_words(rule: OvertimeRule) -> str:
    """The time limit of an item and what passing it costs."""
    text = translate("ItemTable", "Limit {limit}; {points} points for every begun {step} seconds over it.").format(
        limit=show_time(rule.limit), points=show(rule.points), step=rule.step
    )
    if rule.most:
        text += " " + translate("ItemTable", "At most {most} points.").format(most=show(rule.most))
    return text
