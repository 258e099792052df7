"""考场情况记录表: how the exam went in a room. What the sign-in knows is filled in, the rest is written by hand."""

from __future__ import annotations

from exam.documents.exam_headings import printed_version, room_heading
from exam.documents.form_rows import FormRow, draw_form
from exam.documents.pages import Sheet
from exam.documents.texts import Texts
from exam.progress import SILENT, Progress
from exam.rules.exam_sheets import ExamPlan, ExamRoom, Printed, tickets_with
from exam.rules.marks import Attendance
from exam.rules.sheets import Named


def room_reports(plan: ExamPlan, named: Named, texts: Texts, printed: Printed, *, progress: Progress = SILENT) -> bytes:
    """The PDF of the reports of these rooms, one page each as long as few are absent."""
    labels = texts.many("room_report.signatures")
    sheet: Sheet | None = None
    for done, room in enumerate(plan.rooms):
        progress.step(done, len(plan.rooms))
        heading = room_heading(named, plan, room, texts, texts("room_report.title"))
        if sheet is None:
            sheet = Sheet(heading, texts, printed_version(printed, texts))
        else:
            sheet.begin_again(heading)
        note = texts("room_report.filled" if was_signed_in(room) else "room_report.by_hand")
        rows = _rows(room, texts)
        draw_form(sheet, rows)
        sheet.signatures(labels, note=note)
    assert sheet is not None
    progress.step(len(plan.rooms), len(plan.rooms))
    return sheet.finish()


def was_signed_in(room: ExamRoom) -> bool:
    """Whether the sign-in of the room is complete: nobody without a state."""
    return bool(room.people) and all(person.attendance for person in room.people)


def count_sat(room: ExamRoom) -> int:
    """How many people of the room wrote."""
    return sum(bool(one.attendance) and Attendance(one.attendance).sat for one in room.people)


def _rows(room: ExamRoom, texts: Texts) -> list[FormRow]:
    known = was_signed_in(room)

    def people(count: int) -> str:
        return texts("room_report.people", count=count) if known else ""

    def numbers(*states: Attendance) -> str:
        found = [ticket for state in states for ticket in tickets_with(room.people, state.value)]
        return (texts.join(found) or texts("room_report.none")) if known else ""

    def label(key: str) -> str:
        return texts(f"room_report.{key}")

    absent = len(tickets_with(room.people, Attendance.ABSENT.value))
    late = len(tickets_with(room.people, Attendance.LATE.value))
    return [
        FormRow(
            (
                (label("expected"), texts("room_report.people", count=len(room.people))),
                (label("sat"), people(count_sat(room))),
                (label("absent"), people(absent)),
            ),
            strong=True,
        ),
        FormRow(((label("absent_numbers"), numbers(Attendance.ABSENT)),), 20),
        FormRow(((label("excused_numbers"), numbers(Attendance.EXCUSED)),), 14),
        FormRow(((label("late"), people(late)), (label("earliest"), ""), (label("collected"), ""))),
        FormRow(((label("late_numbers"), numbers(Attendance.LATE)),), 18),
        FormRow(((label("disciplined"), numbers(Attendance.DISCIPLINED, Attendance.ZEROED)),), 22),
        FormRow(((label("incidents"), ""),), 62, lines=True),
    ]
