"""Award rules and certificates."""

from __future__ import annotations

from sqlalchemy import ForeignKey, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, Versioned


class AwardRule(Versioned, Base):
    """One award. ``scope``: individual, team, item, group, organisation, title; ``method``: count, ratio.

    ``value`` is a count, or a percentage of the entrants as text; a title lists its people by hand.
    """

    __tablename__ = "award_rule"
    constraints = (UniqueConstraint("scope", "position"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    scope: Mapped[str] = mapped_column(Text)
    position: Mapped[int]
    name: Mapped[str] = mapped_column(Text)
    method: Mapped[str] = mapped_column(Text, default="count")
    value: Mapped[str] = mapped_column(Text)
    item_id: Mapped[int | None] = mapped_column(ForeignKey("final_item.id"))
    text: Mapped[str] = mapped_column(Text, default="")


class TitleHolder(Versioned, Base):
    """A person given a free title by hand, with the reason."""

    __tablename__ = "title_holder"
    constraints = (UniqueConstraint("award_rule_id", "staff_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    award_rule_id: Mapped[int] = mapped_column(ForeignKey("award_rule.id"))
    staff_id: Mapped[int] = mapped_column(ForeignKey("staff.id"))
    reason: Mapped[str] = mapped_column(Text, default="")


class CertificateNumber(Base):
    """A certificate number, given once to one winner of one award and never again.

    ``prints`` counts how often the certificate was made for printing.
    """

    __tablename__ = "certificate_number"
    constraints = (UniqueConstraint("number"), UniqueConstraint("winner_key", "award"))

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[str] = mapped_column(Text)
    winner_key: Mapped[str] = mapped_column(Text)
    award: Mapped[str] = mapped_column(Text)
    received_by: Mapped[str] = mapped_column(Text, default="")
    received_on: Mapped[str] = mapped_column(Text, default="")
    prints: Mapped[int] = mapped_column(default=0)


class Reveal(Base):
    """How far the ceremony has shown a publication, so that it goes on there after a crash."""

    __tablename__ = "reveal"

    publication_number: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shown: Mapped[int] = mapped_column(default=0)
