"""The certificates of the publication that stands: choose whose, print them, note who received them."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPushButton, QWidget

from exam.progress import Progress
from ui import messages, theme
from ui.context import Context
from ui.item_models.awards import certificates_model
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.certificates import CertificateRow, Register

translate = QCoreApplication.translate
NOT_YET, HANDED = "not yet", "handed out"


class CertificatesDialog(FormDialog):
    """Acts on the chosen lines, or on everything that the filters show when none is chosen."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(
            context, translate("CertificatesDialog", "Certificates and their register"),
            translate("CertificatesDialog", "Save as PDF…"), parent,
            intro=translate(
                "CertificatesDialog",
                "Choose lines, or narrow the list: what is shown is printed, or noted as handed out.",
            ),
            width=940,
        )  # fmt: skip
        self.cancel_button.setText(self.tr("Close"))
        self._register: Register | None = None
        self._add_filters()
        self.table = Table(certificates_model(), name=self.tr("Certificates"), multi=True)
        self.table.setMinimumHeight(theme.px(300))
        self.search.searched.connect(self.table.rows_model.set_search)
        self.body.insertWidget(1, self.table, 1)
        self._add_fields()
        self.register_button = secondary_button(self.tr("Register as PDF…"), "scroll-text", self.save_register)
        self.extra_buttons.addWidget(self.register_button)
        for button in self.findChildren(QPushButton):
            # Enter notes who received a certificate; it must not begin to print.
            button.setAutoDefault(False)
            button.setDefault(False)
        for line in (self.received_by, self.day):
            # Queued: the same key press would go on to the default button of the question that opens.
            line.returnPressed.connect(self.hand_out, Qt.ConnectionType.QueuedConnection)
        self._read()

    def _add_filters(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.award, self.unit, self.state = QComboBox(), QComboBox(), QComboBox()
        for box, name in (
            (self.award, self.tr("Award")), (self.unit, self.tr("Unit")), (self.state, self.tr("Handed out")),
        ):
            box.setAccessibleName(name)
            box.activated.connect(lambda _: self._filter())
            row.addWidget(box, 1)
        self.state.addItem(self.tr("Handed out or not"), "")
        self.state.addItem(self.tr("Not yet handed out"), NOT_YET)
        self.state.addItem(self.tr("Handed out"), HANDED)
        self.search = SearchField(self.tr("Search (Ctrl+F)"), self, width=200)
        row.addWidget(self.search)
        self.body.insertLayout(0, row)

    def _add_fields(self) -> None:
        # The form stands below the table here: it says what happens to the chosen lines.
        self.body.removeItem(self.form)
        self.body.addLayout(self.form)
        self.received_by = self.add_line(self.tr("&Received by"))
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        self.day = self.add_line(self.tr("&Day"), date.today().isoformat())
        self.day.setObjectName("day")
        self.hand_button = secondary_button(self.tr("Note as handed out"), "hand", self.hand_out)
        self.back_button = secondary_button(self.tr("Not handed out after all"), "undo-2", self.take_back)
        row.addWidget(self.hand_button)
        row.addWidget(self.back_button)
        row.addStretch(1)
        self.form.addRow("", holder)
        hint = self.tr("Needed for certificates that were printed before.")
        self.reason = self.add_line(self.tr("&Why printed again"), hint=hint)
        self.reason.setObjectName("reason")

    def _read(self) -> None:
        def look(uow: Any) -> Register:
            from exam.services.certificates import get_register

            return get_register(uow)

        self.accept_button.setEnabled(False)
        self.context.operations.read(self, look, self._show, self._nothing)

    def _nothing(self, error: Any) -> None:
        self.show_error(error)
        self.fields.setEnabled(False)
        self.accept_button.setEnabled(False)
        self.register_button.setEnabled(False)

    def _show(self, register: Register) -> None:
        first = self._register is None
        self._register = register
        self.fields.setEnabled(True)
        self.accept_button.setEnabled(True)
        if first:
            for box, words, names in (
                (self.award, self.tr("All awards"), (row.line.award for row in register.rows)),
                (self.unit, self.tr("All units"), (row.line.unit for row in register.rows)),
            ):
                box.addItem(words, "")
                for name in dict.fromkeys(names):
                    box.addItem(name, name)
        self.table.rows_model.set_rows(register.rows)

    def _filter(self) -> None:
        award, unit, state = (box.currentData() for box in (self.award, self.unit, self.state))

        def accept(row: CertificateRow) -> bool:
            right_state = not state or row.handed_out == (state == HANDED)
            return right_state and award in ("", row.line.award) and unit in ("", row.line.unit)

        self.table.rows_model.set_filter(accept)

    def chosen(self) -> list[CertificateRow]:
        """The chosen lines; all that are shown when none is chosen."""
        return self.table.selected_rows() or self.table.rows_model.rows

    def _numbers(self) -> list[str]:
        return [row.number for row in self.chosen()]

    # Handing out

    def hand_out(self) -> None:
        """Note the chosen certificates as received."""
        if not self.received_by.text().strip():
            self.say(self.tr("Type who received them."))
            self.received_by.setFocus()
            return
        text = self.tr("All {count} certificates that are shown are noted as handed out to {name}.")
        self._ask_note(text, self.received_by.text(), self.day.text())

    def take_back(self) -> None:
        """The chosen certificates were not received after all."""
        self._ask_note(self.tr("All {count} certificates that are shown are noted as not handed out."), "", "")

    def _ask_note(self, text: str, who: str, day: str) -> None:
        """Many at once without a choice may be a slip: ask first."""
        count = len(self.chosen())
        if count < 2 or self.table.selected_rows():
            self._note(who, day)
            return
        messages.confirm(
            self, text.format(count=count, name=who.strip()), self.tr("Note them all"), lambda: self._note(who, day)
        )

    def _note(self, who: str, day: str) -> None:
        numbers = self._numbers()

        def call(uow: Any) -> int:
            from exam.services.certificates import mark_received

            return mark_received(uow, numbers=numbers, received_by=who, received_on=day)

        def done(count: int) -> None:
            self.say(self.tr("{count} certificates noted.").format(count=count), "ok")
            self._read()

        # Several notes follow each other while the dialog is open: no request number.
        self.wait()
        self.context.operations.write(self, call, done=done, failed=self.show_error)

    # Printing

    def submit(self) -> None:
        rows, reason = self.chosen(), self.reason.text()
        if any(row.prints for row in rows) and not reason.strip():
            again = sum(bool(row.prints) for row in rows)
            text = self.tr("{count} of these were printed before. Say why they are printed again.")
            self.say(text.format(count=again))
            self.reason.setFocus()
            return
        name = rows[0].line.winner if len(rows) == 1 else self.tr("Certificates")
        messages.choose_save_file(
            self, self.tr("Save as PDF"), self.tr("PDF (*.pdf)"), f"{name}.pdf", lambda path: self.save_to(path, reason)
        )

    def save_to(self, path: Path, reason: str) -> None:
        """Note the print, then write the PDF of the chosen certificates."""
        register, rows = self._register, self.chosen()
        if register is None:
            return
        numbers = [row.number for row in rows]

        def call(uow: Any) -> int:
            from exam.services.certificates import note_print

            return note_print(uow, numbers=numbers, reason=reason)

        def work(progress: Progress) -> Path:
            from exam.documents.certificate_data import certificate_for, style_of
            from exam.documents.certificates import certificates_pdf
            from exam.files.writing import write_file

            style = style_of(register.snapshot, register.issue_day)
            return write_file(path, certificates_pdf([certificate_for(row.line) for row in rows], style, progress))

        def noted(_: int) -> None:
            self._read()
            self.reason.clear()
            self.context.operations.job(self, self.tr("Making certificates"), work, self._written, self.show_error)

        self.wait()
        self.context.operations.write(self, call, done=noted, failed=self.show_error)

    def save_register(self) -> None:
        """Ask where to, then write the register with what was handed out."""
        name = self.tr("certificate register")
        messages.choose_save_file(
            self, self.tr("Save as PDF"), self.tr("PDF (*.pdf)"), f"{name}.pdf", self.save_register_to
        )

    def save_register_to(self, path: Path) -> None:
        """Write the register of the lines that are shown or chosen."""
        register, rows = self._register, self.chosen()
        if register is None:
            return

        def work(progress: Progress) -> Path:
            from exam.documents.award_list import certificate_register
            from exam.documents.certificate_data import certificate_for, style_of
            from exam.documents.texts import texts_of
            from exam.files.writing import write_file

            snapshot = register.snapshot
            handed = {row.number: (row.received_by, row.received_on) for row in rows if row.handed_out}
            certificates = [certificate_for(row.line) for row in rows]
            style, texts = style_of(snapshot, register.issue_day), texts_of(snapshot.language)
            return write_file(path, certificate_register(snapshot, certificates, style, texts, handed))

        self.context.operations.job(self, self.tr("Making the register"), work, self._written, self.show_error)

    def _written(self, path: Path) -> None:
        messages.exported(self, path)
