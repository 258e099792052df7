"""The quiz: choose the question and the team, press how it ended; scores and ledger follow."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QWidget
from shiboken6 import isValid

from exam.access import Right
from exam.errors import AlreadySaved, ExamError
from exam.rules.marks import show
from exam.rules.quiz import QuizRule, Round
from ui import theme
from ui.context import Context
from ui.errors import sentence
from ui.item_models.quiz import ledger_model, signed
from ui.pages.page import Page, scrolled
from ui.widgets.buttons import secondary_button
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_line import MessageLine
from ui.widgets.quiz_controls import QuizControls
from ui.widgets.table import Table
from ui.widgets.team_tiles import DIGITS, TeamTiles

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.quiz import QuizRow
    from ui.projector.scoreboard import ScoreScreen

LOADING, NO_QUIZ, NO_TEAMS, FULL = range(4)
BOUNCE_MS = 400
"""A second press within this time is the same press."""


class QuizPage(Page):
    """One quiz at a time. Every press is saved at once; a wrong one is voided with a reason."""

    key = "quiz"
    topics = frozenset({"final", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.quiz: QuizRow | None = None
        self.hall: ScoreScreen | None = None
        self._wanted: int | None = None
        self._request = str(uuid.uuid4())
        self.item_box = QComboBox()
        self.item_box.setAccessibleName(self.tr("Quiz"))
        self.item_box.activated.connect(lambda _: self.refresh())
        self.header.add_widget(self.item_box)
        self.hall_button = self.header.add_action(self.tr("Scores in the hall"), "monitor", self.open_hall)
        self.lock_button = self.header.add_action(self.tr("Lock the quiz…"), "lock", self.lock, "primary")
        self._stack = self.add_views(self._no_quiz(), self._no_teams(), self._full())
        for number in range(1, DIGITS + 1):
            shortcut = QShortcut(QKeySequence(str(number)), self)
            shortcut.activated.connect(lambda one=number: self.tiles.press(one))
        self._allow()

    def title(self) -> str:
        return self.tr("Quiz")

    def subtitle(self) -> str:
        return self.tr("Required, buzzer and risk questions of the teams")

    def key_hints(self) -> str:
        return self.tr("1–9 team   F2 F3 F4 question   F6 right   F7 wrong   F8 pressed early   F9 void")

    def help_text(self) -> str:
        return self.tr(
            "Choose the kind of question and the team, then press F6 for right, F7 for wrong or F8 for an early press, "
            "which also voids the question. The stake of a risk question is chosen before it is read. Every press is "
            "saved at once and stands in the ledger; F9 voids the chosen line, or the last one, with a reason, and the "
            "scores follow. Extra questions part tied teams and leave the scores as they are."
        )

    # Building

    def _no_quiz(self) -> EmptyState:
        return EmptyState(
            self.tr("The final has no quiz. Add one to its items first."),
            self.tr("Go to items and judges"),
            lambda: self.context.go_to("items"),
            self.tr("Look at the finalists"),
            lambda: self.context.go_to("nominations"),
            icon="hand",
        )

    def _no_teams(self) -> EmptyState:
        return EmptyState(
            self.tr("There are no teams yet. Take in the units' nominations first."),
            self.tr("Go to the finalists"),
            lambda: self.context.go_to("nominations"),
            self.tr("Look at the items"),
            lambda: self.context.go_to("items"),
            icon="users-round",
        )

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.tiles = TeamTiles()
        self._tile_area = scrolled(self.tiles)
        column.addWidget(self._tile_area)
        self.controls = QuizControls(QuizRule())
        self.controls.pressed.connect(self._press)
        self.controls.points_wanted.connect(self.give_points)
        column.addWidget(self.controls)
        self.message = MessageLine()
        column.addWidget(self.message)
        self.model = ledger_model()
        self.table = Table(self.model, name=self.tr("Ledger"))
        self.table.setSortingEnabled(False)
        self.void_button = secondary_button(self.tr("Void… (F9)"), "ban", self.void)
        self.controls.add_button(self.void_button)
        shortcut = QShortcut(QKeySequence("F9"), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.void)
        column.addWidget(self.table, 1)
        return holder

    # Showing

    def arrive(self, **hints: Any) -> None:
        """``item_id``: the quiz to show."""
        self._wanted = hints.get("item_id", self._wanted)
        self.refresh()

    def refresh(self) -> None:
        wanted, self._wanted = self._wanted or self.item_box.currentData(), None

        def look(uow: Any) -> Any:
            from exam.services.quiz import get_quiz, list_quizzes

            rows = list_quizzes(uow)
            if not rows:
                return rows, None
            target = next((row.id for row in rows if row.id == wanted), rows[0].id)
            return rows, get_quiz(uow, item_id=target)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[ItemRow], QuizRow | None]) -> None:
        rows, quiz = found
        if quiz is None:
            self.quiz = None
            self._stack.setCurrentIndex(NO_QUIZ)
            self._allow()
            return
        self.item_box.clear()
        for row in rows:
            self.item_box.addItem(row.name, row.id)
        self.item_box.setCurrentIndex(self.item_box.findData(quiz.item.id))
        self._show_quiz(quiz, fresh=self.quiz is None or self.quiz.item.id != quiz.item.id)

    def _show_quiz(self, quiz: QuizRow, *, fresh: bool) -> None:
        self.quiz = quiz
        self._stack.setCurrentIndex(FULL if quiz.teams else NO_TEAMS)
        self.tiles.show_teams(quiz.teams)
        self._tile_area.setFixedHeight(min(self.tiles.full_height(), theme.px(280)))
        self.controls.set_rule(quiz.rule)
        self.controls.set_next(quiz.next_questions, fresh=fresh)
        self.model.set_rows(quiz.lines)
        if self.hall is not None and isValid(self.hall):
            self.hall.show_scores(quiz, self._competition())
        self._allow()
        if quiz.item.locked:
            text = self.tr("“{item}” was locked by {person} and {witness}.")
            item = quiz.item
            self.message.show_message(
                "ok", text.format(item=item.name, person=item.locked_by, witness=item.witness)
            )
        elif not quiz.lines:
            self.message.show_message("info", self.tr("Choose the team and the question, then press how it ended."))

    def _competition(self) -> str:
        return str(getattr(self.context.competition, "name", "") or "")

    def _allow(self) -> None:
        quiz, may = self.quiz, self.context.may
        shown = quiz is not None and bool(quiz.teams)
        locked = quiz is not None and quiz.item.locked
        self.item_box.setVisible(self.item_box.count() > 1)
        self.hall_button.setVisible(shown)
        self.lock_button.setVisible(shown)
        self.lock_button.setText(self.tr("Open again…") if locked else self.tr("Lock the quiz…"))
        self.lock_button.setIcon(theme.button_icon("lock-open" if locked else "lock", "on_accent"))
        allowed = may(Right.MANAGE_FINAL if locked else Right.LOCK_MARKS)
        self.lock_button.setEnabled(allowed and (locked or bool(quiz is not None and quiz.lines)))
        self.lock_button.setToolTip("" if allowed else self.tr("Your role may not do this."))
        self.controls.allow(shown and not locked and may(Right.ENTER_MARKS))

    # Writing

    def _press(self, pressed: str) -> None:
        quiz, team_id, controls = self.quiz, self.tiles.team_id, self.controls
        if quiz is None:
            return
        if team_id is None:
            self.message.show_message("warn", self.tr("Choose the team first: click it, or press its digit."))
            return
        round_, stake, question = controls.round, controls.stake, controls.question.text()
        if round_ is Round.RISK and stake is None:
            text = self.tr("Choose the stake first. It is fixed before the question is read.")
            self.message.show_message("warn", text)
            return
        item_id = quiz.item.id

        def call(uow: Any) -> Any:
            from exam.services.quiz import add_event

            return add_event(
                uow, item_id=item_id, team_id=team_id, round=round_, result=pressed, question=question, value=stake
            )

        self.context.operations.write(self, call, self._added, self._failed, request=self._request)

    def _added(self, quiz: QuizRow) -> None:
        line = quiz.lines[0]
        self._show_quiz(quiz, fresh=True)
        text = self.tr("No. {number}: {team} {points}, now {score}.")
        self.message.show_message(
            "ok" if line.points > 0 else "info",
            text.format(number=line.number, team=line.team, points=signed(line.points), score=show(line.running)),
            [(self.tr("&Void it…"), lambda: self._void_line(quiz.lines[0].id))],
        )
        self.controls.clear_stake()
        if line.round is Round.REQUIRED:
            self.tiles.choose_next()
        else:
            self.tiles.choose(None)
        # Until then a bounced key or scanner repeats the same submission, which is saved once.
        QTimer.singleShot(BOUNCE_MS, self, self._renew)

    def _renew(self) -> None:
        self._request = str(uuid.uuid4())

    def _failed(self, error: ExamError) -> None:
        if isinstance(error, AlreadySaved):
            return
        self.message.show_message("error", sentence(error))

    def give_points(self) -> None:
        """A bonus or penalty of the chief judge."""
        from ui.dialogs.quiz_event import QuizPointsDialog

        if self.quiz is not None:
            QuizPointsDialog(self.context, self.quiz, self.tiles.team_id, self).open()

    def void(self) -> None:
        """Void the chosen line, or the last one that counts."""
        if self.quiz is None or not self.controls.isEnabled():
            return
        chosen = self.table.selected_row() if self.table.hasFocus() or self.void_button.hasFocus() else None
        line = chosen or next((one for one in self.quiz.lines if not one.void_reason), None)
        if line is not None:
            self._void_line(line.id)

    def _void_line(self, event_id: int) -> None:
        from ui.dialogs.quiz_event import VoidEventDialog

        line = next((one for one in (self.quiz.lines if self.quiz else ()) if one.id == event_id), None)
        if line is None or line.void_reason:
            self.message.show_message("info", self.tr("This line is void already."))
            return
        VoidEventDialog(self.context, line, self).open()

    def lock(self) -> None:
        """Close the ledger with a second person, or open it again with a reason."""
        if self.quiz is None:
            return
        item = self.quiz.item
        if item.locked:
            from ui.dialogs.unlock_item import UnlockItemDialog

            UnlockItemDialog(self.context, item, self).open()
            return
        from ui.dialogs.passwords import ask_second_person

        def lock(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.judging import lock_item

                return lock_item(uow, item_id=item.id, seen_version=item.version, witness=witness)

            self.context.operations.write(self, call, serializable=True)

        intro = self.tr("Locking closes the ledger of “{item}”. A second person confirms with name and password.")
        ask_second_person(self, self.context, intro.format(item=item.name), self.tr("Lock"), lock)

    # The hall

    def open_hall(self) -> None:
        """Show the running scores on the other monitor."""
        from ui.projector.scoreboard import ScoreScreen

        if self.quiz is None:
            return
        if self.hall is None or not isValid(self.hall):
            self.hall = ScoreScreen(self.tr("Scores"))
            # The page may be made anew (language, look): its hall goes with it.
            self.destroyed.connect(self.hall.close)
        self.hall.show_scores(self.quiz, self._competition())
        self.hall.open_beside(self)
