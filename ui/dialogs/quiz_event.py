"""Voiding a line of the quiz ledger, and points that the chief judge gives or takes."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.rules.marks import MarkScale, show
from exam.rules.quiz import RESULT_NAMES, ROUND_NAMES, Result, Round
from ui.context import Context
from ui.dialogs.item_edit import number
from ui.i18n import words
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.quiz import QuizLineRow, QuizRow

translate = QCoreApplication.translate
SCALE = MarkScale(Decimal(1000), Decimal("0.01"))


class VoidEventDialog(FormDialog):
    """Strike one line; it stays readable, with the reason."""

    def __init__(self, context: Context, line: QuizLineRow, parent: QWidget | None = None) -> None:
        intro = translate("VoidEventDialog", "No. {number}: {team}, {round}, {result}, {points} points.")
        super().__init__(
            context, translate("VoidEventDialog", "Void this line"), translate("VoidEventDialog", "Void"), parent,
            danger=True,
            intro=intro.format(
                number=line.number, team=line.team, round=f"{words(ROUND_NAMES[line.round])} {line.question}".strip(),
                result=words(RESULT_NAMES[line.result]), points=show(line.points),
            ),
        )  # fmt: skip
        self._line = line
        self.reason = self.add_line(
            self.tr("Reason"), hint=self.tr("The line stays readable and counts nothing. The scores follow at once.")
        )

    def submit(self) -> None:
        line, reason = self._line, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.quiz import void_event

            return void_event(uow, event_id=line.id, seen_version=line.version, reason=reason)

        self.write(call)


class QuizPointsDialog(FormDialog):
    """Points besides the questions, given or taken by the chief judge."""

    def __init__(self, context: Context, quiz: QuizRow, team_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("QuizPointsDialog", "Bonus or penalty"), translate("QuizPointsDialog", "Write it down"),
            parent, intro=translate("QuizPointsDialog", "Given or taken by the chief judge, besides the questions."),
        )  # fmt: skip
        self._item_id = quiz.item.id
        self.team = QComboBox()
        for team in quiz.teams:
            self.team.addItem(team.name, team.team_id)
        if team_id is not None:
            self.team.setCurrentIndex(self.team.findData(team_id))
        self.add_row(self.tr("&Team"), self.team)
        self.kind = QComboBox()
        self.kind.addItem(self.tr("take points (penalty)"), -1)
        self.kind.addItem(self.tr("give points (bonus)"), 1)
        self.add_row(self.tr("&What"), self.kind)
        self.points = self.add_line(self.tr("&Points"))
        self.points.setAccessibleName(self.tr("Points"))
        self.reason = self.add_line(self.tr("&Reason"))

    def submit(self) -> None:
        points = number(self, self.points, SCALE)
        if points is None:
            return
        team, value, reason = self.team.currentData(), points * self.kind.currentData(), self.reason.text()
        item_id = self._item_id

        def call(uow: Any) -> Any:
            from exam.services.quiz import add_event

            return add_event(
                uow, item_id=item_id, team_id=team, round=Round.OTHER, result=Result.POINTS, value=value, note=reason
            )

        self.write(call)
