"""Files of the written round in their dialogs: marks as first or second entry, a scanner's answers."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from exam.access import Person
from exam.rules.answers import PartRule
from exam.services import answers, marks, second_entry, sittings
from exam.services.competition import change_rule
from exam.services.journal import list_entries
from tests.written import add_drawn_people
from ui.context import Context
from ui.dialogs.answers import AnswersDialog
from ui.dialogs.marks_import import MarksImportDialog

Run = Callable[..., Any]


@pytest.fixture
def sitting(run: Run) -> sittings.SittingRow:
    run(add_drawn_people)
    return run(lambda uow: sittings.make_sitting(uow, sections=[("客观题", Decimal(60)), ("主观题", Decimal(40))]))


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def csv(folder: Path, *lines: str) -> Path:
    path = folder / "文件.csv"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    return path


def enter_first(run: Run, recorder: Person) -> None:
    def call(uow: Any) -> None:
        row = marks.list_marks(uow, sitting_id=1).rows[0]
        for mark, points in zip(row.marks, ("50", "31"), strict=True):
            marks.save_mark(
                uow, candidate_id=row.candidate_id, section_id=mark.section_id, points=Decimal(points), seen_version=0
            )

    run(call, recorder)


def test_that_a_file_can_be_the_second_entry(
    context: Context, window: QWidget, run: Run, settle: Callable[[], None], sitting: sittings.SittingRow,
    recorder: Person, tmp_path: Path,
) -> None:  # fmt: skip
    run(lambda uow: change_rule(uow, key="second_entry", text="all"))
    enter_first(run, recorder)
    path = csv(tmp_path, "准考证号,客观题,主观题", "20260001,50,30", "20260002,40,20")
    dialog = MarksImportDialog(context, path, sitting, window)
    said: list[str] = []
    dialog.saved.connect(said.append)
    dialog.open()
    settle()
    assert dialog.entry.isVisible()
    assert not dialog.accept_button.isEnabled(), "the first entry of this paper is somebody else's"
    dialog.entry.setCurrentIndex(1)
    settle()
    assert [(change.old, change.new) for change in dialog.changes.rows] == [("", "50+30"), ("", "40+20")]
    dialog.submit()
    settle()
    assert "1 were read alike" in said[0]
    assert "1 differ" in said[0]
    (row,) = run(lambda uow: second_entry.list_differences(uow, sitting_id=1), recorder)
    assert row.first is None, "nobody who typed sees both"


def test_that_nobody_is_asked_which_entry_where_papers_are_read_once(
    context: Context, window: QWidget, settle: Callable[[], None], sitting: sittings.SittingRow, tmp_path: Path
) -> None:
    path = csv(tmp_path, "准考证号,客观题,主观题", "20260001,50,30")
    dialog = MarksImportDialog(context, path, sitting, window, second=True)
    dialog.open()
    settle()
    assert not dialog.entry.isVisible()
    assert dialog.accept_button.isEnabled()
    dialog.reject()


def test_that_a_scanners_file_is_scored_as_a_whole(
    context: Context, window: QWidget, run: Run, settle: Callable[[], None], sitting: sittings.SittingRow,
    tmp_path: Path,
) -> None:  # fmt: skip
    section = sitting.sections[0].id
    run(
        lambda uow: answers.set_key(
            uow, section_id=section, text="1-2 单选 20 AB\n3 多选 20 CD", part=PartRule.HALF, seen_version=0
        )
    )
    dialog = AnswersDialog(context, sitting, window)
    dialog.open()
    settle()
    dialog.read_file(csv(tmp_path, "准考证号,1,2", "20260001,A,B"))
    settle()
    assert "question 3" in dialog.error_text
    path = csv(tmp_path, "准考证号,1,2,3", "20260001,A,B,CD", "20260002,A,,C", "20269999,A,B,CD")
    dialog.read_file(path)
    settle()
    assert dialog.answers.isReadOnly()
    assert dialog.answers.toPlainText().splitlines()[1] == "20260002 A - C"
    dialog.submit()
    settle()
    assert "4" in dialog.error_text, "the row of the file is named"
    assert dialog.isVisible()
    path = csv(tmp_path, "准考证号,1,2,3", "20260001,A,B,CD", "20260002,A,,C")
    dialog.read_file(path)
    settle()
    dialog.submit()
    settle()
    rows = run(lambda uow: marks.list_marks(uow, sitting_id=1)).rows
    assert [row.marks[0].points for row in rows[:2]] == [60, 30]
    assert run(lambda uow: list_entries(uow, topic="written"))[0].details["file"] == path.name
