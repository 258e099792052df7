"""Process start to the first painted window, against a bare QMainWindow of the same PySide6.

Prints two ratios from interleaved pairs: the frame (aim 1.25) and the overview filled with data of an
existing competition (aim 3.5). Run: ``uv run python tests/benchmarks/first_paint.py [PAIRS]``.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BARE = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, self.close)
app = QApplication(sys.argv[:1])
window = Window()
window.resize(1280, 820)
window.show()
sys.exit(app.exec())
"""


def seconds(command: list[str], folder: str) -> float:
    """Wall time of one whole process."""
    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_CONFIG_HOME": folder,
        "XDG_DATA_HOME": folder,
        # Both sides run from compiled files, as on an office machine after the first start.
        "PYTHONPYCACHEPREFIX": f"{folder}/compiled",
    }
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.perf_counter()
    subprocess.run(command, cwd=ROOT, env=env, check=True, stderr=subprocess.DEVNULL)
    return time.perf_counter() - began


def main(pairs: int) -> None:
    """Measure and print."""
    with tempfile.TemporaryDirectory() as folder:
        database = make_competition(Path(folder))
        bare = [sys.executable, "-c", BARE]
        program = [sys.executable, "main.py", "--database", str(database)]
        runs: dict[str, list[float]] = {"bare": [], "frame": [], "overview": []}
        for number in range(pairs + 1):
            measured = {
                "bare": seconds(bare, folder),
                "frame": seconds([*program, "--quit-after-first-paint"], folder),
                "overview": seconds([*program, "--quit-after-overview"], folder),
            }
            if number:  # the first round only warms the caches
                for name, value in measured.items():
                    runs[name].append(value)
    medians = {name: statistics.median(values) for name, values in runs.items()}
    for name, value in medians.items():
        print(f"{name:10} {value * 1000:7.1f} ms   {value / medians['bare']:.2f} x bare")


def make_competition(folder: Path) -> Path:
    """A competition that opens without a sign-in: a sample."""
    sys.path.insert(0, str(ROOT))
    from exam.progress import SILENT

    try:
        from exam.sample import open_sample
    except ImportError:
        return _small(folder / "small.db")
    return open_sample(folder, SILENT)


def _small(path: Path) -> Path:
    from exam.opening import create_database
    from exam.services.accounts import NOBODY, create_first_account
    from exam.services.competition import create_competition
    from exam.unit_of_work import run

    database = create_database(path)

    def fill(uow: object) -> None:
        create_competition(uow, name="2026年服务技能大赛", year=2026, sample=True)  # type: ignore[arg-type]
        create_first_account(uow, name="样例管理员", password="sample")  # type: ignore[arg-type]

    run(database, NOBODY, fill)
    database.close()
    return path


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 15)
