"""How the team total is built: a ready-made way, or own components with source, aggregate and weight."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from exam.rules.marks import normalise
from exam.rules.results import Component
from exam.rules.settings import BY_KEY
from exam.rules.team_totals import AGGREGATE_NAMES, SOURCE_NAMES, TEAM_SOURCES
from ui import theme
from ui.context import Context
from ui.dialogs.moves import write_after_look
from ui.item_models.rows import Column, RowsModel
from ui.widgets.buttons import secondary_button, tool_button
from ui.widgets.columns import bare_column
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.items import ItemRow

translate = QCoreApplication.translate
OWN = "own"


class TeamTotalDialog(FormDialog):
    """Chooses the preset, or puts own components together."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("TeamTotalDialog", "How the team total is built"),
            translate("TeamTotalDialog", "Save"), parent, width=720,
            intro=translate("TeamTotalDialog", "Each component is rounded, weighted, rounded again and added."),
        )  # fmt: skip
        self._before = ""
        self._items: dict[str, str] = {}
        self._kinds: dict[str, str] = {}
        self.preset = QComboBox()
        for choice in BY_KEY["team_preset"].choices:
            self.preset.addItem(translate("exam", choice.text), choice.value)
        self.add_row(self.tr("Team &total"), self.preset)
        self.own = self._own()
        self.body.addWidget(self.own, 1)
        self.preset.currentIndexChanged.connect(self._fit)
        self._fit()
        self._read()

    def _own(self) -> QWidget:
        holder, column = bare_column(8)
        column.addWidget(label(self.tr("Own components"), role="heading"))
        self.source, self.item, self.aggregate = QComboBox(), QComboBox(), QComboBox()
        for key, text in SOURCE_NAMES.items():
            self.source.addItem(translate("exam", text), key)
        for key, text in AGGREGATE_NAMES.items():
            self.aggregate.addItem(translate("exam", text), key)
        self.best, self.weight = QLineEdit("3"), QLineEdit("100")
        for line, name in ((self.best, self.tr("How many of the best")), (self.weight, self.tr("Weight in %"))):
            line.setAccessibleName(name)
            line.setToolTip(name)
            line.setFixedWidth(theme.px(64))
        boxes = (self.source, self.item, self.aggregate)
        for box, name in zip(boxes, (self.tr("Source"), self.tr("Item"), self.tr("Put together by")), strict=True):
            box.setAccessibleName(name)
            box.setToolTip(name)
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        row.addWidget(self.source, 2)
        row.addWidget(self.item, 1)
        row.addWidget(self.aggregate, 1)
        row.addWidget(self.best)
        row.addWidget(self.weight)
        row.addWidget(label("%"))
        row.addWidget(secondary_button(self.tr("Add"), "plus", self.add))
        row.addWidget(tool_button("trash-2", self.tr("Remove the chosen component"), self.remove))
        column.addLayout(row)
        self.table = Table(self._model(), name=self.tr("Own components"))
        self.table.setMinimumHeight(theme.px(200))
        column.addWidget(self.table, 1)
        self.sum_line = wrapped_label("", role="caption")
        column.addWidget(self.sum_line)
        self.source.currentIndexChanged.connect(self._fit)
        self.aggregate.currentIndexChanged.connect(self._fit)
        return holder

    def _model(self) -> RowsModel[Component]:
        return RowsModel(
            (
                Column(self.tr("Source"), lambda one: translate("exam", SOURCE_NAMES[one.source]), stretch=True),
                Column(self.tr("Item"), lambda one: self._items.get(one.item, ""), width=130, secondary=True),
                Column(self.tr("Put together by"), self._how, width=150),
                Column(self.tr("Weight"), lambda one: f"{one.weight.normalize():f} %", "right", width=90, bold=True),
            )
        )

    def _how(self, one: Component) -> str:
        if one.source in TEAM_SOURCES:
            return ""
        text = translate("exam", AGGREGATE_NAMES[one.aggregate])
        return f"{text} {one.best}" if one.aggregate == "best" else text

    def _read(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.competition import get_rules
            from exam.services.items import list_items
            from exam.services.total_rules import list_components

            return get_rules(uow).team_preset, list_components(uow), list_items(uow)

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[str, list[Component], list[ItemRow]]) -> None:
        self._before, components, items = found
        self._items = {item.key: item.name for item in items}
        self._kinds = {item.key: item.kind for item in items}
        self.preset.setCurrentIndex(self.preset.findData(self._before))
        self.table.rows_model.set_rows(components)
        self._fit()

    def _fit(self) -> None:
        """Only what matters for the chosen source can be filled in."""
        self.own.setVisible(self.preset.currentData() == OWN)
        source = self.source.currentData()
        wanted = [key for key in self._items if (self._kinds[key] == "quiz") == (source == "quiz")]
        if source in ("item", "quiz") and [self.item.itemData(n) for n in range(self.item.count())] != wanted:
            self.item.clear()
            for key in wanted:
                self.item.addItem(self._items[key], key)
        self.item.setVisible(source in ("item", "quiz"))
        self.aggregate.setVisible(source not in TEAM_SOURCES)
        self.best.setVisible(self.aggregate.currentData() == "best" and source not in TEAM_SOURCES)
        total = sum((one.weight for one in self.table.rows_model.all_rows), Decimal(0))
        self.sum_line.setText(self.tr("Weights together: {sum} %").format(sum=f"{total.normalize():f}"))

    def add(self) -> None:
        """Add the component described above the table."""
        try:
            weight = Decimal(normalise(self.weight.text()).rstrip("%"))
            best = int(normalise(self.best.text())) if self.best.isVisible() else None
        except (InvalidOperation, ValueError):
            self.say(self.tr("Type weight and count as numbers."))
            return
        source = self.source.currentData()
        team = source in TEAM_SOURCES
        component = Component(
            source, "mean" if team else self.aggregate.currentData(), weight, "zero", best,
            self.item.currentData() or "" if source in ("item", "quiz") else "",
        )  # fmt: skip
        self.say("")
        self.table.rows_model.set_rows([*self.table.rows_model.all_rows, component])
        self._fit()

    def remove(self) -> None:
        """Take the chosen component out."""
        chosen = self.table.selected_row()
        self.table.rows_model.set_rows([one for one in self.table.rows_model.all_rows if one is not chosen])
        self._fit()

    def submit(self) -> None:
        preset, components = self.preset.currentData(), self.table.rows_model.all_rows
        if preset == OWN and not components:
            self.say(self.tr("Add at least one component."))
            return

        def call(uow: Any) -> Any:
            from dataclasses import replace

            from exam.services.competition import change_rule
            from exam.services.total_rules import set_components

            rules = change_rule(uow, key="team_preset", text=preset)
            if preset == OWN:
                set_components(uow, components=[replace(one, missing=rules.missing_elite) for one in components])

        write_after_look(self, call)
