"""What can be done on the page of the rooms."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import messages
from ui.context import Context
from ui.item_models.rooms import clash_lines
from ui.widgets.buttons import primary_button

if TYPE_CHECKING:
    from exam.services.seats import SeatRow
    from exam.services.sittings import SittingRow
    from ui.pages.rooms import RoomsPage


class RoomsCommands(QObject):
    """Acts on the sitting and the room that the page shows."""

    def __init__(self, context: Context, page: RoomsPage) -> None:
        super().__init__(page)
        self.context = context
        self.page = page
        self.sittings: tuple[SittingRow, ...] = ()

    def add_rooms(self) -> None:
        """Ask for rooms of one kind."""
        from ui.dialogs.rooms_edit import AddRoomsDialog

        sheet = self.page.sheet
        if sheet is not None:
            missing = max(0, sheet.sitting.candidates - sheet.seats)
            AddRoomsDialog(self.context, sheet.sitting.id, missing, self.page).open()

    def copy_rooms(self) -> None:
        """Take over the rooms of the first other sitting that has some."""
        sheet = self.page.sheet
        if sheet is None:
            return
        others = [row for row in self.sittings if row.id != sheet.sitting.id]
        if not others:
            return
        target, source = sheet.sitting.id, others[0]

        def call(uow: Any) -> Any:
            from exam.services.rooms import copy_rooms

            return copy_rooms(uow, sitting_id=target, from_sitting_id=source.id)

        text = self.tr("The rooms of {sitting} are added here, empty.").format(sitting=source.name)
        messages.confirm(
            self.page, text, self.tr("Take over"), lambda: self.context.operations.write(self.page, call)
        )

    def change_room(self) -> None:
        """Change name, grid and gaps of the room shown."""
        from ui.dialogs.rooms_edit import RoomDialog

        if self.page.plan is not None:
            RoomDialog(self.context, self.page.plan.room, self.page).open()

    def remove_room(self) -> None:
        """Take the empty room away."""
        plan = self.page.plan
        if plan is None:
            return
        room = plan.room

        def call(uow: Any) -> Any:
            from exam.services.rooms import remove_room

            return remove_room(uow, room_id=room.id, seen_version=room.version)

        messages.confirm(
            self.page, self.tr("{room} is taken away.").format(room=room.name), self.tr("Remove"),
            lambda: self.context.operations.write(self.page, call), danger=True,
        )  # fmt: skip

    def draw_seats(self) -> None:
        """Ask, then draw; the dice are those of the random draw."""
        sheet = self.page.sheet
        if sheet is None:
            return
        sitting = sheet.sitting

        def call(uow: Any, progress: Any) -> Any:
            from exam.services.seat_draw import draw_seats

            return draw_seats(uow, sitting_id=sitting.id, seen_version=sitting.version, progress=progress)

        def start() -> None:
            self.context.operations.write_long(self.page, self.tr("Drawing the seats"), call, self._drawn)

        text = self.tr(
            "The seats of {n} candidates are drawn with the dice of the random draw. Anybody can check the result: the "
            "same rooms always give the same seats."
        ).format(n=sitting.candidates)
        if sheet.unseated < sitting.candidates:
            text += " " + self.tr("Seats given before, also by hand, are replaced.")
        messages.confirm(self.page, text, self.tr("Draw the seats"), start)

    def _drawn(self, sheet: Any) -> None:
        text = self.tr("Seats drawn for {n} candidates; neighbours of one unit: {clashes}.")
        self.context.say(text.format(n=sheet.sitting.candidates, clashes=len(sheet.clashes)))

    def seat_rest(self) -> None:
        """Seat who has no seat; nobody else moves."""
        sheet = self.page.sheet
        if sheet is None:
            return
        sitting_id = sheet.sitting.id

        def call(uow: Any) -> Any:
            from exam.services.seat_draw import seat_rest

            return seat_rest(uow, sitting_id=sitting_id)

        self.context.operations.write(self.page, call)

    def clear_seats(self) -> None:
        """Everybody stands up again."""
        sheet = self.page.sheet
        if sheet is None:
            return
        sitting_id = sheet.sitting.id

        def call(uow: Any) -> Any:
            from exam.services.seat_draw import clear_seats

            return clear_seats(uow, sitting_id=sitting_id)

        messages.confirm(
            self.page, self.tr("All candidates of this sitting lose their seats. The rooms stay."),
            self.tr("Clear the seats"), lambda: self.context.operations.write(self.page, call), danger=True,
        )  # fmt: skip

    def set_versions(self, versions: int) -> None:
        """One paper for everybody, or A and B."""
        sheet = self.page.sheet
        if sheet is None:
            return
        sitting = sheet.sitting

        def call(uow: Any) -> Any:
            from exam.services.rooms import set_paper_versions

            return set_paper_versions(uow, sitting_id=sitting.id, versions=versions, seen_version=sitting.version)

        self.context.operations.write(self.page, call)

    def move(self, who: SeatRow, room_id: int, row: int, column: int) -> None:
        """Put somebody at another desk."""

        def call(uow: Any) -> Any:
            from exam.services.seat_draw import move_candidate

            return move_candidate(
                uow, candidate_id=who.candidate_id, seen_version=who.version, room_id=room_id, row=row, column=column
            )

        def done(moved: SeatRow) -> None:
            self.context.say(self.tr("{name} sits at {seat} now.").format(name=moved.name, seat=moved.seat))

        self.context.operations.write(self.page, call, done)

    def show_clashes(self) -> None:
        """The pairs of one unit that remain, to copy."""
        sheet = self.page.sheet
        if sheet is None:
            return
        box = messages.MessageBox(
            self.page, "warn", self.tr("Neighbours of one unit"),
            self.tr("These pairs could not be kept apart. Move one of each by hand if you can."),
            clash_lines(sheet.clashes),
        )  # fmt: skip
        close = primary_button(self.tr("Close"), clicked=box.accept)
        close.setDefault(True)
        box.add(close)
        box.open()
