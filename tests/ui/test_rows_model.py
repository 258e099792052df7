"""The item model of all tables: filtering, sorting, ticks, and Qt's own rules for models."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt

from ui.item_models.rows import TONE_ROLE, Column, RowsModel
from ui.widgets.table import Table

UP, DOWN = Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder


@dataclass(frozen=True, slots=True)
class Row:
    number: int
    name: str
    points: int | None


ROWS = [Row(1, "张伟 zw", 90), Row(2, "李娜 ln", None), Row(3, "王芳 wf", 85), Row(4, "张敏 zm", 90)]


def make(rows: list[Row] | None = None, **more: Any) -> RowsModel[Row]:
    model: RowsModel[Row] = RowsModel(
        [
            Column("No.", lambda r: str(r.number), sort_key=lambda r: r.number),
            Column("Name", lambda r: r.name),
            Column(
                "Points",
                lambda r: "" if r.points is None else str(r.points),
                align="right",
                sort_key=lambda r: r.points,
                tone=lambda r: "warn" if r.points is None else "",
                icon=lambda r: "triangle-alert" if r.points is None else "",
            ),
        ],
        search_key=lambda r: r.name,
        row_key=lambda r: r.number,
        **more,
    )
    model.set_rows(ROWS if rows is None else rows)
    return model


def numbers(model: RowsModel[Row]) -> list[int]:
    return [row.number for row in model.rows]


def test_that_the_model_keeps_qt_rules_through_filter_sort_and_reset(qtmodeltester: Any) -> None:
    model = make(checkable=True)
    qtmodeltester.check(model)
    model.set_search("张")
    model.sort(2, DOWN)
    qtmodeltester.check(model)
    model.set_rows([])
    qtmodeltester.check(model)


def test_that_every_word_of_the_search_must_be_there(qapp: Any) -> None:
    model = make()
    model.set_search("张")
    assert numbers(model) == [1, 4]
    model.set_search("ZM 张")
    assert numbers(model) == [4]
    model.set_search("nobody")
    assert numbers(model) == []
    model.set_search("  ")
    assert numbers(model) == [1, 2, 3, 4]


def test_that_equal_keys_keep_their_order_and_missing_comes_last(qapp: Any) -> None:
    model = make()
    model.sort(2, UP)
    assert numbers(model) == [3, 1, 4, 2]
    model.sort(-1)
    assert numbers(model) == [1, 2, 3, 4]


def test_that_search_filter_and_order_work_together(qapp: Any) -> None:
    model = make()
    model.sort(0, DOWN)
    model.set_search("张")
    model.set_filter(lambda row: row.points is not None)
    assert numbers(model) == [4, 1]
    model.set_rows([*ROWS, Row(5, "张三 zs", 70)])
    assert numbers(model) == [5, 4, 1]


def test_that_the_selected_row_stays_selected_when_sorted_and_reset(qtbot: Any) -> None:
    model = make()
    table = Table(model, name="people")
    qtbot.addWidget(table)
    assert table.select_key(3)
    kept = QPersistentModelIndex(model.index(2, 1))
    model.sort(2, UP)
    assert model.row(kept) == ROWS[2]
    assert table.selected_row() == ROWS[2]
    model.set_rows([Row(3, "王芳 wf", 99), ROWS[0]])
    assert table.selected_row() == Row(3, "王芳 wf", 99)


def test_that_a_row_can_be_replaced(qtbot: Any) -> None:
    model = make()
    with qtbot.waitSignal(model.dataChanged):
        assert model.replace_row(Row(2, "李四", 60))
    assert model.index(1, 1).data() == "李四"
    model.set_search("李四")
    assert numbers(model) == [2]
    assert not model.replace_row(Row(9, "nobody", 1))


def test_that_ticks_survive_search_and_leave_with_their_row(qapp: Any) -> None:
    model = make(checkable=True)
    check = Qt.ItemDataRole.CheckStateRole
    assert model.setData(model.index(0, 0), Qt.CheckState.Checked.value, check)
    model.check([ROWS[2]])
    model.set_search("李")
    assert [row.number for row in model.checked_rows] == [1, 3]
    model.set_rows(ROWS[1:])
    assert [row.number for row in model.checked_rows] == [3]
    model.check(ROWS, on=False)
    assert model.checked_rows == []


def test_that_tones_give_colour_and_icon_to_the_cell(qapp: Any) -> None:
    model = make()
    cell = model.index(1, 2)
    assert cell.data(Qt.ItemDataRole.BackgroundRole).name().upper() == "#FFF0D6"
    assert not cell.data(Qt.ItemDataRole.DecorationRole).isNull()
    assert cell.data(TONE_ROLE) == "warn"
    assert model.index(0, 2).data(Qt.ItemDataRole.BackgroundRole) is None


@given(
    st.lists(st.tuples(st.text("abc", max_size=4), st.none() | st.integers(0, 5)), max_size=30),
    st.text("abc ", max_size=3),
    st.booleans(),
)
@pytest.mark.usefixtures("qapp")
def test_that_the_shown_rows_are_those_of_a_plain_filter_and_sort(
    values: list[tuple[str, int | None]], search: str, down: bool
) -> None:
    rows = [Row(number, name, points) for number, (name, points) in enumerate(values)]
    model = make(rows)
    model.sort(2, DOWN if down else UP)
    model.set_search(search)
    wanted = [row for row in rows if all(word in row.name for word in search.split())]
    assert sorted(numbers(model)) == [row.number for row in wanted]
    points = [row.points for row in model.rows if row.points is not None]
    assert points == sorted(points, reverse=down)


def test_that_a_stretched_column_is_never_squeezed_away(qtbot: Any) -> None:
    columns = [Column("A", lambda r: r.name, width=300), Column("B", lambda r: r.name, width=150, stretch=True)]
    table = Table(RowsModel(columns), name="people")
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show()
    assert table.columnWidth(1) > 300
    table.resize(350, 300)
    assert table.columnWidth(1) == 150
    table.resize(700, 300)
    assert table.columnWidth(1) > 300


def test_that_updated_rows_keep_search_order_and_ticks_as_set_rows_does(qtmodeltester: Any) -> None:
    for prepare in (lambda model: None, lambda model: model.set_search("张"), lambda model: model.sort(2, DOWN)):
        updated, reset = make(checkable=True), make(checkable=True)
        newer = [ROWS[3], ROWS[0], Row(2, "张娜 zn", 95), ROWS[2]]
        for model in (updated, reset):
            model.check([ROWS[0]])
            prepare(model)
        updated.update_rows(newer)
        reset.set_rows(newer)
        assert updated.rows == reset.rows
        assert updated.checked_rows == reset.checked_rows == [ROWS[0]]
        qtmodeltester.check(updated)
        for model in (updated, reset):
            model.set_search("zn")
        assert numbers(updated) == numbers(reset) == [2]


def test_that_a_view_stays_where_it_is_when_a_few_rows_change(qtbot: Any) -> None:
    rows = [Row(number, f"n{number}", number) for number in range(300)]
    table = Table(make(rows))
    qtbot.addWidget(table)
    table.resize(500, 400)
    table.show()
    table.select_key(150)
    table.verticalScrollBar().setValue(table.verticalScrollBar().value() - 60)
    seen = table.verticalScrollBar().value()
    resets: list[None] = []
    table.rows_model.modelReset.connect(lambda: resets.append(None))
    table.rows_model.update_rows([rows[299], *rows[:150], Row(150, "n150", 7), *rows[151:299]])
    table.repaint()
    assert table.verticalScrollBar().value() == seen
    assert table.selected_row() == Row(150, "n150", 7)
    assert [row.number for row in table.selected_rows()] == [150]
    assert not resets
    table.rows_model.update_rows(rows[:200])
    assert len(resets) == 1
    assert table.selected_row() == rows[150]
