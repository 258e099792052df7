"""The finalists: who each unit nominates, substitutes and withdrawals, groups and entrant codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from exam.access import Right
from exam.rules.nominations import group_letter
from ui import theme
from ui.context import Context
from ui.item_models.nominations import UnitLine, nominee_model, unit_lines, unit_model
from ui.pages.nominations_commands import NominationCommands
from ui.pages.page import Page
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import StatCard, card_row
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.coding import CodingRow
    from exam.services.finals import NomineeRow, TeamRow
    from exam.services.group_draws import GroupDrawRow

FILES = (".xlsx", ".xlsm", ".csv")
LOADING, NO_ROSTER, NOBODY, FULL = range(4)
NAME = 1


class NominationsPage(Page):
    """Units at the left, their elites at the right, the next step below."""

    key = "nominations"
    topics = frozenset({"final", "roster", "competition", "draw"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.teams: list[TeamRow] = []
        self._rows: list[NomineeRow] = []
        self.draw: GroupDrawRow | None = None
        self.coding: CodingRow | None = None
        self.marked = False
        self.group_count = 0
        self.may = context.may(Right.MANAGE_FINAL)
        self.commands = NominationCommands(self)
        self.import_button = self.header.add_action(self.tr("Import…"), "file-input", self.commands.choose_file)
        self.draw_button = self.header.add_action(self.tr("Draw the groups…"), "shuffle", self.commands.draw_groups)
        self.lots_button = self.header.add_action(self.tr("Show the lots…"), "presentation", self.commands.show_lots)
        self.codes_button = self.header.add_action(self.tr("Give the codes"), "list-ordered", self.commands.give_codes)
        self.levels_button = self.header.add_action(self.tr("Levels of coding…"), "lock", self.commands.show_coding)
        self.add_button = self.header.add_action(self.tr("Nominate…"), "plus", self.commands.nominate, "primary")
        self._stack = self.add_views(self._no_roster(), self._nobody(), self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Finalists")

    def subtitle(self) -> str:
        return self.tr("The elites whom the units nominate for the final")

    def key_hints(self) -> str:
        return self.tr("Ctrl+F search   Enter change the state   Ctrl+click several")

    def help_text(self) -> str:
        return self.tr(
            "Every unit nominates its elites; the rules say how many, and whether they must be certified. When "
            "everybody is nominated, draw the groups and the order with dice, or choose elites and put them into "
            "groups by hand. Then give the codes: judges and markers see only them. A substitute takes over group and "
            "code of the person replaced. Where the rules ask for two or three levels of coding, further secret codes "
            "are drawn afterwards, each by another officer and a witness; from then on only the last code is seen."
        )

    # Building

    def _no_roster(self) -> EmptyState:
        return EmptyState(
            self.tr("Nobody is on the roster yet. Elites are nominated from it."),
            self.tr("Go to the roster"),
            lambda: self.context.go_to("roster"),
            icon="users",
        )

    def _nobody(self) -> EmptyState:
        self.empty = EmptyState(
            self.tr("No unit has nominated anybody yet. Enter the first unit's nominations."),
            self.tr("Nominate…"),
            self.commands.nominate,
            self.tr("Import a workbook of nominations…"),
            self.commands.choose_file,
            icon="user-check",
        )
        return self.empty

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.cards = {
            "elites": StatCard(self.tr("elites take part"), "users-round", "accent"),
            "units": StatCard(self.tr("units complete"), "building-2", "ok"),
            "groups": StatCard(self.tr("in groups"), "shuffle"),
            "codes": StatCard(self.tr("with a code"), "list-ordered"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.addWidget(self._units())
        splitter.addWidget(self._elites())
        splitter.setStretchFactor(0, 2)
        splitter.setStretchFactor(1, 5)
        splitter.setSizes([theme.px(280), theme.px(900)])
        splitter.setChildrenCollapsible(False)
        column.addWidget(splitter, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _units(self) -> QWidget:
        self.unit_model = unit_model()
        self.units = Table(self.unit_model, name=self.tr("Units"))
        self.units.setSortingEnabled(False)
        self.units.setMinimumWidth(theme.px(260))
        self.units.current_row.connect(self._filter)
        self.units.on_activated(lambda _: self.commands.nominate())
        return self.units

    def _elites(self) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(theme.px(8), 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.model = nominee_model()
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.search = SearchField(self.tr("Find (Ctrl+F)"), self, width=400)
        self.search.searched.connect(self.model.set_search)
        row.addWidget(self.search, 1)
        row.addStretch(1)
        self.group_button = secondary_button(self.tr("Group"), "users")
        self.group_menu = QMenu(self)
        self.group_button.setMenu(self.group_menu)
        do = self.commands
        self.substitute_button = secondary_button(self.tr("Substitute…"), "git-compare-arrows", do.substitute)
        self.state_button = secondary_button(self.tr("Change state…"), "user-x", do.change_state)
        self.remove_button = secondary_button(self.tr("Take off…"), "trash-2", do.remove)
        for button in (self.group_button, self.substitute_button, self.state_button, self.remove_button):
            row.addWidget(button)
        column.addLayout(row)
        self.table = Table(self.model, name=self.tr("Elites"), multi=True)
        self.table.on_activated(lambda _: self.commands.change_state())
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._allow())
        column.addWidget(self.table, 1)
        return holder

    # Showing

    def arrive(self, **hints: Any) -> None:
        """``unit_id``: the unit to show; ``search``: a code or name."""
        if "unit_id" in hints:
            self.units.select_key(hints["unit_id"])
        if "search" in hints:
            self.search.setText(hints["search"])

    def takes_file(self, path: Path) -> bool:
        return path.suffix.lower() in FILES and self.may and bool(self.teams)

    def take_file(self, path: Path) -> None:
        self.commands.import_file(path)

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services import coding, competition, entrants, finals, group_draws, roster

            rules = competition.get_rules(uow)
            staff = roster.get_counts(uow).staff
            return (
                staff, finals.list_teams(uow), finals.list_nominees(uow), group_draws.get_group_draw(uow),
                rules.group_count, entrants.any_marks(uow), coding.get_coding(uow),
            )  # fmt: skip

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[int, list[TeamRow], list[NomineeRow], GroupDrawRow, int, bool, CodingRow]) -> None:
        staff, self.teams, self._rows, self.draw, groups, self.marked, self.coding = found
        if groups != self.group_count:
            self.group_count = groups
            self._fill_groups()
        chosen = self.units.selected_row()
        self.unit_model.set_rows(unit_lines(self.teams))
        self.model.set_rows(self._rows)
        self.table.make_room(NAME, (row.name for row in self._rows))
        self.units.select_key(chosen.unit_id or 0 if chosen is not None else 0)
        self._filter(self.units.selected_row())
        active = [row for row in self._rows if row.active]
        done = sum(team.state == "full" for team in self.teams)
        self.cards["elites"].set_value(str(len(active)))
        self.cards["units"].set_value(f"{done} / {len(self.teams)}")
        self.cards["groups"].set_value(f"{sum(row.group is not None for row in active)} / {len(active)}")
        self.cards["codes"].set_value(f"{sum(bool(row.code) for row in active)} / {len(active)}")
        self._stack.setCurrentIndex(FULL if self._rows else NOBODY if staff else NO_ROSTER)
        self._tell(active)
        self._allow()

    def _tell(self, active: list[NomineeRow]) -> None:
        """The next thing to do, with its button."""
        few = [team for team in self.teams if team.state == "few"]
        many = [team for team in self.teams if team.state == "many"]
        none = [team for team in self.teams if team.state == "none"]
        actions = []
        tone, text = "warn", ""
        if many:
            text = self.tr("{unit} sends {n} elites, more than the rules allow.")
            text = text.format(unit=many[0].unit, n=many[0].nominated)
        elif self.draw is not None and self.draw.state == "frozen":
            tone, text = "info", self.tr("The list is frozen for the draw of the groups: throw the dice.")
            actions = [(self.tr("Go on with the &draw…"), self.commands.draw_groups)]
        elif few or none:
            text = self.tr("{n} units have not nominated enough yet, for example {unit}.")
            first = (few + none)[0]
            text = text.format(n=len(few) + len(none), unit=first.unit)
            actions = [(self.tr("&Nominate…"), lambda: self.commands.nominate_for(first.unit_id))]
        elif any(row.group is None for row in active) and not self._needs_no_groups(active):
            text = self.tr("Everybody is nominated. Now draw the groups, or put the elites into groups by hand.")
            tone, actions = "info", [(self.tr("&Draw the groups…"), self.commands.draw_groups)]
        elif not all(row.code for row in active):
            text = self.tr("Some elites have no code yet. Judges and markers work with codes.")
            actions = [(self.tr("Give the &codes"), self.commands.give_codes)]
        elif self.coding is not None and self.coding.next is not None:
            text = self.tr("Level {n} of the codes is drawn next, by another officer and a witness.")
            text = text.format(n=self.coding.next.level)
            tone, actions = "info", [(self.tr("Draw the &level…"), self.commands.show_coding)]
        elif self.coding is not None and self.coding.hidden:
            tone, text = "info", self.tr("The codes shown here are those of the lots; what judges see is secret.")
            actions = [(self.tr("&Levels of coding…"), self.commands.show_coding)]
        if text:
            self.message.show_message(tone, text, actions if self.may else [])
        else:
            self.message.clear()

    def _needs_no_groups(self, active: list[NomineeRow]) -> bool:
        """One group for all need not be drawn; then codes follow the list."""
        return self.group_count == 1 and all(row.group is None for row in active)

    def _fill_groups(self) -> None:
        self.group_menu.clear()
        for number in (*range(1, self.group_count + 1), None):
            text = self.tr("Group {letter}").format(letter=group_letter(number)) if number else self.tr("No group")
            action = QAction(text, self.group_menu)
            action.triggered.connect(lambda _=False, number=number: self.commands.set_group(number))
            self.group_menu.addAction(action)

    def _filter(self, line: UnitLine | None) -> None:
        unit_id = line.unit_id if line is not None else None
        self.model.set_filter(None if unit_id is None else lambda row: row.unit_id == unit_id)
        self._allow()

    def _allow(self) -> None:
        rows = self.table.selected_rows()
        one = rows[0] if len(rows) == 1 else None
        marked = self.marked
        secret = self.coding is not None and self.coding.secret
        why = self.tr("Marks stand already.") if marked else ""
        fixed = why or (self.tr("Secret codes are drawn already.") if secret else "")
        has_people = bool(self._rows)
        for button, on, tip in (
            (self.add_button, bool(self.teams) and not secret, "" if not secret else fixed),
            (self.import_button, bool(self.teams) and not secret, "" if not secret else fixed),
            (self.draw_button, has_people and not marked, why),
            (self.codes_button, has_people and not fixed, fixed),
            (self.group_button, bool(rows) and all(row.active for row in rows) and not fixed, fixed),
            (self.substitute_button, one is not None and one.status in ("active", "withdrawn"), ""),
            (self.state_button, one is not None and one.status != "substituted", ""),
            (self.remove_button, one is not None and one.active and not marked, why),
        ):
            button.setEnabled(self.may and on)
            button.setToolTip(tip if self.may else self.tr("Only the office may do this."))
        for button in (self.import_button, self.draw_button, self.add_button):
            button.setVisible(has_people)
        levels = self.coding.levels if self.coding is not None else ()
        self.levels_button.setVisible(has_people and len(levels) > 1)
        self.codes_button.setVisible(has_people and not (len(levels) > 1 and levels[0].drawn))
