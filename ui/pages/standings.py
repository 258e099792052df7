"""Standings: individuals, teams, units and single items, with the whole calculation of the chosen line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSplitter, QWidget

from exam.access import Right
from exam.rules.ranking import ranked_count
from ui import messages, theme
from ui.context import Context
from ui.dialogs.adjustments import AdjustmentsDialog
from ui.dialogs.publications import PublicationsDialog
from ui.dialogs.publish import PublishDialog
from ui.dialogs.team_total import TeamTotalDialog
from ui.dialogs.tie_end import TieEndDialog
from ui.dialogs.verify_queue import VerifyQueueDialog
from ui.pages.page import Page
from ui.pages.standings_tables import StandingsTables
from ui.widgets.buttons import secondary_button
from ui.widgets.calculation import CalculationPanel, step_text
from ui.widgets.cards import StatCard, card_row
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_line import Action, MessageLine
from ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from exam.rules.results import Snapshot
    from exam.services.publications import PublicationRow, Standings

DRAFT = 0


class StandingsPage(Page):
    """The draft from the marks as they stand, or a publication; publish, compare, export."""

    key = "standings"
    topics = frozenset({"results", "final", "written", "awards", "competition", "draw"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: Standings | None = None
        self._number: int | None = None
        self._offered: tuple[PublicationRow, ...] | None = None
        self.adjust_button = self.header.add_action(self.tr("Bonus or deduction…"), "circle-minus", self.adjust)
        self.history_button = self.header.add_action(self.tr("Publications…"), "history", self.show_publications)
        self.export_button = self.header.add_action(self.tr("Export…"), "file-spreadsheet", self.export)
        self.publish_button = self.header.add_action(self.tr("Publish…"), "lock", self.publish, "primary")
        self._stack = self.add_views(self._nothing_yet(), self._not_published(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Standings")

    def subtitle(self) -> str:
        return self.tr("Places and totals, each with its whole calculation")

    def key_hints(self) -> str:
        return self.tr("Up/Down choose a line   Ctrl+F search   Ctrl+C copy")

    def help_text(self) -> str:
        return self.tr(
            "The draft follows every mark as it is entered. Choose a line to see its whole calculation at the "
            "right. A mark that is still missing gives no number, never a zero. Publish freezes the results under "
            "a number: everything that is printed comes from it, and a later publication says what changed."
        )

    # Building

    def _nothing_yet(self) -> EmptyState:
        return EmptyState(
            self.tr("There are no marks yet, so there are no standings. Enter the marks of the written round first."),
            self.tr("Enter written marks"), lambda: self.context.go_to("written"),
            self.tr("Enter marks of the final"), lambda: self.context.go_to("judging"), icon="trophy",
        )  # fmt: skip

    def _not_published(self) -> EmptyState:
        return EmptyState(
            self.tr("Nothing has been published yet. Until then only the competition office sees the results."),
            icon="lock",
        )

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.cards = {
            "people": StatCard(self.tr("elites ranked"), "users", "accent"),
            "teams": StatCard(self.tr("teams ranked"), "users-round", "accent"),
            "missing": StatCard(self.tr("things missing"), "circle-dashed", "warn"),
            "unverified": StatCard(self.tr("marks not verified"), "clipboard-check", "warn"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        column.addLayout(self._tools())
        self.tables = StandingsTables()
        self.panel = CalculationPanel(self.tr("Choose a line to see how its result was calculated."))
        self.tables.chosen.connect(self._explain)
        self.search.searched.connect(self.tables.set_search)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(12))
        split.addWidget(self.tables)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([theme.px(800), theme.px(360)])
        split.setChildrenCollapsible(False)
        column.addWidget(split, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.version_box = QComboBox()
        self.version_box.setAccessibleName(self.tr("Which results are shown"))
        self.version_box.setMinimumWidth(theme.px(220))
        self.version_box.activated.connect(self._choose_version)
        self.search = SearchField(self.tr("Name, pinyin, code, number or unit (Ctrl+F)"), self, width=330)
        row.addWidget(self.version_box)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        self.rule_button = secondary_button(self.tr("Team total…"), "calculator", self.change_team_total)
        row.addWidget(self.rule_button)
        self.ties_button = secondary_button(self.tr("Ties…"), "git-compare-arrows", self.end_ties)
        row.addWidget(self.ties_button)
        self.print_button = secondary_button(
            self.tr("Print calculations…"), "printer", lambda: self.context.go_to("papers", paper="explanations")
        )
        row.addWidget(self.print_button)
        return row

    # Showing

    def refresh(self) -> None:
        number = self._number

        def look(uow: Any) -> Any:
            from exam.services import publications

            return publications.get_standings(uow, number=number)

        self.context.operations.read(self, look, self._show)

    def arrive(self, **hints: Any) -> None:
        """``number``: the publication to show (0 = the draft)."""
        if "number" in hints:
            self._number = hints["number"] or None
            self.refresh()

    def _show(self, found: Standings | None) -> None:
        self.found = found
        if found is None:
            self._stack.setCurrentIndex(2)
        elif not found.snapshot.individuals and not found.snapshot.units:
            self._stack.setCurrentIndex(1)
        else:
            self._stack.setCurrentIndex(3)
            self._show_versions(found)
            self._show_counts(found.snapshot)
            self.tables.show_snapshot(found.snapshot, found.initials)
            self._say(found)
        self._allow()

    def _show_versions(self, found: Standings) -> None:
        if found.publications != self._offered:
            self._offered = found.publications
            self._offer_versions(found.publications)
        at = self.version_box.findData(DRAFT if found.is_draft else found.snapshot.number)
        self.version_box.setCurrentIndex(max(at, 0))
        snapshot = found.snapshot
        if found.is_draft:
            self.header.set_subtitle(self.tr("Draft from the marks as they stand; not published"))
        else:
            text = self.tr("Publication {number}, check code {code}: frozen, nothing in it can change")
            self.header.set_subtitle(text.format(number=snapshot.number, code=snapshot.fingerprint))

    def _offer_versions(self, publications: Sequence[PublicationRow]) -> None:
        self.version_box.clear()
        if self.context.may(Right.SEE_UNPUBLISHED_RESULTS):
            self.version_box.addItem(theme.icon("pencil"), self.tr("Draft: the marks as they stand"), DRAFT)
        for row in reversed(publications):
            text = self.tr("Publication {number} of {day}").format(
                number=row.number, day=row.published_at.astimezone().strftime("%Y-%m-%d %H:%M")
            )
            self.version_box.addItem(theme.icon("lock"), text, row.number)

    def _show_counts(self, snapshot: Snapshot) -> None:
        ranked, teams = ranked_count(snapshot.individuals), ranked_count(snapshot.teams)
        active = Counter(map(attrgetter("status"), snapshot.individuals))["active"]
        self.cards["people"].set_value(f"{ranked} / {active}")
        self.cards["teams"].set_value(f"{teams} / {len(snapshot.teams)}")
        self.cards["teams"].setVisible(bool(snapshot.basis.components))
        for key, count in (("missing", len(snapshot.incomplete)), ("unverified", snapshot.unverified)):
            self.cards[key].set_value(str(count), tone="warn" if count else "ok")

    def _say(self, found: Standings) -> None:
        snapshot = found.snapshot
        waiting: list[Action] = []
        if found.is_draft and snapshot.unverified:
            waiting = [(self.tr("Not &verified…"), self.show_queue)]
        actions: list[Action] = []
        if snapshot.incomplete:
            where = "written" if snapshot.incomplete[0].text.startswith("All-staff") else "judging"
            if found.is_draft:
                actions = [(self.tr("&Go there"), lambda: self.context.go_to(where))]
                if found.changes:
                    actions.append((self.tr("Show &differences…"), self.show_publications))
            text = "  ·  ".join(step_text(step) for step in snapshot.incomplete)
            self.message.show_message("warn", text, [*actions, *waiting])
        elif found.is_draft and found.changes:
            text = self.tr("{count} differences from publication {number}: what was printed from it is out of date.")
            latest = found.publications[-1].number
            actions = [(self.tr("Show &differences…"), self.show_publications), *waiting]
            self.message.show_message("warn", text.format(count=len(found.changes), number=latest), actions)
        elif found.is_draft and found.publications:
            text = self.tr("The marks are those of publication {number}; it stands.")
            self.message.show_message("ok", text.format(number=found.publications[-1].number), waiting)
        elif found.is_draft:
            text = self.tr("Everything is in. Look the standings over, then publish them.")
            self.message.show_message("info", text, waiting)
        else:
            self.message.clear()

    def _choose_version(self, index: int) -> None:
        self._number = self.version_box.itemData(index) or None
        self.refresh()

    def _explain(self, line: object) -> None:
        self._allow_adjusting()
        if self.found is None or line is None:
            self.panel.clear()
            return
        self.panel.show_explanation(*self.tables.explanation(self.found.snapshot, line))

    def _allow(self) -> None:
        """Enable what can be done now; the tool tip says why not."""
        found = self.found
        may = self.context.may(Right.PUBLISH)
        draft = found is not None and found.is_draft
        something = found is not None and bool(found.snapshot.individuals or found.snapshot.units)
        unchanged = draft and bool(found.publications) and not found.changes  # type: ignore[union-attr]
        self.publish_button.setVisible(may)
        self.publish_button.setEnabled(may and draft and something)
        why = ""
        if not draft:
            why = self.tr("Choose the draft first.")
        elif unchanged:
            why = self.tr("Nothing has changed since the last publication.")
        self.publish_button.setToolTip(why)
        self.export_button.setEnabled(something)
        self._allow_adjusting()
        self.rule_button.setVisible(self.context.may(Right.MANAGE_COMPETITION) and draft)
        self.ties_button.setVisible(self.context.may(Right.PUBLISH) and draft)
        self.print_button.setVisible(self.context.may(Right.PRINT_PAPERS))
        self.history_button.setVisible(found is not None and bool(found.publications))

    def _allow_adjusting(self) -> None:
        draft = self.found is not None and self.found.is_draft
        self.adjust_button.setVisible(self.context.may(Right.MANAGE_FINAL) and draft)
        self.adjust_button.setEnabled(self.tables.total_about() is not None)

    # Commands

    def publish(self) -> None:
        """Freeze the draft under the next number."""
        if self.found is None or not self.found.is_draft:
            return
        dialog = PublishDialog(self.context, self.found, self)
        dialog.saved.connect(self._published)
        dialog.open()

    def _published(self, row: Any) -> None:
        if row is None:
            return
        text = self.tr("Publication {number} is frozen. Print the papers from it now?").format(number=row.number)
        messages.confirm(
            self, text, self.tr("Go to the papers"), lambda: self.context.go_to("papers"), title=self.tr("Published")
        )

    def adjust(self) -> None:
        """Give or take points of the total of the chosen person or team, with a reason."""
        about = self.tables.total_about()
        if about is not None:
            who, key = about
            part = self.tr("Team total") if "team_id" in key else self.tr("Individual total")
            AdjustmentsDialog(self.context, who, part, self, **key).open()

    def change_team_total(self) -> None:
        """How the team total is built."""
        TeamTotalDialog(self.context, self).open()

    def end_ties(self) -> None:
        """Shared places: an extra quiz or a lot."""
        TieEndDialog(self.context, self).open()

    def show_queue(self) -> None:
        """What nobody but its recorder has seen."""
        VerifyQueueDialog(self.context, self).open()

    def show_publications(self) -> None:
        """All publications, and what each changed."""
        if self.found is not None:
            dialog = PublicationsDialog(self.context, self.found, self)
            dialog.chosen.connect(lambda number: self.arrive(number=number))
            dialog.open()

    def export(self) -> None:
        """Write the shown results as a workbook."""
        if self.found is None:
            return
        snapshot, language = self.found.snapshot, self.context.settings.language
        name = self.tr("Results {year}").format(year=snapshot.year)
        number = snapshot.number
        name += self.tr(" (draft)") if number is None else self.tr(" no. {number}").format(number=number)

        def write(path: Path) -> None:
            def work(progress: Any) -> Path:
                from exam.files.results import results_workbook
                from exam.files.writing import write_file

                return write_file(path, results_workbook(snapshot, language=language, progress=progress))

            self.context.operations.job(
                self, self.tr("Writing the workbook"), work, lambda done: messages.exported(self, done)
            )

        folder = self.context.settings.folder
        messages.choose_save_file(self, self.tr("Save as"), self.tr("Workbook (*.xlsx)"), f"{name}.xlsx", write, folder)
