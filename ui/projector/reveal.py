"""The ceremony of the awards: led from the operator's window, from one publication."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QWidget

from exam.access import Right
from exam.errors import ExamError
from ui import messages
from ui.context import Context
from ui.i18n import words
from ui.projector.leader import LeaderWindow
from ui.projector.reveal_slides import reveal_slides
from ui.widgets.buttons import secondary_button

if TYPE_CHECKING:
    from exam.services.reveal import Ceremony

TITLE_PAGE, PUBLISHED = 0, "results"


class RevealWindow(LeaderWindow):
    """Reveals the awards of the publication that stood when it was opened, and of no other."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.publication = 0
        self.setWindowTitle(self.tr("Awards: what the hall sees"))
        self.first_button = self.add_tool(secondary_button(self.tr("From the start"), "refresh-cw", self.restart))

    def hall_title(self) -> str:
        return self.tr("Award ceremony")

    def read(self, *, first: bool = False) -> None:
        number = self.publication or None

        def look(uow: Any) -> tuple[Ceremony, int]:
            from exam.services import reveal

            return reveal.get_ceremony(uow, number=number), reveal.latest_number(uow)

        def shown(found: tuple[Ceremony, int]) -> None:
            ceremony, latest = found
            self.publication = ceremony.snapshot.number or 0
            if latest > self.publication:
                text = self.tr("Publication {latest} was made since. This ceremony shows publication {number}.")
                self.say(text.format(latest=latest, number=self.publication))
            show = reveal_slides(ceremony.snapshot, ceremony.acts)
            # A ceremony that came to its end begins again.
            step = ceremony.shown if ceremony.shown < len(show.slides) - 1 else TITLE_PAGE
            self.show_slides(show, step if first else None)

        self.context.operations.read(self, look, shown, self._refused)

    def _refused(self, error: ExamError) -> None:
        messages.tell(self.parentWidget(), words(error.text, **error.params))
        self.close()

    def changed(self, topics: frozenset[str]) -> None:
        if PUBLISHED in topics:
            self.read()

    def restart(self) -> None:
        """Back to the title."""
        self.go_to(TITLE_PAGE)

    def remember(self) -> None:
        if not self.publication or not self.context.may(Right.MANAGE_AWARDS):
            return
        number, shown = self.publication, self.number

        def keep(uow: Any) -> None:
            from exam.services import reveal

            reveal.mark_revealed(uow, number=number, shown=shown)

        self.context.operations.write(None, keep)
