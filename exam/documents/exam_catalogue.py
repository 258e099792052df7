"""The papers of the written round: how each is made, and when."""

from __future__ import annotations

from exam.documents.paper import Paper
from exam.documents.texts import Texts
from exam.progress import Progress
from exam.services.paper_rows import PaperData
from exam.words import QT_TRANSLATE_NOOP


def sitting_and_room(data: PaperData) -> list[str]:
    """What the file name of a paper says: the sitting, and the room if it is one."""
    if data.exam is not None:
        rooms = data.exam.rooms
        return [data.exam.sitting, *([rooms[0].name] if len(rooms) == 1 else [])]
    if data.marking:
        return [data.marking[0].sitting, *([data.marking[0].bundle] if len(data.marking) == 1 else [])]
    for found in (*data.seals, *data.rechecks):
        return [found.sitting]
    return [data.corrections.about] if data.corrections is not None and data.corrections.about else []


def _tickets(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.admission_tickets import admission_tickets

    assert data.exam is not None
    return admission_tickets(data.exam, data.named, texts, data.printed, progress=progress)


def _large_tickets(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.admission_tickets import LARGE, admission_tickets

    assert data.exam is not None
    return admission_tickets(data.exam, data.named, texts, data.printed, on_a_page=LARGE, progress=progress)


def _desk_labels(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.desk_labels import desk_labels

    assert data.exam is not None
    return desk_labels(data.exam, data.named, texts, data.printed, progress=progress)


def _seating_posted(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.seating_plans import seating_plans

    assert data.exam is not None
    return seating_plans(data.exam, data.named, texts, data.printed, office=False, progress=progress)


def _seating_office(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.seating_plans import seating_plans

    assert data.exam is not None
    return seating_plans(data.exam, data.named, texts, data.printed, office=True, progress=progress)


def _sign_in(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.sign_in_sheet import sign_in_sheets

    assert data.exam is not None
    return sign_in_sheets(data.exam, data.named, texts, data.printed, progress=progress)


def _room_report(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.room_report import room_reports

    assert data.exam is not None
    return room_reports(data.exam, data.named, texts, data.printed, progress=progress)


def _envelope(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.envelope import envelopes

    assert data.exam is not None
    return envelopes(data.exam, data.named, texts, data.printed, progress=progress)


def _marking(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.marking_sheet import marking_sheets

    return marking_sheets(data.marking, data.named, texts, data.printed, progress=progress)


def _seal_list(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.seal_list import seal_lists

    return seal_lists(data.seals, data.named, texts, data.printed, progress=progress)


def _recheck(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.recheck_record import recheck_records

    return recheck_records(data.rechecks, data.named, texts, data.printed)


def _corrections(data: PaperData, texts: Texts, progress: Progress) -> bytes:
    from exam.documents.correction_record import correction_record

    assert data.corrections is not None
    return correction_record(data.corrections, data.named, texts, data.printed)


def _has_seats(data: PaperData) -> bool:
    return data.exam is not None and bool(data.exam.rooms)


_EXAM = QT_TRANSLATE_NOOP("exam", "Written exam")
_NO_SEATS = QT_TRANSLATE_NOOP("exam", "Nobody has a seat yet. Set up the rooms and draw the seats first.")
_NO_SEALS = QT_TRANSLATE_NOOP(
    "exam", "The papers are not sealed yet. Seal them after the exam; marking goes by sealed number."
)
_NO_LIST = QT_TRANSLATE_NOOP(
    "exam",
    "There is no list of sealed numbers for you. Before the seals are opened, only the two people who sealed "
    "may have it.",
)
_NO_RECHECK = QT_TRANSLATE_NOOP(
    "exam", "No papers were drawn to be read again yet. Draw the recheck after the marks are locked."
)
_NO_CORRECTIONS = QT_TRANSLATE_NOOP("exam", "No mark was corrected after the lock, so there is nothing to print.")

EXAM_PAPERS: tuple[Paper, ...] = (
    Paper("admission_tickets", QT_TRANSLATE_NOOP("exam", "Admission tickets, six a page"), _EXAM, _NO_SEATS, "rooms",
          _has_seats, _tickets, of_exam=True, of_rooms=True),
    Paper("admission_tickets_large", QT_TRANSLATE_NOOP("exam", "Admission tickets, one a page"), _EXAM, _NO_SEATS,
          "rooms", _has_seats, _large_tickets, of_exam=True, of_rooms=True),
    Paper("desk_labels", QT_TRANSLATE_NOOP("exam", "Desk labels"), _EXAM, _NO_SEATS, "rooms", _has_seats, _desk_labels,
          of_exam=True, of_rooms=True),
    Paper("seating_posted", QT_TRANSLATE_NOOP("exam", "Seating plan to post"), _EXAM, _NO_SEATS, "rooms", _has_seats,
          _seating_posted, of_exam=True, of_rooms=True),
    Paper("seating_office", QT_TRANSLATE_NOOP("exam", "Seating plan for the office"), _EXAM, _NO_SEATS, "rooms",
          _has_seats, _seating_office, of_exam=True, of_rooms=True),
    Paper("sign_in", QT_TRANSLATE_NOOP("exam", "Sign-in sheet"), _EXAM, _NO_SEATS, "rooms", _has_seats, _sign_in,
          of_exam=True, of_rooms=True),
    Paper("room_report", QT_TRANSLATE_NOOP("exam", "Room report"), _EXAM, _NO_SEATS, "rooms", _has_seats, _room_report,
          of_exam=True, of_rooms=True),
    Paper("envelope", QT_TRANSLATE_NOOP("exam", "Envelope face"), _EXAM, _NO_SEATS, "rooms", _has_seats, _envelope,
          of_exam=True, of_rooms=True),
    Paper("marking_sheets", QT_TRANSLATE_NOOP("exam", "Marking sheets"), _EXAM, _NO_SEALS, "exam_day",
          lambda data: bool(data.marking), _marking, of_exam=True),
    Paper("seal_list", QT_TRANSLATE_NOOP("exam", "List of sealed numbers"), _EXAM, _NO_LIST, "exam_day",
          lambda data: bool(data.seals), _seal_list, of_exam=True, secret=True),
    Paper("recheck", QT_TRANSLATE_NOOP("exam", "Recheck record"), _EXAM, _NO_RECHECK, "recheck",
          lambda data: bool(data.rechecks), _recheck, of_exam=True),
    Paper("corrections", QT_TRANSLATE_NOOP("exam", "Record of corrections"), _EXAM, _NO_CORRECTIONS, "recheck",
          lambda data: data.corrections is not None and bool(data.corrections.lines), _corrections, of_exam=True),
)  # fmt: skip
