"""成绩公示: the results for the notice board, on the page of an official notice."""

from __future__ import annotations

from datetime import date

from exam.documents.fonts import check_names
from exam.documents.headings import event_name, is_selection, name_title, shows_parts, snapshot_version
from exam.documents.notice import SIGN_HEIGHT, Notice
from exam.documents.pages import Heading
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure
from exam.rules.results import Snapshot
from exam.rules.sheets import publicity_period


def public_notice(snapshot: Snapshot, texts: Texts, *, days: int = 0) -> bytes:
    """The PDF of the public notice; ``days`` working days after the publication people may object."""
    check_names(line.name for line in snapshot.individuals)
    event = event_name(snapshot.competition, snapshot.year, texts)
    heading = Heading(event, texts("public_notice.title", competition=event), (), snapshot.host)
    notice = Notice(heading, texts, snapshot_version(snapshot))
    body = "public_notice.body_selection" if is_selection(snapshot) else "public_notice.body"
    notice.paragraph(texts(body, competition=event))
    if days > 0:
        start, end = publicity_period(date.fromisoformat(snapshot.made_at[:10]), days)
        period = texts("public_notice.period", start=texts.day(start), end=texts.day(end), days=days)
        notice.paragraph(period)
    if snapshot.teams:
        notice.paragraph(texts("public_notice.teams"), strong=True, reserve=90.0)
        titles = texts.many("public_notice.team_columns")
        draw_table(
            notice,
            [Column(titles[0], 20, "center"), Column(titles[1], 90), Column(titles[2], 46, "right")],
            [(figure(line.place), line.unit, figure(line.total, texts("sheet.incomplete"))) for line in snapshot.teams],
            row_height=8,
            reserve=0.0 if snapshot.individuals else SIGN_HEIGHT,
        )
        notice.gap(5)
    if snapshot.individuals:
        if snapshot.teams:
            notice.paragraph(texts("public_notice.individuals"), strong=True, reserve=90.0)
        titles = texts.many("public_notice.columns")
        parts = shows_parts(snapshot)
        columns = [
            Column(titles[0], 14, "center"),
            Column(name_title(snapshot, titles[1], texts), 32 if parts else 52),
            Column(titles[2], 52 if parts else 72),
            *(Column(title, 20, "right") for title in (titles[3:] if parts else titles[5:])),
        ]
        rows = [
            (
                figure(line.place),
                line.name,
                line.unit,
                *((figure(line.written), figure(line.on_site)) if parts else ()),
                figure(line.total, texts("sheet.incomplete")),
            )
            for line in snapshot.individuals
        ]
        draw_table(notice, columns, rows, row_height=8, reserve=SIGN_HEIGHT)
    notice.sign(snapshot.organiser or snapshot.host, texts.day(snapshot.made_at))
    return notice.finish()
