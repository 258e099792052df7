"""What the sign-in desk shows: a candidate, the counts of a room, the papers that came back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from exam.rules.marks import Attendance
from exam.services.sittings import SittingRow


@dataclass(frozen=True, slots=True)
class DeskRow:
    """A candidate as the invigilator sees the person. There is no sealed number here, ever."""

    candidate_id: int
    version: int
    ticket_number: str
    staff_number: str
    name: str
    unit: str
    room_id: int | None
    room: str
    seat: str
    paper: str
    attendance: Attendance | None
    arrived_at: datetime | None
    note: str


@dataclass(frozen=True, slots=True)
class DeskCounts:
    """How many are expected and how many are in each state. ``waiting``: nothing is known of them yet."""

    expected: int = 0
    present: int = 0
    late: int = 0
    absent: int = 0
    excused: int = 0
    disciplined: int = 0
    zeroed: int = 0
    withdrawn: int = 0
    waiting: int = 0

    @property
    def signed_in(self) -> int:
        """Who was in the room and wrote: one paper each must come back."""
        return self.present + self.late + self.disciplined + self.zeroed


@dataclass(frozen=True, slots=True)
class HandInRow:
    """The papers of one room (``room_id`` None: of people without a room). ``counted`` None = not counted yet."""

    room_id: int | None
    room: str
    counts: DeskCounts
    counted: int | None
    counted_by: str
    version: int

    @property
    def fits(self) -> bool:
        """Whether nobody is left open and as many papers came back as people signed in."""
        return not self.counts.waiting and self.counted == self.counts.signed_in


@dataclass(frozen=True, slots=True)
class DeskSheet:
    """Everybody of a sitting or of one room, in the order of the seats, with the limit for coming late."""

    sitting: SittingRow
    rows: tuple[DeskRow, ...]
    late_after: datetime | None
    closed_after: datetime | None


@dataclass(frozen=True, slots=True)
class SignInOutcome:
    """A sign-in. ``repeated``: the person was signed in like this already, so nothing was written."""

    row: DeskRow
    repeated: bool = False
