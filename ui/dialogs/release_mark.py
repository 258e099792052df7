"""Releasing a mark that the judge confirmed, with a reason."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

translate = QCoreApplication.translate


class ReleaseMarkDialog(FormDialog):
    """Only the office may; the judge (or the recorder) can then change the mark."""

    def __init__(
        self, context: Context, place: tuple[int, int, int], code: str, judge: str, parent: QWidget | None = None
    ) -> None:
        intro = translate("ReleaseMarkDialog", "{judge} confirmed the mark of {code}. Released, it can be changed.")
        super().__init__(
            context, translate("ReleaseMarkDialog", "Release a confirmed mark"),
            translate("ReleaseMarkDialog", "Release"), parent, danger=True, intro=intro.format(judge=judge, code=code),
        )  # fmt: skip
        self._place = place
        self.reason = self.add_line(self.tr("Reason"), hint=self.tr("It stays in the journal."))

    def submit(self) -> None:
        (item_id, nominee_id, judge_id), reason = self._place, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.judge_view import release_sheet

            return release_sheet(uow, item_id=item_id, nominee_id=nominee_id, judge_id=judge_id, reason=reason)

        self.write(call)
