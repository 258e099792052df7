"""Adding or changing a judge."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.panels import JudgeRow
    from exam.services.units import UnitRow

translate = QCoreApplication.translate


class JudgeDialog(FormDialog):
    """Name, unit and title; without ``row`` a new judge."""

    def __init__(self, context: Context, row: JudgeRow | None = None, parent: QWidget | None = None) -> None:
        if row is None:
            title, action = translate("JudgeDialog", "Add a judge"), translate("JudgeDialog", "Add")
        else:
            title, action = translate("JudgeDialog", "Change a judge"), translate("JudgeDialog", "Save")
        super().__init__(context, title, action, parent)
        self.row = row
        self.name = self.add_line(self.tr("&Name of the judge"), row.name if row else "")
        self.unit = QComboBox()
        self.unit.addItem(self.tr("from outside"), None)
        if row is not None and row.unit_id is not None:
            self.unit.addItem(row.unit, row.unit_id)
            self.unit.setCurrentIndex(1)
        self.add_row(self.tr("&Unit"), self.unit, self.tr("A judge does not mark entrants of the own unit."))
        self.title_line = self.add_line(self.tr("&Title"), row.title if row else "", self.tr("May stay empty."))
        self.active = QCheckBox(self.tr("may &be put on panels"))
        self.active.setChecked(row.active if row else True)
        if row is not None:
            self.form.addRow("", self.active)
        self.name.setFocus()
        self._read_units()

    def _read_units(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services.units import list_units

            return list_units(uow, active_only=True)

        self.context.operations.read(self, look, self._show_units)

    def _show_units(self, units: list[UnitRow]) -> None:
        for unit in units:
            if self.unit.findData(unit.id) < 0:
                self.unit.addItem(unit.name, unit.id)

    def submit(self) -> None:
        row = self.row
        name, unit_id, title = self.name.text(), self.unit.currentData(), self.title_line.text()
        active = self.active.isChecked()

        def save(uow: Any) -> Any:
            from exam.services import panels

            if row is None:
                return panels.add_judge(uow, name=name, unit_id=unit_id, title=title)
            return panels.change_judge(
                uow, judge_id=row.id, seen_version=row.version, name=name, unit_id=unit_id, title=title, active=active
            )

        self.write(save)
