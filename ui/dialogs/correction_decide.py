"""Deciding on a correction: what moves is listed before anybody can confirm."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from exam.errors import Conflict, ExamError
from ui import theme
from ui.context import Context
from ui.item_models.recheck import correction_values, effect_model, of_state
from ui.widgets.buttons import danger_button
from ui.widgets.form import FormDialog
from ui.widgets.labels import label, wrapped_label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.corrections import CorrectionRow
    from exam.services.proposals import Effect
    from exam.services.state_corrections import StateCorrectionRow

translate = QCoreApplication.translate


class DecideCorrectionDialog(FormDialog):
    """Confirm is for somebody other than the proposer; refusing needs a reason and is open to both."""

    def __init__(
        self, context: Context, row: CorrectionRow | StateCorrectionRow, parent: QWidget | None = None
    ) -> None:
        what, old, new = correction_values(row)
        intro = translate(
            "DecideCorrectionDialog", "{paper}, {section}: {old} becomes {new}. Reason: {reason}. Proposed by {person}."
        ).format(
            paper=row.code if row.who == row.code else f"{row.code} {row.who}", section=what, old=old, new=new,
            reason=row.reason, person=row.proposed_by,
        )  # fmt: skip
        super().__init__(
            context, translate("DecideCorrectionDialog", "Correction {number}").format(number=row.number),
            translate("DecideCorrectionDialog", "Confirm the correction"), parent, intro=intro, width=660,
        )  # fmt: skip
        self.row = row
        self.effect: Effect | None = None
        self.caption = label(self.tr("Looking what moves…"), role="heading")
        self.model = effect_model()
        self.table = Table(self.model, name=self.tr("What moves"))
        self.table.setMinimumHeight(theme.px(220))
        self.note = wrapped_label("", role="caption")
        self.body.insertWidget(0, self.caption)
        self.body.insertWidget(1, self.table)
        self.body.insertWidget(2, self.note)
        self.reason = self.add_line(self.tr("Reason, if &refused"))
        self.refuse_button = danger_button(self.tr("Refuse"), "circle-x", self.refuse)
        self.extra_buttons.addWidget(self.refuse_button)
        self.accept_button.setEnabled(False)
        me = context.person
        self.own = me is not None and (row.proposed_by_id, row.proposed_by) == (me.account_id, me.name)
        self._look()

    def _look(self) -> None:
        row = self.row
        if of_state(row):
            # A state is carried out and taken back to see what it moves.
            def attempt(uow: Any, progress: Any) -> Any:
                from exam.services.state_corrections import get_state_effect

                return get_state_effect(uow, correction_id=row.id)

            self.context.operations.trial(
                self, self.tr("Looking what moves…"), attempt, self._show, self.show_error
            )
            return

        marked = cast("CorrectionRow", row)

        def look(uow: Any) -> Any:
            from exam.services.corrections import get_effect

            return get_effect(
                uow, candidate_id=marked.candidate_id, section_id=marked.section_id, points=marked.new
            )

        self.context.operations.read(self, look, self._show, self.show_error)

    def _show(self, effect: Effect) -> None:
        self.effect = effect
        self.model.set_rows(effect.changes)
        count = len(effect.changes)
        self.caption.setText(
            self.tr("{n} places, totals, averages or awards move").format(n=count)
            if count
            else self.tr("No place and no award moves")
        )
        notes: list[str] = []
        if effect.sealed:
            notes.append(
                self.tr(
                    "The seals are closed: units, teams and awards are not told, so that nobody learns whose it is."
                )
            )
        if self.own:
            notes.append(self.tr("You proposed this correction. Somebody else confirms it; you may withdraw it."))
        self.note.setText("\n".join(notes))
        self.accept_button.setEnabled(not self.own)
        self.accept_button.setToolTip(self.tr("Another person confirms.") if self.own else "")

    def submit(self) -> None:
        effect, row = self.effect, self.row
        if effect is None or self.own:
            return
        if self.reason.text().strip():
            # Enter after a reason to refuse must never confirm.
            self.say(self.tr("A reason to refuse is typed. Press Refuse, or empty it to confirm."))
            return

        def call(uow: Any) -> Any:
            from exam.services.corrections import confirm_correction
            from exam.services.state_corrections import confirm_state

            confirm = confirm_state if of_state(row) else confirm_correction
            return confirm(uow, correction_id=row.id, seen_version=row.version, seen_effect=effect.token)

        self.write(call, serializable=True)

    def refuse(self) -> None:
        """Turn the proposal down."""
        row, reason = self.row, self.reason.text()

        def call(uow: Any) -> Any:
            from exam.services.corrections import refuse_correction
            from exam.services.state_corrections import refuse_state

            refuse = refuse_state if of_state(row) else refuse_correction
            return refuse(uow, correction_id=row.id, seen_version=row.version, reason=reason)

        self.write(call)

    def show_error(self, error: ExamError) -> None:
        super().show_error(error)
        self.accept_button.setEnabled(self.effect is not None and not self.own)
        if isinstance(error, Conflict):
            self._look()
