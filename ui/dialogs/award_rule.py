"""One award: for whom, by what, how many."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from exam.rules.awards import SCOPES, AwardSpec
from exam.rules.marks import normalise
from ui.context import Context
from ui.dialogs.moves import write_after_look
from ui.item_models.awards import scope_name
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.awards import AwardRuleRow

translate = QCoreApplication.translate


class AwardRuleDialog(FormDialog):
    """Adds an award (``rule`` None) or changes one."""

    def __init__(
        self,
        context: Context,
        rule: AwardRuleRow | None,
        items: list[tuple[str, str]],
        parent: QWidget | None = None,
    ) -> None:
        if rule is not None:
            title, accept = translate("AwardRuleDialog", "Change the award"), translate("AwardRuleDialog", "Save")
        else:
            title, accept = translate("AwardRuleDialog", "Add an award"), translate("AwardRuleDialog", "Add")
        super().__init__(context, title, accept, parent, width=520)
        self._rule = rule
        self.scope = QComboBox()
        for scope in SCOPES:
            self.scope.addItem(scope_name(scope), scope)
        self.add_row(self.tr("For &whom"), self.scope)
        self.item = QComboBox()
        self.item.addItem(self.tr("Every item"), "")
        for key, name in items:
            self.item.addItem(name, key)
        self.add_row(self.tr("&Item"), self.item)
        hint = self.tr("As the certificate says it.")
        self.name = self.add_line(self.tr("Name of the &award"), rule.name if rule else "", hint)
        self.name.setObjectName("name")
        self.method = QComboBox()
        self.method.addItem(self.tr("a number of winners"), "count")
        self.method.addItem(self.tr("a share of the entrants in %"), "ratio")
        self.add_row(self.tr("By w&hat"), self.method)
        self.value = self.add_line(
            self.tr("How &many"), _plain(rule.value) if rule else "",
            self.tr("People with the same place at the cut win together."),
        )  # fmt: skip
        self.value.setObjectName("value")
        self.reason = self.add_line(
            self.tr("&Reason"), rule.reason if rule else "", self.tr("Optional, for the list of awards.")
        )
        if rule is not None:
            self.scope.setCurrentIndex(self.scope.findData(rule.scope))
            self.scope.setEnabled(False)
            self.item.setCurrentIndex(max(self.item.findData(rule.item_key), 0))
            self.method.setCurrentIndex(self.method.findData(rule.method))
        self.scope.currentIndexChanged.connect(self._fit)
        self._fit()
        (self.name if rule is None or rule.scope == "title" else self.value).setFocus()

    def _fit(self) -> None:
        """Only what matters for this kind of award is asked."""
        scope = self.scope.currentData()
        self.form.setRowVisible(self.item, scope == "item")
        self.form.setRowVisible(self.method, scope != "title")
        self.form.setRowVisible(self.value.parentWidget() or self.value, scope != "title")

    def submit(self) -> None:
        scope = self.scope.currentData()
        value = Decimal(0)
        if scope != "title":
            try:
                value = Decimal(normalise(self.value.text()).rstrip("%"))
            except InvalidOperation:
                self.say(self.tr("Type how many win, as a number."))
                self.value.setFocus()
                return
        spec = AwardSpec(
            scope, self.name.text(), self.method.currentData() if scope != "title" else "count", value,
            self.item.currentData() if scope == "item" else "", self.reason.text(),
        )  # fmt: skip
        rule = self._rule

        def call(uow: Any) -> Any:
            from exam.services.awards import add_award_rule, change_award_rule

            if rule is None:
                return add_award_rule(uow, spec=spec)
            return change_award_rule(uow, rule_id=rule.id, seen_version=rule.version, spec=spec)

        write_after_look(self, call)


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}" if value else ""
