"""The grid that marks are typed into: keyboard as in Excel, every mark saved at once, nothing typed lost.

A page gives columns and rows, connects :attr:`MarkGrid.save_wanted`, and answers each request with
:meth:`MarkGrid.saved` or :meth:`MarkGrid.failed`. Sentences for the message line come by
:attr:`MarkGrid.told`. Usage::

    grid = MarkGrid(columns, self)
    grid.set_rows(rows)
    grid.save_wanted.connect(self.save)       # save(request: SaveRequest)
    grid.told.connect(self.show_note)         # show_note(note: GridNote | None)
    # in save(): operations.write(self, call, done=lambda row: grid.saved(request, to_grid_row(row)),
    #                             failed=lambda error: grid.failed(request, error),
    #                             request=request.request)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from exam.errors import AlreadySaved, Conflict, ExamError
from ui.errors import sentence
from ui.item_models.mark_grid_model import MarkGridModel
from ui.item_models.mark_grid_rows import Draft, DraftState, GridColumn, Key, Row, SaveRequest
from ui.widgets.mark_grid_history import Change, History
from ui.widgets.mark_grid_view import MarkGridView

AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class GridNote:
    """A sentence for the message line. ``tone``: error, warn, ok or info; ``actions``: (label, call)."""

    tone: str
    text: str
    actions: tuple[tuple[str, Callable[[], None]], ...] = ()


@dataclass(frozen=True)
class KeptTyping:
    """Typed texts by row and column, and the cell that was open with its unfinished text."""

    texts: dict[tuple[Key, Key], str]
    typing: tuple[tuple[Key, Key], str] | None = None


class MarkGrid(MarkGridView):
    """See the module. ``enter_goes`` is ``down`` or ``right``; ``counts_changed`` follows every change."""

    save_wanted = Signal(object)
    told = Signal(object)
    counts_changed = Signal()
    doubt_accepted = Signal(object, object)

    def __init__(self, columns: Sequence[GridColumn] = (), parent: QWidget | None = None) -> None:
        self.history = History()
        self._busy: dict[Key, SaveRequest] = {}
        self._waiting: dict[Key, deque[SaveRequest]] = {}
        self._last_problem: tuple[Key, Key] | None = None
        super().__init__(MarkGridModel(columns), parent)
        self.grid_model.setParent(self)
        self.setObjectName("markGrid")
        self.setAccessibleName(self.tr("Marks"))

    # What the page calls

    def set_columns(self, columns: Sequence[GridColumn]) -> None:
        """Other columns; rows, drafts and history go."""
        if tuple(columns) != self.grid_model.columns:
            self.close_editor(commit=True)
            self.grid_model.set_columns(columns)
            self.history.clear()
            self.fit_columns()

    def set_rows(self, rows: Sequence[Row]) -> None:
        """What the database holds now; what is being typed and the current cell stay."""
        place = self._current_place()
        self.grid_model.set_rows(rows)
        self._restore(place)
        self.resume_typing()
        self.counts_changed.emit()

    def set_filter(self, keep: Callable[[Row], bool] | None) -> None:
        """Show only rows that ``keep`` accepts."""
        place = self._current_place()
        self.grid_model.set_filter(keep)
        self._restore(place)
        self.resume_typing()

    def set_locked(self, locked: bool, why: str = "") -> None:
        """A locked grid takes no typing, and nothing before the lock can be undone; ``why`` tells whoever tries."""
        if locked and not self.grid_model.locked:
            self.close_editor(commit=False)
            self.history.clear()
        self.grid_model.set_locked(locked, why)

    def unsaved(self) -> int:
        """How many typed texts were refused and stand only here; text in an open cell is entered first."""
        self.close_editor(commit=True)
        return len(self.grid_model.problems())

    def drop_drafts(self) -> None:
        """Let go of every typed text that was refused, as the person agreed."""
        for (row, column), _ in self.grid_model.problems():
            self.grid_model.set_draft(row, column, None)
        self._tell_next_problem()
        self.counts_changed.emit()

    def keep_drafts(self) -> KeptTyping:
        """What is typed and not saved, for a grid made anew (another language or look)."""
        typing = self.stop_typing()
        return KeptTyping({place: draft.text for place, draft in self.grid_model.drafts.items()}, typing)

    def restore_drafts(self, kept: KeptTyping) -> None:
        """Put :meth:`keep_drafts` back: texts are judged and saved as if typed, an open cell opens again."""
        for (row, column), text in kept.texts.items():
            index = self.grid_model.position(row, column)
            if index.isValid():
                self.enter_text(index, text)
        self.resume_typing(kept.typing)

    def saved(self, request: SaveRequest, row: Row | None = None) -> None:
        """The request is in the database; ``row`` is the row as it stands now."""
        self._busy.pop(request.row, None)
        draft = self.grid_model.find_draft(request.row, request.column)
        waiting = self._waiting.get(request.row)
        again = waiting is not None and any(item.column == request.column for item in waiting)
        if draft is not None and draft.text == request.text and not again:
            self.grid_model.set_draft(request.row, request.column, None)
        self.grid_model.mark_fresh(request.row, request.column)
        if row is not None:
            self.grid_model.replace_row(row)
            self._follow_own((request.row, request.column), row)
        if self._last_problem == (request.row, request.column):
            self._tell_next_problem()
        self._send_next(request.row)
        self.counts_changed.emit()

    def failed(self, request: SaveRequest, error: ExamError) -> None:
        """The request was not saved; what was typed stays in the cell and the person is told."""
        if isinstance(error, AlreadySaved):
            self.saved(request)
            return
        self._busy.pop(request.row, None)
        self.history.forget(request.row, request.column, request.text)
        theirs = str(error.params.get("theirs", "")) if isinstance(error, Conflict) else ""
        state = DraftState.CONFLICT if isinstance(error, Conflict) else DraftState.FAILED
        draft = Draft(request.text, state, sentence(error), theirs=theirs)
        self.grid_model.set_draft(request.row, request.column, draft)
        self._tell_problem((request.row, request.column), draft)
        self._send_next(request.row)
        self.counts_changed.emit()

    def enter_text(self, index: AnyIndex, text: str, group: int | None = None) -> None:
        """Take what a person typed into a cell: save it, or keep it and say why not."""
        if not self.grid_model.takes_typing(index):
            self.tell_why_not(index)
            return
        row, column = self.grid_model.place(index)
        cell = self.grid_model.cell(index)
        before = cell.retype or cell.text
        result = self.grid_model.accept(row, column, text)
        if isinstance(result, SaveRequest) and self._overtaken((row, column), cell.text):
            self._keep_both((row, column), result.text, cell.text)
        elif isinstance(result, SaveRequest):
            self.history.add(row, column, before, result.text, group)
            self._send(result)
            if self._last_problem == (row, column):
                self._tell_next_problem()
        elif isinstance(result, Draft):
            self._tell_problem((row, column), result)
        elif self._last_problem == (row, column):
            self._tell_next_problem()
        self.counts_changed.emit()

    def _overtaken(self, place: tuple[Key, Key], now: str) -> bool:
        """Whether somebody else's mark came into the cell while this person was typing over what stood there."""
        return self._typed_over is not None and self._typed_over[0] == place and self._typed_over[1] != now

    def _keep_both(self, place: tuple[Key, Key], mine: str, theirs: str) -> None:
        text = self.tr("While you typed {mine}, somebody else entered {theirs}. Look at the paper and choose.")
        message = text.format(mine=mine, theirs=theirs or "–")
        draft = Draft(mine, DraftState.CONFLICT, message, theirs=theirs)
        self.grid_model.set_draft(*place, draft)
        self._tell_problem(place, draft)

    def typing_hidden(self, place: tuple[Key, Key], text: str) -> None:
        row = self.grid_model.find(place[0])
        if row is not None and place[1] in row.cells:
            self._keep_both(place, text, row.cells[place[1]].text)

    def _follow_own(self, place: tuple[Key, Key], row: Row) -> None:
        """One's own mark, saved while one types over it again, is no conflict."""
        if self._typed_over is not None and self._typed_over[0] == place and place[1] in row.cells:
            self._typed_over = place, row.cells[place[1]].text

    def undo(self) -> None:
        """Take back the last change: goes to the cell and saves the old value as a new entry."""
        self._retrace(self.history.take_undo(), back=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        self._retrace(self.history.take_redo(), back=False)

    def tell(self, tone: str, text: str) -> None:
        """Say something without actions."""
        self.told.emit(GridNote(tone, text))

    def tell_why_not(self, index: AnyIndex) -> None:
        """Somebody types where no mark can be typed: say why, and what to do. Nothing typed goes without a word."""
        model = self.grid_model
        if not index.isValid():
            return
        # Moving on clears it, as it does with other words about a cell.
        self._last_problem = model.place(index)
        if model.locked:
            self.tell("warn", model.why_locked or self.tr("These marks are locked and cannot be changed here."))
        elif index.column() not in model.mark_columns:
            titles = "、".join(model.columns[at].title for at in model.mark_columns)
            self.tell("info", self.tr("Nothing can be typed here. Marks go into: {columns}").format(columns=titles))
        else:
            why = model.cell(index).tip or self.tr("this mark cannot be changed here.")
            self.tell("warn", self.tr("{cell}: {message}").format(cell=self._name(model.place(index)), message=why))

    def new_group(self) -> int:
        """A number joining several changes into one undo step."""
        return self.history.new_group()

    # Saving, one request per row at a time, so that a row's own earlier save is never a conflict

    def _send(self, request: SaveRequest) -> None:
        if request.row in self._busy:
            self._waiting.setdefault(request.row, deque()).append(request)
            return
        self._busy[request.row] = request
        self.save_wanted.emit(request)

    def _send_next(self, row: Key) -> None:
        waiting = self._waiting.get(row)
        if waiting:
            self._send(waiting.popleft())
        if not waiting:
            self._waiting.pop(row, None)

    def _retrace(self, changes: Sequence[Change], back: bool) -> None:
        if not changes:
            text = self.tr("Nothing to undo.") if back else self.tr("Nothing to redo.")
            self.tell("info", text)
            return
        for change in changes:
            expected, wanted = (change.after, change.before) if back else (change.before, change.after)
            index = self.grid_model.position(change.row, change.column)
            if not index.isValid():
                self.tell("warn", self.tr("The row is hidden by the filter. Show all rows first."))
                continue
            self.setCurrentIndex(index)
            cell, draft = self.grid_model.cell(index), self.grid_model.draft(index)
            if (draft.text if draft else cell.retype or cell.text) != expected:
                self.tell("warn", self.tr("The mark was changed since then, so it was left as it is."))
                continue
            result = self.grid_model.accept(change.row, change.column, wanted)
            if isinstance(result, SaveRequest):
                self._send(result)
        self.counts_changed.emit()

    # Telling

    def _tell_problem(self, place: tuple[Key, Key], draft: Draft) -> None:
        self._last_problem = place
        actions: list[tuple[str, Callable[[], None]]] = []
        if draft.state is DraftState.CONFLICT:
            actions.append((self.tr("Save &mine ({text})").format(text=draft.text), self._resave(place)))
            theirs = self.tr("Keep the&irs ({text})").format(text=draft.theirs)
            actions.append((theirs if draft.theirs else self.tr("Keep what &stands"), self._drop(place)))
        elif draft.state is DraftState.FAILED:
            actions.append((self.tr("T&ry again"), self._resave(place)))
        elif draft.suggestion:
            label = self.tr("Ch&ange to {text}").format(text=draft.suggestion)
            actions.append((label, self._repair(place, draft.suggestion)))
        actions.append((self.tr("&Go to the cell"), lambda: self.go_to(*place)))
        text = self.tr("{cell}: {message}").format(cell=self._name(place), message=draft.message)
        self.told.emit(GridNote("error", text, tuple(actions)))

    def _tell_next_problem(self) -> None:
        problems = self.grid_model.problems()
        if problems:
            self._tell_problem(*problems[0])
            return
        self._last_problem = None
        self.told.emit(None)

    def tell_current(self) -> None:
        """Say what is doubtful or wrong about the current cell."""
        index = self.currentIndex()
        if not index.isValid():
            return
        place, draft = self.grid_model.place(index), self.grid_model.draft(index)
        if draft is not None and draft.state.problem:
            self._tell_problem(place, draft)
        elif draft is None and self.grid_model.cell(index).doubt:
            text = self.tr("{cell}: {message}").format(
                cell=self._name(place), message=self.grid_model.cell(index).doubt
            )
            tick = (self.tr("The mark is &right"), lambda: self.doubt_accepted.emit(*place))
            self.told.emit(GridNote("warn", text, (tick,)))
            self._last_problem = place
        elif self._last_problem is not None and not self.grid_model.problems():
            self._tell_next_problem()

    def _current_place(self) -> tuple[Key, Key] | None:
        current = self.currentIndex()
        return self.grid_model.place(current) if current.isValid() else None

    def _restore(self, place: tuple[Key, Key] | None) -> None:
        """After the rows changed: the same cell again, or else the first one that takes a mark."""
        if place is not None and self._current_place() == place:
            return
        index = self.grid_model.position(*place) if place is not None else QModelIndex()
        columns = self.grid_model.mark_columns
        if not index.isValid() and self.grid_model.rowCount() and columns:
            index = self.grid_model.index(0, columns[0])
        if index.isValid():
            self.setCurrentIndex(index)

    def _name(self, place: tuple[Key, Key]) -> str:
        row = self.grid_model.find(place[0])
        words = (
            []
            if row is None
            else [row.texts.get(column.key, "") for column in self.grid_model.columns if column.names_row]
        )
        title = next((c.title for c in self.grid_model.columns if c.key == place[1]), "")
        return " · ".join(word for word in (" ".join(w for w in words if w), title) if word)

    def _repair(self, place: tuple[Key, Key], text: str) -> Callable[[], None]:
        def repair() -> None:
            index = self.grid_model.position(*place)
            if index.isValid():
                self.enter_text(index, text)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

        return repair

    def _resave(self, place: tuple[Key, Key]) -> Callable[[], None]:
        def resave() -> None:
            draft = self.grid_model.find_draft(*place)
            if draft is not None:
                result = self.grid_model.accept(*place, draft.text)
                self._tell_next_problem()
                if isinstance(result, SaveRequest):
                    self._send(result)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

        return resave

    def _drop(self, place: tuple[Key, Key]) -> Callable[[], None]:
        def drop() -> None:
            self.grid_model.set_draft(*place, None)
            self._tell_next_problem()
            self.counts_changed.emit()
            self.setFocus(Qt.FocusReason.OtherFocusReason)

        return drop
