"""The keyboard and the editor of a mark grid."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemDelegate, QWidget

from ui.item_models.mark_grid_model import MarkGridModel
from ui.item_models.mark_grid_rows import Key
from ui.widgets import mark_grid_keys as keys
from ui.widgets.mark_grid_delegate import MarkEditor, MarkGridDelegate
from ui.widgets.mark_grid_table import MarkGridTable

AnyIndex = QModelIndex | QPersistentModelIndex
Std = QKeySequence.StandardKey
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class MarkGridView(MarkGridTable):
    """Keys behave as in Excel and on a scorekeeper's keypad."""

    search_wanted = Signal()

    def __init__(self, model: MarkGridModel, parent: QWidget | None = None) -> None:
        self._editor: MarkEditor | None = None
        self._editor_at = QPersistentModelIndex()
        self._interrupted: tuple[tuple[Key, Key], str] | None = None
        self._typed_over: tuple[tuple[Key, Key], str] | None = None
        super().__init__(model, parent)
        self.setItemDelegate(MarkGridDelegate(self))
        self.doubleClicked.connect(self._open_at)
        model.modelAboutToBeReset.connect(self._before_reset)

    @property
    def editing(self) -> bool:
        """Whether somebody is typing into a cell."""
        return self._editor is not None

    # Keys on the grid

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # The menu's Ctrl+Z is not meant while the grid has the keyboard.
            if any(event.matches(key) for key in (Std.Undo, Std.Redo, Std.Copy, Std.Cut, Std.Paste, Std.Save)):
                event.accept()
                return True
            if event.modifiers() == Qt.KeyboardModifier.ControlModifier and event.key() in (
                Qt.Key.Key_D, Qt.Key.Key_F, Qt.Key.Key_Y,
            ):  # fmt: skip
                event.accept()
                return True
        return super().event(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        if self.currentIndex().isValid() and not self.grid_model.locked and self._move_tab(back=not next):
            return True
        return super().focusNextPrevChild(next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._standard_key(event) or self._plain_key(event):
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters never jump about in a grid of marks."""

    def _standard_key(self, event: QKeyEvent) -> bool:
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if event.matches(Std.Undo):
            self.undo()
        elif event.matches(Std.Redo) or (control and event.key() == Qt.Key.Key_Y):
            self.redo()
        elif event.matches(Std.Copy):
            self.copy()
        elif event.matches(Std.Cut):
            self.copy()
            self.clear_selected()
        elif event.matches(Std.Paste):
            self.paste()
        elif event.matches(Std.Save):
            self.tell("ok", self.tr("Every mark is saved as soon as it is typed."))
        elif control and event.key() == Qt.Key.Key_D:
            self.fill_down()
        elif event.matches(Std.Find):
            self.search_wanted.emit()
        else:
            return False
        return True

    def _plain_key(self, event: QKeyEvent) -> bool:
        key, current = event.key(), self.currentIndex()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key in ENTER:
            self._move_enter(back=shift)
            return True
        if not current.isValid() or event.modifiers() not in (*PLAIN, Qt.KeyboardModifier.ShiftModifier):
            return False
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and not shift:
            if current.column() not in self.grid_model.mark_columns:
                return False
            self._move_beside(-1 if key == Qt.Key.Key_Left else 1)
            return True
        if key == Qt.Key.Key_F2:
            self._open_at(current)
            return True
        if key == Qt.Key.Key_Delete:
            self.clear_selected()
            return True
        if key == Qt.Key.Key_Backspace:
            self._type("")
            return True
        if key == Qt.Key.Key_Escape:
            return self._drop_refused(current)
        return self._typed(event.text())

    def _typed(self, text: str) -> bool:
        """Text typed on a cell that is not being edited."""
        if not text or not text.isprintable():
            return False
        if not self._command(text):
            self._type(text)
        return True

    def _command(self, text: str) -> bool:
        command = keys.COMMANDS.get(text)
        if command is None:
            return False
        if command == keys.NEXT_OPEN:
            self.go_to_next_open()
        elif self.grid_model.takes_typing(self.currentIndex()):
            self.enter_text(self.currentIndex(), command)
            self._move_enter()
        else:
            self.tell_why_not(self.currentIndex())
        return True

    def _drop_refused(self, current: AnyIndex) -> bool:
        draft = self.grid_model.draft(current)
        if draft is None or not draft.state.problem:
            return False
        row, column = self.grid_model.place(current)
        self.grid_model.set_draft(row, column, None)
        self.tell_current()
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        # Qt loses the first character that an input method commits directly into a cell not yet edited.
        commit = event.commitString()
        if commit and not event.preeditString() and not self.editing:
            self._typed(commit)
            event.accept()
            return
        super().inputMethodEvent(event)

    # The editor

    def editor_opened(self, editor: MarkEditor) -> None:
        """Called by the delegate."""
        self._editor = editor
        self._editor_at = QPersistentModelIndex(self.currentIndex())
        place = self.grid_model.place(self.currentIndex())
        if self._typed_over is None or self._typed_over[0] != place:
            self._typed_over = place, self.grid_model.cell(self.currentIndex()).text

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if editor is self._editor:
            self._editor = self._typed_over = None
        super().closeEditor(editor, hint)

    def close_editor(self, commit: bool) -> None:
        """End the typing, keeping it or not."""
        editor = self._editor
        if editor is None:
            return
        index, text, over = self._plain_index(self._editor_at), editor.text(), self._typed_over
        self.closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        if commit and index.isValid():
            self._typed_over = over
            self.enter_text(index, text)
            self._typed_over = None

    def _open_at(self, index: AnyIndex) -> None:
        if self.editing:
            return
        if not self.grid_model.takes_typing(index):
            self.tell_why_not(index)
            return
        self.edit(self._plain_index(index))
        if self._editor is not None:
            self._editor.deselect()

    def _plain_index(self, index: AnyIndex) -> QModelIndex:
        return self.grid_model.index(index.row(), index.column()) if index.isValid() else QModelIndex()

    def _type(self, text: str) -> None:
        """Start typing over the current cell with ``text``."""
        index = self.currentIndex()
        if self.editing:
            return
        if not self.grid_model.takes_typing(index):
            self.tell_why_not(index)
            return
        self.edit(index)
        if self._editor is not None:
            self._editor.overtyping = True
            self._editor.setText(text)

    def editor_key(self, editor: MarkEditor, event: QKeyEvent) -> bool:
        """A key pressed while typing; True when it ended the typing."""
        key = event.key()
        shift = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if key in ENTER:
            self.close_editor(commit=True)
            self._move_enter(back=shift)
        elif key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            self.close_editor(commit=True)
            self._move_tab(back=key == Qt.Key.Key_Backtab)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.close_editor(commit=True)
            self._move_row(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Right) and editor.overtyping and event.modifiers() in PLAIN:
            self.close_editor(commit=True)
            self._move_beside(-1 if key == Qt.Key.Key_Left else 1)
        elif key == Qt.Key.Key_Escape:
            self.close_editor(commit=False)
        elif key == Qt.Key.Key_F2:
            editor.overtyping = not editor.overtyping
        elif event.matches(Std.Save):
            self.close_editor(commit=True)
        else:
            return self.editor_command(editor, event.text())
        return True

    def editor_command(self, editor: MarkEditor, text: str) -> bool:
        """``+`` ends the typing and goes on; ``/`` and ``*`` count only in an empty or selected editor."""
        command = keys.COMMANDS.get(text)
        if command is None:
            return False
        if not editor.text() or editor.selectedText() == editor.text():
            self.close_editor(commit=False)
            return self._command(text)
        if command != keys.NEXT_OPEN:
            return False
        self.close_editor(commit=True)
        self.go_to_next_open()
        return True

    def stop_typing(self) -> tuple[tuple[Key, Key], str] | None:
        """Close the editor without taking its text; the cell and the text, for :meth:`resume_typing`."""
        if self._editor is None or not self._editor_at.isValid():
            return None
        typing, over = (self.grid_model.place(self._editor_at), self._editor.text()), self._typed_over
        self.close_editor(commit=False)
        # What stood there when the typing began counts until it ends, also over a refresh.
        self._typed_over = over
        return typing

    def resume_typing(self, typing: tuple[tuple[Key, Key], str] | None = None) -> None:
        """Open the cell again that was being typed into, by default the one that a refresh closed."""
        typing, self._interrupted = typing or self._interrupted, None
        if typing is None:
            return
        index = self.grid_model.position(*typing[0])
        if index.isValid():
            self.setCurrentIndex(index)
            self._type(typing[1])
        elif typing[1]:
            self.typing_hidden(*typing)

    def _before_reset(self) -> None:
        # Other rows came while somebody types: half a mark is never saved, the typing goes on afterwards.
        self._interrupted = self.stop_typing() or self._interrupted
