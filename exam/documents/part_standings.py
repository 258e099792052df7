"""单项名次表 and 小组名次表: the standing of every item and of every group, each on a page of its own."""

from __future__ import annotations

from exam.documents.headings import snapshot_heading
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table, row_height_for_page
from exam.documents.texts import Texts, figure
from exam.rules.part_standings import PartPlace, group_names, group_standing, item_standing
from exam.rules.results import Snapshot


def add_part_standings(sheet: Sheet, snapshot: Snapshot, texts: Texts) -> None:
    """Go on in ``sheet`` (A4 lying) with every item, if there is more than one, and with every group."""
    if len(snapshot.items) > 1:
        for number, item in enumerate(snapshot.items):
            heading = snapshot_heading(snapshot, texts, texts("items.item_title"), (texts("sheet.item"), item.name))
            sheet.begin_again(heading)
            won = _won(snapshot, texts, item=item.name)
            rows = [
                (
                    *_who(row), row.line.group, figure(row.mark), figure(row.hundred),
                    won.get(row.line.staff_number, ""),
                )
                for row in item_standing(snapshot.individuals, number)
            ]  # fmt: skip
            shares = (20, 24, 34, 64, 20, 30, 30, 45)
            _table(sheet, texts, texts.many("items.item_columns"), shares, rows, numbers=(5, 6))
    for group in group_names(snapshot.individuals):
        sheet.begin_again(snapshot_heading(snapshot, texts, texts("items.group_title"), (texts("sheet.group"), group)))
        won = _won(snapshot, texts, group=group)
        rows = [
            (
                *_who(row), figure(row.line.written), figure(row.line.on_site),
                figure(row.line.total, texts("sheet.incomplete")), figure(row.line.place),
                won.get(row.line.staff_number, ""),
            )
            for row in group_standing(snapshot.individuals, group)
        ]  # fmt: skip
        shares = (20, 24, 34, 60, 26, 26, 28, 24, 45)
        _table(sheet, texts, texts.many("items.group_columns"), shares, rows, numbers=(4, 5, 6, 7))


def _who(row: PartPlace) -> tuple[str, str, str, str]:
    return figure(row.place), row.line.entrant_code, row.line.name, row.line.unit


def _won(snapshot: Snapshot, texts: Texts, *, item: str = "", group: str = "") -> dict[str, str]:
    """The awards of this item or group by staff number."""
    found: dict[str, str] = {}
    for line in snapshot.awards:
        of_item = line.kind == "item" and line.item == item
        if of_item if item else line.kind == "group" and line.group == group:
            before = found.get(line.staff_number)
            found[line.staff_number] = texts.join([before, line.award] if before else [line.award])
    return found


def _table(
    sheet: Sheet,
    texts: Texts,
    titles: list[str] | tuple[str, ...],
    shares: tuple[int, ...],
    rows: list[tuple[str, ...]],
    *,
    numbers: tuple[int, ...],
) -> None:
    columns = [
        Column(title, share, "center" if at < 2 else "right" if at in numbers else "left")
        for at, (title, share) in enumerate(zip(titles, shares, strict=True))
    ]
    labels = texts.many("individual.signatures")
    reserve = sheet.signature_height(labels)
    high = row_height_for_page(sheet, len(rows), reserve)
    draw_table(sheet, columns, rows, row_height=high, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels)
