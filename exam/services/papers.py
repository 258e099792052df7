"""What the papers are made from, gathered in one reading."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from sqlalchemy import Select, func, select, true

from exam.access import Person, Right, require
from exam.rules.exam_sheets import RecheckRecord
from exam.rules.item_templates import PANEL
from exam.rules.results import Snapshot
from exam.rules.sheets import LotLine, LotRecord, MarkSheet, Named, PanelSummary, QuizLedger, RosterLine, UnitRoster
from exam.services import (
    certificates,
    coding,
    corrections,
    draw_records,
    judge_view,
    publications,
    quiz,
    recheck,
    results,
    sitting_papers,
    written_results,
)
from exam.services.coding import CodingRow
from exam.services.competition import get_competition, get_rules
from exam.services.draw_plans import GROUPS, ORDER, RUN
from exam.services.draw_rows import DrawRecord
from exam.services.entrants import entry_codes
from exam.services.items import list_items
from exam.services.judging import get_panel_summary
from exam.services.paper_rows import Explained, PaperData
from exam.services.sitting_papers import SittingChoice
from exam.services.written_results import WrittenResults
from exam.unit_of_work import UnitOfWork
from models.awards import AwardRule
from models.draws import Draw, Pick
from models.finals import Nominee
from models.judging import ItemMark, JudgeMark, PanelSeat, QuizEvent
from models.people import Staff, Unit
from models.sittings import WrittenMark

LOTS = (GROUPS, ORDER)
OF_RESULTS = frozenset(
    {
        "units", "items", "individuals", "teams", "explanations", "public_notice", "sign_off", "changes", "awards",
        "certificates", "register",
    }
)


@dataclass(frozen=True, slots=True)
class PapersRow:
    """Which papers can be made now (``ready``, by key), and from which publications (newest first).

    ``may_draft``: the person at the desk may print a draft from unpublished marks. ``sittings`` say for
    themselves which papers of the written round are ready. ``units``: code and name, to choose result slips.
    ``coding``: the levels of coding, for people who may have their tables. ``people`` are on the roster, ``entrants``
    in the final.
    """

    named: Named
    ready: frozenset[str]
    publications: tuple[tuple[int, str], ...]
    may_draft: bool
    sittings: tuple[SittingChoice, ...] = ()
    units: tuple[tuple[str, str], ...] = ()
    coding: CodingRow | None = None
    people: int = 0
    entrants: int = 0


def list_papers(uow: UnitOfWork) -> PapersRow:
    """What can be printed. Counts only: making a paper may still find that there is nothing in it.

    Raises :class:`~exam.errors.NotAllowed` for people who have nothing to do with papers.
    """
    if not may_look(uow.person):
        require(uow, Right.PRINT_PAPERS)
    ready: set[str] = set()
    if _any(uow, select(Staff.id).where(Staff.active == true())):
        ready.add("roster")
    if _current_draw(uow) is not None:
        ready |= {"draw_record", "drawn_notices"}
    if _any(uow, select(Draw.id).where(Draw.kind.in_(LOTS), Draw.state == RUN)):
        ready.add("lots")
    coded = coding.get_coding(uow) if uow.person.may(Right.MANAGE_FINAL) else None
    if coded is not None:
        ready |= {f"coding_{row.level}" for row in coded.levels if row.drawn}
    if _any(uow, select(WrittenMark.id)):
        ready.add("units")
    if _may_draft(uow):
        ready |= written_results.list_ready(uow)
    if _any(uow, select(JudgeMark.id)):
        ready.add("panels")
    if _any(uow, select(PanelSeat.id)) and _any(uow, select(Nominee.id)):
        ready.add("mark_sheets")
    if _any(uow, select(QuizEvent.id)):
        ready.add("quiz_ledgers")
    if _any(uow, select(Nominee.id)) and (_any(uow, select(JudgeMark.id)) or _any(uow, select(ItemMark.id))):
        ready |= {"items", "individuals", "teams", "explanations", "public_notice", "sign_off"}
    if _any(uow, select(AwardRule.id)):
        ready |= {"awards", "certificates", "register"}
    published = tuple(
        (row.number, row.published_at.astimezone().date().isoformat())
        for row in reversed(publications.list_publications(uow))
    )
    if published:
        # A publication holds what it holds, whatever was changed since.
        ready |= _papers_of(published[0][0], publications.list_contents(uow, number=published[0][0]))
    units = uow.session.execute(select(Unit.code, Unit.name).order_by(Unit.position, Unit.id))
    return PapersRow(
        get_named(uow), frozenset(ready), published, _may_draft(uow), sitting_papers.list_choices(uow),
        tuple((code, name) for code, name in units), coded,
        people=uow.session.scalar(select(func.count(Staff.id)).where(Staff.active == true())) or 0,
        entrants=uow.session.scalar(select(func.count(Nominee.id))) or 0,
    )  # fmt: skip


def get_paper_data(
    uow: UnitOfWork,
    *,
    keys: Collection[str] | None = None,
    number: int | None = None,
    sitting_id: int | None = None,
    room_id: int | None = None,
    unit_code: str = "",
    who: str = "",
) -> PaperData:
    """Everything that the papers ``keys`` need (all papers without ``keys``).

    ``number`` is the publication that sheets of results are made from. Without it they are made as a draft
    by people who may see unpublished results, and from the latest publication for everybody else.
    ``sitting_id`` and ``room_id`` (``None`` = all rooms) choose for papers of the written round, ``unit_code`` and
    ``who`` (a number or name) the people whose result slips are made.
    """
    if not may_look(uow.person):
        require(uow, Right.PRINT_PAPERS)
    wanted = None if keys is None else frozenset(keys)

    def asked(*names: str) -> bool:
        return wanted is None or not wanted.isdisjoint(names)

    written = _written(uow) if asked(*written_results.PAPERS) else None
    snapshot = _snapshot(uow, number) if asked(*OF_RESULTS) else None
    found = PaperData(
        get_named(uow),
        _rosters(uow) if asked("roster") else (),
        _draw(uow) if asked("draw_record", "drawn_notices") else None,
        _panels(uow) if asked("panels") else (),
        snapshot,
        explain_all(snapshot) if snapshot is not None and asked("explanations") else (),
        _lots(uow) if asked("lots") else (),
        printed=sitting_papers.get_printed(uow),
        mark_sheets=_mark_sheets(uow) if asked("mark_sheets") else (),
        quizzes=_quizzes(uow) if asked("quiz_ledgers") else (),
        written=written,
        slips=written_results.choose_lines(written, unit_code=unit_code, who=who) if written is not None else (),
        handed=certificates.handed_out(uow) if asked("register") else {},
    )
    return found if sitting_id is None else _of_sitting(uow, found, wanted, sitting_id, room_id)


def may_look(person: Person) -> bool:
    """Whether somebody may see papers: who prints them, and who reads everything."""
    return person.may(Right.PRINT_PAPERS) or person.may(Right.READ_EVERYTHING)


def get_named(uow: UnitOfWork) -> Named:
    """The competition as it stands above every paper."""
    row = get_competition(uow)
    day = row.issue_day.isoformat() if row.issue_day else ""
    days = get_rules(uow).publicity_days
    return Named(row.name, row.year, row.host, row.organiser, row.language, row.place, day, days)


def explain_all(snapshot: Snapshot) -> tuple[Explained, ...]:
    """The calculation of every team, then of every elite, in the order of the standings."""
    found: list[Explained] = []
    for team in snapshot.teams:
        one = results.explain_line(snapshot, team_id=team.team_id)
        found.append(Explained(one.subject, one.unit, one.steps))
    for line in snapshot.individuals:
        one = results.explain_line(snapshot, nominee_id=line.nominee_id)
        found.append(Explained(one.subject, one.unit, one.steps))
    return tuple(found)


def _of_sitting(
    uow: UnitOfWork, data: PaperData, wanted: frozenset[str] | None, sitting_id: int, room_id: int | None
) -> PaperData:
    """``data`` with what was asked for of a sitting, as far as the person at the desk may have it."""
    choice = next((one for one in sitting_papers.list_choices(uow) if one.id == sitting_id), None)
    if choice is None:
        return data

    def asked(*keys: str) -> bool:
        return any(key in choice.ready and (wanted is None or key in wanted) for key in keys)

    return replace(
        data,
        exam=sitting_papers.get_exam_plan(uow, sitting_id=sitting_id, room_id=room_id)
        if asked(*sitting_papers.OF_ROOMS)
        else None,
        marking=sitting_papers.get_marking_sheets(uow, sitting_id=sitting_id, room_id=room_id)
        if asked(sitting_papers.MARKING)
        else (),
        seals=sitting_papers.get_opened_seal_list(uow, sitting_id=sitting_id)
        if asked(sitting_papers.SEAL_LIST)
        else (),
        rechecks=_rechecks(uow, sitting_id) if asked(sitting_papers.RECHECK) else (),
        corrections=corrections.get_record(uow, sitting_id=sitting_id) if asked(sitting_papers.CORRECTIONS) else None,
    )


def _rechecks(uow: UnitOfWork, sitting_id: int) -> tuple[RecheckRecord, ...]:
    record = recheck.get_record(uow, sitting_id=sitting_id)
    return () if record is None else (record,)


def _written(uow: UnitOfWork) -> WrittenResults | None:
    return written_results.get_written_results(uow) if _may_draft(uow) else None


def _snapshot(uow: UnitOfWork, number: int | None) -> Snapshot | None:
    if number is not None:
        return publications.get_publication(uow, number=number)
    return results.get_draft(uow) if _may_draft(uow) else publications.find_latest(uow)


def _may_draft(uow: UnitOfWork) -> bool:
    return uow.person.may(Right.SEE_UNPUBLISHED_RESULTS)


def _papers_of(number: int, contents: Collection[str]) -> set[str]:
    found = {"units"} if "units" in contents else set[str]()
    if "individuals" in contents:
        found |= {"items", "individuals", "explanations", "public_notice", "sign_off"}
    if number > 1:
        found.add("changes")
    if "teams" in contents:
        found.add("teams")
    if "awards" in contents:
        found |= {"awards", "certificates", "register"}
    return found


def _current_draw(uow: UnitOfWork) -> int | None:
    query = select(Draw.id).where(Draw.kind == "exam", Draw.state == RUN).order_by(Draw.id.desc()).limit(1)
    return uow.session.scalar(query)


def _draw(uow: UnitOfWork) -> DrawRecord | None:
    draw_id = _current_draw(uow)
    return None if draw_id is None else draw_records.get_draw_record(uow, draw_id=draw_id)


def _lots(uow: UnitOfWork) -> tuple[LotRecord, ...]:
    draws = uow.session.scalars(select(Draw).where(Draw.kind.in_(LOTS), Draw.state == RUN).order_by(Draw.id)).all()
    # Of lots drawn anew only the last one counts.
    latest = {draw.label: draw for draw in draws}
    return tuple(_lot(uow, draw) for draw in latest.values())


def _lot(uow: UnitOfWork, draw: Draw) -> LotRecord:
    groups: dict[int, list[LotLine]] = {}
    entry = entry_codes(uow)
    query = (
        select(Pick.stratum, Pick.position, Nominee.entrant_code, Pick.staff_number, Pick.name, Unit.name)
        .join(Staff, Staff.id == Pick.staff_id)
        .join(Unit, Unit.id == Staff.unit_id)
        .join(Nominee, Nominee.staff_id == Pick.staff_id, isouter=True)
        .where(Pick.draw_id == draw.id)
        .order_by(Pick.position)
    )
    for stratum, position, code, number, name, unit in uow.session.execute(query):
        groups.setdefault(int(stratum), []).append(LotLine(position, entry.get(code, code) or "", number, name, unit))
    rules = dict(draw.rules)
    group = rules.get("group")
    return LotRecord(
        draw.kind,
        draw.label,
        group if isinstance(group, int) else 0,
        draw.freeze_code or "",
        draw.dice or "",
        tuple(name for name in (draw.dice_by, draw.dice_check_by) if name),
        draw.run_at.astimezone().isoformat(timespec="minutes") if draw.run_at else "",
        draw.run_by,
        draw.place,
        draw.tries or 0,
        bool(rules.get("uniform", True)),
        tuple(tuple(groups[at]) for at in sorted(groups)),
    )


def _rosters(uow: UnitOfWork) -> tuple[UnitRoster, ...]:
    lines: dict[tuple[str, str], list[RosterLine]] = {}
    query = (
        select(
            Unit.code, Unit.name, Staff.staff_number, Staff.name, Staff.sex, Staff.outlet, Staff.post, Staff.since,
            Staff.on_duty, Staff.window_staff, Staff.certified, Staff.note,
        )
        .join(Unit, Unit.id == Staff.unit_id)
        .where(Staff.active == true())
        .order_by(Unit.position, Unit.code, Staff.staff_number)
    )  # fmt: skip
    for code, unit, number, name, sex, outlet, post, since, duty, window, certified, note in uow.session.execute(query):
        day = since.isoformat() if since else ""
        line = RosterLine(number, name, sex, outlet, post, day, duty, window, certified, note)
        lines.setdefault((code, unit), []).append(line)
    return tuple(UnitRoster(code, unit, tuple(people)) for (code, unit), people in lines.items())


def _panels(uow: UnitOfWork) -> tuple[PanelSummary, ...]:
    groups = uow.session.scalars(
        select(Nominee.group_number).where(Nominee.group_number.is_not(None)).distinct().order_by(Nominee.group_number)
    ).all()
    found: list[PanelSummary] = []
    for item in list_items(uow):
        if item.kind != PANEL:
            continue
        for group in groups or (None,):
            summary = get_panel_summary(uow, item_id=item.id, group=group)
            if summary.lines and summary.judges:
                found.append(summary)
    return tuple(found)


def _mark_sheets(uow: UnitOfWork) -> tuple[MarkSheet, ...]:
    items = [item for item in list_items(uow) if item.kind == PANEL]
    return tuple(sheet for item in items for sheet in judge_view.list_mark_sheets(uow, item_id=item.id))


def _quizzes(uow: UnitOfWork) -> tuple[QuizLedger, ...]:
    items = [item for item in quiz.list_quizzes(uow) if quiz.has_events(uow, item.id)]
    return tuple(quiz.get_quiz_ledger(uow, item_id=item.id) for item in items)


def _any(uow: UnitOfWork, query: Select[int]) -> bool:
    return uow.session.scalar(query.limit(1)) is not None
