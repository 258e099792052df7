"""桌签: the seat in digits that are read from the door, the ticket number, eight on a page. No name, no unit."""

from __future__ import annotations

from typing import Any

from exam.documents import styles
from exam.documents.build import MM, make_pdf
from exam.documents.cards import Cards, count_pages, in_pages
from exam.documents.exam_headings import exam_time, printed_version
from exam.documents.fonts import pick
from exam.documents.headings import event_name
from exam.documents.ink import Ink
from exam.documents.paragraphs import fit_lines
from exam.documents.texts import Texts, plain
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, Printed
from exam.rules.sheets import Named

ACROSS, DOWN = 2, 4
_INSET = 5.0 * MM


def desk_labels(plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT) -> bytes:
    """The PDF of the labels of these rooms, each room beginning a page, in the order of the seats."""
    event = plain(event_name(named.competition, named.year, texts))

    def draw(canvas: Any) -> None:
        def shared(wide: float, high: float, ink: Ink) -> None:
            lines, size = fit_lines(event, wide - 2 * _INSET, pick(event, styles.BODY), 9.0)
            ink.text(wide / 2, high - 8 * MM, lines[0], pick(event, styles.BODY), size, styles.QUIET,
                     align="center")  # fmt: skip
            ink.text(wide / 2, 17.5 * MM, texts("label.number"), styles.BODY, 8.0, styles.QUIET, align="center")
            between = "　" if texts.language == "zh" else ", "
            foot = between.join(part for part in (plan.sitting, exam_time(plan, texts)) if part)
            lines, size = fit_lines(plain(foot), wide - 2 * _INSET, styles.BODY, 8.0)
            ink.text(wide / 2, 4.2 * MM, lines[0], styles.BODY, size, styles.QUIET, align="center")

        cards = Cards(canvas, texts, printed_version(printed, texts), across=ACROSS, down=DOWN, shared=shared)
        groups = [[(room, person) for person in room.people] for room in plan.rooms]
        pages, done = count_pages(groups, cards.on_a_page), 0
        middle, room_wide = cards.wide / 2, cards.wide - 2 * _INSET
        for at, page in enumerate(in_pages(groups, cards.on_a_page), start=1):
            if at % 50 == 1:
                progress.step(done, plan.people)
            shown = [
                "\n".join(
                    (
                        cards.field("room", room.name, middle, cards.high - 15 * MM, room_wide, 13, align="center"),
                        cards.field("seat", person.seat, middle, 26.5 * MM, room_wide, 72, strong=True, align="center"),
                        cards.field("ticket", person.ticket, middle, 10 * MM, room_wide, 18, strong=True,
                                    align="center"),
                    )
                )
                for room, person in page
            ]  # fmt: skip
            cards.page(shown, at, pages)
            done += len(page)
        progress.step(plan.people, plan.people)

    title = f"{texts('label.title')} {plain(named.competition)}"
    return make_pdf(draw, title=title, author=plain(named.host), language=texts.language)
