"""Setup: what the competition is called, its units, its rules, and the stages that are locked."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QTabWidget, QWidget

from exam.access import Right
from ui.context import Context
from ui.pages.page import Page, scrolled
from ui.pages.setup_competition import CompetitionPanel
from ui.pages.setup_rules import RulesPanel
from ui.pages.setup_stages import StagesPanel
from ui.pages.setup_units import UnitsPanel

TABS = ("competition", "units", "rules", "stages")


class SetupPage(Page):
    """Four panels that share one reading of the competition."""

    key = "setup"
    topics = frozenset({"competition", "roster"})

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent)
        may = context.may(Right.MANAGE_COMPETITION)
        self.competition = CompetitionPanel(context, may)
        self.units = UnitsPanel(context, context.may(Right.MANAGE_ROSTER))
        self.rules = RulesPanel(context, may)
        self.stages = StagesPanel(context, may)
        self.tabs = QTabWidget()
        self.tabs.addTab(scrolled(self.competition), self.tr("Competition"))
        self.tabs.addTab(self.units, self.tr("Units"))
        self.tabs.addTab(self.rules, self.tr("Rules"))
        self.tabs.addTab(scrolled(self.stages), self.tr("Stages"))
        self.body.addWidget(self.tabs, 1)

    def title(self) -> str:
        return self.tr("Competition setup")

    def subtitle(self) -> str:
        return self.tr("Name and days, units, rules; each stage is locked when its work is done")

    def key_hints(self) -> str:
        return self.tr("Ctrl+Tab next tab   a changed rule is saved at once")

    def help_text(self) -> str:
        return self.tr(
            "Name the competition and its host as they stand on certificates. The units come from the roster or are "
            "added here. Every rule has the scheme's default and may be changed until its stage is locked; a change "
            "that would move places or awards is shown first. Each change stands in the journal with the old value. "
            "Lock a stage when its work is done."
        )

    def refresh(self) -> None:
        def look(uow: Any) -> Any:
            from exam.services import competition, units

            return (
                competition.get_competition(uow),
                units.list_units(uow),
                competition.list_settings(uow),
                competition.list_stages(uow),
            )

        self.context.operations.read(self, look, self._show)

    def _show(self, found: Any) -> None:
        competition, units, settings, stages = found
        locked = {row.stage.value: row for row in stages if row.locked}
        self.competition.show_competition(competition, locked.get("setup"))
        self.units.show_units(units, locked.get("roster"))
        self.rules.show_settings(settings)
        self.stages.show_stages(stages)

    def unsaved(self) -> int:
        return bool(self.competition.typed()) + len(self.rules.typed())

    def keep_typed(self) -> list[Any]:
        return [self.tabs.currentIndex(), self.competition.typed(), self.rules.typed()]

    def restore_typed(self, kept: list[Any]) -> None:
        tab, form, rules = kept
        self.tabs.setCurrentIndex(tab)
        self.competition.restore(form)
        self.rules.restore(rules)

    def save_now(self) -> bool:
        waits = self.competition.save_button.isEnabled()
        self.competition.save()
        return waits

    def arrive(self, **hints: Any) -> None:
        """``tab``: competition, units, rules or stages."""
        if hints.get("tab") in TABS:
            self.tabs.setCurrentIndex(TABS.index(hints["tab"]))
