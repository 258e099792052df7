"""Totals, places and explanations for many entrants, against a plain loop over the same decimals.

``python -m tests.benchmarks.standings [ENTRANTS]``: 7 judges x 5 criteria, one run, ratios. The plain loop sums
the criteria, drops one highest and one lowest, averages, weighs and sorts; it rounds nothing and explains nothing.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import insert, select

from exam import journal, opening
from exam.access import Person, Role
from exam.rules.explain import explain_individual
from exam.services import competition, results
from exam.services.accounts import NOBODY
from exam.unit_of_work import read, run
from models.finals import Criterion, FinalItem, Nominee, Team
from models.judging import ItemMark, Judge, JudgeMark, PanelSeat
from models.people import Staff, Unit

JUDGES, CRITERIA, PER_TEAM = 7, 5, 4
MARKS = 40
OFFICE = Person(None, "benchmark", Role.OFFICE)


def fill(uow: Any, entrants: int) -> None:
    """A final of that many entrants with one written item and one panel item marked by criteria."""
    session = uow.session
    competition.create_competition(uow, name="Benchmark", year=2026)
    teams = (entrants + PER_TEAM - 1) // PER_TEAM
    session.execute(
        insert(Unit), [{"id": n + 1, "code": f"U{n:05d}", "name": f"Unit {n}", "position": n} for n in range(teams)]
    )
    session.execute(
        insert(Team), [{"id": n + 1, "unit_id": n + 1, "name": f"Team {n}", "position": n} for n in range(teams)]
    )
    people = range(entrants)
    session.execute(
        insert(Staff),
        [
            {"id": n + 1, "staff_number": f"N{n:06d}", "folded_number": f"n{n:06d}", "name": f"Person {n}",
             "unit_id": n // PER_TEAM + 1}
            for n in people
        ],
    )  # fmt: skip
    session.execute(
        insert(Nominee),
        [
            {"id": n + 1, "team_id": n // PER_TEAM + 1, "staff_id": n + 1, "entrant_code": f"A{n:05d}",
             "group_number": 1}
            for n in people
        ],
    )  # fmt: skip
    hundred = Decimal(100)
    session.add(FinalItem(id=1, key="w", name="W", kind="written", part="written", full=hundred, weight=hundred))
    session.add(
        FinalItem(id=2, key="p", name="P", kind="panel", part="on_site", full=hundred, weight=hundred, per_criterion=1)
    )
    session.flush()
    session.execute(insert(Judge), [{"id": n + 1, "name": f"Judge {n}"} for n in range(JUDGES)])
    session.execute(insert(PanelSeat), [{"item_id": 2, "judge_id": n + 1, "position": n} for n in range(JUDGES)])
    session.execute(
        insert(Criterion),
        [{"item_id": 2, "position": n + 1, "name": str(n), "full": Decimal(20)} for n in range(CRITERIA)],
    )
    signed = {"entered_by": "b", "entered_at": uow.now}
    session.execute(
        insert(ItemMark),
        [{"item_id": 1, "nominee_id": n + 1, "points": Decimal(60 + n % 41), **signed} for n in people],
    )
    session.execute(
        insert(JudgeMark),
        [
            {"item_id": 2, "nominee_id": n + 1, "judge_id": j + 1, "criterion_position": c + 1,
             "points": Decimal((n * 7 + j * 3 + c) % 81 + 120) / 10, **signed}
            for n in people for j in range(JUDGES) for c in range(CRITERIA)
        ],
    )  # fmt: skip
    uow.record(journal.JUDGE_MARK_SAVED, "benchmark")


def change_mark(uow: Any, nominee: int, *, clear: bool = False) -> None:
    """Another mark of some judge for some criterion, or none any more."""
    mark = uow.session.execute(
        select(JudgeMark).where(
            JudgeMark.nominee_id == nominee, JudgeMark.judge_id == random.randint(1, JUDGES),
            JudgeMark.criterion_position == random.randint(1, CRITERIA),
        )
    ).scalar_one()  # fmt: skip
    mark.points, mark.state = Decimal(random.randint(0, 200)) / 10, "given"
    if clear:
        mark.points, mark.state = None, "cleared"
    uow.record(journal.JUDGE_MARK_SAVED, "benchmark")


def plain_loop(uow: Any) -> list[tuple[Decimal, int]]:
    """What anybody would write in twenty lines: read the rows, add, trim, average, weigh, sort."""
    papers = {row[0]: row[1] for row in uow.session.execute(select(ItemMark.nominee_id, ItemMark.points))}
    given: dict[int, dict[int, Decimal]] = {}
    for nominee, judge, points in uow.session.execute(
        select(JudgeMark.nominee_id, JudgeMark.judge_id, JudgeMark.points)
    ):
        marks = given.setdefault(nominee, {})
        marks[judge] = marks.get(judge, Decimal(0)) + points
    totals: list[tuple[Decimal, int]] = []
    for nominee, marks in given.items():
        kept = sorted(marks.values())[1:-1]
        mean = sum(kept, Decimal(0)) / len(kept)
        totals.append((papers[nominee] * Decimal("0.3") + mean * Decimal("0.7"), nominee))
    return sorted(totals, reverse=True)


def timed(call: Callable[[], Any]) -> tuple[float, Any]:
    """CPU seconds of one call, and what it returned."""
    start = time.process_time()
    found = call()
    return time.process_time() - start, found


def main() -> None:
    """Print seconds and ratios."""
    entrants = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with TemporaryDirectory() as folder:
        database = opening.create_database(Path(folder) / "competition.db")
        run(database, NOBODY, lambda uow: fill(uow, entrants))
        loop: list[float] = []
        ours: list[float] = []
        snapshot: Any = None
        for _ in range(3):
            loop.append(timed(lambda: read(database, OFFICE, plain_loop))[0])
            seconds, snapshot = timed(lambda: read(database, OFFICE, results.calculate))
            ours.append(seconds)
        read(database, OFFICE, results.get_draft)
        again: list[float] = []
        for _ in range(MARKS):
            run(database, OFFICE, lambda uow: change_mark(uow, random.randint(1, entrants)))
            again.append(timed(lambda: read(database, OFFICE, results.get_draft))[0])
        again.sort()
        explaining, _ = timed(lambda: [explain_individual(snapshot, line) for line in snapshot.individuals[:200]])
        database.close()
    best = min(ours)
    print(f"entrants {entrants}, judges {JUDGES}, criteria {CRITERIA}")
    print(f"plain loop            {min(loop):7.3f} s")
    print(f"whole calculation     {best:7.3f} s   {best / min(loop):.2f} x the loop (aim: at most 3 x)")
    print(f"after a changed mark  {again[MARKS // 2] * 1000:7.2f} ms  (p95 {again[MARKS * 95 // 100] * 1000:.2f} ms)")
    print(f"one explanation       {explaining / 200 * 1000:7.2f} ms")


if __name__ == "__main__":
    main()
