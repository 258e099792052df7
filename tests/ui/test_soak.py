"""Ten thousand paints: some releases of the Qt binding abort the interpreter after some thousand calls."""

from __future__ import annotations

from typing import Any

from PySide6.QtGui import QPixmap

from tests.ui.test_rows_model import make
from ui.item_models.rows import Column
from ui.widgets.pill import Pill
from ui.widgets.table import Table

PAINTS = 10_000


def test_that_ten_thousand_paints_do_no_harm(qtbot: Any) -> None:
    model = make()
    model.columns = (
        *model.columns[:2],
        Column("State", lambda r: "done", pill=True, tone=lambda r: "ok", width=120),
    )
    table, pill = Table(model, name="soak"), Pill("done", "ok")
    qtbot.addWidget(table)
    qtbot.addWidget(pill)
    table.resize(320, 160)
    table.show()
    picture = QPixmap(320, 160)
    for number in range(PAINTS // 2):
        table.viewport().render(picture)
        pill.render(picture)
        if number % 500 == 0:
            model.set_search("张" if number % 1000 else "")
    assert model.rowCount() in (2, 4)
