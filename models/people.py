"""Units, staff, and the files they came from."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Day, Flag, Instant


class Unit(Versioned, Base):
    """An operating unit or department; enters one team."""

    __tablename__ = "unit"
    constraints = (UniqueConstraint("code"), UniqueConstraint("name"))

    id: Mapped[int] = mapped_column(primary_key=True)
    code: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    short_name: Mapped[str] = mapped_column(Text, default="")
    position: Mapped[int] = mapped_column(default=0)
    active: Mapped[bool] = mapped_column(Flag, default=True)


class Staff(Versioned, Base):
    """A roster row. ``folded_number`` is the staff number without case, unique as well."""

    __tablename__ = "staff"
    constraints = (
        UniqueConstraint("staff_number"),
        UniqueConstraint("folded_number"),
        Index("ix_staff_unit_id", "unit_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    staff_number: Mapped[str] = mapped_column(Text)
    folded_number: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    name_key: Mapped[str] = mapped_column(Text, default="")
    initials: Mapped[str] = mapped_column(Text, default="")
    sex: Mapped[str] = mapped_column(Text, default="")
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    outlet: Mapped[str] = mapped_column(Text, default="")
    post: Mapped[str] = mapped_column(Text, default="")
    since: Mapped[date | None] = mapped_column(Day)
    on_duty: Mapped[bool] = mapped_column(Flag, default=True)
    window_staff: Mapped[bool] = mapped_column(Flag, default=True)
    certified: Mapped[bool] = mapped_column(Flag, default=False)
    note: Mapped[str] = mapped_column(Text, default="")
    active: Mapped[bool] = mapped_column(Flag, default=True)


class RosterFile(Base):
    """A roster file that was taken in, recognised again by its hash."""

    __tablename__ = "roster_file"
    constraints = (Index("ix_roster_file_sha256", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    rows: Mapped[int]
    imported_at: Mapped[datetime] = mapped_column(Instant)
    imported_by: Mapped[str] = mapped_column(Text)
