"""Proposing a correction: the paper by its number, the section, the right mark, the reason."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.errors import ExamError
from exam.rules.marks import ATTENDANCE_NAMES, Attendance, UnclearMark, parse_mark, show
from ui.context import Context
from ui.errors import sentence
from ui.i18n import words
from ui.widgets.form import FormDialog
from ui.widgets.labels import set_tone, wrapped_label

if TYPE_CHECKING:
    from exam.services.corrections import FoundPaper, SectionOfPaper

translate = QCoreApplication.translate


class ProposeCorrectionDialog(FormDialog):
    """Given a ``code`` (and perhaps section, mark and reason) it is filled in; ``saved`` carries the proposal."""

    def __init__(
        self,
        context: Context,
        parent: QWidget | None = None,
        *,
        code: str = "",
        section_id: int | None = None,
        points: Decimal | None = None,
        reason: str = "",
    ) -> None:
        super().__init__(
            context, translate("ProposeCorrectionDialog", "Propose a correction"),
            translate("ProposeCorrectionDialog", "Propose"), parent, width=520,
            intro=translate(
                "ProposeCorrectionDialog",
                "Nothing changes yet: another person sees which places and awards move and then confirms.",
            ),
        )  # fmt: skip
        self.paper: FoundPaper | None = None
        self._section_id = section_id
        self.code = self.add_line(self.tr("&Number on the paper"), code)
        self.code.editingFinished.connect(self._find)
        self.about = wrapped_label("", role="caption")
        self.form.addRow("", self.about)
        self.section = QComboBox()
        self.section.currentIndexChanged.connect(lambda _: self._tell())
        self.add_row(self.tr("&Section"), self.section)
        self.state = QComboBox()
        for state in Attendance:
            self.state.addItem(words(ATTENDANCE_NAMES[state]), state)
        self.add_row(self.tr("Right s&tate"), self.state)
        self.form.setRowVisible(self.state, False)
        self.mark = self.add_line(self.tr("&Right mark"), "" if points is None else show(points))
        self.reason = self.add_line(self.tr("R&eason"), reason, hint=self.tr("It stands on the correction record."))
        self.reason.setObjectName("reason")
        self._asked = ""
        if code:
            self._find()

    def _find(self) -> None:
        code = self.code.text().strip()
        if not code or code == self._asked:
            return
        self._asked = code

        def look(uow: Any) -> Any:
            from exam.services.corrections import find_paper

            return find_paper(uow, code=code)

        self.context.operations.read(self, look, self._found, self._not_found)

    def _found(self, paper: FoundPaper) -> None:
        self.paper = paper
        self.say("")
        self.section.clear()
        for part in paper.sections:
            self.section.addItem(part.name, part)
        self.section.addItem(self.tr("State of attendance"), None)
        chosen = next((n for n, part in enumerate(paper.sections) if part.section_id == self._section_id), 0)
        self.section.setCurrentIndex(chosen)
        self._tell()

    def _not_found(self, error: ExamError) -> None:
        self.paper = None
        self.section.clear()
        self.about.setText("")
        self.say(sentence(error))

    def _tell(self) -> None:
        part: SectionOfPaper | None = self.section.currentData()
        of_state = part is None and self.section.count() > 0
        self.form.setRowVisible(self.state, of_state)
        if self.paper is None:
            return
        if part is None:
            hint = self.tr("Somebody who was wrongly absent needs marks, too: type them with + between the sections.")
            told = (self.paper.sitting, self.paper.who, hint)
            self.about.setText(" · ".join(one for one in told if one))
            return
        stands = self.tr("stands: {mark} of {full}").format(
            mark="–" if part.points is None else show(part.points), full=show(part.scale.full)
        )
        told = (self.paper.sitting, self.paper.who, self.paper.unit, part.name, stands)
        self.about.setText(" · ".join(one for one in told if one))
        set_tone(self.about, "")

    def submit(self) -> None:
        part: SectionOfPaper | None = self.section.currentData()
        if self.paper is not None and part is None and self.section.count():
            self._submit_state(self.paper)
            return
        if self.paper is None or part is None:
            self._find()
            self.say(self.tr("Type the number of a paper first."))
            self.code.setFocus()
            return
        try:
            points = parse_mark(self.mark.text(), part.scale).points
        except UnclearMark as error:
            self.say(sentence(error))
            self.mark.setFocus()
            return
        if points is None:
            self.say(self.tr("Type the mark that stands on the paper."))
            self.mark.setFocus()
            return
        candidate_id, section_id, reason = self.paper.candidate_id, part.section_id, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.corrections import propose_correction

            return propose_correction(
                uow, candidate_id=candidate_id, section_id=section_id, points=points, reason=reason
            )

        self.write(call)

    def _submit_state(self, paper: FoundPaper) -> None:
        empty = [part for part in paper.sections if part.points is None]
        typed = self.mark.text().replace("＋", "+").split("+") if self.mark.text().strip() else []
        if typed and len(typed) != len(empty):
            text = self.tr("{n} sections have no mark: type {n} marks with + between them.")
            self.say(text.format(n=len(empty)) if empty else self.tr("Marks stand already: leave the mark empty."))
            self.mark.setFocus()
            return
        points: dict[int, Decimal] = {}
        try:
            for part, one in zip(empty, typed, strict=False):
                mark = parse_mark(one, part.scale).points
                if mark is not None:
                    points[part.section_id] = mark
        except UnclearMark as error:
            self.say(sentence(error))
            self.mark.setFocus()
            return
        state, reason = Attendance(self.state.currentData()), self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.state_corrections import propose_state

            return propose_state(
                uow, candidate_id=paper.candidate_id, attendance=state, points=points, reason=reason
            )

        self.write(call)
