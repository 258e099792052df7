"""The tables of the recheck page: marks to re-read, corrections, and what a correction moves."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import ATTENDANCE_NAMES, show
from exam.rules.recheck import BAND_NAMES
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.rules.snapshots import Change
    from exam.services.proposals import ProposalRow
    from exam.services.recheck_rows import RereadRow

translate = QCoreApplication.translate


def figure(value: Decimal | None) -> str:
    """A mark; a dash where there is none to show."""
    return "–" if value is None else show(value)


def signed(value: Decimal | None) -> str:
    """A difference with its sign; nothing where there is none."""
    return "" if not value else ("+" if value > 0 else "−") + show(abs(value))


def _state(row: RereadRow) -> tuple[str, str, str]:
    """Words, tone and icon."""
    if row.reread is None:
        if row.own:
            return translate("RecheckTable", "entered by you"), "quiet", "user-x"
        return translate("RecheckTable", "to re-read"), "quiet", "circle-dashed"
    if row.waits_for_correction:
        return translate("RecheckTable", "to correct"), "warn", "triangle-alert"
    if row.difference:
        return translate("RecheckTable", "corrected"), "ok", "pencil"
    return translate("RecheckTable", "agrees"), "ok", "circle-check"


def reread_model() -> RowsModel[RereadRow]:
    """One line per section of a paper that is re-read."""
    return RowsModel(
        [
            Column(translate("RecheckTable", "Number"), lambda row: row.code, width=110, bold=True),
            Column(translate("RecheckTable", "Band"), lambda row: translate("exam", BAND_NAMES[row.band]), width=104,
                   secondary=True),
            Column(translate("RecheckTable", "Section"), lambda row: row.section, width=130),
            Column(translate("RecheckTable", "First mark"), lambda row: figure(row.first), "right",
                   lambda row: row.first, width=90),
            Column(translate("RecheckTable", "Re-read"), lambda row: figure(row.reread), "right",
                   lambda row: row.reread, width=90, bold=True),
            Column(translate("RecheckTable", "Difference"), lambda row: signed(row.difference), "right",
                   lambda row: row.difference, width=90, tone=lambda row: "warn" if row.difference else ""),
            Column(translate("RecheckTable", "Reason"), lambda row: row.reason, stretch=True, secondary=True),
            Column(translate("RecheckTable", "Re-read by"), lambda row: row.read_by, width=96, secondary=True),
            Column(translate("RecheckTable", "State"), lambda row: _state(row)[0], tone=lambda row: _state(row)[1],
                   icon=lambda row: _state(row)[2], width=124, pill=True),
        ],
        search_key=lambda row: f"{row.code} {row.section} {row.reason} {row.read_by}",
        row_key=lambda row: row.id,
    )  # fmt: skip


_STATES = {"proposed": ("warn", "circle-help"), "confirmed": ("ok", "circle-check"), "refused": ("quiet", "circle-x")}


def _decision(row: ProposalRow) -> str:
    words = {
        "proposed": translate("Corrections", "to decide"),
        "confirmed": translate("Corrections", "confirmed"),
        "refused": translate("Corrections", "refused"),
    }
    return words[row.state]


def of_state(row: Any) -> bool:
    """Whether a correction is of an attendance state, not of a mark."""
    return not hasattr(row, "section_id")


def correction_values(row: Any) -> tuple[str, str, str]:
    """What was corrected, what stood there, and what stands (or would stand) there now."""
    if not of_state(row):
        return row.section, figure(row.old), figure(row.new)
    marks = "+".join(show(points) for _, points in row.marks)
    new = " ".join(part for part in (words(ATTENDANCE_NAMES[row.new]), marks) if part)
    return translate("Corrections", "State of attendance"), words(ATTENDANCE_NAMES[row.old]) if row.old else "–", new


def corrections_model() -> RowsModel[Any]:
    """One line per correction, of a mark or of a state."""
    return RowsModel(
        [
            Column(translate("Corrections", "No."), lambda row: row.number, "right",
                   lambda row: (of_state(row), row.id), width=52),
            Column(translate("Corrections", "Paper"), lambda row: row.code, width=100, bold=True),
            Column(translate("Corrections", "Name"), lambda row: row.who if row.who != row.code else "", width=90),
            Column(translate("Corrections", "Section"), lambda row: correction_values(row)[0], width=110),
            Column(translate("Corrections", "Before"), lambda row: correction_values(row)[1], "right", width=70),
            Column(translate("Corrections", "Now"), lambda row: correction_values(row)[2], "right", width=84,
                   bold=True),
            Column(translate("Corrections", "Reason"), lambda row: row.reason, stretch=True, secondary=True),
            Column(translate("Corrections", "Proposed by"), lambda row: row.proposed_by, width=96),
            Column(translate("Corrections", "Confirmed / refused by"), lambda row: row.decided_by, width=96,
                   tip=lambda row: row.refusal),
            Column(translate("Corrections", "State"), _decision, tone=lambda row: _STATES[row.state][0],
                   icon=lambda row: _STATES[row.state][1], width=110, pill=True),
        ],
        search_key=lambda row: " ".join(
            (row.number, row.code, row.who, row.unit, row.reason, row.proposed_by)
        ),
        row_key=lambda row: row.number,
    )  # fmt: skip


def _kind(change: Change) -> str:
    words = {
        "written": translate("Corrections", "Written round"),
        "individual": translate("Corrections", "Final, individual"),
        "team": translate("Corrections", "Team"),
        "unit": translate("Corrections", "Unit"),
        "award": translate("Corrections", "Award"),
    }
    return words.get(change.kind, change.kind)


def _named(change: Change) -> str:
    """The person or unit; people of one name are told apart by their unit."""
    return f"{change.who} · {change.unit}" if change.unit and change.unit != change.who else change.who


def effect_model() -> RowsModel[Change]:
    """What moves: where, who, what, from and to."""
    return RowsModel(
        [
            Column(translate("Corrections", "Where"), _kind, width=110, secondary=True),
            Column(translate("Corrections", "Who"), _named, stretch=True, width=160),
            Column(translate("Corrections", "Moves"), lambda one: translate("exam", one.what), width=100),
            Column(translate("Corrections", "From"), lambda one: one.old or "–", "right", width=90),
            Column(translate("Corrections", "To"), lambda one: one.new or "–", "right", width=90, bold=True),
        ],
        search_key=lambda one: f"{one.who} {one.unit}",
    )  # fmt: skip
