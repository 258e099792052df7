"""How those of a lot stand in a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.services.draw_rows import PickRow

translate = QCoreApplication.translate


def lot_model() -> RowsModel[PickRow]:
    """Group (or 1 for an order), place by lot, and who."""
    return RowsModel(
        (
            Column(translate("LotTable", "Group"), lambda row: row.stratum, "right", width=80,
                   sort_key=lambda row: (int(row.stratum), row.position)),
            Column(translate("LotTable", "Draw no."), lambda row: str(row.position), "right", width=84,
                   sort_key=lambda row: row.position),
            Column(translate("LotTable", "Staff number"), lambda row: row.staff_number, width=130, secondary=True),
            Column(translate("LotTable", "Name"), lambda row: row.name, stretch=True),
            Column(translate("LotTable", "Ticket"), lambda row: row.shown_ticket, width=190, secondary=True,
                   tip=lambda row: row.ticket),
        ),
        row_key=lambda row: row.id,
    )  # fmt: skip
