"""The candidate at the desk, large enough to read while standing, with one key for each state."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from exam.rules.marks import ATTENDANCE_NAMES, Attendance
from ui import theme
from ui.i18n import words
from ui.item_models.rooms import STATE_TONES, came_at, state_words
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import ElidedLabel, label, set_tone

if TYPE_CHECKING:
    from exam.services.sign_in_desk import DeskRow

KEYS = (
    (Attendance.PRESENT, "F2"),
    (Attendance.LATE, "F3"),
    (Attendance.ABSENT, "F4"),
    (Attendance.EXCUSED, "F6"),
    (Attendance.DISCIPLINED, "F7"),
    (Attendance.ZEROED, "F8"),
    (None, "F9"),
)
"""F1, F5 and F11 belong to the window; letters and digits belong to the field."""


class PersonCard(Card):
    """Field on top, the person below, the states at the bottom."""

    entered = Signal(str)
    state_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=(18, 16))
        self.row: DeskRow | None = None
        self.field = QLineEdit()
        self.field.setProperty("large", True)
        self.field.setPlaceholderText(self.tr("Scan or type a ticket"))
        self.field.setAccessibleName(self.tr("Ticket number"))
        self.field.returnPressed.connect(lambda: self.entered.emit(self.field.text()))
        self.body.addWidget(self.field)
        self.body.addLayout(self._person())
        self.body.addStretch(1)
        self.note = QLineEdit()
        self.note.setPlaceholderText(self.tr("Note, for example the reason; goes with the next state"))
        self.note.setAccessibleName(self.tr("Note"))
        self.body.addWidget(self.note)
        self.body.addLayout(self._states())
        self.show_person(None)

    def _person(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(theme.px(4))
        column.setContentsMargins(0, theme.px(10), 0, 0)
        self.name = ElidedLabel()
        self.name.setFont(theme.font(40, bold=True))
        self.name.setMinimumHeight(theme.px(56))
        self.unit = ElidedLabel()
        self.unit.setFont(theme.font(16))
        self.numbers = label(role="caption")
        seat_row = QHBoxLayout()
        seat_row.setSpacing(theme.px(14))
        self.seat = label()
        self.seat.setFont(theme.font(26, bold=True))
        self.state = label()
        self.state.setFont(theme.font(18, bold=True))
        seat_row.addWidget(self.seat)
        seat_row.addStretch(1)
        seat_row.addWidget(self.state)
        for widget in (self.name, self.unit, self.numbers):
            column.addWidget(widget)
        line = QFrame()
        line.setFixedHeight(1)
        line.setStyleSheet(f"background: {theme.color('line').name()};")
        column.addSpacing(theme.px(6))
        column.addWidget(line)
        column.addLayout(seat_row)
        return column

    def _states(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(theme.px(8))
        self.buttons: dict[Attendance | None, QPushButton] = {}
        for at, (state, key) in enumerate(KEYS):
            text = self._short(state)
            button = secondary_button(f"{text}  {key}", clicked=lambda state=state: self.state_chosen.emit(state))
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(button.click)
            self.buttons[state] = button
            grid.addWidget(button, at // 3, at % 3)
            grid.setColumnStretch(at % 3, 1)
        return grid

    def _short(self, state: Attendance | None) -> str:
        if state is Attendance.ZEROED:
            return self.tr("Zeroed")
        return words(ATTENDANCE_NAMES[state]) if state is not None else self.tr("Not yet")

    def show_person(self, row: DeskRow | None, message: str = "") -> None:
        """Show somebody, or nobody with a word of what to do."""
        self.row = row
        self.note.clear()
        if row is None:
            self.name.setText("")
            self.unit.setText(message)
            self.numbers.setText("")
            self.seat.setText("")
            self.state.setText("")
        else:
            self.name.setText(row.name)
            self.unit.setText(row.unit)
            paper = self.tr("paper {version}").format(version=row.paper) if row.paper else ""
            staff = self.tr("staff no. {number}").format(number=row.staff_number)
            self.numbers.setText(" · ".join(part for part in (row.ticket_number, staff, paper, row.note) if part))
            seat = self.tr("seat {seat}").format(seat=row.seat) if row.seat else self.tr("no seat")
            self.seat.setText(" ".join(part for part in (row.room, seat) if part))
            self.state.setText(" ".join(part for part in (state_words(row), came_at(row)) if part))
            tone = STATE_TONES[row.attendance]
            set_tone(self.state, tone if tone in ("ok", "warn", "error") else "")
        self.setAccessibleName(" ".join((self.name.text(), self.unit.text(), self.seat.text(), self.state.text())))

    def allow(self, enter: bool, choose: bool) -> None:
        """Whether tickets may be read and states chosen now."""
        self.field.setEnabled(enter)
        self.note.setEnabled(choose)
        for button in self.buttons.values():
            button.setEnabled(choose)

    def ready(self) -> None:
        """Empty the field for the next ticket."""
        self.field.clear()
        self.field.setFocus()

    def give_back(self, text: str) -> None:
        """Put a number back that could not be saved, unless the next one is being typed; typing replaces it."""
        if not self.field.text():
            self.field.setText(text)
            self.field.selectAll()
