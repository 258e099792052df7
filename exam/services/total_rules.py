"""The rules of the totals: the settings that bear on them, the team total's own components, and how ties ended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from sqlalchemy import select

from exam import journal
from exam.access import Right, require
from exam.errors import InvalidInput
from exam.rules.results import Basis, Component
from exam.rules.results import TieEnd as Tied
from exam.rules.settings import TIE_KEYS, Rules
from exam.rules.stages import Stage
from exam.rules.team_totals import AGGREGATE_NAMES, PRESETS, SOURCE_NAMES, TEAM_SOURCES
from exam.services.competition import require_open
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.finals import FinalItem
from models.results import TeamComponent, TieEnd

NO_TEAMS = "none"
"""The team preset of a selection of single people."""


def get_basis(uow: UnitOfWork, rules: Rules) -> Basis:
    """The rules of the totals from the settings and, for own components, their table."""
    components = (
        tuple(list_components(uow))
        if rules.team_preset == "own"
        else tuple(replace(one, missing=rules.missing_elite) for one in PRESETS[rules.team_preset])
    )
    return Basis(
        written_weight=rules.written_weight, written_full=rules.written_full, item_places=rules.item_places,
        total_places=rules.total_places, individual_keys=_keys(rules.individual_tie_keys),
        team_keys=_keys(rules.team_tie_keys), components=components, mark_step=rules.mark_step,
        tie_ends=stored_tie_ends(uow), windows=rules.entrant_kind == "windows",
    )  # fmt: skip


def stored_tie_ends(uow: UnitOfWork) -> tuple[Tied, ...]:
    """How ties were ended by extra quiz or lot, in the order in which it was recorded."""
    rows = uow.session.execute(select(TieEnd.standing, TieEnd.method, TieEnd.places, TieEnd.note).order_by(TieEnd.id))
    return tuple(Tied(*row) for row in rows)


def _keys(text: str) -> tuple[str, ...]:
    return tuple(key for key in text.split(",") if key in TIE_KEYS)


def list_components(uow: UnitOfWork) -> list[Component]:
    """The competition's own components of the team total, in order."""
    rows = uow.session.execute(
        select(
            TeamComponent.source, TeamComponent.aggregate, TeamComponent.weight, TeamComponent.missing,
            TeamComponent.best, FinalItem.key,
        )
        .outerjoin(FinalItem, FinalItem.id == TeamComponent.item_id)
        .order_by(TeamComponent.position)
    )  # fmt: skip
    return [
        Component(source, how, weight, missing, best, key or "") for source, how, weight, missing, best, key in rows
    ]


def set_components(uow: UnitOfWork, *, components: Sequence[Component]) -> list[Component]:
    """Replace the own components of the team total (used when the rule *team total* says so)."""
    require(uow, Right.MANAGE_COMPETITION)
    require_open(uow, Stage.RESULTS)
    old = list_components(uow)
    if list(components) == old:
        return old
    items = dict(uow.session.execute(select(FinalItem.key, FinalItem.id)).all())
    for row in uow.session.scalars(select(TeamComponent)):
        uow.session.delete(row)
    uow.session.flush()
    for position, one in enumerate(components, start=1):
        _check_component(one, items.keys())
        uow.session.add(
            TeamComponent(
                position=position, source=one.source, aggregate=one.aggregate, best=one.best, weight=one.weight,
                missing=one.missing, item_id=items.get(one.item),
            )
        )  # fmt: skip
    uow.session.flush()
    uow.record(journal.TEAM_RULE_CHANGED, "", old=[_told(one) for one in old], new=[_told(one) for one in components])
    return list_components(uow)


def _check_component(one: Component, items: object) -> None:
    known = one.source in SOURCE_NAMES and one.aggregate in AGGREGATE_NAMES and one.missing in ("zero", "leave_out")
    needs_item = one.source in ("item", "quiz")
    if not known or (needs_item and one.item not in items):  # type: ignore[operator]
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Choose where this component of the team total comes from."))
    if not Decimal(0) < one.weight <= Decimal(1000):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "The weight of a component lies above 0 and up to 1000 percent."))
    if one.aggregate == "best" and one.source not in TEAM_SOURCES and not (one.best and one.best > 0):
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say how many of the best members count."))


def _told(one: Component) -> str:
    return f"{one.source} {one.item} {one.aggregate} {one.best or ''} {one.weight} % {one.missing}"
