"""Re-reading marks: a table of what is to be read, and below it the field for the mark on the paper."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from exam.errors import ExamError, OutsideFault
from exam.rules.marks import UnclearMark, parse_mark, show
from ui import theme
from ui.errors import sentence
from ui.item_models.recheck import figure, reread_model, signed
from ui.widgets.buttons import primary_button
from ui.widgets.cards import Card, StatCard, card_row
from ui.widgets.labels import ElidedLabel, label
from ui.widgets.message_line import Action, MessageLine
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.services.recheck import RecheckSheet, RereadOutcome
    from exam.services.recheck_rows import RecheckRow, RereadRow


class RereadEntry(QWidget):
    """``save_wanted(row, points, reason)`` asks to keep a mark; ``correct_wanted(row)`` to propose a correction."""

    save_wanted = Signal(object, object, str)
    correct_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_enter = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(12), 0, 0)
        column.setSpacing(theme.px(12))
        self.cards = {
            "read": StatCard(self.tr("papers re-read"), "clipboard-check", "accent"),
            "top": StatCard(self.tr("papers of the top band"), "trophy", "accent"),
            "sample": StatCard(self.tr("papers drawn at random"), "dices", "accent"),
            "rate": StatCard(self.tr("errors in the sample"), "triangle-alert", "text2"),
        }
        column.addLayout(card_row(list(self.cards.values())))
        self.model = reread_model()
        self.table = Table(self.model, name=self.tr("Papers to re-read"))
        self.table.current_row.connect(self._show_current)
        self.table.on_activated(lambda _: self.mark.setFocus())
        column.addWidget(self.table, 1)
        column.addWidget(self._strip())
        self.message = MessageLine()
        column.addWidget(self.message)
        self._show_current(None)

    def _strip(self) -> Card:
        strip = Card(margin=(16, 10))
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        self.code = label("", role="number")
        self.about = ElidedLabel("", role="caption")
        self.mark = QLineEdit()
        self.mark.setFixedWidth(theme.px(120))
        self.mark.setFont(theme.font(20))
        self.mark.setMinimumHeight(theme.px(40))
        self.mark.setAccessibleName(self.tr("Mark on the paper"))
        self.mark.setPlaceholderText(self.tr("mark"))
        self.mark.returnPressed.connect(self.submit)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(self.tr("Reason of a difference"))
        self.reason.setPlaceholderText(self.tr("reason, if it differs"))
        self.reason.setMinimumHeight(theme.px(40))
        self.reason.returnPressed.connect(self.submit)
        self.save_button = primary_button(self.tr("Save"), "check", self.submit)
        row.addWidget(self.code)
        row.addWidget(self.about, 1)
        row.addWidget(self.mark)
        row.addWidget(self.reason, 1)
        row.addWidget(self.save_button)
        strip.body.addLayout(row)
        return strip

    # Showing

    def show_sheet(self, sheet: RecheckSheet, *, may_enter: bool) -> None:
        """Show a recheck; the cursor stays where it was, at first on the first open line."""
        assert sheet.recheck is not None
        self._may_enter = may_enter and sheet.recheck.state in ("reading", "full")
        typed = (self.mark.text(), self.reason.text()) if self.mark.hasFocus() or self.reason.hasFocus() else None
        chosen = self.table.selected_row()
        self.model.set_rows(sheet.rows)
        self._show_counts(sheet.recheck)
        if chosen is None:
            self.go_to_open()
        else:
            self._show_current(self.table.selected_row())
        if typed is not None and chosen is not None and self.current is not None and self.current.id == chosen.id:
            self.mark.setText(typed[0])
            self.reason.setText(typed[1])

    def _show_counts(self, row: RecheckRow) -> None:
        done = row.read == row.to_read
        self.cards["read"].set_value(f"{row.read} / {row.to_read}", tone="ok" if done else "accent")
        self.cards["top"].set_value(str(row.top))
        self.cards["sample"].set_value(str(row.sample))
        rate = "–" if row.rate.percent is None else f"{row.rate.errors} / {row.rate.read} = {show(row.rate.percent)} %"
        tone = "error" if row.rate.forces_full else "ok" if row.rate.complete else "text2"
        self.cards["rate"].set_value(rate, tone=tone)

    @property
    def current(self) -> RereadRow | None:
        """The line under the cursor."""
        return self.table.selected_row()

    @property
    def unsaved(self) -> bool:
        """Whether another mark is typed than the one that is kept."""
        row = self.current
        stands = "" if row is None or row.reread is None else show(row.reread)
        return self.mark.isEnabled() and self.mark.text().strip() != stands

    def _show_current(self, row: RereadRow | None) -> None:
        self.message.clear()
        may = row is not None and self._may_enter and not row.own
        for field in (self.mark, self.reason, self.save_button):
            field.setEnabled(may)
        self.mark.setText("" if row is None or row.reread is None else show(row.reread))
        self.reason.setText("" if row is None else row.reason)
        if row is None:
            self.code.setText("–")
            self.about.setText(self.tr("Choose a line."))
            return
        self.code.setText(row.code)
        about = self.tr("{section}, 0 to {full}").format(section=row.section, full=show(row.scale.full))
        if row.own:
            about += " · " + self.tr("entered by you: somebody else re-reads it")
        self.about.setText(about)
        self._say(row)

    def _say(self, row: RereadRow) -> None:
        if not row.difference:
            return
        values = {
            "code": row.code, "section": row.section, "first": figure(row.first), "reread": figure(row.reread),
            "difference": signed(row.difference),
        }  # fmt: skip
        if not row.waits_for_correction:
            text = self.tr("{code} {section}: first mark {first}, re-read {reread} ({difference}). It was corrected.")
            self.message.show_message("ok", text.format(**values))
            return
        text = self.tr(
            "{code} {section}: first mark {first}, re-read {reread} ({difference}). Look once more, then propose a "
            "correction."
        )
        actions: list[Action] = [(self.tr("Propose the &correction…"), lambda: self.correct_wanted.emit(row))]
        self.message.show_message("warn", text.format(**values), actions)

    # Entering

    def go_to_open(self) -> None:
        """The next line after the cursor that this person can re-read; else the line stays."""
        rows = self.model.rows
        at = self.table.currentIndex().row()
        order = [*range(at + 1, len(rows)), *range(at + 1)]
        found = next((n for n in order if n < len(rows) and rows[n].reread is None and not rows[n].own), None)
        if found is None and at < 0 and rows:
            found = 0
        if found is not None:
            self.table.select_key(rows[found].id)
        if self.mark.isEnabled():
            self.mark.setFocus()
            self.mark.selectAll()

    def submit(self) -> None:
        """Check what was typed and ask to save it."""
        row = self.current
        if row is None or not self.mark.isEnabled():
            return
        points: Decimal | None
        try:
            typed = parse_mark(self.mark.text(), row.scale)
        except UnclearMark as error:
            self._wrong(error)
            return
        points = typed.points
        if points is None:
            if typed.empty and row.reread is not None:
                self.save_wanted.emit(row, None, "")
                return
            self.message.show_message("error", self.tr("Type the mark that stands on the paper."))
            return
        self.save_wanted.emit(row, points, self.reason.text())

    def _wrong(self, error: UnclearMark) -> None:
        suggestion = str(error.params.get("suggestion") or "")
        actions: list[Action] = []
        if suggestion and suggestion != "/":
            actions = [(self.tr("&Take {mark}").format(mark=suggestion), lambda: self._take(suggestion))]
        self.message.show_message("error", sentence(error), actions)
        self.mark.setFocus()
        self.mark.selectAll()

    def _take(self, text: str) -> None:
        self.mark.setText(text)
        self.submit()

    def show_saved(self, outcome: RereadOutcome) -> None:
        """A mark was kept: stay at a difference, else go on to the next line."""
        row = outcome.row
        self.model.replace_row(row)
        self._show_counts(outcome.recheck)
        if row.waits_for_correction:
            self._show_current(row)
            if not row.reason:
                self.reason.setFocus()
        else:
            self.message.clear()
            self.go_to_open()

    def failed(self, error: ExamError) -> None:
        """A mark was not kept; what was typed stays."""
        again: list[Action] = [(self.tr("T&ry again"), self.submit)] if isinstance(error, OutsideFault) else []
        self.message.show_message("error", sentence(error), again)
        self.mark.setFocus()
        self.mark.selectAll()
