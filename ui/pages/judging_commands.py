"""What is done with the marks of an item besides typing them: verify, lock, open again, bonus and deduction."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from exam.rules.marks import Attendance
from ui import messages
from ui.item_models.judging import WRITTEN_COLUMN, Layout
from ui.item_models.mark_grid_rows import SaveRequest

if TYPE_CHECKING:
    from exam.services.judging_sheet import EntrantRow, Sheet
    from ui.pages.judging import JudgingPage


class JudgingCommands(QObject):
    """The commands of the page of the final's marks."""

    def __init__(self, page: JudgingPage) -> None:
        super().__init__(page)
        self._page = page

    def adjust(self) -> None:
        """Give or take points of the current entrant, with a reason."""
        from ui.dialogs.adjustments import AdjustmentsDialog

        row = self._page.entry.current()
        if self._page.sheet is not None and row is not None:
            item = self._page.sheet.item
            AdjustmentsDialog(
                self._page.context, row.code, item.name, self._page, item_id=item.id, nominee_id=row.nominee_id
            ).open()

    def times(self) -> None:
        """Type how long the entrants took, beginning with the current one."""
        from ui.dialogs.stage_times import StageTimesDialog

        sheet, row = self._page.sheet, self._page.entry.current()
        if sheet is not None:
            nominee = row.nominee_id if row is not None else None
            StageTimesDialog(self._page.context, sheet.item, sheet.group, nominee, self._page).open()

    def differences(self) -> None:
        """Compare the two entries; only what differs."""
        from ui.dialogs.mark_differences import MarkDifferencesDialog

        if self._page.sheet is not None:
            MarkDifferencesDialog(self._page.context, self._page.sheet.item, self._page).open()

    def release(self) -> None:
        """Release the confirmed mark in the current cell, or the first one of the current entrant."""
        from ui.dialogs.release_mark import ReleaseMarkDialog

        sheet, row = self._page.sheet, self._page.entry.current()
        if sheet is None or row is None:
            return
        confirmed = [judge_id for judge_id, cell in row.cells.items() if cell.confirmed]
        chosen = self._page.entry.current_judge()
        judge_id = chosen if chosen in confirmed else next(iter(confirmed), None)
        if judge_id is None:
            messages.tell(self._page, self.tr("No judge confirmed a mark of this entrant. Choose another one."))
            return
        judge = next((seat.name for seat in sheet.judges if seat.judge_id == judge_id), "")
        place = (sheet.item.id, row.nominee_id, judge_id)
        ReleaseMarkDialog(self._page.context, place, row.code, judge, self._page).open()

    def verify(self) -> None:
        """Confirm the marks shown (or selected) against the papers."""
        sheet, person = self._page.sheet, self._page.context.person
        if sheet is None or person is None:
            return
        rows, waiting = self._page.entry.rows(), self._page.entry.to_verify()
        keys = [key for key in waiting if person.name not in rows[key].entered_by]
        own = len(waiting) - len(keys)
        if not waiting:
            messages.tell(self._page, self.tr("No entrant in the rows shown waits for verification."))
            return
        if not keys:
            text = self.tr("You entered these marks yourself. Another person compares them with the paper.")
            messages.tell(self._page, text)
            return

        def call(uow: Any) -> Any:
            from exam.services.judging import verify_marks

            return verify_marks(uow, item_id=sheet.item.id, nominee_ids=keys)

        text = self.tr("You confirm that the sheets of {n} entrants were compared with the marks entered here.")
        if own:
            text += " " + self.tr("{own} entrants with marks of your own are left for somebody else.")
        messages.confirm(
            self._page, text.format(n=len(keys), own=own), self.tr("Verify {n} entrants").format(n=len(keys)),
            lambda: self._page.context.operations.write(self._page, call, self._verified),
        )  # fmt: skip

    def _verified(self, count: int) -> None:
        text = self.tr("{n} entrants verified.").format(n=count)
        self._page.context.say(text)

    def lock(self) -> None:
        """Close the item with a second person, or open it again with a reason."""
        sheet = self._page.sheet
        if sheet is None:
            return
        if sheet.item.locked:
            from ui.dialogs.unlock_item import UnlockItemDialog

            UnlockItemDialog(self._page.context, sheet.item, self._page).open()
            return
        from ui.dialogs.passwords import ask_second_person

        def lock(witness: Any) -> None:
            def call(uow: Any) -> Any:
                from exam.services.judging import lock_item

                item = sheet.item
                return lock_item(uow, item_id=item.id, seen_version=item.version, witness=witness)

            self._page.context.operations.write(self._page, call, serializable=True)

        intro = self.tr("Locking closes the marks of “{item}”. A second person confirms with name and password.")
        ask_second_person(self._page, self._page.context, intro.format(item=sheet.item.name), self.tr("Lock"), lock)


def saving(sheet: Sheet, layout: Layout, row: EntrantRow, request: SaveRequest) -> Any:
    """The command that saves one cell, with the version that the person saw."""
    read, names, item_id = request.input, sheet.names, sheet.item.id

    def call(uow: Any) -> Any:
        from exam.services import judging

        if layout.kind == WRITTEN_COLUMN:
            return judging.save_item_mark(
                uow, item_id=item_id, nominee_id=row.nominee_id, points=read.points,
                attendance=read.attendance.value if read.attendance else "", seen_version=row.written.version,
                with_names=names,
            )  # fmt: skip
        judge_id = layout.judge or int(str(request.column))
        cell = row.cells[judge_id]
        absent = read.attendance is Attendance.ABSENT
        typed_criterion = layout.kind == "criteria" and not absent
        clears_absence = read.empty and cell.given == "absent"
        position = int(str(request.column)) if typed_criterion and not clears_absence else 0
        if layout.second:
            from exam.services.judging_second import save_second_mark

            return save_second_mark(
                uow, item_id=item_id, nominee_id=row.nominee_id, judge_id=judge_id, points=read.points, absent=absent,
                criterion=position, seen_version=cell.versions.get(position, 0),
            )  # fmt: skip
        return judging.save_judge_mark(
            uow, item_id=item_id, nominee_id=row.nominee_id, judge_id=judge_id, points=read.points, absent=absent,
            criterion=position, seen_version=cell.versions.get(position, 0), with_names=names,
        )  # fmt: skip

    return call
