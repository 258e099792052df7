"""A roster file: its columns by their titles, every row judged, every problem named."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from exam.errors import InvalidInput, Problem
from exam.files.cells import Cell, SheetData
from exam.files.refusals import FileRefused
from exam.files.tables import Table, TableRow, as_table
from exam.files.workbook import read_sheet
from exam.progress import SILENT, Progress
from exam.rules import roster as rules
from exam.rules.roster import RosterLine
from exam.words import QT_TRANSLATE_NOOP

T = TypeVar("T")

COLUMNS: dict[str, tuple[str, ...]] = {
    "staff_number": (
        "工号", "员工工号", "员工编号", "职工号", "职工编号", "人员编号", "人员编码", "员工号", "staff number",
        "staff no", "employee number", "employee id", "employee no", "staff id", "number",
    ),
    "name": ("姓名", "员工姓名", "人员姓名", "名字", "职工姓名", "name", "full name"),
    "unit": (
        "单位", "经营单位", "所属单位", "部门", "所属部门", "分公司", "单位名称", "部门名称", "单位部门", "部门单位",
        "unit", "department", "operating unit",
    ),
    "sex": ("性别", "sex", "gender"),
    "outlet": ("营业厅", "网点", "营业网点", "厅店", "所在营业厅", "班组", "outlet", "shop"),
    "post": ("岗位", "职务", "岗位名称", "职位", "工种", "post", "position"),
    "since": (
        "入职日期", "入职时间", "上岗时间", "上岗日期", "参加工作时间", "到岗日期", "任职日期", "入司时间", "since",
        "entry date",
    ),
    "on_duty": ("是否在岗", "在岗", "在岗状态", "on duty"),
    "window_staff": ("是否窗口人员", "窗口人员", "是否窗口", "窗口", "窗口服务人员", "window staff", "window"),
    "certified": ("是否持证", "持证", "持证上岗", "是否持证上岗", "上岗证", "主人资格", "certified", "qualified"),
    "note": ("备注", "说明", "note", "remark", "remarks"),
}  # fmt: skip
"""Column key -> titles it is known by; the first is the one of the template."""

REQUIRED = ("staff_number", "name", "unit")
OPTIONAL_BOOL = ("on_duty", "window_staff", "certified")

_AS_NUMBER = QT_TRANSLATE_NOOP("exam", "Staff numbers are stored as numbers; leading zeros may have been lost.")
_AS_TEXT = QT_TRANSLATE_NOOP(
    "exam", "Compare with the original. If zeros are missing, format the column as text and type the numbers again."
)


@dataclass(frozen=True, slots=True)
class RosterCheck:
    """What a roster file holds. Either ``refused`` says why it is not read at all, or every row was judged.

    ``rows``: how many rows hold something; ``lines``: the accepted ones; ``units``: the unit names in their order;
    ``fields``: the columns that the file has. ``table`` lets a person map the columns of a refused file.
    """

    name: str
    rows: int = 0
    lines: tuple[RosterLine, ...] = field(default=(), repr=False)
    problems: tuple[Problem, ...] = ()
    refused: InvalidInput | None = None
    units: tuple[str, ...] = ()
    fields: frozenset[str] = frozenset()
    table: Table | None = field(default=None, repr=False)

    @property
    def accepted(self) -> int:
        """How many rows are fit to be taken."""
        return len(self.lines)

    @property
    def errors(self) -> int:
        """How many problems stand against an import; warnings do not."""
        return sum(problem.severity == "error" for problem in self.problems)

    @property
    def sha256(self) -> str:
        """The hash by which the same file is recognised."""
        return self.table.data.sha256 if self.table is not None else ""

    @property
    def importable(self) -> bool:
        """Whether the file may be taken in: read, not empty, and no error."""
        return self.refused is None and self.errors == 0 and bool(self.lines)

    @property
    def exit_code(self) -> int:
        """0 clean, 1 problems in rows, 2 the file is refused."""
        return 2 if self.refused is not None else 1 if self.problems else 0

    def as_json(self, words: Callable[..., str] | None = None) -> dict[str, Any]:
        """The answer of ``check-roster``; ``words(text, **params)`` translates."""

        def say(text: str, params: Mapping[str, Any]) -> str:
            return words(text, **params) if words is not None else (text.format(**params) if params else text)

        return {
            "rows": self.rows,
            "accepted": self.accepted,
            "problems": [
                {
                    "row": problem.row, "column": problem.column, "value": problem.value,
                    "reason": say(problem.reason, dict(problem.params)),
                    "suggestion": say(problem.suggestion, dict(problem.params)) if problem.suggestion else "",
                    "severity": problem.severity,
                }
                for problem in self.problems
            ],
            "refused": None if self.refused is None else say(self.refused.text, self.refused.params),
        }  # fmt: skip


def check_roster(
    path: str | Path,
    *,
    mapping: Mapping[str, int] | None = None,
    sheet: str | None = None,
    encoding: str | None = None,
    progress: Progress = SILENT,
) -> RosterCheck:
    """Read and judge a roster file. Never raises for what the file holds: see :class:`RosterCheck`.

    ``mapping`` (column key -> index from 0) overrides the titles. Without ``sheet`` the first visible sheet that is
    a roster is taken. Raises :class:`exam.errors.OutsideFault` when the
    file cannot be opened and :class:`exam.errors.Cancelled`.
    """
    name = Path(path).name
    try:
        data = read_sheet(path, sheet=sheet, encoding=encoding, progress=progress)
    except FileRefused as refused:
        return RosterCheck(name, refused=refused)
    found = judge(name, data, mapping=mapping, progress=progress)
    if sheet is None and mapping is None and found.refused is not None:
        # The first sheet may hold instructions; the list then stands on another one.
        for other in data.sheets:
            if other != data.sheet:
                better = check_roster(path, sheet=other, progress=progress)
                if better.refused is None:
                    return better
    return found


def judge(
    name: str, data: SheetData, *, mapping: Mapping[str, int] | None = None, progress: Progress = SILENT
) -> RosterCheck:
    """Judge the rows of a sheet that was read; also used again when a person maps the columns."""
    try:
        table = as_table(data, COLUMNS, required=REQUIRED, mapping=mapping)
    except FileRefused as refused:
        return RosterCheck(name, refused=refused)
    if table.missing:
        titles = "、".join(COLUMNS[key][0] for key in table.missing)
        refused = FileRefused(
            QT_TRANSLATE_NOOP(
                "exam",
                "No column is titled {titles}. Give the columns these titles (the template shows them) and try again.",
            ),
            titles=titles,
        )
        return RosterCheck(name, refused=refused, rows=len(table.rows), table=table)
    if not table.rows:
        refused = FileRefused(QT_TRANSLATE_NOOP("exam", "There is no row below the titles. Fill in the list first."))
        return RosterCheck(name, refused=refused, table=table)
    judged = _Judge(table)
    for position, row in enumerate(table.rows):
        if position % 500 == 0:
            progress.step(position, len(table.rows))
        judged.take(row)
    return judged.outcome(name)


class _Judge:
    """Collects lines and problems row by row, with what must be compared across rows."""

    def __init__(self, table: Table) -> None:
        self.table = table
        self.lines: list[RosterLine] = []
        self.problems: list[Problem] = list(table.problems)
        self.numbers: dict[str, tuple[int, str]] = {}  # folded -> row, as written
        self.units: dict[str, str] = {}  # key -> first spelling
        self.spelt: dict[str, str] = {}  # as written -> first spelling
        self.as_number: list[tuple[int, str]] = []
        self.known: dict[tuple[str, str], Any] = {}  # (field, text) -> value; most texts come again and again

    def take(self, row: TableRow) -> None:
        """Judge one row."""
        before = len(self.problems)
        number = self._number(row)
        name = self._field(row, "name", rules.person_name)
        unit = self._unit(row)
        sex = self._seen(row, "sex", rules.sex)
        outlet = self._seen(row, "outlet", rules.line_text)
        post = self._seen(row, "post", rules.line_text)
        since = self._seen(row, "since", rules.day)
        on_duty = self._seen(row, "on_duty", rules.yes_or_no)
        window_staff = self._seen(row, "window_staff", rules.yes_or_no)
        certified = self._seen(row, "certified", rules.yes_or_no)
        note = self._seen(row, "note", rules.line_text)
        if any(problem.severity == "error" for problem in self.problems[before:]):
            return
        if number is None or name is None or unit is None:
            return
        self.lines.append(
            RosterLine(
                row.number, number, name, unit, sex or "", outlet or "", post or "", since, on_duty, window_staff,
                certified, note or "",
            )
        )  # fmt: skip

    def outcome(self, name: str) -> RosterCheck:
        """The finished check; problems in the order of the rows."""
        if self.as_number and 2 * len(self.as_number) > len(self.table.rows):
            self._problem(self.table.header_row, "staff_number", self.as_number[0][1], _AS_NUMBER, _AS_TEXT, warn=True)
        else:
            for row, value in self.as_number:
                self._problem(row, "staff_number", value, _AS_NUMBER, _AS_TEXT, warn=True)
        return RosterCheck(
            name, len(self.table.rows), tuple(self.lines),
            tuple(sorted(self.problems, key=lambda problem: problem.row)), None,
            tuple(self.units.values()), frozenset(self.table.columns), self.table,
        )  # fmt: skip

    def _problem(
        self,
        row: int,
        key: str,
        value: str,
        reason: str,
        suggestion: str = "",
        params: Mapping[str, Any] | None = None,
        *,
        warn: bool = False,
    ) -> None:
        severity = "warning" if warn else "error"
        given = tuple((params or {}).items())
        self.problems.append(Problem(row, self.table.title(key), value[:80], reason, suggestion, given, severity))

    def _broken(self, row: TableRow, key: str, cell: Cell) -> bool:
        """Report a cell that holds no value at all."""
        if not cell.is_broken:
            return False
        reason, suggestion = _BROKEN[cell.kind]
        self._problem(row.number, key, cell.text, reason, suggestion)
        return True

    def _number(self, row: TableRow) -> str | None:
        cell = row.cell("staff_number")
        if self._broken(row, "staff_number", cell):
            return None
        text = cell.value
        if cell.kind == "number" and not cell.shown:
            value = cell.number
            digits = len(cell.text.lstrip("-").split(".")[0])
            if value is None or value != value.to_integral_value() or value < 0 or digits > 15 or value.adjusted() > 14:
                self._problem(
                    row.number, "staff_number", cell.text,
                    QT_TRANSLATE_NOOP("exam", "The staff number is stored as a number and has lost its digits."),
                    QT_TRANSLATE_NOOP("exam", "Format the column as text and type the number again."),
                )  # fmt: skip
                return None
            text = f"{value:.0f}"
            self.as_number.append((row.number, cell.text))
        elif cell.kind in ("date", "time", "bool"):
            self._problem(
                row.number, "staff_number", text,
                QT_TRANSLATE_NOOP("exam", "The spreadsheet turned the staff number into something else."),
                QT_TRANSLATE_NOOP("exam", "Format the column as text and type the number again."),
            )  # fmt: skip
            return None
        try:
            number = rules.staff_number(text)
        except InvalidInput as error:
            self._problem(row.number, "staff_number", text, error.text, "", error.params)
            return None
        if cell.kind == "text" and number != text:
            self._problem(
                row.number, "staff_number", text,
                QT_TRANSLATE_NOOP("exam", "Blanks or full-width characters were put right: {number}."),
                "", {"number": number}, warn=True,
            )  # fmt: skip
        folded = rules.folded_number(number)
        first = self.numbers.setdefault(folded, (row.number, number))
        if first[0] != row.number:
            self._problem(
                row.number, "staff_number", number,
                QT_TRANSLATE_NOOP("exam", "The same staff number stands in row {first}.")
                if first[1] == number
                else QT_TRANSLATE_NOOP("exam", "Row {first} has the same staff number but for capital letters."),
                QT_TRANSLATE_NOOP("exam", "Delete one of the rows, or correct the number."),
                {"first": first[0]},
            )  # fmt: skip
        return number

    def _unit(self, row: TableRow) -> str | None:
        text = row.cell("unit").value
        known = self.spelt.get(text)
        if known is not None:
            return known
        unit = self._field(row, "unit", rules.unit_name)
        if unit is None:
            return None
        if not unit:
            self._problem(
                row.number, "unit", "",
                QT_TRANSLATE_NOOP("exam", "The unit is missing."), QT_TRANSLATE_NOOP("exam", "Write the unit's name."),
            )  # fmt: skip
            return None
        first = self.units.setdefault(rules.unit_key(unit), unit)
        if first != unit:
            self._problem(
                row.number, "unit", unit,
                QT_TRANSLATE_NOOP("exam", "Another spelling of “{unit}”; both are taken as one unit."),
                "", {"unit": first}, warn=True,
            )  # fmt: skip
        self.spelt[text] = first
        return first

    def _seen(self, row: TableRow, key: str, rule: Callable[[str], T]) -> T | None:
        """A field whose texts repeat: judged once, remembered when it is sound."""
        cell = row.cell(key)
        if cell.kind == "empty":
            return None
        if cell.kind in ("text", "date"):
            found = self.known.get((key, cell.text), self)
            if found is not self:
                return found
        before = len(self.problems)
        value = self._field(row, key, rule)
        if len(self.problems) == before:
            self.known[key, cell.text] = value
        return value

    def _field(self, row: TableRow, key: str, rule: Callable[[str], T]) -> T | None:
        cell = row.cell(key)
        if self._broken(row, key, cell):
            return None
        try:
            return rule(cell.value)
        except InvalidInput as error:
            suggestion = ""
            if key == "since" and cell.kind == "number":
                suggestion = QT_TRANSLATE_NOOP("exam", "Format the column as a date.")
            self._problem(row.number, key, cell.value, error.text, suggestion, error.params)
            return None


_BROKEN = {
    "error": (
        QT_TRANSLATE_NOOP("exam", "The cell shows an error."),
        QT_TRANSLATE_NOOP("exam", "Correct the formula, or type the value."),
    ),
    "formula": (
        QT_TRANSLATE_NOOP("exam", "The cell holds a formula without a stored result."),
        QT_TRANSLATE_NOOP("exam", "Open the file in Excel or WPS and save it, or type the value."),
    ),
    "bad": (
        QT_TRANSLATE_NOOP("exam", "The cell claims to be a number and is none."),
        QT_TRANSLATE_NOOP("exam", "Type the value again."),
    ),
}
