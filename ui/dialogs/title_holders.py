"""The people who hold a free title: add by staff number, with the reason; take away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCompleter, QHBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.awards import holders_model
from ui.widgets.buttons import danger_button
from ui.widgets.form import FormDialog
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.awards import AwardRuleRow, TitleHolderRow

translate = QCoreApplication.translate
GAP = "  "


class TitleHoldersDialog(FormDialog):
    """Stays open while people are added one after another; Cancel closes it."""

    def __init__(self, context: Context, rule: AwardRuleRow, parent: QWidget | None = None) -> None:
        intro = translate("TitleHoldersDialog", "Type a name or staff number and choose the person from the list.")
        title = translate("TitleHoldersDialog", "Who is given “{title}”").format(title=rule.name)
        super().__init__(context, title, translate("TitleHoldersDialog", "Give the title"), parent, intro=intro,
                         width=680)  # fmt: skip
        self._rule = rule
        self.cancel_button.setText(self.tr("Close"))
        self.number = self.add_line(self.tr("&Person"))
        self.number.setObjectName("number")
        hint = self.tr("Optional; it can stand on the certificate.")
        self.reason = self.add_line(self.tr("&Reason"), rule.reason, hint)
        self.table = Table(holders_model(), name=self.tr("People with this title"))
        self.table.setMinimumHeight(theme.px(220))
        self.body.addWidget(self.table, 1)
        row = QHBoxLayout()
        row.addStretch(1)
        self.remove_button = danger_button(self.tr("Take the title away"), "user-x", self.remove)
        row.addWidget(self.remove_button)
        self.body.addLayout(row)
        self.table.current_row.connect(lambda row: self.remove_button.setEnabled(row is not None))
        self.remove_button.setEnabled(False)
        self._read()
        self.number.setFocus()

    def _read(self) -> None:
        rule_id = self._rule.id

        def look(uow: Any) -> Any:
            from exam.services.awards import list_title_holders
            from exam.services.roster import list_staff

            people = [f"{row.staff_number}{GAP}{row.name}{GAP}{row.unit}" for row in list_staff(uow) if row.active]
            return list_title_holders(uow, rule_id=rule_id), people

        self.context.operations.read(self, look, self._show)

    def _show(self, found: tuple[list[TitleHolderRow], list[str]]) -> None:
        holders, people = found
        self.table.rows_model.set_rows(holders)
        completer = QCompleter(people, self)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.number.setCompleter(completer)

    def submit(self) -> None:
        rule_id, number, reason = self._rule.id, self.number.text().split(GAP)[0], self.reason.text()
        if not number.strip():
            self.say(self.tr("Choose a person first."))
            self.number.setFocus()
            return

        def call(uow: Any) -> Any:
            from exam.services.awards import add_title_holder

            return add_title_holder(uow, rule_id=rule_id, staff_number=number, reason=reason)

        # Each person is a submission of its own: no request number, the dialog stays open.
        self.wait()
        self.context.operations.write(self, call, done=self._given, failed=self.show_error)

    def _given(self, row: TitleHolderRow) -> None:
        self.fields.setEnabled(True)
        self.accept_button.setEnabled(True)
        self.say(self.tr("{name} has the title now.").format(name=row.name), "ok")
        self.number.clear()
        self.number.setFocus()
        self._read()

    def remove(self) -> None:
        """Take the title away from the chosen person."""
        row = self.table.selected_row()
        if row is None:
            return

        def call(uow: Any) -> Any:
            from exam.services.awards import remove_title_holder

            return remove_title_holder(uow, holder_id=row.id)

        self.context.operations.write(self, call, done=lambda _: self._read(), failed=self.show_error)
