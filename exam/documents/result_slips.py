"""个人成绩单: what one candidate reached in the written round and how it came about; four a page to cut, or one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from exam.documents import styles
from exam.documents.build import MM, Version, make_pdf
from exam.documents.cards import Cards, count_pages, in_pages
from exam.documents.exam_headings import labelled
from exam.documents.fonts import check_names, pick, width
from exam.documents.headings import event_name, named_heading
from exam.documents.ink import Ink
from exam.documents.pages import Sheet, version_line
from exam.documents.paragraphs import break_lines, fit_lines
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure, in_column, plain
from exam.documents.written_results import written_version
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import Printed
from exam.rules.marks import ATTENDANCE_NAMES, Attendance, show
from exam.rules.sheets import Named
from exam.services.written_results import WrittenLine, WrittenResults

ACROSS, DOWN = 1, 4
_INSET = 6.0 * MM
_STEP = 100


def result_slips(
    results: WrittenResults, lines: Sequence[WrittenLine], named: Named, texts: Texts, printed: Printed, *,
    progress: Progress = SILENT,
) -> bytes:  # fmt: skip
    """The PDF of the slips of ``lines``, four on a page with lines to cut along; a unit begins a page."""
    check_names(line.name for line in lines)
    version = written_version(results, printed, texts)

    def draw(canvas: Any) -> None:
        press = _Press(canvas, results, named, texts, version)
        by_unit: dict[str, list[WrittenLine]] = {}
        for line in lines:
            by_unit.setdefault(line.unit_code, []).append(line)
        groups = list(by_unit.values())
        pages, done = count_pages(groups, DOWN), 0
        for at, page in enumerate(in_pages(groups, DOWN), start=1):
            if at % _STEP == 1:
                progress.step(done, len(lines))
            press.cards.page([press.slip(line) for line in page], at, pages)
            done += len(page)
        progress.step(len(lines), len(lines))

    title = f"{texts('slip.title')} {plain(named.competition)}"
    return make_pdf(draw, title=title, author=plain(named.host), language=texts.language)


def large_result_slips(
    results: WrittenResults, lines: Sequence[WrittenLine], named: Named, texts: Texts, printed: Printed, *,
    progress: Progress = SILENT,
) -> bytes:  # fmt: skip
    """The PDF of the slips of ``lines``, each on its own page with room for the seal."""
    check_names(line.name for line in lines)
    about = _About(results, texts)
    sheet: Sheet | None = None
    for done, line in enumerate(lines):
        if done % _STEP == 0:
            progress.step(done, len(lines) + 1)
        facts = (
            (texts("slip.name"), line.name), (texts("sheet.unit"), line.unit),
            (texts("slip.number"), line.ticket_number), (texts("slip.staff"), line.staff_number),
            (texts("sheet.sitting"), line.sitting),
        )  # fmt: skip
        heading = named_heading(named, texts, texts("slip.title"), *facts)
        if sheet is None:
            sheet = Sheet(heading, texts, written_version(results, printed, texts))
        else:
            sheet.begin_again(heading)
        sheet.gap(4)
        _large_table(sheet, line, about, texts)
        sheet.gap(6)
        sheet.text(texts("slip.calculation"), font=styles.STRONG, size=12)
        for step in about.steps(line):
            sheet.text(step, size=12, indent=6)
        sheet.gap(6)
        sheet.text(texts("slip.objection_title"), font=styles.STRONG, size=12)
        sheet.text(objection(named, texts), size=12, indent=6)
        sheet.seal(texts("slip.office", office=named.organiser or named.host))
    assert sheet is not None
    return sheet.finish()


def objection(named: Named, texts: Texts) -> str:
    """How to object, with the working days that the rules give for it."""
    return texts("slip.objection_days", days=named.publicity_days) if named.publicity_days else texts("slip.objection")


class _About:
    """What all slips need to know of the whole round: full marks by sitting, how many share a total."""

    def __init__(self, results: WrittenResults, texts: Texts) -> None:
        self.texts = texts
        self.full = results.full
        self._sections = {one.sitting: tuple(zip(one.names, one.full, strict=True)) for one in results.analyses
                          if not one.section}  # fmt: skip
        self._common = results.sections
        self.ranked = sum(line.place is not None for line in results.lines)
        self._equal = Counter(line.place for line in results.lines if line.place is not None)

    def sections(self, line: WrittenLine) -> list[tuple[str, Decimal | None, Decimal | None]]:
        """Name, full mark and mark of every section of this paper."""
        known = self._sections.get(line.sitting, ())
        if len(known) != len(line.marks):
            names = self._common if len(self._common) == len(line.marks) else [""] * len(line.marks)
            known = tuple((name, None) for name in names)
        return [(name, full, mark) for (name, full), mark in zip(known, line.marks, strict=True)]

    def state(self, line: WrittenLine) -> str:
        """How the person took part, where that is worth a word."""
        state = line.attendance
        return "" if state in (None, Attendance.PRESENT) else self.texts.sentence(ATTENDANCE_NAMES[state])

    def steps(self, line: WrittenLine) -> list[str]:
        """The calculation: the sum of the sections, then the place."""
        texts, state = self.texts, self.state(line)
        if line.total is None:
            return [texts("slip.none", state=state or texts("sheet.incomplete"))]
        steps = [texts("slip.state", state=state)] if state else []
        parts = [f"{name} {show(mark)}".strip() for name, _, mark in self.sections(line) if mark is not None]
        if line.attendance is Attendance.ZEROED:
            steps = [texts("slip.zeroed", state=state)]
        elif len(parts) > 1:
            steps.append(texts("slip.sum", parts=" + ".join(parts), total=show(line.total)))
        else:
            steps.append(texts("slip.total_is", total=show(line.total)))
        if line.place is not None:
            equal = self._equal[line.place] - 1
            steps.append(
                texts(
                    "slip.place_equal" if equal else "slip.place_alone", count=self.ranked, above=line.place - 1,
                    place=line.place, equal=equal,
                )
            )  # fmt: skip
        return steps


def _large_table(sheet: Sheet, line: WrittenLine, about: _About, texts: Texts) -> None:
    columns = [
        Column(texts("slip.section"), 80, size=12),
        Column(texts("slip.full"), 40, "right", size=12),
        Column(texts("slip.mark"), 40, "right", size=12, strong=True),
    ]
    sections = about.sections(line)
    names = [name or texts("slip.paper") for name, _, _ in sections]
    full, marks = [one for _, one, _ in sections], [mark for _, _, mark in sections]
    if len(sections) > 1:
        names.append(texts("slip.total"))
        full.append(about.full)
        marks.append(line.total)
    rows = list(zip(names, in_column(full, ""), in_column(marks), strict=True))
    rows.append((texts("slip.place"), "", figure(line.place)))
    draw_table(sheet, columns, rows, row_height=10.0)


class _Press:
    """Knows where everything of a small slip stands."""

    def __init__(self, canvas: Any, results: WrittenResults, named: Named, texts: Texts, version: Version) -> None:
        self.texts, self.named, self.version = texts, named, version
        self.about = _About(results, texts)
        self.ink = Ink(canvas)
        self.cards = Cards(canvas, texts, version, across=ACROSS, down=DOWN, shared=self._shared)
        self.wide = self.cards.wide - 2 * _INSET

    def slip(self, line: WrittenLine) -> str:
        """What only this slip says."""
        texts, half = self.texts, _INSET + self.wide * 0.52
        state = self.about.state(line)
        sitting = f"{line.sitting}（{state}）" if state and texts.language == "zh" else line.sitting
        if state and texts.language != "zh":
            sitting += f" ({state})"
        parts = [
            self._labelled("name", texts("slip.name"), line.name, _INSET, 50.6, 12.5, strong=True),
            self._labelled("number", texts("slip.number"), line.ticket_number, half, 50.6, 12.5, strong=True),
            self._labelled("unit", texts("sheet.unit"), line.unit, _INSET, 43.6, 9.5),
            self._labelled("sitting", texts("sheet.sitting"), sitting, half, 43.6, 9.5),
        ]
        self._table(line)
        shown = "　".join(self.about.steps(line)) if texts.language == "zh" else " ".join(self.about.steps(line))
        lines, size = fit_lines(shown, self.wide, pick(shown, styles.BODY), 8.5, count=2)
        for at, one in enumerate(lines):
            self.ink.text(_INSET, 20.9 * MM - at * size * 1.25, one, pick(one, styles.BODY), size)
        return "\n".join([*parts, *self.ink.take()])

    def _labelled(
        self, key: str, label: str, value: str, x: float, y: float, size: float, *, strong: bool = False
    ) -> str:
        shown = labelled(label, "", self.texts)
        beside = width(shown, styles.BODY, 9.0) + 1 * MM
        room = self.wide * 0.48 - beside - 2 * MM
        return "\n".join(
            (
                self.cards.field("label", shown, x, y * MM, beside, 9.0),
                self.cards.field(key, value, x + beside, y * MM, room, size, strong=strong, high=5.6 * MM),
            )
        )

    def _table(self, line: WrittenLine) -> None:
        texts, ink = self.texts, self.ink
        sections = self.about.sections(line)
        heads = [self._headed(name or texts("slip.paper"), full) for name, full, _ in sections]
        marks = [mark for _, _, mark in sections]
        if len(sections) > 1:
            heads.append(self._headed(texts("slip.total"), self.about.full))
            marks.append(line.total)
        cells = list(zip(heads, in_column(marks), strict=True))
        cells.append((texts("slip.place"), figure(line.place)))
        top, row, wide = 40.4 * MM, 7.0 * MM, self.wide / len(cells)
        ink.area(_INSET, top - row, self.wide, row, styles.SHADE)
        for at, (head, value) in enumerate(cells):
            middle = _INSET + (at + 0.5) * wide
            lines, size = fit_lines(head, wide - 2 * MM, pick(head, styles.BODY), 9.0)
            ink.text(middle, top - row + 2.3 * MM, lines[0], pick(head, styles.BODY), size, align="center")
            ink.text(middle, top - 2 * row + 2.1 * MM, value, styles.STRONG, 11.0, align="center")
            if at:
                ink.line(_INSET + at * wide, top, _INSET + at * wide, top - 2 * row, 0.5)
        ink.frame(_INSET, top - 2 * row, self.wide, 2 * row, 0.8)
        ink.line(_INSET, top - row, _INSET + self.wide, top - row, 0.5)

    def _headed(self, name: str, full: Decimal | None) -> str:
        if full is None:
            return plain(name)
        return f"{plain(name)}（{show(full)}）" if self.texts.language == "zh" else f"{plain(name)} ({show(full)})"

    def _shared(self, wide: float, high: float, ink: Ink) -> None:
        texts, inner = self.texts, wide - 2 * _INSET
        if self.version.draft:
            ink.text(wide / 2, high / 2 - 16, texts("sheet.draft_mark"), styles.STRONG, 64.0, styles.DRAFT,
                     align="center", spacing=32.0)  # fmt: skip
        title = texts("slip.title")
        ink.text(_INSET, high - 9.5 * MM, title, styles.STRONG, 15.0)
        event = plain(event_name(self.named.competition, self.named.year, texts))
        room = inner - width(title, styles.STRONG, 15.0) - 6 * MM
        lines, size = fit_lines(event, room, pick(event, styles.BODY), 10.0)
        ink.text(wide - _INSET, high - 9.5 * MM, lines[0], pick(event, styles.BODY), size, align="right")
        ink.line(_INSET, high - 12 * MM, wide - _INSET, high - 12 * MM, 0.8)
        y = 13.0 * MM
        for one in break_lines(objection(self.named, texts), inner, styles.BODY, 8.0)[:2]:
            ink.text(_INSET, y, one, styles.BODY, 8.0)
            y -= 8.0 * 1.3
        colour = styles.DRAFT_WORD if self.version.draft else styles.QUIET
        office = texts("slip.office", office=self.named.organiser or self.named.host)
        lines, size = fit_lines(plain(office), inner * 0.45, pick(office, styles.BODY), 8.0)
        ink.text(_INSET, 4.0 * MM, version_line(self.version, texts), styles.BODY, 6.5, colour)
        ink.text(wide - _INSET, 4.0 * MM, lines[0], pick(office, styles.BODY), size, align="right")
