"""Rooms in a table, the people of a room as desks of the plan, and the list of the invigilator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import ATTENDANCE_NAMES, Attendance
from ui.i18n import words
from ui.item_models.rows import Column, RowsModel
from ui.widgets.seat_plan import Desk, Place

if TYPE_CHECKING:
    from exam.services.rooms import RoomRow
    from exam.services.seats import Clash, RoomPlan
    from exam.services.sign_in_desk import DeskRow

translate = QCoreApplication.translate

STATE_TONES = {
    None: "",
    Attendance.PRESENT: "ok",
    Attendance.LATE: "warn",
    Attendance.ABSENT: "quiet",
    Attendance.EXCUSED: "accent",
    Attendance.DISCIPLINED: "error",
    Attendance.ZEROED: "error",
    Attendance.WITHDRAWN: "quiet",
}
STATE_ICONS = {
    None: "circle-dashed",
    Attendance.PRESENT: "circle-check",
    Attendance.LATE: "history",
    Attendance.ABSENT: "user-x",
    Attendance.EXCUSED: "circle-minus",
    Attendance.DISCIPLINED: "triangle-alert",
    Attendance.ZEROED: "circle-x",
    Attendance.WITHDRAWN: "ban",
}


def rooms_model(clashes: dict[int, int]) -> RowsModel[RoomRow]:
    """Rooms with their desks; ``clashes`` counts neighbours of one unit by room and may change later."""
    return RowsModel(
        [
            Column(translate("RoomsTable", "Room"), lambda row: row.name, stretch=True, bold=True),
            Column(
                translate("RoomsTable", "Seated"), lambda row: f"{row.people} / {row.seats}", align="right",
                sort_key=lambda row: row.people, width=90,
            ),
            Column(
                translate("RoomsTable", "Neighbours"), lambda row: str(clashes.get(row.id, 0) or ""), align="right",
                sort_key=lambda row: clashes.get(row.id, 0), width=84,
                tone=lambda row: "warn" if clashes.get(row.id) else "",
            ),
        ],
        search_key=lambda row: f"{row.name} {row.place}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def clash_counts(clashes: Iterable[Clash]) -> dict[int, int]:
    """Pairs of one unit by room."""
    return dict(Counter(clash.room_id for clash in clashes))


def clash_lines(clashes: Iterable[Clash]) -> str:
    """The pairs that remain, a line each."""
    text = translate("RoomsTable", "{room}: {one} (seat {one_seat}) and {other} (seat {other_seat}), {unit}")
    return "\n".join(
        text.format(
            room=clash.room, one=clash.one, one_seat=clash.one_seat, other=clash.other, other_seat=clash.other_seat,
            unit=clash.unit,
        )
        for clash in clashes
    )  # fmt: skip


def desks_of(plan: RoomPlan, clashes: Iterable[Clash], colors: dict[int, int]) -> dict[Place, Desk]:
    """Everybody of a room at their desk. ``colors`` numbers the units and is filled as new ones come."""
    marked = {ticket for clash in clashes if clash.room_id == plan.room.id for ticket in (clash.one, clash.other)}
    desks: dict[Place, Desk] = {}
    for who in plan.people:
        away = who.attendance is not None and not who.attendance.sat
        state = words(ATTENDANCE_NAMES[who.attendance]) if who.attendance is not None else ""
        tip = " · ".join(part for part in (who.name, who.ticket_number, who.unit, state) if part)
        desks[who.row or 0, who.column or 0] = Desk(
            who.name, who.unit_code, colors.setdefault(who.unit_id, len(colors)), tip, who.ticket_number in marked, away
        )
    return desks


def desk_model() -> RowsModel[DeskRow]:
    """The list of the invigilator."""
    return RowsModel(
        [
            Column(translate("DeskTable", "Room"), lambda row: row.room, width=84, secondary=True),
            Column(translate("DeskTable", "Seat"), lambda row: row.seat, width=56),
            Column(translate("DeskTable", "Ticket no."), lambda row: row.ticket_number, width=96),
            Column(translate("DeskTable", "Name"), lambda row: row.name, width=96, bold=True),
            Column(
                translate("DeskTable", "State"), state_words, width=112, pill=True,
                tone=lambda row: STATE_TONES[row.attendance], icon=lambda row: STATE_ICONS[row.attendance],
            ),
            Column(translate("DeskTable", "Came at"), came_at, width=70, secondary=True),
            Column(translate("DeskTable", "Unit"), lambda row: row.unit, stretch=True, secondary=True),
        ],
        search_key=lambda row: f"{row.ticket_number} {row.name} {row.unit} {row.seat} {row.staff_number}",
        row_key=lambda row: row.candidate_id,
    )  # fmt: skip


def state_words(row: DeskRow) -> str:
    """The state of a candidate in words."""
    if row.attendance is None:
        return translate("DeskTable", "Not yet")
    return words(ATTENDANCE_NAMES[row.attendance])


def came_at(row: DeskRow) -> str:
    """When the candidate signed in, local time."""
    return f"{row.arrived_at.astimezone():%H:%M}" if row.arrived_at is not None else ""
