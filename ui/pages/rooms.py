"""Rooms and seats of a sitting: rooms as grids, seats by lot, the plan, single people moved by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QScrollArea, QSplitter, QVBoxLayout, QWidget

from exam.access import Right
from exam.rules.seating import paper_version, seat_labels
from ui import theme
from ui.context import Context
from ui.item_models.rooms import clash_counts, desks_of, rooms_model
from ui.pages.page import Page, scrolled
from ui.pages.rooms_commands import RoomsCommands
from ui.widgets.cards import Card, StatCard, card_row
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import ElidedLabel
from ui.widgets.message_line import MessageLine
from ui.widgets.rooms_bar import RoomsBar
from ui.widgets.seat_plan import SeatPlan
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.rooms import RoomRow
    from exam.services.seats import RoomPlan, SeatingSheet, SeatRow
    from exam.services.sittings import SittingRow

LOADING, NO_SITTING, NO_ROOM, FULL = range(4)


class RoomsPage(Page):
    """Left the rooms, right the plan of the chosen one."""

    key = "rooms"
    topics = frozenset({"written", "draw", "roster"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.sheet: SeatingSheet | None = None
        self.plan: RoomPlan | None = None
        self.people: dict[tuple[int, int], SeatRow] = {}
        self.held: SeatRow | None = None
        self._sitting_id: int | None = None
        self._room_id: int | None = None
        self._colors: dict[int, int] = {}
        self._clashes: dict[int, int] = {}
        self.commands = RoomsCommands(context, self)
        self.copy_button = self.header.add_action(self.tr("Take over rooms…"), "copy", self.commands.copy_rooms)
        self.add_button = self.header.add_action(self.tr("Add rooms…"), "plus", self.commands.add_rooms)
        self.draw_button = self.header.add_action(
            self.tr("Draw the seats…"), "dices", self.commands.draw_seats, "primary"
        )
        self._stack = self.add_views(self._no_sitting(), self._no_room(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Rooms and seats")

    def subtitle(self) -> str:
        return self.tr("Where the candidates of the written exam sit")

    def key_hints(self) -> str:
        return self.tr("Arrows walk   Enter picks up, Enter puts down   Esc puts back")

    def help_text(self) -> str:
        return self.tr(
            "Add the rooms with their desks and draw the seats: the dice of the random draw decide, and nobody sits "
            "beside a colleague where the room allows. To move somebody, press Enter on the desk, go to another one, "
            "also in another room, and press Enter again. Who sits there changes places."
        )

    # Building

    def _no_sitting(self) -> EmptyState:
        return EmptyState(
            self.tr("There is no sitting yet. Make one for the drawn people; then their rooms can be arranged."),
            self.tr("Go to the written round"),
            lambda: self.context.go_to("written"),
            self.tr("Look at the draw"),
            lambda: self.context.go_to("draw"),
            icon="armchair",
        )

    def _no_room(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        # The way back to a sitting that has its rooms.
        self.sittings_bar = RoomsBar(self)
        self.sittings_bar.versions_box.hide()
        self.sittings_bar.sitting_chosen.connect(self._choose_sitting)
        column.addWidget(self.sittings_bar)
        self.no_room = EmptyState(
            self.tr("No room has been added yet. A room is a grid of desks; places without a desk are marked later."),
            self.tr("Add rooms…"),
            self.commands.add_rooms,
            self.tr("Take over the rooms of another sitting"),
            self.commands.copy_rooms,
            icon="armchair",
        )
        column.addWidget(self.no_room, 1)
        return holder

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.cards = {
            "people": StatCard(self.tr("candidates"), "users"),
            "seats": StatCard(self.tr("desks"), "armchair"),
            "unseated": StatCard(self.tr("without a seat"), "circle-dashed"),
            "clashes": StatCard(self.tr("neighbours of one unit"), "triangle-alert"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        self.bar = RoomsBar(self)
        self.bar.sitting_chosen.connect(self._choose_sitting)
        self.bar.versions_chosen.connect(self.commands.set_versions)
        column.addWidget(self.bar)
        split = QSplitter(Qt.Orientation.Horizontal)
        self.rooms_model = rooms_model(self._clashes)
        self.table = Table(self.rooms_model, name=self.tr("Rooms"))
        self.table.current_row.connect(self._choose_room)
        self.table.activated_row.connect(lambda _: self.seats.setFocus())
        split.addWidget(self.table)
        split.addWidget(self._plan_card())
        split.setStretchFactor(1, 1)
        split.setSizes([theme.px(350), theme.px(700)])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _plan_card(self) -> QWidget:
        card = Card()
        self.seats = SeatPlan()
        self.seats.setAccessibleName(self.tr("Plan of the room"))
        self.seats.current_changed.connect(lambda *_: self._tell_current())
        self.seats.activated.connect(self._act_on)
        self.seats.given_up.connect(self.put_back)
        self._area = scrolled(self.seats)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self.room_bar = self.bar.room_commands(self.commands)
        card.body.addLayout(self.room_bar)
        card.body.addWidget(self._area, 1)
        self.about_seat = ElidedLabel(role="caption")
        card.body.addWidget(self.about_seat)
        return card

    # Showing

    def arrive(self, **hints: Any) -> None:
        if "sitting_id" in hints:
            self._choose_sitting(int(hints["sitting_id"]))

    def refresh(self) -> None:
        wanted, room_id = self._sitting_id, self._room_id

        def look(uow: Any) -> Any:
            from exam.services import seats, sittings

            rows = sittings.list_sittings(uow)
            known = [row.id for row in rows]
            target = wanted if wanted in known else next((row.id for row in rows if not row.locked), None)
            target = target if target is not None else (known[0] if known else None)
            if target is None:
                return rows, None, None
            sheet = seats.get_seating(uow, sitting_id=target)
            room = next((room.id for room in sheet.rooms if room.id == room_id), None)
            room = room if room is not None else (sheet.rooms[0].id if sheet.rooms else None)
            return rows, sheet, seats.get_room_plan(uow, room_id=room) if room is not None else None

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[tuple[SittingRow, ...], SeatingSheet | None, RoomPlan | None]) -> None:
        sittings, self.sheet, plan = found
        self.commands.sittings = sittings
        if self.sheet is None:
            self._stack.setCurrentIndex(NO_SITTING)
            self._allow()
            return
        sheet = self.sheet
        self._sitting_id = sheet.sitting.id
        self.header.set_subtitle(self._about(sheet))
        if self.no_room.link is not None:
            self.no_room.link.setVisible(len(sittings) > 1)
        if not sheet.rooms:
            self.sittings_bar.fill(sittings, sheet)
            self.sittings_bar.setVisible(len(sittings) > 1)
            self._stack.setCurrentIndex(NO_ROOM)
            self._allow()
            return
        self._clashes.clear()
        self._clashes.update(clash_counts(sheet.clashes))
        self.bar.fill(sittings, sheet)
        self.cards["people"].set_value(str(sheet.sitting.candidates))
        missing = sheet.seats < sheet.sitting.candidates
        self.cards["seats"].set_value(str(sheet.seats), tone="error" if missing else "text2")
        self.cards["unseated"].set_value(str(sheet.unseated), tone="warn" if sheet.unseated else "ok")
        self.cards["clashes"].set_value(str(len(sheet.clashes)), tone="warn" if sheet.clashes else "ok")
        self._show_plan(plan)
        self.rooms_model.set_rows(sheet.rooms)
        at = self.rooms_model.find(self._room_id)
        if at >= 0 and self.table.currentIndex().row() != at:
            self.table.selectRow(at)
        self._stack.setCurrentIndex(FULL)
        self._tell_state()
        self._allow()

    def _about(self, sheet: SeatingSheet) -> str:
        sitting = sheet.sitting
        begins = f"{sitting.starts_at.astimezone():%Y-%m-%d %H:%M}" if sitting.starts_at is not None else ""
        drawn = "" if sheet.neighbours is None else self.tr("seats drawn by lot")
        rooms = self.tr("{n} rooms").format(n=len(sheet.rooms))
        return " · ".join(part for part in (sitting.name, begins, sitting.place, rooms, drawn) if part)

    def _show_plan(self, plan: RoomPlan | None) -> None:
        self.plan = plan
        if plan is None or self.sheet is None:
            return
        room = plan.room
        self._room_id = room.id
        self.bar.room_name.setText(" · ".join(part for part in (room.name, room.place) if part))
        self.people = {(who.row or 0, who.column or 0): who for who in plan.people}
        labels = seat_labels(room.rows, room.columns, room.unusable)
        versions = self.sheet.sitting.paper_versions
        papers = {place: paper_version(*place, versions) for place in labels}
        desks = desks_of(plan, self.sheet.clashes, self._colors)
        self.seats.show_room(room.rows, room.columns, room.unusable, labels, desks, papers)
        self._show_held()
        self._tell_current()

    def _show_held(self) -> None:
        here = self.held is not None and self.plan is not None and self.held.room_id == self.plan.room.id
        self.seats.hold((self.held.row or 0, self.held.column or 0) if self.held is not None and here else None)

    def _tell_current(self) -> None:
        if self.plan is None:
            return
        place, room = self.seats.current, self.plan.room
        who = self.people.get(place)
        seat = seat_labels(room.rows, room.columns, room.unusable).get(place, "")
        text = self.tr("Seat {seat}, row {row}, desk {column}").format(seat=seat, row=place[0], column=place[1])
        rest = self.tr("free") if who is None else f"{who.name} · {who.ticket_number} · {who.unit}"
        self.about_seat.setText(f"{text}   {rest}")
        self._area.ensureVisible(*self.seats.rect_of(place).center().toTuple(), theme.px(60), theme.px(50))

    def _tell_state(self) -> None:
        """What stands in the way, and what helps."""
        sheet, free = self.sheet, self._free()
        if sheet is None or self.held is not None:
            return
        if sheet.seats < sheet.sitting.candidates:
            text = self.tr("{n} desks are missing.").format(n=sheet.sitting.candidates - sheet.seats)
            actions = ((self.tr("&Add rooms…"), self.commands.add_rooms),) if free else ()
            self.message.show_message("warn", text, actions)
        elif sheet.unseated and sheet.unseated < sheet.sitting.candidates:
            text = self.tr("{n} candidates have no seat yet, perhaps because they stepped up after a strike.")
            actions = ((self.tr("&Seat them"), self.commands.seat_rest),) if free else ()
            self.message.show_message("warn", text.format(n=sheet.unseated), actions)
        elif sheet.unseated:
            self.message.show_message("info", self.tr("There are desks for everybody. Draw the seats now."))
        elif sheet.clashes:
            text = self.tr("{n} pairs of one unit still sit beside, before or diagonal to each other.")
            action = (self.tr("Show the &list…"), self.commands.show_clashes)
            self.message.show_message("warn", text.format(n=len(sheet.clashes)), (action,))
        else:
            self.message.show_message("ok", self.tr("Everybody has a seat, and nobody sits near a colleague."))

    def _free(self) -> bool:
        sitting = self.sheet.sitting if self.sheet is not None else None
        return (
            sitting is not None and not sitting.locked and not sitting.sealed
            and self.context.may(Right.MANAGE_WRITTEN)
        )  # fmt: skip

    def _allow(self) -> None:
        free = self._free()
        rooms = self.sheet is not None and bool(self.sheet.rooms)
        self.add_button.setEnabled(free)
        self.draw_button.setEnabled(free and rooms)
        self.copy_button.setVisible(rooms and len(self.commands.sittings) > 1)
        self.copy_button.setEnabled(free)
        for button in (*self.bar.room_buttons, self.bar.versions_box):
            button.setEnabled(free)
        why = "" if free else self.tr("The papers are sealed, the marks are locked, or your role may not do this.")
        for button in (self.add_button, self.draw_button):
            button.setToolTip(why)

    # Acting

    def _choose_sitting(self, sitting_id: int) -> None:
        self._sitting_id, self._room_id, self.held = sitting_id, None, None
        self.refresh()

    def _choose_room(self, room: RoomRow | None) -> None:
        if room is None or (self.plan is not None and self.plan.room.id == room.id):
            return
        self._room_id = room.id
        room_id = room.id

        def look(uow: Any) -> Any:
            from exam.services.seats import get_room_plan

            return get_room_plan(uow, room_id=room_id)

        self.context.operations.read(self, look, self._show_plan)

    def _act_on(self, row: int, column: int) -> None:
        """Enter or a double click on a place: pick somebody up, or put down who is held."""
        who = self.people.get((row, column))
        if not self._free() or self.plan is None:
            return
        if self.held is None:
            if who is not None:
                self.held = who
                text = self.tr(
                    "{name} is picked up. Go to another desk, also in another room, and press Enter; Esc puts back."
                )
                action = (self.tr("&Put back"), self.put_back)
                self.message.show_message("info", text.format(name=who.name), (action,))
                self._show_held()
            return
        held, room_id = self.held, self.plan.room.id
        self.put_back()
        if who is None or who.candidate_id != held.candidate_id:
            self.commands.move(held, room_id, row, column)

    def put_back(self) -> None:
        """Nobody is being moved any more."""
        self.held = None
        self._show_held()
        self._tell_state()
