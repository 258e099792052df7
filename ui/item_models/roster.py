"""How people of the roster, and what a roster file holds, stand in tables."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication

from ui.i18n import words
from ui.item_models.rows import Column, RowsModel

if TYPE_CHECKING:
    from exam.errors import Problem
    from exam.rules.roster import RosterLine
    from exam.services.roster import StaffRow
    from exam.services.units import UnitRow

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class StaffKeys:
    """Search texts and places in the sorted lists, by id: made off the window's thread, for 100,000 people."""

    search: Mapping[int, str] = field(default_factory=dict)
    by_unit: Mapping[int, int] = field(default_factory=dict)
    by_number: Mapping[int, int] = field(default_factory=dict)
    by_name: Mapping[int, int] = field(default_factory=dict)


def staff_keys(rows: Sequence[StaffRow]) -> StaffKeys:
    """The keys of ``rows``, which come in the order of the units."""

    def places(order: Sequence[StaffRow]) -> dict[int, int]:
        return {row.id: place for place, row in enumerate(order)}

    return StaffKeys(
        {row.id: search_text(row) for row in rows},
        places(rows),
        places(sorted(rows, key=lambda row: row.staff_number)),
        places(sorted(rows, key=lambda row: (row.sound, row.staff_number))),
    )


def staff_model(keys: Callable[[], StaffKeys]) -> RowsModel[StaffRow]:
    """The roster; ``keys`` gives the present keys of its rows."""
    active, gone = translate("RosterTable", "Active"), translate("RosterTable", "Deactivated")
    off_duty = translate("RosterTable", "Off duty")
    yes, no = translate("RosterTable", "Yes"), "–"

    def state(row: StaffRow) -> str:
        return (active if row.on_duty else off_duty) if row.active else gone

    return RowsModel(
        (
            Column(
                translate("RosterTable", "Staff number"), lambda row: row.staff_number, width=112, secondary=True,
                sort_key=lambda row: keys().by_number[row.id],
            ),
            Column(
                translate("RosterTable", "Name"), lambda row: row.name, width=120,
                sort_key=lambda row: keys().by_name[row.id], tip=lambda row: row.note,
            ),
            Column(translate("RosterTable", "Sex"), lambda row: row.sex, width=60, secondary=True),
            Column(
                translate("RosterTable", "Unit"), lambda row: row.unit, width=156,
                sort_key=lambda row: keys().by_unit[row.id],
            ),
            Column(translate("RosterTable", "Outlet"), lambda row: row.outlet, stretch=True, secondary=True),
            Column(translate("RosterTable", "Post"), lambda row: row.post, width=92, secondary=True),
            Column(translate("RosterTable", "Window staff"), lambda row: yes if row.window_staff else no, width=106),
            Column(translate("RosterTable", "Certified"), lambda row: yes if row.certified else no, width=84),
            Column(
                translate("RosterTable", "State"), state, width=114, pill=True,
                tone=lambda row: ("ok" if row.on_duty else "warn") if row.active else "",
                icon=lambda row: "" if row.active else "circle-minus",
            ),
        ),
        search_key=lambda row: keys().search[row.id],
        row_key=lambda row: row.id,
    )  # fmt: skip


def search_text(row: StaffRow) -> str:
    """What a person is found by; the sound also without blanks, so that ``zhangwei`` finds 张伟."""
    sound = row.sound.replace(" ", "")
    return f"{row.name} {row.staff_number} {row.initials} {row.unit} {row.outlet} {sound}".casefold()


def missing_model() -> RowsModel[StaffRow]:
    """People whom a file does not name."""
    return RowsModel(
        (
            Column(translate("RosterTable", "Staff number"), lambda row: row.staff_number, width=130, secondary=True),
            Column(translate("RosterTable", "Name"), lambda row: row.name, sort_key=lambda row: row.sound, width=130),
            Column(translate("RosterTable", "Unit"), lambda row: row.unit, width=220),
            Column(translate("RosterTable", "Outlet"), lambda row: row.outlet, stretch=True, secondary=True),
            Column(translate("RosterTable", "Post"), lambda row: row.post, width=140, secondary=True),
        ),
        row_key=lambda row: row.id,
    )


def unit_model() -> RowsModel[UnitRow]:
    """The units in their order."""
    active, gone = translate("RosterTable", "Takes part"), translate("RosterTable", "Closed")
    return RowsModel(
        (
            Column(translate("RosterTable", "Code"), lambda row: row.code, width=90, secondary=True),
            Column(translate("RosterTable", "Unit"), lambda row: row.name, stretch=True),
            Column(translate("RosterTable", "Short name"), lambda row: row.short_name, width=160, secondary=True),
            Column(
                translate("RosterTable", "People"), lambda row: str(row.staff), align="right", width=90,
                sort_key=lambda row: row.staff,
            ),
            Column(
                translate("RosterTable", "State"), lambda row: active if row.active else gone, width=110, pill=True,
                tone=lambda row: "ok" if row.active else "", icon=lambda row: "" if row.active else "circle-minus",
            ),
        ),
        search_key=lambda row: f"{row.code} {row.name} {row.short_name}",
        row_key=lambda row: row.id,
    )  # fmt: skip


def problem_model() -> RowsModel[Problem]:
    """Every problem of a file: where, what, why, what to do."""
    whole = translate("RosterTable", "file")
    return RowsModel(
        (
            Column(
                translate("RosterTable", "Row"), lambda row: str(row.row) if row.row else whole, align="right",
                width=64, sort_key=lambda row: row.row,
            ),
            Column(translate("RosterTable", "Column"), lambda row: row.column, width=110),
            Column(translate("RosterTable", "Value"), lambda row: row.value, width=140, tip=lambda row: row.value),
            Column(
                translate("RosterTable", "Kind"), problem_kind, width=96, pill=True,
                tone=lambda row: "error" if row.severity == "error" else "warn",
            ),
            Column(
                translate("RosterTable", "What is wrong, and what to do"), problem_text, stretch=True, tip=problem_text
            ),
        ),
        search_key=lambda row: f"{row.row} {row.column} {row.value} {problem_text(row)}",
    )  # fmt: skip


def problem_kind(row: Problem) -> str:
    """Whether a problem stands against the import."""
    if row.severity == "error":
        return translate("RosterTable", "Error")
    return translate("RosterTable", "Notice")


def problem_text(row: Problem) -> str:
    """Reason and suggestion in the language of the screen."""
    params: dict[str, Any] = dict(row.params)
    reason = words(row.reason, **params)
    return join_sentences(reason, words(row.suggestion, **params)) if row.suggestion else reason


def join_sentences(first: str, second: str) -> str:
    """Two sentences one after the other; Chinese ones need no blank between them."""
    return first + second if first.endswith(("。", "？", "！")) else f"{first} {second}"


def line_model() -> RowsModel[tuple[str, RosterLine, str]]:
    """The preview of a file: ``(state, line, changes)`` with state new, changed or same."""
    names = {
        "new": translate("RosterTable", "New"),
        "changed": translate("RosterTable", "Changed"),
        "same": translate("RosterTable", "As before"),
        "": "",
    }
    tones = {"new": "ok", "changed": "accent", "same": "", "": ""}
    yes, no = translate("RosterTable", "Yes"), translate("RosterTable", "No")

    def said(value: bool | None) -> str:
        return "" if value is None else yes if value else no

    return RowsModel(
        (
            Column(
                translate("RosterTable", "Row"), lambda row: str(row[1].row), align="right", width=64,
                sort_key=lambda row: row[1].row,
            ),
            Column(
                translate("RosterTable", "Import"), lambda row: names[row[0]], width=106, pill=True,
                tone=lambda row: tones[row[0]],
            ),
            Column(translate("RosterTable", "Staff number"), lambda row: row[1].staff_number, width=116),
            Column(translate("RosterTable", "Name"), lambda row: row[1].name, width=110),
            Column(translate("RosterTable", "Unit"), lambda row: row[1].unit, width=150),
            Column(translate("RosterTable", "What changes"), lambda row: row[2], stretch=True, tip=lambda row: row[2]),
            Column(translate("RosterTable", "Outlet"), lambda row: row[1].outlet, width=130, secondary=True),
            Column(translate("RosterTable", "Window staff"), lambda row: said(row[1].window_staff), width=112),
            Column(translate("RosterTable", "Certified"), lambda row: said(row[1].certified), width=92),
        ),
        row_key=lambda row: row[1].row,
    )  # fmt: skip


def field_names() -> dict[str, str]:
    """The words for the columns of a roster, by their keys."""
    return {
        "staff_number": translate("RosterTable", "Staff number"),
        "name": translate("RosterTable", "Name"),
        "unit": translate("RosterTable", "Unit"),
        "sex": translate("RosterTable", "Sex"),
        "outlet": translate("RosterTable", "Outlet"),
        "post": translate("RosterTable", "Post"),
        "since": translate("RosterTable", "Since"),
        "on_duty": translate("RosterTable", "On duty"),
        "window_staff": translate("RosterTable", "Window staff"),
        "certified": translate("RosterTable", "Certified"),
        "note": translate("RosterTable", "Note"),
        "active": translate("RosterTable", "Active"),
    }
