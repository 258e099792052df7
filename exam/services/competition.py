"""The competition, its rules and the locking of its stages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select, true

from exam import journal
from exam.access import Right, require
from exam.errors import Conflict, InvalidInput, NotFound, RuleBroken
from exam.progress_counts import CompetitionRow
from exam.rules import settings
from exam.rules.settings import Rules
from exam.rules.stages import STAGE_NAMES, Stage
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Competition, Setting, StageLock


@dataclass(frozen=True, slots=True)
class SettingRow:
    """A setting with its present value, whether it is the default, and whether its stage is locked."""

    info: settings.SettingInfo
    value: Any
    is_default: bool
    locked: bool
    version: int


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage and who locked it."""

    stage: Stage
    locked: bool
    locked_at: datetime | None
    locked_by: str
    witness: str
    reason: str


def create_competition(
    uow: UnitOfWork,
    *,
    name: str,
    year: int,
    host: str = "",
    organiser: str = "",
    place: str = "",
    language: str = "zh",
    sample: bool = False,
) -> CompetitionRow:
    """Name a new competition. Raises :class:`InvalidInput` without a name, or when there is one already."""
    if uow.session.get(Competition, 1) is not None:
        raise InvalidInput(
            QT_TRANSLATE_NOOP("exam", "This database already holds a competition. Make a new file for another one.")
        )
    competition = Competition(
        id=1,
        name=_name(name),
        year=_year(year),
        host=host.strip(),
        organiser=organiser.strip(),
        place=place.strip(),
        language=language,
        sample=sample,
        created_at=uow.now,
    )
    uow.session.add(competition)
    uow.session.flush()
    uow.record(journal.COMPETITION_CREATED, competition.name, year=year, host=competition.host)
    return _row(competition)


def get_competition(uow: UnitOfWork) -> CompetitionRow:
    """The competition of this database; :class:`NotFound` when none was made yet."""
    return _row(_competition(uow))


def change_competition(
    uow: UnitOfWork,
    *,
    seen_version: int,
    name: str,
    year: int,
    host: str,
    organiser: str,
    place: str,
    final_day: date | None,
    issue_day: date | None,
    language: str,
) -> CompetitionRow:
    """Change what names the competition. The setup stage must be open."""
    require(uow, Right.MANAGE_COMPETITION)
    require_open(uow, Stage.SETUP)
    competition = _competition(uow)
    check_version(competition.version, seen_version)
    new = {
        "name": _name(name),
        "year": _year(year),
        "host": host.strip(),
        "organiser": organiser.strip(),
        "place": place.strip(),
        "final_day": final_day,
        "issue_day": issue_day,
        "language": language,
    }
    changes = {
        key: [getattr(competition, key), value] for key, value in new.items() if getattr(competition, key) != value
    }
    if changes:
        for key, value in new.items():
            setattr(competition, key, value)
        uow.session.flush()
        uow.record(journal.COMPETITION_CHANGED, competition.name, changes=changes)
    return _row(competition)


def get_rules(uow: UnitOfWork) -> Rules:
    """The rules of this competition: stored settings over the defaults."""
    rows = uow.session.execute(select(Setting.key, Setting.value)).all()
    return settings.rules_from({row.key: row.value for row in rows})


def list_settings(uow: UnitOfWork) -> list[SettingRow]:
    """Every setting with its present value, in the order of the form."""
    stored = {row.key: row for row in uow.session.scalars(select(Setting))}
    locked = locked_stages(uow)
    return [
        SettingRow(
            info=info,
            value=settings.parse(info.key, stored[info.key].value) if info.key in stored else info.default,
            is_default=info.key not in stored or stored[info.key].value == settings.write(info.default),
            locked=info.stage in locked,
            version=stored[info.key].version if info.key in stored else 0,
        )
        for info in settings.SETTINGS
    ]


def change_rule(uow: UnitOfWork, *, key: str, text: str, seen_version: int | None = None) -> Rules:
    """Set one rule. Its stage must be open; the old and new value go into the journal."""
    require(uow, Right.MANAGE_COMPETITION)
    info = settings.BY_KEY.get(key)
    if info is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "There is no rule called {key}."), key=key)
    require_open(uow, info.stage)
    value = settings.write(settings.parse(key, text))
    row = uow.session.get(Setting, key)
    if seen_version is not None:
        check_version(row.version if row else 0, seen_version)
    old = row.value if row else settings.write(info.default)
    if old != value:
        if row is None:
            uow.session.add(Setting(key=key, value=value))
        else:
            row.value = value
        uow.session.flush()
        uow.record(journal.RULE_CHANGED, info.label, key=key, old=old, new=value)
    return get_rules(uow)


def list_stages(uow: UnitOfWork) -> list[StageRow]:
    """All stages in order with their locks."""
    rows = {row.stage: row for row in uow.session.scalars(select(StageLock))}
    return [
        StageRow(
            stage,
            rows[stage].locked,
            rows[stage].locked_at,
            rows[stage].locked_by,
            rows[stage].witness,
            rows[stage].reason,
        )
        if stage in rows
        else StageRow(stage, False, None, "", "", "")
        for stage in Stage
    ]


def locked_stages(uow: UnitOfWork) -> frozenset[Stage]:
    """The stages that are locked now."""
    rows = uow.session.execute(select(StageLock.stage).where(StageLock.locked.is_(true()))).scalars()
    return frozenset(Stage(stage) for stage in rows)


def lock_stage(uow: UnitOfWork, *, stage: Stage, witness: str = "") -> StageRow:
    """Close a stage: its settings and data cannot change any more. ``witness`` is the second name."""
    require(uow, Right.MANAGE_COMPETITION)
    require_open(uow, stage)
    row = _stage_row(uow, stage)
    row.locked, row.locked_at, row.locked_by, row.witness = True, uow.now, uow.person.name, witness.strip()
    row.reason = ""
    uow.session.flush()
    uow.record(journal.STAGE_LOCKED, STAGE_NAMES[stage], stage=stage.value, witness=witness.strip())
    return StageRow(stage, True, uow.now, row.locked_by, row.witness, "")


def unlock_stage(uow: UnitOfWork, *, stage: Stage, reason: str) -> StageRow:
    """Open a stage again. A reason is required and stays in the journal."""
    require(uow, Right.MANAGE_COMPETITION)
    if not reason.strip():
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Say why this stage is opened again."))
    row = _stage_row(uow, stage)
    if row.locked:
        row.locked, row.reason = False, reason.strip()
        uow.session.flush()
        uow.record(journal.STAGE_UNLOCKED, STAGE_NAMES[stage], stage=stage.value, reason=reason.strip())
    return StageRow(stage, False, row.locked_at, row.locked_by, row.witness, row.reason)


def require_open(uow: UnitOfWork, stage: Stage) -> None:
    """Raise :class:`RuleBroken` when ``stage`` is locked."""
    row = uow.session.get(StageLock, stage.value)
    if row is not None and row.locked:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam",
                "This stage was locked by {person} and cannot be changed. The competition office can open it "
                "again with a reason.",
            ),
            person=row.locked_by,
            stage=STAGE_NAMES[stage],
        )


def check_version(found: int, seen: int) -> None:
    """Raise :class:`Conflict` when a row is not the one the person looked at."""
    if found != seen:
        raise Conflict(
            QT_TRANSLATE_NOOP(
                "exam",
                "Somebody else changed this in the meantime. Nothing of yours was saved: look at the new value "
                "and enter yours again if it still holds.",
            )
        )


def _competition(uow: UnitOfWork) -> Competition:
    competition = uow.session.get(Competition, 1)
    if competition is None:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "This database holds no competition yet. Create one first."))
    return competition


def _stage_row(uow: UnitOfWork, stage: Stage) -> StageLock:
    row = uow.session.get(StageLock, stage.value)
    if row is None:
        row = StageLock(stage=stage.value, locked=False, locked_by="", witness="", reason="")
        uow.session.add(row)
    return row


def _name(text: str) -> str:
    name = " ".join(text.split())
    if not name:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "Give the competition a name."))
    return name


def _year(year: int) -> int:
    if not 1990 <= year <= 2200:
        raise InvalidInput(QT_TRANSLATE_NOOP("exam", "{year} is not a year. Type four digits."), year=year)
    return year


def _row(row: Competition) -> CompetitionRow:
    return CompetitionRow(
        row.name,
        row.year,
        row.host,
        row.organiser,
        row.place,
        row.final_day,
        row.issue_day,
        row.language,
        row.sample,
        row.version,
    )
