"""Publishing the results: what is frozen, what is missing, what changed; then the password."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from exam.rules.close_calls import close_calls
from exam.rules.sign_off import lacking
from ui import theme
from ui.context import Context
from ui.item_models.standings import changes_model
from ui.widgets.calculation import step_text
from ui.widgets.form import FormDialog, caption_label
from ui.widgets.labels import wrapped_label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.rules.results import IndividualLine
    from exam.services.publications import Standings

translate = QCoreApplication.translate
SHOWN_PAIRS = 6


class PublishDialog(FormDialog):
    """Freezes the draft under the next number. ``saved`` carries the ``PublicationRow``."""

    def __init__(self, context: Context, found: Standings, parent: QWidget | None = None) -> None:
        number = found.publications[-1].number + 1 if found.publications else 1
        intro = translate(
            "PublishDialog",
            "The results are frozen under number {number}; winners get their certificate numbers. A publication can "
            "never be changed, only followed by another one.",
        )
        super().__init__(
            context, translate("PublishDialog", "Publish the results"),
            translate("PublishDialog", "Publish no. {number}").format(number=number), parent,
            intro=intro.format(number=number), width=740 if found.changes else 560,
        )  # fmt: skip
        self._seen = number - 1
        self._add_warnings(found)
        self.witness = self.add_line(self.tr("&Supervisor"), hint=self.tr("Who was there as the witness."))
        self.note = self.add_line(self.tr("&Note"), hint=self.tr("For example: interim results, or after objection 3."))
        name = context.person.name if context.person is not None else ""
        self.password = self.add_line(self.tr("Password of {name}").format(name=name), password=True)
        self.interim: QCheckBox | None = None
        if lacking(found.snapshot):
            self.interim = QCheckBox(self.tr("Publish as &interim results although this is not settled yet"))
            self.body.addWidget(self.interim)
        if found.changes:
            self._add_changes(found)
        self.witness.setFocus()

    def _add_warnings(self, found: Standings) -> None:
        lines = [step_text(step) for step in lacking(found.snapshot)]
        close = close_calls(found.snapshot)
        if close:
            text = self.tr("One step of one mark would change the order of: {pairs}. Read their sheets once more")
            pairs = [f"{_who(one.upper)} – {_who(one.lower)}" for one in close[:SHOWN_PAIRS]]
            more = ["…"] if len(close) > SHOWN_PAIRS else []
            lines.append(text.format(pairs=self.tr(", ").join(pairs + more)))
        if lines:
            self.body.insertWidget(0, wrapped_label("\n".join(f"•  {line}" for line in lines), tone="warn"))

    def _add_changes(self, found: Standings) -> None:
        text = self.tr("What changes since publication {number}; sheets printed from it become void")
        self.body.addWidget(caption_label(text.format(number=self._seen)))
        table = Table(changes_model(), name=self.tr("Differences"))
        table.rows_model.set_rows(found.changes)
        table.setMinimumHeight(theme.px(150))
        self.body.addWidget(table, 1)

    def submit(self) -> None:
        password, witness, note = self.password.text(), self.witness.text(), self.note.text()
        seen, interim = self._seen, self.interim is not None and self.interim.isChecked()

        def check(uow: Any, progress: Any) -> Any:
            from exam.services.accounts import check_password
            from exam.services.publications import check_before

            check_password(uow, password=password)
            return check_before(uow, progress=progress)

        def publish(checked: Any) -> None:
            def call(uow: Any, progress: Any) -> Any:
                from exam.services import accounts, publications

                accounts.check_password(uow, password=password)
                return publications.publish(
                    uow, seen_number=seen, witness=witness, note=note, despite_incomplete=interim, checked=checked,
                    progress=progress,
                )  # fmt: skip

            operations.write_long(
                self, self.tr("Publishing"), call, self.finish, self.show_error, request=self.request, serializable=True
            )

        operations = self.context.operations
        self.wait()
        operations.read_long(self, self.tr("Second calculation"), check, publish, self.show_error)


def _who(line: IndividualLine) -> str:
    return line.entrant_code or line.name
