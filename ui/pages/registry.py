"""The pages of the window, in the order of the navigation. A page's module is imported when first shown."""

from __future__ import annotations

from dataclasses import dataclass

from exam.words import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the navigation. ``group``: prepare, run, publish, or bottom (below the groups).

    ``step`` is the key of the step in ``exam.services.overview`` whose tick or percentage is shown.
    """

    key: str
    group: str
    icon: str
    title: str
    module: str
    class_name: str
    step: str = ""


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "prepare", "layout-dashboard", QT_TRANSLATE_NOOP("pages", "Overview"),
              "ui.pages.overview", "OverviewPage"),
    PageEntry("setup", "prepare", "sliders-horizontal", QT_TRANSLATE_NOOP("pages", "Competition setup"),
              "ui.pages.setup", "SetupPage", "setup"),
    PageEntry("roster", "prepare", "users", QT_TRANSLATE_NOOP("pages", "Roster"),
              "ui.pages.roster", "RosterPage", "roster"),
    PageEntry("draw", "prepare", "shuffle", QT_TRANSLATE_NOOP("pages", "Random draw"),
              "ui.pages.draw", "DrawPage", "draw"),
    PageEntry("written", "run", "clipboard-pen", QT_TRANSLATE_NOOP("pages", "Written marks"),
              "ui.pages.written", "WrittenPage", "written"),
    PageEntry("nominations", "run", "user-check", QT_TRANSLATE_NOOP("pages", "Finalists"),
              "ui.pages.nominations", "NominationsPage", "nominations"),
    PageEntry("items", "run", "list-ordered", QT_TRANSLATE_NOOP("pages", "Items and judges"),
              "ui.pages.items", "ItemsPage", "items"),
    PageEntry("judging", "run", "gavel", QT_TRANSLATE_NOOP("pages", "Final marks"),
              "ui.pages.judging", "JudgingPage", "judging"),
    PageEntry("standings", "publish", "trophy", QT_TRANSLATE_NOOP("pages", "Standings"),
              "ui.pages.standings", "StandingsPage", "standings"),
    PageEntry("awards", "publish", "award", QT_TRANSLATE_NOOP("pages", "Awards"),
              "ui.pages.awards", "AwardsPage", "awards"),
    PageEntry("papers", "publish", "printer", QT_TRANSLATE_NOOP("pages", "Print papers"),
              "ui.pages.papers", "PapersPage"),
    PageEntry("journal", "bottom", "scroll-text", QT_TRANSLATE_NOOP("pages", "Journal"),
              "ui.pages.journal", "JournalPage"),
    PageEntry("settings", "bottom", "settings", QT_TRANSLATE_NOOP("pages", "Settings"),
              "ui.pages.settings_page", "SettingsPage"),
)  # fmt: skip

GROUPS: tuple[tuple[str, str], ...] = (
    ("prepare", QT_TRANSLATE_NOOP("pages", "Before the contest")),
    ("run", QT_TRANSLATE_NOOP("pages", "During the contest")),
    ("publish", QT_TRANSLATE_NOOP("pages", "Results and papers")),
)
