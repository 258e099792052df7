"""Who was drawn: by unit, with tickets, strikes and alternates."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.dialogs.dice import grouped
from ui.item_models.draw import moment, picks_model
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import Card, StatCard, card_row, fact
from ui.widgets.message_line import MessageLine
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_rows import DrawRecord, PickRow


class DrawResultView(QWidget):
    """The result of a draw that was run."""

    strike_wanted = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        self.cards = {
            "going": StatCard(self.tr("take part"), "user-check", "ok"),
            "waiting": StatCard(self.tr("alternates left"), "list-ordered"),
            "struck": StatCard(self.tr("struck"), "ban"),
            "empty": StatCard(self.tr("places empty"), "circle-dashed"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        column.addWidget(self._facts())
        column.addLayout(self._filters())
        self._names: dict[int, str] = {}
        self.model = picks_model(self._names)
        self.table = Table(self.model, name=self.tr("Drawn people"))
        self.table.on_activated(self._strike)
        self.table.current_row.connect(lambda _: self._allow())
        column.addWidget(self.table, 1)
        self.message = MessageLine()
        column.addWidget(self.message)
        self._may = False

    def _facts(self) -> Card:
        card = Card(margin=(14, 8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(28))
        code, self.code = fact(self.tr("Freeze code"), "")
        dice, self.dice = fact(self.tr("Dice"), "")
        run, self.run = fact(self.tr("Run at"), "")
        for widget in (code, dice, run):
            row.addWidget(widget)
        row.addStretch(1)
        card.body.addLayout(row)
        return card

    def _filters(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.unit_box = QComboBox()
        self.unit_box.setAccessibleName(self.tr("Unit"))
        self.unit_box.setMinimumWidth(theme.px(200))
        self.unit_box.currentIndexChanged.connect(lambda _: self._filter())
        self.state_box = QComboBox()
        self.state_box.setAccessibleName(self.tr("State"))
        for key, text in (
            ("all", self.tr("Drawn and alternates")),
            ("going", self.tr("Who takes part")),
            ("struck", self.tr("Struck")),
        ):
            self.state_box.addItem(text, key)
        self.state_box.currentIndexChanged.connect(lambda _: self._filter())
        self.search = SearchField(self.tr("Find by name or number (Ctrl+F)"), self, width=280)
        self.search.searched.connect(lambda text: self.model.set_search(text))
        self.strike_button = secondary_button(self.tr("Strike…"), "ban", self._strike_selected)
        row.addWidget(self.unit_box)
        row.addWidget(self.state_box)
        row.addWidget(self.search, 1)
        row.addStretch(0)
        row.addWidget(self.strike_button)
        return row

    def show_record(self, record: DrawRecord, may: bool) -> None:
        """Show a draw that was run; ``may`` says whether the person may strike somebody."""
        self._may = may
        picks = [pick for unit in record.units for pick in (*unit.drawn, *unit.alternates)]
        self._names.clear()
        self._names.update((pick.id, pick.name) for pick in picks)
        self._show_units(picks)
        self.model.set_rows(picks)
        self._filter()
        draw = record.draw
        self.code.setText(" ".join(draw.freeze_code[start : start + 8] for start in range(0, 32, 8)) + " …")
        self.code.setToolTip(draw.freeze_code)
        self.dice.setText(grouped(draw.dice))
        self.run.setText(f"{moment(draw.run_at)} · {draw.run_by}")
        struck = sum(pick.state == "struck" for pick in picks)
        empty = sum(unit.shortfall for unit in record.units)
        self.cards["going"].set_value(str(sum(pick.takes_part for pick in picks)))
        self.cards["waiting"].set_value(str(sum(pick.state == "waiting" for pick in picks)))
        self.cards["struck"].set_value(str(struck), tone="warn" if struck else "text2")
        self.cards["empty"].set_value(str(empty), tone="warn" if empty else "text2")
        short = [unit for unit in record.units if unit.shortfall > 0]
        if short:
            names = self.tr("; ").join(
                self.tr("{unit} ({missing})").format(unit=unit.unit_name, missing=unit.shortfall) for unit in short[:4]
            )
            more = "" if len(short) <= 4 else " …"
            self.message.show_message(
                "warn", self.tr("No alternate is left; places stay empty: {units}").format(units=names + more)
            )
        else:
            self.message.show_message(
                "ok", self.tr("Every place is filled. Everybody can check this draw with the exported folder.")
            )
        self._allow()

    def _show_units(self, picks: Sequence[PickRow]) -> None:
        chosen = self.unit_box.currentData()
        self.unit_box.blockSignals(True)
        self.unit_box.clear()
        self.unit_box.addItem(self.tr("All units"), None)
        for name in dict.fromkeys(pick.unit_name for pick in picks):
            self.unit_box.addItem(name, name)
        self.unit_box.setCurrentIndex(max(self.unit_box.findData(chosen), 0))
        self.unit_box.blockSignals(False)

    def _filter(self) -> None:
        unit, state = self.unit_box.currentData(), self.state_box.currentData()

        def accept(pick: PickRow) -> bool:
            if unit is not None and pick.unit_name != unit:
                return False
            return state == "all" or (pick.takes_part if state == "going" else pick.state == "struck")

        self.model.set_filter(None if unit is None and state == "all" else accept)

    def _allow(self) -> None:
        row = self.table.selected_row()
        self.strike_button.setEnabled(self._may and row is not None and row.state != "struck")
        self.strike_button.setToolTip(
            self.tr("Only the office may do this.")
            if not self._may
            else ("" if row is not None else self.tr("Choose a person in the table first."))
        )

    def _strike_selected(self) -> None:
        row = self.table.selected_row()
        if row is not None:
            self._strike(row)

    def _strike(self, row: PickRow) -> None:
        if not self._may or row.state == "struck":
            return
        waiting = [
            pick
            for pick in self.model.all_rows
            if pick.stratum == row.stratum and pick.state == "waiting" and pick.id != row.id
        ]
        waiting.sort(key=lambda pick: pick.position)
        self.strike_wanted.emit(row, waiting[0] if waiting else None)
