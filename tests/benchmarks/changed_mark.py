"""From a changed mark to new standings on the page, in a final of many entrants (offscreen, SQLite file).

``python -m tests.benchmarks.changed_mark [ENTRANTS] [MARKS] [published] [codes]`` prints the 50th and 95th percentile
in milliseconds, by the clock from the signal that something changed until the page is laid out and painted where it
changed, and of the program's own work (on a machine that others use, the clock also shows theirs). ``published``: a
publication stands, ``codes``: seen by somebody who may see codes only. Aim: within 50 ms.
"""

from __future__ import annotations

import os
import random
import sys
import time
from dataclasses import replace
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop

from exam import opening
from exam.access import Role
from exam.rules.awards import AwardSpec
from exam.services import accounts, awards, publications, results
from exam.services.overview import get_overview
from exam.unit_of_work import read, run
from tests.benchmarks.pages import application
from tests.benchmarks.standings import CRITERIA, JUDGES, change_mark, fill, timed
from ui.context import Context
from ui.operations import Operations
from ui.settings import Settings

AIM = 50
AWARDS = (("individual", 50), ("individual", 150), ("team", 30), ("item", 20))


class Watch:
    """Notes when a change was told, when the page had been painted with it, and the work in between.

    Work is that of the database thread for the standings and of the window's thread; the counts of the navigation,
    which are read after the standings and shown after them, are not on the way.
    """

    def __init__(self, page: Any) -> None:
        self._page = page
        self._loop = QEventLoop()
        self._show, page._show = page._show, self._note
        self._read, publications.get_standings = publications.get_standings, self._look
        self._told = (0.0, 0.0)
        self.clock = self.reading = self.showing = 0.0

    def tell(self, topics: object) -> None:
        """Connected to the signal of changes."""
        self._told = (time.perf_counter(), time.thread_time())

    def _look(self, uow: Any, **more: Any) -> Any:
        began = time.thread_time()
        found = self._read(uow, **more)
        self.reading = time.thread_time() - began
        return found

    def _note(self, found: Any) -> None:
        self._show(found)
        for kind in (QEvent.Type.LayoutRequest, QEvent.Type.UpdateRequest):
            QCoreApplication.sendPostedEvents(None, kind.value)
        self.clock, self.showing = time.perf_counter() - self._told[0], time.thread_time() - self._told[1]
        self._loop.quit()

    def wait(self) -> tuple[float, float, float]:
        """Sleep until the change is on screen; seconds by the clock, of work, and of the window's part of it."""
        self._loop.exec()
        return self.clock, self.reading + self.showing, self.showing


def percentile(values: list[float], share: float) -> float:
    """The value in milliseconds below which ``share`` of the values lie."""
    return sorted(values)[min(len(values) - 1, int(share * len(values)))] * 1000


def report(name: str, seconds: list[float]) -> None:
    """One line beside the aim."""
    half, most = (percentile(seconds, share) for share in (0.5, 0.95))
    print(f"{name:<44} p50 {half:6.1f} ms   p95 {most:6.1f} ms   (aim p95 <= {AIM} ms, n = {len(seconds)})", flush=True)


def main(entrants: int, marks: int, *, published: bool = False, codes: bool = False) -> None:
    """Change marks and print the times."""
    app = application()
    from ui.pages.standings import StandingsPage

    random.seed(1)
    with TemporaryDirectory() as name:
        database = opening.create_database(Path(name) / "competition.db")
        run(database, accounts.NOBODY, lambda uow: fill(uow, entrants))
        office = run(
            database, accounts.NOBODY,
            lambda uow: accounts.create_first_account(uow, name="Office", password="sesame-123"),
        )  # fmt: skip
        for scope, count in AWARDS:
            spec = AwardSpec(scope, f"{scope} {count}", "count", Decimal(count))
            run(database, office, lambda uow, spec=spec: awards.add_award_rule(uow, spec=spec))
        if published:
            run(database, office, lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True)
        whole, _ = timed(lambda: read(database, office, results.get_draft))
        print(f"entrants {entrants}, judges {JUDGES}, criteria {CRITERIA}; whole calculation {whole * 1000:.0f} ms")
        person = replace(office, role=Role.RECHECKER) if codes else office
        read(database, person, publications.get_standings)
        service: list[float] = []
        for _ in range(marks):
            run(database, office, lambda uow: change_mark(uow, random.randint(1, entrants)))
            service.append(timed(lambda: read(database, person, publications.get_standings))[0])
        report("standings after a mark, own work", service)
        operations = Operations(database, person)
        page = StandingsPage(Context(operations, Settings(Path(name) / "settings.ini")))
        page.resize(1200, 800)
        page.show()
        page.refresh()
        while operations.busy:
            app.processEvents()
        watch = Watch(page)
        operations.changed.connect(watch.tell)
        operations.changed.connect(lambda topics: page.refresh())
        operations.changed.connect(lambda topics: operations.read(page, get_overview))
        page.tables.individuals.setCurrentIndex(page.tables.individuals.rows_model.index(entrants // 2, 0))
        clearing = cycle((True, False))
        for title, make in (
            ("a mark of anybody", lambda: (random.randint(1, entrants), False)),
            ("a mark of the chosen entrant", lambda: (page.tables.current_line().nominee_id, False)),
            ("a cleared mark or any: places move on", lambda: (random.randint(1, 50), next(clearing))),
        ):
            clock: list[float] = []
            work: list[float] = []
            shown: list[float] = []
            for _ in range(marks):
                nominee, clear = make()
                operations.write(
                    page, lambda uow, one=nominee, clear=clear: change_mark(uow, one, clear=clear), person=office
                )
                for kept, seconds in zip((clock, work, shown), watch.wait(), strict=True):
                    kept.append(seconds)
                while operations.busy:
                    app.processEvents()
                    time.sleep(0.001)
            report(title, clock)
            report("  of its own work", work)
            report("  of that on the window's thread", shown)
        operations.close()
        page.close()
        database.close()


if __name__ == "__main__":
    sizes = [int(word) for word in sys.argv[1:] if word.isdigit()]
    sizes += (5000, 30)[len(sizes) :]
    main(*sizes, published="published" in sys.argv, codes="codes" in sys.argv)
