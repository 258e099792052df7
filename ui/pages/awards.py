"""Awards: the rules, who wins under them now, titles given by hand, certificate numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSplitter, QWidget

from exam.access import Right
from ui import messages, theme
from ui.context import Context
from ui.dialogs.award_rule import AwardRuleDialog
from ui.dialogs.moves import write_looked_at
from ui.dialogs.title_holders import TitleHoldersDialog
from ui.item_models.awards import RuleWinners, rules_model, winners_by_rule, winners_model
from ui.pages.awards_commands import AwardCommands
from ui.pages.page import Page
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.labels import label
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.rules.results import AwardLine, Snapshot
    from exam.services.awards import AwardRuleRow

Found = tuple[list["AwardRuleRow"], "Snapshot | None", list[tuple[str, str]], int]


class AwardsPage(Page):
    """Award rules at the left, their winners at the right."""

    key = "awards"
    topics = frozenset({"awards", "results", "final", "written", "competition"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self._rules: list[AwardRuleRow] = []
        self._winners: dict[int, list[AwardLine]] = {}
        self._all: tuple[AwardLine, ...] = ()
        self.latest = 0
        self._items: list[tuple[str, str]] = []
        self._may = context.may(Right.MANAGE_AWARDS)
        self.commands = AwardCommands(self)
        add = self.header.add_action
        self.number_button = add(self.tr("Give certificate numbers"), "list-ordered", self.commands.number)
        self.papers_button = add(self.tr("Certificates…"), "award", self.commands.show_certificates)
        self.hand_button = add(self.tr("Hand out…"), "scroll-text", self.commands.hand_out)
        self.reveal_button = add(self.tr("Reveal…"), "presentation", self.commands.reveal)
        self.add_button = self.header.add_action(self.tr("Add award…"), "plus", self.add, "primary")
        self._stack = self.add_views(self._empty(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Awards and certificates")

    def subtitle(self) -> str:
        return self.tr("Which awards there are, who wins them, and the numbers of the certificates")

    def key_hints(self) -> str:
        return self.tr("Enter change the award   Ctrl+F search winners   Ctrl+C copy")

    def help_text(self) -> str:
        return self.tr(
            "Say which awards there are: by a number of winners or a share of the entrants. Awards of one kind follow "
            "each other: after one first prize the second starts at place 2. People with the same place at the cut "
            "win together. Titles are given by hand. Certificate numbers are given when the results are published, "
            "and never change."
        )

    # Building

    def _empty(self) -> EmptyState:
        if not self._may:
            return EmptyState(self.tr("The competition office has not set up any awards yet."), icon="award")
        return EmptyState(
            self.tr("There are no awards yet. Start with the usual ones and change what is different with you."),
            self.tr("Take the usual awards"), self.add_usual,
            self.tr("Add a single award"), self.add, icon="award",
        )  # fmt: skip

    def _full(self) -> QWidget:
        holder, column = bare_column()
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(14))
        split.setChildrenCollapsible(False)
        split.addWidget(self._left())
        split.addWidget(self._right())
        split.setSizes([theme.px(490), theme.px(670)])
        column.addWidget(split, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _left(self) -> QWidget:
        holder, column = bare_column(8)
        bar, tools = _bar()
        self.change_button = secondary_button(self.tr("Change…"), "pencil", self._change_selected)
        self.people_button = secondary_button(self.tr("Holders…"), "user-check", self._people_selected)
        self.remove_button = secondary_button(self.tr("Remove…"), "trash-2", self.remove)
        better = self.tr("Move up: takes the better places")
        self.up_button = tool_button("chevron-up", better, lambda: self._move(True))
        self.down_button = tool_button("chevron-down", self.tr("Move down"), lambda: self._move(False))
        for widget in (self.change_button, self.people_button, self.remove_button):
            tools.addWidget(widget)
        tools.addStretch(1)
        tools.addWidget(self.up_button)
        tools.addWidget(self.down_button)
        column.addWidget(bar)
        self.table = Table(rules_model(), name=self.tr("Awards"))
        self.table.setSortingEnabled(False)
        self.table.on_activated(self.change)
        self.table.current_row.connect(self._follow)
        column.addWidget(self.table, 1)
        return holder

    def _right(self) -> QWidget:
        holder, column = bare_column(8)
        bar, tools = _bar()
        self.winners_title = label("", role="heading")
        self.search = SearchField(self.tr("Search winners (Ctrl+F)"), self, width=230)
        self.all_button = secondary_button(self.tr("All winners"), "users", self.show_all)
        tools.addWidget(self.winners_title, 1)
        tools.addWidget(self.search)
        tools.addWidget(self.all_button)
        column.addWidget(bar)
        self.winners = Table(winners_model(), name=self.tr("Winners"))
        self.search.searched.connect(self.winners.rows_model.set_search)
        column.addWidget(self.winners, 1)
        return holder

    # Showing

    def refresh(self) -> None:
        def look(uow: Any) -> Found:
            from exam.services import awards, publications
            from exam.services.items import list_items

            found = publications.get_standings(uow)
            latest = found.publications[-1].number if found is not None and found.publications else 0
            items = [(item.key, item.name) for item in list_items(uow) if item.kind != "quiz"]
            return awards.list_award_rules(uow), found.snapshot if found is not None else None, items, latest

        self.context.operations.read(self, look, self._show)

    def _show(self, found: Found) -> None:
        self._rules, snapshot, self._items, latest = found
        self.latest = latest
        self._all = snapshot.awards if snapshot is not None else ()
        self._winners = dict(winners_by_rule(self._rules, self._all))
        self._stack.setCurrentIndex(2 if self._rules else 1)
        self.add_button.setVisible(self._may and bool(self._rules))
        self.table.rows_model.set_rows([RuleWinners(rule, len(self._winners[rule.id])) for rule in self._rules])
        if snapshot is not None:
            self._say(snapshot, latest)
        elif self._rules:
            self.message.show_message("info", self.tr("The winners are shown here once the results are published."))
        self._follow(self.table.selected_row())

    def _say(self, snapshot: Snapshot, latest: int) -> None:
        unnumbered = sum(not line.certificate_number for line in snapshot.awards)
        go = [(self.tr("&Go to the standings"), lambda: self.context.go_to("standings"))]
        if snapshot.number is not None:
            text = self.tr("These are the winners of publication {number}.").format(number=snapshot.number)
            self.message.show_message("info", text)
        elif not latest:
            text = self.tr("Winners follow the marks as they stand. They become final when the results are published.")
            self.message.show_message("info", text, go)
        elif unnumbered:
            text = self.tr("{count} winners have no certificate number yet. Publish again, or give the numbers now.")
            self.message.show_message("warn", text.format(count=unnumbered), go)
        else:
            text = self.tr("{count} winners, every one with a certificate number.").format(count=len(snapshot.awards))
            self.message.show_message("ok", text)

    def _follow(self, row: RuleWinners | None) -> None:
        """Show the winners of the chosen award, or all."""
        lines = self._all if row is None else tuple(self._winners.get(row.rule.id, ()))
        self.winners.rows_model.set_rows(lines)
        title = self.tr("All winners") if row is None else row.rule.name
        self.winners_title.setText(self.tr("{award}: {count}").format(award=title, count=len(lines)))
        self._allow()

    def show_all(self) -> None:
        """Show every winner again."""
        self.table.clearSelection()
        self.table.setCurrentIndex(self.table.rows_model.index(-1, -1))
        self._follow(None)

    def _allow(self) -> None:
        row = self.table.selected_row() if self._rules else None
        self.all_button.setVisible(row is not None)
        for button in (self.change_button, self.remove_button):
            button.setEnabled(self._may and row is not None)
        self.people_button.setVisible(row is not None and row.rule.scope == "title")
        self.people_button.setEnabled(self._may)
        same = [rule for rule in self._rules if row is not None and rule.scope == row.rule.scope]
        self.up_button.setEnabled(self._may and row is not None and row.rule != same[0])
        self.down_button.setEnabled(self._may and row is not None and row.rule != same[-1])
        waiting = any(not line.certificate_number for line in self._all)
        self.number_button.setVisible(self._may)
        self.number_button.setEnabled(waiting)
        self.number_button.setToolTip("" if waiting else self.tr("Every winner has a number."))
        self.papers_button.setEnabled(bool(self._all))
        self.reveal_button.setVisible(self._may and bool(self._rules))
        self.hand_button.setVisible(self._may and bool(self.latest))

    # Commands

    def add_usual(self) -> None:
        """Take the usual awards in."""

        def call(uow: Any) -> Any:
            from exam.services.awards import add_usual_awards

            return add_usual_awards(uow)

        # Awards where there were none take nothing from anybody.
        self.context.operations.write(self, call)

    def add(self) -> None:
        """Ask for a new award."""
        AwardRuleDialog(self.context, None, self._items, self).open()

    def change(self, row: RuleWinners) -> None:
        """Change an award, or the people who hold a title."""
        if not self._may:
            return
        AwardRuleDialog(self.context, row.rule, self._items, self).open()

    def _change_selected(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self.change(row)

    def _people_selected(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            TitleHoldersDialog(self.context, row.rule, self).open()

    def remove(self) -> None:
        """Take an award away after asking."""
        row = self.table.selected_row()
        if row is None:
            return
        rule = row.rule

        def act() -> None:
            def call(uow: Any) -> Any:
                from exam.services.awards import remove_award_rule

                return remove_award_rule(uow, rule_id=rule.id, seen_version=rule.version)

            write_looked_at(self, self.context, call)

        text = self.tr("“{award}” is taken away, with {count} winners. Publications that were made stay as they are.")
        messages.confirm(
            self, text.format(award=rule.name, count=row.winners), self.tr("Remove the award"), act, danger=True
        )

    def _move(self, up: bool) -> None:
        row = self.table.selected_row()
        if row is None:
            return
        rule = row.rule

        def call(uow: Any) -> Any:
            from exam.services.awards import move_award_rule

            return move_award_rule(uow, rule_id=rule.id, seen_version=rule.version, up=up)

        write_looked_at(self, self.context, call)


def _bar() -> tuple[QWidget, QHBoxLayout]:
    """A row of tools of one height, so that the tables below stand level."""
    holder = QWidget()
    holder.setFixedHeight(theme.px(36))
    row = QHBoxLayout(holder)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(theme.px(8))
    return holder, row
