"""What papers are made from: a publication or the marks of this moment; a sitting and its rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.labels import label

if TYPE_CHECKING:
    from exam.services.papers import PapersRow
    from exam.services.sitting_papers import SittingChoice

DRAFT = 0
MANY_PEOPLE = 300
"""From so many candidates on, the first room is shown first instead of all rooms."""


class PaperSource(QWidget):
    """The boxes above the list of papers; ``changed`` when somebody chose something else."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sittings: tuple[SittingChoice, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        self.source_label = label(self.tr("Results from"), role="caption")
        column.addWidget(self.source_label)
        self.source_box = self._box(column, self.tr("Results from"))
        self.exam_label = label(self.tr("Written exam and room"), role="caption")
        column.addWidget(self.exam_label)
        self.sitting_box = self._box(column, self.tr("Written exam"))
        self.room_box = self._box(column, self.tr("Room"))
        self.sitting_box.activated.connect(self._sitting_changed)
        self.source_box.activated.connect(self._changed)
        self.room_box.activated.connect(self._changed)
        self.people_label = label(self.tr("Result slips for"), role="caption")
        column.addWidget(self.people_label)
        self.unit_box = self._box(column, self.tr("Unit"))
        self.unit_box.activated.connect(self._changed)
        self.who = QLineEdit()
        self.who.setPlaceholderText(self.tr("Everybody, or a number or name"))
        self.who.setAccessibleName(self.tr("Number or name"))
        self.who.setClearButtonEnabled(True)
        self.who.editingFinished.connect(self._who_typed)
        column.addWidget(self.who)
        self._asked = ""
        self._show_exam(False)
        self.show_people(False)

    def _box(self, column: QVBoxLayout, name: str) -> QComboBox:
        box = QComboBox()
        box.setAccessibleName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(8)
        column.addWidget(box)
        return box

    def fill(self, row: PapersRow, *, first: bool) -> None:
        """Offer what there is now; what was chosen stays chosen."""
        before = self.source()
        self.source_box.clear()
        for number, day in row.publications:
            text = self.tr("Publication {number} ({day})").format(number=number, day=day)
            self.source_box.addItem(text, number)
        if row.may_draft:
            self.source_box.addItem(self.tr("Draft: the marks of this moment"), DRAFT)
        at = self.source_box.findData(before)
        self.source_box.setCurrentIndex(0 if first or at < 0 else at)
        for widget in (self.source_label, self.source_box):
            widget.setVisible(self.source_box.count() > 0)
        chosen, room = self.sitting_box.currentData(), self.room_id()
        self._sittings = row.sittings
        self.sitting_box.clear()
        for sitting in row.sittings:
            self.sitting_box.addItem(sitting.name, sitting.id)
        self.sitting_box.setCurrentIndex(max(0, self.sitting_box.findData(chosen)))
        same = chosen is not None and self.sitting_box.currentData() == chosen
        self._fill_rooms(room if same else None, keep=same)
        self._show_exam(bool(row.sittings))
        unit = self.unit_box.currentData()
        self.unit_box.clear()
        self.unit_box.addItem(self.tr("All units"), "")
        for code, name in row.units:
            self.unit_box.addItem(name, code)
        self.unit_box.setCurrentIndex(max(0, self.unit_box.findData(unit)))

    def show_people(self, there: bool) -> None:
        """Show the boxes that choose people only beside a paper that is made for them."""
        for widget in (self.people_label, self.unit_box, self.who):
            widget.setVisible(there)

    def people(self) -> tuple[str, str]:
        """The chosen unit ("" = all) and what was typed to find one candidate ("" = everybody)."""
        return self.unit_box.currentData() or "", self.who.text().strip()

    def source(self) -> int:
        """The chosen publication, or :data:`DRAFT`."""
        data = self.source_box.currentData()
        return data if isinstance(data, int) else DRAFT

    def sitting(self) -> SittingChoice | None:
        """The chosen sitting, if there is one."""
        chosen = self.sitting_box.currentData()
        return next((one for one in self._sittings if one.id == chosen), None)

    def room_id(self) -> int | None:
        """The chosen room; ``None`` = all rooms."""
        data = self.room_box.currentData()
        return data if isinstance(data, int) else None

    def choose_exam(self, sitting_id: int, room_id: int | None = None) -> None:
        """Choose a sitting, and a room of it, as if somebody had."""
        at = self.sitting_box.findData(sitting_id)
        if at >= 0:
            self.sitting_box.setCurrentIndex(at)
            self._fill_rooms(room_id, keep=room_id is not None)

    def _fill_rooms(self, room_id: int | None, *, keep: bool) -> None:
        sitting = self.sitting()
        self.room_box.clear()
        if sitting is None:
            return
        people = sum(room.people for room in sitting.rooms)
        self.room_box.addItem(self.tr("All rooms ({people})").format(people=people), None)
        for room in sitting.rooms:
            text = self.tr("{room} ({people})").format(room=room.name, people=room.people)
            self.room_box.addItem(text, room.id)
        if keep:
            self.room_box.setCurrentIndex(max(0, self.room_box.findData(room_id)) if room_id is not None else 0)
        elif people > MANY_PEOPLE and len(sitting.rooms) > 1:
            self.room_box.setCurrentIndex(1)

    def _show_exam(self, there: bool) -> None:
        for widget in (self.exam_label, self.sitting_box, self.room_box):
            widget.setVisible(there)

    def _sitting_changed(self) -> None:
        self._fill_rooms(None, keep=False)
        self.changed.emit()

    def _who_typed(self) -> None:
        if self.who.text().strip() != self._asked:
            self._asked = self.who.text().strip()
            self.changed.emit()

    def _changed(self) -> None:
        self.changed.emit()
