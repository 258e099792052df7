"""考场座次表: a map of the room with desk and door; one to post at the door, one for the office.

The posted plan gives each seat its name and ticket number, so that people find themselves and the
invigilator can compare; it carries no unit and no paper version. The office plan adds both.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from exam.documents import styles
from exam.documents.build import MM
from exam.documents.exam_headings import labelled, printed_version, room_heading
from exam.documents.fonts import check_names, pick, width
from exam.documents.ink import Colour
from exam.documents.pages import Sheet
from exam.documents.paragraphs import fit_box, fit_lines
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, plain
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, ExamRoom, Printed, Seated
from exam.rules.sheets import Named

MOST_COLUMNS, MOST_ROWS = 12, 10
_GAP = 1.2 * MM
_FRONT = 8.0 * MM
_FOOT = 13.0 * MM
_TALLEST = 20.0 * MM
_WIDEST = 44.0 * MM


def seating_plans(
    plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, office: bool, progress: Progress = SILENT
) -> bytes:
    """The PDF of the plans of these rooms, each beginning a page."""
    check_names(person.name for room in plan.rooms for person in room.people)
    kind = "office" if office else "posted"
    sheet: Sheet | None = None
    for done, room in enumerate(plan.rooms):
        progress.step(done, len(plan.rooms))
        heading = room_heading(named, plan, room, texts, texts(f"seating.title_{kind}"))
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts), landscape=True)
        else:
            sheet.begin_again(heading)
        if _has_map(room):
            _Map(sheet, room, texts, office).draw()
        else:
            _table(sheet, room, texts, office)
    assert sheet is not None
    progress.step(len(plan.rooms), len(plan.rooms))
    return sheet.finish()


def _has_map(room: ExamRoom) -> bool:
    return room.rows > 0 and room.columns > 0 and all(person.row and person.column for person in room.people)


def _table(sheet: Sheet, room: ExamRoom, texts: Texts, office: bool) -> None:
    """A room whose desks are not known: the same in lines."""
    titles = texts.many("seating.columns_office" if office else "seating.columns_posted")
    columns = [Column(titles[0], 20, "center", strong=True), Column(titles[1], 34), Column(titles[2], 70)]
    if office:
        columns += [Column(titles[3], 100), Column(titles[4], 16, "center")]
    rows = [
        (one.seat, one.ticket, one.name, *((one.unit, one.paper) if office else ()))
        for one in room.people
    ]  # fmt: skip
    labels = texts.many("seating.signatures")
    note = texts("seating.note_office" if office else "seating.note_posted")
    reserve = sheet.signature_height(labels, note=note)
    draw_table(sheet, columns, rows, row_height=7.5, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)


@dataclass(frozen=True, slots=True)
class _Part:
    """What one page shows of a large room: first and last row and column."""

    rows: tuple[int, int]
    columns: tuple[int, int]


class _Map:
    def __init__(self, sheet: Sheet, room: ExamRoom, texts: Texts, office: bool) -> None:
        self.sheet, self.room, self.texts, self.office = sheet, room, texts, office
        self.person_at = {(person.row, person.column): person for person in room.people}
        self.seat_at = {(row, column): seat for row, column, seat in room.labels}
        self.labels = texts.many("seating.signatures")
        self.note = texts("seating.note_office" if office else "seating.note_posted")

    def draw(self) -> None:
        """The map on as many pages as a large room needs."""
        parts = [
            _Part(rows, columns)
            for rows in _cut(self.room.rows, MOST_ROWS)
            for columns in _cut(self.room.columns, MOST_COLUMNS)
        ]
        for at, part in enumerate(parts):
            if at:
                self.sheet.new_page()
            self._part(part, alone=len(parts) == 1)

    def _part(self, part: _Part, *, alone: bool) -> None:
        sheet, texts = self.sheet, self.texts
        if not alone:
            dash = "—" if texts.language == "zh" else "–"
            shown = "　".join(
                f"{texts(key)} {first}{dash}{last}"
                for key, (first, last) in (("seating.part", part.columns), ("seating.part_rows", part.rows))
            )
            sheet.text(shown, font=styles.STRONG, align="center")
        if part.rows[0] == 1:
            self._front()
        rows, columns = part.rows[1] - part.rows[0] + 1, part.columns[1] - part.columns[0] + 1
        wide = min(sheet.width / columns, _WIDEST)
        high = min((sheet.y - sheet.bottom - _FOOT) / rows, _TALLEST)
        start = (sheet.left + sheet.right - columns * wide) / 2
        top = sheet.y
        for row in range(part.rows[0], part.rows[1] + 1):
            for column in range(part.columns[0], part.columns[1] + 1):
                x = start + (column - part.columns[0]) * wide
                y = top - (row - part.rows[0] + 1) * high
                self._desk(row, column, x + _GAP / 2, y + _GAP / 2, wide - _GAP, high - _GAP)
        sheet.y = top - rows * high
        self._foot()

    def _front(self) -> None:
        """The desk of the invigilator in the middle, the door at its side."""
        sheet = self.sheet
        middle, wide = (sheet.left + sheet.right) / 2, 62 * MM
        y = sheet.y - _FRONT
        sheet.put("area", middle - wide / 2, y, wide, _FRONT, styles.SHADE)
        sheet.put("frame", middle - wide / 2, y, wide, _FRONT, 1.0)
        sheet.put("text", middle, y + 2.4 * MM, self.texts("seating.front"), styles.STRONG, 11.0, align="center")
        door = 24 * MM
        left, door_word = sheet.left if self.room.door == "left" else sheet.right - door, self.texts("seating.door")
        sheet.put("line", left, y, left + door, y, 2.4)
        sheet.put("text", left + door / 2, y + 2.4 * MM, door_word, styles.STRONG, 11.0, align="center")
        sheet.y = y - 3 * MM

    def _desk(self, row: int, column: int, x: float, y: float, wide: float, high: float) -> None:
        put = self.sheet.put
        if (row, column) in self.room.unusable:
            put("area", x, y, wide, high, styles.SHADE)
            put("line", x, y, x + wide, y + high, 0.4, styles.QUIET)
            put("line", x, y + high, x + wide, y, 0.4, styles.QUIET)
            return
        person = self.person_at.get((row, column))
        put("frame", x, y, wide, high, 0.8 if person else 0.4, styles.INK if person else styles.QUIET)
        if person is None:
            seat = self.seat_at.get((row, column), "")
            shown = f"{seat} {self.texts('seating.empty')}".strip()
            put("text", x + wide / 2, y + high / 2 - 3, shown, styles.BODY, 8.0, styles.QUIET, align="center")
            return
        self._person(person, x, y, wide, high)

    def _person(self, person: Seated, x: float, y: float, wide: float, high: float) -> None:
        """Seat and ticket number above, the name large below, the unit at the foot for the office."""
        put, side = self.sheet.put, 1.2 * MM
        left, right, middle = x + side, x + wide - side, x + wide / 2
        head = min(9.5, high * 0.24)
        line = y + high - head - 0.6 * MM
        seat = plain(f"{person.seat} {person.paper}".strip() if self.office else person.seat)
        put("text", left, line, seat, styles.STRONG, head)
        room = right - left - width(seat, styles.STRONG, head) - side
        shown, size = fit_lines(plain(person.ticket), room, styles.BODY, head * 0.9)
        put("text", right, line, shown[0], styles.BODY, size, align="right")
        share = 0.27 if width(plain(person.unit), styles.BODY, 8.0) <= 2 * (right - left) else 0.34
        foot = high * share if self.office else 0.6 * MM
        space = line - 0.6 * MM - y - foot
        self._block(person.name, middle, y + foot, right - left, space, styles.STRONG, 14.0, styles.INK)
        if self.office:
            self._block(person.unit, middle, y + 0.3 * MM, right - left, foot, styles.BODY, 8.0, styles.QUIET)

    def _block(
        self, text: str, middle: float, bottom: float, wide: float, high: float, font: str, size: float, colour: Colour
    ) -> None:
        shown = plain(text)
        font = pick(shown, font)
        lines, size = fit_box(shown, wide, high, font, size)
        y = bottom + (high + len(lines) * size * 1.15) / 2 - size * 0.95
        for line in lines:
            self.sheet.put("text", middle, y, line, font, size, colour, align="center")
            y -= size * 1.15

    def _foot(self) -> None:
        """The note and the maker on one line, to leave the page to the map."""
        sheet, size = self.sheet, styles.BODY_SIZE
        y = sheet.y - _FOOT + 2 * MM
        sheet.put("text", sheet.left, y, self.note, styles.BODY, styles.SMALL_SIZE, styles.QUIET)
        day = self.texts("sheet.signed_on")
        sheet.put("text", sheet.right, y, day, styles.BODY, size, align="right")
        end = sheet.right - width(day, styles.BODY, size) - 6 * MM
        label = labelled(self.labels[0], "", self.texts)
        sheet.put("text", end - 42 * MM, y, label, styles.BODY, size, align="right")
        sheet.put("line", end - 41 * MM, y - 1.5, end, y - 1.5, 0.5)
        sheet.y -= _FOOT


def _cut(count: int, most: int) -> list[tuple[int, int]]:
    """1..count in parts of about the same length, at most ``most`` each."""
    parts = -(-count // most)
    edges = [at * count // parts for at in range(parts + 1)]
    return [(first + 1, last) for first, last in pairwise(edges)]
