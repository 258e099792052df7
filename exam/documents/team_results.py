"""团体成绩表: the team standing with the worked calculation of each team."""

from __future__ import annotations

from exam.documents.headings import snapshot_heading, snapshot_version, with_incomplete
from exam.documents.pages import Sheet
from exam.documents.tables import Column, draw_table, row_height_for_page
from exam.documents.texts import Texts, figure, percent, signed
from exam.rules.results import Snapshot, Step


def team_results(snapshot: Snapshot, texts: Texts) -> bytes:
    """The PDF of the team results, in the order of the standing."""
    version = snapshot_version(snapshot, sign_off=True)
    sheet = Sheet(snapshot_heading(snapshot, texts, texts("team.title")), texts, version, landscape=True)
    titles = texts.many("team.columns")
    columns = [
        Column(titles[0], 11, "center"),
        Column(titles[1], 32),
        Column(titles[2], 12, "right"),
        Column(titles[3], 12, "right"),
        Column(titles[4], 18, "right"),
        Column(titles[5], 18, "right"),
        Column(titles[6], 18, "right"),
        Column(titles[7], 14, "right"),
        Column(titles[8], 20, "right", strong=True),
        Column(titles[9], 86, size=8.5),
        Column(titles[10], 20, size=8.5),
    ]
    rows = [
        (
            figure(line.place),
            line.unit if line.team in ("", line.unit) else f"{line.unit}\n{line.team}",
            str(line.drawn),
            str(line.sat),
            percent(line.participation_rate),
            figure(line.all_staff_average),
            figure(line.final),
            signed(line.adjustment),
            figure(line.total, texts("sheet.incomplete")),
            calculation_text(line.calculation, texts),
            texts.sentence(line.tie_key) if line.tie_key else "",
        )
        for line in snapshot.teams
    ]
    labels = texts.many("team.signatures")
    note = with_incomplete("", snapshot, texts)
    reserve = sheet.signature_height(labels, note=note)
    high = row_height_for_page(sheet, len(rows), reserve, header=12.0)
    draw_table(sheet, columns, rows, row_height=high, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)
    return sheet.finish()


def calculation_text(steps: tuple[Step, ...], texts: Texts) -> str:
    """A worked calculation as the lines of one cell."""
    return "\n".join(texts.step(step) for step in steps if step.kind != "heading")


def unit_averages(snapshot: Snapshot, texts: Texts) -> bytes:
    """The PDF of the all-staff round: attendance, rate and average of every unit."""
    version = snapshot_version(snapshot, sign_off=True)
    sheet = Sheet(snapshot_heading(snapshot, texts, texts("units.title")), texts, version, landscape=True)
    titles = texts.many("units.columns")
    columns = [
        Column(titles[0], 13, "center"),
        Column(titles[1], 56),
        *(Column(title, 18, "right") for title in titles[2:7]),
        Column(titles[7], 22, "right"),
        Column(titles[8], 18, "right"),
        Column(titles[9], 26, "right"),
        Column(titles[10], 24, "right", strong=True),
    ]
    rows = [
        (
            figure(line.place),
            line.unit,
            str(line.eligible),
            str(line.drawn),
            str(line.sat),
            str(line.absent),
            str(line.excused),
            percent(line.participation_rate),
            str(line.counted),
            figure(line.sum_of_marks),
            figure(line.average, texts("sheet.incomplete")),
        )
        for line in snapshot.units
    ]
    labels = texts.many("units.signatures")
    note = with_incomplete(texts("units.note"), snapshot, texts)
    reserve = sheet.signature_height(labels, note=note)
    high = row_height_for_page(sheet, len(rows), reserve, header=12.0)
    draw_table(sheet, columns, rows, row_height=high, reserve=reserve, empty=texts("sheet.nobody"))
    sheet.signatures(labels, note=note)
    return sheet.finish()
