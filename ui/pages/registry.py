"""The pages of the window, in the order of the navigation. A page's module is imported when first shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from exam.words import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from exam.access import Person
    from exam.progress_counts import StepRow


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One line of the navigation. ``group``: prepare, run, publish, or bottom (below the groups).

    ``step`` is the key of the step in ``exam.services.overview`` whose tick or percentage is shown.
    ``rights`` (values of ``exam.access.Right``): people with one of them, or who may read everything, see
    the page; none named = everybody. ``own``: not even who may read everything sees it, since it shows the
    person's own work. The services check every right again.
    """

    key: str
    group: str
    icon: str
    title: str
    module: str
    class_name: str
    step: str = ""
    rights: tuple[str, ...] = ()
    own: bool = False


PAGES: tuple[PageEntry, ...] = (
    PageEntry("overview", "prepare", "layout-dashboard", QT_TRANSLATE_NOOP("pages", "Overview"),
              "ui.pages.overview", "OverviewPage"),
    PageEntry("setup", "prepare", "sliders-horizontal", QT_TRANSLATE_NOOP("pages", "Contest setup"),
              "ui.pages.setup", "SetupPage", "setup", ("manage_competition",)),
    PageEntry("roster", "prepare", "users", QT_TRANSLATE_NOOP("pages", "Roster"),
              "ui.pages.roster", "RosterPage", "roster", ("manage_roster",)),
    PageEntry("draw", "prepare", "shuffle", QT_TRANSLATE_NOOP("pages", "Random draw"),
              "ui.pages.draw", "DrawPage", "draw", ("manage_draw", "type_dice")),
    PageEntry("rooms", "prepare", "armchair", QT_TRANSLATE_NOOP("pages", "Rooms and seats"),
              "ui.pages.rooms", "RoomsPage", "rooms", ("manage_written",)),
    PageEntry("exam_day", "run", "user-check", QT_TRANSLATE_NOOP("pages", "Sign-in"),
              "ui.pages.exam_day", "ExamDayPage", "exam_day", ("sign_in_candidates",)),
    PageEntry("written", "run", "clipboard-pen", QT_TRANSLATE_NOOP("pages", "Written marks"),
              "ui.pages.written", "WrittenPage", "written", ("manage_written", "enter_marks", "verify_marks")),
    PageEntry("recheck", "run", "clipboard-check", QT_TRANSLATE_NOOP("pages", "Recheck"),
              "ui.pages.recheck", "RecheckPage", "recheck", ("verify_marks",)),
    PageEntry("nominations", "run", "user-check", QT_TRANSLATE_NOOP("pages", "Finalists"),
              "ui.pages.nominations", "NominationsPage", "nominations", ("manage_final",)),
    PageEntry("items", "run", "list-ordered", QT_TRANSLATE_NOOP("pages", "Items and judges"),
              "ui.pages.items", "ItemsPage", "items", ("manage_final",)),
    PageEntry("judging", "run", "gavel", QT_TRANSLATE_NOOP("pages", "Final marks"),
              "ui.pages.judging", "JudgingPage", "judging", ("enter_marks", "verify_marks")),
    PageEntry("judge", "run", "pencil", QT_TRANSLATE_NOOP("pages", "Judging"),
              "ui.pages.judge", "JudgePage", "", ("enter_own_judge_marks",), own=True),
    PageEntry("quiz", "run", "hand", QT_TRANSLATE_NOOP("pages", "Quiz"),
              "ui.pages.quiz", "QuizPage", "", ("enter_marks",)),
    PageEntry("written_results", "publish", "sigma", QT_TRANSLATE_NOOP("pages", "Written results"),
              "ui.pages.written_results", "WrittenResultsPage", "", ("see_unpublished_results",)),
    PageEntry("standings", "publish", "trophy", QT_TRANSLATE_NOOP("pages", "Standings"),
              "ui.pages.standings", "StandingsPage", "standings", ("see_unpublished_results",)),
    PageEntry("awards", "publish", "award", QT_TRANSLATE_NOOP("pages", "Awards"),
              "ui.pages.awards", "AwardsPage", "awards", ("manage_awards",)),
    PageEntry("papers", "publish", "printer", QT_TRANSLATE_NOOP("pages", "Print papers"),
              "ui.pages.papers", "PapersPage", "", ("print_papers",)),
    PageEntry("journal", "bottom", "scroll-text", QT_TRANSLATE_NOOP("pages", "Journal"),
              "ui.pages.journal", "JournalPage", "", ("read_everything",)),
    PageEntry("settings", "bottom", "settings", QT_TRANSLATE_NOOP("pages", "Settings"),
              "ui.pages.settings_page", "SettingsPage"),
)  # fmt: skip

GROUPS: tuple[tuple[str, str], ...] = (
    ("prepare", QT_TRANSLATE_NOOP("pages", "Before the contest")),
    ("run", QT_TRANSLATE_NOOP("pages", "During the contest")),
    ("publish", QT_TRANSLATE_NOOP("pages", "Results and papers")),
)


def may_take(key: str, step: StepRow | None, person: Person | None) -> bool:
    """Whether what comes next in the ``step`` of the page ``key`` is this person's to do, not only to look at."""
    entry = next((entry for entry in PAGES if entry.key == key), None)
    if entry is None or not entry.rights or person is None:
        return True
    from exam.access import Right

    return any(person.may(Right(right)) for right in _takers(entry, step))


def _takers(entry: PageEntry, step: StepRow | None) -> tuple[str, ...]:
    """Who takes the step as it stands: not always everybody who is shown its page."""
    if step is None:
        return entry.rights
    match step.key, step.state, bool(step.total):
        case "draw", "ready", _:
            return ("manage_draw",)
        case ("written", "ready", False) | ("exam_day", "working", False):
            return ("manage_written",)
        case "recheck", "ready", _:
            return ("lock_marks",)
        case "standings", _, _:
            return ("publish",)
        case _:
            return entry.rights


def may_see(key: str, person: Person | None) -> bool:
    """Whether somebody in this role is shown the page ``key``."""
    entry = next((entry for entry in PAGES if entry.key == key), None)
    if entry is None or not entry.rights or person is None:
        return True
    from exam.access import Right

    rights = entry.rights if entry.own else ("read_everything", *entry.rights)
    return any(person.may(Right(right)) for right in rights)
