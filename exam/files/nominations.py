"""A workbook of nominations as a unit sends it: one row per elite, found by staff number."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from exam.errors import InvalidInput, Problem
from exam.files.refusals import FileRefused
from exam.files.tables import Table, TableRow, as_table
from exam.files.workbook import read_sheet
from exam.progress import SILENT, Progress
from exam.rules import roster
from exam.words import QT_TRANSLATE_NOOP

STAFF = ("工号", "员工工号", "员工编号", "职工号", "人员编号", "staff number", "staff no", "employee number")
NAME = ("姓名", "员工姓名", "选手姓名", "选手", "name")
_SYNONYMS = {"staff": STAFF, "name": NAME}


@dataclass(frozen=True, slots=True)
class NominationEntry:
    """One row of the file; ``row`` as the spreadsheet counts. ``name`` may be empty."""

    row: int
    staff_number: str
    name: str


@dataclass(frozen=True, slots=True)
class NominationsFile:
    """What a file of nominations holds. Rows with a problem are not among ``entries``."""

    name: str
    sha256: str
    rows: int
    entries: tuple[NominationEntry, ...] = field(repr=False)
    problems: tuple[Problem, ...] = ()


def read_nominations(path: str | Path, progress: Progress = SILENT) -> NominationsFile:
    """Read a workbook of nominations. Raises ``FileRefused`` without a column for the staff number."""
    path = Path(path)
    table = as_table(read_sheet(path, progress=progress), _SYNONYMS)
    if "staff" not in table.columns:
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam", "The file has no column for the staff number (工号). Name it in the header row."
            )
        )
    problems = list(table.problems)
    entries = [entry for row in table.rows if (entry := _entry(table, row, problems)) is not None]
    return NominationsFile(path.name, table.data.sha256, len(table.rows), tuple(entries), tuple(problems))


def _entry(table: Table, row: TableRow, problems: list[Problem]) -> NominationEntry | None:
    typed, name = row.cell("staff").value.strip(), row.cell("name").value.strip()
    if not typed and not name:
        return None
    try:
        number = roster.staff_number(typed)
    except InvalidInput as error:
        problems.append(
            Problem(row.number, table.title("staff"), typed, error.text, params=tuple(error.params.items()))
        )
        return None
    return NominationEntry(row.number, number, name)
