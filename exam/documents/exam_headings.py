"""What the papers of the written round say above and below: sitting, room, time, when they were printed."""

from __future__ import annotations

from datetime import datetime, timedelta

from exam.documents.build import Version
from exam.documents.headings import named_heading, shown_moment
from exam.documents.pages import Heading
from exam.documents.texts import Texts
from exam.rules.exam_sheets import ExamPlan, ExamRoom, Printed
from exam.rules.sheets import Named


def printed_version(printed: Printed, texts: Texts) -> Version:
    """The version line of a paper that holds no results: when it was made, and the head of the journal."""
    note = texts("sheet.printed_at", moment=shown_moment(printed.at, texts)) if printed.at else ""
    return Version(final=True, note=note, journal_count=printed.journal_count, journal_head=printed.journal_head)


def room_heading(named: Named, plan: ExamPlan, room: ExamRoom, texts: Texts, title: str) -> Heading:
    """The heading of a paper of one room."""
    return named_heading(
        named,
        texts,
        title,
        (texts("sheet.sitting"), plan.sitting),
        (texts("exam.room"), room.name),
        (texts("exam.time"), exam_time(plan, texts)),
        (texts("sheet.place"), room.place or plan.place),
        (texts("exam.people"), str(len(room.people))),
    )


def exam_time(plan: ExamPlan, texts: Texts) -> str:
    """Day, beginning and end of the exam: 2026年12月5日 09:00—10:30."""
    if not plan.starts_at:
        return ""
    start = datetime.fromisoformat(plan.starts_at)
    end = start + timedelta(minutes=plan.minutes)
    dash = "—" if texts.language == "zh" else "–"
    return f"{texts.day(start)} {start:%H:%M}{dash}{end:%H:%M}"


def labelled(label: str, value: str, texts: Texts) -> str:
    """A label with its value."""
    return f"{label}：{value}" if texts.language == "zh" else f"{label}: {value}"
