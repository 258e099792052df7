"""Recheck and corrections: locked marks read again from the papers, and mended by two people."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QComboBox, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from exam.access import Right
from exam.errors import Conflict, ExamError
from exam.rules.marks import show
from ui import theme
from ui.context import Context
from ui.pages.page import Page
from ui.pages.recheck_commands import RecheckCommands
from ui.widgets.buttons import primary_button
from ui.widgets.cards import Card
from ui.widgets.corrections import Corrections
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label, wrapped_label
from ui.widgets.reread_entry import RereadEntry

if TYPE_CHECKING:
    from exam.services.proposals import ProposalRow
    from exam.services.recheck import RecheckSheet, RereadOutcome
    from exam.services.recheck_rows import RereadRow
    from exam.services.sittings import SittingRow

LOADING, NOT_LOCKED, TO_FREEZE, TO_DRAW, READING = range(5)


class RecheckPage(Page):
    """Two tabs: the recheck of a sitting, and all corrections after the lock."""

    key = "recheck"
    topics = frozenset({"written", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.commands = RecheckCommands(context, self)
        self.sheet: RecheckSheet | None = None
        self._sittings: tuple[SittingRow, ...] = ()
        self._wanted: int | None = None
        self._own_change = False
        self.sitting_box = QComboBox()
        self.sitting_box.setAccessibleName(self.tr("Sitting"))
        self.sitting_box.activated.connect(self._choose)
        self.header.add_widget(self.sitting_box)
        self.sitting_box.hide()
        self.void_button = self.header.add_action(self.tr("Declare void…"), "ban", self.commands.void)
        self.print_button = self.header.add_action(
            self.tr("Print the record…"), "printer", lambda: context.go_to("papers", paper="recheck")
        )
        close = self.commands.close_recheck
        self.close_button = self.header.add_action(self.tr("Close the recheck…"), "lock", close, "primary")
        self.corrections = Corrections()
        self.corrections.propose_wanted.connect(self.commands.propose)
        self.corrections.decide_wanted.connect(self.commands.decide)
        self.tabs = QTabWidget()
        self.tabs.addTab(self._recheck_tab(), self.tr("Recheck"))
        self.tabs.addTab(self.corrections, self.tr("Corrections"))
        self.tabs.setTabVisible(1, self._may_correct() or context.may(Right.READ_EVERYTHING))
        self.tabs.currentChanged.connect(lambda _: self._allow())
        self.body.addWidget(self.tabs, 1)
        self._allow()

    def title(self) -> str:
        return self.tr("Recheck and corrections")

    def subtitle(self) -> str:
        return self.tr("Locked marks read again from the papers")

    def key_hints(self) -> str:
        return self.tr("Enter save and next   Up/Down choose a line")

    def help_text(self) -> str:
        return self.tr(
            "After the lock the top papers and a random sample of the rest are read again by somebody who did not "
            "enter them. The first mark is shown only afterwards. Too many errors in the sample mean that every "
            "paper is re-read. A wrong mark is mended by a correction: one person proposes, another confirms after "
            "seeing which places and awards move."
        )

    # Building

    def _recheck_tab(self) -> QWidget:
        self.entry = RereadEntry()
        self.entry.save_wanted.connect(self._save)
        self.entry.correct_wanted.connect(self._correct)
        self._stack = QStackedWidget()
        self._stack.addWidget(QWidget())
        self._stack.addWidget(
            EmptyState(
                self.tr("The marks are not locked yet. The recheck begins with locked marks."),
                self.tr("Go to the marks"), lambda: self.context.go_to("written"), icon="lock",
            )
        )  # fmt: skip
        self.to_freeze = EmptyState("", self.tr("Freeze the marks…"), self.commands.freeze, icon="snowflake")
        self._stack.addWidget(self.to_freeze)
        self._stack.addWidget(self._frozen())
        self._stack.addWidget(self.entry)
        return self._stack

    def _frozen(self) -> QWidget:
        holder = QWidget()
        outer = QVBoxLayout(holder)
        outer.addStretch(2)
        card = Card(margin=(24, 20))
        card.setFixedWidth(theme.px(640))
        card.body.addWidget(label(self.tr("The marks are frozen"), role="heading"))
        self.freeze_words = wrapped_label("", role="caption")
        card.body.addWidget(self.freeze_words)
        self.freeze_code = label("")
        self.freeze_code.setFont(theme.font(16, bold=True))
        self.freeze_code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        card.body.addWidget(self.freeze_code)
        self.draw_button = primary_button(self.tr("Type the dice…"), "dices", self.commands.draw)
        card.body.addWidget(self.draw_button, 0, Qt.AlignmentFlag.AlignLeft)
        outer.addWidget(card, 0, Qt.AlignmentFlag.AlignHCenter)
        outer.addStretch(3)
        return holder

    # Showing

    def refresh(self) -> None:
        if self._own_change:
            return
        wanted = self._wanted
        corrections_too = self.context.may(Right.LOCK_MARKS) or self.context.may(Right.READ_EVERYTHING)

        def look(uow: Any) -> Any:
            from exam.services import corrections, recheck, sittings, state_corrections

            rows = sittings.list_sittings(uow)
            known = [row.id for row in rows]
            locked = [row.id for row in rows if row.locked]
            target = wanted if wanted in known else (locked or known or [None])[0]
            sheet = recheck.get_recheck(uow, sitting_id=target) if target is not None else None
            found = (
                (*state_corrections.list_state_corrections(uow), *corrections.list_corrections(uow))
                if corrections_too
                else ()
            )
            return rows, sheet, found

        self.context.operations.read(self, look, self._show)

    def unsaved(self) -> int:
        return int(self.entry.unsaved)

    def arrive(self, **hints: Any) -> None:
        """``tab``: ``corrections`` to begin there."""
        if hints.get("tab") == "corrections":
            self.tabs.setCurrentIndex(1)

    def _show(
        self, found: tuple[tuple[SittingRow, ...], RecheckSheet | None, tuple[ProposalRow, ...]]
    ) -> None:
        self._sittings, self.sheet, rows = found
        self.commands.sheet = self.sheet
        self._show_sittings()
        waiting = sum(row.state == "proposed" for row in rows)
        self.tabs.setTabText(1, self.tr("Corrections") + (f" ({waiting})" if waiting else ""))
        self.corrections.show_rows(rows, may=self._may_correct() and any(row.locked for row in self._sittings))
        self._show_recheck()
        self._allow()

    def _show_sittings(self) -> None:
        self.sitting_box.clear()
        for row in self._sittings:
            self.sitting_box.addItem(row.name, row.id)
        if self.sheet is not None:
            self.sitting_box.setCurrentIndex(self.sitting_box.findData(self.sheet.sitting.id))
        self.sitting_box.setVisible(len(self._sittings) > 1)

    def _show_recheck(self) -> None:
        sheet = self.sheet
        if sheet is None or (sheet.recheck is None and not sheet.sitting.locked):
            self._stack.setCurrentIndex(NOT_LOCKED)
            return
        row = sheet.recheck
        if row is None:
            text = self.tr(
                "{papers} papers are marked and locked. The top {top} % are re-read in full, and {sample} % of the "
                "rest drawn by dice. First the marks are frozen."
            )
            self.to_freeze.set_sentence(
                text.format(papers=sheet.marked, top=show(sheet.rule.top), sample=show(sheet.rule.sample))
            )
            if self.to_freeze.button is not None:
                self.to_freeze.button.setEnabled(self._may_correct() and sheet.marked > 0)
            self._stack.setCurrentIndex(TO_FREEZE)
        elif row.state == "frozen":
            words = self.tr("Show this code to everybody, then throw the dice. {papers} papers, label {label}.")
            self.freeze_words.setText(words.format(papers=row.papers, label=row.label))
            lines = (row.freeze[:32], row.freeze[32:])
            self.freeze_code.setText("\n".join(" ".join(one[at : at + 8] for at in range(0, 32, 8)) for one in lines))
            self.draw_button.setEnabled(self._may_correct())
            self._stack.setCurrentIndex(TO_DRAW)
        else:
            self.entry.show_sheet(sheet, may_enter=self.context.may(Right.VERIFY_MARKS))
            self._stack.setCurrentIndex(READING)
            self._say(sheet)

    def _say(self, sheet: RecheckSheet) -> None:
        row, message = sheet.recheck, self.entry.message
        if row is None or message.text:
            return
        if row.state == "closed":
            text = self.tr("The recheck was closed by {person} and {witness}.")
            message.show_message("ok", text.format(person=row.closed_by, witness=row.witness))
        elif row.state == "full" and row.read < row.to_read:
            text = self.tr("More than {limit} % of the sample were wrong, so every paper is re-read: {n} to go.")
            message.show_message(
                "warn", text.format(limit=show(row.rule.limit), n=row.to_read - row.read)
            )
        elif row.read == row.to_read and row.uncorrected:
            actions = [(self.tr("Show the &corrections"), lambda: self.tabs.setCurrentIndex(1))]
            text = self.tr("Everything is re-read. {n} papers wait for their correction.")
            message.show_message("warn", text.format(n=row.uncorrected), actions)
        elif row.read == row.to_read:
            actions = [(self.tr("C&lose the recheck…"), self.commands.close_recheck)] if self._may_correct() else []
            message.show_message("ok", self.tr("Everything is re-read and agrees."), actions)

    def _may_correct(self) -> bool:
        return self.context.may(Right.LOCK_MARKS)

    def _allow(self) -> None:
        row = self.sheet.recheck if self.sheet is not None else None
        here = self.tabs.currentIndex() == 0
        at_work = row is not None and row.state in ("reading", "full")
        drawn = row is not None and row.state != "frozen"
        self.void_button.setVisible(here and row is not None and self.context.may(Right.MANAGE_WRITTEN))
        self.print_button.setVisible(here and drawn and self.context.may(Right.PRINT_PAPERS))
        self.close_button.setVisible(here and at_work and self._may_correct())
        ready = row is not None and at_work and row.read == row.to_read and not row.uncorrected
        self.close_button.setEnabled(ready)
        self.close_button.setToolTip("" if ready else self.tr("Re-read every paper and correct what differs first."))

    def _choose(self, index: int) -> None:
        self._wanted = self.sitting_box.itemData(index)
        self.refresh()

    # Re-reading

    def _save(self, row: RereadRow, points: Decimal | None, reason: str) -> None:
        def call(uow: Any) -> Any:
            from exam.services.recheck import save_reread

            return save_reread(uow, mark_id=row.id, points=points, seen_version=row.version, reason=reason)

        def done(outcome: RereadOutcome) -> None:
            self._saved(outcome)

        def failed(error: ExamError) -> None:
            self.entry.failed(error)
            if isinstance(error, Conflict):
                self.refresh()

        self.context.operations.write(self, call, done, failed)

    def _saved(self, outcome: RereadOutcome) -> None:
        if self.sheet is None or outcome.forced:
            self.refresh()
            return
        # The next notice of a change is our own: thousands of rows are not read again for one of them.
        self._own_change = True
        QTimer.singleShot(0, self, self._listen)
        self.sheet = self.commands.sheet = replace(self.sheet, recheck=outcome.recheck)
        self.entry.show_saved(outcome)
        self._say(self.sheet)
        self._allow()

    def _listen(self) -> None:
        self._own_change = False

    def _correct(self, row: RereadRow) -> None:
        self.commands.propose(code=row.code, section_id=row.section_id, points=row.reread, reason=row.reason)
