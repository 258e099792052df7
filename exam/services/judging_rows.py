"""The stored rows behind the marking of an item: entrants, judges' marks, papers, lines, times.

Plain column queries: a sheet of some thousand entrants is made in one go.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from sqlalchemy import literal, select

from exam.access import Right
from exam.rules.nominations import SUBSTITUTED
from exam.services.entrants import SECRET
from exam.services.items import ItemRow
from exam.unit_of_work import UnitOfWork
from models.finals import Adjustment, Nominee, Team
from models.judging import ItemMark, JudgeMark, SecondJudgeMark, StageTime
from models.people import Staff, Unit

NOBODY = -1
NO_VERSION = 0
"""The version of a mark that was never entered."""


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """The mark of a written item. ``attendance`` empty: nothing known yet."""

    points: Decimal | None = None
    attendance: str = ""
    version: int = NO_VERSION


@dataclass(frozen=True, slots=True)
class Entrant:
    """Who is marked, in the order of appearance."""

    nominee_id: int
    code: str
    group: int | None
    appearance: int | None
    status: str
    unit_id: int
    name: str
    unit: str


@dataclass(slots=True)
class Marks:
    """The stored rows of one judge for one entrant."""

    points: dict[int, Decimal] = field(default_factory=dict[int, Decimal])
    versions: dict[int, int] = field(default_factory=dict[int, int])
    absent: bool = False
    ticked: bool = True
    confirmed: bool = False


@dataclass(slots=True)
class Signed:
    """Who entered an entrant's marks, and who verified each of them."""

    entered: dict[str, None] = field(default_factory=dict[str, None])
    verified: list[str] = field(default_factory=list[str])


def own_judge(uow: UnitOfWork) -> int | None:
    """The one judge whose marks this person may see, or None for people who see all of them."""
    person = uow.person
    if person.may(Right.ENTER_MARKS) or person.may(Right.READ_EVERYTHING):
        return None
    return person.judge_id or NOBODY


def entrants_of(uow: UnitOfWork, nominee_id: int | None) -> list[Entrant]:
    """Everybody who was not substituted, or one of them."""
    query = (
        select(Nominee.id, Nominee.entrant_code, Nominee.group_number, Nominee.appearance, Nominee.status,
               Team.unit_id, Staff.name, Unit.name, Staff.staff_number, SECRET)
        .join(Team, Team.id == Nominee.team_id)
        .join(Unit, Unit.id == Team.unit_id)
        .join(Staff, Staff.id == Nominee.staff_id)
        .where(Nominee.status != SUBSTITUTED)
    )  # fmt: skip
    if nominee_id is not None:
        query = query.where(Nominee.id == nominee_id)
    rows = list(uow.session.execute(query))
    # The order of appearance is public: beside a secret code it would say who is behind it.
    shown = [(*row[:3], None if row[9] else row[3], *row[4:9]) for row in rows]
    shown.sort(key=lambda row: (row[2] or 0, row[3] is None, row[3] or 0, row[1], row[8]))
    return [Entrant(*row[:8]) for row in shown]


def judge_marks(
    uow: UnitOfWork, item: ItemRow, only: list[int] | None, signed: dict[int, Signed], second: bool = False
) -> dict[tuple[int, int], Marks]:
    table = SecondJudgeMark if second else JudgeMark
    checked = (literal(""), literal(None)) if second else (JudgeMark.verified_by, JudgeMark.confirmed_at)
    query = select(
        table.nominee_id, table.judge_id, table.criterion_position, table.points, table.state, table.ticked,
        table.version, table.entered_by, *checked,
    ).where(table.item_id == item.id)  # fmt: skip
    if only is not None:
        query = query.where(table.nominee_id.in_(only))
    own = own_judge(uow)
    if own is not None:
        query = query.where(table.judge_id == own)
    found: dict[tuple[int, int], Marks] = {}
    wanted = {one.position for one in item.criteria} if item.per_criterion else {0}
    rows: Any = uow.session.execute(query)
    for nominee_id, judge_id, position, points, state, ticked, version, entered, verified, confirmed in rows:
        marks = found.setdefault((nominee_id, judge_id), Marks())
        marks.versions[position] = version
        if state == "cleared":
            continue
        marks.confirmed = marks.confirmed or confirmed is not None
        if state == "absent":
            marks.absent = True
        elif position in wanted:
            marks.points[position] = points
            marks.ticked = marks.ticked and ticked
        one = signed.setdefault(nominee_id, Signed())
        one.entered[entered] = None
        one.verified.append(verified)
    return found


def written_cells(
    uow: UnitOfWork, item_id: int, only: list[int] | None, signed: dict[int, Signed]
) -> dict[int, WrittenCell]:
    query = select(
        ItemMark.nominee_id, ItemMark.points, ItemMark.attendance, ItemMark.version, ItemMark.entered_by,
        ItemMark.verified_by,
    ).where(ItemMark.item_id == item_id)  # fmt: skip
    if only is not None:
        query = query.where(ItemMark.nominee_id.in_(only))
    cells: dict[int, WrittenCell] = {}
    for nominee_id, points, attendance, version, entered, verified in uow.session.execute(query):
        cells[nominee_id] = WrittenCell(points, attendance, version)
        if points is not None or attendance:
            signed[nominee_id] = Signed({entered: None}, [verified])
    return cells


def adjustments_of(uow: UnitOfWork, item_id: int, only: list[int] | None) -> dict[int, list[Decimal]]:
    query = select(Adjustment.nominee_id, Adjustment.points).where(
        Adjustment.item_id == item_id, Adjustment.voided == 0, Adjustment.nominee_id.is_not(None)
    )
    if only is not None:
        query = query.where(Adjustment.nominee_id.in_(only))
    lines: dict[int, list[Decimal]] = {}
    for nominee_id, points in uow.session.execute(query):
        if nominee_id is not None:
            lines.setdefault(nominee_id, []).append(points)
    return lines


def timed_by(uow: UnitOfWork, item: ItemRow, only: Collection[int] | None) -> dict[int, str]:
    """Who wrote down the entrants' times on stage: they have a part in the mark."""
    if not item.overtime.limit:
        return {}
    query = select(StageTime.nominee_id, StageTime.entered_by).where(StageTime.item_id == item.id)
    if only is not None:
        query = query.where(StageTime.nominee_id.in_(only))
    return dict(uow.session.execute(query).all())
