"""What the awards page does with winners: reveal them, number their certificates, hand these out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from ui import messages
from ui.dialogs.certificates import CertificatesDialog

if TYPE_CHECKING:
    from ui.pages.awards import AwardsPage


class AwardCommands(QObject):
    """The commands of the page that have to do with winners."""

    def __init__(self, page: AwardsPage) -> None:
        super().__init__(page)
        self.page = page
        self.context = page.context

    def reveal(self) -> None:
        """Open the ceremony, or say what is missing for it."""
        if not self.page.latest:
            text = self.tr("Nothing can be revealed to the hall before the results are published.")
            go = self.tr("Go to the standings")
            messages.confirm(self.page, text, go, lambda: self.context.go_to("standings"))
            return
        from ui.projector.reveal import RevealWindow

        RevealWindow(self.context, self.page).begin()

    def number(self) -> None:
        """Give a certificate number to everybody who has none."""

        def act() -> None:
            def call(uow: Any) -> Any:
                from exam.services.awards import number_certificates

                return number_certificates(uow)

            self.context.operations.write(
                self.page, call,
                lambda count: self.context.say(self.tr("{count} numbers were given").format(count=count)),
            )  # fmt: skip

        text = self.tr("A certificate number is given once and never again. Give numbers to everybody without one now?")
        messages.confirm(self.page, text, self.tr("Give the numbers"), act)

    def hand_out(self) -> None:
        """Print certificates of one award, unit or person; note who received them."""
        CertificatesDialog(self.context, self.page).open()

    def show_certificates(self) -> None:
        """Look at the certificates and print them."""
        self.context.go_to("papers", paper="certificates")
