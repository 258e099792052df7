"""The third part of a rehearsal: the elite final's items, panels and marks."""

from __future__ import annotations

from decimal import Decimal

from exam.rehearsal.desk import JUDGE, OFFICE, PASSWORD, RECHECKER, RECORDER, SECOND
from exam.rehearsal.files import JudgeSheet, read_final_written, read_judge_sheet
from exam.rehearsal.marks import JUDGES, ON_SITE_WEIGHTS, entrant_marks, panel_marks
from exam.rehearsal.steps import Line, Rehearsal, add_person
from exam.services import accounts, adjustments, finals, items, judge_view, judging, judging_second, panels, units
from exam.services.finals import NomineeRow
from exam.services.items import ItemRow
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP
from resources import path as shipped

SHEETS = {"written": "决赛笔试", "scenario": "情景模拟", "operation": "业务操作"}
"""Template of the item -> its sheet in the sample's workbook."""

ON_SCREEN, TYPED_AGAIN = 4, 2
"""Entrants whose marks the judge confirms on the screen, and whose marks are typed again."""
AT_ONCE = 16
"""Written papers that are typed in one unit of work."""

WEIGHTS = {"scenario": ON_SITE_WEIGHTS[0], "operation": ON_SITE_WEIGHTS[1]}


def make_items(play: Rehearsal) -> Line:
    """Written exam 30 %, scenario simulation and business operation on site, and a panel of seven judges."""
    desk = play.desk
    desk.at(11, 17, 9)
    for template in SHEETS:
        item = desk.run(OFFICE, lambda uow, template=template: items.add_from_template(uow, template=template))
        if template in WEIGHTS:
            item = desk.run(OFFICE, lambda uow, item=item, template=template: _weigh(uow, item, WEIGHTS[template]))
        play.final.items[template] = item
    unit_ids = _units_of_judges(play)
    for judge in JUDGES:
        row = desk.run(
            OFFICE,
            lambda uow, judge=judge: panels.add_judge(
                uow, name=judge.name, unit_id=unit_ids.get(judge.unit), title=judge.title
            ),
        )
        play.final.judges[judge.name] = row.id
    seats = list(play.final.judges.values())
    for template in WEIGHTS:
        item_id = play.final.items[template].id
        desk.run(OFFICE, lambda uow, item_id=item_id: panels.set_panel(uow, item_id=item_id, judge_ids=seats))
    add_person(desk, JUDGE, seats[0])
    return QT_TRANSLATE_NOOP("exam", "Items and panels set up: {items} items, {judges} judges"), {
        "items": len(play.final.items),
        "judges": len(seats),
    }


def _weigh(uow: UnitOfWork, item: ItemRow, weight: Decimal) -> ItemRow:
    return items.change_item(
        uow, item_id=item.id, seen_version=item.version, name=item.name, part=item.part, full=item.full,
        weight=weight, rule=item.rule, per_criterion=False,
        criteria=[(criterion.name, criterion.full) for criterion in item.criteria],
    )  # fmt: skip


def _units_of_judges(play: Rehearsal) -> dict[str, int]:
    """Where judges work. Of a foreign roster the last unit sends the judge who must be left out for its elites."""
    found = play.desk.read(lambda uow: units.list_units(uow, active_only=True))
    if play.own_files:
        return {row.name: row.id for row in found}
    named = next(judge.unit for judge in JUDGES if judge.unit)
    return {named: found[-1].id} if len(found) > 1 else {}


def nominees(play: Rehearsal) -> list[NomineeRow]:
    """The elites who take part, by code."""
    rows = play.desk.read(lambda uow: finals.list_nominees(uow, active_only=True))
    return sorted(rows, key=lambda row: row.code)


def written_marks(play: Rehearsal, rows: list[NomineeRow]) -> dict[str, Decimal]:
    """The final's written marks by staff number."""
    if play.own_files:
        return read_final_written(shipped("samples", "评委评分.xlsx"), SHEETS["written"])
    return {row.staff_number: entrant_marks(row.staff_number).written for row in rows}


def judge_sheet(play: Rehearsal, template: str, rows: list[NomineeRow]) -> JudgeSheet:
    """The judges' marks of one item by staff number."""
    if play.own_files:
        return read_judge_sheet(shipped("samples", "评委评分.xlsx"), SHEETS[template])
    known = {row.id: row.unit_id for row in play.desk.read(lambda uow: panels.list_judges(uow))}
    order = list(play.final.judges.values())
    place = list(WEIGHTS).index(template)
    return JudgeSheet(
        tuple(play.final.judges),
        {
            row.staff_number: tuple(
                panel_marks(
                    f"{template}|{row.staff_number}",
                    entrant_marks(row.staff_number).panel[place],
                    [known[judge] == row.unit_id for judge in order],
                )
            )
            for row in rows
        },
    )


def enter_final(play: Rehearsal) -> Line:
    """The marks of the final: two recorders type the papers, a judge types the own marks of one item."""
    desk = play.desk
    rows = nominees(play)
    desk.at(11, 18, 9)
    written, item_id = written_marks(play, rows), play.final.items["written"].id

    def enter(uow: UnitOfWork, some: list[NomineeRow]) -> None:
        for row in some:
            judging.save_item_mark(uow, item_id=item_id, nominee_id=row.id, points=written[row.staff_number])

    for start in range(0, len(rows), AT_ONCE):
        desk.run(RECORDER, lambda uow, start=start: enter(uow, rows[start : start + AT_ONCE]))
    count = len(rows)
    desk.at(11, 20, 9)
    unit_of = {row.id: row.unit_id for row in desk.read(lambda uow: panels.list_judges(uow))}
    own = desk.people[JUDGE].judge_id
    for template, recorder in (("scenario", SECOND), ("operation", RECORDER)):
        sheet = judge_sheet(play, template, rows)
        for group in sorted({row.group or 0 for row in rows}):
            by_judge: dict[str, dict[int, dict[int, Decimal | None]]] = {JUDGE: {}, recorder: {}}
            for row in (row for row in rows if (row.group or 0) == group):
                for name, points in zip(sheet.judges, sheet.marks[row.staff_number], strict=True):
                    judge = play.final.judges[name]
                    if unit_of[judge] != row.unit_id:
                        who = JUDGE if judge == own and template == "scenario" else recorder
                        by_judge[who].setdefault(row.id, {})[judge] = points
            for who, papers in by_judge.items():
                if papers:
                    count += desk.run(
                        who,
                        lambda uow, item_id=play.final.items[template].id, papers=papers: judging.save_papers(
                            uow, item_id=item_id, papers=papers
                        ),
                    )
    play.facts["final"]["marks"] = count
    play.facts["final"]["marks_from"] = (
        "resources/samples/评委评分.xlsx" if play.own_files else "derived from a hash of the staff number"
    )
    return QT_TRANSLATE_NOOP("exam", "Marks of the final entered: {count}"), {"count": count}


def confirm_on_screen(play: Rehearsal) -> Line:
    """The judge signs in and confirms the first entrants of one item on the judge's own view; they are fixed then."""
    desk = play.desk
    desk.at(11, 20, 11)
    desk.people[JUDGE] = desk.run(
        JUDGE, lambda uow: accounts.sign_in(uow, name=desk.names[JUDGE], password=PASSWORD)
    )
    item_id = play.final.items["scenario"].id
    rows = desk.read(lambda uow: judge_view.get_desk(uow, item_id=item_id), JUDGE).entrants
    chosen = [row for row in rows if row.open and row.points][:ON_SCREEN]
    for row in chosen:
        desk.run(
            JUDGE,
            lambda uow, row=row: judge_view.confirm_sheet(
                uow, item_id=item_id, nominee_id=row.nominee_id, points=row.points, seen=row.versions
            ),
        )
    desk.run(JUDGE, accounts.sign_out)
    return QT_TRANSLATE_NOOP("exam", "{judge} signed in and confirmed {count} mark sheets on the screen"), {
        "judge": desk.names[JUDGE],
        "count": len(chosen),
    }


def type_again(play: Rehearsal) -> Line:
    """Another recorder types the marks of two entrants again, blind; one slip is settled from the paper."""
    desk, item_id = play.desk, play.final.items["operation"].id
    desk.at(11, 20, 13)
    rows = desk.read(lambda uow: judging.get_sheet(uow, item_id=item_id)).rows[:TYPED_AGAIN]
    given = [
        (row.nominee_id, judge, cell.points)
        for row in rows for judge, cell in row.cells.items() if cell.points is not None
    ]  # fmt: skip

    def type_all(uow: UnitOfWork) -> None:
        for at, (nominee_id, judge_id, points) in enumerate(given):
            judging_second.save_second_mark(
                uow, item_id=item_id, nominee_id=nominee_id, judge_id=judge_id,
                points=points - 1 if not at and points else points,
            )  # fmt: skip

    desk.run(SECOND, type_all)
    differ = desk.read(lambda uow: judging_second.list_mark_differences(uow, item_id=item_id), RECHECKER)
    for row in differ:
        desk.run(
            RECHECKER,
            lambda uow, row=row: judging_second.settle_mark_difference(
                uow, item_id=item_id, nominee_id=row.nominee_id, judge_id=row.judge_id, criterion=row.criterion,
                points=Decimal(row.first),
            ),
        )
    return QT_TRANSLATE_NOOP("exam", "Judges' marks typed again: {count}, read differently and settled: {differ}"), {
        "count": len(given),
        "differ": len(differ),
    }


def adjust(play: Rehearsal) -> Line:
    """A bonus and a deduction, each with its reason."""
    desk, chinese = play.desk, play.desk.language == "zh"
    rows = sorted(nominees(play), key=lambda row: (row.unit_code, row.staff_number))
    lines = [(rows[0], Decimal("-0.50"), "业务操作超时30秒" if chinese else "30 seconds over time")]
    if len(rows) > 1:
        lines.append((rows[-1], Decimal("0.50"), "现场快速处置突发故障" if chinese else "Quick repair on site"))
    desk.at(11, 20, 15)
    for row, points, reason in lines:
        desk.run(
            OFFICE,
            lambda uow, row=row, points=points, reason=reason: adjustments.add_adjustment(
                uow, nominee_id=row.id, item_id=play.final.items["operation"].id, points=points, reason=reason
            ),
        )
    return QT_TRANSLATE_NOOP("exam", "Bonus and deduction lines entered: {count}"), {"count": len(lines)}


def verify_final(play: Rehearsal) -> Line:
    """The re-checker compares every mark with its paper."""
    play.desk.at(11, 20, 16)
    ids = [row.id for row in nominees(play)]
    count = 0
    for item in play.final.items.values():
        count += play.desk.run(
            RECHECKER, lambda uow, item=item: judging.verify_marks(uow, item_id=item.id, nominee_ids=ids)
        )
    return QT_TRANSLATE_NOOP("exam", "Marks of the final verified by another person: {count}"), {"count": count}


def lock_final(play: Rehearsal) -> Line:
    """Two people lock every item."""
    desk = play.desk
    desk.at(11, 20, 17)
    for item in desk.read(lambda uow: items.list_items(uow)):
        desk.run(
            RECHECKER,
            lambda uow, item=item: judging.lock_item(
                uow, item_id=item.id, seen_version=item.version, witness=desk.people[OFFICE]
            ),
            serializable=True,
        )
    return QT_TRANSLATE_NOOP("exam", "Items of the final locked by two people: {count}"), {
        "count": len(play.final.items)
    }
