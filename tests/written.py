"""A competition whose draw has been run, for tests of the written round; its sittings, also with marks and locked."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from exam import journal
from exam.access import Person
from exam.rules.seals import sealed_number
from exam.services import marks, sitting_locks, sittings
from exam.services.competition import change_rule
from models.draws import Draw, Pick
from models.people import Staff, Unit
from models.sittings import Candidate, Sitting

Run = Callable[..., Any]
SECTIONS = (("客观题", Decimal(60)), ("主观题", Decimal(40)))
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


def typed_twice(run: Run) -> sittings.SittingRow:
    """A sitting of two sections whose marks two people type."""
    run(add_drawn_people)
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    return run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS))


def lock_up(run: Run, recorder: Person, rechecker: Person, *, units: int = 4, people: int = 5) -> sittings.SittingRow:
    """A locked sitting of ``units`` x ``people`` with two sections, entered by the recorder."""
    run(lambda uow: add_drawn_people(uow, units=units, people=people))
    sitting = run(lambda uow: sittings.make_sitting(uow, sections=SECTIONS))
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=sitting.id)).rows

    def enter(uow: Any) -> None:
        for at, row in enumerate(rows):
            for part, most in zip(sitting.sections, (50, 30), strict=True):
                marks.save_mark(
                    uow, candidate_id=row.candidate_id, section_id=part.id, points=Decimal(most - at), seen_version=0
                )

    run(enter, recorder)
    run(lambda uow: marks.verify_marks(uow, sitting_id=sitting.id))
    return run(
        lambda uow: sitting_locks.lock_sitting(
            uow, sitting_id=sitting.id, seen_version=sitting.version, witness=rechecker
        )
    )


def seal(run: Run, sitting: sittings.SittingRow) -> None:
    """Sealed numbers on the papers of a locked sitting, as if it had been sealed before the marking."""

    def put(uow: Any) -> None:
        stored = uow.session.get(Sitting, sitting.id)
        stored.sealed_at = uow.now
        for at, row in enumerate(uow.session.query(Candidate).order_by(Candidate.id)):
            row.sealed_number = sealed_number(700_000 - 37 * at)
        uow.session.flush()
        uow.record(journal.SITTING_CHANGED, stored.name)

    run(put)
