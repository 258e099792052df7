"""Blocks of cells between a mark grid and a spreadsheet's clipboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionRange, QModelIndex

from ui.item_models.mark_grid_model import MarkGridModel


def block_text(model: MarkGridModel, part: QItemSelectionRange) -> str:
    """The cells of a selection as lines with tabs."""
    lines = [
        "\t".join(str(model.data(model.index(row, at)) or "") for at in range(part.left(), part.right() + 1))
        for row in range(part.top(), part.bottom() + 1)
    ]
    return "\n".join(lines)


def read_block(text: str) -> list[list[str]]:
    """Clipboard text as rows of cells; empty when there is nothing but blanks."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").rstrip("\n").split("\n")
    block = [line.split("\t") for line in lines]
    return block if any(cell.strip() for line in block for cell in line) else []


def place_block(
    model: MarkGridModel, chosen: Sequence[QModelIndex], block: Sequence[Sequence[str]]
) -> list[tuple[QModelIndex, str]] | None:
    """Which cell gets which text: one value fills the selection, a block starts at its first cell.

    ``None`` when the block reaches over the edge. Blank cells of the block change nothing.
    """
    if len(block) == 1 and len(block[0]) == 1:
        return [(index, block[0][0]) for index in chosen]
    top, left = chosen[0].row(), chosen[0].column()
    columns = [at for at in model.mark_columns if at >= left]
    if max(len(line) for line in block) > len(columns) or top + len(block) > model.rowCount():
        return None
    return [
        (model.index(top + down, columns[right]), text)
        for down, line in enumerate(block)
        for right, text in enumerate(line)
        if text.strip()
    ]


def filled_down(model: MarkGridModel, chosen: Sequence[QModelIndex]) -> list[tuple[QModelIndex, str]]:
    """Each chosen cell below the top row with the top row's text; a single row takes from the row above."""
    if not chosen:
        return []
    top = min(index.row() for index in chosen)
    source = top - 1 if all(index.row() == top for index in chosen) else top
    if source < 0:
        return []
    return [(index, model.text(model.index(source, index.column()))) for index in chosen if index.row() > source]
