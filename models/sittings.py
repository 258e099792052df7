"""The written round: sittings, rooms, candidates, sections and marks."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Instant, Points


class Sitting(Versioned, Base):
    """One written exam of the all-staff round."""

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
    """A drawn person in a sitting. ``attendance``: '' (not known yet) or a state of ``exam.rules.marks``."""

    __tablename__ = "candidate"
    constraints = (
        UniqueConstraint("sitting_id", "staff_id"),
        UniqueConstraint("sitting_id", "ticket_number"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    pick_id: Mapped[int | None] = mapped_column(ForeignKey("pick.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    ticket_number: Mapped[str] = mapped_column(Text)
    room: Mapped[str] = mapped_column(Text, default="")
    seat: Mapped[str] = mapped_column(Text, default="")
    sealed_number: Mapped[str | None] = mapped_column(Text)
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
