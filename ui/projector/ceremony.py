"""The ceremony of a draw: title, freeze code, dice, then the drawn people, unit by unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from exam.access import Right
from ui.context import Context
from ui.projector.leader import LeaderWindow
from ui.projector.slides import slides_of

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRecord


class CeremonyWindow(LeaderWindow):
    """Leads the hall through a draw. It follows the draw: dice and people are added when they are committed."""

    def __init__(self, context: Context, draw_id: int, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.draw_id = draw_id

    def hall_title(self) -> str:
        return self.tr("Random draw")

    def read(self, *, first: bool = False) -> None:
        draw_id = self.draw_id

        def look(uow: Any) -> DrawRecord:
            from exam.services import draws

            return draws.get_draw_record(uow, draw_id=draw_id)

        def shown(record: DrawRecord) -> None:
            self.show_slides(slides_of(record), record.draw.shown if first else None)

        self.context.operations.read(self, look, shown)

    def changed(self, topics: frozenset[str]) -> None:
        if "draw" in topics and not self.keeping():
            self.read()

    def remember(self) -> None:
        if not self.context.may(Right.MANAGE_DRAW):
            return
        draw_id, number = self.draw_id, self.number

        def keep(uow: Any) -> None:
            from exam.services import draws

            draws.mark_shown(uow, draw_id=draw_id, shown=number)

        self.context.operations.write(None, keep)
