"""The tabs of the standings page: one table each, and which line is chosen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QTabWidget, QVBoxLayout, QWidget

from exam.rules.part_standings import PartPlace, group_names, group_standing, item_standing
from ui import theme
from ui.item_models.standings import (
    figure,
    group_model,
    individuals_model,
    item_model,
    teams_model,
    units_model,
)
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.rules.results import Snapshot
    from exam.services.results import Explanation

CODE, NAME, UNIT, EXAM = 1, 2, 3, 4
INDIVIDUALS, TEAMS, UNITS, ITEMS, GROUPS = range(5)


class StandingsTables(QTabWidget):
    """Individuals, teams, all-staff round, single items, groups. ``chosen`` carries the line (or None)."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDocumentMode(True)
        self._snapshot: Snapshot | None = None
        self._initials: Mapping[int, str] = {}
        self._outdated: set[int] = set()
        self.individuals = Table(individuals_model(self._initials_of), name=self.tr("Individual standing"))
        self.teams = Table(teams_model(), name=self.tr("Team standing"))
        self.units = Table(units_model(), name=self.tr("All-staff round"))
        self.items = Table(item_model(self._initials_of), name=self.tr("Standing of one item"))
        self.item_box = QComboBox()
        self.item_box.setAccessibleName(self.tr("Item"))
        self.item_box.setMaximumWidth(theme.px(280))
        self.item_box.currentIndexChanged.connect(self._show_item)
        self.groups = Table(group_model(self._initials_of), name=self.tr("Standing of one group"))
        self.group_box = QComboBox()
        self.group_box.setAccessibleName(self.tr("Group"))
        self.group_box.setMaximumWidth(theme.px(280))
        self.group_box.currentIndexChanged.connect(self._show_group)
        self._all = (self.individuals, self.teams, self.units, self.items, self.groups)
        self.addTab(self._page(self.individuals), self.tr("Individuals"))
        self.addTab(self._page(self.teams), self.tr("Teams"))
        self.addTab(self._page(self.units), self.tr("All-staff round"))
        self.addTab(self._page(self.items, self.item_box), self.tr("Single items"))
        self.addTab(self._page(self.groups, self.group_box), self.tr("By group"))
        for table in self._all:
            table.current_row.connect(lambda line, table=table: self._choose(table, line))
        self.currentChanged.connect(self._tab_changed)

    def _page(self, table: Table, above: QWidget | None = None) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(8))
        if above is not None:
            column.addWidget(above)
        column.addWidget(table, 1)
        return holder

    def show_snapshot(self, snapshot: Snapshot, initials: Mapping[int, str]) -> None:
        """Show these results, keeping tab, search and chosen line. ``initials``: pinyin by nominee id."""
        self._snapshot, self._initials = snapshot, initials
        # Only the tab on screen is filled now, the others when they are looked at.
        self._outdated = set(range(self.count()))
        teams = bool(snapshot.basis.components)
        self._show_tab(TEAMS, teams)
        self._show_tab(UNITS, teams or bool(snapshot.units))
        self._name_items(snapshot)
        self._name_groups(snapshot)
        self._fill()
        if self.current_line() is None:
            self._choose_first()
        else:
            self.chosen.emit(self.current_line())

    def _fill(self) -> None:
        """Put the newest results into the tab on screen."""
        snapshot, number = self._snapshot, self.currentIndex()
        if snapshot is None or number not in self._outdated:
            return
        self._outdated.discard(number)
        if number == INDIVIDUALS:
            self._show_individuals(snapshot)
        elif number == TEAMS:
            self.teams.rows_model.update_rows(snapshot.teams)
            self.teams.setColumnHidden(6, not any(line.adjustment for line in snapshot.teams))
            self.teams.setColumnHidden(8, not any(line.tie_key for line in snapshot.teams))
        elif number == UNITS:
            self.units.rows_model.update_rows(snapshot.units)
        elif number == ITEMS:
            self._show_item()
        else:
            self._show_group()

    def _show_individuals(self, snapshot: Snapshot) -> None:
        lines = snapshot.individuals
        self.individuals.rows_model.update_rows(lines)
        self._hide_names(self.individuals)
        self.individuals.setColumnHidden(EXAM, not snapshot.basis.written_weight)
        self.individuals.setColumnHidden(6, not any(line.adjustment for line in lines))
        self.individuals.setColumnHidden(8, not any(line.tie_key or line.place is None for line in lines))

    def _hide_names(self, table: Table) -> None:
        """Whoever may see no names sees codes."""
        blind = self._snapshot is not None and not any(line.name for line in self._snapshot.individuals)
        table.setColumnHidden(NAME, blind)
        table.setColumnHidden(UNIT, blind)
        if self._snapshot is not None:
            table.make_room(NAME, (line.name for line in self._snapshot.individuals))

    def _initials_of(self, nominee_id: int) -> str:
        return self._initials.get(nominee_id, "")

    def set_search(self, text: str) -> None:
        """Filter all tables."""
        for table in self._all:
            table.rows_model.set_search(text)

    def current_line(self) -> Any | None:
        """The chosen line of the tab on screen."""
        return self._all[self.currentIndex()].selected_row()

    def total_about(self) -> tuple[str, dict[str, int]] | None:
        """Whose total is chosen, in words and as key: a person or a team; None on the other tabs."""
        line = self.current_line()
        if line is None or self.currentIndex() not in (INDIVIDUALS, TEAMS):
            return None
        if self.currentIndex() == TEAMS:
            return line.team or line.unit, {"team_id": line.team_id}
        return " ".join(part for part in (line.entrant_code, line.name) if part), {"nominee_id": line.nominee_id}

    def explanation(self, snapshot: Snapshot, line: Any) -> tuple[Explanation, str, str]:
        """The calculation of a line, its total and its place in words."""
        from exam.rules.results import TeamLine, UnitLine
        from exam.services.results import explain_line

        if isinstance(line, PartPlace):
            line = line.line
        if isinstance(line, TeamLine):
            return explain_line(snapshot, team_id=line.team_id), figure(line.total), self._place(line.place)
        if isinstance(line, UnitLine):
            return explain_line(snapshot, unit_code=line.unit_code), figure(line.average), self._place(line.place)
        return explain_line(snapshot, nominee_id=line.nominee_id), figure(line.total), self._place(line.place)

    def _place(self, place: int | None) -> str:
        return self.tr("place {place}").format(place=place) if place is not None else self.tr("no place")

    def _name_items(self, snapshot: Snapshot) -> None:
        _offer(self.item_box, [(item.name, item.key) for item in snapshot.items])

    def _show_item(self) -> None:
        number = self.item_box.currentIndex()
        rows = item_standing(self._snapshot.individuals, number) if self._snapshot is not None and number >= 0 else []
        self.items.rows_model.update_rows(rows)
        self._hide_names(self.items)

    def _name_groups(self, snapshot: Snapshot) -> None:
        names = group_names(snapshot.individuals)
        self._show_tab(GROUPS, bool(names))
        _offer(self.group_box, [(self.tr("Group {letter}").format(letter=name), name) for name in names])

    def _show_tab(self, number: int, shown: bool) -> None:
        if self.isTabVisible(number) != shown:
            # Even the same again lays out and paints the whole table anew.
            self.setTabVisible(number, shown)

    def _show_group(self) -> None:
        group = self.group_box.currentData()
        rows = group_standing(self._snapshot.individuals, group) if self._snapshot is not None and group else []
        self.groups.rows_model.update_rows(rows)
        self._hide_names(self.groups)

    def _choose(self, table: Table, line: object) -> None:
        if table is self._all[self.currentIndex()]:
            self.chosen.emit(line)

    def _tab_changed(self) -> None:
        self._fill()
        if self.current_line() is None:
            self._choose_first()
        else:
            self.chosen.emit(self.current_line())

    def _choose_first(self) -> None:
        table = self._all[self.currentIndex()]
        if table.rows_model.rowCount():
            table.setCurrentIndex(table.rows_model.index(0, 0))
        else:
            self.chosen.emit(None)


def _offer(box: QComboBox, choices: Sequence[tuple[str, str]]) -> None:
    """Offer these words and values without telling anybody, keeping what is chosen; the same ones are left alone."""
    if choices == [(box.itemText(at), box.itemData(at)) for at in range(box.count())]:
        return
    before = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, value in choices:
        box.addItem(text, value)
    box.setCurrentIndex(max(box.findData(before), 0) if choices else -1)
    box.blockSignals(False)
