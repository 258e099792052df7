"""Certificates for any list: 姓名, 单位, 奖项 and, if wanted, 编号 and 事由, from a workbook or CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from exam.documents.build import write_file
from exam.documents.certificate_data import PLAIN, TITLE, Certificate, CertificateStyle
from exam.documents.certificates import certificates_pdf
from exam.documents.fonts import KAI, names_with_missing_glyphs
from exam.documents.texts import texts_of
from exam.errors import ImportRejected, InvalidInput, Problem
from exam.files.refusals import FileRefused
from exam.files.safe_names import safe_name
from exam.files.tables import Table, TableRow, read_table
from exam.progress import SILENT, Progress
from exam.rules import roster
from exam.words import QT_TRANSLATE_NOOP

COLUMNS: dict[str, tuple[str, ...]] = {
    "name": ("姓名", "获奖者", "获奖人", "员工姓名", "名字", "name", "full name", "winner"),
    "unit": ("单位", "部门", "所属单位", "所在单位", "分公司", "代表队", "unit", "department", "team"),
    "award": ("奖项", "称号", "荣誉称号", "荣誉", "获奖名称", "奖项名称", "award", "title", "honour"),
    "number": ("编号", "证书编号", "证书号", "certificate number", "certificate no", "no", "number"),
    "reason": ("事由", "正文", "获奖事由", "授奖事由", "reason", "text"),
}
"""Column key -> titles it is known by."""

REQUIRED = ("award",)


def read_certificates(path: str | Path, progress: Progress = SILENT) -> list[Certificate]:
    """The certificates that a list asks for, in its order.

    A row without 姓名 honours the unit. An award that is no 奖 and no place (业务能手, WO的完美之星) is worded
    as a title. Raises :class:`~exam.errors.InvalidInput` for a file that cannot be read as a list, and
    :class:`~exam.errors.ImportRejected` with every problem of its rows; nothing is then printed.
    """
    table = read_table(path, COLUMNS, required=REQUIRED, progress=progress)
    if table.missing or not ({"name", "unit"} & set(table.columns)):
        raise FileRefused(
            QT_TRANSLATE_NOOP(
                "exam",
                "The list needs a column 奖项 (award) and a column 姓名 (name) or 单位 (unit). "
                "Name the columns so in one row and choose the file again.",
            )
        )
    problems = [problem for problem in table.problems if problem.severity == "error"]
    certificates: list[Certificate] = []
    numbers: dict[str, int] = {}
    for row in table.rows:
        found = list(_problems(row, table, numbers))
        problems += found
        if not found:
            certificates.append(_certificate(row))
    if problems:
        raise ImportRejected(problems)
    if not certificates:
        raise FileRefused(
            QT_TRANSLATE_NOOP("exam", "The list holds no row below its header. Add the people and choose it again.")
        )
    return certificates


def list_pdf(
    list_path: str | Path,
    progress: Progress = SILENT,
    *,
    competition: str = "",
    year: int = 0,
    issuer: str = "",
    day: str = "",
    language: str = "zh",
) -> tuple[str, bytes]:
    """A file name for the certificates of a list, and their PDF; see :func:`certificates_from_list`."""
    certificates = read_certificates(list_path, progress)
    style = CertificateStyle(competition, year, issuer, day or date.today().isoformat(), language)
    name = f"{texts_of(language)('certificate.file')} {Path(list_path).stem}"
    return safe_name(name, ".pdf"), certificates_pdf(certificates, style, progress)


def certificates_from_list(
    list_path: str | Path,
    out_path: str | Path,
    progress: Progress = SILENT,
    *,
    competition: str = "",
    year: int = 0,
    issuer: str = "",
    day: str = "",
    language: str = "zh",
) -> int:
    """Print the list at ``list_path`` into the PDF ``out_path``; the number of certificates.

    Without ``competition`` and 事由 the words name no event; without ``day`` (ISO) the day is today.
    """
    certificates = read_certificates(list_path, progress)
    style = CertificateStyle(competition, year, issuer, day or date.today().isoformat(), language)
    write_file(Path(out_path), certificates_pdf(certificates, style, progress))
    return len(certificates)


def _certificate(row: TableRow) -> Certificate:
    name = row.cell("name").value.strip()
    unit = roster.line_text(row.cell("unit").value)
    award = roster.line_text(row.cell("award").value)
    return Certificate(
        PLAIN if _is_prize(award) else TITLE,
        roster.person_name(name) if name else unit,
        unit,
        award,
        roster.line_text(row.cell("number").value),
        roster.line_text(row.cell("reason").value),
        to_unit=not name,
    )


def _is_prize(award: str) -> bool:
    return award.endswith(("奖", "名", "奖励", "冠军", "亚军", "季军", "prize", "Prize", "award", "Award"))


def _problems(row: TableRow, table: Table, numbers: dict[str, int]) -> Iterator[Problem]:
    for key in COLUMNS:
        cell = row.cell(key)
        if cell.is_broken:
            yield Problem(
                row.number,
                table.title(key),
                cell.text,
                QT_TRANSLATE_NOOP("exam", "The cell holds an error or an unfinished formula."),
                QT_TRANSLATE_NOOP("exam", "Type the value itself into the cell."),
            )
            return
    name, unit = row.cell("name").value.strip(), row.cell("unit").value.strip()
    if not row.cell("award").value.strip():
        yield _missing(row, table, "award", QT_TRANSLATE_NOOP("exam", "The award is missing."))
    if not name and not unit:
        yield _missing(row, table, "name", QT_TRANSLATE_NOOP("exam", "Name and unit are both missing."))
    if name:
        try:
            name = roster.person_name(name)
        except InvalidInput as fault:
            yield Problem(row.number, table.title("name"), name, fault.text, params=tuple(fault.params.items()))
    for key in ("unit", "award", "number", "reason"):
        try:
            roster.line_text(row.cell(key).value)
        except InvalidInput as fault:
            value = row.cell(key).value[:40] + "…"
            yield Problem(row.number, table.title(key), value, fault.text, params=tuple(fault.params.items()))
    for key in ("name", "unit", "award", "reason"):
        for lost in names_with_missing_glyphs([row.cell(key).value], KAI):
            yield Problem(
                row.number,
                table.title(key),
                row.cell(key).value,
                QT_TRANSLATE_NOOP("exam", "No font of the program can print {characters}."),
                QT_TRANSLATE_NOOP("exam", "Check the characters; write them another way if they are right."),
                (("characters", " ".join(lost.characters)),),
            )
    number = row.cell("number").value.strip()
    if number and number in numbers:
        yield Problem(
            row.number,
            table.title("number"),
            number,
            QT_TRANSLATE_NOOP("exam", "The number stands in row {row} too."),
            QT_TRANSLATE_NOOP("exam", "Give every certificate its own number."),
            (("row", numbers[number]),),
        )
    elif number:
        numbers[number] = row.number


def _missing(row: TableRow, table: Table, key: str, reason: str) -> Problem:
    return Problem(
        row.number, table.title(key), "", reason, QT_TRANSLATE_NOOP("exam", "Fill the cell, or delete the row.")
    )
