"""Key press to paint and to saved, in a grid of 2,000 candidates (offscreen, SQLite file).

``python tests/benchmarks/mark_entry.py [ROWS] [MARKS]`` prints the 50th and 95th percentile in
milliseconds. Aim: painted within 16 ms, saved within 50 ms (p95); opening a sitting of 20,000 under 1 s.
"""

from __future__ import annotations

import os
import random
import sqlite3
import sys
import tempfile
import time
from contextlib import closing
from pathlib import Path
from typing import Any

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QAbstractTableModel, QEvent, QEventLoop, QModelIndex, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTableView

from exam import opening
from exam.services import accounts, competition, marks, sittings
from exam.services.overview import get_overview
from exam.unit_of_work import read, run
from tests.written import add_drawn_people
from ui import theme
from ui.context import Context
from ui.operations import Operations
from ui.settings import Settings


class PaintWatch(QObject):
    """Notes when something in the grid was last painted."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = self.worked = 0.0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.painted, self.worked = time.perf_counter(), time.thread_time()
        return False


def percentile(values: list[float], share: float) -> float:
    """The value below which ``share`` of the values lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def report(name: str, seconds: list[float], aim: float) -> None:
    """One line: p50 and p95 in milliseconds beside the aim."""
    half, most = (percentile(seconds, share) * 1000 for share in (0.5, 0.95))
    print(f"{name:<28} p50 {half:6.1f} ms   p95 {most:6.1f} ms   (aim p95 <= {aim:.0f} ms, n = {len(seconds)})")


def took(name: str, rows: int, began: float, worked: float) -> None:
    """One line: by the clock, and of this process's own work on both threads."""
    clock, work = time.perf_counter() - began, time.process_time() - worked
    print(f"{name:<28} {clock * 1000:10.0f} ms   own work {work * 1000:6.0f} ms   ({rows} candidates)")


def furnish(folder: Path, rows: int) -> tuple[Any, Any, int]:
    """A competition with one sitting of ``rows`` candidates."""
    database = opening.create_database(folder / "competition.db")

    def start(uow: Any) -> Any:
        competition.create_competition(uow, name="2026年服务技能大赛", year=2026)
        return accounts.create_first_account(uow, name="王办公", password="sesame-123")

    office = run(database, accounts.NOBODY, start)
    run(database, office, lambda uow: add_drawn_people(uow, units=20, people=rows // 20, waiting=0))
    sitting = run(database, office, lambda uow: sittings.make_sitting(uow))
    return database, office, sitting.id


def main(rows: int, typed: int) -> None:
    """Type ``typed`` marks into a grid of ``rows`` and print the times."""
    app = QApplication([])
    theme.register_fonts()
    theme.apply(app, "light")
    from ui.pages.written import WrittenPage

    with tempfile.TemporaryDirectory() as name:
        database, office, sitting_id = furnish(Path(name), rows)
        began, worked = time.perf_counter(), time.process_time()
        read(database, office, lambda uow: marks.list_marks(uow, sitting_id=sitting_id))
        took("read the sitting", rows, began, worked)
        operations = Operations(database, office)
        page = WrittenPage(Context(operations, Settings(Path(name) / "settings.ini")))
        # As in the window: the page and the navigation follow every change.
        operations.changed.connect(lambda topics: page.refresh())
        operations.changed.connect(lambda topics: operations.read(page, get_overview))
        page.resize(1200, 800)
        page.show()
        began, worked = time.perf_counter(), time.process_time()
        page.refresh()
        settle(app, operations)
        app.processEvents()
        took("open the sitting", rows, began, worked)
        measure(app, page, operations, typed)
        operations.close()
        page.close()
        database.close()
        bare_save(Path(name) / "competition.db", typed)
    bare_paint(app, rows, typed)


def bare_save(path: Path, typed: int) -> None:
    """The yardstick of a save: the driver alone changes one mark and commits, as safely as the program does."""
    saves: list[float] = []
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        for number in range(typed):
            began = time.perf_counter()
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("UPDATE written_mark SET points = ? WHERE id = ?", (number * 1000, number + 1))
            connection.execute("COMMIT")
            saves.append(time.perf_counter() - began)
    report("bare SQL update and commit", saves, 50)


class Plain(QAbstractTableModel):
    """Numbers and nothing else."""

    def __init__(self, rows: int) -> None:
        super().__init__()
        self.rows = rows

    def rowCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return self.rows

    def columnCount(self, parent: Any = QModelIndex()) -> int:  # noqa: B008
        return 8

    def data(self, index: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None


def bare_paint(app: QApplication, rows: int, typed: int) -> None:
    """The yardstick of a key press: the cursor of a bare table goes down by one row."""
    watch, view, model = PaintWatch(), QTableView(), Plain(rows)
    view.setModel(model)
    view.resize(1000, 600)
    view.show()
    view.viewport().installEventFilter(watch)
    view.setCurrentIndex(model.index(0, 0))
    app.processEvents()
    report("bare QTableView, key to paint", [press(app, watch, view, Qt.Key.Key_Down)[0] for _ in range(typed)], 16)


def settle(app: QApplication, operations: Operations) -> None:
    """Let everything under way come to its end."""
    while True:
        app.processEvents()
        if not operations.busy:
            return
        time.sleep(0.001)


def measure(app: QApplication, page: Any, operations: Operations, typed: int) -> None:
    """Digits and Enter, as fast as a recorder could ever type."""
    watch = PaintWatch()
    grid = page.grid
    grid.viewport().installEventFilter(watch)
    saved_at: list[float] = []
    answered = grid.saved

    def saved(*given: Any) -> None:
        answered(*given)
        saved_at.append(time.perf_counter())
        loop.quit()

    loop = QEventLoop()
    grid.saved = saved
    paints: list[tuple[float, float]] = []
    saves: list[float] = []
    works: list[float] = []
    random.seed(1)
    grid.setFocus()
    for _ in range(typed):
        text = str(random.randrange(400, 1000) / 10)
        for sign in text:
            editor = grid._editor
            if editor is not None:
                editor.installEventFilter(watch)
            paints.append(press(app, watch, editor or grid, sign))
        began, worked = time.perf_counter(), time.process_time()
        saved_at.clear()
        paints.append(press(app, watch, grid._editor, Qt.Key.Key_Return))
        if not saved_at:
            # A sleeping event loop, as in the program: a spinning one would fight the database thread.
            loop.exec()
        saves.append(saved_at[0] - began)
        works.append(time.process_time() - worked)
        settle(app, operations)
    report("key press to paint", [clock for clock, _ in paints], 16)
    # On a machine that others use, the clock also shows their work.
    report("  of its own work", [work for _, work in paints], 16)
    report("Enter to saved", saves, 50)
    report("  of its own work", works, 50)


def press(app: QApplication, watch: PaintWatch, target: Any, key: str | Qt.Key) -> tuple[float, float]:
    """Seconds from a key press until what it changed is painted: by the clock, and of this thread's work."""
    began, worked = time.perf_counter(), time.thread_time()
    if isinstance(key, str):
        QTest.keyClicks(target, key)
    else:
        QTest.keyClick(target, key)
    while watch.painted < began:
        app.processEvents()
    return watch.painted - began, watch.worked - worked


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000, int(sys.argv[2]) if len(sys.argv) > 2 else 200)
