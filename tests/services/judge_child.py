"""A judge at an own machine: confirms one sheet after the other and says of each when it is in the database.

``python -m tests.services.judge_child TARGET ITEM JUDGE`` prints the entrant's id per acknowledged sheet; run by the
kill test.
"""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import Any

from exam import opening
from exam.access import Person, Role
from exam.services.judge_view import confirm_sheet, get_desk
from exam.unit_of_work import read, run


def main(target: str, item_id: int, judge_id: int) -> None:
    """Confirm every sheet, criterion by criterion."""
    database = opening.open_database(target, check=False)
    judge = Person(None, "评委2", Role.JUDGE, judge_id)
    desk = read(database, judge, lambda uow: get_desk(uow, item_id=item_id))
    print("ready", flush=True)
    for at, row in enumerate(desk.entrants):
        points = {position: Decimal(5 + at) for position, _, _ in desk.item.fields}

        def confirm(uow: Any, nominee: int = row.nominee_id, points: dict[int, Decimal] = points) -> Any:
            return confirm_sheet(uow, item_id=item_id, nominee_id=nominee, points=points, seen={})

        run(database, judge, confirm)
        print(row.nominee_id, flush=True)
    database.close()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
