"""Re-reading marks of a locked sitting against the papers, and corrections after the lock."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Data, Instant, Points


class Recheck(Versioned, Base):
    """The recheck of one sitting. ``state``: frozen, reading, full, closed or void.

    ``frozen`` is the text whose SHA-256 is the freeze code: the rule, then code and total of every paper.
    ``top``, ``sample`` and ``error_limit`` are percentages.
    """

    __tablename__ = "recheck"
    constraints = (UniqueConstraint("label", "number"), Index("ix_recheck_sitting_id", "sitting_id"))

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    label: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(default=1)
    top: Mapped[Decimal] = mapped_column(Points)
    sample: Mapped[Decimal] = mapped_column(Points)
    error_limit: Mapped[Decimal] = mapped_column(Points)
    state: Mapped[str] = mapped_column(Text, default="frozen")
    frozen: Mapped[str] = mapped_column(Text)
    freeze: Mapped[str] = mapped_column(Text)
    frozen_at: Mapped[datetime] = mapped_column(Instant)
    frozen_by: Mapped[str] = mapped_column(Text)
    dice: Mapped[str] = mapped_column(Text, default="")
    seed: Mapped[str] = mapped_column(Text, default="")
    drawn_at: Mapped[datetime | None] = mapped_column(Instant)
    drawn_by: Mapped[str] = mapped_column(Text, default="")
    closed_at: Mapped[datetime | None] = mapped_column(Instant)
    closed_by: Mapped[str] = mapped_column(Text, default="")
    witness: Mapped[str] = mapped_column(Text, default="")
    reason: Mapped[str] = mapped_column(Text, default="")


class RecheckPaper(Base):
    """A paper that is re-read, by its code. ``band``: top, sample or full; ``position`` counts in its band."""

    __tablename__ = "recheck_paper"
    constraints = (UniqueConstraint("recheck_id", "candidate_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    recheck_id: Mapped[int] = mapped_column(ForeignKey("recheck.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    code: Mapped[str] = mapped_column(Text)
    band: Mapped[str] = mapped_column(Text)
    position: Mapped[int]


class RecheckMark(Versioned, Base):
    """One section of a re-read paper: the mark as it was locked, and as it was read again."""

    __tablename__ = "recheck_mark"
    constraints = (UniqueConstraint("paper_id", "section_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    paper_id: Mapped[int] = mapped_column(ForeignKey("recheck_paper.id"))
    section_id: Mapped[int] = mapped_column(ForeignKey("section.id"))
    first: Mapped[Decimal] = mapped_column(Points)
    reread: Mapped[Decimal | None] = mapped_column(Points)
    reason: Mapped[str] = mapped_column(Text, default="")
    read_by: Mapped[str] = mapped_column(Text, default="")
    read_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    read_at: Mapped[datetime | None] = mapped_column(Instant)


class Proposal(Versioned, Base):
    """A change of a locked sitting: one person proposes, another decides. ``state``: proposed, confirmed, refused.

    ``code`` names the paper without its person; ``moves`` are the places and awards that moved, as they
    were shown before the confirmation: ``[kind, who, unit, what, old, new]``.
    """

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    sitting_id: Mapped[int] = mapped_column(ForeignKey("sitting.id"))
    candidate_id: Mapped[int] = mapped_column(ForeignKey("candidate.id"))
    code: Mapped[str] = mapped_column(Text)
    reason: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, default="proposed")
    proposed_by: Mapped[str] = mapped_column(Text)
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    proposed_at: Mapped[datetime] = mapped_column(Instant)
    decided_by: Mapped[str] = mapped_column(Text, default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    decided_at: Mapped[datetime | None] = mapped_column(Instant)
    refusal: Mapped[str] = mapped_column(Text, default="")
    moves: Mapped[list[list[str]]] = mapped_column(Data, default=list)

    @property
    def number(self) -> int | str:
        """What it is called on screen, on paper and in the journal."""
        return self.id


class Correction(Proposal):
    """Another mark in one section of a paper."""

    __tablename__ = "correction"
    constraints = (Index("ix_correction_candidate_id", "candidate_id"),)

    section_id: Mapped[int] = mapped_column(ForeignKey("section.id"))
    old: Mapped[Decimal | None] = mapped_column(Points)
    new: Mapped[Decimal] = mapped_column(Points)


class StateCorrection(Proposal):
    """Another attendance state of a candidate.

    ``marks`` are the marks that come with it, ``[section id, points as text]``, for somebody who was wrongly absent.
    """

    __tablename__ = "state_correction"
    constraints = (Index("ix_state_correction_candidate_id", "candidate_id"),)

    old: Mapped[str] = mapped_column(Text)
    new: Mapped[str] = mapped_column(Text)
    marks: Mapped[list[list[str]]] = mapped_column(Data, default=list)

    @property
    def number(self) -> str:
        return f"S{self.id}"
