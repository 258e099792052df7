"""The pages of the written round with 20,000 candidates in one sitting, and what stands behind them.

``python -m tests.benchmarks.written_round [CANDIDATES] [FOLDER]`` prints the opening of each page, the effect of a
correction and the second calculation, each with the bare SQL of the same rows beside it. With FOLDER the database is
kept there and used again. Aim: every page below 1 s of its own work.
"""

from __future__ import annotations

import sqlite3
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert, update

from exam import journal, opening
from exam.access import Person, Role
from exam.rules.marks import Attendance
from exam.rules.seating import seat_labels
from exam.services import accounts, competition, corrections, recheck, result_units, rooms, sitting_locks, sittings
from exam.unit_of_work import read, run
from models.database import Database
from models.draws import Draw, Pick
from models.people import Staff, Unit
from models.sittings import Candidate, WrittenMark
from tests.benchmarks.pages import measure_pages, report
from tests.written import NAMES

SECTIONS = (("客观题", Decimal(60)), ("主观题", Decimal(40)))
PAGES = ("written", "recheck", "written_results", "exam_day", "rooms")
UNITS, DESKS = 40, (6, 5)


def fill(database: Database, people: int) -> Person:
    """One locked sitting with rooms, seats and marks, and a drawn recheck; the office."""

    def start(uow: Any) -> Person:
        competition.create_competition(uow, name="2026年服务技能大赛暨全员大比武", year=2026, host="示例通信公司")
        return accounts.create_first_account(uow, name="王办公", password="sesame-123")

    office = run(database, accounts.NOBODY, start)
    row = run(database, office, lambda uow: accounts.add_account(
        uow, name="孙监督", password="sesame-123", role=Role.OFFICE
    ))  # fmt: skip
    witness = Person(row.id, row.name, row.role, row.judge_id)
    run(database, office, lambda uow: _draw(uow, people))
    begins = datetime.now(UTC) - timedelta(hours=3)
    sitting = run(database, office, lambda uow: sittings.make_sitting(uow, starts_at=begins, sections=SECTIONS))
    run(database, office, lambda uow: _seats(uow, sitting.id, people))
    run(database, office, lambda uow: _marks(uow, sitting, witness))
    run(database, office, lambda uow: sitting_locks.lock_sitting(
        uow, sitting_id=sitting.id, seen_version=sittings.get_sitting(uow, sitting_id=sitting.id).version,
        witness=witness,
    ))  # fmt: skip
    run(database, office, lambda uow: _recheck(uow, sitting.id))
    return office


def _draw(uow: Any, people: int) -> None:
    draw = Draw(kind="exam", label="CSC-2026-exam", number=1, state="run", freeze_code="f" * 64, dice="3" * 20)
    uow.session.add(draw)
    uow.session.add_all(Unit(code=f"U{n:02}", name=f"第{n}分公司", position=n) for n in range(1, UNITS + 1))
    uow.session.flush()
    units = [unit.id for unit in uow.session.query(Unit).order_by(Unit.position)]
    staff = [
        {
            "staff_number": f"{n:07}", "folded_number": f"{n:07}", "name": NAMES[n % len(NAMES)], "initials": "zw",
            "name_key": "zhang wei", "unit_id": units[n % UNITS],
        }
        for n in range(people)
    ]  # fmt: skip
    uow.session.execute(insert(Staff), staff)
    ids = dict(uow.session.query(Staff.staff_number, Staff.id).all())
    uow.session.execute(insert(Pick), [
        {
            "draw_id": draw.id, "stratum": "U", "kind": "D", "position": at, "staff_id": ids[one["staff_number"]],
            "staff_number": one["staff_number"], "name": one["name"], "ticket": f"0.{at:07}", "state": "valid",
        }
        for at, one in enumerate(staff, 1)
    ])  # fmt: skip
    uow.record(journal.DRAW_RUN, "exam")


def _seats(uow: Any, sitting_id: int, people: int) -> None:
    """Everybody in a room, in the order of the tickets: the lot itself is measured elsewhere."""
    down, across = DESKS
    count = -(-people // (down * across))
    for first in range(0, count, 50):
        rooms.add_rooms(
            uow, sitting_id=sitting_id, name=f"第{first + 1}考场", rows=down, columns=across,
            count=min(50, count - first),
        )  # fmt: skip
    labels = list(seat_labels(down, across, []).items())
    found = rooms.list_rooms(uow, sitting_id=sitting_id)
    ids = list(uow.session.scalars(Candidate.__table__.select().order_by(Candidate.ticket_number)))
    table: Any = Candidate.__table__
    values: list[dict[str, Any]] = []
    for at, candidate in enumerate(ids):
        room, ((row, column), label) = found[at // len(labels)], labels[at % len(labels)]
        state = (Attendance.ABSENT if at % 50 == 7 else Attendance.PRESENT).value
        values.append({
            "id": candidate, "room_id": room.id, "room": room.name, "seat": label, "seat_row": row,
            "seat_column": column, "attendance": state, "version": 1,
        })  # fmt: skip
    uow.session.execute(update(Candidate), values)
    uow.record(journal.SEATS_DRAWN, table.name)


def _marks(uow: Any, sitting: sittings.SittingRow, other: Person) -> None:
    query = Candidate.__table__.select().where(Candidate.attendance == Attendance.PRESENT.value)
    stamp = {
        "entered_by": uow.person.name, "entered_by_id": uow.person.account_id, "entered_at": uow.now,
        "verified_by": other.name, "verified_by_id": other.account_id, "verified_at": uow.now,
    }  # fmt: skip
    lines: list[dict[str, Any]] = []
    for at, candidate in enumerate(uow.session.scalars(query)):
        for part, most in zip(sitting.sections, (601, 401), strict=True):
            points = Decimal((at * 37 + part.id * 11) % most) / 10
            lines.append({"candidate_id": candidate, "section_id": part.id, "points": points, **stamp})
    uow.session.execute(insert(WrittenMark), lines)
    uow.record(journal.MARKS_IMPORTED, sitting.name)


def _recheck(uow: Any, sitting_id: int) -> None:
    sheet = recheck.freeze_recheck(uow, sitting_id=sitting_id)
    known = sheet.recheck
    assert known is not None
    dice = "01382438112797316654"
    recheck.draw_recheck(uow, recheck_id=known.id, seen_version=known.version, dice=dice, again=dice)


def timed(name: str, call: Callable[[], Any], bare: float = 0.0) -> Any:
    """Run ``call`` and print its own work, and its ratio to the yardstick ``bare`` (seconds)."""
    worked = time.process_time()
    found = call()
    work = time.process_time() - worked
    ratio = f"   {work / bare:5.1f} x bare" if bare else ""
    print(f"{name:<44} own work {work * 1000:7.0f} ms{ratio}", flush=True)
    return found


def bare_sql(path: Path, text: str) -> float:
    """Seconds of work to read the same rows with the driver alone."""
    with sqlite3.connect(path) as connection:
        worked = time.process_time()
        connection.execute(text).fetchall()
        return time.process_time() - worked


MARKS = """SELECT c.id, c.ticket_number, c.room, c.seat, c.attendance, s.name, s.staff_number, u.name, m.section_id,
           m.points, m.version, m.entered_by, m.verified_by
           FROM candidate c JOIN staff s ON s.id = c.staff_id JOIN unit u ON u.id = c.unit_id
           LEFT JOIN written_mark m ON m.candidate_id = c.id ORDER BY c.ticket_number"""
SUMS = """SELECT c.unit_id, c.attendance, count(m.points), sum(m.points) FROM candidate c
          LEFT JOIN written_mark m ON m.candidate_id = c.id AND m.entry = 1 GROUP BY c.id"""


def main(people: int, folder: Path) -> None:
    """Make or open the database, and measure."""
    path = folder / f"written-{people}.db"
    if path.exists():
        database = opening.open_database(path, check=False)
        office = Person(1, "王办公", Role.OFFICE, None)
    else:
        database = opening.create_database(path)
        office = fill(database, people)
    print(f"{people} candidates in one sitting")
    marks, sums = bare_sql(path, MARKS), bare_sql(path, SUMS)
    print(f"bare SQL of all marks {marks * 1000:.0f} ms, of the sum of each paper {sums * 1000:.0f} ms")
    report(measure_pages(database, office, folder, PAGES))
    measure_services(database, office, marks, sums)
    database.close()


def measure_services(database: Database, office: Person, marks: float, sums: float) -> None:
    """What the pages and dialogs ask for."""
    timed("averages of all units", lambda: read(database, office, result_units.list_unit_averages), sums)
    sheet = timed("read the recheck", lambda: read(
        database, office, lambda uow: recheck.get_recheck(uow, sitting_id=1)
    ), marks)  # fmt: skip
    line = sheet.rows[0]
    found = timed("find a paper by its number", lambda: read(
        database, office, lambda uow: corrections.find_paper(uow, code=line.code)
    ))  # fmt: skip
    part = found.sections[0]
    other = part.points - 1 if part.points else Decimal(1)
    for again in ("effect of a correction", "the same once more"):
        timed(again, lambda: read(database, office, lambda uow: corrections.get_effect(
            uow, candidate_id=found.candidate_id, section_id=part.section_id, points=other
        )), marks)  # fmt: skip
    timed("list of the corrections", lambda: read(database, office, corrections.list_corrections))


if __name__ == "__main__":
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    if len(sys.argv) > 2:
        main(size, Path(sys.argv[2]))
    else:
        with TemporaryDirectory() as name:
            main(size, Path(name))
