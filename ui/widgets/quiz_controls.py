"""What the recorder of a quiz presses: the kind of question, the stake, its number, and how it ended."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from exam.errors import InvalidInput
from exam.rules.marks import show
from exam.rules.quiz import QuizRule, Result, Round, points_of
from ui import theme
from ui.item_models.quiz import signed
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label

ROUND_KEYS = ((Round.REQUIRED, "F2"), (Round.BUZZER, "F3"), (Round.RISK, "F4"), (Round.EXTRA, "Shift+F4"))
RESULT_KEYS = ((Result.RIGHT, "F6"), (Result.WRONG, "F7"), (Result.FOUL, "F8"))


class QuizControls(QWidget):
    """``pressed`` carries the result; the page knows team and question. A held key counts once."""

    pressed = Signal(str)
    round_chosen = Signal()
    points_wanted = Signal()

    def __init__(self, rule: QuizRule, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        self._next: Mapping[Round, str] = {}
        self._rule = rule
        column.addLayout(self._question_row(rule.risk_values))
        column.addLayout(self._result_row())
        self.choose_round(Round.REQUIRED)

    def _question_row(self, stakes: Sequence[Decimal]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        names = {
            Round.REQUIRED: self.tr("Required (F2)"),
            Round.BUZZER: self.tr("Buzzer (F3)"),
            Round.RISK: self.tr("Risk (F4)"),
            Round.EXTRA: self.tr("Extra (Shift+F4)"),
        }
        self._rounds = QButtonGroup(self)
        self.round_buttons: dict[Round, QPushButton] = {}
        for round_, key in ROUND_KEYS:
            button = _toggle(names[round_])
            button.clicked.connect(lambda _=False, one=round_: self.choose_round(one))
            self._rounds.addButton(button)
            self.round_buttons[round_] = button
            self._shortcut(key, lambda one=round_: self._round_key(one))
            row.addWidget(button)
        self.stake_label = label(self.tr("Stake"), role="caption")
        row.addSpacing(theme.px(12))
        row.addWidget(self.stake_label)
        self._stakes = QButtonGroup(self)
        self.stake_buttons: dict[Decimal, QPushButton] = {}
        self._stake_row = QHBoxLayout()
        self._stake_row.setSpacing(theme.px(8))
        self._make_stakes(stakes)
        row.addLayout(self._stake_row)
        row.addStretch(1)
        caption = label(self.tr("&Question"))
        self.question = QLineEdit()
        self.question.setMaxLength(40)
        self.question.setFixedWidth(theme.px(80))
        caption.setBuddy(self.question)
        row.addWidget(caption)
        row.addWidget(self.question)
        return row

    def _make_stakes(self, stakes: Sequence[Decimal]) -> None:
        for button in self.stake_buttons.values():
            self._stakes.removeButton(button)
            self._stake_row.removeWidget(button)
            button.deleteLater()
        self.stake_buttons.clear()
        for stake in stakes:
            button = _toggle(show(stake))
            button.clicked.connect(lambda _=False: self._allow())
            button.setAccessibleName(self.tr("Stake {points}").format(points=show(stake)))
            self._stakes.addButton(button)
            self.stake_buttons[stake] = button
            self._stake_row.addWidget(button)

    def _result_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        names = {
            Result.RIGHT: (self.tr("Right (F6)"), "check"),
            Result.WRONG: (self.tr("Wrong (F7)"), "x"),
            Result.FOUL: (self.tr("Pressed early (F8)"), "hand"),
        }
        self.result_buttons: dict[Result, QPushButton] = {}
        for result, key in RESULT_KEYS:
            text, icon = names[result]
            make = primary_button if result is Result.RIGHT else secondary_button
            button = make(text, icon, lambda one=result: self.pressed.emit(one.value))
            button.setProperty("large", True)
            button.setMinimumWidth(theme.px(150))
            # The space bar never repeats a result: these buttons are pressed by their keys or the mouse.
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.result_buttons[result] = button
            self._shortcut(key, lambda one=result: self._result_key(one))
            row.addWidget(button)
        row.addStretch(1)
        self.points_button = secondary_button(self.tr("Bonus or penalty…"), "sigma", self.points_wanted.emit)
        row.addWidget(self.points_button)
        self._buttons = row
        return row

    # What the page calls

    @property
    def round(self) -> Round:
        """The kind of question."""
        return next((one for one, button in self.round_buttons.items() if button.isChecked()), Round.REQUIRED)

    @property
    def stake(self) -> Decimal | None:
        """The chosen stake of a risk question."""
        if self.round is not Round.RISK:
            return None
        return next((stake for stake, button in self.stake_buttons.items() if button.isChecked()), None)

    def set_rule(self, rule: QuizRule) -> None:
        """The stakes to choose from, and what each press gives."""
        if tuple(self.stake_buttons) != rule.risk_values:
            self._make_stakes(rule.risk_values)
            for button in self.stake_buttons.values():
                button.setVisible(self.round is Round.RISK)
        self._rule = rule
        self._allow()

    def choose_round(self, round_: Round) -> None:
        """Another kind of question: its next number, and no stake yet."""
        self.round_buttons[round_].setChecked(True)
        self.clear_stake()
        self.question.setText(self._next.get(round_, "1"))
        for widget in (self.stake_label, *self.stake_buttons.values()):
            widget.setVisible(round_ is Round.RISK)
        self._allow()
        self.round_chosen.emit()

    def clear_stake(self) -> None:
        """The next risk question needs a stake of its own."""
        self._stakes.setExclusive(False)
        for button in self.stake_buttons.values():
            button.setChecked(False)
        self._stakes.setExclusive(True)

    def set_next(self, questions: Mapping[Round, str], *, fresh: bool) -> None:
        """The next free numbers; ``fresh`` puts the one of this round into the field."""
        self._next = questions
        if fresh or not self.question.text():
            self.question.setText(questions.get(self.round, ""))
        self._allow()

    def add_button(self, button: QPushButton) -> None:
        """Another command beside those for the results."""
        self._buttons.addWidget(button)

    def allow(self, on: bool) -> None:
        """Whether anything may be written now."""
        self.setEnabled(on)

    # Inside

    def _shortcut(self, key: str, call: object) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(call)

    def _round_key(self, round_: Round) -> None:
        if not self.isEnabled():
            return
        if round_ is Round.RISK and self.round is Round.RISK:
            self._next_stake()
        else:
            self.choose_round(round_)

    def _next_stake(self) -> None:
        """F4 again goes through the stakes."""
        buttons: list[QAbstractButton] = list(self.stake_buttons.values())
        at = next((n for n, button in enumerate(buttons) if button.isChecked()), -1)
        buttons[(at + 1) % len(buttons)].setChecked(True)
        self._allow()

    def _result_key(self, result: Result) -> None:
        if self.isEnabled() and self.result_buttons[result].isEnabled():
            self.pressed.emit(result.value)

    def _allow(self) -> None:
        if not hasattr(self, "result_buttons"):
            return
        self.result_buttons[Result.FOUL].setEnabled(self.round is Round.BUZZER)
        for result, button in self.result_buttons.items():
            try:
                gives = signed(points_of(self.round, result, self._rule, self.stake))
            except InvalidInput:
                # No stake is chosen yet, or this result does not exist for this kind of question.
                gives = ""
            button.setToolTip(self.tr("{points} points").format(points=gives) if gives else "")


def _toggle(text: str) -> QPushButton:
    button = secondary_button(text)
    button.setCheckable(True)
    button.setProperty("kind", "choice")
    return button
