"""The results of the written round: the standing, the units, and how the exam itself did."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from exam.access import Right
from exam.rules.item_analysis import ENOUGH
from ui import theme
from ui.context import Context
from ui.item_models.written_results import figure, fixed, item_lines, items_model, places3, standing_model, units_model
from ui.pages.page import Page
from ui.widgets.calculation import CalculationPanel
from ui.widgets.cards import Card, StatCard, card_row
from ui.widgets.columns import bare_column
from ui.widgets.empty_state import EmptyState
from ui.widgets.histogram import Histogram
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import Action, MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.rules.results import UnitLine
    from exam.services.written_results import WrittenResults

LOADING, NOTHING, FULL = range(3)
Shape = tuple[tuple[str, ...], bool, bool]


class WrittenResultsPage(Page):
    """Three tabs over the locked sittings. Sealed ones show numbers only until their seals are opened."""

    key = "written_results"
    topics = frozenset({"written", "competition", "draw"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        self.found: WrittenResults | None = None
        self._shape: Shape | None = None
        self.print_button = self.header.add_action(
            self.tr("Print the results…"), "printer",
            lambda: context.go_to("papers", paper="written_standing"), "primary",
        )  # fmt: skip
        no_sitting = EmptyState(
            self.tr("No sitting is locked yet. Results are shown once the marks of a sitting are locked."),
            self.tr("Go to the marks"), lambda: self.context.go_to("written"), icon="lock",
        )  # fmt: skip
        self._stack = self.add_views(no_sitting, self._full())
        self._allow()

    def title(self) -> str:
        return self.tr("Results of the written round")

    def subtitle(self) -> str:
        return self.tr("Standing, units, and how the paper did")

    def key_hints(self) -> str:
        return self.tr("Up/Down choose a line   Ctrl+F search   Ctrl+C copy")

    def help_text(self) -> str:
        return self.tr(
            "Facility is the mean mark divided by the full mark: near 1 everybody knew it, near 0 nobody. "
            "Discrimination is the correlation of a section with the rest of the paper: below 0.2 it hardly tells "
            "strong papers from weak ones. Alpha says how well the sections measure the same thing. With fewer "
            "than 30 papers these figures are a hint at most."
        )

    # Building

    def _full(self) -> QWidget:
        holder, column = bare_column()
        self.cards = {
            "sat": StatCard(self.tr("sat / expected"), "users", "accent"),
            "mean": StatCard(self.tr("average mark"), "sigma", "accent"),
            "median": StatCard(self.tr("median"), "list-ordered", "accent"),
            "range": StatCard(self.tr("lowest – highest"), "move-horizontal", "accent"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        self.tabs = QTabWidget()
        self.tabs.addTab(self._standing_tab(), self.tr("Standing"))
        self.tabs.addTab(self._units_tab(), self.tr("Units"))
        self.tabs.addTab(self._analysis_tab(), self.tr("Analysis of the paper"))
        column.addWidget(self.tabs, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        return holder

    def _standing_tab(self) -> QWidget:
        holder, column = _tab()
        self.search = SearchField(self.tr("Name, pinyin, number or unit (Ctrl+F)"), self, width=330)
        self.search.searched.connect(lambda text: self.table.rows_model.set_search(text))
        column.addWidget(self.search, 0, Qt.AlignmentFlag.AlignLeft)
        self._standing_column = column
        self.table = Table(standing_model((), named=True, several=False), name=self.tr("Standing"))
        column.addWidget(self.table, 1)
        return holder

    def _units_tab(self) -> QWidget:
        holder, column = _tab()
        self.units = Table(units_model(), name=self.tr("Units"))
        self.units.current_row.connect(self._explain)
        self.panel = CalculationPanel(self.tr("Choose a unit to see how its average was calculated."))
        self.no_units = wrapped_label("", role="caption")
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setHandleWidth(theme.px(12))
        split.addWidget(self.units)
        split.addWidget(self.panel)
        split.setStretchFactor(0, 1)
        split.setSizes([theme.px(720), theme.px(340)])
        split.setChildrenCollapsible(False)
        column.addWidget(self.no_units)
        column.addWidget(split, 1)
        return holder

    def _analysis_tab(self) -> QWidget:
        holder, column = _tab()
        card = Card()
        card.body.addWidget(label(self.tr("How the marks spread"), role="heading"))
        self.histogram = Histogram()
        card.body.addWidget(self.histogram, 1)
        column.addWidget(card, 3)
        self.alphas = wrapped_label("", role="caption")
        column.addWidget(self.alphas)
        self.items = Table(items_model(), name=self.tr("Sections of the paper"))
        column.addWidget(self.items, 2)
        return holder

    # Showing

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.written_results import get_written_results

            return get_written_results(uow)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: WrittenResults) -> None:
        self.found = found
        self._stack.setCurrentIndex(FULL if found.anything else NOTHING)
        self._allow()
        if not found.anything:
            return
        self._show_cards(found)
        self._show_standing(found)
        self.units.rows_model.set_rows(found.units)
        if found.units and self.units.selected_row() is None:
            self.units.selectRow(0)
        self.units.setVisible(bool(found.units))
        self.panel.setVisible(bool(found.units))
        self.no_units.setText("" if found.units else self._why_no_units(found))
        self.no_units.setVisible(not found.units)
        self.histogram.show_bins(found.bins, found.summary.mean)
        self.items.rows_model.set_rows(item_lines(found.analyses))
        self._show_alphas(found)
        self._say(found)

    def _show_cards(self, found: WrittenResults) -> None:
        summary = found.summary
        self.cards["sat"].set_value(f"{found.sat} / {found.expected}")
        self.cards["mean"].set_value(fixed(summary.mean))
        self.cards["median"].set_value(fixed(summary.median))
        self.cards["range"].set_value(f"{figure(summary.lowest)} – {figure(summary.highest)}")

    def _show_standing(self, found: WrittenResults) -> None:
        named = any(line.name for line in found.lines)
        several = len({line.sitting for line in found.lines}) > 1
        shape: Shape = (found.sections, named, several)
        if shape != self._shape:
            old = self.table
            self.table = Table(standing_model(found.sections, named=named, several=several), name=self.tr("Standing"))
            self._standing_column.replaceWidget(old, self.table)
            old.hide()
            old.deleteLater()
            self._shape = shape
        self.table.rows_model.set_rows(found.lines)
        self.table.rows_model.set_search(self.search.text())

    def _show_alphas(self, found: WrittenResults) -> None:
        lines: list[str] = []
        for one in found.analyses:
            text = self.tr("{sitting}: alpha {alpha} from {n} papers and {k} items")
            line = text.format(
                sitting=f"{one.sitting} {one.section}".strip(), alpha=places3(one.found.alpha),
                n=one.found.candidates, k=len(one.names),
            )  # fmt: skip
            if len(one.names) < 2:
                line += " · " + self.tr("one section has no alpha and no discrimination")
            if one.found.too_few:
                line += " · " + self.tr("fewer than {n} papers: a hint at most").format(n=ENOUGH)
            lines.append(line)
        self.alphas.setText("\n".join(lines))

    def _why_no_units(self, found: WrittenResults) -> str:
        if found.sealed:
            return self.tr("The averages of the units are shown once the seals are opened: {sittings}.").format(
                sittings=", ".join(found.sealed)
            )
        return self.tr("The averages of the units are shown once every sitting is locked. Open: {sittings}.").format(
            sittings=", ".join(found.waiting)
        )

    def _say(self, found: WrittenResults) -> None:
        actions: list[Action] = []
        if found.sealed:
            text = self.tr("Sealed numbers stand for the people of {sittings} until the seals are opened.")
            self.message.show_message("info", text.format(sittings=", ".join(found.sealed)))
        elif found.waiting:
            actions = [(self.tr("&Go to the marks"), lambda: self.context.go_to("written"))]
            text = self.tr("Not locked yet, and not shown here: {sittings}.")
            self.message.show_message("warn", text.format(sittings=", ".join(found.waiting)), actions)
        else:
            if self.context.may(Right.LOCK_MARKS):
                actions = [(self.tr("&Recheck…"), lambda: self.context.go_to("recheck"))]
            self.message.show_message("ok", self.tr("Every sitting is locked."), actions)

    def _explain(self, line: UnitLine | None) -> None:
        if line is None:
            self.panel.clear()
            return
        from exam.services.results import Explanation

        place = "" if line.place is None else self.tr("place {place}").format(place=line.place)
        self.panel.show_explanation(Explanation(line.unit, line.unit, line.calculation), fixed(line.average), place)

    def _allow(self) -> None:
        something = self.found is not None and self.found.anything
        self.print_button.setVisible(self.context.may(Right.PRINT_PAPERS))
        self.print_button.setEnabled(something)


def _tab() -> tuple[QWidget, QVBoxLayout]:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, theme.px(12), 0, 0)
    column.setSpacing(theme.px(10))
    return holder, column
