"""Objective answers of a sitting: the key of a section, and answers pasted or typed to be scored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from exam.access import Right
from exam.errors import ExamError, ImportRejected
from exam.rules.answers import PartRule
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.answers import AnswerLine, AnswersOutcome, KeyRow
    from exam.services.sittings import SittingRow

translate = QCoreApplication.translate
PART_RULES = {
    PartRule.NONE: QT_TRANSLATE_NOOP("exam", "scores nothing"),
    PartRule.PART: QT_TRANSLATE_NOOP("exam", "scores its share of the right letters"),
    PartRule.HALF: QT_TRANSLATE_NOOP("exam", "scores half"),
}
SHOWN_PROBLEMS = 3


class AnswersDialog(FormDialog):
    """The key and the answers are saved together, or neither. Who only enters marks cannot change the key."""

    def __init__(self, context: Context, sitting: SittingRow, parent: QWidget | None = None) -> None:
        intro = translate(
            "AnswersDialog",
            "An option: type the key once, then the answers of each paper; the program adds the points.",
        )
        super().__init__(
            context, translate("AnswersDialog", "Objective answers"), translate("AnswersDialog", "Save and score"),
            parent, intro=intro, width=640,
        )  # fmt: skip
        self._key: KeyRow | None = None
        self._may_set = context.may(Right.MANAGE_WRITTEN)
        self.section = QComboBox()
        for part in sitting.sections:
            self.section.addItem(part.name, part.id)
        self.section.currentIndexChanged.connect(lambda _: self._read())
        self.add_row(self.tr("Section"), self.section)
        self.key = self._lines(110)
        self.key.setPlaceholderText("1-20 单选 1 ABCDABCDABCDABCDABCD\n21-23 多选 2 ABC AD BCD\n24-28 判断 1 √√×√×")
        self.key.setReadOnly(not self._may_set)
        hint = self.tr("One kind of question a line: numbers, kind, points each, right answers.")
        self.add_row(self.tr("Key"), self.key, hint)
        self.part = QComboBox()
        for rule, text in PART_RULES.items():
            self.part.addItem(words(text), rule.value)
        self.part.setEnabled(self._may_set)
        self.add_row(self.tr("A multiple choice with letters missing"), self.part)
        self.answers = self._lines(150)
        self.answers.setPlaceholderText("2034561 ABCDABCDABCDABCDABCD ABC AD BCD √√×√×")
        hint = self.tr("One paper a line: its number, then the answers. - means left out. May stay empty.")
        self.add_row(self.tr("Answers"), self.answers, hint)
        self._read()

    def _lines(self, height: int) -> QPlainTextEdit:
        field = QPlainTextEdit()
        field.setFixedHeight(theme.px(height))
        field.setTabChangesFocus(True)
        field.setFont(theme.font(14))
        return field

    def _read(self) -> None:
        section_id = self.section.currentData()

        def look(uow: Any) -> Any:
            from exam.services.answers import get_key

            return get_key(uow, section_id=section_id)

        self.context.operations.read(self, look, self._show_key)

    def _show_key(self, key: KeyRow) -> None:
        self._key = key
        self.key.setPlainText(key.text)
        self.part.setCurrentIndex(self.part.findData(key.part.value))
        if key.sheets and self._may_set:
            text = self.tr(
                "{n} papers are scored by this key. If it changes, their marks follow and are verified anew."
            )
            self.say(text.format(n=key.sheets), "warn")

    def submit(self) -> None:
        known = self._key
        if known is None:
            return
        text, part, lines = self.key.toPlainText(), PartRule(self.part.currentData()), self._typed()
        may_set = self._may_set

        def call(uow: Any) -> Any:
            from exam.services.answers import AnswersOutcome, score_answers, set_key

            if may_set:
                set_key(uow, section_id=known.section_id, text=text, part=part, seen_version=known.version)
            return score_answers(uow, section_id=known.section_id, lines=lines) if lines else AnswersOutcome(0, 0)

        self.write(call, done=self._done)

    def _typed(self) -> list[AnswerLine]:
        from exam.services.answers import AnswerLine

        made: list[AnswerLine] = []
        for row, line in enumerate(self.answers.toPlainText().splitlines(), 1):
            number, _, answers = line.strip().replace("\t", " ").partition(" ")
            if number:
                made.append(AnswerLine(row, number, answers))
        return made

    def _done(self, outcome: AnswersOutcome) -> None:
        text = self.tr("{n} papers scored; {same} stood there with the same answers.")
        self.context.say(text.format(n=outcome.scored, same=outcome.same))
        self.finish(outcome)

    def show_error(self, error: ExamError) -> None:
        super().show_error(error)
        if isinstance(error, ImportRejected):
            some = error.problems[:SHOWN_PROBLEMS]
            told = [
                self.tr("Line {row}: {reason}").format(row=one.row, reason=words(one.reason, **dict(one.params)))
                for one in some
            ]
            more = len(error.problems) - len(some)
            if more:
                told.append(self.tr("and {n} more").format(n=more))
            self.say(self.tr("Nothing was saved.") + "\n" + "\n".join(told))
