"""The longest time the window does not answer while a roster of 20,000 rows is read, judged and shown.

    python tests/benchmarks/import_gap.py [ROWS]

Offscreen, with a timer of 5 ms that notes how late it comes. Aim: no gap over 100 ms.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "benchmarks")]


def main() -> None:
    """Measure and print."""
    from check_roster import make
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from exam import opening
    from exam.services import accounts, competition
    from exam.unit_of_work import run
    from ui import theme
    from ui.context import Context
    from ui.dialogs.roster_import import RosterImportDialog
    from ui.garbage import Garbage
    from ui.operations import Operations
    from ui.settings import Settings

    app = QApplication([])
    theme.register_fonts()
    theme.apply(app, "light", 100)
    folder = Path(tempfile.mkdtemp())
    path = folder / "roster.xlsx"
    make(path, int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)
    database = opening.create_database(folder / "competition.db")

    def furnish(uow: object) -> accounts.Person:
        competition.create_competition(uow, name="测试", year=2026)  # type: ignore[arg-type]
        return accounts.create_first_account(uow, name="办公室", password="sesame-123")  # type: ignore[arg-type]

    operations = Operations(database, run(database, accounts.NOBODY, furnish))
    context = Context(operations, Settings(folder / "settings.ini"))
    garbage = Garbage(operations)
    garbage.collect()
    seen: list[tuple[float, float]] = []
    last = time.perf_counter()

    def tick() -> None:
        nonlocal last
        now = time.perf_counter()
        seen.append((now - last, now))
        last = now

    timer = QTimer()
    timer.timeout.connect(tick)
    dialog = RosterImportDialog(context, path)
    dialog.open()
    app.processEvents()
    last = start = time.perf_counter()
    timer.start(5)
    while dialog.difference is None and time.perf_counter() - start < 60:
        app.processEvents()
        time.sleep(0.001)
    for _ in range(200):
        app.processEvents()
        time.sleep(0.001)
    gaps = sorted((gap for gap, _ in seen), reverse=True)
    rows = dialog.preview.lines.total
    print(
        f"{rows} rows in {time.perf_counter() - start:.2f} s, longest gaps "
        + ", ".join(f"{gap * 1000:.0f}" for gap in gaps[:5])
        + " ms (aim: at most 100)"
    )
    dialog.reject()
    garbage.stop()
    operations.close()


if __name__ == "__main__":
    main()
