"""Many desks enter marks while two people lock the item: every mark counts before the lock or is refused."""

from __future__ import annotations

import time
from decimal import Decimal
from threading import Barrier, Thread

from exam.errors import Conflict, ExamError, OutsideFault, RuleBroken
from exam.services import items, judging
from exam.services.journal import check_chain
from exam.unit_of_work import run as run_unit
from tests.conftest import PASSWORD
from tests.final_world import build

D = Decimal
DESKS = 6


def test_that_marks_under_a_hammer_count_before_the_lock_or_are_refused(run, database, office, recorder, rechecker):
    world = run(build)

    def fill(uow):
        for nominee in world.nominees:
            for judge in world.judges:
                judging.save_judge_mark(
                    uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=D(80)
                )

    run(fill, person=recorder)
    run(
        lambda uow: judging.verify_marks(uow, item_id=world.item, nominee_ids=world.nominees), person=rechecker
    )
    version = run(lambda uow: items.get_item(uow, item_id=world.item)).version
    barrier = Barrier(DESKS + 1)
    kept: dict[tuple[int, int], Decimal] = {}
    refused: list[str] = []
    strange: list[str] = []
    locked: list[bool] = []

    def saving(nominee: int, judge: int, points: Decimal):
        def call(uow):
            row = judging.get_entrant(uow, item_id=world.item, nominee_id=nominee)
            return judging.save_judge_mark(
                uow, item_id=world.item, nominee_id=nominee, judge_id=judge, points=points,
                seen_version=row.cells[judge].versions[0],
            )  # fmt: skip

        return call

    def enter(desk: int) -> None:
        nominee = world.nominees[desk]
        barrier.wait()
        for number, judge in enumerate(world.judges):
            points = D(60 + desk + number)
            call = saving(nominee, judge, points)
            while True:
                try:
                    run_unit(database, recorder, call)
                    kept[nominee, judge] = points
                except (Conflict, OutsideFault):
                    # Verified in the meantime, or the file was busy: nothing was saved, so it is tried again.
                    continue
                except RuleBroken as error:
                    refused.append(error.text)
                except ExamError as error:
                    strange.append(repr(error))
                break

    def lock() -> None:
        barrier.wait()
        for _ in range(40):
            try:
                run_unit(
                    database, office,
                    lambda uow: judging.lock_item(
                        uow, item_id=world.item, seen_version=version, witness=rechecker.name, password=PASSWORD
                    ),
                    serializable=True,
                )  # fmt: skip
                locked.append(True)
                return
            except (RuleBroken, Conflict, OutsideFault):
                # Marks that came before are not verified: the re-checker does that, then the lock is tried again.
                waiting = [row.nominee_id for row in run(lambda uow: judging.get_sheet(uow, item_id=world.item)).rows]
                try:
                    run_unit(
                        database, rechecker,
                        lambda uow, rows=waiting: judging.verify_marks(uow, item_id=world.item, nominee_ids=rows),
                    )  # fmt: skip
                except ExamError:
                    time.sleep(0.01)

    threads = [Thread(target=enter, args=(desk,)) for desk in range(DESKS)] + [Thread(target=lock)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(120)

    assert strange == []
    assert locked == [True]
    assert len(kept) + len(refused) == DESKS * len(world.judges)
    assert all("locked" in text for text in refused)
    sheet = run(lambda uow: judging.get_sheet(uow, item_id=world.item))
    assert sheet.item.locked
    for row in sheet.rows:
        assert row.progress.value == "verified"
        for judge, cell in row.cells.items():
            assert cell.points == kept.get((row.nominee_id, judge), D(80))
    assert run(check_chain).broken_at is None
