"""Where the keys of a mark grid lead: plain functions over the model."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex

from ui.item_models.mark_grid_model import MarkGridModel

ABSENT, WITHDRAWN, NEXT_OPEN = "/", "*", "+"
COMMANDS = {"/": ABSENT, "／": ABSENT, "*": WITHDRAWN, "＊": WITHDRAWN, "×": WITHDRAWN, "+": NEXT_OPEN, "＋": NEXT_OPEN}


def expects_mark(model: MarkGridModel, row: int, column: int) -> bool:
    """Whether the cell takes a mark and is not hatched; keys pass over the others."""
    index = model.index(row, column)
    return model.takes_typing(index) and not model.cell(index).hatched


def down(model: MarkGridModel, row: int, column: int, step: int = 1) -> QModelIndex | None:
    """The next cell below (``step`` -1: above); at the end of the column the top of the next one."""
    columns = model.mark_columns
    if column not in columns:
        return None
    place, at = columns.index(column), row + step
    while 0 <= place < len(columns):
        while 0 <= at < model.rowCount():
            if expects_mark(model, at, columns[place]):
                return model.index(at, columns[place])
            at += step
        place += step
        at = 0 if step > 0 else model.rowCount() - 1
    return None


def across(model: MarkGridModel, row: int, column: int, step: int = 1) -> QModelIndex | None:
    """The next mark cell to the right (``step`` -1: left); after the last one the next row's first.

    From a hatched cell (a judge noted absent, whose sheet is typed after all) it stays in the row first: what was
    just typed there is not saved yet, so the cells beside it are still hatched.
    """
    columns = model.mark_columns
    if not columns:
        return None
    cells = model.rowCount() * len(columns)
    before = sum(1 for known in columns if known < column)
    at = row * len(columns) + before + (step if column in columns else (0 if step > 0 else -1))
    hatched = model.cell(model.index(row, column)).hatched
    while 0 <= at < cells:
        index = model.index(at // len(columns), columns[at % len(columns)])
        beside_hatched = hatched and index.row() == row and model.takes_typing(index)
        if beside_hatched or expects_mark(model, index.row(), index.column()):
            return index
        at += step
    return None


def beside(model: MarkGridModel, row: int, column: int, step: int) -> QModelIndex | None:
    """The mark cell to the right or left in the same row, hatched or not."""
    columns = [known for known in model.mark_columns if (known - column) * step > 0]
    if not columns:
        return None
    return model.index(row, columns[0] if step > 0 else columns[-1])


def next_open(model: MarkGridModel, row: int, column: int | None) -> QModelIndex | None:
    """The next row whose mark is missing, in this column first, from the row below on and around."""
    columns = model.mark_columns
    ordered = columns if column not in columns else [column, *(c for c in columns if c != column)]
    for place in ordered:
        found = model.next_waiting(row, place)
        if found is not None:
            return found
    return None
