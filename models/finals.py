"""The elite final: teams, nominees, groups, items and criteria."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Instant, Points


class Team(Versioned, Base):
    """A unit's team of elites."""

    __tablename__ = "team"
    constraints = (UniqueConstraint("unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(default=0)


class Nominee(Versioned, Base):
    """An elite nominated by a unit. ``status``: active, substituted, withdrawn, disciplined.

    ``entrant_code`` is the code of the last drawn level, all that judges and sheets show.
    """

    __tablename__ = "nominee"
    constraints = (UniqueConstraint("staff_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    entrant_code: Mapped[str] = mapped_column(Text, default="")
    group_number: Mapped[int | None]
    appearance: Mapped[int | None]
    status: Mapped[str] = mapped_column(Text, default="active")
    status_reason: Mapped[str] = mapped_column(Text, default="")
    replaces_id: Mapped[int | None] = mapped_column(ForeignKey("nominee.id"))


class Coding(Base):
    """A drawn level of coding above the first (the first is the draw of groups and order): who drew it, and when.

    ``seal_code`` is the SHA-256 of ``salt`` and the level's :class:`CodePair` rows.
    """

    __tablename__ = "coding"
    constraints = (UniqueConstraint("level"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[int]
    drawn_at: Mapped[datetime] = mapped_column(Instant)
    drawn_by: Mapped[str] = mapped_column(Text)
    drawn_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    witness: Mapped[str] = mapped_column(Text)
    salt: Mapped[str] = mapped_column(Text)
    seal_code: Mapped[str] = mapped_column(Text)


class CodePair(Base):
    """A line of a level's coding table: the code of the level before, and the drawn one. It names nobody."""

    __tablename__ = "code_pair"
    constraints = (UniqueConstraint("level", "earlier"), UniqueConstraint("level", "later"))

    id: Mapped[int] = mapped_column(primary_key=True)
    level: Mapped[int]
    earlier: Mapped[str] = mapped_column(Text)
    later: Mapped[str] = mapped_column(Text)


class FinalItem(Versioned, Base):
    """A part of the final. ``kind``: written, panel, quiz; ``part``: written or on_site.

    The panel columns are the rule of :class:`exam.rules.panel.PanelRule`. ``weight`` counts against the
    other items of the same part; the parts themselves are weighed by the rule ``written_weight``.
    ``state``: open or locked. Times in seconds; ``time_limit`` 0 = none. Over it, every begun ``overtime_step``
    costs ``overtime_points``, together at most ``overtime_most`` (0 = no bound).
    """

    __tablename__ = "final_item"
    constraints = (UniqueConstraint("key"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    key: Mapped[str] = mapped_column(Text)
    name: Mapped[str] = mapped_column(Text)
    kind: Mapped[str] = mapped_column(Text)
    part: Mapped[str] = mapped_column(Text)
    position: Mapped[int] = mapped_column(default=0)
    full: Mapped[Decimal] = mapped_column(Points)
    weight: Mapped[Decimal] = mapped_column(Points)
    coefficient: Mapped[Decimal] = mapped_column(Points, default=Decimal(1))
    drop_high: Mapped[int] = mapped_column(default=1)
    drop_low: Mapped[int] = mapped_column(default=1)
    trim_from: Mapped[int] = mapped_column(default=5)
    minimum: Mapped[int] = mapped_column(default=3)
    combine: Mapped[str] = mapped_column(Text, default="mean")
    places: Mapped[int | None] = mapped_column(default=2)
    per_criterion: Mapped[int] = mapped_column(default=0)
    time_limit: Mapped[int] = mapped_column(default=0)
    overtime_step: Mapped[int] = mapped_column(default=30)
    overtime_points: Mapped[Decimal] = mapped_column(Points, default=Decimal(1))
    overtime_most: Mapped[Decimal] = mapped_column(Points, default=Decimal(0))
    state: Mapped[str] = mapped_column(Text, default="open")
    locked_by: Mapped[str] = mapped_column(Text, default="")
    witness: Mapped[str] = mapped_column(Text, default="")


class Criterion(Versioned, Base):
    """Part of a panel item's mark sheet, with a full mark."""

    __tablename__ = "criterion"
    constraints = (UniqueConstraint("item_id", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    full: Mapped[Decimal] = mapped_column(Points)


class Adjustment(Versioned, Base):
    """A bonus (positive) or deduction (negative) for a nominee or a team, with its reason."""

    __tablename__ = "adjustment"

    id: Mapped[int] = mapped_column(primary_key=True)
    nominee_id: Mapped[int | None] = mapped_column(ForeignKey("nominee.id"))
    team_id: Mapped[int | None] = mapped_column(ForeignKey("team.id"))
    item_id: Mapped[int | None] = mapped_column(ForeignKey("final_item.id"))
    points: Mapped[Decimal] = mapped_column(Points)
    reason: Mapped[str] = mapped_column(Text)
    entered_by: Mapped[str] = mapped_column(Text, default="")
    voided: Mapped[int] = mapped_column(default=0)
