"""Where a competition stands, as counts in plain SQL and as steps made from them.

Apart from the services so that it needs the standard library alone: the window shows the overview of a
file while the database layer is still being imported (see ``exam.glance``). One statement, one round trip;
it reads the same on SQLite and PostgreSQL.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from exam.words import QT_TRANSLATE_NOOP

WAITING, READY, WORKING, DONE = "waiting", "ready", "working", "done"

_COUNTS = {
    "units": "SELECT count(*) FROM unit WHERE active",
    "rules": "SELECT count(*) FROM setting",
    "locked": "SELECT count(*) FROM stage_lock WHERE locked",
    "staff": "SELECT count(*) FROM staff WHERE active",
    "drawn": "SELECT count(*) FROM pick JOIN draw ON draw.id = pick.draw_id "
    "WHERE draw.kind = 'exam' AND draw.state = 'run' AND pick.state IN ('valid', 'stepped_up')",
    "frozen_draws": "SELECT count(*) FROM draw WHERE kind = 'exam' AND state = 'frozen'",
    "run_draws": "SELECT count(*) FROM draw WHERE kind = 'exam' AND state = 'run'",
    "candidates": "SELECT count(*) FROM candidate",
    "settled_candidates": "SELECT count(*) FROM candidate WHERE attendance NOT IN ('', 'present', 'late') "
    "OR id IN (SELECT candidate_id FROM written_mark WHERE points IS NOT NULL)",
    "rooms": "SELECT count(*) FROM room",
    "with_seat": "SELECT count(*) FROM candidate WHERE room_id IS NOT NULL",
    "signed": "SELECT count(*) FROM candidate WHERE attendance <> ''",
    "uncounted": "SELECT count(*) FROM room WHERE hand_in_count IS NULL AND id IN (SELECT room_id FROM candidate)",
    "sittings": "SELECT count(*) FROM sitting",
    "to_seal": "SELECT count(*) FROM sitting WHERE sealed_at IS NULL AND state <> 'locked' AND id NOT IN "
    "(SELECT section.sitting_id FROM section JOIN written_mark ON written_mark.section_id = section.id)",
    "to_open": "SELECT count(*) FROM sitting WHERE sealed_at IS NOT NULL AND opened_at IS NULL AND state = 'locked'",
    "unlocked": "SELECT count(*) FROM sitting WHERE state <> 'locked'",
    "unverified": "SELECT count(*) FROM written_mark WHERE points IS NOT NULL AND verified_by = '' AND entry = 1",
    "rereading": "SELECT count(*) FROM recheck WHERE state NOT IN ('closed', 'void')",
    "rechecked": "SELECT count(DISTINCT sitting_id) FROM recheck WHERE state = 'closed'",
    "selection": "SELECT count(*) FROM setting WHERE key = 'team_preset' AND value = 'none'",
    "coded": "SELECT count(*) FROM nominee WHERE status = 'active' AND entrant_code <> ''",
    "nominees": "SELECT count(*) FROM nominee WHERE status = 'active'",
    "grouped": "SELECT count(*) FROM nominee WHERE status = 'active' AND group_number IS NOT NULL",
    "teams": "SELECT count(*) FROM team",
    "items": "SELECT count(*) FROM final_item",
    "marked_items": "SELECT count(*) FROM final_item WHERE kind <> 'quiz'",
    "panels": "SELECT count(*) FROM final_item WHERE kind = 'panel'",
    "seated": "SELECT count(DISTINCT item_id) FROM panel_seat",
    "judged": "SELECT count(*) FROM (SELECT DISTINCT item_id, nominee_id FROM judge_mark"
    " WHERE state <> 'cleared') AS judged",
    "item_marks": "SELECT count(*) FROM item_mark",
    "written_marks": "SELECT count(*) FROM written_mark",
    "publication": "SELECT max(number) FROM publication",
    "awards": "SELECT count(*) FROM award_rule",
    "journal": "SELECT count(*) FROM journal_entry",
}

WRITTEN_ROUND = ("draw", "rooms", "exam_day", "written", "recheck")
"""The steps of the all-staff round."""

COUNTS_SQL = "SELECT " + ", ".join(f"({sql}) AS {name}" for name, sql in _COUNTS.items())
"""One row with every count, in the order of :data:`COUNT_NAMES`."""
COUNT_NAMES = tuple(_COUNTS)


@dataclass(frozen=True, slots=True)
class CompetitionRow:
    """What names the competition on screen and paper."""

    name: str
    year: int
    host: str
    organiser: str
    place: str
    final_day: date | None
    issue_day: date | None
    language: str
    sample: bool
    version: int


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: ``state`` waiting (something before it is missing), ready, working or done.

    ``done`` of ``total`` is the progress, ``total`` 0 where there is none. ``text`` with ``params`` says
    where it stands or what is missing; ``goto`` names the page that helps when it waits.
    """

    key: str
    state: str
    done: int
    total: int
    text: str
    params: Mapping[str, Any] = field(default_factory=dict)
    goto: str = ""

    @property
    def percent(self) -> int | None:
        """Whole percent done, ``None`` where nothing is counted or what is left is not counted; 100 when done."""
        left = self.done < self.total or self.state == DONE
        return self.done * 100 // self.total if self.total and left else None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """The competition and its steps; ``next_step`` is the key of the page to go to next."""

    competition: CompetitionRow
    steps: tuple[StepRow, ...]
    next_step: str
    journal_count: int

    def step(self, key: str) -> StepRow | None:
        """The step of a page, ``None`` for pages that are no step."""
        return next((step for step in self.steps if step.key == key), None)


def overview_of(competition: CompetitionRow, counts: Mapping[str, int | None]) -> OverviewRow:
    """The steps that these counts mean. An empty ``max`` counts as 0."""
    n = {name: counts[name] or 0 for name in COUNT_NAMES}
    steps: tuple[StepRow, ...] = (
        _setup(n),
        _roster(n),
        _draw(n),
        _rooms(n),
        _exam_day(n),
        _written(n),
        _recheck(n),
        _nominations(n),
        _items(n),
        _judging(n),
        _standings(n),
        _awards(n),
    )
    # A selection of single people or windows has no written round, unless somebody began one.
    if n["selection"] and not (n["frozen_draws"] or n["run_draws"] or n["sittings"]):
        steps = tuple(step for step in steps if step.key not in WRITTEN_ROUND)
    # What is published needs no recheck any more.
    past = {"recheck"} if n["publication"] else set[str]()
    upcoming = next((step.key for step in steps if step.state in (READY, WORKING) and step.key not in past), "papers")
    return OverviewRow(competition, steps, upcoming, n["journal"])


def _setup(n: Mapping[str, int]) -> StepRow:
    if not n["units"]:
        return StepRow("setup", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Check the rules; units come with the roster."))
    text = QT_TRANSLATE_NOOP("exam", "{units} units, {rules} rules set, {locked} stages locked")
    return StepRow("setup", DONE, 0, 0, text, {"units": n["units"], "rules": n["rules"], "locked": n["locked"]})


def _roster(n: Mapping[str, int]) -> StepRow:
    if not n["staff"]:
        return StepRow("roster", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Nobody is on the roster yet: import it."))
    return StepRow("roster", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{staff} people"), {"staff": n["staff"]})


def _draw(n: Mapping[str, int]) -> StepRow:
    if not n["staff"]:
        return StepRow("draw", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The roster is missing."), goto="roster")
    if n["drawn"]:
        return StepRow("draw", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{drawn} people drawn"), {"drawn": n["drawn"]})
    if n["frozen_draws"]:
        return StepRow("draw", WORKING, 0, 0, QT_TRANSLATE_NOOP("exam", "Frozen: throw the dice and run the draw."))
    return StepRow("draw", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Plan the draw and freeze it."))


def _no_sitting(key: str, n: Mapping[str, int]) -> StepRow:
    if not n["run_draws"]:
        return StepRow(key, WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "Nobody has been drawn yet."), goto="draw")
    return StepRow(key, WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "There is no sitting yet."), goto="written")


def _rooms(n: Mapping[str, int]) -> StepRow:
    if not n["candidates"]:
        return _no_sitting("rooms", n)
    begun = n["signed"] or n["written_marks"]
    if not n["rooms"] and begun:
        return StepRow("rooms", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "The exam is held without rooms and seats."))
    if not n["rooms"]:
        return StepRow("rooms", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Set up the rooms and draw the seats."))
    text = QT_TRANSLATE_NOOP("exam", "{done} of {total} candidates have a seat")
    row = _counted("rooms", n["with_seat"], n["candidates"], text)
    return replace(row, state=DONE) if n["signed"] >= n["candidates"] else row


def _exam_day(n: Mapping[str, int]) -> StepRow:
    if not n["candidates"]:
        return _no_sitting("exam_day", n)
    if n["to_open"] and n["rechecked"] < n["sittings"] - n["unlocked"] and not n["publication"]:
        text = QT_TRANSLATE_NOOP("exam", "Sealed. Read papers again first, then open the seals.")
        return StepRow("exam_day", WAITING, 0, 0, text, goto="recheck")
    if n["to_open"]:
        text = QT_TRANSLATE_NOOP("exam", "The marks are locked: open the seals, two people together.")
        return StepRow("exam_day", WORKING, 0, 0, text)
    if not n["signed"] and n["to_seal"]:
        text = QT_TRANSLATE_NOOP("exam", "Print tickets and sheets; sign the candidates in on the day.")
        return StepRow("exam_day", READY, 0, 0, text)
    text = QT_TRANSLATE_NOOP("exam", "{done} of {total} candidates are signed in or away")
    row = _counted("exam_day", n["signed"], n["candidates"], text)
    if not n["to_seal"]:
        return replace(row, state=DONE)
    if row.state != DONE:
        return row
    if n["uncounted"]:
        text = QT_TRANSLATE_NOOP("exam", "Count the papers: {rooms} rooms are left.")
        return replace(row, state=WORKING, text=text, params={"rooms": n["uncounted"]})
    return replace(row, state=WORKING, text=QT_TRANSLATE_NOOP("exam", "Seal the papers, two people together."))


def _recheck(n: Mapping[str, int]) -> StepRow:
    if not n["sittings"] or n["unlocked"] == n["sittings"]:
        text = QT_TRANSLATE_NOOP("exam", "The marks are not locked yet.")
        return StepRow("recheck", WAITING, 0, 0, text, goto="written" if n["sittings"] else "")
    if n["rereading"]:
        text = QT_TRANSLATE_NOOP("exam", "Read the drawn papers again and enter what stands on them.")
        return StepRow("recheck", WORKING, 0, 0, text)
    if n["rechecked"] < n["sittings"] - n["unlocked"]:
        return StepRow("recheck", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Draw the papers that are read again."))
    if n["unlocked"]:
        text = QT_TRANSLATE_NOOP("exam", "What is locked was read again; another sitting is not locked yet.")
        return StepRow("recheck", WAITING, 0, 0, text, goto="written")
    return StepRow("recheck", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "The drawn papers were read again."))


def _written(n: Mapping[str, int]) -> StepRow:
    if not n["candidates"]:
        if not n["run_draws"]:
            return _no_sitting("written", n)
        return StepRow("written", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Make the sitting from the drawn people."))
    text = QT_TRANSLATE_NOOP("exam", "{done} of {total} candidates have a mark or a state")
    row = _counted("written", n["settled_candidates"], n["candidates"], text)
    if row.state == DONE and n["unverified"]:
        text = QT_TRANSLATE_NOOP("exam", "{count} marks wait for another person: verification or second entry.")
        return replace(row, state=WORKING, text=text, params={"count": n["unverified"]})
    if row.state == DONE and n["unlocked"]:
        text = QT_TRANSLATE_NOOP("exam", "Everything is verified: lock the marks, two people together.")
        return replace(row, state=WORKING, text=text)
    return row


def _nominations(n: Mapping[str, int]) -> StepRow:
    if not n["staff"]:
        return StepRow("nominations", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The roster is missing."), goto="roster")
    if not n["nominees"]:
        return StepRow("nominations", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Take in the units' nominations."))
    if n["selection"] and not n["grouped"]:
        text = QT_TRANSLATE_NOOP("exam", "{done} of {total} entrants have a code")
        return _counted("nominations", n["coded"], n["nominees"], text)
    return StepRow(
        "nominations",
        DONE if n["grouped"] == n["nominees"] else WORKING,
        n["grouped"],
        n["nominees"],
        QT_TRANSLATE_NOOP("exam", "{nominees} elites in {teams} teams, {grouped} in groups"),
        {"nominees": n["nominees"], "teams": n["teams"], "grouped": n["grouped"]},
    )


def _items(n: Mapping[str, int]) -> StepRow:
    if not n["items"]:
        return StepRow("items", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Choose the items of the final."))
    return StepRow(
        "items",
        DONE if n["seated"] >= n["panels"] else WORKING,
        n["seated"],
        n["panels"],
        QT_TRANSLATE_NOOP("exam", "{items} items, {seated} of {panels} panels have judges"),
        {"items": n["items"], "seated": n["seated"], "panels": n["panels"]},
    )


def _judging(n: Mapping[str, int]) -> StepRow:
    if not n["nominees"]:
        text = QT_TRANSLATE_NOOP("exam", "Nobody has been nominated yet.")
        return StepRow("judging", WAITING, 0, 0, text, goto="nominations")
    if not n["marked_items"]:
        return StepRow("judging", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The final has no items yet."), goto="items")
    total = n["nominees"] * n["marked_items"]
    text = QT_TRANSLATE_NOOP("exam", "{done} of {total} entries of the final have marks")
    return _counted("judging", min(n["judged"] + n["item_marks"], total), total, text)


def _standings(n: Mapping[str, int]) -> StepRow:
    if n["publication"]:
        text = QT_TRANSLATE_NOOP("exam", "Publication no. {number} stands")
        return StepRow("standings", DONE, 0, 0, text, {"number": n["publication"]})
    if not (n["judged"] or n["item_marks"] or n["written_marks"]):
        goto = "judging" if n["selection"] else "written"
        return StepRow("standings", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "There are no marks yet."), goto=goto)
    return StepRow("standings", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Look the standings over and publish them."))


def _awards(n: Mapping[str, int]) -> StepRow:
    if not n["awards"]:
        return StepRow("awards", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Say which awards there are."))
    return StepRow("awards", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{rules} awards"), {"rules": n["awards"]})


def _counted(key: str, done: int, total: int, text: str) -> StepRow:
    state = DONE if done == total else WORKING if done else READY
    return StepRow(key, state, done, total, text, {"done": done, "total": total})
