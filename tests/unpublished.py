"""A whole competition up to its awards with nothing published, and what nobody may know of it yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from exam.files.roster import check_roster
from exam.rehearsal.desk import Desk
from exam.rehearsal.play import play_steps, steps
from exam.rehearsal.steps import FIRST_DAY, SAMPLE_DICE, Rehearsal
from exam.services import results
from models.database import Database
from resources import path as shipped
from tests.secrecy import inside

LATER = "publication"
FILES = ("draw folder",)
FIGURE = re.compile(r"(?<![\d.])\d+\.\d\d(?!\d)")


def play_unpublished(database: Database) -> Desk:
    """Everything before the first publication; nothing is written to files."""
    play = Rehearsal(
        Desk(database, "zh", FIRST_DAY), check_roster(shipped("samples", "花名册.xlsx")), True, SAMPLE_DICE
    )
    before = [name for name, _ in steps()].index(LATER)
    play_steps(play, [step for step in steps()[:before] if step[0] not in FILES])
    return play.desk


def secret_figures(desk: Desk) -> frozenset[str]:
    """Totals and averages of the draft with two places: judges give tenths, and marks of items are no secret here."""
    draft = desk.read(lambda uow: results.get_draft(uow))
    marks = {mark for line in draft.individuals for mark in (*line.items, line.written)}
    totals = {line.total for line in draft.individuals} | {line.on_site for line in draft.individuals}
    totals |= {team.total for team in draft.teams} | {unit.average for unit in draft.units}
    told = {f"{one:.2f}" for one in totals - marks if one is not None}
    return frozenset(one for one in told if not one.endswith("0"))


def secret_awards(desk: Desk) -> frozenset[tuple[str, str]]:
    """Who would win what."""
    draft = desk.read(lambda uow: results.get_draft(uow))
    return frozenset((line.winner, line.award) for line in draft.awards)


def figures_in(value: Any) -> Iterator[str]:
    """Every figure with two places anywhere in a result, also inside its texts."""
    if isinstance(value, Decimal):
        yield f"{value:.2f}" if value == value.quantize(Decimal("0.01")) else str(value)
    elif isinstance(value, str):
        yield from FIGURE.findall(value)
    for one in inside(value):
        yield from figures_in(one)
