"""Make the small database of the newest schema, ``schema_<revision>.db``: a competition with a coded final in it.

Run it from the project's folder when a revision is released: ``python tests/data/make_schema.py``. A database of an
older revision stays as it is; ``tests/models/test_schema.py`` opens them all.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from exam import opening  # noqa: E402
from exam.access import Person, Role  # noqa: E402
from exam.services import accounts, coding, competition  # noqa: E402
from exam.unit_of_work import run  # noqa: E402
from models import schema  # noqa: E402
from tests.final_world import build  # noqa: E402

RULES = {"written_weight": "40", "coding_levels": "2"}


def main() -> None:
    """Write the database anew."""
    path = Path(__file__).with_name(f"schema_{schema.HEAD}.db")
    path.unlink(missing_ok=True)
    database = opening.create_database(path)
    first, second = Person(None, "王办公", Role.OFFICE), Person(None, "李办公", Role.OFFICE)
    witness = Person(None, "孙监督", Role.SUPERVISOR)

    def begin(uow):
        competition.create_competition(uow, name="2026年服务技能大赛", year=2026, host="江城市电信有限公司")
        accounts.create_first_account(uow, name="赵主任", password="schema test", public=True)
        for key, text in RULES.items():
            competition.change_rule(uow, key=key, text=text)

    run(database, first, begin)
    run(database, first, build)
    run(database, second, lambda uow: coding.draw_level(uow, level=2, witness=witness, source=Random(2026)))
    database.close()
    path.with_name(path.name + "-journal").unlink(missing_ok=True)


if __name__ == "__main__":
    main()
