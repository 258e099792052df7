"""The rules of a draw: who is eligible, and the rule for every line without its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from exam.errors import ExamError
from exam.rules.draw_plan import (
    FIXED,
    METHOD_NAMES,
    PERCENT,
    PROPORTIONAL,
    ROUNDING_NAMES,
    Eligibility,
    LineRule,
    PlanRules,
    parse_number,
)
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.widgets.form import FormDialog
from ui.widgets.labels import label

if TYPE_CHECKING:
    from exam.services.draw_plan_rows import PlanOutcome

translate = QCoreApplication.translate


class DrawRulesDialog(FormDialog):
    """Eligibility, strata, method, place and label of the whole plan."""

    def __init__(self, context: Context, plan: PlanOutcome, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("DrawRulesDialog", "Rules of the draw"),
            translate("DrawRulesDialog", "Save"),
            parent,
            intro=translate("DrawRulesDialog", "They hold for every unit that has no rule of its own."),
            width=560,
        )
        self.plan = plan
        self._add_eligibility(plan.rules.eligibility)
        self.strata = QComboBox()
        self.strata.addItem(self.tr("In every unit"), "unit")
        self.strata.addItem(self.tr("In every unit and post"), "unit/post")
        self.strata.setCurrentIndex(max(self.strata.findData(plan.strata), 0))
        self.add_row(self.tr("&Draw separately"), self.strata)
        self._add_method(plan.rules.line, plan.rules.total)
        self.place = self.add_line(self.tr("Place of the &ceremony"), plan.place)
        self.label_line = self.add_line(
            self.tr("&Label"), plan.label, self.tr("Part of the public seed, e.g. CSC-2026-exam.")
        )
        self._show_fields()
        self.method.setFocus()

    def _add_eligibility(self, rules: Eligibility) -> None:
        self.window_staff = QCheckBox(self.tr("&window staff"))
        self.on_duty = QCheckBox(self.tr("on d&uty"))
        self.certified = QCheckBox(self.tr("c&ertified"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(16))
        for box, value in (
            (self.window_staff, rules.window_staff),
            (self.on_duty, rules.on_duty),
            (self.certified, rules.certified),
        ):
            box.setChecked(value)
            row.addWidget(box)
        row.addStretch(1)
        self.add_row(self.tr("Only people who are"), holder)
        self.posts = QListWidget()
        self.posts.setFixedHeight(theme.px(33 * min(max(len(self.plan.posts), 1), 2) + 12))
        for post in self.plan.posts:
            item = QListWidgetItem(post)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            chosen = not rules.posts or post in rules.posts
            item.setCheckState(Qt.CheckState.Checked if chosen else Qt.CheckState.Unchecked)
            self.posts.addItem(item)
        if self.plan.posts:
            self.add_row(self.tr("of the &posts"), self.posts)

    def _add_method(self, rule: LineRule, total: int) -> None:
        self.method = QComboBox()
        for key, text in METHOD_NAMES.items():
            self.method.addItem(words(text), key)
        self.method.setCurrentIndex(max(self.method.findData(rule.method), 0))
        self.method.currentIndexChanged.connect(lambda _: self._show_fields())
        self.add_row(self.tr("&How many"), self.method)
        value = f"{rule.value.normalize():f}"
        self.people = self.add_line(self.tr("People per li&ne"), value if rule.method == FIXED else "5")
        self.share = self.add_line(self.tr("P&ercent"), value if rule.method == PERCENT else "10")
        self.rounding = QComboBox()
        for key, text in ROUNDING_NAMES.items():
            self.rounding.addItem(words(text), key)
        self.rounding.setCurrentIndex(max(self.rounding.findData(rule.rounding), 0))
        self.add_row(self.tr("&Rounded"), self.rounding)
        self.total = self.add_line(
            self.tr("Places in &all"), str(total or ""), self.tr("Shared by size: largest remainder.")
        )
        self.minimum = QLineEdit("" if rule.minimum is None else str(rule.minimum))
        self.maximum = QLineEdit("" if rule.maximum is None else str(rule.maximum))
        self.minimum.setAccessibleName(self.tr("At least"))
        self.maximum.setAccessibleName(self.tr("At most"))
        self.bounds = QWidget()
        row = QHBoxLayout(self.bounds)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.minimum, 1)
        row.addWidget(label("–"))
        row.addWidget(self.maximum, 1)
        self.add_row(self.tr("At least – at &most"), self.bounds)
        self.bounds.setFocusProxy(self.minimum)
        self.alternates = self.add_line(
            self.tr("Al&ternates"),
            str(rule.alternates),
            self.tr("Named after the drawn people; they step up in order."),
        )

    def _show_fields(self) -> None:
        method = self.method.currentData()
        fields: tuple[tuple[QWidget, bool], ...] = (
            (self.people, method == FIXED),
            (self.share, method == PERCENT),
            (self.rounding, method == PERCENT),
            (self.total, method == PROPORTIONAL),
            (self.bounds, method != FIXED),
        )
        for field, shown in fields:
            # A field with a hint stands in a holder together with it.
            holder = field.parentWidget()
            self.form.setRowVisible(field if self.form.labelForField(field) or holder is None else holder, shown)
        self.adjustSize()

    def submit(self) -> None:
        try:
            rules = self._read()
        except ExamError as error:
            self.show_error(error)
            return
        plan, strata = self.plan, self.strata.currentData()
        label, place = self.label_line.text(), self.place.text()

        def change(uow: Any) -> None:
            from exam.services import draw_plans

            draw_plans.change_plan(
                uow,
                draw_id=plan.draw_id,
                seen_version=plan.version,
                rules=rules,
                label=label,
                place=place,
                strata=strata,
            )

        self.write(change)

    def _read(self) -> PlanRules:
        method = self.method.currentData()
        chosen = [
            self.posts.item(row).text()
            for row in range(self.posts.count())
            if self.posts.item(row).checkState() == Qt.CheckState.Checked
        ]
        posts = () if len(chosen) == self.posts.count() else tuple(chosen)
        eligibility = Eligibility(
            self.window_staff.isChecked(), self.on_duty.isChecked(), self.certified.isChecked(), posts
        )
        value = parse_number((self.people if method == FIXED else self.share).text())
        bounded = method != FIXED
        rule = LineRule(
            method,
            value,
            optional_number(self.minimum.text()) if bounded else None,
            optional_number(self.maximum.text()) if bounded else None,
            self.rounding.currentData(),
            int(parse_number(self.alternates.text() or "0")),
        )
        total = int(parse_number(self.total.text())) if method == PROPORTIONAL else self.plan.rules.total
        return PlanRules(eligibility, rule.checked(), total)


def optional_number(text: str) -> int | None:
    """A whole number, None for an empty field."""
    return int(parse_number(text)) if text.strip() else None
