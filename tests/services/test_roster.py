from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from exam.errors import AlreadySaved, Cancelled, Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.progress import Progress
from exam.rules.roster import RosterLine
from exam.rules.stages import Stage
from exam.services import competition, journal, roster, roster_import, units
from exam.services.pinyin import name_keys

Run = Callable[..., Any]
LINES = (
    RosterLine(2, "00123", "张伟", "江岸", sex="男", since=date(2015, 3, 1), certified=True),
    RosterLine(3, "00124", "李𫟹", "硚口", outlet="一厅"),
    RosterLine(4, "00125", "单田芳", "江岸", on_duty=False),
)
FIELDS = frozenset({"staff_number", "name", "unit", "sex", "outlet", "since", "on_duty", "certified"})


def take(run: Run, lines: tuple[RosterLine, ...] = LINES, fields: frozenset[str] = FIELDS, **more: Any) -> Any:
    return run(
        lambda uow: roster_import.import_roster(
            uow, lines=lines, fields=fields, file_name="花名册.xlsx", sha256="a" * 64, **more
        )
    )


def compare(run: Run, *lines: RosterLine, fields: frozenset[str] = FIELDS) -> roster_import.RosterDifference:
    return run(lambda uow: roster_import.compare_roster(uow, lines=lines, fields=fields, sha256="a" * 64))


def test_that_a_file_is_taken_in_with_its_units(run: Run) -> None:
    done = take(run)
    assert (done.added, done.changed, done.unchanged, done.new_units) == (3, 0, 0, ("江岸", "硚口"))
    rows = run(roster.list_staff)
    assert [(row.staff_number, row.name, row.unit, row.initials) for row in rows] == [
        ("00123", "张伟", "江岸", "zw"), ("00125", "单田芳", "江岸", "stf"), ("00124", "李𫟹", "硚口", "lh")
    ]  # fmt: skip
    assert (rows[0].since, rows[0].on_duty, rows[0].window_staff, rows[0].certified) == (
        date(2015, 3, 1), True, True, True
    )  # fmt: skip
    assert (rows[1].on_duty, rows[1].certified) == (False, False)
    counts = run(roster.get_counts)
    assert (counts.staff, counts.on_duty, counts.certified, counts.units) == (3, 2, 1, 2)


def test_that_the_import_stands_in_the_journal(run: Run) -> None:
    take(run)
    entry = run(lambda uow: journal.list_entries(uow))[0]
    assert entry.tag == "roster.imported"
    assert entry.subject == "花名册.xlsx"


def test_that_the_same_file_again_is_recognised_and_changes_nothing(run: Run) -> None:
    take(run)
    found = compare(run, *LINES)
    assert found.same_file is not None
    assert found.same_file.name == "花名册.xlsx"
    assert found.nothing_new
    assert (found.unchanged, found.missing) == (3, ())
    with pytest.raises(AlreadySaved):
        take(run)


def test_that_a_changed_file_shows_new_changed_and_missing(run: Run) -> None:
    take(run)
    lines = (
        RosterLine(2, "00123", "张伟", "硚口", sex="男", outlet="二厅"),
        RosterLine(3, "00126", "王𬱖", "汉阳"),
        RosterLine(4, "00124", "李𫟹", "硚口", outlet="一厅"),
    )
    found = compare(run, *lines)
    assert [line.staff_number for line in found.added] == ["00126"]
    assert [dict(change.fields) for change in found.changed] == [{"unit": ("江岸", "硚口"), "outlet": ("", "二厅")}]
    assert [row.staff_number for row in found.missing] == ["00125"]
    assert (found.new_units, found.unchanged) == (("汉阳",), 1)
    done = take(run, lines)
    assert (done.added, done.changed, done.deactivated) == (1, 1, 0)
    people = {row.staff_number: row for row in run(roster.list_staff)}
    assert (people["00123"].unit, people["00123"].outlet, people["00123"].since) == ("硚口", "二厅", date(2015, 3, 1))
    assert people["00125"].active


def test_that_missing_people_are_deactivated_only_when_asked_and_return_later(run: Run) -> None:
    take(run)
    gone = compare(run, *LINES[:2]).missing
    done = take(run, LINES[:2], deactivate=[row.id for row in gone])
    assert done.deactivated == 1
    assert not run(lambda uow: roster.find_staff(uow, staff_number="00125")).active
    back = compare(run, *LINES)
    assert dict(back.changed[0].fields) == {"active": (False, True)}
    take(run, LINES)
    assert run(lambda uow: roster.find_staff(uow, staff_number="00125")).active


def test_that_columns_the_file_lacks_leave_people_as_they_are(run: Run) -> None:
    take(run)
    plain = tuple(RosterLine(line.row, line.staff_number, line.name, line.unit) for line in LINES)
    assert compare(run, *plain, fields=frozenset({"staff_number", "name", "unit"})).nothing_new


def test_that_a_cancelled_import_leaves_nothing(run: Run) -> None:
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        take(run, progress=progress)
    assert run(roster.list_staff) == []
    assert run(units.list_units) == []


def test_that_a_locked_roster_takes_nothing_in(run: Run) -> None:
    run(lambda uow: competition.lock_stage(uow, stage=Stage.ROSTER))
    with pytest.raises(RuleBroken):
        take(run)


def test_that_only_the_office_changes_the_roster(run: Run, recorder: Any, supervisor: Any) -> None:
    unit = run(lambda uow: units.add_unit(uow, name="江岸"))
    for person in (recorder, supervisor):
        with pytest.raises(NotAllowed):
            run(lambda uow: roster.add_staff(uow, staff_number="1", name="张伟", unit_id=unit.id), person)


def test_that_people_are_added_changed_deactivated_and_taken_in_again(run: Run) -> None:
    unit = run(lambda uow: units.add_unit(uow, name="江岸"))
    row = run(lambda uow: roster.add_staff(uow, staff_number="００7", name="阿卜杜拉•买买提", unit_id=unit.id))
    assert (row.staff_number, row.name, row.initials) == ("007", "阿卜杜拉·买买提", "abdlmmt")

    def change(uow: Any) -> roster.StaffRow:
        return roster.change_staff(
            uow, staff_id=row.id, seen_version=row.version, staff_number="007", name="曾伟", unit_id=unit.id, sex="男",
            outlet="一厅", post="营业员", since=None, on_duty=True, window_staff=True, certified=True, note="",
        )  # fmt: skip

    changed = run(change)
    assert (changed.name, changed.initials, changed.certified) == ("曾伟", "zw", True)
    with pytest.raises(Conflict):
        run(change)
    gone = run(lambda uow: roster.deactivate_staff(uow, staff_id=row.id, seen_version=changed.version, reason="调离"))
    assert not gone.active
    back = run(lambda uow: roster.reactivate_staff(uow, staff_id=row.id, seen_version=gone.version))
    assert back.active
    tags = [entry.tag for entry in run(lambda uow: journal.list_entries(uow)) if entry.topic == "roster"]
    assert sorted(tags) == [
        "roster.staff_added", "roster.staff_changed", "roster.staff_deactivated", "roster.staff_reactivated"
    ]  # fmt: skip


def test_that_a_taken_staff_number_names_its_owner(run: Run) -> None:
    unit = run(lambda uow: units.add_unit(uow, name="江岸"))
    run(lambda uow: roster.add_staff(uow, staff_number="A7", name="张伟", unit_id=unit.id))
    with pytest.raises(InvalidInput, match=r"belongs to 张伟 \(江岸\)"):
        run(lambda uow: roster.add_staff(uow, staff_number="a7", name="李四", unit_id=unit.id))


@pytest.mark.parametrize(
    ("name", "sound", "initials"),
    [
        ("张伟", "zhang wei", "zw"),
        ("单雄信", "shan xiong xin", "sxx"),
        ("仇士良", "qiu shi liang", "qsl"),
        ("解缙", "xie jin", "xj"),
        ("曾国藩", "zeng guo fan", "zgf"),
        ("区德", "ou de", "od"),
        ("查良", "zha liang", "zl"),
        ("尉迟恭", "yu chi gong", "ycg"),
        ("张𬭎", "zhang hong", "zh"),
        ("吕布", "lv bu", "lb"),
        ("John Smith", "john smith", "js"),
    ],
)
def test_that_names_are_found_by_their_sound(name: str, sound: str, initials: str) -> None:
    keys = name_keys(name)
    assert (keys.sound, keys.initials) == (sound, initials)
