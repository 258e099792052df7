"""check-roster against openpyxl `read_only` merely iterating the same file: 20,000 rows x 10 columns.

    python tests/benchmarks/check_roster.py [ROWS] [PAIRS]

Each run is a process of its own, start included, in interleaved pairs; prints the medians and the ratio.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from datetime import date
from pathlib import Path

import openpyxl

ROOT = Path(__file__).resolve().parents[2]
OURS = "import sys; from exam.files.roster import check_roster; assert check_roster(sys.argv[1]).accepted"
PLAIN = (
    "import sys, openpyxl\n"
    "sheet = openpyxl.load_workbook(sys.argv[1], read_only=True).active\n"
    "for row in sheet.iter_rows(values_only=True): pass"
)


def make(path: Path, rows: int) -> None:
    """A roster of ten columns, with dates and rare characters."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("花名册")
    sheet.append(["序号", "工号", "姓名", "性别", "单位", "营业厅", "岗位", "入职日期", "是否在岗", "是否持证"])
    for n in range(rows):
        sheet.append(
            [n + 1, f"{n:06d}", "张" + chr(0x4E00 + n % 8000) + "伟", "男女"[n % 2], f"第{n % 30}分公司",
             f"{n % 400}号营业厅", "营业员", date(2005 + n % 15, 1 + n % 12, 1 + n % 28), "是", "是否"[n % 2]]
        )  # fmt: skip
    book.save(path)


def seconds(code: str, path: Path) -> float:
    """The time of one process."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, str(path)], cwd=ROOT, check=True)
    return time.perf_counter() - start


def main() -> None:
    """Measure and print."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    pairs = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "roster.xlsx"
        make(path, rows)
        ours, plain = zip(*[(seconds(OURS, path), seconds(PLAIN, path)) for _ in range(pairs)], strict=True)
    a, b = statistics.median(ours), statistics.median(plain)
    print(f"check-roster {a:.2f} s, openpyxl read_only {b:.2f} s, ratio {a / b:.2f} (aim: at most 2)")


if __name__ == "__main__":
    main()
