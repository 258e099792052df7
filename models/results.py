"""How team totals are built, and the frozen publications."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Data, Instant, Points


class TeamComponent(Versioned, Base):
    """One component of the team total: source, aggregate and weight (``exam.rules.totals``)."""

    __tablename__ = "team_component"
    constraints = (UniqueConstraint("position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    position: Mapped[int]
    source: Mapped[str] = mapped_column(Text)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("final_item.id"))
    aggregate: Mapped[str] = mapped_column(Text, default="sum")
    best: Mapped[int | None]
    weight: Mapped[Decimal] = mapped_column(Points)
    missing: Mapped[str] = mapped_column(Text, default="zero")


class Publication(Base):
    """A numbered, frozen version of the results. ``content`` is canonical JSON, ``sha256`` its hash."""

    __tablename__ = "publication"
    constraints = (UniqueConstraint("number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    content: Mapped[str] = mapped_column(Text)
    sha256: Mapped[str] = mapped_column(Text)
    published_at: Mapped[datetime] = mapped_column(Instant)
    published_by: Mapped[str] = mapped_column(Text)
    witness: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")


class TieEnd(Versioned, Base):
    """How people or teams with the same total were told apart in the end. ``standing``: individual, team.

    ``method``: extra_quiz, drawn_lot. ``places`` are places among the tied, from 1, by nominee id or team id
    as text; equal ones stay together.
    """

    __tablename__ = "tie_end"

    id: Mapped[int] = mapped_column(primary_key=True)
    standing: Mapped[str] = mapped_column(Text)
    method: Mapped[str] = mapped_column(Text)
    places: Mapped[dict[str, int]] = mapped_column(Data)
    note: Mapped[str] = mapped_column(Text)
    witness: Mapped[str] = mapped_column(Text)
    decided_at: Mapped[datetime] = mapped_column(Instant)
    decided_by: Mapped[str] = mapped_column(Text)
