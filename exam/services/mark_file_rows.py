"""What can be wrong with a row of a file of marks once the candidate is known: for the import, without a session."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from exam.errors import Problem
from exam.rules.marks import Attendance
from exam.services.marks import SEALED_STATE
from exam.words import QT_TRANSLATE_NOOP


class Entry(Protocol):
    """A row of a file (``exam.files.marks.MarkEntry``)."""

    @property
    def row(self) -> int: ...
    @property
    def ticket_number(self) -> str: ...
    @property
    def staff_number(self) -> str: ...
    @property
    def name(self) -> str: ...
    @property
    def points(self) -> tuple[Decimal | None, ...]: ...
    @property
    def attendance(self) -> Attendance | None: ...
    @property
    def empty(self) -> bool: ...


def typed_already(entry: Entry) -> Problem:
    """A mark of this paper stands, and a file overwrites nobody."""
    return Problem(
        entry.row, "", entry.ticket_number or entry.staff_number,
        QT_TRANSLATE_NOOP("exam", "Somebody has typed a mark of this paper already."),
        QT_TRANSLATE_NOOP(
            "exam",
            "Where marks are typed twice, a file only fills marks that are missing. Take the row out of the file.",
        ),
    )  # fmt: skip


def other_state(entry: Entry) -> Problem:
    """The second entry and the sign-in disagree about the candidate."""
    return Problem(
        entry.row, "", entry.ticket_number or entry.staff_number,
        QT_TRANSLATE_NOOP("exam", "The file and the sign-in do not say the same about this candidate."),
        QT_TRANSLATE_NOOP(
            "exam", "States are not entered a second time. Look at the paper, and take the row out if there is none."
        ),
    )  # fmt: skip


def sealed_state(entry: Entry) -> Problem:
    """A state of a sealed paper would say whose it is."""
    return Problem(
        entry.row, "", entry.ticket_number, SEALED_STATE, "", (("paper", entry.ticket_number),)
    )  # fmt: skip


def twice(entry: Entry, first: int) -> Problem:
    """The candidate stands in two rows."""
    return Problem(
        entry.row, "", entry.ticket_number or entry.staff_number,
        QT_TRANSLATE_NOOP("exam", "The same candidate stands in row {first} already."),
        QT_TRANSLATE_NOOP("exam", "Leave only the row that holds."),
        (("first", first),),
    )  # fmt: skip


def other_name(entry: Entry) -> Problem:
    """The name is another one."""
    return Problem(
        entry.row, "", entry.name,
        QT_TRANSLATE_NOOP("exam", "The name does not belong to this number."),
        QT_TRANSLATE_NOOP("exam", "Correct the row; perhaps the rows were shifted by sorting."),
    )  # fmt: skip
