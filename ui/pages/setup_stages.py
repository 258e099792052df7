"""The stages of the competition: what each lock fixes, who locked it, and locking or opening it again."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from exam.words import QT_TRANSLATE_NOOP
from ui import theme
from ui.context import Context
from ui.i18n import words
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import icon_label, label, wrapped_label
from ui.widgets.pill import Pill

if TYPE_CHECKING:
    from exam.services.competition import StageRow

translate = QCoreApplication.translate
FIXES = {
    "setup": QT_TRANSLATE_NOOP("StagesPanel", "The name, host and days of the competition."),
    "roster": QT_TRANSLATE_NOOP("StagesPanel", "Units and people: nobody is added, changed or deactivated."),
    "draw": QT_TRANSLATE_NOOP("StagesPanel", "The plan of the draw and the full mark of the written exam."),
    "written": QT_TRANSLATE_NOOP("StagesPanel", "Sittings, attendance and written marks with their rules."),
    "final": QT_TRANSLATE_NOOP("StagesPanel", "Finalists, groups, items, panels and the rules of panel marks."),
    "results": QT_TRANSLATE_NOOP("StagesPanel", "How totals, ties and awards are worked out."),
}


class StagesPanel(QWidget):
    """One card per stage."""

    def __init__(self, context: Context, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may = may
        self.cards: dict[str, _StageCard] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, theme.px(14), theme.px(8), 0)
        self._column.setSpacing(theme.px(10))

    def show_stages(self, rows: Sequence[StageRow]) -> None:
        """Show every stage in order."""
        for row in rows:
            card = self.cards.get(row.stage.value)
            if card is None:
                card = self.cards[row.stage.value] = _StageCard(self, row)
                self._column.addWidget(card)
                if len(self.cards) == len(rows):
                    self._column.addStretch(1)
            card.show_stage(row, self._may)

    def ask(self, row: StageRow) -> None:
        """Ask for what locking or opening a stage needs."""
        from ui.dialogs.stage_lock import LockStageDialog, UnlockStageDialog

        kind = UnlockStageDialog if row.locked else LockStageDialog
        kind(self.context, row, self).open()


class _StageCard(Card):
    """A stage: its state as a pill, what its lock fixes, who locked it, one button."""

    def __init__(self, panel: StagesPanel, row: StageRow) -> None:
        from exam.rules.stages import STAGE_NAMES

        super().__init__(margin=(16, 12))
        self._row = row
        line = QHBoxLayout()
        line.setSpacing(theme.px(14))
        self._icons = {True: icon_label("lock", "ok", 22), False: icon_label("lock-open", "text3", 22)}
        for picture in self._icons.values():
            line.addWidget(picture)
        column = QVBoxLayout()
        column.setSpacing(theme.px(2))
        name = words(STAGE_NAMES[row.stage])
        column.addWidget(label(name, role="heading"))
        column.addWidget(wrapped_label(translate("StagesPanel", FIXES[row.stage.value]), role="caption"))
        self.who = label("", role="quiet")
        column.addWidget(self.who)
        line.addLayout(column, 1)
        self.pill = Pill()
        line.addWidget(self.pill)
        self.button = secondary_button("", clicked=lambda: panel.ask(self._row))
        self.button.setMinimumWidth(theme.px(140))
        line.addWidget(self.button)
        self.body.addLayout(line)
        self._name = name

    def show_stage(self, row: StageRow, may: bool) -> None:
        """Show the present state."""
        self._row = row
        for locked, picture in self._icons.items():
            picture.setVisible(locked == row.locked)
        if row.locked:
            self.pill.set_state(translate("StagesPanel", "Locked"), "ok", "lock")
            self.button.setText(translate("StagesPanel", "Open again…"))
        else:
            self.pill.set_state(translate("StagesPanel", "Not locked"), "", "lock-open")
            self.button.setText(translate("StagesPanel", "Lock…"))
        self.button.setAccessibleName(f"{self.button.text()} {self._name}")
        self.button.setEnabled(may)
        self.who.setText(_history(row))
        self.who.setVisible(bool(self.who.text()))


def _history(row: StageRow) -> str:
    if row.locked_at is None:
        return ""
    when = f"{row.locked_at.astimezone():%Y-%m-%d %H:%M}"
    if row.locked and row.witness:
        text = translate("StagesPanel", "Locked by {person} in the presence of {witness}, {when}")
        return text.format(person=row.locked_by, witness=row.witness, when=when)
    if row.locked:
        return translate("StagesPanel", "Locked by {person}, {when}").format(person=row.locked_by, when=when)
    return translate("StagesPanel", "Opened again: {reason}").format(reason=row.reason)
