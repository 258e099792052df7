"""What the papers of the written round show: frozen values, gathered by services.

A paper that markers look at is made from :class:`MarkingSheet` and :class:`RecheckRecord`, which hold no
name, no unit and no ticket number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Printed:
    """When a paper was made (local ISO text) and how long the journal was then."""

    at: str = ""
    journal_count: int = 0
    journal_head: str = ""


NOT_SAID = Printed()


@dataclass(frozen=True, slots=True)
class Seated:
    """One candidate and their desk. ``row`` from the front and ``column`` from the left, from 1; 0 = not known.

    ``paper`` is the version of the paper (A, B or nothing), ``attendance`` '' or a state.
    """

    ticket: str
    name: str
    unit: str
    staff_number: str
    seat: str
    row: int = 0
    column: int = 0
    paper: str = ""
    attendance: str = ""


@dataclass(frozen=True, slots=True)
class ExamRoom:
    """A room with its desks: ``rows`` x ``columns`` (0: no plan), places that take nobody, the people by seat.

    ``door``: left or right of the front, as people at the desks see it. ``labels`` are (row, column, seat).
    """

    name: str
    place: str
    rows: int
    columns: int
    unusable: frozenset[tuple[int, int]]
    people: tuple[Seated, ...]
    labels: tuple[tuple[int, int, str], ...] = ()
    door: str = "right"


@dataclass(frozen=True, slots=True)
class ExamPlan:
    """A sitting with the rooms to print. ``starts_at`` is a local ISO text or nothing; times in minutes.

    ``late_limit`` and ``hand_in_from`` count from the start; 0 = there is no such rule.
    """

    sitting: str
    starts_at: str
    minutes: int
    place: str
    late_limit: int
    hand_in_from: int
    rooms: tuple[ExamRoom, ...]

    @property
    def people(self) -> int:
        """How many candidates sit in these rooms."""
        return sum(len(room.people) for room in self.rooms)


@dataclass(frozen=True, slots=True)
class PaperSection:
    """A section of the paper as a marking sheet heads its column."""

    name: str
    full: Decimal


@dataclass(frozen=True, slots=True)
class MarkingSheet:
    """登分表 of one bundle: sealed numbers in their own order, never that of the seats.

    ``opened``: made after the seals were opened.
    """

    sitting: str
    bundle: str
    sections: tuple[PaperSection, ...]
    numbers: tuple[str, ...]
    opened: bool = False


@dataclass(frozen=True, slots=True)
class SealLine:
    """One line of the secret list."""

    sealed_number: str
    ticket: str
    name: str
    unit: str


@dataclass(frozen=True, slots=True)
class SealList:
    """密封号对照表: who is behind a sealed number. ``opened_at`` and ``opened_by`` are empty until the opening."""

    sitting: str
    room: str
    sealed_at: str
    sealers: tuple[str, ...]
    lines: tuple[SealLine, ...]
    opened_at: str = ""
    opened_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RecheckLine:
    """A paper that was read again. ``second`` is ``None`` until then."""

    code: str
    section: str
    first: Decimal | None
    second: Decimal | None
    reason: str = ""
    sampled: bool = True

    @property
    def difference(self) -> Decimal | None:
        """Re-read mark minus first mark."""
        return None if self.first is None or self.second is None else self.second - self.first


@dataclass(frozen=True, slots=True)
class RecheckRecord:
    """复核记录: coverage, error rate (percent) and whether everything has to be read again.

    ``top`` and ``sample`` count papers of the top band and of the random sample; ``wrong`` those of the
    sample with another mark. ``full`` is ``None`` while papers are still to be read.
    """

    sitting: str
    seed: str
    papers: int
    top: int
    sample: int
    read: int
    wrong: int
    error_rate: Decimal | None
    limit: Decimal
    full: bool | None
    lines: tuple[RecheckLine, ...]
    opened: bool = False


@dataclass(frozen=True, slots=True)
class CorrectionLine:
    """更正: a change after the lock. ``moves`` are lines about places and awards that it moved."""

    number: str
    subject: str
    field: str
    old: str
    new: str
    reason: str
    moves: tuple[str, ...]
    proposer: str
    confirmer: str
    at: str = ""


@dataclass(frozen=True, slots=True)
class CorrectionRecord:
    """All corrections of the competition, or of one sitting."""

    about: str
    lines: tuple[CorrectionLine, ...]


def tickets_with(people: Sequence[Seated], state: str) -> tuple[str, ...]:
    """Ticket numbers of the people in this state of attendance."""
    return tuple(person.ticket for person in people if person.attendance == state)
