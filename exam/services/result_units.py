"""The units of the all-staff round, gathered for the results."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from sqlalchemy import func, select

from exam.rules.results import UnitLine
from exam.rules.standings import unit_standing
from exam.services.marks import list_unit_averages
from exam.unit_of_work import UnitOfWork
from models.draws import Draw, PlanLine


def gather_units(
    uow: UnitOfWork, *, replaced: Mapping[tuple[int, int], Decimal] | None = None
) -> tuple[tuple[UnitLine, ...], int]:
    """Every unit of the written round by average, and how many papers still have no mark.

    ``replaced`` are other written marks to calculate with.
    """
    eligible = dict(
        uow.session.execute(
            select(PlanLine.unit_id, func.sum(PlanLine.eligible))
            .join(Draw, Draw.id == PlanLine.draw_id)
            .where(Draw.kind == "exam", Draw.state == "run", PlanLine.unit_id.is_not(None))
            .group_by(PlanLine.unit_id)
        )
        .all()
    )
    missing, lines = 0, list[UnitLine]()
    for row in list_unit_averages(uow, replaced=replaced):
        found = row.result
        missing += found.missing
        lines.append(
            UnitLine(
                place=None,
                unit_code=row.unit_code,
                unit=row.unit,
                eligible=int(eligible.get(row.unit_id) or 0),
                drawn=found.drawn,
                sat=found.sat,
                absent=found.absent,
                excused=found.excused,
                counted=found.counted,
                sum_of_marks=found.sum_of_marks,
                average=found.average,
                participation_rate=found.participation_rate if not found.missing else None,
                calculation=found.calculation,
            )
        )
    return unit_standing(lines), missing

