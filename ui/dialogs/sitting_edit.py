"""Making a sitting from the drawn people, and changing what it says."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from exam.errors import InvalidInput
from exam.rules.marks import normalise, show
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.widgets.form import FormDialog

if TYPE_CHECKING:
    from exam.services.sittings import SittingRow

translate = QCoreApplication.translate

_BAD_TIME = QT_TRANSLATE_NOOP("exam", "“{typed}” is no day and time. Type it as 2026-11-22 09:00, or leave it empty.")
_BAD_MINUTES = QT_TRANSLATE_NOOP("exam", "“{typed}” is no number of minutes. Type a number such as 90.")
_BAD_SECTION = QT_TRANSLATE_NOOP("exam", "“{typed}” has no full mark. Write a name and a number, such as 客观题 60.")


class SittingDialog(FormDialog):
    """``sitting`` None makes one for the ``waiting`` drawn people who have none."""

    def __init__(
        self, context: Context, sitting: SittingRow | None, waiting: int = 0, parent: QWidget | None = None
    ) -> None:
        if sitting is None:
            title = translate("SittingDialog", "New sitting")
            accept = translate("SittingDialog", "Make the sitting")
            intro = translate(
                "SittingDialog", "For the {n} drawn people who have no sitting yet. They get ticket numbers in order."
            ).format(n=waiting)
        else:
            title = translate("SittingDialog", "Change the sitting")
            accept = translate("SittingDialog", "Save")
            intro = translate("SittingDialog", "Sections can be changed until the first mark stands.")
        super().__init__(context, title, accept, parent, intro=intro)
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

    def submit(self) -> None:
        try:
            starts_at, minutes = _moment(self.starts.text()), _minutes(self.minutes.text())
            sections = _sections(self.sections.toPlainText())
        except InvalidInput as error:
            self.show_error(error)
            return
        name, place, sitting = self.name.text(), self.place.text(), self._sitting

        def make(uow: Any) -> Any:
            from exam.services.sittings import make_sitting

            return make_sitting(uow, name=name, starts_at=starts_at, minutes=minutes, place=place, sections=sections)

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
