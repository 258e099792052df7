"""成绩登记表: the individual standing, and the same people with every item."""

from __future__ import annotations

from exam.documents.fonts import check_names
from exam.documents.headings import (
    is_selection,
    name_title,
    shows_parts,
    snapshot_heading,
    snapshot_version,
    with_incomplete,
)
from exam.documents.pages import Sheet
from exam.documents.part_standings import add_part_standings
from exam.documents.tables import Column, draw_table
from exam.documents.texts import Texts, figure, signed
from exam.rules.marks import show
from exam.rules.results import IndividualLine, Snapshot


def individual_results(snapshot: Snapshot, texts: Texts) -> bytes:
    """The PDF of the individual results, in the order of the standing."""
    check_names(line.name for line in snapshot.individuals)
    version = snapshot_version(snapshot, sign_off=True)
    title = "individual.title_selection" if is_selection(snapshot) else "individual.title"
    sheet = Sheet(snapshot_heading(snapshot, texts, texts(title)), texts, version)
    titles = texts.many("individual.columns")
    parts = shows_parts(snapshot)
    columns = [
        Column(titles[0], 11, "center"),
        Column(titles[1], 14, "center"),
        Column(name_title(snapshot, titles[2], texts), 24 if parts else 40),
        Column(titles[3], 29 if parts else 43),
        *([Column(titles[4], 15, "right"), Column(titles[5], 15, "right")] if parts else []),
        Column(titles[6], 14, "right"),
        Column(titles[7], 16, "right", strong=True),
        Column(titles[8], 43, size=8.5),
    ]
    rows = [
        (
            figure(line.place),
            line.entrant_code,
            line.name,
            line.unit,
            *((figure(line.written), figure(line.on_site)) if parts else ()),
            signed(line.adjustment),
            figure(line.total, texts("sheet.incomplete")),
            _note(line, texts),
        )
        for line in snapshot.individuals
    ]
    labels = texts.many("individual.signatures")
    note = with_incomplete(texts("individual.note"), snapshot, texts)
    reserve = sheet.signature_height(labels, note=note)
    draw_table(sheet, columns, rows, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)
    return sheet.finish()


def item_results(snapshot: Snapshot, texts: Texts) -> bytes:
    """The PDF of every mark by item, one column for each item; then the standing of each item and each group."""
    check_names(line.name for line in snapshot.individuals)
    version = snapshot_version(snapshot, sign_off=True)
    sheet = Sheet(snapshot_heading(snapshot, texts, texts("items.title")), texts, version, landscape=True)
    titles = texts.many("items.columns")
    columns = [
        Column(titles[0], 12, "center"),
        Column(titles[1], 18, "center"),
        Column(name_title(snapshot, titles[2], texts), 28),
        Column(titles[3], 46),
        *(
            Column(
                texts("items.full", name=item.name, full=show(item.full), weight=show(item.weight)),
                28,
                "right",
            )
            for item in snapshot.items
        ),
        Column(texts("items.total"), 22, "right", strong=True),
    ]
    rows = [
        (
            figure(line.place),
            line.entrant_code,
            line.name,
            line.unit,
            *(figure(mark) for mark in line.items),
            figure(line.total, texts("sheet.incomplete")),
        )
        for line in snapshot.individuals
    ]
    labels = texts.many("individual.signatures")
    draw_table(sheet, columns, rows, reserve=sheet.signature_height(labels), empty=texts("sheet.nobody"))
    sheet.signatures(labels)
    add_part_standings(sheet, snapshot, texts)
    return sheet.finish()


def _note(line: IndividualLine, texts: Texts) -> str:
    status = texts(f"individual.status.{line.status}") if line.status != "active" else ""
    awards = line.award if texts.language == "zh" else line.award.replace("、", ", ")
    parts = [awards, status, texts.sentence(line.note) if line.note else ""]
    if line.tie_key:
        parts.insert(0, texts("individual.decided", key=texts.sentence(line.tie_key)))
    return "\n".join(part for part in parts if part)
