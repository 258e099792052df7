"""A table of 100,000 people: shown, filtered as one types, sorted. Aims: filter 30 ms, sort 60 ms.

Run: ``uv run python tests/benchmarks/roster_table.py``. Prints the worst of several runs in milliseconds.
"""

from __future__ import annotations

import gc
import os
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ui import theme
from ui.item_models.rows import Column, RowsModel
from ui.widgets.table import Table

PEOPLE = 100_000
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗"
GIVEN = "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚"


@dataclass(frozen=True, slots=True)
class Person:
    """A row as the roster page shows it."""

    number: str
    name: str
    unit: str
    post: str
    key: str


def make_people() -> list[Person]:
    """Made-up people from hashes, the same each time."""
    people: list[Person] = []
    for number in range(PEOPLE):
        digest = sha256(str(number).encode()).digest()
        name = SURNAMES[digest[0] % 20] + GIVEN[digest[1] % 20] + GIVEN[digest[2] % 20]
        unit, post = f"第{digest[3] % 30}分公司", ("营业员", "客服代表", "装维员")[digest[4] % 3]
        staff_number = f"{int.from_bytes(digest[5:8]):08d}"
        people.append(Person(staff_number, name, unit, post, f"{staff_number} {name} {unit} zww"))
    return people


def main() -> None:
    """Measure and print."""
    # As in the window, which collects garbage by a timer.
    gc.disable()
    app = QApplication([])
    theme.apply(app, "light")
    model: RowsModel[Person] = RowsModel(
        [
            Column("工号", lambda p: p.number, width=120),
            Column("姓名", lambda p: p.name, width=120),
            Column("单位", lambda p: p.unit, stretch=True),
            Column("岗位", lambda p: p.post, width=120),
        ],
        search_key=lambda p: p.key,
        row_key=lambda p: p.number,
    )
    table = Table(model, name="people")
    table.resize(1000, 700)
    table.show()
    people = make_people()

    def timed(name: str, *calls: Callable[[], None]) -> None:
        worst = 0.0
        for call in calls:
            began = time.perf_counter()
            call()
            table.viewport().repaint()
            worst = max(worst, time.perf_counter() - began)
        print(f"{name:28} {worst * 1000:6.1f} ms")

    timed("show 100,000 rows", lambda: model.set_rows(people))
    timed(
        "filter as one types",
        *(lambda text=text: model.set_search(text) for text in ("1", "12", "123", "", "张", "张伟", "z", "zw", "")),
    )
    up, down = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder
    timed(
        "sort by a column", *(lambda c=column, o=order: model.sort(c, o) for column in range(4) for order in (up, down))
    )
    timed("filter while sorted", *(lambda text=text: model.set_search(text) for text in ("1", "12", "张", "zw", "")))
    sys.stdout.flush()
    os._exit(0)


if __name__ == "__main__":
    main()
