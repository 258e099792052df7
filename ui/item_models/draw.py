"""How the plan of a draw, those drawn, those kept out and the draws themselves stand in tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from exam.rules.draw_plan import FIXED, METHOD_NAMES, PERCENT
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.rules.draw_plan import LineRule
    from exam.services.draw_plan_rows import ExcludedRow, PlanLineRow
    from exam.services.draw_rows import DrawRow, PickRow, RecordUnit

translate = QCoreApplication.translate


def moment(value: datetime | None) -> str:
    """A moment as this workstation reads it; empty for None."""
    return value.astimezone().strftime("%Y-%m-%d %H:%M:%S") if value else ""


def percent(value: float) -> str:
    """A share as percent with one place."""
    return QLocale().toString(value * 100, "f", 1) + " %"


def rule_words(rule: LineRule) -> str:
    """A line's rule in few words, e.g. ``Percent 10 %``."""
    name = words(METHOD_NAMES[rule.method])
    if rule.method == FIXED:
        return f"{name} {rule.value:f}"
    bounds = ""
    if rule.minimum is not None:
        bounds += f" ≥ {rule.minimum}"
    if rule.maximum is not None:
        bounds += f" ≤ {rule.maximum}"
    return (f"{name} {rule.value.normalize():f} %" if rule.method == PERCENT else name) + bounds


def plan_model(with_posts: bool) -> RowsModel[PlanLineRow]:
    """The lines of the plan."""

    def state(row: PlanLineRow) -> str:
        if row.outcome.eligible == 0:
            return translate("DrawTables", "Nobody eligible")
        if row.outcome.shortfall > 0:
            return translate("DrawTables", "{count} too few").format(count=row.outcome.shortfall)
        return translate("DrawTables", "Own rule") if row.own else ""

    def chance(row: PlanLineRow) -> str:
        found = row.outcome.chance
        return "–" if found is None else f"{row.outcome.places}/{row.outcome.eligible}  {percent(float(found))}"

    columns: list[Column[PlanLineRow]] = [
        Column(translate("DrawTables", "Unit code"), lambda row: row.unit_code, width=84, secondary=True),
        Column(translate("DrawTables", "Unit"), lambda row: row.unit_name, stretch=True),
    ]
    if with_posts:
        columns.append(Column(translate("DrawTables", "Post"), lambda row: row.post or "–", width=110))
    figures: list[Column[PlanLineRow]] = [
        Column(
            translate("DrawTables", "Eligible"), lambda row: str(row.outcome.eligible), "right", width=84,
            sort_key=lambda row: row.outcome.eligible,
        ),
        Column(translate("DrawTables", "Rule"), lambda row: rule_words(row.outcome.rule), width=178, secondary=True),
        Column(
            translate("DrawTables", "To draw"), lambda row: str(row.outcome.places), "right", width=76, bold=True,
            sort_key=lambda row: row.outcome.places,
        ),
        Column(
            translate("DrawTables", "Alternates"), lambda row: str(row.outcome.alternates), "right", width=84,
            sort_key=lambda row: row.outcome.alternates,
        ),
        Column(translate("DrawTables", "Chance"), chance, width=204, sort_key=lambda row: row.outcome.chance),
        Column(
            translate("DrawTables", "Note"), state, width=132, pill=True,
            tone=lambda row: "warn" if row.outcome.shortfall > 0 or not row.outcome.eligible else "accent",
        ),
    ]  # fmt: skip
    return RowsModel(
        [*columns, *figures],
        row_key=lambda row: row.stratum,
        search_key=lambda row: f"{row.unit_name} {row.stratum}",
    )


def picks_model(names_by_id: Mapping[int, str]) -> RowsModel[PickRow]:
    """Drawn people and alternates; ``names_by_id`` tells for whom somebody stepped up."""

    def note(row: PickRow) -> str:
        if row.replaces_id is not None:
            return translate("DrawTables", "for {name}").format(name=names_by_id.get(row.replaces_id, ""))
        return note_of(row)

    names = {
        "valid": translate("DrawTables", "Drawn"),
        "waiting": translate("DrawTables", "Alternate"),
        "stepped_up": translate("DrawTables", "Stepped up"),
        "struck": translate("DrawTables", "Struck"),
    }
    tones = {"valid": "ok", "stepped_up": "ok", "struck": "error"}
    icons = {"struck": "ban", "stepped_up": "user-check", "waiting": "circle-dashed"}
    return RowsModel(
        (
            Column(translate("DrawTables", "Unit"), lambda row: row.unit_name, width=170,
                   sort_key=lambda row: (row.stratum, row.kind != "D", row.position)),
            Column(translate("DrawTables", "Draw no."), lambda row: row.place, "right", width=72, bold=True,
                   sort_key=lambda row: (row.kind != "D", row.position)),
            Column(translate("DrawTables", "Staff number"), lambda row: row.staff_number, width=130, secondary=True),
            Column(translate("DrawTables", "Name"), lambda row: row.name, width=130),
            Column(translate("DrawTables", "Post"), lambda row: row.post, width=110, secondary=True),
            Column(translate("DrawTables", "Ticket"), lambda row: row.shown_ticket, width=190, secondary=True,
                   tip=lambda row: row.ticket),
            Column(translate("DrawTables", "State"), lambda row: names[row.state], width=122, pill=True,
                   tone=lambda row: tones.get(row.state, ""), icon=lambda row: icons.get(row.state, "")),
            Column(translate("DrawTables", "Note"), note, stretch=True, secondary=True, tip=note),
        ),
        search_key=lambda row: f"{row.name} {row.staff_number} {row.unit_name}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def note_of(row: PickRow) -> str:
    """Why somebody was struck, and who approved it."""
    if row.state != "struck":
        return ""
    return translate("DrawTables", "{reason} (approved by {approver})").format(
        reason=row.strike_reason, approver=row.approver
    )


def excluded_model() -> RowsModel[ExcludedRow]:
    """People who are not drawn from, with the reason."""
    return RowsModel(
        (
            Column(translate("DrawTables", "Unit"), lambda row: row.unit_name, width=170),
            Column(translate("DrawTables", "Staff number"), lambda row: row.staff_number, width=120, secondary=True),
            Column(translate("DrawTables", "Name"), lambda row: row.name, width=110),
            Column(translate("DrawTables", "Reason"), reason_of, stretch=True),
            Column(translate("DrawTables", "Kept out"), lambda row: translate("DrawTables", "By hand") if row.by_hand
                   else translate("DrawTables", "By rule"), width=112, pill=True,
                   tone=lambda row: "accent" if row.by_hand else "",
                   icon=lambda row: "hand" if row.by_hand else "sliders-horizontal"),
        ),
        search_key=lambda row: f"{row.name} {row.staff_number} {row.unit_name} {row.reason}",
        row_key=lambda row: row.staff_id,
    )  # fmt: skip


def reason_of(row: ExcludedRow) -> str:
    """The reason as typed by hand, or the words of the rule."""
    return row.reason if row.by_hand else words(row.reason)


def frozen_model() -> RowsModel[RecordUnit]:
    """The lines of a frozen plan."""

    def chance(row: RecordUnit) -> str:
        found = row.chance
        return "–" if found is None else f"{row.quota}/{row.eligible}  {percent(float(found))}"

    return RowsModel(
        (
            Column(translate("DrawTables", "Unit"), lambda row: row.unit_name, stretch=True),
            Column(translate("DrawTables", "Post"), lambda row: row.post or "–", width=120, secondary=True),
            Column(translate("DrawTables", "Eligible"), lambda row: str(row.eligible), "right", width=100,
                   sort_key=lambda row: row.eligible),
            Column(translate("DrawTables", "To draw"), lambda row: str(row.quota), "right", width=100, bold=True,
                   sort_key=lambda row: row.quota),
            Column(translate("DrawTables", "Alternates"), lambda row: str(row.alternates_planned), "right", width=100,
                   sort_key=lambda row: row.alternates_planned),
            Column(translate("DrawTables", "Chance"), chance, width=170, sort_key=lambda row: row.chance),
        ),
        row_key=lambda row: row.stratum,
    )  # fmt: skip


def draws_model() -> RowsModel[DrawRow]:
    """All draws, void ones too."""
    names = {
        "planned": translate("DrawTables", "Planned"),
        "frozen": translate("DrawTables", "Frozen"),
        "run": translate("DrawTables", "Valid"),
        "void": translate("DrawTables", "Void"),
    }
    tones = {"frozen": "accent", "run": "ok", "void": "error"}
    icons = {"frozen": "snowflake", "void": "ban", "planned": "pencil"}
    return RowsModel(
        (
            Column(translate("DrawTables", "Label"), lambda row: row.label, width=170),
            Column(translate("DrawTables", "No."), lambda row: str(row.number), "right", width=56,
                   sort_key=lambda row: row.number),
            Column(translate("DrawTables", "State"), lambda row: names[row.state], width=104, pill=True,
                   tone=lambda row: tones.get(row.state, ""), icon=lambda row: icons.get(row.state, "")),
            Column(translate("DrawTables", "Frozen at"), lambda row: moment(row.frozen_at), width=160, secondary=True),
            Column(translate("DrawTables", "Freeze code"), lambda row: row.freeze_code[:16], width=160, secondary=True,
                   tip=lambda row: row.freeze_code),
            Column(translate("DrawTables", "Dice"), lambda row: row.dice, width=190, secondary=True),
            Column(translate("DrawTables", "Why void"), lambda row: row.void_reason, stretch=True,
                   tip=lambda row: row.void_reason),
        ),
        row_key=lambda row: row.id,
    )  # fmt: skip
