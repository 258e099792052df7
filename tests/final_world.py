"""A small final for tests: three units, their elites in two groups, a written item and a judged one."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from exam.services import entrant_codes, finals, items, panels, roster, units

D = Decimal


@dataclass(frozen=True)
class World:
    """Ids of what :func:`build` made. ``nominees`` in the order of their codes A01, A02, ... B01 ..."""

    units: tuple[int, ...]
    staff: dict[str, int]
    nominees: tuple[int, ...]
    codes: tuple[str, ...]
    written: int
    item: int
    judges: tuple[int, ...]


def build_staff(uow: Any) -> tuple[tuple[int, ...], dict[str, int]]:
    """Three units of six; the sixth of each holds no certificate."""
    unit_ids, staff = [], {}
    for number, name in enumerate(("江岸分公司", "武昌分公司", "客服中心"), 1):
        unit = units.add_unit(uow, name=name)
        unit_ids.append(unit.id)
        for person in range(1, 7):
            key = f"{number}0{person}"
            row = roster.add_staff(
                uow, staff_number=key, name=f"张{'一二三四五六'[person - 1]}{'甲乙丙'[number - 1]}", unit_id=unit.id,
                certified=person < 6, post="营业员",
            )  # fmt: skip
            staff[key] = row.id
    return tuple(unit_ids), staff


def build(uow: Any, judges: int = 5, groups: int = 2, nominate: int = 3) -> World:
    """The whole final up to the first mark."""
    unit_ids, staff = build_staff(uow)
    chosen = [staff[f"{unit}0{person}"] for unit in (1, 2, 3) for person in range(1, nominate + 1)]
    rows = finals.nominate(uow, staff_ids=chosen)
    entrant_codes.set_groups(uow, groups={row.id: 1 + at % groups for at, row in enumerate(rows)})
    coded = sorted(entrant_codes.assign_codes(uow), key=lambda row: row.code)
    written = items.add_from_template(uow, template="written")
    item = items.add_from_template(uow, template="scenario")
    seats = [panels.add_judge(uow, name=f"评委{number}").id for number in range(1, judges + 1)]
    panels.set_panel(uow, item_id=item.id, judge_ids=seats)
    return World(
        unit_ids, staff, tuple(row.id for row in coded), tuple(row.code for row in coded), written.id, item.id,
        tuple(seats),
    )  # fmt: skip


def change_item(uow: Any, item_id: int, **changed: Any) -> items.ItemRow:
    """The item with these facts changed and all others as they are."""
    item = items.get_item(uow, item_id=item_id)
    as_it_is = {
        "seen_version": item.version, "name": item.name, "part": item.part, "full": item.full, "weight": item.weight,
        "rule": item.rule, "per_criterion": item.per_criterion,
        "criteria": [(one.name, one.full) for one in item.criteria],
    }  # fmt: skip
    return items.change_item(uow, item_id=item_id, **(as_it_is | changed))
