"""Publishes the results under number 2; run by the kill test: ``python -m tests.services.publish_child FILE``."""

from __future__ import annotations

import sys

from exam import opening
from exam.access import Person, Role
from exam.services import publications
from exam.unit_of_work import run


def main(path: str) -> None:
    """Say ``ready``, publish, and say the number once it stands."""
    database = opening.open_database(path, check=False)
    office = Person(None, "王办公", Role.OFFICE)
    print("ready", flush=True)
    row = run(
        database, office, lambda uow: publications.publish(uow, seen_number=1, despite_incomplete=True),
        serializable=True,
    )  # fmt: skip
    print(row.number, flush=True)
    database.close()


if __name__ == "__main__":
    main(sys.argv[1])
