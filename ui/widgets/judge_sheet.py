"""One entrant's mark sheet on the judge's screen: large fields, the sum, and the button that fixes it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import InvalidInput
from exam.rules.item_marks import Given
from exam.rules.marks import Attendance, MarkScale, UnclearMark, parse_mark, show
from exam.rules.nominations import group_letter
from exam.rules.panel import sum_of_criteria
from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.errors import sentence
from ui.widgets.buttons import primary_button
from ui.widgets.cards import Card
from ui.widgets.labels import label, wrapped_label
from ui.widgets.message_line import MessageLine

if TYPE_CHECKING:
    from exam.services.judge_view import JudgeEntrantRow, JudgeItemRow


class MarkField(QLineEdit):
    """A large field for one mark; Enter goes on."""

    def __init__(self, name: str, scale: MarkScale) -> None:
        super().__init__()
        self.scale = scale
        self.setProperty("large", True)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setFixedWidth(theme.px(150))
        self.setMaxLength(12)
        self.setAccessibleName(name)

    def read(self) -> Decimal | None:
        """The typed mark, ``None`` while empty; raises :class:`UnclearMark` for anything else."""
        found = parse_mark(self.text(), self.scale)
        if found.attendance not in (None, Attendance.PRESENT):
            raise InvalidInput(QT_TRANSLATE_NOOP("exam", "“{typed}” is not a mark. Type a number."), typed=self.text())
        return found.points

    def mark_wrong(self, wrong: bool) -> None:
        """Show or take away the red frame."""
        if self.property("wrong") != wrong:
            self.setProperty("wrong", wrong)
            self.style().unpolish(self)
            self.style().polish(self)


class JudgeSheet(Card):
    """``confirmed`` carries the marks by field position; ``typed`` that something was typed."""

    confirmed = Signal(object)
    typed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, margin=(32, 24))
        self.fields: dict[int, MarkField] = {}
        self.entrant: JudgeEntrantRow | None = None
        head = QHBoxLayout()
        self.code = label("–")
        self.code.setFont(theme.font(44, bold=True))
        self.about = label("", role="caption")
        self.about.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.code)
        head.addWidget(self.about, 1)
        self.body.addLayout(head)
        self.state = wrapped_label("", role="heading")
        self.body.addWidget(self.state)
        self._holder = QWidget()
        self._place = QVBoxLayout()
        self._place.addWidget(self._holder)
        self.body.addLayout(self._place)
        row = QHBoxLayout()
        self._total_caption = label(self.tr("Total"), role="heading")
        self.total = label("–")
        self.total.setFont(theme.font(32, bold=True))
        row.addWidget(self._total_caption)
        row.addStretch(1)
        row.addWidget(self.total)
        self.body.addLayout(row)
        self.message = MessageLine()
        self.body.addWidget(self.message)
        self.button = primary_button(self.tr("Confirm the mark (Enter)"), "check", self.confirm)
        self.button.setProperty("large", True)
        self.body.addWidget(self.button)
        self.body.addStretch(1)

    def show_entrant(self, item: JudgeItemRow, row: JudgeEntrantRow, typed: Mapping[int, str]) -> None:
        """Show an entrant with what was typed for it before."""
        self.entrant = row
        self.message.clear()
        self.code.setText(row.code or "–")
        parts = [item.name]
        if row.group:
            parts.append(self.tr("Group {letter}").format(letter=group_letter(row.group)))
        if row.appearance:
            parts.append(self.tr("no. {n}").format(n=row.appearance))
        self.about.setText(" · ".join(parts))
        self._build_fields(item)
        may = row.open and not item.locked
        for position, field in self.fields.items():
            stored = row.points.get(position)
            field.setText(typed.get(position, "") if may and position in typed else show(stored) if stored is not None
                          else "")  # fmt: skip
            field.setReadOnly(not may)
            field.setFocusPolicy(Qt.FocusPolicy.StrongFocus if may else Qt.FocusPolicy.NoFocus)
        avoided = row.given is Given.AVOIDED
        self._holder.setVisible(not avoided)
        self._total_caption.setVisible(not avoided)
        self.total.setVisible(not avoided)
        self.button.setVisible(may)
        self.state.setText(self._state(item, row))
        self.state.setVisible(bool(self.state.text()))
        self._sum()
        if may:
            first = next((field for field in self.fields.values() if not field.text()), None)
            field = first or next(iter(self.fields.values()))
            field.setFocus()
            field.selectAll()

    def texts(self) -> dict[int, str]:
        """What stands in the fields."""
        return {position: field.text() for position, field in self.fields.items() if field.text()}

    def confirm(self) -> None:
        """Check every field, then hand the marks over; a wrong field keeps what was typed."""
        if self.entrant is None or not self.button.isVisibleTo(self):
            return
        marks: dict[int, Decimal] = {}
        for position, field in self.fields.items():
            try:
                mark = field.read()
            except InvalidInput as error:
                self._complain(field, error)
                return
            if mark is None:
                field.mark_wrong(True)
                field.setFocus()
                self.message.show_message("warn", self.tr("This field is still empty. 0 is a mark, empty is not."))
                return
            marks[position] = mark
        self.confirmed.emit(marks)

    # Inside

    def _state(self, item: JudgeItemRow, row: JudgeEntrantRow) -> str:
        if row.given is Given.AVOIDED:
            return self.tr("This entrant comes from your own unit: you do not mark (avoidance).")
        if row.confirmed:
            return self.tr("Confirmed and fixed. The office can release it with a reason.")
        if item.locked:
            return self.tr("This item is locked.")
        if row.given is Given.ABSENT:
            return self.tr("The recorder noted you as absent here. Your confirmed mark replaces that.")
        return ""

    def _build_fields(self, item: JudgeItemRow) -> None:
        self._holder.hide()
        self._holder.deleteLater()
        self._holder = QWidget()
        grid = QGridLayout(self._holder)
        grid.setContentsMargins(0, theme.px(8), 0, theme.px(8))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(0, 1)
        self.fields = {}
        for at, (position, name, full) in enumerate(item.fields):
            caption = label(name or self.tr("Mark"))
            caption.setFont(theme.font(18))
            scale = MarkScale(full, item.step)
            field = MarkField(name or self.tr("Mark"), scale)
            field.textEdited.connect(lambda _, one=field: self._edited(one))
            field.returnPressed.connect(lambda one=field: self._next(one))
            grid.addWidget(caption, at, 0)
            grid.addWidget(label(f"0–{show(full)}", role="caption"), at, 1)
            grid.addWidget(field, at, 2)
            self.fields[position] = field
        self._place.addWidget(self._holder)

    def _edited(self, field: MarkField) -> None:
        field.mark_wrong(False)
        self.message.clear()
        self._sum()
        self.typed.emit()

    def _sum(self) -> None:
        marks: list[Decimal | None] = []
        for field in self.fields.values():
            try:
                marks.append(field.read())
            except InvalidInput:
                marks.append(None)
        total = sum_of_criteria(marks)
        self.total.setText("–" if total is None else show(total))

    def _next(self, field: MarkField) -> None:
        order = list(self.fields.values())
        try:
            field.read()
        except InvalidInput as error:
            self._complain(field, error)
            return
        at = order.index(field)
        if at + 1 < len(order):
            order[at + 1].setFocus()
            order[at + 1].selectAll()
        else:
            self.confirm()

    def _complain(self, field: MarkField, error: InvalidInput) -> None:
        field.mark_wrong(True)
        field.setFocus()
        actions = []
        if isinstance(error, UnclearMark) and error.suggestion:

            def repair() -> None:
                field.setText(error.suggestion)
                self._edited(field)
                field.setFocus()

            actions.append((self.tr("Take {mark}").format(mark=error.suggestion), repair))
        self.message.show_message("error", sentence(error), actions)
