"""What a roster file holds and would change: counts, people, problems, and who is not named."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QTabWidget, QVBoxLayout, QWidget

from ui import theme
from ui.item_models.roster import field_names, line_model, missing_model, problem_model, problem_text
from ui.widgets.columns import bare_column
from ui.widgets.labels import wrapped_label
from ui.widgets.pill import Pill
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.errors import Problem
    from exam.files.roster import RosterCheck
    from exam.services.roster_import import RosterDifference

translate = QCoreApplication.translate
_ORDER = {"new": 0, "changed": 1, "same": 2}


class RosterPreview(QWidget):
    """Filled by :meth:`show_file`, once with the check alone and again with the difference."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.pills = {key: Pill() for key in ("rows", "errors", "notices", "added", "changed", "same", "missing")}
        for pill in self.pills.values():
            row.addWidget(pill)
        row.addStretch(1)
        column.addLayout(row)
        self.units = wrapped_label("", role="caption")
        column.addWidget(self.units)
        self.lines, self.problems, self.missing = line_model(), problem_model(), missing_model()
        self.tabs = QTabWidget()
        self.tabs.addTab(Table(self.lines, name=self.tr("Preview"), multi=True), "")
        self.tabs.addTab(self._problems_tab(), "")
        self.tabs.addTab(Table(self.missing, name=self.tr("Not in the file"), multi=True), "")
        column.addWidget(self.tabs, 1)

    def _problems_tab(self) -> QWidget:
        holder, column = bare_column(6)
        table = self._problem_table = Table(self.problems, name=self.tr("Problems"), multi=True)
        self.whole = wrapped_label("", role="caption")
        self.whole.setMinimumHeight(theme.px(40))
        table.current_row.connect(self._show_whole)
        column.addWidget(table, 1)
        column.addWidget(self.whole)
        return holder

    def _show_whole(self, problem: Problem | None) -> None:
        self.whole.setText("" if problem is None else problem_text(problem))

    def show_file(self, check: RosterCheck, difference: RosterDifference | None) -> None:
        """Show a judged file and, once it is known, what it would change."""
        self.problems.set_rows(list(check.problems))
        self.missing.set_rows(list(difference.missing) if difference else [])
        self.lines.set_rows(_lines(check, difference))
        self._show_counts(check, difference)
        self.tabs.setTabText(0, self.tr("Preview ({n})").format(n=self.lines.total))
        self.tabs.setTabText(1, self.tr("Problems ({n})").format(n=self.problems.total))
        self.tabs.setTabText(2, self.tr("Not in the file ({n})").format(n=self.missing.total))
        self.tabs.setTabVisible(2, self.missing.total > 0)
        self.tabs.setCurrentIndex(1 if check.errors else 0)
        if check.problems:
            self._problem_table.selectRow(0)
        units = difference.new_units if difference else ()
        words = self.tr("New units, made by the import ({n}): {units}")
        self.units.setText(words.format(n=len(units), units="、".join(units)) if units else "")
        self.units.setVisible(bool(units))

    def _show_counts(self, check: RosterCheck, found: RosterDifference | None) -> None:
        shown = {
            "rows": (check.rows, self.tr("{n} rows"), "", "file-spreadsheet"),
            "errors": (check.errors, self.tr("{n} errors"), "error", ""),
            "notices": (len(check.problems) - check.errors, self.tr("{n} notices"), "warn", ""),
            "added": (len(found.added) if found else 0, self.tr("{n} new"), "ok", "plus"),
            "changed": (len(found.changed) if found else 0, self.tr("{n} changed"), "accent", ""),
            "same": (found.unchanged if found else 0, self.tr("{n} as before"), "", "check"),
            "missing": (len(found.missing) if found else 0, self.tr("{n} not in the file"), "warn", "user-x"),
        }
        for key, (count, text, tone, icon) in shown.items():
            self.pills[key].set_state(text.format(n=f"{count:,}") if count else "", tone, icon)
            self.pills[key].setVisible(bool(count))


def _lines(check: RosterCheck, difference: RosterDifference | None) -> list[Any]:
    """The accepted rows, the new ones first, each with what changes in words."""
    if difference is None:
        return [("", line, "") for line in check.lines]
    names = field_names()
    added = {line.row for line in difference.added}
    changed = {
        change.line.row: "; ".join(_change(names, key, *values) for key, values in change.fields.items())
        for change in difference.changed
    }
    rows = [
        ("new" if line.row in added else "changed" if line.row in changed else "same", line, changed.get(line.row, ""))
        for line in check.lines
    ]
    return sorted(rows, key=lambda row: _ORDER[row[0]])


def _change(names: dict[str, str], key: str, old: Any, new: Any) -> str:
    if key == "active":
        return translate("RosterPreview", "is taken in again")
    return f"{names[key]}: {_shown(old)} → {_shown(new)}"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return translate("RosterTable", "Yes") if value else translate("RosterTable", "No")
    return str(value) if value not in ("", None) else "–"
