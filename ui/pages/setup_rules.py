"""The rules of the competition by groups: each with its default, saved at once, locked with its stage."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from exam.errors import ExamError
from exam.rules.settings import MOVES_RESULTS
from ui import messages, theme
from ui.context import Context
from ui.dialogs.moves import look_first
from ui.errors import sentence
from ui.i18n import words
from ui.pages.page import scrolled
from ui.widgets.buttons import secondary_button
from ui.widgets.cards import Card
from ui.widgets.labels import label
from ui.widgets.message_line import MessageLine
from ui.widgets.rule_line import RuleLine

if TYPE_CHECKING:
    from exam.services.competition import SettingRow


OF_TEAMS = ("missing_elite", "team_tie_keys")
"""Rules that bear on nothing where single people are selected."""


class RulesPanel(QWidget):
    """Made once from the registry of settings, then only filled, so that typing is never disturbed."""

    def __init__(self, context: Context, may: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self._may = may
        self.lines: dict[str, RuleLine] = {}
        self._rows: dict[str, SettingRow] = {}
        self._restored: dict[str, str] = {}
        self._asked: set[tuple[str, str]] = set()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, theme.px(14), 0, 0)
        outer.setSpacing(theme.px(12))
        head = QHBoxLayout()
        self.count = label("", role="caption")
        head.addWidget(self.count, 1)
        self.reset_button = secondary_button(self.tr("Back to the defaults…"), "undo-2", self._ask_defaults)
        head.addWidget(self.reset_button)
        outer.addLayout(head)
        holder = QWidget()
        self._groups = QVBoxLayout(holder)
        self._groups.setContentsMargins(0, 0, theme.px(8), 0)
        self._groups.setSpacing(theme.px(12))
        outer.addWidget(scrolled(holder), 1)
        self.message = MessageLine()
        outer.addWidget(self.message)

    def show_settings(self, rows: Sequence[SettingRow]) -> None:
        """Show the present values."""
        if not self.lines:
            self._build(rows)
        self._rows = {row.info.key: row for row in rows}
        for row in rows:
            self.lines[row.info.key].show_value(row, self._may)
        teams = self._rows["team_preset"].value != "none"
        for key in OF_TEAMS:
            self.lines[key].set_shown(teams)
        for key, text in self._restored.items():
            self.lines[key].show_wrong(text)
        self._restored = {}
        changed = [row for row in rows if not row.is_default]
        self.count.setText(
            self.tr("{n} of {total} rules differ from the scheme's default").format(n=len(changed), total=len(rows))
            if changed
            else self.tr("Every rule is the scheme's default")
        )
        self.reset_button.setEnabled(self._may and any(not row.locked for row in changed))

    def typed(self) -> dict[str, str]:
        """What is typed and could not be stored, by the rule's key."""
        return {key: line.text() for key, line in self.lines.items() if line.is_wrong}

    def restore(self, texts: dict[str, str]) -> None:
        """Put :meth:`typed` back into a panel made anew, once the rules are known."""
        self._restored = texts

    def _build(self, rows: Sequence[SettingRow]) -> None:
        groups: dict[str, list[SettingRow]] = {}
        for row in rows:
            groups.setdefault(row.info.group, []).append(row)
        for group, members in groups.items():
            card = Card(margin=(18, 14))
            card.body.addWidget(label(words(group), role="heading"))
            grid = QGridLayout()
            grid.setHorizontalSpacing(theme.px(14))
            grid.setVerticalSpacing(theme.px(8))
            grid.setColumnMinimumWidth(0, theme.px(280))
            grid.setColumnStretch(1, 1)
            for number, row in enumerate(members):
                line = RuleLine(row.info, grid, number, self)
                line.changed.connect(self._change)
                self.lines[row.info.key] = line
            card.body.addLayout(grid)
            self._groups.addWidget(card)
        self._groups.addStretch(1)

    def _change(self, key: str, text: str) -> None:
        row, asked = self._rows[key], (key, text)
        if asked in self._asked:
            # The field told the same once more when it lost the focus to the question.
            return
        self._asked.add(asked)

        def change(uow: Any) -> Any:
            from exam.services.competition import change_rule

            return change_rule(uow, key=key, text=text, seen_version=row.version)

        def save(quiet: str) -> None:
            def done(_: object) -> None:
                self._asked.discard(asked)
                self.lines[key].mark_wrong(False)
                saved = self.tr("Saved: {rule}").format(rule=words(row.info.label))
                self.message.show_message("ok", f"{saved} · {quiet}" if quiet else saved)

            self.context.operations.write(self, change, done, failed)

        def failed(error: ExamError) -> None:
            self._asked.discard(asked)
            self.lines[key].mark_wrong(True)
            back = (self.tr("Take back"), lambda: self._take_back(key))
            self.message.show_message("error", f"{words(row.info.label)}: {sentence(error)}", [back])

        def cancelled() -> None:
            self._asked.discard(asked)
            self._take_back(key)

        if key in MOVES_RESULTS:
            look_first(self, self.context, change, save, cancelled, failed)
        else:
            save("")

    def _take_back(self, key: str) -> None:
        self.lines[key].mark_wrong(False)
        self.lines[key].show_value(self._rows[key], self._may)
        self.message.clear()

    def _ask_defaults(self) -> None:
        messages.confirm(
            self,
            self.tr("Every rule of an open stage gets the scheme's default again. The journal keeps the old values."),
            self.tr("Back to the defaults"),
            self._defaults,
        )

    def _defaults(self) -> None:
        keys = [key for key, row in self._rows.items() if not row.is_default and not row.locked]

        def change(uow: Any) -> None:
            from exam.rules.settings import BY_KEY, write
            from exam.services.competition import change_rule

            for key in keys:
                change_rule(uow, key=key, text=write(BY_KEY[key].default))

        def save(quiet: str) -> None:
            def done(_: object) -> None:
                text = self.tr("Every open rule is the scheme's default again.")
                self.message.show_message("ok", f"{text} {quiet}".rstrip())

            self.context.operations.write(self, change, done)

        def failed(error: ExamError) -> None:
            self.message.show_message("error", sentence(error))

        look_first(self, self.context, change, save, self.message.clear, failed)
