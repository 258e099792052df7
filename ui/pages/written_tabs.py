"""The tabs of the written round: entering, the blind second entry, differences, progress, unit averages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from exam.access import Right
from ui.context import Context
from ui.pages.written_differences import DifferencesTab
from ui.pages.written_progress import ProgressTab
from ui.pages.written_second import SecondEntryTab
from ui.widgets.mark_entry import MarkEntry
from ui.widgets.unit_averages import UnitAverages

if TYPE_CHECKING:
    from exam.services.sittings import SittingRow


class WrittenTabs(QTabWidget):
    """Every tab besides the first reads for itself while it is on screen; ``entry_shown`` asks for the first.

    ``differing``: how many marks of the sitting two people read differently; 0 for who may not compare.
    """

    entry_shown = Signal()
    differing_changed = Signal()

    def __init__(self, context: Context, entry: MarkEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.entry = entry
        self._sitting: SittingRow | None = None
        self.differing = 0
        self.second = SecondEntryTab(context)
        self.differences = DifferencesTab(context)
        self.progress = ProgressTab(context)
        self.averages = UnitAverages()
        self.addTab(entry, self.tr("Enter marks"))
        self.addTab(self.second, self.tr("Second entry"))
        self.addTab(self.differences, self.tr("Differences"))
        self.addTab(self.progress, self.tr("Progress"))
        self.addTab(self.averages, self.tr("Unit averages"))
        self._show_tab(self.second, False)
        self._show_tab(self.differences, False)
        self._show_tab(self.progress, context.may(Right.VERIFY_MARKS) or context.may(Right.READ_EVERYTHING))
        self._show_tab(self.averages, context.may(Right.SEE_UNPUBLISHED_RESULTS))
        self.differences.counted.connect(self._count_differences)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(400)
        self._later.timeout.connect(self.read_current)
        self.currentChanged.connect(self._changed)

    def show_sitting(self, sitting: SittingRow, twice: bool) -> None:
        """The sitting was read anew; ``twice``: its marks are typed by two people."""
        self._sitting = sitting
        self._show_tab(self.second, twice and self.context.may(Right.ENTER_MARKS))
        self._show_tab(self.differences, twice and self.context.may(Right.VERIFY_MARKS))
        self.read_current()
        if twice and self.context.may(Right.VERIFY_MARKS) and self.currentWidget() is not self.differences:
            self.differences.refresh(sitting)

    def read_soon(self) -> None:
        """Something was saved here: the figures follow a moment later, once for many saves."""
        self._later.start()

    def read_current(self) -> None:
        """Read the tab on screen anew."""
        shown, sitting = self.currentWidget(), self._sitting
        if shown is self.averages:
            self.context.operations.read(self, _unit_averages, self.averages.show_rows)
        elif sitting is None:
            return
        elif isinstance(shown, (SecondEntryTab, DifferencesTab, ProgressTab)):
            shown.refresh(sitting)

    def _changed(self) -> None:
        if self.currentWidget() is self.entry:
            self.entry_shown.emit()
        else:
            self.read_current()

    def _show_tab(self, tab: QWidget, visible: bool) -> None:
        at = self.indexOf(tab)
        if self.isTabVisible(at) != visible:
            if not visible and self.currentIndex() == at:
                self.setCurrentIndex(0)
            self.setTabVisible(at, visible)

    def _count_differences(self, count: int) -> None:
        if count != self.differing:
            self.differing = count
            self.differing_changed.emit()
        text = self.tr("Differences ({n})").format(n=count) if count else self.tr("Differences")
        self.setTabText(self.indexOf(self.differences), text)


def _unit_averages(uow: Any) -> Any:
    from exam.services.result_units import list_unit_averages

    return list_unit_averages(uow)
