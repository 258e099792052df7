"""A sheet of 5,000 results, header repeated, against typst with the same rows.

Run: ``python tests/benchmarks/result_table.py [rows] [rounds]``. Each maker runs in a process of its own, in
turn; wall seconds of the making and CPU seconds of the whole process are printed with their ratios.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰"


def lines(count: int) -> list[tuple[int, str, str, str, Decimal, Decimal, Decimal]]:
    """Place, code, name, unit, written, on-site, total of invented people."""
    found = []
    for at in range(count):
        total = Decimal(9999 - at) / 100
        name = SURNAMES[at % 20] + GIVEN[at % 25] + (GIVEN[at // 25 % 25] if at % 3 else "")
        found.append((at + 1, f"A{at + 1:05d}", name, f"第{at % 12 + 1}分公司", total, total, total))
    return found


def make_ours(folder: Path, count: int) -> None:
    from exam.documents.individual_results import individual_results
    from exam.documents.texts import texts_of
    from exam.rules.results import IndividualLine, Snapshot

    individuals = tuple(
        IndividualLine(place, code, code, name, "", unit, "", (), written, on_site, Decimal(0), total)
        for place, code, name, unit, written, on_site, total in lines(count)
    )
    snapshot = Snapshot(
        "服务技能大赛", 2026, "公司", "", "zh", "2026-11-22T10:32", 1, "3f9a1c0b77d2", (), individuals, (), (), ()
    )
    (folder / "ours.pdf").write_bytes(individual_results(snapshot, texts_of("zh")))


def make_typst(folder: Path, count: int) -> None:
    import typst

    typst.compile(
        str(folder / "result_table.typ"),
        output=str(folder / "typst.pdf"),
        font_paths=[str(ROOT / "resources" / "fonts")],
        ignore_system_fonts=True,
        pdf_tags=False,
    )


def run(maker: str, folder: Path, count: int) -> tuple[float, float, float]:
    """Wall seconds of the making, CPU seconds and peak MiB of its process."""
    command = [sys.executable, __file__, "--make", maker, str(folder), str(count)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    wall, cpu, peak = done.stdout.split()
    return float(wall), float(cpu), float(peak)


def main() -> None:
    if sys.argv[1:2] == ["--make"]:
        maker, folder, count = sys.argv[2], Path(sys.argv[3]), int(sys.argv[4])
        start = time.perf_counter()
        (make_ours if maker == "ours" else make_typst)(folder, count)
        wall = time.perf_counter() - start
        used = resource.getrusage(resource.RUSAGE_SELF)
        print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    rounds = int(sys.argv[2]) if len(sys.argv) > 2 else 5
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        source = ROOT / "tests" / "benchmarks" / "typst" / "result_table.typ"
        (folder / "result_table.typ").write_text(source.read_text("utf-8"), "utf-8")
        rows = [
            (str(place), code, name, unit, str(written), str(on_site), "", str(total), "")
            for place, code, name, unit, written, on_site, total in lines(count)
        ]
        (folder / "rows.json").write_text(json.dumps(rows, ensure_ascii=False), "utf-8")
        runs: dict[str, list[tuple[float, float, float]]] = {"ours": [], "typst": []}
        for _ in range(rounds):
            for maker, results in runs.items():
                results.append(run(maker, folder, count))
    shown = [{maker: median(r[at] for r in results) for maker, results in runs.items()} for at in range(3)]
    wall, cpu, peak = shown
    print(f"{count} rows, {rounds} rounds, medians")
    for maker in runs:
        print(f"  {maker:6} wall {wall[maker]:.3f} s  cpu {cpu[maker]:.3f} s  peak {peak[maker]:.0f} MiB")
    print(f"  ratio  wall {wall['ours'] / wall['typst']:.2f}  cpu {cpu['ours'] / cpu['typst']:.2f}  (aim <= 0.50)")


if __name__ == "__main__":
    main()
