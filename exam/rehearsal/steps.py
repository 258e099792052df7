"""The first half of a rehearsal: competition, roster, draw and written round, step by step.

Every step is a function of a :class:`Rehearsal`; it calls the services as the person whose work it is and returns
the line that is shown for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from exam.access import Role
from exam.files.roster import RosterCheck
from exam.rehearsal.desk import (
    NAMES,
    OFFICE,
    PASSWORD,
    RECHECKER,
    RECORDER,
    ROLES,
    SECOND,
    SUPERVISOR,
    Desk,
)
from exam.rehearsal.marks import WrittenResult
from exam.rules.draw_plan import PERCENT, LineRule, PlanRules
from exam.rules.settings import Rules
from exam.rules.stages import Stage
from exam.services import accounts, competition, draw_plans, draws, roster, roster_import
from exam.services.items import ItemRow
from exam.words import QT_TRANSLATE_NOOP

YEAR = 2026
FIRST_DAY = datetime(YEAR, 10, 12, 1, 0, tzinfo=UTC)
SAMPLE_DICE = "52039174886041273958"
TEXTS = {
    "zh": {
        "name": f"{YEAR}年服务技能大赛暨全员大比武",
        "host": "江城示例通信有限公司",
        "organiser": "江城示例通信有限公司竞赛办公室",
        "place": "江城示例通信有限公司五楼多功能厅",
        "sample": "（样例）",
    },
    "en": {
        "name": f"Service skills competition and all-staff muster {YEAR}",
        "host": "Jiangcheng Sample Telecom",
        "organiser": "Jiangcheng Sample Telecom, competition office",
        "place": "Hall on the fifth floor",
        "sample": " (sample)",
    },
}

Line = tuple[str, dict[str, Any]]
"""What is said of a finished step: a translatable text and its params."""


@dataclass
class Final:
    """What the steps of the final share: items by template, judge ids by name in panel order."""

    items: dict[str, ItemRow] = field(default_factory=dict)
    judges: dict[str, int] = field(default_factory=dict)


@dataclass
class Rehearsal:
    """What the steps share. ``facts`` grows into the summary; ``sample`` marks the competition as a sample.

    ``written`` is what each drawn person will get in the written round, by staff number. ``published`` is the
    number of the publication that stands.
    """

    desk: Desk
    roster: RosterCheck
    own_files: bool
    dice: str
    folder: Path | None = None
    sample: bool = False
    facts: dict[str, Any] = field(default_factory=dict)
    draw_id: int = 0
    sitting_id: int = 0
    published: int = 0
    written: dict[str, WrittenResult] = field(default_factory=dict)
    groups_draw_id: int = 0
    final: Final = field(default_factory=Final)

    @property
    def texts(self) -> Mapping[str, str]:
        """Names of the rehearsed competition in its language."""
        return TEXTS[self.desk.language]

    def file(self, name: str) -> Path:
        """Where a file of this rehearsal goes; only with a folder."""
        if self.folder is None:
            raise ValueError("this rehearsal writes no files")
        return self.folder / name


def create(play: Rehearsal) -> Line:
    """The competition and its people."""
    desk, texts = play.desk, play.texts
    name = texts["name"] + (texts["sample"] if play.sample else "")

    def found(uow: Any) -> Any:
        competition.create_competition(
            uow, name=name, year=YEAR, host=texts["host"], organiser=texts["organiser"], place=texts["place"],
            language=desk.language, sample=play.sample,
        )  # fmt: skip
        return accounts.create_first_account(uow, name=desk.names[OFFICE], password=PASSWORD, public=True)

    desk.people[OFFICE] = desk.run(OFFICE, found)
    for who in (RECORDER, SECOND, RECHECKER, SUPERVISOR):
        add_person(desk, who)

    def days(uow: Any) -> None:
        row = competition.get_competition(uow)
        competition.change_competition(
            uow, seen_version=row.version, name=row.name, year=row.year, host=row.host, organiser=row.organiser,
            place=row.place, final_day=date(YEAR, 11, 20), issue_day=date(YEAR, 11, 22), language=row.language,
        )  # fmt: skip

    desk.run(OFFICE, days)
    play.facts["competition"] = name
    play.facts["accounts"] = list(desk.names.values())
    play.facts["password"] = PASSWORD
    return QT_TRANSLATE_NOOP("exam", "Competition “{name}” created, with {people} people at the desk"), {
        "name": name,
        "people": len(NAMES["zh"]),
    }


def add_person(desk: Desk, who: str, judge_id: int | None = None) -> None:
    """Give one more person an account."""
    role: Role = ROLES[who]
    row = desk.run(
        OFFICE,
        lambda uow: accounts.add_account(
            uow, name=desk.names[who], password=PASSWORD, role=role, judge_id=judge_id, public=True
        ),
    )
    desk.people[who] = desk.read(lambda uow: accounts.get_person(uow, account_id=row.id))


def take_roster(play: Rehearsal) -> Line:
    """The roster through its gate, all or nothing."""
    check = play.roster
    play.desk.at(10, 12, 10)
    done = play.desk.run(
        OFFICE,
        lambda uow: roster_import.import_roster(
            uow, lines=check.lines, fields=check.fields, file_name=check.name, sha256=check.sha256
        ),
    )
    counts = play.desk.read(lambda uow: roster.get_counts(uow))
    play.facts["roster"] = {
        "file": check.name, "rows": check.rows, "people": done.added, "units": counts.units,
        "window_staff": counts.window_staff, "on_duty": counts.on_duty, "certified": counts.certified,
    }  # fmt: skip
    return QT_TRANSLATE_NOOP("exam", "Roster taken in: {people} people in {units} units"), {
        "people": done.added,
        "units": counts.units,
    }


def set_rules(play: Rehearsal) -> Line:
    """The rules; small units and rosters that say nothing of certificates need milder ones.

    The sample's papers are typed twice; those of somebody else's roster, which may be many, are compared.
    """
    changes: dict[str, str] = {"second_entry": "all"} if play.own_files else {}
    units: dict[str, int] = {}
    for line in play.roster.lines:
        units[line.unit] = units.get(line.unit, 0) + (line.on_duty is not False)
    certified = sum(bool(line.certified) for line in play.roster.lines)
    if certified < min(3, len(play.roster.lines)):
        changes["nominee_certified"] = "false"
    if any(size < Rules().team_size_min for size in units.values()) or not play.own_files:
        changes["team_size_min"] = "1"
    play.desk.at(10, 13, 9)
    for key, text in changes.items():
        play.desk.run(OFFICE, lambda uow, key=key, text=text: competition.change_rule(uow, key=key, text=text))
    play.desk.run(
        OFFICE,
        lambda uow: competition.lock_stage(uow, stage=Stage.SETUP, witness=play.desk.names[SUPERVISOR]),
        serializable=True,
    )
    play.facts["rules_changed"] = changes
    return QT_TRANSLATE_NOOP("exam", "Rules set and locked; {count} differ from the defaults"), {"count": len(changes)}


def plan_draw(play: Rehearsal) -> Line:
    """15 % of every unit, at least 3 and at most 10 people, with two alternates."""
    desk = play.desk
    desk.at(10, 26, 8, 30)
    play.draw_id = desk.run(OFFICE, lambda uow: draw_plans.create_draw(uow))
    rule = LineRule(PERCENT, Decimal(15), minimum=3, maximum=10, alternates=2)
    version = desk.read(lambda uow: draws.get_draw(uow, draw_id=play.draw_id).version)
    desk.run(
        OFFICE,
        lambda uow: draw_plans.change_plan(
            uow, draw_id=play.draw_id, seen_version=version, rules=PlanRules(line=rule), place=play.texts["place"]
        ),
    )
    plan = desk.read(lambda uow: draw_plans.get_plan(uow, draw_id=play.draw_id))
    return QT_TRANSLATE_NOOP("exam", "Draw planned: {places} of {eligible} eligible people, {alternates} alternates"), {
        "places": plan.places,
        "eligible": plan.eligible,
        "alternates": plan.alternates,
    }


def freeze(play: Rehearsal) -> Line:
    """Roster, exclusions and plan frozen; the code is public before the dice."""
    code = freeze_draw(play.desk, play.draw_id)
    play.facts["draw"] = {"freeze_code": code, "dice": play.dice}
    return QT_TRANSLATE_NOOP("exam", "Draw frozen, code {code}…"), {"code": code[:16]}


def freeze_draw(desk: Desk, draw_id: int) -> str:
    """Freeze any draw; its code."""
    version = desk.read(lambda uow: draws.get_draw(uow, draw_id=draw_id).version)
    return desk.run(
        OFFICE, lambda uow: draws.freeze_draw(uow, draw_id=draw_id, seen_version=version), serializable=True
    )


def throw_and_run(desk: Desk, draw_id: int, dice: str) -> int:
    """Two people type the dice, the office runs the draw; how many were drawn."""
    desk.run(RECORDER, lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=dice))
    desk.run(RECHECKER, lambda uow: draws.enter_dice(uow, draw_id=draw_id, digits=dice))
    version = desk.read(lambda uow: draws.get_draw(uow, draw_id=draw_id).version)
    return desk.run(OFFICE, lambda uow: draws.run_draw(uow, draw_id=draw_id, seen_version=version), serializable=True)


def run_draw(play: Rehearsal) -> Line:
    """Dice, then the draw."""
    play.desk.at(10, 26, 10)
    drawn = throw_and_run(play.desk, play.draw_id, play.dice)
    play.facts["draw"]["drawn"] = drawn
    return QT_TRANSLATE_NOOP("exam", "Dice typed by two people, draw run: {drawn} people drawn"), {"drawn": drawn}


def strike_one(play: Rehearsal) -> Line:
    """One drawn person cannot come; the next alternate steps up. Without alternates nobody is struck."""
    desk = play.desk
    picks = desk.read(lambda uow: draws.list_picks(uow, draw_id=play.draw_id))
    waiting = {pick.stratum for pick in picks if not pick.takes_part}
    chosen = next((pick for pick in picks if pick.takes_part and pick.stratum in waiting), None)
    if chosen is None:
        return QT_TRANSLATE_NOOP("exam", "Nobody struck: no unit is large enough for alternates"), {}
    reason = "出差在外，无法参加" if desk.language == "zh" else "travelling on duty"
    desk.at(10, 28, 15)
    done = desk.run(
        OFFICE,
        lambda uow: draws.strike(
            uow, pick_id=chosen.id, seen_version=chosen.version, reason=reason, approver=desk.names[SUPERVISOR]
        ),
    )
    play.facts["draw"]["struck"] = chosen.staff_number
    stepped_up = done.stepped_up.name if done.stepped_up else "-"
    return QT_TRANSLATE_NOOP("exam", "{name} struck with a reason; {other} steps up"), {
        "name": chosen.name,
        "other": stepped_up,
    }
