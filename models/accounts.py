"""People who may sit at the desk."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned
from models.types import Flag, Instant


class Account(Versioned, Base):
    """A person who signs in. ``role``: office, recorder, rechecker, judge, supervisor."""

    __tablename__ = "account"
    constraints = (UniqueConstraint("name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(Text)
    password_hash: Mapped[str] = mapped_column(Text)
    role: Mapped[str] = mapped_column(Text)
    judge_id: Mapped[int | None] = mapped_column(ForeignKey("judge.id"))
    active: Mapped[bool] = mapped_column(Flag, default=True)
    created_at: Mapped[datetime] = mapped_column(Instant)
