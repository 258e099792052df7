"""The competition itself, its settings and its stages. One database holds one competition."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import CheckConstraint, Text
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Day, Flag, Instant


class Competition(Versioned, Base):
    """The single row that names the competition."""

    __tablename__ = "competition"
    constraints = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, default=1)
    name: Mapped[str] = mapped_column(Text)
    year: Mapped[int]
    host: Mapped[str] = mapped_column(Text, default="")
    organiser: Mapped[str] = mapped_column(Text, default="")
    place: Mapped[str] = mapped_column(Text, default="")
    final_day: Mapped[date | None] = mapped_column(Day)
    issue_day: Mapped[date | None] = mapped_column(Day)
    language: Mapped[str] = mapped_column(Text, default="zh")
    sample: Mapped[bool] = mapped_column(Flag, default=False)
    created_at: Mapped[datetime] = mapped_column(Instant)


class Setting(Versioned, Base):
    """One rule of the competition that differs from its default."""

    __tablename__ = "setting"

    key: Mapped[str] = mapped_column(Text, primary_key=True)
    value: Mapped[str] = mapped_column(Text)


class StageLock(Versioned, Base):
    """A stage of the competition that was closed: nothing under it may change any more."""

    __tablename__ = "stage_lock"

    stage: Mapped[str] = mapped_column(Text, primary_key=True)
    locked: Mapped[bool] = mapped_column(Flag, default=False)
    locked_at: Mapped[datetime | None] = mapped_column(Instant)
    locked_by: Mapped[str] = mapped_column(Text, default="")
    witness: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")
