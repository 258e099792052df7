"""随机抽取记录表, and the notice of the drawn people to each unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from exam.documents import styles
from exam.documents.build import MM, Version
from exam.documents.fonts import check_names
from exam.documents.headings import event_name, named_heading
from exam.documents.notice import SIGN_HEIGHT, Notice
from exam.documents.pages import Heading, Sheet
from exam.documents.tables import Column, draw_table, least_height
from exam.documents.texts import Texts
from exam.rules.sheets import Named
from exam.services.draw_rows import STRUCK, DrawRecord, PickRow, RecordUnit

_SIDE_BY_SIDE = 6


def draw_record(record: DrawRecord, named: Named, texts: Texts) -> bytes:
    """The PDF of a draw: inputs, method, everybody drawn and every alternate, unit by unit."""
    check_names(pick.name for unit in record.units for pick in (*unit.drawn, *unit.alternates))
    row = record.draw
    title = texts("draw.title_void" if row.voided_at else "draw.title")
    sheet = Sheet(
        named_heading(named, texts, title, (texts("draw.label"), row.label), (texts("draw.place"), row.place)),
        texts,
        _version(record, texts),
    )
    _inputs(sheet, record, texts)
    _summary(sheet, record, texts)
    titles = texts.many("draw.columns")
    columns = [
        Column(titles[0], 14, "center"),
        Column(titles[1], 12, "center"),
        Column(titles[2], 26),
        Column(titles[3], 33, strong=True),
        Column(titles[4], 44, size=9.0),
        Column(titles[5], 41, size=9.0),
    ]
    for unit in record.units:
        people = (*unit.drawn, *unit.alternates)
        if not people:
            continue
        rows = [_row(pick, texts) for pick in people]
        sheet.gap(4)
        # The name of the unit, in up to three lines, stays with the beginning of its table.
        sheet.need(least_height(sheet, columns, rows, row_height=7) + 3 * 10.5 * styles.LINE + 1 * MM)
        sheet.text(_unit_line(unit, texts), font=styles.STRONG, size=10.5)
        sheet.gap(1)
        draw_table(sheet, columns, rows, row_height=7)
    sheet.signatures(texts.many("draw.signatures"))
    return sheet.finish()


def _version(record: DrawRecord, texts: Texts) -> Version:
    return Version(final=True, note=f"{texts('draw.freeze')} {record.draw.freeze_code[:16]}")


def _inputs(sheet: Sheet, record: DrawRecord, texts: Texts) -> None:
    row = record.draw
    facts = [
        (texts("draw.freeze"), row.freeze_code),
        (texts("draw.frozen"), f"{moment(row.frozen_at, texts)}　{row.frozen_by}"),
        (texts("draw.dice"), row.dice),
        (texts("draw.dice_by"), texts.join([name for name in (row.dice_by, row.dice_check_by) if name])),
        (texts("draw.run"), f"{moment(row.run_at, texts)}　{row.run_by}"),
    ]
    if row.void_reason:
        facts.append((texts("draw.void"), row.void_reason))
    colon = "：" if texts.language == "zh" else ": "
    for label, value in facts:
        if value.strip():
            sheet.text(f"{label}{colon}{value}", size=9.5)
    sheet.gap(1)
    rules = ("；" if texts.language == "zh" else "; ").join(rule.rstrip("。.;；") for rule in record.rules)
    sheet.text(rules or texts("draw.method_text"), size=styles.SMALL_SIZE, colour=styles.QUIET)
    sheet.gap(3)


def _summary(sheet: Sheet, record: DrawRecord, texts: Texts) -> None:
    titles = texts.many("draw.summary_columns")
    shares = (66, 16, 16, 24, 16, 16, 16)
    columns = [
        Column(title, share, "left" if at == 0 else "right")
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    rows = [
        (
            _unit_name(unit),
            str(unit.eligible),
            str(unit.quota),
            f"{min(unit.quota, unit.eligible)}/{unit.eligible}" if unit.eligible else "—",
            str(len(unit.alternates)),
            str(len(unit.strikes) or ""),
            str(unit.shortfall) if unit.shortfall else "",
        )
        for unit in record.units
    ]
    draw_table(sheet, columns, rows, row_height=7, empty=texts("sheet.nobody"))


def _unit_name(unit: RecordUnit) -> str:
    return f"{unit.unit_name} {unit.post}".strip()


def _unit_line(unit: RecordUnit, texts: Texts) -> str:
    line = texts("draw.unit_line", unit=_unit_name(unit), eligible=unit.eligible, quota=unit.quota)
    return line + (texts("draw.shortfall", shortfall=unit.shortfall) if unit.shortfall else "")


def _row(pick: PickRow, texts: Texts) -> tuple[str, ...]:
    kind = texts("draw.drawn" if pick.kind == "D" else "draw.alternate")
    outcome = ""
    if pick.state == STRUCK:
        outcome = texts("draw.state.struck", reason=pick.strike_reason, approver=pick.approver)
    elif pick.state == "stepped_up":
        outcome = texts("draw.state.stepped_up")
    return kind, pick.place, pick.staff_number, pick.name, pick.shown_ticket, outcome


def moment(when: datetime | None, texts: Texts) -> str:
    """Day and time on the clock of this machine."""
    if when is None:
        return ""
    local = when.astimezone()
    return f"{texts.day(local)} {local:%H:%M}"


def drawn_notices(record: DrawRecord, named: Named, texts: Texts) -> bytes:
    """The PDF of the notices of drawn people, one for each unit, one after the other."""
    check_names(pick.name for unit in record.units for pick in (*unit.drawn, *unit.alternates))
    event = event_name(named.competition, named.year, texts)
    heading = Heading(event, texts("drawn_notice.title", year=named.year), (), named.host)
    notice = Notice(heading, texts, _version(record, texts))
    for index, unit in enumerate(record.units):
        if index:
            notice.begin_again()
        _notice(notice, unit, record, named, texts, event)
    return notice.finish()


def _notice(notice: Notice, unit: RecordUnit, record: DrawRecord, named: Named, texts: Texts, event: str) -> None:
    run_on = texts.day(record.draw.run_at.astimezone() if record.draw.run_at else None)
    notice.paragraph(texts("drawn_notice.to", unit=_unit_name(unit)), indent=0)
    notice.paragraph(
        texts("drawn_notice.body", competition=event, date=run_on, eligible=unit.eligible, quota=unit.quota)
    )
    going = [pick for pick in (*unit.drawn, *unit.alternates) if pick.takes_part]
    waiting = [pick for pick in unit.alternates if pick.state == "waiting"]
    _people(notice, [*going, *waiting], texts)
    notice.paragraph(texts("drawn_notice.close", freeze=record.draw.freeze_code[:16]), reserve=SIGN_HEIGHT)
    notice.sign(named.organiser or named.host, run_on)


def _people(notice: Notice, picks: Sequence[PickRow], texts: Texts) -> None:
    """The people in a table; many of them side by side, so that the notice of a unit stays on one page."""
    titles = texts.many("drawn_notice.columns")
    shares = (13, 18, 47, 40, 38)
    rows = [
        (str(at), _kind(pick, texts), pick.name, pick.staff_number, pick.post) for at, pick in enumerate(picks, start=1)
    ]
    if len(rows) > _SIDE_BY_SIDE:
        half = -(-len(rows) // 2)
        right = [*rows[half:], ("",) * 5][:half]
        rows = [(*one, *other) for one, other in zip(rows[:half], right, strict=True)]
        kind = 12 if texts.language == "zh" else 17
        titles, shares = titles * 2, (9, kind, 18, 20, 31 - kind) * 2
    columns = [
        Column(title, share, "center" if at % 5 in (0, 1) else "left", most_lines=3 if at % 5 == 2 else 2)
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    notice.gap(1)
    draw_table(notice, columns, rows, row_height=6.8, empty=texts("drawn_notice.none"))
    notice.gap(3)


def _kind(pick: PickRow, texts: Texts) -> str:
    if pick.state == "stepped_up":
        return texts("draw.state.stepped_up")
    return texts("draw.drawn" if pick.kind == "D" else "draw.alternate")
