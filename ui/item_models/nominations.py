"""Units with the size of their teams, and nominees, in tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.nominations import STATUS_NAMES, group_letter
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.services.finals import EligibleRow, NomineeRow, TeamRow

translate = QCoreApplication.translate
TONES = {"none": "", "few": "warn", "full": "ok", "many": "error"}


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A line of the list of units; ``unit_id`` None stands for all units."""

    unit_id: int | None
    name: str
    count: str
    state: str
    tone: str


def unit_lines(teams: list[TeamRow]) -> list[UnitLine]:
    """All units first, then each with how many it nominated and may nominate."""
    state = {
        "none": translate("NominationTable", "Nobody yet"),
        "few": translate("NominationTable", "Too few"),
        "full": translate("NominationTable", "Complete"),
        "many": translate("NominationTable", "Too many"),
    }
    done = sum(team.state == "full" for team in teams)
    lines = [
        UnitLine(
            None, translate("NominationTable", "All units"), str(sum(team.nominated for team in teams)),
            translate("NominationTable", "{done} of {all} units are complete").format(done=done, all=len(teams)),
            "ok" if done == len(teams) else "accent",
        )
    ]  # fmt: skip
    for team in teams:
        size = f"{team.minimum}–{team.maximum}" if team.minimum != team.maximum else str(team.maximum)
        lines.append(UnitLine(team.unit_id, team.unit, f"{team.nominated} / {size}", state[team.state],
                              TONES[team.state]))  # fmt: skip
    return lines


def unit_model() -> RowsModel[UnitLine]:
    """The units."""
    return RowsModel(
        (
            Column(translate("NominationTable", "Unit"), lambda row: row.name, stretch=True),
            Column(translate("NominationTable", "Elites"), lambda row: row.count, width=112, pill=True,
                   tone=lambda row: row.tone, icon=lambda row: "" if row.tone else "circle-dashed",
                   tip=lambda row: row.state),
        ),
        search_key=lambda row: row.name,
        row_key=lambda row: row.unit_id or 0,
    )  # fmt: skip


def nominee_model() -> RowsModel[NomineeRow]:
    """The elites; a reason stands in the tip of the state."""
    return RowsModel(
        (
            Column(translate("NominationTable", "Entrant code"), lambda row: row.code or "–", width=92, bold=True,
                   sort_key=lambda row: (not row.code, row.code, row.unit_code, row.staff_number)),
            Column(translate("NominationTable", "Name"), lambda row: row.name, width=140,
                   tip=lambda row: row.name, sort_key=lambda row: (row.initials, row.name)),
            Column(translate("NominationTable", "Staff number"), lambda row: row.staff_number, width=108,
                   secondary=True),
            Column(translate("NominationTable", "Unit"), lambda row: row.unit, stretch=True,
                   tip=lambda row: row.post),
            Column(translate("NominationTable", "Group"), lambda row: group_letter(row.group) or "–", width=64,
                   sort_key=lambda row: row.group or 0),
            Column(translate("NominationTable", "State"), state_text, width=118, pill=True, tone=_tone, icon=_icon,
                   tip=_tip),
        ),
        search_key=lambda row: f"{row.code} {row.name} {row.staff_number} {row.initials} {row.unit}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def state_text(row: NomineeRow) -> str:
    """The word of an elite's state."""
    if row.active and row.replaces:
        return translate("NominationTable", "Substitute")
    return words(STATUS_NAMES.get(row.status, row.status))


def _tone(row: NomineeRow) -> str:
    return {"active": "ok", "withdrawn": "warn", "disciplined": "error"}.get(row.status, "")


def _icon(row: NomineeRow) -> str:
    return {"active": "", "substituted": "user-x", "withdrawn": "log-out", "disciplined": "ban"}.get(row.status, "")


def _tip(row: NomineeRow) -> str:
    if row.replaces:
        return translate("NominationTable", "In place of {name}").format(name=row.replaces)
    return row.reason


def eligible_model(checkable: bool) -> RowsModel[EligibleRow]:
    """People of a unit who are not nominated; why somebody cannot be is written in the last column."""
    yes, no = translate("NominationTable", "Yes"), "–"
    return RowsModel(
        (
            Column(translate("NominationTable", "Name"), lambda row: row.name, width=130,
                   sort_key=lambda row: row.sound),
            Column(translate("NominationTable", "Staff number"), lambda row: row.staff_number, width=120,
                   secondary=True),
            Column(translate("NominationTable", "Post"), lambda row: row.post, width=110, secondary=True),
            Column(translate("NominationTable", "Certified"), lambda row: yes if row.certified else no, width=84),
            Column(translate("NominationTable", "Note"), refusal_text, stretch=True,
                   tone=lambda row: "warn" if row.refusal else ""),
        ),
        search_key=lambda row: f"{row.name} {row.staff_number} {row.initials} {row.sound.replace(' ', '')} {row.post}",
        row_key=lambda row: row.staff_id,
        checkable=checkable,
    )  # fmt: skip


def refusal_text(row: EligibleRow) -> str:
    """Why the person cannot be nominated; the sentence in short."""
    if not row.refusal:
        return ""
    return translate("NominationTable", "no certificate") if not row.certified else words(row.refusal, name=row.name)
