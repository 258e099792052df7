from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from exam.errors import Conflict, InvalidInput, NotAllowed, RuleBroken
from exam.rules.stages import Stage
from exam.services import competition, roster, units

Run = Callable[..., Any]


def names(run: Run) -> list[str]:
    return [unit.name for unit in run(units.list_units)]


def test_that_units_get_codes_and_keep_their_order(run: Run) -> None:
    for name in ("江岸分公司", "硚口分公司", "汉阳分公司"):
        run(lambda uow, name=name: units.add_unit(uow, name=name))
    assert [(unit.code, unit.name) for unit in run(units.list_units)] == [
        ("U01", "江岸分公司"), ("U02", "硚口分公司"), ("U03", "汉阳分公司")
    ]  # fmt: skip
    first = run(units.list_units)[0]
    run(lambda uow: units.move_unit(uow, unit_id=first.id, steps=1))
    assert names(run) == ["硚口分公司", "江岸分公司", "汉阳分公司"]
    run(lambda uow: units.move_unit(uow, unit_id=first.id, steps=9))
    assert names(run)[-1] == "江岸分公司"


def test_that_two_units_never_share_a_name_or_code(run: Run) -> None:
    run(lambda uow: units.add_unit(uow, name="江岸（一）", code="ja"))
    with pytest.raises(InvalidInput, match="already a unit"):
        run(lambda uow: units.add_unit(uow, name="江岸 (一)"))
    with pytest.raises(InvalidInput, match="The code JA belongs to"):
        run(lambda uow: units.add_unit(uow, name="别的", code="JA"))
    with pytest.raises(InvalidInput, match="not a unit code"):
        run(lambda uow: units.add_unit(uow, name="别的", code="a/b"))
    with pytest.raises(InvalidInput, match="a name"):
        run(lambda uow: units.add_unit(uow, name=" "))


def test_that_a_unit_is_changed_by_who_saw_its_present_state(run: Run) -> None:
    unit = run(lambda uow: units.add_unit(uow, name="江岸"))

    def change(uow: Any) -> units.UnitRow:
        return units.change_unit(
            uow, unit_id=unit.id, seen_version=unit.version, name="江岸分公司", short_name="江岸", code="JA"
        )

    changed = run(change)
    assert (changed.name, changed.shown_name, changed.code) == ("江岸分公司", "江岸", "JA")
    with pytest.raises(Conflict):
        run(change)


def test_that_a_unit_with_people_is_not_closed(run: Run) -> None:
    unit = run(lambda uow: units.add_unit(uow, name="江岸"))
    person = run(lambda uow: roster.add_staff(uow, staff_number="1", name="张伟", unit_id=unit.id))

    def close(uow: Any) -> units.UnitRow:
        return units.change_unit(
            uow, unit_id=unit.id, seen_version=unit.version, name="江岸", short_name="", code="U01", active=False
        )

    with pytest.raises(RuleBroken, match="1 people still belong"):
        run(close)
    run(lambda uow: roster.deactivate_staff(uow, staff_id=person.id, seen_version=1))
    assert run(close).active is False
    assert run(lambda uow: units.list_units(uow, active_only=True)) == []


def test_that_a_locked_roster_and_a_stranger_change_no_unit(run: Run, recorder: Any) -> None:
    with pytest.raises(NotAllowed):
        run(lambda uow: units.add_unit(uow, name="江岸"), recorder)
    run(lambda uow: competition.lock_stage(uow, stage=Stage.ROSTER))
    with pytest.raises(RuleBroken):
        run(lambda uow: units.add_unit(uow, name="江岸"))
