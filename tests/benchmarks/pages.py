"""How long every page takes from showing it to being painted with its data.

``python -m tests.benchmarks.pages [ENTRANTS] [PAGE ...]`` fills a final of that many entrants (default 5,000 x 7
judges x 5 criteria). Other databases are measured with :func:`measure_pages`. Aim: each page below 1 s, and no
single turn of the event loop in which the window could not answer for long.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from exam import opening
from exam.access import Person
from exam.services import accounts
from exam.services.competition import get_competition
from exam.unit_of_work import read, run
from models.database import Database
from ui import theme
from ui.context import Context
from ui.operations import Operations
from ui.page_stack import PageStack
from ui.pages.page import Page
from ui.pages.registry import PAGES, may_see
from ui.settings import Settings

AIM = 1.0


@dataclass(frozen=True, slots=True)
class Opened:
    """One page: seconds by the clock, seconds of this process's own work, and the longest turn of its event loop."""

    key: str
    seconds: float
    work: float
    longest_turn: float

    def line(self) -> str:
        """The line that is printed."""
        slow = "   TOO SLOW" if self.work > AIM else ""
        return (
            f"{self.key:<18} {self.seconds * 1000:7.0f} ms   own work {self.work * 1000:7.0f} ms   "
            f"longest turn {self.longest_turn * 1000:6.0f} ms{slow}"
        )


def application() -> QApplication:
    """The one application, in the light look."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        # No collection on a worker thread, where it could destroy widgets (see ui.garbage).
        gc.disable()
        app = QApplication(["muster-benchmark"])
        theme.register_fonts()
        theme.apply(app, "light")
    return app


def measure_pages(database: Database, person: Person, folder: Path, keys: Sequence[str] = ()) -> list[Opened]:
    """Open every page that ``person`` may see (or only ``keys``), each for the first time."""
    app = application()
    operations = Operations(database, person)
    context = Context(operations, Settings(folder / "settings.ini"))
    context.competition = read(database, person, get_competition)
    window = QWidget()
    stack = PageStack(context, lambda: Page(context))
    QVBoxLayout(window).addWidget(stack)
    window.resize(1280, 820)
    window.show()
    found: list[Opened] = []
    for entry in PAGES:
        if may_see(entry.key, person) and (not keys or entry.key in keys):
            found.append(_open(app, stack, operations, entry.key))
    operations.close()
    window.close()
    return found


def _open(app: QApplication, stack: PageStack, operations: Operations, key: str) -> Opened:
    gc.collect()
    clock, work = time.perf_counter(), time.process_time()
    page: Any = stack.show_page(key)
    if page is None:
        raise AssertionError(f"the page {key} could not be made")
    longest = time.perf_counter() - clock
    while True:
        began = time.perf_counter()
        app.processEvents()
        longest = max(longest, time.perf_counter() - began)
        if not operations.busy:
            break
        time.sleep(0.001)
    began = time.perf_counter()
    app.processEvents()
    page.repaint()
    longest = max(longest, time.perf_counter() - began)
    return Opened(key, time.perf_counter() - clock, time.process_time() - work, longest)


def report(found: Sequence[Opened]) -> None:
    """Print every page."""
    for one in found:
        print(one.line(), flush=True)


def main() -> None:
    """A final of many entrants."""
    from tests.benchmarks.standings import fill

    entrants = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with TemporaryDirectory() as name:
        folder = Path(name)
        database = opening.create_database(folder / "competition.db")
        run(database, accounts.NOBODY, lambda uow: fill(uow, entrants))
        office = run(
            database, accounts.NOBODY,
            lambda uow: accounts.create_first_account(uow, name="Office", password="sesame-123"),
        )  # fmt: skip
        print(f"a final of {entrants} entrants; aim: below {AIM:.0f} s")
        report(measure_pages(database, office, folder, sys.argv[2:]))
        database.close()


if __name__ == "__main__":
    main()
