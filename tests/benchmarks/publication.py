"""Publishing a final of many entrants, and the second calculation, against a plain loop over the same decimals.

``python -m tests.benchmarks.publication [ENTRANTS]``: 7 judges x 5 criteria, interim results, CPU seconds of one run
each. Publishing calculates twice (certificate numbers first), runs the second calculation from the journal and
freezes the text; opening reads it back.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from exam import opening
from exam.services import publications, verification
from exam.services.accounts import NOBODY
from exam.unit_of_work import read, run
from tests.benchmarks.standings import CRITERIA, JUDGES, OFFICE, fill, plain_loop, timed


def main() -> None:
    """Print seconds and ratios."""
    entrants = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    with TemporaryDirectory() as folder:
        database = opening.create_database(Path(folder) / "competition.db")
        run(database, NOBODY, lambda uow: fill(uow, entrants))
        loop = min(timed(lambda: read(database, OFFICE, plain_loop))[0] for _ in range(3))
        print(f"entrants {entrants}, judges {JUDGES}, criteria {CRITERIA}")
        print(f"plain loop                  {loop:7.3f} s", flush=True)
        for name, call in (
            ("second calculation", lambda: read(database, OFFICE, verification.require_clean)),
            (
                "publishing",
                lambda: run(
                    database, OFFICE, lambda uow: publications.publish(uow, despite_incomplete=True), serializable=True
                ),
            ),
            ("standings after it", lambda: read(database, OFFICE, publications.get_standings)),
            ("standings once more", lambda: read(database, OFFICE, publications.get_standings)),
            ("verify", lambda: read(database, OFFICE, verification.require_clean)),
        ):
            seconds, _ = timed(call)
            print(f"{name:<27} {seconds:7.3f} s   {seconds / loop:6.1f} x the loop", flush=True)
        database.close()


if __name__ == "__main__":
    main()
