"""What can be done on the day of the exam besides signing in: the rest, the papers, the seals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from exam.errors import RuleBroken
from ui import messages
from ui.context import Context
from ui.errors import sentence

if TYPE_CHECKING:
    from exam.services.sign_in_desk import HandInRow
    from exam.services.sittings import SittingRow
    from ui.pages.exam_day import ExamDayPage


class ExamDayCommands(QObject):
    """Acts on the sitting that the page shows."""

    def __init__(self, context: Context, page: ExamDayPage) -> None:
        super().__init__(page)
        self.context = context
        self.page = page
        self.hand_in: tuple[HandInRow, ...] = ()

    def rest_absent(self) -> None:
        """All who have not come are absent."""
        sitting, counts, room_id = self.page.sitting, self.page.counts, self.page.room_id
        if sitting is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.sign_in_desk import set_rest_absent

            return set_rest_absent(uow, sitting_id=sitting.id, room_id=room_id)

        text = self.tr("{n} candidates of {where} have not come. They are set absent.").format(
            n=counts.waiting, where=self.page.where()
        )
        messages.confirm(
            self.page, text, self.tr("Set {n} absent").format(n=counts.waiting),
            lambda: self.context.operations.write(self.page, call, self._told_absent),
        )  # fmt: skip

    def _told_absent(self, count: int) -> None:
        self.context.say(self.tr("{n} candidates set absent.").format(n=count))

    def count_papers(self) -> None:
        """Type how many papers came back."""
        from ui.dialogs.count_papers import CountPapersDialog

        sitting = self.page.sitting
        if sitting is not None and self.hand_in:
            CountPapersDialog(self.context, sitting.id, self.hand_in, self.page.room_id, self.page).open()

    def seal(self) -> None:
        """Seal the papers, or open the seals: whichever comes next."""
        sitting = self.page.sitting
        if sitting is None:
            return
        if sitting.hides_names:
            self._open(sitting)
            return

        def look(uow: Any) -> Any:
            from exam.services.seals import why_not_sealed

            return why_not_sealed(uow, sitting_id=sitting.id)

        self.context.operations.read(self.page, look, lambda missing: self._seal(sitting, missing))

    def _seal(self, sitting: SittingRow, missing: RuleBroken | None) -> None:
        if missing is not None:
            messages.tell(self.page, sentence(missing))
            return
        from ui.dialogs.passwords import ask_second_person

        def go(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.seals import seal_sitting

                return seal_sitting(uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness)

            self.context.operations.write(self.page, call, self._sealed)

        intro = self.tr(
            "Every paper of {sitting} gets a random number. From then on until the marks are locked nobody sees whose "
            "paper it is. A second person confirms with name and password."
        )
        ask_second_person(self.page, self.context, intro.format(sitting=sitting.name), self.tr("Seal"), go)

    def _sealed(self, sitting: SittingRow) -> None:
        self.context.say(self.tr("{sitting} is sealed.").format(sitting=sitting.name))

    def _open(self, sitting: SittingRow) -> None:
        from ui.dialogs.passwords import ask_second_person

        def go(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.seals import open_seals

                return open_seals(uow, sitting_id=sitting.id, seen_version=sitting.version, witness=witness)

            self.context.operations.write(self.page, call)

        intro = self.tr(
            "The marks of {sitting} are locked. Opening the seals brings numbers and names together again; it stays in "
            "the journal. A second person confirms with name and password."
        )
        ask_second_person(
            self.page, self.context, intro.format(sitting=sitting.name), self.tr("Open the seals"), go
        )

    def withdraw(self) -> None:
        """Take the sealed numbers off again, with a reason and a second person."""
        from ui.dialogs.withdraw_seals import WithdrawSealsDialog

        if self.page.sitting is not None:
            WithdrawSealsDialog(self.context, self.page.sitting, self.page).open()
