"""How one candidate took part, with a note for the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.rules.marks import ATTENDANCE_NAMES, Attendance
from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.mark_rows import MarkRow

translate = QCoreApplication.translate


class AttendanceDialog(FormDialog):
    """Choose the state of a candidate; absent and excused people lose their marks, the journal keeps them."""

    def __init__(self, context: Context, row: MarkRow, parent: QWidget | None = None) -> None:
        who = " ".join(part for part in (row.paper, row.name, row.unit) if part)
        super().__init__(
            context, translate("AttendanceDialog", "How the candidate took part"),
            translate("AttendanceDialog", "Save"), parent, intro=who,
        )  # fmt: skip
        self._row = row
        self.state = QComboBox()
        self.state.addItem(self.tr("Not known yet"), None)
        for state in Attendance:
            self.state.addItem(words(ATTENDANCE_NAMES[state]), state.value)
        at = self.state.findData(row.attendance.value) if row.attendance is not None else 0
        self.state.setCurrentIndex(max(at, 0))
        self.state.currentIndexChanged.connect(lambda _: self._explain())
        self.add_row(self.tr("State"), self.state)
        self.note = self.add_line(self.tr("Note"), row.note, self.tr("For example the reason, or who decided."))
        self._explain()

    def _explain(self) -> None:
        chosen = self.state.currentData()
        marked = any(mark.stands for mark in self._row.marks)
        if marked and chosen in (Attendance.ABSENT.value, Attendance.EXCUSED.value):
            self.say(self.tr("The mark that stands is taken out; the journal keeps it."), "warn")
        elif chosen == Attendance.ZEROED.value:
            self.say(self.tr("The paper counts 0, whatever was marked."), "warn")
        elif chosen == Attendance.WITHDRAWN.value:
            self.say(self.tr("Marks stay and do not count; no awards."), "warn")
        elif chosen == Attendance.DISCIPLINED.value:
            self.say(self.tr("The mark counts; no awards."), "warn")
        else:
            self.say("")

    def submit(self) -> None:
        row, value, note = self._row, self.state.currentData(), self.note.text()
        state = Attendance(value) if value else None

        def call(uow: Any) -> Any:
            from exam.services.marks import set_attendance

            return set_attendance(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version, note=note
            )

        self.write(call)
