"""Judges, panels and the marks of the final."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal

from sqlalchemy import ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Flag, Instant, Points


class Judge(Versioned, Base):
    """A judge; ``unit_id`` is where the judge works, for the rule of avoidance (回避)."""

    __tablename__ = "judge"
    constraints = (UniqueConstraint("name", "unit_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    title: Mapped[str] = mapped_column(Text, default="")
    active: Mapped[bool] = mapped_column(Flag, default=True)


class PanelSeat(Versioned, Base):
    """A judge's place on the panel of an item, for one group or (0) for all groups."""

    __tablename__ = "panel_seat"
    constraints = (UniqueConstraint("item_id", "group_number", "judge_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    group_number: Mapped[int] = mapped_column(default=0)
    judge_id: Mapped[int] = mapped_column(ForeignKey("judge.id"))
    position: Mapped[int] = mapped_column(default=0)
    chief: Mapped[bool] = mapped_column(Flag, default=False)


class AvoidanceOverride(Base):
    """The office lets a judge mark an entrant of the judge's own unit, with a reason."""

    __tablename__ = "avoidance_override"
    constraints = (UniqueConstraint("judge_id", "nominee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    judge_id: Mapped[int] = mapped_column(ForeignKey("judge.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominee.id"))
    reason: Mapped[str] = mapped_column(Text)


class JudgeMark(Versioned, Base):
    """One judge's mark for one nominee in one item: the total (criterion 0) or one criterion.

    ``state`` given: ``points`` stand. ``state`` absent: a judge who did not mark, left out of the count.
    ``state`` cleared, or no row: not yet marked. A cleared row stays, so that its version goes on counting.
    ``ticked``: somebody looked at a mark far from the others and it is right. ``confirmed_at``: the judge
    confirmed it in the judge view; from then on it is fixed until the office releases it.
    """

    __tablename__ = "judge_mark"
    constraints = (
        UniqueConstraint("item_id", "nominee_id", "judge_id", "criterion_position"),
        Index("ix_judge_mark_nominee_id", "nominee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominee.id"))
    judge_id: Mapped[int] = mapped_column(ForeignKey("judge.id"))
    criterion_position: Mapped[int] = mapped_column(default=0)
    points: Mapped[Decimal | None] = mapped_column(Points)
    state: Mapped[str] = mapped_column(Text, default="given")
    ticked: Mapped[bool] = mapped_column(Flag, default=False)
    entered_by: Mapped[str] = mapped_column(Text)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Instant)
    verified_by: Mapped[str] = mapped_column(Text, default="")
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_at: Mapped[datetime | None] = mapped_column(Instant)
    confirmed_at: Mapped[datetime | None] = mapped_column(Instant)


class SecondJudgeMark(Versioned, Base):
    """The blind second entry of a :class:`JudgeMark` by another person, from the same paper."""

    __tablename__ = "second_judge_mark"
    constraints = (
        UniqueConstraint("item_id", "nominee_id", "judge_id", "criterion_position"),
        Index("ix_second_judge_mark_nominee_id", "nominee_id"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominee.id"))
    judge_id: Mapped[int] = mapped_column(ForeignKey("judge.id"))
    criterion_position: Mapped[int] = mapped_column(default=0)
    points: Mapped[Decimal | None] = mapped_column(Points)
    state: Mapped[str] = mapped_column(Text, default="given")
    ticked: Mapped[bool] = mapped_column(Flag, default=True)
    entered_by: Mapped[str] = mapped_column(Text)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Instant)
    settled_by: Mapped[str] = mapped_column(Text, default="")
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))


class StageTime(Versioned, Base):
    """How long an entrant took in an item with a time limit, in seconds; the deduction follows from the item's rule."""

    __tablename__ = "stage_time"
    constraints = (UniqueConstraint("item_id", "nominee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominee.id"))
    seconds: Mapped[int]
    adjustment_id: Mapped[int | None] = mapped_column(ForeignKey("adjustment.id"))
    entered_by: Mapped[str] = mapped_column(Text)


class ItemMark(Versioned, Base):
    """The mark of one nominee in a written or quiz item. ``attendance`` as in the written round."""

    __tablename__ = "item_mark"
    constraints = (UniqueConstraint("item_id", "nominee_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    nominee_id: Mapped[int] = mapped_column(ForeignKey("nominee.id"))
    points: Mapped[Decimal | None] = mapped_column(Points)
    attendance: Mapped[str] = mapped_column(Text, default="")
    entered_by: Mapped[str] = mapped_column(Text)
    entered_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    entered_at: Mapped[datetime] = mapped_column(Instant)
    verified_by: Mapped[str] = mapped_column(Text, default="")
    verified_by_id: Mapped[int | None] = mapped_column(ForeignKey("account.id"))
    verified_at: Mapped[datetime | None] = mapped_column(Instant)


class QuizEvent(Versioned, Base):
    """One event of a quiz ledger; totals follow from the events that are not void.

    ``round``, ``result``: see :mod:`exam.rules.quiz`. ``stake``: what a risk question was played for. ``note``: the
    reason of points that the chief judge gave or took. Events are never changed, only voided with a reason.
    """

    __tablename__ = "quiz_event"
    constraints = (UniqueConstraint("item_id", "number"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    item_id: Mapped[int] = mapped_column(ForeignKey("final_item.id"))
    number: Mapped[int]
    team_id: Mapped[int] = mapped_column(ForeignKey("team.id"))
    round: Mapped[str] = mapped_column(Text)
    question: Mapped[str] = mapped_column(Text, default="")
    result: Mapped[str] = mapped_column(Text)
    stake: Mapped[Decimal | None] = mapped_column(Points)
    points: Mapped[Decimal] = mapped_column(Points)
    note: Mapped[str] = mapped_column(Text, default="")
    void_reason: Mapped[str] = mapped_column(Text, default="")
    voided_by: Mapped[str] = mapped_column(Text, default="")
    entered_by: Mapped[str] = mapped_column(Text)
    entered_at: Mapped[datetime] = mapped_column(Instant)
