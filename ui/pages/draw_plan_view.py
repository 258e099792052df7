"""The plan of a draw as a table: who is eligible where, how many go, with which chance."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.errors import sentence
from ui.item_models.draw import percent, plan_model, rule_words
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import StatCard, card_row
from ui.widgets.chance_bar import ChanceDelegate
from ui.widgets.labels import ElidedLabel
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_plan_rows import PlanLineRow, PlanOutcome


class DrawPlanView(QWidget):
    """Asks for changes by signals; :meth:`show_plan` shows what holds."""

    rules_wanted = Signal()
    exclusions_wanted = Signal()
    line_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.cards = {
            "eligible": StatCard(self.tr("eligible"), "users", "accent"),
            "places": StatCard(self.tr("to be drawn"), "user-check", "ok"),
            "alternates": StatCard(self.tr("alternates named"), "list-ordered"),
            "excluded": StatCard(self.tr("not drawn from"), "user-x"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        column.addLayout(self._tools())
        self._with_posts = False
        self._may = False
        self._table_room = QVBoxLayout()
        column.addLayout(self._table_room, 1)
        self._make_table()
        self.message = MessageLine()
        column.addWidget(self.message)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.search = SearchField(self.tr("Find a unit (Ctrl+F)"), self, width=220)
        self.search.searched.connect(lambda text: self.model.set_search(text))
        self.summary = ElidedLabel("", role="caption")
        self.line_button = secondary_button(self.tr("Change unit…"), "pencil", self._change_selected)
        self.exclusions_button = secondary_button(self.tr("Not drawn from…"), "user-x", self.exclusions_wanted.emit)
        self.rules_button = secondary_button(self.tr("Rules…"), "sliders-horizontal", self.rules_wanted.emit)
        row.addWidget(self.search)
        row.addWidget(self.summary, 1)
        for button in (self.line_button, self.exclusions_button, self.rules_button):
            row.addWidget(button)
        return row

    def _make_table(self) -> None:
        self.model = plan_model(self._with_posts)
        self.table = Table(self.model, name=self.tr("Plan of the draw"))
        # The chance is the last column but one.
        self.table.setItemDelegateForColumn(len(self.model.columns) - 2, ChanceDelegate(self.table))
        self.table.on_activated(self._change)
        self.table.current_row.connect(lambda _: self._allow())
        self._table_room.addWidget(self.table)

    def show_plan(self, plan: PlanOutcome, may: bool) -> None:
        """Show the plan; ``may`` says whether the person may change it."""
        self._may = may
        with_posts = plan.strata != "unit"
        if with_posts != self._with_posts:
            self._with_posts = with_posts
            self.table.hide()
            self.table.deleteLater()
            self._make_table()
            self.model.set_search(self.search.text())
        self.model.set_rows(plan.lines)
        self.cards["eligible"].set_value(f"{plan.eligible:,}")
        self.cards["places"].set_value(f"{plan.places:,}")
        self.cards["alternates"].set_value(f"{plan.alternates:,}")
        self.cards["excluded"].set_value(f"{len(plan.excluded):,}")
        self.summary.setText(self._words(plan))
        self._say(plan)
        self._allow()

    def _words(self, plan: PlanOutcome) -> str:
        who = plan.rules.eligibility
        parts = [
            text
            for on, text in (
                (who.window_staff, self.tr("window staff")),
                (who.on_duty, self.tr("on duty")),
                (who.certified, self.tr("certified")),
                (bool(who.posts), "/".join(who.posts)),
            )
            if on
        ]
        rule = rule_words(plan.rules.line)
        if plan.rules.line.method == "proportional":
            rule += f" ({plan.rules.total})"
        return " · ".join([*parts, rule])

    def _say(self, plan: PlanOutcome) -> None:
        short = plan.short
        if plan.problem is not None:
            self.message.show_message(
                "error", sentence(plan.problem),
                [(self.tr("Rules…"), self.rules_wanted.emit)] if self._may else [],
            )
        elif short:
            text = self.tr(
                "{units} have fewer eligible people than places: everybody there goes, {missing} places stay empty."
            ).format(
                units=self._some([line.unit_name for line in short]),
                missing=sum(line.outcome.shortfall for line in short),
            )
            self.message.show_message("warn", text)
        else:
            chances = plan.chances
            low, high = (percent(float(chance)) for chance in chances) if chances else ("–", "–")
            self.message.show_message(
                "info",
                self.tr(
                    "The chance of one person lies between {low} and {high}. Freeze when roster and plan are final."
                ).format(low=low, high=high),
            )

    def _some(self, names: list[str]) -> str:
        shown = self.tr("; ").join(names[:3])
        return shown if len(names) <= 3 else self.tr("{names} and {more} more").format(names=shown, more=len(names) - 3)

    def _allow(self) -> None:
        row = self.table.selected_row()
        why = "" if self._may else self.tr("Only the office may do this.")
        self.rules_button.setEnabled(self._may)
        self.exclusions_button.setEnabled(self._may)
        self.line_button.setEnabled(self._may and row is not None)
        for button in (self.rules_button, self.exclusions_button):
            button.setToolTip(why)
        self.line_button.setToolTip(why or ("" if row else self.tr("Choose a unit in the table first.")))

    def _change_selected(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self._change(row)

    def _change(self, row: PlanLineRow) -> None:
        if self._may:
            self.line_wanted.emit(row)


