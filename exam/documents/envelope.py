"""试卷袋封面: the face of the envelope that carries the papers of a room out and back."""

from __future__ import annotations

from collections import Counter

from exam.documents.exam_headings import exam_time, printed_version
from exam.documents.form_rows import FormRow, draw_form
from exam.documents.headings import named_heading
from exam.documents.pages import Sheet
from exam.documents.room_report import count_sat, was_signed_in
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, ExamRoom, Printed, tickets_with
from exam.rules.marks import Attendance
from exam.rules.sheets import Named


def envelopes(plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT) -> bytes:
    """The PDF of the faces of these rooms, one page each."""
    labels, note = texts.many("envelope.signatures"), texts("envelope.note")
    sheet: Sheet | None = None
    for done, room in enumerate(plan.rooms):
        progress.step(done, len(plan.rooms))
        heading = named_heading(named, texts, texts("envelope.title"))
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        sheet.gap(4)
        draw_form(sheet, _where(plan, room, texts), size=17.0, label_width=44.0)
        sheet.gap(6)
        draw_form(sheet, _counts(room, texts), size=13.0, label_width=40.0)
        sheet.gap(8)
        sheet.text(texts("envelope.opened"), size=13.0)
        sheet.gap(4)
        sheet.text(texts("envelope.closed"), size=13.0)
        sheet.gap(2)
        sheet.signatures(labels, note=note)
    assert sheet is not None
    progress.step(len(plan.rooms), len(plan.rooms))
    return sheet.finish()


def _where(plan: ExamPlan, room: ExamRoom, texts: Texts) -> list[FormRow]:
    return [
        FormRow(((texts("envelope.room"), room.name),), 24, strong=True),
        FormRow(((texts("envelope.sitting"), plan.sitting),), 16),
        FormRow(((texts("envelope.time"), exam_time(plan, texts)),), 16),
        FormRow(((texts("envelope.place"), room.place or plan.place),), 16),
    ]


def _counts(room: ExamRoom, texts: Texts) -> list[FormRow]:
    known = was_signed_in(room)
    versions = Counter(person.paper for person in room.people)
    packed = texts("envelope.copies", count=len(room.people))
    if versions["A"] and versions["B"]:
        packed += "\n" + texts("envelope.versions", a=versions["A"], b=versions["B"])

    def people(count: int) -> str:
        return texts("room_report.people", count=count) if known else texts("envelope.write_people")

    absent = tickets_with(room.people, Attendance.ABSENT.value) if known else ()
    blank = texts("envelope.write_copies")
    return [
        FormRow(((texts("envelope.papers"), packed), (texts("envelope.spare"), blank)), 16),
        FormRow(
            (
                (texts("envelope.expected"), texts("room_report.people", count=len(room.people))),
                (texts("envelope.sat"), people(count_sat(room))),
            ),
            14,
        ),
        FormRow(((texts("envelope.absent"), people(len(absent))), (texts("envelope.collected"), blank)), 14),
        FormRow(((texts("envelope.absent_numbers"), texts.join(absent)),), 22),
    ]
