"""A competition whose draw has been run, for tests of the written round."""

from __future__ import annotations

from typing import Any

from exam import journal
from models.draws import Draw, Pick
from models.people import Staff, Unit

NAMES = ("张𬭎", "李娜", "王强", "赵䶮", "钱㛃", "孙艳", "周磊", "吴洋", "郑雨桐", "欧阳喆堃")


def add_drawn_people(uow: Any, *, units: int = 2, people: int = 3, waiting: int = 1) -> int:
    """``units`` units with ``people`` drawn and ``waiting`` alternates each; returns the draw's id."""
    draw = Draw(
        kind="exam", label="exam", number=1, state="run", freeze_code="f" * 64, dice="31415926535897932384"
    )
    uow.session.add(draw)
    uow.session.flush()
    for number in range(1, units + 1):
        unit = Unit(code=f"U{number:02}", name=f"第{number}分公司", position=number)
        uow.session.add(unit)
        uow.session.flush()
        for place in range(1, people + waiting + 1):
            staff_number = f"{number:03}{place:04}"
            name = NAMES[(number * 3 + place) % len(NAMES)]
            staff = Staff(
                staff_number=staff_number, folded_number=staff_number, name=name, unit_id=unit.id,
                initials="zw" if place == 1 else "ln",
            )  # fmt: skip
            uow.session.add(staff)
            uow.session.flush()
            drawn = place <= people
            uow.session.add(
                Pick(
                    draw_id=draw.id, stratum=unit.code, kind="D" if drawn else "A",
                    position=place if drawn else place - people, staff_id=staff.id, staff_number=staff_number,
                    name=name, ticket=f"0.{number}{place}", state="valid" if drawn else "waiting",
                )
            )  # fmt: skip
    uow.session.flush()
    uow.record(journal.DRAW_RUN, "exam")
    return draw.id
