"""Adding rooms of one kind, and changing one: its name, its grid, and the places without a desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QScrollArea, QWidget

from exam.errors import InvalidInput
from exam.rules.marks import normalise
from exam.rules.seating import seat_labels
from exam.services.rooms import MOST_COLUMNS, MOST_ROOMS, MOST_ROWS
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label
from ui.widgets.seat_plan import SeatPlan

if TYPE_CHECKING:
    from exam.services.rooms import RoomRow

translate = QCoreApplication.translate

_BAD_COUNT = QT_TRANSLATE_NOOP("exam", "“{typed}” is no number from 1 to {most}. Type such a number.")


class AddRoomsDialog(FormDialog):
    """One room, or several of one kind, numbered on. ``people`` still need a seat."""

    def __init__(self, context: Context, sitting_id: int, people: int, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("AddRoomsDialog", "Add rooms"),
            translate("AddRoomsDialog", "Add"),
            parent,
            intro=translate("AddRoomsDialog", "{n} candidates need a seat.").format(n=people),
        )
        self._sitting_id = sitting_id
        self._people = people
        self.name = self.add_line(
            self.tr("Name of the room"),
            self.tr("Room 1"),
            self.tr("With several rooms the number in the name counts on."),
        )
        self.place = self.add_line(self.tr("Place"))
        self.rows = self.add_line(self.tr("Rows of desks"), "6")
        self.columns = self.add_line(self.tr("Desks in a row"), "5")
        self.count = self.add_line(self.tr("How many rooms"), str(max(1, -(-people // 30))))
        self.sum = label("", role="caption")
        self.body.addWidget(self.sum)
        for line in (self.rows, self.columns, self.count):
            line.textChanged.connect(lambda _: self._reckon())
        self._reckon()

    def _reckon(self) -> None:
        try:
            rows, columns, count = self._numbers()
        except InvalidInput:
            self.sum.setText("")
            return
        text = self.tr("{count} rooms with {seats} desks each: {all} desks.")
        self.sum.setText(text.format(count=count, seats=rows * columns, all=rows * columns * count))

    def _numbers(self) -> tuple[int, int, int]:
        return (
            whole(self.rows.text(), MOST_ROWS),
            whole(self.columns.text(), MOST_COLUMNS),
            whole(self.count.text(), MOST_ROOMS),
        )

    def submit(self) -> None:
        try:
            rows, columns, count = self._numbers()
        except InvalidInput as error:
            self.show_error(error)
            return
        sitting_id, name, place = self._sitting_id, self.name.text(), self.place.text()

        def call(uow: Any) -> Any:
            from exam.services.rooms import add_rooms

            return add_rooms(
                uow, sitting_id=sitting_id, name=name, rows=rows, columns=columns, count=count, place=place
            )

        self.write(call)


class RoomDialog(FormDialog):
    """Change one room. A click or the space bar takes a desk away or puts it back."""

    def __init__(self, context: Context, room: RoomRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("RoomDialog", "Change the room"), translate("RoomDialog", "Save"), parent, width=640
        )
        self._room = room
        self._unusable = set(room.unusable)
        self.name = self.add_line(self.tr("Name of the room"), room.name)
        self.place = self.add_line(self.tr("Place"), room.place)
        self.rows = self.add_line(self.tr("Rows of desks"), str(room.rows))
        self.columns = self.add_line(self.tr("Desks in a row"), str(room.columns))
        self.body.addWidget(
            wrapped_label(self.tr("Click a place (or press the space bar) where no desk can be used."), role="caption")
        )
        self.plan = SeatPlan(cell=(46, 34))
        self.plan.gaps_too = True
        self.plan.setAccessibleName(self.tr("Desks of the room"))
        self.plan.activated.connect(self._toggle)
        area = QScrollArea()
        area.setWidget(self.plan)
        area.setWidgetResizable(True)
        area.setMinimumHeight(theme.px(260))
        self.body.addWidget(area, 1)
        for line in (self.rows, self.columns):
            line.textChanged.connect(lambda _: self._show())
        self._show()

    def _toggle(self, row: int, column: int) -> None:
        self._unusable ^= {(row, column)}
        self._show()

    def _show(self) -> None:
        try:
            rows, columns = whole(self.rows.text(), MOST_ROWS), whole(self.columns.text(), MOST_COLUMNS)
        except InvalidInput:
            return
        self.plan.show_room(rows, columns, self._unusable, seat_labels(rows, columns, self._unusable))

    def submit(self) -> None:
        try:
            rows, columns = whole(self.rows.text(), MOST_ROWS), whole(self.columns.text(), MOST_COLUMNS)
        except InvalidInput as error:
            self.show_error(error)
            return
        room, unusable = self._room, frozenset(self._unusable)
        name, place = self.name.text(), self.place.text()

        def call(uow: Any) -> Any:
            from exam.services.rooms import change_room

            return change_room(
                uow, room_id=room.id, seen_version=room.version, name=name, place=place, rows=rows, columns=columns,
                unusable=unusable,
            )  # fmt: skip

        self.write(call)


def whole(text: str, most: int) -> int:
    """A number from 1 to ``most``, or :class:`InvalidInput`."""
    plain = normalise(text)
    if not (plain.isascii() and plain.isdigit()) or not 1 <= int(plain) <= most:
        raise InvalidInput(_BAD_COUNT, typed=text.strip()[:20], most=most)
    return int(plain)
