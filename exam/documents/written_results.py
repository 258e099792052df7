"""笔试成绩登记表 and 笔试单位成绩单: the standing of the written round, and each unit with its worked average."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents import styles
from exam.documents.build import Version
from exam.documents.exam_headings import labelled, printed_version
from exam.documents.fonts import check_names
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure, in_column
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import Printed
from exam.rules.marks import ATTENDANCE_NAMES, Attendance, show
from exam.rules.results import UnitLine
from exam.rules.sheets import Named
from exam.services.written_results import WrittenLine, WrittenResults

_STEP = 500
_MOST_SITTINGS = 3


def written_standing(
    results: WrittenResults, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT
) -> bytes:
    """The PDF of the standing. Without names (sealed, or a reader of codes) the columns of people are left out."""
    check_names(line.name for line in results.lines)
    with_names = any(line.name for line in results.lines)
    heading = named_heading(named, texts, texts("written.title"), *_facts(results, texts))
    sheet = Sheet(heading, texts, written_version(results, printed, texts))
    columns = [
        Column(texts("written.place"), 12, "center"),
        Column(texts("written.number"), 24, "center"),
        *([Column(texts("written.name"), 35), Column(texts("sheet.unit"), 38)] if with_names else []),
        *(Column(name, 20, "right") for name in _sections(results)),
        Column(texts("written.total"), 20, "right", strong=True),
        Column(texts("written.note"), 22, size=8.5),
    ]
    rows: list[Sequence[str]] = []
    marks = _marks(results.lines, len(_sections(results)))
    for done, (line, shown) in enumerate(zip(results.lines, marks, strict=True)):
        if done % _STEP == 0:
            progress.step(done, len(results.lines) + 1)
        people = (line.name, line.unit) if with_names else ()
        rows.append((figure(line.place), _number(line), *people, *shown, _note(line, texts)))
    labels = texts.many("written.signatures")
    note = texts("written.rule")
    if results.waiting:
        note += "\n" + labelled(texts("written.waiting"), texts.join(results.waiting), texts)
    reserve = sheet.signature_height(labels, note=note)
    draw_table(sheet, columns, rows, row_height=7.0, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)
    return sheet.finish()


def written_units(
    results: WrittenResults, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT
) -> bytes:
    """The PDF of the units, each beginning a page: its people, and below them how the average came about."""
    check_names(line.name for line in results.lines)
    by_unit: dict[str, list[WrittenLine]] = {}
    for line in results.lines:
        by_unit.setdefault(line.unit_code, []).append(line)
    labels = texts.many("written.unit_signatures")
    sitting = (texts("sheet.sitting"), _sittings(results, texts))
    sheet: Sheet | None = None
    for done, unit in enumerate(results.units):
        progress.step(done, len(results.units) + 1)
        facts = ((texts("sheet.unit"), unit.unit), sitting, *_unit_facts(unit, results, texts))
        heading = named_heading(named, texts, texts("written.unit_title"), *facts)
        if sheet is None:
            sheet = Sheet(heading, texts, written_version(results, printed, texts))
        else:
            sheet.begin_again(heading)
        _unit_table(sheet, by_unit.get(unit.unit_code, []), results, texts)
        _calculation(sheet, unit, texts, sheet.signature_height(labels))
        sheet.signatures(labels)
    assert sheet is not None
    return sheet.finish()


def _unit_table(sheet: Sheet, lines: Sequence[WrittenLine], results: WrittenResults, texts: Texts) -> None:
    columns = [
        Column(texts("written.number"), 28, "center"),
        Column(texts("written.name"), 30),
        *(Column(name, 22, "right") for name in _sections(results)),
        Column(texts("written.total"), 22, "right", strong=True),
        Column(texts("written.place_of_all"), 24, "center"),
        Column(texts("written.note"), 34, size=8.5),
    ]
    rows = [
        (_number(line), line.name, *shown, figure(line.place), _note(line, texts))
        for line, shown in zip(lines, _marks(lines, len(_sections(results))), strict=True)
    ]
    draw_table(sheet, columns, rows, row_height=7.0, empty=texts("sheet.nobody"))


def _calculation(sheet: Sheet, unit: UnitLine, texts: Texts, reserve: float) -> None:
    size = 10.5
    steps = [step for step in unit.calculation if step.kind != "heading"]
    # Heading, steps and signatures stay together.
    sheet.need(reserve + (len(steps) + 2) * size * styles.LINE)
    sheet.gap(4)
    sheet.text(texts("written.calculation"), font=styles.STRONG, size=11)
    for step in steps:
        strong = step.kind == "result"
        sheet.text(texts.step(step), font=styles.STRONG if strong else styles.BODY, size=size, indent=6)


def _facts(results: WrittenResults, texts: Texts) -> list[tuple[str, str]]:
    summary = results.summary
    return [
        (texts("sheet.sitting"), _sittings(results, texts)),
        (texts("written.sat"), texts("written.sat_of", sat=results.sat, expected=results.expected)),
        (texts("written.full"), show(results.full)),
        (texts("written.mean"), figure(summary.mean)),
        (texts("written.median"), figure(summary.median)),
        (texts("written.range"), f"{figure(summary.lowest)} – {figure(summary.highest)}"),
    ]


def _unit_facts(unit: UnitLine, results: WrittenResults, texts: Texts) -> tuple[tuple[str, str], ...]:
    placed = sum(one.place is not None for one in results.units)
    place = texts("written.place_of", place=unit.place, count=placed) if unit.place is not None else "—"
    return (
        (texts("written.sat"), texts("written.sat_of", sat=unit.sat, expected=unit.drawn)),
        (texts("written.average"), figure(unit.average, texts("sheet.incomplete"))),
        (texts("written.unit_place"), place),
    )


def _sittings(results: WrittenResults, texts: Texts) -> str:
    """The sittings that the results are of, while they are few enough for a line."""
    names = tuple(dict.fromkeys(line.sitting for line in results.lines))
    return texts.join(names) if len(names) <= _MOST_SITTINGS else texts("written.sittings", count=len(names))


def written_version(results: WrittenResults, printed: Printed, texts: Texts) -> Version:
    """A draft until every sitting is locked and opened; then it carries its time and the head of the journal."""
    if results.waiting or results.sealed:
        return Version()
    return printed_version(printed, texts)


def _sections(results: WrittenResults) -> tuple[str, ...]:
    return results.sections if len(results.sections) > 1 else ()


def _number(line: WrittenLine) -> str:
    return line.ticket_number or line.code


def _marks(lines: Sequence[WrittenLine], sections: int) -> list[tuple[str, ...]]:
    """For every line the marks of its sections and its total."""
    columns = [in_column([line.marks[at] for line in lines], "") for at in range(sections)]
    columns.append(in_column([line.total for line in lines]))
    return list(zip(*columns, strict=True))


def _note(line: WrittenLine, texts: Texts) -> str:
    state = line.attendance
    return "" if state in (None, Attendance.PRESENT) else texts.sentence(ATTENDANCE_NAMES[state])
