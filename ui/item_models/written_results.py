"""The tables of the written results: the standing, the units, the sections of the paper."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.marks import ATTENDANCE_NAMES, Attendance, show
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.rules.item_analysis import Item
    from exam.rules.results import UnitLine
    from exam.services.written_results import SittingAnalysis, WrittenLine

translate = QCoreApplication.translate


def figure(value: Decimal | int | None) -> str:
    """A figure; a dash where there is none."""
    return "–" if value is None else show(value) if isinstance(value, Decimal) else str(value)


def fixed(value: Decimal | None) -> str:
    """A calculated figure with all its places, so that columns of them line up."""
    return "–" if value is None else format(value, "f")


def places3(value: Decimal | None) -> str:
    """A coefficient to three places; a dash where it is not defined."""
    return "–" if value is None else str(value.quantize(Decimal("0.001"), rounding=ROUND_HALF_UP))


def _note(line: WrittenLine) -> str:
    state = line.attendance
    if state is None or state is Attendance.PRESENT:
        return ""
    return translate("exam", ATTENDANCE_NAMES[state])


def standing_model(sections: tuple[str, ...], *, named: bool, several: bool) -> RowsModel[WrittenLine]:
    """Place, number, name, unit, the sections, the total. Without names the number stands alone."""
    columns: list[Column[WrittenLine]] = [
        Column(translate("WrittenResults", "Rank"), lambda line: figure(line.place), "right",
               lambda line: line.place, width=58, bold=True),
        Column(translate("WrittenResults", "Number"), lambda line: line.ticket_number or line.code, width=110,
               stretch=not named),
    ]  # fmt: skip
    if named:
        columns.append(Column(translate("WrittenResults", "Name"), lambda line: line.name, width=100))
        columns.append(
            Column(translate("WrittenResults", "Unit"), lambda line: line.unit, stretch=True, secondary=True)
        )
    if several:
        columns.append(Column(translate("WrittenResults", "Sitting"), lambda line: line.sitting, width=110))
    columns += [_section(name, at) for at, name in enumerate(sections) if len(sections) > 1]
    columns.append(
        Column(translate("WrittenResults", "Total"), lambda line: figure(line.total), "right",
               lambda line: line.total, width=80, bold=True)
    )  # fmt: skip
    columns.append(Column(translate("WrittenResults", "Note"), _note, width=110, secondary=True))
    return RowsModel(
        columns,
        search_key=lambda line: f"{line.name} {line.initials} {line.staff_number} {line.ticket_number} {line.code} "
        f"{line.unit}",
        row_key=lambda line: (line.sitting, line.code),
    )


def _section(name: str, at: int) -> Column[WrittenLine]:
    return Column(
        name, lambda line: figure(line.marks[at]), "right", lambda line: line.marks[at], width=90, secondary=True
    )


def units_model() -> RowsModel[UnitLine]:
    """Units of the all-staff round, best average first."""
    return RowsModel(
        [
            Column(translate("WrittenResults", "Rank"), lambda line: figure(line.place), "right",
                   lambda line: line.place, width=58, bold=True),
            Column(translate("WrittenResults", "Unit"), lambda line: line.unit, stretch=True),
            Column(translate("WrittenResults", "Drawn"), lambda line: str(line.drawn), "right",
                   lambda line: line.drawn, width=64),
            Column(translate("WrittenResults", "Sat"), lambda line: str(line.sat), "right", lambda line: line.sat,
                   width=64),
            Column(translate("WrittenResults", "Participation"),
                   lambda line: "–" if line.participation_rate is None else f"{line.participation_rate} %", "right",
                   lambda line: line.participation_rate, width=96),
            Column(translate("WrittenResults", "Average"), lambda line: fixed(line.average), "right",
                   lambda line: line.average, width=90, bold=True),
        ],
        search_key=lambda line: f"{line.unit} {line.unit_code}",
        row_key=lambda line: line.unit_code,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A section of one sitting with its figures."""

    sitting: str
    name: str
    full: Decimal
    candidates: int
    few: bool
    alpha: Decimal | None
    item: Item


def item_lines(analyses: tuple[SittingAnalysis, ...]) -> list[ItemLine]:
    """One line per section of every sitting, and per question of keyed sections."""
    return [
        ItemLine(
            one.sitting, f"{one.section} {name}".strip(), full, one.found.candidates, one.found.too_few,
            one.found.alpha, item,
        )
        for one in analyses
        for name, full, item in zip(one.names, one.full, one.found.items, strict=True)
    ]  # fmt: skip


def items_model() -> RowsModel[ItemLine]:
    """How hard each section was and how well it separates."""
    return RowsModel(
        [
            Column(translate("WrittenResults", "Sitting"), lambda line: line.sitting, width=120, secondary=True),
            Column(translate("WrittenResults", "Section or question"), lambda line: line.name, stretch=True),
            Column(translate("WrittenResults", "Full mark"), lambda line: show(line.full), "right",
                   lambda line: line.full, width=80),
            Column(translate("WrittenResults", "Papers N"), lambda line: str(line.candidates), "right",
                   lambda line: line.candidates, tone=lambda line: "warn" if line.few else "", width=80),
            Column(translate("WrittenResults", "Facility"), lambda line: places3(line.item.facility), "right",
                   lambda line: line.item.facility, width=84, bold=True,
                   tip=lambda line: translate("WrittenResults", "Mean mark / full mark: 1 = everybody had all of it")),
            Column(translate("WrittenResults", "Discrimination"), lambda line: places3(line.item.item_rest), "right",
                   lambda line: line.item.item_rest, width=110, bold=True,
                   tip=lambda line: translate("WrittenResults", "Correlation with the rest of the paper")),
            Column(translate("WrittenResults", "Alpha without"), lambda line: places3(line.item.alpha_without),
                   "right", lambda line: line.item.alpha_without, width=104),
        ],
        search_key=lambda line: f"{line.sitting} {line.name}",
    )  # fmt: skip
