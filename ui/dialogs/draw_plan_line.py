"""The rule of one unit (or unit and post) of the plan."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.errors import ExamError
from exam.rules.draw_plan import FIXED, METHOD_NAMES, PROPORTIONAL, LineRule, parse_number
from ui.context import Context
from ui.dialogs.draw_rules import optional_number
from ui.i18n import words
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.draw_plan_rows import PlanLineRow, PlanOutcome

translate = QCoreApplication.translate


class PlanLineDialog(FormDialog):
    """How many are drawn from one line; *As all units* takes its own rule away."""

    def __init__(self, context: Context, plan: PlanOutcome, line: PlanLineRow, parent: QWidget | None = None) -> None:
        title = f"{line.unit_name} · {line.post}" if line.post else line.unit_name
        super().__init__(
            context,
            title,
            translate("PlanLineDialog", "Save"),
            parent,
            intro=translate("PlanLineDialog", "{count} people are eligible here.").format(count=line.outcome.eligible),
        )
        self.plan, self.line = plan, line
        rule = line.outcome.rule
        self.method = QComboBox()
        for key, text in METHOD_NAMES.items():
            self.method.addItem(words(text), key)
        self.method.setCurrentIndex(max(self.method.findData(rule.method), 0))
        self.method.currentIndexChanged.connect(lambda _: self._show_fields())
        self.add_row(self.tr("&How many"), self.method)
        self.value = self.add_line(self.tr("&Number or percent"), f"{rule.value.normalize():f}")
        self.minimum = self.add_line(self.tr("At &least"), "" if rule.minimum is None else str(rule.minimum))
        self.maximum = self.add_line(self.tr("At &most"), "" if rule.maximum is None else str(rule.maximum))
        self.alternates = self.add_line(self.tr("Al&ternates"), str(rule.alternates))
        self.reset_button = secondary_button(self.tr("As all units"), "undo-2", self.reset_line)
        self.reset_button.setEnabled(line.own)
        self.extra_buttons.addWidget(self.reset_button)
        self._show_fields()
        self.value.setFocus()
        self.value.selectAll()

    def _show_fields(self) -> None:
        method = self.method.currentData()
        self.form.setRowVisible(self.value, method != PROPORTIONAL)
        self.form.setRowVisible(self.minimum, method != FIXED)
        self.form.setRowVisible(self.maximum, method != FIXED)

    def submit(self) -> None:
        method = self.method.currentData()
        try:
            rule = LineRule(
                method,
                Decimal(0) if method == PROPORTIONAL else parse_number(self.value.text()),
                None if method == FIXED else optional_number(self.minimum.text()),
                None if method == FIXED else optional_number(self.maximum.text()),
                self.line.outcome.rule.rounding,
                int(parse_number(self.alternates.text() or "0")),
            ).checked()
        except ExamError as error:
            self.show_error(error)
            return
        draw_id, line = self.plan.draw_id, self.line

        def change(uow: Any) -> None:
            from exam.services import draw_plans

            draw_plans.change_line(uow, draw_id=draw_id, stratum=line.stratum, seen_version=line.version, rule=rule)

        self.write(change)

    def reset_line(self) -> None:
        """Let the rule for all lines hold again."""
        draw_id, stratum = self.plan.draw_id, self.line.stratum

        def change(uow: Any) -> None:
            from exam.services import draw_plans

            draw_plans.reset_line(uow, draw_id=draw_id, stratum=stratum)

        self.write(change)
