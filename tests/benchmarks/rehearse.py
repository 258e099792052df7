"""A whole rehearsal on the sample: at most 15 s of CPU, children (the import gate) included.

Run from the project's folder: ``python tests/benchmarks/rehearse.py``.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
LIMIT = 15.0


def main() -> int:
    """Rehearse once and compare; exit code 1 above the limit."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out"
        subprocess.run([sys.executable, "main.py", "rehearse", str(target)], cwd=ROOT, check=True, capture_output=True)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        summary = json.loads((target / "summary.json").read_text("utf-8"))
    cpu = used.ru_utime + used.ru_stime
    for name, seconds in sorted(summary["seconds"].items(), key=lambda pair: -pair[1])[:6]:
        print(f"{seconds:8.2f} s  {name}")
    print(f"rehearse: {cpu:.1f} s of CPU, limit {LIMIT:.0f} s, {used.ru_maxrss / 1024:.0f} MiB")
    return int(cpu > LIMIT)


if __name__ == "__main__":
    sys.exit(main())
