"""评分汇总表: the judges' marks of an item as they are printed and signed, codes only."""

from __future__ import annotations

from sqlalchemy import select

from exam.rules.item_marks import Given
from exam.rules.item_templates import PANEL
from exam.rules.marks import show
from exam.rules.nominations import ACTIVE, group_letter
from exam.rules.panel import COMBINE_NAMES
from exam.rules.sheets import PanelLine, PanelSummary
from exam.services.items import ItemRow
from exam.services.judging_sheet import get_sheet
from exam.unit_of_work import UnitOfWork
from exam.words import QT_TRANSLATE_NOOP, Words
from models.competition import Competition


def get_panel_summary(uow: UnitOfWork, *, item_id: int, group: int | None = None) -> PanelSummary:
    """评分汇总表 of an item and group: codes only, in the order of appearance."""
    sheet = get_sheet(uow, item_id=item_id, group=group)
    rows = [row for row in sheet.rows if row.status == ACTIVE]
    finals = [row.final for row in rows if row.final is not None]
    seats = [seat.judge_id for seat in sheet.judges]
    lines: list[PanelLine] = []
    for row in rows:
        cells = [row.cells.get(judge_id) for judge_id in seats]
        place = None if row.final is None else 1 + sum(other > row.final for other in finals)
        lines.append(
            PanelLine(
                row.appearance, row.code, tuple(cell.points if cell else None for cell in cells),
                tuple(at for at, cell in enumerate(cells) if cell is not None and cell.dropped),
                row.mark, -row.adjustment, row.final, place,
                avoided=tuple(at for at, cell in enumerate(cells) if cell is not None and cell.given is Given.AVOIDED),
                not_asked=tuple(at for at, cell in enumerate(cells) if cell is None),
            )
        )  # fmt: skip
    names = tuple(seat.name for seat in sheet.judges)
    return PanelSummary(sheet.item.name, group_letter(group), _rule_words(uow, sheet.item), names, tuple(lines))


def _rule_words(uow: UnitOfWork, item: ItemRow) -> str:
    if item.kind != PANEL:
        return ""
    words, rule = Words(uow.session.scalar(select(Competition.language)) or "zh"), item.rule
    dropping = QT_TRANSLATE_NOOP("exam", "from {count} marks on, {high} highest and {low} lowest dropped")
    parts = [words(dropping, count=rule.trim_from, high=rule.drop_high, low=rule.drop_low)]
    parts.append(words(COMBINE_NAMES[rule.combine]))
    if rule.coefficient != 1:
        parts.append(words(QT_TRANSLATE_NOOP("exam", "coefficient {value}"), value=show(rule.coefficient)))
    if rule.places is not None:
        parts.append(words(QT_TRANSLATE_NOOP("exam", "rounded half up to {places} places"), places=rule.places))
    return words(QT_TRANSLATE_NOOP("exam", ", ")).join(parts)
