"""The written round: sittings, rooms, candidates, sections and marks."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Data, Instant, Points


class Sitting(Versioned, Base):
    """One written exam of the all-staff round.

    ``paper_versions`` 2 = papers A and B in a checkerboard. ``seats_seed`` is the public seed of the seat draw,
    ``seats_neighbours`` how many neighbours it could keep apart (8, 4, 2, 0). ``seal_code`` is the SHA-256 of
    ``seal_salt`` and the list of sealed numbers; the salt stays secret until the seals are opened.
    """

    __tablename__ = "sitting"

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int | None] = mapped_column(ForeignKey("draw.id"))
    name: Mapped[str] = mapped_column(Text)
    starts_at: Mapped[datetime | None] = mapped_column(Instant)
    minutes: Mapped[int] = mapped_column(default=90)
    place: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[str] = mapped_column(Text, default="open")
    locked_by: Mapped[str] = mapped_column(Text, default="")
    witness: Mapped[str] = mapped_column(Text, default="")
    paper_versions: Mapped[int] = mapped_column(default=1)
    seats_seed: Mapped[str] = mapped_column(Text, default="")
    seats_tries: Mapped[int | None]
    seats_neighbours: Mapped[int | None]
    hand_in_count: Mapped[int | None]
    sealed_at: Mapped[datetime | None] = mapped_column(Instant)
    sealed_by: Mapped[str] = mapped_column(Text, default="")
    seal_witness: Mapped[str] = mapped_column(Text, default="")
    seal_salt: Mapped[str] = mapped_column(Text, default="")
    seal_code: Mapped[str] = mapped_column(Text, default="")
    opened_at: Mapped[datetime | None] = mapped_column(Instant)
    opened_by: Mapped[str] = mapped_column(Text, default="")
    opened_witness: Mapped[str] = mapped_column(Text, default="")


class Room(Versioned, Base):
    """A room of a sitting: a grid of desks, row 1 at the front, column 1 at the left as the candidates sit.

    ``unusable`` lists ``[row, column]`` without a desk. ``hand_in_count`` are the papers counted at the end.
    """

    __tablename__ = "room"
    constraints = (UniqueConstraint("sitting_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    position: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(Text)
    place: Mapped[str] = mapped_column(Text, default="")
    rows: Mapped[int]
    columns: Mapped[int]
    unusable: Mapped[list[list[int]]] = mapped_column(Data, default=list)
    hand_in_count: Mapped[int | None]
    hand_in_by: Mapped[str] = mapped_column(Text, default="")
    hand_in_at: Mapped[datetime | None] = mapped_column(Instant)
    note: Mapped[str] = mapped_column(Text, default="")


class Section(Versioned, Base):
    """A section of the paper with its full mark; a simple paper has one."""

    __tablename__ = "section"
    constraints = (UniqueConstraint("sitting_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    position: Mapped[int] = mapped_column(default=1)
    name: Mapped[str] = mapped_column(Text)
    full: Mapped[Decimal] = mapped_column(Points)


class Candidate(Versioned, Base):
    """A drawn person in a sitting. ``attendance``: '' (not known yet) or a state of ``exam.rules.marks``.

    ``room`` and ``seat`` are the words for papers; ``room_id``, ``seat_row`` and ``seat_column`` are the desk.
    ``paper`` is A or B, or empty with one version. ``sealed_number`` stands for the person while marks are made.
    """

    __tablename__ = "candidate"
    constraints = (
        UniqueConstraint("sitting_id", "staff_id"),
        UniqueConstraint("sitting_id", "ticket_number"),
        UniqueConstraint("sealed_number"),
        Index("ix_candidate_room_id", "room_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    pick_id: Mapped[int | None] = mapped_column(ForeignKey("pick.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    ticket_number: Mapped[str] = mapped_column(Text)
    room: Mapped[str] = mapped_column(Text, default="")
    seat: Mapped[str] = mapped_column(Text, default="")
    room_id: Mapped[int | None] = mapped_column(ForeignKey("room.id"))
    seat_row: Mapped[int | None]
    seat_column: Mapped[int | None]
    paper: Mapped[str] = mapped_column(Text, default="")
    sealed_number: Mapped[str | None] = mapped_column(Text)
    arrived_at: Mapped[datetime | None] = mapped_column(Instant)
    attendance: Mapped[str] = mapped_column(Text, default="")
    attendance_note: Mapped[str] = mapped_column(Text, default="")


class WrittenMark(Versioned, Base):
    """The mark of one candidate in one section; ``entry`` 1 is the first reading, 2 the blind second."""

    __tablename__ = "written_mark"
    constraints = (
        UniqueConstraint("candidate_id", "section_id", "entry"),
        Index("ix_written_mark_section_id", "section_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id"))
    entry: Mapped[int] = mapped_column(default=1)
    points: Mapped[Decimal | None] = mapped_column(Points)
    entered_by: Mapped[str] = mapped_column(Text)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Instant)
    verified_by: Mapped[str] = mapped_column(Text, default="")
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_at: Mapped[datetime | None] = mapped_column(Instant)


class SectionKey(Versioned, Base):
    """The key of an objective section as it was typed, and its part rule (``exam.rules.answers``)."""

    __tablename__ = "section_key"
    constraints = (UniqueConstraint("section_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id"))
    text: Mapped[str] = mapped_column(Text)
    part: Mapped[str] = mapped_column(Text, default="none")


class AnswerSheet(Versioned, Base):
    """The answers of one candidate in a keyed section, in the fixed form of ``exam.rules.answers``."""

    __tablename__ = "answer_sheet"
    constraints = (
        UniqueConstraint("candidate_id", "section_id"),
        Index("ix_answer_sheet_section_id", "section_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id"))
    answers: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[str] = mapped_column(Text)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Instant)
