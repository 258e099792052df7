"""Draws: plan, frozen inputs, dice, picks and strikes."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Blob, Data, Instant


class Draw(Versioned, Base):
    """One draw of one kind (exam, groups, order, seats). ``state``: planned, frozen, run, void.

    After the freeze the frozen files stand in :class:`FrozenFile` to the byte.
    """

    __tablename__ = "draw"
    constraints = (UniqueConstraint("label", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(Text)
    label: Mapped[str] = mapped_column(Text)
    number: Mapped[int] = mapped_column(default=1)
    state: Mapped[str] = mapped_column(Text, default="planned")
    strata: Mapped[str] = mapped_column(Text, default="unit")
    rules: Mapped[dict[str, object]] = mapped_column(Data, default=dict)
    place: Mapped[str] = mapped_column(Text, default="")
    freeze_code: Mapped[str | None] = mapped_column(Text)
    frozen_at: Mapped[datetime | None] = mapped_column(Instant)
    frozen_by: Mapped[str] = mapped_column(Text, default="")
    dice: Mapped[str | None] = mapped_column(Text)
    dice_by: Mapped[str] = mapped_column(Text, default="")
    dice_check_by: Mapped[str] = mapped_column(Text, default="")
    run_at: Mapped[datetime | None] = mapped_column(Instant)
    run_by: Mapped[str] = mapped_column(Text, default="")
    tries: Mapped[int | None]
    void_reason: Mapped[str] = mapped_column(Text, default="")
    voided_at: Mapped[datetime | None] = mapped_column(Instant)
    shown: Mapped[int] = mapped_column(default=0)


class PlanLine(Versioned, Base):
    """How many are drawn from one stratum. ``method``: fixed, percent, proportional."""

    __tablename__ = "plan_line"
    constraints = (UniqueConstraint("draw_id", "stratum"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draw.id"))
    stratum: Mapped[str] = mapped_column(Text)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    method: Mapped[str] = mapped_column(Text, default="fixed")
    value: Mapped[str] = mapped_column(Text, default="")
    minimum: Mapped[int | None]
    maximum: Mapped[int | None]
    alternates: Mapped[int] = mapped_column(default=0)
    eligible: Mapped[int] = mapped_column(default=0)
    quota: Mapped[int | None]


class Exclusion(Versioned, Base):
    """A person kept out of a draw, with the reason."""

    __tablename__ = "exclusion"
    constraints = (UniqueConstraint("draw_id", "staff_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draw.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(Text)


class FrozenFile(Base):
    """One frozen file of a draw, to the byte."""

    __tablename__ = "frozen_file"
    constraints = (UniqueConstraint("draw_id", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draw.id"))
    name: Mapped[str] = mapped_column(Text)
    content: Mapped[bytes] = mapped_column(Blob)
    sha256: Mapped[str] = mapped_column(Text)


class DicePart(Base):
    """The dice digits as one person typed them; two people must agree."""

    __tablename__ = "dice_part"
    constraints = (UniqueConstraint("draw_id", "part"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draw.id"))
    part: Mapped[int]
    digits: Mapped[str] = mapped_column(Text)
    typed_by: Mapped[str] = mapped_column(Text)
    typed_at: Mapped[datetime] = mapped_column(Instant)


class Pick(Versioned, Base):
    """A drawn person (``kind`` D) or alternate (A). ``state``: valid, struck, stepped_up, waiting."""

    __tablename__ = "pick"
    constraints = (
        UniqueConstraint("draw_id", "stratum", "kind", "position"),
        Index("ix_pick_draw_id_staff_id", "draw_id", "staff_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    draw_id: Mapped[int] = mapped_column(ForeignKey("draw.id"))
    stratum: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    staff_number: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    ticket: Mapped[str] = mapped_column(Text)
    state: Mapped[str] = mapped_column(Text, default="valid")
    strike_reason: Mapped[str] = mapped_column(Text, default="")
    approver: Mapped[str] = mapped_column(Text, default="")
    struck_at: Mapped[datetime | None] = mapped_column(Instant)
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("pick.id"))
