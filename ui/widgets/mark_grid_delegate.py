"""How the cells of a mark grid look, and the plain line edit that marks are typed into."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QInputMethodEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui import theme
from ui.item_models.mark_grid_model import LEFT, RIGHT, MarkGridModel
from ui.item_models.mark_grid_rows import ColumnKind, Draft, DraftState, GridCell, GridColumn
from ui.widgets.pill import paint_pill

if TYPE_CHECKING:
    from ui.widgets.mark_grid_view import MarkGridView

AnyIndex = QModelIndex | QPersistentModelIndex
PADDING = 10
STAYS_OPEN = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
DRAFT_ICON = {
    DraftState.SAVING: ("circle-dashed", "text3"),
    DraftState.REFUSED: ("circle-alert", "error"),
    DraftState.FAILED: ("refresh-cw", "error"),
    DraftState.CONFLICT: ("git-compare-arrows", "error"),
}


class MarkEditor(QLineEdit):
    """A line edit over one cell; the theme's style sheet knows it by its class name.

    ``overtyping``: started by typing, so that arrow keys leave the cell.
    """

    overtyping = False
    grid: MarkGridView | None = None

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        commit = event.commitString()
        plain = commit and not event.preeditString()
        if plain and self.grid is not None and self.grid.editor_command(self, commit):
            event.accept()
            return
        super().inputMethodEvent(event)


class MarkGridDelegate(QStyledItemDelegate):
    """Paints marks, states and pills; hands navigation keys of the editor to the grid."""

    def __init__(self, grid: MarkGridView) -> None:
        super().__init__(grid)
        self._grid = grid

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> QWidget:
        editor = MarkEditor(parent)
        editor.grid = self._grid
        editor.setFrame(False)
        editor.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole)))
        self._grid.editor_opened(editor)
        return editor

    def setEditorData(self, editor: QWidget, index: AnyIndex) -> None:
        # Only once: a refresh from the database must not overwrite what is being typed.
        if isinstance(editor, MarkEditor) and not editor.property("filled"):
            editor.setProperty("filled", True)
            editor.setText(self._grid.grid_model.text(index))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: Any, index: AnyIndex) -> None:
        if isinstance(editor, MarkEditor):
            self._grid.enter_text(index, editor.text())

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        editor.setGeometry(option.rect)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(editor, MarkEditor):
            assert isinstance(event, QKeyEvent)
            if self._grid.editor_key(editor, event):
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
                return True
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent) and event.reason() in STAYS_OPEN:
            # Another window or a menu comes to the front: half a mark must not be saved for that.
            return False
        return super().eventFilter(editor, event)

    # Painting

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        column: GridColumn = index.data(MarkGridModel.ColumnRole)
        rect = option.rect
        draft: Draft | None = None
        cell: GridCell | None = None
        if column.kind is ColumnKind.MARK:
            draft, cell = index.data(MarkGridModel.DraftRole), index.data(MarkGridModel.CellRole)
        painter.fillRect(rect, theme.color(self._ground(option, draft, cell)))
        if cell is not None and draft is None and (cell.hatched or (cell.read_only and not cell.text)):
            painter.fillRect(rect, QBrush(theme.color("line_soft"), Qt.BrushStyle.BDiagPattern))
        painter.setPen(theme.color("line_soft"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        painter.drawLine(rect.topRight(), rect.bottomRight())
        if column.kind is ColumnKind.STATE:
            pill = index.data(MarkGridModel.PillRole)
            if pill is not None and pill.text:
                paint_pill(painter, rect.adjusted(theme.px(8), 0, -theme.px(6), 0), pill.text, pill.tone, pill.icon)
        else:
            self._paint_text(painter, rect, index, column, draft, cell)
        if index == self._grid.currentIndex() and (self._grid.hasFocus() or self._grid.editing):
            self._paint_frame(painter, rect)

    def _ground(self, option: QStyleOptionViewItem, draft: Draft | None, cell: GridCell | None) -> str:
        if draft is not None and draft.state.problem:
            return "error_soft"
        selected = QStyle.StateFlag.State_Selected in option.state
        if selected and self._grid.several_selected:
            return "selection"
        if draft is None and cell is not None and cell.doubt:
            return "warn_soft"
        return "surface"

    def _paint_frame(self, painter: QPainter, rect: QRect) -> None:
        painter.setPen(QPen(theme.color("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_text(
        self, painter: QPainter, rect: QRect, index: AnyIndex, column: GridColumn,
        draft: Draft | None, cell: GridCell | None,
    ) -> None:  # fmt: skip
        text = index.data(Qt.ItemDataRole.DisplayRole)
        padding = theme.px(PADDING)
        inner = rect.adjusted(padding, 0, -padding, 0)
        icon, tone = self._sign(index, draft, cell)
        if icon:
            size = theme.px(16)
            top = rect.center().y() - size // 2 + 1
            painter.drawPixmap(
                rect.left() + theme.px(6), top, theme.pixmap(icon, tone, 16, self._grid.devicePixelRatioF())
            )
        if not text:
            return
        font = theme.font(15, bold=column.strong)
        if cell is not None and cell.dropped and draft is None:
            font.setStrikeOut(True)
        painter.setFont(font)
        painter.setPen(theme.color(self._ink(column, draft, cell)))
        right = column.kind in (ColumnKind.MARK, ColumnKind.FIGURE)
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > inner.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, RIGHT if right else LEFT, text)

    def _sign(self, index: AnyIndex, draft: Draft | None, cell: GridCell | None) -> tuple[str, str]:
        """The icon of a mark cell and its colour; a mark saved at this desk carries a small tick."""
        if draft is not None:
            return DRAFT_ICON[draft.state]
        if cell is None:
            return "", ""
        if cell.doubt:
            return "triangle-alert", "warn"
        if cell.text and index.data(MarkGridModel.FreshRole):
            return "check", "ok"
        return "", ""

    def _ink(self, column: GridColumn, draft: Draft | None, cell: GridCell | None) -> str:
        if draft is not None:
            return "error" if draft.state.problem else "text2"
        if cell is not None:
            return "text3" if cell.dropped else "warn" if cell.doubt else "text1"
        return "text2" if column.quiet else "text1"
