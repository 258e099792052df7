"""What the awards follow from besides the standings: their rules, titles given by hand, numbers given so far."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from sqlalchemy import select

from exam.rules.awards import AwardSpec, Titled
from exam.unit_of_work import UnitOfWork
from models.awards import AwardRule, CertificateNumber, TitleHolder
from models.finals import FinalItem
from models.people import Staff, Unit


@dataclass(frozen=True, slots=True)
class AwardInputs:
    """Award rules, title holders, and certificate numbers by winner and award."""

    specs: tuple[AwardSpec, ...]
    titled: tuple[Titled, ...]
    numbers: Mapping[tuple[str, str], str]


def gather_awards(uow: UnitOfWork) -> AwardInputs:
    """Everything about awards as it stands now."""
    return AwardInputs(tuple(award_specs(uow)), tuple(title_holders(uow)), certificate_numbers(uow))


def award_specs(uow: UnitOfWork) -> list[AwardSpec]:
    """The award rules in the order of their scopes and positions."""
    rows = uow.session.execute(
        select(AwardRule.scope, AwardRule.name, AwardRule.method, AwardRule.value, FinalItem.key, AwardRule.text)
        .outerjoin(FinalItem, FinalItem.id == AwardRule.item_id)
        .order_by(AwardRule.scope, AwardRule.position)
    )
    return [
        AwardSpec(scope, name, how, Decimal(value or 0), key or "", text) for scope, name, how, value, key, text in rows
    ]


def title_holders(uow: UnitOfWork) -> list[Titled]:
    """Everybody with a title given by hand, title by title, in roster order."""
    rows = uow.session.execute(
        select(AwardRule.name, Staff.staff_number, Staff.name, Unit.name, TitleHolder.reason)
        .join(AwardRule, AwardRule.id == TitleHolder.award_rule_id)
        .join(Staff, Staff.id == TitleHolder.staff_id)
        .join(Unit, Unit.id == Staff.unit_id)
        .order_by(AwardRule.position, Unit.position, Staff.staff_number)
    )
    return [Titled(*row) for row in rows]


def certificate_numbers(uow: UnitOfWork) -> dict[tuple[str, str], str]:
    """The numbers given so far, by winner and award."""
    rows = uow.session.execute(select(CertificateNumber.winner_key, CertificateNumber.award, CertificateNumber.number))
    return {(winner, award): number for winner, award, number in rows}
