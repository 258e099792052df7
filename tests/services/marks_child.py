"""Saves marks one after the other and says of each when it is in the database; run by the kill test.

``python -m tests.services.marks_child FILE`` prints ``candidate section points`` per acknowledged mark.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

from exam import opening
from exam.access import Person, Role
from exam.services import marks
from exam.unit_of_work import read, run


def main(path: str) -> None:
    """Type every missing mark of the first sitting."""
    database = opening.open_database(path, check=False)
    recorder = Person(None, "李记分", Role.RECORDER)
    rows = read(database, recorder, lambda uow: marks.list_marks(uow, sitting_id=1)).rows
    print("ready", flush=True)
    for at, row in enumerate(rows):
        points = Decimal(400 + at) / 10

        def save(uow: Any, row: Any = row, points: Decimal = points) -> Any:
            return marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=row.marks[0].section_id, points=points, seen_version=0
            )

        run(database, recorder, save)
        print(row.candidate_id, row.marks[0].section_id, points, flush=True)
    database.close()


if __name__ == "__main__":
    main(sys.argv[1])
