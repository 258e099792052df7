"""The running scores of a quiz in the hall, large; they follow the ledger."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from exam.rules.marks import show
from ui.projector.screen import HallScreen
from ui.projector.slides import SCORES, Show, Slide

if TYPE_CHECKING:
    from exam.services.quiz import QuizRow

translate = QCoreApplication.translate


def scores_show(quiz: QuizRow, competition: str) -> Show:
    """One slide: the teams in their order with the scores; extra questions behind them, where there are any."""
    items = tuple((team.name, _score(team.total, team.extra)) for team in quiz.teams)
    return Show(competition, "", (Slide(SCORES, quiz.item.name, items=items),))


def _score(total: Decimal, extra: Decimal) -> str:
    text = show(total).replace("-", "−")
    if extra:
        text += f" ({'+' if extra > 0 else '−'}{show(abs(extra))})"
    return text


class ScoreScreen(HallScreen):
    """The hall's window of a quiz: B black, S swap the screen, Esc ends."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.key_pressed.connect(self._key)

    def show_scores(self, quiz: QuizRow, competition: str) -> None:
        """Show the scores as they stand now."""
        self.set_slide(scores_show(quiz, competition), 0, self.black)

    def open_beside(self, operator: QWidget) -> None:
        """Open on the other monitor, on the only one in front; the keys stay with the operator."""
        self.setWindowFlag(Qt.WindowType.WindowStaysOnTopHint, len(QGuiApplication.screens()) == 1)
        self.show_beside(operator)
        operator.window().activateWindow()

    def _key(self, key: int) -> None:
        if key == Qt.Key.Key_B:
            self.set_slide(self.show_now, 0, not self.black)
        elif key == Qt.Key.Key_S:
            self.swap()
        elif key == Qt.Key.Key_Escape:
            self.close()
