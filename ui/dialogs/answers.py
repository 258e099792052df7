"""Objective answers of a sitting: the key of a section, and answers pasted or typed to be scored."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QWidget

from exam.access import Right
from exam.errors import ExamError, ImportRejected, InvalidInput, Problem
from exam.rules.answers import PartRule, read_key
from exam.words import QT_TRANSLATE_NOOP
from ui import messages, theme
from ui.context import Context
from ui.i18n import words
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.files.answers import AnswersFile
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
        self.file: AnswersFile | None = None
        self.file_button = secondary_button(self.tr("Answers from a file…"), "file-spreadsheet", self.choose_file)
        self.extra_buttons.addWidget(self.file_button)
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

    # A scanner's file

    def choose_file(self) -> None:
        """Ask for a file with the number of each paper and one column per question."""
        kinds = self.tr("Workbooks and CSV (*.xlsx *.xlsm *.csv);;All files (*)")
        messages.choose_open_file(
            self, self.tr("Answers from a file"), kinds, self.read_file, self.context.settings.folder
        )

    def read_file(self, path: Path) -> None:
        """Read the file on the pool; its answers are shown and scored only with the button."""
        try:
            questions = len(read_key(self.key.toPlainText()).questions)
        except InvalidInput as error:
            self.show_error(error)
            return

        def work(progress: Any) -> Any:
            from exam.files.answers import read_answer_sheets

            return read_answer_sheets(path, questions, progress)

        self.wait()
        self.context.operations.job(self, self.tr("Reading the file"), work, self._show_file, self.show_error)

    def _show_file(self, file: AnswersFile) -> None:
        self.fields.setEnabled(True)
        self.accept_button.setEnabled(not file.errors)
        self.file = None if file.errors else file
        self.answers.setReadOnly(self.file is not None)
        self.answers.setPlainText("\n".join(f"{line.number} {line.answers}" for line in file.lines))
        if file.errors:
            self._tell(file.errors, self.tr("The file is not taken in."))
            self.answers.clear()
            self.accept_button.setEnabled(True)
        else:
            text = self.tr("{n} papers in {name}. Either all are scored, or none.")
            self.say(text.format(n=len(file.lines), name=file.name), "")

    def submit(self) -> None:
        known = self._key
        if known is None:
            return
        text, part, lines = self.key.toPlainText(), PartRule(self.part.currentData()), self._typed()
        may_set, file = self._may_set, self.file
        source = {"file_name": file.name, "sha256": file.sha256} if file is not None else {}

        def call(uow: Any) -> Any:
            from exam.services.answers import AnswersOutcome, score_answers, set_key

            if may_set:
                set_key(uow, section_id=known.section_id, text=text, part=part, seen_version=known.version)
            if not lines:
                return AnswersOutcome(0, 0)
            return score_answers(uow, section_id=known.section_id, lines=lines, **source)

        self.write(call, done=self._done)

    def _typed(self) -> list[AnswerLine]:
        from exam.services.answers import AnswerLine

        if self.file is not None:
            return list(self.file.lines)
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
            self._tell(error.problems, self.tr("Nothing was saved."))

    def _tell(self, problems: Sequence[Problem], first: str) -> None:
        some = problems[:SHOWN_PROBLEMS]
        told = [
            self.tr("Line {row}: {reason}").format(row=one.row, reason=words(one.reason, **dict(one.params)))
            for one in some
        ]
        more = len(problems) - len(some)
        if more:
            told.append(self.tr("and {n} more").format(n=more))
        self.say(first + "\n" + "\n".join(told))
