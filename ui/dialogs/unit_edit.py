"""Adding or changing one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.units import UnitRow

translate = QCoreApplication.translate


class UnitDialog(FormDialog):
    """The data of one unit; without ``row`` a new one."""

    def __init__(self, context: Context, row: UnitRow | None = None, parent: QWidget | None = None) -> None:
        if row is None:
            title, action = translate("UnitDialog", "Add a unit"), translate("UnitDialog", "Add")
        else:
            title, action = translate("UnitDialog", "Change a unit"), translate("UnitDialog", "Save")
        super().__init__(context, title, action, parent)
        self.row = row
        self.name = self.add_line(
            self.tr("Unit &name"), row.name if row else "", self.tr("In full, as on certificates and sheets.")
        )
        self.short_name = self.add_line(
            self.tr("&Short name"), row.short_name if row else "", self.tr("For narrow tables; may stay empty.")
        )
        self.code = self.add_line(
            self.tr("C&ode"),
            row.code if row else "",
            self.tr("Names the unit in the files of the draw. Empty: the next free one, such as U07."),
        )
        self.active = QCheckBox(self.tr("takes &part in the competition"))
        self.active.setChecked(row.active if row else True)
        if row is not None:
            self.form.addRow("", self.active)
        self.name.setFocus()

    def submit(self) -> None:
        row = self.row
        name, short_name, code = self.name.text(), self.short_name.text(), self.code.text()
        active = self.active.isChecked()

        def save(uow: Any) -> Any:
            from exam.services import units

            if row is None:
                return units.add_unit(uow, name=name, short_name=short_name, code=code)
            return units.change_unit(
                uow, unit_id=row.id, seen_version=row.version, name=name, short_name=short_name, code=code,
                active=active,
            )  # fmt: skip

        self.write(save)
