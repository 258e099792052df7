"""The tables of the standings page: individuals, teams, units of the all-staff round, one item, differences."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from exam.rules.nominations import STATUS_NAMES
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.rules.part_standings import PartPlace
    from exam.rules.results import IndividualLine, TeamLine, UnitLine
    from exam.rules.snapshots import Change

translate = QCoreApplication.translate


def figure(value: Decimal | int | None) -> str:
    """A mark as it stands on paper; a dash where there is none."""
    return "–" if value is None else format(value, "f") if isinstance(value, Decimal) else str(value)


def signed(value: Decimal) -> str:
    """A bonus or deduction with its sign; nothing for zero."""
    return f"{value:+f}".replace("-", "−") if value else ""


def words(text: str) -> str:
    """A text born below the window, in its language."""
    return translate("exam", text) if text else ""


Initials = Callable[[int], str]
"""The pinyin initials of a nominee's name."""


def _search_text(line: IndividualLine, initials: Initials) -> str:
    found = initials(line.nominee_id)
    return f"{line.name} {found} {line.entrant_code} {line.staff_number} {line.unit}"


def _note(line: IndividualLine) -> tuple[str, str, str]:
    """Word, tone and icon: what decided a tie, or why there is no place."""
    if line.status != "active":
        return words(STATUS_NAMES.get(line.status, line.status)), "", "user-x"
    if line.place is not None:
        return words(line.tie_key), "", "git-compare-arrows"
    if any(work.awaited for work in line.work):
        return translate("Standings", "marks missing"), "warn", "circle-dashed"
    return translate("Standings", "no total"), "warn", "triangle-alert"


def individuals_model(initials: Initials) -> RowsModel[IndividualLine]:
    """Place, code, name, unit, parts, total, and what decided."""
    return RowsModel(
        (
            Column(translate("Standings", "Rank"), lambda line: figure(line.place), "right",
                   sort_key=lambda line: line.place, width=58, bold=True),
            Column(translate("Standings", "Code"), lambda line: line.entrant_code, width=66),
            Column(translate("Standings", "Name"), lambda line: line.name, width=92),
            Column(translate("Standings", "Unit"), lambda line: line.unit, stretch=True, secondary=True),
            Column(translate("Standings", "Exam"), lambda line: figure(line.written), "right",
                   sort_key=lambda line: line.written, width=64),
            Column(translate("Standings", "On-site"), lambda line: figure(line.on_site), "right",
                   sort_key=lambda line: line.on_site, width=64),
            Column(translate("Standings", "+ / −"), lambda line: signed(line.adjustment), "right",
                   sort_key=lambda line: line.adjustment, width=64),
            Column(translate("Standings", "Total mark"), lambda line: figure(line.total), "right",
                   sort_key=lambda line: line.total, width=72, bold=True),
            Column(translate("Standings", "Remark"), lambda line: _note(line)[0],
                   tone=lambda line: _note(line)[1], icon=lambda line: _note(line)[2], pill=True, width=124),
        ),
        search_key=lambda line: _search_text(line, initials),
        row_key=lambda line: line.nominee_id,
    )  # fmt: skip


def teams_model() -> RowsModel[TeamLine]:
    """Place, unit, all-staff round, final, total."""
    return RowsModel(
        (
            Column(translate("Standings", "Rank"), lambda line: figure(line.place), "right",
                   sort_key=lambda line: line.place, width=62, bold=True),
            Column(translate("Standings", "Team"), lambda line: line.team or line.unit, stretch=True),
            Column(translate("Standings", "Elites"), lambda line: str(line.members), "right",
                   sort_key=lambda line: line.members, width=74),
            Column(translate("Standings", "Rate in %"), lambda line: figure(line.participation_rate),
                   "right", sort_key=lambda line: line.participation_rate, width=96),
            Column(translate("Standings", "All-staff avg."), lambda line: figure(line.all_staff_average), "right",
                   sort_key=lambda line: line.all_staff_average, width=98),
            Column(translate("Standings", "Final part"), lambda line: figure(line.final), "right",
                   sort_key=lambda line: line.final, width=92),
            Column(translate("Standings", "+ / −"), lambda line: signed(line.adjustment), "right",
                   sort_key=lambda line: line.adjustment, width=64),
            Column(translate("Standings", "Team total"), lambda line: figure(line.total), "right",
                   sort_key=lambda line: line.total, width=92, bold=True),
            Column(translate("Standings", "Decided by"), lambda line: words(line.tie_key), width=116,
                   secondary=True),
        ),
        search_key=lambda line: f"{line.team} {line.unit}",
        row_key=lambda line: line.team_id,
    )  # fmt: skip


def units_model() -> RowsModel[UnitLine]:
    """The all-staff round: attendance, rate and average of every unit."""
    return RowsModel(
        (
            Column(translate("Standings", "Rank"), lambda line: figure(line.place), "right",
                   sort_key=lambda line: line.place, width=62, bold=True),
            Column(translate("Standings", "Unit"), lambda line: line.unit, stretch=True),
            Column(translate("Standings", "Drawn"), lambda line: str(line.drawn), "right",
                   sort_key=lambda line: line.drawn, width=70),
            Column(translate("Standings", "Sat"), lambda line: str(line.sat), "right",
                   sort_key=lambda line: line.sat, width=70),
            Column(translate("Standings", "Absent"), lambda line: str(line.absent), "right",
                   sort_key=lambda line: line.absent, width=70),
            Column(translate("Standings", "Excused"), lambda line: str(line.excused), "right",
                   sort_key=lambda line: line.excused, width=70),
            Column(translate("Standings", "Rate in %"), lambda line: figure(line.participation_rate),
                   "right", sort_key=lambda line: line.participation_rate, width=104),
            Column(translate("Standings", "Average"), lambda line: figure(line.average), "right",
                   sort_key=lambda line: line.average, width=92, bold=True),
        ),
        search_key=lambda line: line.unit,
        row_key=lambda line: line.unit_code,
    )  # fmt: skip


def _place_and_person() -> tuple[Column[PartPlace], ...]:
    return (
        Column(translate("Standings", "Rank"), lambda row: figure(row.place), "right",
               sort_key=lambda row: row.place, width=62, bold=True),
        Column(translate("Standings", "Code"), lambda row: row.line.entrant_code, width=80),
        Column(translate("Standings", "Name"), lambda row: row.line.name, width=120),
        Column(translate("Standings", "Unit"), lambda row: row.line.unit, stretch=True, secondary=True),
    )  # fmt: skip


def item_model(initials: Initials) -> RowsModel[PartPlace]:
    """The standing of one item."""
    return RowsModel(
        (
            *_place_and_person(),
            Column(translate("Standings", "Group"), lambda row: row.line.group, width=70),
            Column(translate("Standings", "Item mark"), lambda row: figure(row.mark), "right",
                   sort_key=lambda row: row.mark, width=96),
            Column(translate("Standings", "of 100"), lambda row: figure(row.hundred), "right",
                   sort_key=lambda row: row.hundred, width=96, bold=True),
        ),
        search_key=lambda row: _search_text(row.line, initials),
        row_key=lambda row: row.line.nominee_id,
    )  # fmt: skip


def group_model(initials: Initials) -> RowsModel[PartPlace]:
    """The standing inside one group."""
    return RowsModel(
        (
            *_place_and_person(),
            Column(translate("Standings", "Written"), lambda row: figure(row.line.written), "right",
                   sort_key=lambda row: row.line.written, width=86),
            Column(translate("Standings", "On-site"), lambda row: figure(row.line.on_site), "right",
                   sort_key=lambda row: row.line.on_site, width=86),
            Column(translate("Standings", "Total"), lambda row: figure(row.line.total), "right",
                   sort_key=lambda row: row.line.total, width=86, bold=True),
            Column(translate("Standings", "Overall"), lambda row: figure(row.line.place), "right",
                   sort_key=lambda row: row.line.place, width=104),
        ),
        search_key=lambda row: _search_text(row.line, initials),
        row_key=lambda row: row.line.nominee_id,
    )  # fmt: skip


def changes_model(*, planned: bool = False) -> RowsModel[Change]:
    """What differs between two publications, or what a ``planned`` change would move."""
    before, after = translate("Standings", "Before"), translate("Standings", "Now")
    if planned:
        before, after = translate("Standings", "As it is"), translate("Standings", "Then")
    kinds = {
        "individual": translate("Standings", "Individual"), "team": translate("Standings", "Team"),
        "unit": translate("Standings", "Unit"), "award": translate("Standings", "Award"),
    }  # fmt: skip
    return RowsModel(
        (
            Column(translate("Standings", "Kind"), lambda row: kinds[row.kind], width=92, secondary=True),
            Column(translate("Standings", "Who"), lambda row: row.who, width=112),
            Column(translate("Standings", "Unit"), lambda row: row.unit, stretch=True, secondary=True),
            Column(translate("Standings", "What changed"), lambda row: words(row.what), width=92),
            Column(before, lambda row: changed_value(row, row.old), width=112),
            Column(after, lambda row: changed_value(row, row.new), width=112, bold=True),
        )
    )


def changed_value(change: Change, value: str) -> str:
    """An old or new value in words of the window."""
    from exam.rules import snapshots

    if change.what == snapshots.TIE:
        return words(value)
    if change.what == snapshots.STATUS:
        return words(STATUS_NAMES.get(value, value))
    if change.what == snapshots.ENTRY:
        return translate("Standings", "on the list of results") if value else "–"
    return value or "–"
