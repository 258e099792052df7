"""All publications, and what each of them changed against the one before (or the draft against the last)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.context import Context
from ui.item_models.rows import Column, RowsModel
from ui.item_models.standings import changes_model
from ui.widgets.buttons import primary_button, secondary_button
from ui.widgets.labels import label
from ui.widgets.table import Table

if TYPE_CHECKING:
    from exam.rules.snapshots import Change
    from exam.services.publications import PublicationRow, Standings

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class _Version:
    """A publication, or (``row`` None) the draft."""

    row: PublicationRow | None

    @property
    def number(self) -> int:
        return 0 if self.row is None else self.row.number


class PublicationsDialog(QDialog):
    """``chosen`` carries the number of the publication to show on the page (0 = the draft)."""

    chosen = Signal(int)

    def __init__(self, context: Context, found: Standings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Publications"))
        self._draft_changes = found.changes if found.is_draft else ()
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (24, 20, 24, 18)))
        column.setSpacing(theme.px(10))
        column.addWidget(label(self.tr("Publications"), role="heading"))
        self.versions = Table(self._versions_model(), name=self.tr("Publications"))
        self.versions.setMinimumHeight(theme.px(170))
        column.addWidget(self.versions, 2)
        self.heading = label("", role="heading")
        column.addWidget(self.heading)
        self.changes = Table(changes_model(), name=self.tr("Differences"))
        column.addWidget(self.changes, 3)
        row = QHBoxLayout()
        row.addStretch(1)
        close = secondary_button(self.tr("Close"), clicked=self.reject)
        self.show_button = primary_button(self.tr("Show on the page"), clicked=self._show_chosen)
        self.show_button.setDefault(True)
        row.addWidget(close)
        row.addWidget(self.show_button)
        column.addLayout(row)
        self.resize(theme.px(900), theme.px(620))
        rows = [_Version(one) for one in reversed(found.publications)]
        self.versions.rows_model.set_rows([_Version(None), *rows] if found.is_draft else rows)
        self.versions.current_row.connect(self._read)
        self.versions.on_activated(lambda _: self._show_chosen())
        first = 0 if self._draft_changes or not rows else int(found.is_draft)
        self.versions.setCurrentIndex(self.versions.rows_model.index(first, 0))

    def _versions_model(self) -> RowsModel[_Version]:
        draft = self.tr("Draft")
        return RowsModel(
            (
                Column(self.tr("No."), lambda one: str(one.number) if one.row else draft, width=70, bold=True),
                Column(self.tr("When"), lambda one: _moment(one), width=150),
                Column(self.tr("By"), lambda one: one.row.published_by if one.row else "", width=120),
                Column(self.tr("Supervisor"), lambda one: one.row.witness if one.row else "", width=120),
                Column(self.tr("Check code"), lambda one: one.row.fingerprint if one.row else "", width=140),
                Column(self.tr("Note"), lambda one: one.row.note if one.row else "", stretch=True, secondary=True),
            ),
            row_key=lambda one: one.number,
        )

    def _read(self, version: _Version | None) -> None:
        if version is None or version.row is None:
            self._show_changes(self._draft_changes, 0)
            return
        number = version.number

        def look(uow: Any) -> Any:
            from exam.services.publications import get_standings

            found = get_standings(uow, number=number)
            return found.changes if found is not None else ()

        self.context.operations.read(self, look, lambda changes: self._show_changes(changes, number))

    def _show_changes(self, changes: tuple[Change, ...], number: int) -> None:
        current = self.versions.selected_row()
        if current is not None and current.number != number:
            return
        if number == 1:
            text = self.tr("The first publication: nothing stood before it")
        elif changes:
            text = self.tr("{count} differences from the publication before").format(count=len(changes))
        else:
            text = self.tr("No differences from the publication before")
        self.heading.setText(text)
        self.changes.rows_model.set_rows(changes)

    def _show_chosen(self) -> None:
        version = self.versions.selected_row()
        if version is not None:
            self.chosen.emit(version.number)
            self.accept()


def _moment(one: _Version) -> str:
    return one.row.published_at.astimezone().strftime("%Y-%m-%d %H:%M") if one.row else ""
