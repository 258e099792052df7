"""The day of the written exam: the invigilator signs candidates in; papers are counted and sealed."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QSplitter, QWidget

from exam.access import Right
from ui import theme
from ui.context import Context
from ui.item_models.rooms import desk_model
from ui.pages.exam_day_commands import ExamDayCommands
from ui.pages.exam_day_sign_in import SignIn
from ui.pages.page import Page
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.exam_day_bar import ExamDayBar
from ui.widgets.message_line import MessageLine
from ui.widgets.person_card import PersonCard
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.rooms import RoomRow
    from exam.services.sign_in_desk import DeskCounts, DeskRow, DeskSheet
    from exam.services.sittings import SittingRow

LOADING, NO_SITTING, FULL = range(3)


class ExamDayPage(Page):
    """Counts above, the person at the left, the list of the room at the right."""

    key = "exam_day"
    topics = frozenset({"written", "roster"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        from exam.services.sign_in_desk import DeskCounts

        self.sitting: SittingRow | None = None
        self.sheet: DeskSheet | None = None
        self.counts: DeskCounts = DeskCounts()
        self.room_id: int | None = None
        self.sitting_id: int | None = None
        self._quiet = False
        self.commands = ExamDayCommands(context, self)
        self.signing = SignIn(self)
        add = self.header.add_action
        self.withdraw_button = add(self.tr("Withdraw the seals…"), "undo-2", self.commands.withdraw)
        self.rest_button = add(self.tr("The rest is absent…"), "user-x", self.commands.rest_absent)
        self.papers_button = add(self.tr("Count the papers…"), "files", self.commands.count_papers)
        self.seal_button = add(self.tr("Seal the papers…"), "lock", self.commands.seal, "primary")
        self._stack = self.add_views(self._no_sitting(), self._full())
        self._clock_timer = QTimer(self)
        self._clock_timer.setInterval(1000)
        self._clock_timer.timeout.connect(self._tick)
        self._clock_timer.start()
        self._allow()

    def title(self) -> str:
        return self.tr("Sign-in")

    def subtitle(self) -> str:
        return self.tr("The day of the written exam")

    def key_hints(self) -> str:
        return self.tr("Enter signs in   F2 present   F3 late   F4 absent   F6 excused   F7 disciplined   F8 zeroed")

    def help_text(self) -> str:
        return self.tr(
            "Scan or type a ticket number and press Enter: the candidate is signed in, present before the beginning "
            "and late after it. Other states have a key each and hold for the person shown. At the end count the "
            "papers; when as many came back as people signed in, two people seal them."
        )

    # Building

    def _no_sitting(self) -> EmptyState:
        return EmptyState(
            self.tr("There is no sitting yet, so nobody is expected."),
            self.tr("Go to the written round"),
            lambda: self.context.go_to("written"),
            self.tr("Arrange rooms and seats"),
            lambda: self.context.go_to("rooms"),
            icon="user-check",
        )

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.bar = ExamDayBar(self)
        self.bar.chosen.connect(self._choose)
        column.addWidget(self.bar)
        split = QSplitter(Qt.Orientation.Horizontal)
        self.person = PersonCard()
        self.person.entered.connect(self.signing.enter)
        self.person.state_chosen.connect(self.signing.choose_state)
        split.addWidget(self.person)
        self.desk_model = desk_model()
        self.bar.search.searched.connect(self.desk_model.set_search)
        self.table = Table(self.desk_model, name=self.tr("Candidates"))
        self.table.activated_row.connect(self._show_row)
        split.addWidget(self.table)
        split.setStretchFactor(1, 1)
        split.setSizes([theme.px(400), theme.px(620)])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    # Showing

    def arrive(self, **hints: Any) -> None:
        if "sitting_id" in hints:
            self._choose(int(hints["sitting_id"]), None)

    def refresh(self) -> None:
        if self._quiet:
            return
        wanted, room_id, may = self.sitting_id, self.room_id, self.context.may(Right.SIGN_IN_CANDIDATES)

        def look(uow: Any) -> Any:
            from exam.services import rooms, sign_in_desk, sittings

            rows = sittings.list_sittings(uow)
            known = [row.id for row in rows]
            target = wanted if wanted in known else next((row.id for row in rows if not row.locked), None)
            target = target if target is not None else (known[0] if known else None)
            if target is None or not may:
                return rows, (), None, (), None
            found = rooms.list_rooms(uow, sitting_id=target)
            room = room_id if room_id in {row.id for row in found} else None
            sheet = sign_in_desk.list_desk(uow, sitting_id=target, room_id=room)
            return rows, found, sheet, sign_in_desk.list_hand_in(uow, sitting_id=target), room

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[Any, tuple[RoomRow, ...], DeskSheet | None, Any, int | None]) -> None:
        sittings, rooms, sheet, hand_in, self.room_id = found
        self.sheet, self.sitting, self.commands.hand_in = sheet, sheet.sitting if sheet else None, hand_in
        if sheet is None:
            self._stack.setCurrentIndex(NO_SITTING)
            self._allow()
            return
        self.sitting_id = sheet.sitting.id
        self.bar.fill(sittings, rooms, self.sitting_id, self.room_id)
        self.table.setColumnHidden(0, self.room_id is not None or not rooms)
        self.desk_model.set_rows(sheet.rows)
        shown = self.person.row
        if shown is not None:
            self.person.show_person(next((row for row in sheet.rows if row.candidate_id == shown.candidate_id), None))
        self._stack.setCurrentIndex(FULL)
        self.count()
        self._tick()
        self._tell_state()
        self._allow()
        if self.person.field.isEnabled() and self.isVisible() and self.focusWidget() is None:
            self.person.field.setFocus()

    def where(self) -> str:
        """The room or sitting that is shown, in words."""
        room = self.bar.room_box.currentText() if self.room_id is not None else ""
        return room or (self.sitting.name if self.sitting is not None else "")

    def count(self) -> None:
        """Count the states of the people shown."""
        from exam.services.sign_in_desk import count_rows

        self.counts = count_rows(self.desk_model.all_rows)
        self.bar.count(self.counts)

    def _tick(self) -> None:
        if self.sheet is None or not self.isVisible():
            return
        now = datetime.now(UTC)
        self.bar.tick(self.sheet, now)
        self.allow_rest(now)

    def _tell_state(self) -> None:
        sitting = self.sitting
        if sitting is None:
            return
        if sitting.sealed and not sitting.hides_names:
            text = self.tr("The seals were opened by {person} and {witness}.")
            self.message.show_message("ok", text.format(person=sitting.opened_by, witness=sitting.opened_witness))
        elif sitting.sealed:
            text = self.tr("The papers were sealed by {person} and {witness}. Sign-in is closed.")
            self.message.show_message("info", text.format(person=sitting.sealed_by, witness=sitting.seal_witness))
        elif not self.counts.waiting and self.counts.expected:
            wrong = [row for row in self.commands.hand_in if not row.fits]
            if not wrong:
                self.message.show_message("ok", self.tr("All papers are there. They can be sealed now."))
            elif wrong[0].counted is None:
                text = self.tr("Everybody is settled. Count the papers: {n} rooms are left.")
                action = (self.tr("&Count…"), self.commands.count_papers)
                self.message.show_message("info", text.format(n=len(wrong)), (action,))
            else:
                text = self.tr("{room}: {handed_in} papers, but {signed_in} people signed in. Find the difference.")
                row = wrong[0]
                text = text.format(
                    room=row.room or sitting.name, handed_in=row.counted, signed_in=row.counts.signed_in
                )
                self.message.show_message("error", text, ((self.tr("&Count again…"), self.commands.count_papers),))
        elif self.message.tone != "warn":
            self.message.clear()

    def _allow(self) -> None:
        sitting = self.sitting
        here = sitting is not None and self.context.may(Right.SIGN_IN_CANDIDATES)
        free = here and sitting is not None and not sitting.sealed and not sitting.locked
        manage = here and self.context.may(Right.MANAGE_WRITTEN)
        hides = sitting is not None and sitting.hides_names
        self.person.allow(free, free)
        self.papers_button.setEnabled(free and bool(self.commands.hand_in))
        self.withdraw_button.setVisible(hides and sitting is not None and not sitting.locked and manage)
        self.rest_button.setVisible(not hides)
        self.seal_button.setText(self.tr("Open the seals…") if hides else self.tr("Seal the papers…"))
        locked = sitting is not None and sitting.locked
        able = manage and (free or (hides and locked))
        self.seal_button.setEnabled(able)
        why = self.tr("Lock the marks first.") if hides and manage else self.tr("Nothing is left to seal here.")
        self.seal_button.setToolTip("" if able else why if manage else self.tr("Your role may not do this."))
        self.allow_rest(datetime.now(UTC))

    def allow_rest(self, now: datetime) -> None:
        """Whether the rest can be absent: only after the late limit."""
        sheet = self.sheet
        passed = sheet is not None and sheet.closed_after is not None and now > sheet.closed_after
        free = sheet is not None and not sheet.sitting.sealed and not sheet.sitting.locked
        self.rest_button.setEnabled(free and passed and self.counts.waiting > 0)
        self.rest_button.setToolTip("" if passed else self.tr("Only after the late limit has passed."))

    # Acting

    def _choose(self, sitting_id: int | None, room_id: int | None) -> None:
        self.sitting_id, self.room_id = sitting_id, room_id
        self.person.show_person(None)
        self.message.clear()
        self.refresh()

    def _show_row(self, row: DeskRow) -> None:
        self.person.show_person(row)
        self.person.field.setFocus()

    def hush(self) -> None:
        """The next notice of a change is our own: the row is in the list already."""
        self._quiet = True
        QTimer.singleShot(0, self, self._listen)

    def _listen(self) -> None:
        self._quiet = False

    def read_anew(self) -> None:
        """Read everything, also after a change of our own."""
        self._quiet = False
        self.refresh()
