"""Making a sitting from the drawn people, and changing what it says."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QListWidget, QListWidgetItem, QPlainTextEdit, QWidget

from exam.errors import InvalidInput
from exam.rules.marks import normalise, show
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.sittings import SittingRow
    from exam.services.waiting import WaitingUnit

translate = QCoreApplication.translate

_BAD_TIME = QT_TRANSLATE_NOOP("exam", "“{typed}” is no day and time. Type it as 2026-11-22 09:00, or leave it empty.")
_BAD_MINUTES = QT_TRANSLATE_NOOP("exam", "“{typed}” is no number of minutes. Type a number such as 90.")
_BAD_SECTION = QT_TRANSLATE_NOOP("exam", "“{typed}” has no full mark. Write a name and a number, such as 客观题 60.")
_NO_UNIT = QT_TRANSLATE_NOOP("exam", "No unit is ticked. Tick the units that sit here.")


class SittingDialog(FormDialog):
    """``sitting`` None makes one for those of the ``waiting`` units that are ticked; at first, all are."""

    def __init__(
        self,
        context: Context,
        sitting: SittingRow | None,
        waiting: Sequence[WaitingUnit] = (),
        parent: QWidget | None = None,
    ) -> None:
        if sitting is None:
            title = translate("SittingDialog", "New sitting")
            accept = translate("SittingDialog", "Make the sitting")
            intro = translate(
                "SittingDialog", "For the {n} drawn people who have no sitting yet. They get ticket numbers in order."
            ).format(n=sum(unit.people for unit in waiting))
        else:
            title = translate("SittingDialog", "Change the sitting")
            accept = translate("SittingDialog", "Save")
            intro = translate("SittingDialog", "Sections can be changed until the first mark stands.")
        super().__init__(context, title, accept, parent, intro=intro, width=600)
        self._sitting = sitting
        at = sitting.starts_at if sitting is not None else None
        self.name = self.add_line(
            self.tr("Name of the sitting"),
            sitting.name if sitting is not None else "",
            "" if sitting is not None else self.tr("Left empty, it is numbered."),
        )
        begins = f"{at.astimezone():%Y-%m-%d %H:%M}" if at is not None else ""
        self.starts = self.add_line(self.tr("Begins"), begins)
        self.starts.setPlaceholderText("2026-11-22 09:00")
        self.minutes = self.add_line(self.tr("Minutes"), str(sitting.minutes if sitting is not None else 90))
        self.place = self.add_line(self.tr("Place"), sitting.place if sitting is not None else "")
        self.sections = QPlainTextEdit()
        self.sections.setFixedHeight(theme.px(84))
        self.sections.setTabChangesFocus(True)
        if sitting is not None:
            lines = [f"{part.name} {show(part.scale.full)}" for part in sitting.sections]
            self.sections.setPlainText("\n".join(lines))
        hint = self.tr("One a line with its full mark, such as 客观题 60. Empty: one mark for the whole paper.")
        self.add_row(self.tr("Sections"), self.sections, hint)
        self.all_units = QCheckBox()
        self.units = QListWidget()
        if len(waiting) > 1:
            self._add_units(waiting)

    def _add_units(self, waiting: Sequence[WaitingUnit]) -> None:
        self._waiting = waiting
        self.all_units.setChecked(True)
        self.units.setFixedHeight(theme.px(33 * min(len(waiting), 4) + 12))
        for unit in waiting:
            item = QListWidgetItem(self.tr("{unit} · {n} people").format(unit=unit.unit, n=unit.people))
            item.setData(Qt.ItemDataRole.UserRole, unit.unit_id)
            item.setCheckState(Qt.CheckState.Checked)
            self.units.addItem(item)
        hint = self.tr("Units that are left out wait for another sitting.")
        self.add_row(self.tr("Units that sit"), self.all_units, hint)
        self.units.setAccessibleName(self.tr("Units that sit"))
        self.form.addRow("", self.units)
        # Clicked, not toggled: a unit that is ticked or not sets this box, too.
        self.all_units.clicked.connect(self._tick_all)
        self.units.itemChanged.connect(lambda _: self._count_people())
        self._count_people()

    def _tick_all(self, ticked: bool) -> None:
        self.units.blockSignals(True)
        for at in range(self.units.count()):
            self.units.item(at).setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self.units.blockSignals(False)
        self._count_people()

    def _count_people(self) -> None:
        chosen = self._chosen_units()
        people = sum(unit.people for unit in self._waiting if unit.unit_id in chosen)
        self.all_units.setChecked(len(chosen) == len(self._waiting))
        self.all_units.setText(self.tr("All units ({n} people chosen)").format(n=people))

    def _chosen_units(self) -> list[int]:
        items = [self.units.item(at) for at in range(self.units.count())]
        return [item.data(Qt.ItemDataRole.UserRole) for item in items if item.checkState() is Qt.CheckState.Checked]

    def submit(self) -> None:
        try:
            starts_at, minutes = _moment(self.starts.text()), _minutes(self.minutes.text())
            sections = _sections(self.sections.toPlainText())
        except InvalidInput as error:
            self.show_error(error)
            return
        name, place, sitting = self.name.text(), self.place.text(), self._sitting
        unit_ids = self._chosen_units() if self.units.count() else None
        if unit_ids is not None and not unit_ids:
            self.show_error(InvalidInput(_NO_UNIT))
            return

        def make(uow: Any) -> Any:
            from exam.services.sittings import make_sitting

            return make_sitting(
                uow, name=name, starts_at=starts_at, minutes=minutes, place=place, sections=sections,
                unit_ids=unit_ids,
            )  # fmt: skip

        def change(uow: Any) -> Any:
            from exam.services.sittings import change_sitting

            assert sitting is not None
            return change_sitting(
                uow, sitting_id=sitting.id, seen_version=sitting.version, name=name, starts_at=starts_at,
                minutes=minutes, place=place, sections=sections,
            )  # fmt: skip

        # Serializable: two people making a sitting at once would seat everybody twice.
        self.write(make if sitting is None else change, serializable=sitting is None)


def _moment(text: str) -> datetime | None:
    plain = normalise(text).replace("/", "-")
    if not plain:
        return None
    for form in ("%Y-%m-%d %H:%M", "%Y-%m-%d"):
        try:
            return datetime.strptime(plain, form).astimezone()
        except ValueError:
            continue
    raise InvalidInput(_BAD_TIME, typed=text.strip())


def _minutes(text: str) -> int:
    plain = normalise(text)
    if not plain.isascii() or not plain.isdigit():
        raise InvalidInput(_BAD_MINUTES, typed=text.strip())
    return int(plain)


def _sections(text: str) -> list[tuple[str, Decimal]]:
    parts: list[tuple[str, Decimal]] = []
    for line in filter(None, map(str.strip, text.splitlines())):
        name, _, full = normalise(line).rpartition(" ")
        if not name or not full.replace(".", "", 1).isdigit():
            raise InvalidInput(_BAD_SECTION, typed=line)
        parts.append((name, Decimal(full)))
    return parts
