"""Adding, changing and deactivating one person of the roster."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from exam.errors import InvalidInput
from ui import theme
from ui.context import Context
from ui.widgets.columns import bare_column
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.roster import StaffRow
    from exam.services.units import UnitRow

translate = QCoreApplication.translate


class StaffDialog(FormDialog):
    """The data of one person; without ``row`` a new one."""

    def __init__(
        self, context: Context, units: Sequence[UnitRow], row: StaffRow | None = None, parent: QWidget | None = None
    ) -> None:
        if row is None:
            title, action = translate("StaffDialog", "Add a person"), translate("StaffDialog", "Add")
        else:
            title, action = translate("StaffDialog", "Change a person"), translate("StaffDialog", "Save")
        super().__init__(context, title, action, parent, width=520)
        self.row = row
        self.number = self.add_line(
            self.tr("Staff &number"),
            row.staff_number if row else "",
            self.tr("Letters, digits, dots and hyphens; zeros in front stay."),
        )
        self.name = self.add_line(self.tr("N&ame"), row.name if row else "")
        self.unit = QComboBox()
        for unit in units:
            self.unit.addItem(unit.name, unit.id)
        self.unit.setCurrentIndex(max(self.unit.findData(row.unit_id), 0) if row else 0)
        self.add_row(self.tr("&Unit"), self.unit)
        self.sex = QComboBox()
        for value, text in (("", self.tr("not given")), ("男", self.tr("male")), ("女", self.tr("female"))):
            self.sex.addItem(text, value)
        self.sex.setCurrentIndex(max(self.sex.findData(row.sex), 0) if row else 0)
        self.add_row(self.tr("Se&x"), self.sex)
        self.outlet = self.add_line(self.tr("&Outlet"), row.outlet if row else "")
        self.post = self.add_line(self.tr("&Post"), row.post if row else "")
        self.since = self.add_line(self.tr("&Since"), row.since.isoformat() if row and row.since else "")
        self.since.setPlaceholderText(self.tr("e.g. 2015-03-01"))
        self._add_ticks(row)
        self.note = self.add_line(self.tr("No&te"), row.note if row else "")
        self.number.setFocus()

    def _add_ticks(self, row: StaffRow | None) -> None:
        self.on_duty = QCheckBox(self.tr("on &duty"))
        self.window_staff = QCheckBox(self.tr("&window staff (may be drawn)"))
        self.certified = QCheckBox(self.tr("&certified for the post"))
        holder, column = bare_column(4)
        for box, value in (
            (self.on_duty, row.on_duty if row else True),
            (self.window_staff, row.window_staff if row else True),
            (self.certified, row.certified if row else False),
        ):
            box.setChecked(value)
            column.addWidget(box)
        # The form would squeeze three ticks into the height of one line.
        holder.setMinimumHeight(theme.px(3 * 26 + 8))
        self.form.addRow("", holder)

    def submit(self) -> None:
        from exam.rules import roster as rules

        try:
            since = rules.day(self.since.text())
        except InvalidInput as error:
            self.show_error(error)
            self.since.setFocus()
            return
        values: dict[str, Any] = {
            "staff_number": self.number.text(),
            "name": self.name.text(),
            "unit_id": self.unit.currentData(),
            "sex": self.sex.currentData(),
            "outlet": self.outlet.text(),
            "post": self.post.text(),
            "since": since,
            "on_duty": self.on_duty.isChecked(),
            "window_staff": self.window_staff.isChecked(),
            "certified": self.certified.isChecked(),
            "note": self.note.text(),
        }
        row = self.row

        def save(uow: Any) -> Any:
            from exam.services import roster

            if row is None:
                return roster.add_staff(uow, **values)
            return roster.change_staff(uow, staff_id=row.id, seen_version=row.version, **values)

        self.write(save)


class DeactivateDialog(FormDialog):
    """Takes a person out of the competition, with a reason; nothing is deleted."""

    def __init__(self, context: Context, row: StaffRow, parent: QWidget | None = None) -> None:
        super().__init__(
            context,
            translate("DeactivateDialog", "Deactivate {name} ({number})").format(
                name=row.name, number=row.staff_number
            ),
            translate("DeactivateDialog", "Deactivate"),
            parent,
            intro=translate(
                "DeactivateDialog",
                "The person is no longer drawn or nominated. Nothing is deleted, and the person can be taken in again.",
            ),
            danger=True,
        )
        self.row = row
        self.reason = self.add_line(self.tr("&Reason"))
        self.reason.setPlaceholderText(self.tr("e.g. moved to another company"))

    def submit(self) -> None:
        row, reason = self.row, self.reason.text()

        def deactivate(uow: Any) -> Any:
            from exam.services.roster import deactivate_staff

            return deactivate_staff(uow, staff_id=row.id, seen_version=row.version, reason=reason)

        self.write(deactivate)
