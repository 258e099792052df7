"""Nominating people of a unit, and putting a substitute in somebody's place."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.nominations import eligible_model
from ui.widgets.form import FormDialog
from ui.widgets.labels import label
from ui.widgets.search_field import SearchField
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.finals import EligibleRow, NomineeRow, TeamRow

translate = QCoreApplication.translate


class NominateDialog(FormDialog):
    """Choose the unit, tick its people. Those whom the rules exclude stand last, with the reason."""

    def __init__(
        self, context: Context, teams: list[TeamRow], unit_id: int | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(
            context, translate("NominateDialog", "Nominate elites"), translate("NominateDialog", "Nominate"), parent,
            width=680,
        )  # fmt: skip
        self._teams = {team.unit_id: team for team in teams}
        self.unit = QComboBox()
        for team in teams:
            self.unit.addItem(f"{team.unit}  ({team.nominated})", team.unit_id)
        open_ = next((team.unit_id for team in teams if team.state in ("none", "few")), None)
        self.unit.setCurrentIndex(max(0, self.unit.findData(unit_id if unit_id is not None else open_)))
        self.add_row(self.tr("&Unit"), self.unit)
        self.search = SearchField(self.tr("Find by name, number or pinyin initials (Ctrl+F)"), self, width=620)
        self.body.addWidget(self.search)
        self.model = eligible_model(checkable=True)
        self.search.searched.connect(self.model.set_search)
        self.table = Table(self.model, name=self.tr("People of the unit"))
        self.table.setMinimumHeight(theme.px(340))
        self.body.addWidget(self.table, 1)
        self.count = label("", role="caption")
        self.body.addWidget(self.count)
        self.model.dataChanged.connect(lambda *_: self._count())
        self.table.on_activated(self._toggle)
        self.unit.currentIndexChanged.connect(lambda _: self._read())
        self._read()
        self.search.setFocus()

    def _read(self) -> None:
        unit_id = self.unit.currentData()

        def look(uow: Any) -> Any:
            from exam.services.finals import list_eligible

            return list_eligible(uow, unit_id=unit_id)

        self.context.operations.read(self, look, self._show)

    def _show(self, rows: list[EligibleRow]) -> None:
        self.model.check(self.model.all_rows, on=False)
        self.model.set_rows(rows)
        self._count()

    def _toggle(self, row: EligibleRow) -> None:
        self.model.check([row], on=row not in self.model.checked_rows)

    def _count(self) -> None:
        team = self._teams.get(self.unit.currentData())
        chosen = len(self.model.checked_rows)
        self.accept_button.setEnabled(bool(chosen))
        if team is not None:
            text = self.tr("{n} chosen; the team would have {total}, the rules allow {low} to {high}.")
            total = team.nominated + chosen
            self.count.setText(text.format(n=chosen, total=total, low=team.minimum, high=team.maximum))

    def submit(self) -> None:
        staff_ids = [row.staff_id for row in self.model.checked_rows]
        if not staff_ids:
            self.say(self.tr("Tick at least one person."))
            return

        def save(uow: Any) -> Any:
            from exam.services.finals import nominate

            return nominate(uow, staff_ids=staff_ids)

        self.write(save)


class SubstituteDialog(FormDialog):
    """Another person of the unit takes over group, order and code; with a reason."""

    def __init__(self, context: Context, row: NomineeRow, parent: QWidget | None = None) -> None:
        intro = translate("SubstituteDialog", "{name} of {unit} is replaced. The substitute takes over group and code.")
        super().__init__(
            context, translate("SubstituteDialog", "Put a substitute in"), translate("SubstituteDialog", "Replace"),
            parent, width=680, intro=intro.format(name=row.name, unit=row.unit),
        )  # fmt: skip
        self.row = row
        self.reason = self.add_line(self.tr("&Reason"), hint=self.tr("It stays in the journal."))
        self.search = SearchField(self.tr("Find by name, number or pinyin initials (Ctrl+F)"), self, width=620)
        self.body.addWidget(self.search)
        self.model = eligible_model(checkable=False)
        self.search.searched.connect(self.model.set_search)
        self.table = Table(self.model, name=self.tr("People of the unit"))
        self.table.setMinimumHeight(theme.px(300))
        self.body.addWidget(self.table, 1)
        self.reason.setFocus()
        unit_id = row.unit_id

        def look(uow: Any) -> Any:
            from exam.services.finals import list_eligible

            return list_eligible(uow, unit_id=unit_id)

        context.operations.read(self, look, self.model.set_rows)

    def submit(self) -> None:
        chosen, row, reason = self.table.selected_row(), self.row, self.reason.text()
        if chosen is None:
            self.say(self.tr("Choose the substitute in the table."))
            self.table.setFocus()
            return

        def save(uow: Any) -> Any:
            from exam.services.finals import substitute

            return substitute(
                uow, nominee_id=row.id, seen_version=row.version, staff_id=chosen.staff_id, reason=reason
            )

        self.write(save)
