from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from exam.errors import AlreadySaved, Conflict, OutsideFault
from exam.rules.marks import Attendance, MarkScale
from ui.item_models.mark_grid_model import MarkGridModel
from ui.item_models.mark_grid_rows import (
    ColumnKind,
    DraftState,
    GridCell,
    GridColumn,
    GridRow,
    Pill,
    SaveRequest,
)
from ui.widgets.mark_grid import GridNote, MarkGrid

SCALE = MarkScale(Decimal(100), Decimal("0.5"))
COLUMNS = [
    GridColumn("seat", "考位", width=70, quiet=True, names_row=True),
    GridColumn("name", "姓名", stretch=True, names_row=True),
    GridColumn("j1", "裁判一", ColumnKind.MARK, scale=SCALE),
    GridColumn("j2", "裁判二", ColumnKind.MARK, scale=SCALE),
    GridColumn("mean", "平均", ColumnKind.FIGURE, strong=True),
    GridColumn("state", "状态", ColumnKind.STATE, width=120),
]


def row(key: int, j1: str = "", j2: str = "", **cell: object) -> GridRow:
    return GridRow(
        key,
        {"seat": f"A{key:02}", "name": f"考生{key}"},
        {"j1": GridCell(j1, **cell), "j2": GridCell(j2, **cell)},  # type: ignore[arg-type]
        Pill("待录入", "quiet", "circle-dashed"),
    )


class Desk:
    """A grid whose saves are answered by hand, as a page would."""

    def __init__(self, grid: MarkGrid) -> None:
        self.grid = grid
        self.requests: list[SaveRequest] = []
        self.notes: list[GridNote | None] = []
        self.answer = True
        grid.save_wanted.connect(self.save)
        grid.told.connect(self.notes.append)

    def save(self, request: SaveRequest) -> None:
        self.requests.append(request)
        if self.answer:
            self.grid.saved(request, self.with_cell(request))

    def with_cell(self, request: SaveRequest) -> GridRow:
        known = self.grid.grid_model.find(request.row)
        assert known is not None
        if request.input.attendance is not None:
            cell = GridCell("", hatched=True, retype=request.text)
        else:
            cell = GridCell(request.text)
        return GridRow(known.key, known.texts, {**known.cells, request.column: cell}, known.pill)

    @property
    def at(self) -> tuple[int, int]:
        index = self.grid.currentIndex()
        return index.row(), index.column()

    @property
    def saved_texts(self) -> list[tuple[object, object, str]]:
        return [(request.row, request.column, request.text) for request in self.requests]

    def text(self, at: int, column: int = 2) -> str:
        return self.grid.grid_model.text(self.grid.grid_model.index(at, column))


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    grid = MarkGrid(COLUMNS)
    qtbot.addWidget(grid)
    grid.set_rows([row(n) for n in range(1, 6)])
    grid.resize(800, 400)
    grid.show()
    qtbot.waitExposed(grid)
    grid.setFocus()
    grid.setCurrentIndex(grid.grid_model.index(0, 2))
    return Desk(grid)


def press(qtbot: QtBot, desk: Desk, *keys: Qt.Key | str, modifier: Qt.KeyboardModifier | None = None) -> None:
    """Press keys wherever the keyboard is: on the grid or in its editor."""
    for key in keys:
        target = desk.grid.viewport() if not desk.grid.editing else desk.grid._editor
        target = desk.grid if target is desk.grid.viewport() else target
        more = {} if modifier is None else {"modifier": modifier}
        if isinstance(key, str):
            for sign in key:
                target = desk.grid._editor if desk.grid.editing else desk.grid
                qtbot.keyClicks(target, sign)
        else:
            qtbot.keyClick(target, key, **more)


def commit(desk: Desk, text: str) -> None:
    """What an input method does that commits without composing first."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    target = desk.grid._editor if desk.grid.editing else desk.grid
    QCoreApplication.sendEvent(target, event)


CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def test_that_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = MarkGridModel(COLUMNS)
    model.set_rows([row(1, "90"), row(2)])
    qtmodeltester.check(model, force_py=True)


def test_that_typing_and_enter_saves_and_goes_down(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "88.5", Qt.Key.Key_Return, "90", Qt.Key.Key_Enter)
    assert desk.saved_texts == [(1, "j1", "88.5"), (2, "j1", "90")]
    assert desk.requests[0].input.points == Decimal("88.5")
    assert desk.at == (2, 2)


def test_that_tab_goes_to_the_next_judge_and_enter_back_to_the_start_column(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "80", Qt.Key.Key_Tab, "81", Qt.Key.Key_Return)
    assert desk.saved_texts == [(1, "j1", "80"), (1, "j2", "81")]
    assert desk.at == (1, 2)


def test_that_tab_after_the_last_judge_goes_to_the_next_row(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, Qt.Key.Key_Tab, Qt.Key.Key_Tab)
    assert desk.at == (1, 2)
    press(qtbot, desk, Qt.Key.Key_Backtab)
    assert desk.at == (0, 3)


def test_that_the_end_of_a_column_leads_to_the_top_of_the_next(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.setCurrentIndex(desk.grid.grid_model.index(4, 2))
    press(qtbot, desk, "70", Qt.Key.Key_Return)
    assert desk.at == (0, 3)


def test_that_enter_can_go_right(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.enter_goes = "right"
    press(qtbot, desk, "70", Qt.Key.Key_Return, "71", Qt.Key.Key_Return)
    assert desk.at == (1, 2)


def test_that_arrows_leave_a_cell_that_is_typed_into_and_keep_the_mark(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "70", Qt.Key.Key_Right, "71", Qt.Key.Key_Down)
    assert desk.saved_texts == [(1, "j1", "70"), (1, "j2", "71")]
    assert desk.at == (1, 3)


def test_that_slash_means_absent_and_star_withdrawn(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "/", "*")
    assert [request.input.attendance for request in desk.requests] == [Attendance.ABSENT, Attendance.WITHDRAWN]
    assert desk.at == (2, 2)


def test_that_plus_goes_to_the_next_row_without_a_mark(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1), row(2, "80"), row(3, hatched=True), row(4), row(5)])
    press(qtbot, desk, "70", "+")
    assert desk.saved_texts == [(1, "j1", "70")]
    assert desk.at == (3, 2)


def test_that_tab_stays_in_the_sheet_of_an_absent_judge_that_is_typed_after_all(qtbot: QtBot, desk: Desk) -> None:
    desk.answer = False
    desk.grid.set_rows([row(1, "/", "/", hatched=True), row(2, "80", "81")])
    desk.grid.setCurrentIndex(desk.grid.grid_model.index(0, 2))
    press(qtbot, desk, "33", Qt.Key.Key_Tab, "31", Qt.Key.Key_Tab)
    assert [(one, column, text) for one, column, text in desk.saved_texts][:1] == [(1, "j1", "33")]
    assert (desk.text(0, 3), desk.text(1), desk.at) == ("31", "80", (1, 2))


def test_that_hatched_cells_are_passed_over(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1), row(2, hatched=True), row(3), row(4), row(5)])
    press(qtbot, desk, "70", Qt.Key.Key_Return)
    assert desk.at == (2, 2)


def test_that_escape_keeps_the_old_mark_and_f2_edits_it(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "80")])
    press(qtbot, desk, "9", Qt.Key.Key_Escape)
    assert desk.text(0) == "80"
    press(qtbot, desk, Qt.Key.Key_F2, ".5", Qt.Key.Key_Return)
    assert desk.saved_texts == [(1, "j1", "80.5")]


def test_that_delete_makes_the_mark_missing_and_not_zero(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "80")])
    press(qtbot, desk, Qt.Key.Key_Delete)
    assert desk.requests[0].input.empty


def test_that_an_unchanged_mark_is_not_saved_again(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "80"), row(2)])
    press(qtbot, desk, "80", Qt.Key.Key_Return, Qt.Key.Key_Return)
    assert desk.requests == []


def test_that_an_input_method_loses_no_first_character(qtbot: QtBot, desk: Desk) -> None:
    commit(desk, "９")
    commit(desk, "５")
    commit(desk, "．５")
    press(qtbot, desk, Qt.Key.Key_Return)
    assert desk.saved_texts == [(1, "j1", "95.5")]


def test_that_full_width_commands_of_an_input_method_work(qtbot: QtBot, desk: Desk) -> None:
    commit(desk, "／")
    assert desk.requests[0].input.attendance is Attendance.ABSENT
    commit(desk, "９")
    commit(desk, "＋")
    assert desk.saved_texts[1] == (2, "j1", "9")
    assert desk.at == (2, 2)


def test_that_a_composed_word_reaches_the_cell(qtbot: QtBot, desk: Desk) -> None:
    target = desk.grid
    QCoreApplication.sendEvent(target, QInputMethodEvent("que", []))
    commit(desk, "缺考")
    press(qtbot, desk, Qt.Key.Key_Return)
    assert desk.requests[0].input.attendance is Attendance.ABSENT


def test_that_a_mark_out_of_range_stays_and_is_repaired_with_one_key(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "980", Qt.Key.Key_Return)
    assert desk.requests == []
    assert desk.text(0) == "980"
    assert desk.at == (1, 2)
    note = desk.notes[-1]
    assert note is not None
    assert note.tone == "error"
    assert "A01 考生1 · 裁判一" in note.text
    note.actions[0][1]()
    assert desk.saved_texts == [(1, "j1", "98")]
    assert desk.notes[-1] is None


def test_that_refused_text_survives_a_refresh_from_the_database(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "980", Qt.Key.Key_Return, "7")
    desk.grid.set_rows([row(1, "60"), row(2), row(3), row(4), row(5)])
    assert desk.text(0) == "980"
    assert desk.grid.editing
    press(qtbot, desk, "5", Qt.Key.Key_Return)
    assert desk.saved_texts == [(2, "j1", "75")]


def test_that_a_failed_save_keeps_what_was_typed_and_can_be_tried_again(qtbot: QtBot, desk: Desk) -> None:
    desk.answer = False
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    desk.grid.failed(desk.requests[0], OutsideFault("The disk is full."))
    assert desk.text(0) == "85"
    assert desk.grid.grid_model.problems()[0][1].state is DraftState.FAILED
    desk.answer = True
    note = desk.notes[-1]
    assert note is not None
    note.actions[0][1]()
    assert desk.saved_texts == [(1, "j1", "85"), (1, "j1", "85")]
    assert desk.requests[0].request != desk.requests[1].request
    assert desk.grid.grid_model.problems() == []


def test_that_a_conflict_shows_both_values_and_either_can_be_kept(qtbot: QtBot, desk: Desk) -> None:
    desk.answer = False
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    desk.grid.failed(desk.requests[0], Conflict("{by} saved {theirs}.", by="李记分", theirs="58"))
    note = desk.notes[-1]
    assert note is not None
    assert "58" in note.text
    assert "85" in note.actions[0][0]
    assert "58" in note.actions[1][0]
    desk.grid.set_rows([row(1, "58"), row(2)])
    note.actions[1][1]()
    assert desk.text(0) == "58"


def test_that_a_repeated_submission_counts_as_saved(qtbot: QtBot, desk: Desk) -> None:
    desk.answer = False
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    desk.grid.failed(desk.requests[0], AlreadySaved("This was already saved."))
    assert desk.grid.grid_model.unsaved == 0


def test_that_saves_of_one_row_wait_for_each_other(qtbot: QtBot, desk: Desk) -> None:
    desk.answer = False
    press(qtbot, desk, "80", Qt.Key.Key_Tab, "81", Qt.Key.Key_Tab, "70", Qt.Key.Key_Return)
    assert desk.saved_texts == [(1, "j1", "80"), (2, "j1", "70")]
    desk.grid.saved(desk.requests[0], desk.with_cell(desk.requests[0]))
    assert desk.saved_texts[-1] == (1, "j2", "81")


def test_that_undo_goes_to_the_cell_and_saves_the_old_value_again(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "60"), row(2), row(3)])
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    press(qtbot, desk, Qt.Key.Key_Z, modifier=CONTROL)
    assert desk.saved_texts == [(1, "j1", "85"), (1, "j1", "60")]
    assert desk.at == (0, 2)
    press(qtbot, desk, Qt.Key.Key_Y, modifier=CONTROL)
    assert desk.saved_texts[-1] == (1, "j1", "85")


def test_that_undo_of_an_absence_brings_the_mark_back(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "60"), row(2)])
    press(qtbot, desk, "/")
    press(qtbot, desk, Qt.Key.Key_Z, modifier=CONTROL)
    assert desk.saved_texts[-1] == (1, "j1", "60")
    press(qtbot, desk, Qt.Key.Key_Y, modifier=CONTROL)
    assert desk.requests[-1].input.attendance is Attendance.ABSENT


def test_that_undo_leaves_a_mark_alone_that_somebody_else_changed(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    desk.grid.set_rows([row(1, "77"), row(2)])
    press(qtbot, desk, Qt.Key.Key_Z, modifier=CONTROL)
    assert len(desk.requests) == 1
    assert desk.text(0) == "77"


def test_that_a_block_from_a_spreadsheet_is_pasted_and_undone_as_one(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("80\t81\r\n\t71\r\n/\t980\r\n")
    press(qtbot, desk, Qt.Key.Key_V, modifier=CONTROL)
    assert desk.saved_texts == [(1, "j1", "80"), (1, "j2", "81"), (2, "j2", "71"), (3, "j1", "/")]
    assert desk.text(2, 3) == "980"
    press(qtbot, desk, Qt.Key.Key_Z, modifier=CONTROL)
    assert [desk.text(at, column) for at in (0, 1, 2) for column in (2, 3)] == ["", "", "", "", "", "980"]


def test_that_a_block_that_does_not_fit_is_not_pasted_at_all(qtbot: QtBot, desk: Desk) -> None:
    QGuiApplication.clipboard().setText("1\t2\t3")
    press(qtbot, desk, Qt.Key.Key_V, modifier=CONTROL)
    assert desk.requests == []
    assert desk.notes[-1] is not None


def test_that_copy_and_fill_down_work_as_in_a_spreadsheet(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1, "80", "81"), row(2), row(3)])
    press(qtbot, desk, Qt.Key.Key_Right, modifier=SHIFT)
    press(qtbot, desk, Qt.Key.Key_C, modifier=CONTROL)
    assert QGuiApplication.clipboard().text() == "80\t81"
    desk.grid.setCurrentIndex(desk.grid.grid_model.index(1, 2))
    press(qtbot, desk, Qt.Key.Key_D, modifier=CONTROL)
    assert desk.saved_texts == [(2, "j1", "80")]


def test_that_a_locked_grid_takes_no_typing_and_no_undo(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "85", Qt.Key.Key_Return)
    desk.grid.set_locked(True)
    press(qtbot, desk, "70", Qt.Key.Key_Return, "/")
    press(qtbot, desk, Qt.Key.Key_Z, modifier=CONTROL)
    assert len(desk.requests) == 1


def test_that_a_doubtful_mark_asks_for_a_tick(qtbot: QtBot, desk: Desk) -> None:
    desk.grid.set_rows([row(1), row(2, "61", doubt="离其他评委较远")])
    ticked: list[tuple[object, object]] = []
    desk.grid.doubt_accepted.connect(lambda r, c: ticked.append((r, c)))
    press(qtbot, desk, Qt.Key.Key_Down)
    note = desk.notes[-1]
    assert note is not None
    assert note.tone == "warn"
    note.actions[0][1]()
    assert ticked == [(2, "j1")]


def test_that_a_click_elsewhere_keeps_what_was_typed(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "85")
    where = desk.grid.visualRect(desk.grid.grid_model.index(3, 2)).center()
    qtbot.mouseClick(desk.grid.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(where))
    assert desk.saved_texts == [(1, "j1", "85")]
    assert desk.at == (3, 2)


def test_that_filtering_keeps_typed_text_and_the_current_cell(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "980", Qt.Key.Key_Return, Qt.Key.Key_Return)
    desk.grid.set_filter(lambda known: known.key in (3, 4))
    assert desk.at == (0, 2)
    assert len(desk.grid.grid_model.problems()) == 1
    desk.grid.set_filter(None)
    assert desk.text(0) == "980"
    assert desk.at == (2, 2)


def test_that_new_rows_from_the_database_do_not_end_the_typing(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "8")
    desk.grid.set_rows([row(n) for n in range(1, 8)])
    assert desk.requests == []
    assert desk.grid.editing
    press(qtbot, desk, "8", Qt.Key.Key_Return)
    assert desk.saved_texts == [(1, "j1", "88")]


def test_that_another_window_in_front_does_not_save_half_a_mark(qtbot: QtBot, desk: Desk) -> None:
    press(qtbot, desk, "8")
    editor = desk.grid._editor
    QCoreApplication.sendEvent(editor, QFocusEvent(QEvent.Type.FocusOut, Qt.FocusReason.ActiveWindowFocusReason))
    assert desk.requests == []
    assert desk.grid.editing
