"""成绩计算说明: the whole calculation of one entrant or team, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from exam.documents import styles
from exam.documents.build import MM
from exam.documents.fonts import pick, width
from exam.documents.headings import snapshot_heading, snapshot_version
from exam.documents.pages import Sheet
from exam.documents.paragraphs import break_lines
from exam.documents.texts import Texts, figure
from exam.progress import SILENT, Progress
from exam.rules.results import Snapshot, Step
from exam.services.paper_rows import Explained

_VALUE = 34 * MM


def explanations(
    snapshot: Snapshot, explained: Sequence[Explained], texts: Texts, progress: Progress = SILENT
) -> bytes:
    """The PDF of the calculations of ``explained``, each beginning a page."""
    sheet: Sheet | None = None
    for done, one in enumerate(explained):
        progress.step(done, len(explained) + 1)
        unit = one.unit if one.unit != one.subject else ""
        facts = ((texts("explanation.of"), one.subject), (texts("sheet.unit"), unit))
        heading = snapshot_heading(snapshot, texts, texts("explanation.title"), *facts)
        if sheet is None:
            sheet = Sheet(heading, texts, snapshot_version(snapshot))
        else:
            sheet.begin_again(heading)
        for step in one.steps:
            _draw_step(sheet, step, texts)
        sheet.signatures(texts.many("explanation.signatures"))
    assert sheet is not None
    return sheet.finish()


def _draw_step(sheet: Sheet, step: Step, texts: Texts) -> None:
    heading, result = step.kind == "heading", step.kind == "result"
    size = 12.0 if heading else styles.BODY_SIZE
    shown = texts.step(step)
    font = pick(shown, styles.STRONG if heading or result else styles.BODY)
    indent = max(0, step.level - 1) * 6 * MM
    pitch = size * 1.5
    lines = break_lines(shown, sheet.width - indent - _VALUE, font, size)
    if heading:
        sheet.gap(3)
        sheet.need(pitch * (len(lines) + 2))
    else:
        sheet.need(pitch * len(lines))
    colour = styles.DRAFT_WORD if step.kind == "warning" else styles.INK
    top = sheet.y
    if result:
        sheet.put("area", sheet.left, top - pitch * len(lines) - 2, sheet.width, pitch * len(lines) + 1, styles.SHADE)
    for index, line in enumerate(lines):
        sheet.put("text", sheet.left + indent + 3, top - size - 1 - index * pitch, line, font, size, colour)
    if step.value is not None:
        value = figure(step.value)
        x = sheet.right - width(value, font, size) - 3
        sheet.put("text", x, top - size - 1 - (len(lines) - 1) * pitch, value, font, size, colour)
    sheet.y -= pitch * len(lines) + 2
    if heading:
        sheet.put("line", sheet.left, sheet.y + 1, sheet.right, sheet.y + 1, 0.8)
        sheet.y -= 3
