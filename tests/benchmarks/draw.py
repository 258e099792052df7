"""How fast a draw is, as a ratio in one run: ``python tests/benchmarks/draw.py``.

The peer only hashes the same bytes with hashlib. Aim: at most 2.2 for 100,000 staff in 500 strata;
freezing and exporting 100,000 rows under 3 s of CPU.
"""

from __future__ import annotations

import sys
import tempfile
import time
from hashlib import sha256
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from exam.files import draw_folder
from exam.rules import frozen
from exam.rules.draw import Quota, draw, seed_of
from exam.services.draw_rows import DrawFolder

DICE = "01382438112797316654"
STRATA, EACH = 500, 200


def cpu(call: object, times: int = 7) -> float:
    """The least CPU time of some calls, in seconds."""
    best = float("inf")
    for _ in range(times):
        start = time.process_time()
        call()  # type: ignore[operator]
        best = min(best, time.process_time() - start)
    return best


def main() -> None:
    """Print the figures."""
    strata = {f"U{number:03d}": [f"{number:03d}{member:05d}" for member in range(EACH)] for number in range(STRATA)}
    plan = [Quota(code, 20, 5) for code in strata]
    everybody = [number for numbers in strata.values() for number in numbers]
    seed = seed_of("B-exam", "0" * 64, DICE)
    prefix = sha256(seed.encode()).hexdigest()

    def hash_only() -> None:
        for number in everybody:
            sha256((prefix + number).encode()).digest()

    ours, peer = cpu(lambda: draw(seed, strata, plan)), cpu(hash_only)
    print(f"draw of {len(everybody):,} in {STRATA} strata: {ours:.3f} s; hashing alone: {peer:.3f} s")
    print(f"ratio {ours / peer:.2f} (aim 2.2)")

    def export() -> None:
        rows = [(code, number, "张三") for code, numbers in strata.items() for number in numbers]
        files = frozen.frozen_files("B-exam", [], rows, [], plan)
        with tempfile.TemporaryDirectory() as folder:
            code = frozen.freeze_code(files[frozen.MANIFEST])
            draw_folder.write_folder(DrawFolder("B-exam", "exam", code, files, DICE, b""), Path(folder))

    print(f"freeze and export of {len(everybody):,} rows: {cpu(export, 3):.2f} s CPU (aim 3)")


if __name__ == "__main__":
    main()
