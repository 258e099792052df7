"""A lot of the final in one dialog: groups, or the order of appearance of one group.

The same freeze, dice and run as the big draw; the button always names the next step.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from exam.errors import ExamError
from exam.rules.draw_plan import parse_number
from ui import theme
from ui.context import Context
from ui.dialogs.dice import DiceDialog, grouped
from ui.dialogs.strike import VoidDialog
from ui.item_models.lots import lot_model
from ui.pages.draw_export import export_folder
from ui.pages.draw_freeze_view import CodeBlock
from ui.widgets.buttons import danger_button, secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label
from ui.widgets.step_strip import StepStrip
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_lots import LotOutcome
    from exam.services.draw_rows import DrawRow, PickRow

translate = QCoreApplication.translate
STEPS = {"planned": 1, "frozen": 2, "run": 4}


@dataclass(frozen=True, slots=True)
class _Lot:
    draw: DrawRow | None
    groups: int
    picks: list[PickRow]
    outcome: LotOutcome | None


class LotDialog(FormDialog):
    """``group`` None draws the groups; a number draws the order of appearance in that group."""

    def __init__(self, context: Context, parent: QWidget | None = None, *, group: int | None = None) -> None:
        title = (
            translate("LotDialog", "Draw the groups")
            if group is None
            else translate("LotDialog", "Draw the order in group {number}").format(number=group)
        )
        super().__init__(context, title, translate("LotDialog", "Plan"), parent, width=760)
        self.group = group
        self.lot: _Lot | None = None
        self.steps = StepStrip((self.tr("Plan"), self.tr("Freeze"), self.tr("Dice"), self.tr("Draw")))
        self.body.insertWidget(0, self.steps)
        self.words = wrapped_label("", role="caption")
        self.body.addWidget(self.words)
        self.count = QLineEdit()
        self.apart = QCheckBox(self.tr("no two &neighbours of one unit"))
        if group is None:
            self.add_row(self.tr("Number of &groups"), self.count)
        else:
            self.form.addRow("", self.apart)
        self.code = CodeBlock()
        self.dice = label("", role="number")
        self.model = lot_model()
        self.table = Table(self.model, name=title)
        self.table.setMinimumHeight(theme.px(260))
        for widget in (self.code, self.dice, self.table):
            self.body.addWidget(widget)
            widget.hide()
        self.cancel_button.setText(self.tr("Close"))
        self.void_button = danger_button(self.tr("Declare void…"), "ban", self.declare_void)
        self.export_button = secondary_button(self.tr("Export folder…"), "file-output", self.export)
        for button in (self.void_button, self.export_button):
            self.extra_buttons.addWidget(button)
            button.hide()
        self.accept_button.setEnabled(False)
        self.read()

    def read(self, *_: object) -> None:
        """Read how far the lot is and show the step at hand."""
        group = self.group

        def look(uow: Any) -> _Lot:
            from exam.services import draw_lots, draws
            from exam.services.competition import get_rules

            label_end = "-groups" if group is None else f"-order-{group}"
            found = next(
                (row for row in draws.list_draws(uow) if row.label.endswith(label_end) and row.state != "void"), None
            )
            run = found is not None and found.state == "run"
            picks = draws.list_picks(uow, draw_id=found.id) if found and run else []
            outcome = draw_lots.get_lot(uow, draw_id=found.id) if found and run else None
            return _Lot(found, get_rules(uow).group_count, picks, outcome)

        self.context.operations.read(self, look, self._show, self.show_error)

    def _show(self, lot: _Lot) -> None:
        self.lot = lot
        draw = lot.draw
        self.request = str(uuid.uuid4())
        self.fields.setEnabled(True)
        state = draw.state if draw else "none"
        self.steps.set_current(STEPS.get(state, 0) + (1 if draw and state == "frozen" and draw.dice else 0))
        if self.group is None:
            self.form.setRowVisible(self.count, draw is None)
            if draw is None and not self.count.text():
                self.count.setText(str(lot.groups))
        else:
            self.form.setRowVisible(self.apart, draw is None)
        frozen = draw is not None and state in ("frozen", "run")
        self.code.setVisible(state == "frozen")
        self.dice.setVisible(bool(draw and draw.dice))
        self.table.setVisible(state == "run")
        self.void_button.setVisible(frozen)
        self.export_button.setVisible(frozen)
        if draw is not None:
            self.code.set_code(draw.freeze_code) if frozen else None
            self.dice.setText(grouped(draw.dice))
            self.model.set_rows(lot.picks)
        self.words.setText(self._words(lot))
        self.accept_button.setText(self._next(draw))
        self.accept_button.setEnabled(state != "run")
        self.accept_button.setVisible(state != "run")
        self.adjustSize()

    def _next(self, draw: DrawRow | None) -> str:
        if draw is None:
            return self.tr("Plan")
        if draw.state == "planned":
            return self.tr("Freeze now")
        return self.tr("Run the draw") if draw.dice else self.tr("Type the dice…")

    def _words(self, lot: _Lot) -> str:
        draw = lot.draw
        if draw is None:
            return self.tr("Everybody nominated takes part. People of one unit are spread as evenly as possible.")
        if draw.state == "planned":
            return self.tr("After the freeze the list of finalists of this lot cannot change any more.")
        if draw.state == "frozen":
            return (
                self.tr("Both entries of the dice agree. The lot can be drawn, once.")
                if draw.dice
                else self.tr("Publish the code, then throw the dice in public.")
            )
        outcome = lot.outcome
        if outcome is not None and not outcome.uniform:
            return self.tr(
                "No valid allocation was found by lot because of {unit}. This one was constructed: it is not uniform."
            ).format(unit=outcome.blocking_unit or "–")
        if outcome is not None and outcome.tries:
            return self.tr("The whole allocation was drawn anew until it was valid: try {number} counts.").format(
                number=outcome.tries
            )
        return self.tr("Drawn. The order is that of the tickets.")

    def submit(self) -> None:
        draw = self.lot.draw if self.lot else None
        if draw is None:
            self._plan()
        elif draw.state == "planned":
            self._freeze(draw)
        elif draw.dice:
            self._run(draw)
        else:
            dialog = DiceDialog(self.context, draw, self)
            dialog.saved.connect(self.read)
            dialog.rejected.connect(self.read)
            dialog.open()

    def _plan(self) -> None:
        group, apart = self.group, self.apart.isChecked()
        try:
            groups = int(parse_number(self.count.text())) if group is None else 0
        except ExamError as error:
            self.show_error(error)
            return

        def call(uow: Any) -> int:
            from exam.services import draw_lots

            if group is None:
                return draw_lots.plan_groups(uow, groups=groups)
            return draw_lots.plan_order(uow, group=group, apart=apart)

        self.write(call, done=self.read)

    def _freeze(self, draw: DrawRow) -> None:
        def call(uow: Any) -> str:
            from exam.services import draws

            return draws.freeze_draw(uow, draw_id=draw.id, seen_version=draw.version)

        self.write(call, done=self.read, serializable=True)

    def _run(self, draw: DrawRow) -> None:
        def call(uow: Any, progress: Any) -> int:
            from exam.services import draws

            return draws.run_draw(uow, draw_id=draw.id, seen_version=draw.version, progress=progress)

        self.wait()
        # Up to 100,000 tries in each mode: it may take half a minute and can be stopped.
        self.context.operations.write_long(
            self, self.tr("Drawing by lot"), call, self.read, self.show_error, self.request, serializable=True
        )

    def declare_void(self) -> None:
        """Declare the lot void, with a reason."""
        if self.lot and self.lot.draw:
            dialog = VoidDialog(self.context, self.lot.draw, self)
            dialog.saved.connect(self.read)
            dialog.open()

    def export(self) -> None:
        """Write the folder with which anybody can check the lot."""
        if self.lot and self.lot.draw:
            export_folder(self, self.context, self.lot.draw.id)
