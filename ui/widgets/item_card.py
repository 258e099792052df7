"""The chosen item beside the list: how it is marked, its criteria, its panel, and who is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from exam.rules.item_templates import PANEL, QUIZ
from exam.rules.marks import show
from exam.rules.nominations import group_letter
from ui import theme
from ui.item_models.items import part_name, rule_words, time_words
from ui.widgets.buttons import Clicked, link_button, secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label

if TYPE_CHECKING:
    from exam.services.items import ItemRow
    from exam.services.panels import AvoidanceRow, PanelRow


class ItemCard(Card):
    """Made anew for each item: plain labels, no data of its own."""

    def __init__(self, change: Clicked, panel: Clicked, avoid: Clicked, marks: Clicked) -> None:
        super().__init__(margin=(18, 16))
        self._change, self._panel, self._avoid, self._marks = change, panel, avoid, marks
        self._content: QWidget | None = None
        self.setMinimumWidth(theme.px(340))

    def show_item(
        self, item: ItemRow, panels: list[PanelRow], avoidances: list[AvoidanceRow], may_change: bool
    ) -> None:
        """Show this item."""
        if self._content is not None:
            self._content.hide()
            self._content.deleteLater()
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addWidget(label(item.name, role="heading"))
        if item.kind == QUIZ:
            text = self.tr(
                "The points are rules of the competition; the ledger adds them up. "
                "It counts where the team total takes it."
            )
        else:
            text = self.tr("{part} · full mark {full} · weight {weight}")
            text = text.format(part=part_name(item), full=show(item.full), weight=show(item.weight))
        column.addWidget(wrapped_label(text, role="caption"))
        if item.kind == PANEL:
            column.addWidget(wrapped_label(rule_words(item), role="caption"))
            if item.overtime.limit:
                column.addWidget(wrapped_label(time_words(item.overtime), role="caption"))
        row = QHBoxLayout()
        self.change_button = secondary_button(self.tr("Change the item…"), "pencil", self._change)
        self.change_button.setEnabled(may_change and not item.locked)
        row.addWidget(self.change_button)
        go = self.tr("Go to the quiz") if item.kind == QUIZ else self.tr("Enter marks")
        row.addWidget(secondary_button(go, "hand" if item.kind == QUIZ else "clipboard-pen", self._marks))
        row.addStretch(1)
        column.addLayout(row)
        if item.criteria:
            column.addWidget(self._criteria(item))
        if item.kind == PANEL:
            column.addWidget(self._panels(item, panels, may_change))
            if avoidances:
                column.addWidget(self._avoidances(avoidances))
        column.addStretch(1)
        self.body.addWidget(self._content)

    def _criteria(self, item: ItemRow) -> QWidget:
        holder = QWidget()
        grid = QGridLayout(holder)
        grid.setContentsMargins(0, theme.px(8), 0, 0)
        grid.setVerticalSpacing(theme.px(4))
        way = self.tr("typed one by one") if item.per_criterion else self.tr("on the mark sheet; the total is typed")
        grid.addWidget(label(self.tr("Criteria ({way})").format(way=way), role="caption"), 0, 0, 1, 2)
        for at, one in enumerate(item.criteria, 1):
            grid.addWidget(label(one.name), at, 0)
            grid.addWidget(label(show(one.full)), at, 1)
        grid.setColumnStretch(0, 1)
        return holder

    def _panels(self, item: ItemRow, panels: list[PanelRow], may_change: bool) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(6))
        row = QHBoxLayout()
        row.addWidget(label(self.tr("Panel"), role="caption"), 1)
        text = self.tr("Change the panel…") if panels else self.tr("Put judges on the panel…")
        self.panel_button = secondary_button(text, "users", self._panel)
        self.panel_button.setEnabled(may_change and not item.locked)
        row.addWidget(self.panel_button)
        column.addLayout(row)
        if not panels:
            column.addWidget(wrapped_label(self.tr("Nobody judges this item yet."), tone="warn"))
        for panel in panels:
            if len(panels) > 1:
                text = self.tr("Group {letter}").format(letter=group_letter(panel.group))
                column.addWidget(label(text if panel.group else self.tr("Other groups"), role="quiet"))
            for number, seat in enumerate(panel.seats, 1):
                text = f"{number}.  {seat.name}"
                if seat.unit:
                    text += f"（{seat.unit}）" if any(sign >= "\u4e00" for sign in seat.unit) else f" ({seat.unit})"
                if seat.chief:
                    text += " · " + self.tr("chief judge")
                column.addWidget(label(text))
        return holder

    def _avoidances(self, rows: list[AvoidanceRow]) -> QWidget:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, theme.px(8), 0, 0)
        column.setSpacing(theme.px(4))
        left_out = sum(not row.reason for row in rows)
        text = self.tr("Avoidance: judges are left out for {n} entrants of their own unit.")
        column.addWidget(wrapped_label(text.format(n=left_out), role="caption"))
        if left_out < len(rows):
            text = self.tr("The office lets them mark in {n} cases.")
            column.addWidget(wrapped_label(text.format(n=len(rows) - left_out), tone="warn"))
        line = QHBoxLayout()
        line.addWidget(link_button(self.tr("Look at them…"), self._avoid))
        line.addStretch(1)
        column.addLayout(line)
        return holder
