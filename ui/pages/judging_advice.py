"""What the page of the final's marks says of an item: how it is marked, how far it is, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from exam.access import Right
from exam.rules.item_marks import Progress
from exam.rules.marks import show
from exam.rules.panel import COMBINE_NAMES
from ui.i18n import words

if TYPE_CHECKING:
    from exam.services.judging_sheet import EntrantRow, Sheet
    from ui.pages.judging import JudgingPage


class JudgingAdvice(QObject):
    """Sentences about the sheet that is shown, each with the button that does what it advises."""

    def __init__(self, page: JudgingPage) -> None:
        super().__init__(page)
        self._page = page

    def about(self, sheet: Sheet) -> str:
        """The item and its rule in one line."""
        item = sheet.item
        parts = [item.name, self.tr("marks 0–{full}").format(full=show(item.full))]
        if item.kind == "panel":
            rule = item.rule
            parts.append(self.tr("{n} judges").format(n=len(sheet.judges)))
            if rule.drop_high or rule.drop_low:
                text = self.tr("from {n} marks on {high} highest and {low} lowest dropped")
                parts.append(text.format(n=rule.trim_from, high=rule.drop_high, low=rule.drop_low))
            parts.append(words(COMBINE_NAMES[rule.combine]))
        return " · ".join(parts)

    def tell(self, sheet: Sheet) -> None:
        """What stands in the way, or what comes next."""
        item = sheet.item
        if self._page.second_button.isChecked() and not item.locked:
            text = self.tr("Second entry: type from the judges' papers. What the first person typed is not shown.")
            go = (self.tr("Show &differences…"), self._page.commands.differences)
            self._page.entry.set_standing("info", text, (go,))
        elif item.locked:
            text = self.tr("“{item}” was locked by {person} and {witness}.")
            self._page.entry.set_standing(
                "ok", text.format(item=item.name, person=item.locked_by, witness=item.witness)
            )
        elif item.kind == "panel" and not sheet.judges:
            go = (self.tr("&Put judges on the panel"), lambda: self._page.context.go_to("items", item_id=item.id))
            text = self.tr("This item has no judges yet, so nothing can be marked.")
            self._page.entry.set_standing("warn", text, (go,))
        elif sheet.codes_missing:
            go = (self.tr("Give the &codes"), lambda: self._page.context.go_to("nominations"))
            text = self.tr("{n} entrants have no code yet. Judges and markers work with codes.")
            self._page.entry.set_standing("warn", text.format(n=sheet.codes_missing), (go,))
        elif item.per_criterion and not self._page.entry.judge and self._doubtful() is None:
            text = self.tr("This item is marked per criterion: choose a judge above to type that judge's sheet.")
            self._page.entry.set_standing("info", text)
        else:
            self.tell_next_step()

    def tell_next_step(self) -> None:
        """A doubtful mark first, then what is left to verify, then the lock."""
        sheet, rows = self._page.sheet, list(self._page.entry.rows().values())
        doubtful = self._doubtful()
        states = {row.progress for row in rows} - {Progress.OUT}
        if doubtful is not None:
            judge = next(key for key, cell in doubtful.cells.items() if cell.doubtful)
            text = self.tr("A mark of {code} is far from those of the other judges.").format(code=doubtful.code)
            go = (self.tr("&Go to the mark"), lambda: self.go_to_mark(doubtful.nominee_id, judge))
            self._page.entry.set_standing("warn", text, (go,))
        elif states == {Progress.VERIFIED} and sheet is not None and sheet.untimed:
            text = self.tr("No time is written down for {n} entrants; nothing is deducted from them.")
            go = (self.tr("Write the &times down…"), self._page.commands.times)
            self._page.entry.set_standing("warn", text.format(n=sheet.untimed), (go,))
        elif states == {Progress.VERIFIED} and self._page.context.may(Right.LOCK_MARKS):
            text = self.tr("Every mark shown is verified. Two people can lock the item.")
            self._page.entry.set_standing("ok", text, ((self.tr("&Lock the item…"), self._page.commands.lock),))
        elif states and states <= {Progress.VERIFIED, Progress.COMPLETE} and self._page.context.may(Right.VERIFY_MARKS):
            text = self.tr("Every mark is in. Somebody other than the recorder compares them with the paper.")
            self._page.entry.set_standing("info", text, ((self.tr("&Verify…"), self._page.commands.verify),))
        else:
            self._page.entry.set_standing()

    def _doubtful(self) -> EntrantRow | None:
        return next((row for row in self._page.entry.rows().values() if row.progress is Progress.DOUBT), None)

    def go_to_mark(self, nominee_id: int, judge_id: int) -> None:
        layout = self._page.layout_shown
        if layout is not None and layout.kind == "criteria" and layout.judge != judge_id:
            # Another judge's sheet: turn to it first.
            box = self._page.entry.judge_box
            box.setCurrentIndex(box.findData(judge_id))
            self._page.look_at = nominee_id, judge_id
            self._page.entry.chosen.emit()
            return
        column = layout.positions[0] if layout is not None and layout.positions else judge_id
        self._page.grid.go_to(nominee_id, column)
        self._page.grid.tell_current()
