"""Several people at once: nothing is lost, the journal stays one chain, on both databases."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from exam import journal
from exam.errors import Conflict, OutsideFault
from exam.services import competition
from exam.services import journal as journal_service
from exam.unit_of_work import run as run_unit
from models.competition import Competition

WORKERS, ROUNDS = 4, 15


def test_that_no_change_is_lost_when_several_people_save(database, office, run):
    """Each round reads the row and writes one more; whoever was overtaken is told and tries again."""

    def one_more(uow):
        row = uow.session.get(Competition, 1)
        row.place = str(int(row.place or "0") + 1)
        uow.record(journal.COMPETITION_CHANGED, "place", new=row.place)

    def work(number: int) -> int:
        saved = 0
        while saved < ROUNDS:
            try:
                run_unit(database, office, one_more)
            except (Conflict, OutsideFault):
                continue
            saved += 1
        return saved

    with ThreadPoolExecutor(WORKERS) as pool:
        assert sum(pool.map(work, range(WORKERS))) == WORKERS * ROUNDS
    assert run(competition.get_competition).place == str(WORKERS * ROUNDS)
    check = run(journal_service.check_chain)
    assert check.broken_at is None


def test_that_serializable_units_are_repeated_not_refused(database, office, run):
    started = threading.Barrier(2)

    def set_both(uow):
        competition.get_rules(uow)
        competition.change_rule(uow, key="certificate_prefix", text=threading.current_thread().name)

    def work(number: int) -> None:
        started.wait(timeout=10)
        threading.current_thread().name = f"P{number}"
        run_unit(database, office, set_both, serializable=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, range(2)))
    changes = [e for e in run(journal_service.list_entries) if e.tag == journal.RULE_CHANGED.name]
    assert len(changes) == 2
    assert changes[0].details["old"] == changes[1].details["new"]


def test_that_a_failed_unit_keeps_nothing(run):
    def half(uow):
        competition.change_rule(uow, key="drop_low", text="2")
        raise RuntimeError("power")

    with pytest.raises(RuntimeError):
        run(half)
    assert run(competition.get_rules).drop_low == 1
    assert not [e for e in run(journal_service.list_entries) if e.tag == journal.RULE_CHANGED.name]
