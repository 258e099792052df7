"""Where the competition stands: one row per step, for the navigation and the overview page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import ColumnElement, Select, func, select, true

from exam.services.competition import CompetitionRow, get_competition, locked_stages
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.awards import AwardRule
from models.competition import Setting
from models.draws import Draw, Pick
from models.finals import FinalItem, Nominee, Team
from models.journal import JournalEntry
from models.judging import ItemMark, JudgeMark, PanelSeat
from models.people import Staff, Unit
from models.results import Publication
from models.sittings import Candidate, WrittenMark

WAITING, READY, WORKING, DONE = "waiting", "ready", "working", "done"


@dataclass(frozen=True, slots=True)
class StepRow:
    """One step: ``state`` waiting (something before it is missing), ready, working or done.

    ``done`` of ``total`` is the progress, ``total`` 0 where there is none. ``text`` with ``params`` says
    where it stands or what is missing; ``goto`` names the page that helps when it waits.
    """

    key: str
    state: str
    done: int
    total: int
    text: str
    params: Mapping[str, Any] = field(default_factory=dict)
    goto: str = ""

    @property
    def percent(self) -> int | None:
        """Whole percent done, ``None`` where nothing is counted; 100 only when all is done."""
        return self.done * 100 // self.total if self.total else None


@dataclass(frozen=True, slots=True)
class OverviewRow:
    """The competition and its steps; ``next_step`` is the key of the page to go to next."""

    competition: CompetitionRow
    steps: tuple[StepRow, ...]
    next_step: str
    journal_count: int

    def step(self, key: str) -> StepRow | None:
        """The step of a page, ``None`` for pages that are no step."""
        return next((step for step in self.steps if step.key == key), None)


def get_overview(uow: UnitOfWork) -> OverviewRow:
    """Counts only: no marks, no names; fast enough to follow every change."""
    steps = (
        _setup(uow),
        _roster(uow),
        _draw(uow),
        _written(uow),
        _nominations(uow),
        _items(uow),
        _judging(uow),
        _standings(uow),
        _awards(uow),
    )
    upcoming = next((step.key for step in steps if step.state in (READY, WORKING)), "papers")
    return OverviewRow(get_competition(uow), steps, upcoming, _count(uow, select(func.count(JournalEntry.id))))


def _setup(uow: UnitOfWork) -> StepRow:
    units = _rows(uow, Unit.id, Unit.active.is_(true()))
    changed = _rows(uow, Setting.key)
    if not units:
        return StepRow("setup", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Check the rules; units come with the roster."))
    locked = len(locked_stages(uow))
    return StepRow(
        "setup",
        DONE,
        0,
        0,
        QT_TRANSLATE_NOOP("exam", "{units} units, {rules} rules set, {locked} stages locked"),
        {"units": units, "rules": changed, "locked": locked},
    )


def _roster(uow: UnitOfWork) -> StepRow:
    staff = _rows(uow, Staff.id, Staff.active.is_(true()))
    if not staff:
        return StepRow("roster", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Nobody is on the roster yet: import it."))
    return StepRow("roster", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{staff} people"), {"staff": staff})


def _draw(uow: UnitOfWork) -> StepRow:
    if not _rows(uow, Staff.id, Staff.active.is_(true())):
        return StepRow("draw", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The roster is missing."), goto="roster")
    drawn = _count(
        uow,
        select(func.count(Pick.id))
        .join(Draw, Draw.id == Pick.draw_id)
        .where(Draw.kind == "exam", Draw.state == "run", Pick.state.in_(("valid", "stepped_up"))),
    )
    if drawn:
        return StepRow("draw", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{drawn} people drawn"), {"drawn": drawn})
    frozen = _rows(uow, Draw.id, Draw.kind == "exam", Draw.state == "frozen")
    if frozen:
        return StepRow("draw", WORKING, 0, 0, QT_TRANSLATE_NOOP("exam", "Frozen: throw the dice and run the draw."))
    return StepRow("draw", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Plan the draw and freeze it."))


def _written(uow: UnitOfWork) -> StepRow:
    candidates = _rows(uow, Candidate.id)
    if not candidates:
        drawn = _rows(uow, Draw.id, Draw.kind == "exam", Draw.state == "run")
        if not drawn:
            return StepRow(
                "written", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "Nobody has been drawn yet."), goto="draw"
            )
        return StepRow("written", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Make the sitting from the drawn people."))
    marked = select(WrittenMark.candidate_id).where(WrittenMark.points.is_not(None))
    done = _rows(uow, Candidate.id, Candidate.id.in_(marked) | Candidate.attendance.not_in(("", "present", "late")))
    return StepRow(
        "written",
        DONE if done == candidates else WORKING if done else READY,
        done,
        candidates,
        QT_TRANSLATE_NOOP("exam", "{done} of {total} candidates have a mark or a state"),
        {"done": done, "total": candidates},
    )


def _nominations(uow: UnitOfWork) -> StepRow:
    if not _rows(uow, Staff.id, Staff.active.is_(true())):
        return StepRow("nominations", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The roster is missing."), goto="roster")
    nominees = _rows(uow, Nominee.id, Nominee.status == "active")
    if not nominees:
        return StepRow("nominations", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Take in the units' nominations."))
    grouped = _rows(uow, Nominee.id, Nominee.status == "active", Nominee.group_number.is_not(None))
    return StepRow(
        "nominations",
        DONE if grouped == nominees else WORKING,
        grouped,
        nominees,
        QT_TRANSLATE_NOOP("exam", "{nominees} elites in {teams} teams, {grouped} in groups"),
        {"nominees": nominees, "teams": _rows(uow, Team.id), "grouped": grouped},
    )


def _items(uow: UnitOfWork) -> StepRow:
    items = _rows(uow, FinalItem.id)
    if not items:
        return StepRow("items", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Choose the items of the final."))
    panels = _rows(uow, FinalItem.id, FinalItem.kind == "panel")
    seated = _count(uow, select(func.count(func.distinct(PanelSeat.item_id))))
    return StepRow(
        "items",
        DONE if seated >= panels else WORKING,
        seated,
        panels,
        QT_TRANSLATE_NOOP("exam", "{items} items, {seated} of {panels} panels have judges"),
        {"items": items, "seated": seated, "panels": panels},
    )


def _judging(uow: UnitOfWork) -> StepRow:
    nominees = _rows(uow, Nominee.id, Nominee.status == "active")
    if not nominees:
        return StepRow(
            "judging", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "Nobody has been nominated yet."), goto="nominations"
        )
    items = _rows(uow, FinalItem.id, FinalItem.kind != "quiz")
    if not items:
        return StepRow("judging", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "The final has no items yet."), goto="items")
    marked = _count(
        uow, select(func.count()).select_from(select(JudgeMark.item_id, JudgeMark.nominee_id).distinct().subquery())
    ) + _rows(uow, ItemMark.id)
    total = nominees * items
    done = min(marked, total)
    return StepRow(
        "judging",
        DONE if done == total else WORKING if done else READY,
        done,
        total,
        QT_TRANSLATE_NOOP("exam", "{done} of {total} entries of the final have marks"),
        {"done": done, "total": total},
    )


def _standings(uow: UnitOfWork) -> StepRow:
    number = uow.session.scalar(select(func.max(Publication.number)))
    if number:
        return StepRow(
            "standings", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "Publication no. {number} stands"), {"number": number}
        )
    if not _rows(uow, JudgeMark.id) and not _rows(uow, ItemMark.id) and not _rows(uow, WrittenMark.id):
        return StepRow("standings", WAITING, 0, 0, QT_TRANSLATE_NOOP("exam", "There are no marks yet."), goto="written")
    return StepRow("standings", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Look the standings over and publish them."))


def _awards(uow: UnitOfWork) -> StepRow:
    rules = _rows(uow, AwardRule.id)
    if not rules:
        return StepRow("awards", READY, 0, 0, QT_TRANSLATE_NOOP("exam", "Say which awards there are."))
    return StepRow("awards", DONE, 0, 0, QT_TRANSLATE_NOOP("exam", "{rules} awards"), {"rules": rules})


def _rows(uow: UnitOfWork, column: Any, *conditions: ColumnElement[bool]) -> int:
    return _count(uow, select(func.count(column)).where(*conditions))


def _count(uow: UnitOfWork, query: Select[Any]) -> int:
    return uow.session.scalar(query) or 0
