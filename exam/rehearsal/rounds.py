"""The second part of a rehearsal: the written round, and the elite final up to its entrants."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from exam.files.draw_folder import verify, write_folder
from exam.rehearsal.desk import CHINA, OFFICE, RECHECKER, SUPERVISOR
from exam.rehearsal.files import read_nominations, read_results
from exam.rehearsal.marking import sections
from exam.rehearsal.marks import WrittenResult, written_results
from exam.rehearsal.steps import YEAR, Line, Rehearsal, freeze_draw, throw_and_run
from exam.services import (
    competition,
    draw_lots,
    draws,
    entrant_codes,
    finals,
    marks,
    result_units,
    roster,
    seals,
    sitting_locks,
    sittings,
)
from exam.words import QT_TRANSLATE_NOOP
from resources import path as shipped

FROM_SAMPLE = "resources/samples/笔试成绩.xlsx"


def write_draw_folder(play: Rehearsal) -> Line:
    """The folder that anybody can check the draw with; it is verified here, too."""
    folder = play.desk.read(lambda uow: draws.get_folder(uow, draw_id=play.draw_id))
    written = write_folder(folder, play.file("draw"))
    found = verify(written, folder.freeze_code)
    if found.problems:
        raise found.problems[0]
    play.facts["draw"]["folder"] = f"draw/{written.name}"
    play.facts["draw"]["alternates"] = found.alternates
    return QT_TRANSLATE_NOOP("exam", "Draw folder written and verified: {name}"), {"name": written.name}


def make_sitting(play: Rehearsal, unit_ids: Collection[int] | None = None, day: int = 3) -> Line:
    """One sitting for everybody who was drawn and has none yet, or for those of some units, on a day of November."""
    play.desk.at(10, 29, 9)
    begins = datetime(YEAR, 11, day, 9, 0, tzinfo=CHINA).astimezone(UTC)
    row = play.desk.run(
        OFFICE,
        lambda uow: sittings.make_sitting(
            uow, starts_at=begins, minutes=90, place=play.texts["place"], sections=sections(play), unit_ids=unit_ids
        ),
    )
    play.sitting_id = row.id
    return QT_TRANSLATE_NOOP("exam", "Sitting “{name}” made for {count} candidates"), {
        "name": row.name,
        "count": row.candidates,
    }


def candidate_results(play: Rehearsal) -> dict[str, WrittenResult]:
    """The marks of the drawn people: those of the sample's file if it names them all, else derived ones."""
    drawn = [row.staff_number for row in _candidates(play)]
    file = shipped("samples", "笔试成绩.xlsx")
    if play.own_files and file.exists():
        known = read_results(file)
        if known.keys() >= set(drawn):
            play.facts["written_marks"] = FROM_SAMPLE
            return {number: known[number] for number in drawn}
    play.facts["written_marks"] = "derived from a hash of the staff number"
    return written_results(drawn)


def lock_written(play: Rehearsal) -> Line:
    """Two people close the written round."""
    desk = play.desk
    desk.at(11, 4, 11)
    version = desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=play.sitting_id).version)
    witness = desk.people[OFFICE]
    desk.run(
        RECHECKER,
        lambda uow: sitting_locks.lock_sitting(
            uow, sitting_id=play.sitting_id, seen_version=version, witness=witness
        ),
        serializable=True,
    )
    return QT_TRANSLATE_NOOP("exam", "Written marks locked by two people"), {}


def open_written(play: Rehearsal) -> Line:
    """Two people open the seals; only now numbers and names come together."""
    desk = play.desk
    desk.at(11, 4, 12)
    version = desk.read(lambda uow: sittings.get_sitting(uow, sitting_id=play.sitting_id).version)
    witness = desk.people[SUPERVISOR]
    desk.run(
        OFFICE,
        lambda uow: seals.open_seals(uow, sitting_id=play.sitting_id, seen_version=version, witness=witness),
        serializable=True,
    )
    averages = desk.read(lambda uow: result_units.list_unit_averages(uow))
    best = max(averages, key=lambda row: (row.result.average is not None, row.result.average or 0))
    return QT_TRANSLATE_NOOP("exam", "Seals opened by two people; best unit: {unit} with {average}"), {
        "unit": best.unit,
        "average": best.result.average,
    }


def nominate(play: Rehearsal) -> Line:
    """The units' elites: from the sample's list, or the first certified people in an order that a hash gives."""
    desk = play.desk
    people = {row.staff_number: row for row in desk.read(lambda uow: roster.list_staff(uow, active_only=True))}
    rule = desk.read(lambda uow: finals.get_nomination_rule(uow))
    chosen: dict[int, list[int]] = {}
    if play.own_files:
        for number in read_nominations(shipped("samples", "推荐名单.xlsx")):
            chosen.setdefault(people[number].unit_id, []).append(people[number].id)
    else:
        for row in sorted(people.values(), key=lambda row: (row.unit_position, _order(row.staff_number))):
            able = row.on_duty and row.window_staff and (row.certified or not rule.certified)
            if able and len(chosen.setdefault(row.unit_id, [])) < rule.maximum:
                chosen[row.unit_id].append(row.id)
    desk.at(11, 9, 14)
    lists = list(chosen.values())
    if not play.own_files:
        # Hundreds of units at once: the list of nominees is worked through for each call.
        lists = [[staff_id for staff_ids in lists for staff_id in staff_ids]]
    for staff_ids in lists:
        desk.run(OFFICE, lambda uow, staff_ids=staff_ids: finals.nominate(uow, staff_ids=staff_ids))
    count = sum(map(len, chosen.values()))
    teams = sum(bool(staff_ids) for staff_ids in chosen.values())
    play.facts["final"] = {"nominees": count, "teams": teams}
    return QT_TRANSLATE_NOOP("exam", "Nominations taken in: {count} elites in {teams} teams"), {
        "count": count,
        "teams": teams,
    }


def draw_groups(play: Rehearsal) -> Line:
    """Groups by lot, each draw with a freeze and dice of its own."""
    desk = play.desk
    count = play.facts["final"]["nominees"]
    groups = min(desk.read(lambda uow: competition.get_rules(uow)).group_count, count)
    desk.at(11, 16, 9)
    draw_id = desk.run(OFFICE, lambda uow: draw_lots.plan_groups(uow, groups=groups, place=play.texts["place"]))
    dice = later_dice(play.dice, 1)
    code = freeze_draw(desk, draw_id)
    throw_and_run(desk, draw_id, dice)
    play.groups_draw_id = draw_id
    for group in range(1, groups + 1):
        order = desk.run(OFFICE, lambda uow, group=group: draw_lots.plan_order(uow, group=group, apart=False))
        freeze_draw(desk, order)
        throw_and_run(desk, order, later_dice(play.dice, 1 + group))
    desk.run(OFFICE, lambda uow: entrant_codes.assign_codes(uow))
    lot = desk.read(lambda uow: draw_lots.get_lot(uow, draw_id=draw_id))
    sizes = [len(group) for group in lot.groups]
    play.facts["final"]["groups"] = sizes
    play.facts["final"]["groups_draw"] = {"freeze_code": code, "dice": dice, "tries": lot.tries, "mode": lot.mode}
    return QT_TRANSLATE_NOOP("exam", "Groups, order and codes drawn by lot: {sizes}"), {
        "sizes": " + ".join(map(str, sizes))
    }


def later_dice(first: str, number: int) -> str:
    """The dice of a later draw of the rehearsal: they must not be known when it is frozen, so not the first ones."""
    thrown = int(sha256(f"rehearsal|dice|{number}|{first}".encode()).hexdigest(), 16)
    return f"{thrown % 10**20:020d}"


def _candidates(play: Rehearsal) -> Any:
    return play.desk.read(lambda uow: marks.list_marks(uow, sitting_id=play.sitting_id).rows)


def _order(staff_number: str) -> str:
    return sha256(f"rehearsal|nominee|{staff_number}".encode()).hexdigest()
