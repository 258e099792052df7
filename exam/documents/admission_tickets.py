"""准考证: six on a page with lines to cut along, or one on a page with the rules of the exam in full."""

from __future__ import annotations

from typing import Any

from exam.documents import styles
from exam.documents.build import A4, MM, make_pdf
from exam.documents.cards import BOTTOM, SIDE, TOP, Cards, count_pages, in_pages
from exam.documents.exam_headings import exam_time, labelled, printed_version
from exam.documents.fonts import check_names, pick, width
from exam.documents.headings import event_name
from exam.documents.ink import Ink
from exam.documents.paragraphs import break_lines, fit_lines
from exam.documents.texts import Texts, plain
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, ExamRoom, Printed, Seated
from exam.rules.sheets import Named

SMALL, LARGE = 6, 1
_INSET = 5.0 * MM
_PHOTO = (25.0 * MM, 35.0 * MM)
_SEAL = 45.0 * MM
_STEP = 50
_KEYS = ("name", "number", "room", "seat", "unit", "time", "place")


def admission_tickets(
    plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, on_a_page: int = SMALL, progress: Progress = SILENT
) -> bytes:
    """The PDF of the tickets of these rooms, each room beginning a page, in the order of the seats.

    ``on_a_page`` is :data:`SMALL` or :data:`LARGE`. Raises :class:`~exam.errors.InvalidInput` before
    anything is drawn when a name cannot be printed.
    """
    check_names(person.name for room in plan.rooms for person in room.people)

    def draw(canvas: Any) -> None:
        press = _Press(canvas, plan, named, texts, printed, on_a_page)
        groups = [[(room, person) for person in room.people] for room in plan.rooms]
        pages, done = count_pages(groups, on_a_page), 0
        for at, page in enumerate(in_pages(groups, on_a_page), start=1):
            if at % _STEP == 1:
                progress.step(done, plan.people)
            press.cards.page([press.ticket(room, person) for room, person in page], at, pages)
            done += len(page)
        progress.step(plan.people, plan.people)

    title = f"{texts('ticket.title')} {plain(named.competition)}"
    return make_pdf(draw, title=title, author=plain(named.host), language=texts.language)


class _Press:
    """Knows where everything of a ticket stands. ``scale`` makes the large one of the small one."""

    def __init__(
        self, canvas: Any, plan: ExamPlan, named: Named, texts: Texts, printed: Printed, on_a_page: int
    ) -> None:
        self.plan, self.named, self.texts = plan, named, texts
        self.large = on_a_page == LARGE
        self.scale = 1.65 if self.large else 1.0
        across, down = (1, 1) if self.large else (2, 3)
        self.inset = 14 * MM if self.large else _INSET
        self.wide = (A4[0] - 2 * SIDE) / across - 2 * self.inset
        self.top = (A4[1] - TOP - BOTTOM) / down - self.inset
        self.labels = {key: texts(f"ticket.{key}") for key in _KEYS}
        size = 9.0 * self.scale
        self.size = size
        shown = [labelled(label, "", texts) for label in self.labels.values()]
        self.label_wide = max(width(label, styles.BODY, size) for label in shown) + 1.5 * MM
        # The name stands a little apart: a long one takes three lines. Time and place run below the photo.
        drop = (0.0, 7.4, 13.2, 19.2, 25.2, 31.0, 36.8)
        first = self.top - 16.5 * MM * self.scale
        self.lines = {key: first - at * MM * self.scale for key, at in zip(_KEYS, drop, strict=True)}
        self.photo = (_PHOTO[0] * self.scale, _PHOTO[1] * self.scale)
        self.narrow = self.wide - self.label_wide - self.photo[0] - 3 * MM
        self.full = self.wide - self.label_wide
        self.cards = Cards(
            canvas, texts, printed_version(printed, texts), across=across, down=down, shared=self._shared
        )

    def ticket(self, room: ExamRoom, person: Seated) -> str:
        """What only this ticket says."""
        x, scale = self.inset + self.label_wide, self.scale
        field, lines = self.cards.field, self.lines
        line = 5.8 * MM * scale
        narrow = self.narrow
        return "\n".join(
            (
                field("name", person.name, x, lines["name"], narrow, 12.5 * scale, strong=True, high=7.6 * MM * scale),
                field("number", person.ticket, x, lines["number"], narrow, 12.5 * scale, strong=True),
                field("room", room.name, x, lines["room"], narrow, 11 * scale, strong=True, high=line),
                field("seat", person.seat, x, lines["seat"], narrow, 14 * scale, strong=True),
                field("unit", person.unit, x, lines["unit"], narrow, 9.5 * scale, high=line),
                field("place", room.place or self.plan.place, x, lines["place"], self.full, 9.5 * scale, high=line),
            )
        )

    def _shared(self, wide: float, high: float, ink: Ink) -> None:
        del wide, high
        texts, scale = self.texts, self.scale
        middle = self.inset + self.wide / 2
        beside = self.inset + (self.wide - self.photo[0]) / 2
        event = event_name(self.named.competition, self.named.year, texts)
        lines, size = fit_lines(plain(event), self.wide, styles.BODY, 9.5 * scale)
        ink.text(middle, self.top - 2 * MM * scale, lines[0], pick(event, styles.BODY), size, align="center")
        title, spacing = texts("ticket.title"), (8.0 * scale if texts.language == "zh" else 0.0)
        ink.text(beside, self.top - 9 * MM * scale, title, styles.STRONG, 16 * scale, align="center", spacing=spacing)
        for key, y in self.lines.items():
            ink.text(self.inset, y, labelled(self.labels[key], "", texts), styles.BODY, self.size, styles.QUIET)
        time = exam_time(self.plan, texts)
        if time and self.plan.sitting:
            time = f"{time}（{self.plan.sitting}）" if texts.language == "zh" else f"{time} ({self.plan.sitting})"
        time = time or self.plan.sitting
        shown, size = fit_lines(plain(time), self.full, styles.BODY, 9.5 * scale)
        ink.text(self.inset + self.label_wide, self.lines["time"], shown[0], styles.BODY, size)
        self._photo_box(ink)
        if self.large:
            self._rules_in_full(ink)
        else:
            self._rules(ink)

    def _photo_box(self, ink: Ink) -> None:
        wide, high = self.photo
        left, bottom = self.inset + self.wide - wide, self.top - 5 * MM * self.scale - high
        ink.frame(left, bottom, wide, high, 0.6, styles.QUIET)
        lines = self.texts("ticket.photo").split("\n")
        y = bottom + high / 2 + (len(lines) - 1) * 5
        for line in lines:
            ink.text(left + wide / 2, y - 3, line, styles.BODY, 8.0, styles.QUIET, align="center")
            y -= 11

    def _all_rules(self) -> list[str]:
        found = [self.texts("ticket.rule_bring")]
        if self.plan.late_limit:
            found.append(self.texts("ticket.rule_late", minutes=self.plan.late_limit))
        if self.plan.hand_in_from:
            found.append(self.texts("ticket.rule_leave", minutes=self.plan.hand_in_from))
        return [f"{at}. {rule}" for at, rule in enumerate([*found, *self.texts.many("ticket.rules")], start=1)]

    def _rules(self, ink: Ink) -> None:
        """As much of the rules as the lower edge takes, smaller when there are many."""
        office = self.named.organiser or self.named.host
        top = self.lines["place"] - 4.0 * MM
        room = top - self.inset - 4.0 * MM
        ink.line(self.inset, top + 1 * MM, self.inset + self.wide, top + 1 * MM, 0.4, styles.QUIET)
        size, lines = 7.4, []
        while size > 4.5:
            lines = [line for rule in self._all_rules() for line in break_lines(rule, self.wide, styles.BODY, size)]
            if len(lines) * size * 1.3 <= room:
                break
            size -= 0.2
        for at, line in enumerate(lines, start=1):
            ink.text(self.inset, top - at * size * 1.3, line, styles.BODY, size)
        shown, size = fit_lines(plain(office), self.wide * 0.8, pick(office, styles.BODY), 8.0)
        ink.text(self.inset + self.wide, self.inset, shown[0], pick(office, styles.BODY), size, align="right")

    def _rules_in_full(self, ink: Ink) -> None:
        top = self.lines["place"] - 12 * MM
        ink.line(self.inset, top + 4 * MM, self.inset + self.wide, top + 4 * MM, 0.6, styles.QUIET)
        y = top - 6 * MM
        ink.text(self.inset, y, self.texts("ticket.rules_title"), styles.STRONG, 13.0)
        y -= 8 * MM
        for rule in self._all_rules():
            for line in break_lines(rule, self.wide, styles.BODY, 12.0):
                ink.text(self.inset, y, line, styles.BODY, 12.0)
                y -= 12.0 * 1.5
        office = self.named.organiser or self.named.host
        font = pick(office, styles.BODY)
        lines, size = fit_lines(plain(office), 90 * MM, font, 12.0, count=2)
        middle = self.inset + self.wide - max(width(line, font, size) for line in lines) / 2
        middle = min(middle, self.inset + self.wide - _SEAL / 2)
        y = self.inset + _SEAL / 2
        for line in lines:
            ink.text(middle, y, line, font, size, align="center")
            y -= size * 1.3
        ink.text(middle, y - 4, self.texts("ticket.seal"), styles.BODY, 9.0, styles.QUIET, align="center")
