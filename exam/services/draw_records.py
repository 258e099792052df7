"""What is known of the draws: lists, picks, the draw record, the folder for outsiders."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from sqlalchemy import func, select

from exam.errors import NotFound, RuleBroken
from exam.rules import draw as draw_rules
from exam.rules import frozen
from exam.rules.draw import DRAWN, seed_of
from exam.services.draw_rows import GOING, DrawFolder, DrawRecord, DrawRow, PickRow, RecordUnit
from exam.services.draw_states import EXAM, VOID, find_draw
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from models.competition import Competition
from models.draws import DicePart, Draw, FrozenFile, Pick
from models.people import Staff, Unit


def list_draws(uow: UnitOfWork, *, kind: str | None = None) -> list[DrawRow]:
    """All draws, newest first, void ones too."""
    query = select(Draw).order_by(Draw.id.desc())
    if kind is not None:
        query = query.where(Draw.kind == kind)
    typed = dict(
        uow.session.execute(select(DicePart.draw_id, func.count()).group_by(DicePart.draw_id)).all()
    )
    return [_draw_row(draw, typed.get(draw.id, 0)) for draw in uow.session.scalars(query)]


def get_draw(uow: UnitOfWork, *, draw_id: int) -> DrawRow:
    """One draw; raises :class:`NotFound`."""
    draw = find_draw(uow, draw_id)
    typed = uow.session.scalar(select(func.count()).select_from(DicePart).where(DicePart.draw_id == draw_id))
    return _draw_row(draw, typed or 0)


def find_current_draw(uow: UnitOfWork, *, kind: str = EXAM) -> DrawRow | None:
    """The draw of this kind that is not void; None when none was begun."""
    found = uow.session.scalar(
        select(Draw.id).where(Draw.kind == kind, Draw.state != VOID).order_by(Draw.id.desc()).limit(1)
    )
    return None if found is None else get_draw(uow, draw_id=found)


def list_picks(uow: UnitOfWork, *, draw_id: int) -> list[PickRow]:
    """Drawn people, then alternates, stratum by stratum in byte order."""
    find_draw(uow, draw_id)
    picks = list(uow.session.scalars(select(Pick).where(Pick.draw_id == draw_id)))
    picks.sort(key=lambda pick: (pick.stratum.encode(), pick.kind != DRAWN, pick.position))
    return _pick_rows(uow, picks)


def list_entrants(uow: UnitOfWork, *, draw_id: int) -> list[PickRow]:
    """Those who take part: drawn and not struck, and alternates who stepped up."""
    return [pick for pick in list_picks(uow, draw_id=draw_id) if pick.state in GOING]


def pick_row(uow: UnitOfWork, pick: Pick) -> PickRow:
    """One pick as the screen shows it."""
    return _pick_rows(uow, [pick])[0]


def get_draw_record(uow: UnitOfWork, *, draw_id: int) -> DrawRecord:
    """Everything the draw record prints; for a frozen draw without a run the people are empty."""
    row = get_draw(uow, draw_id=draw_id)
    if not row.freeze_code:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "The draw {label} is still a plan. Freeze it first."), label=row.label)
    files = read_frozen(uow, draw_id)
    units = dict(uow.session.execute(select(Unit.code, Unit.name)).all())
    eligible = {stratum: len(numbers) for stratum, numbers in frozen.read_roster([files[frozen.ROSTER]])}
    picks: dict[str, list[PickRow]] = {}
    for pick in list_picks(uow, draw_id=draw_id):
        picks.setdefault(pick.stratum, []).append(pick)
    found: list[RecordUnit] = []
    plan = {quota.stratum: quota for quota in frozen.read_plan(files[frozen.PLAN])}
    # A lot is planned by units and comes out as groups (or one order).
    for stratum in sorted(picks, key=int) if row.kind != EXAM and picks else plan:
        people = picks.get(stratum, [])
        code, _, post = stratum.partition("/")
        quota = plan.get(stratum) if row.kind == EXAM or not picks else None
        found.append(
            RecordUnit(
                stratum, units.get(stratum) or units.get(code, stratum), post if stratum not in units else "",
                eligible.get(stratum, 0) if quota else len(people),
                quota.places if quota else len(people),
                quota.alternates if quota else 0,
                tuple(pick for pick in people if pick.kind == DRAWN),
                tuple(pick for pick in people if pick.kind != DRAWN),
            )
        )
    codes = {stratum.partition("/")[0] for stratum in plan} | set(plan)
    # The table of units explains the codes to outsiders; the record has the units themselves.
    words = [
        line
        for line in list(frozen.lines_of(frozen.DRAW, [files[frozen.DRAW]]))[1:]
        if line.partition(" = ")[0] not in codes
    ]
    competition = uow.session.scalars(select(Competition.name)).one()
    seed = seed_of(row.label, row.freeze_code, row.dice) if row.dice else ""
    return DrawRecord(row, competition, seed, tuple(words), tuple(found), files[frozen.EXCLUDED].count(b"\n"))


def get_folder(uow: UnitOfWork, *, draw_id: int) -> DrawFolder:
    """The frozen files, the dice and the result as an outsider gets them."""
    row = get_draw(uow, draw_id=draw_id)
    if not row.freeze_code:
        raise NotFound(QT_TRANSLATE_NOOP("exam", "The draw {label} is still a plan. Freeze it first."), label=row.label)
    picks = uow.session.execute(
        select(Pick.stratum, Pick.kind, Pick.position, Pick.staff_number, Pick.ticket).where(Pick.draw_id == draw_id)
    )
    result = frozen.result_file(draw_rules.Pick(*pick) for pick in picks)
    return DrawFolder(row.label, row.kind, row.freeze_code, read_frozen(uow, draw_id), row.dice, result)


def read_frozen(uow: UnitOfWork, draw_id: int) -> dict[str, bytes]:
    """The frozen files by name, checked against the freeze code."""
    draw = find_draw(uow, draw_id)
    rows = uow.session.scalars(select(FrozenFile).where(FrozenFile.draw_id == draw_id)).all()
    files = {row.name: row.content for row in rows}
    found = frozen.manifest({name: sha256(files.get(name, b"")).hexdigest() for name in frozen.FROZEN})
    if files.get(frozen.MANIFEST) != found or frozen.freeze_code(found) != draw.freeze_code:
        raise RuleBroken(
            QT_TRANSLATE_NOOP(
                "exam", "The frozen files of {label} were changed in the database. Open the newest good backup."
            ),
            label=draw.label,
        )
    return files


def _draw_row(draw: Draw, typed: int) -> DrawRow:
    return DrawRow(
        draw.id, draw.version, draw.kind, draw.label, draw.number, draw.state, draw.strata, draw.place,
        draw.freeze_code or "", draw.frozen_at, draw.frozen_by, draw.dice or "", typed, draw.dice_by,
        draw.dice_check_by, draw.run_at, draw.run_by, draw.tries, draw.void_reason, draw.voided_at, draw.shown,
    )


def _pick_rows(uow: UnitOfWork, picks: Sequence[Pick]) -> list[PickRow]:
    units = {
        code: (unit_id, name) for code, unit_id, name in uow.session.execute(select(Unit.code, Unit.id, Unit.name))
    }
    posts = dict(
        uow.session.execute(
            select(Staff.id, Staff.post)
            .join(Pick, Pick.staff_id == Staff.id)
            .where(Pick.draw_id.in_({pick.draw_id for pick in picks}))
        ).all()
    )
    rows: list[PickRow] = []
    for pick in picks:
        unit_id, name = units.get(pick.stratum) or units.get(pick.stratum.partition("/")[0], (None, pick.stratum))
        rows.append(
            PickRow(
                pick.id, pick.version, pick.stratum, unit_id, name, posts.get(pick.staff_id, ""), pick.kind,
                pick.position, pick.staff_id, pick.staff_number, pick.name, pick.ticket, pick.state,
                pick.strike_reason, pick.approver, pick.struck_at, pick.replaces_id,
            )
        )
    return rows
