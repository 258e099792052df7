"""The papers handed in, counted room by room, beside how many signed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.errors import InvalidInput
from exam.rules.marks import normalise
from exam.words import QT_TRANSLATE_NOOP
from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.sign_in_desk import HandInRow

translate = QCoreApplication.translate

_BAD_COUNT = QT_TRANSLATE_NOOP("exam", "“{typed}” is no number of papers. Count them and type a number such as 28.")


class CountPapersDialog(FormDialog):
    """One room at a time; the first one that does not fit yet is chosen."""

    def __init__(
        self, context: Context, sitting_id: int, rows: Sequence[HandInRow], room_id: int | None, parent: QWidget | None
    ) -> None:
        super().__init__(
            context, translate("CountPapersDialog", "Papers handed in"), translate("CountPapersDialog", "Save"), parent,
            intro=translate("CountPapersDialog", "Count the papers of the room without looking at the sign-in count."),
        )  # fmt: skip
        self._sitting_id = sitting_id
        self._rows = list(rows)
        self.room = QComboBox()
        for at, row in enumerate(self._rows):
            counted = "–" if row.counted is None else str(row.counted)
            name = row.room or self.tr("without a room")
            self.room.addItem(self.tr("{room}: counted {counted}").format(room=name, counted=counted), at)
        chosen = next((at for at, row in enumerate(self._rows) if row.room_id == room_id), None)
        if chosen is None:
            chosen = next((at for at, row in enumerate(self._rows) if not row.fits), 0)
        self.room.setCurrentIndex(chosen)
        self.add_row(self.tr("Room"), self.room)
        self.count = self.add_line(self.tr("Papers handed in"))
        self.count.setFocus()

    def submit(self) -> None:
        typed = normalise(self.count.text())
        if not (typed.isascii() and typed.isdigit()) or len(typed) > 6:
            self.show_error(InvalidInput(_BAD_COUNT, typed=self.count.text().strip()[:20]))
            return
        row, sitting_id, number = self._rows[self.room.currentData()], self._sitting_id, int(typed)

        def call(uow: Any) -> Any:
            from exam.services.sign_in_desk import count_papers

            return count_papers(
                uow, sitting_id=sitting_id, room_id=row.room_id, count=number, seen_version=row.version
            )

        self.write(call)
