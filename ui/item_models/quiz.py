"""The ledger of a quiz as a table, the newest event first."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import show
from exam.rules.quiz import RESULT_NAMES, ROUND_NAMES, Result
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.services.quiz import QuizLineRow

translate = QCoreApplication.translate
_TONES = {Result.RIGHT: "ok", Result.WRONG: "", Result.FOUL: "error", Result.POINTS: "accent"}
_ICONS = {Result.RIGHT: "check", Result.WRONG: "x", Result.FOUL: "hand", Result.POINTS: "sigma"}


def signed(points: Decimal) -> str:
    """Points with their sign, a true minus."""
    return ("+" if points > 0 else "−" if points < 0 else "") + show(abs(points))


def ledger_model() -> RowsModel[QuizLineRow]:
    """Every event; a voided one says why it does not count."""
    return RowsModel(
        (
            Column(translate("QuizTable", "No."), lambda row: str(row.number), "right", lambda row: row.number,
                   width=56),
            Column(translate("QuizTable", "Question"), _question, width=170),
            Column(translate("QuizTable", "Team"), lambda row: row.team, width=170, stretch=True, bold=True),
            Column(translate("QuizTable", "Result"), _result, width=132, pill=True, tone=_tone, icon=_icon),
            Column(translate("QuizTable", "Points"), lambda row: "–" if row.void_reason else signed(row.points),
                   "right", lambda row: row.points, width=84),
            Column(translate("QuizTable", "Score"), lambda row: show(row.running), "right",
                   lambda row: row.running, width=84),
            Column(translate("QuizTable", "Note"), _note, width=200, stretch=True, secondary=True),
            Column(translate("QuizTable", "Entered"),
                   lambda row: f"{row.entered_at.astimezone():%H:%M:%S} {row.entered_by}", width=150, secondary=True),
        ),
        search_key=lambda row: f"{row.team} {row.question} {row.note}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def _question(row: QuizLineRow) -> str:
    parts = [words(ROUND_NAMES[row.round]), row.question]
    if row.stake is not None:
        parts.append(translate("QuizTable", "({points})").format(points=show(row.stake)))
    return " ".join(part for part in parts if part)


def _result(row: QuizLineRow) -> str:
    return translate("QuizTable", "Void") if row.void_reason else words(RESULT_NAMES[row.result])


def _tone(row: QuizLineRow) -> str:
    return "" if row.void_reason else _TONES[row.result]


def _icon(row: QuizLineRow) -> str:
    return "ban" if row.void_reason else _ICONS[row.result]


def _note(row: QuizLineRow) -> str:
    if row.void_reason:
        return translate("QuizTable", "void: {reason} ({person})").format(reason=row.void_reason, person=row.voided_by)
    return row.note
