"""Signing candidates in: what a number, a key or a button of a state does, and what is said when it is not saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from exam.errors import Conflict, ExamError, OutsideFault
from exam.rules.marks import Attendance
from ui import messages
from ui.errors import sentence
from ui.item_models.rooms import state_words

if TYPE_CHECKING:
    from exam.services.sign_in_desk import SignInOutcome
    from ui.pages.exam_day import ExamDayPage


class SignIn(QObject):
    """Acts for the page of the exam day; the person shown there is the one that a state is for."""

    def __init__(self, page: ExamDayPage) -> None:
        super().__init__(page)
        self.page = page

    def enter(self, text: str, admit: bool = False) -> None:
        """Enter in the field: sign in. An empty field or a bounced Enter does nothing."""
        sitting_id = self.page.sitting_id
        if not text.strip() or sitting_id is None:
            return
        self.page.person.ready()

        def call(uow: Any) -> Any:
            from exam.services.sign_in_desk import sign_in

            return sign_in(uow, sitting_id=sitting_id, ticket_number=text, admit=admit)

        def failed(error: ExamError) -> None:
            self._failed(error, lambda admit: self.enter(text, admit), text.strip())

        self.page.context.operations.write(self.page, call, self._signed, failed)

    def choose_state(self, state: Attendance | None, admit: bool = False) -> None:
        """A key or button of a state: it holds for the person shown."""
        person = self.page.person
        row, note, typed = person.row, person.note.text().strip() or None, person.field.text().strip()
        if typed:
            # A number that is typed and not entered yet means this person, not the one shown.
            row = next((one for one in self.page.desk_model.all_rows if one.ticket_number == typed), None)
            if row is None:
                text = self.tr(
                    "Nobody in the list has the ticket number {ticket}. Press Enter to look in the whole sitting."
                )
                self.page.message.show_message("error", text.format(ticket=typed))
                return
            person.ready()
        if row is None:
            text = self.tr("Scan or type a ticket number first, or choose a row in the list.")
            self.page.message.show_message("info", text)
            return

        def call(uow: Any) -> Any:
            from exam.services.sign_in_desk import set_state

            return set_state(
                uow, candidate_id=row.candidate_id, attendance=state, seen_version=row.version, note=note, admit=admit
            )

        def failed(error: ExamError) -> None:
            self._failed(error, lambda admit: self.choose_state(state, admit), row.ticket_number)

        self.page.context.operations.write(self.page, call, self._signed, failed)

    def _signed(self, outcome: SignInOutcome) -> None:
        row = outcome.row
        self.page.hush()
        self.page.person.show_person(row)
        if not self.page.desk_model.replace_row(row) and self.page.room_id is not None:
            text = self.tr("{name} belongs to {room}. Send the candidate there.")
            self.page.message.show_message("warn", text.format(name=row.name, room=row.room))
            return
        at = self.page.desk_model.find(row.candidate_id)
        if at >= 0:
            self.page.table.selectRow(at)
        self.page.count()
        if outcome.repeated:
            text = self.tr("{name} is in the list already: {state}.")
            self.page.message.show_message("info", text.format(name=row.name, state=state_words(row)))
        else:
            tone = "ok" if row.attendance is Attendance.PRESENT else "warn"
            self.page.message.show_message(tone, f"{row.name} · {state_words(row)}")
            if not self.page.counts.waiting:
                self.page.read_anew()
        self.page.allow_rest(datetime.now(UTC))

    def _failed(self, error: ExamError, again: Callable[[bool], None], ticket: str) -> None:
        """Not saved: say whose sign-in it was, keep the number, and offer it again where that can help."""
        from exam.services.sign_in_desk import TooLate

        if isinstance(error, TooLate):
            messages.confirm(
                self.page, sentence(error), self.tr("Let the candidate in"), lambda: again(True), danger=True
            )
            return
        self.page.person.give_back(ticket)
        told = sentence(error)
        actions = [(self.tr("T&ry again"), lambda: again(False))] if isinstance(error, OutsideFault) else []
        self.page.message.show_message("error", told if ticket in told else f"{ticket}: {told}", actions)
        if isinstance(error, Conflict):
            self.page.refresh()
