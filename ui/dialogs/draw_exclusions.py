"""Who is not drawn from, and why; people can be kept out by hand with a reason."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from exam.errors import ExamError
from ui import messages, theme
from ui.context import Context
from ui.item_models.draw import excluded_model
from ui.widgets.buttons import secondary_button
from ui.widgets.form import FormDialog
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.draw_plan_rows import ExcludedRow, PlanOutcome

translate = QCoreApplication.translate


class ExclusionsDialog(FormDialog):
    """The list of those kept out; add by staff numbers and a reason, take back those added by hand."""

    def __init__(self, context: Context, plan: PlanOutcome, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("ExclusionsDialog", "People not drawn from"),
            translate("ExclusionsDialog", "Keep out"),
            parent,
            intro=translate(
                "ExclusionsDialog", "The list is frozen and published with the draw, so that everybody sees why."
            ),
            width=720,
        )
        self.plan = plan
        self.numbers = self.add_line(
            self.tr("Staff &numbers"), "", self.tr("One or more, separated by blanks or commas; paste a column.")
        )
        self.reason = self.add_line(self.tr("&Reason"))
        self._earlier: list[str] = []
        self.earlier_button = secondary_button(self.tr("Drawn in an earlier draw…"), "history", self.choose_earlier)
        self.extra_buttons.addWidget(self.earlier_button)
        self.model = excluded_model()
        self.model.set_rows(plan.excluded)
        self.search = SearchField(self.tr("Find (Ctrl+F)"), self, width=280)
        self.search.searched.connect(self.model.set_search)
        self.back_button = secondary_button(self.tr("Take in again"), "user-check", self.take_back)
        self.back_button.setEnabled(False)
        row = QHBoxLayout()
        row.addWidget(self.search)
        row.addStretch(1)
        row.addWidget(self.back_button)
        self.body.addLayout(row)
        self.table = Table(self.model, name=self.tr("People not drawn from"))
        self.table.setMinimumHeight(theme.px(260))
        self.table.current_row.connect(self._choose)
        self.body.addWidget(self.table, 1)
        self.cancel_button.setText(self.tr("Close"))
        self.numbers.setFocus()

    def _choose(self, row: ExcludedRow | None) -> None:
        self.back_button.setEnabled(row is not None and row.by_hand)
        self.back_button.setToolTip(
            "" if row is None or row.by_hand else self.tr("The rule keeps this person out: change the rule.")
        )

    def submit(self) -> None:
        numbers = [number for number in re.split(r"[\s,，、;；]+", self.numbers.text()) if number]
        if not numbers:
            self.say(self.tr("Type at least one staff number."))
            self.numbers.setFocus()
            return
        draw_id, reason = self.plan.draw_id, self.reason.text()
        from_file = numbers == self._earlier

        def change(uow: Any) -> int:
            from exam.services import draw_plans

            return draw_plans.exclude(
                uow, draw_id=draw_id, staff_numbers=numbers, reason=reason, skip_unknown=from_file
            )

        self.write(change)

    def choose_earlier(self) -> None:
        """Take whom an earlier draw drew from its result.tsv; those who left since are passed over."""
        messages.choose_open_file(
            self, self.tr("The file result.tsv of an earlier draw"), self.tr("Result of a draw (*.tsv)"),
            self.take_earlier, self.context.settings.folder,
        )  # fmt: skip

    def take_earlier(self, path: Path) -> None:
        """Fill in the numbers of a result.tsv and a reason that can be changed."""
        from exam.files.draw_folder import drawn_before

        try:
            self._earlier = drawn_before(path)
        except ExamError as error:
            self.show_error(error)
            return
        self.numbers.setText(" ".join(self._earlier))
        if not self.reason.text():
            self.reason.setText(self.tr("drawn in an earlier competition"))
        self.say(
            self.tr("{count} people were drawn there. Those who are on the roster will be kept out.").format(
                count=len(self._earlier)
            ),
            "ok",
        )

    def take_back(self) -> None:
        """Let the chosen person take part again."""
        row = self.table.selected_row()
        if row is None or not row.by_hand:
            return
        draw_id, staff_id = self.plan.draw_id, row.staff_id

        def change(uow: Any) -> None:
            from exam.services import draw_plans

            draw_plans.include(uow, draw_id=draw_id, staff_id=staff_id)

        self.write(change)
