"""Counts, the choice of sitting and room, and the clock, for the page of the sign-in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.widgets.cards import StatCard, card_row
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.services.rooms import RoomRow
    from exam.services.sign_in_desk import DeskCounts, DeskSheet
    from exam.services.sittings import SittingRow


class ExamDayBar(QWidget):
    """``chosen(sitting_id, room_id)``: another sitting or room; room ``None`` = all rooms."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.cards = {
            "expected": StatCard(self.tr("expected"), "users"),
            "present": StatCard(self.tr("present"), "circle-check", "ok"),
            "late": StatCard(self.tr("late"), "history"),
            "absent": StatCard(self.tr("absent"), "user-x"),
            "other": StatCard(self.tr("other states"), "info"),
            "waiting": StatCard(self.tr("not yet"), "circle-dashed"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.sitting_box, self.room_box = QComboBox(), QComboBox()
        self.sitting_box.setAccessibleName(self.tr("Sitting"))
        self.room_box.setAccessibleName(self.tr("Room"))
        self.sitting_box.setMinimumWidth(theme.px(180))
        self.room_box.setMinimumWidth(theme.px(160))
        self.sitting_box.activated.connect(lambda _: self.chosen.emit(self.sitting_box.currentData(), None))
        self.room_box.activated.connect(
            lambda _: self.chosen.emit(self.sitting_box.currentData(), self.room_box.currentData())
        )
        self.clock = label(role="heading")
        self.limit = label(role="caption")
        self.search = SearchField(self.tr("Ticket, name or unit (Ctrl+F)"), parent or self, width=260)
        for widget in (self.sitting_box, self.room_box, self.clock, self.limit):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.search)
        column.addLayout(row)

    def fill(
        self, sittings: Sequence[SittingRow], rooms: Sequence[RoomRow], sitting_id: int, room_id: int | None
    ) -> None:
        """Show these choices."""
        self.sitting_box.clear()
        for row in sittings:
            self.sitting_box.addItem(row.name, row.id)
        self.sitting_box.setCurrentIndex(self.sitting_box.findData(sitting_id))
        self.room_box.clear()
        self.room_box.addItem(self.tr("All rooms"), None)
        for room in rooms:
            self.room_box.addItem(room.name, room.id)
        self.room_box.setCurrentIndex(max(0, self.room_box.findData(room_id)))

    def count(self, counts: DeskCounts) -> None:
        """Show the counts."""
        other = counts.excused + counts.disciplined + counts.zeroed + counts.withdrawn
        for key, value in (
            ("expected", counts.expected), ("present", counts.present), ("late", counts.late),
            ("absent", counts.absent), ("other", other), ("waiting", counts.waiting),
        ):  # fmt: skip
            self.cards[key].set_value(str(value))

    def tick(self, sheet: DeskSheet, now: datetime) -> None:
        """The clock, and what it means for who comes now."""
        self.clock.setText(f"{now.astimezone():%H:%M:%S}")
        if sheet.late_after is None or sheet.closed_after is None:
            self.limit.setText(self.tr("The sitting has no time, so nobody is late."))
            return
        begins, until = f"{sheet.late_after.astimezone():%H:%M}", f"{sheet.closed_after.astimezone():%H:%M}"
        if now <= sheet.late_after:
            text = self.tr("begins at {at}").format(at=begins)
        elif now <= sheet.closed_after:
            text = self.tr("began at {at}; late comers until {until}").format(at=begins, until=until)
        else:
            text = self.tr("the late limit passed at {at}").format(at=until)
        self.limit.setText(text)
